"""How a risk is passed on, and how a referral ends well (STD710 to STD714 and STD716)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Evidence,
    Link,
    Network,
    Problem,
    Programme,
    Strength,
    as_seen,
    falls_short,
    is_staff,
    not_settled,
    rule,
    who_is,
)
from mentorkit.standards.dangers import waits_too_long
from mentorkit.standards.sources import ANY_HOUR, CLEAR_WAY, ROUTE, TOLD_BACK
from mentorkit.works import (
    BRIGHT,
    BRIGHT_BEFORE_RELEASE,
    BRIGHT_RISK_PASSED_ON,
    RESETTLEMENT_BEFORE_RELEASE,
    TURNING_POINT_HOSPITAL,
    WIKI_PEER_SUPPORT,
)

_PROFESSIONALS = WIKI_PEER_SUPPORT.at("StRaW: a colleague supports somebody, or helps them to get to professionals")
_ONWARD = BRIGHT.at("in Service B a stay ends with help to find a home and with a referral onward", Evidence.PRACTICE)


@rule("STD710", strength=Strength.MUST, sources=[BRIGHT_RISK_PASSED_ON, CLEAR_WAY, ROUTE, _PROFESSIONALS])
def escalation_ends_with_somebody_who_is_responsible(network: Network) -> Iterator[Problem]:
    """A risk that stays among volunteers stays with people who may go home, and who cannot be held responsible for it.

    The sources name a member of staff, an agency or professionals. This project reads that as paid work or the
    emergency services at the end of every way, including a deputy's, and for as long as a mentor supports somebody.
    """
    escalating = list(network.linked("escalates"))
    linked = {source for _, _, source, _ in escalating}
    going_on = _going_on(network)
    for when, stage in network.stages:
        later = _going_on(stage)
        for mentor in stage.playing("mentor"):
            if mentor in going_on and mentor not in later and stage.is_there(mentor):
                yield falls_short(
                    network.member_at(mentor, "id"),
                    f"there is nobody to whom {network.name(mentor)} can pass a risk on {when}: "
                    "no link escalates from there then",
                    "let the link begin when they support somebody and go on for as long, or add one for that time",
                    met_by_more=At.network.links,
                )
    for mentor in network.playing("mentor"):
        if mentor not in linked:
            yield falls_short(
                network.member_at(mentor, "id"),
                f"there is nobody to whom {network.name(mentor)} can pass a risk on: no link escalates from there",
                'add a link with kind = "escalates" to the member of staff who is responsible for it',
                met_by_more=At.network.links,
            )
        elif mentor not in going_on:
            yield falls_short(
                network.member_at(mentor, "id"),
                f"there is nobody now to whom {network.name(mentor)} can pass a risk on: "
                "those who are told cannot be reached",
                "name a deputy on the link, or add a link to another member of staff who is responsible",
            )
    asked = set()
    for at, link, _, target in escalating:
        for key, who in (("to", target), ("deputy", link.deputy)):
            member = network.members.get(who or "")
            if member is None or who is None or who in going_on or member.part == "emergency" or member.paid:
                continue
            if member.paid is False:
                message = f"escalation ends at {network.name(who)}, whose work is not paid, so nobody is responsible"
                fix = "add a link from there to a member of staff, or name one here"
                yield falls_short(network.link_at(at, key), message, fix)
            elif who not in asked:
                asked.add(who)
                message = f"whether the work of {network.name(who)} is paid; escalation ends there"
                yield not_settled(network.member_at(who, "paid"), message, "state paid = true or paid = false")


def _going_on(network: Network) -> set[str]:
    """The members that can pass a risk on."""
    return {
        source
        for _, link, source, _ in network.linked("escalates")
        if network.is_usable(link) or not network.is_there(source)
    }


@rule(
    "STD711",
    strength=Strength.SHOULD,
    reads=[At.safeguarding.risk_told_to, At.role.title, At.staff],
    sources=[BRIGHT_RISK_PASSED_ON, ROUTE],
)
def risk_goes_to_the_person_named(programme: Programme, network: Network) -> Iterator[Problem]:
    """Mentors learn one name to report to. If the network leads to somebody else, one of the two is wrong.

    It is this project's reading that each risk that cannot wait a day, or that a mentor passes on to anybody, leads to
    that person. Whether the name is that of somebody, and of staff, other rules ask.
    """
    named = programme.safeguarding.risk_told_to
    if named is None or not any(network.linked("escalates")) or not is_staff(programme, named):
        return
    told = who_is(programme, named)
    can_be_told = [
        network.is_there(who) and network.is_usable(link)
        for _, link, _, target in network.linked("escalates")
        for who in (target, link.deputy)
        if told and who in network.members and who == told.id
    ]
    if not can_be_told:
        yield falls_short(
            ("safeguarding", "risk_told_to"),
            f'mentors should tell "{named}" of a risk, but no escalation link leads to a member of that name',
            "add the link, or name here the member that it leads to",
        )
    elif not any(can_be_told):
        yield falls_short(
            ("safeguarding", "risk_told_to"),
            f'mentors should tell "{named}" of a risk, but nobody can call a member of that name now',
            "tell {mentors} who is called instead, or name somebody here who can be reached",
        )
    elif told:
        risks = _concerning(network, told.id)
        missing = {need: those for need in risks if (those := _passing_by(network, told.id, need))}
        if missing:
            yield _passed_by(network, named, missing)
        for when, stage in network.stages:
            later = {need: those for need in risks if (those := _passing_by(stage, told.id, need))}
            if later := {need: those for need, those in later.items() if need not in missing}:
                yield _passed_by(network, named, later, f"{when}, ")


def _concerning(network: Network, told: str) -> list[str]:
    """The risks that the one who is told has to hear of.

    These are the risks that cannot wait a day, or that an escalation link names. What is over before they answer, and
    what neither they nor a deputy can meet, the emergency services are called for instead.
    """
    named = {need for _, link, _, _ in network.linked("escalates") for need in link.for_ or ()}
    leading = [link for _, link, _, to in network.linked("escalates") if told in (to, link.deputy)]
    by_them = {told, *(link.deputy for link in leading)}
    soonest = min(map(network.minutes, leading))
    return [
        need
        for need in network.risks
        if not waits_too_long(network, need)  # STD431 asks for it sooner
        if network.needs[need].risk and (need in named or network.cannot_wait_a_day(need))
        if by_them & network.who_can_meet(need) or (network.limit(need) or 0) >= soonest
    ]


def _passing_by(network: Network, told: str, need: str) -> list[str]:
    """The mentors from whom no escalation link for a risk leads to the one who is told, or to somebody before them."""
    ways: dict[str, list[str]] = {}
    for _, link, source, target in network.linked("escalates"):
        for who in (target, link.deputy) if link.for_ is None or need in link.for_ else ():
            ways.setdefault(who or "", []).append(source)
    heard_by, ahead = {told}, [told]
    while ahead:
        further = set(ways.get(ahead.pop(), ())) - heard_by
        heard_by |= further
        ahead += further
    return [who for who in network.playing("mentor") if network.is_there(who) and who not in heard_by]


def _passed_by(network: Network, named: str, missing: Mapping[str, Iterable[str]], when: str = "") -> Problem:
    """That mentors do not pass some risks on to the one who is told, with the mentors by risk."""
    mentors = dict.fromkeys(who for those in missing.values() for who in those)
    return falls_short(
        ("safeguarding", "risk_told_to"),
        f'mentors should tell "{named}" of a risk, but {when}no escalation link leads there from '
        f"{network.names(mentors)} for {network.names(missing, 'or')}",
        "name the risk under for of a link that leads there, and let the link go on for as long as support does",
        about=[network.need_at(need) for need in missing],
        met_by_more=At.network.links,
    )


@rule("STD712", strength=Strength.SHOULD, waived_by=RESPONSIBLE_FOR_SAFETY, sources=[ANY_HOUR])
def there_are_deputies_for_risk_and_supervision(network: Network) -> Iterator[Problem]:
    """The person who should be told may be on leave on the day when something happens.

    The source asks for back-up behind peer supporters. It is this project's reading that the person who is told of a
    risk, and the person who supervises, each need a deputy. A team or a service can cover for itself.
    """
    for at, link, _, _ in network.linked("escalates", "supervises"):
        called = network.called_member(link)
        if _is_several(network, called):
            continue
        does = "be told of a risk" if link.kind == "escalates" else "supervise"
        if link.deputy is None:
            message = f"no deputy is named to {does} instead of {network.name(called)}"
            yield falls_short(network.link_at(at), message, "name somebody else as deputy")
        elif link.deputy in network.members and not network.is_there(link.deputy):
            now = f"{network.name(link.deputy)} cannot be reached"
            message = f"nobody can {does} instead of {network.name(called)} now: {now}"
            yield falls_short(network.link_at(at, "deputy"), message, "name somebody else as deputy")
    for at, link in network.links.items():
        if link.deputy is not None and link.deputy in (link.from_, link.to):
            message = f"this link has {network.name(link.deputy)} on it already, so they cannot be its deputy"
            yield falls_short(network.link_at(at, "deputy"), message, "name somebody else as deputy")
        elif (
            link.deputy
            and link.deputy in network.members
            and _are_alike(network, link.deputy, network.called_member(link))
        ):
            message = f'whether "{link.deputy}" is somebody else than the one they stand in for; both have one title'
            yield not_settled(network.link_at(at, "deputy"), message, "give each a title of their own if they are two")


def _are_alike(network: Network, who: str, other: str) -> bool:
    """Whether two ids may be of one person, by their title and how they are reached."""
    one, two = network.members[who], network.members[other]
    single = not _is_several(network, who) and not _is_several(network, other)
    return single and as_seen(one.title or who) == as_seen(two.title or other) and one.contact == two.contact


def _is_several(network: Network, who: str) -> bool:
    member = network.members[who]
    return member.part == "emergency" or member.kind in ("team", "service", "group") or (member.people or 1) > 1


@rule("STD713", strength=Strength.SHOULD, sources=[_ONWARD, TOLD_BACK])
def every_referral_leads_somewhere(network: Network) -> Iterator[Problem]:
    """If people are passed on to a place that leads nowhere, or back to where they began, they have been sent away.

    In one service a stay ends with a referral onward. It is this project's reading that every way in the network ends
    somewhere, or goes on.
    """
    for who in dict.fromkeys(who for _, who in network.dead_ends()):
        yield not_settled(
            network.member_at(who, "ends"),
            f"how support ends at {network.name(who)}: people are referred there, and no link leads on from there",
            'state ends, such as "tenancy signed", or add a link that leads on',
        )
    for circle in network.closed_circles():
        yield falls_short(
            network.member_at(circle[0], "id"),
            f"{network.names(circle)} only pass people on to each other, so support never ends",
            "state ends, which says how support ends, for one of them, or add a link that leads out",
        )
    linked, usable = _linked(network.links.values()), _linked(filter(network.is_usable, network.links.values()))
    for who in network.members:
        if who not in linked:
            yield falls_short(
                network.member_at(who, "id"),
                f"no link leads to {network.name(who)} or from there: nobody will think of them when they are needed",
                "add the link, or take the member out",
                met_by_more=At.network.links,
            )
        elif who not in usable and network.is_there(who):
            yield falls_short(
                network.member_at(who, "id"),
                f"nobody will think of {network.name(who)} now: those who are linked to them cannot be reached",
                "add a link to or from somebody who can be reached",
            )


def _linked(links: Iterable[Link]) -> set[str | None]:
    return {who for link in links for who in (link.from_, link.to, link.deputy, link.closed_by)}


def _refers_for_somebody(network: Network, link: Link) -> bool:
    """Whether somebody else does the referring: who turns to a service alone needs no message back."""
    return network.members[link.from_ or ""].part != "mentee" and network.members[link.to or ""].part != "emergency"


@rule("STD714", strength=Strength.SHOULD, sources=[TOLD_BACK])
def referrals_in_the_network_are_reported_back(network: Network) -> Iterator[Problem]:
    """Nobody knows that a person never arrived, unless somebody says what became of the referral, and by when.

    The standard is for social prescribing, which is close to mentoring. It asks for the message. It is this project's
    reading that the network names a person who sends it, and a time.
    """
    for at, link, source, target in network.linked("refers"):
        if not _refers_for_somebody(network, link):
            continue
        ends = f"somebody has been referred to {network.name(target)} by {network.name(source)}"
        if link.closed_by is None:
            message = f"who says what became of it when {ends}"
            yield not_settled(network.link_at(at, "closed_by"), message, f'state closed_by, such as "{target}"')
        elif link.closed_by == source:
            message = f"this referral is made by {network.name(source)}, who should also say what became of it"
            fix = f'name somebody who knows, such as closed_by = "{target}"'
            yield falls_short(network.link_at(at, "closed_by"), message, fix)
        elif link.closed_by in network.playing("mentee"):
            who = network.name(link.closed_by)
            message = f"{who} should say what became of their own referral: nobody hears of it if they never arrived"
            fix = f'name somebody who knows, such as closed_by = "{target}"'
            yield falls_short(network.link_at(at, "closed_by"), message, fix)
        elif link.closed_by in network.members.keys() - network.there and network.is_usable(link):
            message = (
                f"{network.name(link.closed_by)}, who should say what became of it when {ends}, cannot be reached now"
            )
            yield falls_short(network.link_at(at, "closed_by"), message, "name somebody else who knows")
        if link.closed_within is None:
            message = f"how soon somebody says what became of it when {ends}"
            yield not_settled(network.link_at(at, "closed_within"), message, 'state closed_within = "2 weeks"')


def _is_handed_over(network: Network, link: Link, event: str) -> bool:
    """Whether somebody else is called for the same until the event, at which a link begins."""
    return any(
        other.from_ == link.from_ and other.until and other.until.event == event and other.until.side != "before"
        for _, other, _, _ in network.linked("refers")
        if other.for_ is None or set(link.for_ or network.needs) <= set(other.for_)
    )


def _of_another_event(network: Network, at: int, key: str) -> str:
    """The event that a link counts its one end from, if other links name it, and not that of the other end, `key`."""
    ends = {"since": network.links[at].since, "until": network.links[at].until}
    (one,), other = [end for name, end in ends.items() if name != key], ends[key]
    if one is None or other is None or one.event == other.event or _OF_SUPPORT.search(one.event):
        return ""
    named = {
        end.event for place, link in network.links.items() if place != at for end in (link.since, link.until) if end
    }
    return one.event if one.event in named and other.event not in named else ""


_OF_SUPPORT = re.compile(
    r"\b(?:meetings?|match(?:ing)?|support|mentoring|referral|induction|review|exit)\b|^(?:start|end)$"
)
"""Words of events that are steps of support, and no change in somebody's life."""


@rule(
    "STD716",
    strength=Strength.SHOULD,
    sources=[BRIGHT_BEFORE_RELEASE, TURNING_POINT_HOSPITAL, RESETTLEMENT_BEFORE_RELEASE],
)
def support_continues_from_before_to_after_an_event(network: Network) -> Iterator[Problem]:
    """At release and at discharge most support ends on one day, and a new face a week later comes too late.

    The sources speak of these two events. It is this project's reading that at least one supporter stays from before to
    after any event that the network names. Referrals do not wait for it.
    """
    spanned: dict[tuple[str, str], list[tuple[int, Link, str]]] = {}
    for at, link, source, target in network.linked("supports"):
        if (event := network.spans(link)) and not _OF_SUPPORT.search(event):
            spanned.setdefault((target, event), []).append((at, link, source))
    for (target, event), across in spanned.items():
        if network.is_there(target) and not any(network.is_usable(link) for _, link, _ in across):
            who = network.names(dict.fromkeys(source for _, _, source in across))
            message = f"nobody stays with {network.name(target)} across {event} now: {who} cannot be reached"
            yield falls_short(network.link_at(across[0][0]), message, "name a deputy, or let somebody else span it")
    for at, link, source, target in network.linked("supports", "refers"):
        for key, moment in (("since", link.since), ("until", link.until)):
            if moment is None or _OF_SUPPORT.search(moment.event):
                continue
            if link.kind == "supports" and (other := _of_another_event(network, at, key)):
                message = (
                    f"how far apart {other} and {moment.event} are: support by {network.name(source)} begins "
                    f"{link.since} and ends {link.until}, and no other link names {moment.event}"
                )
                same = f"{str(moment).removesuffix(moment.event)}{other}"
                fix = f'if one event is meant, name it at both ends, such as {key} = "{same}"'
                yield not_settled(network.link_at(at, key), message, fix)
                break
            late = key == "since" and moment.side != "before"
            if (
                link.kind == "refers"
                and late
                and not (moment.by is None and _is_handed_over(network, link, moment.event))
            ):
                message = f"{network.name(source)} only refers to {network.name(target)} from {moment}"
                fix = f"begin before {moment.event}, so that somebody is there on the day"
                yield falls_short(network.link_at(at, key), message, fix)
            elif link.kind == "supports" and (target, moment.event) not in spanned:
                when = f"{'at ' if moment.side == 'at' else ''}{moment}"
                says = f"begins {when}" if key == "since" else f"ends {when}"
                message = (
                    f"nobody stays with {network.name(target)} across {moment.event}: "
                    f"support by {network.name(source)} {says}, and no other support goes on from before to after it"
                )
                fix = f'let one supporter span it, such as until = "3 months after {moment.event}"'
                yield falls_short(network.link_at(at, key), message, fix, met_by_more=At.network.links)
                break
