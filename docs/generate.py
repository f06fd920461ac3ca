"""Writes docs/file-format.md from the classes that read the file; `tests/test_docs.py` holds it fresh."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs

from mentorkit.core.kinds import kind_in_words
from mentorkit.core.plugins import Plugins
from mentorkit.core.programme import FORMAT, Programme, field_to_key
from mentorkit.core.rulebook import Rulebook, stated_type
from mentorkit.core.words import in_words

OPENING = f"""# The file format

A programme is one TOML file in UTF-8. This page lists every key that all programmes share; it is generated
from the code that reads them. Everything may be left out except `format` and `programme.sectors`: what a
design does not say yet is *not settled*, and `mentorkit validate` says which rule needs it.

- **`format = {FORMAT}`** stands at the top. A file of another format is refused.
- **A length of time** is a number and a unit in quotes: `"14 days"`, `"8 weeks"`, `"3 months"`, `"1 year"`,
  `"40 hours"`, `"90 minutes"`. A bare number is an error. Hours are time spent and weeks time passed;
  neither becomes the other. Months and days compare only where every calendar agrees: `"90 days"` is not at
  least `"3 months"`, which can have 92.
- **A date** is written year-month-day, without quotes: `2027-03-31`.
- **An empty list** is a statement; a key that is not there is none.
- **Nothing is turned into something else**: `"false"` is not false, `"abc"` is no list, `"7"` is not 7.
- **A key that is not known** is an error, with the one that was probably meant.
- **A sector's own keys** stand under the table that they belong to, one table a sector, such as
  `[screening.substance]`. `mentorkit rules --format json` lists them with their limits, and `mentorkit
  explain` tells of each what it is for.
- **`collects`** lists, at each stage, the facts that the programme asks for. `mentorkit facts` says which
  are needed, and which are asked although no rule uses them.
"""


def page() -> str:
    """The whole page."""
    parts = [OPENING]
    for name, field in attrs.fields_dict(Programme).items():
        if "own" in field.metadata:
            continue
        type_ = stated_type(field.type)
        if get_origin(type_) is tuple:
            parts.append(_table(get_args(type_)[0], f"[[{name}]]"))
        else:
            parts.append(_table(type_, f"[{name}]"))
    return "\n".join([*parts, *_sectors()])


def _sectors() -> Iterator[str]:
    """The keys that sectors have of their own."""
    plugins = Plugins()
    for found in plugins.found:
        plugin = plugins.plugin(found)
        book = Rulebook.of({found.name: plugin.sector}, plugin.rules)
        own = sorted((path, users) for path, users in book.parameters.items() if path in book.own)
        if own:
            yield f"\n# Keys of the sector {found.name}: {plugin.sector.title}"
        table = None
        for path, users in own:
            if path[:2] != table:
                table = path[:2]
                yield f"\n## `[{table[0]}.{table[1]}]`\n"
                yield "| key | value | what it is | example | rules |\n|---|---|---|---|---|"
            rule, argument = users[0]
            example = next((argument.example for _, argument in users if argument.example), "")
            rules = ", ".join(dict.fromkeys(rule.id for rule, _ in users))
            kind, described = kind_in_words(argument.type), book.describe(rule, argument)
            yield f"| `{path[2]}` | {kind} | {described} | `{example}` | {rules} |"


def _table(type_: Any, header: str) -> str:
    about = " ".join((type_.__doc__ or "").split()).removeprefix(f"{header}: ").rstrip(".")
    lines = [f"\n## `{header}`\n", f"{about[0].upper()}{about[1:]}.\n", "| key | value | what it is | example |"]
    lines.append("|---|---|---|---|")
    nested = []
    for name, field in attrs.fields_dict(type_).items():
        kind = stated_type(field.type)
        inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
        words = kind_in_words(kind).replace("|", "\\|")
        if attrs.has(inner) and "table" in words:
            path = f"{header.strip('[]')}.{field_to_key(name)}"
            heading = f"[[{path}]]" if get_origin(kind) is tuple else f"[{path}]"
            nested.append(_table(inner, heading))
            words = f"{words}, see `{heading}`"
        description = in_words(field.metadata["description"], {})
        lines.append(f"| `{field_to_key(name)}` | {words} | {description} | `{field.metadata['example']}` |")
    return "\n".join([*lines, *nested])


if __name__ == "__main__":
    (Path(__file__).parent / "file-format.md").write_text(page() + "\n", encoding="utf-8")
