"""Golden files: what is said, kept to the letter, and written anew with `pytest PATH --update`."""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from mentorkit.core.source import Source
from mentorkit.registry.load import Plugins
from tests.building import ROOT


def hold(file: Path, said: str | bytes, update: bool) -> None:
    """Holds what is said against what is kept; with `update`, keeps it instead.

    The ends of lines count, since some of what is written has those of Windows; the words of sources do not.
    """
    text = without_sources(said if isinstance(said, str) else said.decode())
    if update:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    assert file.read_bytes().decode() == text


def without_sources(text: str) -> str:
    """A text in which works and places in them are marks: what is cited stands on the pages of the rules, and once.

    So a change to the words of a source that many rules cite changes few files.
    """
    text = text.replace("\n#     ", " ")  # where a first file breaks a comment, perhaps inside a source
    text = _IN_JSON.sub(r'\1"…"', text)
    for phrase, mark in _phrases().items():
        text = text.replace(phrase, mark)
    return text


_IN_JSON = re.compile(
    r'("(?:author|title|place|address)": )"(?:[^"\\]|\\.)*"(?=,\n *"(?:title|year|place|address|evidence)")'
)


@cache
def sources() -> frozenset[Source]:
    """Every source that our rules cite, at each place."""
    plugins = Plugins()
    rules = (rule for found in plugins.found for rule in plugins.plugin(found).rules)
    return frozenset(source for rule in rules for source in rule.all_sources)


@cache
def _phrases() -> dict[str, str]:
    """How sources are written out in any form, each with its mark; the longest first."""
    marks = {f"{source.author}, {source.title}": "‹work›" for source in sources()}
    marks |= {source.address: "‹address›" for source in sources()}
    marks |= {source.place: "‹place›" for source in sources() if len(source.place) > len("in the introduction")}
    written = {form(phrase): mark for phrase, mark in marks.items() for form in (str, escape, _as_github_has_it)}
    return dict(sorted(written.items(), key=lambda entry: (-len(entry[0]), entry[0])))


def _as_github_has_it(text: str) -> str:
    return text.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def lines_of(answer: Mapping[str, Any]) -> str:
    """What `validate --format json` finds, a line each: which rules, where, how severe, and of which kind."""
    return "".join(
        f"{', '.join(found['rules'])}: {found['path']}: {found['severity']}, {found['kind']}\n"
        for found in answer["findings"]
    )


def undocumented(data: Any) -> set[str]:
    """The keys of JSON that a command printed, at any depth, of which docs/json.md does not tell."""
    return _keys_of(data) - set(re.findall(r'"([^"]*)"', (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))


def _keys_of(data: Any) -> set[str]:
    if isinstance(data, list):
        return set().union(*map(_keys_of, data))
    return set(data).union(*map(_keys_of, data.values())) if isinstance(data, dict) else set()
