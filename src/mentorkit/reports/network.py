"""What the network answers, as text and as plain data: who is called, what breaks, whether there is room."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from mentorkit.core.finding import Finding
from mentorkit.network import Network
from mentorkit.network.answers import Answer
from mentorkit.network.routes import Route, routes
from mentorkit.network.stated_network import UNKNOWN_MINUTES
from mentorkit.network.weaknesses import SinglePoints
from mentorkit.reports.citations import Citations
from mentorkit.reports.finding_words import remedy, waived_text
from mentorkit.reports.style import Layout, Style
from mentorkit.text.words import visible
from mentorkit.validation.open_point import label, label_style
from mentorkit.values.opening_hours import hours_in_words, minute_in_words, time_in_words


@attrs.frozen
class CallRoutes:
    """Who is called for one need by one member.

    Attributes:
        need: its id.
        start: the id of the member who calls first.
        minute: of the week at which they call; None for any time.
        routes: the ways to an answer, the quickest first; where there is a minute, those that are open then.
        not_stated: the members who answer at that minute perhaps, since nobody has said when they do, by their ids.
    """

    need: str
    start: str
    minute: int | None
    routes: tuple[Route, ...]
    not_stated: tuple[str, ...] = ()


def calls_of(network: Network, need: str, start: str, most: int, minute: int | None) -> CallRoutes:
    """Who is called for a need by a member, at a minute of the week or at any time."""
    found = routes(network, need, start, most=most, minute=minute)
    perhaps = [] if found else routes(network.at_best, need, start, most=most, minute=minute)
    return CallRoutes(
        need, start, minute, tuple(found), tuple(sorted({who for way in perhaps for who in _unsaid(network, way)}))
    )


def _unsaid(network: Network, route: Route) -> list[str]:
    """Those who are called of whom nobody has said when they answer."""
    return [step.target for step in route.steps if network.members[step.target].hours is None]


def calls_text(network: Network, asked: Sequence[CallRoutes], style: Style) -> str:
    """Who is called, for people: need by need, caller by caller."""
    blocks = []
    before = None
    for calls in asked:
        lines = [style(_need_line(network, calls.need), "strong")] if calls.need != before else []
        before = calls.need
        on = "" if calls.minute is None else f" on {minute_in_words(calls.minute)}"
        lines.append(f"  a call from {visible(network.name(calls.start))}{on}")
        for number, route in enumerate(calls.routes, 1):
            lines.append(f"    {number}. {_route_line(network, route, _is_late(network, calls, route))}")
        lines += [f"    {line}" for line in _missing(network, calls, style)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _missing(network: Network, calls: CallRoutes, style: Style) -> Iterator[str]:
    """What is missing of an answer: everything, or an answer in time."""
    answer, minute = network.answer(calls.need, calls.start), calls.minute
    if not calls.routes:
        then = "" if minute is None else " then"
        if calls.not_stated:
            who = visible(network.names(calls.not_stated, "or"))
            hours = f"at which hours {who} can be reached"
            message = f"not known whether anybody answers{then}: the programme does not state {hours}"
            yield style(message, "warning")
        elif answer.by and not answer.gap:
            yield f"nobody answers{then}; it can wait until somebody does"
        else:
            yield style(f"nobody answers{then}", "error")
    if not (calls.routes or calls.not_stated):
        return
    for gap, gap_in_words in zip(network.gaps(calls.need, calls.start), _GAPS, strict=True):
        if minute is None and gap:
            yield style(f"{gap_in_words}: {hours_in_words(gap)}", "warning")
        elif minute is not None and gap >> minute & 1:
            yield style(f"{gap_in_words} then", "warning")


_GAPS = ("nobody answers in time", "not known whether anybody answers in time")
"""What is said of the minutes for which an answer is missing, and of those for which nobody has said enough."""


def _need_line(network: Network, need: str) -> str:
    entry = network.needs[need]
    about = "risk" if entry.risk else "need"
    within = f", to be answered within {entry.within}" if entry.within else ""
    title = f": {entry.title}" if entry.title and entry.title != need else ""
    return visible(f"{need}{title} ({about}{within})")


def _is_late(network: Network, calls: CallRoutes, route: Route) -> bool:
    """Whether a way takes longer than the need allows."""
    return route.minutes is not None and route.minutes > network.answer(calls.need, calls.start).limit


def _route_line(network: Network, route: Route, late: bool) -> str:
    called = []
    for step in route.steps:
        within = f" within {time_in_words(step.minutes)}" if step.minutes < UNKNOWN_MINUTES else ""
        called.append(f"{network.name(step.target)}{' (deputy)' if step.deputy else ''}{within}")
    if not called:
        return "answers without calling anybody"
    too_late = ", too late" if late else ""
    together = (
        f"{time_in_words(route.minutes)} in all{too_late}" if route.minutes is not None else "not stated how soon"
    )
    if unsaid := _unsaid(network, route):
        hours = f"not stated at which hours {network.names(unsaid, 'or')} can be reached"
    else:
        hours = hours_in_words(route.hours) if route.hours else "never all open at the same time"
    return visible(f"{', then '.join(called)} ({together}; {hours})")


def calls_data(network: Network, calls: CallRoutes) -> dict[str, Any]:
    """Who is called, for JSON."""
    return {
        "need": calls.need,
        "from": calls.start,
        **_answer_data(network, calls.need, calls.start),
        "routes": [
            {
                "minutes": route.minutes,
                "too_late": _is_late(network, calls, route),
                "hours": None if _unsaid(network, route) else hours_in_words(route.hours),
                "steps": [
                    {
                        "member": step.target,
                        "minutes": step.minutes if step.minutes < UNKNOWN_MINUTES else None,
                        "deputy": step.deputy,
                        "link": step.link,
                    }
                    for step in route.steps
                ],
            }
            for route in calls.routes
        ],
    }


def _answer_data(network: Network, need: str, start: str) -> dict[str, Any]:
    given, (missing, unsaid) = network.answer(need, start), network.gaps(need, start)
    return {
        "answered_by": list(given.by),
        "soonest_minutes": given.minutes,
        "answered_in_time": hours_in_words(given.hours),
        "not_answered_in_time": hours_in_words(missing) if missing else "",
        "not_known_in_time": hours_in_words(unsaid) if unsaid else "",
    }


def answers_data(network: Network) -> list[dict[str, Any]]:
    """How each need is answered for mentees and mentors, for JSON."""
    return [
        {
            "need": need,
            "from": start,
            **_answer_data(network, need, start),
            "single_members": list(points.members),
            "single_links": list(points.links),
        }
        for need, start, _, points in _answers(network)
    ]


def _answers(network: Network) -> Iterator[tuple[str, str, Answer, SinglePoints]]:
    for need in network.needs:
        for start in network.starts:
            yield need, start, network.answer(need, start), network.single_points(need, start)


def what_if_text(network: Network, then: Network, gone: Sequence[str], found: Sequence[Finding], style: Style) -> str:
    """What breaks while members are away, for people."""
    lines = [style(f"Without {visible(network.names(gone))}", "strong")]
    for need, start, given, _ in _answers(network):
        if then.is_there(start) and then.answer(need, start) != given:
            change = _change(network, then, need, start)
            lines.append(visible(f"  {need}, for a call from {network.name(start)}: {change}"))
    layout = Layout(style)
    found, waived = [finding for finding in found if not finding.waived], [one for one in found if one.waived]
    citations = Citations(source for finding in found for source in finding.sources)
    paragraphs = [
        "\n".join(
            [
                f"  {style(label(finding), label_style(finding))}: {visible(finding.message)} [{finding.rule}]",
                *remedy(finding, citations, layout),
            ]
        )
        for finding in found
    ]
    if len(lines) == 1 and not (paragraphs or waived):
        lines.append("  nothing breaks: each need is answered as well as before")
    if paragraphs:
        lines += ["", "New findings while they are away:", *paragraphs]
    lines += [line for finding in waived for line in ("", waived_text(finding, layout))]
    return "\n".join(lines) + "\n"


def _change(network: Network, then: Network, need: str, start: str) -> str:
    before, after = network.answer(need, start), then.answer(need, start)
    if not after.by:
        return "nobody answers" if before.by else "nobody answers, as now"
    parts = []
    if after.minutes != before.minutes:
        now, later = (time_in_words(m) if m is not None else "not known" for m in (before.minutes, after.minutes))
        parts.append(f"first answer after {later}, now after {now}")
    for gap_in_words, was, gap in zip(_GAPS, network.gaps(need, start), then.gaps(need, start), strict=True):
        parts += [f"{gap_in_words}: {hours_in_words(gap)}"] if gap and gap != was else []
    return "; ".join(parts) or f"answered by {network.names(after.by)}{' alone' if len(after.by) == 1 else ''}"


def stats_text(network: Network, style: Style) -> str:
    """Who there is and whether there is room, for people."""
    people = Counter(part or "part not stated" for _, part in network.graph.nodes(data="part"))
    kinds = Counter(link["kind"] for _, _, link in network.graph.edges(data=True))
    blocks = [
        style("Who there is", "strong")
        + "".join(f"\n  {count:>5}  {part}" for part, count in sorted(people.items()))
        + f"\n  {len(network.links):>5}  links: "
        + ", ".join(f"{n} {kind if n == 1 else kind.removesuffix('s')}" for kind, n in sorted(kinds.items()))
    ]
    lines = [style("How each need is answered", "strong")]
    for need, start, given, points in _answers(network):
        by_whom = f"answered by {', '.join(network.name(who) for who in given.by)}" if given.by else "nobody answers"
        soonest = f", first answer after {time_in_words(given.minutes)}" if given.minutes is not None else ""
        hangs = ", ".join(network.name(who) for who in points.members)
        lines.append(visible(f"  {need}, for a call from {network.name(start)}: {by_whom}{soonest}"))
        for gap, gap_in_words in zip(network.gaps(need, start), _GAPS, strict=True):
            lines += [f"      {gap_in_words}: {hours_in_words(gap)}"] if gap and given.by else []
        lines += [visible(f"      depends on: {hangs}")] if hangs else []
    blocks.append("\n".join(lines))
    blocks.append("\n".join([style("Is there room?", "strong"), *_room_lines(network)]))
    return "\n\n".join(blocks) + "\n"


def _room_lines(network: Network) -> Iterator[str]:
    short = network.shortfalls()
    unasked = [need for need, entry in network.needs.items() if not entry.expected]
    unanswered = [need for need in network.needs if not any(network.answer(need, who).by for who in network.starts)]
    for shortfall in short:
        yield visible(f"  no: {network.shortfall_in_words(shortfall)}")
    if unanswered:
        yield visible(f"  no: nobody answers {network.names(unanswered, 'or')}")
    if not (short or unanswered) and len(unasked) < len(network.needs):
        yield "  yes, for everybody expected, as far as capacities are stated"
    if unasked:
        yield visible(f"  not known: the programme does not state how many people to expect with {', '.join(unasked)}")
    if not network.needs:
        yield "  not known: the network names no needs or risks"


def stats_data(network: Network) -> dict[str, Any]:
    """Who there is and whether there is room, for JSON; people in a year."""
    return {
        "members": dict(sorted(Counter(part or "" for _, part in network.graph.nodes(data="part")).items())),
        "links": dict(sorted(Counter(link["kind"] for _, _, link in network.graph.edges(data=True)).items())),
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
