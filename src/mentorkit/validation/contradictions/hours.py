"""Hours at which those who have to be there are not, or in which what they do does not fit."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from mentorkit.programme.network import Link, Member, Part
from mentorkit.programme.path import Path
from mentorkit.programme.somebody import everybody
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, members_by_id
from mentorkit.validation.contradictions.lengths import days_as_rounded
from mentorkit.values.inexact import as_compared, highest, lowest
from mentorkit.values.opening_hours import ALWAYS, MINUTES_A_DAY, WEEK, Hours, hours_in_words, spans, time_in_words

_DAYS_A_WEEK = 7
_OF_A_MEETING = 2
"""How many times as long as mentors are there a meeting may last, before nobody can have meant it."""
_ROUNDED = 60
"""Minutes by which it may be longer at most."""
_SUPERVISED_FOR = 30
"""Minutes; a session of supervision hardly takes less."""
_WEEKEND = 2 * MINUTES_A_DAY
"""Minutes; many who say that somebody answers within days count days on which people work."""


def meetings_within_hours(programme: Programme) -> Iterator[Contradiction]:
    """A meeting or session is held while the mentor is there, with staff if they always are: some of it at least.

    An hour more may have been rounded, and half of a short one may be at other hours.
    """
    mentors, staff = _hours_of(programme, "mentor"), _hours_of_staff(programme)
    for key, length, seen in _meetings(programme):
        for there, who in ((mentors, "mentors are"), (mentors & staff if seen else 0, "mentors and staff are both")):
            if there and _does_not_fit(lowest(length).minutes, there):
                parts = [member.part for member in programme.network.members or ()]
                message = f"{who} there {hours_in_words(there)}, and {key} is {length}: none fits"
                yield Contradiction(("network", "members", parts.index("mentor"), "hours"), message, CORRECT)
                break


def meetings_of_all_within_hours(programme: Programme) -> Iterator[Contradiction]:
    """All meetings of one mentor are held while the mentor is there, as long as support lasts."""
    relationship, there = programme.relationship, _hours_of(programme, "mentor")
    people, meetings = programme.matching.mentees_per_mentor, relationship.meetings
    length, longest = relationship.meeting_length, relationship.longest or relationship.shortest
    if not there or length is None or longest is None or None in (as_compared(people), as_compared(meetings)):
        return
    if not length.minutes or longest.minutes or programme.offers(Way.PAIR) is not True:
        return
    room = there.bit_count() * (days_as_rounded(longest)[1] // _DAYS_A_WEEK + 1)
    needed = lowest(people) * lowest(meetings) * lowest(length).minutes
    if needed > room and set(relationship.modes or ()) == {"one-to-one"}:
        at_a_time = "" if as_compared(people) == 1 else f", with {people} people at a time,"
        message = (
            f"{meetings} meetings of {length} each in {longest}{at_a_time} do not fit: "
            f"by network.members mentors are there {hours_in_words(there)}"
        )
        yield Contradiction(("relationship", "meetings"), message, CORRECT)


def supervision_within_hours(programme: Programme) -> Iterator[Contradiction]:
    """Those who supervise mentors one by one are there for half an hour for each of them, before the next round begins.

    Where sessions are one-to-one and in a group, they may come in turn. Deputies stand in for somebody who is away.
    """
    members = members_by_id(programme)
    pairs = [
        (link, members[link.to])
        for link in programme.network.links or ()
        if link.kind == "supervises" and link.to in members and members[link.to].part == "mentor"
    ]
    people = {member.id: member.people for _, member in pairs}
    those = dict.fromkeys(link.from_ for link, _ in pairs)
    supervisors = [members[who] for who in those if who in members]
    if not pairs or len(supervisors) < len(those) or None in people.values():
        return
    if any(each.hours is None or each.people is None for each in supervisors):
        return
    a_week = sum(each.hours.minutes.bit_count() * highest(each.people) for each in supervisors if each.hours)
    mentors = sum(map(lowest, people.values()))
    for place, phase in enumerate(programme.supervision.phases or ()):
        if phase.every is None or phase.every.minutes or "one-to-one" not in (phase.formats or ()):
            continue
        weeks = days_as_rounded(phase.every)[1] * len(set(phase.formats or ())) / _DAYS_A_WEEK
        if mentors * _SUPERVISED_FOR > a_week * weeks:
            message = (
                f"{mentors} mentors are supervised one-to-one every {phase.every}, and by network.members those who "
                f"supervise are there for {time_in_words(a_week)} a week, all together: that is "
                f"{int(a_week * weeks / mentors)} minutes for each"
            )
            yield Contradiction(("supervision", "phases", place, "every"), message, CORRECT)
            return


def rotas_while_nobody_is_there(programme: Programme) -> Iterator[Contradiction]:
    """A rota on call has hours at which mentors are there; a drop-in has too, and is where its place is open.

    Where staff are always there, they are at a drop-in.
    """
    mentors, staff = _hours_of(programme, "mentor"), _hours_of_staff(programme)
    watched = programme.role.supervised is True
    for key, hours, does in _rotas(programme):
        at_drop_in = key == "drop_in"
        for there, says in (
            (mentors, "; by network.members mentors are there on"),
            (
                staff if watched and at_drop_in else 0,
                ", and role.supervised is true; by network.members staff are there on",
            ),
            (
                _hours_of_places(programme) if at_drop_in else 0,
                "; by network.links and network.members the place of mentors is open on",
            ),
        ):
            if there and (left := hours.minutes & ~there):
                message = f"{does} on {hours_in_words(left)}{says} {hours_in_words(there)}"
                yield Contradiction((key, "hours"), message, CORRECT)


def staff_who_are_never_there(programme: Programme) -> Iterator[Contradiction]:
    """Staff who are there while mentors work have some hours in common with them."""
    mentors, staff = _hours_of(programme, "mentor"), _hours_of_staff(programme)
    if not mentors or not staff or mentors & staff:
        return
    at_sessions = programme.group_sessions.staff_there
    said: Iterable[tuple[Path, str, bool]] = (
        (("role", "supervised"), "staff are always there", programme.role.supervised is True),
        (
            ("group_sessions", "staff_there"),
            f"{at_sessions} members of staff are at each session",
            as_compared(at_sessions) is not None and lowest(at_sessions) > 0,
        ),
    )
    for path, says, is_said in said:
        if is_said:
            message = (
                f"{says}, and by network.members mentors are there on {hours_in_words(mentors)}, and staff on "
                f"{hours_in_words(staff)}"
            )
            yield Contradiction(path, message, CORRECT)


def seen_before_it_closes(programme: Programme) -> Iterator[Contradiction]:
    """Nobody who comes to a drop-in is seen after it has closed."""
    within, hours = programme.drop_in.seen_within, programme.drop_in.hours
    if within is None or hours is None:
        return
    if _minutes(lowest(within)) > _longest(hours.minutes):
        message = f"people are seen within {within}, and it is open on {hours}: it closes before that"
        yield Contradiction(("drop_in", "seen_within"), message, CORRECT)


def links_whose_ends_never_meet(programme: Programme) -> Iterator[Contradiction]:
    """Somebody who answers within a time is there within that time after some hour at which the other makes contact."""
    members = members_by_id(programme)
    for place, link in enumerate(programme.network.links or ()):
        ends = _ends_of(link)
        if link.within is None or ends is None or any(who not in members for who in ends):
            continue
        callers, called = members[ends[0]].hours, [members[who].hours for who in ends[1:]]
        if callers is None or None in called:
            continue
        answered = _all_of(called)
        most = highest(link.within)
        if not _within(callers.minutes, _minutes(most) + (0 if most.minutes else _WEEKEND)) & answered:
            message = (
                f"{_title(members[ends[1]])} should answer within {link.within}, and can be reached on "
                f"{hours_in_words(answered)}; {_title(members[ends[0]])} can make contact on {callers}: "
                "nobody is there in time"
            )
            yield Contradiction(("network", "links", place, "within"), message, CORRECT)


def groups_in_closed_places(programme: Programme) -> Iterator[Contradiction]:
    """What a place hosts is held while the place is open, for some of the time at least, and in no more time."""
    members = members_by_id(programme)
    sessions = [length for key, length, _ in _meetings(programme) if key == "group_sessions.length"]
    for place, link in enumerate(programme.network.links or ()):
        host, guest = members.get(link.from_ or ""), members.get(link.to or "")
        if link.kind != "hosts" or host is None or guest is None or host.kind != "place" or host.hours is None:
            continue
        is_open, there = f"is open on {host.hours}", host.hours.minutes
        message = ""
        if guest.hours is not None and not there & guest.hours.minutes:
            message = f"{_title(host)} hosts {_title(guest)}, which is there on {guest.hours}, and {is_open}"
        elif guest.part in ("mentor", "mentee") and sessions and _does_not_fit(lowest(sessions[0]).minutes, there):
            message = f"{_title(host)} {is_open}, and group_sessions.length is {sessions[0]}: none fits"
        elif guest.kind == "group" and guest.hours and _does_not_fit(_longest(guest.hours.minutes), there):
            message = f"{_title(host)} hosts {_title(guest)}, which meets on {guest.hours}, and {is_open}: none fits"
        if message:
            yield Contradiction(("network", "links", place), message, CORRECT)


def _meetings(programme: Programme) -> Iterator[tuple[str, Any, bool]]:
    """The key of each length of what is held, the length, and whether staff are there all the time."""
    with_staff = programme.role.supervised is True
    at_sessions = programme.group_sessions.staff_there
    staff_at_sessions = as_compared(at_sessions) is not None and lowest(at_sessions) > 0
    for key, length, way, seen in (
        ("relationship.meeting_length", programme.relationship.meeting_length, Way.PAIR, with_staff),
        (
            "group_sessions.length",
            programme.group_sessions.length,
            Way.GROUP_SESSIONS,
            with_staff or staff_at_sessions,
        ),
    ):
        if length is not None and length.minutes and programme.offers(way) is True:
            yield key, length, seen


def _does_not_fit(minutes: int, there: int) -> bool:
    """Whether so many minutes are longer than each stretch of some hours, with what people round."""
    longest = _longest(there)
    return minutes > min(_OF_A_MEETING * longest, longest + _ROUNDED)


def _longest(hours: int) -> int:
    return max(end - start for start, end in spans(hours))


def _ends_of(link: Link) -> tuple[str, ...] | None:
    """Who makes contact by a link, then who is contacted, with a deputy; None for one by which nobody does."""
    if link.kind in (None, "hosts") or link.from_ is None or link.to is None:
        return None
    ends = (link.to, link.from_) if link.kind in ("supports", "supervises") else (link.from_, link.to)
    return (*ends, link.deputy) if link.deputy else ends


def _rotas(programme: Programme) -> Iterator[tuple[str, Hours, str]]:
    """The tables of rotas, with their hours, and what happens then."""
    for key, way, hours, does in (
        ("drop_in", Way.DROP_IN, programme.drop_in.hours, "the drop-in is open"),
        ("on_call", Way.ON_CALL, programme.on_call.hours, "mentors are on call"),
    ):
        if hours is not None and programme.offers(way) is True:
            yield key, hours, does


def _hours_of(programme: Programme, part: Part) -> int:
    """The minutes of the week at which members of a part are there, all together; 0 if one does not say."""
    return _all_hours(member for member in programme.network.members or () if member.part == part)


def _hours_of_staff(programme: Programme) -> int:
    """Those of staff, of partners too unless they are of another organisation; 0 where [[staff]] has others as well."""
    if any(each.member is None for each in everybody(programme)):
        return 0
    members = programme.network.members or ()
    return _all_hours(each for each in members if each.part in ("programme", "partner") and not each.external)


def _hours_of_places(programme: Programme) -> int:
    """Those at which places that host mentors are open, all together; 0 if one does not say."""
    members = members_by_id(programme)
    mentors = {member.id for member in members.values() if member.part == "mentor"}
    links = programme.network.links or ()
    hosts = [members.get(link.from_ or "") for link in links if link.kind == "hosts" and link.to in mentors]
    return _all_hours(host for host in hosts if host is not None and host.kind == "place")


def _all_hours(members: Iterable[Member]) -> int:
    hours = [member.hours for member in members]
    return 0 if None in hours else _all_of(hours)


def _all_of(hours: Iterable[Hours | None]) -> int:
    return reduce(or_, (each.minutes for each in hours if each), 0)


def _within(hours: int, minutes: int) -> int:
    """The minutes of the week that come no later than so many minutes after one of these."""
    after = 0
    for start, end in spans(hours):
        length = min(end - start + minutes, WEEK)
        bits = ((1 << length) - 1) << start
        after |= (bits & ALWAYS) | (bits >> WEEK)
    return after


def _minutes(length: Any) -> int:
    """The most minutes that pass in a length of time."""
    return int(length.minutes or length.in_days[1] * MINUTES_A_DAY)


def _title(member: Member) -> str:
    return member.title or str(member.id)
