"""What is done after an incident, and how soon (STD345 to STD349).

The sources describe trauma risk management (TRiM): a planning meeting in the first 24 to 48 hours, a first interview 72
hours after the event, and a second about a month later. Nothing in them says that another rhythm does harm, so that
what differs from it is a SHOULD; only a first step so late that the second is due by then is outside all of them.
That somebody is looked after in time guards safety, so that the musts here may be waived by those responsible for it
alone.
"""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Problem,
    Programme,
    Strength,
    TimePassed,
    Way,
    at_least,
    at_most,
    falls_short,
    not_settled,
    requires,
    rule,
)
from mentorkit.standards.vocabulary import HAS_WAYS
from mentorkit.works import (
    MDWIKI_TRIM,
    STRONGMIND,
    TRIM_AFTER_72_HOURS,
    TRIM_AFTER_A_MONTH,
    TRIM_PLANNED,
    TRIM_TO_A_PROFESSIONAL,
)

_INCIDENT = (Way.INCIDENT,)
_STEPS = ("incidents", "steps")
_SOON = TimePassed.parse("72 hours")
_ABOUT_A_MONTH = TimePassed.parse("5 weeks")
"""Five weeks cover any month of the calendar."""
_NOT_ONE_SESSION = STRONGMIND.at("it goes on with monitoring and support, and is not a single session")
_SINGLE_SESSIONS = MDWIKI_TRIM.at("single sessions after an event did not help, and could do harm")


STD345 = requires(
    "STD345",
    "steps follow each incident",
    {"incidents.steps": at_least(1)},
    strength=Strength.MUST,
    sources=[TRIM_AFTER_72_HOURS, TRIM_AFTER_A_MONTH, TRIM_PLANNED],
    reason="After an incident nobody has time to think about who does what. What is agreed beforehand is done, and "
    "'mentorkit due' lists for each incident what is left to do.",
    applies=HAS_WAYS,
    ways=_INCIDENT,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    asked_since="2026-11",
)


@rule(
    "STD346",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[TRIM_AFTER_72_HOURS, TRIM_AFTER_A_MONTH],
    reads=[At.incidents.steps, At.incidents.oldest],
    applies=HAS_WAYS,
    ways=_INCIDENT,
    asked_since="2026-11",
)
def each_step_after_an_incident_has_its_time(programme: Programme) -> Iterator[Problem]:
    """A step without a time is put off, and by then people have gone back to work alone with it.

    The first step comes before the second look, which the method has after about a month.
    """
    steps = programme.incidents.steps or ()
    for place, step in enumerate(steps):
        if step.what is None:
            yield not_settled((*_STEPS, place, "what"), "what is done", 'state what = "first meeting"')
        if step.within is None:
            yield not_settled((*_STEPS, place, "within"), "how soon it is done", 'state within = "72 hours"')
        elif place and (before := steps[place - 1].within) is not None and step.within < before:
            yield falls_short(
                (*_STEPS, place, "within"),
                f"this step is due before the one above it ({before})",
                "list steps in order",
            )
    first = steps[0].within if steps else None
    if first is None:
        return
    if not first <= _ABOUT_A_MONTH:
        yield falls_short((*_STEPS, 0, "within"), f"the first step is due after {first}", "take it within 72 hours")
    oldest = programme.incidents.oldest
    if oldest is not None and oldest < first:
        yield falls_short(
            "incidents.oldest",
            f"after {oldest} an incident is too old for a step that is due after {first}",
            "raise it",
        )


@rule(
    "STD347",
    strength=Strength.SHOULD,
    sources=[TRIM_AFTER_72_HOURS, TRIM_PLANNED],
    reads=[At.incidents.steps],
    applies=HAS_WAYS,
    ways=_INCIDENT,
    asked_since="2026-11",
)
def the_first_step_is_taken_within_72_hours(programme: Programme) -> Iterator[Problem]:
    """By then most people's first reactions have begun to pass, and those of others can be seen.

    The sources have the planning within 48 hours and the first interview at 72. A later one loses time.
    """
    first = next(iter(programme.incidents.steps or ()), None)
    if first is not None and first.within is not None and not first.within <= _SOON:
        yield falls_short(
            (*_STEPS, 0, "within"), f"the first step is due {first.within} after an incident", "take it within 72 hours"
        )


@rule(
    "STD348",
    strength=Strength.SHOULD,
    sources=[TRIM_AFTER_A_MONTH, _NOT_ONE_SESSION, _SINGLE_SESSIONS],
    reads=[At.incidents.steps],
    applies=HAS_WAYS,
    ways=_INCIDENT,
    asked_since="2026-11",
)
def somebody_looks_again_within_about_a_month(programme: Programme) -> Iterator[Problem]:
    """One meeting cannot show what passes and what stays. The people who seem well at first are not asked again."""
    steps = programme.incidents.steps or ()
    later = [step.within for step in steps[1:]]
    if not steps or any(within is None or within <= _ABOUT_A_MONTH for within in later):
        return
    fix = 'add a step such as { what = "second meeting", within = "1 month" }'
    message = "no step after the first one is due within about a month"
    yield falls_short(_STEPS, message, fix, met_by_more=_STEPS)


STD349 = requires(
    "STD349",
    "an incident can be too old for a first step",
    {"incidents.oldest": at_most("5 weeks", strength=Strength.SHOULD)},
    strength=Strength.MUST,
    sources=[TRIM_AFTER_A_MONTH, TRIM_TO_A_PROFESSIONAL],
    reason="After about a month the method asks what has stayed, and leads people who still struggle to a "
    "professional. It is our reading that a first meeting as if it had just happened is no longer right then, and can "
    "hide how long somebody was left alone, so a person decides what is.",
    applies=HAS_WAYS,
    ways=_INCIDENT,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    asked_since="2026-11",
)
