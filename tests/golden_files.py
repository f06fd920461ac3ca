"""Golden files: what is said, kept to the letter, and written anew with `pytest PATH --update`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.building import ROOT


def hold(file: Path, said: str | bytes, update: bool) -> None:
    """Holds what is said against what is kept; with `update`, keeps it instead.

    Text is compared with the ends of its lines as they are, since some of what is written has those of Windows.
    """
    given = said.encode() if isinstance(said, str) else said
    if update:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(given)
    if isinstance(said, str):
        assert file.read_bytes().decode() == said
    else:
        assert file.read_bytes() == said


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
