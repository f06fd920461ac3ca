"""A table of several files, the worst first: what each has to be put right and decided, and whether it may start.

Where the terminal is too narrow for it, each file has a line in words instead, which goes on below.
"""

from collections.abc import Iterator
from typing import NamedTuple

from mentorkit.reports.counts import number_of
from mentorkit.reports.report_writer import Judged
from mentorkit.reports.style import Layout, cells
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.open_point import is_open
from mentorkit.validation.report import is_unconfirmed
from mentorkit.validation.safe_to_start import open_for_start

_HEADINGS = ("to put right", "to decide", "worth doing", "to confirm", "to start", "file")


class _Row(NamedTuple):
    """A file; where it could not be judged, it has no numbers."""

    file: str
    to_put_right: int = 0
    to_decide: int = 0
    worthwhile: int = 0
    to_confirm: int = 0
    safe: bool = False
    judged: bool = True

    @property
    def numbers(self) -> tuple[int, ...]:
        return (self.to_put_right, self.to_decide, self.worthwhile, self.to_confirm)

    @property
    def worst_first(self) -> tuple[object, ...]:
        return (self.judged, self.safe, *(-number for number in self.numbers), self.file)

    @property
    def cells(self) -> tuple[str, ...]:
        numbers = map(str, self.numbers) if self.judged else ("-",) * len(self.numbers)
        return (*numbers, self._verdict, visible(self.file))

    @property
    def in_words(self) -> str:
        counts = [f"{number} {words}" for number, words in zip(self.numbers, _HEADINGS, strict=False) if number]
        start = f"{self._verdict} to start" if self.judged else self._verdict
        return f"{visible(self.file)}: {', '.join([start, *counts])}"

    @property
    def _verdict(self) -> str:
        if not self.judged:
            return "not judged"
        return "safe" if self.safe else "not safe"


class FilesTable:
    """The table, made file by file."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []

    def add(self, judged: Judged) -> None:
        """Adds a file."""
        if isinstance(judged, CannotJudgeError):
            self._rows.append(_Row(judged.file, judged=False))
            return
        found = [each for each in judged.findings if not each.waived and not is_unconfirmed(each)]
        errors = [each for each in found if each.severity == "error"]
        self._rows.append(
            _Row(
                judged.document.name,
                to_put_right=number_of(each for each in errors if not is_open(each)),
                to_decide=number_of(each for each in errors if is_open(each)),
                worthwhile=number_of(each for each in found if each.severity == "warning"),
                to_confirm=number_of(judged.unconfirmed),
                safe=not open_for_start(judged),
            )
        )

    def lines(self, layout: Layout) -> Iterator[str]:
        """The table with its headings, or a line for each file; the worst file first."""
        files = sorted(self._rows, key=lambda row: row.worst_first)
        rows = [_HEADINGS, *(row.cells for row in files)]
        widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
        if layout.width is not None and sum(widths) + 2 * (len(widths) - 1) > layout.width:
            yield from (layout.fold("", row.in_words, 2) for row in files)
            return
        for *numbers, start, file in rows:
            right = (f"{number:>{width}}" for number, width in zip(numbers, widths, strict=False))
            yield "  ".join([*right, f"{start:<{widths[-2]}}", file])
