"""Rows for a spreadsheet, of which no cell is taken for a formula by it."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@")


def row(cells: Iterable[str | float | None]) -> str:
    """A row: texts are guarded where a spreadsheet would calculate with them; None is an empty cell."""
    line = io.StringIO()
    csv.writer(line).writerow(
        [f"'{cell}" if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA) else cell for cell in cells]
    )
    return line.getvalue()
