"""Members as TOML, and how they get into a programme."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.directories.entry import DirectoryEntry
from mentorkit.directories.members import ExistingMember, known_already, member_toml, members_toml, with_members
from mentorkit.directories.selection import SelectionCriteria, choose
from mentorkit.toml.document import CannotJudgeError, read_document
from mentorkit.toml.structure import read_programme

from .services import page, read, service

ADDED = """\
[[network.members]]
# the directory does not say: hours (not every week)
id = "housing-advice"
title = "Housing Advice"
kind = "service"
part = "partner"
meets = ["housing"]
external = true
organisation = "The Council"
contact = "telephone 01632 960001"
status = "active"
assured_on = 2026-09-01
youngest = 18
oldest = 65
areas = ["Exampleton"]
source = "a directory, service ac0c2a2e-0000-4000-8000-000000000001"
"""
MONTHLY = [{"freq": "MONTHLY", "byday": "1TU", "opens_at": "14:00", "closes_at": "16:00"}]


def entries(*services: dict[str, Any]) -> list[DirectoryEntry]:
    given = page(*(services or [service(schedules=MONTHLY)]))
    wanted = SelectionCriteria(meets={"housing": ["Housing advice"]})
    return list(choose(read({"x.json": given})[0], wanted, "a directory").entries)


def added_to(text: str, *services: dict[str, Any]) -> str:
    return with_members(read_document(text.encode(), "p.toml"), entries(*services))


def test_a_member_is_written_as_people_write_it_with_what_is_missing() -> None:
    assert members_toml(entries()) == ADDED


def test_a_long_list_and_a_long_comment_go_over_several_lines() -> None:
    areas = [{"name": f"The parish of Example number {number}"} for number in range(9)]
    (entry,) = entries(service(service_areas=areas, url=None, phones=None, email=None, assured_date=None, status=None))
    text = member_toml(entry)
    assert all(len(line) <= 120 for line in text.splitlines())
    assert tomllib.loads(text)["network"]["members"][0]["areas"] == [area["name"] for area in areas]


def test_hours_that_are_not_all_say_so() -> None:
    weekly = service()["schedules"]
    (entry,) = entries(service(schedules=weekly + MONTHLY))
    assert "# some of its schedules cannot be said as hours of a week: not every week\n" in member_toml(entry)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ADDED),
        ("a = 1", f"a = 1\n\n{ADDED}"),
        ("a = 1\n\n", f"a = 1\n\n{ADDED}"),
        ("[network]\nspan = 8 # why\n\n[outcomes]\n", f"[network]\nspan = 8 # why\n\n[outcomes]\n\n{ADDED}"),
        (
            '[[network.members]]\nid = "a" # first\n# more of it\n\n# links\n[[network.links]]\nfrom = "a"\n',
            '[[network.members]]\nid = "a" # first\n# more of it\n\n'
            f'{ADDED}\n# links\n[[network.links]]\nfrom = "a"\n',
        ),
        (
            '[[network.members]]\nid = "a"\n# links\n[[network.links]]\nfrom = "a"\n',
            f'[[network.members]]\nid = "a"\n\n{ADDED}\n# links\n[[network.links]]\nfrom = "a"\n',
        ),
        (
            '[[network.members]]\nareas = [\n "b", # b\n]\n[training]\n[[network.members]]\nid = "c"',
            '[[network.members]]\nareas = [\n "b", # b\n]\n[training]\n[[network.members]]\nid = "c"\n\n' + ADDED,
        ),
        ("[[network.members]]\n[outcomes]\n", f"[[network.members]]\n\n{ADDED}\n[outcomes]\n"),
    ],
)  # fmt: skip
def test_members_go_behind_those_that_are_there_and_nothing_else_changes(before: str, after: str) -> None:
    assert added_to(before) == after


def test_line_ends_stay_as_they_are() -> None:
    text = added_to('[[network.members]]\r\nid = "a"\r\n[outcomes]\r\n')
    assert text.count("\n") == text.count("\r\n") == 2 + ADDED.count("\n") + 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[network]\nmembers = [{ id = "a" }]\n', "p.toml:2:11: the members are in one list here"),
        (
            "[network]\nmembers = []\n",
            "p.toml:2:11: the list of members is complete here, and nothing can be added to it",
        ),
        ('[network]\nmembers = "a"\n', "p.toml:2:11: members is not a list of tables here"),
        ("[network.members]\n", "p.toml:1:1: members is not a list of tables here"),
        ("network = 7\n", "p.toml:1:11: members is not a list of tables here"),
        ("network = { span = 8 }\n", "p.toml: members cannot be put into this file without changing the rest of it"),
    ],
)
def test_a_file_that_cannot_take_them_is_refused_with_the_place(text: str, said: str) -> None:
    with pytest.raises(CannotJudgeError) as refused:
        added_to(text)
    assert str(refused.value).startswith(said)


def test_more_than_a_programme_can_hold_is_refused() -> None:
    many = [service(id=f"{number}", name="Housing " * 100) for number in range(1000)]
    with pytest.raises(CannotJudgeError, match="with 1,000 members more this file would be longer than any programme"):
        added_to("a = 1\n", *many)


def test_what_a_programme_has_already_is_known_by_its_source_or_its_id() -> None:
    text = added_to("", service(), service(id="2", name="Shelter"))
    text = text.replace('id = "housing-advice"', 'id = "our housing team"').replace("service 2", "service 3")
    text = text.replace("oldest = 65", "oldest = 70\npaid = true")
    again = entries(service(), service(id="2", name="Shelter"), service(id="9", name="Debt"))
    assert known_already(read_document(text.encode(), "p.toml"), again) == {
        "housing-advice": ExistingMember("our housing team", ("oldest",), same_source=True),
        "shelter": ExistingMember("shelter", ("oldest",), same_source=False),
    }


texts = st.text(max_size=20) | st.sampled_from(['"', "\\", "'''", '"""', "# no", "[x]", "a\nb", "\x7f", "\u2028", "é"])
PARTS = (
    "# a comment",
    "",
    "  ",
    '[programme]\nname = "x"',
    "[network]\nspan = 8",
    '[[network.needs]]\nid = "housing"',
    '[[network.members]]\nid = "x" # so',
    '[[network.members]]\n\n# later\nareas = [ # two\n "a",\n]',
    '[[network.links]]\nfrom = "x"\n# and so on',
    "[network.substance]",
    "[outcomes]",
)
programmes = st.lists(st.sampled_from(PARTS), max_size=8)


@given(programmes, st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=3), st.sampled_from(["\n", "\r\n"]))
def test_whatever_the_file_and_the_service_only_members_are_added(
    parts: list[str], made: list[tuple[str, str, str]], end: str
) -> None:
    before = end.join(parts).replace("\r\n", "\n").replace("\n", end)
    try:
        document = read_document(before.encode(), "p.toml")
    except CannotJudgeError:
        return  # a table twice
    services = [
        service(id=f"{number}", name=f"x{name}", service_areas=[{"name": area}], organization={"name": owner})
        for number, (name, area, owner) in enumerate(made)
    ]
    found = entries(*services)
    text = with_members(document, found)
    now = tomllib.loads(text)
    members = now["network"].pop("members")
    there = document.data.get("network", {}).get("members", [])
    assert members[: len(there)] == there
    assert [member["title"] for member in members[len(there) :]] == [entry.member.title for entry in found]
    assert now == {
        **document.data,
        "network": {name: value for name, value in document.data.get("network", {}).items() if name != "members"},
    }
    assert "\r\n" not in before or text.count("\n") == text.count("\r\n")
    head, _, tail = text.replace("\r\n", "\n").partition(members_toml(found))
    assert [line for line in (head + tail).split("\n") if line] == [line for line in before.split(end) if line]
    programme, faults = read_programme({"network": {"members": members[len(there) :]}}, {})
    assert faults == []
    assert programme.network.members == tuple(entry.member for entry in found)
