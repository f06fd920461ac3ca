"""Kinds of what a list asks for are that; what says that it is not there, and every other entry, is not."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.path import Path as KeyPath
from mentorkit.programme.results import Measure
from mentorkit.registry.find import find_plugins
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import read_document
from mentorkit.validation.known_entries import known_entries
from mentorkit.validation.opened import open_programme
from mentorkit.validation.validate import validate
from mentorkit.values.kind_of_entry import by_stem, kinds_in
from tests.examples import examples

ON = date(2026, 11, 29)
EXAMPLE = Path(__file__).parents[2] / "examples" / "schools" / "cross_age.toml"
PLUGINS = Plugins()
BOOK = PLUGINS.rulebook([found.name for found in find_plugins() if found.name != "standards"])
LISTS = {
    path: {entry: BOOK.key(path).synonyms.get(entry, ()) for entry in known_entries(BOOK, path)}
    for path in BOOK.parameters
}
ENTRIES = [(path, entry) for path, known in LISTS.items() for entry in known]
NARROWER = ["weekly", "our", "good", "written", "local", "professional", "school", "clinical"]
"""Words that make of a thing a kind of it."""
MORE = ["for everybody", "in the first week", "by phone", "with a colleague", "and tea", ", each month", "(with tea)"]
"""What says more of a thing."""
NOT_IT = ["no", "not", "lack of", "refusal of", "without", "former", "draft", "mock", "fear of", "poster about"]
NOT_IT += ["unsigned", "we need", "we don't"]
"""What makes of a thing another one, or says that it is not there."""
BEHIND = [
    "(optional)",
    "(cancelled)",
    "on request",
    "cancelled",
    "or tea",
    "if there is time",
    "only on Sundays",
    "not yet written",
    "to be written",
    "handbook",
    "in preparation",
    "(under construction)",
    "from 2028",
    "for some",
]
_SAID_BEHIND = {"later on", "guide, do not do for", "one side cannot or will not go on"}
"""Entries that end with a word after which more is said."""


def kinds(path: KeyPath, text: str) -> list[str]:
    return kinds_in(text, by_stem(LISTS[path]))


@pytest.mark.parametrize(("path", "known"), LISTS.items(), ids=lambda value: ".".join(value))
def test_no_entry_of_a_list_is_a_kind_of_another(path: KeyPath, known: dict[str, tuple[str, ...]]) -> None:
    for entry, words in known.items():
        assert kinds(path, entry) == [entry]
        for word in words:
            assert kinds(path, word) == [entry], word


@examples(100)
@given(st.sampled_from(ENTRIES), st.sampled_from(NARROWER), st.sampled_from(MORE))
def test_what_narrows_an_entry_leaves_it_that_entry(of: tuple[KeyPath, str], narrower: str, more: str) -> None:
    path, entry = of
    for text in (f"{narrower} {entry}", f"{entry} {more}", f"{narrower.title()} {entry.upper()} {more}"):
        assert kinds(path, text) == [entry], text


@examples(100)
@given(st.sampled_from(ENTRIES), st.sampled_from(NOT_IT), st.sampled_from(BEHIND))
def test_what_says_that_it_is_not_there_never_leaves_it_that_entry(
    of: tuple[KeyPath, str], no: str, behind: str
) -> None:
    path, entry = of
    texts = (f"{no} {entry}", f"{no} weekly {entry}", *([] if entry in _SAID_BEHIND else [f"{entry} {behind}"]))
    assert [text for text in texts if entry in kinds(path, text)] == []


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("family and friends", ["family", "friends"]),
        ("Friends, family & colleagues", ["friends", "family", "colleagues"]),
        ("friend or colleague", []),
        ("family tree", []),
    ],
)
def test_a_text_can_be_several_entries(text: str, entries: list[str]) -> None:
    assert kinds_in(text, by_stem({"family": [], "friends": [], "colleagues": []})) == entries


def test_a_word_that_stands_for_an_entry_is_not_narrowed() -> None:
    known = by_stem({"probation practitioner": ["practitioner"]})
    assert kinds_in("duty probation practitioner", known) == ["probation practitioner"]
    assert kinds_in("practitioner on duty", known) == ["probation practitioner"]
    assert kinds_in("mental health practitioner", known) == []


def test_what_could_be_two_entries_is_neither() -> None:
    assert kinds_in("a plan", by_stem({"care plan": ["plan"], "crisis plan": ["plan"]})) == []


def documents(stated: str) -> list[tuple[str, str]]:
    head = 'format = 2\n[programme]\nsectors = ["substance"]\nways = ["pair"]\n[governance]\n'
    opened = open_programme(read_document(f"{head}documents = {stated}\n".encode(), "a.toml"), PLUGINS)
    return [(str(each), getattr(each, "called", each)) for each in opened.programme.governance.documents or ()]


def test_a_document_that_is_two_stands_for_both_and_is_named_once() -> None:
    both = "Safeguarding and confidentiality policy"
    assert documents(f'["{both}"]') == [("confidentiality policy", both), ("safeguarding policy", both)]
    assert documents(f'["{both}", "safeguarding policy"]') == [
        ("confidentiality policy", both),
        ("safeguarding policy", "safeguarding policy"),
    ]
    text = f'format = 2\n[programme]\nsectors = ["substance"]\n[governance]\ndocuments = ["{both}"]\n'
    opened = open_programme(read_document(text.encode(), "a.toml"), PLUGINS)
    assert [each.name for each in opened.programme.governance.stated_documents] == [both]


def test_what_is_asked_for_itself_is_not_guessed_to_be_another_entry() -> None:
    text = EXAMPLE.read_text("utf-8").replace('"mission statement"', '"our garden"')
    (lacking,) = (each for each in validate(text.encode(), "a.toml", PLUGINS, ON).findings if "SCH801" in each.rules)
    assert "mission statement" in lacking.message
    assert "the same" not in lacking.fix


@pytest.mark.parametrize(
    ("name", "looked_for", "is_it"),
    [
        ("School attendance", "attendance", True),
        ("hopefulness", "hope", True),
        ("completed treatment", "treatment completion", True),
        ("lack of hope", "hope", False),
        ("absence", "attendance", False),
    ],
)
def test_a_measure_is_named_by_a_kind_of_it(name: str, looked_for: str, is_it: bool) -> None:
    assert Measure(name=name).is_named(looked_for) is is_it
