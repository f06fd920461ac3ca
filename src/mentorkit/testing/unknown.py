"""Whether what a design does not state reads as no: a rule that falls silent then lets through what it is there for."""

import copy
from collections.abc import Iterator
from datetime import date
from typing import Any

from mentorkit.core.condition import Condition
from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.registry.rulebook_of import ClashError
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase
from mentorkit.testing.changed_designs import put, without_each_key
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.toml.structure import read_programme
from mentorkit.validation.known_entries import own_open_lists


def unknown(under_test: PluginUnderTest) -> Iterator[Advice]:
    """What a design does not state never reads as no: something asks for it, as bindingly as the rule.

    Of each case that a rule about designs finds something in, each key is left out, and each table of several. Where
    the rule is silent then, or milder, another rule has to ask for that key, of the plugin or of the shared standards.
    Where silence does mean no, the condition says so, or a clean case shows it: one that finds the same once it states
    the key.
    """
    by_rule: dict[str, list[RuleCase]] = {}
    for case in under_test.cases:
        by_rule.setdefault(case.rule.id, []).append(case)
    for rule in under_test.plugin.rules:
        if not rule.facts:  # what is asked of a person is for the second law
            cases = by_rule.get(rule.id, [])
            found: dict[Path, RuleCase] = {}
            for path, case, by_condition in _silenced(under_test, rule, cases):
                if found.setdefault(path, case) is case:
                    yield _advice(under_test, rule, path, case, by_condition=by_condition)


def _silenced(under_test: PluginUnderTest, rule: Rule, cases: list[RuleCase]) -> Iterator[tuple[Path, RuleCase, bool]]:
    """The keys without which a rule says less than in a case, and nobody asks; and whether it does not apply then."""
    for case in cases:
        design = case.data.get("design", {})
        before = case.findings()
        if not before:
            continue
        binds = min(rule.strength, max(finding.strength for finding in before))
        for path, value, less in without_each_key(design):
            programme, faults = read_programme(less, case.book.sector_keys, own_open_lists(case.book))
            after = read_design(case.book, programme, case.on)
            if faults or any(finding.strength >= binds for finding in after):
                continue
            if not isinstance(value, dict) and any(_is_within(finding.path, path) for finding in before):
                continue  # an entry that is wrong is not there any more
            if _declared(rule.applies, case, programme):
                continue
            if not _asked(_with_standards(under_test), design, less, path, binds, case.on) and not any(
                _shows_silence(other, path, value) for other in cases
            ):
                yield path, case, rule.applies is not None and not rule.applies.holds(programme, case.on)


def _with_standards(under_test: PluginUnderTest) -> Rulebook:
    """The rules of the plugin and of the shared standards; the plugin's alone where the two do not fit together."""
    try:
        return under_test.with_standards
    except ClashError:  # reported by the fourth law
        return under_test.book


def _said(book: Rulebook, data: dict[str, Any], on: date) -> list[Finding] | None:
    """What rules say of a design; None of one that cannot be read."""
    programme, faults = read_programme(data, book.sector_keys, own_open_lists(book))
    return None if faults else read_design(book, programme, on)


def _is_within(path: Path, other: Path) -> bool:
    return len(path) > len(other) and path[: len(other)] == other


def _declared(condition: Condition | None, case: RuleCase, less: Programme) -> bool:
    """Whether a condition, or a part of it, ceases to hold and says that what is not stated counts as no."""
    if condition is None:
        return False
    ceases = condition.holds(case.programme, case.on) and not condition.holds(less, case.on)
    return (ceases and bool(condition.unstated_is_no)) or any(_declared(part, case, less) for part in condition.parts)


def _asked(book: Rulebook, design: dict[str, Any], less: dict[str, Any], path: Path, binds: Strength, on: date) -> bool:
    """Whether a design is found wanting for a key that it leaves out, by any rule that binds as much."""
    before = {(finding.rules, finding.path, finding.message) for finding in _said(book, design, on) or ()}
    return any(
        finding.strength >= binds
        and (finding.path == path or (finding.rules, finding.path, finding.message) not in before)
        for finding in _said(book, less, on) or ()
    )


def _shows_silence(case: RuleCase, path: Path, value: Any) -> bool:
    """Whether a case shows that nothing is wrong where a key is left out, and is where it has a value."""
    data = copy.deepcopy(case.data.get("design", {}))
    if case.outcome != "clean" or any(path == stated for stated, _, _ in without_each_key(data)):
        return False
    put(data, path, value)
    return bool(_said(case.book, data, case.on))


def _advice(under_test: PluginUnderTest, rule: Rule, path: Path, case: RuleCase, *, by_condition: bool) -> Advice:
    key, place = dotted(path), under_test.place(rule)
    message = f'without {key} it is milder about "{case.why}", and nothing asks for that key: unknown reads as no'
    if by_condition and rule.applies is not None:
        needs = "" if rule.applies.all_needs else f', and name the key: needs="{key}"'
        fix = f"let its condition return None where {key} is None{needs}"
        return Advice("unknown", place, message, f'{fix}; or say why that means no: only_if_stated(…, "…")')
    if rule.views:
        fix = f'ask for it in a rule that takes the programme: not_settled("{key}", …)'
    else:
        fix = f'ask for it: not_settled("{key}", …)'
    fix = f"{fix}; if leaving it out does mean no, show that in cases/{rule.id}/clean-<why>.toml"
    return Advice("unknown", place, message, fix)
