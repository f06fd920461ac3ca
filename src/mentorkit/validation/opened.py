"""A programme that has been opened: the design in a file, the rules for it, and what of the file cannot be read."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.formats import FORMAT, FORMATS
from mentorkit.programme.path import Path, Span, dotted
from mentorkit.programme.ranges import ranges_in, with_values
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins, UnusablePluginError
from mentorkit.text.words import listed
from mentorkit.toml.document import CannotJudgeError, Document
from mentorkit.toml.faults import Fault
from mentorkit.toml.structure import read_programme
from mentorkit.validation.about_file import faults_of_names
from mentorkit.validation.implausible import faults_of_nothing
from mentorkit.validation.known_entries import own_open_lists, with_known_entries
from mentorkit.validation.other_formats import without_other_formats, without_ranges
from mentorkit.validation.other_nation import faults_of_nation, with_checks_of_nation
from mentorkit.validation.part_of import (
    Folder,
    Inheritance,
    in_larger_file,
    is_stated,
    larger_documents,
    refusal_of_part,
)
from mentorkit.validation.renamed_keys import Renaming, renamings, with_new_names
from mentorkit.validation.step_names import faults_of_steps
from mentorkit.validation.undecided import Undecided, without_complete, without_undecided
from mentorkit.values.by_fields import ByFields


@attrs.frozen(eq=False, repr=False)
class Opened(ByFields):
    """A programme with all that is known of its file before any rule is asked.

    Attributes:
        document: the file.
        programme: the design in it, as far as it can be read, with what the larger service answers for.
        rulebook: the rules that it asks for.
        faults: what of the file cannot be read, by the names that it has.
        renamings: the keys and facts that the file calls by an earlier name.
        own: the design as this file alone states it.
        data: what this file says, by the names that keys have now.
        larger: the larger service that the programme is part of; None where it is part of none.
        undecided: the texts of this file that say that something is not decided, which the design does not have.
        faults_of_others: what cannot be read of the files of larger services and is not stated here, with whose it is.
    """

    document: Document
    programme: Programme
    rulebook: Rulebook
    faults: tuple[Fault, ...]
    renamings: tuple[Renaming, ...]
    own: Programme
    data: Mapping[str, Any]
    larger: "Opened | None" = None
    undecided: tuple[Undecided, ...] = ()
    faults_of_others: "tuple[tuple[Opened, Fault], ...]" = ()

    @property
    def unreadable_waivers(self) -> frozenset[int]:
        """The places, among the waivers, of those with a key that cannot be read."""
        below = (fault.path[1] for fault in self.faults if len(fault.path) > 1 and fault.path[0] == "waivers")
        return frozenset(index for index in below if isinstance(index, int))

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """What cannot be read, of this file and then of those of larger services."""
        return (*self.faults, *(fault for _, fault in self.faults_of_others))

    @property
    def files(self) -> tuple[Document, ...]:
        """The file, then those of the larger services, the nearest first."""
        return (self.document, *(self.larger.files if self.larger else ()))

    def file_of(self, path: Path) -> "Opened":
        """The programme whose file says what the design states at a path; of what is stated nowhere, this one."""
        if self._states(path) or self.larger is None or not self._inheritance(self.larger).answers(path):
            return self
        found = self.larger.file_of(path)
        return found if found._states(path) else self

    @property
    def inherited(self) -> Iterator[tuple[str, Path]]:
        """The keys that the design has from the files of larger services, each after the name of the file."""
        if self.larger is None:
            return
        for path, value in stated_keys(self.programme):
            if path[0] != "file" and value != self.own.value(path):
                file = self.file_of(path)
                yield (self.larger.file_of(path) if file is self else file).document.name, path

    def span(self, path: Path, *, of_key: bool = False) -> Span | None:
        """Where a value stands, or its key, in the file that states it; None for this file as a whole."""
        file = self.file_of(path)
        path = file.path_in_file(path)
        return file.document.span(path, of_key=of_key) if file is self else file.span_for_part(path, of_key=of_key)

    def span_for_part(self, path: Path, *, of_key: bool = False) -> Span | None:
        """Where something stands in this file, by the names that it has, as a part of this service reports it."""
        span = self.document.span(path, of_key=of_key)
        return span and attrs.evolve(span, file=self.document.name)

    def refusal(self) -> CannotJudgeError | None:
        """Why no command that has to read all of it can use the programme; None where all can be read."""
        for file, fault in (*((self, fault) for fault in self.faults), *self.faults_of_others):
            return file.document.refusal(fault.path, fault.message, fault.fix, of_key=fault.unknown)
        return None

    def refusal_at(self, path: Path, message: str, fix: str) -> CannotJudgeError:
        """Why a command cannot use what the design states at a path, with the place in the file that states it."""
        file = self.file_of(path)
        return file.document.refusal(file.path_in_file(path), message, fix)

    def path_in_file(self, path: Path) -> Path:
        """A path by the names that the file has."""
        for each in self.renamings:
            if path[: len(each.now)] == each.now and not each.both:
                return (*each.path, *path[len(each.now) :])
        return path

    def as_part_of(self, larger: "Opened") -> "Opened":
        """The programme with what a larger service answers for.

        Raises:
            CannotJudgeError: where that is another nation's, or one of other sectors.
        """
        inheritance = self._inheritance(larger)
        inheritance.require_kinship(self.document, larger.document)
        programme = inheritance.design()
        faults = (*((larger, fault) for fault in larger.faults), *larger.faults_of_others)
        return attrs.evolve(
            self,
            programme=programme,
            rulebook=self.rulebook.with_words_for(programme),
            larger=larger,
            faults_of_others=tuple(each for each in faults if inheritance.concerns(each[1].path)),
        )

    def _states(self, path: Path) -> bool:
        """Whether this file states something at a path, by the name that a key has now or has in the file."""
        return is_stated(self.data, path) or is_stated(self.document.data, path)

    def _inheritance(self, larger: "Opened") -> Inheritance:
        return Inheritance(self.own, self.data, larger.programme, self.rulebook)


def open_programme(document: Document, plugins: Plugins, folder: Folder | None = None) -> Opened:
    """Opens a programme, with the rules that it asks for, and with the larger services that it is part of.

    Args:
        document: its file.
        plugins: those that are installed.
        folder: the folder that the file is in; None where it is in none.

    Raises:
        CannotJudgeError: where the file names no sectors, or one that is missing or broken; or where the file of the
            larger service cannot be used.
    """
    files = [document, *larger_documents(document, folder)]
    opened = None
    for file in reversed(files):
        try:
            alone = _open(file, plugins)
            opened = alone if opened is None else alone.as_part_of(opened)
        except CannotJudgeError as problem:
            if file is document:
                raise
            raise refusal_of_part(document, *in_larger_file(problem)) from problem
    assert opened is not None  # noqa: S101 - the file itself is the last one
    return opened


def _open(document: Document, plugins: Plugins) -> Opened:
    """A programme as its own file states it."""
    require_format(document)
    rulebook = _rulebook(document, plugins)
    renamed = tuple(renamings(document.data, rulebook))
    data = with_new_names(document.data, renamed) if renamed else document.data
    open_lists = own_open_lists(rulebook)
    data, of_other_formats = without_other_formats(data, open_lists)
    data, undecided = without_undecided(data, rulebook.sector_keys)
    programme, faults = read_programme(data, rulebook.sector_keys, open_lists)
    faults = [fault for fault in faults if fault.path not in dict(undecided)]
    faults = with_checks_of_nation(faults, programme.programme)
    programme, too_early = without_ranges(programme)
    programme = with_known_entries(_with_plausible_ends(programme, rulebook), rulebook)
    programme = without_complete(programme, undecided)
    faults += too_early
    opened = Opened(document, programme, rulebook.with_words_for(programme), (), renamed, programme, data)
    faults = [attrs.evolve(fault, path=opened.path_in_file(fault.path)) for fault in faults]
    faults += [*of_other_formats, *faults_of_names(programme, rulebook.sector_keys)]
    faults += [*faults_of_steps(programme.incidents), *faults_of_nation(programme.programme)]
    faults += faults_of_nothing(programme, rulebook)
    faults += [Fault(each.path, each.message, each.fix, unknown=True) for each in renamed if each.both]
    unnamed = {found.name for found in plugins.installed} - set(rulebook.sectors)
    faults = [_belongs_to_unnamed_sector(fault, unnamed) for fault in faults]
    return attrs.evolve(opened, faults=tuple(faults), undecided=undecided)


def _with_plausible_ends(programme: Programme, rulebook: Rulebook) -> Programme:
    """The design, of whose ranges with one end the other one is the furthest that is plausible."""
    bounded = []
    for path, range_ in ranges_in(programme):
        plausible = rulebook.key(tuple(part for part in path if isinstance(part, str))).plausible
        bounded += [(path, range_.within(plausible))] if plausible else []
    found: Programme = with_values(programme, bounded)
    return found


def require_format(document: Document) -> None:
    """Refuses a file that does not say that it is a programme of a format that this release reads.

    Raises:
        CannotJudgeError: with the place.
    """
    stated = document.data.get("format")
    if not document.data:
        raise CannotJudgeError(
            document.name, "this file has no keys", "write a first file with 'mentorkit init', or copy an example"
        )
    if stated is None:
        raise CannotJudgeError(
            document.name, "the file does not say which format it is written in", f"begin it with: format = {FORMAT}"
        )
    if isinstance(stated, bool) or stated not in FORMATS or not isinstance(stated, int):
        message = f"this release of mentorkit reads formats {listed(map(str, FORMATS))}"
        fix = f"write format = {FORMATS[-1]}"
        if isinstance(stated, int) and stated > FORMATS[-1]:
            fix = "update mentorkit"
        raise document.refusal(("format",), message, fix)


def named_sectors(document: Document) -> tuple[str, ...]:
    """The sectors that a file names, in its order, without which no rule can be chosen.

    Raises:
        CannotJudgeError: with the place, where they are missing or no list of names.
    """
    path: Path = ("programme", "sectors")
    programme = document.data.get("programme")
    stated = programme.get("sectors") if isinstance(programme, dict) else None
    if isinstance(stated, list) and all(isinstance(name, str) for name in stated):
        return tuple(dict.fromkeys(stated))
    fix = f'write {dotted(path[1:])} = ["substance"] under [programme], or [] for only the shared standards'
    if stated is None:
        raise document.refusal(path, "the file does not name its sectors, so no rule can be chosen", fix)
    raise document.refusal(path, "sectors has to be a list of names", fix)


def is_programme(document: Document) -> bool:
    """Whether a file means to be a programme: it names a format, or has a table that every programme shares."""
    return bool({"format", *attrs.fields_dict(Programme)} & set(document.data))


def _rulebook(document: Document, plugins: Plugins) -> Rulebook:
    names = named_sectors(document)
    try:
        return plugins.rulebook(names)
    except UnusablePluginError as problem:
        path: Path = ()
        if problem.sector in names:
            path = ("programme", "sectors", document.data["programme"]["sectors"].index(problem.sector))
        raise document.refusal(path, problem.message, problem.fix) from problem


def _belongs_to_unnamed_sector(fault: Fault, unnamed: set[str]) -> Fault:
    """Says of the table of a sector that is installed, and that the file does not name, what is missing."""
    if not fault.unknown or len(fault.path) != 2 or fault.path[1] not in unnamed:
        return fault
    message = f'this file does not name the sector "{fault.path[1]}", so its keys are not read'
    fix = f'add "{fault.path[1]}" to sectors in [programme], or take the table out'
    return attrs.evolve(fault, message=message, fix=fix)
