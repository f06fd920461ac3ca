"""How further tables get into a list of tables of a file, such as [[waivers]], without changing the rest of it."""

import tomllib
from collections.abc import Sequence
from typing import Any

from mentorkit.programme.path import Path, dotted
from mentorkit.toml.document import MOST_BYTES, CannotJudgeError, Document
from mentorkit.toml.outline import Outline


def tables_at(document: Document, path: Path) -> Sequence[Any]:
    """The tables of a list of tables that a file has; none where it has no such list.

    Raises:
        CannotJudgeError: where something else than a list stands there, with the place.
    """
    found: Any = document.data
    for part in path:
        found = found.get(part, {} if part != path[-1] else []) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise document.refusal(
            path,
            f"{path[-1]} is not a list of tables here",
            f"take it out, and write each under [[{dotted(path)}]]",
        )
    return found


def with_tables(
    document: Document, path: Path, text: str, data: Sequence[dict[str, Any]], *, by_hand: str, fewer: str
) -> str:
    """The text of a file with more tables in a list of tables, and nothing else of it changed.

    Args:
        document: the file.
        path: of the list, such as ("network", "members").
        text: the tables to put in, with their headers and line ends of one character; they go behind those that are
            there, otherwise at the end.
        data: what the text says, as tomllib reads it, to check the outcome against.
        by_hand: what to do where the file cannot take them.
        fewer: what to do where the file would become too long.

    Raises:
        CannotJudgeError: where it cannot be done in this file, with the place.
    """
    there = tables_at(document, path)
    at = _behind(document, path, there)
    end = "\r\n" if "\r\n" in document.text else "\n"
    added = text.replace("\n", end)
    before, behind = document.text[:at], document.text[at:]
    if before and not before.endswith("\n"):
        before += end
    if before and not before.endswith(end * 2):
        before += end
    if behind and not behind.startswith(("\n", "\r\n")):
        added += end
    name = path[-1]
    whole = before + added + behind
    if len(whole.encode()) > MOST_BYTES:
        message = f"with {len(data):,} {name} more this file would be longer than any programme"
        raise CannotJudgeError(document.name, message, fewer)
    try:
        now: Any = tomllib.loads(whole)
    except tomllib.TOMLDecodeError:
        now = None
    if now != _expected(document.data, path, [*there, *data]):
        message = f"{name} cannot be put into this file without changing the rest of it"
        raise CannotJudgeError(document.name, message, by_hand)
    return whole


def _behind(document: Document, path: Path, there: Sequence[Any]) -> int:
    """Where further tables go: behind the last one and the comments that belong to it, or at the end of the file."""
    text = document.text
    outline = Outline(text, accepted=True)
    stated = outline.get(path)
    if not there:
        if stated:
            raise document.refusal(
                path,
                f"the list of {path[-1]} is complete here, and nothing can be added to it",
                "take this line out",
            )
        return len(text)
    if not (stated and stated.header):
        message = f"the {path[-1]} are in one list here, and nothing can be added to it"
        raise document.refusal(path, message, f"write each under [[{dotted(path)}]]")
    last = (*path, len(there) - 1)
    end = max(entry.value[1] for entry in outline.entries if entry.path[: len(last)] == last)
    at = _next_line(text, end)
    # Comments right behind it belong to it, unless a header follows them at once: then they belong to that.
    further = at
    while text.startswith("#", further):
        further = _next_line(text, further)
    return at if text.startswith("[", further) else further


def _next_line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _expected(data: Any, path: Path, tables: Sequence[Any]) -> dict[str, Any]:
    """What the file has to say afterwards."""
    part, *below = path
    return {**data, part: _expected(data.get(part, {}), tuple(below), tables) if below else list(tables)}
