"""In which designs a rule applies: in custody, where support is a short bridge, where detoxification is offered."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from mentorkit.programme.path import path_of

if TYPE_CHECKING:
    from mentorkit.programme.tables import Programme


@attrs.frozen
class Condition:
    """When a rule applies.

    Attributes:
        words: completes the sentence 'applies …', for example 'where the setting is custody'.
        test: gets the programme; None stands for 'the design does not say', and then the rule applies, because unknown
            never reads as no.
        needs: the key that the test reads, such as "programme.settings". Where the design does not state it, that is
            told, in the name of the rule, in place of what the rule would say.

    Examples:
        >>> Condition("where there are mentors", lambda programme: bool(programme.programme.mentors)).holds(Programme())
        False
    """

    words: str
    test: "Callable[[Programme], bool | None]"
    needs: str | None = None

    def holds(self, programme: "Programme") -> bool:
        """Whether the rule applies; a condition that fails to answer counts as yes."""
        try:
            return self.test(programme) is not False
        except Exception:  # fail closed: a rule is left out only where that is known to be right
            return True

    def waits(self, programme: "Programme") -> bool:
        """Whether the design has to state first what the condition needs."""
        return self.needs is not None and programme.value(path_of(self.needs)) is None and self.holds(programme)


def when(words: str, test: "Callable[[Programme], bool | None]", needs: str | None = None) -> Condition:
    """A condition of one's own; the words complete the sentence 'applies …'.

    Examples:
        >>> short = when("where support is short", lambda programme: None, needs="relationship.shortest")
        >>> short.holds(Programme()), short.waits(Programme())  # unknown never reads as no
        (True, True)
    """
    return Condition(words, test, needs)


def is_role(stated: str, *kinds: str) -> bool:
    """Whether a role that a design states is one of these kinds, however it is capitalised or hyphened.

    Mentors who are two things at once state both: "mentor and listener", or three: "mentor, listener and sponsor".

    Examples:
        >>> is_role("Peer-Mentor and listener", "peer mentor")
        True
    """
    parts = re.split(r",|\band\b", stated.casefold().replace("-", " "))
    return bool({" ".join(part.split()) for part in parts} & {kind.casefold().replace("-", " ") for kind in kinds})


def in_roles(*kinds: str) -> Condition:
    """Applies where the mentors' role is one of these kinds, or the design does not say which it is.

    Examples:
        >>> in_roles("listener", "sponsor").words
        'where the role is listener or sponsor'
    """

    def test(programme: "Programme") -> bool | None:
        stated = programme.role.kind
        return None if stated is None else is_role(stated, *kinds)

    return Condition(f"where the role is {' or '.join(kinds)}", test, "role.kind")


def in_settings(*settings: str) -> Condition:
    """Applies where the programme is delivered in one of these settings, or does not say where.

    Examples:
        >>> in_settings("custody").holds(Programme())
        True
    """

    def test(programme: "Programme") -> bool | None:
        stated = programme.programme.settings
        return None if stated is None else bool(set(stated) & set(settings))

    return Condition(f"where the setting is {' or '.join(settings)}", test, "programme.settings")
