"""One service of a directory as a member of the network: what is said is taken over, and nothing else.

Taken over is what a programme needs in order to refer: what the service is called, whose it is, whom it takes, when and
how it is reached. Persons by name, their addresses, and free notes stay where they are.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args

import attrs

from mentorkit.directories.parts import DifferingParts, PartKey
from mentorkit.directories.schedules import opening
from mentorkit.programme.network import Member
from mentorkit.programme.path import Path, dotted

NOT_NAMED = "this is not a group of names with values"
"""What is wrong with a number, a text or a list where the standard has an object."""

DIFFERING = "records that differ"

STATED = ("organisation", "status", "assured_on", "youngest", "oldest", "areas", "hours", "contact")
"""What a directory may say of a service, in the order in which a member has it."""

_LONGEST_ADDRESS = 2_000
"""In characters; browsers and servers take no much longer ones, and the patterns take memory in step with the text."""
_MOST_ALIKE = 1_000

_STATUSES = get_args(get_args(attrs.fields_dict(Member)["status"].type)[0])
_SPOKEN = ("", "voice", "cell")
"""Kinds of telephone that a person can speak into; those without a kind are taken for it, as the standard does."""

_NUMBER = re.compile(r"[+(]{0,2}[0-9][0-9 ()+./#*-]{0,38}(?: ?(?:ext|x)[. ]*[0-9]{1,8})?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?[^\s/@:.]+(?:\.[^\s/@:.]+)+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@,;:<>]+@[^\s@,;:<>.]+(?:\.[^\s@,;:<>.]+)+")


@attrs.frozen
class UnreadValue:
    """Something of a directory that could not be read.

    Attributes:
        file: its name.
        place: of it in the file, such as `contents[3].minimum_age` or `line 12`; empty for the whole file.
        message: what is wrong.
        fix: what to do; empty where only the directory can do something.
        lost: whether services are lost by it, and not only a detail of one.
    """

    file: str
    place: str
    message: str
    fix: str = ""
    lost: bool = True

    def __str__(self) -> str:
        return f"{self.file}{f': {self.place}' if self.place else ''}: {self.message}"


class UnreadableFileError(Exception):
    """A file cannot be read at all.

    Attributes:
        unread: what to say about it.
    """

    def __init__(self, unread: UnreadValue) -> None:
        super().__init__(str(unread))
        self.unread = unread


class UnreadValues(list[UnreadValue]):
    """What could not be read, and of what is wrong over and over in a file only the first thousand.

    Attributes:
        left_out: how many more there are, by file and message.
    """

    def __init__(self) -> None:
        super().__init__()
        self.left_out: Counter[tuple[str, str]] = Counter()
        self._kept: Counter[tuple[str, str]] = Counter()

    def append(self, unread: UnreadValue) -> None:
        """Keeps one, or counts it."""
        kind = unread.file, unread.message
        if self._kept[kind] < _MOST_ALIKE:
            self._kept[kind] += 1
            super().append(unread)
        else:
            self.left_out[kind] += 1


@attrs.define(eq=False)
class DirectoryEntry:
    """One service of a directory.

    Attributes:
        key: the id that the directory gives it.
        member: as far as the directory says; its own id in the network comes later.
        terms: names, codes and addresses of the terms of taxonomies that it bears.
        text: its name and description, for finding words in it.
        why: why something is missing, by key of the member, where there is more to say than that it is.
        utc: whether its opening times are marked as UTC.
        parts: by key of the member, the records inside the service that it may come from.
        said: each single value of the service, by its name in the directory; most are not taken over.
    """

    key: str
    member: Member
    terms: tuple[str, ...] = ()
    text: str = ""
    why: dict[str, str] = attrs.field(factory=dict)
    utc: bool = False
    parts: Mapping[str, Sequence[PartKey]] = attrs.field(factory=dict)
    said: Mapping[str, Any] = attrs.field(factory=dict)

    def without(self, differing: Container[PartKey]) -> "DirectoryEntry":
        """This service without what comes from records that say different things under one id."""
        names = [name for name, keys in self.parts.items() if any(key in differing for key in keys)]
        if not names:
            return self
        member = attrs.evolve(self.member, **dict.fromkeys(names))
        return attrs.evolve(self, member=member, why={**self.why, **dict.fromkeys(names, DIFFERING)})

    def differs(self, other: "DirectoryEntry") -> bool:
        """Whether another record of the same service says otherwise in anything that both say.

        A record that has no telephone says how else the service is reached, which is no contradiction.
        """
        one, two = ("" if not entry.member.contact else entry.member.contact for entry in (self, other))
        alike = one.startswith("telephone") == two.startswith("telephone")
        names = ("title", *(name for name in STATED if name != "contact" or alike))
        values = ((getattr(self.member, name), getattr(other.member, name)) for name in names)
        if any(a is not None and b is not None and a != b for a, b in values):
            return True
        if any(other.said.get(name, value) != value for name, value in self.said.items()):
            return True
        return self.text not in other.text and other.text not in self.text

    def and_(self, other: "DirectoryEntry") -> "DirectoryEntry":
        """This service with what another record of the same one says beyond it."""
        more = {name: getattr(other.member, name) for name in STATED if getattr(self.member, name) is None}
        return DirectoryEntry(
            self.key,
            attrs.evolve(self.member, **more),
            tuple(dict.fromkeys(self.terms + other.terms)),
            self.text if other.text in self.text else f"{self.text}\n{other.text}",
            {**other.why, **self.why},
            self.utc or other.utc,
            {name: [*self.parts.get(name, ()), *other.parts.get(name, ())] for name in {**self.parts, **other.parts}},
            {**other.said, **self.said},
        )


class ServiceReader:
    """Reads services as the standard has them.

    Attributes:
        on: the day on which opening times have to count.
        unread: what could not be read so far.
        differing: what so far says different things under one id inside services.
    """

    def __init__(self, on: date) -> None:
        self.on = on
        self.differing = DifferingParts()
        self.unread = UnreadValues()

    def service(
        self, file: str, path: Path, data: Mapping[str, Any], organisation: Mapping[str, Any] | None = None
    ) -> DirectoryEntry | None:
        """Reads one service.

        Args:
            file: and
            path: where it stands.
            data: the service, with what belongs to it inside, as in the JSON of the standard.
            organisation: whose it is, where that stands around it.

        Returns:
            None where it is not even said what it is called; then `unread` says so.
        """
        record = _Record(file, path, data, self.unread)
        name, key = record.text("name"), record.text("id")
        if name is None or key is None:
            what = "name" if name is None else "id"
            self.unread.append(
                UnreadValue(file, dotted(path), f"this service has no {what}", "ask the directory for it")
            )
            return None
        why: dict[str, str] = {}
        owner = record.inside("organization") or _Record(file, path, organisation or {}, self.unread)
        youngest, oldest = record.years("minimum_age"), record.years("maximum_age")
        if youngest is not None and oldest is not None and youngest > oldest:
            record.refuse("this is above maximum_age; both are left out", "minimum_age")
            youngest = oldest = None
        open_ = opening(self._schedules(record), self.on)
        if open_.left_out:
            why["hours"] = ", ".join(dict.fromkeys(open_.left_out))
        contact = record.contact()
        if contact is None and any(record.each("contacts")):
            why["contact"] = "only of persons by name"
        member = Member(
            title=name,
            kind="service",
            part="partner",
            external=True,
            organisation=owner.text("name"),
            status=record.status(),
            assured_on=record.day("assured_date"),
            youngest=youngest,
            oldest=oldest,
            areas=tuple(dict.fromkeys(record.areas())) or None,
            hours=open_.hours,
            contact=contact,
        )
        return DirectoryEntry(
            key,
            member,
            tuple(record.terms()),
            f"{name}\n{data.get('description') or ''}",
            why,
            open_.utc,
            self.differing.of(data, organisation),
            dict(record.single_values()),
        )

    @staticmethod
    def _schedules(record: "_Record") -> list[Mapping[str, Any]]:
        """Those of the service; where it has none, those of the service at its places. A building's are not its own."""
        own = [schedule.data for schedule in record.each("schedules")]
        return own or [schedule.data for at in record.each("service_at_locations") for schedule in at.each("schedules")]


@attrs.frozen
class _Record:
    """An object of the standard, and where it stands."""

    file: str
    path: Path
    data: Mapping[str, Any]
    unread: UnreadValues

    def refuse(self, message: str, *at: str | int) -> None:
        """Notes that a detail cannot be read."""
        self.unread.append(UnreadValue(self.file, dotted((*self.path, *at)), message, lost=False))

    def text(self, name: str) -> str | None:
        """A text on one line, without what cannot be seen."""
        value = self.data.get(name)
        if isinstance(value, str):
            return one_line(value) or None
        self._expect(name, value, "text")
        return None

    def single_values(self) -> Iterator[tuple[str, Any]]:
        """What is said in a text, a number, or yes and no; not the description, and not when the record was changed."""
        for name, value in self.data.items():
            if name not in ("description", "last_modified") and isinstance(value, str | int | float):
                said = one_line(value) if isinstance(value, str) else value
                if said != "":
                    yield name, said

    def each(self, name: str) -> "Iterator[_Record]":
        """The objects of a list."""
        value = self.data.get(name)
        if not isinstance(value, list):
            self._expect(name, value, "a list")
            return
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield _Record(self.file, (*self.path, name, index), item, self.unread)
            else:
                self.refuse(NOT_NAMED, name, index)

    def inside(self, name: str) -> "_Record | None":
        """An object in this one."""
        value = self.data.get(name)
        if isinstance(value, dict):
            return _Record(self.file, (*self.path, name), value, self.unread)
        self._expect(name, value, "a group of names with values")
        return None

    def years(self, name: str) -> int | None:
        """An age in whole years."""
        value = self.data.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._expect(name, value, "a number")
            return None
        if not 0 <= value <= 150 or value != int(value):
            self.refuse("this is not an age in whole years", name)
            return None
        return int(value)

    def day(self, name: str) -> date | None:
        """A date, or that of a date with a time."""
        value = self.text(name)
        try:
            return None if value is None else date.fromisoformat(value[:10])
        except ValueError:
            self.refuse("this is not a date", name)
            return None

    def status(self) -> Any:
        """The status, in the words of the standard."""
        value = self.text("status")
        if value is None or value.lower() in _STATUSES:
            return value and value.lower()
        self.refuse(f"this status must be one of {', '.join(_STATUSES)}", "status")
        return None

    def areas(self) -> Iterator[str]:
        """The names of the areas, which an older edition of the UK profile keeps under another name."""
        for area in self.each("service_areas"):
            name = area.text("name") or area.text("service_area")
            if name:
                yield name

    def contact(self) -> str | None:
        """How the service is reached: by telephone, by its page, by e-mail; never through a person by name."""
        for owner in self.reached_through():
            for phone in owner.each("phones"):
                number = (phone.text("number") or "").strip('"')
                if number and not _NUMBER.fullmatch(number):
                    phone.refuse("this is not a telephone number", "number")
                elif number and (phone.text("type") or "").lower() in _SPOKEN:
                    extension = phone.data.get("extension")
                    return f"telephone {number}" + (
                        f", extension {extension}" if isinstance(extension, int) and 0 <= extension < 10**8 else ""
                    )
        for name, pattern, what in (("url", _ADDRESS, "the address of a page"), ("email", _EMAIL, "an e-mail address")):
            value = self.text(name)
            if value and len(value) <= _LONGEST_ADDRESS and pattern.fullmatch(value):
                return value
            if value:
                self.refuse(f"this is not {what}", name)
        return None

    def reached_through(self) -> "Iterator[_Record]":
        """The service, the service at its places, and the desks of both; not persons by name."""
        yield self
        places = [*self.each("service_at_locations")]
        yield from places
        for owner in (self, *places):
            yield from (desk for desk in owner.each("contacts") if not desk.data.get("name"))

    def terms(self) -> Iterator[str]:
        """What the terms of taxonomies that the service bears are called: names, codes and addresses."""
        for attribute in self.each("attributes"):
            term = attribute.inside("taxonomy_term")
            if term is not None:
                yield from (value for name in ("name", "code", "term_uri") if (value := term.text(name)))

    def _expect(self, name: str, value: Any, expected: str) -> None:
        """Notes a value of another kind; what is not there is no fault."""
        if value is not None:
            self.refuse(f"{expected} is needed here", name)


def one_line(text: str) -> str:
    """A text on one line, without characters that cannot be seen or that a terminal would obey."""
    if not text.isprintable():
        text = "".join(character for character in text if character.isprintable() or character.isspace())
    return " ".join(text.split())
