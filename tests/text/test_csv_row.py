"""No cell of a sheet is taken for a formula, in whatever way a spreadsheet separates cells."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.text.csv_row import row
from tests.examples import examples


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        (" @a", "' @a"),
        ("x;=1+1", "x;'=1+1"),
        ("x\t-1", "x\t'-1"),
        ("x\n+1", "x\n'+1"),
        ("\uff1d1", "'\uff1d1"),
        ("a-b;c", "a-b;c"),
    ],
)
def test_a_cell_is_guarded_where_a_spreadsheet_would_calculate(cell: str, written: str) -> None:
    assert next(csv.reader(io.StringIO(row([cell]), newline=""))) == [written]


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        (["a", 1, None, "b c"], "a,1,,b c\r\n"),
        (["a, b", ""], '"a, b",\r\n'),
        (["a; b", 1, None], '"a; b","1",""\r\n'),
        (["a\tb", 'c"'], '"a\tb","c"""\r\n'),
    ],
)
def test_a_row_is_quoted_where_a_spreadsheet_might_split_a_cell(cells: list[str | float | None], written: str) -> None:
    assert row(cells) == written


@examples(100)
@given(st.lists(st.text("=+-@;,\t\n\r'\"a |"), min_size=1))
def test_no_cell_begins_a_formula_however_it_is_split(cells: list[str]) -> None:
    for cell in next(csv.reader(io.StringIO(row(cells), newline="")), []):
        for part in re.split("[;\\t\\r\\n|]", cell):
            assert not part.strip().startswith(("=", "+", "-", "@"))
