"""What people are matched with besides mentees: sessions, shifts and incidents."""

from collections.abc import Mapping

import attrs

from mentorkit.programme.kept_columns import HAPPENED_AT, PERSON, PRACTITIONER
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.columns import Column

NUMBER = Column("number", int, "its place in the series, from 1; the same in each session that covers the same", ())
"""The column that says which session of a series this is."""


@attrs.frozen
class SlotKind:
    """A kind of slot, in the words of its sheet.

    Attributes:
        name: of one slot, such as "session"; the column of the answer that has its id.
        moment: the column that says when it starts, or when it happened.
        settled: the column that says who has it already.
        whose: the column that names somebody whom it is about; empty where there is none.
        timed: whether somebody has to be there from its start to its end. An incident is at no time of its own: its
            steps are agreed with those who were part of it.
        shares_a_place: whether people in two of them at the same time meet each other.
        staff: the column that names members of staff who are there as well; empty where there is none.
        passed_over: columns of the same sheet that other commands read.
    """

    name: str
    moment: str
    settled: str
    whose: str = ""
    timed: bool = True
    shares_a_place: bool = False
    staff: str = ""
    passed_over: tuple[Column, ...] = ()


SESSION = SlotKind("session", "starts_at", "delivered_by", staff="staff_there", passed_over=(NUMBER,))
SHIFT = SlotKind("shift", "starts_at", "on_duty", shares_a_place=True)
INCIDENT = SlotKind("incident", HAPPENED_AT, PRACTITIONER, PERSON, timed=False)

KINDS: Mapping[Way, SlotKind] = {
    Way.GROUP_SESSIONS: SESSION,
    Way.DROP_IN: SHIFT,
    Way.ON_CALL: SHIFT,
    Way.ONLINE: SHIFT,
    Way.INCIDENT: INCIDENT,
}
"""By the ways of support that have slots."""


def usual_needs(programme: Programme, way: Way) -> int | None:
    """How many people a slot needs where its sheet does not say; None where the design does not say it either."""
    stated: Mapping[Way, int | None] = {
        Way.GROUP_SESSIONS: programme.group_sessions.delivered_by,
        Way.DROP_IN: programme.drop_in.least_on_duty,
        Way.ON_CALL: programme.on_call.least_on_duty,
        Way.ONLINE: programme.online.least_on_duty,
        Way.INCIDENT: 1,
    }
    return stated[way]
