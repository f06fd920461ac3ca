"""What can be said of rules by looking at what they declare: that they load, their ids, cases and sources."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path as File
from types import ModuleType
from urllib.parse import urlsplit

import attrs

from mentorkit.core.rule import Rule, rules_in
from mentorkit.core.source import Source
from mentorkit.registry.crash_in_words import in_one_line
from mentorkit.registry.find import PREFIX_GROUP
from mentorkit.reports.evidence import EVIDENCE_FILE, EvidenceError, evidence_of
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import CaseError, RuleCase, lacking_cases, no_cases, stray_cases
from mentorkit.testing.crashes import crash_of
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.text.words import listed
from mentorkit.values.tool import Citation


def loads(under_test: PluginUnderTest) -> Iterator[Advice]:
    """It can be imported and asked, and what it declares keeps the contract."""
    if under_test.load_error and not any(ids(under_test)):
        fix = "fix that first; nothing else can be looked at"
        yield Advice("loads", under_test.load_error_place, under_test.load_error.reason, fix)


def ids(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Ids begin with the sector's prefix, have the digit of their area, and are used once; the prefix is announced."""
    declared = [
        (hook, rule)
        for hook, answer in under_test.answers.items()
        if isinstance(answer, list)
        for rule in answer
        if isinstance(rule, Rule)
    ]
    prefix = under_test.sector.prefix if under_test.sector else ""
    found = under_test.found
    if prefix and found.folder and not found.prefix:  # what is not installed announces nothing
        message = f"its distribution does not announce the prefix {prefix}, so every programme imports it to find out"
        fix = f'add {prefix} = "{found.module}" to [project.entry-points."{PREFIX_GROUP}"] in its pyproject.toml'
        yield Advice("ids", found.module, message, f"{fix}, and install it again")
    times = Counter(rule.id for _, rule in declared)
    for hook, rule in declared:
        place = under_test.place(rule)
        if prefix and rule.id[:3] != prefix:
            fix = f"call it {prefix}{rule.id[3:]}, or the next number of the area that is free"
            yield Advice("ids", place, f"its id does not begin with {prefix}, the sector's prefix", fix)
        if rule.area.hook != hook:
            message = f"the digit {rule.area.number} of its id stands for {rule.area.table}, and {hook} returns it"
            yield Advice("ids", place, message, f"return it in {rule.area.hook}, or give it the digit of its area")
        if times[rule.id] > 1:
            fix = "give one of them the next number that is free; an id that was given up is not used again"
            yield Advice("ids", place, "another rule has the same id", fix)


def asked(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Every rule that a module declares is returned by a hook, or nobody is ever asked about it."""
    returned = {(rule.id, rule.line) for rule in under_test.plugin.rules}
    for file, problem in _not_imported(under_test):
        message = f"it has rules and cannot be imported, so they are never applied: {in_one_line(problem)}"
        yield Advice("asked", under_test.name(file), message, "fix it, or take it out")
    for module in _modules(under_test):
        for rule in rules_in(module):
            if (rule.id, rule.line) not in returned:
                listed_by = f"rules_in({module.__name__.rpartition('.')[2]})"
                fix = f"return it from {rule.area.hook}, for example with {listed_by}"
                yield Advice("asked", under_test.place(rule), "no hook returns it, so it is never applied", fix)


def _modules(under_test: PluginUnderTest) -> Iterator[ModuleType]:
    """The modules of the package; one that cannot be imported declares nothing."""
    for file in under_test.files:
        with suppress(Exception):
            yield import_module(under_test.module_name(file))


def _not_imported(under_test: PluginUnderTest) -> Iterator[tuple[File, Exception]]:
    """The files that declare rules and cannot be imported; what a hook needs of them is looked at elsewhere."""
    for file in under_test.files:
        try:
            import_module(under_test.module_name(file))
        except Exception as problem:
            if re.search(r"^@rule\(|\brequires\(", file.read_text(encoding="utf-8", errors="replace"), re.M):
                yield file, problem


def outcomes(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Every outcome that a rule can have is shown by a case."""
    for rule, wanted in lacking_cases(under_test.plugin):
        message = f"it can end in {listed(wanted, 'or')}, and no case shows that"
        yield Advice("outcomes", under_test.place(rule), message, f"add cases/{rule.id}/{wanted[0]}-<why>.toml")
    for rule in under_test.plugin.rules:
        days = [case.on for case in under_test.cases if case.rule.id == rule.id]
        for change in sorted(rule.changes):
            shown = {"before": any(day < change for day in days), "from": any(day >= change for day in days)}
            for side in (side for side, there in shown.items() if not there):
                message = f"it says something else from {change} on, and no case shows it {side} that day"
                yield Advice("outcomes", under_test.place(rule), message, "add a case with such a day as its 'on'")
    for name in stray_cases(under_test.plugin):
        yield Advice("outcomes", f"cases/{name}", "there is no such rule", "rename it after its rule, or take it out")
    for name in no_cases(under_test.plugin):
        fix = "name it <outcome>-<why>.toml, right in the folder of its rule, or take it out"
        yield Advice("outcomes", f"cases/{name}", "it is not a case, so nobody reads it", fix)


def cases(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Every case is answered as its file promises."""
    for case in under_test.every_case:
        if advice := case_advice(under_test, case):
            yield advice


def case_advice(under_test: PluginUnderTest, case: RuleCase | CaseError) -> Advice | None:
    """What to fix in one case, or None."""
    try:
        if isinstance(case, CaseError):
            raise case
        case.check()
    except CaseError as problem:
        crash = crash_of(under_test, case) if isinstance(case, RuleCase) and case.is_readable else ""
        message = f"its rule ends in {crash}" if crash else problem.message
        return Advice("cases", f"cases/{problem.about}.toml", message, problem.fix)
    return None


def sources(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Every source can be looked up; the evidence names rules that there are."""
    try:
        evidence_of(under_test.plugin)
    except EvidenceError as problem:
        fix = "fix it there, so that 'mentorkit rules --evidence' can count it in"
        yield Advice("sources", under_test.name(under_test.folder / EVIDENCE_FILE), str(problem), fix)
    works: dict[tuple[str, str], Source] = {}
    for tool in under_test.sector.tools if under_test.sector else ():
        for message, fix in _wrong_with(tool.source):
            yield Advice("sources", f"the tool {tool.name}", message, fix)
    for rule in under_test.plugin.rules:
        for source in rule.all_sources:
            for message, fix in _wrong_with(source):
                yield Advice("sources", under_test.place(rule), message, fix)
            first = works.setdefault((source.author, source.title), source)
            if _differs(first, source):
                message = f'the source "{source.title}" is declared twice, with another year, edition, address or day'
                fix = "declare the work once, and cite its places with .at(…)"
                yield Advice("sources", under_test.place(rule), message, fix)


def _differs(first: Source, second: Source) -> bool:
    """Whether two citations of a work say other things of it."""
    same_place = attrs.evolve(second, place=first.place, evidence=first.evidence)  # a place has its own evidence
    return same_place != first


def _wrong_with(source: Citation) -> Iterator[tuple[str, str]]:
    named = f'the source "{source.title}"'
    try:
        address = urlsplit(source.address)
        found = address.scheme in ("http", "https") and "." in (address.hostname or "") and " " not in source.address
    except ValueError:
        found = False
    if not found:
        yield f"{named} has no address at which it can be read", "give it one that begins with https://"
