"""For which ways of support a rule makes sense: those of its stage, and of all that it takes and waits for."""

from collections.abc import Collection, Iterable

from mentorkit.core.arguments import Argument
from mentorkit.core.condition import Condition
from mentorkit.core.stage import Area
from mentorkit.programme.path import path_of
from mentorkit.programme.shared_keys import ways_of_shared
from mentorkit.programme.way_stages import ways_that_decide, ways_with
from mentorkit.programme.ways import Way, as_ways, way_names
from mentorkit.text.words import listed

_ALL = frozenset(Way)


def ways_of_rule(
    stated: Iterable[Way],
    area: Area,
    parameters: Iterable[Argument],
    facts: Collection[Argument],
    arguments: Collection[str],
    applies: Condition | None,
) -> frozenset[Way]:
    """The ways of support that a rule is for; empty for all.

    What the author states counts; where nothing is stated, a rule on a stage is for the ways that have the stage. It is
    never for a way in which nobody is decided on at the stage whose facts it asks, or in which something that its
    function needs, or the key that it applies by, makes no sense. A rule that has only limits is for a way if one of
    its keys is.

    Args:
        stated: what the author lists.
        area: what the rule is about.
        parameters: what the design must state.
        facts: what it asks of people.
        arguments: the names of all that its function takes; empty for a rule that has only limits.
        applies: in which designs it applies.

    Raises:
        ValueError: where it asks facts in a way that has no such decision, or is for no way at all.
    """
    listed_ways = as_ways(stated)
    stage = area.stage
    found = listed_ways or (ways_with(stage.value) if stage else _ALL)
    if facts and stage:
        decided = ways_that_decide(stage.value)
        if wrong := listed_ways - decided:
            names = listed(way_names(wrong), "or")
            raise ValueError(f"facts are asked where people are decided on, and in {names} nobody is at {stage.value}")
        found &= decided
    parameters = tuple(parameters)
    needed = [each.ways for each in (*parameters, *facts) if each.name in arguments and not each.optional]
    if not arguments:
        needed.append(_ALL.intersection(frozenset().union(*(each.ways or _ALL for each in parameters))))
    needed += [ways_of_shared(path_of(key)) for key in (applies.all_needs if applies is not None else ())]
    for ways in filter(None, needed):
        found &= ways
    if not found:
        raise ValueError("there is no way of support for which all that it takes makes sense")
    return frozenset() if found == _ALL else found
