"""What is written down, staffed and kept on file (SCH801 to SCH804, SCH806 and SCH808)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    WITH_MENTORS,
    At,
    DecideBy,
    Duration,
    Mentees,
    Parameter,
    Problem,
    Programme,
    Staff,
    Strength,
    Way,
    at_most,
    in_writing,
    not_settled,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit_schools.roles import MEETS_IN_PAIRS
from mentorkit_schools.sources import (
    EEPM_DESIGN,
    EEPM_MATCHING,
    EEPM_STAFFING,
    KCSIE_COPIES,
    MSU_EXTENSION,
    ONTARIO_CLOSURE,
    TIERED_SUPPORT,
)
from mentorkit_schools.vocabulary import ANSWERS_FOR_CHILDREN, IN_ENGLAND, in_roles, with_children

FOUR_DOCUMENTS = EEPM_DESIGN.at("mission, vision, a logic model with a theory of change, a manual of procedures")
AS_PREFERRED = EEPM_MATCHING.at("sensitive facts are shared in matching only as the person prefers")
CONTACT_LOG = MSU_EXTENSION.at("at least the date, length and nature of each contact")
CLOSURE_RECORDED = ONTARIO_CLOSURE.at("it is on file that the match was closed as the procedure has it")
SIX_MONTHS = KCSIE_COPIES.at("copies of certificates are kept for six months at most")
BOARD = EEPM_STAFFING.at("a board or an advisory committee")
ENOUGH_STAFF = EEPM_STAFFING.at("enough staff, in full-time posts, to run the programme as intended")
MOST_MATCHES = 65
OVERLOAD = TIERED_SUPPORT.at("one agency tells of burn-out at well over 65 matches for each member of staff")

YOUNG_MENTEES = in_roles("cross-age mentor", "youth mentor")


def _anyone_is_checked(programme: Programme) -> bool | None:
    if with_children(programme) is False:
        return False
    check = programme.screening.record_check
    return None if check is None else check != "none"


ANYBODY_CHECKED = when("if a criminal record check is asked for", _anyone_is_checked)

SCH801 = requires(
    "SCH801",
    "the programme has a written plan",
    in_writing("mission statement", "vision statement", "logic model", "procedures manual", sources=[FOUR_DOCUMENTS]),
    in_writing("terms of reference for oversight", sources=[BOARD]),
    strength=Strength.SHOULD,
    sources=[FOUR_DOCUMENTS, BOARD],
    reason="What a programme is for, and why it should work, has to be known after the person who began it has left. "
    "Somebody who does not run it should oversee it: in a school, the governors will do. The standard is American and "
    "its authors require all of this; here it is only a SHOULD.",
    applies=YOUNG_MENTEES,
)

SCH802 = requires(
    "SCH802",
    "people decide what matching may pass on about them",
    in_writing("disclosure policy for matching"),
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[AS_PREFERRED],
    reason="To be matched, young people tell of illness, family or faith. If it is passed on unasked, nobody can take "
    "it back.",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)

SCH803 = requires(
    "SCH803",
    "what happened in a match can be looked up",
    in_writing("log of contacts"),
    strength=Strength.SHOULD,
    sources=[CONTACT_LOG, CLOSURE_RECORDED],
    reason="If a pair goes quiet or somebody raises a concern, the file shows what took place. This is a SHOULD and "
    "not a MUST: neither source is law here.",
    fix="log date, length and nature of each contact, and how the match was closed; not what is said in confidence",
    applies=YOUNG_MENTEES,
    ways=[Way.PAIR],
)

SCH804 = requires(
    "SCH804",
    "copies of certificates are not kept",
    {
        "certificates_kept": Annotated[
            Duration,
            Parameter(
                "the longest time that a copy of a criminal record certificate is kept",
                limits=[at_most("6 months")],
                example='"6 months"',
                question="How long do you keep a copy of a criminal record certificate, at most?",
                decide_by=DecideBy.RECRUITMENT,
                plausible=("1 day", "7 years"),
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[SIX_MONTHS],
    reason="A certificate is for one decision. If you keep it for longer, it can only do harm. This is based on "
    "England's edition of 2022; the current one was not read, and a person must check it. SCH808 asks in the other "
    "nations.",
    applies=when("in England, if a criminal record check is asked for", ANYBODY_CHECKED & IN_ENGLAND),
    ways=WITH_MENTORS,
)


@rule(
    "SCH808",
    strength=Strength.MUST,
    reads=[At.governance.documents],
    sources=[SIX_MONTHS],
    applies=only_if_stated(
        when(
            "outside England, if a check is asked for",
            ANYBODY_CHECKED & ~IN_ENGLAND,
        ),
        "STD002 asks for the nation, and STD106 for the check",
    ),
    ways=WITH_MENTORS,
)
def outside_england_a_person_finds_out_how_long_copies_are_kept(programme: Programme) -> Iterator[Problem]:
    """England's guidance names six months.

    Nothing was read for the other nations, so a person decides. No limit is applied to them here. The rule only asks
    that somebody has looked.
    """
    if "decision on keeping certificates" not in (programme.governance.documents or ()):
        yield not_settled(
            "governance.documents",
            "how long copies of certificates may be kept: the guidance that these rules know is England's",
            "ask the person who is responsible for data protection, with the guidance of the body that issues the "
            'certificates; write it down, and add "decision on keeping certificates" to documents',
        )


@rule(
    "SCH806",
    strength=Strength.CAUTION,
    met_by_more=["staff"],
    sources=[ENOUGH_STAFF, OVERLOAD],
    unmet="{expected} {mentees} are expected at a time: more than 65 for each role in staff",
    fix="plan for more staff, or for fewer matches; if several people hold a role, state it once for each",
    applies=YOUNG_MENTEES,
)
def there_are_enough_staff(expected: Mentees, staff: Staff) -> bool:
    """If nobody has time for pairs they drift apart, and nobody notices.

    The standard asks for enough full-time posts and gives no number. The only number on record is one agency's, and was
    far more than it could manage. The shared standards ask whether there are staff at all.
    """
    return not staff or expected <= MOST_MATCHES * len(staff)
