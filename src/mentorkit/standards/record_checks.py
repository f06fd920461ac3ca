"""Which criminal record check is asked for on mentors (STD106 to STD110, STD132, STD133).

Too much can be as unlawful as too little. What may be asked for follows from whom mentors work with, whether staff are
always there, how old the youngest are, and whether the work is regulated activity. Where sources differ, and outside
England and Wales, a person finds out; outside the United Kingdom it is only asked whom mentors work with and whether
they are checked. None of this is legal advice: the law itself was not read, nor the current texts of the DBS on roles
with adults, nor the current edition of Keeping children safe in education.
"""

from collections.abc import Collection, Iterator
from typing import Annotated

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    UNDER_UK_LAW,
    At,
    Nation,
    Parameter,
    Problem,
    Programme,
    RecordCheck,
    RegulatedActivity,
    Strength,
    Supervised,
    WorksWith,
    Youngest,
    at_least,
    falls_short,
    in_nations,
    in_writing,
    not_settled,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.standards.safeguarding_sources import NATION_CHECKS
from mentorkit.standards.sources import CRB_ONLINE, DBS_CHARITIES, NHS_HR_TOOLKIT, SUITABLE, WHICH_CHECK
from mentorkit.works import (
    AMPUTEE_COALITION_FOUR_YEARS,
    DBS_EMPLOYERS,
    KCSIE_REGULATED_VOLUNTEERS,
    KCSIE_SUPERVISED_VOLUNTEERS,
    PERSONNEL_CHECKS_SIX_CATEGORIES,
)

_WITH_LISTS = ("enhanced with barred list", "PVG scheme")
_LEVELS = ("none", "basic", "standard", "enhanced", "level 1", "level 2", "level 2 with barred list", *_WITH_LISTS)
OF_SCOTLAND = ("level 1", "level 2", "level 2 with barred list", "PVG scheme")
"""The levels that only Scotland has, where there are no others."""
_CHECKED_FROM = 16
_WORKS_WITH = ("role", "works_with")
_FOLLOWS_DUTIES = DBS_CHARITIES.at("which level fits depends on the duties, so it is looked at again when they change")
_NOT_UNDER_16 = NHS_HR_TOOLKIT.at("nobody under 16 can be checked")
_NO_HIGHER = DBS_EMPLOYERS.at("to ask knowingly for a higher level than the law allows is unlawful")
_WITHOUT_LISTS = CRB_ONLINE.at("roles that only the definition before 2012 covers: enhanced, without the barred lists")
_IN_ENGLAND_OR_WALES = in_nations("england", "wales")
_ASK = {
    "england": "put the duties through https://www.gov.uk/find-out-dbs-check, and ask the DBS if it leaves doubts",
    "wales": "put the duties through https://www.gov.uk/find-out-dbs-check, and ask the DBS if it leaves doubts",
    "scotland": "ask Disclosure Scotland whether this is a regulated role",
    "northern ireland": "ask AccessNI whether this is regulated activity",
}
_ASK_ANYONE = (
    "put the duties through https://www.gov.uk/find-out-dbs-check in England and Wales, or ask Disclosure Scotland or "
    "AccessNI"
)


def is_of_nation(level: str, nation: str) -> bool:
    """Whether a check of this level is made in a nation of the United Kingdom."""
    if level == "of another nation":
        return False
    return level == "none" or (level in OF_SCOTLAND) == (nation == "scotland")


def acceptable_levels(
    works_with: Collection[str], supervised: bool, youngest: int, regulated_activity: str, nation: str
) -> tuple[str, ...]:
    """The levels of check that nothing read here rules out; whether a role is entitled to one is for a person to say.

    Args:
        works_with: "adults", "children" or both.
        supervised: whether staff are always there.
        youngest: the age of the youngest mentor.
        regulated_activity: "yes", "no" or "not clear"; unknown never reads as yes.
        nation: whose law applies; what is known of age and supervision is known for England and Wales only.
    """
    known = nation in ("england", "wales")
    if known and youngest < _CHECKED_FROM:
        return _LEVELS[:1]
    under_supervision = known and supervised and "adults" not in works_with
    return _LEVELS if regulated_activity == "yes" and not under_supervision else _LEVELS[: -len(_WITH_LISTS)]


def _duties_decide(programme: Programme) -> bool | None:
    """False of supervised work with children alone, without the barred lists: whatever else the duties are, it may be.

    Where something of this is not stated, the duties may decide, so that they are asked for.
    """
    role, level = programme.role, programme.screening.record_check
    settled = role.supervised and role.works_with == ("children",) and not programme.leaves_open(_WORKS_WITH)
    return not (settled and level is not None and level not in _WITH_LISTS and _IN_ENGLAND_OR_WALES.answer(programme))


def _may_be_checked(programme: Programme) -> bool | None:
    youngest = programme.role.youngest
    if _IN_ENGLAND_OR_WALES.answer(programme) is False:
        return True
    return None if youngest is None else youngest >= _CHECKED_FROM


def _needs_a_decision(programme: Programme) -> bool | None:
    level = programme.screening.record_check
    if _IN_ENGLAND_OR_WALES.answer(programme) is False:
        return True
    return None if level is None else level not in ("none", "basic")


STD106 = requires(
    "STD106",
    "the facts that decide the record check are stated",
    {
        "screening.record_check": (),
        "role.works_with": at_least(1, sources=[_FOLLOWS_DUTIES]),
        "role.supervised": (),
        "role.youngest": (),
    },
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[SUITABLE, _FOLLOWS_DUTIES, WHICH_CHECK],
    reason="Applicants have to know beforehand what is checked, and the person who decides has to know what the role "
    'is. It is a MUST to state a level, but not which one: "none" is an answer too. When the duties change, update '
    "these lines and look at the level again. The levels are those of the United Kingdom; elsewhere any of them but "
    '"none" says that people are checked.',
)


@rule(
    "STD107",
    strength=Strength.MUST,
    sources=[_NOT_UNDER_16],
    unmet="the youngest {mentors} are {youngest}, and nobody under 16 can be checked",
    fix='state "none" and have staff there whenever they work; or take {mentors} aged 16 and over',
    applies=when("in England and Wales", _IN_ENGLAND_OR_WALES),
    waivable=False,
)
def nobody_under_sixteen_is_checked(record_check: RecordCheck, youngest: Youngest) -> bool:
    """It is not safe to rely on a check that you cannot get.

    With the youngest mentors, what counts is the adult who is there. The text of the Disclosure and Barring Service was
    not read itself; a person must check this before a service relies on it.
    """
    return youngest >= _CHECKED_FROM or record_check == "none"


@rule(
    "STD108",
    strength=Strength.MUST,
    sources=[_NO_HIGHER, KCSIE_SUPERVISED_VOLUNTEERS, _WITHOUT_LISTS, WHICH_CHECK],
    applies=UNDER_UK_LAW
    & when("unless the youngest are under 16, in England and Wales", _may_be_checked, "role.youngest")
    & when(
        "unless it is supervised work with children alone without the barred lists, in England and Wales",
        _duties_decide,
    ),
    waivable=False,
)
def no_more_is_asked_than_the_law_allows(
    record_check: RecordCheck,
    works_with: WorksWith,
    supervised: Supervised,
    youngest: Youngest,
    regulated_activity: RegulatedActivity,
    nation: Annotated[Nation, Parameter(at="programme.nation")],
) -> Iterator[Problem]:
    """It is against the law to ask for more than the role is entitled to, however good the reason.

    A level that this rule does not refuse may still not be allowed. Sources differ on roles with adults. One says that
    every check but the basic one needs regulated activity; another says that an enhanced check without the barred lists
    does not. The law was not read for this rule: a person must check it before a service relies on it. Of a check that
    the nation does not have, STD122 speaks.
    """
    acceptable = acceptable_levels(works_with, supervised, youngest, regulated_activity, nation)
    if record_check in acceptable or not is_of_nation(record_check, nation):
        return
    if nation == "scotland":
        only, most = "the PVG scheme is only for regulated roles", "level 2"
    else:
        only, most = "the barred lists are only for regulated activity", "enhanced"
    why = (
        "supervised work with children is not regulated activity"
        if regulated_activity == "yes"
        else f'role.regulated_activity is "{regulated_activity}"'
    )
    message = f"the check is {record_check}, which is more than you may ask for: {only}, and {why}"
    fix = f'state "{most}" or less, and find out which level the role is entitled to: {_ASK.get(nation, _ASK_ANYONE)}'
    yield falls_short("screening.record_check", message, fix)


@rule(
    "STD109",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[At.programme.nation, At.role.regulated_activity],
    sources=[WHICH_CHECK, PERSONNEL_CHECKS_SIX_CATEGORIES, _WITHOUT_LISTS],
    applies=UNDER_UK_LAW,
)
def it_is_known_whether_the_work_is_regulated_activity(programme: Programme) -> Iterator[Problem]:
    """No tool can answer this: sources differ on roles with adults, and each nation has its own law.

    So ask the body that is responsible, and write down what it says.
    """
    if programme.role.regulated_activity == "not clear":
        yield not_settled(
            "role.regulated_activity",
            "whether what {mentors} do is regulated activity in law, which decides what may be asked",
            _ASK.get(programme.programme.nation or "", _ASK_ANYONE),
        )


@rule(
    "STD132",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[
        At.programme.nation,
        At.role.regulated_activity,
        At.role.supervised,
        At.role.works_with,
        At.role.youngest,
        At.screening.record_check,
    ],
    sources=[KCSIE_REGULATED_VOLUNTEERS, NATION_CHECKS, KCSIE_SUPERVISED_VOLUNTEERS],
    applies=only_if_stated(in_nations("england", "wales", "northern ireland"), "STD002 asks for the nation"),
    asked_since="2026-11",
)
def people_in_regulated_activity_are_not_barred(programme: Programme) -> Iterator[Problem]:
    """People who are barred from regulated activity may not do it, and only the lists say who is.

    One guidance is England's, on volunteers with children, the other Northern Ireland's. That it is the same of adults
    and in Wales is this project's reading, and the law itself was not read: a person must check this.
    """
    role, level = programme.role, programme.screening.record_check
    if role.regulated_activity != "yes" or level is None or level in _WITH_LISTS:
        return
    here = programme.programme.nation in ("england", "wales")
    if here and role.supervised and role.works_with == ("children",):
        message = "this is yes, and staff are always there: supervised work with children is not regulated activity"
        yield falls_short("role.regulated_activity", message, "correct it, or role.supervised")
    elif not here or role.youngest is None or role.youngest >= _CHECKED_FROM:
        message = f"role.regulated_activity is yes, and the check is {level}, which leaves out the barred lists"
        fix = (
            'ask for "enhanced with barred list" of the lists that fit, of adults or of children; or correct the answer'
        )
        yield falls_short("screening.record_check", message, fix)


STD110 = requires(
    "STD110",
    "the level of check has been decided",
    in_writing("decision on criminal record checks"),
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[_FOLLOWS_DUTIES, _NO_HIGHER, WHICH_CHECK],
    reason="The organisation that asks for a check is responsible for being entitled to it, so somebody has to have "
    "decided. Scotland and Northern Ireland have their own laws and levels, which were not read for these rules.",
    fix="write down who decided which check is right for these duties, on what grounds, and that it is looked at "
    "again when the duties change",
    applies=UNDER_UK_LAW
    & when(
        "if more than a basic check is asked for, or the nation is not England or Wales",
        _needs_a_decision,
        "screening.record_check",
    ),
)


@rule(
    "STD133",
    strength=Strength.CAUTION,
    reads=[At.screening.record_check_every, At.progression.longest_term],
    sources=[AMPUTEE_COALITION_FOUR_YEARS],
    asked_since="2026-11",
)
def checks_are_made_again_while_people_are_mentors(programme: Programme) -> Iterator[Problem]:
    """A check says what was known on one day. One that is due when everybody has left is never made again.

    The one programme that names a number checks again every four years. It is this project's reading that a time at
    which nobody is there any more is not meant; a check that a house has for all its people may be longer, so that this
    is advice.
    """
    every, longest = programme.screening.record_check_every, programme.progression.longest_term
    if every is None or longest is None or every.minutes or longest.minutes:
        return
    if every.is_longer_than(longest):
        message = (
            f"records are checked again after {every}, and nobody is one of the {{mentors}} for longer than {longest}"
        )
        fix = f"check again within {longest}, or leave record_check_every out if nobody is checked again"
        yield falls_short("screening.record_check_every", message, fix)
