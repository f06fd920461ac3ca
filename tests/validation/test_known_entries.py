"""Entries as people write them: each is read as the one that rules know, and never as another."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.programme.path import Path, path_of
from mentorkit.registry.find import find_plugins
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import read_document
from mentorkit.validation.known_documents import DOCUMENTS, with_known_documents
from mentorkit.validation.known_entries import known_entries, spellings
from mentorkit.validation.opened import Opened, open_programme
from mentorkit.validation.report import report_on
from mentorkit.values.own_name import OwnName
from mentorkit.values.same_entry import as_entry
from tests.examples import examples

PLUGINS = Plugins()
SECTORS = [found.name for found in find_plugins() if found.name != "standards"]
BOOK = PLUGINS.rulebook(SECTORS)
ENTRIES = [(path, entry) for path in BOOK.parameters for entry in dict.fromkeys(known_entries(BOOK, path))]
SYNONYMS = [
    (path, word, entry)
    for path in BOOK.parameters
    for entry, words in BOOK.key(path).synonyms.items()
    for word in words
]


def opened(text: str, sectors: str = '"substance"') -> Opened:
    head = f'format = 2\n[programme]\nsectors = [{sectors}]\nways = ["pair"]\n'
    return open_programme(read_document((head + text).encode(), "a.toml"), PLUGINS)


def test_no_two_entries_of_one_list_are_ever_made_one() -> None:
    for path in BOOK.parameters:
        known = list(dict.fromkeys(known_entries(BOOK, path)))
        assert len({as_entry(entry) for entry in known}) == len(known), path


@pytest.mark.parametrize(("path", "word", "entry"), SYNONYMS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_synonym_is_read_as_its_entry(path: Path, word: str, entry: str) -> None:
    assert spellings(BOOK, path)[as_entry(word)] == entry


@st.composite
def written(draw: st.DrawFn) -> tuple[Path, str, str]:
    """An entry that rules know, and one of the ways in which somebody may write it."""
    path, entry = draw(st.sampled_from(ENTRIES))
    text = draw(st.sampled_from([entry, entry.upper(), entry.capitalize(), entry.title()]))
    space = draw(st.sampled_from([" ", "  ", "-", "\u00a0"]))
    return path, text.replace(" ", space), entry


@examples(100)
@given(written())
def test_an_entry_is_recognised_as_people_write_it(as_written: tuple[Path, str, str]) -> None:
    path, text, entry = as_written
    assert spellings(BOOK, path)[as_entry(text)] == entry


@examples(100)
@example("¨.¨")
@given(st.text(max_size=40))
def test_what_spellings_have_in_common_is_one_of_them(text: str) -> None:
    assert as_entry(as_entry(text)) == as_entry(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Safeguarding policy", "safeguarding policy"),
        ("lone-working policy", "lone working policy"),
        ("procedures for reporting concerns", "procedure for reporting concerns"),
        ("Well-being & behavior", "wellbeing and behaviour"),
        ("mental-health center", "mental health centre"),
        ("counseling", "counselling"),
        ("distance traveled", "distance travelled"),
        ("mentors' agreements", "mentors’ agreement"),
        ("organizational policies", "organisational policy"),
        ("criminal record checks", "criminal record check"),
        ("recovery-oriented programs", "recovery oriented programme"),
    ],
)
def test_spellings_of_one_entry(one: str, other: str) -> None:
    assert as_entry(one) == as_entry(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("confidentiality policy", "confidentiality procedure"),
        ("boundaries policy", "bounds policy"),
        ("reoffending", "offending"),
        ("crisis", "crises plan"),
        ("process", "proces plan"),
        ("size", "sise of"),
        ("diagnosis", "diagnostics"),
    ],
)
def test_entries_that_only_look_alike(one: str, other: str) -> None:
    assert as_entry(one) != as_entry(other)


def test_rules_read_the_entry_and_messages_show_the_words_of_the_file() -> None:
    text = '[governance]\ndocuments = ["Safeguarding policies", "our garden"]\n'
    safeguarding, garden = opened(text).programme.governance.documents or ()
    assert safeguarding == "safeguarding policy"
    assert isinstance(safeguarding, OwnName)
    assert safeguarding.called == "Safeguarding policies"
    assert not isinstance(garden, OwnName)


def test_what_is_said_of_an_entry_stays_where_rules_know_it_in_another_spelling() -> None:
    text = '[governance]\ndocuments = [{ is = "Safeguarding policies", owner = "lead" }]\n'
    (document,) = opened(text).programme.governance.stated_documents
    assert (document.is_, document.name) == ("safeguarding policy", "Safeguarding policies")
    assert document.about is not None
    assert document.about.owner == "lead"


@pytest.mark.parametrize(
    "stated",
    ['"Self Determination"', '{ is = "Self-Determination", called = "choice" }', '"self\u2010determination"'],
)
def test_an_entry_in_another_spelling_is_not_missing(stated: str) -> None:
    judged = report_on(opened(f"principles = [{stated}]\n"), date(2026, 11, 29))
    wanted = ("STD003", (*path_of("programme.principles"), "self-determination"))
    assert not [each for each in judged.findings if wanted in each.named]


def test_what_is_stated_beside_an_entry_that_rules_know_is_not_taken_for_it() -> None:
    own = '{ is = "other", called = "comunity" }'

    def asks(settings: str) -> list[str]:
        judged = report_on(opened(f"settings = [{settings}]\n"), date(2026, 11, 29))
        return [each.message for each in judged.findings if each.rule == "implausible"]

    assert asks(own) == ['"comunity" is stated as none that rules know; did you mean "community"?']
    assert asks(f'"community", {own}') == []


DOCUMENT_NAMES = list(dict.fromkeys(known_entries(BOOK, DOCUMENTS)))


def test_no_document_that_rules_know_is_taken_for_another() -> None:
    assert with_known_documents(tuple(DOCUMENT_NAMES), DOCUMENT_NAMES) == tuple(DOCUMENT_NAMES)
    for name in DOCUMENT_NAMES:
        assert with_known_documents((name,), DOCUMENT_NAMES) == (name,)


@pytest.mark.parametrize("name", DOCUMENT_NAMES)
def test_what_is_about_a_document_or_not_there_is_not_that_document(name: str) -> None:
    remarks = ("draft", "under construction", "in preparation", "on hold", "TBD", "unsigned")
    texts = (f"poster about the {name}", f"no {name}", f"{name}, not yet written")
    for text in (*texts, *(f"{name} ({remark})" for remark in remarks)):
        assert not isinstance(with_known_documents((text,), DOCUMENT_NAMES)[0], OwnName), text
        assert spellings(BOOK, DOCUMENTS).get(as_entry(text)) is None, text


def test_a_document_beside_the_known_one_or_that_could_be_two_is_left() -> None:
    for stated in (
        ("safeguarding policy", "adult safeguarding policy"),
        ("safeguarding and confidentiality policy",),
    ):
        assert [type(each) for each in with_known_documents(stated, DOCUMENT_NAMES)] == [str] * len(stated)
