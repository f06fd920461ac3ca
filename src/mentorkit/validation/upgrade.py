"""From an earlier version of the file format, or an earlier edition of the rules, to the newest one."""

import difflib
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, get_args

import attrs

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.formats import FORMATS
from mentorkit.programme.path import dotted
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.ways import WayName
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import CannotJudgeError, Document, read_document
from mentorkit.toml.edits import Edit, comment_out, edited, put_behind, put_into_table, set_value, take_out
from mentorkit.toml.faults import Fault
from mentorkit.validation.newly_asked import edition_of, with_newly_asked
from mentorkit.validation.opened import Opened, open_programme
from mentorkit.validation.part_of import Folder
from mentorkit.validation.report import report_on
from mentorkit.values.edition import Edition

_WAYS = ("programme", "ways")


class LineChange(NamedTuple):
    """A line that goes, or that comes.

    Attributes:
        line: its number, from 1: before if it goes, afterwards if it comes.
        text: of it, without its end.
        added: whether it comes.
    """

    line: int
    text: str
    added: bool


@attrs.frozen
class Upgrade:
    """What becomes of a file.

    Attributes:
        document: the file as it is.
        text: of the file afterwards; the same as before where there is nothing to do.
        was: the version of its format.
        edition: that of the rules which it has been checked against then; None where the rules have none.
        newly_asked: what is found afterwards and was not before, or is asked by rules of a newer edition.
        open_lists: the lists of which it is not settled any more that they lack something, since they may go on.
    """

    document: Document
    text: str
    was: int
    edition: Edition | None
    newly_asked: tuple[Finding, ...]
    open_lists: tuple[str, ...]

    @property
    def changes(self) -> list[LineChange]:
        """The lines that go and come, in order."""
        before, after = self.document.text.splitlines(), self.text.splitlines()
        found = []
        for what, start, end, new_start, new_end in difflib.SequenceMatcher(None, before, after).get_opcodes():
            if what != "equal":
                found += [LineChange(line + 1, before[line], added=False) for line in range(start, end)]
                found += [LineChange(line + 1, after[line], added=True) for line in range(new_start, new_end)]
        return found


class UnreadableError(Exception):
    """A file is not upgraded because some of it cannot be read.

    Attributes:
        document: the file.
        faults: what cannot be read.
    """

    def __init__(self, document: Document, faults: tuple[Fault, ...]) -> None:
        super().__init__(document.name)
        self.document = document
        self.faults = faults


def upgrade(
    document: Document, plugins: Plugins, on: date, *, complete: bool = False, folder: Folder | None = None
) -> Upgrade:
    """Writes a file in the newest format, with the edition of the rules; all else of it stays as it is.

    Args:
        document: the file.
        plugins: those that are installed.
        on: the date of the checks that say what is newly asked.
        complete: whether the lists of the file are stated to be complete, as format 1 reads them, where it does not
            say itself which are.
        folder: the folder that the file is in, where that of its larger service is looked up.

    Raises:
        UnreadableError: where some of the file cannot be read.
        CannotJudgeError: where it cannot be judged, or takes no such change.
    """
    opened = open_programme(document, plugins, folder)
    if opened.faults:
        raise UnreadableError(document, opened.faults)
    edition = edition_of(opened.rulebook)
    now = in_newest_format(opened, edition, on, complete=complete)
    after = report_on(open_programme(now, plugins, folder), on)
    before: Sequence[Finding]
    if opened.programme.format == FORMATS[-1] and not complete:  # then only the edition differs, and the rest is found
        before = with_newly_asked(after.findings, opened.rulebook.on(on), opened.programme.file.asked_until)
    else:
        before = report_on(opened, on).findings
    known = {(rule, finding.path) for finding in before for rule in finding.rules}
    new = {(finding.rules, finding.path) for finding in before if finding.newly_asked}
    newly_asked = tuple(
        finding
        for finding in after.findings
        if (finding.rules, finding.path) in new or any((rule, finding.path) not in known for rule in finding.rules)
    )
    short = {finding.path for finding in before if finding.kind is FindingKind.FALLS_SHORT}
    open_ = (finding.open_list for finding in after.findings if finding.path in short)
    open_lists = tuple(dict.fromkeys(dotted(path) for path in open_ if path))
    return Upgrade(document, now.text, opened.programme.format, edition, newly_asked, open_lists)


def in_newest_format(opened: Opened, edition: Edition | None, on: date, *, complete: bool) -> Document:
    """The file of a programme as it is in the newest format, with an edition; all else of it as it is.

    Args:
        opened: the programme.
        edition: of the rules.
        on: the day by whose rules the ways of support of an earlier format have to fit the rest of the file.
        complete: whether the lists of the file are stated to be complete, as in `upgrade`.

    Raises:
        CannotJudgeError: where the file takes no such change.
    """
    ways = _ways_of_older_format(opened, on) if opened.own.format < FORMATS[-1] else ()
    text = edited(opened.document.text, _edits(opened, edition, ways, complete=complete))
    return _read_again(opened.document, text, _expected(opened, edition, ways, complete=complete))


def _ways_of_older_format(opened: Opened, on: date) -> tuple[WayName, ...]:
    """The ways of support that a file without `ways` speaks of: pairs, and what else the rest of it needs.

    Its other words may need another way: a scheme of peer-led groups needs group sessions. A rule says so of the ways;
    the way that the rule asks for is the one with which it says nothing.
    """
    if opened.own.relationship.pairs is False:
        return ()
    ways: tuple[WayName, ...] = ("pair",)
    short = _short_of_ways(opened, ways, on)
    for way in get_args(WayName) if short else ():
        fewer = _short_of_ways(opened, (*ways, way), on)
        if fewer < short:
            ways, short = (*ways, way), fewer
    return ways


def _short_of_ways(opened: Opened, ways: tuple[WayName, ...], on: date) -> int:
    """How many rules find that these are not the ways of support that the rest of the file speaks of."""
    named = attrs.evolve(opened.programme.programme, ways=ways)
    reading = DesignReading(opened.rulebook, attrs.evolve(opened.programme, format=FORMATS[-1], programme=named), on)
    found = reading.function_findings()
    return sum(each.path == _WAYS and each.kind is FindingKind.FALLS_SHORT for each in found)


def _edits(opened: Opened, edition: Edition | None, ways: tuple[str, ...], *, complete: bool) -> Iterator[Edit]:
    document, programme = opened.document, opened.own
    outline = document.outline
    if programme.format < FORMATS[-1]:
        yield set_value(outline, ("format",), FORMATS[-1])
        if ways:
            yield put_behind(outline, _WAYS, ("programme", "sectors"), ways)
        if programme.relationship.pairs is not None:
            change = take_out if programme.relationship.pairs else comment_out  # the new format says no such thing
            yield change(outline, ("relationship", "pairs"))
    of_file = _about_file(opened, edition, complete=complete)
    if ("file", "asked_until") in outline and "asked_until" in of_file:
        yield set_value(outline, ("file", "asked_until"), of_file.pop("asked_until"))
    if of_file:
        yield put_into_table(outline, "file", of_file)


def _about_file(opened: Opened, edition: Edition | None, *, complete: bool) -> dict[str, Any]:
    """What [file] has to say and does not say yet."""
    said: dict[str, Any] = {}
    asked_until = opened.programme.file.asked_until
    if edition and (asked_until is None or asked_until < edition):
        said["asked_until"] = str(edition)
    if complete and opened.own.file.complete is None and (lists := _lists_that_rules_hold_entries_of(opened)):
        said["complete"] = tuple(lists)
    return said


def _lists_that_rules_hold_entries_of(opened: Opened) -> list[str]:
    """The lists of the file of which a rule may ask for more, so that it matters whether they are complete.

    The ways of support are not one of them: a programme has those that it lists, and no others.
    """
    users = opened.rulebook.parameters
    searches = [rule for rule in opened.rulebook.rules if rule.searches]
    return [
        dotted(path)
        for path, value in stated_keys(opened.own)
        if isinstance(value, tuple) and value and path != _WAYS
        if any(limit.met_by_more for _, argument in users.get(path, ()) for limit in argument.limits)
        or any(argument.name in rule.met_by_more for rule, argument in users.get(path, ()))
        or any(rule.looks_at(path) for rule in searches)
    ]


def _expected(opened: Opened, edition: Edition | None, ways: tuple[str, ...], *, complete: bool) -> dict[str, Any]:
    """What the file has to say afterwards."""
    data = dict(opened.document.data)
    if opened.programme.format < FORMATS[-1]:
        data["format"] = FORMATS[-1]
        if ways:
            data["programme"] = {**data["programme"], "ways": [*ways]}
        if "relationship" in data:
            data["relationship"] = {key: value for key, value in data["relationship"].items() if key != "pairs"}
    if of_file := _about_file(opened, edition, complete=complete):
        written = {key: list(value) if isinstance(value, tuple) else value for key, value in of_file.items()}
        data["file"] = {**data.get("file", {}), **written}
    return data


def _read_again(document: Document, text: str, expected: dict[str, Any]) -> Document:
    """The file as it will be, once it is certain that it says what it has to."""
    try:
        now = read_document(text.encode(), document.name)
    except (CannotJudgeError, tomllib.TOMLDecodeError):
        now = None
    if now is None or {"relationship": {}, **now.data} != {"relationship": {}, **expected}:
        message = "this file cannot be upgraded without changing more of it"
        raise CannotJudgeError(document.name, message, f"write format = {FORMATS[-1]} and its keys by hand")
    return now
