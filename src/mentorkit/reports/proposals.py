"""What reports of proposals have in common, for pairs and for slots."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import attrs

from mentorkit.reports.style import Style, unstyled

Answer = TypeVar("Answer")

MOST_IDS = 6
"""How many ids or numbers a line has at most."""


@attrs.frozen
class ProposalsReport(Generic[Answer]):
    """What there is to say.

    Attributes:
        answer: the proposals, and what else was found.
        show_values: whether what is known of people is said too.
        style: colours, on a terminal.
    """

    answer: Answer
    show_values: bool = False
    style: Style = unstyled


def first_ids(ids: Sequence[str]) -> str:
    """Ids, as many as a line has, and how many more there are.

    Examples:
        >>> first_ids(["P-1", "P-2"]), first_ids([f"P-{number}" for number in range(1, 10)])
        ('P-1, P-2', 'P-1, P-2, P-3, P-4, P-5, P-6 and 3 more')
    """
    shown = ", ".join(ids[:MOST_IDS])
    return f"{shown} and {len(ids) - MOST_IDS} more" if len(ids) > MOST_IDS else shown
