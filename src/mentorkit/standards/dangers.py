"""Dangers among the needs of a network: that they count as risks, are answered soon, and are thought of at all.

A need is known for a danger by its words, as people write them. Words that speak of help before or long after it are
none: a group for people bereaved by suicide, a course on harm reduction.
"""

import re
from collections.abc import Iterator

from mentorkit.api import (
    CHILDREN_TAKE_PART,
    At,
    Network,
    Problem,
    Programme,
    Strength,
    as_seen,
    falls_short,
    not_settled,
    rule,
)
from mentorkit.standards.safeguarding_sources import WITHIN_A_WORKING_DAY
from mentorkit.standards.sources import CLEAR_WAY, RIGHT_TIME, WITHIN_A_DAY

_A_DAY = 24 * 60
_SUICIDE, _ABUSE, _ANY = "suicide or self-harm", "abuse or neglect", "any danger"
_DANGERS: dict[str, str] = {
    _SUICIDE: r"suicid|self[- ]?(harm|injur)|want(s|ing)? to die|own (life|lives)\b|kill(s|ing)? (them|him|her)sel",
    _ABUSE: r"(?<!drug )(?<!drugs )(?<!substance )(?<!alcohol )(?<!solvent )\babus(e|ed|ive|ing)\b"
    r"(?! of (alcohol|drug|substance|solvent|medic|prescri))|neglect|harm to (a )?child|forced marriage"
    r"|genital mutilation",
    "overdose": r"\boverdos",
    "violence": r"violen|\bassault|\bweapon|\bkni(fe|ves)\b|\bstabb|harm(s|ing)? (to|somebody|someone|others|a child)\b"
    r"|serious harm|risk of harm|threat\w* (to|of) ([\w']+ ){0,2}(li(fe|ves)|kill|harm|violence|somebody|someone)\b",
    "exploitation": r"exploit|county lines|\bgroom(ed|ing)\b|traffick|modern slavery|cuckooing|radicalis",
    "a missing person": r"\bmissing (person|child|from (home|care))|\b(go|goes|going|gone|went) missing|"
    r"\b(run|runs|ran|running) away",
    _ANY: r"\bin (immediate )?danger\b|\bnot safe\b|\bunsafe\b|\bcris[ie]s\b|\bemergenc|risk to (somebody|someone|life)"
    r"|^(harm|danger|safety|safeguarding)$|safeguarding concern|child protection",
}
_NO_DANGER = re.compile(
    r"bereave|\b(after|following) (a |an |the )?(suicide|assault|abuse|overdose)|\bprevent|aware|\btraining\b"
    r"|\bcourse\b|surviv|\bhistory of\b|\bpast\b|\bprevious|reduction|minimisation|counsell|therap|\brecover"
    r"|\b(housing|financial|money) cris|non-?viol|\bdebt|\bneglected (garden|home|house)|support group"
)


def _danger(network: Network, need: str) -> str | None:
    """Which danger the words of a need name, or None."""
    words = f"{as_seen(need)}\n{as_seen(network.needs[need].title or '')}"
    if _NO_DANGER.search(words):
        return None
    return next((danger for danger, said in _DANGERS.items() if re.search(said, words, re.MULTILINE)), None)


@rule(
    "STD430",
    strength=Strength.MUST,
    sources=[RIGHT_TIME, CLEAR_WAY],
    asked_since="2026-11",
)
def dangers_count_as_risks(network: Network) -> Iterator[Problem]:
    """What is no risk need not be answered at every hour, nor reach somebody who is responsible.

    The sources speak of suicidal content and of concerns. It is this project's reading that a need that names suicide,
    self-harm, overdose, abuse, violence, exploitation or a missing person is a risk.
    """
    for need in network.other_needs:
        if (danger := _danger(network, need)) is not None:
            yield falls_short(
                network.need_at(need, "risk"),
                f'"{network.name(need)}" is declared to be no risk, and its words name {_named(danger)}',
                "state risk = true; if nobody is in danger, say so in the title",
            )


def _named(danger: str) -> str:
    return "a danger" if danger == _ANY else f"a danger: {danger}"


@rule(
    "STD431",
    strength=Strength.MUST,
    sources=[WITHIN_A_DAY, RIGHT_TIME, WITHIN_A_WORKING_DAY],
    asked_since="2026-11",
)
def dangers_are_answered_within_a_day(network: Network) -> Iterator[Problem]:
    """Who speaks of a danger may be in it now.

    A day is the longest time that a source names for suicidal content, and another tells the local authority of
    an allegation within a working day. It is this
    project's reading that no danger of the network waits longer. STD704 asks whether the time is kept.
    """
    for need in network.needs:
        limit, danger = network.limit(need), _danger(network, need)
        if danger is not None and limit is not None and limit > _A_DAY:
            yield falls_short(
                network.need_at(need, "within"),
                f'"{network.name(need)}" may wait for {network.needs[need].within}, '
                f"and its words name {_named(danger)}",
                'state within = "1 day" or less, and agree who answers that soon',
            )


@rule(
    "STD432",
    strength=Strength.MUST,
    sources=[RIGHT_TIME, CLEAR_WAY],
    reads=[At.for_whom.ages, At.for_whom.groups, At.role.works_with, At.role.kind, At.role.youngest],
    asked_since="2026-11",
)
def dangers_that_come_up_everywhere_are_thought_of(programme: Programme, network: Network) -> Iterator[Problem]:
    """Nobody chooses where to speak of it for the first time, and then it has to be known who is called.

    The sources speak of suicidal content and of concerns about children. It is this project's reading that every
    network has a need for thoughts of suicide or self-harm, and one for abuse where children take part.
    """
    there = {_danger(network, need) for need in network.risks}
    wanted = (_SUICIDE, _ABUSE) if CHILDREN_TAKE_PART.answer(programme) else (_SUICIDE,)
    for danger in wanted:
        if network.needs and there.isdisjoint({danger, _ANY}):
            yield not_settled(
                "network.needs",
                f"who is called when it is about {danger}: no risk of the network names it",
                f'add [[network.needs]] with title = "{danger}", risk = true and within = "1 hour"; link it to the '
                "members who answer",
            )
