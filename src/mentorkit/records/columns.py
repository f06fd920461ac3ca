"""The columns of a sheet: which facts a stage needs, of which kind, and how each is written in a cell."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.case_reading import required_before
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.kept_columns import SUPERVISOR
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.matching import compared_facts
from mentorkit.programme.tables import Programme
from mentorkit.records.facts_by_way import collected
from mentorkit.text.csv_row import without_guard
from mentorkit.text.values_in_text import written_list
from mentorkit.toml.faults import FaultyError
from mentorkit.toml.structure import converter
from mentorkit.values.seen_text import as_seen
from mentorkit.values.text_value import is_text_value
from mentorkit.values.zoned_time import day_and_time, in_zone, moment_of, zone_of_nation

_YES, _NO = ("yes", "true", "y", "1"), ("no", "false", "n", "0")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?")
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2}|[0-9]{4})")
_NONE = "none"

_QUOTED = re.compile(r'(?:"((?:[^"]|"")*)"|“([^“”]*)”)[^\S\r\n]*(?=[;\r\n]|$)')
_APART = re.compile(r"[;\r\n]")
_SEVERAL = re.compile(r"[,，､、،﹐﹑︐︑՝߸፣᠂᠈⸲⸴⹁‚;；؛﹔︔⁏;፤\v\f\r\n\x85\u2028\u2029]| [/|] ")
"""What people put between two entries; a list of their own has semicolons or ends of lines."""
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")


class CellError(ValueError):
    """A cell cannot be read; the message says what kind of thing is needed, and never what stands in the cell."""


@attrs.frozen
class Column:
    """A fact as a sheet asks for it.

    Attributes:
        name: of the fact, and of the column.
        type: of its values; text where no rule uses the fact.
        description: what is asked.
        rules: the ids of the rules that need it.
        was: the name that the fact had before, which a sheet may still have; empty where there was none.
        bounds: the names of the dates that this one cannot be before, and after, or "on" for the day that is asked
            about; empty for none.
        one_text: why a text that could be several is refused, and what to do then; empty where it is not.
        zone: the time zone in which times are, such as "Europe/London": of those that say none, and for the day of
            all; empty where they have to say it.
    """

    name: str
    type: Any
    description: str
    rules: tuple[str, ...]
    was: str = ""
    bounds: tuple[str, str] = ("", "")
    one_text: str = ""
    zone: str = ""

    @property
    def kind(self) -> str:
        """The kind of value, in words."""
        return kind_in_words(self.type)

    @property
    def how_to_write(self) -> str:
        """How a cell is filled in."""
        if self.type is bool:
            return "yes or no"
        not_before, not_after = self.bounds
        earliest = f", not before {not_before}" if not_before else ""
        if self.type is date:
            latest = {"": "", "on": ", not after today"}.get(not_after, f", not after {not_after}")
            return f"year-month-day, such as 2026-03-31{earliest}{latest}"
        if self.type is datetime:
            latest = {"": "", "on": ", not after now"}.get(not_after, f", not after {not_after}")
            with_hours = "2026-03-31 09:30+01:00"
            such_as = f"2026-03-31 09:30, in {self.zone}, or {with_hours}" if self.zone else with_hours
            return f"year-month-day hour:minute, such as {such_as}{earliest}{latest}"
        if self.type is int:
            return "a whole number"
        if self.type is Decimal:
            return "a number, such as 12 or 12.5"
        if get_origin(self.type) is tuple:
            of = get_args(self.type)[0]
            which = f"any of {written_list(get_args(of), 'or')}, " if get_origin(of) is Literal else ""
            apart = "each on a line of its own in the cell, or with semicolons between them"
            return f"{which}{apart}; in double quotes if there is a comma, / or | in one; or {_NONE}"
        if get_origin(self.type) is Literal:
            return f"one of {written_list(get_args(self.type), 'or')}"
        if self.one_text:
            return "one text; in double quotes if there is a comma, / or | in it"
        return self.type.write if is_text_value(self.type) else "text"

    @property
    def needed(self) -> str:
        """What a format that has types of its own needs as a value."""
        if self.type is bool:
            return "true or false, without quotes,"
        if self.type is int:
            return "a whole number from 0 up, without quotes,"
        if self.type is Decimal:
            return "a number, without quotes,"
        if get_origin(self.type) is tuple:
            of = get_args(self.type)[0]
            return f"a list of {written_list(get_args(of), 'or')}" if get_origin(of) is Literal else "a list of texts"
        if self.type is date:
            return "a date such as 2026-03-31"
        if self.type is datetime:
            return "a date and time such as 2026-03-31T09:30:00+01:00"
        if get_origin(self.type) is Literal:
            return self.how_to_write
        return f"{self.type.what} in quotes" if is_text_value(self.type) else "a text"

    def read(self, text: str, *, day_first: bool = False) -> Any:
        """The value of a cell; None for an empty one, which says that nobody knows.

        A list is empty where the cell says "none".

        Raises:
            CellError: where the cell is of another kind, or could be meant in two ways.
        """
        text = text.strip()
        if self.one_text and text:
            return self._one_text(text)
        if self.type is datetime and text:
            moment = read_moment(text, day_first=day_first, zone=self.zone)
            return in_zone(moment, self.zone)  # its day is the one there, whatever zone the cell writes it in
        value = _read(text, self.type, day_first) if text else None
        if value == () and as_seen(text) != _NONE:
            raise CellError(f"an entry of the list is needed here, or {_NONE} if there is none")
        return value

    def of_value(self, value: Any, *, day_first: bool = False) -> Any:
        """A value of a format that has types of its own; only dates may be written as text, since JSON has none.

        Raises:
            CellError: where it is of another kind.
        """
        if self.type is Decimal:
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise CellError(f"{self.needed} is needed here")
            return self.read(str(value))
        if self.type is datetime and isinstance(value, datetime):
            value = value.isoformat(sep=" ", timespec="minutes")  # a time without a zone is one of the nation, as there
        if self.type is datetime and isinstance(value, str):
            return self.read(value, day_first=day_first)
        if self.type is date:
            if isinstance(value, str):
                return self.read(value, day_first=day_first)
            if isinstance(value, datetime) and value.tzinfo is None:
                return value.date()
        if get_origin(self.type) is tuple and isinstance(value, list):
            value = [entry for each in value if not _is_none(entry := _one_entry(each))]
        elif self.one_text and isinstance(value, str):
            return self._one_text(value)
        try:
            return converter().structure(_as_choice(value, self.type), self.type)
        except FaultyError:
            raise CellError(f"{self.needed} is needed here") from None

    def _one_text(self, text: str) -> str:
        only = only_entry(text)
        if only is None:
            raise CellError(f"one text is needed here, {self.one_text}")
        return only


def only_entry(text: str) -> str | None:
    """The text of a cell that is for one, without quotes around it; None where it could be several, or is empty.

    Examples:
        >>> only_entry("P-1"), only_entry("P-1; P-2"), only_entry('"north, and south"')
        ('P-1', None, 'north, and south')
    """
    try:
        entries = list(_entries(text))
    except CellError:
        return None
    return entries[0] if len(entries) == 1 else None


def ids_in(value: Any) -> dict[str, str]:
    """Ids as a person sees them, with how each is written."""
    texts = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else ()
    written = map(without_guard, map(str, texts))
    return {seen: text for text in written if (seen := as_seen(text)) not in ("", "none")}


def columns_of(rulebook: Rulebook, programme: Programme) -> dict[str, Column]:
    """Every fact that a sheet of a programme may have, by name: what rules need, and what the programme collects."""
    found: dict[str, Column] = {}
    zone = zone_of_nation(programme.programme.nation)
    for name, users in rulebook.facts().items():
        rule, fact = users[0]
        rules = tuple(rule.id for rule, _ in users)
        described = rulebook.describe(rule, fact)
        found[name] = Column(name, fact.type, described, rules, fact.declared.was, fact.bounds, zone=zone)
    compared = compared_facts(programme.matching)
    for stage in Stage:
        for name in programme.value((stage.value, "collects")) or ():
            purpose = "compared in matching" if name in compared else "collected"
            found.setdefault(name, Column(name, str, f"{purpose}, and used by no rule", ()))
    if programme.network.members:
        described = "the member of the network who supervises this mentor"
        found.setdefault(SUPERVISOR, Column(SUPERVISOR, str, described, ()))
    return found


def needed_at(rulebook: Rulebook, programme: Programme, stage: Stage) -> list[Column]:
    """The columns that a sheet of a stage needs, in the order of the stages at which they are asked, then by name."""
    columns = columns_of(rulebook, programme)
    stages = (*required_before(programme, stage), stage)
    names: dict[str, None] = {}
    for asked in stages:
        applying = (rule for rule in rulebook.rules_for(programme) if rule.stage is asked)
        needed = {fact.name for rule in applying for fact in rule.facts}
        names |= dict.fromkeys(sorted(needed.union(collected(rulebook, programme, asked))))
    return [columns[name] for name in names]


def _read(text: str, type_: Any, day_first: bool) -> Any:
    if type_ is str:
        return text
    if type_ is bool:
        return read_yes_or_no(text)
    if type_ is int:
        if not re.fullmatch(r"[0-9]{1,18}", text):
            raise CellError("a whole number from 0 up is needed here, such as 12")
        return int(text)
    if type_ is Decimal:
        if not _NUMBER.fullmatch(text):
            raise CellError("a number is needed here, such as 12 or 12.5, with a point and nothing else in it")
        return Decimal(text)
    if type_ is date:
        return read_date(text, day_first=day_first)
    if get_origin(type_) is tuple:
        parts = [part for part in _entries(text) if not _is_none(part)]  # beside others it is nobody either
        return tuple([_read(part, get_args(type_)[0], day_first) for part in parts if part])
    if get_origin(type_) is Literal:
        choice = _as_choice(text, type_)
        if choice not in get_args(type_):
            raise CellError(f"one of {written_list(get_args(type_), 'or')} is needed here")
        return choice
    try:
        return type_.parse(text)
    except ValueError as problem:
        raise CellError(f"{type_.what} is needed here: {problem}") from None


def _entries(text: str) -> Iterator[str]:
    """The entries of a list: separated by semicolons or ends of lines, each in double quotes or without a comma."""
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] == ";":
            at += 1
        elif quoted := _QUOTED.match(text, at):
            at = quoted.end()
            yield (quoted[2] or quoted[1].replace('""', '"')).strip()
        elif text[at] == '"':
            raise CellError("the quotation marks of an entry do not match; write each one within an entry twice")
        else:
            end = _APART.search(text, at)
            entry, at = text[at : end.start() if end else None], end.end() if end else len(text)
            if _SEVERAL.search(entry):
                raise CellError(
                    "a comma does not separate the entries of a list, nor does / or |; write semicolons, and put an "
                    "entry that has one in it in double quotes"
                )
            yield entry.strip()


def _one_entry(value: Any) -> Any:
    """An entry of a list of a format that has lists, as a cell would have it; any other value as it is.

    Raises:
        CellError: where it could be several.
    """
    entries = list(_entries(value)) if isinstance(value, str) else []
    if len(entries) > 1:
        raise CellError("an entry of the list could be several; write each in quotes of its own")
    return entries[0] if entries else value


def _is_none(entry: Any) -> bool:
    return isinstance(entry, str) and as_seen(entry) == _NONE


def _as_choice(value: Any, type_: Any) -> Any:
    """A text as the choice that a person sees in it, also within a list; any other value as it is."""
    if get_origin(type_) is tuple and isinstance(value, list):
        return [_as_choice(each, get_args(type_)[0]) for each in value]
    if get_origin(type_) is Literal and isinstance(value, str):
        return next((choice for choice in get_args(type_) if as_seen(choice) == as_seen(value)), value)
    return value


def read_yes_or_no(text: str) -> bool:
    """Whether a cell says yes.

    Raises:
        CellError: where it says neither yes nor no.
    """
    if as_seen(text) in _YES:
        return True
    if as_seen(text) in _NO:
        return False
    raise CellError("yes or no is needed here")


def read_moment(text: str, *, day_first: bool, zone: str) -> datetime:
    """A date with a time of day, as spreadsheets write it: 2026-03-31 09:30, 31/03/2026 09:30 or with +01:00 behind it.

    Args:
        text: of the cell.
        day_first: as in `read_date`.
        zone: the time zone of a time that says none; empty where it has to say it.

    Raises:
        CellError: where it is none, or could be meant in two ways.
    """
    parts = day_and_time(text)
    if parts is None:
        raise CellError("a date and a time of day are needed here, such as 2026-03-31 09:30")
    day, clock, offset = parts
    try:
        return moment_of(read_date(day, day_first=day_first), clock, offset, zone)
    except CellError:
        raise
    except ValueError as problem:
        raise CellError(str(problem)) from None


def read_date(text: str, *, day_first: bool) -> date:
    """A date as spreadsheets write it: 2026-03-31, 2026-03-31 09:30 or 31/03/2026.

    Raises:
        CellError: where it is none, or where day and month could be meant the other way round.
    """
    remedy = "write year-month-day, such as 2026-03-31"
    try:
        if iso := _ISO.fullmatch(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if slashed := _SLASHED.fullmatch(text):
            day, month, year = (int(part) for part in slashed.groups())
            if len(slashed[3]) == 2:
                raise CellError(f"the year needs four digits; {remedy}")
            if not day_first and day <= 12 and month <= 12 and day != month:
                raise CellError(f"day and month could be meant either way round; {remedy}, or give --day-first")
            return date(year, month, day)
    except CellError:
        raise
    except ValueError:
        raise CellError(f"there is no such day; {remedy}") from None
    raise CellError(f"a date is needed here; {remedy}")
