"""Who goes with people through the gate (PRB701)."""

from collections.abc import Iterator

from mentorkit.api import At, Network, Problem, Strength, falls_short, in_all_settings, rule
from mentorkit.works import BRIGHT_BEFORE_RELEASE, RESETTLEMENT_BEFORE_RELEASE
from mentorkit_probation.sources import LAST_WEEKS, PRINCES_TRUST


@rule(
    "PRB701",
    strength=Strength.SHOULD,
    sources=[BRIGHT_BEFORE_RELEASE, PRINCES_TRUST, LAST_WEEKS, RESETTLEMENT_BEFORE_RELEASE],
    applies=in_all_settings("custody", "community"),
)
def one_supporter_stays_with_people_through_the_gate(network: Network) -> Iterator[Problem]:
    """On the day of release people lose every number they had.

    The person who was there before has to be there after it.
    """
    through = [
        link for _, link, _, _ in network.linked("supports", "refers") if "release" in (network.spans(link) or "")
    ]
    if not through:
        yield falls_short(
            "network.links",
            "nobody supports a {mentee} through the gate: no link begins before the release and goes on after it",
            'let one supporter do so, with since = "8 weeks before release" and until = "6 months after release"',
            met_by_more=At.network.links,
        )
    elif not any(map(network.is_usable, through)):
        yield falls_short(
            "network.links",
            "nobody supports a {mentee} through the gate now: those on the links that do so cannot be reached",
            "name a deputy on one of these links, or let another supporter do so",
        )
