"""One reading of what is in the editor: judged where that can be, and of use for hints where it cannot."""

from datetime import date

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.formats import FORMATS
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins, UnusablePluginError
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.document import CannotJudgeError, read_document
from mentorkit.toml.outline import Outline
from mentorkit.validation.opened import is_programme
from mentorkit.validation.part_of import Folder
from mentorkit.validation.report import Report
from mentorkit.validation.validate import judge


@attrs.frozen
class Reading:
    """What is known about a text.

    Attributes:
        text: as the editor has it.
        outline: what stands where in it.
        book: the rules for it; of the last reading that could be judged, where this one cannot.
        report: what validation says of it, or None.
        problem: why it cannot be judged, or None; both are None for a file that is no programme.
        judged: whether `book` is that of a programme that could be read, now or before.
    """

    text: str
    outline: Outline
    book: Rulebook
    report: Report | None = None
    problem: CannotJudgeError | None = None
    judged: bool = False

    @property
    def format(self) -> int:
        """The version of the file format that the text states; the newest where it states none that is read."""
        entry = self.outline.get(("format",))
        stated = self.outline.written(entry) if entry else ""
        return next((version for version in FORMATS if stated == str(version)), FORMATS[-1])


def read(
    text: str, name: str, plugins: Plugins, on: date, last: Reading | None = None, folder: Folder | None = None
) -> Reading:
    """Reads and judges what is in the editor, as `validate` would the saved file.

    Args:
        text: of the file.
        name: of the file.
        plugins: those that are installed.
        on: the date of the check.
        last: the reading before this one.
        folder: the folder that the file is in; None where it is in none yet.
    """
    if text.startswith("\ufeff"):
        text = " " + text[1:]  # so that every offset stays
    outline = Outline(text)
    try:
        document = read_document(text.encode("utf-8", "surrogatepass"), name)
        if not is_programme(document):
            return Reading(text, outline, _likely_book(outline, plugins))
        report = judge(document, plugins, on, folder=folder)
    except CannotJudgeError as problem:
        seems_one = {"format", *attrs.fields_dict(Programme)} & {entry.path[0] for entry in outline.entries}
        reported = problem if seems_one else None
        if last is not None and last.judged:
            return Reading(text, outline, last.book, problem=reported, judged=True)
        return Reading(text, outline, _likely_book(outline, plugins), problem=reported)
    return Reading(text, outline, report.rulebook, report, judged=True)


def _likely_book(outline: Outline, plugins: Plugins) -> Rulebook:
    """The rules of the sectors that a text seems to name, without those that cannot be used."""
    usable: tuple[str, ...] = ()
    for name in outline.texts("programme", "sectors", -1).values():
        try:
            plugins.rulebook((*usable, name))
        except UnusablePluginError:
            continue
        usable = (*usable, name)
    try:
        return plugins.rulebook(usable)
    except UnusablePluginError:  # even the shared standards cannot be used, which the problem tells
        return rulebook_of({}, [])
