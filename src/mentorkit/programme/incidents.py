"""[incidents]: what is done after an incident, and how soon."""

import re

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.seen_text import as_seen
from mentorkit.values.time_passed import TimePassed

_HERE = (Way.INCIDENT,)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class IncidentStep(ByFields):
    """Something that is done after each incident, and how soon."""

    what: str | None = key(
        "what is done",
        '"first meeting"',
        question="What is done after an incident?",
        decide_by=DecideBy.RECRUITMENT,
        ways=_HERE,
    )
    within: TimePassed | None = key(
        "how soon after the incident it is done",
        '"72 hours"',
        question="How soon after the incident is it done?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(TimePassed.parse("1 hour"), TimePassed.parse("2 years")),
        ways=_HERE,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Incidents(ByFields):
    """[incidents]: the steps after an incident."""

    steps: tuple[IncidentStep, ...] | None = key(
        "what is done after each incident, in order",
        '[{ what = "first meeting", within = "72 hours" }]',
        question="What is done after each incident, in order?",
        decide_by=DecideBy.RECRUITMENT,
        ways=_HERE,
    )
    oldest: TimePassed | None = key(
        "how long after an incident the first step may still be taken; after that, a person decides what to do",
        '"1 month"',
        question="How long after an incident may the first step still be taken?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(TimePassed.parse("1 day"), TimePassed.parse("2 years")),
        ways=_HERE,
    )
    not_part_of_it: bool | None = key(
        "whether nobody takes a step who was part of the incident",
        "true",
        question="Is it certain that nobody takes a step who was part of the incident?",
        decide_by=DecideBy.RECRUITMENT,
        ways=_HERE,
    )


def step_column(what: str) -> str:
    """The column of a sheet of incidents that has the moment at which a step was taken; empty for one without letters.

    Examples:
        >>> step_column("First meeting")
        'first_meeting_at'
    """
    words = [word for word in re.split(r"[\W_]+", as_seen(what)) if word]
    return "_".join([*words, "at"]) if words else ""
