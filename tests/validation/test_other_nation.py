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
ON_LAW_HERE = {"STD107", "STD108", "STD109", "STD110", "STD715", "STD808", "STD809", "STD810", "SUB108", "SUB810"}
ON_LAW_HERE |= {"STD122", "STD132", "STD441"}
ON_LAW_HERE |= {"STD812", "STD813", "STD814", "STD815", "STD817", "STD818", "STD819", "STD820"}
ON_LAW_HERE |= {"SCH104", "SCH804", "PRB107", "MHL204", "MHL604"}
ON_SAFETY = {"STD106", "STD314", "STD804", "SUB107", "SCH106", "SCH413", "SCH414", "SCH808"}
"""What speaks of checks and of people who keep others safe, and rests on more than the law here."""


def report(nation: str, more: str = "") -> Report:
    head = f'format = 2\n[programme]\nsectors = {SECTORS}\nways = ["pair"]\n'
    text = f'{head}{nation}\n[matching]\nrequired = ["gender"]\n{more}'
    return validate(text.encode(), "p.toml", PLUGINS, ON)


def rules(made: Report) -> set[str]:
    return {rule for finding in made.findings for rule in finding.rules}


CANADA = report('nation = "other"\nnation_name = "Canada"')


def test_no_rule_that_rests_on_law_here_says_anything() -> None:
    assert {rule.id for rule in CANADA.rulebook.rules_for(CANADA.programme)} & ON_LAW_HERE == set()
    assert rules(CANADA) & ON_LAW_HERE == set()
    assert FindingKind.CRASHED not in {finding.kind for finding in CANADA.findings}


def test_all_the_others_apply_there_too() -> None:
    checked = '[screening]\nrecord_check = "basic"\n'
    wales = report('nation = "wales"', checked)
    there = report('nation = "other"\nnation_name = "Canada"', checked)
    of_wales, of_there = ({rule.id for rule in each.rulebook.rules_for(each.programme)} for each in (wales, there))
    assert of_wales - of_there <= ON_LAW_HERE
    assert of_there >= ON_SAFETY


def test_what_keeps_people_safe_is_asked_there_too() -> None:
    made = report(
        'nation = "other"\nnation_name = "Canada"',
        'exclusions = [{ what = "gender", kind = "same" }]\n[safeguarding]\nrisk_told_to = "form tutor"\n'
        '[screening]\nrecord_check = "none"\n[role]\nkind = "youth mentor"\n[training]\ntopics = []\n',
    )
    assert rules(made) >= {"STD314", "SCH413", "SCH106", "SUB107", "STD106"}
    unled = [each for each in made.findings if each.path == ("safeguarding", "risk_told_to") and "SCH413" in each.rules]
    assert [each.kind for each in unled] == [FindingKind.FALLS_SHORT]


def test_where_the_nation_is_not_stated_all_of_them_may_apply() -> None:
    unstated = report("")
    assert {rule.id for rule in unstated.rulebook.rules_for(unstated.programme)} >= ON_LAW_HERE - {"STD715", "STD132"}


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


@pytest.mark.parametrize(
    "name",
    ["England", "Wales ", "Cymru", "the United Kingdom", "GREAT BRITAIN", "U.K.", "England and Wales", "Canada, UK"],
)
def test_a_nation_whose_law_rules_know_is_no_other_one(name: str) -> None:
    made = report(f'nation = "other"\nnation_name = "{name}"')
    found = [finding for finding in made.findings if finding.path == ("programme", "nation_name")]
    assert [finding.message for finding in found] == ["rules know the law of this nation, so it is not another one"]


@pytest.mark.parametrize("name", ["Ireland", "New England", "Trinidad and Tobago", "Canada and France"])
def test_a_nation_elsewhere_is_another_one(name: str) -> None:
    made = report(f'nation = "other"\nnation_name = "{name}"')
    assert [each for each in made.findings if each.path == ("programme", "nation_name")] == []


def test_other_is_no_name() -> None:
    made = report('nation = "other"\nnation_name = "Other"')
    (said,) = [each for each in made.findings if each.path == ("programme", "nation_name")]
    assert (said.message, said.fix) == (
        "this is not the name of a nation",
        'write the name, such as nation_name = "Canada"',
    )


@pytest.mark.parametrize(
    ("nation", "name"), [("england", "Canada"), ("wales", "England"), ("scotland", "Scotland, France")]
)
def test_two_nations_contradict_each_other(nation: str, name: str) -> None:
    made = report(f'nation = "{nation}"\nnation_name = "{name}"')
    (said,) = [each for each in made.findings if each.path == ("programme", "nation_name")]
    assert said.severity == "error"
    assert said.message == f'nation is "{nation}", and nation_name says that the programme is in another one'


@pytest.mark.parametrize(("nation", "name"), [("wales", "Cymru"), ("england", "UK")])
def test_a_nation_may_have_its_name_too(nation: str, name: str) -> None:
    made = report(f'nation = "{nation}"\nnation_name = "{name}"')
    assert [each for each in made.findings if each.path == ("programme", "nation_name")] == []


@pytest.mark.parametrize("check", ["Garda vetting", "DBS"])
def test_a_check_of_another_nation_is_told_how_to_be_written(check: str) -> None:
    found = report('nation = "other"\nnation_name = "Ireland"', f'[screening]\nrecord_check = "{check}"').findings
    fixes = [each.fix for each in found if each.rule == "wrong-value"]
    assert len(fixes) == 1
    assert fixes[0].startswith('write record_check = "of another nation", and say which')


def test_a_check_of_another_nation_is_sound_there_and_not_in_the_united_kingdom() -> None:
    more = '[screening]\nrecord_check = "of another nation"'
    there = report('nation = "other"\nnation_name = "Ireland"', more)
    assert [each for each in there.findings if each.path == ("screening", "record_check")] == []
    for nation in ("england", "scotland"):
        here = report(f'nation = "{nation}"', more)
        assert "STD122" in rules(here)
