"""A rota as a picture to print: a row for each day, the shifts in it, and every gap."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from html import escape
from textwrap import wrap
from zoneinfo import ZoneInfo

from mentorkit.reports.rota import RotaReport, cover_in_words, findings_in_words, heading, looked_at
from mentorkit.rota.cover import Cover
from mentorkit.rota.shifts import Shift
from mentorkit.text.words import visible
from mentorkit.values.opening_hours import DAYS_OF_THE_WEEK
from mentorkit.values.stretch import Stretch, common, start_of_day

_WIDTH, _MARGIN = 960, 24
_PLOT = (150, 936)
"""From where to where a day of the usual length goes; one of 25 hours has the same width for each hour."""
_LANE, _BETWEEN = 20, 12
"""Heights in pixels: of a shift, and from one day to the next."""
_LETTER = 6.4
"""Width of a letter of 11 pixels, for the widest of the fonts that may be there."""
_WRAP = 150
_TICKS = range(0, 24, 3)
_KEY = (
    "A grey band is time that is promised. A box is a shift, with its id and the people on duty; the bar at its foot "
    "means that somebody in it is on duty twice. A hatched box is a gap, and says how many of how many are on duty."
)
_STYLE = (
    "text{font:12px Helvetica,Arial,'DejaVu Sans',sans-serif;fill:#111}.title{font-size:20px;font-weight:bold}"
    ".day{font-size:13px;font-weight:bold}.heading{font-size:14px;font-weight:bold}.note{fill:#333}"
    ".tick{font-size:11px;fill:#333;text-anchor:middle}.line{stroke:#c4c9ce;stroke-width:1}"
    ".promised{fill:#e3e6e9}.shift{fill:#fff;stroke:#00507a;stroke-width:1.2}.who{font-size:11px;fill:#00304a}"
    ".twice{fill:#e69f00;stroke:#111;stroke-width:.8}.gap{fill:url(#hatched);stroke:#b3261e;stroke-width:2}"
    ".missing{font-size:12px;font-weight:bold;fill:#b3261e;text-anchor:middle;paint-order:stroke;stroke:#fff;"
    "stroke-width:4px}"
)
_HATCHED = (
    '<defs><pattern id="hatched" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#fbe9e7"/><path d="M0 0V7" stroke="#b3261e" stroke-width="2"/></pattern></defs>'
)


def rota_svg(report: RotaReport) -> str:
    """The picture as a file."""
    cover = report.cover
    days = list(_days(cover))
    picture = _Picture(longest=max((day.minutes for _, day in days), default=24 * 60))
    picture.text(heading(report), "title", step=24)
    for line in (looked_at(cover), cover_in_words(cover), _KEY):
        picture.text(line, "note", step=19)
    picture.axis()
    for day, time in days:
        picture.day(day, time, cover)
    for title, lines in findings_in_words(cover):
        picture.y += 14
        picture.text(title, "heading", step=19)
        for line in lines:
            picture.text(line, "", step=17)
    told = [f"{title}: {'; '.join(lines)}." for title, lines in findings_in_words(cover)]
    return picture.svg(heading(report), " ".join([f"{looked_at(cover)}.", cover_in_words(cover), *told]))


def _days(cover: Cover) -> Iterator[tuple[date, Stretch]]:
    """The days of the period, each with when it begins and ends."""
    zone = ZoneInfo(cover.promise.zone)
    day = cover.period.start.astimezone(zone).date()
    while (begins := start_of_day(day, cover.promise.zone)) < cover.period.end:
        after = day + timedelta(days=1)
        yield day, Stretch(begins, start_of_day(after, cover.promise.zone))
        day = after


def _ticks(day: Stretch, zone: str) -> Iterator[tuple[int, str]]:
    """Every third hour of a day, as the clocks show it, with the minutes since the day began."""
    for hour in range(day.minutes // 60):
        at = (day.start + timedelta(hours=hour)).astimezone(ZoneInfo(zone))
        if at.hour in _TICKS:
            yield hour * 60, f"{at:%H:%M}"


class _Picture:
    """Shapes from top to bottom."""

    def __init__(self, longest: int) -> None:
        self.y = 40.0
        self._shapes: list[str] = []
        self._a_minute = (_PLOT[1] - _PLOT[0]) / longest

    def text(self, text: str, kind: str, step: float) -> None:
        """A text, over several lines where it is long."""
        lines = wrap(visible(text), _WRAP if kind != "title" else 80, break_on_hyphens=False)
        for number, line in enumerate(lines):
            self.y += 15 if number else 0
            self._text(line, kind, _MARGIN, self.y)
        self.y += step

    def axis(self) -> None:
        """The hours of a day above the rows."""
        self.y += 8
        for hour in (*_TICKS, 24):
            self._text(f"{hour:02}:00", "tick", _PLOT[0] + hour * 60 * self._a_minute, self.y)
        self.y += 8

    def day(self, day: date, time: Stretch, cover: Cover) -> None:
        """The row of a day: its shifts, and below them its gaps."""
        lanes = _lanes([shift for shift in cover.shifts if common([shift.time], [time])])
        gaps = [(gap, part) for gap in cover.gaps for part in common([gap.time], [time])]
        height = max(len(lanes) + bool(gaps), 1) * (_LANE + 4) + 4
        hours, ticks = time.minutes // 60, list(_ticks(time, cover.promise.zone))
        if hours != 24:
            self.y += 12
            for minutes, clock in ticks:
                self._text(clock, "tick", _PLOT[0] + minutes * self._a_minute, self.y)
            self.y += 6
            height = max(height, 54)
            self._text(f"{hours} hours: the clocks", "note", _MARGIN, self.y + 33)
            self._text("change on this day", "note", _MARGIN, self.y + 48)
        self._text(f"{DAYS_OF_THE_WEEK[day.weekday()][:3]} {day:%d %b %Y}", "day", _MARGIN, self.y + 17)
        for each in common(cover.promised, [time]):
            self._box("promised", each, time, self.y, height)
        for minutes, _ in ticks:
            x = _PLOT[0] + minutes * self._a_minute
            self._shapes.append(f'<path class="line" d="M{x:.1f} {self.y:g}v{height:g}"/>')
        for number, lane in enumerate(lanes):
            for shift in lane:
                self._shift(shift, time, self.y + 4 + number * (_LANE + 4), cover)
        for gap, part in gaps:
            top = self.y + 4 + len(lanes) * (_LANE + 4)
            self._box("gap", part, time, top, _LANE)
            middle = self._x(part.start, time) + part.minutes * self._a_minute / 2
            self._text(f"{len(gap.on_duty)} of {gap.needed}", "missing", middle, top + 15)
        self.y += height + _BETWEEN

    def _shift(self, shift: Shift, day: Stretch, top: float, cover: Cover) -> None:
        (part,) = common([shift.time], [day])
        self._box("shift", part, day, top, _LANE)
        for clash in cover.clashes:
            if shift.id in clash.shifts:
                for both in common([clash.time], [part]):
                    self._box("twice", both, day, top + _LANE - 4, 4)
        self._who(shift, part, day, top + 14)

    def _who(self, shift: Shift, part: Stretch, day: Stretch, y: float) -> None:
        """The id of a shift and the people on duty, as far as there is room."""
        who = "not known who" if shift.on_duty is None else ", ".join(shift.on_duty) or "nobody"
        room = int((part.minutes * self._a_minute - 8) / _LETTER)
        said = visible(f"{shift.id}: {who}")
        if len(said) > room:
            said = f"{said[: room - 1]}…" if room > 2 else ""
        self._text(said, "who", self._x(part.start, day) + 5, y)

    def _x(self, moment: datetime, day: Stretch) -> float:
        return _PLOT[0] + Stretch(day.start, moment).minutes * self._a_minute

    def _box(self, kind: str, part: Stretch, day: Stretch, y: float, height: float) -> None:
        x, width = self._x(part.start, day), part.minutes * self._a_minute
        self._shapes.append(
            f'<rect class="{kind}" x="{x:.1f}" y="{y:g}" width="{max(width, 1):.1f}" height="{height:g}"/>'
        )

    def _text(self, text: str, kind: str, x: float, y: float) -> None:
        shown = f' class="{kind}"' if kind else ""
        self._shapes.append(f'<text{shown} x="{x:.1f}" y="{y:g}">{escape(text, quote=False)}</text>')

    def svg(self, title: str, description: str) -> str:
        """The whole picture."""
        height = self.y + 6
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" '
            f'viewBox="0 0 {_WIDTH} {height:g}" width="{_WIDTH}" height="{height:g}">\n'
            f'<title id="title">{escape(visible(title), quote=False)}</title>\n'
            f'<desc id="description">{escape(visible(description), quote=False)}</desc>\n'
            f'<style>{_STYLE}</style>\n{_HATCHED}\n<rect width="100%" height="100%" fill="#fff"/>\n'
            + "\n".join(self._shapes)
            + "\n</svg>\n"
        )


def _lanes(shifts: Sequence[Shift]) -> list[list[Shift]]:
    """Shifts below each other where they overlap, in as few lanes as it takes."""
    lanes: list[list[Shift]] = []
    for shift in shifts:
        lane = next((lane for lane in lanes if lane[-1].time.end <= shift.time.start), None)
        if lane is None:
            lanes.append([shift])
        else:
            lane.append(shift)
    return lanes
