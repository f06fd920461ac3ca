"""In which designs a rule applies."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.api import (
    At,
    Condition,
    Days,
    Programme,
    during,
    in_nations,
    in_roles,
    in_settings,
    is_role,
    key_is,
    only_if_stated,
    when,
)
from mentorkit.toml.structure import read_programme
from tests.examples import examples


@pytest.mark.parametrize(
    ("stated", "holds"),
    [
        ("peer listener", True),
        ("Peer-Listener", True),
        (" peer  listener ", True),
        ("mentor and peer listener", True),
        ("mentor, sponsor and peer listener", True),
        ("mentor", False),
        ("listener", False),
        ("peer listener at night", False),
        ("", False),
    ],
)
def test_a_role_is_read_however_it_is_written_and_may_be_several(stated: str, holds: bool) -> None:
    assert is_role(stated, "cross-age mentor", "peer listener") is holds


def test_a_rule_for_a_kind_of_role_waits_where_the_design_does_not_say_which_it_is() -> None:
    condition = in_roles("sponsor")
    assert condition.words == "if the role is sponsor"
    for role, holds, waits in (
        ({}, True, True),
        ({"kind": "Sponsor"}, True, False),
        ({"kind": "mentor"}, False, False),
    ):
        programme, _ = read_programme({"role": role}, {})
        assert (condition.holds(programme), bool(condition.waits_for(programme))) == (holds, waits)


ANSWERS = st.sampled_from([True, False, None])


def says(answer: bool | None, words: str = "if so") -> Condition:
    return when(words, lambda _: answer)


@examples(100)
@given(ANSWERS, ANSWERS, ANSWERS)
def test_conditions_combine_as_what_is_known_does(a: bool | None, b: bool | None, c: bool | None) -> None:
    """What is unknown could be either, so a combination is known where both would give the same."""

    def either(one: bool | None) -> tuple[bool, ...]:
        return (True, False) if one is None else (one,)

    combined = (says(a) & says(b)) | ~says(c)
    possible = {(x and y) or not z for x in either(a) for y in either(b) for z in either(c)}
    assert combined.answer(Programme()) is (possible.pop() if len(possible) == 1 else None)
    assert combined.holds(Programme()) is (combined.answer(Programme()) is not False)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (says(None, "if a") & says(None, "if b") & says(None, "in c"), "if a, and if b, and in c"),
        ((says(None, "if a") | says(None, "if b")) & says(None, "if c"), "(if a, or if b), and if c"),
        (~says(None, "if a") & ~says(None, "unless b") & ~says(None, "in c"), "unless a, and if b, and not in c"),
        (~(says(None, "if a") & says(None, "if b")), "not (if a, and if b)"),
        (~~says(None, "if a"), "if a"),
        (when("at night", says(None, "if a") & says(None, "if b")), "at night"),
        (during(Days(last=date(2027, 3, 31))), "up to and including 2027-03-31"),
    ],
)
def test_a_condition_of_several_says_so_in_the_words_of_each(condition: Condition, words: str) -> None:
    assert condition.words == words


def test_what_a_condition_of_several_waits_for_is_what_its_answer_hangs_on() -> None:
    custody, clinical = in_settings("custody"), key_is("if clinicians supervise", At.supervision.led_by, "clinician")
    for tables, both, either in (
        ({}, ["programme.settings", "supervision.led_by"], ["programme.settings", "supervision.led_by"]),
        ({"programme": {"settings": ["custody"]}}, ["supervision.led_by"], []),
        ({"programme": {"settings": ["school"]}}, [], ["supervision.led_by"]),
        ({"supervision": {"led_by": "staff"}}, [], ["programme.settings"]),
    ):
        programme, _ = read_programme(tables, {})
        assert (custody & clinical).waits_for(programme) == both
        assert (custody | clinical).waits_for(programme) == either


def test_a_key_is_one_of_some_values_or_a_list_with_one_and_else_unknown() -> None:
    clinical = key_is("if clinicians supervise", At.supervision.led_by, "clinician", "staff")
    taught = key_is("if fire is taught", "training.topics", "fire")
    for tables, answers in (
        ({}, (None, None)),
        ({"supervision": {"led_by": "staff"}, "training": {"topics": ["fire", "first aid"]}}, (True, True)),
        ({"supervision": {"led_by": "coordinator"}, "training": {"topics": []}}, (False, False)),
    ):
        programme, _ = read_programme(tables, {})
        assert (clinical.answer(programme), taught.answer(programme)) == answers
    with pytest.raises(ValueError, match="takes the values that the file may say, not nothing"):
        key_is("if so", At.role.clinical)
    with pytest.raises(ValueError, match="takes the values that the file may say, not a list"):
        key_is("if so", At.role.clinical, [True])


def test_what_is_not_stated_counts_as_no_only_where_a_condition_says_why() -> None:
    targets = key_is("if there are targets", At.outcomes.mentor_targets, True)
    stated = only_if_stated(targets, "nobody writes down what there is not")
    assert (targets.holds(Programme()), stated.holds(Programme())) == (True, False)
    assert (targets.waits_for(Programme()), stated.waits_for(Programme())) == (["outcomes.mentor_targets"], [])
    with pytest.raises(ValueError, match="say in 'because' why"):
        only_if_stated(targets, " ")
    later = only_if_stated(during(Days(first=date(2027, 4, 1))), "it is the day that decides")
    assert [later.answer(Programme(), on) for on in (None, date(2027, 3, 31), date(2027, 4, 1))] == [None, False, True]
    assert (~stated).answer(Programme()) is True


def test_a_range_on_both_sides_of_what_is_asked_leaves_no_rule_out() -> None:
    def short(programme: Programme) -> bool | None:
        sessions = programme.group_sessions.sessions
        return None if sessions is None else sessions <= 6

    few = only_if_stated(when("if there are few sessions", short), "a longer course need not say so")
    several = only_if_stated(when("if so", short) & says(None), "nobody writes down what there is not")
    both = [few, ~few, few & says(True), few & says(False), only_if_stated(few, "it is the same"), several]
    for stated, answers in (
        ({"from": 5, "to": 8}, [None, None, None, False, None, False]),
        ({"from": 5, "to": 6}, [True, False, True, False, True, False]),
        ({"about": 20}, [False, True, False, False, False, False]),
        (None, [False, True, False, False, False, False]),
    ):
        table = {} if stated is None else {"sessions": stated}
        programme, _ = read_programme({"format": 2, "group_sessions": table}, {})
        assert [each.answer(programme) for each in both] == answers


def test_a_test_that_fails_to_answer_leaves_no_rule_out() -> None:
    def fails(_: Programme) -> bool:
        raise KeyError

    for condition in (when("if so", fails), ~when("if so", fails), when("if so", fails) & says(True)):
        assert condition.answer(Programme()) is None
        assert condition.holds(Programme())


def test_a_test_that_exits_leaves_no_rule_out() -> None:
    def exits(_: Programme) -> bool:
        raise SystemExit(0)

    assert when("if so", exits).answer(Programme()) is None
    assert when("if so", exits).holds(Programme())


@pytest.mark.parametrize(
    ("at", "values", "message"),
    [
        (At.training.length, ["8 weeks"], "training.length is length of time, and never a text; when.. can test any"),
        (At.programme.mentors, ["12"], "programme.mentors is whole number, and never a text"),
        (At.programme.mentors, [True], "programme.mentors is whole number, and never True"),
        (At.role.supervised, [1], "role.supervised is true or false, and never a whole number"),
        (At.programme.nation, ["Wales"], 'no value of programme.nation "Wales"'),
        (At.programme.settings, ["prison"], 'no value of programme.settings "prison"'),
        (At.staff, ["coordinator"], "staff is list: table, and never a text"),
    ],
)
def test_a_condition_on_what_a_key_can_never_be_is_refused(at: Any, values: list[Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        key_is("if so", at, *values)


def test_a_key_of_a_sector_is_compared_with_values_of_its_own_kind() -> None:
    one = key_is("if so", "role.test.doors", 1)
    programme, _ = read_programme({"role": {"test": {"doors": True}}}, {("role", "test", "doors"): bool})
    assert one.answer(programme) is False


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: in_settings("custody") or in_settings("ward"), "joined with & and |, and turned round with ~"),
        (
            lambda: in_settings("custody") & is_role,  # type: ignore[operator]
            "a condition is made by when.., key_is.. or the like; a function",
        ),
        (lambda: only_if_stated(is_role, "why"), "a condition is made by when"),  # type: ignore[arg-type]
        (lambda: only_if_stated(in_settings("custody"), None), "say in 'because' why"),  # type: ignore[arg-type]
        (lambda: when("if so", in_settings("custody"), needs="programme.nation"), "'needs' is of a test of one's own"),
        (lambda: during(Days()), "during.. takes Days with a first or a last day"),
        (lambda: during(None), "during.. takes Days with a first or a last day"),  # type: ignore[arg-type]
        (lambda: when(" ", lambda _: True), "'words' is empty"),
    ],
)
def test_a_condition_that_would_lose_something_is_refused(wrong: Callable[[], object], message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=message):
        wrong()


def test_a_condition_waits_for_no_key_that_cannot_change_its_answer() -> None:
    wales, custody = in_nations("wales"), in_settings("custody")
    supervised = key_is("if they are supervised", At.role.supervised, True)
    stated = only_if_stated(when("if there are targets", lambda _: None, At.outcomes.mentor_targets), "it says so")
    programme, _ = read_programme({"programme": {"nation": "wales"}}, {})
    assert ((wales | supervised) & custody).waits_for(programme) == ["programme.settings"]
    assert (stated | custody).waits_for(programme) == ["programme.settings"]
