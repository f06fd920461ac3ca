"""Matching: who is best matched with whom, exactly, and with a proof.

`people` knows of programmes, rules and records; nothing else here does: pairs are numbers. `assign` matches as many as
possible with the best total, `assign_hours` does so where mentees take different shares of a mentor's time, `stable` by
both sides' preferences.

To read it: pairs, assignment (what a result proves), paths, cover, exact, tight, exchanges, ties, lift, solve.
"""

from mentorkit.matching.assignment import Assignment, Bottleneck, Prices, ProofError
from mentorkit.matching.hours import Bound, HoursAssignment, assign_hours
from mentorkit.matching.solve import assign, check
from mentorkit.matching.stable import StableMatching, stable

__all__ = [
    "Assignment",
    "Bottleneck",
    "Bound",
    "HoursAssignment",
    "Prices",
    "ProofError",
    "StableMatching",
    "assign",
    "assign_hours",
    "check",
    "stable",
]
