"""Dangers among the needs of a network: that they count as risks, are answered soon, and are thought of at all.

A need is known for a danger by its words (`danger_words.py`).
"""

from collections.abc import Iterator, Sequence

from mentorkit.api import (
    CHILDREN_TAKE_PART,
    At,
    Network,
    Problem,
    Programme,
    Strength,
    Way,
    falls_short,
    not_settled,
    rule,
    when,
)
from mentorkit.standards.danger_words import (
    ABUSE,
    ANY,
    CRISIS,
    FROM_OTHERS,
    ILLNESS,
    OVERDOSE,
    SUICIDE,
    dangers,
    speaks_of_danger,
)
from mentorkit.standards.safeguarding_sources import WITHIN_A_WORKING_DAY
from mentorkit.standards.sources import CLEAR_WAY, FIRST_HOURS, RIGHT_TIME, WITHIN_A_DAY
from mentorkit.standards.vocabulary import NO_FELLOWSHIP_OF_ADULTS

_A_DAY = 24 * 60


def waits_too_long(network: Network, need: str) -> bool:
    """Whether a need that names a danger may wait for more than a day."""
    limit = network.limit(need)
    return limit is not None and limit > _A_DAY and bool(_dangers(network, need))


def _dangers(network: Network, need: str) -> tuple[str, ...]:
    """The dangers that a need names: by its title, or by its id where the title speaks of none."""
    title = network.needs[need].title or ""
    return dangers(title if speaks_of_danger(title) else need)


@rule(
    "STD430",
    strength=Strength.MUST,
    sources=[RIGHT_TIME, CLEAR_WAY],
    applies=NO_FELLOWSHIP_OF_ADULTS,
    ways=Way,
    asked_since="2026-11",
)
def dangers_count_as_risks(network: Network) -> Iterator[Problem]:
    """What is no risk need not be answered at every hour, nor reach somebody who is responsible.

    The sources speak of suicidal content and of concerns. It is this project's reading that a need that names suicide,
    self-harm, overdose, abuse, violence, exploitation or a missing person is a risk.
    """
    for need in network.other_needs:
        if named := _dangers(network, need):
            yield falls_short(
                network.need_at(need, "risk"),
                f'"{network.name(need)}" is declared to be no risk, and its words name {_in_words(named)}',
                "state risk = true; if nobody is in danger, say so in the title",
            )


def _in_words(named: Sequence[str]) -> str:
    return "a danger" if named[0] == ANY else f"a danger: {named[0]}"


@rule(
    "STD431",
    strength=Strength.MUST,
    sources=[WITHIN_A_DAY, RIGHT_TIME, WITHIN_A_WORKING_DAY],
    applies=NO_FELLOWSHIP_OF_ADULTS,
    ways=Way,
    asked_since="2026-11",
)
def dangers_are_answered_within_a_day(network: Network) -> Iterator[Problem]:
    """Who speaks of a danger may be in it now.

    A day is the longest time that a source names for suicidal content, and another tells the local authority of
    an allegation within a working day. It is this project's reading that no danger of the network waits longer. STD704
    asks whether the time is kept.
    """
    for need in network.needs:
        if waits_too_long(network, need):
            yield falls_short(
                network.need_at(need, "within"),
                f'"{network.name(need)}" may wait for {network.needs[need].within}, '
                f"and its words name {_in_words(_dangers(network, need))}",
                'state within = "1 day" or less, and agree who answers that soon',
            )


@rule(
    "STD432",
    strength=Strength.MUST,
    sources=[RIGHT_TIME, CLEAR_WAY],
    reads=[At.for_whom.ages, At.for_whom.groups, At.role.works_with, At.role.kind, At.role.youngest],
    applies=NO_FELLOWSHIP_OF_ADULTS,
    ways=Way,
    asked_since="2026-11",
)
def dangers_that_come_up_everywhere_are_thought_of(programme: Programme, network: Network) -> Iterator[Problem]:
    """Nobody chooses where to speak of it for the first time, and then it has to be known who is called.

    The sources speak of suicidal content and of concerns about children. It is this project's reading that every
    network has a need for thoughts of suicide or self-harm, and one for abuse where children take part.
    """
    wanted = {SUICIDE: {SUICIDE, CRISIS, ANY}}
    if CHILDREN_TAKE_PART.answer(programme):
        wanted[ABUSE] = {ABUSE, FROM_OTHERS, ANY}
    for danger, covered_by in wanted.items():
        if not _is_thought_of(network, covered_by):
            yield _asks_who_is_called(danger, "1 hour")


def _is_thought_of(network: Network, covered_by: set[str]) -> bool:
    """Whether a risk of the network names one of these dangers, or there is no need that it could be left out of."""
    there = {danger for need in network.risks for danger in _dangers(network, need)}
    return not network.needs or not there.isdisjoint(covered_by)


def _asks_who_is_called(danger: str, within: str) -> Problem:
    return not_settled(
        "network.needs",
        f"who is called when it is about {danger}: no risk of the network names it",
        f'add [[network.needs]] with title = "{danger}", risk = true and within = "{within}"; link it to the members '
        "who answer",
    )


def _drugs_or_alcohol(programme: Programme) -> bool | None:
    sectors = programme.programme.sectors
    return None if sectors is None else "substance" in sectors


@rule(
    "STD452",
    strength=Strength.SHOULD,
    sources=[FIRST_HOURS],
    applies=when("in services for people who use drugs or alcohol", _drugs_or_alcohol) & NO_FELLOWSHIP_OF_ADULTS,
    ways=Way,
    asked_since="2026-11",
)
def an_overdose_is_thought_of_where_drugs_are_used(network: Network) -> Iterator[Problem]:
    """Minutes count, and a mentor may be the only one there.

    The source speaks of the hours after an overdose. It is this project's reading that a service for people who use
    drugs or alcohol says who is called, by a need for an overdose, for somebody who is unconscious or for any danger.
    """
    if not _is_thought_of(network, {OVERDOSE, ILLNESS, ANY}):
        yield _asks_who_is_called("an overdose", "15 minutes")
