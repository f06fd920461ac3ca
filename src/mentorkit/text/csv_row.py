"""Rows for a spreadsheet, of which no cell is taken for a formula by it."""

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = re.compile(r"(^|[;\t\r\n|])(?=[^\S\t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin to calculate: also behind what some countries separate cells by."""
_OTHER_SEPARATORS = re.compile("[;\t]")
"""By which a spreadsheet may split too, but not within quotes."""


def row(cells: Iterable[str | float | None]) -> str:
    """A row: texts are guarded where a spreadsheet would calculate with them; None is an empty cell."""
    texts = [guarded(cell) if isinstance(cell, str) else cell for cell in cells]
    splits = any(isinstance(cell, str) and _OTHER_SEPARATORS.search(cell) for cell in texts)
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL if splits else csv.QUOTE_MINIMAL).writerow(texts)
    return line.getvalue()


def guarded(cell: str) -> str:
    """A text with an apostrophe before what a spreadsheet would calculate, as a row has it."""
    return _FORMULA.sub(r"\1'", cell)


def without_guard(cell: str) -> str:
    """A text as it was before `guarded`, without spaces around it.

    Examples:
        >>> without_guard(guarded("-C2")), without_guard("'s-Hage")
        ('-C2', "'s-Hage")
    """
    text = cell.strip()
    inside = text[1:]
    return inside if text[:1] == "'" and guarded(inside).startswith(f"'{inside[:1]}") else text
