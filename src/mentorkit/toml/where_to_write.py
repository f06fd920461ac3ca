"""Where in a file to write what it does not state: the line of its blank, or the place where it belongs."""

import re
from functools import lru_cache

import attrs

from mentorkit.programme.path import Path, dotted
from mentorkit.toml.document import Document

_BLANK = re.compile(r"# ?(\w+) =")
_HEADER = re.compile(r"#?\[+([\w.-]+)\]+\s*(?:#.*)?$")


@attrs.frozen
class WhereToWrite:
    """A place for something to be written.

    Attributes:
        line: that it is on already, as a value or commented out, or else the last one of its table; None where the
            table is not there.
        words: the place in words, such as "line 12" or "in [supervision], after line 120".
        beside_key: the same beside the whole key, which names the table: "after line 120".
        on_line: whether it is on that line already.
    """

    line: int | None
    words: str
    beside_key: str
    on_line: bool = False


def where_to_write(document: Document, path: Path) -> WhereToWrite:
    r"""Where to write what stands at a path, or belongs there.

    Examples:
        >>> from mentorkit.toml.document import read_document
        >>> file = read_document(b"[training]\n#length = '8 weeks'\ntopics = []\n", "ours.toml")
        >>> [where_to_write(file, path).words for path in (("training", "length"), ("training", "award"), ("staff",))]
        ['line 2', 'in [training], after line 3', 'in a new table [staff]']
    """
    if path[1:2] == ("collects",):
        path = path[:2]
    if path in document.outline:
        line = document.span(path)
        return _on_line(line.line) if line else WhereToWrite(None, "in a new table", "in a new table")
    blanks, ends = _blanks_and_ends(document.text)
    if line_of_blank := blanks.get(path):
        return _on_line(line_of_blank)
    for length in range(len(path) - 1, 0, -1):
        around = path[:length]
        if around in document.outline and (span := document.span(around)):
            end = ends.get(span.line, span.line)
            name = f"[{dotted(around)}]" if all(isinstance(part, str) for part in around) else dotted(around)
            return WhereToWrite(end, f"in {name}, after line {end}", f"after line {end}")
    around = path[:-1] or path
    if not around:
        return WhereToWrite(None, "in the file", "in the file")
    return WhereToWrite(None, f"in a new table [{dotted(around)}]", "in a new table")


def _on_line(line: int) -> WhereToWrite:
    return WhereToWrite(line, f"line {line}", f"line {line}", on_line=True)


@lru_cache(maxsize=4)
def _blanks_and_ends(text: str) -> tuple[dict[Path, int], dict[int, int]]:
    """The line of each key and header that is commented out, and by the line of a live header the last of its table."""
    blanks: dict[Path, int] = {}
    ends: dict[int, int] = {}
    table: Path = ()
    live = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = tuple(header[1].split("."))
            if line[0] == "#":
                blanks.setdefault(table, number)
            else:
                live = number
        elif blank := _BLANK.match(line):
            blanks.setdefault((*table, blank[1]), number)
        if live and line.strip() and (line[0] != "#" or number == live):
            ends[live] = number
    return blanks, ends
