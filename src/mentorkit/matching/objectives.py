"""What `matching.objective` can ask for, and the solver that finds it.

A new objective is a name in `MatchingObjective` (`mentorkit.programme.matching`), a function here, and a row of
`OBJECTIVES`.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from math import gcd
from time import monotonic
from typing import NamedTuple

import attrs

from mentorkit.matching.cohort import Cohort
from mentorkit.matching.possible_pairs import PossiblePairs
from mentorkit.matching.result import MatchingError
from mentorkit.matching.solver.hours import TIME_LIMIT, HoursAssignment, HoursProgress, assign_hours
from mentorkit.matching.solver.input import WEIGHT_LIMIT
from mentorkit.matching.solver.least_penalty import least_penalty
from mentorkit.matching.solver.places import Solver, assign
from mentorkit.matching.solver.result import UNMATCHED
from mentorkit.matching.solver.several import assign_several
from mentorkit.matching.solver.shortage import Shortage
from mentorkit.matching.solver.stable import StableMatching, stable
from mentorkit.programme.matching import BEST, STABLE, WORST_RAISED, MatchingObjective

MORE_IN_ANOTHER_ORDER = ", and in another order more people may be matched"
"""What a proof says of stable pairs where several are equal."""


class BestPairs(NamedTuple):
    """The answer of a solver.

    Attributes:
        mentors_of: the mentors of each mentee.
        proof: in one line.
        proven: whether the pairs are certainly what the objective asks for.
        shortage: where places are too few for everybody; None where the pairs are no exact assignment of places.
        without_notes: the mentors of each mentee if notes of SHOULD rules did not count; None where they made no
            difference.
        on_notes: what is proven of these notes, in words that go before their number; empty where no pair has any.
        may_match_more: whether another order of those who are equal may match more people.
    """

    mentors_of: Sequence[Sequence[int]]
    proof: str
    proven: bool
    shortage: Shortage | None = None
    without_notes: Sequence[Sequence[int]] | None = None
    on_notes: str = ""
    may_match_more: bool = False


class Effort(NamedTuple):
    """By which means pairs are looked for, and for how long.

    Attributes:
        solver: which solver.
        time_limit: after how many seconds a search for the best use of hours stops.
        progress: is told how far that search has come.
    """

    solver: Solver = "auto"
    time_limit: float = TIME_LIMIT
    progress: Callable[[HoursProgress], None] = lambda _: None


Solve = Callable[[Cohort, PossiblePairs, Effort], BestPairs]
"""Finds the best of the possible pairs of a cohort."""


@attrs.frozen
class Method:
    """How the best pairs by an objective are found.

    Attributes:
        solve: finds them among the possible pairs; raises `MatchingError` where it cannot be asked of the cohort.
        counts_staying: whether points that earlier pairs get for staying make a difference.
    """

    solve: Solve
    counts_staying: bool = True


_FEWEST_NOTES = "of all equally good matchings, this one has the fewest notes of SHOULD rules"
_MAYBE_FEWER_NOTES = "an equally good matching may have fewer notes of SHOULD rules than this one"
_NOTES = "notes of SHOULD rules"


def _best_fit_then_worst_pair(cohort: Cohort, pairs: PossiblePairs, effort: Effort) -> BestPairs:
    if cohort.in_hours:
        found = _hours(cohort, pairs, effort)
        return found._replace(proof=f"{found.proof}; for hours the worst pair is not lifted")
    return _places(cohort, pairs, effort.solver, raise_worst=True)


def _best_fit(cohort: Cohort, pairs: PossiblePairs, effort: Effort) -> BestPairs:
    return (
        _hours(cohort, pairs, effort) if cohort.in_hours else _places(cohort, pairs, effort.solver, raise_worst=False)
    )


def _places(cohort: Cohort, pairs: PossiblePairs, solver: Solver, *, raise_worst: bool) -> BestPairs:
    """The best use of mentors' places."""
    if cohort.mentors_each > 1 or cohort.programme.matching.spread:
        return _several(cohort, pairs, raise_worst=raise_worst)
    best = assign(
        pairs.mentee,
        pairs.mentor,
        pairs.score,
        cohort.capacity,
        n_mentees=len(cohort.mentees),
        raise_worst=raise_worst,
        solver=solver,
    )
    prices = best.prices
    most = sum(prices.secure) + sum(c for c, scarce in zip(cohort.capacity, prices.scarce, strict=True) if scarce)
    bound = sum(prices.mentee) + sum(c * price for c, price in zip(cohort.capacity, prices.mentor, strict=True))
    proof = f"optimal: {_count(best.matched, cohort)}, of at most {most}; {_points(best.total)}, of at most {bound}"
    if best.bottleneck is not None:
        proof += _lowest(cohort, best.worst)
    shortage = Shortage([not secure for secure in prices.secure], prices.scarce)
    if not any(pairs.notes):
        return BestPairs(_one_each(best.mentor_of), proof, True, shortage)
    lightest, _ = least_penalty(best, pairs.mentee, pairs.mentor, pairs.score, cohort.capacity, pairs.notes)
    return BestPairs(_one_each(lightest.mentor_of), proof, True, shortage, _one_each(best.mentor_of), _FEWEST_NOTES)


def _several(cohort: Cohort, pairs: PossiblePairs, *, raise_worst: bool) -> BestPairs:
    """The best use of mentors' places where mentees may have several mentors, or are spread over them."""
    kept = Counter(mentor for _, mentor in cohort.kept_pairs())
    spread = cohort.programme.matching.spread is True
    found = assign_several(
        pairs.mentee,
        pairs.mentor,
        pairs.score,
        cohort.capacity,
        n_mentees=len(cohort.mentees),
        most=cohort.mentors_each,
        had=[len(cohort.kept.get(mentee, ())) for mentee in range(len(cohort.mentees))],
        taken=[kept[mentor] for mentor in range(len(cohort.mentors))],
        spread=spread,
        raise_worst=raise_worst,
        penalty=pairs.notes,
    )
    matched, *more = found.reached
    with_kept = " with those that are kept" if cohort.kept else ""
    proof = f"optimal: {matched} matched{with_kept}, of at most {matched}"
    for level, count in enumerate(more, start=2):
        proof += f"; {count} with {level} {cohort.sides.mentor}s, of at most {count}"
    if spread:
        load = kept + Counter(mentor for mentors in found.mentors_of for mentor in mentors)
        proof += (
            f"; spread over {len(load)} {cohort.sides.mentor}{'' if len(load) == 1 else 's'}, of at most {len(load)}"
        )
    proof += f"; {_points(found.total)}, of at most {found.total}"
    if raise_worst and found.worst is not None:
        proof += _lowest(cohort, found.worst)
    if not any(pairs.notes):
        return BestPairs(found.mentors_of, proof, True, found.shortage)
    return BestPairs(found.mentors_of, proof, True, found.shortage, found.without_penalty, _FEWEST_NOTES)


def _one_each(mentor_of: Sequence[int]) -> list[list[int]]:
    """The mentors of each mentee, of whom there is one at most."""
    return [[] if mentor == UNMATCHED else [mentor] for mentor in mentor_of]


def _points(number: int) -> str:
    return f"{number} {'point' if number == 1 else 'points'}"


def _lowest(cohort: Cohort, worst: int | None) -> str:
    of_found = " of those that were looked for" if cohort.kept else ""
    return f"; the lowest pair{of_found} has {_points(worst or 0)}, the most possible with that total"


def _hours(cohort: Cohort, pairs: PossiblePairs, effort: Effort) -> BestPairs:
    """The best use of mentors' hours; the worst pair is not raised, because nothing proves how far it could be."""
    needs = [cohort.needs[mentee] or 0 for mentee in pairs.mentee]
    unit = gcd(*needs) or 1  # what mentees use together is a multiple of it, so parts of it are of no use to a mentor
    needs = [minutes // unit for minutes in needs]
    capacity = [minutes // unit for minutes in cohort.capacity]
    ends = monotonic() + effort.time_limit

    def assigned(weight: Sequence[int], time_limit: float) -> HoursAssignment:
        return assign_hours(
            pairs.mentee,
            pairs.mentor,
            weight,
            needs,
            capacity,
            n_mentees=len(cohort.mentees),
            solver=effort.solver,
            time_limit=time_limit,
            progress=effort.progress,
        )

    found = assigned(pairs.score, effort.time_limit)
    reached = f"{_count(found.matched, cohort)}, {_points(found.total)}"
    bound = f"{found.bound.matched} matched, {_points(found.bound.total)}"
    if found.proven:
        proof = f"optimal: {reached}, and no more is possible"
        return _fewest_notes_in_hours(pairs, BestPairs(_one_each(found.mentor_of), proof, True), found, assigned, ends)
    proof = f"best found: {reached}; this is not proven to be the best, which is at most {bound}"
    if effort.solver == "auto" and find_spec("ortools") is None:
        proof += "; mentorkit[matching] can prove more"
    return BestPairs(_one_each(found.mentor_of), proof, False, on_notes=_MAYBE_FEWER_NOTES if any(pairs.notes) else "")


def _fewest_notes_in_hours(
    pairs: PossiblePairs,
    best: BestPairs,
    found: HoursAssignment,
    assigned: Callable[[Sequence[int], float], HoursAssignment],
    ends: float,
) -> BestPairs:
    """Looks for fewer notes in the time that is left: a point is worth more than all notes together."""
    if not any(pairs.notes):
        return best
    noted = zip(pairs.mentee, pairs.mentor, pairs.notes, strict=True)
    if not any(notes for mentee, mentor, notes in noted if found.mentor_of[mentee] == mentor):
        return best._replace(on_notes=_FEWEST_NOTES)
    point = 1 + len(found.mentor_of) * max(pairs.notes)
    time_left = ends - monotonic()
    if time_left <= 0 or (1 + max(map(abs, pairs.score))) * point > WEIGHT_LIMIT:
        return best._replace(on_notes=_MAYBE_FEWER_NOTES)
    lighter = assigned(
        [score * point - notes for score, notes in zip(pairs.score, pairs.notes, strict=True)], time_left
    )
    # Without a proof it may have fewer points than what was found before.
    if (lighter.matched, -(-lighter.total // point)) != (found.matched, found.total):
        return best._replace(on_notes=_MAYBE_FEWER_NOTES)
    on_notes = _FEWEST_NOTES if lighter.proven else _MAYBE_FEWER_NOTES
    return best._replace(mentors_of=_one_each(lighter.mentor_of), without_notes=best.mentors_of, on_notes=on_notes)


def _stable(cohort: Cohort, pairs: PossiblePairs, _: Effort) -> BestPairs:
    """Stable pairs; each side ranks the other by its own points, then by notes."""
    if cohort.in_hours:
        raise MatchingError("a stable matching cannot share out hours", 'state capacity_in = "people"')
    for_mentee, for_mentor = [], []
    for mentee, mentor in zip(pairs.mentee, pairs.mentor, strict=True):
        values = [
            (each, table.mentors.of_person(mentor), table.mentees.of_person(mentee)) for each, table in cohort.terms
        ]
        for_mentee.append(sum(each.points_for_mentee(theirs, mine) for each, theirs, mine in values))
        for_mentor.append(sum(each.points_for_mentor(theirs, mine) for each, theirs, mine in values))

    def by_rank(notes: Sequence[int]) -> StableMatching:
        ranks = (_ranks(for_mentee, notes), _ranks(for_mentor, notes))
        return stable(pairs.mentee, pairs.mentor, *ranks, cohort.capacity, n_mentees=len(cohort.mentees))

    without = by_rank([0] * len(pairs.notes))
    found = by_rank(pairs.notes) if any(pairs.notes) else without
    others = " of the others" if cohort.kept else ""
    proof = f"stable: {_count(found.matched, cohort)}, and no two{others} would both rather have each other"
    equal = f"; equal points went to {f'fewer {_NOTES}, then to ' if any(pairs.notes) else ''}the lower id"
    may_match_more = bool(without.ties) and found.matched < len(set(pairs.mentee))
    if not without.ties:
        proof += "; no other such answer is better for any mentee, and each matches the same people"
    else:
        proof += equal + (MORE_IN_ANOTHER_ORDER if may_match_more else "")
    best = BestPairs(_one_each(found.mentor_of), proof, True, may_match_more=may_match_more)
    if not any(pairs.notes):
        return best
    return best._replace(without_notes=_one_each(without.mentor_of), on_notes=_NOTES)


def _ranks(points: Sequence[int], notes: Sequence[int]) -> list[int]:
    """How far down each pair is ranked: by points, and between equal points by notes."""
    keys = [(-each, noted) for each, noted in zip(points, notes, strict=True)]
    rank = {key: place for place, key in enumerate(sorted(set(keys)))}
    return [rank[key] for key in keys]


def _count(matched: int, cohort: Cohort) -> str:
    """How many are matched, where those that are kept were not looked for."""
    return f"{matched} matched in addition to {len(cohort.kept_pairs())} kept" if cohort.kept else f"{matched} matched"


OBJECTIVES: Mapping[MatchingObjective, Method] = {
    WORST_RAISED: Method(_best_fit_then_worst_pair),
    BEST: Method(_best_fit),
    STABLE: Method(_stable, counts_staying=False),
}
"""How each objective that a design may state is found."""

DEFAULT = next(iter(OBJECTIVES))
"""What counts where a design states none."""
