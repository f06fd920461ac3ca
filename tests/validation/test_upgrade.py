"""From format 1 to format 2: what changes in a file, what stays, and what is found afterwards."""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.strength import Strength
from mentorkit.programme.formats import ONLY_IN
from mentorkit.programme.path import Path as Place
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import CannotJudgeError, read_document
from mentorkit.validation.upgrade import UnreadableError, Upgrade, upgrade
from mentorkit.validation.validate import validate
from tests.changed import in_format_1
from tests.examples import examples

PLUGINS = Plugins()
ON = date(2026, 11, 29)
OLD = Path(__file__).parents[1] / "data/format_1"
FILES = sorted(OLD.rglob("*.toml"))
IN_PAIRS = [file for file in FILES if "pairs = false" not in file.read_text(encoding="utf-8")]
SECTORS = "[programme]\nsectors = []\n"


def upgraded(text: str, *, complete: bool = False) -> Upgrade:
    return upgrade(read_document(text.encode(), "a.toml"), PLUGINS, ON, complete=complete)


def findings(text: str) -> list[Finding]:
    return list(validate(text.encode(), "a.toml", PLUGINS, ON).findings)


def said(found: list[Finding]) -> list[tuple[Any, ...]]:
    return [(f.rules, f.path, f.kind, f.strength, f.message, f.fix, f.sources, f.waived) for f in found]


def as_before(found: list[Finding]) -> list[tuple[Any, ...]]:
    """What is found, as it was said before lists could be open."""
    return sorted((f.rules, f.path, f.strength, f.message, f.waived or "", f.sources) for f in found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"format = 1\n{SECTORS}", 'format = 2\n[programme]\nsectors = []\nways = ["pair"]\n\n{file}'),
        (
            "format = 1 # the first\nprogramme.sectors = [ # none\n] # yet\n",
            'format = 2 # the first\nprogramme.sectors = [ # none\n] # yet\nprogramme.ways = ["pair"]\n\n{file}',
        ),
        (
            "format = 1\nprogramme = { sectors = [] , name = 'a' }\n",
            "format = 2\nprogramme = { sectors = [], ways = [\"pair\"] , name = 'a' }\n\n{file}",
        ),
        (
            "format = 1\nprogramme = { name = 'a', sectors = [] }",
            "format = 2\nprogramme = { name = 'a', sectors = [], ways = [\"pair\"] }\n\n{file}",
        ),
        (
            "format = 1\nprogramme.sectors = []",
            'format = 2\nprogramme.sectors = []\nprogramme.ways = ["pair"]\n\n{file}',
        ),
        (
            f"format = 1\n{SECTORS}[relationship]\npairs = true\n# how long\nshortest = '12 weeks'\n",
            'format = 2\n[programme]\nsectors = []\nways = ["pair"]\n[relationship]\n'
            "# how long\nshortest = '12 weeks'\n\n{file}",
        ),
        (
            f"format = 1\n{SECTORS}[relationship]\n  pairs = false   # talks\n",
            "format = 2\n[programme]\nsectors = []\n[relationship]\n  # pairs = false   # talks\n\n{file}",
        ),
        (
            "format = 1\nrelationship = { pairs = false, shortest = '12 weeks' }\n" + SECTORS,
            "format = 2\nrelationship = { shortest = '12 weeks' }\n[programme]\nsectors = []\n\n{file}",
        ),
        (
            "format = 1\nrelationship = { shortest = '12 weeks' , pairs = true }\n" + SECTORS,
            "format = 2\nrelationship = { shortest = '12 weeks' }\n"
            '[programme]\nsectors = []\nways = ["pair"]\n\n{file}',
        ),
        (
            "format = 1\nrelationship = { pairs = true }\nrole.clinical = false\n" + SECTORS,
            "format = 2\nrelationship = { }\nrole.clinical = false\n"
            '[programme]\nsectors = []\nways = ["pair"]\n\n{file}',
        ),
        (
            "format = 1\nrelationship.pairs = true\n" + SECTORS + "# the end",
            'format = 2\n[programme]\nsectors = []\nways = ["pair"]\n# the end\n\n{file}',
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_but_what_has_to_be_changes(before: str, after: str, end: str) -> None:
    wanted = after.replace("{file}", '[file]\nasked_until = "2026-11"\n')
    made = upgraded(before.replace("\n", end))
    assert made.text == wanted.replace("\n", end)
    again = upgraded(made.text)
    assert (again.text, again.changes) == (made.text, [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("file.asked_until = '2025-01' # then\n" + SECTORS, 'file.asked_until = "2026-11" # then\n' + SECTORS),
        (SECTORS + "[file] # own\ncomplete = []\n", SECTORS + '[file] # own\nasked_until = "2026-11"\ncomplete = []\n'),
        (SECTORS + "[file]", SECTORS + '[file]\nasked_until = "2026-11"'),
        ("file.complete = []\n" + SECTORS, 'file.asked_until = "2026-11"\nfile.complete = []\n' + SECTORS),
        ("file = {}\n" + SECTORS, 'file = { asked_until = "2026-11" }\n' + SECTORS),
        ("file = { complete = [] }\n" + SECTORS, 'file = { asked_until = "2026-11", complete = [] }\n' + SECTORS),
        ("file.asked_until = '2030-01'\n" + SECTORS, "file.asked_until = '2030-01'\n" + SECTORS),
    ],
)
def test_a_file_of_format_2_gets_the_edition_that_it_was_checked_against(before: str, after: str) -> None:
    made = upgraded(f"format = 2\n{before}")
    assert made.text == f"format = 2\n{after}"
    assert upgraded(made.text).text == made.text


def test_the_lines_that_change_are_told() -> None:
    made = upgraded(f"format = 1\n{SECTORS}[relationship]\npairs = true\n")
    assert [tuple(change) for change in made.changes] == [
        (1, "format = 1", False),
        (1, "format = 2", True),
        (4, 'ways = ["pair"]', True),
        (5, "pairs = true", False),
        (6, "", True),
        (7, "[file]", True),
        (8, 'asked_until = "2026-11"', True),
    ]


def test_a_file_that_cannot_be_read_as_a_whole_is_refused_with_all_reasons() -> None:
    with pytest.raises(UnreadableError) as refused:
        upgraded(f"format = 1\n{SECTORS}[role]\nclincal = false\nyoungest = 'ten'\n")
    assert [fault.path for fault in refused.value.faults] == [("role", "clincal"), ("role", "youngest")]
    with pytest.raises(CannotJudgeError):
        upgraded("format = 1\n")


OF_ONE_FORMAT = {"PRB010", "PRB336", "PRB342", "PRB402", "PRB406", "STD823", "STD824"}
"""Rules on group sessions, of which each format has keys of its own, and on what format 2 can say of a document.

Each is asked of one format alone.
"""


def sayable_before(found: Iterable[Finding]) -> list[Finding]:
    """What is found besides keys that format 1 does not have, which an upgraded file is asked for or contradicts."""
    return [
        each
        if OF_ONE_FORMAT.isdisjoint(each.rules)
        else attrs.evolve(each, rules=tuple(rule for rule in each.rules if rule not in OF_ONE_FORMAT), sources=())
        for each in found
        if each.rule != "older-format"
        and not OF_ONE_FORMAT.issuperset(each.rules)
        and not any(ONLY_IN.get(each.path[:length]) == 2 for length in (1, 2))
        and not (each.rule == "contradiction" and "programme.ways" in each.message)
    ]


def test_a_programme_that_meets_nobody_in_pairs_is_asked_for_its_ways() -> None:
    """And nothing that was found before is lost."""
    text = f"format = 1\n{SECTORS}[relationship]\npairs = false\n"
    made = upgraded(text)
    assert "ways" not in made.text
    assert made.newly_asked
    known = {(rule, f.path) for f in sayable_before(findings(text)) for rule in f.rules}
    assert all(any((rule, f.path) not in known for rule in f.rules) for f in made.newly_asked)
    assert known <= {(rule, f.path) for f in findings(made.text) for rule in f.rules}


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.toml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: str(file.stem))
@pytest.mark.parametrize("complete", [True, False])
def test_a_complete_programme_of_format_1_stays_clean_but_for_what_is_newly_asked(file: Path, complete: bool) -> None:
    text = tomli_w.dumps(in_format_1(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert [each for each in findings(text) if each.strength > Strength.CAUTION] == []
    made = upgraded(text, complete=complete)
    after = findings(made.text)
    assert {each.kind for each in after if each.strength > Strength.CAUTION} <= {FindingKind.NOT_SETTLED}
    asked = {(each.rules, each.path) for each in made.newly_asked}
    assert [each for each in after if each.strength > Strength.CAUTION and (each.rules, each.path) not in asked] == []


def test_the_ways_of_support_are_those_that_the_rest_of_the_file_speaks_of() -> None:
    """A scheme of peer-led groups needs group sessions, which format 1 has no key for."""
    text = (OLD / "probation/through_the_gate.toml").read_text(encoding="utf-8")
    schemes = 'schemes = ["one-to-one mentoring", "through the gate"'
    groups = text.replace(schemes, f'{schemes}, "peer-led groups"')
    assert [tomllib.loads(upgraded(each).text)["programme"]["ways"] for each in (text, groups)] == [
        ["pair"],
        ["pair", "group sessions"],
    ]


def test_lists_that_may_go_on_now_are_named() -> None:
    text = f"format = 1\n{SECTORS}[training]\ntopics = ['fire']\n[governance]\ndocuments = ['a leaflet']\n"
    made, stated = upgraded(text), upgraded(text, complete=True)
    assert made.open_lists == ("training.topics", "governance.documents")
    assert stated.open_lists == ()
    assert tomllib.loads(stated.text)["file"] == {
        "asked_until": "2026-11",
        "complete": ["training.topics", "governance.documents"],
    }


def test_a_file_of_format_2_can_be_said_to_be_complete_later() -> None:
    text = f"format = 2\n{SECTORS}[training]\ntopics = ['fire']\n"
    assert tomllib.loads(upgraded(text, complete=True).text)["file"]["complete"] == ["training.topics"]
    ways = text.replace("[]", '["probation"]\nways = ["pair"]\nprobation.schemes = ["peer-led groups"]')
    lists = tomllib.loads(upgraded(ways, complete=True).text)["file"]["complete"]
    assert lists == ["programme.probation.schemes", "training.topics"]  # the ways are always all that there are
    stated = f"{text}[file]\ncomplete = []\n"
    assert tomllib.loads(upgraded(stated, complete=True).text)["file"]["complete"] == []


def test_a_long_list_has_an_entry_in_each_line() -> None:
    text = (OLD / "substance/turning_point.toml").read_text(encoding="utf-8")
    lines = upgraded(text, complete=True).text.partition("[file]\n")[2].splitlines()
    assert lines[:3] == ['asked_until = "2026-11"', "complete = [", '  "programme.settings",']
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("file", IN_PAIRS, ids=lambda file: str(file.relative_to(OLD)))
def test_an_old_example_is_judged_as_before(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    before = sayable_before(findings(text))
    complete, opened = upgraded(text, complete=True), upgraded(text)
    assert said(sayable_before(findings(complete.text))) == said(before)
    assert as_before(sayable_before(findings(opened.text))) == as_before(before)
    assert sayable_before(complete.newly_asked) == sayable_before(opened.newly_asked) == []
    assert {tuple(f.path) for f in findings(opened.text) if f.open_list} == {
        tuple(f.path) for f in before if ".".join(map(str, f.path)) in opened.open_lists
    }


WHOLE = [tomllib.loads(file.read_text(encoding="utf-8")) for file in FILES]


def places(data: Any, at: Place = ()) -> list[Place]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path for key, value in inner for path in [(*at, key), *places(value, (*at, key))]]


@st.composite
def designs(draw: st.DrawFn) -> str:
    """Parts of the examples as files of format 1, which meet people in pairs or do not say so."""
    data = draw(st.sampled_from(WHOLE).map(lambda whole: tomllib.loads(tomli_w.dumps(whole))))
    kept = {("format",), ("programme",), ("programme", "sectors")}
    gone = draw(
        st.lists(st.sampled_from([p for p in places(data) if p not in kept and p[:2] != ("programme", "sectors")]))
    )
    for path in sorted(set(gone), key=str, reverse=True):
        table: Any = data
        for part in path[:-1]:
            table = table[part] if (part in table if isinstance(table, dict) else int(part) < len(table)) else {}
        if isinstance(table, dict):
            table.pop(path[-1], None)
        elif int(path[-1]) < len(table):
            del table[int(path[-1])]
    data.setdefault("relationship", {}).pop("pairs", None)
    if draw(st.booleans()):
        data["relationship"]["pairs"] = True
    return tomli_w.dumps(data)


@examples(60)
@given(designs())
def test_any_design_is_judged_as_before(text: str) -> None:
    try:
        complete, opened = upgraded(text, complete=True), upgraded(text)
    except UnreadableError:  # an entry that is left empty says nothing
        return
    before = sayable_before(findings(text))
    assert said(sayable_before(findings(complete.text))) == said(before)
    assert as_before(sayable_before(findings(opened.text))) == as_before(before)
    assert {f.kind for f in findings(opened.text) if f.open_list} <= {FindingKind.NOT_SETTLED}
    newly = [*complete.newly_asked, *opened.newly_asked]
    assert sayable_before(each for each in newly if OF_ONE_FORMAT.isdisjoint(each.rules)) == []
    assert {each.path for each in sayable_before(newly)} <= {each.path for each in before}
    assert upgraded(opened.text).text == opened.text
