"""Why a mentee has nobody, and the smallest change that would help."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from mentorkit.core.case_reading import Outcome
from mentorkit.matching.cohort import NOBODY, Cohort
from mentorkit.matching.compare import PairComparison
from mentorkit.matching.fast_rules import RULED_OUT, FastRule
from mentorkit.matching.possible_pairs import PossiblePairs
from mentorkit.matching.result import Barrier, Remedy, Unmatched
from mentorkit.matching.solver.result import UNMATCHED

_MOST_LOOKED_INTO = 1_000_000
"""Pairs that are looked at once more in order to say why they are none."""

_MOST_MOVES = 3
_OWN = "cannot be matched yet"
CLOSES_A_CIRCLE = "would close a circle of members who sponsor each other"


class WhyUnmatched:
    """The reasons of those for whom there is no proposal.

    Args:
        cohort: everybody.
        pairs: those that may be made.
        mentors_of: the mentors of each mentee.
        exact: whether one more place is known to match one more mentee, through moves as well.
    """

    def __init__(
        self, cohort: Cohort, pairs: PossiblePairs, mentors_of: Sequence[Sequence[int]], *, exact: bool
    ) -> None:
        self.cohort = cohort
        self.pairs = pairs
        self.mentors_of = mentors_of
        self.exact = exact
        self._members: dict[int, list[int]] = {}
        for mentee, mentors in enumerate(mentors_of):
            for mentor in mentors or (UNMATCHED,):
                self._members.setdefault(mentor, []).append(mentee)
        self._left = list(cohort.capacity)
        for mentor, members in self._members.items():
            if mentor != UNMATCHED:
                self._left[mentor] -= sum(cohort.needs[mentee] or 0 for mentee in members)
        self._roomy: set[int] | None = None

    def all(self) -> Iterator[Unmatched]:
        """Everybody without a proposal, by id; so many of them looked into as is reasonable."""
        left = _MOST_LOOKED_INTO
        for mentee in self._members.get(UNMATCHED, ()):
            if mentee not in self.cohort.kept and mentee not in self.cohort.look_for_nobody:
                left -= len(self.cohort.mentors)
                if left >= 0:
                    yield self._of(mentee)
                else:
                    yield Unmatched(self.cohort.mentees[mentee].id, looked_into=False)

    def _of(self, mentee: int) -> Unmatched:
        cohort, case = self.cohort, self.cohort.mentees[mentee]
        own = tuple(each.fast_rule.verdict(case) for each in cohort.mentees_asked if not each.answers[mentee])
        remedies = [
            Remedy(f"find out {verdict.unclear.partition(' is ')[0]}")
            if verdict.outcome is Outcome.REFER and verdict.unclear.endswith(" is not known")
            else Remedy(verdict.fix() or f"meet {verdict.rule.id}")
            for verdict in own
        ]
        why = cohort.without_hours(mentee)
        if why:
            remedies.append(Remedy("find out hours_needed"))
        elif mentee in cohort.impossible_mentees:
            why = cohort.impossible_mentees[mentee]
            remedies.append(Remedy("correct whichever date is wrong"))
        elif mentee in cohort.unsettled_mentees:
            why, fix = cohort.unsettled_mentees[mentee]
            remedies.append(Remedy(fix))
        elif not remedies and any(each.unmet == RULED_OUT for each in cohort.everyone):
            why = f"what stops everybody stops this {cohort.sides.mentee} too"
        elif not remedies and not cohort.mentors:
            why = f"there are no {cohort.sides.mentor}s"
        if remedies or why:
            return Unmatched(case.id, own, why, remedies=tuple(remedies))
        circles = self._closing_a_circle(mentee)
        suiting = (mentor for mentor in self.pairs.mentors_for(mentee) if mentor not in circles)
        full = tuple(cohort.mentors[mentor].id for mentor in suiting)
        barriers, alone = self._barriers(mentee)
        open_after = {mentor: label for mentor, label in alone.items() if self._has_room(mentor, mentee)}
        remedies = [*self._remedies(mentee, full, open_after)] or [self._last_remedy(mentee)]
        return Unmatched(case.id, full=full, barriers=barriers, remedies=tuple(remedies))

    def _has_room(self, mentor: int, mentee: int) -> bool:
        """Whether a mentor could take one mentee more, after moves where these are sure to leave nobody behind."""
        if not self.exact:
            return self._left[mentor] >= max(1, self.cohort.needs[mentee] or 0)
        if self._roomy is None:
            self._roomy = self._find_room()
        return mentor in self._roomy

    def _find_room(self) -> set[int]:
        """The mentors with a place left, or with a mentee who has another mentor or can move to one of these."""
        roomy = {mentor for mentor, places in enumerate(self._left) if places > 0}
        wanting: dict[int, list[int]] = {}
        for mentee, mentors in enumerate(self.mentors_of):
            if len(mentors) + len(self.cohort.kept.get(mentee, ())) > 1:
                roomy.update(mentors)
        for mentee, mentors in enumerate(self.mentors_of):
            for mentor in mentors:
                for other in self.pairs.mentors_for(mentee) if mentor not in roomy else ():
                    wanting.setdefault(other, []).append(mentor)
        queue = deque(sorted(roomy))
        while queue:
            for mentor in wanting.get(queue.popleft(), ()):
                if mentor not in roomy:
                    roomy.add(mentor)
                    queue.append(mentor)
        return roomy

    def _barriers(self, mentee: int) -> tuple[tuple[Barrier, ...], dict[int, str]]:
        """What rules out whom; and for each mentor whom one thing alone rules out, what that is."""
        counts: dict[str, int] = {}
        alone: dict[int, str] = {}
        circles = self._closing_a_circle(mentee)
        for mentor, found in enumerate(self.against(self.cohort, range(len(self.cohort.mentors)), mentee)):
            if mentor in circles:
                found = [*found, CLOSES_A_CIRCLE]
            for label in found:
                counts[label] = counts.get(label, 0) + 1
            if len(found) == 1:
                alone[mentor] = found[0]
        barriers = (
            Barrier(
                label,
                count,
                tuple(self.cohort.mentors[mentor].id for mentor, only in alone.items() if only == label),
            )
            for label, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        )
        return tuple(barriers), alone

    def _closing_a_circle(self, mentee: int) -> set[int]:
        """The members whom a member sponsors, or who are sponsored by one of these, and so on; not the member."""
        cohort = self.cohort
        sponsored: dict[int, list[int]] = {}
        made = ((other, mentor) for other, mentors in enumerate(self.mentors_of) for mentor in mentors)
        for other, mentor in (*made, *cohort.kept_pairs()) if cohort.members else ():
            sponsored.setdefault(mentor, []).append(other)
        found, queue = set[int](), [mentee]
        while queue:
            new = [other for other in sponsored.get(queue.pop(), ()) if other not in found]
            found.update(new)
            queue += new
        return found - {mentee}

    @staticmethod
    def against(cohort: Cohort, mentors: Iterable[int], mentee: int) -> Iterator[list[str]]:
        """For each mentor everything that speaks against the pair, in words without values."""
        vetoed, never = cohort.vetoed.get(mentee, NOBODY), cohort.never.get(mentee, NOBODY)
        vetoed_by, themself = cohort.vetoed_by.get(mentee, NOBODY), cohort.themself(mentee)
        alike = cohort.taken_for_barred(mentee)
        filters = [(each, table.row(mentee), table.codes) for each, table in cohort.filters]
        for mentor in mentors:
            found = [_OWN] if mentor in cohort.outside else []
            found += [_barrier(each, mentor, mentee) for each, row, codes in filters if not row[codes[mentor]]]
            found += [f"the {cohort.sides.mentee}'s veto"] if mentor in vetoed else []
            found += [f"the {cohort.sides.mentor}'s veto"] if mentor in vetoed_by else []
            found += ["nobody is matched with themself"] if mentor == themself else []
            found += ["an id that looks alike"] if mentor in alike else []
            found += ["locked as never"] if mentor in never else []
            yield found

    @staticmethod
    def despite(cohort: Cohort, mentor: int, mentee: int) -> Iterator[str]:
        """Everything that stands against a pair that is kept, in words without values."""
        yield from (_id_and_name(each.fast_rule) for each in cohort.mentees_asked if not each.answers[mentee])
        yield from next(WhyUnmatched.against(cohort, [mentor], mentee))
        reasons = (cohort.without_hours(mentee), cohort.impossible_mentees.get(mentee))
        yield from filter(None, (*reasons, cohort.impossible_mentors.get(mentor)))
        unsettled = (cohort.unsettled_mentees.get(mentee), cohort.unsettled_mentors.get(mentor))
        yield from dict.fromkeys(each.why for each in unsettled if each)
        if mentor in cohort.overfull:
            yield f"the {cohort.sides.mentor} has more kept pairs than places"

    def _remedies(self, mentee: int, full: tuple[str, ...], alone: dict[int, str]) -> Iterator[Remedy]:
        """Single changes that would do, the smallest first; `alone` has mentors with room whom one thing rules out."""
        yield from self._to_find_out(mentee, alone)
        if full:
            yield Remedy(self._more_room(), full)
            yield from self._moves(mentee) if self.exact else ()
        own = tuple(self._name(mentor) for mentor, label in alone.items() if label == _OWN)
        if own:
            yield Remedy("settle what stops", own)
        for each in self.cohort.comparisons:
            ruled_out = tuple(self._name(mentor) for mentor, label in alone.items() if label == _lacking(each))
            if each.required and ruled_out:
                yield Remedy(f"do without {each.label}, for", ruled_out)

    def _last_remedy(self, mentee: int) -> Remedy:
        """What to do where no single change opens one of the mentors there are."""
        cohort, mine = self.cohort, self.cohort.mentees[mentee].facts
        unknown: set[str] = set()
        for each, _ in cohort.filters:
            if isinstance(each, FastRule):
                unknown |= {fact.name for fact in each.of_mentee if mine.get(fact.name) is None}
            else:
                for mentor in range(len(cohort.mentors)):
                    unknown |= set(each.unknown_facts(mentor, mentee))
        if own := sorted(name for name in unknown if name.startswith("mentee_")):
            return Remedy(f"find out {', '.join(own)}: until then no {cohort.sides.mentor} can be found")
        who = cohort.sides.mentor
        return Remedy(f"one more {who} who suits: no single change would make one of these {who}s suit")

    def _more_room(self) -> str:
        if self.cohort.in_hours:
            return "as many more hours as are needed here, with"
        return "one more place with" if self.exact else "one more place, unless others take it, with"

    def _to_find_out(self, mentee: int, alone: dict[int, str]) -> Iterator[Remedy]:
        """Facts that are all that is missing."""
        cohort = self.cohort
        found: dict[str, list[str]] = {}
        for mentor, label in alone.items():
            names: set[str] = set()
            for each in cohort.comparisons:
                if label == _unknown(each):
                    names |= set(each.unknown_facts(mentor, mentee))
            for fast_rule in cohort.of_pairs:
                if label == _id_and_name(fast_rule):
                    known = cohort.pair(mentor, mentee).facts
                    names |= {fact.name for fact in fast_rule.rule.facts if known.get(fact.name) is None}
            if names:
                found.setdefault(" and ".join(sorted(names)), []).append(cohort.mentors[mentor].id)
        for facts, mentors in sorted(found.items()):
            yield Remedy(f"find out {facts}, for", tuple(mentors))

    def _moves(self, mentee: int) -> Iterator[Remedy]:
        """Mentors with whom one more place would do after others have moved, with the fewest moves."""
        first = self.pairs.mentors_for(mentee)
        came: dict[int, tuple[int, int]] = {}
        reached = set(first)
        queue = deque(first)
        found = 0
        while queue and found < _MOST_MOVES:
            mentor = queue.popleft()
            for member in self._members.get(mentor, ()):
                for other in self.pairs.mentors_for(member):
                    if other not in reached:
                        reached.add(other)
                        came[other] = (member, mentor)
                        queue.append(other)
                        if found < _MOST_MOVES:
                            found += 1
                            yield Remedy(f"one more place, if {self._chain(other, came)}, with", (self._name(other),))

    def _chain(self, mentor: int, came: dict[int, tuple[int, int]]) -> str:
        moves = []
        while mentor in came:
            member, before = came[mentor]
            moves.append(f"{self.cohort.mentees[member].id} moves from {self._name(before)} to {self._name(mentor)}")
            mentor = before
        return " and ".join(reversed(moves))

    def _name(self, mentor: int) -> str:
        return self.cohort.mentors[mentor].id


def _barrier(each: PairComparison | FastRule, mentor: int, mentee: int) -> str:
    if isinstance(each, FastRule):
        return _id_and_name(each)
    if each.holds(each.mentors.of_person(mentor), each.mentees.of_person(mentee)) is None:
        return _unknown(each)
    return _lacking(each) if each.required else f"ruled out by {each.label}"


def _lacking(each: PairComparison) -> str:
    return f"lacks {each.label}"


def _unknown(each: PairComparison) -> str:
    return f"{each.label} is not known"


def _id_and_name(fast_rule: FastRule) -> str:
    return f"{fast_rule.rule.id} {fast_rule.rule.name}"
