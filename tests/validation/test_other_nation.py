"""Programmes outside the United Kingdom, whose law is the only one that rules know."""

from datetime import date

import pytest

from mentorkit.core.finding import FindingKind
from mentorkit.registry.load import Plugins
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
ON = date(2026, 11, 29)
SECTORS = '["substance", "probation", "schools", "mental_health"]'
ON_LAW_HERE = {"STD106", "STD107", "STD108", "STD109", "STD110", "STD314", "STD715", "STD804", "STD808", "STD809"}
ON_LAW_HERE |= {"STD810", "SUB107", "SUB108", "SUB810", "SCH104", "SCH106", "SCH409", "SCH413", "SCH804", "SCH808"}
ON_LAW_HERE |= {"PRB107", "MHL204", "MHL604"}


def report(nation: str) -> Report:
    text = (
        f'format = 2\n[programme]\nsectors = {SECTORS}\nways = ["pair"]\n{nation}\n[matching]\nrequired = ["gender"]\n'
    )
    return validate(text.encode(), "p.toml", PLUGINS, ON)


def rules(made: Report) -> set[str]:
    return {rule for finding in made.findings for rule in finding.rules}


CANADA = report('nation = "other"\nnation_name = "Canada"')


def test_no_rule_that_rests_on_law_here_says_anything() -> None:
    assert {rule.id for rule in CANADA.rulebook.rules_for(CANADA.programme)} & ON_LAW_HERE == set()
    assert rules(CANADA) & ON_LAW_HERE == set()
    assert FindingKind.CRASHED not in {finding.kind for finding in CANADA.findings}


def test_where_the_nation_is_not_stated_all_of_them_may_apply() -> None:
    unstated = report("")
    assert {rule.id for rule in unstated.rulebook.rules_for(unstated.programme)} >= ON_LAW_HERE - {"SCH808", "STD715"}


def test_what_cannot_be_judged_is_said_once() -> None:
    assert [finding.message for finding in CANADA.findings if finding.rule == "law-not-checked"] == [
        "no law is checked: the programme is in Canada, and rules know only the law of the United Kingdom"
    ]
    assert [each.path for each in CANADA.findings if "STD015" in each.rules] == [("governance", "documents")]


@pytest.mark.parametrize("nation", ["", 'nation = "wales"'])
def test_nothing_is_said_of_it_where_the_law_is_known_or_no_nation_is_stated(nation: str) -> None:
    assert rules(report(nation)) & {"law-not-checked", "STD015"} == set()


def test_a_nation_without_a_name_is_not_settled() -> None:
    (asked,) = [each for each in report('nation = "other"').findings if each.path == ("programme", "nation_name")]
    assert (asked.kind, asked.severity, asked.rule) == (FindingKind.NOT_SETTLED, "error", "STD015")


@pytest.mark.parametrize("name", ["England", "Wales ", "Cymru", "the United Kingdom", "GREAT BRITAIN"])
def test_a_nation_whose_law_rules_know_is_no_other_one(name: str) -> None:
    made = report(f'nation = "other"\nnation_name = "{name}"')
    found = [finding for finding in made.findings if finding.path == ("programme", "nation_name")]
    assert [finding.message for finding in found] == ["rules know the law of this nation, so it is not another one"]
