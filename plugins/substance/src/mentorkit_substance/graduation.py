"""How a placement ends, and what comes after it (SUB501 to SUB509)."""

from datetime import date
from typing import Annotated

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    DecideBy,
    Duration,
    Evidence,
    Fact,
    Parameter,
    Programme,
    Shortest,
    Strength,
    UnitsDifferError,
    Way,
    at_least,
    in_settings,
    includes,
    key_is,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT, TURNING_POINT
from mentorkit_substance.sources import ICRC, MAP_TRIAL, NO_END_DATE, WDP
from mentorkit_substance.vocabulary import PEER_RECOVERY_SPECIALISTS

CEREMONY = TURNING_POINT.at("a graduation closes each course")
CEREMONY_PURPOSE = TURNING_POINT.at(
    "it honours what people have achieved and lets others see that recovery is possible"
)
FOUR_ROUTES = TURNING_POINT.at("mentors go on to learn, to volunteer or to work nearby")
MOVING_ON = BRIGHT.at("mentors have to move on so that others find a place", Evidence.OPINION)
PAID_LATER = BRIGHT.at("some employers want three years before paid work", Evidence.PRACTICE)
PLACEMENTS = WDP.at("after an award at Level 2, placements of three to six months")
TERM_OF_24_WEEKS = MAP_TRIAL.at("mentees are supported for 12 weeks, within a mentor's term of 24")
CREDENTIAL = ICRC.at("500 hours of work, 25 hours of supervision, and a code of ethics that is signed")
LEAVING_SERVICE_B = BRIGHT.at(
    "a stay in Service B ends with help to find a home and referral onwards", Evidence.PRACTICE
)

SUB501 = requires(
    "SUB501",
    "new mentors graduate in public",
    {"graduation.ceremony_for": includes("mentor")},
    strength=Strength.SHOULD,
    sources=[CEREMONY],
    reason="For many it is the first award in years, and people who watch see what they could achieve themselves.",
)


def _has_a_ceremony(programme: Programme) -> bool | None:
    ceremony_for = programme.graduation.ceremony_for
    return None if ceremony_for is None else bool(ceremony_for)


SUB508 = requires(
    "SUB508",
    "the ceremony celebrates and shows that recovery is achievable",
    {"graduation.ceremony_purposes": includes("celebrate achievement", "show that recovery is achievable")},
    strength=Strength.CAUTION,
    sources=[CEREMONY_PURPOSE],
    reason="What a ceremony is for decides who is invited and who speaks. It is one programme's reason, so this is "
    "advice.",
    applies=when("if there is a ceremony", _has_a_ceremony, "graduation.ceremony_for"),
)


@rule(
    "SUB502",
    strength=Strength.SHOULD,
    sources=[FOUR_ROUTES],
    unmet="the {mentor} is leaving the role and no next step is agreed",
    fix="agree one with the {mentor} before the placement ends, along a route that the programme opens",
    requires={"progression.routes": includes("education", "training", "volunteering", "employment")},
)
def mentors_leave_for_a_next_step(
    next_step_agreed: Annotated[
        bool,
        Fact(
            "whether the {mentor}'s next step after the placement has been agreed",
            question="Has the next step of the {mentor} after the placement been agreed?",
        ),
    ],
) -> bool:
    """The role gives days a shape. If nothing follows it, people may return to old habits."""
    return next_step_agreed


SUB503 = requires(
    "SUB503",
    "the mentor role has a longest term",
    {"progression.longest_term": at_least("3 months", sources=[PLACEMENTS, TERM_OF_24_WEEKS])},
    strength=Strength.SHOULD,
    sources=[MOVING_ON, NO_END_DATE, PLACEMENTS],
    reason="Places have to become free for the next people, and some may not be ready to leave on the day. The "
    "sources disagree: the service needs turnover, and those asked find fixed limits wrong. So the programme states a "
    "term, and SUB509 asks for a way to stay longer. One service's placements last three to six months; longer is not "
    "a fault.",
)

SUB509 = requires(
    "SUB509",
    "a mentor can stay longer",
    {"progression.term_exception": ()},
    strength=Strength.CAUTION,
    sources=[NO_END_DATE],
    reason="Somebody may not be ready on the day. As with a limit on support (SUB332), only opinions are on record.",
    applies=only_if_stated(
        when("if the role has a longest term", lambda programme: programme.progression.longest_term is not None),
        "SUB503 asks for the longest term",
    ),
)


SUB504 = requires(
    "SUB504",
    "paid work has its own time free of dependence",
    {
        "progression.substance.paid_abstinence": Annotated[
            Duration,
            Parameter(
                "time free of dependence before paid work; this is different from the time before a placement",
                example='"3 years"',
                question="How long must somebody be free of dependence before paid work?",
                decide_by=DecideBy.FIRST_YEAR,
                plausible=("1 month", "10 years"),
            ),
        ]
    },
    strength=Strength.CAUTION,
    sources=[PAID_LATER],
    reason="Employers may ask for a longer time than a placement does. A mentor who does not know this plans for a "
    "job in vain.",
    applies=key_is("if employment is among the next steps", At.progression.routes, "employment"),
)

SUB505 = requires(
    "SUB505",
    "nobody leaves a residential stay with nowhere to go",
    {
        "relationship.refers_on_to": [
            at_least(1),
            includes("accommodation", "support services", strength=Strength.SHOULD),
        ]
    },
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[LEAVING_SERVICE_B],
    reason="After detoxification the body tolerates less, and the first days outside are the dangerous ones. It is a "
    "MUST on grounds of safety that somebody takes over. Where people are referred is one house's practice.",
    applies=in_settings("residential"),
)


@rule(
    "SUB506",
    strength=Strength.SHOULD,
    sources=[TERM_OF_24_WEEKS],
    unmet="{mentors} stay for {longest_term} at most, and support lasts {shortest} at least",
    fix="let {mentors} stay at least as long as the support that they begin; or say who takes over",
    ways=[Way.PAIR],
)
def a_mentor_stays_as_long_as_the_support_lasts(
    longest_term: Annotated[Duration, Parameter(at="progression.longest_term")], shortest: Shortest
) -> bool:
    """Otherwise every pair ends because the mentor goes.

    In the one trial on record, mentors stay for twice that time.
    """
    try:
        return not longest_term.is_shorter_than(shortest)
    except UnitsDifferError:  # hours against weeks: reported where each of them is stated
        return True


@rule(
    "SUB507",
    strength=Strength.SHOULD,
    sources=[CREDENTIAL],
    unmet="the credential of a peer recovery specialist needs 500 hours of work, 25 hours of supervision and a signed "
    "code of ethics; so far there are {work_hours} hours of work and {supervision_hours} of supervision",
    fix="agree with the {mentor} how to reach them",
    applies=PEER_RECOVERY_SPECIALISTS,
)
def peer_recovery_specialists_meet_the_terms_of_the_credential(
    work_hours: Annotated[
        int,
        Fact(
            "how many hours the {mentor} has worked as a peer, paid or not",
            question="How many hours has the {mentor} worked as a peer, paid or not?",
        ),
    ],
    supervision_hours: Annotated[
        int,
        Fact(
            "how many hours of supervision the {mentor} has had",
            question="How many hours of supervision has the {mentor} had?",
        ),
    ],
    ethics_signed_on: Annotated[
        date,
        Fact(
            "date on which the {mentor} signed the code of ethics",
            question="On which day did the {mentor} sign the code of ethics?",
        ),
    ],
    on: date,
) -> bool:
    """Without the hours and the signature the mentor leaves without the credential.

    It is one body's term, so this is a SHOULD and not a MUST.
    """
    return work_hours >= 500 and supervision_hours >= 25 and ethics_signed_on <= on
