"""Texts of a file that decide nothing: rules read them as not stated, and each is named."""

from datetime import date

import pytest

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.path import dotted
from mentorkit.registry.load import Plugins
from mentorkit.validation.safe_to_start import open_for_start
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
HEAD = 'format = 2\n[programme]\nsectors = []\nways = ["pair"]\n'


def found(text: str) -> tuple[Finding, ...]:
    return validate(f"{HEAD}{text}\n".encode(), "p.toml", PLUGINS, date(2026, 11, 29)).findings


def said(text: str) -> list[str]:
    return [f"{dotted(each.path)}: {each.message}" for each in found(text) if each.rule == "not-decided"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('models = ["TBC"]', 'programme.models: programme.models is "TBC", which decides nothing'),
        (
            '[[network.members]]\nid = "999"\ncontact = "not known yet"',
            'network.members[0].contact: network.members[0].contact is "not known yet", which decides nothing',
        ),
        (
            '[screening]\nsteps = ["interview", { is = "reference", called = "no reference" }]',
            'screening.steps[1]: screening.steps[1] is "no reference", which decides nothing',
        ),
        ('[governance]\nturnover = "TBA"', 'governance.turnover: governance.turnover is "TBA", which decides nothing'),
    ],
)
def test_a_text_that_decides_nothing_is_named(text: str, message: str) -> None:
    assert said(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        'nation = "TBC"',
        '[training]\nlength = "to be confirmed"',
        '[role]\nlicence = { is = "other", called = "TBC" }',
        'settings = ["community", "TBC"]',
        '[training]\nlength = "to be confirmed"\ncollects = ["???"]',
    ],
)
def test_it_is_open_and_never_wrong_whatever_its_kind(text: str) -> None:
    assert [each.rule for each in found(text) if each.kind is FindingKind.UNREADABLE] == []


def test_what_is_unknown_can_be_one_of_the_states_that_a_list_names() -> None:
    assert said('[outcomes]\nstates = ["housed", "unknown"]') == []


def test_rules_read_it_as_not_stated() -> None:
    without = {(each.rule, each.message) for each in found("")}
    assert {(each.rule, each.message) for each in found('[screening]\nrecord_check = "TBC"')} >= without


def test_a_list_in_which_something_is_open_is_not_complete() -> None:
    text = '[governance]\ndocuments = ["lone working policy", "TBC"]\n[file]\ncomplete = ["governance.documents"]'
    kinds = {each.kind for each in found(text) if each.path[:2] == ("governance", "documents")}
    assert kinds == {FindingKind.NOT_SETTLED}


def test_what_a_must_reads_keeps_from_a_safe_start() -> None:
    report = validate(
        f'{HEAD}[[network.members]]\nid = "999"\ncontact = "TBC"\n'.encode(), "p.toml", PLUGINS, date(2026, 11, 29)
    )
    assert ("network", "members", 0, "contact") in [each.path for each in open_for_start(report)]


def test_a_key_that_nobody_knows_is_reported_as_such() -> None:
    rules = [each.rule for each in found('turnovr = "TBC"') if each.path == ("programme", "turnovr")]
    assert rules == ["unknown-key"]


def test_a_waiver_whose_reason_is_open_is_incomplete() -> None:
    assert "waiver-incomplete" in [each.rule for each in found('[[waivers]]\nrule = "STD805"\nreason = "TBC"')]
