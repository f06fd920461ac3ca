"""A programme that has been opened: the design in a file, the rules for it, and what of the file cannot be read."""

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.formats import FORMAT, FORMATS
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins, UnusablePluginError
from mentorkit.text.words import listed
from mentorkit.toml.document import CannotJudgeError, Document
from mentorkit.toml.faults import Fault
from mentorkit.toml.structure import read_programme
from mentorkit.validation.about_file import faults_of_names
from mentorkit.validation.other_formats import without_other_formats, without_ranges
from mentorkit.validation.renamed_keys import Renaming, renamings, with_new_names
from mentorkit.validation.step_names import faults_of_steps
from mentorkit.values.by_fields import ByFields


@attrs.frozen(eq=False, repr=False)
class Opened(ByFields):
    """A programme with all that is known of its file before any rule is asked.

    Attributes:
        document: the file.
        programme: the design in it, as far as it can be read.
        rulebook: the rules that it asks for.
        faults: what of the file cannot be read, by the names that the file has.
        renamings: the keys and facts that the file calls by an earlier name.
    """

    document: Document
    programme: Programme
    rulebook: Rulebook
    faults: tuple[Fault, ...]
    renamings: tuple[Renaming, ...]

    @property
    def unreadable_waivers(self) -> frozenset[int]:
        """The places, among the waivers, of those with a key that cannot be read."""
        below = (fault.path[1] for fault in self.faults if len(fault.path) > 1 and fault.path[0] == "waivers")
        return frozenset(index for index in below if isinstance(index, int))

    def path_in_file(self, path: Path) -> Path:
        """A path by the names that the file has."""
        for each in self.renamings:
            if path[: len(each.now)] == each.now and not each.both:
                return (*each.path, *path[len(each.now) :])
        return path


def open_programme(document: Document, plugins: Plugins) -> Opened:
    """Opens a programme, with the rules that it asks for.

    Raises:
        CannotJudgeError: where the file names no sectors, or one that is missing or broken.
    """
    require_format(document)
    rulebook = _rulebook(document, plugins)
    renamed = tuple(renamings(document.data, rulebook))
    data = with_new_names(document.data, renamed) if renamed else document.data
    data, of_other_formats = without_other_formats(data)
    programme, faults = read_programme(data, rulebook.sector_keys)
    programme, too_early = without_ranges(programme)
    faults += too_early
    opened = Opened(document, programme, rulebook.with_words_for(programme), (), renamed)
    faults = [attrs.evolve(fault, path=opened.path_in_file(fault.path)) for fault in faults]
    faults += [*of_other_formats, *faults_of_names(programme, rulebook.sector_keys)]
    faults += faults_of_steps(programme.incidents)
    faults += [Fault(each.path, each.message, each.fix, unknown=True) for each in renamed if each.both]
    unnamed = {found.name for found in plugins.installed} - set(rulebook.sectors)
    return attrs.evolve(opened, faults=tuple(_belongs_to_unnamed_sector(fault, unnamed) for fault in faults))


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
