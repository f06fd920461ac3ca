"""Times relative to an event in a person's life: "6 weeks before release", "discharge", "3 months after discharge"."""

import re
from typing import ClassVar, Literal

import attrs

from mentorkit.values.duration import Duration
from mentorkit.values.text_value import TextValue

# Compiled where a file has one. A length has few characters, so that nothing is tried from every place of a long text.
_WRITTEN = (
    r"(?:(?P<by>.{1,40}?) (?P<side>before|after) )?(?P<article>(?:the|their|his|her|an?) )?(?P<event>[a-z][a-z -]*)"
)


@attrs.frozen(repr=False)
class Moment(TextValue):
    """A time before, at or after an event.

    Attributes:
        event: such as release or discharge.
        side: before, at or after it.
        by: how long before or after; None at the event itself.
        article: that of the event as written, such as "the ", so that "the release" and "release" are one event.
    """

    what: ClassVar[str] = "a time before or after an event"
    write: ClassVar[str] = (
        'write a length and an event, such as "6 weeks before release", "release" or "3 months after release" in quotes'
    )

    event: str
    side: Literal["before", "at", "after"]
    by: Duration | None
    article: str = attrs.field(default="", eq=False)

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Reads "6 weeks before release", "release" or "3 months after release".

        Raises:
            ValueError: where the text says no such time; the message says what to write.
        """
        found = re.fullmatch(_WRITTEN, " ".join(text.lower().split()))
        if found is None or re.search(r"\b(before|after)\b", found["event"]):  # "before release" does not say how long
            raise ValueError(cls.write)
        event, article = found["event"], found["article"] or ""
        if event == "never":
            raise ValueError("never is no time: leave the key out, or take out the link if there is none")
        side: Literal["before", "after"] = "before" if found["side"] == "before" else "after"
        if not found["by"]:
            return cls(event, "at", None, article)
        return cls(event, side, Duration.parse(found["by"]), article)

    def __str__(self) -> str:
        named = f"{self.article}{self.event}"
        return f"{self.by} {self.side} {named}" if self.by else named

    def __repr__(self) -> str:
        return f'Moment("{self}")'
