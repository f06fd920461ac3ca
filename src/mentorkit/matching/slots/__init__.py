"""Matching people with sessions, shifts and incidents, by when they can be there, vetoes and room.

The order to read it in: kinds (what there is to take), columns, slot and person (what the sheets say), result, named
(whom they name), match_slots. `solver.timetable` finds who takes what, and knows of numbers alone.
"""

from mentorkit.matching.slots.kinds import KINDS, SlotKind
from mentorkit.matching.slots.match_slots import match_slots
from mentorkit.matching.slots.result import MatchedSlot, Place, SlotsAnswer

__all__ = ["KINDS", "MatchedSlot", "Place", "SlotKind", "SlotsAnswer", "match_slots"]
