"""A situation in which a service is told something: what it did, as typed, and with which files."""

import functools
import io
import os
import re
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest

import mentorkit
from mentorkit.cli import main

ROOT = Path(__file__).parents[2]
Doing = Callable[[pytest.MonkeyPatch, Path], Any]


_ANSWERED = re.compile(": ?(?=Error|Sectors|Start|Settings|Nation|Name|Prefix|Title|Stage|interrupted|mentorkit-)")


@attrs.frozen
class Situation:
    """What somebody did.

    Attributes:
        title: in words; the heading under which it is told.
        command: as typed behind `mentorkit`.
        files: that are there, by name; None for a folder.
        typed: what comes on standard input.
        terminal: whether a person sits there.
        given: what else is so, such as a disk that is full.
    """

    title: str
    command: str
    files: Mapping[str, str | bytes | None] = attrs.field(factory=dict)
    typed: str | bytes = ""
    terminal: bool = False
    given: Doing | None = None


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def told(situation: Situation, folder: Path) -> str:
    """The whole of what a situation shows, and how it ends, as Markdown."""
    for name, content in situation.files.items():
        file = folder / name
        (file if content is None else file.parent).mkdir(parents=True, exist_ok=True)
        if content is not None:
            file.write_bytes(content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content)
    typed = situation.typed.encode() if isinstance(situation.typed, str) else situation.typed
    out, err = io.BytesIO(), io.BytesIO()
    stream = _Terminal if situation.terminal else io.TextIOWrapper
    shown = (io.TextIOWrapper(out, "utf-8", write_through=True), stream(err, "utf-8", write_through=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, value in (("NO_COLOR", "1"), ("COLUMNS", "100")):
            patch.setenv(name, value)
        for name in ("signal.signal", "gc.freeze", "gc.set_threshold"):  # of a process of its own, which this is not
            patch.setattr(name, lambda *_: None)
        patch.setattr(sys, "stdin", stream(io.BytesIO(typed), "utf-8"))
        patch.setattr(sys, "stdout", shown[0])
        patch.setattr(sys, "stderr", shown[1])
        if situation.given:
            situation.given(patch, folder)
        with pytest.raises(SystemExit) as end:
            main(shlex.split(situation.command))
    said = [_anywhere(text.getvalue().decode().replace(str(folder), "FOLDER")) for text in (out, err)]
    typed_as = situation.command.encode("utf-8", "backslashreplace").decode()
    lines = [
        f"$ mentorkit {typed_as}",
        *said[0].lstrip(" ").splitlines(),
    ]  # older releases of click write a blank after a prompt
    if situation.terminal:  # where an answer was typed a line ends; releases of click write blanks at different places
        said[1] = _ANSWERED.sub(":\n", said[1])
    lines += [f"! {line}".rstrip() for line in said[1].splitlines()]
    page = "\n".join(line.rstrip() for line in lines)
    return f"## {situation.title}\n\n```\n{page}\n```\n\nExit status {end.value.code or 0}.\n"


def _anywhere(text: str) -> str:
    """A text with one name for wherever Python and this package are installed."""
    for place in (str(Path(mentorkit.__file__).parents[1]), sysconfig.get_path("purelib")):
        text = text.replace(place, "SITE")
    return text


@functools.cache
def text_of(name: str) -> str:
    """A file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def edited(text: str, *edits: tuple[str, str]) -> str:
    """A text with other words in the place of some, which have to stand there."""
    for old, new in edits:
        assert old in text, f"{old!r} does not stand there"
        text = text.replace(old, new, 1)
    return text


def substance(*edits: tuple[str, str]) -> str:
    """The design of the example for drug and alcohol services, which lacks nothing, with edits."""
    return edited(text_of("examples/substance/turning_point.toml"), *edits)


def programme(rest: str = "", *, sectors: str = "[]") -> str:
    """The least that is a programme."""
    return f'format = 1\n\n[programme]\nname = "Peers"\nsectors = {sectors}\nsettings = ["community"]\n{rest}'


def git(*args: str) -> Doing:
    """Everything of the folder committed in a repository, and more commands of git."""

    def doing(_: pytest.MonkeyPatch, folder: Path) -> None:
        names = ("-c", "user.name=A service", "-c", "user.email=service@example.org")
        for command in (("init", "-q"), ("add", "-A"), (*names, "commit", "-qm", "Begin"), *filter(None, [args])):
            subprocess.run(
                ["git", *command], cwd=folder, check=True, env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
            )

    return doing


def set_to(name: str, value: Any) -> Doing:
    """Another value in the place of "module.name", or of "module:name" where a function has the name of the module."""
    module, colon, inner = name.partition(":")
    if colon:
        return lambda patch, _: patch.setattr(import_module(module), inner, value)
    return lambda patch, _: patch.setattr(name, value)


def all_of(*doings: Doing) -> Doing:
    """Several things at once."""

    def doing(patch: pytest.MonkeyPatch, folder: Path) -> None:
        for one in doings:
            one(patch, folder)

    return doing


def without(*names: str) -> Doing:
    """Packages that are not installed."""

    def doing(patch: pytest.MonkeyPatch, _: Path) -> None:
        for name in names:
            patch.setitem(sys.modules, name, None)
        patch.delitem(sys.modules, "mentorkit.editor.server", raising=False)  # another test may have imported it

    return doing


def failing(name: str, problem: BaseException) -> Doing:
    """Something that fails."""

    def fail(*_: Any, **__: Any) -> Any:
        raise problem

    return set_to(name, fail)
