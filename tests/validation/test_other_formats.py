"""Keys that only one version of the format has, and what they say of the ways of support."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from mentorkit.core.finding import FindingKind
from mentorkit.core.strength import Strength
from mentorkit.programme.ways import Way, WayName
from mentorkit.registry.load import Plugins
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
ON = date(2026, 11, 29)


def report(text: str) -> Report:
    return validate(text.encode(), "a.toml", PLUGINS, ON)


def unreadable(text: str) -> list[tuple[str, str, str]]:
    return [
        (f"{each.span.line}:{each.span.column}" if each.span else "", each.message, each.fix)
        for each in report(text).findings
        if each.rule in ("unknown-key", "wrong-value")
    ]


def ways_of(text: str) -> dict[str, bool | None]:
    programme = report(text).programme
    return {way.value: programme.offers(way) for way in Way}


@pytest.mark.parametrize(
    ("text", "place", "message", "fix"),
    [
        (
            'format = 1\n[programme]\nsectors = []\nways = ["pair"]\n',
            "4:1",
            "programme.ways is a key of format 2, and this file is in format 1",
            "write the file in format 2: 'mentorkit upgrade' does it",
        ),
        (
            "format = 2\nprogramme.sectors = []\n[relationship]\npairs = true\n",
            "4:1",
            "relationship.pairs is a key of format 1, and this file is in format 2",
            "take it out, and list the ways of support in programme.ways",
        ),
    ],
)
def test_a_key_of_another_format_is_refused_at_its_place(text: str, place: str, message: str, fix: str) -> None:
    assert unreadable(text) == [(place, message, fix)]


def test_a_key_of_another_format_says_nothing_of_the_programme() -> None:
    assert report("format = 2\nprogramme.sectors = []\nrelationship.pairs = false").programme.relationship.pairs is None
    assert report('format = 1\nprogramme.sectors = []\nprogramme.ways = ["online"]').programme.programme.ways is None


def test_a_way_is_one_of_those_that_there_are() -> None:
    assert [way.value for way in Way] == list(get_args(WayName))
    text = 'format = 2\nprogramme.sectors = []\nprogramme.ways = ["pair", "telephone"]\n'
    assert [(place, message) for place, message, _ in unreadable(text)] == [
        ("3:27", '"telephone" is not one of the values known here')
    ]


@pytest.mark.parametrize(
    ("text", "pair", "other"),
    [
        ("format = 1\nprogramme.sectors = []\n", True, False),
        ("format = 1\nprogramme.sectors = []\nrelationship.pairs = true\n", True, False),
        ("format = 1\nprogramme.sectors = []\nrelationship.pairs = false\n", False, None),
        ("format = 2\nprogramme.sectors = []\n", None, None),
        ("format = 2\nprogramme.sectors = []\nprogramme.ways = []\n", None, None),
    ],
)
def test_what_a_file_says_of_its_ways(text: str, pair: bool | None, other: bool | None) -> None:
    assert ways_of(text) == {way.value: pair if way is Way.PAIR else other for way in Way}


def test_a_file_of_format_2_names_its_ways() -> None:
    stated = ways_of('format = 2\nprogramme.sectors = []\nprogramme.ways = ["pair", "on call"]\n')
    assert [way for way, offered in stated.items() if offered] == ["pair", "on call"]
    assert None not in stated.values()


def rules_found(text: str) -> set[str]:
    return {rule for finding in report(text).findings for rule in finding.rules}


def test_rules_about_pairs_leave_programmes_alone_that_offer_other_ways() -> None:
    """As they do in format 1 where relationship.pairs is false."""
    pairs, talks = (
        "format = 1\nprogramme.sectors = []\n",
        "format = 1\nprogramme.sectors = []\nrelationship.pairs = false\n",
    )
    only_pairs = rules_found(pairs) - rules_found(talks)
    assert "STD305" in only_pairs
    other = rules_found('format = 2\nprogramme.sectors = []\nprogramme.ways = ["group sessions"]\n')
    assert not only_pairs & other
    both = rules_found('format = 2\nprogramme.sectors = []\nprogramme.ways = ["group sessions", "pair"]\n')
    assert only_pairs <= both


FORMAT_1 = Path(__file__).parents[1] / "data/format_1"


@pytest.mark.parametrize(
    ("name", "shoulds", "musts"), [("substance/turning_point.toml", 19, 2), ("schools/cross_age.toml", 20, 5)]
)
def test_a_complete_file_of_format_1_is_judged_as_before_and_told_once_what_it_cannot_state(
    name: str, shoulds: int, musts: int
) -> None:
    text = (FORMAT_1 / name).read_text(encoding="utf-8").replace("budget = [", 'budget = ["pay", ')  # asked since
    (said,) = (each for each in report(text).findings if each.rule not in ("STD133", "STD615"))  # asked since
    assert (said.rule, said.severity, said.path) == ("older-format", "advice", ("format",))
    assert said.message == (
        "rules ask for 18 keys that a file of format 1 cannot state, such as for_whom.who; "
        "'mentorkit upgrade' offers them"
    )
    asked = [each for each in report(in_format_2(text)).findings if each.kind is FindingKind.NOT_SETTLED]
    assert Counter(each.strength == Strength.MUST for each in asked) == {False: shoulds, True: musts}


def in_format_2(text: str) -> str:
    return text.replace("format = 1\n", "format = 2\n", 1).replace("[programme]\n", '[programme]\nways = ["pair"]\n', 1)


def test_what_a_waiver_is_about_is_still_named_in_format_1() -> None:
    head = "format = 1\nprogramme.sectors = []\n[[waivers]]\n"
    agreed = 'reason = "x"\nagreed_by = "board"\nagreed_on = 2026-11-01\nuntil = 2027-01-01\n'
    made = report(f'{head}rule = "STD012"\nat = "role.tasks"\nleaves_open = true\n{agreed}')
    found = [each for each in made.findings if "STD012" in each.rules]
    assert [each.waived is not None for each in found] == [True]


def test_a_name_of_ones_own_is_of_format_2_also_in_a_list_of_tables() -> None:
    staff = '[[staff]]\nrole = "a"\nqualified_for = ["housing"]\n[[staff]]\nrole = "b"\nqualified_for = [{}]\n'
    named = staff.format('{ is = "detoxification", called = "detox" }')
    said = "a table as an entry of this list is of format 2, and this file is in format 1"
    fix = "write the file in format 2: 'mentorkit upgrade' does it"
    assert unreadable(f"format = 1\n[programme]\nsectors = []\n{named}") == [("9:18", said, fix)]
    assert unreadable(f'format = 2\n[programme]\nsectors = []\nways = ["pair"]\n{named}') == []
    read = report(f"format = 1\n[programme]\nsectors = []\n{named}").programme.staff
    assert [each.qualified_for for each in read or ()] == [("housing",), None]
