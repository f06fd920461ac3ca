"""Small made-up cohorts, and what is right for them by trying everything."""

import copy
import tomllib
from collections.abc import Mapping
from datetime import date
from itertools import product
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from mentorkit.core.case_reading import Case, Outcome, StageReading
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.core.strength import Strength
from mentorkit.programme.matching import BEST, WORST_RAISED
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins
from mentorkit.toml.structure import read_programme
from mentorkit.values.duration import Duration

ON = date(2026, 11, 22)
EXAMPLES = Path(__file__).parents[2] / "examples"
COMPLETE = {
    sector: tomllib.loads((EXAMPLES / sector / name).read_text(encoding="utf-8"))
    for sector, name in (("substance", "turning_point.toml"), ("schools", "cross_age.toml"))
}
BOOKS = {sector: Plugins().rulebook([sector]) for sector in COMPLETE}
WEIGHED: list[dict[str, Any]] = [
    {"what": "language", "kind": "same", "weight": 7},
    {"what": "days", "kind": "overlap", "weight": 3},
    {"what": "recovery_since", "kind": "near", "within": "2 years", "weight": 10},
    {"what": "year", "kind": "near", "difference": 1, "weight": 4},
    {
        "what": "recovery_since",
        "kind": "near",
        "within": "4 years",
        "ahead": "mentor",
        "at_least": "5 months",
        "weight": 9,
    },
    {"what": "recovery_since", "kind": "near", "within": "4 years", "ahead": "mentee", "weight": 9},
    {"what": "year", "kind": "near", "difference": 2, "ahead": "mentor", "weight": 4},
    {"what": "year", "kind": "near", "difference": 2, "ahead": "mentee", "least_difference": 0, "weight": 4},
    {"what": "year", "kind": "near", "difference": 2, "least_difference": 1, "weight": 4},
    {"what": "style", "kind": "prefer", "weight": 6},
    {"what": "id", "kind": "prefer", "weight": 5},
]
EXCLUDED: list[dict[str, Any]] = [
    {"what": "house", "kind": "same"},
    {"what": "days", "kind": "overlap"},
    {"what": "year", "kind": "near", "difference": 0},
    {"what": "year", "kind": "near", "difference": 9, "ahead": "mentee"},
]
MENTORS, MENTEES = ["M-1", "M-2", "M-3"], ["C-1", "C-2", "C-3", "C-4"]
Cohort = tuple[list[Case], list[Case]]
_DATES = [date(2022, 1, 1), date(2022, 6, 1), date(2024, 2, 29), date(2026, 2, 28)]
IMPOSSIBLE_DATES = [date(2027, 1, 1), date(1899, 12, 30)]


def _some(random: Random, entries: list[str]) -> list[str]:
    return random.sample(entries, random.randint(1, min(3, len(entries))))


def _facts(random: Random, side: str, others: list[str]) -> dict[str, Any]:
    """What is known of somebody; each thing is unknown now and then."""
    facts = {
        f"{side}_language": random.choice(["Welsh", "English", "welsh "]),
        f"{side}_house": random.choice(["Ash", "Oak", "none"]),
        f"{side}_days": _some(random, ["mon", "tue", "wed", "none"]),
        f"{side}_style": _some(random, ["quiet", "lively"]),
        f"{side}_year": random.randint(7, 9),
        f"{side}_recovery_since": random.choice(_DATES * 4 + IMPOSSIBLE_DATES),
        f"{side}_settings": _some(random, ["clinic", "club"]),
        f"{side}_prefers_style": _some(random, ["quiet", "lively", "any"]),
        f"{side}_prefers_id": _some(random, [*others, "any"]),
    }
    return {name: value for name, value in facts.items() if random.random() < 0.85}


def _mentor(random: Random, id_: str) -> Case:
    facts = _facts(random, "mentor", MENTEES)
    if random.random() < 0.7:
        facts["capacity"] = random.choice([0, 1, 1, 2])
    return Case(id_, facts | {"mentor_school_year": random.choice([8, 9, 10, 11])})


def _mentee(random: Random, id_: str) -> Case:
    facts = _facts(random, "mentee", MENTORS) | {"mentee_school_year": random.choice([6, 7, 8])}
    facts["mentee_agrees_to_match"] = random.random() < 0.9
    facts["mentee_recovery_plan"] = random.choice(["none", "drawn up by others", "drawn up by the mentee"])
    if random.random() < 0.3:
        facts["mentee_vetoes"] = [random.choice(MENTORS)]
    return Case(id_, facts)


def people() -> st.SearchStrategy[Cohort]:
    """Up to three mentors and four mentees."""

    def made(seed: int) -> Cohort:
        random = Random(seed)  # noqa: S311 - made-up people are no secrets
        mentors = [_mentor(random, id_) for id_ in MENTORS[: random.choice([0, 1, 2, 3, 3, 3, 3, 3])]]
        return mentors, [_mentee(random, id_) for id_ in MENTEES[: random.choice([0, 2, 3, 4, 4, 4, 4, 4])]]

    return st.integers(0, 2**32).map(made)


@st.composite
def designs(draw: st.DrawFn, *, objectives: tuple[str, ...] = (WORST_RAISED, BEST)) -> dict[str, Any]:
    """A design with some preferences, some of them required, and some exclusions."""
    chosen = draw(st.lists(st.sampled_from(WEIGHED), unique_by=lambda each: each["what"], max_size=4))
    preferences = [each | ({"required": True} if draw(st.integers(0, 2)) == 0 else {}) for each in chosen]
    exclusions = draw(st.lists(st.sampled_from(EXCLUDED), max_size=1))
    prefixes = ["mentor_", "mentee_", "mentee_prefers_"]
    prefixes += ["mentor_prefers_"] if draw(st.booleans()) else []
    design = copy.deepcopy(COMPLETE[draw(st.sampled_from(sorted(COMPLETE)))])
    design["matching"] |= {
        "collects": [f"{p}{each['what']}" for each in [*WEIGHED, *EXCLUDED] for p in prefixes],
        "mentees_per_mentor": 2,
        "objective": draw(st.sampled_from(objectives)),
        "preferences": preferences,
        "exclusions": exclusions,
    }
    return design


def book(data: dict[str, Any]) -> Rulebook:
    return BOOKS[data["programme"]["sectors"][0]]


def programme(data: dict[str, Any]) -> Programme:
    read, faults = read_programme(data, book(data).sector_keys)
    assert faults == []
    return read


def plain(value: Any) -> set[str]:
    """Texts as they are compared."""
    entries = [value] if isinstance(value, str) else value
    return {" ".join(entry.lower().split()) for entry in entries} - {"none"}


def granted(wishes: Any, own: Any, *, exact: bool) -> tuple[bool | None, float]:
    """Whether a wish is met, and which part of the points it gives."""
    if wishes is None:
        return None, 0
    named = list(dict.fromkeys(wishes if exact else (" ".join(each.lower().split()) for each in wishes)))
    if "any" in named:
        return True, 0
    if own is None:
        return None, 0
    have = set(own) if exact else plain(own)
    for place, entry in enumerate(named):
        if entry in have:
            return True, (len(named) - place) / len(named)
    return False, 0


def compare(entry: dict[str, Any], mentor: Case, mentee: Case, collects: list[str]) -> tuple[bool | None, int]:
    """Whether two people have something, and its points; None where that is not known."""
    what, weight = entry["what"], entry.get("weight", 0)
    if entry["kind"] == "prefer":
        exact = what == "id"
        own = {s: [case.id] if exact else case.facts.get(f"{s}_{what}") for s, case in pair_of(mentor, mentee)}
        parts = [granted(mentee.facts.get(f"mentee_prefers_{what}"), own["mentor"], exact=exact)]
        if f"mentor_prefers_{what}" in collects:
            parts.append(granted(mentor.facts.get(f"mentor_prefers_{what}"), own["mentee"], exact=exact))
        held = [part[0] for part in parts]
        holds = False if False in held else None if None in held else True
        return holds, sum(int(weight * part[1] + 1e-9) for part in parts)
    one, other = mentor.facts.get(f"mentor_{what}"), mentee.facts.get(f"mentee_{what}")
    if one is None or other is None:
        return None, 0
    if entry["kind"] == "near":
        first, second = sorted((one, other))
        if "difference" in entry:
            distance, least, reach = (
                second - first,
                entry.get("least_difference", "ahead" in entry),
                entry["difference"],
            )
            behind = one < other if entry.get("ahead") == "mentor" else other < one
        else:
            reach = (first + Duration.parse(entry["within"]) - first).days
            least = (
                (first + Duration.parse(entry["at_least"]) - first).days if "at_least" in entry else "ahead" in entry
            )
            distance = (second - first).days
            behind = one > other if entry.get("ahead") == "mentor" else other > one
        holds = least <= distance <= reach and not (behind and "ahead" in entry)
        return holds, weight * (reach + 1 - distance) // (reach + 1 - least) if holds else 0
    if entry["kind"] == "same":
        same = plain(one) == plain(other) and bool(plain(one))
        return same, weight if same else 0
    shared = plain(one) & plain(other)
    return bool(shared), weight * len(shared)


def pair_of(mentor: Case, mentee: Case) -> tuple[tuple[str, Case], tuple[str, Case]]:
    return (("mentor", mentor), ("mentee", mentee))


def admissible(data: dict[str, Any], mentors: list[Case], mentees: list[Case]) -> dict[tuple[str, str], int]:
    """The score of every pair that may be made, mentee first, by asking everything of every pair."""
    stand = StageReading(book(data), programme(data), Stage.MATCHING, ON)
    matching = data["matching"]
    found = {}
    for mentor, mentee in product(mentors, mentees):
        facts = {**mentor.facts, **mentee.facts}
        barred = mentor.id in facts.get("mentee_vetoes", []) or not _vetoes_are_clear(mentee, mentors)
        if barred or stand.decide(Case("pair", facts)).outcome > Outcome.NOTE:
            continue
        held = [compare(each, mentor, mentee, matching["collects"]) for each in matching["preferences"]]
        required = [each.get("required", False) for each in matching["preferences"]]
        excluded = [compare(each, mentor, mentee, matching["collects"])[0] for each in matching["exclusions"]]
        met = all(holds is True for (holds, _), needed in zip(held, required, strict=True) if needed)
        if met and all(holds is False for holds in excluded):
            found[mentee.id, mentor.id] = sum(points for _, points in held)
    return found


def _vetoes_are_clear(mentee: Case, mentors: list[Case]) -> bool:
    """Whether everybody whom a mentee does not want is in the sheets."""
    return set(mentee.facts.get("mentee_vetoes", [])) <= {mentor.id for mentor in mentors}


def should_notes(data: dict[str, Any], mentors: list[Case], mentees: list[Case]) -> dict[tuple[str, str], int]:
    """How many rules that are a SHOULD note something about each two, mentee first."""
    stand = StageReading(book(data), programme(data), Stage.MATCHING, ON)
    return {
        (mentee.id, mentor.id): sum(
            verdict.outcome is Outcome.NOTE and verdict.rule.strength is Strength.SHOULD
            for verdict in stand.decide(Case("pair", {**mentor.facts, **mentee.facts})).verdicts
        )
        for mentor, mentee in product(mentors, mentees)
    }


def willing(data: dict[str, Any], mentors: list[Case], mentees: list[Case]) -> set[str]:
    """The mentees who could be matched with somebody who suits in everything."""
    stand = StageReading(book(data), programme(data), Stage.MATCHING, ON)
    suits = {"mentor_school_year": 13}
    clear = [mentee for mentee in mentees if _vetoes_are_clear(mentee, mentors)]
    return {m.id for m in clear if stand.decide(Case(m.id, {**m.facts, **suits})).outcome <= Outcome.NOTE}


def places(mentors: list[Case]) -> dict[str, int]:
    return {mentor.id: mentor.facts.get("capacity", 2) for mentor in mentors}


def best(
    pairs: dict[tuple[str, str], int],
    room: dict[str, int],
    mentees: list[str],
    *,
    raise_worst: bool,
    notes: Mapping[tuple[str, str], int] = MappingProxyType({}),
) -> tuple[int, int, int | None, dict[str, str]]:
    """Most people, best total, worst pair (raised or not asked), and of the best those with fewest notes the first."""
    choices = [[*(mentor for mentor in sorted(room) if (mentee, mentor) in pairs), None] for mentee in sorted(mentees)]
    found: tuple[Any, ...] | None = None
    for chosen in product(*choices):
        if any(chosen.count(mentor) > places for mentor, places in room.items()):
            continue
        scores = [pairs[mentee, m] for mentee, m in zip(sorted(mentees), chosen, strict=True) if m is not None]
        worst = min(scores, default=0) if raise_worst else 0
        order = tuple(-len(room) if m is None else -sorted(room).index(m) for m in chosen)
        made = {mentee: m for mentee, m in zip(sorted(mentees), chosen, strict=True) if m is not None}
        key = (len(scores), sum(scores), worst, -sum(notes.get(pair, 0) for pair in made.items()), order)
        if found is None or key > found[0]:
            found = (key, made)
    assert found is not None
    (matched, total, worst, _, _), made = found
    return matched, total, worst if raise_worst and matched else None, made
