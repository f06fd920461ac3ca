"""Whether the people on a rota cover the hours that the programme promises."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import attrs

from mentorkit.rota.promise import CoverPromise
from mentorkit.rota.shifts import Shift
from mentorkit.values.opening_hours import ALWAYS
from mentorkit.values.seen_text import as_seen, look_alikes
from mentorkit.values.stretch import Stretch, common, on_calendar, start_of_day, without

_DAY = timedelta(days=1)
_AROUND = timedelta(days=7)
"""How far before and after a period promised hours are followed that begin or end outside it."""


@attrs.frozen
class Gap:
    """A stretch of promised time with too few people on duty.

    Attributes:
        time: from when to when.
        on_duty: the ids of those who are on duty all the same.
        needed: how many are promised.
    """

    time: Stretch
    on_duty: tuple[str, ...]
    needed: int

    @property
    def missing(self) -> int:
        """How many people are missing."""
        return self.needed - len(self.on_duty)


@attrs.frozen
class Clash:
    """Somebody who is on duty twice at the same time; they count once.

    Attributes:
        person: their id.
        shifts: the ids of the two shifts, or of the one that names the person twice.
        time: when.
    """

    person: str
    shifts: tuple[str, ...]
    time: Stretch


@attrs.frozen
class Outside:
    """A part of a shift that lies outside the promised hours.

    Attributes:
        shift: its id.
        time: the part.
    """

    shift: str
    time: Stretch


@attrs.frozen
class Cover:
    """What is said of a rota.

    Attributes:
        promise: what is promised.
        period: from when to when the rota was looked at.
        promised: the promised time in it.
        shifts: those with a part in the period, in the order of time.
        gaps: where too few are on duty.
        clashes: who is on duty twice.
        outside: which parts of shifts nobody is promised.
        nobody_named: the ids of shifts of which the sheet does not say who is on duty.
        unknown: by the id of somebody who is not among the known people, the ids of their shifts.
        look_alike: ids that look alike, and may be one person, or one shift.
    """

    promise: CoverPromise
    period: Stretch
    promised: tuple[Stretch, ...]
    shifts: tuple[Shift, ...]
    gaps: tuple[Gap, ...]
    clashes: tuple[Clash, ...]
    outside: tuple[Outside, ...]
    nobody_named: tuple[str, ...]
    unknown: Mapping[str, tuple[str, ...]]
    look_alike: tuple[tuple[str, ...], ...]

    @property
    def minutes_promised(self) -> int:
        """How many minutes are promised; a week without a change of the clocks has 10,080."""
        return sum(each.minutes for each in self.promised)

    @property
    def minutes_covered(self) -> int:
        """How many of them are covered."""
        return self.minutes_promised - sum(gap.time.minutes for gap in self.gaps)

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to look at the rota."""
        return bool(self.gaps or self.clashes or self.unknown)


def period_of(shifts: Sequence[Shift], promise: CoverPromise) -> Stretch | None:
    """The period that a sheet is about: from the first day on which a shift begins to the last; None without shifts.

    Where a shift goes on for days, the last is the one before it ends. Promised hours that run past midnight belong to
    the day on which they begin. At the beginning they are looked at if a shift of the sheet has a part in them.
    """
    if not shifts:
        return None
    zone = ZoneInfo(promise.zone)
    begins = [shift.time.start.astimezone(zone).date() for shift in shifts]
    goes_on_until = [_last_day(shift, zone) for shift in shifts]
    start, end = start_of_day(min(begins), promise.zone), start_of_day(max(begins + goes_on_until) + _DAY, promise.zone)
    if promise.hours.minutes == ALWAYS:
        return Stretch(start, end)
    for each in on_calendar(promise.hours.minutes, promise.zone, Stretch(start - _AROUND, end + _AROUND)):
        if each.start < start < each.end:
            taken = any(shift.time.start < each.end and shift.time.end > start for shift in shifts)
            start = each.start if taken else each.end
        if each.start < end < each.end:
            end = each.end
    return Stretch(start, end)


def with_whole_nights(period: Stretch, promise: CoverPromise) -> Stretch:
    """A period of days with the whole nights that begin in it, and without the end of one that began before it.

    Promised hours that go on for a day or longer are no night: of these, a day is from midnight to midnight.
    """
    start, end = period
    for each in on_calendar(promise.hours.minutes, promise.zone, Stretch(start - _AROUND, end + _AROUND)):
        if each.end - each.start < _DAY:
            start = each.end if each.start < start < each.end else start
            end = each.end if each.start < end < each.end else end
    return Stretch(start, end)


def _last_day(shift: Shift, zone: ZoneInfo) -> date:
    """The last day that a shift is about: a night ends in the morning of a day that it is not about."""
    if shift.time.end - shift.time.start < _DAY:
        return shift.time.end.astimezone(zone).date() - _DAY
    return (shift.time.end.astimezone(zone) - timedelta(minutes=1)).date()


def cover_of(
    promise: CoverPromise, shifts: Iterable[Shift], period: Stretch, people: Collection[str] | None = None
) -> Cover:
    """Compares a rota with what is promised.

    Args:
        promise: the hours, and how many are on duty.
        shifts: in any order.
        period: from when to when to look.
        people: the ids of those who may be on duty; None where nobody knows.
    """
    within = sorted(
        (shift for shift in shifts if shift.time.start < period.end and shift.time.end > period.start),
        key=lambda shift: (shift.time, shift.id),
    )
    promised = on_calendar(promise.hours.minutes, promise.zone, period)
    known = None if people is None else {as_seen(person) for person in people}
    strange: defaultdict[str, list[str]] = defaultdict(list)
    for shift in within:
        for person in dict.fromkeys(shift.on_duty or ()):
            if known is not None and as_seen(person) not in known:
                strange[person].append(shift.id)
    named = [person for shift in within for person in shift.on_duty or ()]
    seen = set(map(as_seen, named))
    return Cover(
        promise,
        period,
        tuple(promised),
        tuple(within),
        tuple(_gaps(promise, within, promised)),
        tuple(_clashes(within, period)),
        tuple(
            Outside(shift.id, part) for shift in within for part in without(common([shift.time], [period]), promised)
        ),
        tuple(shift.id for shift in within if shift.on_duty is None),
        {person: tuple(strange[person]) for person in sorted(strange)},
        (
            *(alike for alike in look_alikes([*named, *(people or ())]) if seen.intersection(map(as_seen, alike))),
            *look_alikes(shift.id for shift in within),
        ),
    )


def _gaps(promise: CoverPromise, shifts: Sequence[Shift], promised: Sequence[Stretch]) -> list[Gap]:
    """Where too few are on duty; a person counts once, however they are spelt and however many shifts they have."""
    ends: defaultdict[datetime, list[tuple[int, str, str]]] = defaultdict(list)
    for shift in shifts:
        for seen, person in {as_seen(person): person for person in shift.on_duty or ()}.items():
            ends[shift.time.start].append((1, seen, person))
            ends[shift.time.end].append((-1, seen, person))
    times = sorted({*ends, *(moment for each in promised for moment in each)})
    on_duty: defaultdict[str, int] = defaultdict(int)
    spelt: dict[str, str] = {}
    found: list[Gap] = []
    for start, end in pairwise(times):
        for change, seen, person in ends[start]:
            on_duty[seen] += change
            spelt.setdefault(seen, person)
        there = tuple(sorted(spelt[seen] for seen, count in on_duty.items() if count))
        if len(there) >= promise.least:
            continue
        for part in common([Stretch(start, end)], promised):
            if found and found[-1].time.end == part.start and found[-1].on_duty == there:
                found[-1] = attrs.evolve(found[-1], time=Stretch(found[-1].time.start, part.end))
            else:
                found.append(Gap(part, there, promise.least))
    return found


def _clashes(shifts: Sequence[Shift], period: Stretch) -> list[Clash]:
    found = []
    of: defaultdict[str, list[tuple[Shift, str]]] = defaultdict(list)
    for shift in shifts:
        seen: set[str] = set()
        for person in shift.on_duty or ():
            if as_seen(person) in seen:
                found.append(Clash(person, (shift.id,), shift.time))
            else:
                of[as_seen(person)].append((shift, person))
            seen.add(as_seen(person))
    for theirs in of.values():
        for number, (shift, _) in enumerate(theirs):
            for later, person in theirs[number + 1 :]:
                if later.time.start >= shift.time.end:
                    break  # they are in the order of time
                found += [Clash(person, (shift.id, later.id), both) for both in common([shift.time], [later.time])]
    inside = [clash for clash in found if common([clash.time], [period])]
    return sorted(inside, key=lambda clash: (clash.time, clash.person, clash.shifts))
