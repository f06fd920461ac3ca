"""Who answers, how soon and when (STD700 to STD705)."""

from collections.abc import Iterable, Iterator

from mentorkit.api import (
    At,
    Evidence,
    Link,
    Network,
    Problem,
    Programme,
    Strength,
    did_you_mean,
    falls_short,
    listed,
    not_settled,
    rule,
    time_in_words,
)
from mentorkit.standards.sources import ANY_HOUR, CLEAR_WAY, EARLY, OPEN_REFERRAL, REFERRAL_IS_CLEAR, WHO_IS_THERE
from mentorkit.standards.told import at_hours
from mentorkit.works import WIKI_RECOVERY_COACHING

_HAS_AN_ID = OPEN_REFERRAL.at("each service has an id, and names its organisation by one")
_ON_CALL = WIKI_RECOVERY_COACHING.at(
    "AnchorED: a peer is on call day and night, every day of the week", Evidence.PRACTICE
)

_Places = dict[tuple[str | int, ...], list[str]]


@rule("STD700", strength=Strength.MUST, reads=[At.network], sources=[CLEAR_WAY, ANY_HOUR], asked_since="2026-11")
def it_says_who_there_is_to_turn_to(programme: Programme) -> Iterator[Problem]:
    """A design that says nothing of who is called is no safer than one that says it and leaves a gap.

    The sources ask for a clear way and for somebody at every hour. It is this project's reading that both are written
    down, so that they can be checked.
    """
    if not Network.is_in(programme):
        fix = "describe them in [network], with [[network.needs]], [[network.members]] and [[network.links]]"
        yield not_settled("network.members", "who there is to turn to, and who is called when something happens", fix)


@rule("STD701", strength=Strength.MUST, sources=[CLEAR_WAY, _HAS_AN_ID], waivable=False)
def everybody_in_the_network_is_known(network: Network) -> Iterator[Problem]:
    """A link that leads to nobody looks like a way to help, until somebody follows it.

    A directory asks for an id and a charity for a clear way. This project reads both together: every id has to lead to
    a member or a need that is there.
    """
    stated = network.referral
    yield from _ids("members", [member.id for member in stated.members or ()])
    yield from _ids("needs", [need.id for need in stated.needs or ()])
    for at, member in enumerate(stated.members or ()):
        if member.part is None:
            yield not_settled(
                ("network", "members", at, "part"),
                f"the part of {member.title or member.id or 'this member'}",
                'state part, one of "mentee", "mentor", "programme", "partner" and "emergency"',
            )
        for place, need in enumerate(member.meets or ()):
            yield from _unknown(("network", "members", at, "meets", place), need, network.needs, "need")
    for at, link in enumerate(stated.links or ()):
        yield from _ends_of(network, at, link)


def _ids(table: str, ids: list[str | None]) -> Iterator[Problem]:
    entry = table.removesuffix("s")
    seen = set()
    for at, name in enumerate(ids):
        if name is None:
            yield not_settled(
                ("network", table, at, "id"), f"the short name by which links call this {entry}", "state id"
            )
        elif name in seen:
            message = f'"{name}" is already the id of another {entry}, so links to it could mean either'
            yield falls_short(("network", table, at, "id"), message, "give one of the two another id")
        seen.add(name)


def _unknown(path: tuple[str | int, ...], id: str, known: Iterable[str], entry: str) -> Iterator[Problem]:
    if id not in known:
        meant = did_you_mean(id, known)
        question = f'; did you mean "{meant}"?' if meant else ""
        fix = f'write "{meant}", or add the {entry}' if meant else f"add it to [[network.{entry}s]], or take it out"
        yield falls_short(path, f'there is no {entry} "{id}" in this network{question}', fix)


def _ends_of(network: Network, at: int, link: Link) -> Iterator[Problem]:
    named = (("from", link.from_), ("to", link.to), ("deputy", link.deputy), ("closed_by", link.closed_by))
    for key, who in named:
        path = network.link_at(at, key)
        if who is not None:
            yield from _unknown(path, who, network.members, "member")
        elif key in ("from", "to"):
            message = f"the member that this link {'starts from' if key == 'from' else 'leads to'}"
            yield not_settled(path, message, f"state {key}, the id of that member")
    for place, need in enumerate(link.for_ or ()):
        yield from _unknown((*network.link_at(at, "for"), place), need, network.needs, "need")
    if link.from_ is not None and link.from_ == link.to:
        message = f"both ends of this link are {network.name(link.to)}, and nobody can turn to themselves"
        yield falls_short(network.link_at(at, "to"), message, "name the other side")
    if link.kind is None:
        yield not_settled(
            network.link_at(at, "kind"),
            "what one member does for the other",
            'state kind, one of "refers", "supports", "supervises", "escalates", "informs" and "hosts"',
        )


@rule("STD702", strength=Strength.MUST, sources=[CLEAR_WAY])
def every_risk_reaches_somebody_who_answers_it(network: Network) -> Iterator[Problem]:
    """When somebody says something frightening, there is no time to find out who deals with it.

    The way has to be there from the mentee as well as from the mentor: that is this project's reading of a clear way.
    """
    for part in ("mentee", "mentor"):
        if not any(map(network.is_there, network.playing(part))):
            yield not_settled(
                "network.members",
                f"who the {{{part}}} is: no open member has this part, so no way can be followed from them",
                f'add a member with part = "{part}"',
            )
    if not network.needs:
        yield not_settled(
            "network.needs",
            "what {mentees} may need, and which risks may show",
            'add [[network.needs]], such as id = "suicide", risk = true, within = "1 hour"',
        )
    yield from _out_of_reach(network, network.risks)
    reached = [need for need in network.risks if not _left(network, need)]
    for when, stage in network.stages:
        for need in reached:
            if left := _left(stage, need):
                yield falls_short(
                    network.need_at(need, "id"),
                    f"{network.name(need)}: {when}, no way leads from {network.names(left, 'or')} to anybody who "
                    "answers, since not all links are there then",
                    "let a link begin with support and go on for as long, or add one for that time",
                    met_by_more=At.network.links,
                )


@rule("STD703", strength=Strength.SHOULD, sources=[REFERRAL_IS_CLEAR, WHO_IS_THERE])
def every_need_reaches_somebody_who_answers_it(network: Network) -> Iterator[Problem]:
    """A mentor who has nobody to refer to takes on what they have not learnt to do, or does nothing."""
    yield from _out_of_reach(network, network.other_needs)


def _left(network: Network, need: str) -> list[str]:
    """Those whom nobody answers about a need."""
    return [start for start in network.starts if not network.answer(need, start).by]


def _out_of_reach(network: Network, needs: Iterable[str]) -> Iterator[Problem]:
    for need in needs:
        left = _left(network, need)
        if not left:
            continue
        at, title = network.need_at(need, "id"), network.name(need)
        able = sorted(who for who, member in network.members.items() if need in (member.meets or ()))
        there = [who for who in able if who in network.who_can_meet(need)]
        if there:
            message = (
                f"{title}: {network.names(there)} can answer, but no way leads there from {network.names(left, 'or')}"
            )
            fix = f'link the member who is called first to "{there[0]}", or to somebody who goes on to them'
            lacking = At.network.links
        elif able:
            message = f"{title}: nobody answers; only {network.names(able)} could, but cannot be reached now"
            fix = "find somebody who answers it instead, and name it under their meets"
            lacking = At.network.members
        else:
            message = f"{title}: nobody in the network answers it"
            fix = "name it under meets of the member who answers it, and link {mentors} and {mentees} to them"
            lacking = At.network.members
        yield falls_short(at, message, fix, met_by_more=lacking)


@rule("STD704", strength=Strength.MUST, sources=[ANY_HOUR, _ON_CALL, CLEAR_WAY])
def every_risk_is_answered_in_time_at_every_hour(network: Network) -> Iterator[Problem]:
    """Most hours of a week are nights and weekends, and what opens from nine to five is shut for most of them.

    The sources ask for somebody day and night. The programme says itself which risk cannot wait. It is this project's
    reading that what cannot wait a day has to be answered at every hour and what can wait one on every day, for as
    long as support goes on. Times are counted minute by minute along the whole way.
    """
    yield from _too_late(network, network.risks)
    in_time = [need for need in network.risks if _in_time(network, need)]
    for when, stage in network.stages:
        yield from _too_late(stage, in_time, when)
    yield from _not_said(network, _not_timed(network, network.risks))


@rule("STD705", strength=Strength.SHOULD, sources=[EARLY, REFERRAL_IS_CLEAR])
def every_need_is_answered_in_time(network: Network) -> Iterator[Problem]:
    """Help that comes too late is no help, and the next time nobody asks.

    One study says that mentors can reach people early. The programme says itself how soon each need has to be answered.
    It is this project's reading that times along the way add up.
    """
    for need in network.needs:
        if network.needs[need].risk is None:
            yield not_settled(
                network.need_at(need, "risk"),
                f"whether this is a risk to somebody's safety ({network.name(need)}); until then it counts as one",
                "state risk = true or risk = false",
            )
    yield from _too_late(network, network.other_needs)
    asked = _not_timed(network, network.risks)
    open_points = _not_timed(network, network.other_needs)
    yield from _not_said(network, {path: needs for path, needs in open_points.items() if path not in asked})


def _in_time(network: Network, need: str) -> bool:
    """Whether the time of a need is known, and may be kept for everybody."""
    return network.needs[need].within is not None and not any(network.gaps(need, start)[0] for start in network.starts)


def _too_late(network: Network, needs: Iterable[str], when: str = "") -> Iterator[Problem]:
    """What holds even if everything that nobody has said were as good as can be; reported once for a need."""
    for need in needs:
        within = network.needs[need].within
        if within is None:
            yield not_settled(
                network.need_at(need, "within"),
                f"how soon somebody has to answer ({network.name(need)})",
                'state within = "1 hour", "1 day" for the same day, or longer',
            )
            continue
        late: dict[str, list[str]] = {}
        shut: dict[int, list[str]] = {}
        for start in network.starts:
            answer = network.at_best.answer(need, start)
            if not answer.by or not answer.gap:
                continue
            if answer.minutes is not None and answer.minutes > answer.limit:
                late.setdefault(_adding_up(network, need, start), []).append(start)
            else:
                shut.setdefault(answer.gap, []).append(start)
        clauses = [
            f"for {network.names(starts)} the first answer comes after {steps}" for steps, starts in late.items()
        ]
        clauses += [
            f"nobody answers {network.names(starts, 'or')} {at_hours(hours)} within {within}"
            for hours, starts in shut.items()
        ]
        if clauses:
            stage = f"{when}, " if when else ""
            message = f"{network.name(need)}: {stage}{listed(clauses)}" + (
                f"; it has to come within {within}" if late else ""
            )
            fix = (
                "shorten the way, or agree with the people on it to answer sooner"
                if late
                else "agree who is called then: a rota on call, a helpline, or the emergency services; and link them"
            )
            yield falls_short(network.need_at(need, "within"), message, fix, met_by_more=At.network.links)


def _adding_up(network: Network, need: str, start: str) -> str:
    """How long the quickest way takes, with the time that each answer on it takes."""
    steps = network.at_best.routes(need, start)[0].steps
    way = ", then ".join(f"{network.name(step.target)} {time_in_words(step.minutes)}" for step in steps)
    return f"{time_in_words(sum(step.minutes for step in steps))} ({way})"


def _not_timed(network: Network, needs: Iterable[str]) -> _Places:
    """Where a time or hours are missing on which the answers to these needs depend, with the needs."""
    found: _Places = {}
    for need in needs:
        if network.needs[need].within is None:
            continue
        doubtful = (start for start in network.starts if network.gaps(need, start)[1])
        paths = {path for start in doubtful for path in network.unsettled(need, start)}
        for path in sorted(paths, key=str):
            found.setdefault(path, []).append(need)
    return found


def _not_said(network: Network, places: _Places) -> Iterator[Problem]:
    for path, needs in places.items():
        on_it = f"without it nobody can say when somebody answers: {network.names(needs)}"
        if path[1] == "needs":
            within = network.needs[needs[0]].within
            yield not_settled(
                path,
                f"exactly how soon somebody has to answer ({network.name(needs[0])}: within {within})",
                "state one time, or a shorter range",
            )
        elif path[-1] == "hours":
            member = (network.referral.members or ())[int(path[2])]
            yield not_settled(
                path,
                f"at which hours {network.name(member.id or '')} can be reached; {on_it}",
                'state hours, such as "Monday to Friday 09:00 to 17:00" or "24/7"',
            )
        else:
            link = network.links[int(path[2])]
            called = network.name(network.called_member(link))
            how_soon = (
                f"exactly how soon an answer comes from {called} (within {link.within})"
                if link.within
                else f"how soon an answer comes from {called}"
            )
            yield not_settled(path, f"{how_soon}; {on_it}", 'state within, such as "2 hours"')
