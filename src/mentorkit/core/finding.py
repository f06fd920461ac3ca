"""What a rule says about a design, at a place in the file."""

import attrs

from mentorkit.core.source import Source
from mentorkit.core.strength import Kind, Strength
from mentorkit.programme.path import Path, Span
from mentorkit.values.by_fields import ByFields


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Finding(ByFields):
    """Something to put right or to settle.

    Attributes:
        rules: the ids of the rules that say so, most binding first; the name of a check for the file itself.
        name: of the first, in words.
        strength: how binding; the severity follows from it.
        kind: whether the design falls short, is not settled, or could not be read.
        path: where in the file, by keys.
        span: where in the file, by lines; None for the file as a whole.
        message: what is wrong, in the service's words.
        fix: what to do.
        sources: who says so.
        brief: the message in a list of what is open, under its table and beside its key; the message where empty.
        waived: the reason of the waiver that sets it aside, with who agreed and until when, or the baseline that does;
            None where none does.
        in_baseline: whether a baseline sets it aside, and no waiver.
    """

    rules: tuple[str, ...]
    name: str
    strength: Strength
    kind: Kind
    path: Path
    message: str
    fix: str
    span: Span | None = None
    sources: tuple[Source, ...] = ()
    brief: str = ""
    waived: str | None = None
    in_baseline: bool = False

    @property
    def rule(self) -> str:
        """The id of the most binding rule."""
        return self.rules[0]

    @property
    def severity(self) -> str:
        """error, warning or advice."""
        return self.strength.severity
