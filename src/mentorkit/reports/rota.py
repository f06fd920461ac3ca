"""Whether a rota is covered, as text, CSV and JSON; how it is drawn is in rota_picture."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import attrs

from mentorkit.reports.findings_json import JSON_VERSION, to_json
from mentorkit.reports.outcomes import percent
from mentorkit.reports.style import Style, unstyled
from mentorkit.rota.cover import Cover, Gap
from mentorkit.text.csv_row import row
from mentorkit.text.words import listed, visible
from mentorkit.values.stretch import Stretch, hours_and_minutes, stretch_in_words


@attrs.frozen
class RotaReport:
    """What there is to say.

    Attributes:
        title: the name of the programme.
        cover: of the rota.
        style: colours, on a terminal.
    """

    title: str
    cover: Cover
    style: Style = unstyled


def rota_text(report: RotaReport) -> str:
    """The whole answer for people."""
    cover, style = report.cover, report.style
    lines = [style(visible(heading(report)), "strong"), looked_at(cover), style(cover_in_words(cover), _how(cover))]
    for title, told in findings_in_words(cover):
        lines += ["", style(title, "strong"), *(f"  {visible(line)}" for line in told)]
    return "\n".join(lines) + "\n"


def rota_summary(cover: Cover) -> str:
    """In one line, how much is covered."""
    return cover_in_words(cover)


def heading(report: RotaReport) -> str:
    """What the answer is about."""
    return f"Rota of {report.title}, {report.cover.promise.way.value}"


def looked_at(cover: Cover) -> str:
    """Which period was looked at, and what is promised in it."""
    promise = cover.promise
    start, end = (moment.astimezone(ZoneInfo(promise.zone)) for moment in cover.period)
    length = hours_and_minutes(cover.period.minutes)
    period = f"{start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M} ({promise.zone}), {length}"
    return visible(f"{period}. Promised: {promise.hours}, {promise.least} on duty or more")


def cover_in_words(cover: Cover) -> str:
    """How much of what is promised is covered."""
    promised, covered = cover.minutes_promised, cover.minutes_covered
    if not promised:
        return "No hours are promised in this period."
    share = f"{hours_and_minutes(covered)} of {hours_and_minutes(promised)} covered ({percent(covered, promised)} %)"
    if not cover.gaps:
        return f"{share}: no gap."
    gaps = "1 gap" if len(cover.gaps) == 1 else f"{len(cover.gaps)} gaps"
    return f"{share}: {gaps}, {hours_and_minutes(promised - covered)} in all."


def findings_in_words(cover: Cover) -> Iterator[tuple[str, list[str]]]:
    """What there is to look at, under headings."""
    zone = cover.promise.zone
    for title, lines in (
        ("Gaps", [gap_in_words(gap, zone) for gap in cover.gaps]),
        (
            "On duty twice at the same time, and counted once",
            [
                f"{clash.person}: {_where(clash.shifts)}, {stretch_in_words(clash.time, zone)}"
                for clash in cover.clashes
            ],
        ),
        (
            "On duty, and not in the sheet of people",
            [f"{person}: {listed(shifts)}" for person, shifts in cover.unknown.items()],
        ),
        ("It is not known who is on duty", list(cover.nobody_named)),
        (
            "Outside the promised hours",
            [f"{each.shift}: {stretch_in_words(each.time, zone)}" for each in cover.outside],
        ),
    ):
        if lines:
            yield title, lines


def gap_in_words(gap: Gap, zone: str) -> str:
    """A gap: "Saturday 29 November 22:00 to 24:00: 1 of 2 on duty"."""
    return f"{stretch_in_words(gap.time, zone)}: {len(gap.on_duty)} of {gap.needed} on duty"


def rota_csv(report: RotaReport) -> str:
    """A row for each thing to look at; `what` says which kind it is."""
    cover = report.cover
    header = ["what", "starts_at", "ends_at", "on_duty", "needed", "missing", "people", "shifts"]
    rows: list[list[str | float | None]] = [list(header)]
    for gap in cover.gaps:
        numbers = [len(gap.on_duty), gap.needed, gap.missing]
        rows.append(["gap", *_moments(cover, gap.time), *numbers, _several(gap.on_duty), None])
    for clash in cover.clashes:
        rows.append(["twice", *_moments(cover, clash.time), None, None, None, clash.person, _several(clash.shifts)])
    for person, shifts in cover.unknown.items():
        rows.append(["unknown", None, None, None, None, None, person, _several(shifts)])
    for shift in cover.nobody_named:
        rows.append(["not known", None, None, None, None, None, None, shift])
    for part in cover.outside:
        rows.append(["outside", *_moments(cover, part.time), None, None, None, None, part.shift])
    return "".join(map(row, rows))


def rota_json(report: RotaReport) -> str:
    """One object; docs/json.md explains its keys."""
    cover = report.cover
    starts, ends = _moments(cover, cover.period)
    return to_json(
        {
            "version": JSON_VERSION,
            "way": cover.promise.way.value,
            "zone": cover.promise.zone,
            "starts_at": starts,
            "ends_at": ends,
            "hours": str(cover.promise.hours),
            "least_on_duty": cover.promise.least,
            "summary": {
                "shifts": len(cover.shifts),
                "promised_minutes": cover.minutes_promised,
                "covered_minutes": cover.minutes_covered,
                "gaps": len(cover.gaps),
            },
            "gaps": [
                {
                    **_span(cover, gap.time),
                    "on_duty": list(gap.on_duty),
                    "needed": gap.needed,
                    "missing": gap.missing,
                }
                for gap in cover.gaps
            ],
            "twice": [
                {"person": clash.person, "shifts": list(clash.shifts), **_span(cover, clash.time)}
                for clash in cover.clashes
            ],
            "unknown": [{"person": person, "shifts": list(shifts)} for person, shifts in cover.unknown.items()],
            "not_known": list(cover.nobody_named),
            "outside": [{"shift": part.shift, **_span(cover, part.time)} for part in cover.outside],
            "look_alike": [list(ids) for ids in cover.look_alike],
        }
    )


def _how(cover: Cover) -> str:
    return "error" if cover.gaps else "strong"


def _where(shifts: tuple[str, ...]) -> str:
    return f"{shifts[0]} names this person twice" if len(shifts) == 1 else listed(shifts)


def _several(ids: Iterable[str]) -> str:
    return "; ".join(ids)


def _moments(cover: Cover, time: Stretch) -> tuple[str, str]:
    zone = ZoneInfo(cover.promise.zone)
    start, end = (_iso(moment.astimezone(zone)) for moment in time)
    return start, end


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _span(cover: Cover, time: Stretch) -> dict[str, str]:
    starts, ends = _moments(cover, time)
    return {"starts_at": starts, "ends_at": ends}
