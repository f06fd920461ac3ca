"""What an editor can do about a finding at a keystroke.

A misspelt name is put right; what is missing is added as a blank with an example beside it, which stays a finding
until somebody fills it in; a waiver is begun, with blanks for who decided, why and until when. Nothing that a service
has to decide is decided here.
"""

import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import starmap
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.limit import Includes
from mentorkit.core.rulebook import STANDARDS
from mentorkit.editor.diagnostics import Diagnostic, diagnostics
from mentorkit.editor.keys import Key, key_at, keys_in, limits_at, type_at
from mentorkit.editor.reading import Reading
from mentorkit.programme.key import KEY
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.registry.find import FoundPlugin
from mentorkit.text.did_you_mean import did_you_mean, stated_as
from mentorkit.text.values_in_text import written
from mentorkit.toml.edits import key_line
from mentorkit.toml.outline import Outline, OutlineEntry
from mentorkit.validation.confirm import with_confirmation, without_names
from mentorkit.validation.file_checks import NOT_CONFIRMED
from mentorkit.validation.implausible import implausible_values
from mentorkit.validation.waivers import FoundThing


@attrs.frozen
class Fix:
    """A change of the text.

    Attributes:
        title: what it does.
        start: offset of what it replaces.
        end: offset behind that.
        text: what stands there afterwards.
        diagnostic: what it is for.
        renames: whether it puts right a misspelt name, which is nearly always what is wanted.
    """

    title: str
    start: int
    end: int
    text: str
    diagnostic: Diagnostic
    renames: bool = False


def fixes(reading: Reading, start: int, end: int, installed: Iterable[FoundPlugin]) -> list[Fix]:
    """What can be done about what is underlined between two offsets; only changes after which the file can be read."""
    found: list[Fix] = []
    for diagnostic in diagnostics(reading):
        if diagnostic.start <= end and diagnostic.end >= start:
            found += _fixes(reading, diagnostic, [plugin.name for plugin in installed])
    return sorted((fix for fix in found if _can_be_read(reading, fix)), key=lambda fix: not fix.renames)


def _can_be_read(reading: Reading, fix: Fix) -> bool:
    text = reading.text[: fix.start] + fix.text + reading.text[fix.end :]
    with suppress(tomllib.TOMLDecodeError, RecursionError):
        tomllib.loads(text)
        return True
    return False


def _fixes(reading: Reading, diagnostic: Diagnostic, installed: list[str]) -> Iterator[Fix]:
    finding = diagnostic.finding
    if finding is None:
        yield from _sector(reading, diagnostic, installed)
        return
    if finding.waived or (finding.span and finding.span.file):  # what another file states is changed there
        return
    yield from _renames(reading, diagnostic, finding)
    yield from _confirmed(reading, diagnostic, finding)
    if finding.kind is FindingKind.NOT_SETTLED and len(finding.path) > 2 and finding.path[-2] == "collects":
        yield from _collect(reading, diagnostic, finding.path)
    elif finding.kind is FindingKind.NOT_SETTLED and finding.path and finding.path not in reading.outline:
        yield from _blank(reading, diagnostic, finding.path)
    if (
        finding.kind in (FindingKind.FALLS_SHORT, FindingKind.NOT_SETTLED) and finding.span
    ):  # the first line bears enough already
        yield from _waiver(reading, diagnostic, finding)


def _confirmed(reading: Reading, diagnostic: Diagnostic, finding: Finding) -> Iterator[Fix]:
    """Says in the file that a value of a template, or an unusual one, is meant."""
    outline, report = reading.outline, reading.report
    if report is None:
        return
    if finding.rule == NOT_CONFIRMED and ("file", "not_confirmed") in outline:
        name = dotted(finding.path)
        kept = [each for each in outline.texts("file", "not_confirmed", -1).values() if each != name]
        yield Fix(f"confirm {name}", *without_names(outline, kept), diagnostic)
    elif finding.rule == "implausible":
        for each in implausible_values(report.programme, report.rulebook):
            if each.path == finding.path:
                entry = {"at": each.name, "value": each.value}
                yield Fix(f"confirm that {each.value} is meant", *with_confirmation(outline, entry), diagnostic)


def _rename(outline: Outline, diagnostic: Diagnostic, path: Path, meant: str | None) -> Iterator[Fix]:
    """Puts a misspelt text right."""
    entry = outline.get(path)
    if meant and entry:
        yield Fix(f'change it to "{meant}"', *entry.value, written(meant), diagnostic, renames=True)


def _sector(reading: Reading, diagnostic: Diagnostic, installed: list[str]) -> Iterator[Fix]:
    known = [name for name in installed if name != STANDARDS]
    for path, name in reading.outline.texts("programme", "sectors", -1).items():
        if name not in installed and reading.outline[path].value[0] == diagnostic.start:
            yield from _rename(reading.outline, diagnostic, path, did_you_mean(name, known))


def _renames(reading: Reading, diagnostic: Diagnostic, finding: Finding) -> Iterator[Fix]:
    outline, book, path = reading.outline, reading.book, finding.path
    entry = outline.get(path)
    if finding.rule == "unknown-key" and entry:
        there = {at[len(path) - 1] for at in outline if at[: len(path) - 1] == path[:-1] and len(at) >= len(path)}
        meant = did_you_mean(str(path[-1]), (name for name in keys_in(book, path[:-1]) if name not in there))
        if meant:
            yield Fix(f"rename it to {meant}", *entry.key, meant, diagnostic, renames=True)
    elif finding.rule == "renamed-key" and entry:
        yield from _to_new_name(reading, diagnostic, entry)
    elif finding.rule == "wrong-value" and entry and get_origin(type_at(book, path)) is Literal:
        choices = get_args(type_at(book, path))
        yield from _rename(outline, diagnostic, path, did_you_mean(outline.written(entry), choices))
    elif finding.rule == "waiver-unknown" and entry:
        meant = did_you_mean(outline.written(entry), (rule.id for rule in book.rules))
        yield from _rename(outline, diagnostic, path, meant)
    elif finding.kind in (FindingKind.FALLS_SHORT, FindingKind.NOT_SETTLED):
        stated = {text: at for at, text in outline.texts(*path, -1).items()}
        for rule, _, limit in limits_at(book, path):
            if rule.id in finding.rules and isinstance(limit, Includes):
                for missing in limit.missing(stated):
                    near = stated_as(missing, stated, reading.book.key(path).synonyms)
                    yield from _rename(outline, diagnostic, stated[near], missing) if near else ()


def _to_new_name(reading: Reading, diagnostic: Diagnostic, entry: OutlineEntry) -> Iterator[Fix]:
    """Renames a key, or a fact that is collected, that has its earlier name."""
    if isinstance(entry.path[-1], int):
        new = reading.book.renamed_facts[reading.outline.written(entry)]
        yield from _rename(reading.outline, diagnostic, entry.path, new)
    else:
        new = str(reading.book.current_path(entry.path)[-1])
        yield Fix(f"rename it to {new}", *entry.key, new, diagnostic, renames=True)


def _collect(reading: Reading, diagnostic: Diagnostic, path: Path) -> Iterator[Fix]:
    """Adds a fact to those that are asked at a stage, or puts right its misspelt name."""
    outline, fact = reading.outline, str(path[-1])
    stated = {text: at for at, text in outline.texts(*path[:-1], -1).items()}
    unused = [name for name in stated if name not in reading.book.facts()]
    if near := did_you_mean(fact, unused):
        yield from _rename(outline, diagnostic, stated[near], fact)
    title = f"ask {fact} at {path[0]}"
    entry = outline.get(path[:-1])
    if entry is None:
        yield from _added(reading, diagnostic, title, path[:-1], f"[{written(fact)}]", "")
    elif reading.text[entry.value[1] - 1] == "]":
        if stated:
            last = outline[max(stated.values(), key=lambda at: int(at[-1]))].value[1]
            yield Fix(title, last, last, f", {written(fact)}", diagnostic)
        else:
            yield Fix(title, *entry.value, f"[{written(fact)}]", diagnostic)


def _blank(reading: Reading, diagnostic: Diagnostic, path: Path) -> Iterator[Fix]:
    """Adds a missing key with an empty value, which nobody can take for a statement."""
    key = key_at(reading.book, path)
    if key is None:
        return
    blank, example = ('[""]' if get_origin(key.type) is tuple else '""'), _example(reading, path, key)
    yield from _added(reading, diagnostic, f"add {dotted(path)} as a blank", path, blank, example)


def _example(reading: Reading, path: Path, key: Key) -> str:
    entries = [entry for _, _, limit in limits_at(reading.book, path) if limit.cumulative for entry in limit.example]
    return written(list(dict.fromkeys(entries))) if entries else key.declared.example


def _added(reading: Reading, diagnostic: Diagnostic, title: str, path: Path, value: str, example: str) -> Iterator[Fix]:
    """Adds a key where its table is: under its header, in its braces, beside its dotted keys; else with a header."""
    outline, text = reading.outline, reading.text
    end = "\r\n" if "\r\n" in text else "\n"
    note = f"  # such as {example}" if example else ""
    table, line = path[:-1], f"{path[-1]} = {value}"
    holder = outline.get(table)
    if holder and holder.implied:
        holder = None
    if holder and not holder.header:
        before = text[: holder.value[1] - 1].rstrip()
        comma = "" if before.endswith(("{", ",")) else ","
        yield Fix(title, len(before), holder.value[1] - 1, f"{comma} {line} ", diagnostic)
        return
    last = _last_under(outline, table) if holder else _last_beside(outline, table)
    if last:
        above = holder.path if holder else outline.table_at(last.value[0])
        at = _line_end(text, last.value[1])
        yield Fix(title, at, at, f"{end}{dotted((*path[len(above) : -1], line))}{note}", diagnostic)
        return
    at = len(text.rstrip())
    yield Fix(title, at, len(text), f"{end}{end}[{dotted(table)}]{end}{line}{note}{end}", diagnostic)


def _last_under(outline: Outline, table: Path) -> OutlineEntry:
    """The last thing that stands directly under the header of a table, or the header."""
    under = [entry for entry in outline.entries if not entry.header and outline.table_at(entry.key[0]) == table]
    return max([*under, outline[table]], key=lambda entry: entry.value[1])


def _last_beside(outline: Outline, table: Path) -> OutlineEntry | None:
    """The last of the dotted keys that imply a table, or None."""
    beside = [
        entry
        for entry in outline.entries
        if entry.path[: len(table)] == table and len(outline.table_at(entry.key[0])) < len(table)
    ]
    return max(beside, key=lambda entry: entry.value[1]) if beside else None


def _line_end(text: str, offset: int) -> int:
    line = text[offset:].partition("\n")[0]
    return offset + len(line.rstrip("\r"))


def _waiver(reading: Reading, diagnostic: Diagnostic, finding: Finding) -> Iterator[Fix]:
    """Begins a waiver for every rule that says so, unless the owner of one lets nobody waive it."""
    rules = [reading.book.rule(rule_id) for rule_id in finding.rules]
    there = set(reading.outline.texts("waivers", -1, "rule").values())
    ids = [rule.id for rule in rules if rule and rule.id not in there]
    report = reading.report
    if (
        report is None
        or not ids
        or len(finding.things) > len(rules)
        or any(rule is None or not rule.waivable for rule in rules)
    ):
        return  # of several things 'mentorkit waive' asks which is meant
    end = "\r\n" if "\r\n" in reading.text else "\n"
    lines: list[str] = []
    for rule_id in ids:
        thing = FoundThing.of(report.programme, dict(finding.things)[rule_id], finding)
        lines += ["", "[[waivers]]", key_line("rule", rule_id)]
        lines += starmap(key_line, thing.agreed_to(thing.names[0]).items())
        lines += [f'{name} = ""  # {words}' for name, words in _blanks().items()]
    at = len(reading.text.rstrip())
    text = "".join(f"{end}{line}" for line in lines) + end
    yield Fix(f"begin a waiver for {', '.join(ids)}", at, len(reading.text), text, diagnostic)


def _blanks() -> dict[str, str]:
    """The keys of a waiver that somebody has to fill in, each with what it is."""
    entry: Any = get_args(get_args(attrs.fields_dict(Programme)["waivers"].type)[0])[0]
    return {
        field.name: f"{field.metadata[KEY].description}, such as {field.metadata[KEY].example}"
        for field in attrs.fields(entry)
        if field.name in ("reason", "agreed_by", "agreed_on", "until")
    }
