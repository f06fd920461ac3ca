"""What is wrong with the preferences and exclusions of [matching], and which of them need a reason in law."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mentorkit.programme.kept_columns import VETOES
from mentorkit.programme.matching import (
    MOST_POINTS,
    STABLE,
    THEMSELVES,
    Comparison,
    Exclusion,
    Matching,
    PlacedComparison,
    Preference,
    compared_facts,
    nearest,
    placed_comparisons,
)
from mentorkit.programme.path import Path
from mentorkit.programme.ranges import ranges_in
from mentorkit.values.inexact import highest, lowest
from mentorkit.values.seen_text import as_seen


class ComparisonFault(NamedTuple):
    """Why pairs cannot be worked out as the design asks: where, what is wrong, and what to do."""

    path: Path
    message: str
    fix: str


def comparison_faults(matching: Matching) -> Iterator[ComparisonFault]:
    """Everything that keeps preferences and exclusions from being worked out, and places from being shared out.

    Examples:
        >>> design = attrs.evolve(Programme().matching, preferences=(Preference(what="language", kind="same"),))
        >>> [fault.message for fault in comparison_faults(design)][0]
        'this has no weight and is not required, so it does nothing'
    """
    for path, stated in placed_comparisons(matching):
        if stated.what is None or stated.kind is None:
            yield ComparisonFault(path, "this does not say what is compared, and how", "state what and kind")
            continue
        if ranges := list(ranges_in(stated)):
            for below, range_ in ranges:
                yield ComparisonFault(
                    (*path, *below), f"people cannot be compared by a range ({range_})", "state one value"
                )
            continue
        yield from _distance_faults(path, stated)
        if stated.kind == "prefer" and isinstance(stated, Exclusion):
            yield ComparisonFault(
                (*path, "kind"), "a wish cannot rule anybody out", f"write another kind, or ask mentees for {VETOES}"
            )
        if stated.what == THEMSELVES and stated.kind != "prefer":
            yield ComparisonFault(
                (*path, "kind"), "ids of people cannot be compared in this way", 'write kind = "prefer"'
            )
        if isinstance(stated, Preference):
            if not stated.weight and not stated.required:
                yield ComparisonFault(
                    path, "this has no weight and is not required, so it does nothing", "state a weight"
                )
            if (stated.weight or 0) > MOST_POINTS:
                yield ComparisonFault(
                    (*path, "weight"),
                    f"this is more than {MOST_POINTS:,} points",
                    "give smaller weights: only their proportions matter",
                )
    yield from _sharing_faults(matching)
    asked = matching.collects or ()
    kinds: dict[str, Any] = {}
    for path, stated in placed_comparisons(matching):
        for name, type_ in PlacedComparison(path, stated).facts(asked).items() if stated.what and stated.kind else ():
            if type_ is not str and kinds.setdefault(name, type_) != type_:
                yield ComparisonFault(
                    (*path, "kind"),
                    f"{name} is already compared in another way",
                    "compare it in the same way everywhere",
                )
    for name in compared_facts(matching):
        if name not in asked:
            yield ComparisonFault(
                ("matching", "collects"), f"{name} is compared and nobody asks for it", f"add {name} to collects"
            )


def _sharing_faults(matching: Matching) -> Iterator[ComparisonFault]:
    """What keeps places from being shared out as the design asks."""
    several = highest(matching.mentors_per_mentee)
    if several is not None and lowest(matching.mentors_per_mentee) < 1:
        path = ("matching", "mentors_per_mentee")
        yield ComparisonFault(path, "a mentee has at least one mentor", "state 1 or more, or take it out")
    in_hours, is_stable = matching.capacity_in == "hours", matching.objective == STABLE
    if not (in_hours or is_stable):
        return
    way = "where hours are shared out" if in_hours else "for stable pairs"
    fix = 'take it out, or state capacity_in = "people"' if in_hours else "take it out, or state another objective"
    if several is not None and several > 1:
        yield ComparisonFault(("matching", "mentors_per_mentee"), f"a mentee has one mentor {way}", fix)
    if matching.spread:
        yield ComparisonFault(("matching", "spread"), f"mentees are not spread over mentors {way}", fix)


def _distance_faults(path: Path, stated: Comparison) -> Iterator[ComparisonFault]:
    """What is wrong with how far apart the two of a pair may be, and have to be."""
    if stated.kind != "near":
        distances = (stated.within, stated.difference, stated.ahead, stated.at_least, stated.least_difference)
        if any(each is not None for each in distances):
            yield ComparisonFault(
                path, f"a distance is not used if kind is {stated.kind}", 'take it out, or write kind = "near"'
            )
        return
    if (stated.within is None) == (stated.difference is None):
        yield ComparisonFault(
            path, "near needs a distance", "state within for dates, or difference for numbers, and not both"
        )
    for name, length in (("within", stated.within), ("at_least", stated.at_least)):
        if length is not None and length.minutes:
            yield ComparisonFault(
                (*path, name), "dates are days apart, not hours", "write days, weeks, months or years"
            )
            return
    if stated.within is None and stated.at_least is not None:
        yield ComparisonFault((*path, "at_least"), "this is for dates", "write least_difference for numbers")
    elif stated.difference is None and stated.least_difference is not None:
        yield ComparisonFault((*path, "least_difference"), "this is for numbers", "write at_least for dates")
    elif stated.at_least and stated.within and stated.at_least > stated.within:
        yield ComparisonFault((*path, "at_least"), "this is longer than within", "state a shorter time")
    elif stated.difference is not None and not 0 <= nearest(stated) <= stated.difference:
        yield ComparisonFault(path, "no two numbers are so far apart", "let least_difference be from 0 to difference")


PROTECTED_CHARACTERISTICS: Mapping[str, str] = {
    "age": "age|ages|age group|birth|born|birthday|dob|generation",
    "disability": "disability|disabilities|disabled|impairment|impairments|learning difficulty|learning difficulties|"
    "health condition|health conditions|long term condition|autism|autistic|neurodivergent|neurodiversity|deaf",
    "gender reassignment": "gender reassignment|gender identity|trans|transgender|non binary",
    "marriage and civil partnership": "marriage|married|marital status|civil partnership|civil partner",
    "pregnancy and maternity": "pregnancy|pregnant|maternity|breastfeeding",
    "race": "race|ethnicity|ethnic|nationality|national origin|skin colour|colour|caste|heritage",
    "religion or belief": "religion|religious|belief|beliefs|faith|denomination",
    "sex": "sex|gender|male|female|man|woman|men|women",
    "sexual orientation": "sexual orientation|sexuality|gay|lesbian|bisexual|lgbt|lgbtq",
}
"""The nine protected characteristics (Equality Act 2010, section 4), each with the words that usually name it."""


def protected_characteristic(what: str) -> str | None:
    """The protected characteristic that something is, going by its name; None for all else."""
    words = re.sub(r"[\W_]+", " ", f" {as_seen(what)} ")
    found = [
        name
        for name, usual in PROTECTED_CHARACTERISTICS.items()
        if any(f" {word} " in words for word in usual.split("|"))
    ]
    return max(found, key=len) if found else None


def unjustified_comparisons(matching: Matching) -> Iterator[ComparisonFault]:
    """What weighs a protected characteristic without saying why, though a reason has to be there.

    Examples:
        >>> design = attrs.evolve(Programme().matching, exclusions=(Exclusion(what="gender", kind="same"),))
        >>> [fault.path for fault in unjustified_comparisons(design)]
        [('matching', 'exclusions', 0, 'what')]
    """
    for path, stated in placed_comparisons(matching):
        characteristic = protected_characteristic(stated.what or "")
        if characteristic and not (stated.why or matching.justification):
            yield ComparisonFault(
                (*path, "what"),
                f'"{stated.what}" sorts people by a protected characteristic ({characteristic}), and no reason is '
                "stated",
                "agree a reason with the people it is meant for, and state it in why; or remove this",
            )
