"""Places in a file: by keys and indexes from the top, ("supervision", "phases", 0, "every"), and by lines."""

from functools import lru_cache
from typing import Any

import attrs

from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import kind_of

Path = tuple[str | int, ...]


class Place:
    """A place of the file by its text, "training.length"; `At` has them all as attributes.

    It is no text itself: `training.award.title` is a key, and texts have a method of that name.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"At.{self._text}" if self._text else "At"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)


def text_of_place(at: Any) -> Any:
    """The text of a place that is given as an attribute of `At`; anything else as it is.

    Raises:
        ValueError: for `At` itself.
    """
    if isinstance(at, Place) and not str(at):
        raise ValueError("At itself is no place; name a key, as in At.training.length")
    return str(at) if isinstance(at, Place) else at


@lru_cache(maxsize=4096)  # the few hundred places that rules name are asked for again and again
def path_of(at: str | Path | Place) -> Path:
    """A path from its dotted form ("outcomes.measures.0"), or the path itself."""
    if isinstance(at, tuple):
        return at
    at = text_of_place(at)
    if not isinstance(at, str):
        raise ValueError(f'a place is a text such as "training.length", not {kind_of(at)}')
    return tuple(int(part) if _is_index(part) else part for part in at.split("."))


def _is_index(part: str) -> bool:
    """Whether a part counts an entry; `int` reads neither "²", which is a digit too, nor thousands of digits."""
    return part.isascii() and part.isdigit() and len(part) < 10


def dotted(path: Path) -> str:
    """A path as people write it: supervision.phases[0].every; entries count from 0, as in JSON."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


@attrs.frozen(eq=False, repr=False)
class Span(ByFields):
    """A stretch of a file, from 1, columns in characters; the end is the first column behind it.

    Attributes:
        line: of the first character.
        column: of the first character.
        end_line: of the end.
        end_column: of the end.
        file: the name of the file, where it is that of a larger service; empty in the file that is judged.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    file: str = ""
