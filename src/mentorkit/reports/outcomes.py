"""What changed, as text, CSV and JSON; how it is drawn is in outcomes_picture."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from mentorkit.outcomes.change import CONFIDENCE_LEVEL, MeanChange
from mentorkit.outcomes.disclosure import FEWEST, Count
from mentorkit.outcomes.figures import Share
from mentorkit.outcomes.plan import START
from mentorkit.outcomes.summary import MeasureSummary, OutcomesSummary, PartySummary, PointSummary
from mentorkit.reports.findings_json import JSON_VERSION, to_json
from mentorkit.reports.style import Style, unstyled
from mentorkit.text.csv_row import row
from mentorkit.text.words import in_words, visible
from mentorkit.values.tool import Tool

NO_CAUSE = (
    "No cause is claimed: with nobody to compare these people with, the figures do not show that mentoring made the "
    "difference [STD607]."
)
SMALL_GROUPS_HIDDEN = (
    f"Groups under {FEWEST} people are hidden: a count that would give one away by subtraction is shown as a range, a "
    "share as more than half or not, and other figures that would give one away are not shown."
)
EXTRA = "changes and their intervals need SciPy: pip install 'mentorkit[statistics]'"
"""What to do where the library is missing."""


@attrs.frozen
class OutcomesReport:
    """What there is to say.

    Attributes:
        title: the name of the programme.
        outcomes: the figures.
        words: what people are called here.
        style: colours, on a terminal.
    """

    title: str
    outcomes: OutcomesSummary
    words: Mapping[str, str] = attrs.field(factory=dict)
    style: Style = unstyled


def outcomes_text(report: OutcomesReport) -> str:
    """The whole answer for people."""
    title, outcomes, words, style = report.title, report.outcomes, report.words, report.style
    blocks = [style(visible(f"Outcomes of {title}"), "strong")]
    for side in outcomes.sides:
        lines = [style(heading(side, words), "strong")]
        for measured in side.measures:
            lines.append(f"  {visible(measure_in_words(measured))}")
            lines += [f"    objective: {visible(text)}" for text in measured.measure.objectives]
            width = max(len(at.point.name) for at in measured.at) if measured.at else 0
            lines += [f"    {at.point.name:<{width}}  {_at_line(at, measured, side, outcomes)}" for at in measured.at]
            lines += [] if measured.at else ["    nothing in this sheet, and the design does not say when"]
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, "\n".join(notes(outcomes))]) + "\n"


def outcomes_summary(outcomes: OutcomesSummary, words: Mapping[str, str]) -> str:
    """How many people the answer is about, in a line for each side, and that no cause is claimed."""
    return "\n".join([*(heading(side, words) for side in outcomes.sides), NO_CAUSE])


def heading(side: PartySummary, words: Mapping[str, str]) -> str:
    """How many people a side is about."""
    who = "members" if side.party == "member" else in_words(f"{{{side.party}s}}", words)
    if side.started == 0 and side.left and side.left.most:
        return f"{who}: nobody who did not leave early; {span_in_words(side.left)} who did are left out"
    if side.started == 0:
        return f"{who}: nobody in this sheet"
    if side.started is None:
        return f"{who}: under {FEWEST} people, so nothing is shown"
    if not side.says_left and side.party == "member":  # being a member has no planned end
        return f"{who}: {side.started} started"
    if not side.says_left:
        return f"{who}: {side.started} started; the sheet does not say who left early"
    started, stayed, unknown = f"{side.started} started", "who did not leave early", ""
    if side.may_have_left and side.may_have_left.most:
        stayed = "not known to have left early"
        unknown = f"; whether {span_in_words(side.may_have_left)} of them did is not known"
    if not side.left or not side.left.most:
        return f"{who}: {started}{'; nobody is known to have' if unknown else ', nobody'} left early{unknown}"
    left = span_in_words(side.left)
    if side.leavers_count:
        return f"{who}: {started}; {left} of them left early, and count{unknown}"
    return f"{who}: {side.started} {stayed}{unknown}; {left} who did are left out"


def measure_in_words(measured: MeasureSummary) -> str:
    """What is measured, and with what."""
    measure = measured.measure
    scale = f" ({measure.scale.in_words})" if measure.scale else ""
    return f"{measure.name}{f', by {measure.tool}{scale}' if measure.tool else ''}"


def span_in_words(count: Count) -> str:
    """A number, or the span that it lies in."""
    return str(count.least) if count.exact else f"{count.least} to {count.most}"


def _at_line(at: PointSummary, measured: MeasureSummary, side: PartySummary, outcomes: OutcomesSummary) -> str:
    least, most = (percent(part, at.whole) for part in (at.people.least, at.people.most))
    share = f"{least} %" if least == most else f"{least} to {most} %"
    line = f"{known_in_words(at)} ({share})"
    line = f"{line:<46}  {value_in_words(at)}"
    if at.point == START or not measured.has_start or not outcomes.intervals:
        return line
    return f"{line}; {change_in_words(at, side, outcomes)}"


def known_in_words(at: PointSummary) -> str:
    """Of how many a value is known."""
    return f"value known for {span_in_words(at.people)} of {at.whole}"


def percent(part: int, whole: int) -> int:
    """A share of a whole, rounded, but for what is not quite nobody, or not quite everybody."""
    return min(max(round(100 * part / whole), 1 if part else 0), 100 if part == whole else 99)


def value_in_words(at: PointSummary) -> str:
    """What the values at a point say, as far as it may be shown."""
    if at.figure is None:
        return "value hidden" if at.people.most else "no value"
    value, people = at.figure.value, at.figure.people
    if not isinstance(value, Share):
        return f"mean {value:.1f} ({people} people)"
    if value.yes is not None:
        return f"yes: {value.yes} of {people}, {percent(value.yes, people)} %"
    return f"yes: {'more than half' if value.more_than_half else 'half or fewer'} of {people}"


def change_in_words(at: PointSummary, side: PartySummary, outcomes: OutcomesSummary) -> str:
    """A change since the start with its interval and how many people it is of, or why there is none."""
    if at.change is not None:
        lack = at.lack_a_value
        people = f"{at.paired_least} people or more" if lack is None else f"{at.whole - lack} people"
        without = "those" if lack is None else str(lack)
        left_out = f"; without {without} who lack a value at one of the points compared" if lack != 0 else ""
        if side.left and side.left.most and not side.leavers_count:
            left_out += f"; without {side.left.least if side.left.exact else 'those'} who left early"
        return f"change {interval_in_words(at.change, 1 if lack is None else 2)}, {people}{left_out}"
    if at.paired is None:
        return "change hidden"
    if at.paired < outcomes.fewest:
        return f"no change shown: {at.paired or 'nobody'} with a value at both"
    return "change hidden"


def interval_in_words(change: MeanChange, decimals: int) -> str:
    """A mean with its interval."""
    mean, low, high = (f"{value:+.{decimals}f}" for value in (change.mean, change.low, change.high))
    return f"{mean} ({low} to {high})"


def notes(outcomes: OutcomesSummary) -> Iterator[str]:
    """What has to be said beside the figures."""
    yield NO_CAUSE
    if outcomes.plan.states:
        yield visible(f"The design states: {'; '.join(outcomes.plan.states)}.")
    tools = {
        m.scale.name: m.scale for side in outcomes.sides for m in outcomes.plan.measures[side.party].values() if m.scale
    }
    for name, tool in tools.items():
        yield f"The range of {name} is that of {tool.source.in_full}."
    if outcomes.intervals:
        level = f"{CONFIDENCE_LEVEL:.0%}"
        yield (
            f"Changes are of those with a value at both points, with their {level} confidence interval: of scores by "
            "Student's t, of yes and no by Newcombe's method for paired shares (1998, method 10); + is a rise, which "
            "is not always for the better.".replace("%", " %")
        )
    else:
        yield f"Without changes: {EXTRA}."
    if outcomes.plan.includes_leavers is False:
        yield "Those who left early are left out, as the design says; results look better because of that [STD605]."
    elif outcomes.plan.includes_leavers is None and outcomes.plan.has_end:
        yield "The design does not say whether those who left early count; here they do [STD605]."
    if outcomes.hides:
        yield SMALL_GROUPS_HIDDEN


def outcomes_csv(report: OutcomesReport) -> str:
    """One row for each measure, party and point; an empty cell is hidden, or there is nothing to say."""
    rows = [
        row(
            [
                "party",
                "measure",
                "tool",
                "at",
                "started",
                "value_known_least",
                "value_known_most",
                "value_known_least_percent",
                "value_known_most_percent",
                "value_of",
                "yes",
                "yes_more_than_half",
                "mean",
                "paired",
                "paired_least",
                "lack_a_value",
                "left_least",
                "left_most",
                "may_have_left_least",
                "may_have_left_most",
                "leavers_count",
                "change",
                "low_95",
                "high_95",
            ]
        )
    ]
    for side in report.outcomes.sides:
        for measured in side.measures:
            for at in measured.at:
                change = at.change
                interval = [change.mean, change.low, change.high] if change else [None] * 3
                rows.append(
                    row(
                        [
                            side.party,
                            visible(measured.measure.name),
                            visible(measured.measure.tool),
                            at.point.name,
                            at.whole,
                            at.people.least,
                            at.people.most,
                            percent(at.people.least, at.whole),
                            percent(at.people.most, at.whole),
                            *_value_cells(at),
                            at.paired,
                            at.paired_least,
                            at.lack_a_value,
                            *_span_cells(side.left),
                            *_span_cells(side.may_have_left),
                            "yes" if side.leavers_count else "no",
                            *interval,
                        ]
                    )
                )
    return "".join(rows)


def _span_cells(count: Count | None) -> tuple[int | None, int | None]:
    return (None, None) if count is None else (count.least, count.most)


def _value_cells(at: PointSummary) -> list[Any]:
    """Of how many, how many said yes, whether more than half did, the mean; None where hidden or of another kind."""
    if at.figure is None:
        return [None] * 4
    value = at.figure.value
    if isinstance(value, Share):
        return [value.people, value.yes, "yes" if value.more_than_half else "no", None]
    return [at.figure.people, None, None, round(value, 1)]


def _value_data(at: PointSummary) -> dict[str, Any] | None:
    people, yes, more, mean = _value_cells(at)
    return (
        None if people is None else {"of": people, "yes": yes, "more_than_half": more and more == "yes", "mean": mean}
    )


def outcomes_json(report: OutcomesReport) -> str:
    """The whole answer for programs; docs/json.md documents it."""
    outcomes = report.outcomes
    return to_json(
        {
            "version": JSON_VERSION,
            "programme": report.title,
            "includes_leavers": outcomes.plan.includes_leavers,
            "level": CONFIDENCE_LEVEL if outcomes.intervals else None,
            "sides": [_side_data(side) for side in outcomes.sides],
            "notes": list(notes(outcomes)),
        }
    )


def _side_data(side: PartySummary) -> dict[str, Any]:
    return {
        "party": side.party,
        "started": side.started,
        "left": _count_data(side.left),
        "may_have_left": _count_data(side.may_have_left),
        "measures": [
            {
                "name": measured.measure.name,
                "objectives": list(measured.measure.objectives),
                "tool": measured.measure.tool or None,
                "scale": _scale_data(measured.measure.scale),
                "at": [
                    {
                        "point": at.point.name,
                        "value_known": _count_data(at.people),
                        "value": _value_data(at),
                        "paired": at.paired,
                        "paired_least": at.paired_least,
                        "lack_a_value": at.lack_a_value,
                        "change": at.change and {"mean": at.change.mean, "low": at.change.low, "high": at.change.high},
                    }
                    for at in measured.at
                ],
            }
            for measured in side.measures
        ],
    }


def _scale_data(scale: Tool | None) -> dict[str, Any] | None:
    if scale is None:
        return None
    said = {"least": scale.least, "most": scale.most, "better": scale.better}
    return {**said, "source": {"work": scale.source.in_full, "address": scale.source.address}}


def _count_data(count: Count | None) -> dict[str, int] | None:
    return None if count is None else {"least": count.least, "most": count.most}
