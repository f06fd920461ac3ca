"""For which ways of support rules, keys and facts make sense."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import attrs
import pytest

from mentorkit.api import (
    OVER_TIME,
    WITH_GRADUATION,
    WITH_MENTORS,
    Fact,
    Parameter,
    Problem,
    Programme,
    Rule,
    RuleError,
    Sector,
    Strength,
    Way,
    at_least,
    falls_short,
    key_is,
    requires,
    rule,
)
from mentorkit.core.design_reading import read_design
from mentorkit.programme.way_stages import ways_that_decide, ways_with
from mentorkit.programme.ways import ways_in_words
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme
from tests.made_up_sector import ONE

ON = date(2026, 3, 1)
OTHERS = frozenset(Way) - {Way.PAIR}


def asked(made: Rule, ways: list[str] | None, **tables: Any) -> list[str]:
    """The keys and facts that a rule asks of a design with these ways of support, or one that does not say."""
    book = rulebook_of({"test": Sector(title="a test", prefix="TST", edition="1")}, [attrs.evolve(made, owner="test")])
    programme, faults = read_programme(
        {"programme": {"ways": ways} if ways is not None else {}, **tables}, book.sector_keys
    )
    assert not faults
    programme = attrs.evolve(programme, format=2)
    return [str(finding.path[-1]) for finding in read_design(book, programme, ON)]


def ruled(**said: Any) -> Rule:
    return requires(
        "TST201", "a key", {"training.topics": ()}, strength=Strength.MUST, sources=[ONE], reason="Because.", **said
    )


@pytest.mark.parametrize(
    ("ways", "offered", "keys"),
    [
        ((), [], ["topics"]),
        ([Way.PAIR], ["pair"], ["topics"]),
        ([Way.PAIR], ["on call"], []),
        ([Way.PAIR], [], ["topics"]),  # a list of none is not settled
        ([Way.PAIR, Way.ON_CALL], ["on call"], ["topics"]),
        ([Way.PAIR], None, ["topics"]),  # unknown never reads as no
    ],
)
def test_a_rule_applies_where_one_of_its_ways_is_offered_or_nobody_knows(
    ways: list[Way], offered: list[str] | None, keys: list[str]
) -> None:
    assert asked(ruled(ways=ways), offered) == keys


@rule("TST101", strength=Strength.MUST, sources=[ONE], unmet="no", fix="ask")
def on_call(
    answers: Annotated[bool, Fact("whether they answer", ways=[Way.ON_CALL])],
    calls: Annotated[int, Parameter("how many calls there are", ways=[Way.ON_CALL], example="2")],
) -> bool:
    """Because."""
    return answers and calls > 0


def test_what_a_function_takes_for_a_way_that_nobody_offers_is_not_asked() -> None:
    assert asked(on_call, ["pair"]) == []
    assert sorted(asked(on_call, ["on call"])) == ["answers", "calls"]


def test_a_rule_of_limits_asks_of_its_keys_those_that_make_sense() -> None:
    made = requires(
        "TST202",
        "two keys",
        {"relationship.contact_every": (), "training.topics": at_least(1)},
        strength=Strength.MUST,
        sources=[ONE],
        reason="Because.",
    )
    assert asked(made, ["pair"]) == ["contact_every", "topics"]
    assert asked(made, ["on call"]) == ["topics"]


def test_a_design_of_the_first_format_is_about_pairs_unless_it_says_not() -> None:
    assert (Programme().may_offer({Way.PAIR}), Programme().may_offer(OTHERS), Programme().may_offer(())) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Way.PAIR, r"'ways' is a list, also of one: ways=\[Way.PAIR\]"),
        (["pair"], "'ways' lists ways of support, such as Way.PAIR, and has a text"),
        (7, "'ways' is a list"),
    ],
)
def test_wrong_ways_are_refused_in_the_terms_of_their_author(wrong: Any, message: str) -> None:
    for declare in (
        lambda: ruled(ways=wrong),
        lambda: Parameter("doors", ways=wrong),
        lambda: Fact("whether", ways=wrong),
    ):
        with pytest.raises(Exception, match=message):
            declare()


def test_ways_are_said_in_their_order() -> None:
    assert ways_in_words({Way.ONLINE, Way.PAIR, Way.DROP_IN}) == "for the ways of support pair, drop-in and online"
    assert (ways_in_words({Way.PAIR}), ways_in_words(())) == ("for the way of support pair", "")


@rule(
    "TST001",
    strength=Strength.MUST,
    sources=[ONE],
    requires={"matching.collects": ()},
    reads=["programme.name"],
)
def always_wrong(programme: Programme) -> Iterator[Problem]:
    """Because."""
    yield falls_short("programme.name", "always wrong")


@rule("TST002", strength=Strength.MUST, sources=[ONE])
def meetings(
    programme: Programme, number: Annotated[int | None, Parameter(at="relationship.meetings")]
) -> Iterator[Problem]:
    """Because."""
    if number is None:
        yield falls_short("programme.name", "no meetings")


@pytest.mark.parametrize(
    ("made", "ways", "keys"),
    [
        (always_wrong, ["on call"], ["name"]),
        (always_wrong, ["pair"], ["collects"]),  # first what is not stated
        (meetings, ["on call"], ["name"]),
        (meetings, ["pair"], ["name"]),
    ],
)
def test_a_key_that_makes_no_sense_here_silences_no_search(made: Rule, ways: list[str], keys: list[str]) -> None:
    assert asked(made, ways) == keys


def test_an_online_place_is_not_taken_to_have_pairs() -> None:
    online = attrs.evolve(Programme(), format=2, programme=attrs.evolve(Programme().programme, ways=("online",)))
    none = attrs.evolve(Programme(), relationship=attrs.evolve(Programme().relationship, pairs=False))
    pair = {Way.PAIR}
    assert (online.may_offer(pair), none.may_offer(pair), none.may_offer({Way.ONLINE})) == (False, False, True)


def of_area(id: str, key: str = "governance.documents", **said: Any) -> frozenset[Way]:
    return requires(id, "a key", {key: ()}, strength=Strength.MUST, sources=[ONE], reason="Because.", **said).ways


def with_fact(id: str, **said: Any) -> Rule:
    @rule(id, strength=Strength.MUST, sources=[ONE], unmet="no", fix="ask", **said)
    def made(mentor_asked: Annotated[bool, Fact("whether they were asked")]) -> bool:
        """Because."""
        return mentor_asked

    return made


def test_a_rule_is_for_the_ways_of_its_stage_its_keys_and_what_it_applies_by() -> None:
    applies = key_is("if there is a clinical part", "role.clinical", True)
    assert of_area("TST001") == of_area("TST801") == of_area("TST301") == frozenset()
    assert of_area("TST101") == of_area("TST001", applies=applies) == frozenset(WITH_MENTORS)
    assert of_area("TST101", ways=Way) == frozenset()  # who says so asks it in mutual aid too
    assert of_area("TST001", "relationship.contact_every") == {Way.PAIR}
    assert of_area("TST001", "relationship.contact_every", ways=[Way.PAIR, Way.ON_CALL]) == {Way.PAIR}
    assert of_area("TST001", "relationship.contact_every", ways=[]) == {Way.PAIR}


def test_facts_are_asked_only_where_people_are_decided_on() -> None:
    assert with_fact("TST101").ways == frozenset(WITH_MENTORS)
    assert with_fact("TST301").ways == {Way.PAIR}
    assert with_fact("TST501").ways == frozenset(WITH_GRADUATION)
    assert with_fact("TST601").ways == frozenset(OVER_TIME)
    with pytest.raises(RuleError, match="facts are asked where people are decided on, and in mutual aid nobody is at"):
        with_fact("TST101", ways=[Way.PAIR, Way.MUTUAL_AID])


def test_a_rule_for_no_way_of_support_is_refused() -> None:
    with pytest.raises(RuleError, match="there is no way of support for which all that it takes makes sense"):
        of_area("TST001", "relationship.contact_every", ways=[Way.ON_CALL])


def test_the_names_for_several_ways_agree_with_their_stages() -> None:
    assert frozenset(WITH_MENTORS) == ways_with("screening") == ways_with("supervision")
    assert frozenset(WITH_GRADUATION) == ways_that_decide("graduation")
    assert frozenset(OVER_TIME) == ways_that_decide("outcomes")
    assert {Way.PAIR} == ways_that_decide("matching")
