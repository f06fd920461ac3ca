"""Times relative to an event."""

import pytest

from mentorkit.values.duration import Duration
from mentorkit.values.moment import Moment


@pytest.mark.parametrize(
    ("text", "event", "side", "by"),
    [
        ("6 weeks before release", "release", "before", "6 weeks"),
        ("release", "release", "at", None),
        ("3 months after  Discharge", "discharge", "after", "3 months"),
        ("1 day after the end of the order", "end of the order", "after", "1 day"),
        ("half-term", "half-term", "at", None),
    ],
)
def test_moments_are_read_as_people_write_them(text: str, event: str, side: str, by: str | None) -> None:
    moment = Moment.parse(text)
    assert (moment.event, moment.side, moment.by) == (event, side, by and Duration.parse(by))
    assert str(moment) == " ".join(text.lower().split())
    assert Moment.parse(str(moment)) == moment
    assert repr(moment) == f'Moment("{moment}")'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'write a length and an event, such as "6 weeks before release"'),
        ("2026-03-31", 'write a length and an event, such as "6 weeks before release"'),
        ("before release", 'write a length and an event, such as "6 weeks before release"'),
        ("after", 'write a length and an event, such as "6 weeks before release"'),
        ("6 weeks", 'write a length and an event, such as "6 weeks before release"'),
        ("6 weeks before", 'write a length and an event, such as "6 weeks before release"'),
        ("after 6 weeks", 'write a length and an event, such as "6 weeks before release"'),
        ("2 days before release after discharge", 'write a length and an event, such as "6 weeks before release"'),
        ("soon before release", "write a whole number and a unit"),
        ("0 weeks before release", "write a number from 1 up"),
    ],
)
def test_what_is_no_such_time_is_refused_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}"):
        Moment.parse(text)


def test_never_is_no_moment() -> None:
    with pytest.raises(ValueError, match=r"^never is no time"):
        Moment.parse("never")


def test_the_article_of_an_event_says_nothing() -> None:
    assert Moment.parse("6 weeks before the Release") == Moment.parse("6 weeks before release")
    assert str(Moment.parse("6 weeks before The Release")) == "6 weeks before the release"


def test_a_long_text_is_no_moment() -> None:
    with pytest.raises(ValueError, match="write a length and an event"):
        Moment.parse("a before " * 100_000 + "!")
