"""Members as TOML that a service goes on editing, and how they get into a programme without changing the rest of it."""

import textwrap
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import tomli_w

from mentorkit.core.document import MOST_BYTES, CannotJudgeError, Document
from mentorkit.core.places import places
from mentorkit.core.structure import converter
from mentorkit.directories.entry import STATED, Entry

_WORDS = {"assured_on": "when it was last assured", "youngest": "the youngest age", "oldest": "the oldest age"}
_MEMBERS = ("network", "members")
_WIDTH = 120
"""Characters of a line."""


@attrs.frozen
class Known:
    """A service that the programme has already.

    Attributes:
        id: of the member that it has.
        changed: the keys that the directory now says otherwise; those that the programme added itself do not count.
        same_source: whether the member comes from the same record; otherwise only its id is the same.
    """

    id: str
    changed: tuple[str, ...]
    same_source: bool


def member_toml(entry: Entry) -> str:
    """A member as a table of a TOML file, with a comment on what the directory does not say."""
    lines = ["[[network.members]]"]
    missing = [name for name in STATED if getattr(entry.member, name) is None]
    if missing:
        told = ", ".join(_missing(name, entry.why.get(name)) for name in missing)
        lines += _comment(f"the directory does not say: {told}")
    if entry.member.hours and "hours" in entry.why:
        lines += _comment(f"some of its schedules cannot be said as hours of a week: {entry.why['hours']}")
    lines += (_line(name, value) for name, value in _plain(entry).items())
    return "\n".join(lines) + "\n"


def members_toml(entries: Iterable[Entry]) -> str:
    """Members as TOML, one after another."""
    return "\n".join(member_toml(entry) for entry in entries)


def known_already(document: Document, entries: Iterable[Entry]) -> Mapping[str, Known]:
    """Of these, the ones that a programme has already, by the id that they would get."""
    there = [member for member in _members_of(document) if isinstance(member, dict)]
    by_source = {member["source"]: member for member in there if isinstance(member.get("source"), str)}
    by_id = {member["id"]: member for member in there if isinstance(member.get("id"), str)}
    known: dict[str, Known] = {}
    for entry in entries:
        data = _plain(entry)
        member = by_source.get(data["source"]) or by_id.get(data["id"])
        if member is not None:
            changed = tuple(name for name in ("title", *STATED) if name in data and member.get(name) != data[name])
            same = member.get("source") == data["source"]
            known[data["id"]] = Known(str(member.get("id")), changed, same)
    return known


def needs_of(document: Document) -> list[str]:
    """The ids of the needs that a programme declares."""
    network = document.data.get("network")
    needs = network.get("needs") if isinstance(network, dict) else None
    found = [need.get("id") for need in needs if isinstance(need, dict)] if isinstance(needs, list) else []
    return [need for need in found if isinstance(need, str)]


def with_members(document: Document, entries: Sequence[Entry]) -> str:
    """The text of a programme with more members, and nothing else of it changed.

    Args:
        document: the programme.
        entries: what to put in; behind the members that are there, otherwise at the end.

    Raises:
        CannotJudgeError: where it cannot be done in this file, with the place.
    """
    at = _behind_members(document)
    end = "\r\n" if "\r\n" in document.text else "\n"
    added = members_toml(entries).replace("\n", end)
    before, behind = document.text[:at], document.text[at:]
    if before and not before.endswith("\n"):
        before += end
    if before and not before.endswith(end * 2):
        before += end
    if behind and not behind.startswith(("\n", "\r\n")):
        added += end
    text = before + added + behind
    if len(text.encode()) > MOST_BYTES:
        message = f"with {len(entries):,} members more this file would be longer than any programme"
        raise CannotJudgeError(document.name, message, "take fewer, with --need, --area or --age")
    try:
        now: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        now = None
    if now != _expected(document, entries):
        raise CannotJudgeError(
            document.name, "members cannot be put into this file without changing the rest of it", _BY_HAND
        )
    return text


_BY_HAND = "write them to a file of their own with -o, and copy them from there"


def _members_of(document: Document) -> Sequence[Any]:
    """The members of a programme.

    Raises:
        CannotJudgeError: where they are written as something else than a list.
    """
    network = document.data.get("network", {})
    members = network.get("members", []) if isinstance(network, dict) else None
    if not isinstance(members, list):
        raise _refusal(document, "this is no list of tables", "write each member under [[network.members]]")
    return members


def _behind_members(document: Document) -> int:
    """Where further members go: behind the last one and the comments that belong to it, or at the end of the file."""
    members = _members_of(document)
    text = document.text
    if not members:
        if "network" in document.data and document.data["network"].get("members") == []:
            raise _refusal(document, "the list of members is closed here", "take this line out")
        return len(text)
    found = places(text)
    if not text.startswith("[[", found[_MEMBERS].value_start):
        raise _refusal(document, "the members stand in one list here", "write each under [[network.members]]")
    last = (*_MEMBERS, len(members) - 1)
    end = max(place.value_end for path, place in found.items() if path[: len(last)] == last)
    at = _next_line(text, end)
    # Comments right behind it belong to it, unless a header follows them at once: then they belong to that.
    further = at
    while text.startswith("#", further):
        further = _next_line(text, further)
    return at if text.startswith("[", further) else further


def _next_line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _refusal(document: Document, message: str, fix: str) -> CannotJudgeError:
    span = document.span(_MEMBERS)
    return CannotJudgeError(document.name, message, fix, (span.line, span.column) if span else None)


def _expected(document: Document, entries: Iterable[Entry]) -> dict[str, Any]:
    """What the file has to say afterwards."""
    network = dict(document.data.get("network", {}))
    network["members"] = [*network.get("members", []), *(_plain(entry) for entry in entries)]
    return {**document.data, "network": network}


def _plain(entry: Entry) -> dict[str, Any]:
    data: dict[str, Any] = converter().unstructure(entry.member)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in data.items()}


def _line(name: str, value: Any) -> str:
    """A key with its value; a list on one line, where it fits, as people write it."""
    if isinstance(value, list):
        items = (tomli_w.dumps({name: item}).removeprefix(f"{name} = ").rstrip("\n") for item in value)
        line = f"{name} = [{', '.join(items)}]"
        if len(line) <= _WIDTH:
            return line
    return tomli_w.dumps({name: value}).rstrip("\n")


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="#   ")


def _missing(name: str, why: str | None) -> str:
    return _WORDS.get(name, name) + (f" ({why})" if why else "")
