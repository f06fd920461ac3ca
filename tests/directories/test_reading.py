"""Files of a directory: every published shape is read, and every other is told with its place."""

import bz2
import gzip
import json
import lzma
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.directories import files
from mentorkit.directories.entry import ServiceReader
from mentorkit.directories.reading import read_directory
from mentorkit.toml.document import CannotJudgeError
from mentorkit.values.opening_hours import Hours
from tests.examples import examples

from .services import KEY, ON, one, page, read, service, told

EXAMPLES = Path(__file__).parents[2] / "examples" / "directory"


def test_a_service_that_says_everything_becomes_a_member_that_says_it_too() -> None:
    entry = one(service())
    member = entry.member
    assert (member.title, member.organisation, member.status) == ("Housing Advice", "The Council", "active")
    assert (member.kind, member.part, member.external) == ("service", "partner", True)
    assert (member.youngest, member.oldest, str(member.assured_on)) == (18, 65, "2026-09-01")
    assert (member.areas, member.contact) == (("Exampleton",), "telephone 01632 960001")
    assert member.hours == Hours.parse("Monday to Tuesday 09:00 to 17:00")
    assert (entry.key, entry.terms) == (KEY, ("Housing advice", "T10"))
    assert (member.meets, member.paid, member.clinical, member.capacity, member.settings) == (None,) * 5


@pytest.mark.parametrize(
    "data",
    [
        service(),
        [service()],
        page(service()),
        {"services": [service()]},
        {"id": "o", "name": "The Council", "description": "Made up", "services": [service(organization=None)]},
        [{"id": "o", "name": "The Council", "description": "", "services": [service(organization=None, status=None)]}],
    ],
)
def test_every_shape_of_the_standard_says_the_same(data: Any) -> None:
    entries, unread = read({"x.json": data})
    assert [(entry.key, entry.member.organisation) for entry in entries] == [(KEY, "The Council")]
    assert unread == []


def test_a_byte_order_mark_is_no_fault() -> None:
    entries, unread = read({"x.json": b"\xef\xbb\xbf" + json.dumps(service()).encode()})
    assert (len(entries), unread) == (1, [])


def test_the_example_pages_are_read_whole() -> None:
    entries, unread = read({file.name: file.read_bytes() for file in (EXAMPLES / "pages").iterdir()})
    assert (len(entries), unread) == (5, [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "x.json: this file is empty"),
        (b" \n", "x.json: this file is empty"),
        (b"<html>", "x.json: this is a web page, not a list of services"),
        (b'{"contents": [\n{"id": ', "x.json: line 2, column 8: this file is cut off"),
        (b'[{"id": "a", "name": "Hous', "x.json: line 1, column 22: this file is cut off"),
        (b'[{"id": "a"},', "x.json: line 1, column 14: this file is cut off"),
        ('[{"id": "a",\n "name": "Caf\xe9"}]'.encode("latin-1"), "x.json: line 2: this is not plain text in UTF-8"),
        ("[]".encode("utf-16"), "x.json: line 1: this is not plain text in UTF-8"),
        (b"[" * 100_000, "x.json: this is not the data of a directory"),
        (b"[" + b"1" * 5000 + b"]", "x.json: this is not the data of a directory"),
        (b"7", "x.json: there is neither a service nor a list of them here"),
        (b'{"error": "gone"}', "x.json: this is not a service"),
        (b'["a"]', "x.json: [0]: this is not a group of names with values"),
        (b'{"contents": {}}', "x.json: contents: a list is needed here"),
        (
            b'{"totalElements": 1, "content": [{}]}',
            "x.json: this is HSDS 1 or 2, or Open Referral UK 1, but only version 3 can be read",
        ),
        (b'[{"id": "t", "name": "Housing", "description": ""}]', "x.json: [0]: this is not a service"),
        (
            b'{"id": "x", "location": {}, "service": {}, "schedules": []}',
            "x.json: this is a place of a service, and not the service itself",
        ),
        (b'[{"id": "a", "status": "active"}]', "x.json: [0]: this service has no name"),
        (b'[{"name": " \\u200b", "id": "a", "status": "active"}]', "x.json: [0]: this service has no name"),
        (b'[{"name": "a", "status": "active"}]', "x.json: [0]: this service has no id"),
    ],
)
def test_what_is_no_service_is_told_with_its_place_and_the_rest_is_read(content: bytes, said: str) -> None:
    entries, unread = read({"x.json": content, "y.json": service()})
    assert [str(problem) for problem in unread] == [said]
    assert all(problem.lost for problem in unread)
    assert [entry.key for entry in entries] == [KEY]


@pytest.mark.parametrize(
    "place",
    [{"location_type": "physical"}, {"latitude": 1.5}, {"addresses": []}, {"transportation": "a bus"}],
)
def test_a_place_is_no_service_although_it_has_opening_times(place: dict[str, Any]) -> None:
    hall = {"id": "h", "name": "The hall", "schedules": [], "phones": [{"number": "01632 960001"}], **place}
    entries, unread = read({"x.json": [hall], "y.json": service()})
    assert [entry.key for entry in entries] == [KEY]
    assert [str(problem) for problem in unread] == ["x.json: [0]: this is a place, and not a service"]


@pytest.mark.parametrize(
    "old",
    [
        {"regular_schedules": []},
        {"eligibilitys": []},
        {"taxonomy_ids": ""},
        {"eligibility": []},
        {"attending_type": "phone"},
        {"service_attributes": []},
        {"phones": [{"number": "01632 960001", "language": "en"}]},
        {"contacts": [{"phones": [{"number": "01632 960001", "language": "en"}]}]},
        {"service_at_locations": [{"physical_addresses": []}]},
    ],
)
def test_nothing_of_an_older_edition_is_half_read(old: dict[str, Any]) -> None:
    services = [service(), service(id="2", **old)]
    said = "this is HSDS 1 or 2, or Open Referral UK 1, but only version 3 can be read"
    lines = "\n".join(map(json.dumps, services)).encode()
    for name, content in (("x.json", services), ("y.json", page(*services)), ("z.jsonl", lines)):
        entries, unread = read({name: content})
        assert (entries, [str(problem) for problem in unread]) == ([], [f"{name}: {said}"])


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson", "x.json", "-"])
def test_json_lines_are_read_line_by_line(name: str) -> None:
    lines = [json.dumps(service()), "", json.dumps(service(id="2")), '{"id": ', json.dumps(service(id="3"))]
    entries, unread = read({name: "\r\n".join(lines).encode()})
    if name.endswith(("l", "n")) and not name.endswith(".json"):
        assert [entry.key for entry in entries] == [KEY, "2", "3"]
        assert [str(problem) for problem in unread] == [f"{name}: line 4: this file is cut off"]
    whole = "\n".join(line for line in lines if line.endswith("}")).encode()
    assert [entry.key for entry in read({name: whole})[0]] == [KEY, "2", "3"]


@pytest.mark.parametrize(
    ("change", "said", "contact"),
    [
        (
            {"phones": [{"number": "ask inside"}]},
            "phones[0].number: this is not a telephone number",
            "https://directory.example/housing",
        ),
        ({"phones": None, "url": "none"}, "url: this is not the address of a page", "desk@directory.example"),
        (
            {"phones": None, "url": "javascript:alert(1)"},
            "url: this is not the address of a page",
            "desk@directory.example",
        ),
        ({"phones": None, "url": None, "email": "desk"}, "email: this is not an e-mail address", None),
    ],
)
def test_a_contact_that_is_none_is_told_and_not_written(change: dict[str, Any], said: str, contact: str | None) -> None:
    (entry,), unread = read({"x.json": service(**change)})
    assert [str(problem) for problem in unread] == [f"x.json: {said}"]
    assert entry.member.contact == contact


def test_a_file_that_is_too_large_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_DIRECTORY_BYTES", 1024**2)
    assert told({"x.json": b"[" + b" " * 1024**2}) == ["x.json: this file has more than 1 MB"]


def test_a_file_that_cannot_be_had_does_not_keep_the_others_from_being_read() -> None:
    def refused() -> bytes:
        raise CannotJudgeError("x.json", "this file cannot be read: permission denied", "check its permissions")

    reader = ServiceReader(ON)
    files = {"x.json": refused, "y.json": json.dumps(service()).encode}
    assert [entry.key for entry in read_directory(files, reader)] == [KEY]
    assert [str(problem) for problem in reader.unread] == ["x.json: this file cannot be read: permission denied"]


@pytest.mark.parametrize(
    ("change", "key", "said"),
    [
        ({"minimum_age": "18"}, "youngest", "minimum_age: a number is needed here"),
        ({"minimum_age": True}, "youngest", "minimum_age: a number is needed here"),
        ({"minimum_age": 17.5}, "youngest", "minimum_age: this is not an age in whole years"),
        ({"minimum_age": -1}, "youngest", "minimum_age: this is not an age in whole years"),
        ({"maximum_age": 1e999}, "oldest", "maximum_age: this is not an age in whole years"),
        ({"minimum_age": 70}, "oldest", "minimum_age: this is above maximum_age; both are left out"),
        (
            {"status": "open"},
            "status",
            "status: this status must be one of active, inactive, temporarily closed, defunct",
        ),
        ({"assured_date": "last spring"}, "assured_on", "assured_date: this is not a date"),
        ({"assured_date": 2026}, "assured_on", "assured_date: text is needed here"),
        ({"service_areas": "Exampleton"}, "areas", "service_areas: a list is needed here"),
        ({"service_areas": [{"name": 7}]}, "areas", "service_areas[0].name: text is needed here"),
        ({"schedules": ["always"]}, "hours", "schedules[0]: this is not a group of names with values"),
        ({"organization": "The Council"}, "organisation", "organization: a group of names with values is needed here"),
        ({"organization": {"name": 7}}, "organisation", "organization.name: text is needed here"),
        (
            {"attributes": [{"taxonomy_term": {"name": []}}]},
            "meets",
            "attributes[0].taxonomy_term.name: text is needed here",
        ),
    ],
)
def test_a_detail_of_the_wrong_kind_is_left_out_and_told_and_the_service_is_kept(
    change: dict[str, Any], key: str, said: str
) -> None:
    (entry,), unread = read({"x.json": page(service(**change))})
    assert [str(problem) for problem in unread] == [f"x.json: contents[0].{said}"]
    assert not any(problem.lost for problem in unread)
    assert getattr(entry.member, key) is None
    assert (entry.key, entry.member.title) == (KEY, "Housing Advice")


def test_a_status_in_capitals_and_an_age_with_a_point_are_what_they_say() -> None:
    member = one(service(status="Active", minimum_age=16.0, assured_date="2026-09-01T10:00:00Z")).member
    assert (member.status, member.youngest, str(member.assured_on)) == ("active", 16, "2026-09-01")


@pytest.mark.parametrize(
    ("change", "contact"),
    [
        ({}, "telephone 01632 960001"),
        ({"phones": [{"number": '"01632 960001"', "extension": 7}]}, "telephone 01632 960001, extension 7"),
        ({"phones": [{"number": "1", "type": "fax"}, {"number": "2", "type": "Voice"}]}, "telephone 2"),
        ({"phones": [{"number": "1", "type": "fax"}]}, "https://directory.example/housing"),
        ({"phones": None, "service_at_locations": [{"phones": [{"number": "3"}]}]}, "telephone 3"),
        ({"phones": None, "contacts": [{"title": "Desk", "phones": [{"number": "4"}]}]}, "telephone 4"),
        ({"phones": None, "url": None}, "desk@directory.example"),
    ],
)
def test_a_service_is_reached_by_telephone_then_by_its_page_then_by_email(change: dict[str, Any], contact: str) -> None:
    assert one(service(**change)).member.contact == contact


def test_nobody_is_taken_over_by_name() -> None:
    person = {"name": "A. Nobody", "email": "a@directory.example", "phones": [{"number": "5"}]}
    entry = one(service(phones=None, url=None, email=None, contacts=[person], alert="A. Nobody is away"))
    assert (entry.member.contact, entry.why["contact"]) == (None, "only of persons by name")
    assert "Nobody" not in f"{entry.member}{entry.terms}{entry.text}"


def test_the_hours_of_a_building_are_not_those_of_the_service_in_it() -> None:
    always = {"freq": "WEEKLY", "byday": "MO", "opens_at": "00:00", "closes_at": "23:59"}
    there = {"schedules": [{**always, "byday": "SU"}], "location": {"schedules": [always]}}
    assert str(one(service(schedules=None, service_at_locations=[there])).member.hours) == "Sunday 00:00 to 24:00"
    assert (
        one(service(schedules=None, service_at_locations=[{"location": {"schedules": [always]}}])).member.hours is None
    )
    assert str(one(service(service_at_locations=[there])).member.hours) == "Monday to Tuesday 09:00 to 17:00"


def test_what_cannot_be_seen_is_left_out_of_texts() -> None:
    member = one(service(name="Hou\u202esing\x1b[2J\n Advice\ud800", service_areas=[{"name": "The\tCity\x07"}])).member
    assert (member.title, member.areas) == ("Housing[2J Advice", ("The City",))


def test_missing_pages_are_told() -> None:
    files = {f"{n}.json": page(service(id=f"{n}"), number=n, pages=5, items=5) for n in (1, 3, 5)}
    assert told(files) == ["the list: 2 of 5 pages are not here: pages 2, 4"]
    assert told({"1.json": files["1.json"] | {"page_number": 0, "total_pages": 2}}) == [
        "the list: 1 of 2 pages are not here: page 1"
    ]


def test_pages_with_fewer_services_than_they_say_are_told() -> None:
    cut = page(service(), number=1, pages=2, items=3) | {"size": 2}
    assert told({"1.json": cut, "2.json": page(service(id="2"), number=2, pages=2, items=3) | {"size": 2}}) == [
        "1.json: contents: this page says that it has 2 services and has 1",
        "the list: its pages say that there are 3 services, and have 2",
    ]
    assert told({"1.json": page(service()) | {"size": 50, "total_pages": "1"}}) == [
        "1.json: total_pages: a whole number is needed here"
    ]


def test_pages_of_another_list_beside_do_not_count() -> None:
    terms = page({"id": "t", "name": "Housing", "description": ""}, pages=9)
    said = told({"1.json": page(service()), "terms.json": terms})
    assert said == ["terms.json: contents[0]: this is not a service"]
    assert told({"1.json": page()}) == []


KEYS = """
    id name status contents services content schedules phones contacts service_areas attributes organization
    taxonomy_term service_at_locations minimum_age assured_date freq byday dtstart interval opens_at closes_at
    number extension type url size page_number total_pages total_items location
"""
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["MO", "09:00"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6),
    max_leaves=20,
)


@examples(200)
@given(anything, st.lists(st.tuples(st.sampled_from(sorted(service())), anything), max_size=4))
def test_no_json_whatever_is_more_than_told(data: Any, changes: list[tuple[str, Any]]) -> None:
    entries, unread = read({"a.json": data, "b.json": page(service(**dict(changes)), data)}, ON)
    for entry in entries:
        assert entry.key
        assert entry.member.title
    assert all(problem.message for problem in unread)


@pytest.mark.parametrize(
    "content", [gzip.compress(b"[]", mtime=0), bz2.compress(b"[]"), lzma.compress(b"[]"), b"PK\x03\x04"]
)
def test_what_is_packed_is_not_read(content: bytes) -> None:
    entries, (told,) = read({"services.json": content})
    assert (entries, str(told), told.lost) == ([], "services.json: this file is packed", True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.json", "[" + "1," * 1_500_000 + "1]"),
        ("x.jsonl", "[[[[[[[[[[\n" * 150_001),
        ("services.csv", "id\n" * 200_001),
    ],
)
def test_a_file_of_very_many_values_is_not_read(name: str, content: str) -> None:
    entries, (told,) = read({name: content.encode()})
    assert (entries, told.message) == ([], "this file has more than 1,500,000 values, or 200,000 rows")


def test_what_is_wrong_over_and_over_is_counted() -> None:
    reader = ServiceReader(ON)
    assert list(read_directory({"x.json": lambda: b"[" + b"1," * 4_999 + b"1]"}, reader)) == []
    assert (len(reader.unread), reader.unread.left_out.total()) == (1_000, 4_000)


@pytest.mark.parametrize("pages", ["9" * 4_000, "-1"])
def test_a_number_of_pages_that_no_list_has_is_told(pages: str) -> None:
    text = f'{{"contents": [{{"id": "a", "name": "A", "status": "active"}}], "page_number": 1, "total_pages": {pages}}}'
    entries, (told,) = read({"x.json": text.encode()})
    assert (len(entries), told.message) == (1, "a whole number is needed here")


def test_an_address_without_end_is_none() -> None:
    (entry,), (told,) = read({"x.json": [service(url="a." * 500_000 + "example", phones=[], email=None)]})
    assert (entry.member.contact, told.message) == (None, "this is not the address of a page")
