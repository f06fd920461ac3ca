"""Sources are cited in full once, then in a short form that belongs to no other work, and listed at the end."""

from mentorkit.core.source import Evidence, Source
from mentorkit.reports.citations import Citations

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
