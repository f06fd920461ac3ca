"""The JSON Schema of the file says what validate says of each key by itself, to the programs that editors use."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import pytest
import tomli_w
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from mentorkit.api import Days, Sector, Strength, Way, at_least, during, requires
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.editor.patterns import entry_pattern
from mentorkit.editor.schema import schema_of
from mentorkit.programme.path import Path as Place
from mentorkit.registry.load import Plugins
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.validation.validate import validate
from mentorkit.values.choice import as_choice, words_for
from tests.examples import examples
from tests.made_up_sector import ONE
from tests.values.test_choice import CLOSED

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "programme.schema.json"
EXAMPLES = sorted(file for file in (ROOT / "examples").rglob("*.toml") if "plugins" not in file.parts)
COMPLETE = [file for file in EXAMPLES if "documented" not in file.parts]
PROGRAMMES = {file: tomllib.loads(file.read_text(encoding="utf-8")) for file in EXAMPLES}
SUBSTANCE = (ROOT / "examples" / "substance" / "turning_point.toml").read_text(encoding="utf-8")
DAY = date(2026, 11, 22)
PLUGINS = Plugins()
BOOK = PLUGINS.rulebook(found.name for found in PLUGINS.found)
OF_ANY_SECTOR = schema_of(BOOK)
JSON = Draft7Validator(OF_ANY_SECTOR)
BIN = Path(sys.executable).parent

Spot = tuple[int, int]

BAD = {
    "misspelt key": ("length =", "lenght ="),
    "text for a list": ('settings = ["community"]', 'settings = "community"'),
    "text for false": ("clinical = false", 'clinical = "false"'),
    "no value of the list": ('settings = ["community"]', 'settings = ["communal"]'),
    "number for a length of time": ('abstinence = "3 months"', "abstinence = 3"),
    "length of time without a unit": ('abstinence = "3 months"', 'abstinence = "3"'),
    "key of a sector misspelt": ("abstinence =", "abstinense ="),
    "number for text": ('collects = ["', 'collects = [7, "'),
    "outside a must": ("steps = [", "steps = []\ncriteria_too = ["),
    "empty text": ('name = "Peer mentoring', 'name = ""\ntitle = "Peer mentoring'),
}


@pytest.fixture
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    old, new = BAD[request.param]
    assert old in SUBSTANCE
    file = tmp_path / "bad.toml"
    file.write_text(SUBSTANCE.replace(old, new, 1), encoding="utf-8")
    return file


def errors(file: Path) -> list[Finding]:
    report = validate(file.read_bytes(), file.name, PLUGINS, DAY)
    return [
        finding
        for finding in report.findings
        if finding.severity == "error" and finding.kind is not FindingKind.NOT_SETTLED
    ]


def taplo(*files: Path) -> list[Spot]:
    """The places that taplo marks, which VS Code and Neovim use; of an unknown key the table and all in it."""
    command: list[str | Path] = [BIN / "taplo", "lint", "--colors", "never", "--schema", SCHEMA.as_uri(), *files]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=files[0].parent)
    places = [(int(line), int(column)) for line, column in re.findall(r"─ \S+:(\d+):(\d+)$", ran.stderr, re.M)]
    assert (ran.returncode == 0) == (not places), ran.stderr
    return places


def tombi(folder: Path, *files: Path) -> list[Spot]:
    """The places that tombi marks."""
    settings = {"schema": {"catalog": {"paths": []}}, "schemas": [{"path": str(SCHEMA), "include": ["**/*.toml"]}]}
    (folder / "tombi.toml").write_text(tomli_w.dumps(settings), encoding="utf-8")
    command: list[str | Path] = [BIN / "tombi", "lint", "--offline", "--no-cache", *files]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env={"NO_COLOR": "1"})
    places = [(int(line), int(column)) for line, column in re.findall(r"^ +at \S+:(\d+):(\d+)$", ran.stderr, re.M)]
    assert (ran.returncode == 0) == (not places), ran.stderr
    return places


def test_it_is_a_json_schema_of_draft_7(tmp_path: Path) -> None:
    (tmp_path / "two.json").write_text(json.dumps(of_sectors("substance", "schools")), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        check_jsonschema(["--check-metaschema", str(SCHEMA), str(tmp_path / "two.json")])
    assert ended.value.code == 0


def test_check_jsonschema_takes_every_example() -> None:
    with pytest.raises(SystemExit) as ended:
        check_jsonschema(["--schemafile", str(SCHEMA), *map(str, EXAMPLES)])
    assert ended.value.code == 0


def test_taplo_takes_every_example() -> None:
    assert taplo(*EXAMPLES) == []


def test_tombi_takes_every_example(tmp_path: Path) -> None:
    copies = []
    for number, file in enumerate(EXAMPLES):
        copies.append(tmp_path / f"{number}.toml")
        copies[-1].write_bytes(file.read_bytes())
    assert tombi(tmp_path, *copies) == []


@pytest.mark.parametrize("bad", BAD, indirect=True)
def test_taplo_and_tombi_mark_what_validate_marks(bad: Path, tmp_path: Path) -> None:
    spots = {(finding.span.line, finding.span.column) for finding in errors(bad) if finding.span}
    assert spots
    assert set(tombi(tmp_path, bad)) == spots
    assert spots <= set(taplo(bad))


def test_taplo_and_tombi_mark_a_table_that_is_not_known(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(SUBSTANCE.replace("[training]", "[trainnig]", 1), encoding="utf-8")
    (spot,) = [finding.span for finding in errors(file) if finding.rule == "unknown-key" and finding.span]
    assert tombi(tmp_path, file) == [(spot.line, spot.column - 1)]  # the bracket before it
    assert (spot.line, spot.column) in taplo(file)


@pytest.mark.parametrize("file", COMPLETE, ids=lambda file: file.stem)
def test_a_complete_example_keeps_to_the_schema_of_its_own_sectors(file: Path) -> None:
    own = of_sectors(*PROGRAMMES[file]["programme"]["sectors"])
    assert list(Draft7Validator(own).iter_errors(plain(PROGRAMMES[file]))) == []


def test_the_schema_of_a_sector_is_for_files_that_name_it_alone() -> None:
    own = Draft7Validator(of_sectors("schools"))
    of_another = plain(PROGRAMMES[ROOT / "examples" / "substance" / "turning_point.toml"])
    assert {tuple(error.absolute_path) for error in own.iter_errors(of_another)} >= {
        ("programme", "sectors"),
        ("programme", "sectors", 0),
        ("screening",),
    }


def plain(value: Any) -> Any:
    """What TOML says, as JSON."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def places(value: Any, path: Place = ()) -> Iterator[Place]:
    """Every place of a file but its format and its sectors, without which nothing can be judged."""
    if path and path[:2] != ("programme", "sectors") and path not in {("format",), ("programme",)}:
        yield path
    for key, entry in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(entry, (*path, key))


def changed(data: Any, path: Place, change: Callable[[Any, Any], None]) -> Any:
    changed = deepcopy(data)
    *outer, last = path
    table = changed
    for part in outer:
        table = table[part]
    change(table, last)
    return changed


def is_range(data: Any, path: Place) -> bool:
    """Whether a place has a range of two ends."""
    for part in path:
        data = data[part]
    return isinstance(data, dict) and data.keys() == {"from", "to"}


VALUES = st.sampled_from(
    [
        *("x", "", " ", "14 days", "0 days", "40 hours", "12 per month", "24/7", "community", -1, 0, 1, 7, 2**63, 1.5),
        *(True, False, [], ["x"], [""], [3], {}, {"zz": 1}, [{}], [{"zz": 1}]),
    ]
)


@pytest.mark.parametrize("of_these_sectors", [False, True])
@examples(150)
@given(file=st.sampled_from(EXAMPLES), place=st.integers(0, 10_000), value=VALUES, how=st.sampled_from(["put", "new"]))
def test_what_the_schema_refuses_and_what_validate_refuses_is_the_same(
    of_these_sectors: bool, file: Path, place: int, value: Any, how: str
) -> None:
    programme = {key: table for key, table in PROGRAMMES[file].items() if key != "waivers"}
    # Without the larger service's file, a part cannot be judged.
    programme["programme"] = {key: stated for key, stated in programme["programme"].items() if key != "part_of"}
    known = list(places(programme))
    path = known[place % len(known)]
    if how == "new":
        path = (*path[:-1], "zz") if isinstance(path[-1], str) else path
    data = changed(programme, path, lambda table, key: table.__setitem__(key, value))
    schema = of_sectors(*data["programme"]["sectors"]) if of_these_sectors else OF_ANY_SECTOR
    report = validate(tomli_w.dumps(data).encode(), "x.toml", PLUGINS, DAY)
    # A schema says of the table what is wrong with a key that it does not know.
    said = {
        (finding.path[:-1] if finding.rule == "unknown-key" else finding.path, finding.rule)
        for finding in report.findings
        if finding.severity == "error"
    }
    validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    refused = {tuple(error.absolute_path) for error in validator.iter_errors(plain(data))}
    unreadable = {where for where, rule in said if rule in {"unknown-key", "wrong-value"}}
    # Whether a text in [file] is the name of a key, validate alone says.
    if isinstance(value, str):
        unreadable = {where for where in unreadable if where[:1] != ("file",) or len(where) < 3}
    # Nor does a schema say whether the ends of a range are in order.
    unreadable = {where for where in unreadable if not is_range(data, where)}
    around = {where[:length] for where in unreadable for length in range(len(where))}  # what rules do not judge then
    assert refused <= {where for where, _ in said} | around
    # Of an entry that may be a text or a table, a schema says that it is neither.
    assert {where[:-1] if where[-1:] == ("is",) and where not in refused else where for where in unreadable} <= refused


@lru_cache
def of_sectors(*names: str) -> Any:
    return schema_of(PLUGINS.rulebook(names), of_these_sectors=True)


def keys(schema: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, within in schema.get("properties", {}).items():
        yield (*path, name), within
        yield from keys(within.get("items", {}) if "items" in within else within, (*path, name))


def with_limits_of_ways(schema: Any) -> dict[tuple[str, ...], Any]:
    """Every key, with what files have to keep to that offer a way of support, or do not say which."""
    found = {path: dict(within) for path, within in keys(schema)}
    for part in schema["allOf"]:
        for path, within in keys(part["then"]) if "programme" in part["if"]["properties"] else ():
            both = [*found[path].get("allOf", []), *within.get("allOf", [])]
            found[path] |= {**within, "allOf": both}
    return found


def test_every_key_is_described_with_an_example_that_it_takes() -> None:
    for path, schema in keys(OF_ANY_SECTOR):
        assert schema["description"], path
        if schema.get("type") != "object" and path != ("format",):
            (example,) = schema["examples"]
            unlimited = {name: said for name, said in schema.items() if name not in {"minItems", "maxItems"}}
            alone = unlimited | {"definitions": OF_ANY_SECTOR["definitions"]}
            assert list(Draft7Validator(alone).iter_errors(example)) == [], path


def test_every_rule_and_limit_on_a_key_is_in_its_description_with_its_sources() -> None:
    described = {path: schema["description"] for path, schema in keys(OF_ANY_SECTOR)}
    for path, users in BOOK.parameters.items():
        text = described[tuple(map(str, path))]
        for rule, argument in users:
            assert rule.id in text, path
            for limit in argument.limits:
                assert f"- {limit.phrase(argument.type)}" in text, (path, rule.id)
                assert all(source.title in text for source in limit.sources), (path, rule.id)


def test_a_limit_is_part_of_the_schema_only_where_it_is_a_must_for_every_file() -> None:
    of_any_sector = dict(keys(OF_ANY_SECTOR))
    assert "minItems" not in of_any_sector["screening", "steps"]
    assert with_limits_of_ways(OF_ANY_SECTOR)["screening", "steps"]["minItems"] == 1
    assert of_any_sector["screening", "schools", "percent_invited"]["minimum"] == 0  # at least 20 is a SHOULD
    assert of_any_sector["screening", "schools", "references"]["minimum"] == 0  # at least 2 is for one kind of role


def test_a_list_has_to_be_complete_for_its_sectors_where_the_schema_is_theirs() -> None:
    def wanted(schema: Any) -> str:
        return json.dumps(with_limits_of_ways(schema)["governance", "documents"].get("allOf", []))

    assert wanted(OF_ANY_SECTOR) == "[]"
    for sector, document in (("schools", "safeguarding policy"), ("substance", "lapse plan")):
        assert f'{{"contains": {{"anyOf": [{{"anyOf": [{{"enum": ["{document}"]}}, ' in wanted(of_sectors(sector))
    assert "lapse plan" not in wanted(of_sectors("schools"))


def at(*path: str) -> dict[str, Any]:
    """What the schema says of a key."""
    found: Any = OF_ANY_SECTOR
    for part in path:
        found = found.get("items", found)["properties"][part]
    return dict(found)


def test_a_key_says_how_one_asks_for_it_and_what_is_plausible() -> None:
    shortest = at("relationship", "shortest")
    assert shortest["x-question"] == "How long does support last, at least?"
    assert shortest["x-decideBy"] == "before anybody is recruited"
    assert shortest["x-plausible"] == ["1 week", "3 years"]
    assert "\n\nHow long does support last, at least?\n\n" in shortest["description"]
    assert at("programme", "mentors")["x-plausible"] == [1, 1000]
    assert at("supervision", "phases", "every")["x-plausible"] == ["1 day", "4 months"]
    own = at("screening", "substance", "abstinence")
    assert (own["x-question"], own["x-plausible"]) == (
        "How long free of dependence before a placement?",
        ["1 week", "5 years"],
    )
    topics = at("training", "topics")
    assert topics["x-synonyms"]["co-occurring disorders"] == ["dual diagnosis", "co-occurring conditions"]
    assert topics["x-openList"] is True
    assert "x-plausible" not in topics


def test_an_unusual_value_is_no_fault_of_the_schema() -> None:
    design = {
        "format": 1,
        "programme": {"sectors": ["substance"], "mentors": 100_000},
        "relationship": {"shortest": "40 years"},
    }
    assert not list(JSON.iter_errors(design))


def test_a_limit_that_does_not_always_hold_is_no_fault_of_a_file() -> None:
    def least(**said: Any) -> Any:
        limit = {"days": said.pop("days")} if "days" in said else {}
        made = requires(
            "TST001",
            "a key",
            {"network.youngest": at_least(7, **limit)},
            **{"strength": Strength.MUST, "sources": [ONE], "reason": "Because.", **said},
        )
        sector = Sector(title="a test", prefix="TST", edition="1")
        book = rulebook_of({"test": sector}, [attrs.evolve(made, owner="test")])
        return schema_of(book, of_these_sectors=True)["properties"]["network"]["properties"]["youngest"].get("minimum")

    assert least() == 7
    assert least(days=Days(first=date(2027, 4, 1))) == 0
    assert least(ways=[Way.PAIR]) == 0
    assert least(applies=during(Days(first=date(2027, 4, 1)))) == 0


@pytest.mark.parametrize(
    ("ways", "faulty"),
    [({}, True), ({"ways": []}, True), ({"ways": ["mutual aid"]}, False), ({"ways": ["mutual aid", "on call"]}, True)],
)
def test_a_limit_for_some_ways_of_support_is_for_files_that_may_offer_one_of_them(ways: Any, faulty: bool) -> None:
    design = {"format": 2, "programme": {"sectors": [], **ways}, "screening": {"steps": []}}
    assert [error.absolute_path[0] for error in Draft7Validator(OF_ANY_SECTOR).iter_errors(design)] == (
        ["screening"] if faulty else []
    )


def written_otherwise(choice: str) -> list[str]:
    return [
        *(
            choice.upper(),
            choice.title(),
            choice.replace(" ", "-"),
            choice.replace("-", " "),
            choice.replace(" ", "\u2011"),
        ),
        *(f"{choice}s", f"the {choice}", f" {choice} ", choice.replace("isation", "ization"), *words_for(choice)),
        " ".join(reversed(choice.split())),
    ]


@pytest.mark.parametrize("choices", CLOSED, ids=lambda choices: choices[0])
def test_the_schema_takes_every_spelling_of_a_choice_that_the_reader_takes(choices: tuple[str, ...]) -> None:
    taken = re.compile(entry_pattern(word for each in choices for word in words_for(each)))
    for text in (text for each in choices for text in written_otherwise(each)):
        assert as_choice(text, choices) is None or taken.search(text), text
    assert not taken.search("zz")


def test_an_editor_marks_no_other_spelling() -> None:
    design: dict[str, Any] = {
        "format": 2,
        "programme": {
            "sectors": ["schools"],
            "settings": ["Community", {"is": "Online", "called": "our site"}],
            "nation": "England",
        },
        "governance": {"documents": ["Safeguarding Policies and Procedures", "LAPSE-PLAN"]},
    }
    refused = list(Draft7Validator(of_sectors("schools")).iter_errors(design))
    assert not [error for error in refused if error.absolute_path[0] == "programme"]
    assert not [error for error in refused if "safeguarding policy" in str(error.validator_value)]
    design["programme"]["nation"] = "Englnd"
    assert [list(error.absolute_path) for error in JSON.iter_errors(design)] == [["programme", "nation"]]
