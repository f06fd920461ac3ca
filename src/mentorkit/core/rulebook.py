"""All rules of the sectors that a programme names, in a fixed order."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, get_args

import attrs

from mentorkit.core.hooks import Sector
from mentorkit.core.key import key_to_field
from mentorkit.core.limit import written
from mentorkit.core.paths import Path, dotted, path_of
from mentorkit.core.programme import Programme
from mentorkit.core.rule import Argument, Fact, Parameter, Rule
from mentorkit.core.words import in_words

STANDARDS = "standards"
"""The plugin that every programme needs, whatever its sectors."""

STANDARDS_PREFIX = "STD"
"""Theirs alone, or a plugin that takes it would stop every programme."""


class ClashError(Exception):
    """Declarations contradict each other; the message names both."""


@attrs.frozen
class SharedKey:
    """A key of the tables that every programme shares.

    Attributes:
        type: of its value.
        description: what it means.
        example: a value, as the file writes it.
    """

    type: Any
    description: str
    example: str


@lru_cache(maxsize=1024)
def shared_key(path: Path) -> SharedKey | None:
    """The shared key at a path such as ("training", "award", "level"), or None where there is none."""
    table: Any = Programme
    field = None
    for part in path:
        if not attrs.has(table):
            return None
        field = getattr(attrs.fields(table), key_to_field(str(part)), None)
        if field is None or "own" in field.metadata:
            return None
        table = stated_type(field.type)
    if field is None or "description" not in field.metadata:
        return None
    return SharedKey(table, field.metadata["description"], field.metadata["example"])


def example_at(path: Path, users: Iterable[tuple[Rule, Argument]]) -> str:
    """A value that these rules would take at a path, as the file writes it; empty where nobody knows one."""
    users = tuple(users)
    for many in (True, False):
        limits = (limit for _, argument in users for limit in argument.limits if limit.cumulative is many)
        if entries := tuple(dict.fromkeys(entry for limit in limits for entry in limit.example)):
            return written(entries if many else entries[0])
    shared = shared_key(path)
    return next((argument.example for _, argument in users if argument.example), shared.example if shared else "")


def stated_type(type_: Any) -> Any:
    """The type of a key's value where it is stated: `X | None` without the None."""
    members = [member for member in get_args(type_) if member is not type(None)]
    return members[0] if type(None) in get_args(type_) and len(members) == 1 else type_


@attrs.frozen
class Rulebook:
    """The rules that apply to a programme.

    Attributes:
        sectors: by plugin name, the shared standards first.
        rules: by area, then id.
        own: the types of the sectors' own parameters, by path.
        words: what people are called here.
        parameters: every place of the file that a rule reads, with the rules that do.
        renamed: where a sector's own parameters stand, by the path that each had under an earlier name.
        renamed_facts: the names of facts, by the earlier name of each.
    """

    sectors: Mapping[str, Sector]
    rules: tuple[Rule, ...]
    own: Mapping[Path, Any]
    words: Mapping[str, str]
    parameters: Mapping[Path, tuple[tuple[Rule, Argument], ...]]
    renamed: Mapping[Path, Path]
    renamed_facts: Mapping[str, str]

    @classmethod
    def of(cls, sectors: Mapping[str, Sector], rules: Iterable[Rule]) -> "Rulebook":
        """Puts rules of several sectors together; the order in which they come makes no difference.

        Raises:
            ClashError: where an id is used twice, a parameter or fact is declared in two ways, a parameter names a
                place that the file does not have, or an earlier name is one that something else has.
        """
        ordered = sorted(rules, key=lambda rule: (rule.area.number, rule.owner != STANDARDS, rule.id))
        _check_ids(ordered)
        own = _check_parameters(ordered)
        _check_facts(ordered)
        _check_needs(ordered, own)
        keys = _earlier([(rule, each, rule.path(each)) for rule in ordered for each in rule.parameters])
        facts = _earlier([(rule, each, (each.name,)) for rule in ordered for each in rule.facts])
        renamed_facts = {str(was[0]): str(now[0]) for was, now in facts.items()}
        words: dict[str, str] = {}
        for sector in sectors.values():
            words = {**sector.words, **words}  # the first sector that the programme names has the say
        return cls(sectors, tuple(ordered), own, words, _by_path(ordered), keys, renamed_facts)

    def only(self, rule: Rule) -> "Rulebook":
        """A rulebook of one of the rules, for files that may have every key of the sectors."""
        return attrs.evolve(self, rules=(rule,), parameters=_by_path([rule]))

    def speaking_of(self, programme: Programme) -> "Rulebook":
        """The same rules in the words of the one setting in which a programme is delivered, where it has its own."""
        settings = programme.programme.settings or ()
        words = dict(self.words)
        for sector in reversed(list(self.sectors.values())) if len(settings) == 1 else ():
            words |= sector.words_in.get(settings[0], {})
        return self if words == self.words else attrs.evolve(self, words=words)

    def applying(self, programme: Programme) -> list[Rule]:
        """The rules that apply to a design, or may: what it does not say yet leaves no rule out.

        A rule that takes a view applies where there is something to view, such as a network.
        """
        there = {view: view.is_in(programme) for rule in self.rules for view in rule.views.values()}
        return [
            rule
            for rule in self.rules
            if all(there[view] for view in rule.views.values())
            if rule.applies is None or rule.applies.holds(programme)
        ]

    def now(self, path: Path) -> Path:
        """A path under the name that a sector's key has now, or the path itself."""
        renamed = self.renamed.get(path[:3])
        return (*renamed, *path[3:]) if renamed else path

    def rule(self, id: str) -> Rule | None:
        """The rule of an id, or None."""
        return next((rule for rule in self.rules if rule.id == id), None)

    def describe(self, rule: Rule, argument: Argument) -> str:
        """What a parameter or fact is, in the words of the sector."""
        text = argument.declared.description
        if not text and (shared := shared_key(rule.path(argument))):
            text = shared.description
        return in_words(text, self.words)

    def describe_key(self, path: Path) -> str:
        """What a key of the file is, from the table that every programme shares or from a rule that reads it."""
        shared = shared_key(path)
        if shared:
            return in_words(shared.description, self.words)
        return next((self.describe(rule, argument) for rule, argument in self.parameters.get(path, ())), "")

    def facts(self) -> dict[str, list[tuple[Rule, Argument]]]:
        """Every fact that a rule asks for, with the rules that do, by name."""
        found: dict[str, list[tuple[Rule, Argument]]] = {}
        for rule in self.rules:
            for argument in rule.facts:
                found.setdefault(argument.name, []).append((rule, argument))
        return dict(sorted(found.items()))


def _by_path(rules: Iterable[Rule]) -> dict[Path, tuple[tuple[Rule, Argument], ...]]:
    found: dict[Path, list[tuple[Rule, Argument]]] = {}
    for rule in rules:
        for argument in rule.parameters:
            found.setdefault(rule.path(argument), []).append((rule, argument))
    return {path: tuple(users) for path, users in found.items()}


def _check_ids(rules: list[Rule]) -> None:
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise ClashError(f"the id {rule.id} is used twice, in {seen[rule.id].owner} and in {rule.owner}")
        seen[rule.id] = rule


def _check_parameters(rules: list[Rule]) -> dict[Path, Any]:
    """The sectors' own parameters by path, after a look at whether all declarations agree."""
    own: dict[Path, tuple[Any, Any, str]] = {}
    names: dict[tuple[str, str], tuple[Path, str]] = {}
    for rule in rules:
        for argument in rule.parameters:
            path = rule.path(argument)
            if shared := shared_key(path):
                if shared.type != argument.type:
                    raise ClashError(f"{rule.id}: {dotted(path)} is {shared.type} in the file, not {argument.type}")
                continue
            if len(path) != 3 or path[1] != rule.owner or shared_table(path[0]) is None:
                raise ClashError(f"{rule.id}: the file has no place {dotted(path)} for the parameter {argument.name!r}")
            first = own.setdefault(path, (argument.type, argument.declared, rule.id))
            if (argument.type, argument.declared) != first[:2]:
                raise ClashError(f"{first[2]} and {rule.id} declare {dotted(path)} in two ways; declare it once")
            place = names.setdefault((rule.owner, str(path[2])), (path, rule.id))
            if place[0] != path:
                raise ClashError(
                    f"{place[1]} and {rule.id} read {path[2]!r} at {dotted(place[0])} and at {dotted(path)}; "
                    "give it one place with Parameter(at=…)"
                )
    return {path: type_ for path, (type_, _, _) in own.items()}


def shared_table(name: str | int) -> Any:
    """The class of a table that every programme shares and in which sectors may have their own, or None."""
    field = getattr(attrs.fields(Programme), str(name), None)
    return field.type if field is not None and attrs.has(field.type) else None


def _check_needs(rules: list[Rule], own: Mapping[Path, Any]) -> None:
    """What a condition needs has to be a key, or nobody could ever state it."""
    for rule in rules:
        needs = rule.applies.needs if rule.applies else None
        if needs and path_of(needs) not in own and shared_key(path_of(needs)) is None:
            raise ClashError(f"{rule.id} applies by {needs}, and the file has no such key")


def _earlier(named: Iterable[tuple[Rule, Argument, Path]]) -> dict[Path, Path]:
    """The paths of parameters, or names of facts, by the earlier one of each, after a look at whether it is free."""
    named = tuple(named)
    live = {path for _, _, path in named}
    found: dict[Path, Path] = {}
    for rule, argument, path in named:
        if not (was := argument.declared.was):
            continue
        if isinstance(argument.declared, Parameter) and shared_key(path):
            raise ClashError(f"{rule.id}: {dotted(path)} is a key that every programme shares; it has no 'was' here")
        earlier = (*path[:-1], was)
        other = earlier if earlier in live else found.setdefault(earlier, path)
        if other != path:
            raise ClashError(
                f"{rule.id} says that {dotted(path)} was called {was!r}, and so {'is' if earlier in live else 'was'} "
                f"{dotted(other)}; leave 'was' out of one of them"
            )
    return found


def _check_facts(rules: list[Rule]) -> None:
    seen: dict[str, tuple[Any, Fact | Parameter, str]] = {}
    for rule in rules:
        for argument in rule.facts:
            first = seen.setdefault(argument.name, (argument.type, argument.declared, rule.id))
            if (argument.type, argument.declared) != first[:2]:
                raise ClashError(f"{first[2]} and {rule.id} ask {argument.name!r} in two ways; declare it once")
