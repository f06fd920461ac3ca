"""What the network answers, as text and as plain data: who is called, what breaks, whether there is room."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from mentorkit.core.finding import Finding
from mentorkit.core.week import hours_in_words, time_in_words
from mentorkit.core.words import visible
from mentorkit.network import Network
from mentorkit.network.graph import UNKNOWN
from mentorkit.network.reach import Answer
from mentorkit.network.room import Shortfall
from mentorkit.network.routes import Route, routes
from mentorkit.network.weak import SinglePoints
from mentorkit.reports.citations import Citations
from mentorkit.reports.text import Style, remedy


@attrs.frozen
class Calls:
    """Who is called for one need by one member.

    Attributes:
        need: its id.
        start: the id of the member who calls first.
        answer: how the need is answered.
        routes: the ways to an answer, the quickest first; where a time is asked for, those that are open then.
    """

    need: str
    start: str
    answer: Answer
    routes: tuple[Route, ...]


def calls_of(network: Network, need: str, start: str, most: int, minute: int | None) -> Calls:
    """Who is called for a need by a member, at a minute of the week or at any time."""
    every = routes(network, need, start, most=most if minute is None else 100)
    told = [route for route in every if minute is None or route.hours >> minute & 1]
    return Calls(need, start, network.answer(need, start), tuple(told[:most]))


def calls_text(network: Network, told: Sequence[Calls], at: str | None, style: Style) -> str:
    """Who is called, for people: need by need, caller by caller."""
    blocks = []
    before = None
    for calls in told:
        lines = [style(_need_line(network, calls.need), "strong")] if calls.need != before else []
        before = calls.need
        lines.append(f"  {visible(network.name(calls.start))} calls" + (f" on {at}" if at else ""))
        for number, route in enumerate(calls.routes, 1):
            lines.append(f"    {number}. {_route_line(network, route)}")
        if not calls.routes and at and calls.answer.by and not calls.answer.gap:
            lines.append("    nobody who is there then; it can wait until somebody is")
        elif not calls.routes:
            lines.append(style(f"    nobody{' who is there then' if at else ''} answers", "error"))
        if calls.answer.by and not at and calls.answer.gap:
            lines.append(style(f"    nobody answers in time: {hours_in_words(calls.answer.gap)}", "warning"))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _need_line(network: Network, need: str) -> str:
    entry = network.needs[need]
    about = "risk" if entry.risk else "need"
    within = f", to be answered within {entry.within}" if entry.within else ""
    title = f": {entry.title}" if entry.title and entry.title != need else ""
    return visible(f"{need}{title} ({about}{within})")


def _route_line(network: Network, route: Route) -> str:
    called = []
    for step in route.steps:
        within = f" within {time_in_words(step.minutes)}" if step.minutes < UNKNOWN else ""
        called.append(f"{network.name(step.target)}{' (deputy)' if step.deputy else ''}{within}")
    if not called:
        return "answers it without calling anybody"
    together = f"{time_in_words(route.minutes)} in all" if route.minutes is not None else "nobody has said how soon"
    hours = hours_in_words(route.hours) or "never all there at one time"
    return visible(f"{', then '.join(called)} ({together}; {hours})")


def calls_data(calls: Calls) -> dict[str, Any]:
    """Who is called, for JSON."""
    return {
        "need": calls.need,
        "from": calls.start,
        **_answer_data(calls.answer),
        "routes": [
            {
                "minutes": route.minutes,
                "hours": hours_in_words(route.hours),
                "steps": [
                    {
                        "member": step.target,
                        "minutes": step.minutes if step.minutes < UNKNOWN else None,
                        "deputy": step.deputy,
                        "link": step.link,
                    }
                    for step in route.steps
                ],
            }
            for route in calls.routes
        ],
    }


def _answer_data(given: Answer) -> dict[str, Any]:
    return {
        "answered_by": list(given.by),
        "soonest_minutes": given.minutes,
        "answered_in_time": hours_in_words(given.hours),
        "not_answered_in_time": hours_in_words(given.gap) if given.gap else "",
    }


def answers_data(network: Network) -> list[dict[str, Any]]:
    """How each need is answered for mentees and mentors, for JSON."""
    return [
        {
            "need": need,
            "from": start,
            **_answer_data(given),
            "single_members": list(points.members),
            "single_links": list(points.links),
        }
        for need, start, given, points in _answers(network)
    ]


def _answers(network: Network) -> Iterator[tuple[str, str, Answer, SinglePoints]]:
    for need in network.needs:
        for start in network.playing("mentee", "mentor"):
            yield need, start, network.answer(need, start), network.single_points(need, start)


def what_if_text(network: Network, then: Network, gone: Sequence[str], found: Iterable[Finding], style: Style) -> str:
    """What breaks while members are away, for people."""
    lines = [style(f"Without {visible(network.names(gone))}", "strong")]
    for need, start, given, _ in _answers(network):
        after = then.answer(need, start)
        if after != given:
            lines.append(
                f"  {visible(need)}, called by {visible(network.name(start))}: {_change(network, given, after)}"
            )
    told = list(found)
    citations = Citations(source for finding in told for source in finding.sources)
    findings = [
        "\n".join(
            [
                f"  {style(finding.severity, finding.severity)}: {visible(finding.message)} [{finding.rule}]",
                *remedy(finding, citations),
            ]
        )
        for finding in told
    ]
    if len(lines) == 1 and not findings:
        lines.append("  nothing breaks: somebody else answers each need in time")
    return (
        "\n".join([*lines, *(["", "Then the rules find, and do not find now:", *findings] if findings else [])]) + "\n"
    )


def _change(network: Network, before: Answer, after: Answer) -> str:
    if not after.by:
        return "nobody answers" if before.by else "nobody answers, as now"
    parts = []
    if after.minutes != before.minutes:
        now, later = (time_in_words(m) if m is not None else "not known" for m in (before.minutes, after.minutes))
        parts.append(f"soonest after {later}, now {now}")
    if (missing := after.gap) != before.gap:
        parts.append(f"nobody answers in time {hours_in_words(missing)}" if missing else "answered in time")
    return "; ".join(parts) or f"answered by {network.names(after.by)}{' alone' if len(after.by) == 1 else ''}"


def stats_text(network: Network, style: Style) -> str:
    """Who there is and whether there is room, for people."""
    people = Counter(member.part or "part not stated" for member in network.members.values())
    kinds = Counter(link.kind for link in network.links.values())
    blocks = [
        style("Who there is", "strong")
        + "".join(f"\n  {count:>5}  {part}" for part, count in sorted(people.items()))
        + f"\n  {len(network.links):>5}  links: "
        + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items(), key=str))
    ]
    lines = [style("How each need is answered", "strong")]
    for need, start, given, points in _answers(network):
        told = f"by {', '.join(network.name(who) for who in given.by)}" if given.by else "by nobody"
        soonest = f", soonest after {time_in_words(given.minutes)}" if given.minutes is not None else ""
        hangs = ", ".join(network.name(who) for who in points.members)
        lines.append(visible(f"  {need}, called by {network.name(start)}: {told}{soonest}"))
        lines += [visible(f"      not in time: {hours_in_words(given.gap)}")] if given.gap else []
        lines += [visible(f"      hangs on: {hangs}")] if hangs else []
    blocks.append("\n".join(lines))
    blocks.append("\n".join([style("Is there room?", "strong"), *_room_lines(network)]))
    return "\n\n".join(blocks) + "\n"


def _room_lines(network: Network) -> Iterator[str]:
    short = network.shortfalls()
    unasked = [need for need, entry in network.needs.items() if not entry.expected]
    for shortfall in short:
        yield visible(f"  no: {shortfall_words(network, shortfall)}")
    if not short and len(unasked) < len(network.needs):
        yield "  yes, for all who are expected, as far as capacities are stated"
    if unasked:
        yield visible(f"  not known: nobody has said how many people to expect with {', '.join(unasked)}")


def shortfall_words(network: Network, short: Shortfall) -> str:
    """Where there is too little room, in figures of a month."""
    needs = " and ".join(network.name(need) for need in short.needs)
    members = " and ".join(network.name(who) for who in short.bottleneck) or "nobody"
    return (
        f"{_monthly(short.expected)} people a month are expected with {needs}, and {members} can take on "
        f"{_monthly(short.room)}: {_monthly(short.expected - short.room)} too few"
    )


def _monthly(per_year: int) -> str:
    return f"{per_year / 12:.1f}".removesuffix(".0")


def stats_data(network: Network) -> dict[str, Any]:
    """Who there is and whether there is room, for JSON; people in a year."""
    return {
        "members": dict(sorted(Counter(member.part or "" for member in network.members.values()).items())),
        "links": dict(sorted(Counter(link.kind or "" for link in network.links.values()).items())),
        "answers": answers_data(network),
        "shortfalls": [
            {
                "needs": list(short.needs),
                "bottleneck": list(short.bottleneck),
                "expected_per_year": short.expected,
                "room_per_year": short.room,
            }
            for short in network.shortfalls()
        ],
    }
