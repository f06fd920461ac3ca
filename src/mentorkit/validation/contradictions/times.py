"""Lengths of time, and what comes before what, that two places of a file state otherwise."""

from collections.abc import Iterator
from typing import Any

from mentorkit.programme.path import path_of
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, is_more_as_stated
from mentorkit.validation.contradictions.lengths import days_as_rounded, is_longer
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import highest, lowest, stated_end

_LONGEST = "relationship.longest"
_AFTER_THE_EVENT = (
    ("relationship.probation.after_release", "the release"),
    ("relationship.mental_health.after_discharge", "discharge"),
    ("relationship.substance.contact_after_discharge", "discharge"),
)
"""How long support goes on after an event."""
_AGAIN = (
    ("relationship.contact_every", "the pair is in contact"),
    ("relationship.contact_at_first_every", "at first the pair is in contact"),
    ("outcomes.review_every", "progress is reviewed"),
    ("relationship.probation.reassess_every", "needs are assessed again"),
    ("supervision.schools.check_in_every", "staff check in with the pair"),
)
"""What comes again and again while support lasts."""
_HOURS_IN = tuple(
    f"training.substance.hours_in_{topic}" for topic in ("advocacy", "ethics", "mentoring", "recovery_support")
)
"""How many hours of a course are about one topic."""
_MORE_MEETINGS = 1.5
"""How many times as often as it says a pair may meet, before nobody can have meant it."""
_HOURS_A_DAY = 24


def _longer(programme: Programme, key: str, other: str, says: str) -> Iterator[Contradiction]:
    """A contradiction where one key is longer than another; `says` has {one} and {other} for what they state."""
    one, there = programme.value(path_of(key)), programme.value(path_of(other))
    longer = is_longer(one, there)
    if longer is not False:
        yield Contradiction(path_of(key), says.format(one=one, other=there), CORRECT, longer is True)


def shortest_and_longest_support(programme: Programme) -> Iterator[Contradiction]:
    """Support that lasts as short as possible is no longer than support that lasts as long as possible."""
    says = f"support lasts {{one}} at least, and {_LONGEST} is {{other}}"
    yield from _longer(programme, "relationship.shortest", _LONGEST, says)


def support_after_an_event(programme: Programme) -> Iterator[Contradiction]:
    """Support after a release or a discharge is a part of all support, so it is not longer."""
    for key, event in _AFTER_THE_EVENT:
        yield from _longer(
            programme, key, _LONGEST, f"support goes on for {{one}} after {event}, and {_LONGEST} is {{other}}"
        )


def referral_and_first_meeting(programme: Programme) -> Iterator[Contradiction]:
    """Nobody meets a mentor before they are referred."""
    first, referral = (f"relationship.probation.{key}" for key in ("first_meeting_before", "referral_before"))
    says = f"the pair first meets {{one}} before the release, and {referral} is {{other}}: the referral comes later"
    yield from _longer(programme, first, referral, says)


def meetings_within_support(programme: Programme) -> Iterator[Contradiction]:
    """A pair cannot hold more meetings than there is time for.

    It may meet half as often again as the file says that it is in contact, all the time as often as at first.
    """
    relationship = programme.relationship
    meetings, longest = relationship.meetings, relationship.longest
    rhythms = {
        name: every
        for name in ("contact_every", "contact_at_first_every")
        if (every := getattr(relationship, name)) is not None and not every.minutes
    }
    if meetings is None or longest is None or longest.minutes or not rhythms:
        return
    name, every = min(rhythms.items(), key=lambda each: days_as_rounded(each[1])[0])
    room = _MORE_MEETINGS * (days_as_rounded(longest)[1] // days_as_rounded(every)[0] + 1)
    if stated_end(meetings, highest) > room:
        message = f"{meetings} meetings do not fit: {_LONGEST} is {longest}, and relationship.{name} is {every}"
        yield Contradiction(("relationship", "meetings"), message, CORRECT, lowest(meetings) > room)


def what_comes_again_within_support(programme: Programme) -> Iterator[Contradiction]:
    """What comes again and again while support lasts comes before it is over."""
    for key, does in _AGAIN:
        yield from _longer(
            programme, key, _LONGEST, f"{does} every {{one}}, and {_LONGEST} is {{other}}: it is over before that"
        )


def needs_within_support(programme: Programme) -> Iterator[Contradiction]:
    """Somebody answers what a person needs while support lasts."""
    longest = programme.relationship.longest
    for place, need in enumerate(programme.network.needs or ()):
        longer = is_longer(need.within, longest)
        if longer is not False:
            message = f"somebody answers within {need.within}, and {_LONGEST} is {longest}: it is over before that"
            yield Contradiction(("network", "needs", place, "within"), message, CORRECT, longer is True)


def supervision_within_its_phase(programme: Programme) -> Iterator[Contradiction]:
    """A phase of supervision is long enough for one session at least."""
    for place, phase in enumerate(programme.supervision.phases or ()):
        longer = is_longer(phase.every, phase.for_)
        if longer is not False:
            key = f"supervision.phases[{place}].for"
            message = f"a session is held every {phase.every}, and {key} is {phase.for_}: none falls in this phase"
            yield Contradiction(("supervision", "phases", place, "every"), message, CORRECT, longer is True)


def sessions_of_no_form(programme: Programme) -> Iterator[Contradiction]:
    """A session of supervision has a form: with one mentor, with several, with peers."""
    for place, phase in enumerate(programme.supervision.phases or ()):
        if phase.every is not None and phase.formats == ():
            message = f"a session is held every {phase.every}, and this list of its forms is empty"
            path = ("supervision", "phases", place, "formats")
            yield Contradiction(path, message, 'name them, such as "one-to-one" or "group"')


def supervision_as_long_as_placements(programme: Programme) -> Iterator[Contradiction]:
    """Supervision goes on for as long as mentors support people."""
    phases = programme.supervision.phases or ()
    lengths = [phase.for_ for phase in phases]
    if not lengths or any(length is None or length.minutes for length in lengths):
        return
    ends = sum(days_as_rounded(length)[1] for length in lengths)
    last = len(phases) - 1
    for key, lasts in (
        ("relationship.shortest", "support lasts {} at least"),
        ("relationship.longest", "support can last {}"),
        ("progression.longest_term", "somebody can be a mentor for {}"),
    ):
        length = programme.value(path_of(key))
        if length is not None and not length.minutes and days_as_rounded(length)[0] > ends:
            message = (
                f"no phase of supervision comes after this one, which ends after {lengths[-1]}, and by {key} "
                f"{lasts.format(length)}: nobody supervises after that"
            )
            fix = "take `for` out of the last phase, so that it goes on, or add a phase"
            yield Contradiction(("supervision", "phases", last, "for"), message, fix)
            return


def follow_ups_that_are_not_planned(programme: Programme) -> Iterator[Contradiction]:
    """Nobody is asked at a follow-up if none is planned."""
    if programme.outcomes.follow_ups != ():
        return
    for place, measure in enumerate(programme.outcomes.measures or ()):
        if "follow-up" in (measure.at or ()):
            message = 'this is measured at "follow-up", and outcomes.follow_ups is an empty list'
            yield Contradiction(
                ("outcomes", "measures", place, "at"), message, "plan a follow-up, or take it out of `at`"
            )


def meetings_before_release(programme: Programme) -> Iterator[Contradiction]:
    """The meetings before the release are some of all meetings, and are held from the first one on."""
    at = path_of("relationship.probation.meetings_before_release")
    first_key = "relationship.probation.first_meeting_before"
    before, all_, first = programme.value(at), programme.relationship.meetings, programme.value(path_of(first_key))
    more = is_more_as_stated(before, all_)
    if more is not False:
        message = f"{before} meetings are held before the release, and relationship.meetings is {all_}"
        yield Contradiction(at, message, CORRECT, more is True)
    if before is None or first is None or first.minutes:
        return
    if lowest(before) > days_as_rounded(first)[1]:
        message = f"{before} meetings are held before the release, and {first_key} is {first}: more than one a day"
        yield Contradiction(at, message, CORRECT)


def own_experience(programme: Programme) -> Iterator[Contradiction]:
    """Somebody has to be free of dependence for less time than since when it may be over."""
    abstinent, within = (f"screening.substance.{key}" for key in ("abstinence", "experience_within"))
    says = f"applicants are free of dependence for {{one}}, and {within} is {{other}}: nobody is both"
    yield from _longer(programme, abstinent, within, says)


def abstinence_of_paid_mentors(programme: Programme) -> Iterator[Contradiction]:
    """Somebody who is paid has been free of dependence for as long as it takes to be a mentor at all."""
    abstinent, paid = "screening.substance.abstinence", "progression.substance.paid_abstinence"
    says = f"every mentor is free of dependence for {{one}}, and {paid} is {{other}}, so it asks for nothing more"
    yield from _longer(programme, abstinent, paid, says)


def phases_that_nobody_reaches(programme: Programme) -> Iterator[Contradiction]:
    """A phase of supervision comes before mentors leave."""
    phases, term = programme.supervision.phases or (), programme.progression.longest_term
    for place, phase in enumerate(phases[:-1]):
        if term is not None and (longer := is_longer(phase.for_, term)) is not False:
            message = (
                f"this phase lasts {phase.for_}, and progression.longest_term is {term}: "
                "nobody is a mentor in the phase after it"
            )
            yield Contradiction(("supervision", "phases", place, "for"), message, CORRECT, longer is True)


def terms_of_mentors(programme: Programme) -> Iterator[Contradiction]:
    """A mentor stays for longer than the training, and with somebody as long as support lasts, but for exceptions."""
    term = "progression.longest_term"
    says = f"training lasts {{one}}, and {term} is {{other}}: mentors leave before they have learnt the role"
    yield from _longer(programme, "training.length", term, says)
    if programme.offers(Way.PAIR) is True and programme.progression.term_exception is None:
        says = f"support lasts {{one}} at least, and {term} is {{other}}: mentors leave before it is over"
        yield from _longer(programme, "relationship.shortest", term, says)


def training_in_the_role(programme: Programme) -> Iterator[Contradiction]:
    """Nobody is trained in a role for which they are matched only after they have been trained."""
    if programme.training.comes == "in the role" and "training" in (programme.matching.requires or ()):
        message = 'this is "in the role", and by matching.requires nobody is matched before they are trained'
        yield Contradiction(("training", "comes"), message, CORRECT)


def courses_that_teach_nothing(programme: Programme) -> Iterator[Contradiction]:
    """A course that lasts some time teaches something."""
    training = programme.training
    lasts = training.length or training.contact_time
    if lasts is not None and training.topics == ():
        message = f"this list of what is taught is empty, and the course lasts {lasts}"
        yield Contradiction(("training", "topics"), message, "name what is taught, or take the length out")


def hours_of_the_course(programme: Programme) -> Iterator[Contradiction]:
    """The hours of teaching on one topic are some of all hours, and no course has more hours than it lasts."""
    hours = programme.training.contact_time
    for key in _HOURS_IN:
        yield from _longer(
            programme, key, "training.contact_time", "{one} are on this topic, and training.contact_time is {other}"
        )
    length = programme.training.length
    if hours is None or length is None or not hours.minutes:
        return
    says = "{one} of teaching do not fit: training.length is {other}"
    if length.minutes:
        yield from _longer(programme, "training.contact_time", "training.length", says)
    elif lowest(hours).minutes > days_as_rounded(length)[1] * _HOURS_A_DAY * 60:
        yield Contradiction(("training", "contact_time"), says.format(one=hours, other=length), CORRECT)


def time_of_a_pair(programme: Programme) -> Iterator[Contradiction]:
    """A pair that meets every month spends at least one meeting together in a month."""
    every, key = programme.relationship.contact_every, "relationship.schools.time_a_month"
    if _at_most_a_month(every):
        says = f"a meeting lasts {{one}}, and {key} is {{other}}"
        yield from _longer(programme, "relationship.meeting_length", key, says)


def _at_most_a_month(every: Any) -> bool:
    return every is not None and not every.minutes and is_longer(every, Duration.parse("1 month")) is False
