"""Texts that say that something is not decided, and names that deny what they name."""

import pytest

from mentorkit.values.undecided import denies, is_undecided

OPEN = [
    *(
        "TBC",
        "T.B.C.",
        "tbd",
        "TBA?",
        "tbc/tbd",
        "[TBC]",
        "TBC - see the board's minutes",
        "todo",
        "TODO: ask the board",
    ),
    *("to be confirmed", "To be decided", "to be agreed in March", "still to be decided", "<to be written>"),
    *(
        "not known yet",
        "not yet decided",
        "not agreed",
        "unknown",
        "Don't know",
        "we do not know yet",
        "not in place yet",
    ),
    *("?", "???", "xxx", "XXXX", "…", "...", "_____", "fill in later"),
]
SETTLED = [
    *(
        "To Be Heard",
        "to be agreed with each mentee",
        "not known to services",
        "unknown to the police",
        "not set in stone",
    ),
    *(
        "Todos Juntos",
        "To do with housing",
        "TB clinic",
        "telephone 999",
        "x",
        "set",
        "open day",
        "agreed at the start",
    ),
]


@pytest.mark.parametrize("text", OPEN)
def test_a_placeholder_is_known_however_it_is_written(text: str) -> None:
    assert is_undecided(text)


@pytest.mark.parametrize("text", SETTLED)
def test_what_says_something_is_no_placeholder(text: str) -> None:
    assert not is_undecided(text)


@pytest.mark.parametrize(
    ("called", "what"),
    [
        ("no interview", "interview"),
        ("No interviews yet", "interview"),
        ("interview (planned)", "interview"),
        ("interview to be arranged by March", "interview"),
        ("Safeguarding Policy - draft", "safeguarding policy"),
        ("draft policy", "safeguarding policy"),
        ("policy not yet agreed", "safeguarding policy"),
        ("no such policy", "safeguarding policy"),
        ("in preparation; not started", "other"),
    ],
)
def test_a_name_can_deny_the_thing(called: str, what: str) -> None:
    assert denies(called, what)


@pytest.mark.parametrize(
    ("called", "what"),
    [
        ("No Wrong Door protocol", "safeguarding policy"),
        ("Safeguarding policy for children not in school", "safeguarding policy"),
        ("Missing persons policy", "missing persons policy"),
        ("planned endings", "ending"),
        ("Not Alone", "befriending"),
        ("no drinking", "no drinking"),
        ("Yet to come: our plan", "recovery plan"),
    ],
)
def test_a_name_with_such_a_word_stays_a_name(called: str, what: str) -> None:
    assert not denies(called, what)
