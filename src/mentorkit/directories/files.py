"""The files of a directory, as text and as the data of JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from mentorkit.directories.entry import UnreadableFileError, UnreadValue
from mentorkit.toml.document import NOT_UTF_8, CannotJudgeError

Files = Mapping[str, Callable[[], bytes]]
"""The files of a directory by name, each with what gives its bytes or raises CannotJudgeError: so only one of them is
in memory at a time."""

MOST_DIRECTORY_BYTES = 32 * 1024**2
"""Of one file: some 10,000 services written out in full. Parsing takes six times as much memory."""

_MOST_VALUES = 1_500_000
"""Of one file, by the commas and brackets in it: half as many again as 10,000 full services have."""
_MOST_ROWS = 200_000
"""Of one table."""

OLDER_EDITION = (
    "this is HSDS 1 or 2, or Open Referral UK 1, but only version 3 can be read",
    "ask the directory for version 3",
)
JSON_LINES = (".jsonl", ".ndjson")
"""Endings of files that have one object of JSON a line."""
PACKAGE_FILE = "datapackage.json"
SERVICES = "services.csv"

_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
"""What gzip, zip, bzip2, xz and zstd begin with."""
PACKED = (".gz", ".zip", ".bz2", ".xz", ".zst")

FETCH_SERVICES = "fetch the list of services: the address of the directory, followed by /services"
_SAVE_PAGES = "save the directory page by page, as its address gives it"


def text_of(name: str, content: Callable[[], bytes]) -> str:
    """The text of a file.

    Raises:
        UnreadableFileError: where it cannot be had, is packed, too large or no text in UTF-8.
    """
    try:
        source = content()
    except CannotJudgeError as problem:
        raise UnreadableFileError(UnreadValue(name, "", problem.message, problem.fix)) from None
    if len(source) > MOST_DIRECTORY_BYTES:
        most = f"{MOST_DIRECTORY_BYTES // 1024**2} MB"
        raise UnreadableFileError(UnreadValue(name, "", f"this file has more than {most}", _SAVE_PAGES))
    if source.startswith(_PACKED):
        fix = "unpack it, and name the file or folder that comes out of it"
        raise UnreadableFileError(UnreadValue(name, "", "this file is packed", fix))
    if sum(map(source.count, (b"{", b"[", b","))) > _MOST_VALUES or (
        name.endswith(".csv") and source.count(b"\n") > _MOST_ROWS
    ):
        message = f"this file has more than {_MOST_VALUES:,} values, or {_MOST_ROWS:,} rows"
        raise UnreadableFileError(UnreadValue(name, "", message, _SAVE_PAGES))
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = source.count(b"\n", 0, problem.start) + 1
        unread = UnreadValue(name, f"line {line}", *NOT_UTF_8)
        raise UnreadableFileError(unread) from None


def json_of(name: str, text: str) -> Any:
    """The data of a JSON file.

    Raises:
        UnreadableFileError: where it is none.
    """
    if not text.strip():
        raise UnreadableFileError(UnreadValue(name, "", "this file is empty", "fetch it again"))
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        # An unclosed text is reported at its beginning, anything else that is cut off where the file ends.
        cut = problem.pos >= len(text.rstrip()) or problem.msg.startswith("Unterminated string")
        if text.lstrip().startswith("<"):
            raise UnreadableFileError(
                UnreadValue(name, "", "this is a web page, not a list of services", FETCH_SERVICES)
            ) from None
        message = "this file is cut off" if cut else "this is not written as JSON has to be"
        raise UnreadableFileError(UnreadValue(name, place, message, "fetch it again")) from None
    except (RecursionError, ValueError):  # lists in lists without end, or a number of thousands of digits
        raise UnreadableFileError(
            UnreadValue(name, "", "this is not the data of a directory", "check the name of the file")
        ) from None
