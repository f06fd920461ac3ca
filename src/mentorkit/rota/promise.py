"""What a programme promises of a rota: at which hours, with how many people, and how soon somebody is answered."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import attrs

from mentorkit.programme.design import why_no_zone
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way, way_names
from mentorkit.text.words import listed
from mentorkit.values.inexact import exactly
from mentorkit.values.opening_hours import Hours
from mentorkit.values.time_passed import TimePassed
from mentorkit.values.zoned_time import zone_of_nation


class PromisedAt(NamedTuple):
    """Where the file states what a way promises.

    Attributes:
        hours: of the week.
        least_on_duty: at the same time.
        within: how soon somebody is answered.
    """

    hours: Path
    least_on_duty: Path
    within: Path


PROMISED_AT: Mapping[Way, PromisedAt] = {
    Way.DROP_IN: PromisedAt(("drop_in", "hours"), ("drop_in", "least_on_duty"), ("drop_in", "seen_within")),
    Way.ON_CALL: PromisedAt(("on_call", "hours"), ("on_call", "least_on_duty"), ("on_call", "answers_within")),
    Way.ONLINE: PromisedAt(
        ("online", "moderated_hours"), ("online", "least_on_duty"), ("online", "reports_answered_within")
    ),
}
"""By way of support; these have a rota."""


_MOST_WEEKS = 2 * 52
"""In which the hours of a promise have to pass; nobody means a longer one."""


class PromiseError(Exception):
    """What is promised cannot be told from the design; `fix` says what to settle."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


@attrs.frozen
class CoverPromise:
    """Which hours a rota has to cover.

    Attributes:
        way: the way of support that has the rota.
        hours: of the week.
        least: how many people are on duty at any of them, at least.
        zone: in which the hours are meant, such as "Europe/London".
    """

    way: Way
    hours: Hours
    least: int
    zone: str

    @classmethod
    def of(cls, programme: Programme, way: Way) -> "CoverPromise":
        """What the design promises in one way of support.

        Raises:
            PromiseError: where it does not say.
        """
        at = PROMISED_AT[way]
        return cls(way, _stated(programme, at.hours), _stated(programme, at.least_on_duty), zone_of(programme))


@attrs.frozen
class AnswerPromise:
    """How soon somebody is answered.

    Attributes:
        way: the way of support in which they ask.
        within: how soon.
        hours: of the week at which the time runs; None where it always does.
        zone: in which the hours are meant; empty where nobody knows, and there are none.
        open_at: the hours of the week in which people may come or call, where the time runs on outside them; None where
            nobody knows.
    """

    way: Way
    within: TimePassed
    hours: Hours | None
    zone: str
    open_at: Hours | None = None

    @classmethod
    def of(cls, programme: Programme, way: Way) -> "AnswerPromise":
        """What the design promises in one way of support; an online place answers while it is moderated.

        Raises:
            PromiseError: where it does not say, or so many of these hours take years.
        """
        at = PROMISED_AT[way]
        within = _stated(programme, at.within)
        if way is not Way.ONLINE:
            zone = zone_of(programme, needed=False)
            return cls(way, within, None, zone, programme.value(at.hours) if zone else None)
        hours: Hours = _stated(programme, at.hours)
        if within.minutes > _MOST_WEEKS * hours.minutes.bit_count():
            message = f"{dotted(at.within)} is {within}, and so much of {dotted(at.hours)} takes more than two years"
            raise PromiseError(message, "correct whichever of the two is wrong")
        return cls(way, within, hours, zone_of(programme))


def rota_way(programme: Programme, named: str | None) -> Way:
    """The way of support whose rota is meant: the one that was named, or the only one that the programme offers.

    Raises:
        PromiseError: where the programme does not offer it, offers none with a rota, or several.
    """
    offered = [way for way in PROMISED_AT if programme.offers(way)]
    if named is not None:
        if Way(named) not in PROMISED_AT:
            raise PromiseError(
                f"{named} has no rota", f"name a way that has one: {listed(way_names(PROMISED_AT), 'or')}"
            )
        if programme.offers(Way(named)) is False:
            fix = 'name one of its ways, or add this one to "ways" of [programme]'
            raise PromiseError(f"this programme does not offer {named}", fix)
        return Way(named)
    if len(offered) == 1:
        return offered[0]
    if offered:
        message = f"this programme has a rota for {listed(way_names(offered))}"
        raise PromiseError(message, f'say which one is meant, such as --way "{offered[0].value}"')
    ways = listed((f'"{name}"' for name in way_names(PROMISED_AT)), "or")
    raise PromiseError("this programme offers no way of support with a rota", f'add {ways} to "ways" of [programme]')


def zone_of(programme: Programme, *, needed: bool = True) -> str:
    """The zone in which the programme states its hours.

    Raises:
        PromiseError: where it is needed, and does not follow from the nation.
    """
    zone = zone_of_nation(programme.programme.nation)
    if needed and not zone:
        raise PromiseError(*why_no_zone(programme.programme))
    return zone


def _stated(programme: Programme, path: Path) -> Any:
    table, key = path
    value = programme.value(path)
    if value is None:
        raise PromiseError(f"this programme does not state {table}.{key}", f"state {key} in [{table}]")
    return exactly(value)
