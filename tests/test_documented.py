"""Documented programmes are an honest record: each value has the line of its source, and is judged by what that says.

The texts themselves are no part of this project. Where the environment variable MENTORKIT_TEXTS names a folder that
has them, in plain text and under any names, the values are looked up in them too.
"""

import csv
import os
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path as File
from typing import Any

import pytest

from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.core.finding import FindingKind
from mentorkit.programme.path import dotted
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate
from tests.building import ROOT
from tests.marks import FILES, Mark, Place, articles, mark_of, stated, works_of

ON = date(2026, 11, 22)
ARTICLES = articles()
PLUGINS = Plugins()
STATED = {file.relative_to(ROOT / "examples").as_posix(): stated(file) for file in FILES}
BY_OUR_PLUGINS = [name for name in STATED if name.startswith("documented/")]
TEXTS = os.environ.get("MENTORKIT_TEXTS")
NUMBERS = ("no", "a|one|first", "two|years 8 and 9", "three|several", "four", "five", "six", "seven", "eight", "nine")
OTHER_NUMBERS = {10: "ten", 11: "eleven|more than ten", 12: "twelve", 14: "fortnightly", 15: "year 11", 351: "350"}
UNITS = ("hour", "hours", "days", "week", "weeks", "month", "months", "year", "years")
OTHER_WORDS = {
    "background": "alcoholic|veteran|peer-led|limb loss",
    "before": "prepar|trained|training for|prior",
    "bereavement": "casualty",
    "both": "victim",
    "children": "years 8 and 9",
    "community": "probation sites|upon leaving|after release",
    "companionship": "friendship",
    "conflict": "bullying",
    "coordinator": "co-ordinator",
    "custody": "prison",
    "drop-in": "available",
    "drugs": "opioid",
    "emotional": "listen|fears|encouragement",
    "employment": "work",
    "england": "derbyshire",
    "family": "families",
    "group": "lead the session",
    "information": "advice",
    "instrumental": "transport",
    "later": "further",
    "limited": "breached",
    "mentee": "service users|client",
    "mentor": "psws|training programme",
    "mutual": "peer support|groups|aa/na",
    "one-to-one": "1 to 1|one-on-one|one to one|individual",
    "order": "sentence",
    "other": "canada|rhode island|california|us",
    "paid": "employed|contracted",
    "pair": "mentor|client|peers|one-on-one",
    "person": "service user|one-on-one|individual",
    "rapid": "early",
    "reoffending": "crime|returned to prison",
    "required": "experience|recovered|convictions|alcoholic|been through",
    "resettlement": "work placements",
    "residential": "living there",
    "school": "grade",
    "some": "for free",
    "states": "rhode island|california|us",
    "telephone": "phone",
    "training": "train|qualification",
    "ward": "hospital",
    "wellbeing": "mental health",
    "workplace": "at work|work-place",
}
"""What the texts say where a value has other words for it."""


def test_every_value_has_the_line_of_its_source() -> None:
    assert [(file, each.line) for file, values in STATED.items() for each in values if not each.mark] == []
    assert sum(map(len, STATED.values())) > 500


@pytest.mark.parametrize("comment", ["# 12 weeks", "# S1", "# S1:", "# S1:2 and more", "# W1:3", "# ours", "# ours:"])
def test_another_comment_is_no_mark(comment: str) -> None:
    assert mark_of(comment) is None


def test_a_mark_names_lines_and_works() -> None:
    assert mark_of(",  # S3:4, S1:10-12, W2; our words") == Mark(
        (Place("S3", 4, 4), Place("S1", 10, 12), Place("W2")), "; our words"
    )
    assert mark_of("# ours: why") == Mark((), ": why")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_head_of_a_file_names_each_work_that_its_marks_name(file: File) -> None:
    named = works_of(file)
    marked = {place for each in stated(file) if each.mark for place in each.mark.places}
    assert {place.work for place in marked} == set(named)
    for place in marked:
        if place.work.startswith("W"):
            assert "http" in named[place.work]
        else:
            assert [address for address in addresses_at(place) if address in named[place.work]], place


def addresses_at(place: Place) -> list[str]:
    """The works that have all lines of a place."""
    return [
        article.address
        for article in ARTICLES
        if article.text == place.work and article.first <= place.first <= place.last <= article.last
    ]


def test_the_articles_of_a_text_are_within_it() -> None:
    assert [article for article in ARTICLES if not 1 <= article.first < article.last <= article.lines] == []


# What is in the texts


def leaves(value: Any) -> Iterator[Any]:
    """The plain values in a value; of an entry with a name of its own, that name."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "is" or "called" not in value:
                yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    else:
        yield value


def not_said(value: Any, text: str) -> list[str]:
    """What of a value a text does not say: each number, and a value's words if it has none of them."""
    missing = []
    for leaf in leaves(value):
        if isinstance(leaf, bool):
            continue
        for number in map(int, re.findall(r"\d+", str(leaf))):
            in_words = NUMBERS[number] if number < len(NUMBERS) else OTHER_NUMBERS.get(number, "-")
            if not re.search(rf"\b({number}|{in_words})\b", text, re.IGNORECASE):
                missing.append(str(leaf))
        words = [word.lower() for word in re.findall(r"[A-Za-z][A-Za-z-]{3,}", str(leaf)) if word not in UNITS]
        said = [re.escape(word.removesuffix("s")[:6]) for word in words] + [
            OTHER_WORDS.get(word, "-") for word in words
        ]
        if words and not re.search(rf"\b({'|'.join(said)})", text, re.IGNORECASE):
            missing.append(str(leaf))
    return missing


def test_what_a_text_does_not_say_is_noticed() -> None:
    text = "An eight week course, with fortnightly supervision in prison."
    assert not_said(["8 weeks", "14 days", {"is": "other", "called": "custody"}, True], text) == []
    assert not_said(["9 weeks", 12, "enhanced check"], text) == ["9 weeks", "12", "enhanced check"]


@pytest.mark.skipif(not TEXTS, reason="MENTORKIT_TEXTS names no folder with the texts")
def test_the_texts_say_what_the_values_say() -> None:
    assert TEXTS
    found = {sha256(file.read_bytes()).hexdigest(): file for file in sorted(File(TEXTS).iterdir()) if file.is_file()}
    texts = {each.text: found[each.sha256].read_bytes().decode().split("\n") for each in ARTICLES}
    assert [each for each in ARTICLES if len(texts[each.text]) != each.lines] == []

    def named(mark: Mark) -> str:
        return "\n".join(
            line for place in mark.places if place.first for line in texts[place.work][place.first - 1 : place.last]
        )

    assert [
        (file, each.line, missing)
        for file, values in STATED.items()
        for each in values
        if each.mark and any(place.first for place in each.mark.places)
        for missing in not_said(each.value, named(each.mark))
    ] == []


# How they are judged


def falls_short(name: str) -> set[tuple[str, str, str]]:
    """Where a programme falls short, by an error or a warning: the file, the rule and the place."""
    file = ROOT / "examples" / name
    folder = ProgrammeFiles().folder_of(str(file))
    return {
        (name, found.rule, dotted(found.path))
        for found in validate(file.read_bytes(), name, PLUGINS, ON, folder=folder).findings
        if found.kind is not FindingKind.NOT_SETTLED and found.severity != "advice"
    }


def test_a_programme_falls_short_only_where_its_source_gives_cause() -> None:
    """In silence, a source gives no cause; what it says gives one even if the rule cites the same source."""
    with (ROOT / "tests/data/falls_short.csv").open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    found = {each for name in BY_OUR_PLUGINS for each in falls_short(name)}
    assert {(row["file"], row["rule"], row["at"]) for row in rows} == found
    for row in rows:
        marks = [each.mark for each in STATED[row["file"]] if dotted(each.path) == row["at"] and each.mark]
        assert mark_of(f"# {row['cause']}") in [Mark(mark.places, "") for mark in marks], row


def test_the_page_of_examples_counts_what_is_found() -> None:
    """Each line of a golden file is a finding, and the command says the same (test_examples.py)."""
    page = (ROOT / "examples/README.md").read_text(encoding="utf-8")
    for name in BY_OUR_PLUGINS:
        lines = (ROOT / "tests/golden/examples" / name).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        (row,) = (row for row in page.splitlines() if f"]({name})" in row)
        open_ = {severity: _counted(lines, f": {severity}, not settled") for severity in ("error", "warning")}
        counts = {
            "to put right": _counted(lines, ": error, ") - open_["error"],
            "worth putting right": _counted(lines, ": warning, ") - open_["warning"],
            "to decide": open_["error"],
            "worth deciding": open_["warning"],
            "to consider": _counted(lines, ": advice, "),
        }
        assert f"[{', '.join(f'{count} {words}' for words, count in counts.items() if count)}](" in row


def _counted(lines: list[str], words: str) -> int:
    return sum(words in line for line in lines)
