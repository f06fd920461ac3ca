"""Who goes with people through the gate (PRB701)."""

from collections.abc import Iterator

from mentorkit.api import Evidence, Network, Problem, Strength, falls_short, in_all_settings, rule
from mentorkit_probation.sources import BRIGHT, CRS_GUIDANCE, PACT

_FROM_INSIDE = BRIGHT.at("support can begin before the release, when risk is high")
_SIX_MONTHS = BRIGHT.at("the Prince's Trust mentors for six months, from prison on, 2011", Evidence.PRACTICE)
_LAST_WEEKS = PACT.at("people are referred in the last six to twelve weeks of the sentence")
_BEFORE_RELEASE = CRS_GUIDANCE.at("referrals to social inclusion mentoring come before the release where they can")


@rule(
    "PRB701",
    strength=Strength.SHOULD,
    sources=[_FROM_INSIDE, _SIX_MONTHS, _LAST_WEEKS, _BEFORE_RELEASE],
    applies=in_all_settings("custody", "community"),
)
def one_supporter_stays_with_people_through_the_gate(network: Network) -> Iterator[Problem]:
    """On the day of release people lose every number they had.

    The person who was there before has to be there after it.
    """
    if not any("release" in (network.spans(link) or "") for _, link, _, _ in network.linked("supports", "refers")):
        yield falls_short(
            "network.links",
            "nobody supports a {mentee} through the gate: no link begins before the release and goes on after it",
            'let one supporter do so, with since = "8 weeks before release" and until = "6 months after release"',
        )
