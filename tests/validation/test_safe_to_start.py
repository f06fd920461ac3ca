"""What has to be settled before a start: which rules ask for it, how much it is, and what is never called safe."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import tomli_w

from mentorkit.core.finding import Finding
from mentorkit.core.limit import Includes
from mentorkit.core.rule import Rule
from mentorkit.core.strength import Strength
from mentorkit.first_file.answers import FirstFileAnswers
from mentorkit.first_file.blanks import from_blanks
from mentorkit.programme.design import Setting
from mentorkit.programme.ways import WayName
from mentorkit.registry.load import Plugins
from mentorkit.reports.counts import start_text
from mentorkit.reports.style import Layout
from mentorkit.reports.text import report_text
from mentorkit.validation.report import Report
from mentorkit.validation.safe_to_start import is_for_start, open_for_start, report_for_start
from mentorkit.validation.validate import validate

ROOT = Path(__file__).parents[2]
ON = date(2026, 11, 22)
PLUGINS = Plugins()
RULES = [rule for plugin in PLUGINS.usable()[0] for rule in plugin.rules]
COMPLETE = {file.parent.name: file for file in (ROOT / "examples").glob("*/*.toml")}
SETTINGS: dict[str, Setting] = {
    "mental_health": "ward",
    "probation": "custody",
    "schools": "school",
    "substance": "community",
}
MOST_VALUES, MOST_OF_NETWORK = 60, 40
"""Each entry of a list is a value too."""
WITHIN_ENTRIES = {"id", "part", "meets", "from", "to", "kind"}
"""What the members and links of a network are known by; the rest of their keys is only stated where it is asked."""


def report(data: dict[str, Any]) -> Report:
    return validate(tomli_w.dumps(data).encode(), "ours.toml", PLUGINS, ON)


def values(stated: Any) -> int:
    """How many values something states; each entry of a list is one."""
    if isinstance(stated, dict):
        return sum(map(values, stated.values()))
    return sum(map(values, stated)) if isinstance(stated, list) else 1


def blank(sector: str) -> str:
    """A first file of a sector with nothing in it but the first answers."""
    answers = FirstFileAnswers(
        name="Ours", sectors=(sector,), settings=(SETTINGS[sector],), ways=("pair",), nation="england"
    )
    return from_blanks(PLUGINS.rulebook((sector,)), answers)


def small_network(text: str) -> dict[str, Any]:
    """The network that a first file begins with, of which every # is taken away."""
    lines = text[text.index("\n[network]") :].partition("\n[graduation]")[0]
    network: dict[str, Any] = tomllib.loads(re.sub(r"^#(?=\S)", "", lines, flags=re.M))["network"]
    return network


def begun(network: dict[str, Any]) -> dict[str, Any]:
    """The entries of a network with no more than what they are known by."""
    lists = {name: entries for name, entries in network.items() if isinstance(entries, list)}
    return {name: [{key: each[key] for key in WITHIN_ENTRIES & set(each)} for each in lists[name]] for name in lists}


def wanted(found: Finding, judged: Report, complete: dict[str, Any], stated: dict[str, Any]) -> tuple[Any, ...]:
    """Where to write what a finding asks for, and what: no more than it asks, in the words of a complete programme."""
    path = found.path[:2] if found.path[1:2] == ("collects",) else found.path
    there, whole = at(stated, path), at(complete, path)
    if path != found.path:
        return path, [*(there or ()), found.path[-1]]
    if whole is None:  # it is only asked until other answers are there
        return path, tomllib.loads(f"x = {judged.rulebook.key(path).example}")["x"]
    if not isinstance(whole, list):
        return path, whole
    if isinstance(whole[0], dict):
        return path, whole if there else whole[:1]
    asked = [
        entry
        for rule, argument in judged.rulebook.parameters.get(path, ())
        if is_for_start(rule) and rule.id in found.rules
        for limit in argument.limits
        if isinstance(limit, Includes) and limit.strength is Strength.MUST
        for entry in limit.entries
    ]
    asked += [str(entry) for _, (*_, entry) in found.named]
    more = list(dict.fromkeys([*(there or ()), *asked]))
    return path, more if more and more != there else whole if there else whole[:1]


def at(stated: Any, path: Any) -> Any:
    for part in path:
        stated = stated[part] if isinstance(stated, list) else stated.get(part) if isinstance(stated, dict) else None
    return stated


def filled_in(sector: str) -> tuple[dict[str, Any], int]:
    """A blank file with what --for start asks filled in step by step, and how many values that took."""
    complete = tomllib.loads(COMPLETE[sector].read_text(encoding="utf-8"))
    stated = tomllib.loads(blank(sector))
    before = values(stated)
    network = small_network(blank(sector))
    for _ in range(30):
        judged = report(stated)
        open_ = open_for_start(judged)
        if not open_:
            return stated, values(stated) - before - values(stated["network"])
        for found in open_:
            if found.path == ("network", "members"):
                stated["network"] = begun(network)
                continue
            if found.path[0] == "network":
                if found is next(each for each in open_ if each.path[0] == "network"):
                    at(stated, found.path[:-1])[found.path[-1]] = at(network, found.path[1:])
                continue  # the next may not be asked any more
            path, value = wanted(found, judged, complete, stated)
            table = stated
            for part in path[:-1]:
                table = table.setdefault(part, {})
            table[path[-1]] = value
    raise AssertionError([found.message for found in open_])


@pytest.mark.parametrize("sector", sorted(SETTINGS))
def test_the_way_from_blanks_to_a_safe_start_is_short(sector: str) -> None:
    stated, asked = filled_in(sector)
    assert asked <= MOST_VALUES
    assert values(stated["network"]) <= MOST_OF_NETWORK
    assert start_text(report(stated)).startswith("safe to start; not complete: ")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_must_that_guards_safety_belongs_and_no_should_does(rule: Rule) -> None:
    strengths = {rule.strength, *(limit.strength for argument in rule.parameters for limit in argument.limits)}
    if rule.guards_safety:
        assert is_for_start(rule)
    if Strength.MUST not in strengths:
        assert not is_for_start(rule)


@pytest.mark.parametrize("sector", sorted(SETTINGS))
def test_a_complete_programme_is_safe_to_start_and_not_without_its_network(sector: str) -> None:
    complete = tomllib.loads(COMPLETE[sector].read_text(encoding="utf-8"))
    assert start_text(report(complete)).startswith("safe to start")
    del complete["network"]
    judged = report(complete)
    assert any(finding.rule == "STD700" for finding in open_for_start(judged))
    assert start_text(judged).startswith("not safe to start yet: ")
    assert any(finding.path[0] == "network" for finding in report_for_start(judged).findings)


def damaged() -> Iterator[tuple[str, str, str]]:
    yield "a key that nobody can read", "[supervision]", "[supervision]\nled_bye = 'x'"
    yield "a value of the wrong kind", "[supervision]", "[supervision]\nspan = 'x'"
    yield "a template's value that is not confirmed", "[file]", "[file]\nnot_confirmed = ['supervision.led_by']"
    yield "who is told is not stated", "risk_told_to =", "# risk_told_to ="


@pytest.mark.parametrize(("before", "after"), [pair for _, *pair in damaged()], ids=[why for why, *_ in damaged()])
def test_what_nobody_can_judge_is_never_called_safe(before: str, after: str) -> None:
    text = COMPLETE["substance"].read_text(encoding="utf-8")
    assert before in text
    judged = validate(text.replace(before, after, 1).encode(), "ours.toml", PLUGINS, ON)
    assert start_text(judged).startswith("not safe to start yet: ")
    assert start_text(report_for_start(judged)) == start_text(judged)


def test_only_the_start_is_judged_and_nothing_else_is_promised() -> None:
    stated, _ = filled_in("schools")
    judged = report_for_start(report(stated))
    assert not judged.findings
    assert start_text(judged) == "safe to start; this does not say whether the design is complete"


@pytest.mark.parametrize("sector", sorted(SETTINGS))
@pytest.mark.parametrize("width", [80, None], ids=["terminal", "pipe"])
def test_the_first_answer_to_a_blank_file_is_a_screen(sector: str, width: int | None) -> None:
    judged = validate(blank(sector).encode(), "ours.toml", PLUGINS, ON)
    lines = report_text(judged, layout=Layout(width=width)).splitlines()
    assert len(lines) <= 24
    assert width is None or max(map(len, lines)) <= width
    assert [line.partition(":")[0] for line in lines if line.startswith(("To ", "Worth "))] == [
        "To decide before anybody is recruited",
        "To decide before the first meeting",
        "Worth deciding",
    ]
    whole = report_text(judged, show=["more"])
    assert all(finding.rule in whole for finding in judged.findings)
    assert not any("error" in line for line in [*lines, *whole.splitlines()])


@pytest.mark.parametrize("way", get_args(WayName))
def test_the_first_answer_to_a_blank_file_of_each_way_is_a_screen(way: WayName) -> None:
    answers = FirstFileAnswers(name="Ours", sectors=(), settings=("community",), ways=(way,), nation="england")
    text = from_blanks(PLUGINS.rulebook(()), answers)
    lines = report_text(validate(text.encode(), "ours.toml", PLUGINS, ON), layout=Layout(width=80)).splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
