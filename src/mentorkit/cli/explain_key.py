"""What `mentorkit explain` says of a key of the file: what to ask, by when to decide, and what rules say of it."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import attrs

from mentorkit.cli.options import say, style
from mentorkit.core.arguments import Argument
from mentorkit.core.limit import OfList
from mentorkit.core.rule import Rule
from mentorkit.programme.formats import HOW_TO_STATE_A_RANGE, in_which_format
from mentorkit.programme.key import DeclaredKey, field_to_key
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import key_of, shared_key
from mentorkit.programme.ways import ways_in_words
from mentorkit.reports.findings_json import declared_data, limit_data
from mentorkit.text.values_in_text import written, written_list
from mentorkit.values.inexact import may_be_inexact

if TYPE_CHECKING:
    from mentorkit.registry.load import Plugin


@attrs.frozen
class KeyOfFile:
    """A key of the file, with all installed rules that read it.

    Attributes:
        path: of the key, without indexes.
        type: of its value.
        declared: what it is and how one asks for it, in the words of its sector if it belongs to one.
        asked: the rules that ask for it, each with the limits that it sets.
        readers: those and the rules that look at it as they search a design.
    """

    path: Path
    type: Any
    declared: DeclaredKey
    asked: tuple[tuple[Rule, Argument], ...]
    readers: tuple[Rule, ...]


def key_of_file(name: str, plugins: "Iterable[Plugin]") -> KeyOfFile | None:
    """A key by its name, such as "training.length" or "supervision.phases[0].every", or None where there is none."""
    path = tuple(part for part in re.sub(r"\[[0-9]*\]", "", name).split(".") if not part.isdigit())
    installed = list(plugins)
    rules = [rule for plugin in installed for rule in plugin.rules]
    asked = tuple((rule, each) for rule in rules for each in rule.parameters if rule.path(each) == path)
    shared = shared_key(path, in_lists=True)
    if shared is None and not asked:
        return None
    own_words = next((plugin.sector.words for plugin in installed if path[1:2] == (plugin.found.name,)), {})
    declared = key_of(path, [each.declared for _, each in asked if isinstance(each.declared, DeclaredKey)])
    declared = attrs.evolve(declared, description=in_which_format(path, declared.description))
    asking = {rule.id for rule, _ in asked}
    readers = [rule for rule in rules if rule.id in asking or rule.looks_at(path)]
    type_ = shared.type if shared else asked[0][1].type
    return KeyOfFile(path, type_, declared.in_words(own_words), asked, tuple(readers))


def entries_of(key: KeyOfFile) -> Iterator[str]:
    """What a key can have that rules know: its choices, what they ask for, and other words for that."""
    entry = get_args(key.type)[0] if get_origin(key.type) is tuple else key.type
    yield from get_args(entry) if get_origin(entry) is Literal else ()
    for _, argument in key.asked:
        for limit in argument.limits:
            yield from limit.entries if isinstance(limit, OfList) else ()
    for known, words in key.declared.synonyms.items():
        yield from (known, *words)


def names_of_keys(plugins: "Iterable[Plugin]") -> list[str]:
    """The names of all keys, for whoever misspelt one: of the shared tables, and of installed sectors."""
    from mentorkit.programme.shared_keys import shared_names

    own = {dotted(rule.path(each)) for plugin in plugins for rule in plugin.rules for each in rule.parameters}
    return sorted({*shared_names(), *own})


def key_data(key: KeyOfFile) -> dict[str, Any]:
    """All about a key, for JSON."""
    return {
        "path": dotted(key.path),
        "kind": kind_in_words(key.type),
        **declared_data(key.declared),
        "limits": [{"rule": rule.id, **limit_data(limit)} for rule, each in key.asked for limit in each.limits],
        "rules": [rule.id for rule in key.readers],
    }


def say_key(key: KeyOfFile) -> None:
    """Prints all about a key."""
    say(f"{style(dotted(key.path), 'strong')} ({kind_in_words(key.type)})\n{key.declared.description}\n\n")
    for heading, lines in (
        ("Ask", filter(None, [key.declared.question])),
        ("Decide it", [key.declared.decide_by.value] if key.declared.decide_by else []),
        ("Plausible", filter(None, [key.declared.range_in_words])),
        ("Or a range", [HOW_TO_STATE_A_RANGE] if may_be_inexact(key.type) else []),
        ("Asked", filter(None, [ways_in_words(key.declared.ways)])),
        ("Example", [f"{key.path[-1]} = {key.declared.example}"] if key.declared.example else []),
        ("Other entries", _other_entries(key)),
        ("Other words", _other_words(key.declared)),
        ("Rules", _rules(key)),
    ):
        shown = "".join(f"  {line}\n" for line in lines)
        if shown:
            say(f"{style(heading, 'strong')}\n{shown}\n")


def _other_entries(key: KeyOfFile) -> list[str]:
    """How a list can have entries of a service's own."""
    if not key.declared.open_list:
        return []
    if key.type is str:
        return ['{ is = "…", called = "…" } for a text that you have another name for']
    if get_origin(get_args(key.type)[0]) is Literal:
        return ['{ is = "other", called = "…" } for what is none of these']
    shared = shared_key(key.path, in_lists=True)
    lines = ["you can add your own", '{ is = "…", called = "…" } for an entry that you have another name for']
    if shared and shared.more:
        names = ", ".join(field_to_key(field.name) for field in attrs.fields(shared.more))
        lines.append(f'{{ is = "…", … }} to say more of an entry: {names}')
    return lines


def _other_words(declared: DeclaredKey) -> Iterator[str]:
    for entry, words in declared.synonyms.items():
        yield f"{written_list(words, 'or')}: call it {written(entry)}"


def _rules(key: KeyOfFile) -> Iterator[str]:
    limits: dict[str, list[str]] = {}
    for rule, argument in key.asked:
        limits.setdefault(rule.id, []).extend(limit.phrase_and_days(argument.type) for limit in argument.limits)
    for rule in key.readers:
        yield f"{rule.id} {rule.name}"
        yield from (f"  {phrase}" for phrase in dict.fromkeys(limits.get(rule.id, ())))
