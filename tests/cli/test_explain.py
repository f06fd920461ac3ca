"""What explain says of a rule of a made-up sector: searches that read nothing, tables by the day, ways, days."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from .conftest import Install, Ran, Run

SECTOR = '''
"""A made-up sector."""
from collections.abc import Iterator
from datetime import date
from typing import Annotated
from mentorkit.api import *

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE)
Most = Annotated[Duration, ByDay({date(2026, 4, 1): Duration.parse("2 weeks"), date(2027, 4, 1): Duration(8, "day")})]
Doors = Annotated[int | None, Parameter("how many doors there are", at="screening.housing.doors", ways=[Way.PAIR])]


@rule("HSG101", strength=Strength.MUST, sources=[SOURCE], unmet="since {since}, at most {most}", fix="in {most}")
def in_time(since: Annotated[date, Fact("since when", ways=[Way.ONLINE])], most: Most, on: date) -> bool:
    """It helps."""
    return on <= since + most


@rule("HSG102", strength=Strength.MUST, sources=[SOURCE], days=Days(last=date(2026, 3, 31)))
def searched(programme: Programme) -> Iterator[Problem]:
    """It helps."""
    yield not_settled("programme.mentors", "how many", "state it")


@rule("HSG103", strength=Strength.MUST, sources=[SOURCE])
def doors_found(programme: Programme, doors: Doors) -> Iterator[Problem]:
    """It helps."""
    yield not_settled("programme.mentors", "how many", "state it")


asked = requires(
    "HSG104",
    "asked",
    {"training.topics": [at_least(2), at_least(3, days=Days(first=date(2027, 6, 1)))]},
    strength=Strength.MUST,
    sources=[SOURCE],
    reason="It helps.",
    days=Days(first=date(2027, 4, 1)),
)


@hookimpl
def mentorkit_sector():
    return Sector(title="housing", prefix="HSG", edition="1")


@hookimpl
def mentorkit_screening():
    return [in_time, searched, doors_found, asked]
'''


@pytest.fixture
def housing(install: Install, ask: Callable[..., Ran]) -> Callable[..., Ran]:
    """Runs explain where the sector is installed."""
    install("mk-housing", "housing", "HSG101", code=SECTOR)
    return lambda *args: ask("explain", *args)


def _rule(ran: Ran) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(ran.stdout)["rule"]
    return data


def test_a_search_that_names_nothing_it_reads_is_explained(housing: Callable[..., Ran]) -> None:
    ran = housing("HSG102")
    assert ran.returncode == 0
    assert "\n  it searches the design\n" in ran.stdout


def test_a_table_shows_each_value_with_its_first_day_and_messages_name_it(housing: Callable[..., Ran]) -> None:
    text = housing("HSG101").stdout
    assert "By the day\n  most: 2 weeks from 2026-04-01, 8 days from 2027-04-01\n" in text
    assert "  otherwise: since [since], at most [most]\n  then: in [most]\n" in text
    assert _rule(housing("--format", "json", "HSG101"))["by_day"] == {
        "most": [{"first": "2026-04-01", "value": "2 weeks"}, {"first": "2027-04-01", "value": "8 days"}]
    }


def test_the_ways_of_facts_and_parameters_and_what_may_be_left_out_are_said(housing: Callable[..., Ran]) -> None:
    heading, said = housing("HSG101").stdout.split("\n", 2)[1:]
    assert ", for the way of support online" in heading  # of the rule, so it is not said of its fact again
    assert "since (date): since when\n  otherwise:" in said
    doors = "screening.housing.doors (whole number): how many doors there are\n    for the way of support pair\n"
    assert f"{doors}    may be left out\n" in housing("HSG103").stdout
    (parameter,) = _rule(housing("--format", "json", "HSG103"))["parameters"]
    assert (parameter["ways"], parameter["optional"]) == (["pair"], True)
    (fact,) = _rule(housing("--format", "json", "HSG101"))["facts"]
    assert fact["ways"] == ["online"]


def test_a_limit_is_shown_with_the_days_of_its_rule(housing: Callable[..., Ran]) -> None:
    limits = "has to list at least 2, from 2027-04-01\n    has to list at least 3, from 2027-06-01"
    assert f"  HSG104 asked\n    {limits}\n" in housing("training.topics").stdout
    data = json.loads(housing("--format", "json", "training.topics").stdout)["key"]["limits"]
    days = [limit["days"]["first"] for limit in data if limit["rule"] == "HSG104"]
    assert days == ["2027-04-01", "2027-06-01"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("record check", "screening.record_check"),
        ("record_check_every", "screening.record_check_every"),
        ("safeguarding policy", "governance.documents"),
    ],
)
def test_words_find_what_fits_best_first(run: Run, words: str, first: str) -> None:
    ran = run("explain", words)
    assert (ran.returncode, ran.stdout.split()[1]) == (0, first)
    found = json.loads(run("explain", "--format", "json", words).stdout)["found"]
    assert found[0]["name"] == first
    assert len(ran.stdout.splitlines()) <= 16


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("siblings", "STD334"),
        ("lone working", "STD413"),
        ("parents consent", "STD438"),
        ("parental consent", "STD438"),
        ("whistleblower", "safeguarding.whistleblowing_to"),
        ("whistle blowing", "STD440"),
        ("conflict of interest", "STD803"),
        ("DBS", "STD110"),
        ("PVG", "STD122"),
        ("boundary", "STD803"),
    ],
)
def test_words_are_found_in_other_forms_and_in_entries_and_sources(run: Run, words: str, name: str) -> None:
    found = json.loads(run("explain", "--format", "json", words).stdout)["found"]
    assert name in [each["name"] for each in found]


def test_text_shows_all_on_request(run: Run) -> None:
    found = json.loads(run("explain", "--format", "json", "supervision").stdout)["found"]
    lines = run("explain", "supervision", "--more").stdout.splitlines()
    assert [line.split()[1] for line in lines[:-1]] == [each["name"] for each in found]
    assert f"; --more shows {len(found) - 15} more; " in run("explain", "supervision").stdout


def test_a_table_of_a_sector_finds_its_keys_first_in_the_order_of_the_file(run: Run) -> None:
    lines = run("explain", "screening.substance").stdout.splitlines()
    assert lines[:5] == [
        "key    screening.substance.substances         what the service users are or were dependent on",
        "key    screening.substance.abstinence         time free of dependence before a placement",
        "key    screening.substance.experience_within  how long ago an applicant's own dependence may be",
        "key    screening.substance.risk_domains       what the risk screen of an applicant covers",
        "rule   SUB101                                 free of dependence before placement",
    ]
    assert lines[15:] == [
        '17 found for "screening.substance"; --more shows 2 more; '
        "'mentorkit explain screening.substance.substances' explains the first"
    ]


def test_a_stage_finds_its_rules_and_keys_and_a_misspelt_word_the_near_one(run: Run) -> None:
    found = json.loads(run("explain", "--format", "json", "graduation").stdout)["found"]
    assert {"SCH501", "graduation.ending"} <= {each["name"] for each in found}
    ran = run("explain", "supervison")
    assert (ran.returncode, 'did you mean "supervision"?' in ran.stderr) == (2, True)
