"""Whether those who are named in the network can do it, and are there (STD727 to STD731, STD740, STD741)."""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    WITH_MENTORS,
    At,
    Link,
    Network,
    Problem,
    Programme,
    Strength,
    Way,
    falls_short,
    hours_in_words,
    longest_closed,
    not_settled,
    rule,
    time_in_words,
    who_is,
)
from mentorkit.standards.sources import ANY_HOUR, BY_STAFF, CLEAR_WAY, EARLY, TOLD_BACK
from mentorkit.standards.told import (
    LONG_WEEKEND,
    at_hours,
    by_stage,
    hours_of,
    is_helpline,
    strangers_told,
    told_of_a_risk,
)
from mentorkit.standards.vocabulary import is_listener_scheme
from mentorkit.works import BRIGHT_RISK_PASSED_ON

_STATE_HOURS = 'state hours, such as "Monday to Friday 08:00 to 16:30"'
_NOT_STAFF = {"mentee": "one of the {mentees}", "mentor": "one of the {mentors}", "emergency": "the emergency services"}
_WEEKEND = 2 * 24 * 60
"""Minutes."""
_MOST_OF_A_WEEK = 6 * 24 * 60
"""Minutes; who is away for longer is there on one day of a week at most."""


@rule(
    "STD727",
    strength=Strength.MUST,
    reads=[At.supervision.led_by],
    sources=[BY_STAFF, BRIGHT_RISK_PASSED_ON],
    ways=WITH_MENTORS,
    waivable=False,
    asked_since="2026-11",
)
def supervisors_and_deputies_are_staff(programme: Programme, network: Network) -> Iterator[Problem]:
    """If a mentee, or another mentor, stands in for the one who is told of a risk, the risk stays where it was.

    The sources name staff. Experienced mentors may supervise, and stand in for a supervisor, where the design says that
    they do; somebody on the staff then oversees them.
    """
    by_mentors = programme.supervision.led_by in (None, "experienced mentor")
    for at, link, source, target in network.linked("escalates", "supervises"):
        if link.kind == "supervises" and network.members[target].part != "mentor":
            continue
        allowed = ("mentor",) if link.kind == "supervises" and by_mentors else ()
        supervises = link.kind == "supervises"
        does = "supervise {mentors}" if supervises else "be told of a risk"
        the_one = "the one who supervises {mentors}" if supervises else "the one who is told of a risk"
        called = network.called_member(link)
        for key, who, what in (
            ("from" if called == source else "to", called, does),
            ("deputy", link.deputy or "", f"stand in for {the_one}"),
        ):
            part = network.members[who].part if who in network.members else None
            if part in _NOT_STAFF and part not in allowed and _is_wrong(link, key, part):
                message = f"{_NOT_STAFF[part]} should not {what}: {network.name(who)}"
                yield falls_short(network.link_at(at, key), message, "name a member of staff")


def _is_wrong(link: Link, key: str, part: str) -> bool:
    """Whether the part is one that cannot do it: a risk may go on to another mentor, or to the emergency services."""
    return link.kind == "supervises" or (key == "deputy" and part != "emergency") or part == "mentee"


@rule(
    "STD728",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[At.safeguarding.risk_told_to, At.role.title, At.staff, At.on_call.hours, At.drop_in.hours],
    sources=[ANY_HOUR, BRIGHT_RISK_PASSED_ON],
    ways=WITH_MENTORS,
    asked_since="2026-11",
)
def somebody_is_told_of_a_risk_whenever_mentors_are_there(programme: Programme, network: Network) -> Iterator[Problem]:
    """Mentors who meet people in the evening hear of risks in the evening.

    The sources ask for somebody behind mentors day and night, and name a member of staff. It is this project's reading
    that at each hour at which mentors are there, one of those whom they pass a risk on to, or a deputy, is there too.
    The emergency services and helplines do not know the people. It is judged at each stage of support. That somebody is
    told at all, and within days, STD741 asks.
    """
    reported: dict[str, int] = {}
    found: list[Problem] = []
    for when, stage in by_stage(network):
        told = told_of_a_risk(stage, "programme", "partner", "mentor")
        for who, hours in _hours_of_mentors(programme, stage):
            left = hours & ~hours_of(stage, told) & ~reported.get(who, 0)
            if left and told and not _never_there(stage, told, hours):  # STD710 and STD741 ask who is told
                reported[who] = reported.get(who, 0) | left
                found.append(_not_told(programme, stage, f"{when}{who} {at_hours(left)}", told))
    yield from (each for at, each in enumerate(found) if each not in found[:at])
    told = told_of_a_risk(network, "programme", "partner", "mentor")
    if told and longest_closed(hours_of(network, told)) and not any(_hours_of_mentors(programme, network)):
        for who in [who for who in network.playing("mentor") if network.is_there(who)][:1]:
            when = f"at which hours {network.name(who)} can be reached"
            message = f"{when}; those who are told of a risk have to be there then too"
            yield not_settled(network.member_at(who, "hours"), message, _STATE_HOURS)


def _not_told(programme: Programme, network: Network, who: str, told: list[str]) -> Problem:
    """That mentors are there at hours at which no member of staff is, whom they pass a risk on to."""
    unknown = [each for each in told if network.members[each].hours is None]
    if unknown:
        message = f"at which hours {network.name(unknown[0])} can be reached, whom {{mentors}} pass a risk on to"
        return not_settled(network.member_at(unknown[0], "hours"), message, _STATE_HOURS)
    named = programme.safeguarding.risk_told_to
    somebody = who_is(programme, named) if named else None
    return falls_short(
        network.member_at(somebody.id if somebody and somebody.id in told else told[0], "hours"),
        f"{who}, and then nobody is there whom they pass a risk on to: {network.names(told)} can be reached at "
        "other hours",
        "name a deputy on the escalation link who answers at these hours, such as a manager on call",
    )


def _hours_of_mentors(programme: Programme, network: Network) -> Iterator[tuple[str, int]]:
    for who in network.playing("mentor"):
        hours = network.members[who].hours
        if hours and who in network.there:
            yield f"{network.name(who)} can be called", hours.minutes
    for what, stated in (
        ("the rota is on call", programme.on_call.hours),
        ("the drop-in is open", programme.drop_in.hours),
    ):
        if stated:
            yield what, stated.minutes


def _never_there(network: Network, told: list[str], hours: int) -> bool:
    """Whether those who are told are there at none of the hours of mentors, or else on one day of a week at most."""
    if any(network.members[who].hours is None for who in told):
        return False
    there = hours_of(network, told)
    return bool(hours & ~there) and (not hours & there or longest_closed(there) > _MOST_OF_A_WEEK)


@rule(
    "STD741",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[At.programme.settings, At.safeguarding.run_by_samaritans, At.on_call.hours, At.drop_in.hours],
    sources=[BRIGHT_RISK_PASSED_ON, CLEAR_WAY],
    ways=WITH_MENTORS,
    asked_since="2026-11",
)
def somebody_of_the_programme_is_told_of_a_risk(programme: Programme, network: Network) -> Iterator[Problem]:
    """What a mentor tells nobody but an ambulance or a helpline, nobody looks after the next day.

    The sources have it passed on to a member of staff, and ask for a clear way. It is this project's reading that it is
    not passed on if those who are told are there at none of the hours of mentors, or on one day of a week. Listeners
    keep full confidentiality.
    """
    if is_listener_scheme(programme):
        return
    found: list[Problem] = []
    for when, stage in by_stage(network):
        told, strangers = told_of_a_risk(stage, "programme", "partner", "mentor"), strangers_told(stage)
        if strangers and not told:
            message = f"{when}a risk is passed on to {network.names(strangers)} alone: nobody of the programme is told"
            fix = "add an escalation link to a member of staff"
            found.append(falls_short(network.member_at(strangers[0], "id"), message, fix))
        for who, hours in _hours_of_mentors(programme, stage) if told else ():  # STD710 asks who is told
            if _never_there(stage, told, hours):
                there = hours_of(stage, told)
                only = at_hours(there) if there else "at no hour"
                message = (
                    f"{when}{who} {at_hours(hours)}, and those whom they pass a risk on to are there only {only}: "
                    f"{network.names(told)}"
                )
                fix = "name a deputy on the escalation link who is there on other days, such as a manager on call"
                found.append(falls_short(network.member_at(told[0], "hours"), message, fix))
        if found and not when:
            break  # what holds as a whole holds at each stage
    yield from (each for at, each in enumerate(found) if each not in found[:at])


@rule("STD729", strength=Strength.SHOULD, sources=[TOLD_BACK], asked_since="2026-11")
def who_closes_a_referral_knows_of_it(network: Network) -> Iterator[Problem]:
    """A third service cannot say what became of somebody whom it has not met.

    The source has a summary go back to the person who referred. It is this project's reading that it comes from the
    one whom the referral leads to, a deputy, somebody of the same organisation, somebody with a link to them, or
    somebody who supports the mentee and hears of it.
    """
    mentees = set(network.playing("mentee"))
    near: dict[str, set[str]] = {}
    supporters = set(network.playing("mentor"))
    for _, link, source, target in network.linked():
        near.setdefault(target, set()).update({source, link.deputy or source})
        near.setdefault(source, set()).update({target, link.deputy or target})
        if link.kind == "supports" and target in mentees:
            supporters.update({source, link.deputy or source})
    for at, link, source, target in network.linked("refers"):
        who = link.closed_by
        if who is None or who not in network.members or who == source or who in mentees:
            continue
        organisation = network.members[target].organisation
        same = organisation is not None and network.members[who].organisation == organisation
        if who != target and who not in supporters and who not in near[target] and not same:
            message = (
                f"{network.name(who)} should say what became of a referral to {network.name(target)}, "
                "without a link to them"
            )
            yield falls_short(network.link_at(at, "closed_by"), message, f'write "{target}", or add the link')


@rule("STD730", strength=Strength.SHOULD, sources=[EARLY], ways=WITH_MENTORS, asked_since="2026-11")
def those_who_answer_are_there_when_they_promise(network: Network) -> Iterator[Problem]:
    """A promise to answer within hours is not kept by somebody who is there once a week.

    One study says that mentors can reach people early. It is this project's reading that hours and promise agree: the
    longest time for which neither the one who answers nor a deputy is there is a weekend at most, or what is promised
    and a weekend, as many count the days on which people work.
    """
    for at, link, source, target in network.linked("supports", "refers", "escalates", "supervises"):
        called = network.called_member(link)
        caller = target if called == source else source
        those = [who for who in (called, link.deputy) if who in network.members and who]
        if link.within is None or any(network.members[who].hours is None for who in those):
            continue
        hours = hours_of(network, those)
        closed = longest_closed(hours)
        if closed > max(LONG_WEEKEND, network.minutes(link) + _WEEKEND):
            message = (
                f"{network.name(called)} should answer {network.name(caller)} within {link.within}, and can be reached "
                f"only on {hours_in_words(hours)}: for {time_in_words(closed)} on end nobody answers"
            )
            fix = "state the hours at which they answer, or how soon they really do; or name a deputy on the link"
            yield falls_short(network.link_at(at, "within"), message, fix)


@rule(
    "STD731",
    strength=Strength.SHOULD,
    reads=[At.online.moderated_by, At.online.moderated_hours, At.staff],
    sources=[ANY_HOUR],
    ways=[Way.ONLINE],
    asked_since="2026-11",
)
def moderators_are_there_at_moderated_hours(programme: Programme, network: Network) -> Iterator[Problem]:
    """Who reports something harmful at ten at night has been told that somebody reads it.

    The source asks for somebody behind peer supporters day and night. It is this project's reading that the hours of
    those who moderate cover the hours that are promised.
    """
    promised, names = programme.online.moderated_hours, programme.online.moderated_by
    if promised is None or not names:
        return
    found = [who_is(programme, name) for name in names]
    those = [each.id for each in found if each and each.id in network.members]
    if len(those) < len(names) or any(network.members[who].hours is None for who in those):
        return  # STD426 asks who they are
    if left := promised.minutes & ~hours_of(network, those):
        message = f"the online place is moderated {promised}, and {network.names(those)} cannot be reached on "
        fix = "state the hours at which somebody moderates, or name somebody who is there"
        yield falls_short(At.online.moderated_hours, f"{message}{hours_in_words(left)}", fix)


@rule("STD740", strength=Strength.SHOULD, waived_by=RESPONSIBLE_FOR_SAFETY, sources=[ANY_HOUR], asked_since="2026-11")
def a_helpline_is_there_when_danger_comes(network: Network) -> Iterator[Problem]:
    """Most thoughts of suicide come when offices are closed, and a line that nobody answers then turns people away.

    The source asks for somebody behind peer supporters day and night. It is this project's reading that a line which is
    named for a danger is open at every hour at which only the emergency services answer instead.
    """
    emergency = network.playing("emergency")
    for who in network.members if emergency else ():  # STD704 tells of hours at which nobody answers
        hours = network.members[who].hours
        if hours is None or not longest_closed(hours.minutes) or not is_helpline(network, who):
            continue
        alone: dict[str, None] = {}
        others = network.at_best.without(*emergency)
        for need in filter(network.cannot_wait_a_day, network.risks):
            for start in network.starts:
                left = others.answer(need, start).uncovered & ~hours.minutes
                if left and who in network.answer(need, start).by:
                    alone[need] = None
        if alone:
            yield falls_short(
                network.member_at(who, "hours"),
                f"{network.name(who)} can be reached {at_hours(hours.minutes)}, and at other hours only "
                f"{network.names(emergency)} can be called about {network.names(alone)}",
                "name a line that is there day and night as well, or somebody on call",
            )
