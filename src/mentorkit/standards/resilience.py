"""What depends on one alone, whom those who answer take, and whether there is room (STD706 to STD709)."""

from collections.abc import Iterable, Iterator

from mentorkit.api import (
    At,
    Evidence,
    Network,
    Problem,
    Programme,
    Strength,
    Way,
    as_seen,
    falls_short,
    listed,
    not_settled,
    rule,
)
from mentorkit.standards.sources import ANY_HOUR, REFERRAL_IS_CLEAR, RESOURCES, WHO_IS_THERE
from mentorkit.standards.told import by_stage
from mentorkit.works import BRIGHT

_ENOUGH = BRIGHT.at("enough mentors have to be coming through the scheme", Evidence.OPINION)

_MONTHS = 12
_OLDEST = 150
"""Years; a higher age that somebody states means that there is no limit."""


@rule("STD706", strength=Strength.SHOULD, sources=[ANY_HOUR])
def no_risk_depends_on_one_member_alone(network: Network) -> Iterator[Problem]:
    """People are ill, on leave or on the telephone.

    If one of them is the only way, that day there is no way. The source asks for back-up behind peer supporters. It is
    this project's reading that this means a second way for every risk, at each stage of support. The emergency services
    count as always there.
    """
    yield from _single(network, network.risks)


@rule("STD707", strength=Strength.CAUTION, sources=[WHO_IS_THERE])
def no_need_depends_on_one_member_alone(network: Network) -> Iterator[Problem]:
    """Services close, move and fill up.

    A mentor who knows only one service then has to start again from nothing. The source asks that staff know everything
    that is nearby. It is this project's reading that this means at least two ways, so it is only advice.
    """
    yield from _single(network, network.other_needs)


_Points = dict[str | int, dict[str, list[str]]]
"""By a member or the place of a link, the needs that depend on it alone, and for whom."""


def _single(network: Network, needs: Iterable[str]) -> Iterator[Problem]:
    """What needs depend on, as the network is as a whole, and what else at each stage."""
    needs, known = list(needs), set[tuple[str | int, str]]()
    for when, stage in by_stage(network):
        points = {
            node: {need: starts for need, starts in hanging.items() if (node, need) not in known}
            for node, hanging in _points(stage, needs).items()
        }
        known.update((node, need) for node, hanging in points.items() for need in hanging)
        yield from _depends_on(stage, when, {node: hanging for node, hanging in points.items() if hanging})


def _points(network: Network, needs: Iterable[str]) -> _Points:
    found: _Points = {}
    for need in needs:
        for start in network.starts:
            points = network.single_points(need, start)
            for who in points.members:
                if network.members[who].part != "emergency":
                    found.setdefault(who, {}).setdefault(need, []).append(start)
            for at in points.links:
                called = network.called_member(network.links[at])
                if called not in points.members and network.members[called].part != "emergency":
                    found.setdefault(at, {}).setdefault(need, []).append(start)
    return found


def _depends_on(network: Network, when: str, points: _Points) -> Iterator[Problem]:
    alike: dict[str, list[str]] = {}
    for who in (who for who in network.members if who in points):
        alike.setdefault(_nobody_answers(network, points[who]), []).append(who)
    for consequence, those in alike.items():
        away = "they are" if len(those) == 1 else "one of them is"
        yield falls_short(
            network.member_at(those[0], "id"),
            f"{when}everything depends on {network.names(those)}: when {away} away, {consequence}",
            "name a deputy on the links that lead there, or link somebody else who answers",
            about=[network.need_at(need) for need in points[those[0]]],
            met_by_more=At.network.links,
        )
    for at in sorted(node for node in points if isinstance(node, int)):
        link = network.links[at]
        ends = f"from {network.name(link.from_ or '')} to {network.name(link.to or '')}"
        yield falls_short(
            network.link_at(at),
            f"{when}everything depends on one link, {ends}: without it {_nobody_answers(network, points[at])}",
            "add a link to somebody else who answers",
            about=[network.need_at(need) for need in points[at]],
            met_by_more=At.network.links,
        )


def _nobody_answers(network: Network, hanging: dict[str, list[str]]) -> str:
    by_starts: dict[tuple[str, ...], list[str]] = {}
    for need, starts in hanging.items():
        by_starts.setdefault(tuple(starts), []).append(need)
    return listed(
        f"nobody answers {network.names(starts, 'or')} about {network.names(needs, 'or')}"
        for starts, needs in by_starts.items()
    )


@rule("STD708", strength=Strength.SHOULD, sources=[WHO_IS_THERE, REFERRAL_IS_CLEAR])
def services_that_answer_take_people_of_the_programme(network: Network) -> Iterator[Problem]:
    """It is worse to be sent to a service and turned away for one's age or address than not to be sent.

    A member that states no age or area is taken to have no such limit, as in Open Referral. It is this project's
    reading of knowing what there is that ages and areas are compared for each need.
    """
    stated = network.referral
    members = network.members.values()
    yield from _wrong_way_round(("network", "oldest"), stated.youngest, stated.oldest)
    for who, member in network.members.items():
        yield from _wrong_way_round(network.member_at(who, "oldest"), member.youngest, member.oldest)
    if stated.youngest is None and any(member.youngest is not None for member in members):
        message = "how old the youngest {mentee} is; some members do not take people so young"
        yield not_settled("network.youngest", message, "state youngest")
    if stated.oldest is None and any(member.oldest is not None for member in members):
        message = "how old the oldest {mentee} is; some members do not take people so old"
        yield not_settled("network.oldest", message, "state oldest")
    if stated.areas is None and any(member.areas is not None for member in members):
        message = "which areas {mentees} come from; some members only take people from certain areas"
        yield not_settled("network.areas", message, "state areas")
    told = set()
    for need in network.needs:
        by = {who for start in network.starts for who in network.answer(need, start).by}
        left = [*_ages_left(network, by), *_areas_left(network, by)] if by else []
        if left:
            told.add(need)
            message = f"{network.name(need)}: nobody who answers takes {{mentees}} {listed(left, 'or')}"
            fix = "find somebody who takes them, or say in [network] that the programme has no such people"
            yield falls_short(network.need_at(need, "id"), message, fix)
    for at, link, source, _ in network.linked("refers", "supports", "escalates"):
        called = network.called_member(link)
        answered = told.intersection(link.for_ or network.members[called].meets or ())
        if not answered and (why := _takes_nobody(network, called)):
            message = f"nobody in this programme can go to {network.name(called)}: {why}"
            fix = "name somebody who takes them" if link.kind == "supports" else "refer to somebody who takes them"
            yield falls_short(network.link_at(at, "from" if called == source else "to"), message, fix)


def _wrong_way_round(at: tuple[str | int, ...], youngest: int | None, oldest: int | None) -> Iterator[Problem]:
    if youngest is not None and oldest is not None and youngest > oldest:
        message = f"the youngest are {youngest} and the oldest {oldest}, so this includes nobody"
        yield falls_short(at, message, "state the lower age as youngest and the higher as oldest")


def _ages(network: Network) -> range | None:
    """The ages of the programme's people; None where one that a member asks for is not stated."""
    stated, members = network.referral, network.members.values()
    youngest_matters = stated.youngest is None and any(member.youngest is not None for member in members)
    oldest_matters = stated.oldest is None and any(member.oldest is not None for member in members)
    return None if youngest_matters or oldest_matters else _up_to(stated.youngest or 0, stated.oldest)


def _up_to(first: int, last: int | None) -> range:
    return range(first, (_OLDEST if last is None else min(last, _OLDEST)) + 1)


def _taken(network: Network, who: str, ages: range) -> range:
    """Of some ages, those that a member takes."""
    member = network.members[who]
    taken = _up_to(member.youngest or 0, member.oldest)
    return range(max(ages.start, taken.start), min(ages.stop, taken.stop))


def _ages_left(network: Network, by: Iterable[str]) -> list[str]:
    """The ages of the programme's people that none of these take, as "aged 18 to 24"."""
    ages = _ages(network)
    if ages is None:
        return []
    left = sorted({*ages}.difference(*(_taken(network, who, ages) for who in by)))
    first = [age for age in left if age - 1 not in left]
    last = [age for age in left if age + 1 not in left]
    return [f"aged {a}" if a == b else f"aged {a} to {b}" for a, b in zip(first, last, strict=True)]


def _areas_left(network: Network, by: Iterable[str]) -> list[str]:
    taken: set[str] = set()
    for who in by:
        areas = network.members[who].areas
        if areas is None:
            return []
        taken.update(map(as_seen, areas))
    return [f"from {area}" for area in network.referral.areas or () if as_seen(area) not in taken]


def _takes_nobody(network: Network, who: str) -> str:
    """Why a member takes none of the programme's people, empty where it takes some."""
    stated, member = network.referral, network.members[who]
    ages = _ages(network)
    if ages and not _taken(network, who, ages):
        people = _from_to(stated.youngest, stated.oldest)
        return f"people {_from_to(member.youngest, member.oldest)} are taken, and those of the programme are {people}"
    if stated.areas is None or member.areas is None:
        return ""
    if {as_seen(area) for area in member.areas}.isdisjoint(map(as_seen, stated.areas)):
        people = f"and those of the programme are from {listed(stated.areas)}" if stated.areas else "which is none here"
        return f"people from {listed(member.areas)} are taken, {people}" if member.areas else "no areas are named"
    return ""


def _from_to(youngest: int | None, oldest: int | None) -> str:
    if youngest is None and oldest is None:
        return "of any age"
    if None not in (youngest, oldest):
        return f"aged {youngest}" if youngest == oldest else f"aged {youngest} to {oldest}"
    return f"aged {oldest} at most" if youngest is None else f"aged {youngest} and over"


@rule("STD709", strength=Strength.SHOULD, reads=[At.programme.mentees, At.programme.ways], sources=[_ENOUGH, RESOURCES])
def there_is_room_for_the_people_expected(programme: Programme, network: Network) -> Iterator[Problem]:
    """A waiting list at one place holds up the whole network, and people who wait are lost.

    The sources ask for enough mentors and resources. It is this project's reading that every other place needs enough
    room too, over a year, and that the emergency services are not the room that a programme plans with. What is open
    to anybody, such as a fellowship or a meeting with an open door, has room for all. Where more people are expected
    in a month than are supported at a time, it is the number expected that is looked at again. In pairs that is so of
    dangers even where there is room.
    """
    shortfalls = network.shortfalls()
    for shortfall in shortfalls:
        message = f"too little room: {network.shortfall_in_words(shortfall)}"
        yield _too_little(programme, network, shortfall.needs, shortfall.bottleneck[0], message, "need")
    known = {need for shortfall in shortfalls for need in shortfall.needs}
    emergency = network.playing("emergency")
    for shortfall in network.without(*emergency).shortfalls() if emergency else ():
        needs = [need for need in shortfall.needs if need in network.risks and need not in known]
        if needs and network.needs[needs[0]].risk:
            message = f"too little room but for the emergency services: {network.shortfall_in_words(shortfall)}"
            yield _too_little(programme, network, shortfall.needs, shortfall.bottleneck[0], message, "risk")
    for need in network.risks if programme.programme.ways == (Way.PAIR.value,) else ():
        if need not in known and _more_than_there_are(programme, network, need):
            expected, mentees = network.needs[need].expected, programme.programme.mentees
            message = (
                f"{expected} are expected with {network.name(need)}, and programme.mentees is {mentees}: more than "
                "one each in a month"
            )
            yield falls_short(network.need_at(need, "expected"), message, "correct whichever of the two is wrong")
    short = {who for shortfall in shortfalls for who in shortfall.bottleneck}
    for who in network.unknown_room():
        if who not in short:
            yield not_settled(
                network.member_at(who, "capacity"),
                f"how many people {network.name(who)} can take on; without it nobody can say whether there is room",
                'state capacity = "12 per month", or "open to anybody" if all who come are taken, as in a fellowship',
            )


def _more_than_there_are(programme: Programme, network: Network, need: str) -> bool:
    """Whether more people are expected with a need in a month than are supported at a time."""
    expected, mentees = network.needs[need].expected, programme.programme.mentees
    return bool(expected and mentees and expected.per_year > _MONTHS * mentees)


def _too_little(
    programme: Programme, network: Network, needs: Iterable[str], where: str, message: str, what: str
) -> Problem:
    """That there is too little room: there, or at a number of people expected that is beyond all likelihood."""
    for need in needs:
        if _more_than_there_are(programme, network, need):
            return falls_short(
                network.need_at(need, "expected"),
                f"{network.needs[need].expected} are expected with {network.name(need)}, and programme.mentees is "
                f"{programme.programme.mentees}: there is too little room for so many",
                "correct whichever of the two is wrong, or make room",
            )
    fix = f"make room there, find others who answer the same {what}, or plan for fewer people"
    return falls_short(network.member_at(where, "capacity"), message, fix)
