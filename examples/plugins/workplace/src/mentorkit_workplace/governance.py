"""What is written down (WRK801)."""

from mentorkit.api import Strength, in_writing, requires
from mentorkit.works import STRONGMIND

from mentorkit_workplace.vocabulary import TRIM

POLICY = STRONGMIND.at("it works better as part of a policy, tied to human resources and occupational health")


WRK801 = requires(
    "WRK801",
    "there is a policy on the response to trauma",
    in_writing("trauma response policy"),
    strength=Strength.SHOULD,
    sources=[POLICY],
    reason="On the worst day nobody has time to agree who calls whom, and who gives people the hours for it.",
    applies=TRIM,
)
