"""[[governance.retention]]: how long records about people are kept."""

from typing import Literal

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.text.words import listed
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

CountedFrom = Literal[
    "the day of the record", "decision", "last contact", "end of support", "end of the role", "case closed", "birth"
]
"""From when the time is counted for which a record is kept; 25 years from birth are until the 25th birthday."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Retention(ByFields):
    """Records of some kinds, and how long they are kept."""

    records: tuple[str, ...] | None = key(
        "the kinds of records",
        '["applications", "records of supervision"]',
        question="Which kinds of records are these?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    kept_for: Duration | None = key(
        "how long they are kept",
        '"1 year"',
        question="How long do you keep these records?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=("4 weeks", "100 years"),
    )
    counted_from: CountedFrom | None = key(
        "from when this time is counted",
        '"end of the role"',
        question="From when do you count this time?",
        decide_by=DecideBy.RECRUITMENT,
    )
    reason: str | None = key(
        "why they are kept for so long: what they are for, or what asks for it",
        '"people ask for references"',
        question="Why do you keep them for so long?",
        decide_by=DecideBy.RECRUITMENT,
    )
    deleted_by: str | None = key(
        "who deletes them: the id of a role of staff or of a member of the network",
        '"coordinator"',
        question="Who deletes them?",
        decide_by=DecideBy.RECRUITMENT,
    )
    seen_by: tuple[str, ...] | None = key(
        "who can see them until then",
        '["coordinator"]',
        question="Who can see them until then?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )


def retention_in_words(row: Retention) -> str:
    """How long some records are kept, in one line.

    Examples:
        >>> year = Duration.parse("1 year")
        >>> retention_in_words(Retention(records=("applications",), kept_for=year, deleted_by="lead"))
        'applications: 1 year, deleted by lead'
    """
    what = listed(row.records) if row.records else "records of a kind that is not stated"
    long = f"{row.kept_for}" if row.kept_for else "for a time that is not stated"
    counted = f" from {row.counted_from}" if row.counted_from else ""
    deleted = f", deleted by {row.deleted_by}" if row.deleted_by else ", and who deletes them is not stated"
    return f"{what}: {long}{counted}{deleted}"
