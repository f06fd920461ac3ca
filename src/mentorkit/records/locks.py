"""Earlier pairs, as `mentorkit match` wrote them and a person marked them: kept, never again, or free to change."""

import csv
import io
from collections.abc import Iterable
from typing import IO, Literal, get_args

import attrs

from mentorkit.records.columns import CellError, read_yes_or_no
from mentorkit.records.pairs_answer import answer_as_sheet
from mentorkit.records.reading import SHEET_NOT_UTF_8, RecordFault, RecordsError, in_plain_words, read_at_once
from mentorkit.text.csv_row import without_guard
from mentorkit.values.seen_text import as_seen

LockWord = Literal["keep", "never", ""]
_ONE_OF = "write keep or never, or leave the cell empty"
PAIR = ("mentee", "mentor")
"""The columns that say who is meant, in a sheet of pairs."""
_MARKS = ("lock", "away")


@attrs.frozen
class Lock:
    """What is said of a pair, or of a person and a session, a shift or an incident.

    Attributes:
        mentee: by id; the session, shift or incident where it is about one.
        mentor: by id; whoever takes it.
        word: keep, never, or empty for a pair that was, and may change.
        row: where it stands.
        away: whether one of the two is away this time, as somebody has marked; of a pair that is never made.
        file: that it stands in.
    """

    mentee: str
    mentor: str
    word: LockWord
    row: int
    away: bool = False
    file: str = ""

    @property
    def place(self) -> str:
        """Where it stands, for messages."""
        return f"{self.file}, row {self.row}" if self.file else f"row {self.row}"


def read_locks(file: IO[bytes], name: str, of: tuple[str, str] = PAIR) -> list[Lock]:
    """Reads a sheet with the columns mentee, mentor and lock, and away if it is there.

    Other columns are passed over, and so are rows without a mentor. A file called .json is an answer of match in JSON.

    Args:
        file: the bytes.
        name: what to call the file.
        of: the columns that say who is meant: such as session and person where the answer was about sessions.

    Raises:
        RecordsError: where it is no such sheet, a lock is none of the words or of nobody, or somebody is marked as away
            whose pair is not locked as never.
    """
    content = text_of_pairs(file, name)
    sheet = answer_as_sheet(content, name, of) if name.lower().endswith(".json") else content
    text = io.StringIO(sheet, newline="")
    head = text.readline()
    text.seek(0)
    rows = csv.DictReader(text, delimiter=max(",;\t", key=head.count), strict=True)
    locks: list[Lock] = []
    try:
        header = rows.fieldnames = columns_of_pairs(rows.fieldnames or (), name, of)
        for column in (*of, *_MARKS):
            if column not in header and column != "away":
                fix = "give the sheet that 'mentorkit match --format csv' wrote"
                raise RecordsError(RecordFault(name, 1, column, "this column is missing", fix))
        for values in rows:
            row = rows.line_num
            mentee, mentor = without_guard(values[of[0]] or ""), without_guard(values[of[1]] or "")
            mark = as_seen(values["lock"] or "")
            if "".join([values.get("") or "", *(values.get(None) or ())]).strip():
                message = "this row has a cell in a column without a name"
                raise RecordsError(RecordFault(name, row, "", message, "give the column a name, or empty the cell"))
            if mark not in get_args(LockWord):
                raise RecordsError(RecordFault(name, row, "lock", "this is not keep or never", _ONE_OF))
            if not mentee or not mentor:
                if mark:
                    message = f"this row has a lock, and its {of[0]} or {of[1]} is empty"
                    raise RecordsError(RecordFault(name, row, "lock", message, "name both, or leave the lock empty"))
                continue
            try:
                away = read_yes_or_no(values.get("away") or "no")
            except CellError as problem:
                raise RecordsError(RecordFault(name, row, "away", str(problem))) from None
            if away and mark != "never":
                message = "only a pair that is locked as never can be about people who are away"
                raise RecordsError(RecordFault(name, row, "away", message, "write never in lock, or empty this cell"))
            locks.append(Lock(mentee, mentor, mark, row, away, name))  # type: ignore[arg-type] # checked against its words
    except csv.Error as problem:
        raise RecordsError(RecordFault(name, rows.line_num or 1, "", *in_plain_words(problem))) from None
    return locks


def text_of_pairs(file: IO[bytes], name: str) -> str:
    """The text of a sheet of pairs.

    Raises:
        RecordsError: where it is not plain text in UTF-8, as that of a program which writes null characters.
    """
    try:
        text = read_at_once(file, name).decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise RecordsError(RecordFault(name, 1, "", *SHEET_NOT_UTF_8))
    return text


def columns_of_pairs(cells: Iterable[str], name: str, of: tuple[str, str] = PAIR) -> list[str]:
    """The names of the columns of a sheet of pairs; those that say who is kept apart are read as a person sees them.

    Raises:
        RecordsError: where one of these is there more than once, in any spelling.
    """
    known = (*of, *_MARKS)
    header = [seen if (seen := as_seen(cell)) in known else cell.strip() for cell in cells]
    for column in known:
        if header.count(column) > 1:
            raise RecordsError(
                RecordFault(name, 1, column, "this column is there more than once", "remove one of them")
            )
    return header
