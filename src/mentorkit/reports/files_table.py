"""A table of several files, the worst first: what each has to be put right and decided, and whether it may start."""

from collections.abc import Iterator
from typing import NamedTuple

from mentorkit.reports.counts import number_of
from mentorkit.reports.report_writer import Judged
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.open_point import is_open
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
    def worst_first(self) -> tuple[object, ...]:
        numbers = (self.to_put_right, self.to_decide, self.worthwhile, self.to_confirm)
        return (self.judged, self.safe, *(-number for number in numbers), self.file)

    @property
    def cells(self) -> tuple[str, ...]:
        if not self.judged:
            return ("-", "-", "-", "-", "not judged", visible(self.file))
        numbers = (self.to_put_right, self.to_decide, self.worthwhile, self.to_confirm)
        return (*map(str, numbers), "safe" if self.safe else "not safe", visible(self.file))


class FilesTable:
    """The table, made file by file."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []

    def add(self, judged: Judged) -> None:
        """Adds a file."""
        if isinstance(judged, CannotJudgeError):
            self._rows.append(_Row(judged.file, judged=False))
            return
        found = [each for each in judged.findings if not each.waived and each not in judged.unconfirmed]
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

    def lines(self) -> Iterator[str]:
        """The table with its headings, the worst file first."""
        rows = [_HEADINGS, *(row.cells for row in sorted(self._rows, key=lambda row: row.worst_first))]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for *numbers, start, file in rows:
            right = (f"{number:>{width}}" for number, width in zip(numbers, widths, strict=False))
            yield "  ".join([*right, f"{start:<{widths[-2]}}", file])
