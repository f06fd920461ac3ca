"""What is written down, staffed and kept on file (SCH801 to SCH807)."""

from typing import Annotated

from mentorkit.api import Duration, Parameter, Programme, Strength, at_most, includes, rule, when
from mentorkit_schools.roles import IN_PAIRS
from mentorkit_schools.sources import (
    EEPM_DESIGN,
    EEPM_MATCHING,
    EEPM_STAFFING,
    KCSIE_COPIES,
    MSU_EXTENSION,
    ONTARIO_CLOSURE,
    TIERED_SUPPORT,
    WIKI_PEER_MENTORING,
)
from mentorkit_schools.vocabulary import Records, Reward, in_roles, with_children

FOUR_DOCUMENTS = EEPM_DESIGN.at("mission, vision, a logic model with a theory of change, a manual of procedures")
AS_PREFERRED = EEPM_MATCHING.at("what is sensitive is told in matching as the person concerned prefers")
CONTACT_LOG = MSU_EXTENSION.at("date, length and nature of each contact, at the least")
CLOSURE_RECORDED = ONTARIO_CLOSURE.at("it is on file that the match was closed as the procedure has it")
SIX_MONTHS = KCSIE_COPIES.at("copies of certificates are kept for six months at most")
BOARD = EEPM_STAFFING.at("a board or an advisory committee")
ENOUGH_STAFF = EEPM_STAFFING.at("enough staff, in full-time posts, to run the programme as intended")
OVERLOAD = TIERED_SUPPORT.at("one agency tells of burn-out at well over 65 matches for each member of staff")
REWARDS = WIKI_PEER_MENTORING.at("mentors may be paid, or get credit, priority or references")

YOUNG_MENTEES = in_roles("cross-age mentor", "youth mentor")


def _anyone_is_checked(programme: Programme) -> bool | None:
    if with_children(programme) is False:
        return False
    check = programme.screening.record_check
    return None if check is None else check != "none"


@rule("SCH801", strength=Strength.SHOULD, sources=[FOUR_DOCUMENTS], applies=YOUNG_MENTEES)
def the_programme_is_thought_through_on_paper(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes(
                    "mission statement",
                    "vision statement",
                    "logic model",
                    "procedures manual",
                    strength=Strength.SHOULD,
                    source=FOUR_DOCUMENTS,
                )
            ],
        ),
    ],
) -> None:
    """What a programme is for and why it should work has to outlast the person who began it.

    The standard is American and its authors require all four; here they are no more than should.
    """


@rule("SCH802", strength=Strength.MUST, sources=[AS_PREFERRED], applies=IN_PAIRS)
def what_is_told_in_matching_is_for_the_person_to_say(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("disclosure policy for matching", strength=Strength.MUST, source=AS_PREFERRED)],
        ),
    ],
) -> None:
    """To be matched, young people tell of illness, family or faith; passed on unasked, it cannot be taken back."""


@rule(
    "SCH803",
    strength=Strength.SHOULD,
    sources=[CONTACT_LOG, CLOSURE_RECORDED],
    unmet="{records} is on file, and not all of date, length and nature of each contact, and how the match was closed",
    fix='keep "date of contact", "length of contact", "nature of contact" and "closure" in records',
    applies=YOUNG_MENTEES,
)
def what_happened_in_a_match_can_be_looked_up(records: Records) -> bool:
    """When a pair goes quiet or somebody raises a concern, the file is what shows what took place.

    Should and not must: neither source is law here. What is said in confidence does not belong in it.
    """
    return {"date of contact", "length of contact", "nature of contact", "closure"} <= set(records)


@rule(
    "SCH804",
    strength=Strength.MUST,
    sources=[SIX_MONTHS],
    applies=when("where a criminal record check is asked for", _anyone_is_checked, "screening.record_check"),
)
def copies_of_certificates_are_not_kept(
    certificates_kept: Annotated[
        Duration,
        Parameter(
            "how long a copy of a criminal record certificate is kept at most",
            limits=[at_most("6 months", Strength.MUST, source=SIX_MONTHS)],
            example='"6 months"',
        ),
    ],
) -> None:
    """The certificate serves one decision; kept for longer, it can only do harm.

    This stands on the edition of 2022; the current one was not read, and a person must check it.
    """


@rule("SCH805", strength=Strength.SHOULD, sources=[BOARD], applies=YOUNG_MENTEES)
def somebody_oversees_the_programme(
    oversight: Annotated[
        str,
        Parameter("the board or committee that oversees the programme", example='"governing body"'),
    ],
) -> None:
    """Those who run it should answer to somebody who does not. In a school the governors will do."""


@rule(
    "SCH806",
    strength=Strength.SHOULD,
    sources=[ENOUGH_STAFF, OVERLOAD],
    fix="plan for more staff, or for fewer matches",
    applies=YOUNG_MENTEES,
)
def there_are_enough_staff(
    matches_per_worker: Annotated[
        int,
        Parameter(
            "how many matches there are for each full-time member of staff",
            limits=[at_most(65, Strength.CAUTION, source=OVERLOAD)],
            example="30",
        ),
    ],
) -> None:
    """Pairs that nobody has time for drift apart, and nobody notices.

    The standard gives no number; the only one on record is one agency's, and far beyond what it could carry.
    """


@rule("SCH807", strength=Strength.SHOULD, sources=[REWARDS])
def what_mentors_get_is_said(reward: Reward) -> None:
    """Pay, credit, a reference or nothing: whoever applies should know, and so should those who measure the cost."""
