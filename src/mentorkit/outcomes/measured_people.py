"""The rows of a sheet of measures put together by person; what contradicts itself or the design is located."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from mentorkit.outcomes.plan import FOLLOW_UP, PARTIES, START, MeasurementPlan, MeasurementPoint, PlannedMeasure
from mentorkit.programme.results import Party
from mentorkit.records.columns import CellError
from mentorkit.records.reading import Record, RecordFault
from mentorkit.text.words import shortened

_FEW = 5
"""Of so many values one may be neither 0 nor 1 where they are taken for answers of yes and no."""


@attrs.frozen
class _Measurement:
    row: int
    value: Decimal | None


@attrs.frozen(order=True)
class _Dated:
    on: date
    row: int


class MeasuredPeople:
    """Everybody whom a sheet names, and what was measured of them.

    Somebody may be a mentee and later a mentor, and is then one of each.

    Attributes:
        plan: what the design measures.
    """

    def __init__(self, plan: MeasurementPlan, file: str) -> None:
        self.plan = plan
        self._file = file
        self._left: dict[Party, dict[str, tuple[bool | None, int]]] = {party: {} for party in PARTIES}
        self._taken: dict[tuple[Party, str], dict[str, dict[MeasurementPoint, _Measurement]]] = {}
        self._days: dict[tuple[Party, str], dict[MeasurementPoint, tuple[_Dated, _Dated]]] = {}

    def add(self, record: Record) -> list[RecordFault]:
        """Takes a row; the answer is what is wrong with it, and never a value of it.

        A row of which some cell could not be read has been reported, and is left out.
        """
        if record.faults:
            return []
        return [RecordFault(self._file, record.row, *fault) for fault in self._faults(record)]

    def _faults(self, record: Record) -> Iterator[tuple[str, str, str]]:
        """Takes a row as far as it can be taken; column, message and fix of what cannot."""
        id_ = record.case.id
        facts = {name: value for name, value in record.case.facts.items() if value is not None}
        party: Party | None = facts.get("party")
        if party is None:
            yield "party", "this cell is empty", "write mentor or mentee"
            return
        yield from self._leaving(party, id_, facts.get("left"), record.row)
        given = [name for name in ("measure", "at") if name in facts]
        if not given and not {"value", "on"} & set(facts):
            return  # somebody who started, and of whom nothing has been measured
        for name, needed in (("measure", "what was measured"), ("at", "at which point")):
            if name not in given:
                yield name, "this cell is empty", f"write {needed}, or leave value and on empty as well"
        if len(given) == 2:
            yield from self._measured(party, id_, facts, record.row)

    def _leaving(self, party: Party, id_: str, left: bool | None, row: int) -> Iterator[tuple[str, str, str]]:
        before, where = self._left[party].setdefault(id_, (left, row))
        if left is not None and before is not None and left is not before:
            yield "left", f"row {where} says otherwise of this person", "write it once, as it is now"
        elif before is None and left is not None:
            self._left[party][id_] = (left, row)

    def _measured(self, party: Party, id_: str, facts: Mapping[str, Any], row: int) -> Iterator[tuple[str, str, str]]:
        column = "measure"
        try:
            measure = self.plan.measure(party, facts["measure"])
            column = "at"
            point = self.plan.point(facts["at"])
        except CellError as problem:
            yield column, str(problem), ""
            return
        if not self.plan.takes(measure, point):
            yield "at", "the design does not take this measure at this point", 'add the point to its "at" if it does'
        value: Decimal | None = facts.get("value")
        yield from _outside(measure, value)
        taken = self._taken.setdefault((party, measure.name), {}).setdefault(id_, {})
        if before := taken.get(point):
            fix = "keep one of them; further reviews are review 2, review 3 and so on"
            yield "at", f"row {before.row} has this person, measure and point already", fix
            return
        if on := facts.get("on"):
            yield from self._dated(party, id_, point, _Dated(on, row))
        taken[point] = _Measurement(row, value)

    def _dated(self, party: Party, id_: str, point: MeasurementPoint, new: _Dated) -> Iterator[tuple[str, str, str]]:
        """Takes a day of a person's, in whatever measure; what is wrong where another point's day contradicts it."""
        days = self._days.setdefault((party, id_), {})
        for other, (first, last) in days.items():
            there = last if other < point else first
            if other == point or (new.on > there.on if other < point else new.on < there.on):
                continue
            if new.on != there.on:
                message = f"by the dates, this and row {there.row} are in the wrong order"
                yield "on", message, "correct a date, or a point"
                break
            if START in (other, point):
                message = f"this and row {there.row} were measured on one day, and one of them is the start"
                yield "on", message, "correct a date; a start that was asked about later does not count"
                break
            if FOLLOW_UP in (other.kind, point.kind):
                message = f"this and row {there.row} were measured on one day, and one of them is a follow-up"
                yield "on", message, "correct a date, or a point; a follow-up comes later"
                break
        first, last = days.get(point, (new, new))
        days[point] = min(first, new), max(last, new)

    def not_quite_yes_or_no(self) -> Iterator[RecordFault]:
        """Rows whose values alone make a score of a measure of which most, by far, are 0 or 1."""
        for (party, name), people in self._taken.items():
            rows = [each for taken in people.values() for each in taken.values() if each.value is not None]
            others = sorted(each.row for each in rows if each.value not in (0, 1))
            if self.plan.measures[party][name].scale is None and len(rows) >= _FEW * len(others):
                message = (
                    f"{shortened(name)} of {party}s is yes and no but for this, and is told as a score because of it"
                )
                for row in others:
                    yield RecordFault(self._file, row, "value", message, "correct the value, unless it is a score")

    @property
    def ids(self) -> Iterator[str]:
        """Of everybody, whichever party they belong to."""
        for people in self._left.values():
            yield from people

    def people(self, party: Party) -> int:
        """How many count: all who started, without those who left early where the design leaves them out."""
        return sum(1 for id_ in self._left[party] if self._counts(party, id_))

    def _counts(self, party: Party, id_: str) -> bool:
        return self.plan.includes_leavers is not False or not self._left[party][id_][0]

    def says_left(self, party: Party) -> bool:
        """Whether the sheet says of anybody whether they left early."""
        return any(left is not None for left, _ in self._left[party].values())

    def leavers(self, party: Party) -> int:
        """How many left early, as far as the sheet says."""
        return sum(1 for left, _ in self._left[party].values() if left)

    def may_have_left(self, party: Party) -> int:
        """Of how many the sheet does not say whether they left early."""
        return sum(1 for left, _ in self._left[party].values() if left is None)

    def points(self, party: Party, measure: PlannedMeasure) -> list[MeasurementPoint]:
        """The points at which the design or the sheet has a measure, in the order of time."""
        there = {point for taken in self._taken.get((party, measure.name), {}).values() for point in taken}
        return sorted({*self.plan.points_of(measure), *there})

    def values(self, party: Party, measure: PlannedMeasure, point: MeasurementPoint) -> dict[str, Decimal]:
        """What was measured of those who count at a point, by id."""
        found = {}
        for id_, taken in self._taken.get((party, measure.name), {}).items():
            there = taken.get(point)
            if there is not None and there.value is not None and self._counts(party, id_):
                found[id_] = there.value
        return found


def _outside(measure: PlannedMeasure, value: Decimal | None) -> Iterator[tuple[str, str, str]]:
    if value is not None and (scale := measure.scale) and not scale.least <= value <= scale.most:
        message = f"{measure.tool} gives no such total: it is {scale.least:g} or more, and {scale.most:g} at most"
        yield "value", message, "look at the form, and at how its answers are counted"
