"""A plugin that has renamed a key and a fact, as services meet it on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CODE, Install, Ran

RENAMED = CODE.replace("PREFIX", "'HSG'").replace(
    """asked = requires(
    "RULE",
    "asked",
    {"doors": Annotated[int, Parameter("how many doors there are", example="2")]},
    strength=Strength.MUST,
    sources=[SOURCE],
    reason="It helps.",
)
""",
    '''FOUR = at_least(4, strength=Strength.SHOULD, sources=[SOURCE])


@rule("HSG101", strength=Strength.MUST, sources=[SOURCE], unmet="too few", fix="wait")
def asked(
    doors: Annotated[int, Parameter("how many doors there are", example="2", limits=[FOUR], was="gates")],
    keys: Annotated[int, Fact("how many keys the applicant has", was="old_keys")],
) -> bool:
    """It helps."""
    return keys >= doors
''',
)
OLD = """format = 1

[programme]
sectors = ["housing"]

[screening]
collects = ["old_keys"]

[screening.housing]
gates = 2
"""


@pytest.fixture
def old(install: Install, tmp_path: Path) -> str:
    install("mk-housing", "housing", "HSG101", code=RENAMED)
    (tmp_path / "old.toml").write_text(OLD)
    (tmp_path / "new.toml").write_text(OLD.replace("old_keys", "keys").replace("gates", "doors"))
    return "old.toml"


def test_validate_warns_at_the_old_names_and_judges_as_with_the_new(old: str, ask: Callable[..., Ran]) -> None:
    ran = ask("validate", "--format", "concise", old)
    assert 'old.toml:7:13: warning: "old_keys" is called keys now [renamed-key]\n' in ran.stdout
    assert 'old.toml:10:1: warning: "gates" is called doors now [renamed-key]\n' in ran.stdout
    (told,) = [line for line in ran.stdout.splitlines() if "HSG101" in line]
    assert told.startswith("old.toml:10:9: warning: how many doors there are: 2, but it should be at least 4")
    text = ask("validate", "--more", old).stdout
    assert "   10 | gates = 2\n       | ^^^^^\n       do:     rename it to doors\n" in text


def test_diff_from_the_old_names_to_the_new_is_no_change_of_the_design(old: str, ask: Callable[..., Ran]) -> None:
    data = json.loads(ask("diff", "--format", "json", old, "new.toml").stdout)
    assert (data["changes"], data["appeared"], data["altered"]) == ([], [], [])
    assert {finding["rule"] for finding in data["gone"]} == {"renamed-key"}


def test_what_a_baseline_has_of_an_old_name_it_has_of_the_new_one(
    old: str, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    assert ask("baseline", old, "-o", "known.json").returncode == 0
    for text in ((tmp_path / old).read_text(), (tmp_path / "new.toml").read_text()):
        (tmp_path / old).write_text(text)
        said = json.loads(ask("validate", "--baseline", "known.json", "--format", "json", old).stdout)
        of_doors = [finding for finding in said["findings"] if finding["path"] == "screening.housing.doors"]
        assert [(finding["rule"], finding["in_baseline"]) for finding in of_doors] == [("HSG101", True)]
        assert "baseline-unused" not in {finding["rule"] for finding in said["findings"]}


def test_explain_and_facts_say_what_things_were_called(old: str, ask: Callable[..., Ran]) -> None:
    explained = ask("explain", "HSG101").stdout
    assert "how many doors there are\n    was called gates\n    should be at least 4\n" in explained
    assert "how many keys the applicant has\n    was called old_keys\n" in explained
    rule = json.loads(ask("explain", "--format", "json", "HSG101").stdout)["rule"]
    assert (rule["parameters"][0]["was"], rule["facts"][0]["was"]) == ("gates", "old_keys")
    assert "how many keys the applicant has (was called old_keys)" in ask("facts", old).stdout
    (entry,) = json.loads(ask("facts", "--format", "json", old).stdout)["facts"][:1]
    assert (entry["name"], entry["was"], entry["asked_in_time"]) == ("keys", "old_keys", True)


def test_decide_reads_an_old_column_of_an_old_design_and_says_so_once(
    old: str, ask: Callable[..., Ran], tmp_path: Path
) -> None:
    sheets = {}
    for name in ("old_keys", "keys"):
        (tmp_path / f"{name}.csv").write_text(f"id,{name}\nA,2\nB,1\n")
        sheets[name] = ask("decide", "screening", old, f"{name}.csv", "--format", "json")
    assert sheets["old_keys"].stdout == sheets["keys"].stdout
    verdicts = {
        decision["id"]: [each["verdict"] for each in decision["verdicts"] if each["rule"] == "HSG101"]
        for decision in json.loads(sheets["keys"].stdout)["decisions"]
    }
    assert verdicts == {"A": ["proceed"], "B": ["stop"]}
    note = "old_keys.csv: column old_keys: this is called keys now; rename it to keys\n"
    assert sheets["old_keys"].stderr.count(note) == 1
    assert "called" not in sheets["keys"].stderr


def test_both_names_are_refused_where_people_are_judged(old: str, ask: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "both.toml").write_text(OLD + "doors = 3\n")
    (tmp_path / "people.csv").write_text("id,keys\nA,2\n")
    ran = ask("decide", "screening", "both.toml", "people.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'both.toml:10:1: not judged: "gates" is called doors now, and doors is stated too\n' in ran.stderr


def test_a_first_file_has_the_new_name(old: str, ask: Callable[..., Ran]) -> None:
    options = ("--sector", "housing", "--from", "blanks", "--setting", "community", "--nation", "wales", "--name", "A")
    ran = ask("init", *options, "-")
    assert ran.returncode == 0
    assert "#doors = 2\n" in ran.stdout
    assert "gates" not in ran.stdout
    assert "old_keys" not in ran.stdout
