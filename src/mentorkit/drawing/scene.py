"""What a picture shows of a network: its members, its links by number, and the findings about either.

What stands where does not depend on the order in which the file writes things. Only the numbers of links do: they are
those by which findings and the answers of commands call the same links.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

import attrs

from mentorkit.core.finding import Finding
from mentorkit.drawing.text import clean, date_in_words, people_in_words
from mentorkit.network import Network
from mentorkit.programme.network import Link, LinkKind, Member, Part
from mentorkit.programme.path import Path
from mentorkit.text.words import in_words
from mentorkit.validation.open_point import is_open, label, label_style
from mentorkit.values.inexact import highest
from mentorkit.values.opening_hours import hours_in_words

PART_HEADINGS: Mapping[Part | None, str] = {
    "mentee": "{mentees}",
    "mentor": "{mentors}",
    "programme": "programme",
    "partner": "partners",
    "emergency": "emergency",
    None: "part not stated",
}
"""The columns of a picture from left to right, with their headings."""

LINK_WORDS: Mapping[LinkKind, str] = {
    "supports": "supports",
    "supervises": "supervises",
    "refers": "refers to",
    "escalates": "escalates to",
    "informs": "informs",
    "hosts": "hosts",
}
"""The kinds of link in the order of the legend, with what one member does for the other."""

_WHEREABOUTS = ("contact", "organisation", "areas", "settings", "source")
"""What tells how or where to find a member."""


def without_whereabouts(network: Network, findings: Sequence[Finding]) -> tuple[Network, list[Finding], frozenset[str]]:
    """The same without what tells how or where to find the confidential members, and the ids of these.

    A finding that names such a thing no longer names it, since what is shared with others is said of them as well.
    """
    hidden = dict.fromkeys(_WHEREABOUTS)
    members = network.referral.members or ()
    open_ = tuple(attrs.evolve(member, **hidden) if member.confidential else member for member in members)
    secrets = {text for member in members if member.confidential for text in _whereabouts(member)}
    open_findings = [
        attrs.evolve(finding, message=_without(secrets, finding.message), fix=_without(secrets, finding.fix))
        for finding in findings
    ]
    confidential = frozenset(who for who, member in network.members.items() if member.confidential)
    return Network(attrs.evolve(network.referral, members=open_)), open_findings, confidential


def _whereabouts(member: Member) -> Iterator[str]:
    for key in _WHEREABOUTS:
        value = getattr(member, key)
        yield from (value,) if isinstance(value, str) else value or ()


def _without(secrets: Iterable[str], text: str) -> str:
    for secret in sorted(secrets, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "…", text)
    return text


@attrs.frozen
class Arrow:
    """A link as a picture draws it.

    Attributes:
        number: its place in the file, from 0 as findings write it: `network.links[3]` is link 3.
        order: which of the links it is from left to right, whatever the order of the file.
        link: as the file states it.
        source: and
        target: the ids of both ends.
        kind: what one member does for the other.
    """

    number: int
    order: int
    link: Link
    source: str
    target: str
    kind: LinkKind


@attrs.frozen
class FindingMark:
    """A finding as a picture marks it.

    Attributes:
        number: by which the picture calls it, from 1; the worst come first.
        finding: what is said.
        about: the member, need or link it is about, in words; empty for the network as a whole.
    """

    number: int
    finding: Finding
    about: str

    @property
    def called(self) -> str:
        """What it is called, such as "warning" or "to decide"."""
        return label(self.finding)

    @property
    def sign(self) -> str:
        """The severity whose sign marks it."""
        return label_style(self.finding)

    @property
    def says(self) -> str:
        """What is said, after what it is about where the message itself does not say that."""
        message = clean(self.finding.message)
        return message if self.about in message else f"{self.about}: {message}"


class Scene:
    """A network, ready to be drawn.

    Attributes:
        network: what is drawn.
        title: what it is called.
        words: what mentors and mentees are called here.
        members: the ids, from left to right and by title.
        arrows: the links in order of their numbers.
        marks: the findings in order of their numbers; those that a waiver sets aside are not among them.
        waived: how many are set aside.
    """

    def __init__(
        self, network: Network, findings: Sequence[Finding], title: str, words: Mapping[str, str] | None = None
    ) -> None:
        self.network = network
        self.title = clean(title)
        self.words = words or {}
        columns = list(PART_HEADINGS)
        self.members = tuple(
            sorted(network.graph, key=lambda who: (columns.index(self.member(who).part), self.name(who), who))
        )
        self.arrows = self._numbered()
        about_network = [finding for finding in findings if finding.path[:1] == ("network",)]
        self.marks = self._marked([finding for finding in about_network if not finding.waived])
        self.waived = sum(1 + finding.more for finding in about_network if finding.waived)

    def member(self, id: str) -> Member:
        """A member by its id."""
        return self.network.members[id]

    def name(self, id: str) -> str:
        """What a member or need is called."""
        return clean(self.network.name(id))

    def number(self, id: str) -> int:
        """Which of the members it is, from 1."""
        return self._numbers[id]

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {who: number for number, who in enumerate(self.members, start=1)}

    def about(self, on: date) -> str:
        """What a picture of a date shows, in a sentence."""
        things = ((len(self.members), "member"), (len(self.arrows), "link"), (len(self.marks), "finding"))
        counts = [f"{count or 'no'} {thing}{'' if count == 1 else 's'}" for count, thing in things]
        return f"As of {date_in_words(on)}: {', '.join(counts)}."

    def heading(self, part: Part | None) -> str:
        """What a column is called."""
        said = in_words(PART_HEADINGS[part], self.words)
        return said[:1].upper() + said[1:]

    def facts(self, who: str) -> str:
        """What matters most about a member, in words."""
        member = self.member(who)
        facts = [
            self.heading(member.part).lower(),
            member.kind or "",
            people_in_words(member.people) if member.people is not None and highest(member.people) else "",
        ]
        if member.status not in (None, "active"):
            facts.append(member.status)
        if member.hours:
            facts.append(hours_in_words(member.hours.minutes))
        if member.meets:
            facts.append(f"answers {', '.join(sorted(map(clean, member.meets)))}")
        return "; ".join(filter(None, [*facts, self.stands_in(who)]))

    def says(self, arrow: Arrow) -> str:
        """What a link says, as a sentence without its end."""
        link = arrow.link
        said = f"{self.name(arrow.source)} {LINK_WORDS[arrow.kind]} {self.name(arrow.target)}"
        if link.for_ is not None:
            said += f" for {', '.join(map(clean, link.for_)) or 'nothing'}"
        if link.within:
            said += f", answer within {link.within}"
        if link.deputy:
            said += f"; if away, {self.name(link.deputy)}"
        return said

    def stands_in(self, who: str) -> str:
        """The links on which a member is the deputy, such as "is the deputy on links 3, 5"; empty for none."""
        links = self._stands_in.get(who, [])
        return f"is the deputy on link{'s' if len(links) > 1 else ''} {', '.join(links)}" if links else ""

    @cached_property
    def _stands_in(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for arrow in self.arrows:
            found.setdefault(arrow.link.deputy or "", []).append(str(arrow.number))
        return found

    def _numbered(self) -> tuple[Arrow, ...]:
        place = {who: number for number, who in enumerate(self.members)}
        kinds = list(LINK_WORDS)
        found = sorted(
            self.network.graph.edges(keys=True, data=True),
            key=lambda edge: (place[edge[0]], place[edge[1]], kinds.index(edge[3]["kind"]), _all(edge[3]["link"])),
        )
        arrows = (
            Arrow(number, order, values["link"], source, target, values["kind"])
            for order, (source, target, number, values) in enumerate(found)
        )
        return tuple(sorted(arrows, key=lambda arrow: arrow.number))

    def _marked(self, findings: Sequence[Finding]) -> tuple[FindingMark, ...]:
        found = sorted(
            ((self._about(finding.path), finding) for finding in findings),
            key=lambda entry: (-entry[1].strength, is_open(entry[1]), entry[1].rules, entry[0], entry[1].message),
        )
        return tuple(FindingMark(number, finding, about) for number, (about, finding) in enumerate(found, start=1))

    def _about(self, path: Path) -> str:
        where = path[1:3]
        if where[:1] == ("links",) and where[1:] and where[1] in self.network.links:
            return f"link {where[1]}"
        return self.name(self._entry_at[where]) if where in self._entry_at else ""

    @cached_property
    def _entry_at(self) -> Mapping[Path, str]:
        members = {self.network.member_at(who)[1:3]: who for who in self.network.members}
        return members | {self.network.need_at(need)[1:3]: need for need in self.network.needs}

    def marks_at(self, path: Path) -> list[FindingMark]:
        """The findings at an entry of the file, given as `Network.member_at`, `need_at` and `link_at` give it."""
        return self._marks_by_place.get(path[1:3], [])

    @cached_property
    def _marks_by_place(self) -> Mapping[Path, list[FindingMark]]:
        found: dict[Path, list[FindingMark]] = {}
        for mark in self.marks:
            found.setdefault(mark.finding.path[1:3], []).append(mark)
        return found


def _all(link: Link) -> str:
    """All that a link says, to put links alike into one order."""
    return str([str(value) for value in attrs.astuple(link, recurse=False)])
