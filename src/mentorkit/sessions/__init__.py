"""Group sessions: who attends what next, and how many have attended, from a sheet of sessions and one of attendance.

The order to read it in: sheets, conflicts, who_is_next, figures.
"""
