"""Who may become a mentor, and how people come to the programme (PRB101 to PRB107)."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import (
    Duration,
    Evidence,
    Fact,
    Parameter,
    Programme,
    Strength,
    includes,
    one_of,
    rule,
    when,
)
from mentorkit_probation.sources import (
    BRIGHT,
    HUMPHRIS,
    LISTENERS_DARTMOOR,
    NHS_LIAISON,
    VOICE_FOR_CONS,
    WRITTEN_QUESTION,
)
from mentorkit_probation.vocabulary import (
    FOR_LISTENERS,
    IN_LIAISON,
    IN_THE_COMMUNITY,
    MENTORING,
    SCHEMES_KEY,
    in_schemes,
    runs,
)

RECOMMENDED = HUMPHRIS.at("applicants come on the word of their own probation practitioner")
FREELY = HUMPHRIS.at("nobody is made to become a mentor")
BY_CHOICE = BRIGHT.at("people engage where mentoring is voluntary", Evidence.OPINION)
BY_ORDER = BRIGHT.at("people ordered into treatment did as well or better, citing McSweeney 2008")
NO_RECORD = BRIGHT.at(
    "those with no arrest before, women above all, were arrested more often afterwards, citing O'Donnell and "
    "Williams 2012"
)
RECENT_CONTACT = NHS_LIAISON.at("peer workers have been in contact with the justice system in recent times")
SECURITY = LISTENERS_DARTMOOR.at("the prison's security department clears each Listener")
EXCLUDED_OFFENCES = VOICE_FOR_CONS.at("some offences and sentences are reported to rule people out")
OTHER_ROUTE = WRITTEN_QUESTION.at("schemes that look at the risk of a person who would fail the usual vetting")
CONTACTS = ("arrest", "custody suite", "court")


def _is_by_choice(programme: Programme) -> bool | None:
    mentored = runs(programme, *MENTORING)
    return mentored if not mentored else not runs(programme, "activity requirement")


@rule("PRB101", strength=Strength.SHOULD, sources=[RECOMMENDED], applies=IN_THE_COMMUNITY)
def the_practitioner_recommends_the_applicant(
    steps: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.steps",
            limits=[includes("practitioner's recommendation", strength=Strength.SHOULD, source=RECOMMENDED)],
        ),
    ],
) -> None:
    """The practitioner knows the applicant's risks and how far they have come; no interview shows as much.

    One service's practice, and so no requirement.
    """


@rule("PRB102", strength=Strength.MUST, sources=[FREELY])
def mentors_choose_the_role_freely(
    mentors_volunteer: Annotated[
        bool,
        Parameter(at="recruitment.mentors_volunteer", limits=[one_of(True, strength=Strength.MUST, source=FREELY)]),
    ],
) -> None:
    """Who mentors because a sentence or a regime demands it can neither say no nor be believed.

    One service says so of itself; it is required of all, since a person under sentence is easily pressed.
    """


@rule(
    "PRB103",
    strength=Strength.CAUTION,
    sources=[BY_CHOICE, BY_ORDER],
    applies=when("unless sessions count towards a sentence", _is_by_choice, SCHEMES_KEY),
)
def being_sent_to_a_mentor_is_thought_over(
    mentees_volunteer: Annotated[
        bool,
        Parameter(
            at="recruitment.mentees_volunteer",
            limits=[one_of(True, strength=Strength.CAUTION, sources=[BY_CHOICE, BY_ORDER])],
        ),
    ],
) -> None:
    """Those interviewed say that only free choice works; one study of ordered treatment found that it did as well.

    So being sent is no fault in a design, and worth a second thought.
    """


@rule(
    "PRB104",
    strength=Strength.CAUTION,
    sources=[NO_RECORD],
    applies=in_schemes("mentoring of young people", "court support", "liaison and diversion"),
)
def people_without_offences_are_not_mixed_in_unseen(
    mentees_without_offences: Annotated[
        Literal["not taken", "after a review", "taken"],
        Parameter(
            "whether people are taken who have no offence on record",
            at="recruitment.probation.mentees_without_offences",
            limits=[one_of("not taken", "after a review", strength=Strength.CAUTION, source=NO_RECORD)],
            example='"after a review"',
        ),
    ],
) -> None:
    """For somebody who has not offended, a scheme full of people who have can be the way in."""


@rule(
    "PRB105",
    strength=Strength.MUST,
    sources=[RECENT_CONTACT],
    unmet="the last contact with the justice system, on {justice_contact_on}, is too long ago or leaves out arrest, "
    "custody suite or court",
    fix="find out whether there is more to tell, or suggest another role",
    applies=IN_LIAISON,
)
def the_justice_system_is_known_from_the_inside(
    justice_contact_within: Annotated[
        Duration,
        Parameter(
            "how far back a peer worker's own contact with the justice system may lie",
            at="screening.probation.justice_contact_within",
            example='"5 years"',
        ),
    ],
    justice_contact_on: Annotated[date, Fact("date of the applicant's last contact with the justice system")],
    justice_contacts: Annotated[
        tuple[str, ...], Fact('what the applicant has been through: "arrest", "custody suite", "court" …')
    ],
    on: date,
) -> bool:
    """In a police cell people believe somebody who has sat there. The guidance gives no number for recent: set one."""
    return justice_contact_on <= on <= justice_contact_on + justice_contact_within and set(CONTACTS) <= set(
        justice_contacts
    )


@rule(
    "PRB106",
    strength=Strength.MUST,
    sources=[SECURITY],
    unmet="the prison's security clearance is dated {security_cleared_on}, which is still to come",
    fix="wait until the prison has cleared the applicant",
    applies=FOR_LISTENERS,
)
def listeners_are_cleared_before_training(
    steps: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.steps",
            limits=[includes("security clearance", strength=Strength.MUST, source=SECURITY)],
        ),
    ],
    security_cleared_on: Annotated[date, Fact("date on which the prison's security department cleared the applicant")],
    on: date,
) -> bool:
    """Listeners sit alone, and at night, with people at their most vulnerable."""
    return security_cleared_on <= on


@rule("PRB107", strength=Strength.SHOULD, sources=[EXCLUDED_OFFENCES, OTHER_ROUTE], applies=IN_THE_COMMUNITY)
def vetting_has_a_second_route(
    steps: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.steps",
            limits=[includes("check of excluded offences", strength=Strength.SHOULD, source=EXCLUDED_OFFENCES)],
        ),
    ],
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("risk-assessed route into vetting", strength=Strength.SHOULD, source=OTHER_ROUTE)],
        ),
    ],
) -> None:
    """Usual vetting rules out many whose experience counts; applicants should hear of that early, and of a way in.

    The text of the vetting framework of HMPPS was not confirmed for this rule, which rests on a blog and on an answer
    in parliament; therefore no requirement. A person must check the framework before a service relies on it.
    """
