"""Waivers: which count, what they set aside, and what is wrong with the others."""

from datetime import date
from typing import Any

import pytest

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.toml.structure import read_programme
from mentorkit.validation.waivers import Waivers

LAST = date(2026, 6, 30)
WAIVER: dict[str, Any] = {"rule": "TST201", "reason": "we teach on the job", "agreed_by": "board", "until": LAST}
DESIGN: dict[str, Any] = {
    "programme": {"settings": ["community"]},
    "screening": {"collects": ["since", "agrees"], "test": {"wait": "3 months"}},
    "training": {"length": "8 weeks", "contact_time": "2 hours", "topics": ["safeguarding", "boundaries", "diversity"]},
}


def read(rulebook: Rulebook, *waivers: dict[str, Any], on: date = LAST, **changed: Any) -> list[Finding]:
    programme, faults = read_programme({**DESIGN, **changed, "waivers": list(waivers)}, rulebook.sector_keys)
    assert faults == []
    return Waivers.of(rulebook, programme, on).applied_to(read_design(rulebook, programme, on))


def test_a_waiver_marks_the_finding_with_its_reason_through_its_last_day(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, WAIVER)
    assert finding.rule == "TST201"
    assert finding.waived == "we teach on the job (agreed by board, until 2026-06-30)"


def test_the_day_after_its_last_the_finding_is_back_and_the_waiver_is_one_too(rulebook: Rulebook) -> None:
    finding, expired = read(rulebook, WAIVER, on=date(2026, 7, 1))
    assert finding.waived is None
    assert (expired.rule, expired.severity, expired.path) == ("waiver-expired", "warning", ("waivers", 0, "until"))
    assert expired.message == "this waiver for TST201 ended on 2026-06-30"


@pytest.mark.parametrize("missing", ["rule", "reason", "agreed_by", "until"])
def test_a_waiver_without_all_four_does_not_count(rulebook: Rulebook, missing: str) -> None:
    finding, incomplete = read(rulebook, {key: value for key, value in WAIVER.items() if key != missing})
    assert finding.waived is None
    assert (incomplete.rule, incomplete.severity) == ("waiver-incomplete", "error")
    assert incomplete.message == f"this waiver does not count, because it does not state {missing}"


def test_a_waiver_for_a_rule_that_is_not_applied_says_which_was_meant(rulebook: Rulebook) -> None:
    finding, unknown = read(rulebook, {**WAIVER, "rule": "TST20l"})
    assert finding.waived is None
    assert (unknown.rule, unknown.severity) == ("waiver-unknown", "error")
    assert unknown.message == '"TST20l" is not among the rules that apply here; did you mean "TST201"?'


@pytest.mark.parametrize("check", ["unknown-key", "wrong-value", "waiver-expired", "baseline-unused"])
def test_a_waiver_for_a_check_of_the_file_says_that_there_is_none(rulebook: Rulebook, check: str) -> None:
    finding, unknown = read(rulebook, {**WAIVER, "rule": check})
    assert finding.waived is None
    assert (unknown.rule, unknown.severity) == ("waiver-unknown", "error")
    assert unknown.message == f"{check} is a check of the file itself, which nobody can set aside"
    assert unknown.fix == "fix what it finds instead"


def test_a_rule_that_is_not_waivable_stays(rulebook: Rulebook) -> None:
    screening = {"collects": ["since"], "test": {"wait": "3 months"}}
    found = read(rulebook, {**WAIVER, "rule": "TST102"}, screening=screening)
    assert [(finding.rule, finding.waived) for finding in found] == [
        ("TST102", None),
        ("TST201", None),
        ("waiver-refused", None),
    ]


def test_a_waiver_that_nothing_needs_is_advice(rulebook: Rulebook) -> None:
    _, unused = read(rulebook, {**WAIVER, "rule": "TST202"})
    assert (unused.rule, unused.severity, unused.path) == ("waiver-unused", "advice", ("waivers", 0))


def test_a_waiver_of_a_rule_about_people_is_needed_when_they_are_decided_on(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, {**WAIVER, "rule": "TST101"})
    assert (finding.rule, finding.waived) == ("TST201", None)


def test_a_finding_of_several_rules_is_set_aside_only_where_all_are(rulebook: Rulebook) -> None:
    screening = {"collects": ["since", "agrees"]}
    one, both = {**WAIVER, "rule": "TST101"}, {**WAIVER, "rule": "TST103"}
    alone = read(rulebook, one, screening=screening)[0]
    assert (alone.rules, alone.waived) == (("TST101", "TST103"), None)
    assert read(rulebook, one, both, screening=screening)[0].waived


def test_findings_about_waivers_cannot_be_waived(rulebook: Rulebook) -> None:
    for check in ("waiver-expired", "waiver-incomplete", "unknown-key"):
        found = read(rulebook, {**WAIVER, "rule": check})
        assert [finding.rule for finding in found] == ["TST201", "waiver-unknown"]


def test_of_two_waivers_for_a_rule_the_one_in_force_counts(rulebook: Rulebook) -> None:
    programme, _ = read_programme({"waivers": [{**WAIVER, "until": date(2020, 1, 1)}, WAIVER]}, rulebook.sector_keys)
    in_force = Waivers.of(rulebook, programme, LAST).in_force
    assert {rule: index for rule, (index, _) in in_force.items()} == {"TST201": 1}
