"""Who may work without an adult there, and who risk is passed on to (SCH408, SCH410, SCH413 and SCH414).

STD120 asks for a check or for staff in sight, everywhere. What was read of that is England's guidance, so elsewhere a
person decides as well.
"""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    CHILDREN_SUPPORTED,
    WITH_MENTORS,
    At,
    Fact,
    Nation,
    Parameter,
    Problem,
    Programme,
    Strength,
    Supervised,
    Way,
    as_seen,
    falls_short,
    includes,
    key_is,
    not_settled,
    only_if_stated,
    rule,
    when,
    who_is,
)
from mentorkit.works import CLEARCHECK_UNDER_SIXTEEN, KCSIE_NEVER_UNSUPERVISED, RM, TURNING_POINT
from mentorkit_schools.sources import (
    EDUCATION_AUTHORITY,
    KCSIE_LEAD,
    KIDSCAPE,
    SCOTTISH_SCHOOL,
    WALES_LEARNERS,
)
from mentorkit_schools.vocabulary import ANSWERS_FOR_CHILDREN, IN_ENGLAND, in_roles, with_children

_IN_EACH_SESSION = TURNING_POINT.at("project workers support every session that pupils lead")
_ESCALATION = RM.at("mentors have a clear route to the safeguarding lead")
_ENGLAND = KCSIE_LEAD.at("in England a senior member of staff is the designated safeguarding lead")
_WALES = WALES_LEARNERS.at("in Wales each school and college has a designated safeguarding person")
_SCOTLAND = SCOTTISH_SCHOOL.at("in a Scottish school staff alert its child protection co-ordinator")
_NORTHERN_IRELAND = EDUCATION_AUTHORITY.at("in Northern Ireland a school has a designated teacher for child protection")
_SIGNPOSTING = KIDSCAPE.at("a mentor has been taught where else help is available, and at what point to say so")

_LEADS: dict[str, tuple[str, ...]] = {
    "england": ("safeguarding lead",),
    "wales": ("safeguarding lead", "safeguarding person"),
    "scotland": ("safeguarding lead", "child protection"),
    "northern ireland": ("safeguarding lead", "designated teacher"),
    "other": ("safeguarding lead", "child protection"),
}
"""What the person who leads on safeguarding is called; a designated teacher in England is somebody else."""


_NOBODY_CHECKED = only_if_stated(
    key_is("if nobody is checked", At.screening.record_check, "none"),
    "STD106 asks for the check, and STD120 if none will do",
)
CHILDREN_TAKE_PART = when("unless students mentor students, and all are adults", with_children)


@rule(
    "SCH408",
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_IN_EACH_SESSION],
    unmet="no adult is there in each session that pupils lead",
    fix="have a member of staff in every session, and state supervised = true in [role]",
    applies=in_roles("peer educator"),
)
def an_adult_is_in_every_session_that_pupils_lead(mentors_supervised: Supervised) -> bool:
    """Questions come up that a pupil cannot answer, and classes get difficult for a pupil to lead.

    It is one programme's practice, but still a MUST. Many who teach are too young for any check, so the adult in the
    room keeps both sides safe.
    """
    return mentors_supervised


@rule(
    "SCH414",
    strength=Strength.MUST,
    reads=[At.governance.documents, At.role.supervised],
    sources=[KCSIE_NEVER_UNSUPERVISED, CLEARCHECK_UNDER_SIXTEEN],
    fix="ask the person who is responsible for child protection, in the United Kingdom in the local authority or the "
    'Education Authority, to decide who may; write it down, and add "decision on work without an adult" to documents',
    applies=when(
        "outside England, unless students mentor students, and all are adults",
        CHILDREN_TAKE_PART & only_if_stated(~IN_ENGLAND, "SCH413 asks for the nation"),
    ),
    waivable=False,
)
def outside_england_a_person_decides_who_may_work_alone(programme: Programme) -> Iterator[Problem]:
    """England's guidance leaves nobody unsupervised who has not been checked.

    Nothing was read for the other nations. So England's answer does not apply to them. If mentors work without an adult
    there, a person decides, whatever check is asked for.
    """
    documents = programme.governance.documents or ()
    if programme.role.supervised is False and "decision on work without an adult" not in documents:
        yield not_settled(
            "governance.documents",
            "whether these {mentors} may work without an adult there: the guidance that these rules know is England's",
        )


@rule(
    "SCH410",
    strength=Strength.MUST,
    sources=[KCSIE_NEVER_UNSUPERVISED],
    unmet="no check on this {mentor} has come back, so they cannot work without an adult there",
    fix="wait for it, or have a checked adult there until it comes",
    applies=when(
        "if {mentors} work without an adult there, unless nobody is checked at all",
        CHILDREN_TAKE_PART & ~key_is("if {mentors} are supervised", At.role.supervised, True) & ~_NOBODY_CHECKED,
    ),
    waivable=False,
)
def nobody_starts_alone_before_the_check_is_back(
    record_check_back: Annotated[
        bool,
        Fact(
            "whether the criminal record check on the {mentor} has come back",
            question="Has the criminal record check on the {mentor} come back?",
        ),
    ],
) -> bool:
    """A check that has not come back yet says nothing.

    The guidance is England's. In the other nations it is required on grounds of safety.
    """
    return record_check_back


def _somebody_is_responsible(programme: Programme) -> bool:
    return programme.may_offer(WITH_MENTORS) or CHILDREN_SUPPORTED.answer(programme) is True


@rule(
    "SCH413",
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    reads=[At.network.members, At.staff],
    sources=[_ESCALATION, _ENGLAND, _WALES, _SCOTLAND, _NORTHERN_IRELAND, _SIGNPOSTING],
    fix="state the designated safeguarding lead in England, designated safeguarding person in Wales, child protection "
    "co-ordinator in Scotland or designated teacher for child protection in Northern Ireland, and elsewhere add "
    '"safeguarding lead" to what that person is called; tell every {mentor} who that is',
    requires={"training.topics": includes("signposting", sources=[_SIGNPOSTING])},
    applies=when("unless it is a fellowship of adults", _somebody_is_responsible),
    ways=Way,  # of a fellowship of pupils too: whom they tell has to be the one who leads on safeguarding
)
def mentors_know_who_to_report_concerns_to(
    programme: Programme,
    risk_told_to: Annotated[str, Parameter(at="safeguarding.risk_told_to")],
    nation: Annotated[Nation, Parameter(at="programme.nation")],
) -> Iterator[Problem]:
    """In a school one person puts small signs together.

    If there is no danger, others may be better placed to help. Each nation has its own word for that person;
    "safeguarding lead" is understood in all. Too little of Scotland's national guidance was read to cite it for the
    word, which is based on the practice of its schools.
    """
    named = who_is(programme, risk_told_to)
    called = as_seen(f"{risk_told_to}, {named.title}" if named else risk_told_to)
    if not any(lead in called for lead in _LEADS[nation]):
        yield falls_short(
            At.safeguarding.risk_told_to,
            f"risk is passed on to {risk_told_to}, who is not the person who leads on safeguarding in a school of this "
            "nation",
        )
