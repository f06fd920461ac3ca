"""What `mentorkit explain` finds by a word: rules, keys of the file and checks, those that fit best first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from mentorkit.cli.explain_key import entries_of, key_of_file, names_of_keys
from mentorkit.cli.options import say, style
from mentorkit.text.words import in_words
from mentorkit.validation.file_checks import FILE_CHECKS

if TYPE_CHECKING:
    from mentorkit.registry.load import Plugin

_MOST = 15
"""Of what is found, in text; a terminal shows it at once."""
_NAME, _PLACE, _ABOUT, _WHY = 8, 5, 3, 1
"""How much a word counts in a name, in the area or path, in a description, and in a reason."""


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
        """How well it fits: 0 where a word is in none of its texts."""
        counts = [max((weight for text, weight in self.fields if _has(text, word)), default=0) for word in words]
        return sum(counts) if all(counts) else 0


def search(what: str, plugins: "Iterable[Plugin]") -> list[Found]:
    """All that has every word that somebody looks for, or words that begin so; what fits best first."""
    words = _plain(what).split()
    scored = [(each.fits(words), each) for each in _everything(list(plugins))] if words else []
    return [each for fit, each in sorted(scored, key=lambda pair: (-pair[0], pair[1].kind, pair[1].name)) if fit]


def words_of(plugins: "Iterable[Plugin]") -> list[str]:
    """The words in the names of rules and keys, for whoever misspelt one."""
    names = (_plain(text) for each in _everything(list(plugins)) for text, weight in each.fields if weight >= _PLACE)
    return sorted({word for name in names for word in name.split() if len(word) > 3})


def say_found(what: str, found: Sequence[Found]) -> None:
    """Prints what is found, the first of it where there is much."""
    width = max(len(each.name) for each in found[:_MOST])
    for each in found[:_MOST]:
        say(f"{each.kind:<5}  {style(f'{each.name:<{width}}', 'strong')}  {each.about}\n")
    more = len(found) - _MOST
    rest = f"; {more} more with --format json, or with another word" if more > 0 else ""
    say(f"{len(found)} found for \"{what}\"{rest}; 'mentorkit explain {found[0].name}' explains the first\n")


def _everything(plugins: "list[Plugin]") -> Iterator[Found]:
    for plugin in plugins:
        for rule in plugin.rules:
            places = [".".join(map(str, rule.path(each))) for each in rule.parameters]
            stage = rule.area.stage.value if rule.area.stage else ""
            place = " ".join([rule.area.table, stage, plugin.found.name, *places, *(each.name for each in rule.facts)])
            name = in_words(rule.name, plugin.sector.words)
            yield Found(
                "rule", rule.id, name, ((rule.name, _NAME), (name, _NAME), (place, _PLACE), (rule.reason, _WHY))
            )
    for key in names_of_keys(plugins):
        if known := key_of_file(key, plugins):
            about = in_words(known.declared.description, {})
            asked = in_words(known.declared.question, {})
            texts = ((key.rpartition(".")[2], _NAME), (key, _PLACE), (about, _ABOUT), (asked, _WHY))
            yield Found("key", key, about, (*texts, *((entry, _ABOUT) for entry in entries_of(known))))
    for check, (_, reason) in FILE_CHECKS.items():
        yield Found("check", check, reason, ((check, _NAME), (reason, _WHY)))


def _has(text: str, word: str) -> bool:
    return f" {word}" in f" {_plain(text)}"


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
