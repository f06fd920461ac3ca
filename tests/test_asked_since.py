"""No rule is new without the edition that brings it, so that services see what is newly asked of them.

The golden file has a line for each rule and each key and fact that it asks for: the edition, the rule, the key. What
is in it stays; what comes to it has the edition that the rule states as `asked_since`. A key that a rule asks for only
later gets the edition of its sector, and shows in the difference: consider whether it should be a rule of its own.
"""

from pathlib import Path

import pytest

from mentorkit.programme.path import dotted
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins

GOLDEN = Path(__file__).parent / "golden/surface/asked.txt"
PLUGINS = Plugins()
BOOK = PLUGINS.rulebook([found.name for found in PLUGINS.found if found.distribution.startswith("mentorkit")])
LINES = GOLDEN.read_text(encoding="utf-8").splitlines()
KNOWN = {(rule, key): edition for edition, rule, key in (line.split("  ", 2) for line in LINES)}
IDS = {rule for rule, _ in KNOWN}


def test_a_new_rule_says_since_when_it_asks() -> None:
    last = max(KNOWN.values())
    new = [rule for rule in BOOK.rules if rule.id not in IDS]
    assert [rule.id for rule in new if not rule.asked_since or str(rule.asked_since) < last] == [], (
        "these are new: state asked_since, with the edition of the sector that brings them"
    )


def test_a_rule_that_was_asked_before_does_not_become_new() -> None:
    first = {rule: min(edition for (id_, _), edition in KNOWN.items() if id_ == rule) for rule in IDS}
    since = {rule.id: str(rule.asked_since) for rule in BOOK.rules if rule.asked_since}
    assert {id_: edition for id_, edition in since.items() if first.get(id_, edition) != edition} == {}


def test_what_is_asked_is_what_was_reviewed(request: pytest.FixtureRequest) -> None:
    lines = []
    for rule in sorted(BOOK.rules, key=lambda rule: rule.id):
        keys = [dotted(rule.path(argument)) for argument in rule.parameters]
        keys += [f"{rule.area.table}.collects: {fact.name}" for fact in rule.facts]
        since = str(rule.asked_since or BOOK.sectors[rule.owner].edition)
        lines += [f"{KNOWN.get((rule.id, key), since)}  {rule.id}  {key}\n" for key in sorted(keys) or ["the design"]]
    if request.config.getoption("--update"):
        GOLDEN.write_text("".join(lines), encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == "".join(lines)


def test_what_is_newly_asked_of_an_older_file_changes_no_decision_on_a_person() -> None:
    """A rule that asks the design alone, in the area of a stage, would make everybody a note until that is stated."""
    older = [rule for rule in BOOK.rules_for(Programme()) if rule.asked_since and rule.stage is None]
    assert [rule.id for rule in older if rule.area.stage and rule.parameters] == []
