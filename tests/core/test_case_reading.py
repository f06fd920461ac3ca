"""The run-time reading: each verdict, the worst of them, and the day from which it would be another."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from mentorkit.api import Evidence, Rule, Sector, Source, Strength, rule
from mentorkit.core.case_reading import Case, Decision, Outcome, ReadyRule, decide
from mentorkit.core.finding import Thing
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.tables import Programme
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme

ON = date(2026, 3, 1)


def programme(rulebook: Rulebook, wait: str | None = "3 months") -> Programme:
    made, faults = read_programme({"screening": {"test": {"wait": wait}}} if wait else {}, rulebook.sector_keys)
    assert faults == []
    return made


def decided(
    rulebook: Rulebook, wait: str | None = "3 months", waived: tuple[Thing, ...] = (), on: date = ON, **facts: Any
) -> Decision:
    return decide(rulebook, programme(rulebook, wait), Stage.SCREENING, Case("c-1", facts), on, waived)


def outcomes(decision: Decision) -> dict[str, str]:
    return {verdict.rule.id: verdict.outcome.words for verdict in decision.verdicts}


def test_all_rules_met_is_proceed(rulebook: Rulebook) -> None:
    decision = decided(rulebook, since=date(2025, 12, 1), agrees=True)
    assert outcomes(decision) == {"TST101": "proceed", "TST102": "proceed", "TST103": "proceed"}
    assert (decision.outcome, decision.eligible_from) == (Outcome.PROCEED, None)
    assert [verdict.message() for verdict in decision.verdicts] == ["", "", ""]


def test_what_a_later_day_would_meet_is_not_yet_from_that_day(rulebook: Rulebook) -> None:
    decision = decided(rulebook, since=date(2025, 12, 2), agrees=True)
    assert (decision.outcome, decision.eligible_from) == (Outcome.NOT_YET, date(2026, 3, 2))
    verdict = decision.verdicts[0]
    assert verdict.fix() == "ask again on 2026-03-02"
    assert verdict.message() == "waiting since [since]: less than 3 months"
    assert verdict.message(show_values=True) == "waiting since 2025-12-02: less than 3 months"


def test_the_day_is_the_first_one_across_a_month_end(rulebook: Rulebook) -> None:
    decision = decided(rulebook, since=date(2025, 11, 30), agrees=True, on=date(2026, 1, 1))
    assert decision.eligible_from == date(2026, 2, 28)
    assert decided(rulebook, since=date(2025, 11, 30), agrees=True, on=date(2026, 2, 28)).outcome is Outcome.PROCEED
    assert decided(rulebook, since=date(2025, 11, 30), agrees=True, on=date(2026, 2, 27)).outcome is Outcome.NOT_YET


def test_a_should_rule_that_is_not_met_is_a_note_in_the_words_of_the_sector(rulebook: Rulebook) -> None:
    decision = decided(rulebook, since=date(2025, 12, 1), agrees=False)
    assert decision.outcome is Outcome.NOTE
    assert decision.verdicts[1].message() == "no guest has agreed"


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"agrees": True}, "since is not known"),
        ({"agrees": True, "since": None}, "since is not known"),
        ({"agrees": True, "since": "2025-12-01"}, "since is the wrong kind of value"),
        ({"agrees": True, "since": True}, "since is the wrong kind of value"),
    ],
)
def test_what_is_not_known_or_of_the_wrong_kind_is_referred_to_a_person(
    rulebook: Rulebook, facts: dict[str, Any], why: str
) -> None:
    decision = decided(rulebook, **facts)
    assert outcomes(decision) == {"TST101": "refer", "TST102": "proceed", "TST103": "note"}
    assert decision.outcome is Outcome.REFER
    assert decision.verdicts[0].message() == decision.verdicts[0].message(show_values=True) == why
    assert decision.verdicts[0].fix() == "find out, and ask again; a person decides"


@pytest.mark.parametrize(
    ("wait", "why"),
    [
        (None, "the programme does not state wait"),
        ("2 weeks", "what the programme states as wait is outside its limits"),
        ("40 hours", "what the programme states as wait has units that cannot be compared with its limits"),
    ],
)
def test_a_parameter_that_cannot_stand_refers_everybody(rulebook: Rulebook, wait: str | None, why: str) -> None:
    decision = decided(rulebook, wait, since=date(2000, 1, 1), agrees=True)
    assert decision.outcome is Outcome.REFER
    assert decision.verdicts[0].message() == why


def test_a_parameter_outside_a_should_limit_still_decides(rulebook: Rulebook) -> None:
    assert decided(rulebook, "10 weeks", since=date(2025, 12, 1), agrees=True).outcome is Outcome.PROCEED


def test_refer_stands_above_stop_so_that_nothing_hides_behind_the_unknown() -> None:
    assert sorted(Outcome) == [Outcome.PROCEED, Outcome.NOTE, Outcome.NOT_YET, Outcome.STOP, Outcome.REFER]


def test_a_stage_at_which_no_rule_asks_anything_is_referred(rulebook: Rulebook) -> None:
    for stage in (Stage.OUTCOMES, Stage.TRAINING):
        decision = decide(rulebook, programme(rulebook), stage, Case("c-1", {}), ON)
        assert decision.outcome is Outcome.REFER


def test_a_waived_rule_is_never_worse_than_a_note_and_says_so(rulebook: Rulebook) -> None:
    decision = decided(rulebook, waived=(("TST101", ()),), agrees=True)
    assert decision.outcome is Outcome.NOTE
    assert [verdict.waived for verdict in decision.verdicts] == [True, False, False]


def crash(since: date) -> bool:
    raise ValueError(since)


def leave(since: date) -> bool:
    raise SystemExit


@pytest.mark.parametrize("function", [crash, leave, lambda since: None])
@pytest.mark.parametrize(("strength", "outcome"), [(Strength.MUST, Outcome.REFER), (Strength.SHOULD, Outcome.NOTE)])
def test_a_rule_that_crashes_refers_and_tells_no_value(
    rules: tuple[Rule, ...], sector: Sector, function: Callable[..., Any], strength: Strength, outcome: Outcome
) -> None:
    function.__doc__, function.__name__ = "Because.", "broken"
    since = rules[0].facts[0]
    function.__annotations__ = {"since": _annotated(since), "return": bool}
    source = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
    broken = attrs.evolve(rule("TST109", strength=strength, sources=[source], unmet="x")(function), owner="test")
    book = rulebook_of({"test": sector}, [broken])
    decision = decide(book, Programme(), Stage.SCREENING, Case("c-1", {"since": date(1999, 5, 5)}), ON)
    assert decision.outcome is outcome
    assert decision.verdicts[0].message(show_values=True).startswith("the rule could not be applied: it ")
    assert "1999" not in decision.verdicts[0].message(show_values=True)


def _annotated(argument: Any) -> Any:
    from typing import Annotated

    return Annotated[argument.type, argument.declared]


def ready(rule: Rule) -> ReadyRule:
    return ReadyRule(rule, {}, {}, "", waived=False)


def test_the_last_day_on_which_a_rule_still_holds_is_found_by_asking(rules: tuple[Rule, ...]) -> None:
    values = {"wait": rules[0].parameters[0].limits[1].bound, "since": date(2026, 1, 31), "on": ON}  # type: ignore[attr-defined]
    assert ready(rules[2]).day_of_change(values, ON, 365, met=False) == date(2026, 7, 31)
    assert ready(rules[0]).day_of_change(values, date(2026, 5, 1), 365, met=False) is None
    assert ready(rules[0]).first_day_met(values, ON) == date(2026, 4, 30)


def test_a_rule_that_does_not_look_at_the_day_has_no_later_day(rules: tuple[Rule, ...]) -> None:
    assert ready(rules[1]).first_day_met({"agrees": False}, ON) is None


def test_the_search_for_a_day_ends_with_the_calendar(rules: tuple[Rule, ...]) -> None:
    values = {"wait": rules[0].parameters[0].limits[1].bound, "since": date(9999, 9, 29)}  # type: ignore[attr-defined]
    assert ready(rules[0]).first_day_met(values, date(9999, 12, 1)) == date(9999, 12, 29)


def test_a_case_shows_its_id_and_never_its_facts() -> None:
    assert "1999" not in repr(Case("c-1", {"since": date(1999, 5, 5)}))
