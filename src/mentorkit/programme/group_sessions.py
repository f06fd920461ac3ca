"""[group_sessions]: sessions that some people deliver and others attend."""

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

_HERE = (Way.GROUP_SESSIONS,)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class GroupSessions(ByFields):
    """[group_sessions]: how sessions are held, by whom, and for how many people."""

    smallest: int | None = key(
        "how many people have to come for a session to be held",
        "4",
        question="How many people have to come for a session to be held?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(2, 30),
        ways=_HERE,
    )
    largest: int | None = key(
        "how many people can attend a session",
        "12",
        question="How many people can attend a session?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(2, 60),
        ways=_HERE,
    )
    length: Duration | None = key(
        "how long a session lasts",
        '"90 minutes"',
        question="How long does a session last?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=("15 minutes", "10 hours"),
        ways=_HERE,
    )
    sessions: int | None = key(
        "how many sessions make a series",
        "6",
        question="How many sessions make a series?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(1, 104),
        ways=_HERE,
    )
    in_order: bool | None = key(
        "whether people attend the sessions of a series in their order, from the first on",
        "false",
        question="Do people have to attend the sessions of a series in their order?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_HERE,
    )
    delivered_by: int | None = key(
        "how many {mentors} deliver a session together",
        "2",
        question="How many {mentors} deliver a session together?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 10),
        ways=_HERE,
    )
    staff_there: int | None = key(
        "how many members of staff are there during a session; 0 if none is",
        "1",
        question="How many members of staff are there during a session?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(0, 10),
        ways=_HERE,
    )
    attendance_recorded: bool | None = key(
        "whether it is recorded who attends which session",
        "true",
        question="Do you record who attends which session?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_HERE,
    )
