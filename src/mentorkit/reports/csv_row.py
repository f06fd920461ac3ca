"""Rows for a spreadsheet, of which no cell is taken for a formula by it."""

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = re.compile(r"(^|[;\t\r\n|])(?=[^\S\t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin to calculate: also behind what some countries separate cells by."""


def row(cells: Iterable[str | float | None]) -> str:
    """A row: texts are guarded where a spreadsheet would calculate with them; None is an empty cell."""
    line = io.StringIO()
    csv.writer(line).writerow([_guarded(cell) if isinstance(cell, str) else cell for cell in cells])
    return line.getvalue()


def _guarded(cell: str) -> str:
    return _FORMULA.sub(r"\1'", cell)
