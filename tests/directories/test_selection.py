"""Which services are taken over, and what they are called."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.directories.selection import Selection, SelectionCriteria, choose

from .services import KEY, page, read, service

BARE = {"description": "", "attributes": None}
SERVICES = [
    service(id="housing", name="Housing Advice"),
    service(id="debt", name="Debt Clinic", description="Money and housing costs", attributes=None, minimum_age=None),
    service(id="youth", name="Youth Club", minimum_age=11, maximum_age=17, **BARE),
    service(id="far", name="Warehousing Course", service_areas=[{"name": "Nearby Vale"}], **BARE),
    service(id="open", name="Café", service_areas=None, minimum_age=None, maximum_age=None, **BARE),
    service(id="gone", name="Old Housing Desk", status="inactive"),
    service(id="dim", name="Dim", status=None, **BARE),
]


def chosen(*services: dict[str, Any], **asked: Any) -> Selection:
    return choose(read({"x.json": page(*(services or SERVICES))})[0], SelectionCriteria(**asked), "the directory")


def keys(choice: Selection) -> set[str]:
    return {entry.key for entry in choice.entries}


@pytest.mark.parametrize(
    ("asked", "kept", "left_out"),
    [
        ({}, {"housing", "debt", "youth", "far", "open", "dim"}, {"not active": 1}),
        ({"inactive": True}, {"housing", "debt", "youth", "far", "open", "gone", "dim"}, {}),
        ({"needs": ["HOUSING"]}, {"housing", "debt"}, {"not active": 1, "another need": 4}),
        ({"needs": ["T10"]}, {"housing"}, {"not active": 1, "another need": 5}),
        ({"needs": ["housing  costs", "café"]}, {"debt", "open"}, {"not active": 1, "another need": 4}),
        ({"needs": ["c++"]}, set(), {"not active": 1, "another need": 6}),
        (
            {"areas": ["vale"]},
            {"far"},
            {"not active": 1, "another area": 4, "area not stated": 1},
        ),
        ({"areas": ["vale"], "unstated": True}, {"far", "open"}, {"not active": 1, "another area": 4}),
        (
            {"ages": [17]},
            {"debt", "youth"},
            {"not active": 1, "another age": 3, "ages not stated": 1},
        ),
        ({"ages": [17], "unstated": True}, {"debt", "youth", "open"}, {"not active": 1, "another age": 3}),
        ({"ages": [17, 18]}, {"debt"}, {"not active": 1, "another age": 4, "ages not stated": 1}),
    ],
)
def test_what_is_asked_decides_and_what_is_left_out_is_counted(
    asked: dict[str, Any], kept: set[str], left_out: dict[str, int]
) -> None:
    choice = chosen(**asked)
    assert keys(choice) == kept
    assert choice.left_out == left_out
    assert choice.read == len(SERVICES) == len(kept) + sum(left_out.values())


def test_only_a_term_that_the_user_named_says_which_need_is_met() -> None:
    choice = chosen(meets={"home": ["housing advice"], "money": ["debt"], "roof": ["T10", "T11"]})
    met = {entry.key: entry.member.meets for entry in choice.entries}
    assert met == {**dict.fromkeys(met), "housing": ("home", "roof")}


def test_what_is_missing_is_counted_with_the_reason() -> None:
    monthly = [{"freq": "MONTHLY", "byday": "1TU", "opens_at": "14:00", "closes_at": "16:00"}]
    choice = chosen(service(id="a", schedules=monthly), service(id="b", schedules=None), service(id="c", url=None))
    assert choice.missing["hours"] == 2
    assert choice.reasons("hours") == {"not every week": 1}
    assert sum(choice.missing.values()) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"minimum_age": 21},
        {"status": "inactive"},
        {"name": "Another"},
        {"description": "Something else"},
        {"phones": [{"number": "01632 960009"}]},
        {"email": "another@directory.example"},
    ],
)
def test_records_of_one_service_that_differ_are_left_out_in_any_order(change: dict[str, Any]) -> None:
    records = [service(), service(**change)]
    for ordered in (records, records[::-1]):
        choice = choose(read({"1.json": ordered})[0], SelectionCriteria(), "d")
        assert (choice.entries, choice.differing, choice.left_out) == ([], (KEY,), {"records that differ": 1})


def test_records_of_one_service_are_taken_together() -> None:
    brief = service(schedules=None, service_areas=None, attributes=None, phones=None)
    choice = choose(read({"1.json": page(brief), "2.json": service()})[0], SelectionCriteria(needs=["T10"]), "d")
    (entry,) = choice.entries
    assert choice.read == 1
    assert (entry.member.areas, str(entry.member.hours)) == (("Exampleton",), "Monday to Tuesday 09:00 to 17:00")
    assert entry.text.count("Help to find a home") == 1


def test_ids_come_from_names_and_do_not_depend_on_what_is_asked() -> None:
    twice = [service(id="1234567890", name="Drop-in!"), service(id="abcdefghij", name="drop in", status="inactive")]
    (alone,) = chosen(twice[0]).entries
    assert alone.member.id == "drop-in"
    (kept,) = chosen(*twice).entries
    assert kept.member.id == "drop-in-12345678"
    assert kept.member.source == "the directory, service 1234567890"
    both = chosen(*reversed(twice), inactive=True).entries
    assert [entry.member.id for entry in both] == ["drop-in-12345678", "drop-in-abcdefgh"]


names = st.sampled_from(["a", "A", "a 1", "!", "é", "a-1"]) | st.text(min_size=1, max_size=3)

apart = st.text("aA1é-!", min_size=1, max_size=3)  # that stay apart when a directory is read


@given(st.lists(st.tuples(apart, names), max_size=8), st.randoms())
def test_every_service_has_an_id_of_its_own_whatever_the_order(made: list[tuple[str, str]], random: Any) -> None:
    services = [service(id=key, name=name) for key, name in dict(made).items()]
    found = {entry.key: entry.member.id for entry in chosen(*services, service(id="last")).entries}
    assert len(set(found.values())) == len(found)
    assert all(found.values())
    random.shuffle(services)
    assert {entry.key: entry.member.id for entry in chosen(service(id="last"), *services).entries} == found
