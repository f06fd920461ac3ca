"""The answer of `mentorkit match` in JSON, as the sheet of pairs that it also writes."""

import csv
import io
import json

from mentorkit.records.reading import RecordFault, RecordsError


def answer_as_sheet(answer: str, name: str) -> str:
    """The pairs of an answer in JSON, and those that are never made, each in a row of a sheet; marks may be added.

    Args:
        answer: the text.
        name: what the file is called.

    Raises:
        RecordsError: where it is no such answer.
    """
    try:
        data = json.loads(answer)
        rows = [
            (each["mentee"], each["mentor"], each.get("lock", "keep" if each.get("kept") else ""), "")
            for each in data["pairs"]
        ]
        rows += [
            (each["mentee"], each["mentor"], "never", "yes" if each.get("away") is True else "")
            for each in data["never"]
        ]
        readable = all(isinstance(cell, str) for row in rows for cell in row)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        readable = False
    if not readable:
        fix = "give the file as 'mentorkit match --format json' wrote it, or the sheet of --format csv"
        raise RecordsError(RecordFault(name, 0, "", "this is not an answer of match in JSON", fix))
    sheet = io.StringIO()
    csv.writer(sheet).writerows([("mentee", "mentor", "lock", "away"), *rows])
    return sheet.getvalue()
