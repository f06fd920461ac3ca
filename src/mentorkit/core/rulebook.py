"""All rules of the sectors that a programme names, in a fixed order."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from mentorkit.core.arguments import Argument, Fact, Parameter, View
from mentorkit.core.finding import Finding
from mentorkit.core.hooks import Sector
from mentorkit.core.rule import Rule
from mentorkit.programme.key import DeclaredKey
from mentorkit.programme.path import Path
from mentorkit.programme.shared_keys import key_of
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.text.values_in_text import written
from mentorkit.text.words import in_words
from mentorkit.values.by_fields import ByFields
from mentorkit.values.crash_log import CrashedError, call_plugin
from mentorkit.values.grouped import grouped

STANDARDS = "standards"
"""The plugin that every programme needs, whatever its sectors."""

STANDARDS_PREFIX = "STD"
"""Theirs alone, or a plugin that takes it would stop every programme."""


def example_at(path: Path, users: Iterable[tuple[Rule, Argument]]) -> str:
    """A value that these rules would take at a path, as the file writes it; empty where nobody knows one."""
    users = tuple(users)
    for many in (True, False):
        limits = (limit for _, argument in users for limit in argument.limits if limit.cumulative is many)
        if entries := tuple(dict.fromkeys(entry for limit in limits for entry in limit.example)):
            return written(entries if many else entries[0])
    return next((argument.example for _, argument in users if argument.example), key_of(path).example)


@attrs.frozen(eq=False, repr=False)
class Rulebook(ByFields):
    """The rules that apply to a programme; `rulebook_of` puts them together from those of its sectors.

    Attributes:
        sectors: by plugin name, the shared standards first.
        rules: by area, then id.
        sector_keys: the types of the sectors' own keys, by path.
        sector_ways: the ways of support in which a rule reads each of these, or waits for it; none for all of them.
        asked: each fact by name, as the shared standards ask it or the first sector that does.
        words: what people are called here.
        parameters: every place of the file that a rule reads, with the rules that do.
        renamed: where a sector's own parameters stand, by the path that each had under an earlier name.
        renamed_facts: the names of facts, by the earlier name of each.
        changes: the days from which on one of the rules says something else, in order.
        day: the day on which they are read; None where none is known, and then all that may hold one day does.
        whole: the rulebook of all days that this one of one day was made from; None where it is that itself.
        on_days: the rulebooks of single days that were made from this one.
        unstated: what the design reading has found that a design did not state, so that it is put in words once.
        searched: the ids of the rules that look at each key or table in a search, once somebody has asked.
    """

    sectors: Mapping[str, Sector]
    rules: tuple[Rule, ...]
    sector_keys: Mapping[Path, Any]
    sector_ways: Mapping[Path, frozenset[Way]]
    asked: Mapping[str, Argument]
    words: Mapping[str, str]
    parameters: Mapping[Path, tuple[tuple[Rule, Argument], ...]]
    renamed: Mapping[Path, Path]
    renamed_facts: Mapping[str, str]
    changes: tuple[date, ...] = ()
    day: date | None = None
    whole: "Rulebook | None" = attrs.field(default=None, eq=False, repr=False)
    on_days: "dict[date, Rulebook]" = attrs.field(factory=dict, init=False, eq=False, repr=False)
    unstated: dict[tuple[Any, ...], Finding] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    searched: dict[Path, list[str]] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def with_only(self, rule: Rule) -> "Rulebook":
        """A rulebook of one of the rules, for files that may have every key of the sectors."""
        return attrs.evolve(self, rules=(rule,), parameters=by_path([rule]))

    def on(self, day: date) -> "Rulebook":
        """The rulebook as it is on a day: with the limits alone that hold then."""
        if not self.changes or self.day == day:
            return self
        whole = self.whole or self
        if day not in whole.on_days:
            rules = tuple(rule.on(day) for rule in whole.rules)
            whole.on_days[day] = attrs.evolve(whole, rules=rules, parameters=by_path(rules), day=day, whole=whole)
        return whole.on_days[day]

    def with_words_for(self, programme: Programme) -> "Rulebook":
        """The same rules in the words of the one setting in which a programme is delivered, where it has its own."""
        settings = programme.programme.settings or ()
        words = dict(self.words)
        for sector in reversed(list(self.sectors.values())) if len(settings) == 1 else ():
            words |= sector.words_in.get(settings[0], {})
        return self if words == self.words else attrs.evolve(self, words=words)

    def rules_for(self, programme: Programme) -> list[Rule]:
        """The rules that apply to a design, or may: what it does not say yet leaves no rule out.

        A rule that takes a view applies where there is something to view, such as a network.
        """
        there = {view: _may_be_in(programme, view) for rule in self.rules for view in rule.views.values()}
        return [
            rule
            for rule in self.rules
            if all(there[view] for view in rule.views.values())
            if rule.applies_to(programme, self.day)
        ]

    def current_path(self, path: Path) -> Path:
        """A path under the name that a sector's key has now, or the path itself."""
        renamed = self.renamed.get(path[:3])
        return (*renamed, *path[3:]) if renamed else path

    def rule(self, id: str) -> Rule | None:
        """The rule of an id, or None."""
        return next((rule for rule in self.rules if rule.id == id), None)

    def describe(self, rule: Rule, argument: Argument) -> str:
        """What a parameter or fact is, in the words of the sector."""
        asked = self.asked[argument.name] if isinstance(argument.declared, Fact) else argument
        text = asked.declared.description
        return in_words(text, self.words) if text else self.describe_key(rule.path(argument))

    def question(self, fact: str) -> str:
        """What to ask about a fact, in the words of the sector; empty where no rule says it."""
        return in_words(self.asked[fact].declared.question, self.words)

    def describe_key(self, path: Path) -> str:
        """What a key of the file is."""
        return in_words(self.key(path).description, self.words)

    def key(self, path: Path) -> DeclaredKey:
        """What a key declares, from the table that every programme shares or from the rules that read it.

        A sector's own key is for the ways of support in which one of its rules reads it.
        """
        users = (self.whole or self).parameters.get(path, ())  # also on days on which no rule asks for it
        declared = key_of(path, [each.declared for _, each in users if isinstance(each.declared, Parameter)])
        return attrs.evolve(declared, ways=self.sector_ways[path]) if path in self.sector_keys else declared

    def readers(self, path: Path) -> list[Rule]:
        """The rules that read a key of the file: those that ask for it, then those that look at it in a search."""
        if not self.searched:  # of a file with many values to confirm, each is asked
            self.searched.update(grouped((read, rule.id) for rule in self.rules for read in rule.looked_at))
        asking = {rule.id: rule for rule, _ in self.parameters.get(path, ())}
        looking = {
            id_ for length in range(len(path) + 1) for id_ in self.searched.get(path[:length], ())
        } - asking.keys()
        return [*asking.values(), *(rule for rule in self.rules if rule.id in looking)]

    def facts(self) -> dict[str, list[tuple[Rule, Argument]]]:
        """Every fact that a rule asks for, with the rules that do, by name."""
        found = grouped((argument.name, (rule, argument)) for rule in self.rules for argument in rule.facts)
        return dict(sorted(found.items()))


def _may_be_in(programme: Programme, view: type[View]) -> bool:
    """Whether there may be something to view; where the view fails to answer, the rules that take it are asked."""
    try:
        return call_plugin(lambda: view.is_in(programme)) is not False
    except CrashedError:
        return True


def by_path(rules: Iterable[Rule]) -> dict[Path, tuple[tuple[Rule, Argument], ...]]:
    """Every place of the file that one of the rules reads, with the rules that do."""
    found = grouped((rule.path(argument), (rule, argument)) for rule in rules for argument in rule.parameters)
    return {path: tuple(users) for path, users in found.items()}
