"""Flaws and sound edits, planted in the complete programme of each sector, by kind.

Each file in `kinds/` has one kind. A flaw is found where a new finding of the rule or check that it names says the
words that name the flaw. A sound edit changes nothing that matters, and draws no new warning or error.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mentorkit.core.finding import Finding
from mentorkit.core.strength import Strength
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
COMPLETE = {
    "substance": EXAMPLES / "substance" / "turning_point.toml",
    "probation": EXAMPLES / "probation" / "through_the_gate.toml",
    "schools": EXAMPLES / "schools" / "cross_age.toml",
    "mental_health": EXAMPLES / "mental_health" / "hospital_to_community.toml",
}
PLUGINS = Plugins()
ON = date(2026, 11, 29)
Edit = Mapping[str, Any]


def planted(what: str) -> list[Any]:
    """Each flaw, or each sound edit, of all kinds, in each sector that it is for."""
    kinds = sorted((HERE / "kinds").glob("*.toml"))
    return [
        pytest.param(edit | {"sector": sector}, id=f"{kind.stem}-{sector}-{edit['name']}")
        for kind in kinds
        for edit in tomllib.loads(kind.read_text("utf-8")).get(what, [])
        for sector in edit.get("sectors", [edit.get("sector")])
    ]


@cache
def found_in(text: str) -> tuple[Finding, ...]:
    return validate(text.encode(), "programme.toml", PLUGINS, ON).findings


def drawn(edit: Edit) -> list[Finding]:
    """What is found in the changed programme, and not in the complete one."""
    complete = COMPLETE[edit["sector"]].read_text("utf-8")
    changed = complete
    for old, new in edit["edits"]:
        assert changed.count(old) == 1, f"{old!r} stands {changed.count(old)} times in the programme"
        changed = changed.replace(old, new)
    known = Counter((each.rule, each.message) for each in found_in(complete))
    new_ones = []
    for each in found_in(changed):
        known[each.rule, each.message] -= 1
        if known[each.rule, each.message] < 0:
            new_ones.append(each)
    return new_ones


@pytest.mark.parametrize("edit", planted("flaw"))
def test_a_flaw_is_found_by_what_names_it(edit: Edit) -> None:
    found = [(each.rules, each.message) for each in drawn(edit)]
    assert any(edit["rule"] in rules and edit["says"] in message for rules, message in found), found


@pytest.mark.parametrize("edit", planted("sound"))
def test_a_sound_edit_draws_no_warning(edit: Edit) -> None:
    assert [(each.rule, each.message) for each in drawn(edit) if each.strength > Strength.CAUTION] == []
