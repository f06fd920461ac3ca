"""Matching people: a programme's rules and preferences, two sheets of records, and the pairs to propose.

To read it: comparisons (what makes a pair a good one), questions (what rules say of it), candidates (who is looked at),
cohort, match, reasons (why somebody has nobody), scarce (what one more mentor would add).
"""

from mentorkit.matching.people.match import match
from mentorkit.matching.people.result import (
    Barrier,
    Kind,
    Matching,
    MatchingError,
    NotFound,
    Outside,
    Proposal,
    Remedy,
    Term,
    Unmatched,
)
from mentorkit.matching.people.sheets import check_design, needed_columns, sheet_columns

__all__ = [
    "Barrier",
    "Kind",
    "Matching",
    "MatchingError",
    "NotFound",
    "Outside",
    "Proposal",
    "Remedy",
    "Term",
    "Unmatched",
    "check_design",
    "match",
    "needed_columns",
    "sheet_columns",
]
