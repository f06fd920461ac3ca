"""Rules of several sectors put together, where their declarations do not contradict each other."""

from collections.abc import Iterable, Mapping
from typing import Any

from mentorkit.core.arguments import Argument, Parameter
from mentorkit.core.hooks import Sector
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import STANDARDS, Rulebook, by_path
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.programme.places import not_in_file
from mentorkit.programme.shared_keys import shared_key, shared_names, shared_table
from mentorkit.programme.ways import Way, ways_in_words
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.values.seen_text import as_seen


class ClashError(Exception):
    """Declarations contradict each other; the message names both."""


def rulebook_of(sectors: Mapping[str, Sector], rules: Iterable[Rule]) -> Rulebook:
    """A rulebook of the rules of several sectors; the order in which they come makes no difference.

    Args:
        sectors: by plugin name, the shared standards first, the others as the programme names them.
        rules: of all of them.

    Raises:
        ClashError: where an id is used twice, a key or fact is two kinds of value or for other ways of support, a
            parameter names a place that the file does not have, an earlier name is one that something else has, or a
            tool has two ranges.
    """
    ordered = sorted(rules, key=lambda rule: (rule.area.number, rule.owner != STANDARDS, rule.id))
    _check_ids(ordered)
    types = _sector_keys_of(ordered)
    asked = _facts_of(ordered, sectors)
    _check_keys_named(ordered, types)
    keys = _earlier_names([(rule, each, rule.path(each)) for rule in ordered for each in rule.parameters])
    facts = _earlier_names([(rule, each, (each.name,)) for rule in ordered for each in rule.facts])
    renamed_facts = {str(was[0]): str(now[0]) for was, now in facts.items()}
    _check_tools(sectors)
    words: dict[str, str] = {}
    for sector in sectors.values():
        words = {**sector.words, **words}  # the first sector that the programme names has the say
    changes = tuple(sorted({day for rule in ordered for day in rule.changes}))
    parameters, ways = by_path(ordered), _ways_of_keys(ordered, types)
    return Rulebook(sectors, tuple(ordered), types, ways, asked, words, parameters, keys, renamed_facts, changes)


def _check_ids(rules: list[Rule]) -> None:
    """No two rules have one id.

    Raises:
        ClashError: naming the owners of both.
    """
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise ClashError(f"the id {rule.id} is used twice, in {seen[rule.id].owner} and in {rule.owner}")
        seen[rule.id] = rule


def _check_tools(sectors: Mapping[str, Sector]) -> None:
    """A tool has one range, and one way that is better, whoever declares it.

    Raises:
        ClashError: naming the owners of two that say otherwise.
    """
    seen: dict[str, tuple[str, str]] = {}
    for owner, sector in sectors.items():
        for tool in sector.tools:
            first, said = seen.setdefault(as_seen(tool.name), (owner, tool.in_words))
            if said != tool.in_words:
                ranges = f"{said} in {first}, {tool.in_words} in {owner}"
                raise ClashError(f"the tool {tool.name} is {ranges}; make it one, or give one of them another name")


def _sector_keys_of(rules: list[Rule]) -> dict[Path, Any]:
    """The sectors' own parameters by path, after a look at whether all declarations agree."""
    own: dict[Path, tuple[Any, str]] = {}
    names: dict[tuple[str, str], tuple[Path, str]] = {}
    ways: dict[Path, tuple[str, Argument]] = {}
    for rule in rules:
        for argument in rule.parameters:
            path = rule.path(argument)
            if shared := shared_key(path):
                if shared.type != argument.type:
                    raise ClashError(_two_types(dotted(path), "the file", shared.type, rule.id, argument.type))
                continue
            if len(path) != 3 or path[1] != rule.owner or shared_table(path[0]) is None:
                gone = not_in_file(path, ()) or f"{dotted(path)} is no place for a sector's own key"
                raise ClashError(f"{rule.id} reads the parameter {argument.name!r}: {gone}")
            type_, first = own.setdefault(path, (argument.type, rule.id))
            if argument.type != type_:
                raise ClashError(_two_types(dotted(path), first, type_, rule.id, argument.type))
            _check_ways(ways, path, rule, argument)
            place = names.setdefault((rule.owner, str(path[2])), (path, rule.id))
            if place[0] != path:
                raise ClashError(
                    f"{place[1]} and {rule.id} read {path[2]!r} at {dotted(place[0])} and at {dotted(path)}; "
                    "give it one place with Parameter(at=…)"
                )
    return {path: type_ for path, (type_, _) in own.items()}


def _ways_of_keys(rules: list[Rule], keys: Iterable[Path]) -> dict[Path, frozenset[Way]]:
    """The ways of support in which a rule asks for each key, searches it or applies by it; none for all of them."""
    found: dict[Path, set[Way]] = {path: set() for path in keys}
    for rule in rules:
        asked = [(rule.path(each), each.declared.ways or rule.ways) for each in rule.parameters]
        needed = map(path_of, rule.applies.all_needs if rule.applies is not None else ())
        for path, ways in (*asked, *((path, rule.ways) for path in (*needed, *rule.looked_at))):
            if path in found:
                found[path] |= ways or frozenset(Way)
    return {path: frozenset() if len(ways) == len(Way) else frozenset(ways) for path, ways in found.items()}


def _check_keys_named(rules: list[Rule], sector_keys: Mapping[Path, Any]) -> None:
    """What a condition needs and what a search reads have to be keys, or nobody could ever state them."""
    for rule in rules:
        needed = ((path_of(key), "applies by") for key in (rule.applies.all_needs if rule.applies is not None else ()))
        for path, verb in (*needed, *((path, "reads") for path in rule.looked_at)):
            is_table = len(path) == 1 and shared_table(path[0]) is not None and verb == "reads"
            if path not in sector_keys and shared_key(path) is None and not is_table:
                close = asks(did_you_mean(dotted(path), [*shared_names(), *map(dotted, sector_keys)]))
                raise ClashError(f"{rule.id} {verb} {dotted(path)}, and the file has no such key{close}")


def _earlier_names(named: Iterable[tuple[Rule, Argument, Path]]) -> dict[Path, Path]:
    """The paths of parameters, or names of facts, by the earlier one of each, after a look at whether it is free."""
    named = tuple(named)
    taken = {path for _, _, path in named}
    found: dict[Path, Path] = {}
    for rule, argument, path in named:
        if not (was := argument.declared.was):
            continue
        if isinstance(argument.declared, Parameter) and shared_key(path):
            raise ClashError(f"{rule.id}: {dotted(path)} is a key that every programme shares; it has no 'was' here")
        earlier = (*path[:-1], was)
        other = earlier if earlier in taken else found.setdefault(earlier, path)
        if other != path:
            raise ClashError(
                f"{rule.id} says that {dotted(path)} was called {was!r}, and so {'is' if earlier in taken else 'was'} "
                f"{dotted(other)}; leave 'was' out of one of them"
            )
    return found


def _facts_of(rules: list[Rule], owners: Iterable[str]) -> dict[str, Argument]:
    """Every fact by name, as the shared standards ask it, or else the first of these owners that does.

    Two sectors may ask one fact in words of their own, as long as it is one kind of value.

    Raises:
        ClashError: naming two rules that ask for different kinds of value.
    """
    order = {owner: number for number, owner in enumerate(owners)}
    asked: dict[str, tuple[str, Argument]] = {}
    ways: dict[Path, tuple[str, Argument]] = {}
    for rule in sorted(rules, key=lambda rule: order.get(rule.owner, len(order))):
        for argument in rule.facts:
            asked_by, first = asked.setdefault(argument.name, (rule.id, argument))
            if argument.type != first.type:
                raise ClashError(_two_types(argument.name, asked_by, first.type, rule.id, argument.type))
            _check_ways(ways, (rule.owner, argument.name), rule, argument)
    return {name: argument for name, (_, argument) in asked.items()}


def _check_ways(seen: dict[Path, tuple[str, Argument]], path: Path, rule: Rule, argument: Argument) -> None:
    """A key or a fact makes sense for the same ways of support wherever one plugin declares it.

    Raises:
        ClashError: naming two of its rules that say otherwise.
    """
    first, other = seen.setdefault(path, (rule.id, argument))
    if other.ways != argument.ways:
        said = ", ".join(
            f"{ways_in_words(each.ways) or 'for all ways of support'} in {by}"
            for by, each in ((first, other), (rule.id, argument))
        )
        raise ClashError(f"{argument.name} makes sense {said}; declare it once, and let both rules use that")


def _two_types(what: str, first: str, type_: Any, second: str, other: Any) -> str:
    kinds = f"{kind_in_words(type_)} in {first}, {kind_in_words(other)} in {second}"
    return f"{what} is two kinds of value: {kinds}; make it one, or give one of them another name"
