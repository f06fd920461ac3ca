"""Waivers: which count, what they set aside, and what is wrong with the others."""

from datetime import date
from typing import Any
from unittest.mock import patch

import attrs
import pytest

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding
from mentorkit.core.hooks import Sector
from mentorkit.core.limit import at_least, includes
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.declaring.decorator import requires
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.path import Path
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme
from mentorkit.validation.waivers import Waivers
from tests.made_up_sector import ONE

LAST = date(2026, 6, 30)
WAIVER: dict[str, Any] = {
    "rule": "TST201",
    "found": "8 weeks of training with 2 hours of teaching is thin",
    "reason": "we teach on the job",
    "agreed_by": "board",
    "agreed_on": date(2025, 12, 1),
    "until": LAST,
}
DESIGN: dict[str, Any] = {
    "programme": {"settings": ["community"]},
    "screening": {"collects": ["since", "agrees"], "test": {"wait": "3 months"}},
    "training": {"length": "8 weeks", "contact_time": "2 hours", "topics": ["safeguarding", "boundaries", "diversity"]},
}


WAIT: Path = ("screening", "test", "wait")
FOR_PEOPLE = {**{key: value for key, value in WAIVER.items() if key != "found"}, "rule": "TST101"}
SHORT = 'the wait before a placement: "2 weeks", but it has to be at least 30 days'


def read(rulebook: Rulebook, *waivers: dict[str, Any], on: date = LAST, **changed: Any) -> list[Finding]:
    programme, faults = read_programme({**DESIGN, **changed, "waivers": list(waivers)}, rulebook.sector_keys)
    assert faults == []
    reading = DesignReading(rulebook, programme, on)
    counting = Waivers.of(reading)
    return counting.applied_to(reading.findings(counting.in_force))


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
    (finding,) = read(rulebook, FOR_PEOPLE)
    assert (finding.rule, finding.waived) == ("TST201", None)


def of_waiting(rulebook: Rulebook, wait: str | None, *waivers: WaiverEntry) -> Waivers:
    screening = {**DESIGN["screening"], "test": {"wait": wait} if wait else {}}
    programme, _ = read_programme({**DESIGN, "screening": screening}, rulebook.sector_keys)
    return Waivers.of(DesignReading(rulebook, programme, LAST), waivers)


@pytest.mark.parametrize(
    ("keys", "wait", "said", "in_force", "in_decisions"),
    [
        ({}, "3 months", [], [()], [()]),
        ({}, "2 weeks", ["waiver-unclear"], [], []),
        ({}, "6 weeks", ["waiver-unclear"], [], []),
        ({}, None, ["waiver-unclear"], [], []),
        ({"agreed_on": None}, "2 weeks", ["waiver-vague"], [WAIT], []),
        ({"agreed_on": None}, "3 months", ["waiver-vague"], [()], [()]),
        ({"found": SHORT}, "2 weeks", [], [WAIT], [WAIT]),
        ({"found": SHORT}, "3 months", ["waiver-unused"], [], []),
    ],
)
def test_a_waiver_for_people_sets_nothing_aside_that_the_design_comes_to_say_later(
    rulebook: Rulebook,
    keys: dict[str, Any],
    wait: str | None,
    said: list[str],
    in_force: list[Path],
    in_decisions: list[Path],
) -> None:
    waivers = of_waiting(rulebook, wait, WaiverEntry(**{**FOR_PEOPLE, **keys}))
    assert [fault.rule for fault in waivers.faults] == said
    assert [path for _, path in waivers.in_force] == in_force
    assert [path for _, path in waivers.for_decisions] == in_decisions


def test_a_waiver_for_people_counts_beside_one_of_what_the_design_says(rulebook: Rulebook) -> None:
    for_people = WaiverEntry(**FOR_PEOPLE)
    of_design = attrs.evolve(for_people, at="screening.test.wait", found=SHORT)
    waivers = of_waiting(rulebook, "2 weeks", for_people, of_design)
    assert waivers.faults == ()
    assert {path: [index for index, _ in numbered] for (_, path), numbered in waivers.in_force.items()} == {
        WAIT: [1],
        (): [0],
    }


def test_of_two_waivers_for_people_neither_lets_anybody_through_what_the_other_hides(rulebook: Rulebook) -> None:
    dated = WaiverEntry(**FOR_PEOPLE)
    waivers = of_waiting(rulebook, "2 weeks", attrs.evolve(dated, agreed_on=None), dated)
    assert [fault.rule for fault in waivers.faults] == ["waiver-vague", "waiver-unclear"]
    assert waivers.for_decisions == frozenset()


def test_a_finding_of_several_rules_is_set_aside_only_where_all_are(rulebook: Rulebook) -> None:
    screening = {"collects": ["since", "agrees"]}
    found = "the programme does not state wait: the wait before a placement"
    one, both = {**WAIVER, "rule": "TST101", "found": found}, {**WAIVER, "rule": "TST103", "found": found}
    alone = read(rulebook, one, screening=screening)[0]
    assert (alone.rules, alone.waived) == (("TST101", "TST103"), None)
    settled_only = read(rulebook, one, both, screening=screening)
    assert settled_only[0].waived is None
    one["leaves_open"] = both["leaves_open"] = True
    assert read(rulebook, one, both, screening=screening)[0].waived


def test_findings_about_waivers_cannot_be_waived(rulebook: Rulebook) -> None:
    for check in ("waiver-expired", "waiver-incomplete", "unknown-key"):
        found = read(rulebook, {**WAIVER, "rule": check})
        assert [finding.rule for finding in found] == ["TST201", "waiver-unknown"]


def test_of_two_waivers_for_a_rule_the_one_in_force_counts(rulebook: Rulebook) -> None:
    ended = {**WAIVER, "agreed_on": date(2019, 1, 1), "until": date(2020, 1, 1)}
    stated = {**DESIGN, "waivers": [ended, WAIVER]}
    programme, _ = read_programme(stated, rulebook.sector_keys)
    in_force = Waivers.of(DesignReading(rulebook, programme, LAST)).in_force
    assert {rule: [index for index, _ in numbered] for (rule, _), numbered in in_force.items()} == {"TST201": [1]}


NOT_STATED = {"contact_time": "2 hours", "topics": ["safeguarding", "boundaries", "diversity"]}


def told(found: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.waived and "waived") for finding in found]


def test_a_waiver_at_a_place_sets_aside_what_is_found_there_and_nothing_elsewhere(rulebook: Rulebook) -> None:
    assert told(read(rulebook, {**WAIVER, "at": "training.length"})) == [("TST201", "waived")]
    elsewhere = read(rulebook, {**WAIVER, "at": "training.topics"})
    assert told(elsewhere) == [("TST201", None), ("waiver-unused", None)]
    assert elsewhere[1].message == 'TST201 finds nothing at "training.topics"'
    assert elsewhere[1].fix == 'take it out; the rule finds "training.length"'


def test_a_waiver_that_ends_more_than_a_year_ahead_does_not_count(rulebook: Rulebook) -> None:
    undated = {key: value for key, value in WAIVER.items() if key != "agreed_on"}
    finding, too_long = read(rulebook, {**undated, "until": date(2027, 7, 1)})
    assert (finding.waived, too_long.rule, too_long.severity) == (None, "waiver-too-long", "warning")
    assert too_long.message == "this waiver for TST201 does not count, because it ends more than a year from now"
    assert too_long.fix == "decide again, and let it end by 2027-06-30"
    finding, too_long = read(rulebook, {**WAIVER, "until": date(2026, 12, 2)})
    assert (
        too_long.message
        == "this waiver for TST201 does not count, because it ends more than a year after it was agreed"
    )
    assert told(read(rulebook, {**undated, "until": date(2027, 6, 30)}))[0] == ("TST201", "waived")


@pytest.mark.parametrize(
    ("agreed_on", "until", "on", "check"),
    [
        (date(2026, 7, 1), date(2026, 12, 1), date(2026, 6, 30), "waiver-dates"),
        (date(2026, 6, 30), date(2026, 6, 30), date(2026, 6, 30), ""),
        (date(2026, 6, 30), date(2026, 6, 29), date(2026, 6, 30), "waiver-dates"),
        (date(2028, 2, 29), date(2029, 2, 28), date(2028, 3, 1), ""),
        (date(2028, 2, 29), date(2029, 3, 1), date(2028, 3, 1), "waiver-too-long"),
        (date(2027, 2, 28), date(2028, 2, 28), date(2027, 3, 1), ""),
        (date(2027, 2, 28), date(2028, 2, 29), date(2027, 3, 1), "waiver-too-long"),
        (date.max, date.max, date.max, ""),
        (date.min, date.max, date.max, "waiver-too-long"),
        (date.min, date(2, 1, 1), date(2026, 6, 30), "waiver-expired"),
        # An end far ahead never comes into force by itself once a year before it has begun.
        (date(2024, 6, 30), date(2026, 12, 31), date(2026, 6, 30), "waiver-too-long"),
    ],
)
def test_a_year_is_counted_from_the_day_on_which_it_was_agreed(
    rulebook: Rulebook, agreed_on: date, until: date, on: date, check: str
) -> None:
    finding, *said = read(rulebook, {**WAIVER, "agreed_on": agreed_on, "until": until}, on=on)
    assert [each.rule for each in said] == [check] * bool(check)
    assert bool(finding.waived) is not bool(check)


def test_what_has_changed_since_it_was_agreed_is_not_set_aside(rulebook: Rulebook) -> None:
    worse = {**DESIGN["training"], "length": "1 week"}
    for at in ({}, {"at": "training.length"}):
        finding, outdated = read(rulebook, {**WAIVER, **at}, training=worse)
        assert (finding.rule, finding.waived) == ("TST201", None)
        assert (outdated.rule, outdated.severity) == ("waiver-outdated", "warning")
        assert outdated.message == "what TST201 finds here has changed since this was agreed"
    as_seen = {**WAIVER, "found": " 8 WEEKS of training with 2\u00a0hours of teaching is thin "}
    assert told(read(rulebook, as_seen)) == [("TST201", "waived")]


def test_a_waiver_that_does_not_say_what_was_agreed_counts_and_is_told(rulebook: Rulebook) -> None:
    older = {key: value for key, value in WAIVER.items() if key not in ("found", "agreed_on")}
    finding, vague = read(rulebook, older)
    assert finding.waived
    assert (vague.rule, vague.severity) == ("waiver-vague", "advice")
    assert vague.message == (
        "this waiver for TST201 does not state agreed_on and found, so it may cover more than was agreed"
    )
    assert vague.fix == (
        'if this is what was agreed, state found = "8 weeks of training with 2 hours of teaching is thin"; '
        "state the day in agreed_on"
    )
    for_people = {**older, "rule": "TST101", "agreed_on": LAST}
    assert told(read(rulebook, for_people)) == [("TST201", None)]


def test_a_second_waiver_of_one_thing_is_told(rulebook: Rulebook) -> None:
    finding, again = read(rulebook, WAIVER, {**WAIVER, "at": "training.length", "reason": "another"})
    assert finding.waived == "we teach on the job (agreed by board, until 2026-06-30)"
    assert (again.rule, again.path) == ("waiver-unused", ("waivers", 1))
    assert again.message == "this is already waived by waivers[0], so this waiver for TST201 sets nothing aside"


def test_a_waiver_of_what_falls_short_sets_nothing_aside_that_is_not_settled(rulebook: Rulebook) -> None:
    open_, unused = read(rulebook, {**WAIVER, "at": "training.length"}, training=NOT_STATED)
    assert (open_.rule, open_.kind.value, open_.waived) == ("TST201", "not settled", None)
    assert unused.message == "what TST201 finds here is not settled, and this waiver is about what falls short"
    left_open = {**WAIVER, "at": "training.length", "leaves_open": True, "found": open_.message}
    assert told(read(rulebook, left_open, training=NOT_STATED)) == [("TST201", "waived")]
    assert told(read(rulebook, left_open)) == [("TST201", None), ("waiver-unused", None)]


BARE = {**DESIGN["training"], "topics": ["boundaries"]}
OF_TOPICS = {**WAIVER, "rule": "TST202"}


def topics(rulebook: Rulebook, *waivers: dict[str, Any]) -> list[Finding]:
    return [found for found in read(rulebook, *waivers, training=BARE) if found.rule != "TST201"]


def test_a_waiver_without_a_place_covers_nothing_where_its_rule_finds_more_than_one_thing(rulebook: Rulebook) -> None:
    found = topics(rulebook, OF_TOPICS)
    assert told(found) == [("TST202", None), ("TST202", None), ("waiver-unclear", None)]
    assert found[-1].message == "TST202 finds 2 things, and this waiver does not say which of them it is about"
    assert found[-1].fix == (
        'state at as "training.topics.diversity" or "training.topics.safeguarding", '
        "and have one waiver for each that was agreed"
    )


def test_an_entry_that_a_list_lacks_is_waived_by_itself(rulebook: Rulebook) -> None:
    found = topics(rulebook, {**OF_TOPICS, "at": "Training.topics.diversity "})
    assert [(finding.severity, bool(finding.waived)) for finding in found] == [("error", False), ("warning", True)]


def test_a_waiver_agreed_for_a_warning_sets_no_error_aside(rulebook: Rulebook) -> None:
    at = {**OF_TOPICS, "at": "training.topics.safeguarding"}
    found = topics(rulebook, {**at, "severity": "warning"})
    assert told(found) == [("TST202", None), ("TST202", None), ("waiver-outdated", None)]
    assert found[-1].message == "what TST202 finds here is graver now (error) than agreed (warning)"
    assert told(topics(rulebook, {**at, "severity": "error"}))[0] == ("TST202", "waived")


def test_what_is_left_open_and_became_graver_is_called_as_what_is_open(rulebook: Rulebook) -> None:
    waiver = {**FOR_PEOPLE, "rule": "TST202", "at": "training.topics", "leaves_open": True, "severity": "advice"}
    found = read(rulebook, waiver, training={"length": "10 weeks"})
    assert found[-1].message == "what TST202 finds here is graver now (worth deciding) than agreed (to consider)"


def test_the_rules_are_asked_once_where_a_file_has_waivers(rulebook: Rulebook) -> None:
    programme, _ = read_programme({**DESIGN, "waivers": [WAIVER]}, rulebook.sector_keys)
    reading = DesignReading(rulebook, programme, LAST)
    with patch.object(DesignReading, "function_findings", autospec=True, return_value=iter(())) as asked:
        Waivers.of(reading, [WaiverEntry(**WAIVER)])
        reading.findings()
    assert asked.call_count == 1


def test_a_limit_that_is_set_aside_lets_nobody_past_another_of_its_rule() -> None:
    rule = requires(
        "TST204",
        "enough topics",
        {"training.topics": [at_least(2), includes("safeguarding"), includes("fire", strength=Strength.CAUTION)]},
        strength=Strength.MUST,
        sources=[ONE],
        reason="Because.",
    )
    book = rulebook_of({"test": Sector(title="a test", prefix="TST", edition="1")}, [attrs.evolve(rule, owner="test")])

    def for_decisions(*topics: str) -> list[Path]:
        waiver = {**WAIVER, "rule": "TST204", "at": "training.topics"}
        waiver = {key: value for key, value in waiver.items() if key != "found"}
        programme, _ = read_programme({"training": {"topics": list(topics)}, "waivers": [waiver]}, {})
        return [path for _, path in Waivers.of(DesignReading(book, programme, LAST)).for_decisions]

    assert for_decisions("safeguarding") == [("training", "topics")]
    assert for_decisions("boundaries") == []
