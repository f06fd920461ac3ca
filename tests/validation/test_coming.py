"""What is found only from a known later day on is said beforehand, and counts for nothing until then."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from mentorkit.api import (
    Days,
    Limit,
    Problem,
    Programme,
    Rule,
    Sector,
    Strength,
    at_least,
    falls_short,
    includes,
    requires,
    rule,
)
from mentorkit.core.rulebook import Rulebook
from mentorkit.registry.load import Plugins
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.reports.findings_json import Json
from mentorkit.reports.markdown import Markdown
from mentorkit.reports.report_writer import ReportOptions
from mentorkit.reports.text import report_text
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate
from tests.made_up_sector import ONE

ON = date(2026, 11, 22)
APRIL, MAY = date(2027, 4, 1), date(2027, 5, 1)
FILE = 'format = 1\n[programme]\nsectors = ["test"]\n[training]\ncontact_time = "4 hours"\n'
WAIVER = (
    '[[waivers]]\nrule = "TST201"\nreason = "the course is made anew"\nagreed_by = "coordinator"\n'
    "agreed_on = 2026-11-01\nuntil = 2027-04-30\n"
    "found = 'how many hours of teaching the course has: \"4 hours\", but it has to be at least 8 hours'\n"
)
hours = requires(
    "TST201",
    "enough hours",
    {"training.contact_time": [at_least("2 hours"), at_least("8 hours", days=Days(first=APRIL))]},
    strength=Strength.MUST,
    sources=[ONE],
    reason="Because.",
)


class OnlyTest(Plugins):
    """The one rule as a sector."""

    def rulebook(self, sectors: Iterable[str]) -> Rulebook:
        """The rule, whatever the sectors are called."""
        sector = Sector(title="a test", prefix="TST", edition="1")
        return rulebook_of(dict.fromkeys(sectors, sector), [attrs.evolve(hours, owner="test")])


def report(text: str, on: date = ON) -> Report:
    return validate(text.encode(), "p.toml", OnlyTest(()), on)


def test_a_value_that_is_right_today_is_told_from_which_day_on_it_is_not() -> None:
    told = report(FILE)
    assert (told.findings, told.count("error")) == ((), 0)
    assert [(each.day, [finding.rules for finding in each.findings]) for each in told.coming] == [
        (APRIL, [("TST201",)])
    ]
    assert report_text(told) == (
        "From 2027-04-01 this will count too:\n\n"
        'p.toml:5:16: error: how many hours of teaching the course has: "4 hours", but it has to be at least 8 hours '
        "[TST201]\n"
        "       do:     make it at least 8 hours\n"
        "       source: One, Book [one programme's practice]\n\n"
        "p.toml: nothing to put right or to decide\n"
        "Safe to start; complete\n"
        "1 of 1 rules apply: a test (1)\n"
    )


def test_from_that_day_on_it_is_a_finding_like_any_other() -> None:
    told = report(FILE, APRIL)
    assert (told.count("error"), told.coming) == (1, ())


def test_what_a_waiver_will_hide_is_not_told_beforehand() -> None:
    assert (report(FILE + WAIVER).coming, report(FILE + WAIVER).findings) == ((), ())
    assert report(FILE + WAIVER, MAY).count("error") == 1


def test_json_and_markdown_say_it_too() -> None:
    options = ReportOptions(on=ON)
    as_json, as_markdown = Json(options), Markdown(options)
    as_json.add(report(FILE))
    data = json.loads(as_json.end())
    assert [(each["from"], each["file"], each["rule"]) for each in data["coming"]] == [
        ("2027-04-01", "p.toml", "TST201")
    ]
    assert data["findings"] == []
    assert data["summary"]["errors"] == 0
    assert "### From 2027-04-01 this will count too\n" in as_markdown.add(report(FILE))


def of(*rules: Rule) -> type[Plugins]:
    """Plugins with these rules as the one sector."""

    class OnlyThese(Plugins):
        def rulebook(self, sectors: Iterable[str]) -> Rulebook:
            sector = Sector(title="a test", prefix="TST", edition="1")
            return rulebook_of(dict.fromkeys(sectors, sector), [attrs.evolve(made, owner="test") for made in rules])

    return OnlyThese


def ruled(id: str, key: str, *limits: Limit) -> Rule:
    return requires(id, "a key", {key: limits}, strength=Strength.MUST, sources=[ONE], reason="Because.")


def coming(file: str, *rules: Rule) -> list[tuple[date, list[str]]]:
    told = validate(file.encode(), "p.toml", of(*rules)(()), ON)
    return [(each.day, [finding.message.rpartition(": ")[2] for finding in each.findings]) for each in told.coming]


def test_what_gets_worse_where_something_is_found_already_is_told_too() -> None:
    later = Days(first=APRIL)
    bands = ruled("TST211", "training.contact_time", at_least("4 hours"), at_least("8 hours", days=later))
    lists = ruled("TST212", "training.topics", includes("one"), includes("two", days=later))
    short = FILE.replace("4 hours", "2 hours") + 'topics = ["three"]\n'
    assert coming(short, bands) == [(APRIL, ['"2 hours", but it has to be at least 8 hours'])]
    assert coming(short, lists) == [(APRIL, ['has to include "one" and "two"'])]


def test_a_rule_that_ends_brings_nothing() -> None:
    ends = ruled("TST211", "training.topics", includes("one", days=Days(last=date(2027, 3, 31))))
    stays = ruled("TST212", "training.topics", includes("two"))
    assert coming(FILE + 'topics = ["three"]\n', ends, stays) == []


def test_what_began_between_two_changes_is_not_told_of_the_later_one() -> None:
    @rule("TST001", strength=Strength.MUST, sources=[ONE])
    def from_january(programme: Programme, on: date) -> Iterator[Problem]:
        """Because."""
        if on > date(2027, 1, 15):
            yield falls_short("training.contact_time", f"{programme.training.contact_time} are old")

    april = ruled("TST211", "training.topics", at_least(1, days=Days(first=APRIL)))
    assert coming(FILE + "topics = []\n", from_january, april) == [
        (APRIL, ["none listed, but there has to be at least one"])
    ]
