"""Who takes over (WRK701)."""

from collections.abc import Iterator

from mentorkit.api import At, Network, Problem, Strength, falls_short, rule
from mentorkit.works import TRIM_TO_A_PROFESSIONAL

from mentorkit_workplace.vocabulary import HAND_OVER, TRIM_OR_STRAW


@rule("WRK701", strength=Strength.SHOULD, sources=[TRIM_TO_A_PROFESSIONAL, HAND_OVER], applies=TRIM_OR_STRAW)
def the_way_to_professional_support_is_there(network: Network) -> Iterator[Problem]:
    """The design says that professionals take over (WRK303). Here the network needs a way that leads to them."""
    needs = [*network.risks, *network.other_needs]
    mentors = network.playing("mentor")
    reached = {member for need in needs for mentor in mentors for member in network.reached(need, mentor)}
    if not any(network.members[member].clinical for member in reached):
        yield falls_short(
            "network.links",
            "no way leads from a {mentor} to somebody whose work is clinical",
            "name the professionals among the members, with clinical = true, and link the way to them",
            met_by_more=At.network.links,
        )
