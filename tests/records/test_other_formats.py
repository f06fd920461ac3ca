"""JSON Lines and TOML: what is read, and what is said of what cannot be."""

import json
from datetime import date

import pytest

from mentorkit.toml.typed_facts import WRONG_KIND

from .conftest import FaultsOf, Read

AN_ID = "give each record an id of its own"
A_DAY = "write year-month-day, such as 2026-03-31"
SINCE = "row 1, column since: a date such as 2026-03-31 is needed here"
UNDER = "write each record under [[records]]"
WHOLE = "a whole number from 0 up, without quotes, is needed here"
YEER = "no rule and no stage asks for this; rename it to year, if you mean that"
AGAIN = f"this id is already in row 1; {AN_ID}"
RECORD = '{"id": "A-1", "agrees": true}'
LINE = f"write one record on each line, in UTF-8, such as {RECORD}"
NO_RECORD = f"this is not a record; write the name and the value of each fact, such as {RECORD}"


def test_each_line_of_json_is_a_record(read: Read) -> None:
    text = (
        '\ufeff{"id": "A-1", "since": "2026-05-09", "agrees": true, "year": 7, "places": ["clinic"]}\n'
        "\n"
        '{"id": " A-2 ", "since": null, "note": ""}\r\n'
        '{"id": "A-3", "since": "31/05/2026", "places": [], "kind": "group"}'
    )
    first, second, third = read(text, "jsonl")
    assert first.case.facts["since"] == date(2026, 5, 9)
    assert (first.case.facts["agrees"], first.case.facts["year"], first.case.facts["places"]) == (True, 7, ("clinic",))
    assert (second.case.id, second.case.facts, second.row) == ("A-2", {"since": None, "note": None}, 3)
    assert third.case.facts == {"since": date(2026, 5, 31), "places": (), "kind": "group"}


def test_a_choice_is_the_one_that_a_person_sees(read: Read) -> None:
    (record,) = read('{"id": "A-1", "kind": "One\u00a0to one", "signs": ["Too much", "too\u200b little"]}', "jsonl")
    assert record.case.facts == {"kind": "one to one", "signs": ("too much", "too little")}
    assert record.faults == ()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"id": "A-1"', f"row 1: this line cannot be read as a record; {LINE}"),
        ("[1, 2]", f"row 1: {NO_RECORD}"),
        ("null", f"row 1: {NO_RECORD}"),
        ("[" * 100_000, f"row 1: this line cannot be read as a record; {LINE}"),
        ('{"id": "A-1", "year": 1, "year": 2}', f"row 1: a name is there more than once; {LINE}"),
        ('{"id": "A-1", "note": {"a": 1, "a": 2}}', f"row 1: a name is there more than once; {LINE}"),
        ('{"year": 1}', f"row 1, column id: this record has no id; {AN_ID}"),
        ('{"id": 12}', "row 1, column id: an id is a text; put it in quotes"),
        ('{"id": "A\\ud800"}', f"row 1, column id: this id has an invisible character in it; {AN_ID}"),
        ('{"id": "A-1", "yeer": 1}', f"row 1, column yeer: {YEER}"),
        ('{"id": "A-1", "year": 1.0}', f"row 1, column year: {WHOLE}"),
        ('{"id": "A-1", "year": NaN}', f"row 1, column year: {WHOLE}"),
        ('{"id": "A-1", "year": Infinity}', f"row 1, column year: {WHOLE}"),
        ('{"id": "A-1", "year": -1}', f"row 1, column year: {WHOLE}"),
        ('{"id": "A-1", "year": true}', f"row 1, column year: {WHOLE}"),
        ('{"id": "A-1", "agrees": "yes"}', "row 1, column agrees: true or false, without quotes, is needed here"),
        ('{"id": "A-1", "since": 20260509}', SINCE),
        ('{"id": "A-1", "since": "soon"}', f"row 1, column since: a date is needed here; {A_DAY}"),
        ('{"id": "A-1", "places": "clinic"}', "row 1, column places: a list of texts is needed here"),
        ('{"id": "A-1", "places": [1]}', "row 1, column places: a list of texts is needed here"),
        ('{"id": "A-1", "signs": ["x"]}', 'row 1, column signs: a list of "too much" or "too little" is needed here'),
        ('{"id": "A-1", "kind": 3}', 'row 1, column kind: one of "none", "one to one" or "group" is needed here'),
        ('{"id": "A-1", "note": 3}', "row 1, column note: a text is needed here"),
        ('{"id": "A-1", "length": 3}', "row 1, column length: a length of time in quotes is needed here"),
    ],
)  # fmt: skip
def test_what_json_lines_cannot_say_is_refused(line: str, fault: str, faults_of: FaultsOf) -> None:
    assert faults_of(line, "jsonl") == [f"people: {fault}"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_json_in_another_encoding_is_refused(encoding: str, faults_of: FaultsOf) -> None:
    (fault,) = faults_of('{"id": "A-1", "note": "café"}\n'.encode(encoding), "jsonl")
    assert fault == f"people: row 1: this line cannot be read as a record; {LINE}"


def test_an_empty_file_has_no_records(read: Read) -> None:
    assert read("", "jsonl") == read("\n\n", "jsonl") == []


def test_toml_has_a_table_for_each_record(read: Read) -> None:
    text = """
    [[records]]
    id = "A-1"
    since = 2026-05-09
    places = []
    agrees = false

    [[records]]
    id = "A-2"
    since = 2026-05-09T14:30:00
    """
    first, second = read(text, "toml")
    assert first.case.facts == {"since": date(2026, 5, 9), "places": (), "agrees": False}
    assert (second.case.facts, second.row) == ({"since": date(2026, 5, 9)}, 2)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", f"a file of records has [[records]] and nothing else; {UNDER}"),
        ("[records]\nid = 'A-1'", f"a file of records has [[records]] and nothing else; {UNDER}"),
        ("[[people]]\nid = 'A-1'", f"a file of records has [[records]] and nothing else; {UNDER}"),
        ("[[records]]\nid = 'A-1'\nid = 'zq'\n", "line 3: this key or table is already there; keep one of the two"),
        ("[[records]]\nid = 'A (at zq\n'", "line 2: this text does not end on its line; close it with a quote"),
        ("records = [1]", f"row 1: {NO_RECORD}"),
        ("[[records]]\nid = 'A-1'\nsince = 2026-05-09T14:30:00Z", SINCE),
        ("[[records]]\nid = 'A-1'\nsince = 14:30:00", SINCE),
        ("[[records]]\nid = 'A-1'\n[[records]]\nid = 'A-1'", f"row 2, column id: {AGAIN}"),
    ],
)  # fmt: skip
def test_what_toml_cannot_say_is_refused(text: str, fault: str, faults_of: FaultsOf) -> None:
    (said,) = faults_of(text, "toml")
    if "no TOML" in fault:  # versions of Python count the column of a fault in different ways
        said, fault = said.split(", column")[0], fault.split(", column")[0]
    assert said == f"people: {fault}"


def test_a_value_that_cannot_be_read_is_unreadable_and_never_told(read: Read, faults_of: FaultsOf) -> None:
    line = json.dumps({"id": "A-1", "agrees": "zqagrees", "since": "zqsince", "kind": "zqkind", "signs": ["zqsigns"]})
    (record,) = read(line, "jsonl")
    assert set(record.case.facts.values()) == {WRONG_KIND}
    assert "zq" not in "".join(faults_of(line, "jsonl"))
    assert "zq" not in repr(record)


@pytest.mark.parametrize(("form", "place"), [("csv", ""), ("jsonl", " row 1:")])
def test_a_line_without_end_is_refused_before_it_is_read_whole(faults_of: FaultsOf, form: str, place: str) -> None:
    said = f"people:{place} a line has more than 1,000,000 characters; check the name of the file"
    assert faults_of("x," * 500_001, form) == [said]


def test_a_file_that_is_read_whole_has_a_limit(faults_of: FaultsOf) -> None:
    said = "people: this file has more than 10,000,000 bytes; check its name, or give it in parts"
    assert faults_of("#" * 10_000_001, "toml") == [said]


@pytest.mark.parametrize("number", ["1" * 5000, "-" + "1" * 5000, "1" * 400, "1" * 19, "-1", "1e999", "NaN"])
def test_a_number_that_nobody_means_is_located_and_the_next_record_is_read(number: str, read: Read) -> None:
    first, second = read(f'{{"id": "A-1", "year": {number}}}\n{{"id": "A-2", "year": 7}}\n', "jsonl")
    assert [(fault.row, fault.column) for fault in first.faults] == [(1, "year")]
    assert second.case.facts["year"] == 7


@pytest.mark.parametrize(
    "entry", ["Ash, Oak", "Ash; Oak", "Ash\nOak", "Ash，Oak", "Ash، Oak", "Ash、Oak", "Ash / Oak", "Ash | Oak"]
)
def test_an_entry_that_could_be_several_is_refused_in_every_format(entry: str, faults_of: FaultsOf) -> None:
    written = json.dumps([entry])
    for form, text in (
        ("jsonl", f'{{"id": "A-1", "places": {written}}}'),
        ("toml", f'[[records]]\nid = "A-1"\nplaces = {written}\n'),
    ):
        (fault,) = faults_of(text, form)
        assert "column places: " in fault


def test_an_entry_in_double_quotes_is_one_in_every_format(read: Read) -> None:
    (record,) = read('{"id": "A-1", "places": ["\\"Ash, the house\\"", "Oak"]}', "jsonl")
    assert record.case.facts == {"places": ("Ash, the house", "Oak")}
