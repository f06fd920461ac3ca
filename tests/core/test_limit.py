"""Limits: when they hold, what they say, and which of several unmet ones is told."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import pytest

from mentorkit.api import (
    Evidence,
    Fact,
    Limit,
    Parameter,
    Source,
    Strength,
    at_least,
    at_most,
    includes,
    includes_one_of,
    one_of,
    rule,
)
from mentorkit.core.limit import Bound
from mentorkit.core.unmet import unmet_limits
from mentorkit.values.duration import Duration, UnitsDifferError

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
MUST, SHOULD, CAUTION = Strength.MUST, Strength.SHOULD, Strength.CAUTION


def length(text: str) -> Duration:
    return Duration.parse(text)


@pytest.mark.parametrize(
    ("limit", "inside", "outside", "words"),
    [
        (
            at_least("30 days", strength=MUST, sources=[SOURCE]),
            length("30 days"),
            length("29 days"),
            "at least 30 days",
        ),
        (at_most("14 days", strength=MUST, sources=[SOURCE]), length("2 weeks"), length("15 days"), "at most 14 days"),
        (at_least(2, strength=MUST, sources=[SOURCE]), 2, 1, "at least 2"),
        (at_least(2, strength=MUST, sources=[SOURCE]), ("a", "b"), ("a",), "at least 2"),
        (at_most(1, strength=MUST, sources=[SOURCE]), ("a",), ("a", "b"), "at most 1"),
        (one_of(True, strength=MUST, sources=[SOURCE]), True, False, "true"),
        (one_of("a", "b", strength=MUST, sources=[SOURCE]), "b", "c", '"a" or "b"'),
        (includes("a", "b", strength=MUST, sources=[SOURCE]), ("b", "c", "a"), ("a",), 'a list with "a" and "b"'),
        (includes_one_of("a", "b", strength=MUST, sources=[SOURCE]), ("b",), ("c",), 'a list with "a" or "b"'),
    ],
)
def test_a_limit_holds_inside_and_says_itself(limit: Limit, inside: object, outside: object, words: str) -> None:
    assert limit.holds(inside)
    assert not limit.holds(outside)
    assert limit.words == words


def test_a_length_of_time_is_taken_as_people_round_it() -> None:
    """But a month more or a week more of the same unit is outside."""
    half_a_year = [at_most("6 months", strength=MUST, sources=[SOURCE])]
    assert [unmet_limits(half_a_year, length(text)) == () for text in ("26 weeks", "27 weeks", "7 months")] == [
        True,
        False,
        False,
    ]
    a_quarter = [at_least("3 months", strength=MUST, sources=[SOURCE])]
    assert [unmet_limits(a_quarter, length(text)) == () for text in ("13 weeks", "90 days", "11 weeks")] == [
        True,
        True,
        False,
    ]


def test_a_must_of_a_rule_that_decides_about_people_is_kept_to_the_day() -> None:
    limits = [at_least("3 months", strength=MUST), at_least("6 months", strength=SHOULD)]

    @rule("STD199", strength=MUST, sources=[SOURCE], unmet="too early", fix="wait")
    def settled_for_long_enough(
        settled_for: Annotated[Duration, Parameter("how long", limits=limits, example='"1 year"')],
        settled_since: Annotated[date, Fact("since when", question="Since when?")],
        on: date,
    ) -> bool:
        """Somebody has to be settled first."""
        return settled_since + settled_for <= on

    held = settled_for_long_enough.parameters[0].limits
    assert [limit.holds(length("90 days")) for limit in held] == [False, False]
    assert [limit.holds(length("26 weeks")) for limit in held] == [True, True]
    assert held[0].strength is MUST
    assert [limit.exact for limit in held if isinstance(limit, Bound)] == [True, False]


def test_of_two_bounds_only_the_most_binding_unmet_one_is_told() -> None:
    strict, mild = (
        at_least("30 days", strength=MUST, sources=[SOURCE]),
        at_least("3 months", strength=SHOULD, sources=[SOURCE]),
    )
    assert unmet_limits([mild, strict], length("2 weeks")) == (strict,)
    assert unmet_limits([mild, strict], length("10 weeks")) == (mild,)
    assert unmet_limits([mild, strict], length("3 months")) == ()


def test_each_thing_that_a_list_lacks_is_told() -> None:
    limits = [includes("a", strength=SHOULD, sources=[SOURCE]), includes("b", strength=MUST, sources=[SOURCE])]
    assert unmet_limits(limits, ()) == (limits[1], limits[0])


def test_a_lower_and_an_upper_bound_are_told_apart() -> None:
    limits = [at_least(5, strength=MUST, sources=[SOURCE]), at_most(3, strength=SHOULD, sources=[SOURCE])]
    assert unmet_limits(limits, 4) == tuple(limits)


def test_units_that_cannot_be_compared_are_an_error() -> None:
    with pytest.raises(UnitsDifferError):
        unmet_limits([at_least("8 weeks", strength=SHOULD, sources=[SOURCE])], length("40 hours"))


def test_what_a_limit_leaves_out_it_takes_from_its_rule_and_what_it_states_it_keeps() -> None:
    other = SOURCE.at("page 3")
    bare = at_least(2).of_rule(SHOULD, (SOURCE,))
    assert (bare.strength, bare.sources, bare.words) == (SHOULD, (SOURCE,), "at least 2")
    weaker = at_least(2, strength=CAUTION).of_rule(MUST, (SOURCE,))
    assert (weaker.strength, weaker.sources) == (CAUTION, (SOURCE,))
    elsewhere = at_least(2, sources=[other]).of_rule(MUST, (SOURCE,))
    assert (elsewhere.strength, elsewhere.sources) == (MUST, (other,))
    whole = at_least(2, strength=CAUTION, sources=[other])
    assert whole.of_rule(MUST, (SOURCE,)) is whole


def test_a_limit_that_states_no_strength_has_none_before_a_rule_has_it() -> None:
    with pytest.raises(ValueError, match="has that of its rule, and belongs to none yet"):
        _ = at_least(2).strength


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: one_of(), r"one_of\(\) takes the values that the file may say, not nothing"),
        (lambda: includes(), r"includes\(\) takes the entries of a list as texts, not nothing"),
        (lambda: includes_one_of(), r"includes_one_of\(\) takes the entries of a list as texts, not nothing"),
        (lambda: at_least("a while"), "write a whole number and a unit"),
        (lambda: at_least(2.5), "a bound is a length of time .* a number is neither"),
        (lambda: at_most(True), "a bound is a length of time .* True is neither"),
        (lambda: at_most(MUST), "a bound is a length of time .* Strength.MUST is neither"),
        (lambda: at_least(SOURCE), "a bound is a length of time .* a Source is neither"),
        (lambda: one_of("a", SOURCE), r"that the file may say, not a Source; .* by name: strength=…, sources=\[…\]"),
        (
            lambda: one_of(True, SHOULD),
            "that the file may say, not Strength.SHOULD; a strength and sources are given by name",
        ),
        (lambda: includes("a", SOURCE), r"includes\(\) takes the entries of a list as texts, not a Source"),  # type: ignore[arg-type]
        (
            lambda: includes_one_of("a", MUST),  # type: ignore[arg-type]
            r"includes_one_of\(\) takes the entries of a list as texts, not Strength.MUST",
        ),
        (lambda: at_least(1, strength="must"), "'strength' is Strength.MUST"),  # type: ignore[arg-type]
        (lambda: at_least(1, sources=SOURCE), r"sources is a list, also of one: sources=\[…\]"),  # type: ignore[arg-type]
        (lambda: at_least(1, sources=["a book"]), "'sources' lists what is a Source, with author, title"),  # type: ignore[list-item]
        (lambda: Parameter("x", limits=at_least(1)), r"limits is a list, also of one: limits=\[…\]"),
        (lambda: Parameter("x", limits=["8 weeks"]), r"limits are made by at_least\(\)"),
    ],
)
def test_wrong_use_is_refused_where_the_limit_is_made(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


def test_strength_and_sources_are_given_by_name_alone() -> None:
    for make in (at_least, at_most):
        with pytest.raises(TypeError, match="positional argument"):
            make("4 weeks", MUST)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="unexpected keyword argument 'source'"):
            make("4 weeks", source=SOURCE)  # type: ignore[call-arg]


def test_a_source_needs_author_title_and_address() -> None:
    for lacking in ("author", "title", "address"):
        said = {"author": "A", "title": "T", "address": "https://example.org"} | {lacking: " "}
        with pytest.raises(ValueError, match=f"'{lacking}' is empty"):
            Source(author=said["author"], title=said["title"], address=said["address"], evidence=Evidence.OPINION)


def test_a_source_says_what_kind_of_evidence_it_is() -> None:
    place = SOURCE.at("page 3", Evidence.RESEARCH)
    assert str(place) == "A, T: page 3 [research]"
    assert str(SOURCE) == "A, T [opinion]"


def test_a_fix_names_a_few_missing_entries_again_and_not_many() -> None:
    few = includes("a", "b", "c", strength=Strength.MUST, sources=[SOURCE])
    many = includes("a", "b", "c", "d", strength=Strength.MUST, sources=[SOURCE])
    assert few.message_and_fix("what is covered", ())[1] == 'add "a", "b" and "c"'
    assert many.message_and_fix("what is covered", ("e",)) == (
        'what is covered: has to include "a", "b", "c" and "d"',
        "add them",
    )
    assert many.message_and_fix("what is covered", ("d",))[1] == 'add "a", "b" and "c"'


def test_of_bounds_that_bind_as_much_the_one_that_keeps_to_all_is_told() -> None:
    four, eight, days = (at_least(bound, strength=Strength.MUST) for bound in ("4 hours", "8 hours", "2 days"))
    assert unmet_limits([four, eight], Duration.parse("2 hours")) == (eight,)
    assert unmet_limits([eight, four], Duration.parse("6 hours")) == (eight,)
    twelve, ten = (at_most(bound, strength=Strength.MUST) for bound in (12, 10))
    assert unmet_limits([twelve, ten], 20) == (ten,)
    assert unmet_limits([days], Duration.parse("1 day")) == (days,)
