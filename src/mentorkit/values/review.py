"""That somebody who does the work has looked at a rule."""

from datetime import date

import attrs

from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import day, filled


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Review(ByFields):
    """That somebody who does the work has looked at a rule and found it right: in which role, never who it was.

    Attributes:
        role: such as "peer mentoring coordinator in a prison".
        on: the day.

    Examples:
        >>> from datetime import date
        >>> Review(role="housing support coordinator", on=date(2026, 10, 1)).words
        'reviewed by a practitioner (housing support coordinator) on 2026-10-01'
    """

    role: str = attrs.field(validator=filled)
    on: date = attrs.field(validator=day)

    @property
    def words(self) -> str:
        """The review in one line."""
        return f"reviewed by a practitioner ({self.role}) on {self.on}"
