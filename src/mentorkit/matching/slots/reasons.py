"""Why somebody does not take a slot."""

from enum import Enum


class Reason(Enum):
    """Why somebody does not take a slot; the first that holds is said.

    Examples:
        >>> Reason.FULL.words(2)
        'have no room left'
    """

    VETOED = "not wanted there"
    PART_OF_IT = "part of it"
    STAFF = "there as staff"
    NEVER = "never to take it"
    WAITS = "cannot take anything yet"
    AWAY = "away then"
    NOT_AVAILABLE = "not available then"
    ELSEWHERE = "in another one at that time"
    NOT_TOGETHER = "not to be together with somebody there"
    FULL = "no room left"
    TOO_MANY = "more than they have room for"

    @property
    def is_private(self) -> bool:
        """Whether it is something that is known of people, so that who they are is shown only if asked for."""
        return self not in (Reason.STAFF, Reason.NEVER, Reason.WAITS, Reason.ELSEWHERE, Reason.FULL, Reason.TOO_MANY)

    def words(self, people: int) -> str:
        """It as the end of a sentence about so many people."""
        has = ("has", "have")
        verbs = {Reason.PART_OF_IT: ("was", "were"), Reason.WAITS: ("", ""), Reason.FULL: has, Reason.TOO_MANY: has}
        one, several = verbs.get(self, ("is", "are"))
        return f"{one if people == 1 else several} {self.value}".strip()
