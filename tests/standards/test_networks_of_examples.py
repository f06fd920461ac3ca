"""Whatever is taken out of an example's network is missed, and said as a coordinator would want to hear it.

After a change that is meant, `pytest tests/standards --update` writes the new answers; read the difference.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from mentorkit.core.finding import Finding
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate
from tests.golden_files import hold

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden" / "network"
ON = date(2026, 11, 22)
EXAMPLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "examples").glob("[!d]*/*.toml"))
}
PLUGINS = Plugins()


def without(example: str, table: str, at: int) -> tuple[Finding, ...]:
    """What is said of an example that lacks one entry of its network; of the whole one nothing is said."""
    data: dict[str, Any] = {**EXAMPLES[example], "network": {**EXAMPLES[example]["network"]}}
    data["network"][table] = [entry for place, entry in enumerate(data["network"][table]) if place != at]
    return validate(tomli_w.dumps(data).encode(), example, PLUGINS, ON).findings


def entries(table: str) -> list[tuple[str, int]]:
    return [(example, at) for example, data in EXAMPLES.items() for at in range(len(data["network"][table]))]


def test_the_complete_examples_have_networks_of_which_nothing_is_said() -> None:
    assert list(EXAMPLES) == ["hospital_to_community", "through_the_gate", "cross_age", "turning_point"]
    for example in EXAMPLES:
        assert without(example, "links", -1) == ()


@pytest.mark.parametrize(("example", "at"), entries("links"))
def test_each_link_is_missed(example: str, at: int) -> None:
    assert without(example, "links", at)


@pytest.mark.parametrize(("example", "at"), entries("members"))
def test_each_member_is_missed(example: str, at: int) -> None:
    gone = EXAMPLES[example]["network"]["members"][at]["id"]
    assert any(f'there is no member "{gone}"' in finding.message for finding in without(example, "members", at))


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_said_without_each_link(example: str, update: bool) -> None:
    told = []
    for at, link in enumerate(EXAMPLES[example]["network"]["links"]):
        told.append(f"without: {link['from']} {link['kind']} {link['to']}\n")
        for finding in without(example, "links", at):
            told.append(f"  {finding.severity} {finding.rule}: {finding.message}\n    do: {finding.fix}\n")
    hold(GOLDEN / f"{example}.txt", "".join(told), update)
