"""Entries that a list has twice."""

from datetime import date

import pytest

from mentorkit.programme.path import dotted
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
HEAD = "format = 2\n[programme]\nsectors = []\n"


def said(text: str) -> list[tuple[str, str]]:
    found = validate(f"{HEAD}{text}\n".encode(), "p.toml", PLUGINS, date(2026, 11, 29)).findings
    assert all(each.severity == "warning" and each.span for each in found if each.rule == "listed-twice")
    return [(dotted(each.path), each.message) for each in found if each.rule == "listed-twice"]


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ('ways = ["pair", "pair"]', "programme.ways[1]", 'programme.ways has "pair" already, in place 1'),
        (
            'ways = []\n[training]\ntopics = ["a", "Listening", "listening"]',
            "training.topics[2]",
            'training.topics has "listening" already, in place 2',
        ),
        (
            'ways = []\n[governance]\ndocuments = ["risk register", { is = "risk register", owner = "lead" }]',
            "governance.documents[1]",
            'governance.documents has "risk register" already, in place 1',
        ),
        (
            'ways = []\n[[network.members]]\nid = "x"\nmeets = ["a", "a"]',
            "network.members[0].meets[1]",
            'network.members[0].meets has "a" already, in place 1',
        ),
        (
            'ways = []\n[outcomes]\nmeasures = [{ name = "hope", of = ["mentor", "mentee"], at = ["start", "exit"] }, '
            '{ name = "Hope", of = ["mentee"], at = ["exit"] }]',
            "outcomes.measures[1]",
            'outcomes.measures has "Hope" already, in place 1',
        ),
    ],
)
def test_an_entry_that_is_there_already_is_found(text: str, at: str, message: str) -> None:
    assert said(text) == [(at, message)]


@pytest.mark.parametrize(
    "text",
    [
        'ways = []\n[screening]\nsteps = ["interview", "references", "interview"]',
        'ways = []\n[governance]\ndocuments = [{ is = "risk register", called = "A" }, '
        '{ is = "risk register", called = "B" }]',
        'ways = []\n[outcomes]\nmeasures = [{ name = "hope", of = ["mentee"], at = ["start"], tool = "A" }, '
        '{ name = "hope", of = ["mentee"], at = ["start"], tool = "B" }]',
        'ways = []\n[outcomes]\nmeasures = [{ name = "hope", of = ["mentee"], at = ["start"] }, '
        '{ name = "hope", of = ["mentee"], at = ["exit"] }]',
        'ways = []\n[[staff]]\nrole = "keyworker"\n[[staff]]\nrole = "keyworker"',
    ],
)
def test_what_may_be_there_again_is_not(text: str) -> None:
    assert said(text) == []
