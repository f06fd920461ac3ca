"""[drop_in], [on_call] and [online]: support at hours of the week that people on a rota cover."""

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.opening_hours import Hours
from mentorkit.values.time_passed import TimePassed

_DROP_IN, _ON_CALL, _ONLINE = (Way.DROP_IN,), (Way.ON_CALL,), (Way.ONLINE,)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DropIn(ByFields):
    """[drop_in]: a place where whoever comes finds somebody on duty."""

    hours: Hours | None = key(
        "the hours of the week at which people can come",
        '"Monday to Friday 10:00 to 16:00"',
        question="At which hours of the week can people come?",
        decide_by=DecideBy.RECRUITMENT,
        ways=_DROP_IN,
    )
    least_on_duty: int | None = key(
        "how many {mentors} are on duty at any of these hours, at least",
        "2",
        question="How many {mentors} are on duty at the same time, at least?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 20),
        ways=_DROP_IN,
    )
    seen_within: TimePassed | None = key(
        "how soon somebody who comes is seen",
        '"30 minutes"',
        question="How soon is somebody who comes seen?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 minute", "8 hours"),
        ways=_DROP_IN,
    )
    contacts_recorded: bool | None = key(
        "whether it is recorded, without names, when people come and when they are seen",
        "true",
        question="Do you record, without names, when people come and when they are seen?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_DROP_IN,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OnCall(ByFields):
    """[on_call]: a rota of people who answer calls."""

    hours: Hours | None = key(
        "the hours of the week at which somebody answers",
        '"24/7"',
        question="At which hours of the week does somebody answer?",
        decide_by=DecideBy.RECRUITMENT,
        ways=_ON_CALL,
    )
    least_on_duty: int | None = key(
        "how many {mentors} are on call at any of these hours, at least",
        "2",
        question="How many {mentors} are on call at the same time, at least?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 20),
        ways=_ON_CALL,
    )
    answers_within: TimePassed | None = key(
        "how soon a call is answered",
        '"30 minutes"',
        question="How soon is a call answered?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=("1 minute", "48 hours"),
        ways=_ON_CALL,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Online(ByFields):
    """[online]: an online place, and who looks after it."""

    moderated_by: tuple[str, ...] | None = key(
        "the roles that moderate the online place",
        '["moderator", "coordinator"]',
        question="Who moderates the online place?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        ways=_ONLINE,
    )
    moderated_hours: Hours | None = key(
        "the hours of the week at which the online place is moderated",
        '"every day 08:00 to 23:00"',
        question="At which hours of the week is the online place moderated?",
        decide_by=DecideBy.RECRUITMENT,
        ways=_ONLINE,
    )
    least_on_duty: int | None = key(
        "how many moderators are on duty at any of these hours, at least",
        "1",
        question="How many moderators are on duty at the same time, at least?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 20),
        ways=_ONLINE,
    )
    private_messages: bool | None = key(
        "whether members can write to each other where no moderator reads",
        "false",
        question="Can members write to each other where no moderator reads?",
        decide_by=DecideBy.RECRUITMENT,
        ways=_ONLINE,
    )
    reports_answered_within: TimePassed | None = key(
        "how soon a moderator answers a report of something harmful, within the moderated hours",
        '"4 hours"',
        question="How soon does a moderator answer when somebody reports something harmful?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 minute", "72 hours"),
        ways=_ONLINE,
    )
