"""Links of the network that begin or end at another time than the support that they carry."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mentorkit.programme.network import Link, Member
from mentorkit.programme.path import path_of
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.text.values_in_text import written
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, members_by_id
from mentorkit.validation.contradictions.lengths import are_different, days_as_rounded, is_later, is_longer
from mentorkit.values.moment import Moment
from mentorkit.values.seen_text import as_seen

_LONGEST = "relationship.longest"
_GOES_ON = {
    "release": ("relationship.probation.after_release",),
    "discharge": ("relationship.mental_health.after_discharge", "relationship.substance.contact_after_discharge"),
}
"""By event, how long support goes on after it."""
_FIRST_MEETING = "relationship.probation.first_meeting_before"
_REFERRAL = "relationship.probation.referral_before"
_RELEASE = "release"
_BEGINNINGS = ("first meeting", "start", "start of support", "start of mentoring", "beginning of support")
_ENDINGS = ("last meeting", "end", "end of support", "end of mentoring", "exit")
"""Events at which support begins, and at which it ends, as people write them."""
_MONTH = 31


def links_turned_round(programme: Programme) -> Iterator[Contradiction]:
    """No link ends before it begins."""
    for place, link in enumerate(programme.network.links or ()):
        since, until = link.since, link.until
        if since is None or until is None or since.event != until.event:
            continue
        if _days_from(since)[0] > _days_from(until)[1]:
            message = f"this link begins {_when(since)}, and ends {_when(until)}"
            yield Contradiction(("network", "links", place, "since"), message, CORRECT)


def links_that_end_before_support(programme: Programme) -> Iterator[Contradiction]:
    """A mentor is there in the network for as long as support goes on, and no longer.

    Where several links are from mentors to those they support, one of them goes on for as long.
    """
    links = _support(programme)
    for event, keys in _GOES_ON.items():
        ends = [(place, link.until) for place, link in links if link.until is not None and link.until.event == event]
        if not ends:
            continue
        place, until = max(ends, key=lambda each: _days_from(each[1])[1])
        for key in keys if len(ends) == len(links) else ():
            length = programme.value(path_of(key))
            if length is None or length.minutes:
                continue
            ends_at = until.by if until.side == "after" else None
            if ends_at is None or is_longer(length, ends_at):
                message = f"this link ends {_when(until)}, and {key} is {length}: support goes on without it"
                yield Contradiction(("network", "links", place, "until"), message, CORRECT)
        longest = programme.relationship.longest
        if until.side == "after" and is_longer(until.by, longest):
            message = f"this link ends {_when(until)}, and {_LONGEST} is {longest}: support is over before that"
            yield Contradiction(("network", "links", place, "until"), message, CORRECT)


def links_that_end_too_soon_after_the_first_meeting(programme: Programme) -> Iterator[Contradiction]:
    """A mentor is there in the network for as long as support lasts at least.

    Where several links are from mentors to those they support, one of them goes on for as long.
    """
    links = _support(programme)
    ends = [(place, link.until) for place, link in links if link.until and link.until.event in _BEGINNINGS]
    shortest = programme.relationship.shortest
    if not ends or len(ends) != len(links) or shortest is None or shortest.minutes:
        return
    place, until = max(ends, key=lambda each: _days_from(each[1])[1])
    if until.side != "after" or until.by is None or is_longer(shortest, until.by):
        message = f"this link ends {_when(until)}, and relationship.shortest is {shortest}: support goes on without it"
        yield Contradiction(("network", "links", place, "until"), message, CORRECT)


def links_that_begin_after_support(programme: Programme) -> Iterator[Contradiction]:
    """A mentor is there in the network from the first meeting on, and not before the referral."""
    links = _support(programme)
    late = [(place, link.since) for place, link in links if link.since is not None and _is_late(link.since)]
    if late and len(late) == len(links):
        place, since = late[0]
        message = f"this link begins {_when(since)}, and a mentor supports somebody from the first meeting on"
        yield Contradiction(("network", "links", place, "since"), message, CORRECT)
    begins = [(place, link.since) for place, link in links if link.since is not None and link.since.event == _RELEASE]
    if not begins or len(begins) != len(links):
        return
    place, since = min(begins, key=lambda each: _days_from(each[1])[0])
    at = ("network", "links", place, "since")
    first, referral = programme.value(path_of(_FIRST_MEETING)), programme.value(path_of(_REFERRAL))
    before = since.by if since.side == "before" else None
    if first is not None and not first.minutes and (before is None or is_longer(first, before)):
        message = f"this link begins {_when(since)}, and the pair meets before that: {_FIRST_MEETING} is {first}"
        yield Contradiction(at, message, CORRECT)
    if before is not None and is_longer(before, referral):
        message = f"this link begins {_when(since)}, and the referral comes later: {_REFERRAL} is {referral}"
        yield Contradiction(at, message, CORRECT)


def links_that_begin_long_before_an_event(programme: Programme) -> Iterator[Contradiction]:
    """Support that begins before an event is not over when it comes."""
    longest = programme.relationship.longest
    for place, link in _support(programme):
        since = link.since
        if since is not None and since.side == "before" and is_longer(since.by, longest):
            message = f"this link begins {_when(since)}, and {_LONGEST} is {longest}: support is over before the event"
            yield Contradiction(("network", "links", place, "since"), message, CORRECT)


def links_that_begin_after_the_occasion(programme: Programme) -> Iterator[Contradiction]:
    """A mentor who comes in before an event is there in the network before it."""
    links = _support(programme)
    for index, occasion in enumerate(programme.role.occasions or ()):
        begins = [
            (place, link.since)
            for place, link in links
            if link.since is not None
            and link.since.side != "before"
            and as_seen(occasion).endswith(f"before {link.since.event}")
        ]
        if begins and len(begins) == len(links):
            place, since = begins[0]
            message = f'this link begins {_when(since)}, and role.occasions[{index}] is "{occasion}"'
            yield Contradiction(("network", "links", place, "since"), message, CORRECT)


def links_that_begin_before_the_occasion(programme: Programme) -> Iterator[Contradiction]:
    """What sets support off comes before it: a mentor who comes in after an event is not there before it."""
    occasions = programme.role.occasions or ()
    for place, link in _support(programme):
        since = link.since
        if since is None or since.side != "before" or not occasions:
            continue
        if all(as_seen(occasion).endswith(f"after {since.event}") for occasion in occasions):
            message = f"this link begins {_when(since)}, and role.occasions is {written(tuple(occasions))}"
            yield Contradiction(("network", "links", place, "since"), message, CORRECT)


def links_for_no_need(programme: Programme) -> Iterator[Contradiction]:
    """Whoever is called is called for something; a link that leaves out what for is followed for all needs."""
    for place, link in enumerate(programme.network.links or ()):
        if link.kind in ("refers", "escalates") and link.for_ == ():
            message = f'"{link.from_}" calls "{link.to}" by this link, and the list of what for is empty'
            fix = "name the needs, leave the list out if it is for all of them, or take the link out"
            yield Contradiction(("network", "links", place, "for"), message, fix)


def links_that_lead_to_no_answer(programme: Programme) -> Iterator[Contradiction]:
    """A link that is followed for a need leads to somebody who meets it, or who leads on to them.

    A need that nobody meets is asked about once and not at each link. Somebody who is told of a risk need not meet it
    where whoever tells them calls for help by another link.
    """
    members = members_by_id(programme)
    stated = enumerate(programme.network.links or ())
    calls = [(place, link) for place, link in stated if link.kind in ("refers", "escalates")]
    meets = {need: id_ for id_, member in reversed(members.items()) for need in member.meets or ()}
    leads_to = {need: _who_leads_to(need, members, [link for _, link in calls]) for need in meets}
    helped = {
        (link.from_, need)
        for _, link in calls
        for need in link.for_ or meets
        if need in meets and {link.to, link.deputy} & leads_to[need]
    }
    for place, link in calls:
        called = {link.to, link.deputy} & set(members)
        for index, need in enumerate(link.for_ or ()):
            if need not in meets or not called or called & leads_to[need]:
                continue
            if link.kind == "escalates" and (link.from_, need) in helped:
                continue
            title = members[link.to].title or link.to if link.to in members else link.deputy
            message = f'this is "{need}", which is not met by {title}, and no link for it leads on from there'
            fix = f'add a link from there to "{meets[need]}", or name it under meets of those called; else take it out'
            yield Contradiction(("network", "links", place, "for", index), message, fix)


def _who_leads_to(need: str, members: Mapping[str, Member], calls: Iterable[Link]) -> set[str | None]:
    """Those who may meet a need, as the file does not say what they meet, and those who lead on to one who does."""
    able: set[str | None] = {
        id_
        for id_, member in members.items()
        if need in (member.meets or ()) or (member.meets is None and member.part not in ("mentor", "mentee"))
    }
    ahead = [link for link in calls if link.for_ is None or need in link.for_]
    while more := {link.from_ for link in ahead if not able.isdisjoint((link.to, link.deputy))} - able:
        able |= more
    return able


def answers_slower_than_contact(programme: Programme) -> Iterator[Contradiction]:
    """A mentor who is in contact with somebody every week answers them within a week."""
    every = programme.relationship.contact_every
    for place, link in _support(programme):
        if link.within is not None and every is not None and is_longer(link.within, every):
            message = (
                f"mentor and mentee answer each other within {link.within}, and relationship.contact_every is {every}: "
                "they are in contact before that"
            )
            yield Contradiction(("network", "links", place, "within"), message, CORRECT)


def links_with_two_times(programme: Programme) -> Iterator[Contradiction]:
    """How soon one link answers, and when its loop is closed, is one fact."""
    first: dict[tuple[object, ...], int] = {}
    links = programme.network.links or ()
    for place, link in enumerate(links):
        if None in (link.from_, link.to, link.kind):
            continue
        of = frozenset(link.for_ or ())
        same = (link.from_, link.to, link.kind, of, str(link.since), str(link.until))
        other = first.setdefault(same, place)
        for key in ("within", "closed_within"):
            here, there = getattr(link, key), getattr(links[other], key)
            if here is not None and there is not None and are_different(here, there):
                message = f"this is {here}, and network.links[{other}] is the same link with {there}"
                yield Contradiction(("network", "links", place, key), message, "take one of the two links out")


def links_closed_before_they_answer(programme: Programme) -> Iterator[Contradiction]:
    """Nobody can say what became of a referral before somebody has answered it."""
    for place, link in enumerate(programme.network.links or ()):
        later = is_later(link.within, link.closed_within)
        if later is not False:
            message = (
                f"the sender hears within {link.closed_within} what became of it, and the member that it leads to "
                f"answers within {link.within}"
            )
            yield Contradiction(("network", "links", place, "closed_within"), message, CORRECT, later is True)


def answers_of_those_on_call(programme: Programme) -> Iterator[Contradiction]:
    """Where mentors are on call and nothing else, nobody waits longer for them than is promised."""
    answers = programme.on_call.answers_within
    if programme.programme.ways != (Way.ON_CALL.value,):
        return
    for place, link in _support(programme):
        later = is_later(link.within, answers)
        if later is not False:
            message = f"those on call answer within {link.within}, and on_call.answers_within is {answers}"
            yield Contradiction(("network", "links", place, "within"), message, CORRECT, later is True)


def numbers_for_emergencies(programme: Programme) -> Iterator[Contradiction]:
    """The numbers 101 and 111 are for what is not an emergency, and 999 is for what is one."""
    for place, member in enumerate(programme.network.members or ()):
        numbers = set(re.findall(r"[0-9]+", member.contact or ""))
        if member.part == "emergency" and numbers and numbers <= {"101", "111"}:
            message = f'this is "{member.contact}", and part is "emergency"; the number for emergencies is 999'
            yield Contradiction(("network", "members", place, "contact"), message, CORRECT)


def _support(programme: Programme) -> list[tuple[int, Link]]:
    """The links by which mentors support people, with their places."""
    parts = {member.id: member.part for member in programme.network.members or ()}
    return [
        (place, link)
        for place, link in enumerate(programme.network.links or ())
        if link.kind == "supports" and (parts.get(link.from_), parts.get(link.to)) == ("mentor", "mentee")
    ]


def _is_late(moment: Moment) -> bool:
    """Whether a moment is surely later than the first meeting: what starts may be a month ahead of it."""
    return moment.event in _ENDINGS or (moment.event in _BEGINNINGS and _days_from(moment)[0] > _MONTH)


def _days_from(moment: Moment) -> tuple[int, int]:
    """The fewest and the most days from an event to a moment; before it they are less than 0."""
    if moment.by is None or moment.by.minutes:
        return 0, 0
    fewest, most = days_as_rounded(moment.by)
    return (-most, -fewest) if moment.side == "before" else (fewest, most)


def _when(moment: Moment) -> str:
    return str(moment) if moment.by else f"at {moment}"
