"""Citations: where a rule, a limit or a figure comes from, what kind of evidence that is, and how fresh it is."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

import attrs

from mentorkit.values.declared import TEXT, day, filled, is_a, kind_of, year_of_work
from mentorkit.values.duration import Duration


class Evidence(Enum):
    """What kind of evidence a source is; one programme's practice is not research, and is never labelled so.

    Examples:
        >>> [kind.value for kind in Evidence]
        ['research', 'guidance or law', "one programme's practice", 'opinion', 'review']
    """

    RESEARCH = "research"
    GUIDANCE = "guidance or law"
    PRACTICE = "one programme's practice"
    OPINION = "opinion"
    REVIEW = "review"


class SourceStatus(Enum):
    """Where a work stands today, as far as somebody has looked.

    Examples:
        >>> [status.value for status in SourceStatus]
        ['current', 'superseded', 'withdrawn', 'draft', 'not confirmed']
    """

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    DRAFT = "draft"
    NOT_CONFIRMED = "not confirmed"


class ReadIn(Enum):
    """In what a work was read: itself, or what somebody else says of it.

    Examples:
        >>> ReadIn.SECONDARY.value
        'what another text says of it'
    """

    PRIMARY = "the text itself"
    EXTRACT = "extracts"
    SECONDARY = "what another text says of it"


@attrs.frozen(kw_only=True, cache_hash=True)
class Source:
    """A citation.

    What nobody has looked up is not confirmed, and has no year, address or day that was filled in by guess.

    Attributes:
        author: who says it, as the field names them.
        title: of the work.
        year: of publication, where it is known.
        edition: such as "fifth edition", where it has one.
        place: where in the work, and what it says there in our words.
        address: where the work can be read.
        evidence: what kind of evidence the place is.
        status: where the work stands today.
        superseded_by: the work that has taken its place.
        read_in: in what it was read; None where nobody has said.
        checked_on: the day on which somebody looked where it stands.
        look_again: how long after that somebody has to look again.

    Raises:
        ValueError: at creation, where author, title or address is empty, something is not of its kind, or a status is
            stated that nobody has looked up.

    Examples:
        >>> from datetime import date
        >>> handbook = Source(
        ...     author="A charity", title="Handbook", address="https://example.org", evidence=Evidence.PRACTICE
        ... )
        >>> print(handbook.at("chapter 2, on visits"))
        A charity, Handbook: chapter 2, on visits [one programme's practice]
        >>> handbook.standing
        'not confirmed'
        >>> looked_up = Source(
        ...     author="A charity",
        ...     title="Handbook",
        ...     address="https://example.org",
        ...     evidence=Evidence.PRACTICE,
        ...     status=SourceStatus.CURRENT,
        ...     read_in=ReadIn.PRIMARY,
        ...     checked_on=date(2026, 11, 29),
        ...     look_again=Duration.parse("1 year"),
        ... )
        >>> looked_up.standing, looked_up.due_again == date(2027, 11, 29)
        ('current, checked on 2026-11-29, read in the text itself, to look up again by 2027-11-29', True)
    """

    author: str = attrs.field(validator=filled)
    title: str = attrs.field(validator=filled)
    address: str = attrs.field(validator=filled)
    evidence: Evidence = attrs.field(validator=is_a(Evidence, "a kind of evidence, such as Evidence.RESEARCH"))
    year: int | None = attrs.field(default=None, validator=attrs.validators.optional(year_of_work))
    edition: str = attrs.field(default="", validator=TEXT)
    place: str = attrs.field(default="", validator=TEXT)
    status: SourceStatus = attrs.field(
        default=SourceStatus.NOT_CONFIRMED, validator=is_a(SourceStatus, "a status, such as SourceStatus.CURRENT")
    )
    superseded_by: "Source | None" = attrs.field(default=None)
    read_in: ReadIn | None = attrs.field(
        default=None, validator=is_a((ReadIn, type(None)), "what it was read in, such as ReadIn.PRIMARY")
    )
    checked_on: date | None = attrs.field(default=None, validator=attrs.validators.optional(day))
    look_again: Duration | None = attrs.field(
        default=None, validator=is_a((Duration, type(None)), 'a length of time, such as Duration.parse("1 year")')
    )

    def __attrs_post_init__(self) -> None:
        if self.status is not SourceStatus.NOT_CONFIRMED and self.checked_on is None:
            raise ValueError(f"'checked_on' is missing: on which day did somebody find that it is {self.status.value}?")
        if self.superseded_by is not None and not isinstance(self.superseded_by, Source):
            raise ValueError(f"'superseded_by' is a Source, not {kind_of(self.superseded_by)}")
        if (self.superseded_by is None) is (self.status is SourceStatus.SUPERSEDED):
            raise ValueError("'superseded_by' says by which Source, where the status is SourceStatus.SUPERSEDED alone")
        if self.superseded_by and self.superseded_by.names == self.names:
            raise ValueError(
                "'superseded_by' is this work itself; a later edition of it states another 'edition' or 'year'"
            )
        if self.look_again and self.checked_on is None:
            raise ValueError("'look_again' counts from 'checked_on', which is missing")
        if self.look_again and self.look_again.minutes:
            raise ValueError(f"'look_again' is a length in days, weeks, months or years, not {self.look_again}")
        try:
            _ = self.due_again
        except OverflowError as problem:
            raise ValueError(f"'look_again': {problem}") from None

    def at(self, place: str, evidence: Evidence | None = None) -> "Source":
        """The same work, cited at one place; a place may be other evidence than the work as a whole."""
        return attrs.evolve(self, place=place, evidence=evidence or self.evidence)

    @property
    def names(self) -> tuple[str, str, str, int | None]:
        """What tells a work from others, and its editions from each other."""
        return (self.author, self.title, self.edition, self.year)

    @property
    def work(self) -> "Source":
        """The work as a whole, as a register lists it."""
        return attrs.evolve(self, place="") if self.place else self

    @property
    def due_again(self) -> date | None:
        """The day by which somebody has to look again; None where none is known."""
        return self.checked_on + self.look_again if self.checked_on and self.look_again else None

    @property
    def standing(self) -> str:
        """Where the work stands, and how that is known, in words."""
        said = [self.status.value]
        if self.superseded_by:
            said[0] += f" by {self.superseded_by.author}, {self.superseded_by.title}"
        said += [f"checked on {self.checked_on}"] if self.checked_on else []
        said += [f"read in {self.read_in.value}"] if self.read_in else []
        said += [f"to look up again by {self.due_again}"] if self.due_again else []
        return ", ".join(said)

    @property
    def in_full(self) -> str:
        """Author and title, with edition and year where they are known."""
        dated = ", ".join(filter(None, (self.edition, str(self.year or ""))))
        return f"{self.author}, {self.title}{f' ({dated})' if dated else ''}"

    @property
    def kind(self) -> str:
        """What kind of evidence it is, and that the work no longer holds, or does not yet, where that is known."""
        holds = self.status in (SourceStatus.CURRENT, SourceStatus.NOT_CONFIRMED)
        return self.evidence.value if holds else f"{self.evidence.value}, {self.status.value}"

    def __str__(self) -> str:
        return f"{self.in_full}{f': {self.place}' if self.place else ''} [{self.kind}]"


Sources = Iterable[Source]
"""Sources as an author lists them."""


def cited(sources: Sources) -> tuple[Source, ...]:
    """Sources as an author lists them, after a look at whether they are some.

    Raises:
        ValueError: where they are no list, or something else is among them.
    """
    if isinstance(sources, Source):
        raise ValueError("sources is a list, also of one: sources=[…]")
    try:
        listed = tuple(sources)
    except TypeError:
        raise ValueError(f"'sources' is a list, not {kind_of(sources)}") from None
    if other := next((each for each in listed if not isinstance(each, Source)), None):
        raise ValueError(
            f"'sources' lists what is a Source, with author, title, address and evidence, and has {kind_of(other)}"
        )
    return listed
