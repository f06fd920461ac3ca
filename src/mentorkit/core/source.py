"""Citations: where a rule, a limit or a figure comes from, and what kind of evidence that is."""

from collections.abc import Iterable
from enum import Enum

import attrs

from mentorkit.values.declared import TEXT, filled, is_a, kind_of


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


@attrs.frozen(kw_only=True, cache_hash=True)
class Source:
    """A citation.

    Attributes:
        author: who says it, as the field names them.
        title: of the work.
        year: of publication, where it is known.
        place: where in the work, and what it says there in our words.
        address: where the work can be read.
        evidence: what kind of evidence it is.

    Raises:
        ValueError: at creation, where author, title or address is empty, or something is not of its kind.

    Examples:
        >>> handbook = Source(
        ...     author="A charity", title="Handbook", address="https://example.org", evidence=Evidence.PRACTICE
        ... )
        >>> print(handbook.at("chapter 2, on visits"))
        A charity, Handbook: chapter 2, on visits [one programme's practice]
    """

    author: str = attrs.field(validator=filled)
    title: str = attrs.field(validator=filled)
    address: str = attrs.field(validator=filled)
    evidence: Evidence = attrs.field(validator=is_a(Evidence, "a kind of evidence, such as Evidence.RESEARCH"))
    year: int | None = attrs.field(default=None, validator=is_a((int, type(None)), "a whole number"))
    place: str = attrs.field(default="", validator=TEXT)

    def at(self, place: str, evidence: Evidence | None = None) -> "Source":
        """The same work, cited at one place; a place may be other evidence than the work as a whole."""
        return attrs.evolve(self, place=place, evidence=evidence or self.evidence)

    def __str__(self) -> str:
        year = f" ({self.year})" if self.year else ""
        place = f": {self.place}" if self.place else ""
        return f"{self.author}, {self.title}{year}{place} [{self.evidence.value}]"


def cited(sources: Iterable[Source]) -> tuple[Source, ...]:
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
