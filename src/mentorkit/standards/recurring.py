"""What has to be done again while somebody is a mentor (STD414, STD415)."""

from datetime import date
from typing import Annotated

from mentorkit.api import Duration, Parameter, Programme, RecordCheckOn, RefreshedOn, Strength, day_after, rule, when
from mentorkit.standards.sources import ONGOING
from mentorkit.works import AMPUTEE_COALITION_FOUR_YEARS, AMPUTEE_COALITION_TWO_YEARS


def _refreshes(programme: Programme) -> bool | None:
    return None if programme.training.refresher_every is None else True


def _checks_again(programme: Programme) -> bool | None:
    if programme.screening.record_check == "none":
        return False
    return None if programme.screening.record_check_every is None else True


@rule(
    "STD414",
    strength=Strength.SHOULD,
    sources=[ONGOING, AMPUTEE_COALITION_TWO_YEARS],
    unmet="last trained on {refreshed_on}, and {mentors} have to train again after {refresher_every}",
    fix="book the next training",
    applies=when("if {mentors} train again", _refreshes, "training.refresher_every"),
)
def refresher_training_on_time(
    refresher_every: Annotated[Duration, Parameter(at="training.refresher_every")],
    refreshed_on: RefreshedOn,
    on: date,
) -> bool:
    """Much of what people learn before the first meeting is forgotten by the time they need it.

    The design says how often mentors train again. The one programme that names a number certifies its visitors again
    every two years.
    """
    return refreshed_on <= on <= day_after(refreshed_on, refresher_every)


@rule(
    "STD415",
    strength=Strength.CAUTION,
    sources=[AMPUTEE_COALITION_FOUR_YEARS],
    unmet="last checked on {record_check_on}, and the check has to be done again after {record_check_every}",
    fix="ask for a new check; until it is there, decide who goes along",
    applies=when("if there is a criminal record check", _checks_again, "screening.record_check_every"),
)
def repeat_record_check_on_time(
    record_check_every: Annotated[Duration, Parameter(at="screening.record_check_every")],
    record_check_on: RecordCheckOn,
    on: date,
) -> bool:
    """A check says what was known on its day, and nothing about the days after.

    None of our sources gives a time in law after which it has to be done again; one programme does so every four years.
    The design says how often.
    """
    return record_check_on <= on <= day_after(record_check_on, record_check_every)
