"""The solver: the best pairs of numbered mentees and mentors, exactly, and with a proof.

It knows of no programme, rule or record. `assign` shares out places: it matches as many mentees as possible with the
best total, `assign_several` where mentees may have several mentors. `assign_hours` does so where mentees take different
shares of a mentor's time, and `stable` goes by both sides' preferences. `fill` is about slots and people: nobody is in
two slots at once.

The order to read it in: input, result (what a result proves), augment, shortage, plain and or_tools (the two that find
an optimum), optimality, exchanges, raise_worst, tie_break, places, least_penalty; then flow, several; then knapsack,
local_search, branch_and_bound, hours_task, column_generation, groups, cp_sat, with_or_tools (the last four for the
extra), hours; then stable; then timetable.
"""

from mentorkit.matching.solver.hours import HoursAssignment, HoursBound, HoursProgress, assign_hours
from mentorkit.matching.solver.least_penalty import Lightest, least_penalty
from mentorkit.matching.solver.places import assign, check
from mentorkit.matching.solver.result import Assignment, Bottleneck, Prices, ProofError
from mentorkit.matching.solver.several import SharedOut, assign_several
from mentorkit.matching.solver.stable import StableMatching, stable
from mentorkit.matching.solver.timetable import Filled, Timetable, fill, overlapping

__all__ = [
    "Assignment",
    "Bottleneck",
    "Filled",
    "HoursAssignment",
    "HoursBound",
    "HoursProgress",
    "Lightest",
    "Prices",
    "ProofError",
    "SharedOut",
    "StableMatching",
    "Timetable",
    "assign",
    "assign_hours",
    "assign_several",
    "check",
    "fill",
    "least_penalty",
    "overlapping",
    "stable",
]
