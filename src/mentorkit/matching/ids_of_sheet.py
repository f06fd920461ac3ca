"""Who may be meant by an id that nobody has."""

from collections.abc import Sequence

from mentorkit.text.did_you_mean import did_you_mean
from mentorkit.values.seen_text import as_seen, easily_mixed_up


class IdsOfSheet:
    """The ids of one sheet, to tell who may be meant by an id that nobody has.

    Args:
        ids: in the order in which they are numbered.

    Attributes:
        number: the number of each, by the id as a person sees it.
    """

    def __init__(self, ids: Sequence[str]) -> None:
        self.number = {as_seen(id_): number for number, id_ in enumerate(ids)}
        self._ids = ids
        self._mixed_up: dict[str, list[str]] = {}
        for id_ in ids:
            self._mixed_up.setdefault(easily_mixed_up(id_), []).append(id_)

    def mixed_up_with(self, id_: str) -> Sequence[str]:
        """All ids that somebody has and that one that nobody has is easily mixed up with."""
        return self._mixed_up.get(easily_mixed_up(id_), ())

    def meant_by(self, id_: str) -> Sequence[str]:
        """All ids that may be meant by one that nobody has: those it is mixed up with, or else the closest one."""
        return self.mixed_up_with(id_) or [*filter(None, [did_you_mean(id_, self._ids)])]

    def nearest(self, id_: str) -> str:
        """The first of those that may be meant by an id that nobody has, or an empty text."""
        return next(iter(self.meant_by(id_)), "")
