"""Who goes with people out of hospital (MHL701)."""

from collections.abc import Iterator

from mentorkit.api import Network, Problem, Strength, falls_short, in_all_settings, rule
from mentorkit_mental_health.sources import ENRICH_TRIAL, TURNING_POINT

_THE_MOVE = TURNING_POINT.at("help matters most at the move from hospital to community")
_FOUR_MONTHS = ENRICH_TRIAL.at("support began during the admission and went on for four months after discharge")


@rule(
    "MHL701", strength=Strength.SHOULD, sources=[_THE_MOVE, _FOUR_MONTHS], applies=in_all_settings("ward", "community")
)
def somebody_supports_the_move_out_of_hospital(network: Network) -> Iterator[Problem]:
    """At home there is no bell to ring. People call somebody they know from the ward instead."""
    if not any("discharge" in (network.spans(link) or "") for _, link, _, _ in network.linked("supports")):
        yield falls_short(
            "network.links",
            "nobody supports a {mentee} through the move out of hospital: no support begins before discharge and goes "
            "on after it",
            'let one supporter do so, with since = "2 weeks before discharge" and until = "4 months after discharge"',
        )
