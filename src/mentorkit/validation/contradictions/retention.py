"""Records about people whose time does not go with what else the file says of the records or of the people."""

import re
from collections.abc import Iterator
from typing import Any

from mentorkit.programme.path import Path, dotted
from mentorkit.programme.retention import Retention
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.text.words import listed
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction
from mentorkit.validation.contradictions.lengths import are_different, days_as_rounded, is_longer
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import as_compared, highest, lowest
from mentorkit.values.same_entry import as_entry
from mentorkit.values.seen_text import as_seen

_OF_MENTORS = re.compile(r"appli|recruit|screening|selection|train|supervis|\bchecks?\b|certificate|mentor|volunteer")
_OUTCOMES = re.compile(r"outcome|measure|questionnaire|evaluation")
_AFTER_SUPPORT = ("end of support", "last contact", "case closed")
"""What comes no later than the end of support, from which follow-ups are counted too."""
_DAY_OF_THE_RECORD = "the day of the record"


def records_over_before_they_begin(programme: Programme) -> Iterator[Contradiction]:
    """A time that is counted from birth is not over when somebody comes, so it is longer than they are old."""
    for place, row in enumerate(programme.governance.retention or ()):
        if row.counted_from != "birth" or row.kept_for is None:
            continue
        if age := _age_at_which_it_is_over(programme, row):
            path, years = age
            message = f"{row.kept_for} from birth are over before somebody of {years} comes: {dotted(path)} is {years}"
            yield Contradiction(("governance", "retention", place, "kept_for"), message, CORRECT)


def outcomes_as_long_as_follow_ups(programme: Programme) -> Iterator[Contradiction]:
    """What is asked at a follow-up is compared with what was asked before, which is kept until then.

    Where time is counted from the day of the record, what was asked at the start is kept while support lasts, too.
    """
    last = max(
        (each for each in programme.outcomes.follow_ups or () if not lowest(each).minutes),
        key=lambda each: lowest(each).in_days[0],
        default=None,
    )
    shortest = programme.relationship.shortest
    from_the_start = any({"start", "follow-up"} <= set(each.at or ()) for each in programme.outcomes.measures or ())
    for place, row in enumerate(programme.governance.retention or ()):
        of_outcomes = [entry for entry in row.records or () if _OUTCOMES.search(as_seen(entry))]
        if not of_outcomes or last is None or row.kept_for is None or lowest(row.kept_for).minutes:
            continue
        while_it_lasts = ""
        if row.counted_from == _DAY_OF_THE_RECORD:
            asked = days_as_rounded(last)[0]
            if from_the_start and shortest is not None and not lowest(shortest).minutes:
                asked += days_as_rounded(shortest)[0]
                while_it_lasts = f" after support of {shortest} at least"
            over = asked > days_as_rounded(row.kept_for)[1]
        else:
            over = row.counted_from in _AFTER_SUPPORT and is_longer(last, row.kept_for) is True
        if over:
            message = (
                f"{listed(of_outcomes)} are kept for {row.kept_for} from {row.counted_from}, "
                f"and outcomes.follow_ups has {last}{while_it_lasts}: nothing is left to compare with"
            )
            yield Contradiction(("governance", "retention", place, "kept_for"), message, CORRECT)


def records_with_two_times(programme: Programme) -> Iterator[Contradiction]:
    """How long one kind of record is kept is one fact, wherever the file states it."""
    rows = programme.governance.retention or ()
    first: dict[str, int] = {}
    for place, row in enumerate(rows):
        for index, entry in enumerate(row.records or ()):
            other = first.setdefault(as_entry(entry), place)
            here, there = _time(row), _time(rows[other])
            if here and there and not _are_same(row, rows[other]):
                message = f"{written(entry)} are kept for {here}, and by governance.retention[{other}] for {there}"
                path: Path = ("governance", "retention", place, "records", index)
                yield Contradiction(path, message, "take it out of one of the two, or correct the times")


def _time(row: Retention) -> str | None:
    return f"{row.kept_for} from {row.counted_from}" if row.kept_for and row.counted_from else None


def _are_same(one: Retention, other: Retention) -> bool:
    """Whether two rows have one time: "12 months" are 1 year."""
    return one.counted_from == other.counted_from and not are_different(one.kept_for, other.kept_for)


def _age_at_which_it_is_over(programme: Programme, row: Retention) -> tuple[Path, Any] | None:
    """An age that people have when they come, at which a time from birth is over, and where the file states it.

    The youngest are asked about first, since their time is over last. That of the oldest may end in the year in which
    they come, but not before.
    """
    ages = programme.for_whom.ages
    stated: list[tuple[Path, Any, int]]
    if row.records and all(_OF_MENTORS.search(as_seen(entry)) for entry in row.records):
        stated = [(("role", "youngest"), programme.role.youngest, 0)]
    elif ages is not None:
        stated = [(("for_whom", "ages", "from"), ages.from_, 0), (("for_whom", "ages", "to"), ages.to, 1)]
    else:
        stated = [(("network", "youngest"), programme.network.youngest, 0)]
    for path, age, margin in stated:
        if as_compared(age) is not None and lowest(age) > margin:
            reached = Duration(lowest(age) - margin, "year")
            if is_longer(row.kept_for, reached) is False and not highest(row.kept_for).minutes:
                return path, age
    return None
