"""Sheets as spreadsheets write them: what is read, and what is said of what cannot be."""

import csv
import io
import random
import string
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.records.columns import Column
from mentorkit.records.reading import FORMATS, RecordsError, read_records
from mentorkit.toml.typed_facts import WRONG_KIND
from mentorkit.values.duration import Duration
from mentorkit.values.moment import Moment

from .conftest import COLUMNS, FaultsOf, Read

UTF_8 = 'people: this sheet is not plain text in UTF-8; save it as "CSV UTF-8"'
AN_ID = "give each record an id of its own"
NOBODY_ASKS = "no rule and no stage asks for this"
QUOTES = (
    "the quotation marks of a cell from here on do not match; write each one within a cell twice, as a spreadsheet "
    "does when it saves"
)
TOO_LONG = "a cell from here on has more than 131,072 characters; look for a quotation mark that is not closed"
MOMENT = 'write a length and an event, such as "6 weeks before release"'
TOO_MANY = (
    "this row has more cells than there are columns; quote a cell that has a comma, semicolon or tab in it, or "
    "give the column a name"
)
MAY_9 = date(2026, 5, 9)


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param("\ufeffid,since,places\r\nA-1,2026-05-09,clinic;house\r\n", id="Excel, CSV UTF-8"),
        pytest.param('\ufeffid;since;places\r\nA-1;2026-05-09;"clinic;house"\r\n', id="Excel where commas are decimal"),
        pytest.param('id,since,places\nA-1,2026-05-09,"clinic\nhouse"\n', id="LibreOffice, a line break in a cell"),
        pytest.param('"id","since","places"\n"A-1","2026-05-09","clinic; house"\n', id="LibreOffice, all in quotes"),
        pytest.param('id,since,places\r\nA-1,2026-05-09,"clinic\r\nhouse"', id="Google Sheets, no end of line"),
        pytest.param("id\tsince\tplaces\nA-1\t2026-05-09\tclinic;house\n", id="tabs, as pasted"),
        pytest.param("id,since,places\rA-1,2026-05-09,clinic;house\r", id="Excel for an old Mac"),
        pytest.param("id,since,places,,\nA-1,2026-05-09,clinic;house,,\n,,,,\n,,,,\n", id="empty columns and rows"),
        pytest.param("places,id,since\n clinic ;; house ,A-1, 2026-05-09 \n", id="another order, and blanks"),
        pytest.param('"id\n","since\n"," places"\nA-1,2026-05-09,clinic;house\n', id="line breaks in the header"),
    ],
)
def test_a_sheet_is_read_however_a_spreadsheet_writes_it(sheet: str, read: Read) -> None:
    (record,) = read(sheet)
    assert record.case.id == "A-1"
    assert record.case.facts == {"since": MAY_9, "places": ("clinic", "house")}
    assert (record.row, record.faults) == (2, ())


def test_an_empty_cell_is_not_known_and_none_is_an_empty_list(read: Read) -> None:
    assert [record.case.facts for record in read("id,places,agrees\nA-1,,\nA-2,none,no\nA-3,None, \n")] == [
        {"places": None, "agrees": None},
        {"places": (), "agrees": False},
        {"places": (), "agrees": None},
    ]


def test_a_row_that_is_cut_short_has_every_column(read: Read) -> None:
    assert [record.case.facts for record in read("id,places,agrees\nA-1\nA-2,clinic\n")] == [
        {"places": None, "agrees": None},
        {"places": ("clinic",), "agrees": None},
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_rows_are_counted_as_a_spreadsheet_counts_them(line_end: str, faults_of: FaultsOf) -> None:
    rows = ["id,note,agrees", '1,"a\nb\nc",perhaps', "", "2,,perhaps"]
    assert [fault.split(":")[1] for fault in faults_of(line_end.join(rows))] == [
        " row 2, column agrees",
        " row 4, column agrees",
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2026-05-09", MAY_9),
        ("2026-5-9", MAY_9),
        ("2026-05-09 00:00:00", MAY_9),
        ("2026-05-09T14:30", MAY_9),
        ("31/05/2026", date(2026, 5, 31)),
        ("31.5.2026", date(2026, 5, 31)),
        ("05-05-2026", date(2026, 5, 5)),
        ("29/02/2028", date(2028, 2, 29)),
    ],
)
def test_dates_that_can_be_meant_in_one_way_are_read(cell: str, value: date) -> None:
    assert COLUMNS["since"].read(cell) == value


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("03/04/2026", "day and month could be meant either way round"),
        ("31/05/26", "the year needs four digits"),
        ("30/02/2026", "there is no such day"),
        ("2026-02-30", "there is no such day"),
        ("05/31/2026", "there is no such day"),
        ("0000-01-01", "there is no such day"),
        ("2026-05-09T23:30:00Z", "a date is needed here"),
        ("2026-05-09+01:00", "a date is needed here"),
        ("46151", "a date is needed here"),
        ("9 May 2026", "a date is needed here"),
        ("٢٠٢٦-٠٥-٠٩", "a date is needed here"),
        ("=TODAY()", "a date is needed here"),
    ],
)
def test_other_dates_are_refused_with_what_to_write(cell: str, problem: str, faults_of: FaultsOf) -> None:
    (fault,) = faults_of(f"id,since\nA-1,{cell}\n")
    assert fault.startswith(f"people: row 2, column since: {problem}; write year-month-day, such as 2026-03-31")


def test_with_day_first_an_ambiguous_date_is_read_and_an_impossible_one_still_refused(
    read: Read, faults_of: FaultsOf
) -> None:
    assert read("id,since\nA-1,03/04/2026\n", day_first=True)[0].case.facts == {"since": date(2026, 4, 3)}
    assert "there is no such day" in faults_of("id,since\nA-1,04/13/2026\n", day_first=True)[0]


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        ("agrees", "maybe", "yes or no is needed here"),
        ("year", "-1", "a whole number from 0 up is needed here, such as 12"),
        ("year", "1.5", "a whole number from 0 up is needed here, such as 12"),
        ("year", '"1,000"', "a whole number from 0 up is needed here, such as 12"),
        ("year", "9" * 19, "a whole number from 0 up is needed here, such as 12"),
        ("kind", "twice", 'one of "none", "one to one" or "group" is needed here'),
        ("signs", "too much; far too much", 'one of "too much" or "too little" is needed here'),
        ("places", "; ;", "an entry of the list is needed here, or none if there is none"),
        ("length", "3", 'a length of time is needed here: write a whole number and a unit, such as "14 days"'),
        ("length", "200 years", "a length of time is needed here: write at most a hundred years"),
        ("meets", "6 before", f"a time before or after an event is needed here: {MOMENT}"),
    ],
)  # fmt: skip
def test_a_cell_of_another_kind_is_located_and_read_as_unreadable(
    column: str, cell: str, problem: str, read: Read, faults_of: FaultsOf
) -> None:
    sheet = f"id,{column}\nA-1,\nA-2,{cell}\n"
    (said,) = faults_of(sheet)
    assert said.startswith(f"people: row 3, column {column}: {problem}")
    assert read(sheet)[1].case.facts == {column: WRONG_KIND}


@pytest.mark.parametrize(
    ("cell", "column", "value"),
    [
        ("Yes", "agrees", True), ("TRUE", "agrees", True), ("1", "agrees", True),
        ("NO", "agrees", False), ("false", "agrees", False), ("0", "agrees", False),
        ("007", "year", 7), ("One to one", "kind", "one to one"), ("none", "kind", "none"),
        ("Too much\r\nToo little", "signs", ("too much", "too little")),
        ('"Ash, the house"; Oak', "places", ("Ash, the house", "Oak")),
        ('“Ash, the house” ;"6"" of rope"', "places", ("Ash, the house", '6" of rope')),
        ('Oak;"a; b";;', "places", ("Oak", "a; b")), ("None; Oak", "places", ("Oak",)),
        ("14 days", "length", Duration(14, "day")),
        ("6 weeks before release", "meets", Moment("release", "before", Duration(6, "week"))),
    ],
)  # fmt: skip
def test_cells_are_read_as_people_and_spreadsheets_write_them(cell: str, column: str, value: Any) -> None:
    assert COLUMNS[column].read(cell) == value


@pytest.mark.parametrize(
    ("sheet", "faults"),
    [
        ("", ["row 1: this row is empty; write the names of the columns in it"]),
        ("\n\n", ["row 1: this row is empty; write the names of the columns in it"]),
        (",,\nA-1,,\n", ["row 1: this row is empty; write the names of the columns in it"]),
        ("id,since\n", []),
        ("since,year\nx,2\n", [f"row 1, column id: this column is missing; {AN_ID}"]),
        ("ID,year\nx,2\n", ["row 1, column id: this column is missing; rename ID to id"]),
        (
            "ID,yeer\n",
            [
                "row 1, column id: this column is missing; rename ID to id",
                f"row 1, column yeer: {NOBODY_ASKS}; rename it to year, if you mean that",
            ],
        ),
        ("id,ID\n", [f"row 1, column ID: {NOBODY_ASKS}; remove it, or add its name to collects of a stage"]),
        (
            "id,sinc,yeer,shoe_size\n",
            [
                f'row 1, column sinc: {NOBODY_ASKS}; rename it to since, if you mean that',
                f'row 1, column yeer: {NOBODY_ASKS}; rename it to year, if you mean that',
                f"row 1, column shoe_size: {NOBODY_ASKS}; remove it, or add its name to collects of a stage",
            ],
        ),
        ("id,since,since\n", ["row 1, column since: this column is there more than once; remove one of them"]),
        ("id,,since\n", ["row 1, column number 2: this column has no name; give it one, or remove it"]),
        (
            "id,year\nA-1,1,2\n",
            [f"row 2: {TOO_MANY}"],
        ),
        (
            "id,year\n,1\nA-1,2\nA-1,3\n  ,4\nA-1,5\n",
            [
                f"row 2, column id: this record has no id; {AN_ID}",
                f"row 4, column id: this id is already in row 3; {AN_ID}",
                f"row 5, column id: this record has no id; {AN_ID}",
                f"row 6, column id: this id is already in row 3; {AN_ID}",
            ],
        ),
        ("year,id\n1\n", [f"row 2, column id: this record has no id; {AN_ID}"]),
        (
            'id\n"A\n1"\n',
            [f"row 2, column id: this id has an invisible character in it; {AN_ID}"],
        ),
        (
            'id,note\nA-1,x\nA-2,"said "so" twice"\n',
            [f"row 3: {QUOTES}"],
        ),
        (
            'id,note\nA-1,"never closed\nA-2,x\n',
            [f"row 2: {QUOTES}"],
        ),
        (
            f"id,note\nA-1,{'x' * 140_000}\n",
            [f"row 2: {TOO_LONG}"],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_place_and_remedy(
    sheet: str, faults: list[str], faults_of: FaultsOf
) -> None:
    assert faults_of(sheet) == [f"people: {fault}" for fault in faults]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_other_encodings_are_refused_with_what_to_do(encoding: str, faults_of: FaultsOf) -> None:
    assert faults_of("id,note\nA-1,café\n".encode(encoding)) == [UTF_8]


@pytest.mark.parametrize(
    "sheet", [b"id,note\nA-1,a\0b\n", b"i\0d,note\nA-1,x\n", b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04\0\0"]
)
def test_what_is_no_text_is_refused(sheet: bytes, faults_of: FaultsOf) -> None:
    assert faults_of(sheet) == [UTF_8]


def test_a_first_row_that_names_nothing_may_hold_values_and_is_not_shown(faults_of: FaultsOf) -> None:
    assert faults_of("Marker Person,2026-05-09\nOther,2026-05-10\n") == [
        "people: row 1: this row has no name of a column in it; write the names of the columns in it"
    ]


def test_reading_is_a_stream_and_leaves_the_file_open() -> None:
    class Endless(io.RawIOBase):
        """A sheet that never ends."""

        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            rows = b"id,year\n" if not self.given else f"{self.given},1\n".encode()
            self.given += 1
            buffer[: len(rows)] = rows
            return len(rows)

    file = io.BufferedReader(Endless(), 64)
    records = read_records(file, "people", "csv", COLUMNS)
    assert [next(records).case.id for _ in range(3)] == ["1", "2", "3"]
    records.close()
    assert not file.closed


def test_every_format_is_known_by_its_suffix() -> None:
    assert {Path(f"x{suffix}").suffix for suffix in FORMATS} == {".csv", ".jsonl", ".ndjson", ".toml"}


# What is written comes back.

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('",;\t\n'), min_size=1)
ENTRY = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('",;“”'), min_size=1).map(str.strip)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "since": st.dates(),
    "agrees": st.booleans(),
    "year": st.integers(0, 10**18 - 1),
    "note": TEXT.map(str.strip).filter(bool),
    "kind": st.sampled_from(["none", "one to one", "group"]),
    "places": st.lists(ENTRY.filter(bool).filter(lambda each: each.lower() != "none")).map(tuple),
    "signs": st.lists(st.sampled_from(["too much", "too little"])).map(tuple),
    "length": st.builds(Duration, st.integers(1, 100), st.sampled_from(["hour", "day", "week", "month", "year"])),
    "meets": st.builds(
        Moment,
        st.sampled_from(["release", "discharge"]),
        st.just("before"),
        st.builds(Duration, st.integers(1, 9), st.just("week")),
    ),
}
RECORDS = st.lists(st.fixed_dictionaries({}, optional=VALUES), max_size=5)


def entry(text: str) -> str:
    """An entry of a list as a careful person writes it: in double quotes where a sign could separate entries."""
    doubled = text.replace('"', '""')
    return text if text.replace(" ", "").isalnum() else f'"{doubled}"'


def cell(value: Any) -> str:
    """A value as a person writes it into a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ";".join(map(entry, value)) if value else "none"
    return str(value)


@given(
    RECORDS, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.permutations(["id", *VALUES])
)
@example([{"places": (), "note": '"'}], ";", "\r\n", True, ["id", *VALUES])
@example([{"places": ("0 | 0", "a / b")}], ",", "\n", False, ["id", *VALUES])
def test_what_is_written_in_any_dialect_comes_back(
    records: list[dict[str, Any]], delimiter: str, end: str, marked: bool, header: list[str]
) -> None:
    sheet = io.StringIO()
    rows = csv.writer(sheet, delimiter=delimiter, lineterminator=end)
    rows.writerow(header)
    for number, record in enumerate(records):
        rows.writerow(
            f"A-{number}" if name == "id" else cell(record[name]) if name in record else "" for name in header
        )
    data = sheet.getvalue().encode("utf-8-sig" if marked else "utf-8")
    read = list(read_records(io.BytesIO(data), "people", "csv", COLUMNS))
    assert [record.case.facts for record in read] == [dict.fromkeys(VALUES) | record for record in records]
    assert [record.faults for record in read] == [()] * len(records)


# Privacy: no value of a cell is ever shown.


def marker(random: random.Random) -> str:
    """A word that stands nowhere else."""
    return "zq" + "".join(random.choices(string.ascii_lowercase, k=12))


@pytest.mark.parametrize(
    "damage",
    [
        "nothing",
        "too many cells",
        "quotation marks",
        "an open quotation mark",
        "no id",
        "an id that cannot be seen",
        "an id twice",
    ],
)
@given(
    st.lists(st.sampled_from(sorted(COLUMNS)), unique=True, min_size=1),
    st.randoms(use_true_random=False),
)
def test_no_value_of_a_cell_is_ever_told(damage: str, names: list[str], random: random.Random) -> None:
    cells = [marker(random) for _ in names]
    row = {
        "nothing": ["A-1", *cells],
        "too many cells": ["A-1", *cells, marker(random)],
        "quotation marks": ["A-1", *cells[:-1], f'"{cells[-1]}"x'],
        "an open quotation mark": ["A-1", *cells[:-1], f'"{cells[-1]}'],
        "no id": ["", *cells],
        "an id that cannot be seen": [f"{marker(random)}\x07", *cells],
        "an id twice": [f"A-1\nA-1,{marker(random)}\nA-1", *cells],
    }[damage]
    sheet = ",".join(["id", *names]) + "\n" + ",".join(row) + "\n"
    said = ""
    try:
        for record in read_records(io.BytesIO(sheet.encode()), "people", "csv", COLUMNS):
            said += "".join(map(str, record.faults)) + repr(record)
    except RecordsError as problem:
        said += str(problem) + repr(problem)
    assert "zq" not in said


def test_a_column_that_no_rule_uses_takes_any_text() -> None:
    assert Column("colour", str, "collected, and used by no rule", ()).read(" 5 ") == "5"
