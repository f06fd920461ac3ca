"""Whom the sheets and earlier answers name: who has a slot already, who never takes it, and ids that nobody has."""

from collections.abc import Iterable, Sequence

from mentorkit.matching.ids_of_sheet import IdsOfSheet
from mentorkit.matching.kept_apart import as_two
from mentorkit.matching.result import MatchingError
from mentorkit.matching.slots.kinds import SlotKind
from mentorkit.matching.slots.person import Person
from mentorkit.matching.slots.reasons import Reason
from mentorkit.matching.slots.result import Two, UnknownId
from mentorkit.matching.slots.slot import Slot
from mentorkit.programme.kept_columns import NOT_WITH, PART_OF_IT, SLOT_VETOES
from mentorkit.records.locks import Lock
from mentorkit.text.did_you_mean import asks
from mentorkit.values.seen_text import as_seen, look_alikes, look_of_id

_LOCK = "lock"
_ALIKE = "another id looks like this one"


class Named:
    """Everybody who is named, by the numbers of slots and people.

    Args:
        kind: what the slots are.
        slots: in order.
        people: in order.
        locks: earlier places, the slot as the mentee and the person as the mentor.

    Attributes:
        settled: who has each slot already by its sheet.
        kept: who keeps each slot.
        staff: for each slot the people who are there as staff, as far as they are in the sheet of people.
        barred: for each slot who does not take it, each with the reason.
        not_with: for each person whom they must not be together with; it holds both ways.
        not_clear: people of whom it is not clear whom they must not be together with.
        waiting_slots: slots for which nobody is looked for, with the reason.
        waiting_people: people who take nothing, with the reason.
        not_found: ids that are in no sheet.
        look_alike: ids that look alike, in groups.
        never: the ids of those who never take a slot, as the first lock has them.
        away: those of never of which one is not in the sheets, as is marked.
        earlier: places of an earlier answer that may change.
        gone: those of them that are about somebody, or something, that is not in the sheets.

    Raises:
        MatchingError: where locks cannot be followed.
    """

    def __init__(self, kind: SlotKind, slots: Sequence[Slot], people: Sequence[Person], locks: Iterable[Lock]) -> None:
        self._kind, self._slots, self._people = kind, slots, people
        self._slot_ids = IdsOfSheet([slot.id for slot in slots])
        self._ids = IdsOfSheet([person.id for person in people])
        self.settled: list[set[int]] = [set() for _ in slots]
        self.kept: list[set[int]] = [set() for _ in slots]
        self.staff: list[set[int]] = [set() for _ in slots]
        self.barred: list[dict[int, Reason]] = [{} for _ in slots]
        self.not_with: list[set[int]] = [set() for _ in people]
        self.not_clear: set[int] = set()
        self.waiting_slots: dict[int, str] = {}
        self.waiting_people: dict[int, str] = {}
        self.not_found: list[UnknownId] = []
        self.never: dict[Two, Two] = {}
        self.away: set[Two] = set()
        self.earlier: set[tuple[int, int]] = set()
        self.gone: list[Two] = []
        self._persons, self._of_staff = (
            {seen for slot in slots for seen in slot.ids(column)} for column in (kind.whose, kind.staff)
        )
        self.look_alike = self._read_look_alikes()
        self._read_locks(list(locks))
        for number, slot in enumerate(slots):
            if not slot.over:
                self._read_slot(number, slot)
        self._read_not_with()

    def _read_look_alikes(self) -> tuple[tuple[str, ...], ...]:
        """Who may be one person, or one slot, takes nothing until somebody has said which it is."""
        people = [person.id for person in self._people]
        looks = set(map(look_of_id, people))
        whose = [text for slot in self._slots for text in slot.ids(self._kind.whose).values() if self._kind.whose]
        groups = look_alikes([*people, *(each for each in whose if look_of_id(each) in looks)])
        self._wait(self.waiting_people, self._ids, [each for group in groups for each in group])
        to_come = {slot.id: slot for slot in self._slots if not slot.over}
        of_slots = [group for group in look_alikes(slot.id for slot in self._slots) if to_come.keys() & group]
        self._wait(self.waiting_slots, self._slot_ids, [each for group in of_slots for each in group])
        staff = look_alikes(text for slot in to_come.values() for text in slot.ids(self._kind.staff).values())
        return tuple(sorted({*groups, *of_slots, *staff}))

    @staticmethod
    def _wait(waiting: dict[int, str], ids: IdsOfSheet, named: Iterable[str], why: str = _ALIKE) -> None:
        for each in named:
            if (number := ids.number.get(as_seen(each))) is not None:
                waiting.setdefault(number, why)

    def _read_locks(self, locks: Sequence[Lock]) -> None:
        marked = {as_two(lock) for lock in locks if lock.word == "never" and lock.away}
        for lock in locks:
            slot, person = (ids.number.get(seen) for ids, seen in zip(self._both, as_two(lock), strict=True))
            if lock.word == "never":
                if as_two(lock) not in self.never:
                    self.never[as_two(lock)] = (lock.mentee, lock.mentor)
                    self._never(lock, slot, person, as_two(lock) in marked)
            elif slot is not None and self._slots[slot].over:
                continue
            elif slot is None or person is None:
                if lock.word == "keep":
                    gone, ids = (lock.mentee, self._slot_ids) if slot is None else (lock.mentor, self._ids)
                    message = f"{lock.place} keeps {lock.mentor} for {lock.mentee}, and {gone} is not in the sheets"
                    raise MatchingError(f"{message}{asks(ids.nearest(gone))}", "add the record, or remove keep")
                self.gone.append((lock.mentee, lock.mentor))
            elif lock.word == "keep":
                self.kept[slot].add(person)
            else:
                self.earlier.add((slot, person))
        for number, people in enumerate(self.kept):
            if both := sorted(people & self.barred[number].keys()):
                message = (
                    f"{self._people[both[0]].id} is locked twice for {self._slots[number].id}, as keep and as never"
                )
                raise MatchingError(message, "remove one of the two")

    @property
    def _both(self) -> tuple[IdsOfSheet, IdsOfSheet]:
        return self._slot_ids, self._ids

    def _never(self, lock: Lock, slot: int | None, person: int | None, away: bool) -> None:
        """Bars somebody from a slot, or says that one of the two is in no sheet."""
        if slot is not None and person is not None:
            self.barred[slot][person] = Reason.NEVER
            return
        named = (lock.mentee, lock.mentor)
        missing = [slot is None, person is None]
        mixed_up = [gone and ids.mixed_up_with(id_) for gone, ids, id_ in zip(missing, self._both, named, strict=True)]
        if away and not any(mixed_up):
            self.away.add(as_two(lock))
            return
        slots, people = (
            [*ids.meant_by(id_)] if gone else [] for gone, ids, id_ in zip(missing, self._both, named, strict=True)
        )
        self.not_found.append(UnknownId(lock.mentee, _LOCK, lock.mentor, (*slots, *people, "")[0], away))
        why = "may be locked as never: an id of the pair is not in the sheets"
        nobody_there = slot is None and person is None
        self._wait(self.waiting_slots, self._slot_ids, slots if nobody_there else [lock.mentee], why)
        self._wait(self.waiting_people, self._ids, people if nobody_there else [lock.mentor], why)

    def _read_slot(self, number: int, slot: Slot) -> None:
        """Who has a slot already, and who does not take it."""
        for column, reason in slot.barring.items():
            self.barred[number] |= dict.fromkeys(self._known(number, slot, column), reason)
        self.settled[number] = self._known(number, slot, self._kind.settled)
        self.staff[number] = self._known(number, slot, self._kind.staff)
        self.barred[number] |= dict.fromkeys(self.staff[number] - self.settled[number], Reason.STAFF)
        if self._kind.whose:
            for seen, written in slot.ids(self._kind.whose).items():
                alike = [] if seen in self._ids.number else self._ids.mixed_up_with(written)
                if alike:
                    self.look_alike = tuple(sorted({*self.look_alike, tuple(sorted([*alike, written]))}))
                for themself in self._ids.number.keys() & {seen, *map(as_seen, alike)}:
                    self.barred[number][self._ids.number[themself]] = Reason.PART_OF_IT

    def _known(self, number: int, slot: Slot, column: str) -> set[int]:
        """The people whom a column of a slot names; the slot waits for those that are in no sheet."""
        named = slot.ids(column)
        may_be_away = column in (SLOT_VETOES, PART_OF_IT)
        gone = {person for of_slot, person in self.away if of_slot == as_seen(slot.id)} if may_be_away else set()
        # Others may have been part of an incident, and are known if one has happened to them; staff take none.
        known = {PART_OF_IT: self._persons, SLOT_VETOES: self._of_staff, self._kind.staff: self._of_staff}
        others = known.get(column, set())
        missing = named.keys() - self._ids.number.keys() - gone
        mixed_up = {seen for seen in missing & others if self._ids.mixed_up_with(seen)}
        unknown = sorted(named[seen] for seen in missing - others | mixed_up)
        self.not_found += [UnknownId(slot.id, column, text, self._ids.nearest(text)) for text in unknown]
        if unknown:
            why = f"{column} names somebody who is not in the sheet of people"
            self.waiting_slots.setdefault(number, why)
            if not may_be_away:  # whoever is meant is there, and could be in two at once
                meant = [each for text in unknown for each in self._ids.meant_by(text)]
                self._wait(self.waiting_people, self._ids, meant, f"may be meant by {column} of {slot.id}")
        return {self._ids.number[seen] for seen in named if seen in self._ids.number}

    def _read_not_with(self) -> None:
        for number, person in enumerate(self._people):
            unknown = sorted(text for seen, text in person.not_with.items() if seen not in self._ids.number)
            self.not_found += [UnknownId(person.id, NOT_WITH, text, self._ids.nearest(text)) for text in unknown]
            if unknown:
                why = f"{NOT_WITH} names somebody who is not in the sheet of people"
                self.waiting_people.setdefault(number, why)
            if unknown or not person.not_with_is_read:
                self.not_clear.add(number)
            for seen in person.not_with.keys() & self._ids.number.keys():
                other = self._ids.number[seen]
                if other != number:
                    self.not_with[number].add(other)
                    self.not_with[other].add(number)
