"""What the thing under the cursor means, and which rules and sources stand behind it, as Markdown.

What comes from the file is shown as text; what rules and keys say of themselves comes from installed plugins.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from mentorkit.core.limit import Includes, IncludesOneOf, Limit
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.editor.keys import key_at, limits_at, without_indexes
from mentorkit.editor.names import given_to
from mentorkit.editor.reading import Reading
from mentorkit.programme.formats import HOW_TO_STATE_A_RANGE
from mentorkit.programme.key import DeclaredKey
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.ways import ways_in_words
from mentorkit.text.markdown import escaped
from mentorkit.validation.part_of import PART_OF
from mentorkit.values.inexact import may_be_inexact


@attrs.frozen
class Hover:
    """What to show, and from where to where it is about."""

    start: int
    end: int
    markdown: str


def hover(reading: Reading, offset: int) -> Hover | None:
    """What there is to say of what stands at an offset, or None."""
    outline, book = reading.outline, reading.book
    cursor = outline.cursor(offset)
    if cursor is None or cursor.start == cursor.end:
        return None
    token = reading.text[cursor.start : cursor.end]
    if cursor.kind == "value":
        entry = outline.get(cursor.path)
        markdown = "\n\n".join(_of_value(reading, cursor.path, outline.written(entry))) if entry else ""
    else:
        markdown = "\n\n".join(_of_key(book, (*cursor.path, token.strip("\"'"))))
    return Hover(cursor.start, cursor.end, markdown) if markdown else None


def _of_key(book: Rulebook, path: Path) -> Iterator[str]:
    key = key_at(book, path)
    if key is None:
        return
    kind = "table" if key.is_table else kind_in_words(key.type)
    yield f"**{dotted(without_indexes(path))}** ({kind}): {key.declared.description}"
    if asked := " ".join(_asked(key.declared, key.type)):
        yield asked
    limits: dict[str, list[tuple[Rule, Limit]]] = {}
    for rule, argument, limit in limits_at(book, path):
        limits.setdefault(limit.phrase_and_days(argument.type), []).append((rule, limit))
    if limits:
        yield "\n".join(_limit(phrase, setting) for phrase, setting in limits.items())
    if key.declared.example:
        yield f"Example: `{path[-1]} = {key.declared.example}`"
    rules = {rule.id for rule in book.readers(without_indexes(path))}
    yield from _rules(rule for rule in book.rules if rule.id in rules)


def _asked(declared: DeclaredKey, type_: Any) -> Iterator[str]:
    """What to ask, by when to decide it, and what is plausible."""
    if declared.question:
        yield f"*{declared.question}*"
    if declared.decide_by:
        yield f"Decide it {declared.decide_by.value}."
    if declared.plausible:
        yield f"Plausible: {declared.range_in_words}."
    if declared.question and may_be_inexact(type_):
        yield f"Or a range: {HOW_TO_STATE_A_RANGE}."
    if declared.ways:
        yield f"Asked {ways_in_words(declared.ways)}."


def _limit(phrase: str, setting: list[tuple[Rule, Limit]]) -> str:
    """A limit with the rules that set it and who says so."""
    rules = ", ".join(dict.fromkeys(rule.id for rule, _ in setting))
    sources = "; ".join(dict.fromkeys(str(source) for _, limit in setting for source in limit.sources))
    return f"- {phrase} ({rules}): {sources}"


def _rules(rules: Iterable[Rule]) -> Iterator[str]:
    """Each rule once, with its reason and who says so."""
    for rule in rules:
        sources = "".join(f"\n- [{source}]({source.address})" for source in rule.all_sources)
        waivable = "" if rule.waivable else ", cannot be waived"
        yield f"**{rule.id}** {rule.name} ({rule.strength.name.lower()}{waivable}): {rule.reason}{sources}"


def _of_value(reading: Reading, path: Path, text: str) -> Iterator[str]:
    book = reading.book
    if path == PART_OF and reading.report:
        names = ", ".join(f"`{document.name}`" for document in reading.report.larger)
        yield f"What this file does not state is read in {names}."
    elif path[:2] == ("programme", "sectors"):
        if text in book.sectors:
            sector = book.sectors[text]
            yield f"**{text}**: {sector.title}, rules of edition {sector.edition}"
    elif path[:1] == ("waivers",) and path[-1] == "rule":
        yield from _rules(rule for rule in book.rules if rule.id == text)
    elif len(path) == 3 and path[1] == "collects":
        users = book.facts().get(text, ())
        for rule, argument in users[:1]:
            yield f"**{text}** ({kind_in_words(argument.type)}): {book.describe(rule, argument)}"
            if question := book.question(text):
                yield f"*{question}*"
        yield from _rules(rule for rule, _ in users)
    elif given := given_to(reading.outline, path).get(text):
        title = reading.outline.get((*given[:-1], "title"))
        yield f"**{escaped(text)}**" + (f": {escaped(reading.outline.written(title))}" if title else "")
    elif isinstance(path[-1], int):
        yield from _rules(
            dict.fromkeys(
                rule
                for rule, _, limit in limits_at(book, path)
                if isinstance(limit, Includes | IncludesOneOf) and text in limit.entries
            )
        )
