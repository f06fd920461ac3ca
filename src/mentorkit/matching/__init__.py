"""Matching people: a programme's rules and preferences, two sheets of records, and the pairs to propose.

The order to read it in: result, check_design, sheet_columns, answer_table, compare (what makes a pair a good one),
fast_rules (what rules say of it), candidates (who is looked at), cohort, possible_pairs, objectives (what is best),
why_unmatched, what_is_scarce, match, members (one list instead of two). `solver` finds the best pairs, and knows of
numbers alone; its `assign`, `assign_hours` and `stable` are here too, for whoever has pairs of numbers.
"""

from mentorkit.matching.match import match
from mentorkit.matching.members import match_members
from mentorkit.matching.result import (
    Barrier,
    MatchingAnswer,
    MatchingError,
    NotFound,
    Proposal,
    Remedy,
    ScarceKind,
    Term,
    UnmatchableMentor,
    Unmatched,
)
from mentorkit.matching.sheet_columns import member_columns, needed_columns, needed_member_columns, sheet_columns
from mentorkit.matching.solver import assign, assign_hours, stable

__all__ = [
    "Barrier",
    "MatchingAnswer",
    "MatchingError",
    "NotFound",
    "Proposal",
    "Remedy",
    "ScarceKind",
    "Term",
    "UnmatchableMentor",
    "Unmatched",
    "assign",
    "assign_hours",
    "match",
    "match_members",
    "member_columns",
    "needed_columns",
    "needed_member_columns",
    "sheet_columns",
    "stable",
]
