"""The checks of the file itself, which no plugin brings."""

from collections.abc import Mapping

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path

NOT_JUDGED = "not-judged"
"""What stands in the place of a rule where a file could not be judged."""
NOT_CONFIRMED = "not-confirmed"
"""What stands in the place of a rule where a value comes from a template, and nobody has confirmed it."""
NOT_DECIDED = "not-decided"
"""What stands in the place of a rule where a text says that something is not decided, such as "TBC"."""
OLDER_FORMAT = "older-format"
"""What stands in the place of the rules that ask for keys which the format of the file does not have."""

FILE_CHECKS: Mapping[str, tuple[Strength, str]] = {
    "unknown-key": (
        Strength.MUST,
        "A key that the format does not know would be ignored, and what it says would be lost.",
    ),
    "wrong-value": (Strength.MUST, "A value of the wrong kind is never turned into another; that would be a guess."),
    "renamed-key": (
        Strength.SHOULD,
        "A key or fact under its earlier name is read as the new one for now; a later release will not know it.",
    ),
    "ways-not-stated": (
        Strength.SHOULD,
        "Rules are for some ways of support; while a programme does not say which it offers, all of them ask.",
    ),
    OLDER_FORMAT: (
        Strength.CAUTION,
        "A file cannot state keys that only a later format has; it is judged as before, and can be written anew.",
    ),
    "law-not-checked": (
        Strength.CAUTION,
        "Rules know only the law of the United Kingdom; elsewhere, a person has to find out what the law asks.",
    ),
    "contradiction": (
        Strength.MUST,
        "If two places of a file cannot both be right, nobody knows which of them counts.",
    ),
    "listed-twice": (
        Strength.SHOULD,
        "An entry that a list has twice says nothing more the second time; often another one was meant.",
    ),
    "title-elsewhere": (
        Strength.CAUTION,
        "Schools of each nation have their own title for the lead on the safety of children; one of another nation "
        "may be a mistake, and people there do not know it.",
    ),
    "implausible": (
        Strength.SHOULD,
        "A value far outside of what others state is often a typing mistake, such as a zero too many.",
    ),
    "confirmation-unused": (
        Strength.CAUTION,
        "A confirmation is of one value; once that has changed or is usual, keeping it would hide the next one.",
    ),
    NOT_CONFIRMED: (
        Strength.SHOULD,
        "A value of a template is an example; until somebody confirms it, it is not a decision of the service. If a "
        "MUST reads it, it has to be decided as much as what the file does not state.",
    ),
    NOT_DECIDED: (
        Strength.SHOULD,
        'A text such as "TBC" says that something is still open, so rules read it as not stated. If a MUST reads it, '
        "it has to be decided.",
    ),
    "waiver-incomplete": (Strength.MUST, "A waiver counts only with a rule, a reason, who agreed and its last day."),
    "waiver-unknown": (Strength.MUST, "A waiver for a rule that is not among those applied protects nobody."),
    "waiver-refused": (Strength.MUST, "The owner of the rule has declared that no service may set it aside."),
    "waiver-expired": (
        Strength.SHOULD,
        "A decision not to follow a rule counts until its last day, and then has to be decided again.",
    ),
    "waiver-dates": (
        Strength.MUST,
        "A decision is made on a day that has come, and ends after that day; otherwise one of the two is a mistake.",
    ),
    "waiver-too-long": (
        Strength.SHOULD,
        "A decision not to follow a rule is looked at again within a year; one that ends later does not count.",
    ),
    "waiver-not-agreed": (
        Strength.MUST,
        "A waiver of what keeps people safe counts only where somebody who answers for their safety has agreed.",
    ),
    "waiver-unclear": (
        Strength.MUST,
        "A waiver is about one thing that its rule finds; with more than one, it would hide what nobody decided.",
    ),
    "waiver-outdated": (
        Strength.SHOULD,
        "A waiver is about what was found when it was agreed; where that has changed, it has to be decided again.",
    ),
    "waiver-vague": (
        Strength.CAUTION,
        "A waiver that does not say when it was agreed, and what was found then, may cover what nobody agreed to.",
    ),
    "waiver-unused": (Strength.CAUTION, "Nothing needs this waiver any more; keeping it would hide the next problem."),
    "baseline-unused": (
        Strength.CAUTION,
        "What the baseline has no longer occurs; keeping it would hide that it comes back.",
    ),
}
"""By name, their strength and why they are there."""
_READ_ALL_THE_SAME = (
    "renamed-key",
    "contradiction",
    "listed-twice",
    "title-elsewhere",
    "implausible",
    "confirmation-unused",
    OLDER_FORMAT,
)


def check_finding(check: str, path: Path, message: str, fix: str) -> Finding:
    """A finding of one of the `FILE_CHECKS`."""
    kind = FindingKind.WAIVER if check.startswith(("waiver", "baseline")) else FindingKind.UNREADABLE
    if check in _READ_ALL_THE_SAME:
        kind = FindingKind.FALLS_SHORT
    elif check in ("law-not-checked", NOT_CONFIRMED, NOT_DECIDED, "ways-not-stated"):
        kind = FindingKind.NOT_SETTLED
    return Finding(
        rules=(check,),
        name=check.replace("-", " "),
        strength=FILE_CHECKS[check][0],
        kind=kind,
        path=path,
        message=message,
        fix=fix,
    )
