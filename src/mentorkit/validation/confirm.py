"""What a person has to confirm in a file, values of a template and unusual ones, and how the file then says so."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import attrs

from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written
from mentorkit.text.words import shortened
from mentorkit.toml.document import MOST_BYTES, CannotJudgeError
from mentorkit.toml.edits import Edit, edited, keep_entries, key_line, line_end, take_out
from mentorkit.toml.outline import Outline
from mentorkit.validation.implausible import implausible_values
from mentorkit.validation.opened import Opened
from mentorkit.values.text_value import is_text_value

_NOT_CONFIRMED: Path = ("file", "not_confirmed")
_CONFIRMED: Path = ("file", "confirmed")


class ToConfirm(NamedTuple):
    """A value that somebody has to confirm.

    Attributes:
        name: its key, with the entries of lists by what names them.
        path: the same with the places of those entries.
        value: as it is shown, and as a confirmation of an unusual value has it.
        usual: the range that is usual; empty for a value of a template.
    """

    name: str
    path: Path
    value: str
    usual: str = ""

    @property
    def why(self) -> str:
        """Why it is to be confirmed, in words."""
        return f"unusual: {self.usual} is usual" if self.usual else "from a template"


class Confirmed(NamedTuple):
    """What became of a file.

    Attributes:
        text: of the whole file.
        values: those that are confirmed now.
        left: those that are still to be confirmed.
    """

    text: str
    values: tuple[ToConfirm, ...]
    left: tuple[ToConfirm, ...]


def to_confirm(opened: Opened) -> Iterator[ToConfirm]:
    """The values of a file that are to be confirmed: those of a template, in the order of its list; unusual ones."""
    own = opened.own
    for name in dict.fromkeys(own.file.not_confirmed or ()):
        value = own.value(path_of(name))
        yield ToConfirm(name, path_of(name), "not stated" if value is None else _in_short(value))
    confirmed = {(each.at, each.value) for each in own.file.confirmed or ()}
    for each in implausible_values(own, opened.rulebook):
        if (each.name, each.value) not in confirmed:
            yield ToConfirm(each.name, each.path, each.value, each.usual)


def confirm(
    opened: Opened, names: Sequence[str], tables: Sequence[str], *, agreed_by: str | None, agreed_on: date
) -> Confirmed:
    """Puts into the text of a file that values are confirmed; nothing else of it changes.

    Args:
        opened: the programme with its file.
        names: the keys whose values are confirmed.
        tables: the tables all of whose values are confirmed.
        agreed_by: who says that unusual values are meant, by role; None where nobody is named.
        agreed_on: the day that is recorded with unusual values.

    Raises:
        CannotJudgeError: where nothing there is to be confirmed, or the file cannot take it.
    """
    every = list(to_confirm(opened))
    chosen: list[ToConfirm] = []
    for name in names:
        chosen += _of(opened, every, name, lambda each, name=name: name in (each.name, dotted(each.path)))
    for table in tables:
        chosen += _of(opened, every, table, lambda each, table=table: f"{each.name}.".startswith(f"{table}."))
    values = [each for each in every if each in chosen]
    text = opened.document.text
    kept = [name for name in opened.own.file.not_confirmed or () if name not in {v.name for v in values if not v.usual}]
    expected: dict[str, Any] = tomllib.loads(text)
    if any(not each.usual for each in values):
        text = edited(text, [without_names(Outline(text, accepted=True), kept)])
        expected["file"] = {**expected["file"], "not_confirmed": kept}
        if not kept and _NOT_CONFIRMED not in Outline(text, accepted=True):
            del expected["file"]["not_confirmed"]
    for each in values:
        if each.usual:
            said = {"at": each.name, "value": each.value, "agreed_by": agreed_by, "agreed_on": agreed_on}
            entry = {key: value for key, value in said.items() if value is not None}
            text = edited(text, [with_confirmation(Outline(text, accepted=True), entry)])
            about = expected.get("file", {})
            expected["file"] = {**about, "confirmed": [*about.get("confirmed", ()), entry]}
    if _data(text) != expected or len(text.encode()) > MOST_BYTES:
        message = "this cannot be confirmed without changing the rest of the file"
        fix = "take the keys out of not_confirmed in [file] by hand, and add unusual values to confirmed there"
        raise CannotJudgeError(opened.document.name, message, fix)
    return Confirmed(text, tuple(values), tuple(each for each in every if each not in values))


def without_names(outline: Outline, kept: Sequence[str]) -> Edit:
    """The change of a text after which its list of values that are not confirmed has these names alone.

    With its last name the list goes, but for one in which people have put comments.
    """
    has_comments = "#" in outline.written(outline[_NOT_CONFIRMED])
    return keep_entries(outline, _NOT_CONFIRMED, kept) if kept or has_comments else take_out(outline, _NOT_CONFIRMED)


def with_confirmation(outline: Outline, entry: dict[str, Any]) -> Edit:
    """The change of a text after which it confirms one more unusual value: in its list, or else at the end."""
    text, end, there = outline.text, line_end(outline.text), outline.get(_CONFIRMED)
    lines = [key_line(key, value) for key, value in entry.items()]
    if there and not there.header and not there.implied:
        inside = text[: there.value[1] - 1].rstrip()
        comma = "" if inside.endswith(("[", ",")) else ","
        space = "" if inside.endswith("[") else " "
        return Edit(len(inside), there.value[1] - 1, f"{comma}{space}{{ {', '.join(lines)} }}")
    gap = "" if not text else end if text.endswith("\n") else end * 2
    return Edit(len(text), len(text), gap + "".join(f"{line}{end}" for line in ("[[file.confirmed]]", *lines)))


def _of(opened: Opened, every: list[ToConfirm], asked: str, meant: Any) -> list[ToConfirm]:
    found = [each for each in every if meant(each)]
    if not found:
        close = did_you_mean(asked, [each.name for each in every])
        message = f"nothing at {written(shortened(asked))} is to be confirmed{asks(close)}"
        fix = f"name {close}" if close else "'mentorkit confirm' with the file alone lists what there is to confirm"
        raise opened.document.refusal((), message, fix)
    return found


def _in_short(value: Any) -> str:
    """A value in one line; of a list of tables, or of a long one, how many entries there are."""
    if isinstance(value, tuple) and value and attrs.has(type(value[0])) and not is_text_value(type(value[0])):
        return f"{len(value)} {'entry' if len(value) == 1 else 'entries'}"
    return shortened(written(value))


def _data(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
