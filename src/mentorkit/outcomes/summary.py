"""What a sheet of measures says of a programme, with nothing in it from which a small group could be worked out."""

import attrs

from mentorkit.outcomes.change import MeanChange
from mentorkit.outcomes.disclosure import FEWEST, FEWEST_NOT_SHOWN, Count, is_small, shown_count, shown_pairs
from mentorkit.outcomes.figures import Figure, Values, figures_of, is_yes_or_no, main_first
from mentorkit.outcomes.measured_people import MeasuredPeople
from mentorkit.outcomes.plan import PARTIES, START, MeasurementPlan, MeasurementPoint, PlannedMeasure
from mentorkit.outcomes.scores import score_change
from mentorkit.programme.results import Party
from mentorkit.vocabulary import FEWER_THAN_30

_DECIMALS, _DECIMALS_NOT_SHOWN = 2, 1
"""Of a change, and of one of people whose number is hidden."""


@attrs.frozen
class PointSummary:
    """A measure at a point.

    Attributes:
        point: when.
        whole: how many started, as far as they count.
        people: of them, how many have a value.
        paired: how many of them have one at the start too; None where that is hidden, or at the start itself.
        paired_least: how many they are at least where a change is shown and their number is hidden.
        change: from the start, rounded; None where it is hidden, cannot be given, or at the start itself.
        figure: what the values say; None where it is hidden.
    """

    point: MeasurementPoint
    whole: int
    people: Count
    paired: int | None = None
    paired_least: int | None = None
    change: MeanChange | None = None
    figure: Figure | None = None

    @property
    def lack_a_value(self) -> int | None:
        """How many of those who count the change leaves out; None where that is hidden, or no change is told."""
        of = self.figure.people if self.figure else self.paired
        return None if self.change is None or of is None else self.whole - of


@attrs.frozen
class MeasureSummary:
    """A measure as it was taken of one party.

    Attributes:
        measure: what is measured.
        at: by point, in the order of time.
        yes_or_no: whether its values are yes and no.
    """

    measure: PlannedMeasure
    at: tuple[PointSummary, ...]
    yes_or_no: bool = False

    @property
    def has_start(self) -> bool:
        """Whether the measure is taken at the start, without which there is no change."""
        return any(at.point == START for at in self.at)


@attrs.frozen
class PartySummary:
    """What is said of mentees, or of mentors.

    Attributes:
        party: whom.
        started: how many count: all who started, or all but those who left early; None where they are under five.
        says_left: whether the sheet says of anybody whether they left early.
        leavers_count: whether those who left early are among them.
        left: how many left early, whether they count or not; None where the sheet does not say, or nothing is shown.
        may_have_left: of how many who count it is not known whether they did; None where `left` is.
        measures: in the order of the design; none where they are under five.
    """

    party: Party
    started: int | None
    says_left: bool = False
    leavers_count: bool = True
    left: Count | None = None
    may_have_left: Count | None = None
    measures: tuple[MeasureSummary, ...] = ()


@attrs.frozen
class OutcomesSummary:
    """The answer.

    Attributes:
        plan: what the design measures.
        sides: mentees, then mentors, as far as anything is measured of them.
        intervals: whether the library that gives changes with their intervals was there.
        fewest: of how many people a change is shown at all.
    """

    plan: MeasurementPlan
    sides: tuple[PartySummary, ...]
    intervals: bool
    fewest: int

    @property
    def hides(self) -> bool:
        """Whether anything is hidden for the sake of a small group."""
        return any(
            side.started is None
            or any(count is not None and not count.exact for count in (side.left, side.may_have_left))
            or any(
                not at.people.exact
                or (at.figure is None and at.people.most)
                or (at.paired is None and measured.has_start and at.point != START)
                for measured in side.measures
                for at in measured.at
            )
            for side in self.sides
        )


def outcomes_of(measured: MeasuredPeople, *, intervals: bool) -> OutcomesSummary:
    """What a sheet shows.

    Args:
        measured: all rows of a sheet.
        intervals: whether to give changes with their intervals, for which the library has to be there.
    """
    plan = measured.plan
    fewest = 30 if FEWER_THAN_30 in plan.states else FEWEST
    sides = tuple(_side(measured, party, fewest, intervals) for party in PARTIES if plan.measures[party])
    return OutcomesSummary(plan, sides, intervals, fewest)


def _side(measured: MeasuredPeople, party: Party, fewest: int, intervals: bool) -> PartySummary:
    people = measured.people(party)
    says_left = measured.says_left(party)
    counts = measured.plan.includes_leavers is not False
    if is_small(people):
        return PartySummary(party, None)
    left, may_have_left = _leaving(measured, party, people) if says_left else (None, None)
    if not people:
        return PartySummary(party, 0, says_left, counts, left, may_have_left)
    measures = measured.plan.measures[party].values()
    return PartySummary(
        party,
        people,
        says_left,
        counts,
        left,
        may_have_left,
        tuple(_measured(measured, party, m, people, fewest, intervals) for m in measures),
    )


def _measured(
    measured: MeasuredPeople, party: Party, measure: PlannedMeasure, people: int, fewest: int, intervals: bool
) -> MeasureSummary:
    values = {point: measured.values(party, measure, point) for point in measured.points(party, measure)}
    yes_or_no = measure.scale is None and is_yes_or_no(values)
    figures = figures_of(values, people, fewest, yes_or_no=yes_or_no, intervals=intervals)
    start = values.get(START)
    alone = {} if figures or yes_or_no or not intervals else _only_change(values, people, fewest)
    found = []
    for point, later in values.items():
        count, figure = shown_count(len(later), people), figures.get(point)
        if point == START or start is None:
            found.append(PointSummary(point, people, count, figure=figure))
            continue
        both = [id_ for id_ in later if id_ in start]
        pairs = shown_pairs(people, len(start), len(later), len(both), fewest)
        change = figure.change if figure and intervals else alone.get(point)
        least = max(fewest, FEWEST_NOT_SHOWN) if change and not figure and pairs.people is None else None
        if change is not None:
            change = _rounded(change, _DECIMALS if least is None else _DECIMALS_NOT_SHOWN)
        found.append(PointSummary(point, people, count, pairs.people, least, change, figure))
    return MeasureSummary(measure, tuple(found), yes_or_no)


def _leaving(measured: MeasuredPeople, party: Party, people: int) -> tuple[Count, Count]:
    """How many left early, and of how many who count that is not known, so that neither gives away who stayed.

    Where those who left do not count, no number that is told has them in it but their own.
    """
    leavers, unknown = measured.leavers(party), measured.may_have_left(party)
    if measured.plan.includes_leavers is False:
        left = Count(1, FEWEST - 1) if is_small(leavers) else Count(leavers, leavers)
        return left, shown_count(unknown, people)
    left = shown_count(leavers, people)
    if left.exact:
        return left, shown_count(unknown, people - leavers)
    return left, Count(1, people - 1) if unknown else Count(0, 0)


def _only_change(values: Values, people: int, fewest: int) -> dict[MeasurementPoint, MeanChange]:
    """The change at one later point, where the group that all figures would be of is hidden.

    At two points it could be of two groups that differ by one person, whose change would follow by subtraction.
    """
    start = values.get(START, {})
    for point in sorted((point for point in values if point != START), key=main_first):
        later = values[point]
        both = [id_ for id_ in later if id_ in start]
        if shown_pairs(people, len(start), len(later), len(both), fewest).change:
            change = score_change([start[id_] for id_ in both], [later[id_] for id_ in both])
            if change is not None:
                return {point: change}
    return {}


def _rounded(change: MeanChange, decimals: int) -> MeanChange:
    mean, low, high = (round(value, decimals) + 0.0 for value in attrs.astuple(change))
    return MeanChange(mean, low, high)
