"""Reading records as a stream: CSV as spreadsheets write it, JSON Lines, TOML."""

import csv
import io
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import IO, Any

import attrs

from mentorkit.core.decision import Case
from mentorkit.core.structure import FaultyError, converter
from mentorkit.core.suggest import asks, did_you_mean
from mentorkit.records.columns import ID, CellError, Column

FORMATS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".toml": "toml"}
"""The formats of records, by the suffix of the file."""

UNREADABLE = object()
"""Stands for the value of a cell that cannot be read: rules refer it to a person, as they do what is not known."""

ADD_TO_COLLECTS = ("no rule and no stage asks for this", "take it out, or add it to collects of a stage")
"""What is wrong with a column that a sheet of facts does not have, and what to do."""

_LONGEST_CELL = 100_000
_DELIMITERS = ",;\t"


@attrs.frozen
class RecordFault:
    """Something in a file of records that cannot be read; it names the place, and no value.

    Attributes:
        file: what the file is called.
        row: of the sheet, line of the file, or number of the record; 1 is the first, the header of a sheet.
        column: the name of the column, or empty.
        message: what is wrong.
        fix: what to do, where the message does not say it.
    """

    file: str
    row: int
    column: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}: row {self.row}{column}: {self.message}{f'; {self.fix}' if self.fix else ''}"


class RecordsError(Exception):
    """A file of records cannot be used at all; `fault` says why."""

    def __init__(self, fault: RecordFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


@attrs.frozen
class Record:
    """One record.

    Attributes:
        case: its id and facts; a fact that cannot be read is `UNREADABLE`, one that is not known is None.
        row: where it stands.
        faults: what in it cannot be read.
    """

    case: Case
    row: int
    faults: tuple[RecordFault, ...] = ()


def read_records(
    file: IO[bytes],
    name: str,
    form: str,
    columns: Mapping[str, Column],
    *,
    day_first: bool = False,
    once: bool = True,
    unknown: tuple[str, str] = ADD_TO_COLLECTS,
) -> Iterator[Record]:
    """Reads records one by one, so that a file of any length takes no more memory than its ids.

    Args:
        file: the bytes.
        name: what to call the file.
        form: one of the values of `FORMATS`.
        columns: those that the file may have, besides `id`.
        day_first: whether 03/04/2026 is the third of April; refused otherwise, since it can be meant either way.
        once: whether an id may stand in one record alone.
        unknown: what is wrong with a column that is not among those, and what to do where no other name is near.

    Raises:
        RecordsError: where the file is not of the format, or has unknown or double columns; before the first record
            where the header tells, and else at the record.
    """
    seen: dict[str, int] = {}
    readers = {"csv": _csv, "jsonl": _json_lines, "toml": _toml}
    for row, values in readers[form](file, name, columns, day_first, unknown):
        faults = [RecordFault(name, row, column, str(problem)) for column, problem in values.problems]
        id_ = values.id
        if not id_:
            raise RecordsError(RecordFault(name, row, ID, "this record has no id", "give each record an id of its own"))
        if once and id_ in seen:
            message = f"this id stands in row {seen[id_]} already"
            raise RecordsError(RecordFault(name, row, ID, message, "give each record an id of its own"))
        if once:
            seen[id_] = row
        yield Record(Case(id_, values.facts), row, tuple(faults))


@attrs.frozen
class _Values:
    id: str
    facts: dict[str, Any]
    problems: list[tuple[str, CellError]]


def _csv(
    file: IO[bytes], name: str, columns: Mapping[str, Column], day_first: bool, unknown: tuple[str, str]
) -> Iterator[tuple[int, _Values]]:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    row = 0
    try:
        head = text.readline()
        if not head.strip():
            raise RecordsError(RecordFault(name, 1, "", "this sheet is empty", "write the names of the columns first"))
        delimiter = max(_DELIMITERS, key=lambda mark: len({*columns, ID} & set(_cells(head, mark))))
        csv.field_size_limit(_LONGEST_CELL)
        rows = csv.reader(chain([head], text), delimiter=delimiter, strict=True)
        header = [cell.strip() for cell in next(rows)]
        _check_names(name, 1, header, columns, unknown)
        row = rows.line_num
        for cells in rows:
            start, row = row + 1, rows.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
                message = f"this row has {len(cells)} cells, and there are {len(header)} columns"
                raise RecordsError(RecordFault(name, start, "", message, "put a cell with a separator in it in quotes"))
            yield start, _cells_read(dict(zip(header, cells, strict=False)), columns, day_first)
    except UnicodeDecodeError:
        fix = 'save it as "CSV UTF-8"'
        raise RecordsError(RecordFault(name, 1, "", "this sheet is not written in UTF-8", fix)) from None
    except csv.Error as problem:
        fix = "write it as a spreadsheet saves it, with each cell in quotes that needs them"
        raise RecordsError(RecordFault(name, row + 1, "", f"this is no sheet of values: {problem}", fix)) from None
    finally:
        text.detach()


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _check_names(
    name: str, row: int, header: list[str], columns: Mapping[str, Column], unknown: tuple[str, str]
) -> None:
    for number, column in enumerate(header):
        if column in header[:number]:
            raise RecordsError(RecordFault(name, row, column, "this column is there twice", "take one of them out"))
        if column not in columns and column != ID:
            near = did_you_mean(column, [known for known in (*columns, ID) if known not in header])
            message, fix = unknown
            message, fix = f"{message}{asks(near)}", f"rename it to {near}" if near else fix
            raise RecordsError(RecordFault(name, row, column or f"number {number + 1}", message, fix))
    if ID not in header:
        raise RecordsError(RecordFault(name, row, ID, "this column is missing", "give each record an id of its own"))


def _cells_read(cells: Mapping[str, str], columns: Mapping[str, Column], day_first: bool) -> _Values:
    facts: dict[str, Any] = {}
    problems = []
    for column, text in cells.items():
        if column != ID:
            try:
                value = columns[column].read(text, day_first=day_first)
            except CellError as problem:
                value = UNREADABLE
                problems.append((column, problem))
            facts[column] = value
    return _Values(cells[ID].strip(), facts, problems)


def _json_lines(
    file: IO[bytes], name: str, columns: Mapping[str, Column], day_first: bool, unknown: tuple[str, str]
) -> Iterator[tuple[int, _Values]]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.removeprefix(b"\xef\xbb\xbf"), object_pairs_hook=_once)
        except (ValueError, RecursionError) as problem:
            message = "a key is there twice" if isinstance(problem, _TwiceError) else "this line is no JSON object"
            fix = 'write one object on each line, such as {"id": "A-1"}'
            raise RecordsError(RecordFault(name, number, "", message, fix)) from None
        yield number, _table_read(record, name, number, columns, day_first, unknown)


class _TwiceError(ValueError):
    """A key of a JSON object is there twice, and one of its values would be lost."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _TwiceError
    return made


def _toml(
    file: IO[bytes], name: str, columns: Mapping[str, Column], day_first: bool, unknown: tuple[str, str]
) -> Iterator[tuple[int, _Values]]:
    fix = "write each record under [[records]]"
    try:
        data = tomllib.loads(file.read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        where = str(problem).partition(" (at ")[2].rstrip(")")
        message = f"this is no TOML{f', {where}' if where else ''}"
        raise RecordsError(RecordFault(name, 1, "", message, fix)) from None
    records = data.pop("records", None)
    if data or not isinstance(records, list):
        raise RecordsError(RecordFault(name, 1, "", "a file of records has [[records]] and nothing else", fix))
    for number, record in enumerate(records, 1):
        yield number, _table_read(record, name, number, columns, day_first, unknown)


def _table_read(
    record: Any, name: str, row: int, columns: Mapping[str, Column], day_first: bool, unknown: tuple[str, str]
) -> _Values:
    if not isinstance(record, dict):
        raise RecordsError(
            RecordFault(name, row, "", "this record is no table", "write a key and a value for each fact")
        )
    _check_names(name, row, [*record, *({ID} - set(record))], columns, unknown)
    facts: dict[str, Any] = {}
    problems = []
    for column, value in record.items():
        if column == ID:
            continue
        try:
            empty = value is None or value == ""
            facts[column] = None if empty else _typed(value, columns[column], day_first)
        except CellError as problem:
            facts[column] = UNREADABLE
            problems.append((column, problem))
    id_ = record.get(ID)
    return _Values(id_.strip() if isinstance(id_, str) else "", facts, problems)


def _typed(value: Any, column: Column, day_first: bool) -> Any:
    """A value of a format that has types of its own; only dates may be written as text, since JSON has none."""
    if column.type is date and isinstance(value, str):
        return column.read(value, day_first=day_first)
    if column.type is Decimal:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise CellError(f"{column.how_to_write}, is needed here")
        return column.read(str(value))
    try:
        return converter().structure(value.date() if isinstance(value, datetime) else value, column.type)
    except FaultyError:
        raise CellError(f"{column.how_to_write}, is needed here") from None
