"""The facts of a network as tables: what the picture shows, and what has no room in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from mentorkit.drawing.markup import Markup, joined, tag
from mentorkit.drawing.scene import LINK_WORDS, Arrow, FindingMark, Scene
from mentorkit.drawing.style import SIGNS
from mentorkit.drawing.text import clean, date_in_words, people_in_words
from mentorkit.network.answers import Answer
from mentorkit.programme.network import Member, Need
from mentorkit.values.inexact import highest
from mentorkit.values.opening_hours import hours_in_words, time_in_words

LEFT_OUT = "confidential: left out"
"""What stands where the contact route of a confidential member would."""


@attrs.frozen
class _Row:
    """A row: its id, what the first cell says, which heads it, all cells, and what else is known of it."""

    id: str
    title: str
    cells: Sequence[object]
    data: Mapping[str, str | None]

    def markup(self, kept: Sequence[int]) -> Markup:
        """The row with some of its cells."""
        cells = (
            tag("td", self.cells[at])
            if at
            else tag("th", self.cells[at], scope="row", class_="title", data_title=self.title)
            for at in kept
        )
        return tag("tr", *cells, id=self.id, **self.data)


def _row(id: str, first: str, cells: Sequence[object], *, title: str = "", **data: str | None) -> _Row:
    return _Row(id, title or first, (first, *cells), data)


def needs_table(scene: Scene) -> Markup:
    """Each need: who answers it, how soon, and when nobody does."""
    heads = ("Need", "Answer within", "Expected", "Who answers", "How soon", "Nobody answers in time", "Findings")
    rows = []
    for number, (key, need) in enumerate(sorted_needs(scene), start=1):
        answers = {who: scene.network.answer(key, who) for who in sorted(scene.network.starts, key=scene.number)}
        able = sorted({who for found in answers.values() for who in found.by}, key=scene.number)
        cells = (
            f"{need.within or ''}",
            f"{need.expected or ''}",
            joined(*(_member_link(scene, who) for who in able), by=", ") if able else "nobody",
            _lines(f"{scene.name(who)}: {_how_soon(found)}" for who, found in answers.items()),
            _lines(_gaps(scene, key, answers)) or ("none" if answers else ""),
            _findings(scene.marks_at(scene.network.need_at(key))),
        )
        title = f"{scene.name(key)} (risk)" if need.risk else scene.name(key)
        rows.append(_row(f"need-{number}", title, cells, data_needs=str(number)))
    return _table("Needs and risks", heads, rows)


def sorted_needs(scene: Scene) -> list[tuple[str, Need]]:
    """The needs: risks first, then by title."""
    needs = scene.network.needs
    return sorted(needs.items(), key=lambda need: (not need[1].risk, scene.name(need[0]), need[0]))


def _gaps(scene: Scene, need: str, starts: Iterable[str]) -> Iterator[str]:
    """When nobody answers in time, and when nobody has said enough to tell."""
    for who in starts:
        missing, unsaid = scene.network.gaps(need, who)
        if missing:
            yield f"{scene.name(who)}: {hours_in_words(missing)}"
        if unsaid:
            yield f"{scene.name(who)}: {hours_in_words(unsaid)}, as far as is known"


def _how_soon(found: Answer) -> str:
    """How soon at best; a need that can wait longer than a day can wait until each on the way is there."""
    if not found.by:
        return "never"
    minutes = found.minutes
    if minutes is None:
        return "nobody has said"
    return f"after {time_in_words(minutes)} at the soonest" if minutes else "at once"


def members_table(scene: Scene, needs: Mapping[str, str], confidential: frozenset[str]) -> Markup:
    """Each member; `needs` as in `svg_in_page`, and the members whose contact details are left out."""
    heads = (
        "Member", "Part", "What it is", "Hours", "Answers", "Room for", "For whom", "How it is reached",
        "Details checked", "Support ends with", "Findings",
    )  # fmt: skip
    rows = []
    for number, who in enumerate(scene.members, start=1):
        member, row = scene.member(who), f"member-{number}"
        hours = hours_in_words(member.hours.minutes) if member.hours else ""
        cells = (
            scene.heading(member.part),
            "; ".join(_about(member)),
            hours,
            ", ".join(scene.name(need) for need in sorted(member.meets or ())),
            str(member.capacity or ""),
            "; ".join(_for_whom(member)),
            LEFT_OUT if who in confidential else clean(member.contact or ""),
            date_in_words(member.assured_on) if member.assured_on else "",
            clean(member.ends or ""),
            _findings(scene.marks_at(scene.network.member_at(who))),
        )
        rows.append(_row(row, scene.name(who), cells, data_needs=needs.get(row, "")))
    return _table("Members", heads, rows)


def _about(member: Member) -> Iterator[str]:
    if member.status not in (None, "active"):
        yield member.status
    if member.kind:
        yield member.kind
    if member.people is not None and highest(member.people):
        yield people_in_words(member.people)
    for is_true, when_true, when_false in (
        (member.paid, "paid", "unpaid"),
        (member.clinical, "clinical", ""),
        (member.external, "another organisation", ""),
    ):
        if is_true is not None and (is_true or when_false):
            yield when_true if is_true else when_false
    for texts in ((member.organisation,) if member.organisation else (), member.settings or ()):
        yield from map(clean, texts)


def _for_whom(member: Member) -> Iterator[str]:
    if member.youngest is not None and member.oldest is not None:
        yield f"aged {member.youngest} to {member.oldest}"
    elif member.youngest is not None:
        yield f"aged {member.youngest} or over"
    elif member.oldest is not None:
        yield f"aged up to {member.oldest}"
    yield from map(clean, member.areas or ())


def links_table(scene: Scene, needs: Mapping[str, str]) -> Markup:
    """Each link, by its number."""
    heads = (
        "Link", "From", "What", "To", "For", "Answer within", "If away", "Ground for passing on",
        "Tells what came of it", "When", "Findings",
    )  # fmt: skip
    return _table("Links", heads, [_link_row(scene, arrow, needs) for arrow in scene.arrows])


def _link_row(scene: Scene, arrow: Arrow, needs: Mapping[str, str]) -> _Row:
    link, row = arrow.link, f"link-{arrow.number}"
    feedback = [scene.name(link.closed_by)] if link.closed_by else []
    feedback += [f"within {link.closed_within}"] if link.closed_within else []
    when = [f"from {link.since}"] if link.since else []
    when += [f"until {link.until}"] if link.until else []
    deputy = f"member-{scene.number(link.deputy)}" if link.deputy and link.deputy in scene.network.members else None
    cells = (
        _member_link(scene, arrow.source),
        LINK_WORDS[arrow.kind],
        _member_link(scene, arrow.target),
        "anything" if link.for_ is None else ", ".join(map(scene.name, sorted(link.for_))),
        str(link.within or ""),
        scene.name(link.deputy) if link.deputy else "",
        clean(link.basis or ""),
        " ".join(feedback),
        " ".join(when),
        _findings(scene.marks_at(scene.network.link_at(arrow.number))),
    )
    return _row(
        row,
        str(arrow.number),
        cells,
        title=f"Link {arrow.number}",
        data_from=f"member-{scene.number(arrow.source)}",
        data_to=f"member-{scene.number(arrow.target)}",
        data_deputy=deputy,
        data_says=scene.says(arrow),
        data_needs=needs.get(row, ""),
    )


def findings_list(scene: Scene) -> Markup:
    """Each finding by its number, worst first."""
    if not scene.marks:
        return tag("p", "Nothing was found.")
    entries = []
    for mark in scene.marks:
        entries.append(
            tag(
                "li",
                sign(mark),
                f" {mark.called}: {mark.says} [{', '.join(mark.finding.rules)}]",
                tag("br"),
                tag("span", f"What to do: {clean(mark.finding.fix)}", class_="soft") if mark.finding.fix else "",
                id=f"finding-{mark.number}",
            )
        )
    return tag("ul", joined(*entries), class_="findings", role="list")


def sign(mark: FindingMark) -> Markup:
    """The sign of a finding with its number."""
    outline, colour = SIGNS[mark.sign]
    shape = tag("svg", tag("path", d=outline, fill=colour), viewBox="0 0 12 12", aria_hidden="true")
    return tag("span", shape, f" {mark.number}", class_="sign")


def _findings(marks: Sequence[FindingMark]) -> Markup:
    links = (tag("a", sign(mark), f" {mark.called}", href=f"#finding-{mark.number}") for mark in marks)
    return joined(*links, by=", ")


def _member_link(scene: Scene, who: str) -> Markup:
    return tag("a", scene.name(who), href=f"#member-{scene.number(who)}")


def _lines(lines: Iterator[str]) -> Markup:
    return joined(*lines, by="<br>")


def _table(caption: str, heads: Sequence[str], rows: Sequence[_Row]) -> Markup:
    """A table without the columns that are empty, in a frame that can be scrolled, with the keyboard too."""
    kept = [at for at in range(len(heads)) if any(row.cells[at] for row in rows)]
    head = tag("thead", tag("tr", *(tag("th", heads[at], scope="col") for at in kept)))
    table = tag(
        "table", head, tag("tbody", "\n", joined(*(row.markup(kept) for row in rows)), "\n"), aria_label=caption
    )
    return tag("div", table, class_="scroll", tabindex=0, role="region", aria_label=f"Table: {caption}")
