"""What `mentorkit explain` finds by a word: rules, keys of the file and checks, those that fit best first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from mentorkit.cli.explain_key import entries_of, key_of_file, names_of_keys
from mentorkit.cli.options import say, style
from mentorkit.core.limit import OfList
from mentorkit.programme.path import dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.text.words import in_words
from mentorkit.validation.file_checks import FILE_CHECKS
from mentorkit.values.same_entry import as_entry

if TYPE_CHECKING:
    from mentorkit.core.rule import Rule
    from mentorkit.registry.load import Plugin

_MOST = 15
"""Of what is found, in text; a terminal shows it at once."""
_NAME, _PLACE, _ABOUT, _WHY = 8, 5, 3, 1
"""How much a word counts in a name, in the area or path, in a description, and in a reason; of its stem half of it."""
_SMALL = frozenset(("a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"))
_ENDINGS = re.compile(r"(?<=[a-z]{4})(?:al|ed|ers?|ies|ing|ings|s|y)$")

_OTHER_WORDS = {
    "burnout": "wellbeing",
    "conflict interest": "dual relationship",
    "check police": "record check",
    "relative": "family",
    "sibling": "brother",
}
"""Words that no rule has, by what their spellings have in common, with those for the same.

Other words in two parts are also looked for in one.
"""


@attrs.frozen
class Found:
    """A rule, a key or a check that has the words.

    Attributes:
        kind: rule, key or check.
        name: as `explain` takes it.
        about: what it is, in a line.
        fields: its texts, each with how much a word in it counts.
    """

    kind: str
    name: str
    about: str
    fields: tuple[tuple[str, int], ...]

    def fits(self, words: Sequence[str]) -> int:
        """How well it fits: 0 where neither a word nor its stem is in any of its texts."""
        counts = [
            max(
                (weight * (2 if _has(text, word) else _has(text, _stem(word))) for text, weight in self.fields),
                default=0,
            )
            for word in words
        ]
        return sum(counts) if all(counts) else 0


def search(what: str, plugins: "Iterable[Plugin]") -> list[Found]:
    """All that has every word that somebody looks for, or words that begin as its stem does; what fits best first."""
    words = [word for word in dict.fromkeys(_plain(what).split()) if word not in _SMALL]
    everything = list(_everything(list(plugins))) if words else []
    other = _OTHER_WORDS.get(as_entry(what), "".join(words))
    for looked_for in (words, other.split()):
        scored = [(each.fits(looked_for), each) for each in everything]
        if any(fit for fit, _ in scored):
            return [each for fit, each in sorted(scored, key=lambda it: (-it[0], it[1].kind, it[1].name)) if fit]
    return []


def words_of(plugins: "Iterable[Plugin]") -> list[str]:
    """The words in the names of rules and keys, for whoever misspelt one."""
    names = (_plain(text) for each in _everything(list(plugins)) for text, weight in each.fields if weight >= _PLACE)
    return sorted({word for name in names for word in name.split() if len(word) > 3})


def say_found(what: str, found: Sequence[Found], *, more: bool) -> None:
    """Prints what is found; the first of it where there is much, unless more is asked for."""
    shown = found if more else found[:_MOST]
    width = max(len(each.name) for each in shown)
    for each in shown:
        say(f"{each.kind:<5}  {style(f'{each.name:<{width}}', 'strong')}  {each.about}\n")
    rest = f"; --more shows {len(found) - _MOST} more" if len(found) > len(shown) else ""
    say(f"{len(found)} found for \"{what}\"{rest}; 'mentorkit explain {found[0].name}' explains the first\n")


def _everything(plugins: "list[Plugin]") -> Iterator[Found]:
    for plugin in plugins:
        for rule in plugin.rules:
            places = [".".join(map(str, rule.path(each))) for each in rule.parameters]
            stage = rule.area.stage.value if rule.area.stage else ""
            place = " ".join([rule.area.table, stage, plugin.found.name, *places, *(each.name for each in rule.facts)])
            name = in_words(rule.name, plugin.sector.words)
            texts = ((rule.name, _NAME), (name, _NAME), (place, _PLACE), (rule.reason, _WHY))
            more = [*((text, _ABOUT) for text in _asked(rule)), *((text, _WHY) for text in _said(rule))]
            yield Found("rule", rule.id, name, (*texts, *more))
    for key in names_of_keys(plugins):
        if known := key_of_file(key, plugins):
            about = in_words(known.declared.description, {})
            asked = in_words(known.declared.question, {})
            texts = ((key.rpartition(".")[2], _NAME), (key, _PLACE), (about, _ABOUT), (asked, _WHY))
            yield Found("key", key, about, (*texts, *((entry, _ABOUT) for entry in entries_of(known))))
    for check, (_, reason) in FILE_CHECKS.items():
        yield Found("check", check, reason, ((check, _NAME), (reason, _WHY)))


def _asked(rule: "Rule") -> Iterator[str]:
    """What a rule asks: its descriptions, and the entries that it knows of lists, with other words for them."""
    yield from (each.declared.description for each in (*rule.parameters, *rule.facts))
    for each in rule.parameters:
        shared = shared_key(rule.path(each))
        synonyms = {**(shared.declared.synonyms if shared else {}), **getattr(each.declared, "synonyms", {})}
        for limit in each.limits:
            for entry in limit.entries if isinstance(limit, OfList) else ():
                yield from (entry, *synonyms.get(entry, ()))


def _said(rule: "Rule") -> Iterator[str]:
    """What else is said with a rule: the places that it searches, its messages and its sources."""
    yield from (dotted(path) for path in rule.looked_at)
    yield from (rule.unmet or "", rule.fix or "")
    yield from (f"{source.author} {source.title} {source.place}" for source in rule.all_sources)


def _stem(word: str) -> str:
    """How a word begins in its other forms: "parental" and "parents" as "parent"."""
    return _ENDINGS.sub("", word)


def _has(text: str, word: str) -> bool:
    return f" {word}" in f" {_plain(text)}"


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
