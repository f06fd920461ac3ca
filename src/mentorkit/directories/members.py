"""Members as TOML that a service goes on editing, and how they get into a programme without changing the rest of it."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from mentorkit.directories.entry import STATED, DirectoryEntry
from mentorkit.toml.append_tables import tables_at, with_tables
from mentorkit.toml.document import Document
from mentorkit.toml.edits import escaped_line
from mentorkit.toml.structure import converter

_WORDS = {"assured_on": "when it was last assured", "youngest": "the youngest age", "oldest": "the oldest age"}
_MEMBERS = ("network", "members")
_WIDTH = 120
"""Characters of a line."""


@attrs.frozen
class ExistingMember:
    """A service that the programme has already.

    Attributes:
        id: of the member that it has.
        changed: the keys that the directory now says otherwise; those that the programme added itself do not count.
        same_source: whether the member comes from the same record; otherwise only its id is the same.
    """

    id: str
    changed: tuple[str, ...]
    same_source: bool


def member_toml(entry: DirectoryEntry) -> str:
    """A member as a table of a TOML file, with a comment on what the directory does not say."""
    lines = ["[[network.members]]"]
    missing = [name for name in STATED if getattr(entry.member, name) is None]
    if missing:
        gaps = ", ".join(_missing(name, entry.why.get(name)) for name in missing)
        lines += _comment(f"the directory does not say: {gaps}")
    if entry.member.hours and "hours" in entry.why:
        lines += _comment(f"some of its schedules cannot be said as hours of a week: {entry.why['hours']}")
    lines += (_line(name, value) for name, value in _plain(entry).items())
    return "\n".join(lines) + "\n"


def members_toml(entries: Iterable[DirectoryEntry]) -> str:
    """Members as TOML, one after another."""
    return "\n".join(member_toml(entry) for entry in entries)


def known_already(document: Document, entries: Iterable[DirectoryEntry]) -> Mapping[str, ExistingMember]:
    """Of these, the ones that a programme has already, by the id that they would get."""
    there = [member for member in tables_at(document, _MEMBERS) if isinstance(member, dict)]
    by_source = {member["source"]: member for member in there if isinstance(member.get("source"), str)}
    by_id = {member["id"]: member for member in there if isinstance(member.get("id"), str)}
    known: dict[str, ExistingMember] = {}
    for entry in entries:
        data = _plain(entry)
        member = by_source.get(data["source"]) or by_id.get(data["id"])
        if member is not None:
            changed = tuple(name for name in ("title", *STATED) if name in data and member.get(name) != data[name])
            same = member.get("source") == data["source"]
            known[data["id"]] = ExistingMember(str(member.get("id")), changed, same)
    return known


def needs_of(document: Document) -> list[str]:
    """The ids of the needs that a programme declares."""
    network = document.data.get("network")
    needs = network.get("needs") if isinstance(network, dict) else None
    found = [need.get("id") for need in needs if isinstance(need, dict)] if isinstance(needs, list) else []
    return [need for need in found if isinstance(need, str)]


def with_members(document: Document, entries: Sequence[DirectoryEntry]) -> str:
    """The text of a programme with more members, and nothing else of it changed.

    Args:
        document: the programme.
        entries: what to put in; behind the members that are there, otherwise at the end.

    Raises:
        CannotJudgeError: where it cannot be done in this file, with the place.
    """
    return with_tables(
        document,
        _MEMBERS,
        members_toml(entries),
        [_plain(entry) for entry in entries],
        by_hand="write them to a file of their own with -o, and copy them from there",
        fewer="take fewer, with --need, --area or --age",
    )


def _plain(entry: DirectoryEntry) -> dict[str, Any]:
    data: dict[str, Any] = converter().unstructure(entry.member)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in data.items()}


def _line(name: str, value: Any) -> str:
    """A key with its value; a list on one line, where it fits, as people write it."""
    if isinstance(value, list):
        items = (escaped_line(name, item).removeprefix(f"{name} = ") for item in value)
        line = f"{name} = [{', '.join(items)}]"
        if len(line) <= _WIDTH:
            return line
    return escaped_line(name, value)


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="#   ")


def _missing(name: str, why: str | None) -> str:
    return _WORDS.get(name, name) + (f" ({why})" if why else "")
