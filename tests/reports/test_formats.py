"""The table of formats: every entry leads to what writes it, and the command line offers what the table has."""

import inspect

import pytest

from mentorkit.reports import formats
from mentorkit.reports.decisions import Decisions
from mentorkit.reports.formats import Formats, ReportFormat, format_of_file
from mentorkit.reports.report_writer import ReportOptions

TABLES = {name: table for name, table in vars(formats).items() if name.isupper() and isinstance(table, dict)}
ENTRIES = {f"{name} {form}": (name, entry) for name, table in TABLES.items() for form, entry in table.items()}


@pytest.mark.parametrize(("table", "entry"), ENTRIES.values(), ids=ENTRIES)
def test_every_entry_leads_to_what_writes_it(table: str, entry: ReportFormat) -> None:
    writer = entry.load()
    parameters = list(inspect.signature(writer).parameters.values())
    assert len(parameters) == 1
    if table == "FINDINGS":
        assert parameters[0].annotation is ReportOptions
        assert {"add", "end"} <= set(dir(writer))
    elif table == "DECISIONS":
        assert issubclass(writer, Decisions)
    else:
        assert inspect.signature(writer).return_annotation is str


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_ending_of_a_file_says_its_format(table: Formats) -> None:
    assert format_of_file("answer.txt", table) == "text"
    assert format_of_file("ANSWER.JSON", table) == "json"
    assert format_of_file("answer.docx", table) is None
