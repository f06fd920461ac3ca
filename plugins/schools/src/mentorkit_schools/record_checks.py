"""Which criminal record check schools ask for on mentors (SCH104 to SCH106).

That a level is stated, that nobody under 16 is checked and that no more is asked than the law allows is for the shared
standards. Here stand the least that schools ask for, and who decides where the law is not clear. The current edition of
Keeping children safe in education and the law itself were not read for any of this.
"""

from typing import Annotated, Literal

from mentorkit.api import (
    Parameter,
    Programme,
    RecordCheck,
    RoleKind,
    Strength,
    in_nations,
    in_writing,
    requires,
    rule,
    when,
)
from mentorkit.works import (
    DBS_EMPLOYERS,
    DBS_TOOL,
    KCSIE_REGULATED_VOLUNTEERS,
    KCSIE_SUPERVISED_VOLUNTEERS,
    KCSIE_VOLUNTEERS,
)
from mentorkit_schools.sources import EEPM_SCREENING
from mentorkit_schools.vocabulary import ANSWERS_FOR_CHILDREN, in_roles, with_children

BARRED = "enhanced with barred list"
CHECKED_FROM = 16
NO_HIGHER_LEVEL = DBS_EMPLOYERS.at("to ask for a higher level than the law allows is unlawful")
RISK_ASSESSED = KCSIE_VOLUNTEERS.at("a written risk assessment of each volunteer, and professional judgement")
RECORDS_CHECKED = EEPM_SCREENING.at("criminal history, and other records that matter, are checked")


def _in_england_or_wales(programme: Programme) -> bool | None:
    return False if with_children(programme) is False else in_nations("england", "wales").answer(programme)


def _under_sixteen(programme: Programme) -> bool | None:
    youngest = programme.role.youngest
    return None if youngest is None else youngest < CHECKED_FROM


def _unsupervised_and_of_age(programme: Programme) -> bool | None:
    if _in_england_or_wales(programme) is False or _under_sixteen(programme):
        return False
    supervised = programme.role.supervised
    return None if supervised is None else not supervised


WITH_CHILDREN = when("unless students mentor students, and all are adults", with_children, "role.kind")
UNSUPERVISED_AND_OF_AGE = when(
    "in England and Wales, if {mentors} of 16 and over work without a checked adult",
    _unsupervised_and_of_age,
    "role.supervised",
)


@rule(
    "SCH104",
    strength=Strength.MUST,
    sources=[KCSIE_REGULATED_VOLUNTEERS, KCSIE_SUPERVISED_VOLUNTEERS, NO_HIGHER_LEVEL, DBS_TOOL],
    unmet="the check is {record_check}, and the answer on regulated activity is {regulated_activity}: the two do not "
    "fit",
    fix='put the duties through the DBS tool; ask for "enhanced with barred list" if they are regulated activity, and '
    "only then",
    applies=UNSUPERVISED_AND_OF_AGE,
    waivable=False,
)
def barred_lists_are_only_checked_for_regulated_activity(
    record_check: RecordCheck,
    regulated_activity: Annotated[Literal["yes", "no", "not clear"], Parameter(at="role.regulated_activity")],
) -> bool:
    """People barred from work with children may not be alone with them; the lists are only for regulated activity.

    The guidance is England's, and the DBS serves Wales too. Its current edition and the law on regulated activity were
    not read: a person must check this.
    """
    return (record_check == BARRED) == (regulated_activity == "yes")


SCH105 = requires(
    "SCH105",
    "a person decides on the record check",
    in_writing("decision on criminal record checks"),
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[RISK_ASSESSED, DBS_TOOL],
    reason="What mentors do, whether staff are there and how old each mentor is decide together, so a person has to "
    "look. A youngest age under 16 does not settle it. Nobody of that age can be checked in England and Wales, but "
    "others on the programme may be older. England's guidance asks for the judgement. Scotland and Northern Ireland "
    "have their own laws, which were not read. So this rule asks for a person and gives no answer.",
    fix="let the person who is responsible look at duties, supervision and ages, and ask what the law of the nation "
    "allows: the DBS in England and Wales, Disclosure Scotland, or AccessNI; the answer can be that nobody is checked",
    applies=WITH_CHILDREN,
)


@rule(
    "SCH106",
    strength=Strength.SHOULD,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[RECORDS_CHECKED],
    unmet="no criminal record check is asked for on adults who mentor young people",
    fix="find out which check the role is entitled to, and ask for that",
    applies=in_roles("youth mentor"),
)
def adults_who_mentor_are_checked(record_check: RecordCheck, role_kind: RoleKind) -> bool:
    """Adults may seek out children to harm them, and a programme can at least look at known records.

    This is a SHOULD and not a MUST: the standard is American, and British law may allow no check if an adult is always
    there.
    """
    return record_check != "none" or role_kind != "youth mentor"
