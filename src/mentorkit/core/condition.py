"""In which designs a rule applies: in custody, where support is a short bridge, where detoxification is offered."""

from collections.abc import Callable

import attrs

from mentorkit.programme.path import path_of
from mentorkit.programme.tables import Programme
from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import OPTIONAL_TEXT, TEXT, is_a


@attrs.frozen(eq=False, repr=False)
class Condition(ByFields):
    """When a rule applies.

    Attributes:
        words: completes the sentence 'applies …', for example 'if the setting is custody'.
        test: gets the programme; None stands for 'the design does not say', and then the rule applies, because unknown
            never reads as no.
        needs: the key that the test reads, such as "programme.settings". Where the design does not state it, that is
            reported, in the name of the rule, instead of what the rule would say.

    Examples:
        >>> Condition("if there are mentors", lambda programme: bool(programme.programme.mentors)).holds(Programme())
        False
    """

    words: str = attrs.field(validator=TEXT)
    test: Callable[[Programme], bool | None] = attrs.field(
        validator=is_a(Callable, "a function that takes the programme")  # type: ignore[arg-type] # a class in fact
    )
    needs: str | None = attrs.field(default=None, validator=OPTIONAL_TEXT)

    def holds(self, programme: Programme) -> bool:
        """Whether the rule applies; a condition that fails to answer counts as yes."""
        try:
            return self.test(programme) is not False
        except Exception:  # fail closed: a rule is left out only where that is known to be right
            return True

    def waits(self, programme: Programme) -> bool:
        """Whether the design has to state first what the condition needs."""
        return self.needs is not None and programme.value(path_of(self.needs)) is None and self.holds(programme)


def when(words: str, test: Callable[[Programme], bool | None], needs: str | None = None) -> Condition:
    """A condition of one's own; the words complete the sentence 'applies …'.

    Examples:
        >>> short = when("if support is short", lambda programme: None, needs="relationship.shortest")
        >>> short.holds(Programme()), short.waits(Programme())  # unknown never reads as no
        (True, True)
    """
    return Condition(words, test, needs)
