"""Who can be alone with a child, or with somebody who cannot leave, and whether anybody looked at their record.

STD119 to STD125, STD130 and STD131; which level of check may be asked for is for `record_checks.py`. Whether children
take part is read in one place, from ages, groups and whom mentors work with.
"""

import re
from collections.abc import Iterable, Iterator

from mentorkit.api import (
    CHILDREN_SUPPORTED,
    RESPONSIBLE_FOR_SAFETY,
    UNDER_UK_LAW,
    At,
    Problem,
    Programme,
    RecordCheck,
    RegulatedActivity,
    Strength,
    Way,
    as_seen,
    falls_short,
    in_nations,
    in_settings,
    key_is,
    listed,
    not_settled,
    one_of,
    only_if_stated,
    requires,
    rule,
)
from mentorkit.standards.ages import among_adults
from mentorkit.standards.record_checks import is_of_nation
from mentorkit.standards.safeguarding_sources import (
    EVERYBODY_WHO_WORKS,
    LEVELS_IN_SCOTLAND,
    NATION_CHECKS,
    PVG_REQUIRED,
    REGULAR_CONTACT,
    TWO_ADULTS,
    VETTED,
)
from mentorkit.standards.sources import SUITABLE, WHICH_CHECK
from mentorkit.standards.vocabulary import (
    HAS_WAYS,
    WHERE_CHILDREN_ARE_SUPPORTED,
    WHERE_CHILDREN_TAKE_PART,
    is_listener_scheme,
    out_of_sight,
)
from mentorkit.works import CLEARCHECK_UNDER_SIXTEEN, KCSIE_NEVER_UNSUPERVISED

_SAYS_CHILDREN = (
    At.for_whom.ages,
    At.for_whom.groups,
    At.role.works_with,
    At.role.kind,
    At.network.youngest,
    At.network.oldest,
)
"""By which keys a design says that children are supported."""
_CHECKED_FROM = 16
_ADULT = 18
_LITTLE = ("basic", "standard", "level 1")
"""Checks that leave out what the police know of a danger to children."""
_BODIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"\bdbs\b|disclosure and barring", "the DBS", ("england", "wales")),
    (r"\bpvg\b|disclosure scotland|protecting vulnerable groups", "Disclosure Scotland", ("scotland",)),
    (r"\baccess ?ni\b", "AccessNI", ("northern ireland",)),
)
"""Who checks records in which nation, and how people write it."""
_A_HOME = r"(?:(?:at|in|to) (?:(?:his|her|their|his or her|the \w+'s) )?(?:own )?|(?:their|own|\w+'s) )homes?\b"
_TASK_WHERE_NO_STAFF_ARE = re.compile(
    rf"\bhome visits?\b|\b(?:visit|meet|see|call on|stay with|babysit)\w* (?:.* )?{_A_HOME}|"
    r"\blifts? (?:home|to|by car)\b|\b(?:give|offer)\w* (?:.* )?lifts?\b|\bdrive (?:.* )?(?:home|to)\b|"
    r"\bin (?:a|the|their) cars?\b|\b(?:visit|meet|see)\w* .*\b(?:in (?:a|the) park|in town|in cafes)\b"
)
_PLACE_WHERE_NO_STAFF_ARE = re.compile(rf"home|(?:a|the)? ?park|(?:the |a )?cars?|(?:.* )?{_A_HOME}|homes of .*")
_STAFF_THERE_TOO = re.compile(
    r"\b((together |always )?with (a |the )?(member of )?(staff|\w*worker|teacher|clinician|nurse|colleague|parents?)|"
    r"(care|nursing|residential|children's|group|foster) homes?|car park)\b"
)


@rule(
    "STD119",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[TWO_ADULTS, SUITABLE],
    reads=_SAYS_CHILDREN,
    ways=Way,
    asked_since="2026-11",
)
def it_is_known_whether_children_take_part(programme: Programme) -> Iterator[Problem]:
    """Almost all that keeps children safe depends on knowing that they are there.

    It is this project's reading that a design says so by an age, by the group or by whom mentors work with.
    """
    if CHILDREN_SUPPORTED.answer(programme) is None:
        said = programme.role.works_with or programme.for_whom.ages
        because = "; the group or the role is one of children, and role.works_with lists none" if said else ""
        yield not_settled(
            "for_whom.ages",
            f"whether anybody under 18 is supported{because}",
            "state for_whom.ages, such as { from = 18, to = 65 }",
        )


@rule(
    "STD120",
    strength=Strength.MUST,
    sources=[KCSIE_NEVER_UNSUPERVISED, CLEARCHECK_UNDER_SIXTEEN, REGULAR_CONTACT, TWO_ADULTS],
    reads=[
        *_SAYS_CHILDREN,
        At.role.supervised,
        At.role.youngest,
        At.screening.record_check,
        At.group_sessions.staff_there,
    ],
    applies=WHERE_CHILDREN_ARE_SUPPORTED,
    waivable=False,
    asked_since="2026-11",
)
def nobody_unchecked_is_alone_with_a_child(programme: Programme) -> Iterator[Problem]:
    """If nothing is known of somebody, somebody else has to be there, whatever the role is called.

    The guidance on volunteers is England's, that on regular contact Northern Ireland's. It is this project's reading
    that a child is owed the same everywhere. Which level the role is entitled to, a person has to find out.
    """
    level, youngest = programme.screening.record_check, programme.role.youngest
    if not out_of_sight(programme):
        return
    alone = f"{{mentors}} meet children, by {_says_so(programme)}, where no staff see them"
    if youngest is not None and youngest < _CHECKED_FROM:
        message = f"{alone}, and the youngest {{mentors}} are {youngest}, so that no check is to be had on them"
        yield falls_short("role.supervised", message, "have a checked adult there whenever they work")
    elif level == "none":
        message = f"{alone}, and nobody is checked: screening.record_check is none"
        fix = "have a checked adult there whenever they work, or ask for the check that the role is entitled to"
        yield falls_short("screening.record_check", message, fix)
    elif level in _LITTLE:
        message = f"{alone}, and a check of the kind {level} shows little of what is known of somebody"
        fix = "find out whether the role is entitled to more, and ask for that; until then have a checked adult there"
        yield falls_short("screening.record_check", message, fix)


@rule(
    "STD130",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[SUITABLE, REGULAR_CONTACT],
    reads=[*_SAYS_CHILDREN, At.role.supervised, At.role.youngest, At.screening.record_check],
    applies=WHERE_CHILDREN_ARE_SUPPORTED,
    asked_since="2026-11",
)
def adults_whom_staff_watch_with_children_are_checked(programme: Programme) -> Iterator[Problem]:
    """Who wants to harm a child first wins its trust where others are, and goes on where nobody is.

    The sources ask for a check of volunteers, and of everybody with regular contact; one is Northern Ireland's. That it
    is asked for where staff are always there too is this project's reading, so this is a SHOULD.
    """
    youngest, level = programme.role.youngest, programme.screening.record_check
    if youngest is not None and youngest >= _ADULT and level == "none" and out_of_sight(programme) is False:
        yield falls_short(
            "screening.record_check",
            f"{{mentors}} are adults of {youngest} and over, and work with children, by {_says_so(programme)}; nobody "
            "is checked: screening.record_check is none",
            "find out which check the role is entitled to, and ask for that; anybody can be asked for a basic one",
        )


@rule(
    "STD131",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[TWO_ADULTS],
    reads=[At.role.supervised, At.role.tasks, At.network.members],
    asked_since="2026-11",
)
def staff_are_there_where_they_are_said_to_be(programme: Programme) -> Iterator[Problem]:
    """A design that says that staff are always there is asked for less, so it has to be so.

    The source speaks of children. That nobody else is there in a home, a car or a park, unless the design says so, is
    this project's reading.
    """
    if programme.role.supervised is not True:
        return
    said: list[tuple[tuple[str | int, ...], str, re.Pattern[str]]] = [
        (("role", "tasks", place), task, _TASK_WHERE_NO_STAFF_ARE)
        for place, task in enumerate(programme.role.tasks or ())
    ]
    for number, member in enumerate(programme.network.members or ()):
        if member.part == "mentor":
            at = ("network", "members", number, "settings")
            settings = enumerate(member.settings or ())
            said += [((*at, place), setting, _PLACE_WHERE_NO_STAFF_ARE) for place, setting in settings]
    for path, text, no_staff in said:
        seen = as_seen(text)
        if (no_staff.search(seen) if path[0] == "role" else no_staff.fullmatch(seen)) and not _STAFF_THERE_TOO.search(
            seen
        ):
            yield falls_short(
                path,
                f'role.supervised is true, and "{text}" takes {{mentors}} where no staff see them',
                "state supervised = false, and look at the check and at lone working again; or say who goes along, "
                'such as "with a member of staff"',
            )


def _says_so(programme: Programme) -> str:
    """The key by which the design says that children are supported."""
    ages = programme.for_whom.ages
    if "children" in (programme.role.works_with or ()):
        return "role.works_with"
    if ages is not None and any(age is not None and age < _ADULT for age in (ages.from_, ages.to)):
        return "for_whom.ages"
    stated = programme.network.youngest is not None or programme.network.oldest is not None
    return "network.youngest" if stated else "for_whom.groups" if programme.for_whom.groups else "role.kind"


STD121 = requires(
    "STD121",
    "every adult around children is checked",
    {"safeguarding.adults_checked": one_of(True)},
    strength=Strength.MUST,
    sources=[SUITABLE, EVERYBODY_WHO_WORKS, WHICH_CHECK],
    reason="Who wants to harm a child looks for a way that nobody guards: as staff, as a moderator, on call, or as a "
    "member of a fellowship that takes children too. The sources ask it of staff and volunteers. It is our reading "
    "that it is asked of everybody who can be alone with a child.",
    fix="find out which check the law allows for each of them, have it made, and have a second adult there until it "
    "is back",
    applies=HAS_WAYS & WHERE_CHILDREN_TAKE_PART,
    ways=Way,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    asked_since="2026-11",
)


@rule(
    "STD122",
    strength=Strength.MUST,
    sources=[LEVELS_IN_SCOTLAND, NATION_CHECKS, WHICH_CHECK],
    reads=[
        At.programme.nation,
        At.screening.record_check,
        At.screening.steps,
        At.governance.budget,
        At.governance.documents,
    ],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def the_check_is_one_of_the_nation(programme: Programme) -> Iterator[Problem]:
    """Applicants who are asked for another nation's check cannot get it, and then nobody has been checked."""
    nation, level = programme.programme.nation, programme.screening.record_check
    if nation is None:
        return
    if level is not None and not is_of_nation(level, nation):
        ours = (
            "level 1, level 2, level 2 with barred list and PVG scheme"
            if nation == "scotland"
            else ("basic, standard, enhanced and enhanced with barred list")
        )
        message = f"there is no check of the kind {level} in {nation.title()}"
        yield falls_short("screening.record_check", message, f"state one of its own: {ours}")
    for at, stated in _texts_on_checks(programme):
        for said, body, nations in _BODIES:
            if nation not in nations and re.search(said, as_seen(stated)):
                message = f'"{stated}" speaks of {body}, which makes no checks for {nation.title()}'
                whose = next(name for _, name, where in _BODIES if nation in where)
                yield falls_short(at, message, f"name a check of {whose}")


def _texts_on_checks(programme: Programme) -> Iterable[tuple[tuple[str | int, ...], str]]:
    for table, key, texts in (
        ("screening", "steps", programme.screening.steps),
        ("governance", "budget", programme.governance.budget),
        ("governance", "documents", programme.governance.documents),
    ):
        for place, stated in enumerate(texts or ()):
            yield (table, key, place), stated


@rule(
    "STD123",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[TWO_ADULTS, CLEARCHECK_UNDER_SIXTEEN],
    reads=[
        At.role.works_with,
        At.role.supervised,
        At.role.youngest,
        At.group_sessions.staff_there,
        At.programme.settings,
    ],
    applies=only_if_stated(key_is("if adults are supported", At.role.works_with, "adults"), "STD106 asks for it"),
    asked_since="2026-11",
)
def no_child_who_mentors_is_alone_with_an_adult(programme: Programme) -> Iterator[Problem]:
    """A mentor under 18 is a child too, and nobody checks the adults who come for support.

    The sources speak of adults who work with children. It is this project's reading that the child may be the mentor.
    """
    youngest, settings = programme.role.youngest, among_adults(programme)
    if out_of_sight(programme) and youngest is not None and youngest < _ADULT:
        message = f"{{mentors}} of {youngest} meet adults where no staff see them"
        fix = "have staff there whenever they work, or take {mentors} of 18 and over"
        if settings:
            message, fix = f"{message}, in these settings: {listed(settings)}", "take {mentors} of 18 and over"
        yield falls_short("role.supervised", message, fix)


def _prison_knows_them(programme: Programme) -> bool:
    """Whether the prison itself has all records: prisoners who mentor there are known to it."""
    return is_listener_scheme(programme) or programme.programme.settings == ("custody",)


@rule(
    "STD124",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[VETTED, SUITABLE],
    reads=[
        At.programme.settings,
        At.role.supervised,
        At.group_sessions.staff_there,
        At.safeguarding.run_by_samaritans,
        At.screening.record_check,
    ],
    applies=only_if_stated(in_settings("custody", "ward", "residential"), "STD001 asks for the settings"),
    asked_since="2026-11",
)
def somebody_looks_at_the_records_of_mentors_alone_with_people_who_cannot_leave(
    programme: Programme,
) -> Iterator[Problem]:
    """Who is in custody, on a ward or in a home cannot choose who comes in, and is alone with them.

    Organisations make their own checks, besides the vetting of the prison. That wards and homes ask for the same is
    this project's reading. Where mentors are prisoners themselves, the prison has their records.
    """
    if programme.screening.record_check == "none" and out_of_sight(programme) and not _prison_knows_them(programme):
        where = ", ".join(programme.programme.settings or ())
        yield falls_short(
            "screening.record_check",
            f"{{mentors}} are alone with people where no staff see them ({where}), and nobody looks at their records",
            "find out which check the role is entitled to, and ask for that; anybody can be asked for a basic one",
        )


@rule(
    "STD125",
    strength=Strength.MUST,
    sources=[PVG_REQUIRED],
    unmet="the role is regulated in Scotland, and the check is {record_check}: the law asks for the PVG scheme",
    fix='ask Disclosure Scotland whether the role is regulated; if it is, state record_check = "PVG scheme", and let '
    "nobody begin who is not a member",
    applies=only_if_stated(in_nations("scotland"), "STD002 asks for the nation"),
    waivable=False,
    asked_since="2026-11",
)
def regulated_roles_in_scotland_are_in_the_pvg_scheme(
    record_check: RecordCheck, regulated_activity: RegulatedActivity
) -> bool:
    """Since 1 July 2025 it is an offence to do, or to offer, a regulated role without membership of the scheme.

    The Act was not read. Whether a role is regulated is for Disclosure Scotland to say.
    """
    return regulated_activity != "yes" or record_check == "PVG scheme"
