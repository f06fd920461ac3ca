"""What a service says of a document beside its name: an entry of `governance.documents` that is a table."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.path import Path
from mentorkit.text.values_in_text import spoken
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration, day_after
from mentorkit.values.inexact import lowest


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AboutDocument(ByFields):
    """What is known of a document beside its name."""

    owner: str | None = key(
        "who is responsible for it: the id of a role of staff or of a member of the network",
        '"coordinator"',
        question="Who is responsible for this document?",
        decide_by=DecideBy.FIRST_YEAR,
    )
    reviewed_on: date | None = key(
        "the day on which it was last reviewed, or was written",
        "2026-09-01",
        question="When was it last reviewed?",
        decide_by=DecideBy.FIRST_YEAR,
    )
    review_every: Duration | None = key(
        "how often it is reviewed",
        '"1 year"',
        question="How often do you review it?",
        decide_by=DecideBy.FIRST_YEAR,
        plausible=("1 month", "5 years"),
    )
    review_by: date | None = key(
        "the last day for the next review, if it is not counted from the last one",
        "2027-09-01",
        question="By when do you review it next?",
        decide_by=DecideBy.FIRST_YEAR,
    )
    kept_at: str | None = key(
        "where it is kept",
        '"shared drive"',
        question="Where is it kept?",
        decide_by=DecideBy.FIRST_YEAR,
    )

    @property
    def next_review(self) -> date | None:
        """The last day on which the next review is in time, by its own date or else by its rhythm; None if unknown."""
        every = lowest(self.review_every)  # of a range, so that nothing is looked at too late
        if self.review_by or not (self.reviewed_on and every) or every.minutes:
            return self.review_by
        return day_after(self.reviewed_on, every)


class StatedDocument(NamedTuple):
    """A document that a design names.

    Attributes:
        path: its place in the design.
        name: what the service calls it.
        is_: what it is, as rules know it.
        about: what the design says of it; None where it states the name alone.
    """

    path: Path
    name: str
    is_: str
    about: AboutDocument | None


def stated_documents(entries: Iterable[str]) -> list[StatedDocument]:
    """The documents that a list names, in its order; one that is two that rules know is there once."""
    found: dict[tuple[str, int], StatedDocument] = {}
    for place, entry in enumerate(entries):
        about = getattr(entry, "about", None)
        about = about if about != AboutDocument() else None  # the entry gives another name alone
        stated = StatedDocument(("governance", "documents", place), spoken(entry), str(entry), about)
        found.setdefault((stated.name, id(about)), stated)
    return [*found.values()]
