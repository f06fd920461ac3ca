"""Members who help each other: one list, in which anybody may be a sponsor and look for one.

Two members are not each other's sponsors, nor are several in a circle: then nobody of them would have a sponsor who is
looked after by somebody else. If the design says that a sponsor is further on (`ahead = "mentor"`), there are no such
circles. Otherwise the best pairs may have some. In every group, somebody has no sponsor of the group if there is no
circle. So for each member of a circle, or of a group in which everybody could only have a sponsor of the group, the
best pairs are looked for that give this member none of the others (branch and bound). Leaving pairs out makes no answer
better, so the first answer without a circle, from the best on, is the best of all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import Any, Literal

from mentorkit.core.case_reading import Case
from mentorkit.core.finding import Thing
from mentorkit.core.rulebook import Rulebook
from mentorkit.matching.cohort import Cohort
from mentorkit.matching.in_order import in_order
from mentorkit.matching.match import answer_for
from mentorkit.matching.objectives import DEFAULT, BestPairs, Effort, Solve
from mentorkit.matching.possible_pairs import PossiblePairs
from mentorkit.matching.result import MatchingAnswer, MatchingError
from mentorkit.matching.sheet_columns import side_of
from mentorkit.matching.solver.hours import TIME_LIMIT, HoursProgress
from mentorkit.matching.solver.places import Solver
from mentorkit.programme.matching import STABLE, WORST_RAISED, placed_comparisons
from mentorkit.programme.tables import Programme
from mentorkit.records.locks import Lock
from mentorkit.toml.typed_facts import WRONG_KIND, TypedFacts

_MOST_TRIES = 2_000
"""Answers that are looked at for one without a circle; a fellowship whose design says who is further on needs one."""
_A_CIRCLE = "has a circle of members who are each other's sponsors"
_FURTHER_ON = 'say who is further on: a preference of kind "near" with ahead = "mentor" and required = true'
NO_CIRCLES = "no members are each other's sponsors, also not in a circle"

Pair = tuple[int, int]
"""A member who looks for a sponsor, and the sponsor."""


def match_members(
    rulebook: Rulebook,
    programme: Programme,
    members: Iterable[Case],
    on: date,
    *,
    waived: Iterable[Thing] = (),
    locks: Iterable[Lock] = (),
    stay: int | Literal["most"] = 0,
    solver: Solver = "auto",
    time_limit: float = TIME_LIMIT,
    progress: Callable[[HoursProgress], None] = lambda _: None,
) -> MatchingAnswer:
    """Proposes which member could be whose sponsor; members choose each other.

    Args:
        rulebook: the rules.
        programme: the design.
        members: a case for each, with `capacity` (how many they can sponsor), `wants_sponsor`, and the facts of both
            sides of matching: `mentor_…` of the member as a sponsor, `mentee_…` as one who looks for a sponsor.
        on: the date.
        waived: as in `match`.
        locks: as in `match`; the mentor of a pair is the sponsor.
        stay: as in `match`.
        solver: as in `match`.
        time_limit: as in `match`.
        progress: as in `match`.

    Raises:
        MatchingError: where pairs cannot be looked for; it says why and what to do.
        ValueError: for an argument of the wrong kind.
    """
    members = [_without_what_differs(case, programme) for case in in_order(members, "members")]
    cohort = Cohort(
        rulebook,
        programme,
        [_as_one_side(case, "mentors") for case in members],
        [_as_one_side(case, "mentees") for case in members],
        on,
        waived,
        locks,
        members=True,
    )
    _refuse_kept_circles(cohort)
    return answer_for(cohort, stay, Effort(solver, time_limit, progress), _without_circles)


def facts_that_differ(facts: Mapping[str, Any], programme: Programme) -> list[tuple[str, str]]:
    """Dates and numbers of which a member has one, and that are given otherwise for the member as a sponsor.

    Returns:
        For each, the names of both facts, that of the sponsor first.

    Examples:
        >>> facts_that_differ({"mentor_age": 30, "mentee_age": 31}, Programme())
        []
    """
    near = [each.facts(()) for each in placed_comparisons(programme.matching) if each.comparison.kind == "near"]
    both = dict.fromkeys((sponsor, member) for sponsor, member in near)
    known = [names for names in both if not {None, WRONG_KIND} & {facts.get(name) for name in names}]
    return [names for names in known if facts[names[0]] != facts[names[1]]]


def _without_what_differs(case: Case, programme: Programme) -> Case:
    """A member of whom it is not known who of two is further on where their own sheet says two things."""
    differ = {name: WRONG_KIND for names in facts_that_differ(case.facts, programme) for name in names}
    facts = {**case.facts, **differ}
    return Case(case.id, TypedFacts(facts) if isinstance(case.facts, TypedFacts) else facts)


def _as_one_side(case: Case, side: Literal["mentors", "mentees"]) -> Case:
    """A member as a sponsor, or as one who looks for a sponsor: the facts of the other side are not theirs here."""
    own = {name: value for name, value in case.facts.items() if side_of(name) == side}
    return Case(case.id, TypedFacts(own) if isinstance(case.facts, TypedFacts) else own)


def _refuse_kept_circles(cohort: Cohort) -> None:
    if circle := find_circle(cohort.kept_pairs()):
        ids = " and ".join(f"{cohort.mentors[mentor].id} for {cohort.mentees[member].id}" for member, mentor in circle)
        raise MatchingError(f"the pairs that are kept make a circle: {ids}", "remove keep from one of them")


def find_circle(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs of one circle of sponsors, in order; none where there is no circle.

    Examples:
        >>> find_circle([(0, 1), (1, 2), (2, 1)])
        [(1, 2), (2, 1)]
        >>> find_circle([(0, 1), (2, 1)])
        []
    """
    sponsors: dict[int, list[int]] = {}
    for member, sponsor in sorted(pairs):
        sponsors.setdefault(member, []).append(sponsor)
    done: set[int] = set()
    for first in sponsors:
        path, left = [first], [iter(sponsors[first])] if first not in done else []
        while left:
            sponsor = next(left[-1], -1)
            if sponsor < 0:
                done.add(path.pop())
                left.pop()
            elif sponsor in path:
                circle = [*path[path.index(sponsor) :], sponsor]
                return list(pairwise(circle))
            elif sponsor not in done:
                path.append(sponsor)
                left.append(iter(sponsors.get(sponsor, ())))
    return []


def _without_circles(solve: Solve) -> Solve:
    """A way to find the best pairs among those without a circle."""

    def solved(cohort: Cohort, pairs: PossiblePairs, effort: Effort) -> BestPairs:
        kept = cohort.kept_pairs()
        first = solve(cohort, pairs, effort)
        if not find_circle([*_made(first), *kept]):
            return _said(first)
        matching = cohort.programme.matching
        if cohort.in_hours or matching.spread or matching.objective == STABLE:
            raise MatchingError(f"the best answer {_A_CIRCLE}", _FURTHER_ON)
        order, tries = count(), 0
        nothing = frozenset[Pair]()
        seen = {nothing}
        # Of equal answers the one with most pairs left out comes first: it is the nearest to one without a circle.
        queue = [(_worse(cohort, pairs, first), 0, next(order), nothing, first, pairs)]
        while queue:
            _, _, _, left_out, best, rest = heappop(queue)
            circle = find_circle([*_made(best), *kept])
            if not circle:
                return _said(best)
            group = _closed_group(circle, rest, kept) or {member for member, _ in circle}
            for member in sorted(group):
                fewer = left_out | {(member, sponsor) for sponsor in rest.mentors_for(member) if sponsor in group}
                if fewer in seen or any((member, sponsor) in kept for sponsor in group):
                    continue
                seen.add(fewer)
                tries += 1
                if tries > _MOST_TRIES:
                    raise MatchingError(f"each of {_MOST_TRIES:,} answers {_A_CIRCLE}", _FURTHER_ON)
                left = pairs.without(fewer)
                found = solve(cohort, left, effort)
                heappush(queue, (_worse(cohort, left, found), -len(fewer), next(order), fewer, found, left))
        raise AssertionError("somebody in a circle has no sponsor who is kept, since circles of these are refused")

    return solved


def _closed_group(circle: Iterable[Pair], pairs: PossiblePairs, kept: Iterable[Pair]) -> set[int]:
    """All who could be sponsors of those in a circle, and of these, and so on; empty where one of them needs nobody."""
    keeps: dict[int, list[int]] = {}
    for member, sponsor in kept:
        keeps.setdefault(member, []).append(sponsor)
    found, queue = set[int](), [member for member, _ in circle]
    while queue:
        member = queue.pop()
        if member not in found:
            found.add(member)
            sponsors = [*pairs.mentors_for(member), *keeps.get(member, ())]
            if not sponsors:
                return set()
            queue += sponsors
    return found


def _made(best: BestPairs) -> list[Pair]:
    return [(member, sponsor) for member, sponsors in enumerate(best.mentors_of) for sponsor in sponsors]


def _worse(cohort: Cohort, pairs: PossiblePairs, best: BestPairs) -> tuple[Any, ...]:
    """Sorts answers as the objective does, the best first; between equal ones, by who has whom."""
    made = _made(best)
    at = {(member, sponsor): n for n, (member, sponsor) in enumerate(zip(pairs.mentee, pairs.mentor, strict=True))}
    scores = [pairs.score[at[pair]] for pair in made]
    notes = sum(pairs.notes[at[pair]] for pair in made)
    matched = _levels(best.mentors_of, cohort)
    raised = (cohort.programme.matching.objective or DEFAULT) == WORST_RAISED
    worst = min(scores, default=0) if raised else 0
    return ([-each for each in matched], -sum(scores), -worst, notes, made)


def _levels(mentors_of: Sequence[Sequence[int]], cohort: Cohort) -> list[int]:
    """How many members have at least one sponsor, at least two, and so on, those who are kept among them."""
    each = [len(found) + len(cohort.kept.get(member, ())) for member, found in enumerate(mentors_of)]
    return [sum(1 for sponsors in each if sponsors >= level) for level in range(1, cohort.mentors_each + 1)]


def _said(best: BestPairs) -> BestPairs:
    """The answer, with what it promises; that one more place would help cannot be promised where circles count."""
    return best._replace(proof=f"{best.proof}; {NO_CIRCLES}", shortage=None)
