"""Who takes which session, shift or incident: everything that is known put together, solved, and said again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, tzinfo
from time import monotonic

from mentorkit.core.case_reading import Case, Verdict
from mentorkit.core.finding import Thing
from mentorkit.core.rulebook import Rulebook
from mentorkit.matching.fast_rules import RULED_OUT
from mentorkit.matching.in_order import in_order
from mentorkit.matching.result import MatchingError
from mentorkit.matching.slots.kinds import KINDS
from mentorkit.matching.slots.named import Named
from mentorkit.matching.slots.person import Person, Presence, read_people, rules_of_people
from mentorkit.matching.slots.reasons import Reason
from mentorkit.matching.slots.result import MatchedSlot, Obstacle, Place, SlotsAnswer, UnmatchablePerson
from mentorkit.matching.slots.slot import Slot, SlotReader, zone_of
from mentorkit.matching.solver import Filled, Timetable, fill, overlapping
from mentorkit.programme.design import why_no_zone
from mentorkit.programme.kept_columns import SLOT_VETOES
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.locks import Lock
from mentorkit.toml.typed_facts import WRONG_KIND
from mentorkit.values.zoned_time import day_of

TIME_LIMIT = 60.0
"""Seconds."""


def match_slots(
    rulebook: Rulebook,
    programme: Programme,
    way: Way,
    people: Iterable[Case],
    slots: Iterable[Case],
    on: date,
    *,
    waived: Iterable[Thing] = (),
    locks: Iterable[Lock] = (),
    time_limit: float = TIME_LIMIT,
) -> SlotsAnswer:
    """Proposes who could take which session, shift or incident; a person confirms.

    As many places as possible are filled; then, where the design says `matching.spread`, as many people as possible
    have one slot, then as many as possible a second one, and so on; then the first slot by id has the first people.

    Args:
        rulebook: the rules.
        programme: the design, in this way of support alone.
        way: one of those that have slots.
        people: a case for each person who could take slots.
        slots: a case for each slot.
        on: the moment in the zone of the programme, or the day: what is planned on it is still to come, and incidents
            are looked at in its last minute.
        waived: the rules that the service has a waiver for, as for pairs.
        locks: earlier places, the slot as the mentee and the person as the mentor: to keep, never, or free to change.
        time_limit: after how many seconds the search stops, with the best so far.

    Raises:
        MatchingError: where nobody can be looked for, or what is settled contradicts itself.
    """
    kind = KINDS[way]
    if programme.matching.capacity_in == "hours":
        message = f'matching.capacity_in is "hours", and capacity is the number of {kind.name}s here'
        raise MatchingError(message, f'state capacity_in = "people", or write a file of its own for {way.value}')
    zone = zone_of(programme)
    if zone is None and kind.timed:
        raise MatchingError(*why_no_zone(programme.programme))
    day = day_of(on)
    reader = SlotReader(programme, way, on, zone or UTC)
    read_slots = [reader.read(case) for case in in_order(slots, f"{kind.name}s")]
    of_nobody, of_person = rules_of_people(rulebook, programme, day, waived)
    stops = [each for each in of_nobody if each.answer_function()({}, {}) == RULED_OUT]
    table = _Table(
        read_slots,
        read_people(of_person, way, in_order(people, "people"), day),
        Presence(zone or UTC, day, timed=kind.timed),
        zone or UTC,
        programme.matching.spread or False,
        way,
        locks,
        [each.verdict(Case("all", {})) for each in stops],
    )
    until = monotonic() + time_limit
    return table.answer(fill(table.timetable(), lambda: monotonic() < until), on)


class _Table:
    """Slots and people, and what is known of each two of them."""

    def __init__(
        self,
        slots: Sequence[Slot],
        people: Sequence[Person],
        presence: Presence,
        zone: tzinfo,
        spread: bool,
        way: Way,
        locks: Iterable[Lock],
        everyone: Sequence[Verdict],
    ) -> None:
        self._slots, self._people, self._presence = slots, people, presence
        self._zone, self._spread, self._way = zone, spread, way
        self._everyone = tuple(everyone)
        self._kind = KINDS[way]
        self._times = [self._minutes(slot) for slot in slots]
        self._named = named = Named(self._kind, slots, people, locks)
        self._has = [kept | settled for kept, settled in zip(named.kept, named.settled, strict=True)]
        self._there = [has | staff for has, staff in zip(self._has, named.staff, strict=True)]
        """Everybody who has a slot, or is there as staff."""
        self._meeting = overlapping(*zip(*self._times, strict=True)) if slots else []
        self._slots_of: list[set[int]] = [set() for _ in people]
        for slot, there in enumerate(self._there):
            for person in there:
                self._slots_of[person].add(slot)
        self._met = [self._there[slot].union(*self._in_the_same_place(slot, self._there)) for slot in range(len(slots))]
        """Everybody who is there, or in the same place at the same time."""
        self._why_slot = [slot.why or named.waiting_slots.get(number, "") for number, slot in enumerate(slots)]
        self._why_person = [each.why or named.waiting_people.get(number, "") for number, each in enumerate(people)]
        self._taken = [sum(person in has for has in self._has) for person in range(len(people))]
        self._refuse_contradictions()
        self._wait_for_what_is_not_clear()
        self._obstacles = [
            [self._obstacle(slot, person) for person in range(len(people))] if self._is_open(slot) else []
            for slot in range(len(slots))
        ]
        self._offers = [
            (slot, person)
            for slot, row in enumerate(self._obstacles)
            for person, obstacle in enumerate(row)
            if not obstacle and person not in self._has[slot]
        ]

    def _minutes(self, slot: Slot) -> tuple[int, int]:
        """From which minute on and up to which one somebody has to be there, counted from 1970."""
        if not self._kind.timed or slot.starts is None or slot.ends is None:
            return 0, 0
        return int(slot.starts.timestamp() // 60), int(slot.ends.timestamp() // 60)

    def _wait_for_what_is_not_clear(self) -> None:
        """Lets people and slots wait where somebody could be in two at once, or with somebody they must not meet."""
        for slot, there in enumerate(self._there):
            first, last = self._times[slot]
            if self._kind.timed and first >= last and not self._slots[slot].over:
                for person in there:
                    why = f"has {self._slots[slot].id}, and its time is not known"
                    self._why_person[person] = self._why_person[person] or why
            why = next(
                (
                    f"whom {self._people[each].id} must not meet is not clear"
                    for each in sorted(self._met[slot])
                    if each in self._named.not_clear
                ),
                "",
            )
            for other in sorted(self._meeting[slot]) if not why else ():
                if not self._slots[other].settled_is_read:
                    why = f"it cannot be read who has {self._slots[other].id}, at the same time"
            self._why_slot[slot] = self._why_slot[slot] or why

    def _is_open(self, slot: int) -> bool:
        return not self._slots[slot].over and not self._why_slot[slot] and self._missing(slot) > 0

    def _missing(self, slot: int) -> int:
        return max(0, (self._slots[slot].needs or 0) - len(self._has[slot]))

    def _in_the_same_place(self, slot: int, people: Sequence[set[int]]) -> Iterator[set[int]]:
        """The people of each other slot in the same place at the same time."""
        return (people[other] for other in self._meeting[slot] if self._kind.shares_a_place)

    def _elsewhere(self, slot: int, person: int) -> set[int]:
        """The slots at the same time as this one at which somebody is."""
        return self._meeting[slot] & self._slots_of[person]

    def _refuse_contradictions(self) -> None:
        """Refuses what is settled and kept if it cannot be.

        Raises:
            MatchingError: naming the first.
        """
        for slot, there in enumerate(self._there):
            at, of_staff = self._slots[slot].id, self._slots[slot].ids(self._kind.staff)
            in_both = [
                (id_, other)
                for other in sorted(self._meeting[slot])
                for id_ in (
                    *(self._people[each].id for each in sorted(there & self._there[other])),
                    *(of_staff[seen] for seen in sorted(of_staff.keys() & self._slots[other].ids(self._kind.staff))),
                )
            ]
            for id_, other in in_both:
                message = f"{id_} has both {at} and {self._slots[other].id}, which overlap"
                raise MatchingError(message, f"take {id_} out of one of them, in the sheet or where it is kept")
            for person in sorted(there):
                id_ = self._people[person].id
                if foes := sorted(self._named.not_with[person] & self._met[slot]):
                    message = f"{id_} and {self._people[foes[0]].id} are not to be together, and both have {at}"
                    raise MatchingError(
                        f"{message} or one at the same time", "take one of them out, in the sheet or where it is kept"
                    )

    def _waits(self, person: int) -> bool:
        return bool(self._everyone or self._why_person[person] or self._people[person].own)

    def _obstacle(self, slot: int, person: int) -> Reason | None:
        """What keeps somebody from a slot, whatever else is proposed; None where nothing does."""
        somebody = self._people[person]
        if reason := self._named.barred[slot].get(person):
            return reason
        if self._waits(person):
            return Reason.WAITS
        if reason := self._presence.obstacle(somebody, self._slots[slot]):
            return reason
        if self._elsewhere(slot, person):
            return Reason.ELSEWHERE
        return Reason.NOT_TOGETHER if self._named.not_with[person] & self._met[slot] else None

    def timetable(self) -> Timetable:
        """What is to be solved."""
        return Timetable(
            offers=self._offers,
            needs=[self._missing(slot) if self._is_open(slot) else 0 for slot in range(len(self._slots))],
            capacity=[
                max(0, (each.capacity or 0) - taken) for each, taken in zip(self._people, self._taken, strict=True)
            ],
            starts=[first for first, _ in self._times],
            ends=[last for _, last in self._times],
            apart=[(one, other) for one, foes in enumerate(self._named.not_with) for other in foes if one < other],
            apart_in_overlaps=self._kind.shares_a_place,
            taken=self._taken,
            spread=self._spread,
        )

    def answer(self, found: Filled, on: date) -> SlotsAnswer:
        """What was found, in the ids of the sheets."""
        named = self._named
        proposed = [set(people) for people in found.people_of]
        made = {(slot, person) for slot, people in enumerate(proposed) for person in people | self._has[slot]}
        changed = [(self._slots[slot].id, self._people[person].id) for slot, person in named.earlier - made]
        noted = [UnmatchablePerson(each.id, each.notes) for each in self._people if each.notes]
        return SlotsAnswer(
            on=on,
            way=self._way,
            kind=self._kind,
            slots=tuple(self._matched(n, proposed) for n, slot in enumerate(self._slots) if not slot.over),
            over=tuple(slot.id for slot in self._slots if slot.over),
            outside=tuple(
                UnmatchablePerson(each.id, each.own, why)
                for each, why in zip(self._people, self._why_person, strict=True)
                if each.own or why
            ),
            noted=tuple(noted),
            everyone=self._everyone,
            not_found=tuple(sorted(named.not_found, key=lambda each: (each.at, each.column, each.named))),
            look_alike=named.look_alike,
            never=tuple(sorted(named.never.values())),
            away=tuple(sorted(named.never[two] for two in named.away)),
            changed=tuple(sorted([*changed, *named.gone])),
            people=len(self._people),
            at_most=found.at_most,
            proven=found.proven,
            spread=self._spread,
        )

    def _matched(self, number: int, proposed: Sequence[set[int]]) -> MatchedSlot:
        slot, has = self._slots[number], self._has[number]
        places = [Place(self._people[each].id, "proposed") for each in proposed[number]]
        for each in has:
            how = "settled" if each in self._named.settled[number] else "kept"
            places.append(Place(self._people[each].id, how, self._despite(number, each)))  # type: ignore[arg-type]
        still_empty = self._is_open(number) and len(proposed[number]) < self._missing(number)
        return MatchedSlot(
            slot.id,
            slot.starts and slot.starts.astimezone(self._zone),
            slot.ends and slot.ends.astimezone(self._zone) if self._kind.timed else None,
            slot.needs,
            tuple(sorted(places, key=lambda place: place.person)),
            self._staff_of(slot),
            slot.staff,
            self._why_slot[number],
            tuple(self._obstacles_to(number, proposed)) if still_empty else (),
        )

    def _staff_of(self, slot: Slot) -> tuple[Place, ...] | None:
        """The members of staff who are there; None where that is not known."""
        if self._kind.staff and slot.facts.get(self._kind.staff) in (None, WRONG_KIND):
            return None
        not_wanted = slot.ids(SLOT_VETOES)
        of_staff = sorted(slot.ids(self._kind.staff).items())
        return tuple(Place(id_, "staff", (Reason.VETOED,) if seen in not_wanted else ()) for seen, id_ in of_staff)

    def _despite(self, slot: int, person: int) -> tuple[Reason, ...]:
        """What is against somebody who has a slot."""
        somebody, at = self._people[person], self._slots[slot]
        waits = Reason.WAITS if self._waits(person) else None
        cannot_be_there = self._presence.obstacle(somebody, at) if at.starts and at.ends else None
        has_too_many = somebody.capacity is not None and self._taken[person] > somebody.capacity
        too_many = Reason.TOO_MANY if has_too_many else None
        reasons = (self._named.barred[slot].get(person), waits, cannot_be_there, too_many)
        return tuple(reason for reason in reasons if reason)

    def _obstacles_to(self, slot: int, proposed: Sequence[set[int]]) -> Iterable[Obstacle]:
        """What keeps everybody from a slot who does not have it, in the order of reasons."""
        found: dict[Reason | None, list[str]] = {}
        for person, obstacle in enumerate(self._obstacles[slot]):
            if person not in self._has[slot] | proposed[slot]:
                reason = obstacle or self._taken_up(slot, person, proposed)
                found.setdefault(reason, []).append(self._people[person].id)
        return [Obstacle(reason, tuple(found[reason])) for reason in Reason if reason in found]

    def _taken_up(self, slot: int, person: int, proposed: Sequence[set[int]]) -> Reason | None:
        """What keeps somebody from a slot that they could have if others were not proposed; None where nothing does."""
        own = [other for other, people in enumerate(proposed) if person in people]
        if self._taken[person] + len(own) >= (self._people[person].capacity or 0):
            return Reason.FULL
        if not self._meeting[slot].isdisjoint(own):
            return Reason.ELSEWHERE
        there = proposed[slot].union(*self._in_the_same_place(slot, proposed))
        return Reason.NOT_TOGETHER if self._named.not_with[person] & there else None
