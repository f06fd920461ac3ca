"""For which ways of support each fact makes sense: `collects` is stated once for all ways of a programme."""

from collections.abc import Iterable
from typing import Any

from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.matching import compared_facts
from mentorkit.programme.shared_keys import ways_of_shared
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way

_WITH_COMPARISON = frozenset((Way.PAIR, Way.MUTUAL_AID))
"""The ways in which two people are compared: a mentor and a mentee, or two members."""


def ways_of_facts(
    rulebook: Rulebook, programme: Programme, stages: Iterable[Stage] = Stage
) -> dict[str, frozenset[Way]]:
    """The ways of support that each fact is for, whether the programme offers them or not.

    A fact is for the ways of the rules that need it, and of matching if it is compared. One that nothing uses is for
    those of the stages that collect it.

    Args:
        rulebook: the rules.
        programme: the design.
        stages: those whose `collects` is looked at.
    """
    found = {
        name: frozenset[Way]().union(*(rule.ways or Way for rule, _ in users))
        for name, users in rulebook.facts().items()
    }
    for name in compared_facts(programme.matching):
        found[name] = found.get(name, frozenset()) | _WITH_COMPARISON
    used = frozenset(found)
    for stage in stages:
        ways = ways_of_shared((stage.value, "collects")) or Way
        for name in programme.value((stage.value, "collects")) or ():
            if name not in used:
                found[name] = found.get(name, frozenset()).union(ways)
    return found


def collected(rulebook: Rulebook, programme: Programme, stage: Stage) -> list[str]:
    """The facts that a programme collects at a stage and that are for one of its ways of support, in its order."""
    stated: Iterable[str] = programme.value((stage.value, "collects")) or ()
    ways = ways_of_facts(rulebook, programme, [stage]) if stated else {}
    return [name for name in stated if programme.may_offer(ways[name])]


def facts_compared(programme: Programme) -> dict[str, Any]:
    """The facts that matching compares, with their kinds; none where nobody is compared with anybody."""
    return compared_facts(programme.matching) if programme.may_offer(_WITH_COMPARISON) else {}
