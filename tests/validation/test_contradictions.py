"""What a file says in two places of which at most one can be right, and values that make no sense or hardly any."""

from collections.abc import Sequence
from datetime import date

import pytest

from mentorkit.core.finding import FindingKind
from mentorkit.programme.path import dotted
from mentorkit.registry.load import Plugins
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
ON = date(2026, 11, 29)
CHECKS = ("contradiction", "implausible", "wrong-value")


def report(ways: Sequence[str], rest: str, sectors: str = "") -> Report:
    listed = ", ".join(f'"{way}"' for way in ways)
    text = f"format = 2\n[programme]\nsectors = [{sectors}]\nways = [{listed}]\n{rest}\n"
    return validate(text.encode(), "p.toml", PLUGINS, ON)


def said(ways: Sequence[str], rest: str, sectors: str = "") -> list[tuple[str, str, str]]:
    found = [each for each in report(ways, rest, sectors).findings if each.rule in CHECKS]
    assert all(each.span for each in found)
    return [(each.rule, dotted(each.path), each.message) for each in found]


GROUPS, ONLINE = ("group sessions",), ("online",)


@pytest.mark.parametrize(
    ("ways", "rest", "at", "message"),
    [
        (
            ("pair",),
            '[on_call]\nhours = "24/7"',
            "on_call",
            '[on_call] is about on call, and programme.ways is ["pair"]',
        ),
        (
            GROUPS,
            "[group_sessions]\nsmallest = 9\nlargest = 4",
            "group_sessions.smallest",
            "a session is held from 9 people on, and group_sessions.largest is 4",
        ),
        (
            GROUPS,
            "[group_sessions]\nsmallest = { from = 9, to = 12 }\nlargest = 4",
            "group_sessions.smallest",
            "a session is held from 9 to 12 people on, and group_sessions.largest is 4",
        ),
        (
            GROUPS,
            "mentees = 24\n[group_sessions]\nlargest = 50",
            "group_sessions.largest",
            "50 people can attend a session, and programme.mentees is 24",
        ),
        (
            GROUPS,
            "[role]\nsupervised = true\n[group_sessions]\nstaff_there = 0",
            "group_sessions.staff_there",
            "no staff are at a session, and role.supervised is true: staff are always there",
        ),
        (
            ONLINE,
            '[online]\nmoderated_by = []\nmoderated_hours = "24/7"',
            "online.moderated_by",
            "nobody moderates the online place, and online.moderated_hours promises something of those who do",
        ),
        (
            ONLINE,
            '[matching]\ncriteria = ["gender"]',
            "programme.ways",
            'this is ["online"], and the file says what only pairs have: matching.criteria',
        ),
        (
            ("pair",),
            '[relationship]\nmodes = ["group"]',
            "relationship.modes",
            'this is ["group"], and programme.ways has "pair" alone, which is one to one',
        ),
        (
            ("pair",),
            '[for_whom]\nwho = ["the person"]\nages = { from = 18 }\n[role]\nworks_with = ["adults", "children"]',
            "role.works_with[1]",
            'this is "children", and for_whom.ages.from is 18: none of those supported are children',
        ),
        (
            ("pair",),
            '[role]\nexcludes = ["treatment", "Diagnosis"]\ntasks = ["diagnosis"]',
            "role.tasks[0]",
            '"diagnosis" is a task, and role.excludes[1] says that nobody does it',
        ),
        (
            ("pair",),
            "[for_whom]\nages = { from = 25, to = 18 }",
            "for_whom.ages.from",
            "the youngest are 25 and for_whom.ages.to is 18, so this includes nobody",
        ),
        (
            ("pair",),
            '[for_whom]\nages = { from = 16, to = 25 }\n[role]\nworks_with = ["adults"]',
            "for_whom.ages.from",
            "this is 16, so some of those supported are children, and role.works_with does not list them",
        ),
        (
            ("pair",),
            '[for_whom]\nages = { from = 11, to = 18 }\n[role]\nworks_with = ["children"]',
            "for_whom.ages.to",
            "this is 18, so some of those supported are adults, and role.works_with does not list them",
        ),
        (
            ("pair",),
            '[for_whom]\nages = { from = 18 }\n[role]\nworks_with = ["children"]',
            "for_whom.ages.from",
            "this is 18, so some of those supported are adults, and role.works_with does not list them",
        ),
        (
            ("pair",),
            "[for_whom]\nages = { from = 18, to = 65 }\n[network]\nyoungest = 16",
            "network.youngest",
            "this is 16, and for_whom.ages.from is 18: both are how old the youngest person supported is",
        ),
    ],
)
def test_a_contradiction_names_both_places(ways: Sequence[str], rest: str, at: str, message: str) -> None:
    assert said(ways, rest) == [("contradiction", at, message)]


@pytest.mark.parametrize(
    ("ways", "rest"),
    [
        (GROUPS, "[group_sessions]\nsmallest = 4\nlargest = 4\nstaff_there = 0"),
        (GROUPS, "[group_sessions]\nsmallest = { from = 3, to = 6 }\nlargest = { from = 6, to = 9 }"),
        (GROUPS, "[group_sessions]\nsmallest = { about = 6 }\nlargest = { about = 6 }"),
        (GROUPS, "[group_sessions]\nsmallest = 6\nlargest = { at_least = 6 }"),
        (("pair",), '[for_whom]\nages = { from = { from = 18, to = 21 } }\n[role]\nworks_with = ["adults"]'),
        (("pair",), "[for_whom]\nages = { from = { about = 18 } }\n[network]\nyoungest = { about = 18 }"),
        (ONLINE, "[online]\nmoderated_by = []"),  # STD420 says so
        (
            ("pair",),
            '[for_whom]\nwho = ["the person", "family"]\nages = { from = 18 }\n[role]\n'
            'works_with = ["adults", "children"]',
        ),
        ((), '[on_call]\nhours = "24/7"'),  # nobody knows which ways there are
        (("pair",), '[for_whom]\nages = { from = 16, to = 25 }\n[role]\nworks_with = ["adults", "children"]'),
        (("pair",), '[for_whom]\nages = { from = 18, to = 65 }\n[role]\nworks_with = ["adults", "children"]'),
        (("pair",), "[for_whom]\nages = { from = 18 }\n[network]\nyoungest = 18\noldest = 65"),
        (("mutual aid",), '[matching]\ncriteria = ["gender"]'),  # of sponsors
        (("pair", *GROUPS), '[relationship]\nmodes = ["group"]'),
    ],
)
def test_what_may_be_right_together_is_none(ways: Sequence[str], rest: str) -> None:
    assert said(ways, rest) == []


ADULTS = '[role]\nworks_with = ["adults"]'
OPEN = "; both can be right only with some values of the range"


@pytest.mark.parametrize(
    ("ways", "rest", "at", "message"),
    [
        *(
            (("pair",), f"[for_whom]\nages = {{ from = {stated} }}\n{ADULTS}", "for_whom.ages.from",
             f"this is {words}, so some of those supported may be children, and role.works_with does not list them")
            for stated, words in (
                ("{ from = 16, to = 18 }", "16 to 18"),
                ("{ about = 18 }", "about 18"),
                ("{ at_most = 18 }", "at most 18"),
            )
        ),
        (("pair",), f'[for_whom]\nages = {{ to = {{ at_least = 11 }} }}\n{ADULTS.replace("adults", "children")}',
         "for_whom.ages.to",
         "this is at least 11, so some of those supported may be adults, and role.works_with does not list them"),
        (("pair",), "[for_whom]\nages = { from = { from = 14, to = 19 }, to = 18 }", "for_whom.ages.from",
         "the youngest are 14 to 19 and for_whom.ages.to is 18, so this may include nobody"),
        (("pair",), "[for_whom]\nages = { from = { about = 18 } }\n[network]\nyoungest = 18", "network.youngest",
         "this is 18, and for_whom.ages.from is about 18: both are how old the youngest person supported is"),
        (GROUPS, "[group_sessions]\nsmallest = { from = 6, to = 12 }\nlargest = 8", "group_sessions.smallest",
         "a session is held from 6 to 12 people on, and group_sessions.largest is 8"),
        (GROUPS, "[group_sessions]\nsmallest = 6\nlargest = { from = 4, to = 12 }", "group_sessions.smallest",
         "a session is held from 6 people on, and group_sessions.largest is 4 to 12"),
    ],
)  # fmt: skip
def test_a_range_of_which_some_values_contradict_another_place_is_not_settled(
    ways: Sequence[str], rest: str, at: str, message: str
) -> None:
    (found,) = (each for each in report(ways, rest).findings if each.rule == "contradiction")
    assert (dotted(found.path), found.message, found.kind) == (at, message + OPEN, FindingKind.NOT_SETTLED)


@pytest.mark.parametrize(
    ("ways", "rest"),
    [
        (("pair",), "mentees = {{ at_most = 24 }}\n[matching]\nmentees_per_mentor = {}"),
        (("pair",), "mentees = {{ about = 24 }}\n[matching]\nmentees_per_mentor = {}"),
        (GROUPS, "[group_sessions]\nsmallest = {}\nlargest = {{ at_most = 24 }}"),
    ],
)
def test_an_end_that_nobody_states_contradicts_nothing(ways: Sequence[str], rest: str) -> None:
    for number, contradicts in (("2", False), ("24", False), ("{ at_least = 3 }", False), ("30", True)):
        found = [each.kind for each in report(ways, rest.format(number)).findings if each.rule == "contradiction"]
        assert found == [FindingKind.FALLS_SHORT] * contradicts, number


NUMBERS = [
    (GROUPS, "group_sessions", "smallest", 2),
    (GROUPS, "group_sessions", "largest", 2),
    (GROUPS, "group_sessions", "sessions", 1),
    (GROUPS, "group_sessions", "delivered_by", 1),
    (("drop-in",), "drop_in", "least_on_duty", 1),
    (("on call",), "on_call", "least_on_duty", 1),
    (ONLINE, "online", "least_on_duty", 1),
]


@pytest.mark.parametrize(("ways", "table", "key", "least"), NUMBERS)
@pytest.mark.parametrize("zero", ["0", "{ from = 0, to = 3 }"])
def test_zero_is_refused_where_none_makes_no_sense(
    ways: Sequence[str], table: str, key: str, least: int, zero: str
) -> None:
    found = report(ways, f"[{table}]\n{key} = {zero}").findings
    assert [(each.rule, each.message, each.fix) for each in found if each.path == (table, key)] == [
        (
            "wrong-value",
            "this is 0, so there would be none",
            f"write a number from {least} up, or take it out until it is settled",
        )
    ]


@pytest.mark.parametrize(
    ("ways", "rest", "at", "message"),
    [
        (
            ("on call",),
            '[on_call]\nanswers_within = "90 days"',
            "on_call.answers_within",
            "on_call.answers_within is 90 days, and 1 minute to 48 hours is usual; is this meant?",
        ),
        (
            ("pair",),
            "[for_whom]\nages = { from = 18, to = 650 }",
            "for_whom.ages.to",
            "for_whom.ages.to is 650, and 3 to 120 is usual; is this meant?",
        ),
    ],
)
def test_what_is_hardly_plausible_is_asked(ways: Sequence[str], rest: str, at: str, message: str) -> None:
    assert said(ways, rest) == [("implausible", at, message)]


def test_what_is_known_is_not_another_one() -> None:
    rest = 'settings = [{ is = "other", called = "Custody" }]\n[file]\ncomplete = ["programme.settings"]'
    assert said(("pair",), rest) == [
        ("wrong-value", "programme.settings[0]", '"custody" is one of the values known here, so it is not another one')
    ]


@pytest.mark.parametrize(
    ("rest", "at", "called", "known"),
    [
        ('settings = [{ is = "other", called = "custdy" }]', "programme.settings[0]", "custdy", "custody"),
        (
            '[training]\ntopics = [{ is = "other", called = "diversty" }]',
            "training.topics[0]",
            "diversty",
            "diversity",
        ),
    ],
)
def test_what_is_close_to_a_known_entry_is_asked(rest: str, at: str, called: str, known: str) -> None:
    message = f'"{called}" is stated as none that rules know; did you mean "{known}"?'
    assert said(("pair",), rest) == [("implausible", at, message)]


@pytest.mark.parametrize("is_", ["former interview", "interveiw"])
def test_what_an_entry_is_said_to_be_is_asked_if_it_is_only_close_to_what_rules_know(is_: str) -> None:
    message = f'"{is_}" is not an entry that rules know; did you mean "interview"?'
    rest = f'[screening]\nsteps = [{{ is = "{is_}", called = "Our chat" }}]'
    assert said(("pair",), rest) == [("implausible", "screening.steps[0]", message)]


@pytest.mark.parametrize(
    "steps",
    [
        '{ is = "Panel interviews", called = "Our chat" }',
        '{ is = "gardening day", called = "Green hour" }',
        '"interview", { is = "former interview", called = "Our chat" }',
        '"former interview"',
    ],
)
def test_what_rules_know_or_is_far_from_it_is_not_asked(steps: str) -> None:
    assert said(("pair",), f"[screening]\nsteps = [{steps}]") == []


def test_another_setting_far_from_those_known_is_none_of_them() -> None:
    assert said(("pair",), 'settings = [{ is = "other", called = "sports club" }]') == []
