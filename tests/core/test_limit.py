"""Limits: when they hold, what they say, and which of several unmet ones is told."""

import pytest

from mentorkit.api import Evidence, Limit, Source, Strength, at_least, at_most, includes, includes_one_of, one_of
from mentorkit.core.limit import unmet
from mentorkit.values.duration import Duration, UnitsDifferError

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
MUST, SHOULD, CAUTION = Strength.MUST, Strength.SHOULD, Strength.CAUTION


def length(text: str) -> Duration:
    return Duration.parse(text)


@pytest.mark.parametrize(
    ("limit", "inside", "outside", "words"),
    [
        (at_least("30 days", MUST, SOURCE), length("30 days"), length("29 days"), "at least 30 days"),
        (at_most("14 days", MUST, SOURCE), length("2 weeks"), length("15 days"), "at most 14 days"),
        (at_least(2, MUST, SOURCE), 2, 1, "at least 2"),
        (at_least(2, MUST, SOURCE), ("a", "b"), ("a",), "at least 2"),
        (at_most(1, MUST, SOURCE), ("a",), ("a", "b"), "at most 1"),
        (one_of(True, strength=MUST, source=SOURCE), True, False, "true"),
        (one_of("a", "b", strength=MUST, source=SOURCE), "b", "c", '"a" or "b"'),
        (includes("a", "b", strength=MUST, source=SOURCE), ("b", "c", "a"), ("a",), 'a list with "a" and "b"'),
        (includes_one_of("a", "b", strength=MUST, source=SOURCE), ("b",), ("c",), 'a list with "a" or "b"'),
    ],
)
def test_a_limit_holds_inside_and_says_itself(limit: Limit, inside: object, outside: object, words: str) -> None:
    assert limit.holds(inside)
    assert not limit.holds(outside)
    assert limit.words == words


def test_of_two_bounds_only_the_most_binding_unmet_one_is_told() -> None:
    strict, mild = at_least("30 days", MUST, SOURCE), at_least("3 months", SHOULD, SOURCE)
    assert unmet([mild, strict], length("2 weeks")) == (strict,)
    assert unmet([mild, strict], length("10 weeks")) == (mild,)
    assert unmet([mild, strict], length("3 months")) == ()


def test_each_thing_that_a_list_lacks_is_told() -> None:
    limits = [includes("a", strength=SHOULD, source=SOURCE), includes("b", strength=MUST, source=SOURCE)]
    assert unmet(limits, ()) == (limits[1], limits[0])


def test_a_lower_and_an_upper_bound_are_told_apart() -> None:
    limits = [at_least(5, MUST, SOURCE), at_most(3, SHOULD, SOURCE)]
    assert unmet(limits, 4) == tuple(limits)


def test_units_that_cannot_be_compared_are_an_error() -> None:
    with pytest.raises(UnitsDifferError):
        unmet([at_least("8 weeks", SHOULD, SOURCE)], length("40 hours"))


def test_a_limit_without_source_or_content_is_refused() -> None:
    with pytest.raises(ValueError, match="a limit needs a source"):
        at_least(1, MUST)
    with pytest.raises(ValueError, match="name the values"):
        one_of(strength=MUST, source=SOURCE)
    with pytest.raises(ValueError, match="name the entries that"):
        includes(strength=MUST, source=SOURCE)
    with pytest.raises(ValueError, match="name the entries of which"):
        includes_one_of(strength=MUST, source=SOURCE)
    with pytest.raises(ValueError, match="write a whole number and a unit"):
        at_least("a while", MUST, SOURCE)


def test_a_source_needs_author_title_and_address() -> None:
    for lacking in ("author", "title", "address"):
        said = {"author": "A", "title": "T", "address": "https://example.org"} | {lacking: " "}
        with pytest.raises(ValueError, match=f"a source needs its {lacking}"):
            Source(author=said["author"], title=said["title"], address=said["address"], evidence=Evidence.OPINION)


def test_a_source_says_what_kind_of_evidence_it_is() -> None:
    place = SOURCE.at("page 3", Evidence.RESEARCH)
    assert str(place) == "A, T: page 3 [research]"
    assert str(SOURCE) == "A, T [opinion]"


def test_a_fix_names_a_few_missing_entries_again_and_not_many() -> None:
    few = includes("a", "b", "c", strength=Strength.MUST, source=SOURCE)
    many = includes("a", "b", "c", "d", strength=Strength.MUST, source=SOURCE)
    assert few.tell("what is covered", ())[1] == 'add "a", "b" and "c"'
    assert many.tell("what is covered", ("e",)) == (
        'what is covered: "a", "b", "c" and "d" have to be among them',
        "add them",
    )
    assert many.tell("what is covered", ("d",))[1] == 'add "a", "b" and "c"'
