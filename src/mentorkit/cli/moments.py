"""Options that take a day or a moment: the clock is read here where neither is given.

A day alone means the same in every command. What has happened, and what was due, is judged at its last minute: what
happened on that day counts, and nothing that was due on it is left out. What is planned on it, such as a session, is
still to come: nobody is left out before it. Of a moment, an answer about days takes the day.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import click

from mentorkit.cli.options import Command
from mentorkit.text.words import shortened


class DayOrMoment(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic since click 8.5 only
    """A date as YYYY-MM-DD, or a moment as YYYY-MM-DDThh:mm, with or without the hours from UTC behind it."""

    name = "DATE|MOMENT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "DayOrMoment.Given":
        """The day that a text says, with the time and the hours from UTC as they are written."""
        if isinstance(value, DayOrMoment.Given):
            return value
        import re

        try:
            found = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ](.+))?", value)
            if found is None:
                raise ValueError(value)
            day = date.fromisoformat(found[1])
        except ValueError:
            wrong = f'"{shortened(str(value))}" is not a date or a moment'
            self.fail(f"{wrong}; write it like 2026-03-31 or 2026-03-31T09:30+01:00", param, ctx)
        return DayOrMoment.Given(str(value), day, found[2] is not None)

    class Given:
        """What was given.

        Attributes:
            text: as it was written.
            day: the day.
            has_time: whether it says a time of day.
        """

        def __init__(self, text: str, day: date, has_time: bool) -> None:
            self.text, self.day, self.has_time = text, day, has_time

        def start(self, zone: str, option: str) -> datetime:
            """The moment, or the first one of the day, in UTC.

            Raises:
                click.BadParameter: where it cannot be told which moment is meant.
            """
            return self._moment(self.text if self.has_time else f"{self.day}T00:00", zone, option)

        def end(self, zone: str, option: str) -> datetime:
            """The moment, or the one at which the day is over, in UTC.

            Raises:
                click.BadParameter: where it cannot be told which moment is meant.
            """
            from mentorkit.values.duration import Duration, day_after

            if self.has_time:
                return self._moment(self.text, zone, option)
            return self._moment(f"{day_after(self.day, Duration(1, 'day'))}T00:00", zone, option)

        def _moment(self, text: str, zone: str, option: str) -> datetime:
            from mentorkit.records.columns import CellError, read_moment
            from mentorkit.values.zoned_time import YEARS, day_and_time

            if self.day.year not in YEARS:
                raise click.BadParameter(f"write a year from {YEARS[0]} to {YEARS[-1]}", param_hint=option)
            if not zone and (parts := day_and_time(text)) and not parts[2]:
                message = f'"{shortened(self.text)}" does not say in which zone'
                fix = f"write a moment with the hours from UTC behind it, such as {self.day}T09:30+00:00"
                fix += ", or state programme.nation if it is in the United Kingdom"
                raise click.BadParameter(f"{message}; {fix}", param_hint=option)
            try:
                return read_moment(text, day_first=False, zone=zone).astimezone(UTC)
            except CellError as problem:
                raise click.BadParameter(f'"{shortened(self.text)}": {problem}', param_hint=option) from None


def now() -> datetime:
    """The moment at which the command runs, to the minute."""
    return datetime.now(UTC).replace(second=0, microsecond=0)


def on_or_at_option(help: str) -> Callable[[Command], Command]:
    """--on: the day, or the moment, that the answer is for."""
    return click.option("--on", type=DayOrMoment(), show_default="now; today where days are meant", help=help)


def day_asked(on: DayOrMoment.Given | None, zone: str) -> date:
    """The day of an answer that is about days; of a moment, its day in the zone of the programme.

    Args:
        on: what was asked for; today where it is None.
        zone: such as "Europe/London"; empty where the programme states no nation: then it is the day as it is written.

    Raises:
        click.BadParameter: where it cannot be told which moment is meant.
    """
    if on is None:
        return date.today()  # noqa: DTZ011 - the day where the user is
    if not on.has_time:
        return on.day
    at = moment_asked(on, zone or "UTC")
    return at.date() if zone else on.day


def day_or_moment_asked(on: DayOrMoment.Given | None, zone: str) -> date:
    """The day or the moment of an answer about what is planned: what is planned on a day alone is still to come.

    Args:
        on: what was asked for; today where it is None.
        zone: as above.

    Raises:
        click.BadParameter: where it cannot be told which moment is meant.
    """
    return moment_asked(on, zone) if on and on.has_time else day_asked(on, zone)


def moment_asked(on: DayOrMoment.Given | None, zone: str) -> datetime:
    """The moment of an answer about what has happened: of a day alone its last minute, in the zone of the programme.

    Args:
        on: what was asked for; now where it is None.
        zone: such as "Europe/London"; empty where the programme states no nation.

    Raises:
        click.BadParameter: where it cannot be told which moment is meant.
    """
    from mentorkit.values.zoned_time import in_zone

    if on is None:
        return in_zone(now(), zone)
    return in_zone(on.end(zone, "--on") - (timedelta() if on.has_time else timedelta(minutes=1)), zone)
