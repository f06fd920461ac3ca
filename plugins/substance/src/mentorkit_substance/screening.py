"""Who may become a mentor (SUB1xx)."""

from datetime import date
from typing import Annotated

from mentorkit.api import Duration, Evidence, Fact, Parameter, Source, Strength, at_least, rule

TURNING_POINT = Source(
    author="Turning Point",
    title="Peer Mentoring",
    address="https://www.nationalvoices.org.uk/wellbeing-our-way/wow-exchange/peer-mentoring",
    evidence=Evidence.PRACTICE,
)
BRIGHT = Source(
    author="J. Bright (Howard League for Penal Reform)",
    title="Takes one to know one?",
    year=2015,
    address="http://www.drugsandalcohol.ie/24565/",
    evidence=Evidence.RESEARCH,
)


@rule(
    "SUB101",
    strength=Strength.MUST,
    sources=[TURNING_POINT],
    unmet="free of dependence since {abstinent_since}: less than the {abstinence} this programme asks for",
    fix="offer a role without a caseload until {eligible_from}",
)
def free_of_dependence_before_placement(
    abstinence: Annotated[
        Duration,
        Parameter(
            "time free of dependence before a placement",
            limits=[
                at_least("30 days", Strength.MUST, source=BRIGHT.at("Service B asks for 30 days", Evidence.PRACTICE)),
                at_least("3 months", Strength.SHOULD, source=TURNING_POINT.at("three months before a placement")),
            ],
            example='"3 months"',
        ),
    ],
    abstinent_since: Annotated[date, Fact("date since when the applicant has been free of dependence")],
    on: date,
) -> bool:
    """Taken on too soon, the role itself can bring on a lapse."""
    return on >= abstinent_since + abstinence
