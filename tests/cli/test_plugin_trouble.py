"""Trouble with plugins, with made-up distributions that are really there: who is named, and who can go on."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CODE, Install, Ran

SUBSTANCE = "substance"


def programme(tmp_path: Path, *sectors: str) -> str:
    """A file that names sectors and nothing else."""
    file = tmp_path / "programme.toml"
    file.write_text(f"format = 1\n[programme]\nsectors = {json.dumps(sectors)}\n")
    return str(file)


def judged(ran: Ran) -> bool:
    return ran.returncode in (0, 1) and "not judged" not in ran.stderr


# Two with one name.


def test_two_that_bring_one_sector_are_named_with_their_places_and_others_go_on(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    places = [install(f"mk-{letter}", "housing", "HSG101") for letter in "ab"]
    both = f'several plugins bring the sector "housing": mk-a 1.5 in {places[0]} and mk-b 1.5 in {places[1]}'
    ran = ask("validate", programme(tmp_path, "housing"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"programme.toml:3:12: not judged: {both}\n       do:     uninstall all but one" in ran.stderr
    assert judged(ask("validate", programme(tmp_path, SUBSTANCE)))
    listed = ask("plugins")
    assert listed.returncode == 1
    assert f"housing        refused: {both}\n" in listed.stdout
    assert listed.stdout.count("housing") == 2, "once, with its name in the message"
    broken = json.loads(ask("plugins", "--format", "json").stdout)["broken"]
    assert [(found["distribution"], found["folder"]) for found in broken[0]["brought_by"]] == [
        ("mk-a", str(places[0])),
        ("mk-b", str(places[1])),
    ]
    assert len(broken) == 1


# Two with one prefix, and so perhaps with one id.


@pytest.mark.parametrize(
    ("second", "example"), [("HSG102", ""), ("HSG101", ", such as the rule HSG101")], ids=["two rules", "one id"]
)
def test_two_with_one_prefix_are_named_and_stop_whoever_needs_either(
    second: str, example: str, install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    one, two = install("mk-one", "housing", "HSG101"), install("mk-two", "hostels", second)
    both = (
        f"several plugins have the prefix HSG, so one id can mean two rules{example}: "
        f"hostels (mk-two 1.5 in {two}) and housing (mk-one 1.5 in {one})"
    )
    for needed in (["housing"], ["hostels"], ["housing", "hostels"], [SUBSTANCE, "hostels"]):
        ran = ask("validate", programme(tmp_path, *needed))
        assert (ran.returncode, ran.stdout) == (2, ""), needed
        assert f"not judged: {both}\n" in ran.stderr
        assert "do:     uninstall all but one, or leave the others out with MENTORKIT_PLUGINS\n" in ran.stderr
    assert judged(ask("validate", programme(tmp_path, SUBSTANCE)))
    assert judged(ask("validate", programme(tmp_path, "housing"), MENTORKIT_PLUGINS="housing"))
    listed = ask("plugins")
    assert listed.returncode == 1
    assert f"housing        refused: {both}\n" in listed.stdout
    assert f"hostels        refused: {both}\n" in listed.stdout
    ran = ask("explain", "HSG101")
    assert ran.returncode == 2
    assert f"left out: {both}" in ran.stderr


@pytest.mark.parametrize("announced", [True, False])
def test_a_prefix_that_is_not_announced_is_looked_for_in_the_plugin(
    announced: bool, install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-one", "housing", "HSG101", announced=announced)
    install("mk-two", "hostels", "HSG102", announced=False)
    assert ask("validate", programme(tmp_path, "housing")).returncode == 2
    assert ask("validate", programme(tmp_path, "housing", "hostels")).returncode == 2
    listed = json.loads(ask("plugins", "--format", "json").stdout)
    assert {problem["name"] for problem in listed["broken"]} == {"housing", "hostels"}


def test_who_takes_the_prefix_of_the_standards_stops_nobody_else(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-std", "housing", "STD199")
    assert judged(ask("validate", programme(tmp_path, SUBSTANCE)))
    ran = ask("validate", programme(tmp_path, "housing"))
    assert ran.returncode == 2
    assert "(for its makers: STD is the prefix of the shared standards)\n" in ran.stderr
    assert "not judged: the plugin housing (mk-std 1.5) is broken, so its rules cannot be applied (" in ran.stderr


def test_what_is_broken_and_announces_the_prefix_harms_nobody(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-one", "housing", "HSG101")
    install("mk-bad", "broken", "HSG101", code="import sys\nprint('I speak')\nsys.exit(0)")
    assert judged(ask("validate", programme(tmp_path, "housing")))


def test_what_announces_another_prefix_than_its_sector_has_is_broken(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-one", "housing", "HSG101", code=CODE.replace("RULE", "HOS101").replace("PREFIX", "'HOS'"))
    ran = ask("validate", programme(tmp_path, "housing"))
    assert ran.returncode == 2
    assert "(for its makers: its distribution announces the prefix HSG, and its sector has HOS)" in ran.stderr


def test_what_is_not_needed_and_has_another_prefix_is_not_imported(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-loud", "loud", "LOU101", code="print('imported')\n" + CODE.replace("RULE", "LOU101"))
    assert "imported" not in ask("validate", programme(tmp_path, SUBSTANCE)).stdout


# MENTORKIT_PLUGINS.


def test_only_those_that_the_variable_names_are_loaded_and_the_standards_always(
    install: Install, ask: Callable[..., Ran]
) -> None:
    install("mk-one", "housing", "HSG101", code="raise ValueError")
    listed = ask("plugins", MENTORKIT_PLUGINS=" substance,probation ,")
    assert listed.returncode == 0
    words = [line.split() for line in listed.stdout.splitlines()]
    assert [line[0] for line in words if "left" not in line] == ["probation", "standards", "substance"]
    assert [line[0] for line in words if "left" in line] == ["housing", "mental_health", "schools"]
    rules = json.loads(ask("rules", "--format", "json", MENTORKIT_PLUGINS="").stdout)["rules"]
    assert {rule["sector"] for rule in rules} == {"standards"}, "where it is set and empty, no sector is loaded"


def test_a_sector_that_is_left_out_is_never_judged_without_it(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-one", "housing", "HSG101")
    ran = ask("validate", programme(tmp_path, "housing"), MENTORKIT_PLUGINS="substance")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'not judged: the sector "housing" is installed, and MENTORKIT_PLUGINS leaves it out\n' in ran.stderr
    assert "do:     add housing to MENTORKIT_PLUGINS, or unset that variable\n" in ran.stderr
    assert judged(ask("validate", programme(tmp_path, "housing"), MENTORKIT_PLUGINS="housing"))
    for command in (("rules", "--sector", "housing"), ("schema", "--sector", "housing")):
        assert "MENTORKIT_PLUGINS leaves it out" in ask(*command, MENTORKIT_PLUGINS="substance").stderr
    assert "left out by MENTORKIT_PLUGINS: housing" in ask("explain", "HSG101", MENTORKIT_PLUGINS="substance").stderr


def test_a_misspelt_name_in_the_variable_is_told_with_the_one_that_was_meant(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-one", "housing", "HSG101")
    limited = {"MENTORKIT_PLUGINS": "huosing,zebra"}
    ran = ask("validate", programme(tmp_path, "housing"), **limited)
    assert ran.returncode == 2
    assert 'do:     write housing for "huosing" in MENTORKIT_PLUGINS, or unset that variable\n' in ran.stderr
    listed = ask("plugins", **limited)
    assert listed.returncode == 1
    said = 'MENTORKIT_PLUGINS names "huosing", and no plugin of that name is installed; did you mean "housing"?'
    assert f'huosing        refused: {said}\n{"":<14} do: write "housing" there\n' in listed.stdout
    assert 'names "zebra", and no plugin of that name is installed\n' in listed.stdout
    data = json.loads(ask("plugins", "--format", "json", **limited).stdout)
    assert data["limited_to"] == ["huosing", "zebra"]
    assert [problem["name"] for problem in data["broken"]] == ["huosing", "zebra"]
    assert [found["name"] for found in data["left_out"]] == [
        "housing",
        "mental_health",
        "probation",
        "schools",
        SUBSTANCE,
    ]


# --verbose.


def test_verbose_says_where_each_lies_and_what_it_brings(install: Install, ask: Callable[..., Ran]) -> None:
    folder = install("mk-one", "housing", "HSG101")
    ran = ask("plugins", "--verbose")
    assert ran.returncode == 0
    assert (
        "housing        mk-one 1.5: the sector housing, edition 1, 1 rule (HSG)\n"
        f"               installed in: {folder} (mk-one 1.5)\n"
        f"               module: mk_one, {folder / 'mk_one' / '__init__.py'}\n"
        "               hooks: mentorkit_sector, mentorkit_screening\n"
    ) in ran.stdout
    assert ask("rules", "--sector", "housing").stdout.endswith("1 rule; 'mentorkit explain HSG101' explains it\n")
    data = json.loads(ask("plugins", "--format", "json").stdout)
    (told,) = [plugin for plugin in data["plugins"] if plugin["name"] == "housing"]
    assert told == {
        "name": "housing",
        "distribution": "mk-one",
        "version": "1.5",
        "folder": str(folder),
        "module": "mk_one",
        "file": str(folder / "mk_one" / "__init__.py"),
        "title": "the sector housing",
        "edition": "1",
        "prefix": "HSG",
        "rules": 1,
        "hooks": ["mentorkit_sector", "mentorkit_screening"],
    }
    assert (data["limited_to"], data["left_out"], data["broken"]) == (None, [], [])
    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("| `plugins`")]
    keys = {"reason", "at", "brought_by", "message", "fix", *data, *told}
    assert set(re.findall(r'"(\w+)"', row)) == keys


def test_verbose_says_why_and_where_one_was_refused(install: Install, ask: Callable[..., Ran]) -> None:
    folder = install("mk-one", "housing", "HSG101", code="\n\nraise ValueError('no way')\n")
    ran = ask("plugins", "--verbose")
    assert ran.returncode == 1
    assert (
        "housing        refused: importing it ended in ValueError: no way\n"
        f"               at: {folder / 'mk_one' / '__init__.py'}:3\n"
        f"               installed in: {folder} (mk-one 1.5)\n"
        "               module: mk_one, not imported\n"
        "               do: update mk-one, or tell its makers\n"
    ) in ran.stdout
    (broken,) = json.loads(ask("plugins", "--format", "json").stdout)["broken"]
    assert broken["at"] == f"{folder / 'mk_one' / '__init__.py'}:3"
    assert broken["reason"] == "importing it ended in ValueError: no way"
    assert f"(for its makers: {broken['reason']})" in broken["message"]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("\ndef", 2),
        ("import no_such_module_anywhere", 1),
        (CODE.replace("RULE", "OUR101"), 9),
        (CODE.replace("RULE", "HSG201"), 9),
        (CODE.replace("RULE", "HSG101").replace("[asked]", "None"), 24),
        (CODE.replace("RULE", "HSG101").replace("[asked]", "[asked] * 2"), 9),
        (CODE.replace("RULE", "HSG101").replace("_screening()", "_screning()"), 24),
        (CODE.replace("RULE", "HSG101").replace("_screening()", "_screening(rule)"), 24),
        (CODE.replace("RULE", "hsg101"), 9),
        (CODE.replace("RULE", "HSG101").replace("_sector", "_setcor"), 19),
        (CODE.replace("RULE", "HSG101") + "\ndel mentorkit_sector", None),
    ],
)
def test_verbose_says_which_line_is_wrong_and_makes_none_up(
    code: str, line: int | None, install: Install, ask: Callable[..., Ran]
) -> None:
    folder = install("mk-one", "housing", "HSG101", code=code.replace("PREFIX", "'HSG'"))
    ran = ask("plugins", "--verbose")
    assert ran.returncode == 1
    at = [told for told in ran.stdout.splitlines() if told.split()[0] == "at:"]
    assert at == ([] if line is None else [f"               at: {folder / 'mk_one' / '__init__.py'}:{line}"])


# Two that ask one fact.


ASKS = (
    CODE[: CODE.index("asked = ")]
    + '''
@rule("RULE", strength=Strength.MUST, sources=[SOURCE], unmet="no", fix="do")
def asked(tenancy_since: Annotated[KIND, Fact("WORDS")]) -> bool:
    """It helps."""
    return bool(tenancy_since)


'''
    + CODE[CODE.index("@hookimpl") :].replace("NAME", "that asks")
)


def asking(kind: str, words: str, id: str) -> str:
    code = f"from datetime import date\n{ASKS}".replace("KIND", kind).replace("WORDS", words)
    return code.replace("RULE", id).replace("PREFIX", repr(id[:3]))


def test_two_that_ask_one_fact_in_words_of_their_own_work_in_one_programme(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-one", "housing", "HSG101", code=asking("date", "day on which they moved in", "HSG101"))
    install("mk-two", "hostels", "HST101", code=asking("date", "first day of the tenancy", "HST101"))
    assert ask("plugins").returncode == 0
    for first, second, words in (
        ("housing", "hostels", "day on which they moved in"),
        ("hostels", "housing", "first day of the tenancy"),
    ):
        assert words in ask("facts", programme(tmp_path, first, second)).stdout


def test_two_that_ask_one_fact_as_two_kinds_of_value_are_held_against_each_other(
    install: Install, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    install("mk-one", "housing", "HSG101", code=asking("date", "since when", "HSG101"))
    install("mk-two", "hostels", "HST101", code=asking("bool", "since when", "HST101"))
    kinds = "tenancy_since is two kinds of value: date in HSG101, true or false in HST101"
    listed = ask("plugins")
    assert listed.returncode == 1
    assert "(for their makers: tenancy_since is two kinds of value: " in listed.stdout
    checked = ask("plugin", "check", "housing", "--with", "hostels", "--with", "substance")
    assert checked.returncode == 1
    assert f"  mk_one: together: {kinds}; make it one, or give one of them another name\n" in checked.stdout
    assert "    do: change yours, or agree with the makers of hostels\n" in checked.stdout
    assert "together" not in ask("plugin", "check", "housing", "--with", "substance").stdout
    missing = ask("plugin", "check", "housing", "--with", "hostel")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert 'there is no sector "hostel" here; did you mean "hostels"?' in missing.stderr


def test_a_sector_that_cannot_be_used_is_told_beside_the_rest_of_the_check(
    install: Install, ask: Callable[..., Ran]
) -> None:
    install("mk-one", "housing", "HSG101")
    install("mk-two", "hostels", "HST101", code="raise ValueError")
    checked = ask("plugin", "check", "housing", "--with", "hostels")
    assert checked.returncode == 1
    assert "  mk_one: together: the plugin hostels (mk-two 1.5) is broken" in checked.stdout
    assert "    do: update mk-two, or tell its makers\n" in checked.stdout
    assert "outcomes: " in checked.stdout, "what is wrong with housing itself"


def test_a_sector_that_does_not_fit_the_shared_standards_is_refused_once(
    install: Install, ask: Callable[..., Ran]
) -> None:
    code = asking("bool", "whether", "HSG101").replace("tenancy_since", "selected_on")
    install("mk-one", "housing", "HSG101", code=code)
    install("mk-two", "hostels", "HST101")
    listed = ask("plugins")
    assert listed.returncode == 1
    assert listed.stdout.count("do not fit together") == 1
    assert "these plugins do not fit together: standards (mentorkit " in listed.stdout
    assert "selected_on is two kinds of value: date in STD104, true or false in HSG101" in listed.stdout
