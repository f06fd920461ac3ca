"""Empty sheets to fill in, and what their columns mean."""

from collections.abc import Iterable

from mentorkit.programme.kept_columns import ID
from mentorkit.records.columns import Column
from mentorkit.text.csv_row import row


def empty_sheet(columns: Iterable[Column], id_column: str = ID) -> str:
    """A sheet with the names of the columns and nothing else, as a spreadsheet opens it."""
    return _rows([[id_column, *(column.name for column in columns)]])


def column_guide(
    columns: Iterable[Column], how_to_write_id: str = "text, different in each row", id_column: str = ID
) -> str:
    """A sheet that says of each column what is asked, how to write it, and which rules need it."""
    about_id = [id_column, "what the service calls the record; never a name", how_to_write_id, ""]
    rows = [[c.name, c.description, c.how_to_write, " ".join(c.rules)] for c in columns]
    return _rows([["column", "what is asked", "how to write it; an empty cell is not known", "rules"], about_id, *rows])


def _rows(rows: list[list[str]]) -> str:
    return "\ufeff" + "".join(map(row, rows))  # by which a spreadsheet knows UTF-8
