"""The pairs that `mentorkit match` wrote, as records that the rules of matching can be asked about."""

import csv
import io
from collections.abc import Iterator
from typing import IO

import attrs

from mentorkit.programme.kept_columns import ID
from mentorkit.records.locks import columns_of_pairs, text_of_pairs
from mentorkit.records.reading import RecordFault, RecordsError, in_plain_words
from mentorkit.text.csv_row import without_guard
from mentorkit.values.seen_text import as_seen

COLUMNS = ("mentee", "mentor", "lock", "away", "score", "terms", "notes", "why_not", "would_help")
"""Of the sheet of pairs; people may add those of facts, such as whether the mentee agrees."""

_SHOWS_IT = {"mentee", "mentor", "lock"}
_LONGEST_HEADER = 4096


@attrs.frozen
class PairsSheet:
    """The pairs of a sheet.

    Attributes:
        file: them as a sheet of records, each in the row where it stood.
        never: how many rows are left out because their pair is never made.
        alone: how many are left out because the mentee has no mentor.
    """

    file: IO[bytes]
    never: int
    alone: int

    @property
    def left_out(self) -> Iterator[str]:
        """What is left out, in lines."""
        for count, one, several in (
            (self.never, "pair that is never made is", "pairs that are never made are"),
            (self.alone, "mentee without a mentor is", "mentees without a mentor are"),
        ):
            if count:
                yield f"{count} {one if count == 1 else several} left out"


def has_pairs(start: bytes) -> bool:
    """Whether a sheet that starts like this is one of pairs.

    Examples:
        >>> has_pairs(b"mentee,mentor,lock,score"), has_pairs(b"id,mentee_agrees_to_match")
        (True, False)
    """
    line = start[:_LONGEST_HEADER].split(b"\n", 1)[0].decode("utf-8-sig", errors="replace")
    header = {as_seen(cell.strip(' "\r')) for cell in line.split(_delimiter(line))}
    return header >= _SHOWS_IT and ID not in header


def read_pairs(file: IO[bytes], name: str) -> PairsSheet:
    """Reads a sheet of pairs; the id of each is that of the mentee "with" that of the mentor.

    Raises:
        RecordsError: where it cannot be read.
    """
    text = text_of_pairs(file, name)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.split("\n", 1)[0]), strict=True)
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    never = alone = 0
    row = 1
    try:
        header = columns_of_pairs(next(rows), name)
        facts = [number for number, column in enumerate(header) if column not in COLUMNS]
        at = {column: header.index(column) for column in _SHOWS_IT}
        writer.writerow([ID, *(header[number] for number in facts)])
        for cells in rows:
            row += 1
            padded = [*cells, *[""] * (len(header) - len(cells))]
            mentee, mentor = (without_guard(padded[at[side]]) for side in ("mentee", "mentor"))
            is_never = as_seen(padded[at["lock"]]) == "never"
            never += is_never
            alone += bool(mentee and not mentor and not is_never)
            if is_never or not (mentee and mentor):
                writer.writerow([])  # what follows stays in its row
            else:
                more = [cell for cell in cells[len(header) :] if cell.strip()]
                writer.writerow([f"{mentee} with {mentor}", *(padded[number] for number in facts), *more])
    except csv.Error as problem:
        raise RecordsError(RecordFault(name, row + 1, "", *in_plain_words(problem))) from None
    return PairsSheet(io.BytesIO(made.getvalue().encode()), never, alone)


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)
