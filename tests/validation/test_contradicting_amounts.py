"""Numbers of people and lengths of time that contradict each other: ranges, rounding, and parts of a larger service.

Which flaws and sound edits of the complete programmes are found is in tests/flaws.
"""

from datetime import date

import pytest

from mentorkit.core.finding import FindingKind
from mentorkit.registry.load import Plugins
from mentorkit.validation.contradictions.lengths import is_longer
from mentorkit.validation.validate import validate
from mentorkit.values.duration import Duration
from mentorkit.values.three_valued import Answer

PLUGINS = Plugins()


def contradictions(rest: str) -> list[tuple[FindingKind, str]]:
    text = f'format = 2\n[programme]\nsectors = []\nways = ["pair", "group sessions"]\n{rest}\n'
    found = validate(text.encode(), "p.toml", PLUGINS, date(2026, 11, 29)).findings
    return [(each.kind, each.message) for each in found if each.rule == "contradiction"]


@pytest.mark.parametrize(
    ("one", "other", "longer"),
    [
        ("13 weeks", "3 months", False),
        ("3 months", "12 weeks", False),
        ("26 weeks", "6 months", False),
        ("6 months", "24 weeks", False),
        ("18 weeks", "4 months", False),
        ("12 months", "1 year", False),
        ("14 weeks", "3 months", True),
        ("3 months", "11 weeks", True),
        ("7 months", "6 months", True),
        ("90 minutes", "1 hour", True),
        ("48 hours", "1 day", False),  # time spent, and time passed
        ("1 day", "12 hours", False),
    ],
)
def test_lengths_are_compared_as_people_round_them(one: str, other: str, longer: Answer) -> None:
    assert is_longer(Duration.parse(one), Duration.parse(other)) is longer


MENTORS = '[network]\nmembers = [{{ id = "m", part = "mentor", people = {} }}, {{ id = "n", part = "mentor" {}}}]'


@pytest.mark.parametrize(
    "rest",
    [
        "mentors = 12\n" + MENTORS.format(4, ""),  # how many the others are, nobody says
        "mentors = 12\n" + MENTORS.format(4, ", people = 8 "),
        "mentors = { about = 12 }\n" + MENTORS.format(4, ", people = 9 "),
        "mentors = 12\n" + MENTORS.format("{ from = 2, to = 4 }", ", people = 9 "),
        'mentees = 9\n[network]\nmembers = [{ id = "m", kind = "person", part = "mentee", people = 1 }]',
        "[group_sessions]\ndelivered_by = 9",
        '[relationship]\nshortest = "3 months"\nlongest = "12 weeks"',
        '[relationship]\nmeetings = { at_least = 11 }\nlongest = "6 months"\ncontact_every = "1 week"',
        '[relationship]\nmeetings = 60\nlongest = "6 months"\ncontact_every = "3 days"',
    ],
)
def test_what_may_be_right_together_is_none(rest: str) -> None:
    assert contradictions(rest) == []


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        (
            "mentors = 12\n[group_sessions]\ndelivered_by = { from = 10, to = 20 }",
            "10 to 20 mentors deliver a session together, and programme.mentors says that there are 12",
        ),
        (
            '[relationship]\nshortest = { from = "8 weeks", to = "16 weeks" }\nlongest = "3 months"',
            "support lasts 8 to 16 weeks at least, and relationship.longest is 3 months",
        ),
    ],
)
def test_a_range_that_leaves_it_open_is_not_settled(rest: str, message: str) -> None:
    open_ = "; both can be right only with some values of the range"
    assert contradictions(rest) == [(FindingKind.NOT_SETTLED, message + open_)]


def test_the_network_counts_where_the_programme_does_not_say_how_many_mentors_there_are() -> None:
    found = contradictions("[group_sessions]\ndelivered_by = 20\n" + MENTORS.format(4, ", people = 8 "))
    message = "20 mentors deliver a session together, and network.members (m, n) says that there are 12"
    assert found == [(FindingKind.FALLS_SHORT, message)]
