"""Who may become a mentor, and how people come to the programme (PRB101 to PRB107)."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import (
    UNDER_UK_LAW,
    DecideBy,
    Duration,
    Evidence,
    Fact,
    Parameter,
    Programme,
    Strength,
    day_after,
    in_writing,
    includes,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT, HUMPHRIS
from mentorkit_probation.sources import LISTENERS_DARTMOOR, NHS_LIAISON, VOICE_FOR_CONS, WRITTEN_QUESTION
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


PRB101 = requires(
    "PRB101",
    "the practitioner recommends the applicant",
    {"screening.steps": includes("practitioner's recommendation")},
    strength=Strength.SHOULD,
    sources=[RECOMMENDED],
    reason="The practitioner knows the applicant's risks and progress better than an interview can show. It is one "
    "service's practice, so it is not a requirement.",
    applies=IN_THE_COMMUNITY,
)

PRB102 = requires(
    "PRB102",
    "mentors choose the role freely",
    {"recruitment.mentors_volunteer": one_of(True)},
    strength=Strength.MUST,
    sources=[FREELY],
    reason="Somebody who mentors because a sentence or a regime demands it cannot say no, and is not believed. One "
    "service says so of itself. It is required of all, since a person under sentence is easily put under pressure.",
)

PRB103 = requires(
    "PRB103",
    "people choose whether to have a mentor",
    {"recruitment.mentees_volunteer": one_of(True)},
    strength=Strength.CAUTION,
    sources=[BY_CHOICE, BY_ORDER],
    reason="Those interviewed say that only free choice works. One study of ordered treatment found that it did as "
    "well. So being sent is not a fault in a design, but is worth a second thought.",
    applies=when("unless sessions count towards a sentence", _is_by_choice, SCHEMES_KEY),
)

PRB104 = requires(
    "PRB104",
    "people without offences are taken only after a review",
    {
        "recruitment.probation.mentees_without_offences": Annotated[
            Literal["not taken", "after a review", "taken"],
            Parameter(
                "whether people with no offence on record are taken",
                limits=[one_of("not taken", "after a review")],
                example='"after a review"',
                question="Do you take people with no offence on record?",
                decide_by=DecideBy.RECRUITMENT,
            ),
        ]
    },
    strength=Strength.CAUTION,
    sources=[NO_RECORD],
    reason="For people who have not offended, a scheme full of people who have can lead them into offending.",
    applies=in_schemes("mentoring of young people", "court support", "liaison and diversion"),
)


@rule(
    "PRB105",
    strength=Strength.MUST,
    sources=[RECENT_CONTACT],
    unmet="the last contact with the justice system, on {justice_contact_on}, is longer ago than the "
    "{justice_contact_within} this programme allows, or does not include arrest, custody suite and court",
    fix="find out whether there is more to tell, or suggest another role",
    applies=IN_LIAISON,
)
def peer_workers_know_the_justice_system_from_the_inside(
    justice_contact_within: Annotated[
        Duration,
        Parameter(
            "how long ago a peer worker's own contact with the justice system may be",
            at="screening.probation.justice_contact_within",
            example='"5 years"',
            question="How long ago may a peer worker's own contact with the justice system be?",
            decide_by=DecideBy.RECRUITMENT,
            plausible=("6 months", "30 years"),
        ),
    ],
    justice_contact_on: Annotated[
        date,
        Fact(
            "date of the applicant's last contact with the justice system",
            question="When was the applicant's last contact with the justice system?",
            not_after="on",
        ),
    ],
    justice_contacts: Annotated[
        tuple[str, ...],
        Fact(
            'what the applicant has been through: "arrest", "custody suite", "court" …',
            question="Which parts of the justice system has the applicant been through?",
        ),
    ],
    on: date,
) -> bool:
    """In a police cell people believe somebody who has been in one.

    The guidance does not say how recent: set a number.
    """
    return justice_contact_on <= on <= day_after(justice_contact_on, justice_contact_within) and set(CONTACTS) <= set(
        justice_contacts
    )


@rule(
    "PRB106",
    strength=Strength.MUST,
    sources=[SECURITY],
    unmet="the prison's security clearance is dated {security_cleared_on}, which is in the future",
    fix="wait until the prison has cleared the applicant",
    requires={"screening.steps": includes("security clearance")},
    applies=FOR_LISTENERS,
)
def listeners_are_cleared_before_training(
    security_cleared_on: Annotated[
        date,
        Fact(
            "date on which the prison's security department cleared the applicant",
            question="On which day did the prison's security department clear the applicant?",
        ),
    ],
    on: date,
) -> bool:
    """Listeners sit alone, and at night, with people at their most vulnerable."""
    return security_cleared_on <= on


PRB107 = requires(
    "PRB107",
    "vetting has a second route",
    {"screening.steps": includes("check of excluded offences", sources=[EXCLUDED_OFFENCES])},
    in_writing("risk-assessed route into vetting", sources=[OTHER_ROUTE]),
    strength=Strength.SHOULD,
    sources=[EXCLUDED_OFFENCES, OTHER_ROUTE],
    reason="The usual vetting rules out many people whose experience counts. Applicants should hear early of that, "
    "and of another way in. The text of the vetting framework of HMPPS was not confirmed for this rule, which is "
    "based on a blog and an answer in parliament. So it is not a requirement. A person must check the framework "
    "before a service relies on it.",
    applies=UNDER_UK_LAW & IN_THE_COMMUNITY,
)
