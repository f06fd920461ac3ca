"""How a placement ends, and what comes after it (SUB501 to SUB509)."""

from datetime import date
from typing import Annotated

from mentorkit.api import (
    Duration,
    Evidence,
    Fact,
    Parameter,
    Party,
    Programme,
    Strength,
    UnitsDifferError,
    at_least,
    in_settings,
    includes,
    rule,
    when,
)
from mentorkit_substance.sources import BRIGHT, ICRC, MAP_TRIAL, TURNING_POINT, WDP
from mentorkit_substance.vocabulary import PEER_RECOVERY_SPECIALISTS

CEREMONY = TURNING_POINT.at("a graduation closes each course")
CEREMONY_PURPOSE = TURNING_POINT.at(
    "it honours what people have achieved and lets others see that recovery is possible"
)
FOUR_ROUTES = TURNING_POINT.at("mentors go on to learn, to volunteer or to work nearby")
MOVING_ON = BRIGHT.at("mentors have to move on so that others find a place", Evidence.OPINION)
NO_FIXED_END = BRIGHT.at("interviewees objected to an end date for mentoring", Evidence.OPINION)
PAID_LATER = BRIGHT.at("some employers want three years before paid work", Evidence.PRACTICE)
PLACEMENTS = WDP.at("after an award at Level 2, placements of three to six months")
TERM_OF_24_WEEKS = MAP_TRIAL.at("mentees are supported for 12 weeks, within a mentor's term of 24")
CREDENTIAL = ICRC.at("500 hours of work, 25 hours of supervision, and a code of ethics that is signed")
LEAVING_SERVICE_B = BRIGHT.at(
    "a stay in Service B ends with help to find a home and referral onwards", Evidence.PRACTICE
)


@rule("SUB501", strength=Strength.SHOULD, sources=[CEREMONY])
def new_mentors_graduate_in_public(
    ceremony_for: Annotated[
        tuple[Party, ...],
        Parameter(at="graduation.ceremony_for", limits=[includes("mentor", strength=Strength.SHOULD, source=CEREMONY)]),
    ],
) -> None:
    """For many it is the first award in years, and those who watch see what they could reach themselves."""


def _has_a_ceremony(programme: Programme) -> bool | None:
    ceremony_for = programme.graduation.ceremony_for
    return None if ceremony_for is None else bool(ceremony_for)


@rule(
    "SUB508",
    strength=Strength.CAUTION,
    sources=[CEREMONY_PURPOSE],
    applies=when("where there is a ceremony", _has_a_ceremony, "graduation.ceremony_for"),
)
def the_ceremony_honours_and_shows_the_way(
    ceremony_purposes: Annotated[
        tuple[str, ...],
        Parameter(
            at="graduation.ceremony_purposes",
            limits=[
                includes(
                    "celebrate achievement",
                    "show that recovery is achievable",
                    strength=Strength.CAUTION,
                    source=CEREMONY_PURPOSE,
                )
            ],
        ),
    ],
) -> None:
    """Who is invited, and who speaks, follows from what it is for. It is one programme's reason, hence advice."""


@rule(
    "SUB502",
    strength=Strength.SHOULD,
    sources=[FOUR_ROUTES],
    unmet="the {mentor} leaves the role with no next step agreed",
    fix="agree one with the {mentor} before the placement ends, along a route that the programme opens",
)
def mentors_leave_for_a_next_step(
    routes: Annotated[
        tuple[str, ...],
        Parameter(
            at="progression.routes",
            limits=[
                includes(
                    "education", "training", "volunteering", "employment", strength=Strength.SHOULD, source=FOUR_ROUTES
                )
            ],
        ),
    ],
    next_step_agreed: Annotated[bool, Fact("whether the {mentor}'s next step after the placement has been agreed")],
) -> bool:
    """The role gives days a shape; when it ends with nothing after it, the old shape is near."""
    return next_step_agreed


@rule("SUB503", strength=Strength.SHOULD, sources=[MOVING_ON, NO_FIXED_END, PLACEMENTS])
def the_mentor_role_has_a_longest_term(
    longest_term: Annotated[
        Duration,
        Parameter(
            at="progression.longest_term",
            limits=[at_least("3 months", Strength.SHOULD, sources=[PLACEMENTS, TERM_OF_24_WEEKS])],
        ),
    ],
) -> None:
    """Places have to come free for the next people, and someone may not be ready to leave on the day.

    The sources disagree: the service needs turnover, and those asked find fixed limits wrong. So a term is stated, and
    SUB509 asks for the way to stay longer. One service's placements last three to six months; longer is no fault.
    """


@rule(
    "SUB509",
    strength=Strength.CAUTION,
    sources=[NO_FIXED_END],
    applies=when("where the role has a longest term", lambda programme: programme.progression.longest_term is not None),
)
def a_mentor_can_stay_longer(term_exception: Annotated[str, Parameter(at="progression.term_exception")]) -> None:
    """Somebody may not be ready on the day. As with a limit of support (SUB332), opinions are all that is on record."""


def _leads_to_work(programme: Programme) -> bool | None:
    routes = programme.progression.routes
    return None if routes is None else "employment" in routes


@rule(
    "SUB504",
    strength=Strength.CAUTION,
    sources=[PAID_LATER],
    applies=when("where employment is among the next steps", _leads_to_work, "progression.routes"),
)
def paid_work_has_its_own_threshold(
    paid_abstinence: Annotated[
        Duration,
        Parameter(
            "time free of dependence before paid work, which is not the time before a placement",
            at="progression.substance.paid_abstinence",
            example='"3 years"',
        ),
    ],
) -> None:
    """A mentor who takes the volunteers' threshold for that of employers plans for a job and meets a closed door."""


@rule(
    "SUB505",
    strength=Strength.MUST,
    sources=[LEAVING_SERVICE_B],
    applies=in_settings("residential"),
)
def nobody_leaves_a_residential_stay_with_nowhere_to_go(
    refers_on_to: Annotated[
        tuple[str, ...],
        Parameter(
            at="relationship.refers_on_to",
            limits=[
                at_least(1, Strength.MUST, source=LEAVING_SERVICE_B),
                includes("accommodation", "support services", strength=Strength.SHOULD, source=LEAVING_SERVICE_B),
            ],
        ),
    ],
) -> None:
    """After detoxification the body bears less than it did, and the first days outside are the dangerous ones.

    That somebody takes over is a MUST on grounds of safety; to whom people are referred is one house's practice.
    """


@rule(
    "SUB506",
    strength=Strength.SHOULD,
    sources=[TERM_OF_24_WEEKS],
    unmet="{mentors} stay for {longest_term} at most, and support lasts {shortest} at least",
    fix="let {mentors} stay as long as the support that they begin, and better longer; or say who goes on with it",
)
def a_mentor_stays_as_long_as_the_support(
    longest_term: Annotated[Duration, Parameter(at="progression.longest_term")],
    shortest: Annotated[Duration, Parameter(at="relationship.shortest")],
) -> bool:
    """Otherwise every pair ends because the mentor goes. The one trial on record has terms of twice the length."""
    try:
        return longest_term >= shortest
    except UnitsDifferError:  # hours against weeks: told where each of them is stated
        return True


@rule(
    "SUB507",
    strength=Strength.SHOULD,
    sources=[CREDENTIAL],
    unmet="the credential takes 500 hours of work, 25 of supervision and a signed code of ethics; there are "
    "{work_hours} and {supervision_hours} hours so far",
    fix="agree with the {mentor} how to reach them",
    applies=PEER_RECOVERY_SPECIALISTS,
)
def peer_recovery_specialists_complete_what_the_credential_takes(
    work_hours: Annotated[int, Fact("how many hours the {mentor} has worked as a peer, paid or not")],
    supervision_hours: Annotated[int, Fact("how many hours of supervision the {mentor} has had")],
    ethics_signed_on: Annotated[date, Fact("date on which the {mentor} signed the code of ethics")],
    on: date,
) -> bool:
    """Who leaves without them leaves without the credential. It is one body's term, hence should and not must."""
    return work_hours >= 500 and supervision_hours >= 25 and ethics_signed_on <= on
