"""The marks beside the values of documented programmes: which line of which text says so.

A mark is a comment behind a value: `# S3:412`, or for several lines `# S3:412, S3:430-432`. `S0` to `S4` are the texts
of `data/texts.csv`, with lines counted from 1; `W1` and so on are other works, which the comment at the head of the
file names. `# ours: why` is for what no text says. Words of ours may follow a semicolon. The mark of a list stands
behind its `[`, or behind each of its entries.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any, NamedTuple

from mentorkit.programme.path import Path
from mentorkit.toml.document import Document, read_document
from tests.building import ROOT

FILES = sorted([*(ROOT / "examples/documented").rglob("*.toml"), *ROOT.glob("examples/plugins/*/examples/*.toml")])
OF_THE_FORM = (("format",), ("file",), ("programme", "sectors"), ("programme", "part_of"))
"""Keys that say nothing of the programme that a source could say."""

_PLACE = r"(?:S\d:\d+(?:-\d+)?|W\d)"
_MARK = re.compile(rf"# (?:(?P<places>{_PLACE}(?:, {_PLACE})*)|ours(?=:))(?P<words>[;:] \S.*)?")
_WORK = re.compile(r"# ([SW]\d): (.*)")


class Article(NamedTuple):
    """A work, or a part of one text that is a work: the lines that it has in the text, and what it is."""

    text: str
    first: int
    last: int
    address: str
    lines: int
    sha256: str


class Place(NamedTuple):
    """The lines of a text, or another work, which has none."""

    work: str
    first: int = 0
    last: int = 0


class Mark(NamedTuple):
    """What stands beside a value: its places, and whether words of ours follow."""

    places: tuple[Place, ...]
    words: str


class Stated(NamedTuple):
    """A value as a file states it, an entry of a list where each has a mark of its own."""

    path: Path
    value: Any
    line: int
    mark: Mark | None


def articles() -> list[Article]:
    with (File(__file__).parent / "data/texts.csv").open(encoding="utf-8", newline="") as sheet:
        return [
            Article(row["text"], int(row["first"]), int(row["last"]), row["address"], int(row["lines"]), row["sha256"])
            for row in csv.DictReader(sheet)
        ]


def mark_of(comment: str) -> Mark | None:
    """The mark that a comment is, if it is one."""
    found = _MARK.fullmatch(comment.strip().removeprefix(",").strip())
    if not found:
        return None
    return Mark(
        tuple(map(_place, (found["places"] or "").split(", ") if found["places"] else ())), found["words"] or ""
    )


def _place(text: str) -> Place:
    work, _, lines = text.partition(":")
    first, _, last = lines.partition("-")
    return Place(work, int(first), int(last or first)) if lines else Place(work)


def stated(file: File) -> list[Stated]:
    """All values of a file that say something of the programme, with their marks."""
    document = read_document(file.read_bytes(), file.name)
    return list(_stated(document))


def _stated(document: Document) -> Iterator[Stated]:
    outline, text = document.outline, document.text
    for path, entry in sorted(((path, outline[path]) for path in outline), key=lambda each: each[1].value):
        before = text[text.rfind("\n", 0, entry.key[0]) + 1 : entry.key[0]]
        if entry.header or entry.implied or isinstance(path[-1], int) or before.strip():
            continue
        if any(path[: len(of_the_form)] == of_the_form for of_the_form in OF_THE_FORM):
            continue
        start, end = entry.value
        several_lines = "\n" in text[start:end]
        mark = mark_of(_rest(text, start + 1 if several_lines else end))
        value = _at(document.data, path)
        if mark or not several_lines:
            yield Stated(path, value, text.count("\n", 0, start) + 1, mark)
            continue
        for at, each in enumerate(value):
            start, end = outline[*path, at].value
            yield Stated((*path, at), each, text.count("\n", 0, start) + 1, mark_of(_rest(text, end)))


def _rest(text: str, offset: int) -> str:
    """What follows on the line."""
    return text[offset:].partition("\n")[0]


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def works_of(file: File) -> dict[str, str]:
    """The works that the comment at the head of a file names, each under its mark."""
    works: dict[str, str] = {}
    at = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        if found := _WORK.fullmatch(line):
            at = found[1]
            works[at] = found[2]
        elif line.startswith("#     ") and at:
            works[at] += " " + line[6:]
        else:
            at = ""
    return works
