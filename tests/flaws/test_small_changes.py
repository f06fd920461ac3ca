"""One more or one less of any number or length of time draws a warning only where it crosses a reviewed limit."""

import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.path import Path as Place
from mentorkit.values.duration import Duration
from tests.changed import Design, put
from tests.examples import examples
from tests.flaws.test_flaws import COMPLETE
from tests.flaws.test_sound import alarms, below, is_text

REVIEWED: dict[str, set[str]] = {
    # what a file says twice, or what its other numbers make impossible
    "contradiction": {
        *("mentors", "people", "from", "to", "youngest", "oldest", "after_discharge", "longest"),
        *("referral_before", "review_every", "length", "contact_time"),
    },
    "implausible": {"people", "mentees_per_mentor"},
    "STD005": {"mentors", "mentees", "mentees_per_mentor"},
    "STD718": {"span", "people"},
    "STD704": {"within"},
    "STD705": {"within"},
    "STD736": {"within"},
    # a danger may not wait for two days
    "STD431": {"within"},
    # the limit of a source, which the complete programme just keeps
    "STD305": {"shortest"},
    "STD306": {"longest"},
    "STD604": {"follow_ups"},
    "STD820": {"kept_for"},
    "MHL003": {"per_team"},
    "MHL203": {"length"},
    "MHL204": {"level", "credits"},
    "MHL331": {"after_discharge"},
    "PRB201": {"length"},
    "PRB202": {"level"},
    "PRB332": {"first_meeting_before", "meetings_before_release"},
    "PRB333": {"release_day"},
    "SCH201": {"contact_time"},
    "SCH303": {"year_gap"},
    "SCH334": {"contact_every"},
    "SCH403": {"every"},
    "SCH404": {"check_in_every"},
    "SUB101": {"abstinence"},
    "SUB201": {"length"},
    "SUB202": {"level"},
    "SUB401": {"every", "for"},
}
"""By its rule, the keys where one more or less crosses a limit that somebody has looked at."""

A_CHILD = 17
"""One year below 18 changes whom the programme is about, and much more is asked."""
DESIGNS = [tomllib.loads(file.read_text("utf-8")) for file in COMPLETE.values()]


def small_changes(design: Design) -> Iterator[tuple[Place, Any]]:
    """Each number and length of time of a design, one more and one less."""
    for at, value in below(design):
        if isinstance(value, int) and not isinstance(value, bool):
            yield from ((at, value + 1), (at, value - 1))
            continue
        try:
            length = Duration.parse(value) if is_text(value) else None
        except ValueError:
            continue
        for amount in (length.amount + 1, length.amount - 1) if length else ():
            if length and amount:
                yield at, str(Duration(amount, length.unit))


CHANGES = [(design, at, value) for design in DESIGNS for at, value in small_changes(design) if value != A_CHILD]


@examples(120)
@given(st.sampled_from(CHANGES))
def test_a_small_change_draws_nothing_unless_it_crosses_a_limit(change: tuple[Design, Place, Any]) -> None:
    design, at, value = change
    key = next(key for key in reversed(at) if isinstance(key, str))
    drawn = alarms(design, put(design, at, value))
    assert [each for each in drawn if key not in REVIEWED.get(each[0], ())] == []


def test_every_key_that_is_reviewed_is_changed() -> None:
    keys = {next(key for key in reversed(at) if isinstance(key, str)) for _, at, _ in CHANGES}
    assert set().union(*REVIEWED.values()) <= keys
