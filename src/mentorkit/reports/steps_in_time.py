"""Whether the steps after incidents were taken in their time, as text, CSV and JSON."""

from collections.abc import Sequence

import attrs

from mentorkit.outcomes.steps_in_time import StepInTime, StepsInTime
from mentorkit.reports.findings_json import JSON_VERSION, to_json
from mentorkit.reports.outcomes import percent
from mentorkit.reports.style import Style, unstyled
from mentorkit.text.csv_row import row
from mentorkit.text.words import visible
from mentorkit.values.zoned_time import moment_in_words


@attrs.frozen
class StepsReport:
    """What there is to say.

    Attributes:
        title: the name of the programme.
        found: the figures.
        style: colours, on a terminal.
    """

    title: str
    found: StepsInTime
    style: Style = unstyled


def steps_text(report: StepsReport) -> str:
    """A block for each step: of how many incidents it can be judged, and how it was taken after them."""
    found, style = report.found, report.style
    blocks = [style(visible(f"Steps after incidents, {report.title}"), "strong")]
    for each in found.steps:
        within = f" (within {each.step.within})" if each.step.within else ""
        lines = [style(visible(f"{each.step.what}{within}"), "strong")]
        lines.append(f"  due after {each.due} of {_incidents(found.incidents)}")
        lines += [
            f"  {what:<10} {_of(ids, each.due)}{_listed(ids) if named else ''}"
            for what, ids, named in (
                ("in time", each.in_time, False),
                ("late", each.late, True),
                ("not taken", each.not_taken, True),
            )
        ]
        lines += [f"  not yet    {len(each.not_yet)}, still in time"] if each.not_yet else []
        lines += [f"  not known  {len(each.not_known)}{_listed(each.not_known)}"] if each.not_known else []
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, steps_summary(found)]) + "\n"


def steps_summary(found: StepsInTime) -> str:
    """How many were in time, in one line."""
    steps = [f"{visible(each.step.what)} in time after {len(each.in_time)} of {each.due}" for each in found.steps]
    return f"Up to {moment_in_words(found.at)}, of {_incidents(found.incidents)}: {'; '.join(steps)}."


def _incidents(number: int) -> str:
    return f"{number} {'incident' if number == 1 else 'incidents'}"


def _of(ids: Sequence[str], whole: int) -> str:
    return f"{len(ids)} of {whole}, {percent(len(ids), whole)} %" if whole else "0"


def _listed(ids: Sequence[str]) -> str:
    return f": {visible(', '.join(ids))}" if ids else ""


def steps_csv(report: StepsReport) -> str:
    """A row for each step; the ids of a cell are separated by semicolons."""
    rows = [["step", "within", "incidents", "due", "in_time", "late", "not_taken", "not_yet", "not_known"]]
    rows[0] += ["late_after", "not_taken_after", "not_known_after"]
    for each in report.found.steps:
        counts = (each.in_time, each.late, each.not_taken, each.not_yet, each.not_known)
        numbers = [str(report.found.incidents), str(each.due), *(str(len(ids)) for ids in counts)]
        named = ["; ".join(ids) for ids in (each.late, each.not_taken, each.not_known)]
        rows.append([each.step.what, str(each.step.within or ""), *numbers, *named])
    return "".join(map(row, rows))


def steps_json(report: StepsReport) -> str:
    """One object; docs/json.md documents it."""
    found = report.found
    return to_json(
        {
            "version": JSON_VERSION,
            "programme": report.title,
            "at": found.at.isoformat(timespec="minutes"),
            "incidents": found.incidents,
            "steps": [_step_data(each) for each in found.steps],
        }
    )


def _step_data(each: StepInTime) -> dict[str, object]:
    return {
        "what": each.step.what,
        "within": str(each.step.within) if each.step.within else None,
        "due": each.due,
        "in_time": len(each.in_time),
        "late": list(each.late),
        "not_taken": list(each.not_taken),
        "not_yet": len(each.not_yet),
        "not_known": list(each.not_known),
    }
