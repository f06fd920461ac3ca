"""What a rule says about a design, at a place in the file."""

from collections.abc import Mapping

import attrs

from mentorkit.core.source import Source
from mentorkit.core.strength import Kind, Strength
from mentorkit.programme.path import Path, Span

CHECKS: Mapping[str, tuple[Strength, str]] = {
    "unknown-key": (Strength.MUST, "A key that the format does not know would be ignored, and what it says lost."),
    "wrong-value": (Strength.MUST, "A value of the wrong kind is never turned into another; that would be a guess."),
    "renamed-key": (
        Strength.SHOULD,
        "A key or fact under its earlier name is read as the new one for now; a later release will not know it.",
    ),
    "waiver-incomplete": (Strength.MUST, "A waiver counts only with a rule, a reason, who agreed and its last day."),
    "waiver-unknown": (Strength.MUST, "A waiver for a rule that is not among those applied protects nobody."),
    "waiver-refused": (Strength.MUST, "The owner of the rule has declared that no service may set it aside."),
    "waiver-expired": (
        Strength.SHOULD,
        "A decision not to follow a rule holds until its last day and is then due again.",
    ),
    "waiver-unused": (Strength.CAUTION, "Nothing needs this waiver any more; keeping it would hide the next problem."),
    "baseline-unused": (
        Strength.CAUTION,
        "What the baseline has no longer occurs; keeping it would hide that it comes back.",
    ),
}
"""The checks of the file itself, which no plugin brings: by name, their strength and why they are there."""


@attrs.frozen(kw_only=True)
class Finding:
    """Something to put right or to settle.

    Attributes:
        rules: the ids of the rules that say so, most binding first; a name from `CHECKS` for the file itself.
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


def check_finding(check: str, path: Path, message: str, fix: str) -> Finding:
    """A finding of one of the `CHECKS`."""
    kind = Kind.WAIVER if check.startswith(("waiver", "baseline")) else Kind.UNREADABLE
    if check == "renamed-key":  # it is read all the same
        kind = Kind.FALLS_SHORT
    return Finding(
        rules=(check,),
        name=check.replace("-", " "),
        strength=CHECKS[check][0],
        kind=kind,
        path=path,
        message=message,
        fix=fix,
    )
