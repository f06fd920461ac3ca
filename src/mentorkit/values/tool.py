"""What a sector knows of a tool that measures are taken with."""

from typing import Any, Literal, Protocol, get_args

import attrs

from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import filled, is_a

Better = Literal["higher", "lower"]
"""Which totals of a tool are the better ones."""

_NUMBER = is_a((int, float), "a number")


class Citation(Protocol):
    """What a tool needs of a `Source`."""

    @property
    def title(self) -> str:
        """The work."""

    @property
    def in_full(self) -> str:
        """Who says it, and in which work."""

    @property
    def address(self) -> str:
        """Where it can be read."""


def _citation(_instance: Any, attribute: Any, value: Any) -> None:
    if not hasattr(value, "in_full"):
        raise ValueError(f"'{attribute.alias}' is a Source, with author, title, address and evidence")


def _better(_instance: Any, attribute: Any, value: Any) -> None:
    if value not in get_args(Better):
        raise ValueError(f'\'{attribute.alias}\' is "higher" or "lower"')


def _above_least(tool: "Tool", attribute: Any, value: Any) -> None:
    _NUMBER(tool, attribute, value)
    if value <= tool.least:
        raise ValueError("'most' is not above 'least'")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tool(ByFields):
    """A validated tool, such as a questionnaire, with the totals that it can give.

    Attributes:
        name: as `tool` of a measure has it.
        least: the lowest total that the tool can give.
        most: the highest.
        better: which totals are better: "higher" or "lower".
        source: who says so, a `Source`.

    Raises:
        ValueError: at creation, for an empty name, and for a range, direction or source that is none.

    Examples:
        >>> from mentorkit.api import Evidence, Source
        >>> paper = Source(author="A", title="BARC-10", address="https://example.org", evidence=Evidence.RESEARCH)
        >>> Tool(name="BARC-10", least=10, most=60, better="higher", source=paper).in_words
        '10 to 60, higher is better'
    """

    name: str = attrs.field(validator=filled)
    least: float = attrs.field(validator=_NUMBER)
    most: float = attrs.field(validator=_above_least)
    better: Better = attrs.field(validator=_better)
    source: Citation = attrs.field(validator=_citation)

    @property
    def in_words(self) -> str:
        """The range, and which way is better."""
        return f"{self.least:g} to {self.most:g}, {self.better} is better"


def tools(_instance: Any, attribute: Any, value: Any) -> None:
    """What attrs asks of an attribute that holds tools: a list or tuple of them."""
    if not isinstance(value, list | tuple) or not all(isinstance(tool, Tool) for tool in value):
        raise ValueError(f"'{attribute.alias}' is a list of Tool(...)")
