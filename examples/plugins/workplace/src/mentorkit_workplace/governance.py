"""What is written down (WRK801)."""

from typing import Annotated

from mentorkit.api import Parameter, Strength, includes, rule

from mentorkit_workplace.sources import STRONGMIND
from mentorkit_workplace.vocabulary import TRIM

POLICY = STRONGMIND.at("it works better as part of a policy, tied to human resources and occupational health")


@rule("WRK801", strength=Strength.SHOULD, sources=[POLICY], applies=TRIM)
def the_response_to_trauma_is_policy(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("trauma response policy", strength=Strength.SHOULD, source=POLICY)],
        ),
    ],
) -> None:
    """On the worst day nobody has the time to agree who calls whom, and who gives people the hours for it."""
