"""The answer of `mentorkit match` in JSON, as the sheet of pairs that it also writes."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from mentorkit.records.reading import RecordFault, RecordsError, no_key_twice
from mentorkit.text.words import shortened
from mentorkit.values.seen_text import as_seen

_OF_ANSWER = ("pairs", "never")
_OF_PAIR = ("lock", "kept", "away")


def answer_as_sheet(answer: str, name: str, of: tuple[str, str]) -> str:
    """The pairs of an answer in JSON, and those that are never made, each in a row of a sheet; marks may be added.

    Args:
        answer: the text.
        name: what the file is called.
        of: the keys that say who is meant, such as mentee and mentor.

    Raises:
        RecordsError: where it is no such answer, or a never in it would be lost or could be meant in two ways.
    """
    try:
        data = json.loads(answer, object_pairs_hook=no_key_twice)
        rows = [
            (each[of[0]], each[of[1]], each.get("lock", "keep" if each.get("kept") else ""), "")
            for each in data["pairs"]
        ]
        rows += [
            (each[of[0]], each[of[1]], "never", "yes" if each.get("away") is True else "") for each in data["never"]
        ]
        readable = all(isinstance(cell, str) and "\0" not in cell for row in rows for cell in row)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        readable = False
    if not readable:
        fix = "give the file as 'mentorkit match --format json' wrote it, or the sheet of --format csv"
        raise RecordsError(RecordFault(name, 0, "", "this is not an answer of match in JSON", fix))
    problems = [_misleading(data, _OF_ANSWER), *(_contradiction(each, of) for each in data["pairs"])]
    problems += [_misleading(each, (*of, *_OF_PAIR)) for each in data["never"]]
    if problem := next(filter(None, problems), ""):
        raise RecordsError(RecordFault(name, 0, "", problem, "correct or remove one of them"))
    sheet = io.StringIO()
    csv.writer(sheet).writerows([(*of, "lock", "away"), *rows])
    return sheet.getvalue()


def _misleading(table: Mapping[str, Any], known: Iterable[str]) -> str:
    """What is wrong with a key that a person takes for a known one; empty where there is none."""
    key = next((key for key in table if key not in known and as_seen(key) in known), "")
    return f'"{shortened(key)}" is not read, and looks like "{as_seen(key)}"' if key else ""


def _contradiction(pair: Mapping[str, Any], of: tuple[str, str]) -> str:
    """What is wrong with a pair of which a lock would be lost, or is one of two; empty where all is well."""
    if pair.get("kept") is True and as_seen(pair.get("lock", "")) == "never":
        return f'{pair[of[0]]} and {pair[of[1]]} have "kept": true and "lock": "never"'
    return _misleading(pair, (*of, *_OF_PAIR))
