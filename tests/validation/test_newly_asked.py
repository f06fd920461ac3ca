"""What a newer edition of the rules asks of a file that was last checked against an earlier one."""

import json
from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree

import attrs
import pytest

from mentorkit.api import Evidence, RuleError, Source, Strength, at_least, requires
from mentorkit.core.rulebook import Rulebook
from mentorkit.registry.load import Plugins
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.reports.formats import FINDINGS
from mentorkit.reports.report_writer import ReportOptions
from mentorkit.validation.newly_asked import edition_of
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate
from mentorkit.values.edition import Edition

ON = date(2027, 3, 1)
BOOK = Plugins().rulebook(["substance"])
SOURCE = Source(author="A", title="A book", address="https://example.org", evidence=Evidence.PRACTICE)
NEW, SHARED = "STD004", "STD305"
"""One asks for programme.support, as no other does; one for relationship.shortest, as others do."""


class _Newer(Plugins):
    """Plugins of which two rules came with later editions."""

    def rulebook(self, sectors: Iterable[str]) -> Rulebook:  # noqa: ARG002 - always the same
        since = {NEW: "2027-02", SHARED: "2026-12"}
        rules = [attrs.evolve(rule, asked_since=since.get(rule.id)) for rule in BOOK.rules]
        return rulebook_of(BOOK.sectors, rules)


def report(until: str) -> Report:
    text = f'format = 2\nprogramme.sectors = ["substance"]\n{until}'
    return validate(text.encode(), "a.toml", _Newer(()), ON)


def labelled(until: str) -> dict[str, str]:
    return {rule: str(each.newly_asked) for each in report(until).findings if each.newly_asked for rule in each.rules}


def test_what_a_newer_edition_asks_is_labelled() -> None:
    assert labelled('file.asked_until = "2027-01"\n') == {NEW: "2027-02"}
    assert labelled('file.asked_until = "2027-02"\n') == {}


def test_of_a_file_that_does_not_say_nothing_is_known() -> None:
    assert labelled("") == {}


def test_what_an_older_rule_asks_as_well_is_not_new() -> None:
    shared = [each for each in report('file.asked_until = "2026-11"\n').findings if SHARED in each.rules]
    assert [len(each.rules) > 1 for each in shared]
    assert {each.newly_asked for each in shared if len(each.rules) > 1} == {None}


@pytest.mark.parametrize("form", sorted(FINDINGS))
def test_each_format_says_what_is_newly_asked(form: str) -> None:
    writer = FINDINGS[form].load()(ReportOptions(ON, {"more"}))
    said = writer.add(report('file.asked_until = "2027-01"\n')) + writer.end()
    if form == "json":
        data = json.loads(said)
        assert data["summary"]["newly_asked"] == 1
        assert [f["rule"] for f in data["findings"] if f["newly_asked"] == "2027-02"] == [NEW]
    elif form == "sarif":
        results = json.loads(said)["runs"][0]["results"]
        assert [r["ruleId"] for r in results if r["properties"].get("newlyAsked") == "2027-02"] == [NEW]
    elif form == "junit":
        ElementTree.fromstring(said)  # noqa: S314 - our own
        assert said.count("Newly asked since 2027-02") == 1
    else:
        (line,) = [line for line in said.splitlines() if "newly asked since" in line]
        assert f"{NEW}; newly asked since 2027-02" in line
        assert (", 1 newly asked" in said) is (form in ("text", "markdown"))


def declared(since: object) -> Edition | None:
    return requires(
        "HSG201",
        "the course gives people time",
        {"training.length": at_least("8 weeks")},
        strength=Strength.SHOULD,
        sources=[SOURCE],
        reason="People need time.",
        asked_since=since,  # type: ignore[arg-type] # tried
    ).asked_since


def test_a_rule_says_which_edition_brought_it() -> None:
    assert declared("2026-12") == Edition(2026, 12)
    assert declared(None) is None


@pytest.mark.parametrize("since", ["soon", "2026-13", "2026", 2026, True])
def test_an_edition_is_a_year_and_a_month(since: object) -> None:
    with pytest.raises(RuleError, match=r"'asked_since' is the edition .* such as \"2026-11\"$"):
        declared(since)


def test_the_edition_of_a_rulebook_is_the_newest_of_its_sectors() -> None:
    assert edition_of(BOOK) == Edition(2026, 11)
    first, *others = BOOK.sectors.items()
    unnamed = {name: attrs.evolve(sector, edition="second") for name, sector in others}
    newer = {first[0]: attrs.evolve(first[1], edition="2027-01")}
    assert edition_of(rulebook_of({**newer, **unnamed}, BOOK.rules)) == Edition(2027, 1)
    assert edition_of(rulebook_of({first[0]: attrs.evolve(first[1], edition="x"), **unnamed}, BOOK.rules)) is None
