"""Rules that remember somebody, in ways that no answer shows: what a module keeps is looked at."""

from pathlib import Path

import pytest

from .spoiled import ANSWER, SEARCH, Changes, ExpectedAdvice, Ways, answering, assert_advice, searching

FIX = "let it keep nothing from one question to the next; functools.cache keeps what a function works out"
BOOK = "\nBOOK ="


def kept(name: str) -> ExpectedAdvice:
    return [("twice", "PACKAGE/screening.py", f"{name} is changed while rules are asked", FIX)]


def remembering(code: str, call: str, imports: str = "") -> Changes:
    """The rule that calls what remembers; code stands before its declaration."""
    changes = answering(f"{call}\n    {ANSWER}", imports)
    return {"screening.py": str(changes["screening.py"]).replace(BOOK, f"\n{code}\n{BOOK}", 1)}


WAYS: Ways = {
    "the first person": (remembering("FIRST = []", "FIRST or FIRST.append(housed_since)"), kept("FIRST")),
    "everybody, in a set": (remembering("SEEN = set()", "SEEN.add(housed_since)"), kept("SEEN")),
    "answers, in a mapping": (remembering("KNOWN = {}", "KNOWN.setdefault(housed_since, on)"), kept("KNOWN")),
    "how many there were": (
        remembering("ASKED = count()", "next(ASKED)", "from itertools import count\n"),
        kept("ASKED"),
    ),
    "how many there were, in a number": (
        remembering("ASKED = 0\n\ndef note():\n    global ASKED\n    ASKED += 1\n", "note()"),
        kept("ASKED"),
    ),
    "a name that comes up later": (
        remembering("def note(day):\n    global LAST\n    LAST = day.year and 1\n", "note(on)"),
        kept("LAST"),
    ),
    "a default that is one list for all": (
        remembering("def note(day, seen=[]):\n    seen.append(day)\n", "note(housed_since)"),
        kept("note"),
    ),
    "an attribute of a function": (
        remembering("def note():\n    note.asked = True\n", "note()"),
        kept("note"),
    ),
    "an attribute of a class": (
        remembering("class Desk:\n    asked = 0\n", "Desk.asked += 1"),
        kept("Desk.asked"),
    ),
    "an object of a class": (
        remembering(
            "class Desk:\n    def __init__(self):\n        self.seen = []\n\nDESK = Desk()\n", "DESK.seen.append(on)"
        ),
        kept("DESK"),
    ),
    "what a function closes over": (
        remembering(
            "def made():\n    seen = []\n    def note(day):\n        seen.append(day)\n    return note\n\n"
            "NOTE = made()\n",
            "NOTE(on)",
        ),
        kept("NOTE"),
    ),
    "one of a row after another": (
        remembering("ROW = iter([1] * 10_000)", "next(ROW)"),
        kept("ROW"),
    ),
    "something in the design": (
        searching(
            "    object.__setattr__(programme.programme, 'mentees', 9)\n"
            "    if programme.programme.mentors is None:\n"
            "        yield not_settled('programme.mentors', 'how many {mentors} there are', 'state mentors')\n"
        ),
        [
            (
                "twice",
                SEARCH,
                'it changes the design of "counted"',
                "let it only read the design; other rules are asked about it next",
            )
        ],
    ),
    "the order of a set, which is another one in each run": (
        searching(
            "    missing = {'fire', 'gas', 'water', 'stairs', 'keys'} - set(programme.training.topics or ())\n"
            "    if programme.programme.mentors is None:\n"
            "        yield not_settled('programme.mentors', ', '.join(missing), 'state mentors')\n"
        ),
        [
            (
                "twice",
                SEARCH,
                'about "not counted" it says something else in another run of Python',
                "put what comes from a set in order before you say it, by sorted(…)",
            )
        ],
    ),
    "a set in order": (
        searching(
            "    missing = {'fire', 'gas', 'water', 'stairs', 'keys'} - set(programme.training.topics or ())\n"
            "    if programme.programme.mentors is None:\n"
            "        yield not_settled('programme.mentors', ', '.join(sorted(missing)), 'state mentors')\n"
        ),
        [],
    ),
    "what is worked out once": (
        remembering(
            "@cache\ndef double(years):\n    return 2 * years\n", "double(on.year)", "from functools import cache\n"
        ),
        [],
    ),
    "a table that is only read": (remembering("MONTHS = {1: 31}", "MONTHS.get(on.month)"), []),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_module_keeps_of_people_is_told(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
