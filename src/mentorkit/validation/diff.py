"""What changed between two readings of a programme: what it states, key by key, and what is found in it.

Entries of a list of tables are the same entry where they have the same name, wherever in the list they stand; phases of
supervision follow one another, so theirs is the place.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, get_args, get_origin

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.limit import Includes
from mentorkit.core.unmet import limit_holds
from mentorkit.programme.entries import ENTRIES, name_of, path_by_names
from mentorkit.programme.key import KEY, MORE, field_to_key, is_in_file
from mentorkit.programme.network import Link
from mentorkit.programme.path import Path
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.support import Phase
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.text.words import in_words
from mentorkit.validation.report import Report
from mentorkit.values.inexact import Inexact, as_compared
from mentorkit.values.own_name import OwnName
from mentorkit.values.text_value import is_text_value


@attrs.frozen
class DesignChange:
    """A key, or an entry of a list of tables, that one design states in another way than the other, or not at all.

    Attributes:
        path: in the new design, or in the old one where the new one lacks the entry.
        entry: which entry of a list of tables, in words, or which table within another; empty elsewhere.
        description: what the key means.
        before: what the old design states; None where nothing.
        after: what the new design states; None where nothing.
        confidential: whether it is of a member of the network whose details are not for others to read.
    """

    path: Path
    entry: str
    description: str
    before: Any
    after: Any
    confidential: bool = False

    @property
    def added(self) -> tuple[Any, ...]:
        """What a list that both designs state has more of, in its order."""
        return _more(self.after, self.before)

    @property
    def removed(self) -> tuple[Any, ...]:
        """What a list that both designs state has no longer, in its order."""
        return _more(self.before, self.after)


@attrs.frozen
class DesignDiff:
    """All that changed from one design to another.

    Attributes:
        old: what validation says of the one.
        new: and of the other.
        changes: of what is stated, in the order of the tables.
        appeared: findings that only the new design has.
        gone: findings that only the old design has.
        altered: findings of both that do not say the same, each as it was and as it is.
    """

    old: Report
    new: Report
    changes: tuple[DesignChange, ...]
    appeared: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    altered: tuple[tuple[Finding, Finding], ...]

    def worse(self, severities: Collection[str]) -> list[Finding]:
        """The findings of these severities that are new, more severe or no longer waived, or miss more."""

        def counts(finding: Finding) -> bool:
            return not finding.waived and finding.severity in severities

        return [finding for finding in self.appeared if counts(finding) and not self._was_missed(finding)] + [
            after
            for before, after in self.altered
            if counts(after)
            and (not counts(before) or after.strength > before.strength or self._misses_more(before, after))
        ]

    def _was_missed(self, finding: Finding) -> bool:
        """Whether the old design missed the same at the same place, as another rule said of it."""
        known = [each for each in self.old.findings if each.path == finding.path and not each.waived]
        before = set[str]().union(*(_missed(self.old, each) for each in known if each.strength >= finding.strength))
        return bool(missed := _missed(self.new, finding)) and missed <= before

    def _misses_more(self, before: Finding, after: Finding) -> bool:
        return not _missed(self.new, after) <= _missed(self.old, before)


def compare(old: Report, new: Report) -> DesignDiff:
    """Compares what validation says of two designs."""
    return DesignDiff(old, new, tuple(_DesignComparer(old, new).all()), *_findings(old, new))


def _more(these: Any, those: Any) -> tuple[Any, ...]:
    if not isinstance(these, tuple) or not isinstance(those, tuple):
        return ()
    return tuple(entry for entry in these if entry not in those)


def _missed(report: Report, finding: Finding) -> set[str]:
    """What a value misses, where that is what a finding says: the entries that a list lacks, and the limits besides."""
    stated = report.programme.value(finding.path)
    found: set[str] = set()
    for rule, argument in report.rulebook.parameters.get(finding.path, ()) if stated is not None else ():
        for limit in argument.limits:
            if rule.id not in finding.rules:
                continue
            if not isinstance(limit, Includes):
                missed = limit_holds(limit, stated) in ((None, False) if isinstance(stated, Inexact) else (False,))
                found |= {limit.words} if missed else set()
            elif limit.strength == finding.strength:  # what a list lacks is a finding for each strength
                found.update(limit.missing(stated))
    return found


class _DesignComparer:
    def __init__(self, old: Report, new: Report) -> None:
        self.old = old
        self.new = new

    def all(self) -> Iterator[DesignChange]:
        """The changes, table by table: the shared keys first, then those of the sectors."""
        old, new = self.old.programme, self.new.programme
        own = sorted({*old.sector_values, *new.sector_values})
        for name, field in attrs.fields_dict(Programme).items():
            if not is_in_file(field):
                continue
            yield from self.key((name,), field, getattr(old, name), getattr(new, name))
            for path in own:
                before, after = old.sector_values.get(path), new.sector_values.get(path)
                if path[0] == name and as_compared(before) != as_compared(after):
                    books = (self.new.rulebook, self.old.rulebook)
                    described = next(filter(None, (book.describe_key(path) for book in books)), "")
                    yield DesignChange(path, "", described, before, after)

    def key(
        self, path: Path, field: "attrs.Attribute[Any]", before: Any, after: Any, entry: str = ""
    ) -> Iterator[DesignChange]:
        """The changes in the value of a key, in whose path the numbers of entries are those of the new design."""
        if as_compared(before) == as_compared(after) and MORE not in field.metadata:
            return
        kind = stated_type(field.type)
        if is_table(kind):
            yield from self.table(path, kind, before, after, entry or (str(path[-1]) if len(path) > 1 else ""))
            return
        described = in_words(field.metadata[KEY].description, self.new.rulebook.words)
        if more := field.metadata.get(MORE):
            yield from self.said_of_entries(path, more, before or (), after or ())
            before, after = (None if stated is None else tuple(map(_named, stated)) for stated in (before, after))
            if before == after:
                return
        if get_origin(kind) is tuple and is_table(get_args(kind)[0]) and (before or after):
            yield from self.entries(path, get_args(kind)[0], described, before or (), after or ())
        else:
            yield DesignChange(path, entry, described, before, after)

    def table(self, path: Path, kind: Any, before: Any, after: Any, entry: str) -> Iterator[DesignChange]:
        """The changes in a table, of which None states nothing."""
        for name, field in attrs.fields_dict(kind).items():
            was, now = (None if table is None else getattr(table, name) for table in (before, after))
            yield from self.key((*path, field_to_key(name)), field, was, now, entry)

    def said_of_entries(self, path: Path, kind: Any, old: Sequence[Any], new: Sequence[Any]) -> Iterator[DesignChange]:
        """The changes in what two lists say of the entries that both have, beside what these are."""
        was = {_named(entry): entry for entry in old}
        for index, entry in enumerate(new):
            before, after = (getattr(each, "about", None) for each in (was.get(_named(entry)), entry))
            if _named(entry) in was and before != after:
                yield from self.table((*path, index), kind, before, after, written(entry))

    def entries(
        self, path: Path, kind: Any, described: str, old: Sequence[Any], new: Sequence[Any]
    ) -> Iterator[DesignChange]:
        """The changes in a list of tables: those that stayed or came, in their order, then those that went."""
        was, now = _by_name(_unmatched(old, new)), _by_name(_unmatched(new, old))
        for name in (*now, *(name for name in was if name not in now)):
            index, there = now[name] if name in now else was[name]
            both = [tables[name][1] for tables in (was, now) if name in tables]
            at, entry, secret = (*path, index), _entry(there, index), any(map(_is_confidential, both))
            if len(both) == 1:
                before, after = (None, there) if name in now else (there, None)
                yield DesignChange(at, entry, described, before, after, secret)
            else:
                for change in self.table(at, kind, both[0], both[1], entry):
                    yield attrs.evolve(change, confidential=secret)


def _named(entry: str) -> str:
    """An entry of a list without what is said of it beside what it is."""
    return OwnName(str(entry), entry.called) if isinstance(entry, OwnName) and entry.called != entry else str(entry)


def is_table(type_: Any) -> bool:
    """Whether values of a type are tables of the file."""
    return attrs.has(type_) and not is_text_value(type_)


def _is_confidential(table: Any) -> bool:
    return bool(getattr(table, "confidential", False))


def _unmatched(these: Sequence[Any], those: Sequence[Any]) -> list[tuple[int, Any]]:
    """The entries, with their places, that have no equal in the other list; all of those that go by their place."""
    left = Counter(those)
    found = []
    for index, table in enumerate(these):
        left[table] -= 1
        if left[table] < 0 or not name_of(table):
            found.append((index, table))
    return found


def _by_name(tables: Iterable[tuple[int, Any]]) -> dict[Any, tuple[int, Any]]:
    """The entries of a list with their places, by what names them; of one name the first, the second and so on."""
    found: dict[Any, tuple[int, Any]] = {}
    counted: Counter[Any] = Counter()
    for index, table in tables:
        name = name_of(table)
        found[(*name, counted[name])] = (index, table)
        counted[name] += 1
    return found


def _entry(table: Any, index: int) -> str:
    """Which entry of a list one is, in words."""
    what, _ = ENTRIES[type(table)]
    name = name_of(table)
    if isinstance(table, Phase):
        return f"in the first {table.for_}" if index == 0 and table.for_ else f"in phase {index + 1}"
    if not name or None in name:
        return f"{what} {index + 1}"
    if isinstance(table, Link):
        return f"link from {written(table.from_)} to {written(table.to)} ({table.kind})"
    return f"{what} {written(name[0])}"


def _findings(
    old: Report, new: Report
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[tuple[Finding, Finding], ...]]:
    """The findings that appeared, that are gone, and that say something else."""
    before, after = _by_subject(old), _by_subject(new)
    appeared: list[Finding] = []
    gone: list[Finding] = []
    altered: list[tuple[Finding, Finding]] = []
    for subject in (*after, *(subject for subject in before if subject not in after)):
        was, now = before.get(subject, []), after.get(subject, [])
        old_texts, new_texts = ({_what_it_says(finding) for finding in findings} for findings in (was, now))
        was = [finding for finding in was if _what_it_says(finding) not in new_texts]
        now = [finding for finding in now if _what_it_says(finding) not in old_texts]
        altered += zip(was, now, strict=False)
        gone += was[len(now) :]
        appeared += now[len(was) :]
    return tuple(appeared), tuple(gone), tuple(altered)


def _by_subject(report: Report) -> dict[Any, list[Finding]]:
    """Findings by what they are about: a place and a rule, or a place that is open, whichever rules ask for it."""
    found: dict[Any, list[Finding]] = {}
    for finding in report.findings:
        who = "" if finding.kind is FindingKind.NOT_SETTLED else finding.rule
        found.setdefault((who, finding.kind, *path_by_names(report.programme, finding.path)), []).append(finding)
    return found


def _what_it_says(finding: Finding) -> tuple[str, str, str | None]:
    return (finding.severity, finding.message, finding.waived)
