"""Where declarations of one or several sectors contradict each other, so that they cannot be used together."""

from collections.abc import Iterable, Mapping
from typing import Any

from mentorkit.core.rule import Argument, Fact, Parameter, Rule
from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.programme.shared_keys import shared_key, shared_table


class ClashError(Exception):
    """Declarations contradict each other; the message names both."""


def check_ids(rules: list[Rule]) -> None:
    """No two rules have one id.

    Raises:
        ClashError: naming the owners of both.
    """
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise ClashError(f"the id {rule.id} is used twice, in {seen[rule.id].owner} and in {rule.owner}")
        seen[rule.id] = rule


def sector_keys_of(rules: list[Rule]) -> dict[Path, Any]:
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


def check_needs(rules: list[Rule], sector_keys: Mapping[Path, Any]) -> None:
    """What a condition needs has to be a key, or nobody could ever state it."""
    for rule in rules:
        needs = rule.applies.needs if rule.applies else None
        if needs and path_of(needs) not in sector_keys and shared_key(path_of(needs)) is None:
            raise ClashError(f"{rule.id} applies by {needs}, and the file has no such key")


def earlier_names(named: Iterable[tuple[Rule, Argument, Path]]) -> dict[Path, Path]:
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


def check_facts(rules: list[Rule]) -> None:
    """Every fact is declared in one way.

    Raises:
        ClashError: naming two rules that ask it differently.
    """
    seen: dict[str, tuple[Any, Fact | Parameter, str]] = {}
    for rule in rules:
        for argument in rule.facts:
            first = seen.setdefault(argument.name, (argument.type, argument.declared, rule.id))
            if (argument.type, argument.declared) != first[:2]:
                raise ClashError(f"{first[2]} and {rule.id} ask {argument.name!r} in two ways; declare it once")
