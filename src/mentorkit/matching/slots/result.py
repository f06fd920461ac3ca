"""What a matching of people with sessions, shifts or incidents says. A person confirms, or does not."""

from datetime import date, datetime
from typing import Literal

import attrs

from mentorkit.core.case_reading import Verdict
from mentorkit.matching.slots.kinds import SlotKind
from mentorkit.matching.slots.reasons import Reason
from mentorkit.programme.ways import Way

Two = tuple[str, str]
"""The ids of a slot and a person."""


@attrs.frozen
class Place:
    """A person who could take a slot, or has it already.

    Attributes:
        person: by id.
        how: proposed; kept, because an earlier answer is marked so; settled, or staff, as the sheet of slots says.
        despite: what is against somebody who is not proposed.
    """

    person: str
    how: Literal["proposed", "kept", "settled", "staff"]
    despite: tuple[Reason, ...] = ()


@attrs.frozen
class Obstacle:
    """Something that keeps people from a slot; each of them is counted once, for the first reason that there is.

    Attributes:
        what: it is.
        people: their ids.
    """

    what: Reason
    people: tuple[str, ...]


@attrs.frozen
class MatchedSlot:
    """A session, a shift or an incident, and who takes it.

    Attributes:
        id: its id.
        starts: when it starts, or happened; None where that is not known.
        ends: when it ends; None where that is not known, or where it is at no time of its own.
        needs: how many people it needs; None where that is not known.
        places: who has it or could take it, by id.
        staff: the members of staff who are there as well, by id; None where that is not known.
        staff_needed: how many members of staff are to be there.
        why: why nobody is looked for, though somebody may be needed; empty where people are.
        obstacles: where places are empty, what keeps everybody else from them.
    """

    id: str
    starts: datetime | None
    ends: datetime | None
    needs: int | None
    places: tuple[Place, ...]
    staff: tuple[Place, ...] | None = ()
    staff_needed: int = 0
    why: str = ""
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def empty(self) -> int | None:
        """How many places are empty; None where nobody knows how many people are needed."""
        return None if self.needs is None else max(0, self.needs - len(self.places))

    @property
    def too_many(self) -> bool:
        """Whether more people have it than it needs."""
        return self.needs is not None and len(self.places) > self.needs

    @property
    def lacks_staff(self) -> bool:
        """Whether fewer members of staff are there than there are to be, as far as is known."""
        return len(self.staff or ()) < self.staff_needed


@attrs.frozen
class UnmatchablePerson:
    """A person who cannot take anything.

    Attributes:
        person: by id.
        own: what rules say.
        why: where it is no rule.
    """

    person: str
    own: tuple[Verdict, ...] = ()
    why: str = ""


@attrs.frozen
class UnknownId:
    """An id that is in no sheet, where it may keep somebody from something: it may be misspelt.

    Attributes:
        at: the id of the slot or the person that names it.
        column: in which it is named; "lock" for a pair that is marked as never.
        named: the id; who is not wanted is shown only if asked for.
        meant: the id of a sheet that is closest, or an empty text; shown as `named` is.
        marked_away: whether somebody has marked the pair as away, though its ids are easily mixed up with others.
    """

    at: str
    column: str
    named: str = attrs.field(repr=False)
    meant: str = attrs.field(default="", repr=False)
    marked_away: bool = False


@attrs.frozen
class SlotsAnswer:
    """The proposals for the slots of one sheet.

    Attributes:
        on: the day or the moment.
        way: the way of support.
        kind: what the slots are.
        slots: in the order of their ids.
        over: the ids of those that are over; nobody is looked for.
        outside: people who cannot take anything.
        noted: what rules note about people.
        everyone: what rules about nobody in particular say that stops everybody.
        not_found: ids that are in no sheet.
        look_alike: ids that look alike, in groups; who could be one person takes nothing.
        never: those who never take a slot, as (slot, person), whether they are there or not.
        away: those of never of which one is not in the sheets this time, as is marked.
        changed: earlier proposals that are not made again, as (slot, person).
        people: how many there are in their sheet.
        at_most: how many places can be filled at most, of those that people are looked for.
        proven: whether nothing is better in anything.
        spread: whether people who have nothing come before those who have something.
    """

    on: date
    way: Way
    kind: SlotKind
    slots: tuple[MatchedSlot, ...]
    over: tuple[str, ...]
    outside: tuple[UnmatchablePerson, ...]
    noted: tuple[UnmatchablePerson, ...]
    everyone: tuple[Verdict, ...]
    not_found: tuple[UnknownId, ...]
    look_alike: tuple[tuple[str, ...], ...]
    never: tuple[Two, ...]
    away: tuple[Two, ...]
    changed: tuple[Two, ...]
    people: int
    at_most: int
    proven: bool
    spread: bool

    @property
    def needed(self) -> int:
        """How many places there are, as far as that is known."""
        return sum(slot.needs or 0 for slot in self.slots)

    @property
    def filled(self) -> int:
        """How many of them have somebody."""
        return sum((slot.needs or 0) - (slot.empty or 0) for slot in self.slots)

    @property
    def most(self) -> int:
        """How many of them can have somebody at most, beside those for which nobody is looked for."""
        proposed = sum(place.how == "proposed" for slot in self.slots for place in slot.places)
        return self.filled - proposed + self.at_most

    @property
    def all_filled(self) -> bool:
        """Whether no place is empty, and somebody knows of each slot how many it has."""
        return all(slot.empty == 0 for slot in self.slots)

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody has a slot in spite of something, or a slot has too many people or too few of the staff."""
        despite = any(place.despite for slot in self.slots for place in (*slot.places, *(slot.staff or ())))
        unclear = any(slot.why and slot.places for slot in self.slots)
        return despite or unclear or any(slot.too_many or slot.lacks_staff for slot in self.slots)
