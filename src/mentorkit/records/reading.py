"""Reading records as a stream: CSV as spreadsheets write it, JSON Lines, TOML."""

import csv
import io
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain, zip_longest
from typing import IO, Any

import attrs

from mentorkit.core.case_reading import Case
from mentorkit.programme.kept_columns import ID
from mentorkit.records.columns import CellError, Column, only_entry
from mentorkit.text.csv_row import guarded, without_guard
from mentorkit.text.did_you_mean import did_you_mean
from mentorkit.text.words import with_fix
from mentorkit.toml.document import CannotJudgeError, toml_data
from mentorkit.toml.typed_facts import WRONG_KIND, TypedFacts, why_impossible
from mentorkit.values.seen_text import as_seen

FORMATS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".toml": "toml"}
"""The formats of records, by the suffix of the file."""

ADD_TO_COLLECTS = ("no rule and no stage asks for this", "remove it, or add its name to collects of a stage")
"""What is wrong with a column that a sheet of facts does not have, and what to do."""

_DELIMITERS = ",;\t"
_LONGEST_LINE = 1_000_000
"""In characters or bytes; a longer one is no record, and could have no end."""

MOST_BYTES_AT_ONCE = 10_000_000
"""Of a file that is read whole; a sheet in CSV or JSON Lines is read line by line, and may be longer."""
_A_RECORD = '{"id": "A-1", "agrees": true}'
_AN_ID_EACH = "give each record an id of its own"
_A_ROW_EACH = "write a row for each person; if it is one id, put it in double quotes"
_ONE_SPELLING = "write the id of a person in one way, and give each person an id of their own"
_LINE_TOO_LONG = (f"a line has more than {_LONGEST_LINE:,} characters", "check the name of the file")
SHEET_NOT_UTF_8 = ("this sheet is not plain text in UTF-8", 'save it as "CSV UTF-8"')
"""What is wrong with a sheet as other programs save it, and what to do."""


@attrs.frozen
class RecordFault:
    """Something in a file of records that cannot be read; it names the place, and no value.

    Attributes:
        file: what the file is called.
        row: of the sheet as a spreadsheet counts, where the first is the header; line of a file of JSON; number of the
            record in TOML; 0 for the file as a whole.
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
        place = [f"row {self.row}"] if self.row else []
        place += [f"column {self.column}"] if self.column else []
        return ": ".join(filter(None, (self.file, ", ".join(place), self.what)))

    @property
    def what(self) -> str:
        """What is wrong and what to do, without the place."""
        return with_fix(self.message, self.fix)


class RecordsError(Exception):
    """A file of records cannot be used at all; `faults` say why."""

    def __init__(self, *faults: RecordFault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@attrs.frozen
class Record:
    """One record.

    Attributes:
        case: its id and facts; a fact that cannot be read is `WRONG_KIND`, one that is not known is None.
        row: where it stands.
        faults: what in it cannot be read.
        notes: which facts it has by the names that they had before, as far as no record before it has them too.
    """

    case: Case
    row: int
    faults: tuple[RecordFault, ...] = ()
    notes: tuple[RecordFault, ...] = ()


@attrs.frozen
class _Expected:
    """What a file of records may have: its columns, how dates are read, and which column has the ids."""

    columns: Mapping[str, Column]
    day_first: bool
    unknown: tuple[str, str]
    id_column: str


def read_records(
    file: IO[bytes],
    name: str,
    form: str,
    columns: Mapping[str, Column],
    *,
    day_first: bool = False,
    once: bool = True,
    unknown: tuple[str, str] = ADD_TO_COLLECTS,
    on: date | None = None,
    id_column: str = ID,
) -> Generator[Record, None, None]:
    """Reads records one by one, so that a file of any length takes no more memory than its ids.

    Args:
        file: the bytes.
        name: what to call the file.
        form: one of the values of `FORMATS`.
        columns: those that the file may have, as well as the one of ids.
        day_first: whether 03/04/2026 is the third of April; refused otherwise, since it can be meant either way.
        once: whether an id may stand in one record alone.
        unknown: what is wrong with a column that is not among those, and what to do where no other name is near.
        on: the day or moment that is asked about, which a date may have to be no later than; None to compare no dates.
        id_column: the column that has the ids, where it is called otherwise.

    Raises:
        RecordsError: where the file is not of the format, or has unknown or double columns; and, after the last record,
            for each record that has no id, the id of another, or what could be several.
    """
    seen: dict[str, tuple[int, str]] = {}
    nameless: list[RecordFault] = []
    reported: set[str] = set()
    readers = {"csv": _csv, "jsonl": _json_lines, "toml": _toml}
    for row, values in readers[form](file, name, _Expected(columns, day_first, unknown, id_column)):
        id_ = values.id if once else only_entry(values.id) or ""  # a person with a row for each thing has it alone
        several = ("this could be several ids", _A_ROW_EACH) if values.id and not id_ else None
        if problem := several or _problem_with_id(id_, seen, once):
            nameless.append(RecordFault(name, row, id_column, *problem))
            continue
        seen[as_seen(id_)] = row, id_
        faults = tuple(RecordFault(name, row, column, str(problem)) for column, problem in values.problems)
        if on is not None:
            for each in values.facts:
                if why := why_impossible(each, columns[each].bounds, values.facts, on):
                    kind = "time" if isinstance(values.facts[each], datetime) else "date"
                    message = f"this {kind}{why.removeprefix(each)}"
                    faults += (RecordFault(name, row, each, message, f"correct whichever {kind} is wrong"),)
        earlier = {was: now for was, now in values.earlier.items() if was not in reported}
        reported |= earlier.keys()
        notes = tuple(
            RecordFault(name, 0, was, f"this is called {now} now", f"rename it to {now}")
            for was, now in earlier.items()
        )
        yield Record(Case(id_, values.facts), row, faults, notes)
    if nameless:
        raise RecordsError(*nameless)


def _problem_with_id(id_: str, seen: Mapping[str, tuple[int, str]], once: bool) -> tuple[str, str] | None:
    row, alike = seen.get(as_seen(id_), (0, ""))
    if not id_:
        problem = "this record has no id"
    elif as_seen(id_) == "none":
        problem = "in a list of ids, none says that there is nobody"
    elif not id_.isprintable():
        problem = "this id has an invisible character in it"
    elif not row or (id_ == alike and not once):
        return None
    else:
        problem = f"this id {'is already' if id_ == alike else 'looks like the one'} in row {row}"
    return problem, _AN_ID_EACH if once else _ONE_SPELLING


@attrs.frozen
class _Values:
    id: str
    facts: TypedFacts
    problems: list[tuple[str, CellError]]
    earlier: Mapping[str, str]


def _csv(file: IO[bytes], name: str, expected: _Expected) -> Iterator[tuple[int, _Values]]:
    columns = expected.columns
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    row = 0
    try:
        head = next(_lines_of_sheet(text, name), "")
        names = {expected.id_column, *columns, *(column.was for column in columns.values() if column.was)}
        delimiter = max(_DELIMITERS, key=lambda mark: len(names & set(_cells(head, mark))))
        rows = csv.reader(chain([head], _lines_of_sheet(text, name)), delimiter=delimiter, strict=True)
        for row, cells in enumerate(rows, 1):
            if row == 1:
                header = _header(_as_named(cells, columns), name, expected)
                earlier = _earlier(header, columns)
                header = [earlier.get(column, column) for column in header]
            elif any(cell and not cell.isspace() for cell in cells):
                if any(cell.strip() for cell in cells[len(header) :]):
                    message = "this row has more cells than there are columns"
                    fix = "quote a cell that has a comma, semicolon or tab in it, or give the column a name"
                    raise RecordsError(RecordFault(name, row, "", message, fix))
                # A row that is cut short has the other columns too, with nothing in them.
                filled = dict(zip_longest(header, cells[: len(header)], fillvalue=""))
                yield row, _cells_read(filled, expected, earlier)
    except UnicodeDecodeError:
        raise RecordsError(RecordFault(name, 0, "", *SHEET_NOT_UTF_8)) from None
    except csv.Error as problem:
        raise RecordsError(RecordFault(name, row + 1, "", *in_plain_words(problem))) from None
    finally:
        text.detach()


def _lines_of_sheet(text: IO[str], name: str) -> Iterator[str]:
    """The lines of a sheet; what programs write in UTF-16, or no text at all, has null characters."""
    for line in _lines(text):
        if "\0" in line:
            raise RecordsError(RecordFault(name, 0, "", *SHEET_NOT_UTF_8))
        if len(line) > _LONGEST_LINE:
            raise RecordsError(RecordFault(name, 0, "", *_LINE_TOO_LONG))
        yield line


def _lines(file: IO[Any]) -> Iterator[Any]:
    """The lines of a file, of one that is too long only as much as shows that it is."""
    while line := file.readline(_LONGEST_LINE + 1):
        yield line


def read_at_once(file: IO[bytes], name: str) -> bytes:
    """The bytes of a file that is read whole.

    Raises:
        RecordsError: where it has more than `MOST_BYTES_AT_ONCE`.
    """
    source = file.read(MOST_BYTES_AT_ONCE + 1)
    if len(source) > MOST_BYTES_AT_ONCE:
        message = f"this file has more than {MOST_BYTES_AT_ONCE:,} bytes"
        raise RecordsError(RecordFault(name, 0, "", message, "check its name, or give it in parts"))
    return source


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def in_plain_words(problem: csv.Error) -> tuple[str, str]:
    """What is wrong with a sheet, and what to do."""
    if "limit" in str(problem):
        longest = f"a cell from here on has more than {csv.field_size_limit():,} characters"
        return longest, "look for a quotation mark that is not closed"
    quotes = "the quotation marks of a cell from here on do not match"
    return quotes, "write each one within a cell twice, as a spreadsheet does when it saves"


def _as_named(cells: list[str], columns: Iterable[str]) -> list[str]:
    """The names of columns without the mark by which our own sheets keep a spreadsheet from calculating them."""
    known = {guarded(column): column for column in columns}
    return [known.get(cell.strip(), cell) for cell in cells]


def _header(cells: list[str], name: str, expected: _Expected) -> list[str]:
    """The names of the columns of a sheet; spreadsheets write empty ones after the last, which are left out."""
    columns = expected.columns
    header = [cell.strip() for cell in cells]
    while header and not header[-1]:
        header.pop()
    if not header:
        raise RecordsError(RecordFault(name, 1, "", "this row is empty", "write the names of the columns in it"))
    if not ({*columns, expected.id_column} & {column.casefold() for column in header} or _earlier(header, columns)):
        # They may be values of people, and are not shown.
        raise RecordsError(
            RecordFault(name, 1, "", "this row has no name of a column in it", "write the names of the columns in it")
        )
    _check_names(name, 1, header, expected)
    return header


def _earlier(names: Iterable[str], columns: Mapping[str, Column]) -> dict[str, str]:
    """Those names that facts had before, with the ones that they have now."""
    strange = [name for name in names if name and name not in columns]
    return {name: column.name for name in strange for column in columns.values() if column.was == name}


def _check_names(name: str, row: int, header: list[str], expected: _Expected) -> None:
    faults = []
    columns, ids = expected.columns, expected.id_column
    earlier = _earlier(header, columns)
    written: str | None = ids
    if ids not in header:
        written = next((column for column in header if column.casefold() == ids), None)
        fix = f"rename {written} to {ids}" if written else _AN_ID_EACH
        faults.append(RecordFault(name, row, ids, "this column is missing", fix))
    for number, column in enumerate(header):
        if not column:
            wrong = ("this column has no name", "give it one, or remove it")
        elif column in header[:number]:
            wrong = ("this column is there more than once", "remove one of them")
        elif column in earlier and earlier[column] in header:
            wrong = (f"this is called {earlier[column]} now, which is there as well", "remove one of them")
        elif column not in columns and column not in earlier and column != written:
            near = did_you_mean(column, [known for known in columns if known not in header])
            wrong = (expected.unknown[0], f"rename it to {near}, if you mean that" if near else expected.unknown[1])
        else:
            continue
        faults.append(RecordFault(name, row, column or f"number {number + 1}", *wrong))
    if faults:
        raise RecordsError(*faults)


def _cells_read(cells: Mapping[str, str], expected: _Expected, earlier: Mapping[str, str]) -> _Values:
    facts = TypedFacts()
    problems = []
    for column, text in cells.items():
        if column != expected.id_column:
            try:
                value = expected.columns[column].read(text, day_first=expected.day_first)
            except CellError as problem:
                value = WRONG_KIND
                problems.append((column, problem))
            facts[column] = value
    return _Values(without_guard(cells.get(expected.id_column, "")), facts, problems, earlier)


def _json_lines(file: IO[bytes], name: str, expected: _Expected) -> Iterator[tuple[int, _Values]]:
    for number, line in enumerate(_lines(file), 1):
        if len(line) > _LONGEST_LINE:
            raise RecordsError(RecordFault(name, number, "", *_LINE_TOO_LONG))
        if not line.strip():
            continue
        try:
            record = json.loads(
                line.removeprefix(b"\xef\xbb\xbf").decode(), object_pairs_hook=no_key_twice, parse_int=_whole_number
            )
        except (ValueError, RecursionError) as problem:
            twice = isinstance(problem, _RepeatedKeyError)
            message = "a name is there more than once" if twice else "this line cannot be read as a record"
            fix = f"write one record on each line, in UTF-8, such as {_A_RECORD}"
            raise RecordsError(RecordFault(name, number, "", message, fix)) from None
        yield number, _table_read(record, name, number, expected)


def _whole_number(digits: str) -> int | float:
    """A whole number; infinity where it is longer than any that is meant, since Python cannot read all of those."""
    return int(digits) if len(digits) <= 18 else float("inf")  # as in a sheet of CSV


class _RepeatedKeyError(ValueError):
    """A key of a JSON object is there more than once, and one of its values would be lost."""


def no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object as a dict, for `object_pairs_hook`; a ValueError where a key is there more than once."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _RepeatedKeyError
    return made


def _toml(file: IO[bytes], name: str, expected: _Expected) -> Iterator[tuple[int, _Values]]:
    fix = "write each record under [[records]]"
    try:
        data = toml_data(read_at_once(file, name), name)
    except CannotJudgeError as problem:
        place = f"line {problem.line}: " if problem.line else ""
        raise RecordsError(RecordFault(name, 0, "", f"{place}{problem.message}", problem.fix)) from None
    records = data.pop("records", None)
    if data or not isinstance(records, list):
        raise RecordsError(RecordFault(name, 0, "", "a file of records has [[records]] and nothing else", fix))
    for number, record in enumerate(records, 1):
        yield number, _table_read(record, name, number, expected)


def _table_read(record: Any, name: str, row: int, expected: _Expected) -> _Values:
    columns, ids = expected.columns, expected.id_column
    if not isinstance(record, dict):
        fix = f"write the name and the value of each fact, such as {_A_RECORD}"
        raise RecordsError(RecordFault(name, row, "", "this is not a record", fix))
    if not isinstance(id_ := record.pop(ids, ""), str):
        raise RecordsError(RecordFault(name, row, ids, "an id is a text", "put it in quotes"))
    _check_names(name, row, [ids, *record], expected)
    earlier = _earlier(record, columns)
    facts = TypedFacts()
    problems = []
    for key, value in record.items():
        column = earlier.get(key) or key
        try:
            known = value not in (None, "")
            facts[column] = columns[column].of_value(value, day_first=expected.day_first) if known else None
        except CellError as problem:
            facts[column] = WRONG_KIND
            problems.append((column, problem))
    return _Values(id_.strip(), facts, problems, earlier)
