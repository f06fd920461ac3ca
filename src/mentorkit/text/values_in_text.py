"""Values of the file as messages write them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from mentorkit.values.days import ByDay
from mentorkit.values.own_name import OwnName
from mentorkit.values.text_value import TextValue
from mentorkit.values.zoned_time import moment_in_words


def written(value: Any) -> str:
    """A value as the file writes it, for messages; what a service has a name of its own for, by that name."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, OwnName):
        return f'"{value.called}"'
    if isinstance(value, str | TextValue):
        return f'"{value}"'
    if isinstance(value, tuple | list):
        return f"[{', '.join(written(entry) for entry in value)}]"
    return moment_in_words(value) if isinstance(value, datetime) else str(value)


def spoken(value: Any) -> str:
    """A value within a sentence: like `written`, but a text or a length of time without its quotes."""
    if isinstance(value, tuple | list):
        return written_list(value, "and") if value else "nothing"
    if isinstance(value, OwnName):
        return value.called
    return str(value) if isinstance(value, str | TextValue) else written(value)


def spoken_by_day(table: ByDay) -> str:
    """A table of values: '40 from 2026-04-01, 45 from 2027-04-01'."""
    return ", ".join(f"{spoken(value)} from {first}" for first, value in table.values.items())


def written_list(values: Iterable[Any], word: str) -> str:
    """Values in a row: "a", "b" and "c"."""
    texts = [written(value) for value in values]
    return f" {word} ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
