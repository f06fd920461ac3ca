"""What has to be done again while somebody is a mentor (STD414, STD415)."""

from datetime import date
from typing import Annotated

from mentorkit.api import Duration, Parameter, Programme, RecordCheckOn, RefreshedOn, Strength, rule, when
from mentorkit.standards.sources import AMPUTEE_COALITION, PEER_VOLUNTEERS_TRAINING

_AGAIN = AMPUTEE_COALITION.at("visitors are certified again every two years")
_CHECKED_AGAIN = AMPUTEE_COALITION.at("the check on a visitor's background is done again every four years")
_ONGOING = PEER_VOLUNTEERS_TRAINING.at("training goes on, and is not over after one course")


def _refreshes(programme: Programme) -> bool | None:
    return None if programme.training.refresher_every is None else True


def _checks_again(programme: Programme) -> bool | None:
    if programme.screening.record_check == "none":
        return False
    return None if programme.screening.record_check_every is None else True


@rule(
    "STD414",
    strength=Strength.SHOULD,
    sources=[_ONGOING, _AGAIN],
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
    return refreshed_on <= on <= refreshed_on + refresher_every


@rule(
    "STD415",
    strength=Strength.CAUTION,
    sources=[_CHECKED_AGAIN],
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
    return record_check_on <= on <= record_check_on + record_check_every
