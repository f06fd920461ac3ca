"""Columns of every kind, and reading a text as a file of records."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import pytest

from mentorkit.records.columns import Column
from mentorkit.records.reading import Record, RecordsError, read_records
from mentorkit.values.duration import Duration
from mentorkit.values.moment import Moment

COLUMNS = {
    name: Column(name, type_, "", ())
    for name, type_ in {
        "since": date,
        "agrees": bool,
        "year": int,
        "note": str,
        "kind": Literal["none", "one to one", "group"],
        "places": tuple[str, ...],
        "signs": tuple[Literal["too much", "too little"], ...],
        "length": Duration,
        "meets": Moment,
    }.items()
}

Read = Callable[..., list[Record]]
FaultsOf = Callable[..., list[str]]


@pytest.fixture
def read() -> Read:
    """Reads a sheet, or another format, as a list of records."""

    def read(source: str | bytes, form: str = "csv", **options: Any) -> list[Record]:
        data = source.encode() if isinstance(source, str) else source
        return list(read_records(io.BytesIO(data), "people", form, COLUMNS, **options))

    return read


@pytest.fixture
def faults_of(read: Read) -> FaultsOf:
    """Everything that is said of a file: why it cannot be used, or which of its cells cannot be read."""

    def faults_of(source: str | bytes, form: str = "csv", **options: Any) -> list[str]:
        try:
            records = read(source, form, **options)
        except RecordsError as problem:
            return [str(fault) for fault in problem.faults]
        return [str(fault) for record in records for fault in record.faults]

    return faults_of
