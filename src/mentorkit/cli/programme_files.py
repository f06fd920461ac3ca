"""Programmes as a run reads them: each with the folder that it is in, where the file of its larger service is."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from mentorkit.cli.read_file import read_bytes
from mentorkit.text.words import visible

if TYPE_CHECKING:
    from datetime import date

    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.programme.ways import Way
    from mentorkit.toml.document import Document
    from mentorkit.validation.opened import Opened
    from mentorkit.validation.part_of import Folder


OPENED: "list[Opened]" = []
"""The programme that this run opened last, whose ranges a message can then name."""


class ProgrammeFiles:
    """The files of a run; that of a larger service is read once, however many programmes are part of it.

    Args:
        read: gives the bytes of a file of a name.
        called: gives what messages call it.

    Attributes:
        called: gives what messages call a file.
        larger: the files of larger services by name; None for one that could not be read.
    """

    def __init__(self, read: Callable[[str], bytes] = read_bytes, called: Callable[[str], str] = str) -> None:
        self.larger: dict[str, Document | None] = {}
        self._read = read
        self.called = called

    def document(self, name: str) -> "Document":
        """The file of a name, or what standard input has for '-'.

        Raises:
            CannotJudgeError: where it cannot be read.
        """
        from mentorkit.toml.document import read_document

        return self.larger.get(name) or read_document(self._read(name), self.called(name))

    def folder_of(self, name: str) -> "Folder | None":
        """The folder that a file is in; None for standard input, which is in none."""
        if name == "-":
            return None
        return _Folder(self, os.path.dirname(name), {os.path.realpath(name): os.path.normpath(name)})

    def open(self, name: str) -> "Opened":
        """A programme with its rules, and with what the larger service that it is part of answers for.

        Raises:
            CannotJudgeError: where it cannot be judged.
        """
        from mentorkit.registry.load import Plugins
        from mentorkit.validation.opened import open_programme

        OPENED[:] = [opened := open_programme(self.document(name), Plugins(), self.folder_of(name))]
        return opened


class _Folder:
    """The folder of a file, with the names of those that lead to it, by where each really is."""

    def __init__(self, files: ProgrammeFiles, path: str, parts: Mapping[str, str]) -> None:
        self._files = files
        self._path = path
        self._parts = parts

    def read(self, name: str) -> "tuple[Document, Folder]":
        """The file of a larger service as seen from this folder, with the folder that it is in."""
        from mentorkit.toml.document import CannotJudgeError

        way = os.path.join(self._path, name)
        file, place = os.path.normpath(way), os.path.realpath(way)
        if os.path.realpath(file) != place:
            message = "a folder on the way to this file is a link, and .. can lead out of the one or the other"
            raise CannotJudgeError(self._files.called(file), message, "write a way without that link")
        if (part := self._parts.get(place, file)) != file:
            message = f"this is a link to {self._files.called(part)}, so that file would be part of itself"
            raise CannotJudgeError(self._files.called(file), message, "name the file of the larger service instead")
        self._files.larger.setdefault(file, None)
        self._files.larger[file] = document = self._files.document(file)
        return document, _Folder(self._files, os.path.dirname(file), {**self._parts, place: file})


def open_design(name: str, on: "date | None" = None) -> "tuple[Programme, Rulebook]":
    """A programme and its rules, those of one day alone where it is given, for a command about people.

    Raises:
        CannotJudgeError: where some of it cannot be read: that may be what holds somebody back, such as an earlier
            stage that is required, or whom to keep apart.
    """
    opened = ProgrammeFiles().open(name)
    if problem := opened.refusal():
        whole = "mentorkit judges people only when it can read the whole file"
        problem.fix += f"; {whole}, and 'mentorkit validate {name}' lists the rest"
        raise problem
    return opened.programme, opened.rulebook.on(on) if on else opened.rulebook


def with_ends_that_count(name: str, design: "Programme", way: "Way") -> "Programme":
    """A design with one value for each range of a way of support; says on standard error which value counts."""
    from mentorkit.programme import ends_that_count

    design, said = ends_that_count.with_ends_that_count(design, way.name.lower())
    for message in said:
        click.echo(f"{name}: {visible(message)}", err=True)
    return design


def say_if_no_law_is_checked(name: str, design: "Programme") -> None:
    """Says on standard error that no rule looked at the law, before people are judged where rules do not know it."""
    from mentorkit.validation.other_nation import no_law_is_checked

    if message := no_law_is_checked(design):
        click.echo(f"{name}: {visible(message)}", err=True)
