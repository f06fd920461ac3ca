"""Sources are cited in full once, then in a short form that belongs to no other work, and listed at the end."""

from datetime import date

import attrs
import pytest

from mentorkit.core.source import Evidence, Source, SourceStatus
from mentorkit.reports.citations import Citations
from mentorkit.reports.markdown import cited

BRIGHT = Source(
    author="J. Bright (Howard League)",
    title="Takes one? An evaluation",
    year=2015,
    address="https://example.org/b",
    evidence=Evidence.RESEARCH,
)
POINT = Source(author="Turning Point", title="Mentoring", address="https://example.org/t", evidence=Evidence.PRACTICE)
PEERS = Source(author="Wiki (many)", title="Peers: a word", address="https://example.org/p", evidence=Evidence.REVIEW)
COACHES = Source(author="Wiki (many)", title="Coaches", address="https://example.org/c", evidence=Evidence.REVIEW)
COPY = Source(author="Wiki (many)", title="Coaches", address="https://example.org/copy", evidence=Evidence.REVIEW)


def test_the_first_mention_is_full_and_the_next_is_short_with_its_own_place_and_evidence() -> None:
    citations = Citations([BRIGHT, POINT])
    assert citations.cite(BRIGHT.at("a year")) == (
        "J. Bright (Howard League), Takes one? An evaluation (2015): a year [research]"
    )
    assert (
        citations.cite(BRIGHT.at("Service A", Evidence.PRACTICE)) == "Bright 2015: Service A [one programme's practice]"
    )
    assert citations.cite(POINT) == "Turning Point, Mentoring [one programme's practice]"
    assert citations.cite(POINT) == "Turning Point [one programme's practice]"


def test_works_that_share_author_and_year_are_told_apart_by_as_much_of_the_title_as_it_takes() -> None:
    works = (PEERS, COACHES, COPY, BRIGHT)
    citations = Citations(works)
    for source in works:
        citations.cite(source)
    assert [citations.cite(source).split(" [")[0] for source in works] == [
        "Wiki, Peers",
        "Wiki, Coaches, https://example.org/c",
        "Wiki, Coaches, https://example.org/copy",
        "Bright 2015",
    ]


def test_the_list_has_what_was_cited_in_short_and_nothing_else() -> None:
    citations = Citations([BRIGHT, POINT, PEERS])
    for source in (BRIGHT, POINT, PEERS, BRIGHT.at("again"), POINT):
        citations.cite(source)
    assert citations.listed() == [
        "Bright 2015: J. Bright (Howard League), Takes one? An evaluation (2015), https://example.org/b",
        "Turning Point, Mentoring, https://example.org/t",
    ]


def test_two_editions_of_a_work_are_told_apart() -> None:
    works = [attrs.evolve(POINT, edition=edition) for edition in ("", "second edition", "third edition")]
    citations = Citations(works)
    assert [citations.short(source).split(" [")[0] for source in works] == [
        "Turning Point, Mentoring, https://example.org/t",
        "Turning Point, Mentoring (second edition)",
        "Turning Point, Mentoring (third edition)",
    ]
    assert len(citations.listed()) == len(works)


@pytest.mark.parametrize("status", [SourceStatus.WITHDRAWN, SourceStatus.DRAFT, SourceStatus.SUPERSEDED])
def test_a_work_that_does_not_hold_says_so_wherever_it_is_cited(status: SourceStatus) -> None:
    later = BRIGHT if status is SourceStatus.SUPERSEDED else None
    gone = attrs.evolve(
        POINT, status=status, superseded_by=later, checked_on=date(2026, 11, 30), edition="second edition"
    )
    citations = Citations([gone])
    kind = f"one programme's practice, {status.value}"
    assert citations.cite(gone.at("page 2")) == f"Turning Point, Mentoring (second edition): page 2 [{kind}]"
    assert citations.cite(gone) == f"Turning Point [{kind}]"
    assert cited(gone) == f"[Turning Point, Mentoring](<https://example.org/t>) (second edition), {kind}"
    held = attrs.evolve(POINT, status=SourceStatus.CURRENT, checked_on=date(2026, 11, 30))
    assert str(held) == "Turning Point, Mentoring [one programme's practice]"
