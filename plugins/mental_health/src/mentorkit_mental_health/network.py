"""Who goes with people out of hospital (MHL701)."""

from collections.abc import Iterator

from mentorkit.api import At, Network, Problem, Strength, falls_short, in_all_settings, rule
from mentorkit.works import TURNING_POINT_HOSPITAL
from mentorkit_mental_health.sources import FROM_ADMISSION_ON


@rule(
    "MHL701",
    strength=Strength.SHOULD,
    sources=[TURNING_POINT_HOSPITAL, FROM_ADMISSION_ON],
    applies=in_all_settings("ward", "community"),
)
def somebody_supports_the_move_out_of_hospital(network: Network) -> Iterator[Problem]:
    """At home there is no bell to ring. People call somebody they know from the ward instead."""
    through = [link for _, link, _, _ in network.linked("supports") if "discharge" in (network.spans(link) or "")]
    if not through:
        yield falls_short(
            "network.links",
            "nobody supports a {mentee} through the move out of hospital: no support begins before discharge and goes "
            "on after it",
            'let one supporter do so, with since = "2 weeks before discharge" and until = "4 months after discharge"',
            met_by_more=At.network.links,
        )
    elif not any(map(network.is_usable, through)):
        yield falls_short(
            "network.links",
            "nobody supports a {mentee} through the move out of hospital now: those on the links that do so cannot be "
            "reached",
            "name a deputy on one of these links, or let another supporter do so",
        )
