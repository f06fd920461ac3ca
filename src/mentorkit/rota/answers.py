"""How soon contacts were answered, and whether that is as soon as promised."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from enum import Enum
from statistics import median
from zoneinfo import ZoneInfo

import attrs

from mentorkit.rota.contacts import Contact
from mentorkit.rota.promise import AnswerPromise
from mentorkit.values.opening_hours import DAYS_OF_THE_WEEK
from mentorkit.values.stretch import Stretch, on_calendar

FEWEST = 5
"""Contacts of a day of the week or a part of the day that are told apart."""
_FOUR_WEEKS = timedelta(days=28)
_PARTS_OF_DAY = ("00:00 to 06:00", "06:00 to 12:00", "12:00 to 18:00", "18:00 to 24:00")


class AnswerState(Enum):
    """Whether a contact was answered as soon as promised."""

    IN_TIME = "in time"
    LATE = "late"
    NOT_ANSWERED = "late, not answered"
    NOT_YET = "not yet"
    """It is not answered, and there is still time."""


@attrs.frozen
class JudgedContact:
    """A contact, and whether it was answered as soon as promised.

    Attributes:
        contact: the contact.
        by: the last moment in time.
        state: in time, late, late and not answered, or not yet.
        minutes: from the question to the answer, as far as the promised time runs; None where there is no answer.
        waiting: the same up to the moment of the report, where there is no answer.
        outside: whether they asked at hours at which nobody is promised to be there.
    """

    contact: Contact
    by: datetime
    state: AnswerState
    minutes: int | None
    waiting: int | None
    outside: bool = False


@attrs.frozen
class TimeGroup:
    """Contacts that asked on a day of the week, or in a part of the day.

    Attributes:
        name: such as "Monday", or "00:00 to 06:00"; "other times" for all that are too few to be told apart.
        contacts: how many.
        in_time: of them, how many were answered in time.
        late: how many were not.
    """

    name: str
    contacts: int
    in_time: int
    late: int


@attrs.frozen
class AnswerTimes:
    """What is said of the contacts of a sheet.

    Attributes:
        promise: how soon they are to be answered.
        now: the moment of the report.
        contacts: each, in the order in which they asked.
        by_day: by the day of the week; empty where it is not known in which zone.
        by_part_of_day: by the part of the day; empty too.
    """

    promise: AnswerPromise
    now: datetime
    contacts: tuple[JudgedContact, ...]
    by_day: tuple[TimeGroup, ...]
    by_part_of_day: tuple[TimeGroup, ...]

    def count(self, *states: AnswerState) -> int:
        """How many contacts are in one of these states."""
        return sum(1 for each in self.contacts if each.state in states)

    @property
    def late(self) -> tuple[JudgedContact, ...]:
        """Those that were answered late, or not at all."""
        return tuple(each for each in self.contacts if each.state in (AnswerState.LATE, AnswerState.NOT_ANSWERED))

    @property
    def decided(self) -> int:
        """How many were answered, or are late."""
        return self.count(AnswerState.IN_TIME, AnswerState.LATE, AnswerState.NOT_ANSWERED)

    @property
    def outside(self) -> int:
        """How many of those that are late asked at hours at which nobody is promised to be there."""
        return sum(1 for each in self.late if each.outside)

    @property
    def answered(self) -> tuple[int, ...]:
        """After how many minutes those that are answered were, the soonest first."""
        return tuple(sorted(each.minutes for each in self.contacts if each.minutes is not None))

    @property
    def median(self) -> float | None:
        """The middle one of these; None where none is answered."""
        return float(median(self.answered)) if self.answered else None

    @property
    def longest(self) -> int | None:
        """The longest of these; None where none is answered."""
        return self.answered[-1] if self.answered else None


def answer_times(promise: AnswerPromise, contacts: Iterable[Contact], now: datetime) -> AnswerTimes:
    """Judges each contact by what is promised.

    Args:
        promise: how soon they are to be answered.
        contacts: in any order.
        now: the moment of the report.
    """
    judged = tuple(
        _judged(promise, contact, now) for contact in sorted(contacts, key=lambda each: (each.asked_at, each.id))
    )
    if not promise.zone:
        return AnswerTimes(promise, now, judged, (), ())
    zone = ZoneInfo(promise.zone)

    def asked(each: JudgedContact) -> datetime:
        return each.contact.asked_at.astimezone(zone)

    by_day = _groups(judged, DAYS_OF_THE_WEEK, lambda each: DAYS_OF_THE_WEEK[asked(each).weekday()])
    by_part = _groups(judged, _PARTS_OF_DAY, lambda each: _PARTS_OF_DAY[asked(each).hour // 6])
    return AnswerTimes(promise, now, judged, by_day, by_part)


def _judged(promise: AnswerPromise, contact: Contact, now: datetime) -> JudgedContact:
    by, outside = _latest(promise, contact.asked_at), _is_outside(promise, contact.asked_at)
    if contact.answered_at is None:
        state = AnswerState.NOT_ANSWERED if now > by else AnswerState.NOT_YET
        return JudgedContact(contact, by, state, None, _minutes(promise, contact.asked_at, now), outside)
    state = AnswerState.IN_TIME if contact.answered_at <= by else AnswerState.LATE
    return JudgedContact(contact, by, state, _minutes(promise, contact.asked_at, contact.answered_at), None, outside)


def _is_outside(promise: AnswerPromise, moment: datetime) -> bool:
    if promise.open_at is None:
        return False
    return not on_calendar(promise.open_at.minutes, promise.zone, Stretch(moment, moment + timedelta(minutes=1)))


def _minutes(promise: AnswerPromise, start: datetime, end: datetime) -> int:
    """How many minutes have run from one moment to another."""
    whole = Stretch(start, end)
    if promise.hours is None:
        return whole.minutes
    return sum(each.minutes for each in on_calendar(promise.hours.minutes, promise.zone, whole))


def _latest(promise: AnswerPromise, asked: datetime) -> datetime:
    """The last moment in time.

    Where the time runs in certain hours only, minutes and hours are counted in them. Days are counted from the first of
    these hours on. What would end outside them, or just when they are over, ends when they begin again: until then no
    more time has passed.
    """
    zone = ZoneInfo(promise.zone) if promise.zone else UTC
    if promise.hours is None:
        return promise.within.after(asked.astimezone(zone)).astimezone(UTC)
    minutes, left = promise.hours.minutes, promise.within.minutes
    if not left:
        begins = _running(minutes, promise.zone, asked).start
        return _running(minutes, promise.zone, promise.within.after(begins.astimezone(zone)).astimezone(UTC)).start
    while True:  # up to two years, which is the longest that `AnswerPromise` may take
        for running in on_calendar(minutes, promise.zone, Stretch(asked, asked + _FOUR_WEEKS)):
            if left < running.minutes:
                return running.start + timedelta(minutes=left)
            left -= running.minutes
        asked += _FOUR_WEEKS


def _running(minutes: int, zone: str, moment: datetime) -> Stretch:
    """The first stretch from a moment on in which the time runs; of one that goes on for ever, the first four weeks."""
    return on_calendar(minutes, zone, Stretch(moment, moment + _FOUR_WEEKS))[0]


def _groups(
    judged: Iterable[JudgedContact], names: Iterable[str], name_of: Callable[[JudgedContact], str]
) -> tuple[TimeGroup, ...]:
    """Groups of five contacts or more; the others together, with the smallest of the rest where they are too few."""
    members: dict[str, list[JudgedContact]] = {name: [] for name in names}
    for each in judged:
        members[name_of(each)].append(each)
    told = {name: theirs for name, theirs in members.items() if theirs}
    few = [name for name, theirs in told.items() if len(theirs) < FEWEST]
    if few:
        while sum(len(told[name]) for name in few) < FEWEST and len(few) < len(told):
            few.append(min((name for name in told if name not in few), key=lambda name: len(told[name])))
        others = [each for name in few for each in told[name]]
        told = {name: theirs for name, theirs in told.items() if name not in few} | {"other times": others}
    if len(told) < 2:
        return ()
    return tuple(_group(name, theirs) for name, theirs in told.items())


def _group(name: str, members: Iterable[JudgedContact]) -> TimeGroup:
    states = [each.state for each in members]
    late = states.count(AnswerState.LATE) + states.count(AnswerState.NOT_ANSWERED)
    return TimeGroup(name, len(states), states.count(AnswerState.IN_TIME), late)
