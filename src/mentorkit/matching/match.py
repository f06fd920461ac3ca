"""Matching a cohort: who may be matched with whom, who best, and why not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from mentorkit.core.case_reading import Case
from mentorkit.core.finding import Thing
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.matching.cohort import Cohort
from mentorkit.matching.fast_rules import RULED_OUT
from mentorkit.matching.objectives import DEFAULT, MORE_IN_ANOTHER_ORDER, OBJECTIVES, BestPairs, Effort, Solve
from mentorkit.matching.possible_pairs import PossiblePairs
from mentorkit.matching.result import MatchingAnswer, MatchingError, Proposal, Term, UnmatchableMentor
from mentorkit.matching.solver.hours import TIME_LIMIT, HoursProgress
from mentorkit.matching.solver.places import Solver
from mentorkit.matching.what_is_scarce import Scarcity
from mentorkit.matching.why_unmatched import WhyUnmatched
from mentorkit.programme.tables import Programme
from mentorkit.records.locks import Lock
from mentorkit.values.inexact import Inexact, lowest

STAYS = "stays"
"""The term for an earlier pair."""

IN_ORDER_OF_IDS = "and who has whom follows the order of ids"
"""Stands for a proof where nothing is compared, so that no pairs are better than others."""

IN_ORDER_OF_NOTES_AND_IDS = "and who has whom follows notes of SHOULD rules, then the order of ids"
"""The same where some pairs have notes."""


def match(
    rulebook: Rulebook,
    programme: Programme,
    mentors: Iterable[Case],
    mentees: Iterable[Case],
    on: date,
    *,
    waived: Iterable[Thing] = (),
    locks: Iterable[Lock] = (),
    stay: int | Literal["most"] = 0,
    solver: Solver = "auto",
    time_limit: float = TIME_LIMIT,
    progress: Callable[[HoursProgress], None] = lambda _: None,
) -> MatchingAnswer:
    """Proposes who could be matched with whom; a person confirms.

    The objective stands in the design (`matching.objective`). The answer depends neither on the order of the records
    nor on the solver: of equally good ones it is the one with the fewest notes of SHOULD rules, and of these the one
    that gives the first mentee, by id, the first mentor. Where
    mentors share out hours, solvers may differ in which of equally good answers they find.

    Args:
        rulebook: the rules.
        programme: the design.
        mentors: a case for each mentor; `sheet_columns.needed_columns` says with which facts.
        mentees: a case for each mentee.
        on: the date.
        waived: the rules that the service has a waiver for on that date, each with the place of the design that it is
            about, or with () where it is about people: [("SCH303", ())].
        locks: earlier pairs: to keep, never to make, or free to change.
        stay: how many points an earlier pair gets for staying; with "most" as many people are matched as possible, then
            as few earlier pairs changed as possible, and the best fit taken last.
        solver: which solver is taken.
        time_limit: after how many seconds a search for the best use of hours stops, with the best so far.
        progress: is told how far that search has come, often.

    Raises:
        MatchingError: where pairs cannot be looked for; it says why and what to do.
        ValueError: for an argument of the wrong kind.
    """
    cohort = Cohort(rulebook, programme, mentors, mentees, on, waived, locks)
    return answer_for(cohort, stay, Effort(solver, time_limit, progress))


def answer_for(
    cohort: Cohort, stay: int | Literal["most"], effort: Effort, made_of: Callable[[Solve], Solve] = lambda solve: solve
) -> MatchingAnswer:
    """The best pairs of a cohort, and what there is to say of them.

    Args:
        cohort: everybody.
        stay: how many points an earlier pair gets for staying, or "most", as in `match`.
        effort: by which means pairs are looked for.
        made_of: what makes of a way to find the best pairs another one, which allows fewer of them.

    Raises:
        MatchingError: where pairs cannot be looked for.
    """
    if stay != "most" and (type(stay) is not int or stay < 0):
        raise ValueError(f'stay is {stay!r}; it has to be a whole number of points from 0, or "most"')
    programme = cohort.programme
    objective = programme.matching.objective or DEFAULT
    method = OBJECTIVES[objective]
    if stay and not method.counts_staying:
        raise MatchingError(
            "a stable matching does not use points for staying", "write keep in the column lock for pairs that stay"
        )
    pairs = PossiblePairs.of(cohort)
    compared = bool(cohort.comparisons)
    points = pairs.reward_staying(cohort, stay)
    solved = made_of(method.solve)(cohort, pairs, effort)
    made = _pairs(cohort, solved.mentors_of)
    proposals = [_proposal(cohort, mentee, mentor, points) for mentee, mentor in made]
    reasons = WhyUnmatched(cohort, pairs, solved.mentors_of, exact=solved.shortage is not None)
    scarcity = Scarcity(cohort, pairs, solved)
    notes = Counter(rule for mentee, mentor in made for rule in cohort.counted_rules(mentor, mentee))
    decided = _decided(cohort, solved, notes)
    looked_for = [proposal.score for proposal in proposals if not proposal.kept]
    return MatchingAnswer(
        on=cohort.on,
        objective=objective,
        proposals=tuple(proposals),
        unmatched=tuple(reasons.all()),
        total=sum(proposal.score for proposal in proposals),
        worst=min(looked_for, default=None),
        proof=_proof(cohort, solved, len({mentee for mentee, _ in made}), notes.total(), decided),
        compared=compared,
        criteria=programme.matching.criteria or (),
        proven=solved.proven,
        pairs=len(pairs.mentee),
        places=sum(cohort.room[mentor] or 0 for mentor in cohort.open_mentors),
        place_helps=scarcity.place_helps(),
        kinds=tuple(scarcity.kinds()),
        kinds_exact=solved.shortage is not None,
        kind_places=scarcity.places,
        outside=tuple(_outside(cohort)),
        changed=tuple(_changed(cohort, made)),
        everyone=tuple(each.verdict(Case("all", {})) for each in cohort.everyone),
        not_found=tuple(sorted(cohort.not_found, key=lambda each: (each.by, each.mentee, each.mentor))),
        look_alike=cohort.look_alike,
        never=tuple(sorted(cohort.apart.pairs.values())),
        away=tuple(sorted(cohort.apart.pairs[two] for two in cohort.apart.away)),
        notes=notes.total(),
        decided=decided,
        sides=cohort.sides,
    )


def _decided(cohort: Cohort, solved: BestPairs, notes: Counter[Rule]) -> tuple[Rule, ...]:
    """The rules whose notes decided between equally good pairs: if they did not count, there would be more of them."""
    if solved.without_notes is None:
        return ()
    otherwise = _pairs(cohort, solved.without_notes)
    more = Counter(rule for mentee, mentor in otherwise for rule in cohort.counted_rules(mentor, mentee)) - notes
    return tuple(sorted(more, key=lambda rule: rule.id))


def _proof(cohort: Cohort, solved: BestPairs, matched: int, notes: int, decided: Sequence[Rule]) -> str:
    """Why there is nothing better, with what is proven of notes; where nothing is compared, by what pairs were made."""
    ids = f" ({', '.join(rule.id for rule in decided)} decided)" if decided else ""
    on_notes = f"; {solved.on_notes}: {notes}{ids}" if solved.on_notes else ""
    on_notes += "".join(f"; {ranges}" for ranges in _fewest_of_ranges(cohort))
    if cohort.comparisons or not solved.proven:
        return solved.proof + on_notes
    order = IN_ORDER_OF_NOTES_AND_IDS if solved.on_notes else IN_ORDER_OF_IDS
    return f"{matched} matched, {order}{MORE_IN_ANOTHER_ORDER if solved.may_match_more else ''}{on_notes}"


def _pairs(cohort: Cohort, mentors_of: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """All pairs, those that are kept among them."""
    found = [(mentee, mentor) for mentee, mentors in enumerate(mentors_of) for mentor in mentors]
    return sorted([*found, *cohort.kept_pairs()])


def _proposal(cohort: Cohort, mentee: int, mentor: int, points: int) -> Proposal:
    terms = [
        Term(each.label, gained, each.shared(mentor, mentee))
        for each, table in cohort.terms
        if (gained := table.of(mentor, mentee))
    ]
    if points and (mentee, mentor) in cohort.earlier:
        terms.append(Term(STAYS, points))
    kept = mentor in cohort.kept.get(mentee, ())
    return Proposal(
        mentee=cohort.mentees[mentee].id,
        mentor=cohort.mentors[mentor].id,
        score=sum(term.points for term in terms),
        terms=tuple(terms),
        notes=cohort.notes(mentor, mentee),
        kept=kept,
        despite=tuple(WhyUnmatched.despite(cohort, mentor, mentee)) if kept else (),
    )


def _outside(cohort: Cohort) -> list[UnmatchableMentor]:
    """Mentors who cannot be matched with anybody."""
    found = []
    for number, case in enumerate(cohort.mentors):
        own = tuple(each.fast_rule.verdict(case) for each in cohort.mentors_asked if each.answers[number] == RULED_OUT)
        unsettled = cohort.unsettled_mentors.get(number)
        why = (
            cohort.impossible_mentors.get(number) or cohort.without_room(number) or (unsettled.why if unsettled else "")
        )
        if own or why:
            found.append(UnmatchableMentor(case.id, own, why))
    return found


def _changed(cohort: Cohort, made: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """Earlier pairs that are not proposed again."""
    ended = [(cohort.mentees[mentee].id, cohort.mentors[mentor].id) for mentee, mentor in cohort.earlier - set(made)]
    return sorted([*ended, *cohort.gone])


def _fewest_of_ranges(cohort: Cohort) -> Iterator[str]:
    """Which numbers of people that count here are the fewest of a range that the design states, in words."""
    for name in (*(() if cohort.members else ("mentees_per_mentor",)), "mentors_per_mentee"):
        if isinstance(value := getattr(cohort.programme.matching, name), Inexact):
            yield f"{name} is {value}, of which the fewest count: {lowest(value)}"
