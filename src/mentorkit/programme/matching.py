"""[matching]: how pairs are made, and what makes one pair better than another."""

from datetime import date
from typing import Any, Literal, NamedTuple, get_args

import attrs

from mentorkit.programme.kept_columns import ID
from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.path import Path
from mentorkit.programme.ways import OVER_TIME, WITH_MENTORS, Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

ComparisonKind = Literal["same", "overlap", "near", "prefer"]
MatchingObjective = Literal[
    "most people, then best fit, then worst pair lifted",
    "most people, then best fit",
    "stable by preferences",
]
WORST_RAISED, BEST, STABLE = get_args(MatchingObjective)

THEMSELVES = ID
"""Stands in `what` for the people themselves: a preference for certain people, by their ids."""

_TWO_PEOPLE = (Way.PAIR, Way.MUTUAL_AID)
"""The ways in which people are matched with each other: a mentor and a mentee, or a member and a sponsor."""

MOST_POINTS = 1_000_000
"""The greatest weight; so all terms of a pair stay far inside what the solver takes."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Comparison(ByFields):
    """Something in which the two of a pair are compared."""

    what: str | None = key(
        "what is compared: for language, the facts mentor_language and mentee_language",
        '"language"',
        question="What do you compare?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    kind: ComparisonKind | None = key(
        "how: same, overlap (of lists), near (dates or numbers), or prefer (what a {mentee} wishes for in a {mentor}, "
        "such as mentee_prefers_language; what {mentors} wish for too, if mentor_prefers_language is collected)",
        '"same"',
        question="How do you compare it?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    within: Duration | None = key(
        "for near: how far apart two dates may be",
        '"6 months"',
        question="How far apart may two dates be?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 day", "60 years"),
    )
    difference: int | None = key(
        "for near: how far apart two numbers may be",
        "1",
        question="How far apart may two numbers be?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(0, 100),
    )
    ahead: Literal["mentor", "mentee"] | None = key(
        "for near: which of the two has to be ahead, by the higher number or the earlier date; if left out, either may "
        "be",
        '"mentor"',
        question="Does one of the two have to be ahead?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    at_least: Duration | None = key(
        "for near: how far apart two dates have to be; with ahead and without this, a day",
        '"3 months"',
        question="How far apart do two dates have to be?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 day", "60 years"),
    )
    least_difference: int | None = key(
        "for near: how far apart two numbers have to be; with ahead and without this, 1",
        "1",
        question="How far apart do two numbers have to be?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(0, 100),
    )
    why: str | None = key(
        "why; you have to say it if the law protects what is compared",
        '"mentees ask for it"',
        question="Why do you compare it?",
        decide_by=DecideBy.FIRST_MEETING,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Preference(Comparison):
    """Something that makes a pair a better one."""

    weight: int | None = key(
        "how many points it can give; for overlap, for each thing in common",
        "10",
        question="How many points can it give?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(1, 1000),
    )
    required: bool | None = key(
        "whether every pair needs it; unknown counts as not having it",
        "true",
        question="Does every pair need it?",
        decide_by=DecideBy.FIRST_MEETING,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Exclusion(Comparison):
    """Something that rules a pair out, if it holds or if nobody knows whether it holds."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Matching(ByFields):
    """[matching]: who is brought together with whom."""

    collects: tuple[str, ...] | None = key(
        "the facts asked of both sides",
        '["mentor_settings", "mentee_settings"]',
        question="Which facts do you ask of both sides?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_TWO_PEOPLE,
    )
    requires: tuple[Literal["screening", "training"], ...] | None = key(
        "earlier stages whose rules have to be met here too",
        '["training"]',
        question="Which earlier stages have to be met before matching?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    criteria: tuple[str, ...] | None = key(
        "what a pair should have in common",
        '["background", "interests"]',
        question="What should a pair have in common?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={
            "background": ["similar background", "same background"],
            "interests": ["shared interests", "hobbies"],
            "times and places": ["times and locations", "availability", "when and where"],
            "life experience": ["lived experience", "shared experience"],
        },
        ways=[Way.PAIR],
    )
    required: tuple[str, ...] | None = key(
        "criteria that every pair has to meet",
        '["language"]',
        question="Which criteria does every pair have to meet?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=[Way.PAIR],
    )
    justification: str | None = key(
        "why protected characteristics are weighed",
        '"mentees ask for it"',
        question="Why do you weigh protected characteristics?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_TWO_PEOPLE,
    )
    mentee_veto: bool | None = key(
        "whether a {mentee} can refuse a {mentor} without giving a reason",
        "true",
        question="Can a {mentee} refuse a {mentor} without giving a reason?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_TWO_PEOPLE,
    )
    mentees_per_mentor: int | None = key(
        "how many {mentees} a {mentor} supports at a time",
        "3",
        question="How many {mentees} does a {mentor} support at a time?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 25),
        ways=OVER_TIME,
    )
    mentors_per_mentee: int | None = key(
        "how many {mentors} a {mentee} can have at a time; one if left out",
        "2",
        question="How many {mentors} can a {mentee} have at a time?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(1, 5),
        ways=_TWO_PEOPLE,
    )
    spread: bool | None = key(
        "whether {mentors} who have no {mentee}, session or shift yet come before those who have one",
        "true",
        question="Do {mentors} who have nobody come before those who have somebody?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    capacity_in: Literal["people", "hours"] | None = key(
        "what a {mentor} has to share out: places for people (if left out) or hours",
        '"people"',
        question="Does a {mentor} have places or hours to share out?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_TWO_PEOPLE,
    )
    objective: MatchingObjective | None = key(
        "what the best pairs are; if left out, the first of these",
        f'"{WORST_RAISED}"',
        question="What matters most when you make pairs?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_TWO_PEOPLE,
    )
    preferences: tuple[Preference, ...] | None = key(
        "what makes a pair a better one",
        '[{ what = "language", kind = "same", required = true }]',
        question="What makes a pair a better one?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_TWO_PEOPLE,
    )
    exclusions: tuple[Exclusion, ...] | None = key(
        "what rules a pair out",
        '[{ what = "workplace", kind = "same" }]',
        question="What rules a pair out?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_TWO_PEOPLE,
    )


def nearest(stated: Comparison) -> int:
    """How far apart two numbers have to be at least."""
    return stated.least_difference if stated.least_difference is not None else int(stated.ahead is not None)


class PlacedComparison(NamedTuple):
    """A preference or an exclusion with its place in the file."""

    path: Path
    comparison: Comparison

    def facts(self, collects: tuple[str, ...]) -> dict[str, Any]:
        """The facts that it needs, each with its kind as far as the comparison tells.

        What mentors wish counts where the programme asks them for it: `collects` names mentor_prefers_<what>.
        """
        what, texts = self.comparison.what, tuple[str, ...]
        if self.comparison.kind == "prefer":
            theirs = f"mentor_prefers_{what}"
            wishes = {f"mentee_prefers_{what}": texts} | ({theirs: texts} if theirs in collects else {})
            return wishes | {f"mentor_{what}": texts} | ({f"mentee_{what}": texts} if theirs in wishes else {})
        kinds = {"same": str, "overlap": texts, "near": date if self.comparison.within else int}
        return {f"{side}_{what}": kinds[self.comparison.kind or "same"] for side in ("mentor", "mentee")}


def placed_comparisons(matching: Matching) -> list[PlacedComparison]:
    """All preferences and exclusions that a design states, in its order."""
    groups: dict[str, tuple[Comparison, ...]] = {
        "preferences": matching.preferences or (),
        "exclusions": matching.exclusions or (),
    }
    return [
        PlacedComparison(("matching", name, index), stated)
        for name, entries in groups.items()
        for index, stated in enumerate(entries)
    ]


def compared_facts(matching: Matching) -> dict[str, Any]:
    """Every fact that preferences and exclusions need, with its kind; a list where one of them asks for a list."""
    needed: dict[str, Any] = {}
    for each in placed_comparisons(matching):
        for name, type_ in each.facts(matching.collects or ()).items() if each.comparison.what else ():
            if not name.endswith(f"_{THEMSELVES}") or "_prefers_" in name:
                needed[name] = type_ if needed.get(name) in (None, str) else needed[name]
    return needed
