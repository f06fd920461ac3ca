"""What stands inside services under an id of its own, and says different things."""

import json
from typing import Any

import pytest

from mentorkit.directories.entry import ServiceReader
from mentorkit.directories.reading import read_directory
from mentorkit.directories.selection import Selection, SelectionCriteria, choose
from tests.directories.services import ON, page, service


def chosen(*services: dict[str, Any]) -> tuple[Selection, list[tuple[str, str]]]:
    """What is selected of some services, and what differs inside them."""
    reader = ServiceReader(ON)
    content = json.dumps(page(*services)).encode()
    entries = read_directory({"x.json": lambda: content}, reader)
    return choose(entries, SelectionCriteria(), "a directory", reader.differing.keys), list(reader.differing.keys)


@pytest.mark.parametrize(
    ("name", "key", "change"),
    [
        ("organisation", ("organisation", "o"), {"organization": {"id": "o", "name": "Another council"}}),
        ("contact", ("telephone", "p"), {"phones": [{"id": "p", "number": "01632 960009"}]}),
        (
            "hours",
            ("schedule", "s"),
            {"schedules": [{"id": "s", "freq": "WEEKLY", "byday": "SU", "opens_at": "09:00", "closes_at": "17:00"}]},
        ),
        ("areas", ("area", "a"), {"service_areas": [{"id": "a", "name": "Elsewhere"}]}),
    ],
)
def test_of_two_records_of_one_id_that_differ_neither_is_taken_over(
    name: str, key: tuple[str, str], change: dict[str, Any]
) -> None:
    others: dict[str, Any] = {"id": "3", "organization": None, "phones": [], "schedules": [], "service_areas": []}
    services = service(), service(id="2", **change), service(**others)
    for order in (services, services[::-1]):
        selection, differing = chosen(*order)
        assert differing == [key]
        said = {entry.key: getattr(entry.member, name) for entry in selection.entries}
        assert (said[services[0]["id"]], said["2"]) == (None, None)
        assert {entry.why.get(name) for entry in selection.entries if entry.key != "3"} == {"records that differ"}


def test_a_contact_that_is_a_person_in_one_record_and_another_in_the_next_is_not_taken_over() -> None:
    desk = {"id": "c", "phones": [{"number": "01632 960002", "type": "voice"}]}
    one, two = ({"phones": None, "contacts": [{**desk, "name": name}]} for name in ("A", "B"))
    selection, differing = chosen(service(**one), service(id="2", **two))
    assert differing == [("contact", "c")]
    assert [entry.member.contact for entry in selection.entries] == [None, None]


def test_records_that_say_more_or_less_do_not_differ() -> None:
    brief = service(id="2", organization={"id": "o"}, phones=[{"id": "p", "number": "01632 960001"}])
    selection, differing = chosen(service(), brief)
    assert differing == []
    assert {entry.member.organisation for entry in selection.entries} == {"The Council", None}
