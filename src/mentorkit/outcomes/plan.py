"""What a design measures, of whom and at which points, and how a sheet of measures is written."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

import attrs

from mentorkit.programme.results import Measure, Party
from mentorkit.programme.tables import Programme
from mentorkit.records.columns import CellError, Column
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written_list
from mentorkit.text.words import in_words, listed
from mentorkit.values.duration import Duration
from mentorkit.values.seen_text import as_seen
from mentorkit.values.tool import Tool

PARTIES: tuple[Party, ...] = ("mentee", "mentor", "member")
"""In the order in which they are shown."""

MEASURE_COLUMNS = ("party", "measure", "at", "value", "on", "left")
"""The columns of a sheet of measures, without `id`."""

UNKNOWN_COLUMN = ("a sheet of measures has no such column", "take it out")
"""What is wrong with a column of another name, and what to do."""

_KINDS = ("start", "review", "exit", "follow-up")
_REVIEW = re.compile(r"review(?: ([1-9][0-9]?))?")
_FOLLOW_UP = re.compile(r"follow-?up(?: (?:after )?(.+))?")


class PlanError(ValueError):
    """A design does not say what is needed; the message says what, and `fix` what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


@attrs.frozen(order=True)
class MeasurementPoint:
    """A point in time at which people are asked, in the order of time.

    Attributes:
        kind: 0 start, 1 review, 2 exit, 3 follow-up.
        number: of the review, from 1; of the follow-up, from 1 for the first; else 0.
        name: as a sheet writes it.
    """

    kind: int
    number: int
    name: str


START = MeasurementPoint(0, 0, "start")
_EXIT = MeasurementPoint(2, 0, "exit")
FOLLOW_UP = 3
"""The kind of each follow-up."""


@attrs.frozen
class PlannedMeasure:
    """A measure as it is taken of one party.

    Attributes:
        name: what is measured.
        tool: with what, or empty.
        scale: what a sector knows of the tool, if one does.
        kinds: at which kinds of points; all of them where the design does not say.
        stated: whether the design says so.
        objectives: what it tells of, as the design words it.
    """

    name: str
    tool: str
    kinds: tuple[str, ...]
    stated: bool
    scale: Tool | None = None
    objectives: tuple[str, ...] = ()


@attrs.frozen
class MeasurementPlan:
    """What a design measures.

    Attributes:
        measures: by party, then by name, in the order of the design; only of parties that can be measured in the
            programme's ways of support.
        parties: those that can be measured.
        follow_ups: how long after the end of support people are asked again, the soonest first.
        includes_leavers: whether people who left early are counted; None where the design does not say.
        states: what reports of this programme say of their own limits.
    """

    measures: Mapping[Party, Mapping[str, PlannedMeasure]]
    follow_ups: tuple[Duration, ...]
    includes_leavers: bool | None
    states: tuple[str, ...]
    parties: tuple[Party, ...] = PARTIES[:2]

    @classmethod
    def of(cls, programme: Programme, tools: Iterable[Tool] = ()) -> "MeasurementPlan":
        """The plan of a design.

        Args:
            programme: the design.
            tools: those that its sectors know.

        Raises:
            PlanError: where it names no measure of people who can be measured, or one of the same people twice.
        """
        outcomes, objectives = programme.outcomes, programme.programme.objectives or ()
        known = tuple(tools)
        measures: dict[Party, dict[str, PlannedMeasure]] = {party: {} for party in PARTIES}
        parties = tuple(party for party in PARTIES if programme.can_measure(party))
        for measure in outcomes.measures or ():
            for party in parties if measure.of is None else measure.of:
                name = measure.called
                if name is None or party not in parties:
                    continue
                if name in measures[party]:
                    raise PlanError(
                        f'outcomes.measures has "{name}" of the same people twice',
                        "give each a name of its own, such as its tool's",
                    )
                shown = [each for each in objectives if measure.is_called(each.measure or "")]
                texts = tuple(each.text for each in shown if each.text)
                measures[party][name] = _planned(name, measure, known, texts)
        if not any(measures.values()):
            then = "review" if parties == ("member",) else "exit"
            such_as = f'{{ name = "hope", of = ["{parties[0]}"], at = ["start", "{then}"] }}'
            whose = f" of {listed([f'{party}s' for party in parties], 'or')}" if outcomes.measures else ""
            raise PlanError(f"the design names no measures{whose}", f"add it to outcomes.measures, such as {such_as}")
        follow_ups = tuple(sorted(outcomes.follow_ups or (), key=lambda after: after.months * 30 + after.days))
        return cls(measures, follow_ups, outcomes.includes_leavers, tuple(outcomes.states or ()), parties)

    @property
    def has_end(self) -> bool:
        """Whether anybody who can be measured has a planned end; being a member has none."""
        return self.parties != ("member",)

    def names(self) -> list[str]:
        """Everything that is measured of anybody, each once."""
        return list(dict.fromkeys(name for party in PARTIES for name in self.measures[party]))

    def measure(self, party: Party, name: str) -> PlannedMeasure:
        """A measure by the name that a cell gives.

        Raises:
            CellError: where it is not measured of this party.
        """
        if found := self.measures[party].get(name):
            return found
        if name in self.names():
            raise CellError(f'the design does not measure this of a {party}; add "{party}" to its "of" if it is taken')
        meant = asks(did_you_mean(name, self.measures[party])) or "; outcomes.measures lists the names"
        raise CellError(f"the design has no measure of this name{meant}")

    def point(self, text: str) -> MeasurementPoint:
        """The point that a cell names.

        Raises:
            CellError: where it names none.
        """
        text = as_seen(text)
        if text in ("start", "exit"):
            return START if text == "start" else _EXIT
        if review := _REVIEW.fullmatch(text):
            return _review(int(review[1] or 1))
        if follow_up := _FOLLOW_UP.fullmatch(text):
            return self._follow_up(follow_up[1])
        raise CellError(f"one of {written_list(self.points_in_words(), 'or')} is needed here")

    def _follow_up(self, after: str | None) -> MeasurementPoint:
        points = self._follow_ups()
        if after is None and len(points) == 1:
            return points[0]
        try:
            wanted = Duration.parse(after or "")
            return points[self.follow_ups.index(wanted)]
        except ValueError:
            names = written_list([point.name for point in points], "or")
            raise CellError(f"the design asks again after other times; {names} is needed here") from None

    def _follow_ups(self) -> list[MeasurementPoint]:
        if not self.follow_ups:
            return [MeasurementPoint(FOLLOW_UP, 1, "follow-up")]
        return [
            MeasurementPoint(FOLLOW_UP, number, f"follow-up after {after}")
            for number, after in enumerate(self.follow_ups, 1)
        ]

    def points_of(self, measure: PlannedMeasure) -> list[MeasurementPoint]:
        """The points at which a measure is planned, with the first review for all of them; none where not stated."""
        every = {"start": [START], "review": [_review(1)], "exit": [_EXIT], "follow-up": self._follow_ups()}
        return [point for kind in _KINDS if measure.stated and kind in measure.kinds for point in every[kind]]

    def takes(self, measure: PlannedMeasure, point: MeasurementPoint) -> bool:
        """Whether a measure is taken at a point."""
        return _KINDS[point.kind] in measure.kinds

    def points_in_words(self) -> list[str]:
        """What the column `at` may have, but for further reviews."""
        return ["start", "review", "exit", *(point.name for point in self._follow_ups())]


def _planned(name: str, measure: Measure, known: Sequence[Tool], objectives: tuple[str, ...]) -> PlannedMeasure:
    tool, stated = measure.tool or "", measure.at is not None
    return PlannedMeasure(
        name,
        tool,
        measure.at or _KINDS,
        stated,
        next((each for each in known if measure.uses(each.name)), None),
        objectives,
    )


def _review(number: int) -> MeasurementPoint:
    return MeasurementPoint(1, number, "review" if number == 1 else f"review {number}")


def columns_of_measures(plan: MeasurementPlan, words: Mapping[str, str]) -> dict[str, Column]:
    """The columns of a sheet of measures, without `id`; names are those of the file, whatever a sector calls people."""
    known = {"mentor": "a {mentor} (mentor)", "mentee": "a {mentee} (mentee)", "member": "a member (member)"}
    parties = tuple(party for party in get_args(Party) if party in plan.parties)
    about: Iterable[tuple[str, object, str]] = (
        ("party", Literal[parties], f"whether this is {listed([known[party] for party in parties], 'or')}"),
        (
            "measure",
            str,
            f"what was measured: {', '.join(plan.names())}; empty for somebody of whom nothing has been measured, who "
            "counts among those who started all the same",
        ),
        (
            "at",
            str,
            f"at which point: {', '.join(plan.points_in_words())}; further reviews of the same person are review 2, "
            "review 3 and so on",
        ),
        ("value", Decimal, "the score; of what is so or not, 1 for yes and 0 for no"),
        ("on", date, "the day on which it was measured"),
        ("left", bool, "whether this person left before the planned end; once for each person is enough"),
    )
    bounds = {"on": ("", "on")}
    return {
        name: Column(name, type_, in_words(text, words), (), bounds=bounds.get(name, ("", "")))
        for name, type_, text in about
        if name != "left" or plan.has_end
    }
