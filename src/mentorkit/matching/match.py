"""Matching a cohort: who may be matched with whom, who best, and why not."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import gcd
from typing import Literal, NamedTuple

from mentorkit.core.case_reading import Case
from mentorkit.core.rulebook import Rulebook
from mentorkit.matching.candidates import MOST_CANDIDATES
from mentorkit.matching.cohort import Cohort
from mentorkit.matching.fast_rules import RULED_OUT
from mentorkit.matching.result import Matching, MatchingError, Outside, Proposal, Term
from mentorkit.matching.solver.hours import HOURS_LIMIT, assign_hours
from mentorkit.matching.solver.input import WEIGHT_LIMIT
from mentorkit.matching.solver.places import Solver, assign
from mentorkit.matching.solver.result import UNMATCHED, Assignment
from mentorkit.matching.solver.stable import stable
from mentorkit.matching.what_is_scarce import Scarcity
from mentorkit.matching.why_unmatched import Reasons
from mentorkit.programme.matching import BEST, LIFTED, STABLE
from mentorkit.programme.tables import Programme
from mentorkit.records.locks import Lock

STAYS = "stays"
"""The term for an earlier pair."""


class Edges(NamedTuple):
    """The pairs that may be made, in the order of mentees, then mentors.

    Attributes:
        mentee: of each.
        mentor: of each.
        score: of each.
        start: where the pairs of each mentee begin, and where the last one's end.
    """

    mentee: list[int]
    mentor: list[int]
    score: list[int]
    start: list[int]

    def of(self, mentee: int) -> list[int]:
        """The mentors whom a mentee may have."""
        return self.mentor[self.start[mentee] : self.start[mentee + 1]]


class Solved(NamedTuple):
    """The answer of a solver.

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        proof: in one line.
        proven: whether there is certainly nothing better.
        best: the assignment with its prices, where it was one.
    """

    mentor_of: Sequence[int]
    proof: str
    proven: bool
    best: Assignment | None


def match(
    rulebook: Rulebook,
    programme: Programme,
    mentors: Iterable[Case],
    mentees: Iterable[Case],
    on: date,
    *,
    waived: Iterable[str] = (),
    locks: Iterable[Lock] = (),
    stay: int | Literal["most"] = 0,
    solver: Solver = "auto",
) -> Matching:
    """Proposes who could be matched with whom; a person confirms.

    The objective stands in the design (`matching.objective`). The answer depends neither on the order of the records
    nor on the solver: of equally good ones it is the one that gives the first mentee, by id, the first mentor.

    Args:
        rulebook: the rules.
        programme: the design.
        mentors: a case for each mentor; `sheet_columns.needed_columns` says with which facts.
        mentees: a case for each mentee.
        on: the date.
        waived: the ids of rules that the service has a waiver for on that date.
        locks: earlier pairs: to keep, never to make, or free to change.
        stay: how many points an earlier pair gets for staying; with "most" as many people are matched as possible, then
            as few earlier pairs changed as possible, and the best fit taken last.
        solver: which solver `assign` takes.

    Raises:
        MatchingError: where pairs cannot be looked for; it says why and what to do.
    """
    cohort = Cohort(rulebook, programme, mentors, mentees, on, waived, locks)
    objective = programme.matching.objective or LIFTED
    if stay and objective == STABLE:
        raise MatchingError("points for staying count in no stable matching", "lock the pairs that stay with keep")
    edges = _edges(cohort)
    points = _stay(cohort, edges, stay)
    solved = _solve(cohort, edges, objective, solver)
    proposals = [_proposal(cohort, mentee, mentor, points) for mentee, mentor in _made(cohort, solved.mentor_of)]
    reasons = Reasons(cohort, edges, solved.mentor_of, exact=solved.best is not None)
    scarcity = Scarcity(cohort, edges, solved)
    looked_for = [proposal.score for proposal in proposals if not proposal.kept]
    return Matching(
        on=on,
        objective=objective,
        proposals=tuple(proposals),
        unmatched=tuple(reasons.all()),
        total=sum(proposal.score for proposal in proposals),
        worst=min(looked_for, default=None),
        proof=solved.proof,
        proven=solved.proven,
        pairs=len(edges.mentee),
        places=sum(cohort.room[mentor] or 0 for mentor in cohort.open_mentors),
        place_helps=scarcity.place_helps(),
        kinds=tuple(scarcity.kinds()),
        kinds_exact=solved.best is not None,
        kind_places=scarcity.places,
        outside=tuple(_outside(cohort)),
        changed=tuple(_changed(cohort, solved.mentor_of)),
        everyone=tuple(each.verdict(Case("all", {})) for each in cohort.everyone),
        not_found=tuple(sorted(cohort.not_found, key=lambda each: (each.by, each.mentee, each.mentor))),
    )


def _edges(cohort: Cohort) -> Edges:
    """All pairs that may be made, with their scores.

    Raises:
        MatchingError: where they are too many.
    """
    edges = Edges([], [], [], [0])
    looked_at = 0
    is_open = set(cohort.open_mentees)
    for mentee in range(len(cohort.mentees)):
        if mentee in is_open:
            looked_at += len(cohort.candidates.of(mentee))
            if looked_at > MOST_CANDIDATES:
                raise MatchingError(
                    f"more than {MOST_CANDIDATES:,} pairs would have to be looked at",
                    "require something that most pairs do not have, such as the area (required = true), "
                    "or match one area at a time",
                )
            options = cohort.options(mentee)
            edges.mentee.extend([mentee] * len(options))
            edges.mentor.extend(options)
            edges.score.extend(cohort.scores(mentee, options))
        edges.start.append(len(edges.mentee))
    return edges


def _stay(cohort: Cohort, edges: Edges, stay: int | Literal["most"]) -> int:
    """Gives earlier pairs their points for staying; says how many.

    Raises:
        MatchingError: where "most" would need more points than a solver takes.
    """
    if not stay or not cohort.earlier:
        return 0
    points = stay
    if points == "most":
        points = 1 + len(cohort.open_mentees) * (max(edges.score, default=0) - min(edges.score, default=0))
    if points + max(edges.score, default=0) > WEIGHT_LIMIT:
        raise MatchingError(f"{points} points for staying are too many to be counted", "give a smaller number")
    for mentee, mentor in cohort.earlier:
        for place in range(edges.start[mentee], edges.start[mentee + 1]):
            if edges.mentor[place] == mentor:
                edges.score[place] += points
    return points


def _solve(cohort: Cohort, edges: Edges, objective: str, solver: Solver) -> Solved:
    """The best pairs."""
    people = len(cohort.mentees)
    if objective == STABLE:
        return _stable(cohort, edges)
    if cohort.in_hours:
        return _hours(cohort, edges)
    best = assign(
        edges.mentee,
        edges.mentor,
        edges.score,
        cohort.capacity,
        n_mentees=people,
        raise_worst=objective != BEST,
        solver=solver,
    )
    prices = best.prices
    most = sum(prices.secure) + sum(c for c, scarce in zip(cohort.capacity, prices.scarce, strict=True) if scarce)
    bound = sum(prices.mentee) + sum(c * price for c, price in zip(cohort.capacity, prices.mentor, strict=True))
    proof = f"optimal: {best.matched} matched = bound {most}; total {best.total} = bound {bound}"
    if best.bottleneck is not None:
        proof += f"; no pair need score less than {best.worst}, and none better is possible"
    return Solved(best.mentor_of, proof, True, best)


def _hours(cohort: Cohort, edges: Edges) -> Solved:
    """The best use of mentors' hours; the worst pair is not raised, as nothing proves how far it could be."""
    unit = gcd(*(minutes for minutes in (*cohort.capacity, *cohort.needs) if minutes)) or 1
    capacity = [minutes // unit for minutes in cohort.capacity]
    if max(capacity, default=0) > HOURS_LIMIT:
        raise MatchingError("a mentor's hours are too many to be counted in minutes", "round hours to quarters")
    needs = [(cohort.needs[mentee] or 0) // unit for mentee in edges.mentee]
    found = assign_hours(edges.mentee, edges.mentor, edges.score, needs, capacity, n_mentees=len(cohort.mentees))
    told = f"{found.matched} matched, total {found.total}"
    bound = f"{found.bound.matched} matched, total {found.bound.total}"
    proof = f"optimal: {told} = bound" if found.proven else f"best found: {told}; not proven, the bound is {bound}"
    return Solved(found.mentor_of, proof, found.proven, None)


def _stable(cohort: Cohort, edges: Edges) -> Solved:
    """The stable pairs that mentees like best; each side ranks the other by the points that are its own.

    Raises:
        MatchingError: where hours are shared out, for which there need not be a stable matching.
    """
    if cohort.in_hours:
        raise MatchingError("hours cannot be shared out in a stable way", 'state capacity_in = "people"')
    mine, theirs = [], []
    for mentee, mentor in zip(edges.mentee, edges.mentor, strict=True):
        values = [
            (each, table.mentors.of_person(mentor), table.mentees.of_person(mentee)) for each, table in cohort.terms
        ]
        mine.append(-sum(each.points_for_mentee(one, other) for each, one, other in values))
        theirs.append(-sum(each.points_for_mentor(one, other) for each, one, other in values))
    found = stable(edges.mentee, edges.mentor, mine, theirs, cohort.capacity, n_mentees=len(cohort.mentees))
    proof = f"stable: {found.matched} matched, and no two would both rather have each other; the best such for mentees"
    return Solved(found.mentor_of, proof, True, None)


def _made(cohort: Cohort, mentor_of: Sequence[int]) -> list[tuple[int, int]]:
    """All pairs, those that are kept among them."""
    found = {mentee: mentor for mentee, mentor in enumerate(mentor_of) if mentor != UNMATCHED}
    return sorted((found | cohort.kept).items())


def _proposal(cohort: Cohort, mentee: int, mentor: int, points: int) -> Proposal:
    terms = [
        Term(each.label, gained, each.shared(mentor, mentee))
        for each, table in cohort.terms
        if (gained := table.of(mentor, mentee))
    ]
    if points and (mentee, mentor) in cohort.earlier:
        terms.append(Term(STAYS, points))
    kept = cohort.kept.get(mentee) == mentor
    return Proposal(
        mentee=cohort.mentees[mentee].id,
        mentor=cohort.mentors[mentor].id,
        score=sum(term.points for term in terms),
        terms=tuple(terms),
        notes=cohort.notes(mentor, mentee),
        kept=kept,
        despite=tuple(Reasons.despite(cohort, mentor, mentee)) if kept else (),
    )


def _outside(cohort: Cohort) -> list[Outside]:
    """Mentors who cannot be matched with anybody."""
    found = []
    for number, case in enumerate(cohort.mentors):
        own = tuple(each.question.verdict(case) for each in cohort.mentors_asked if each.answers[number] == RULED_OUT)
        why = "" if cohort.room[number] is not None else "capacity is not known"
        if own or why:
            found.append(Outside(case.id, own, why))
    return found


def _changed(cohort: Cohort, mentor_of: Sequence[int]) -> list[tuple[str, str]]:
    """Earlier pairs that are not proposed again."""
    made = dict(_made(cohort, mentor_of))
    ended = [
        (cohort.mentees[mentee].id, cohort.mentors[mentor].id)
        for mentee, mentor in cohort.earlier
        if made.get(mentee) != mentor
    ]
    return sorted([*ended, *cohort.gone])
