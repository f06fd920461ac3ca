"""mentorkit confirm, as a person runs it."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.registry.load import Plugins
from mentorkit.toml.document import read_document
from mentorkit.validation.confirm import confirm, to_confirm
from mentorkit.validation.opened import open_programme
from tests.examples import examples

from .conftest import Run

PLUGINS = Plugins()
NAMES = ("training.length", "training.topics", "programme.mentors", "staff")
STATED = """\
format = 2
programme = { sectors = ["substance"], ways = ["pair"], mentors = 12 }
[training]
length = "8 weeks"  # as the college has it
topics = ["safeguarding"]
[relationship]
meeting_length = "2 days"
[[staff]]
role = "coordinator"
"""
LIST = "[file]\nnot_confirmed = [\n  'training.length',\n  'training.topics', 'programme.mentors', 'staff'\n]\n"
DAY = ("--on", "2026-11-30")


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "p.toml"
    file.write_text(STATED + LIST, encoding="utf-8")
    return file


def test_without_keys_it_lists_what_there_is_to_confirm_and_changes_nothing(run: Run, programme: Path) -> None:
    ran = run("confirm", "p.toml", *DAY)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "p.toml: 5 values to confirm\n"
        '  training.length = "8 weeks" (from a template)\n'
        '  training.topics = ["safeguarding"] (from a template)\n'
        "  programme.mentors = 12 (from a template)\n"
        "  staff = 1 entry (from a template)\n"
        "  relationship.meeting_length = 2 days (unusual: 10 minutes to 10 hours is usual)\n"
        "  name the keys of those that are right for you, or --all and a table, to confirm them\n"
    )
    assert programme.read_text(encoding="utf-8") == STATED + LIST


def test_a_value_is_confirmed_and_nothing_else_of_the_file_changes(run: Run, programme: Path) -> None:
    ran = run("confirm", "p.toml", "training.length", "relationship.meeting_length", "--by", "service manager", *DAY)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "p.toml: 2 values confirmed\n"
        '  training.length = "8 weeks" (from a template)\n'
        "  relationship.meeting_length = 2 days (unusual: 10 minutes to 10 hours is usual)\n"
        "  3 left to confirm\n"
    )
    assert programme.read_text(encoding="utf-8") == STATED + (
        '[file]\nnot_confirmed = ["training.topics", "programme.mentors", "staff"]\n\n'
        "[[file.confirmed]]\n"
        'at = "relationship.meeting_length"\n'
        'value = "2 days"\n'
        'agreed_by = "service manager"\n'
        "agreed_on = 2026-11-30\n"
    )
    assert "meeting_length" not in run("confirm", "p.toml").stdout


def test_all_of_a_table_is_confirmed_at_once_and_the_list_goes_with_its_last_name(run: Run, programme: Path) -> None:
    said = json.loads(run("confirm", "p.toml", "--all", "training", "--format", "json", *DAY).stdout)
    assert [each["key"] for each in said["confirmed"]] == ["training.length", "training.topics"]
    assert said["left"][-1] == {
        "key": "relationship.meeting_length",
        "value": "2 days",
        "usual": "10 minutes to 10 hours",
    }
    assert run("confirm", "p.toml", "--all", "programme", "staff").returncode == 0
    assert programme.read_text(encoding="utf-8") == f"{STATED}[file]\n"


def test_comments_among_the_names_stay(run: Run, programme: Path) -> None:
    listed = """[file]
not_confirmed = [
  # the board is asked
  "training.length",  # in May
  # the trainer is asked
  "training.topics", "staff",
  "programme.mentors"  # counted
]
"""
    programme.write_text(STATED + listed, encoding="utf-8")
    assert run("confirm", "p.toml", "training.length", "training.topics").returncode == 0
    left = """[file]
not_confirmed = [
  # the board is asked
  # in May
  # the trainer is asked
  "staff",
  "programme.mentors"  # counted
]
"""
    assert programme.read_text(encoding="utf-8") == STATED + left
    assert run("confirm", "p.toml", "staff", "programme.mentors").returncode == 0
    left = """[file]
not_confirmed = [
  # the board is asked
  # in May
  # the trainer is asked
  # counted
]
"""
    assert programme.read_text(encoding="utf-8") == STATED + left


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("training.lenght",), 'nothing at "training.lenght" is to be confirmed; did you mean "training.length"?'),
        (("training.length", "matching"), 'nothing at "matching" is to be confirmed'),
        (("--all", "train"), 'nothing at "train" is to be confirmed'),
    ],
)
def test_what_is_not_to_be_confirmed_is_refused(run: Run, programme: Path, asked: tuple[str, ...], told: str) -> None:
    ran = run("confirm", "p.toml", *asked)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert programme.read_text(encoding="utf-8") == STATED + LIST


def test_a_file_that_cannot_take_a_confirmation_is_not_changed(run: Run, programme: Path) -> None:
    text = STATED + "[file]\nconfirmed = [ # none yet\n  # but soon\n]\n"
    programme.write_text(text, encoding="utf-8")
    ran = run("confirm", "p.toml", "relationship.meeting_length")
    assert ran.returncode == 2
    assert "cannot be confirmed without changing the rest of the file" in ran.stderr
    assert programme.read_text(encoding="utf-8") == text


def test_standard_input_is_no_file_to_confirm_in(run: Run) -> None:
    ran = run("confirm", "-")
    assert ran.returncode == 2
    assert "name one instead of -" in ran.stderr


INLINE = '[file]\nconfirmed = [{ at = "programme.mentors", value = "9" },]\n'


@examples(50)
@given(st.lists(st.sampled_from(NAMES), unique=True), st.sampled_from(["\n", "\r\n"]), st.sampled_from([LIST, INLINE]))
def test_what_is_confirmed_is_not_to_be_confirmed_any_more(names: list[str], end: str, about: str) -> None:
    text = (STATED + about).replace("\n", end)
    opened = open_programme(read_document(text.encode(), "p.toml"), PLUGINS)
    chosen = [*(names if about is LIST else ()), "relationship.meeting_length"]
    done = confirm(opened, chosen, (), agreed_by=None, agreed_on=date(2026, 11, 30))
    again = open_programme(read_document(done.text.encode(), "p.toml"), PLUGINS)
    assert {each.name for each in to_confirm(again)} == {each.name for each in to_confirm(opened)} - set(chosen)
    before, after = tomllib.loads(text), tomllib.loads(done.text)
    assert {**before, "file": None} == {**after, "file": None}
