"""What is said about a design at a place in the file: a problem that a rule finds, and a finding that is reported."""

from enum import Enum

import attrs

from mentorkit.core.source import Source
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path, Span
from mentorkit.text.words import with_short_names
from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import TEXT
from mentorkit.values.edition import Edition

Thing = tuple[str, Path]
"""What a waiver is about: a rule by its id, with the place and what is named there; () where people are asked."""


class FindingKind(Enum):
    """What a finding says of the design."""

    FALLS_SHORT = "falls short"
    NOT_SETTLED = "not settled"
    UNREADABLE = "unreadable"
    """A key, table or value that the file format does not know."""
    CRASHED = "not applied"
    """A rule did not answer; nobody can waive that."""
    WAIVER = "waiver"
    """A waiver that does not count or is not needed, or an entry of a baseline that matches nothing."""


@attrs.frozen(eq=False, repr=False)
class Problem(ByFields):
    """What a rule that looks at the whole design finds.

    Attributes:
        path: where in the file.
        message: what is wrong there, in the service's words; of what is not settled, as `not_settled` says.
        fix: what to do; the rule's own where empty.
        kind: whether the design falls short, or leaves open what has to be settled.
        about: the entries of the file that the message speaks of, beside the place: a waiver is about one of them.
        met_by_more: the list that would put it right with more entries; it falls short only where that is complete.

    Examples:
        >>> problem = falls_short("outcomes.measures.0", "nobody is asked", "say at which points")
        >>> isinstance(problem, Problem), problem.path
        (True, ('outcomes', 'measures', 0))
    """

    path: Path
    message: str = attrs.field(validator=TEXT)
    fix: str = attrs.field(default="", validator=TEXT)
    kind: FindingKind = FindingKind.FALLS_SHORT
    about: tuple[Path, ...] = ()
    met_by_more: Path = ()


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
        named: what it names besides its place, each with a rule that says so: entries that a list lacks, or of which
            the message speaks.
        notes: what else has to be known of the rules that say so, such as that nobody has reviewed one yet.
        open_list: the list that may have what is missing, as the file does not say that it is complete; or ().
        brief: the message in a list of what is open, under its table and beside its key; the message where empty.
        waived: the reason of the waiver that sets it aside, with who agreed and until when, or the baseline that does;
            None where none does.
        in_baseline: whether a baseline sets it aside, and no waiver.
        newly_asked: the edition that first asked for it, where the file was last checked against an earlier one.
        more: how many more the file has that are like it, and are only counted; its message says so too.
    """

    rules: tuple[str, ...]
    name: str
    strength: Strength
    kind: FindingKind
    path: Path
    message: str = attrs.field(converter=with_short_names)
    fix: str = attrs.field(converter=with_short_names)
    span: Span | None = None
    sources: tuple[Source, ...] = ()
    named: tuple[Thing, ...] = ()
    notes: tuple[str, ...] = ()
    open_list: Path = ()
    brief: str = attrs.field(default="", converter=with_short_names)
    waived: str | None = None
    in_baseline: bool = False
    newly_asked: Edition | None = None
    more: int = 0

    @property
    def rule(self) -> str:
        """The id of the most binding rule."""
        return self.rules[0]

    @property
    def severity(self) -> str:
        """error, warning or advice."""
        return self.strength.severity

    @property
    def things(self) -> tuple[Thing, ...]:
        """What a waiver has to be about: each rule, with the place of which it speaks and what it names there."""
        return self.named or tuple((rule, self.path) for rule in self.rules)
