"""mentorkit init, as a person and as a script runs it."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.path import dotted
from mentorkit.programme.shared_keys import shared_names, ways_of_shared
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import settling_order
from mentorkit.programme.ways import Way
from mentorkit.registry.load import Plugins
from mentorkit.toml.structure import read_programme
from mentorkit.validation.validate import validate
from mentorkit.works import BRIGHT
from tests.golden_files import hold, without_sources

from .conftest import Ran, Run
from .terminal import on_a_terminal

ROOT = Path(__file__).parents[2]
SETTINGS = {
    "substance": ("community",),
    "probation": ("community", "custody"),
    "schools": ("school",),
    "mental_health": ("ward", "community"),
    "standards": ("online",),
    "substance+probation": ("community", "custody"),
}
"""The settings of each sector's template; of the shared standards and of two sectors some."""
TEMPLATES = ("substance", "probation", "schools", "mental_health")
PLUGINS = Plugins()
BOOK = PLUGINS.rulebook(TEMPLATES)
_BEGUN: dict[tuple[str, str], str] = {}
NAME = 'Peers of "Exampleton" \\ Ünder'


def answers(sectors: str, start: str, **others: str) -> list[str]:
    given = [f"--sector={sector}" for sector in sectors.split("+")]
    given += [f"--setting={setting}" for setting in SETTINGS[sectors]]
    rest = {"nation": "england", "name": NAME, "from": start, "on": "2026-11-22", **others}
    return [*given, *(f"--{option}={value}" for option, value in rest.items())]


def begun(run: Run, tmp_path: Path, sectors: str, start: str) -> str:
    """What the command writes; the same answers are given once, as the tests look at the file from several sides."""
    if (sectors, start) not in _BEGUN:
        ran = run("init", "ours.toml", *answers(sectors, start))
        assert (ran.returncode, ran.stderr) == (0, "")
        _BEGUN[sectors, start] = (tmp_path / "ours.toml").read_text(encoding="utf-8")
    return _BEGUN[sectors, start]


def findings(text: str) -> tuple[Finding, ...]:
    return validate(text.encode(), "ours.toml", PLUGINS, date(2026, 11, 22)).findings


def taken_as_it_is(text: str) -> str:
    """A file from blanks of which a service takes every key with its example."""
    return re.sub(r"^#(?=[^ \n]|  \S)", "", text, flags=re.M)


@pytest.mark.parametrize("sectors", SETTINGS)
def test_a_file_from_blanks_is_only_not_settled_in_the_order_to_settle_it(
    run: Run, tmp_path: Path, sectors: str
) -> None:
    text = begun(run, tmp_path, sectors, "blanks")
    found = findings(text)
    assert {finding.kind for finding in found} == {FindingKind.NOT_SETTLED}
    order = [settling_order(finding.path) for finding in found]
    assert order == sorted(order)
    lines = text.splitlines()
    whole = tomllib.loads(taken_as_it_is(text))
    at: dict[str, int] = {}
    header = ""
    for number, line in enumerate(lines):
        if there := re.match(r"#?\[+([\w.]+)\]+$", line):
            header = there[1]
            at.setdefault(header, number)
        elif there := re.match(r"#?(\w+) = ", line):
            at[f"{header}.{there[1]}"] = number
    direct: list[int] = []
    for finding in found:
        *table, key = finding.path
        path = dotted(finding.path)
        if table[-1:] == ["collects"]:
            assert key in whole[str(table[0])]["collects"]
            assert f"#   {key} (" in text
        else:
            assert path in at, path
            if f"#[[{path}]]" not in lines:  # tables of a list stand behind the other keys of their table
                direct.append(at[path])
    assert direct == sorted(direct)


@pytest.mark.parametrize("sectors", SETTINGS)
def test_every_key_of_a_file_from_blanks_can_be_taken_as_its_example_says(
    run: Run, tmp_path: Path, sectors: str
) -> None:
    text = taken_as_it_is(begun(run, tmp_path, sectors, "blanks"))
    stated = tomllib.loads(text)
    for finding in findings(text):
        assert finding.kind is not FindingKind.UNREADABLE, finding.message
        at: Any = stated
        for part in finding.path:
            at = at.get(part) if isinstance(at, dict) else None
        asked = f"the programme does not state {finding.path[-1] if finding.path else ''}: "
        assert not finding.message.startswith(asked) or at is None, finding.message


def test_a_first_file_begins_preferences_and_exclusions(run: Run, tmp_path: Path) -> None:
    text = begun(run, tmp_path, "substance+probation", "blanks")
    assert text.count("#[[matching.preferences]]\n") == 2
    exclusions = tomllib.loads(taken_as_it_is(text))["matching"]["exclusions"]
    assert [each["what"] for each in exclusions] == ["family", "house", "court_case", "team"]


@pytest.mark.parametrize("sector", TEMPLATES)
def test_a_file_from_a_template_validates_clean_once_its_values_are_confirmed(
    run: Run, tmp_path: Path, sector: str
) -> None:
    text = begun(run, tmp_path, sector, "template")
    data = tomllib.loads(text)
    names = data["file"].pop("not_confirmed")
    assert {finding.rule for finding in findings(text)} == {"not-confirmed"}
    assert sum(1 + finding.more for finding in findings(text)) == len(names)
    assert findings(tomli_w.dumps(data)) == ()
    (template,) = (ROOT / "examples" / sector).glob("*.toml")
    expected = tomllib.loads(template.read_text(encoding="utf-8"))
    expected["programme"]["name"] = NAME
    assert data == expected
    stated = {path for path, _ in stated_keys(read_programme(data, BOOK.sector_keys)[0]) if path[0] != "file"}
    answered = {("programme", name) for name in ("name", "sectors", "settings", "nation")}
    assert set(names) == {dotted(path) for path in stated - answered}
    written = template.read_text(encoding="utf-8").splitlines()
    kept = [line for line in written if not line.startswith(("name = ", "settings = ", "nation = "))]
    there = iter(text.splitlines())
    assert all(line in there for line in kept), "every other line of the template, in its order"


def test_of_two_sectors_the_template_is_the_first_ones_and_what_the_other_asks_is_left_blank(
    run: Run, tmp_path: Path
) -> None:
    ran = run("init", "ours.toml", *answers("substance+probation", "template"))
    assert ran.returncode == 0
    text = (tmp_path / "ours.toml").read_text(encoding="utf-8")
    found = findings(text)
    assert {finding.kind for finding in found} <= {FindingKind.NOT_SETTLED, FindingKind.FALLS_SHORT}
    errors = [finding for finding in found if finding.severity == "error" and finding.rule != "not-confirmed"]
    to_decide = sum(finding.kind is FindingKind.NOT_SETTLED for finding in errors)
    assert to_decide
    assert "the template is that of the first sector; what your other rules ask for is left blank" in ran.stdout
    taken = tomllib.loads(taken_as_it_is(text).replace("[programme.probation]", "[programme.probation]", 1))
    for finding in found:
        if finding.kind is FindingKind.NOT_SETTLED:
            at: Any = taken
            for part in finding.path:
                at = at[part]
    assert f"{to_decide} to decide" in ran.stdout
    data = tomllib.loads(text)
    assert data["programme"]["sectors"] == ["substance", "probation"]
    assert data["programme"]["settings"] == ["community", "custody"]
    assert data["screening"]["substance"]["abstinence"] == "3 months"


BLANKS = ROOT / "tests/golden/init/substance+probation-blanks.toml"
TEMPLATE = ROOT / "examples/substance/turning_point.toml"


def test_a_file_of_blanks_is_exactly_this(run: Run, tmp_path: Path, update: bool) -> None:
    hold(BLANKS, begun(run, tmp_path, "substance+probation", "blanks"), update)


def test_a_template_gets_what_a_file_of_blanks_says_and_exactly_this(run: Run, tmp_path: Path, update: bool) -> None:
    known = {*BLANKS.read_text("utf-8").splitlines(), *TEMPLATE.read_text("utf-8").splitlines()}
    lines = without_sources(begun(run, tmp_path, "substance", "template")).splitlines(keepends=True)
    added = [line for line in lines if line.rstrip("\n") not in known]
    hold(ROOT / "tests/golden/init/substance-template.txt", "".join(added), update)


def test_the_file_says_of_a_key_what_it_means_its_limits_and_who_asks(run: Run, tmp_path: Path) -> None:
    text = begun(run, tmp_path, "substance", "blanks")
    assert (
        "# How long free of dependence before a placement? (length of time)\n"
        "#   has to be at least 30 days [SUB101, SUB102, SUB103]: Bright 2015: Service B, a detoxification house run by"
    ) in text
    assert "\n#   asked by SUB104: Bright 2015 [opinion]\n#experience_within = " in text
    assert "\n#   abstinent_since (date): date from which the applicant has been free of dependence [SUB101" in text
    assert all(len(line) <= 120 or "http" in line for line in text.splitlines())
    cited = text.partition("# Cited above in short:\n")[2]
    assert f"Bright 2015: {BRIGHT.author}, {BRIGHT.title[:20]}" in cited


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
def test_a_file_from_blanks_has_the_table_of_its_way_and_asks_only_what_makes_sense_for_it(
    run: Run, tmp_path: Path, way: Way
) -> None:
    ran = run("init", "ours.toml", *answers("substance", "blanks", way=way.value))
    assert (ran.returncode, ran.stderr) == (0, "")
    text = (tmp_path / "ours.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["programme"]["ways"] == [way.value]
    asked = {tuple(name.rsplit(".", 1)) for name in commented(text)}
    names = {path: ways_of_shared(path) for path in (tuple(name.split(".")) for name in shared_names())}
    stated = {path for path in names if len(path) == 2 and path in asked}
    assert stated >= {path for path, ways in names.items() if ways == {way} and len(path) == 2}
    assert all(way in (names[path] or Way) for path in stated)


def commented(text: str) -> Iterator[str]:
    """The keys of a first file, each with its table, filled in or not."""
    table = ""
    for line in text.splitlines():
        if header := re.match(r"#?\[+([a-z_.]+)\]+( |$)", line):
            table = header[1]
            yield table
        elif key := re.match(r"#?([a-z_]+) =", line):
            yield f"{table}.{key[1]}"


def test_a_template_is_begun_from_for_its_own_ways_and_others_beside_them(run: Run, tmp_path: Path) -> None:
    ran = run("init", "ours.toml", *answers("substance", "template", way="on call"))
    assert (ran.returncode, (tmp_path / "ours.toml").exists()) == (2, False)
    assert "the template for substance is about pair; name that with --way as well, or start from blanks" in ran.stderr
    ran = run("init", "ours.toml", "--way=pair", *answers("substance", "template", way="on call"))
    text = (tmp_path / "ours.toml").read_text(encoding="utf-8")
    assert (ran.returncode, tomllib.loads(text)["programme"]["ways"]) == (0, ["pair", "on call"])
    assert {"on_call.hours", "on_call.answers_within", "relationship.contact_every"} <= set(commented(text))


def test_blanks_say_for_which_of_several_ways_a_key_is(run: Run, tmp_path: Path) -> None:
    run("init", "ours.toml", "--way=pair", *answers("substance", "blanks", way="drop-in"))
    text = (tmp_path / "ours.toml").read_text(encoding="utf-8")
    assert "(whole number; for the way of support pair)\n" in text  # mentees, who are known in a pair
    assert "for the ways of support pair and drop-in" not in text  # these are all
    run("init", "pairs.toml", *answers("substance", "blanks", way="pair"))
    assert "of support pair)" not in (tmp_path / "pairs.toml").read_text(encoding="utf-8")


def test_without_a_terminal_every_answer_has_to_be_there(run: Run, tmp_path: Path) -> None:
    ran = run("init", "--sector", "substance", "--name", "x")
    assert (ran.returncode, ran.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert ran.stderr.endswith(
        "Error: there is no terminal to ask on, so you also need to give:\n"
        "  --from: template, blanks\n"
        "  --setting: community, custody, ward, residential, school, online, emergency department, workplace\n"
        "  --nation: england, wales, scotland, northern ireland, other\n"
    )


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text("ours")
    ran = run("init", *answers("substance", "blanks"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("programme.toml: nothing written: this file already exists\n")
    assert (tmp_path / "programme.toml").read_text() == "ours"


def test_a_dash_writes_to_standard_output_and_o_names_the_file(run: Run, tmp_path: Path) -> None:
    shown = run("init", "-", *answers("substance", "template")).stdout
    assert list(tmp_path.iterdir()) == []
    assert run("init", "-o", "x.toml", *answers("substance", "template")).returncode == 0
    assert (tmp_path / "x.toml").read_text(encoding="utf-8") == shown
    assert "give only one" in run("init", "a.toml", "-o", "b.toml", *answers("substance", "template")).stderr


def refusals() -> list[tuple[list[str], str]]:
    return [
        (["--sector=substnce"], 'there is no sector "substnce" here; did you mean "substance"?'),
        (["--setting=moon"], '"moon" must be one of'),
        (["--nation=france"], '"france" must be one of'),
        (["--from=nothing"], '"nothing" must be one of'),
        (["--name=  "], "this is empty"),
        (["--name=\udce9"], "this is not plain text in UTF-8"),
    ]


@pytest.mark.parametrize(("option", "said"), refusals(), ids=lambda value: value[0] if isinstance(value, list) else "")
def test_an_answer_that_is_none_is_refused(run: Run, tmp_path: Path, option: list[str], said: str) -> None:
    ran = run("init", *answers("substance", "blanks"), *option)
    assert (ran.returncode, ran.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert said in " ".join(ran.stderr.split())


def test_the_shared_standards_have_no_template(run: Run, tmp_path: Path) -> None:
    ran = run("init", *answers("standards", "template"))
    assert "there is no template for the shared standards" in refused(ran, tmp_path)


def refused(ran: Ran, folder: Path) -> str:
    assert (ran.returncode, ran.stdout, list(folder.iterdir())) == (2, "", [])
    return ran.stderr


def test_on_a_terminal_it_asks_for_what_is_not_given_until_it_can_be_used(tmp_path: Path) -> None:
    status, shown = on_a_terminal(
        tmp_path,
        "init",
        "--nation=wales",
        "--on=2026-11-22",
        typed=[
            ("Sectors, separated by commas (mental_health, probation, schools, standards, substance):", "substnce\n"),
            ("Sectors, separated by commas (mental_health, probation, schools, standards, substance):", "schools\n"),
            ("Start from (template, blanks) [template]:", ""),
            ("emergency department, workplace) [school]:", ""),
            ("Name of the programme:", f"{NAME}\n"),
        ],
    )
    assert status == 0, shown
    assert 'did you mean "substance"?' in shown
    data = tomllib.loads((tmp_path / "programme.toml").read_text(encoding="utf-8"))
    open_values = len(data["file"]["not_confirmed"])
    assert open_values > 50
    assert f"programme.toml: complete, {open_values} values not confirmed" in shown
    assert data["programme"]["name"] == NAME
    assert data["programme"]["nation"] == "wales"


def test_on_a_terminal_an_end_of_input_writes_nothing(tmp_path: Path) -> None:
    status, shown = on_a_terminal(tmp_path, "init", typed=[("substance):", "\x04")])
    assert status == 130
    assert "interrupted: nothing was written" in shown
    assert list(tmp_path.iterdir()) == []
