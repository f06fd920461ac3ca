"""Whether those who are told of a risk can act on it, and soon enough (STD736 to STD739)."""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Network,
    Problem,
    Programme,
    Strength,
    falls_short,
    hours_in_words,
    listed,
    rule,
    time_in_words,
    who_is,
)
from mentorkit.standards.sources import ANY_HOUR, CLEAR_WAY, EARLY, ROUTE
from mentorkit.works import BRIGHT_RISK_PASSED_ON

_AT_LEAST = 60
"""Minutes; nobody but the emergency services is asked to answer sooner."""
_HARDLY_THERE = 4 * 60
"""Minutes a week; somebody who is there for less, and less than the one they stand in for, stands in for nobody."""
_A_WEEK = 7 * 24 * 60
"""Minutes."""
_ALONE = ("service", "group", "place")
"""Kinds of member that do not know the people of a programme, unless they are part of it."""


@rule("STD736", strength=Strength.SHOULD, sources=[EARLY, CLEAR_WAY], asked_since="2026-11")
def everybody_called_for_a_risk_answers_in_time(network: Network) -> Iterator[Problem]:
    """An ambulance comes in minutes, and the one who knows the person hears of it next week.

    One study says that mentors can reach people early. It is this project's reading that each member who is called for
    a risk by name answers within the time that the risk allows, or an hour, even if somebody else is quicker.
    """
    for at, link, _, _ in network.at_best.linked("refers", "escalates"):
        slow = [
            need
            for need in link.for_ or ()
            if need in network.needs and network.needs[need].risk
            if (limit := network.at_best.limit(need)) is not None
            if link.within and network.at_best.minutes(link) > max(limit, _AT_LEAST)
        ]
        if slow:
            late_for = listed(f"{network.name(need)} (within {network.needs[need].within})" for need in slow)
            called = network.name(network.called_member(link))
            message = f"an answer by {called} within {link.within} is too late for {late_for}"
            fix = "agree with them to answer sooner, or take the risk out of for and name somebody who does"
            yield falls_short(network.link_at(at, "within"), message, fix)


@rule("STD737", strength=Strength.SHOULD, waived_by=RESPONSIBLE_FOR_SAFETY, sources=[ANY_HOUR], asked_since="2026-11")
def deputies_can_stand_in(network: Network) -> Iterator[Problem]:
    """A deputy who is there for an hour a week, or does something else, is a name on paper.

    The source asks for back-up behind peer supporters. It is this project's reading that the deputy of the one who is
    told of a risk is there for some hours each week, is no service from outside, and deals with the same risks.
    """
    for at, link, _, target in network.linked("escalates"):
        if link.deputy is None or link.deputy not in network.there or link.deputy in (link.from_, link.to):
            continue
        called, deputy = network.members[target], network.members[link.deputy]
        stands_in = f"the deputy of {network.name(target)}, {network.name(link.deputy)},"
        fix = "name somebody as deputy who can do what they do"
        if called.part == "emergency" or deputy.part in (None, "mentee", "mentor", "emergency"):
            continue  # STD727 asks who it is
        if called.hours and deputy.hours:
            there = deputy.hours.minutes.bit_count()
            if there < min(_HARDLY_THERE, called.hours.minutes.bit_count()):
                message = (
                    f"{stands_in} can be reached for {time_in_words(there)} a week: "
                    f"on {hours_in_words(deputy.hours.minutes)}"
                )
                yield falls_short(network.link_at(at, "deputy"), message, "name a deputy who is there for longer")
        if network.is_outside(link.deputy) and deputy.kind in _ALONE and not network.is_outside(target):
            message = f"{stands_in} is a {deputy.kind} outside the programme"
            yield falls_short(network.link_at(at, "deputy"), message, fix)
            continue
        asked = network.risks if link.for_ is None else link.for_
        risks = [need for need in network.needs if need in asked and need in (called.meets or ())]
        if risks and deputy.meets is not None and not set(risks).intersection(deputy.meets):
            message = f"{stands_in} does not meet {network.names(risks, 'or')}, as they do"
            yield falls_short(network.link_at(at, "deputy"), message, fix)


@rule(
    "STD738",
    strength=Strength.SHOULD,
    reads=[At.safeguarding.risk_told_to, At.role.title, At.staff],
    sources=[BRIGHT_RISK_PASSED_ON, ROUTE],
    asked_since="2026-11",
)
def the_one_told_of_a_risk_belongs_to_a_known_organisation(programme: Programme, network: Network) -> Iterator[Problem]:
    """A helpline does not know the mentor, and cannot be asked next week what was done.

    The source has mentors tell a member of staff. It is this project's reading that staff of a partner may be told, if
    the design says of which, and that a service, a group or a place outside the programme is nobody's member of staff.
    """
    named = programme.safeguarding.risk_told_to
    told = who_is(programme, named) if named else None
    if told is None or told.member is None or told.id not in network.members:
        return
    outside = network.is_outside(told.id) and told.member.part != "emergency"
    if outside and (told.member.kind in _ALONE or told.member.organisation is None):
        what = f"a {told.member.kind}" if told.member.kind in _ALONE else "of no organisation that is stated"
        yield falls_short(
            At.safeguarding.risk_told_to,
            f'mentors should tell "{named}" of a risk, which is outside the programme, and {what}',
            "name a member of staff of the programme, or state the organisation of the one who is told",
        )


@rule("STD739", strength=Strength.SHOULD, sources=[CLEAR_WAY, EARLY], asked_since="2026-11")
def a_danger_is_called_a_risk(network: Network) -> Iterator[Problem]:
    """What is not called a risk is not asked about: who answers it at night, and who is told.

    The sources ask for a clear way, and for help that is early. It is this project's reading that nobody calls the
    emergency services for what is no risk, and that no risk waits for longer than a week.
    """
    for name, need in network.needs.items():
        emergency = [who for who in network.who_can_meet(name) if network.members[who].part == "emergency"]
        if need.risk is False and emergency:
            message = f"{network.names(sorted(emergency))} can be called about {network.name(name)}, and risk is false"
            fix = "state risk = true, or take the need out of meets of the emergency services"
            yield falls_short(network.need_at(name, "risk"), message, fix)
        if need.risk and need.within and (network.at_best.limit(name) or 0) > _A_WEEK:
            message = f"a risk to somebody's safety, {network.name(name)}, may wait for {need.within}"
            fix = "state how soon somebody has to answer, or that it is not a risk"
            yield falls_short(network.need_at(name, "within"), message, fix)
