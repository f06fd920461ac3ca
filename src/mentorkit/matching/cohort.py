"""A cohort made ready: what is asked of everybody, and for each mentee whom they may have and how well it fits.

Everybody is in the order of ids, so that the order of the sheets makes no difference.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime
from functools import cached_property
from typing import Any

import attrs

from mentorkit.core.case_reading import Case, ReadyRule, Verdict, fact_types, required_before
from mentorkit.core.finding import Thing
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.matching.answer_table import AnswerTable
from mentorkit.matching.candidates import Candidates
from mentorkit.matching.check_design import check_design, check_members_have_sponsors, check_pairs_are_met
from mentorkit.matching.compare import PairComparison
from mentorkit.matching.fast_rules import GOES_ON, NOTED, RULED_OUT, FastRule, by_side, known_facts
from mentorkit.matching.ids_of_sheet import IdsOfSheet
from mentorkit.matching.in_order import in_order
from mentorkit.matching.kept_apart import KeptApart, Unsettled
from mentorkit.matching.result import MENTOR_AND_MENTEE, SPONSOR_AND_MEMBER, MatchingError
from mentorkit.matching.solver.input import WEIGHT_LIMIT
from mentorkit.programme.kept_columns import CAPACITY, HOURS_NEEDED, WANTS_SPONSOR
from mentorkit.programme.matching import placed_comparisons
from mentorkit.programme.tables import Programme
from mentorkit.records.locks import Lock
from mentorkit.text.did_you_mean import asks
from mentorkit.text.words import listed
from mentorkit.toml.typed_facts import TypedFacts, typed_facts, why_impossible
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import lowest
from mentorkit.values.seen_text import as_seen, look_alikes, look_of_id

_LOOKS_ALIKE = Unsettled(
    "has an id that looks like another one", "write the id of one person in one way, and other ids plainly different"
)
NOBODY: frozenset[int] = frozenset()
Filter = tuple[PairComparison | FastRule, AnswerTable]
"""Something that rules pairs out, and where it does (0)."""


@attrs.frozen
class AskedRule:
    """A rule about one side, with its answer for each person."""

    fast_rule: FastRule
    answers: list[int]

    @classmethod
    def of(cls, fast_rule: FastRule, people: Sequence[Case]) -> "AskedRule":
        """Asks everybody."""
        coded, ask = known_facts(fast_rule.rule.facts, people), fast_rule.answer_function()
        by_code = [ask(value, {}) for value in coded.values]
        return cls(fast_rule, [by_code[code] for code in coded.code])


class Cohort:
    """Mentors and mentees, and what is asked of each and of both.

    Args:
        rulebook: the rules.
        programme: the design.
        mentors: their records.
        mentees: their records.
        on: the date.
        waived: the rules that the service has a waiver for, each with the place that it is about, () for people.
        locks: earlier pairs, and what is said of them.
        members: whether both are the same members, in one list, of whom only some look for somebody.

    Raises:
        MatchingError: where the design, or what is locked, does not allow to look for pairs.
        ValueError: for mentors or mentees that are not cases.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        programme: Programme,
        mentors: Iterable[Case],
        mentees: Iterable[Case],
        on: date,
        waived: Iterable[Thing] = (),
        locks: Iterable[Lock] = (),
        *,
        members: bool = False,
    ) -> None:
        (check_members_have_sponsors if members else check_pairs_are_met)(programme)
        check_design(rulebook, programme)
        self.members = members
        self.sides = SPONSOR_AND_MEMBER if members else MENTOR_AND_MENTEE
        self.programme = programme
        self.on = on
        self.mentors = in_order(mentors, "mentors")
        self.mentees = in_order(mentees, "mentees")
        self.mentor_numbers = {as_seen(case.id): number for number, case in enumerate(self.mentors)}
        self.mentee_numbers = {as_seen(case.id): number for number, case in enumerate(self.mentees)}
        self.look_alike = look_alikes(case.id for case in (*self.mentors, *self.mentees))
        self.mentors_each: int = lowest(programme.matching.mentors_per_mentee) or 1
        self.in_hours = programme.matching.capacity_in == "hours"
        fast_rules = _fast_rules(rulebook, programme, on, frozenset(waived))
        if not fast_rules and not members:  # nobody can go on; a fellowship may have no rules for who sponsors whom
            raise MatchingError("no rule asks anything about pairs in this programme", "name its sectors")
        self._types = fact_types(fast_rule.rule for fast_rule in fast_rules)
        facts = [fact for each in fast_rules for fact in each.rule.facts]
        bounds = {fact.name: fact.bounds for fact in facts if fact.type in (date, datetime)}
        self.impossible_mentors = self._impossible(self.mentors, bounds)
        self.impossible_mentees = self._impossible(self.mentees, bounds)
        of_nobody, of_mentor, of_mentee, self.of_pairs = by_side(fast_rules)
        self.everyone = [each for each in of_nobody if each.answer_function()({}, {}) != GOES_ON]
        self.mentors_asked = [AskedRule.of(each, self.mentors) for each in of_mentor]
        self.mentees_asked = [AskedRule.of(each, self.mentees) for each in of_mentee]
        collects = programme.matching.collects or ()
        self.comparisons = [
            PairComparison.of(stated, collects, self.mentors, self.mentees)
            for stated in placed_comparisons(programme.matching)
        ]
        self._read_room()
        self._read_locks(locks)
        self._wait_for_those_kept_apart()
        self._open()

    def _impossible(self, people: Sequence[Case], bounds: Mapping[str, tuple[str, str]]) -> dict[int, str]:
        """Those who have a date that cannot be, by number, and why it cannot; whom `decide` would refer."""
        found: dict[int, str] = {}
        for number, case in enumerate(people):
            facts = typed_facts(case.facts, self._types)
            why = (why_impossible(name, bounds[name], facts, self.on) for name in bounds)
            if first := next(filter(None, why), ""):
                found[number] = first
        return found

    def _read_room(self) -> None:
        """What each mentor has to share out, and what each mentee needs of it; None where that is not known."""
        # Silence of a mentor is agreement with what is usual. A member who does not say so sponsors nobody.
        self.usual_room: int | None = None if self.members else lowest(self.programme.matching.mentees_per_mentor)
        self.room: list[int | None]
        self.needs: list[int | None]
        if self.in_hours:
            self.room = [_minutes(case.facts.get(CAPACITY)) for case in self.mentors]
            self.needs = [_minutes(case.facts.get(HOURS_NEEDED)) for case in self.mentees]
        else:
            self.room = [_whole(case.facts.get(CAPACITY), self.usual_room) for case in self.mentors]
            self.room = [room if room is None else min(room, WEIGHT_LIMIT) for room in self.room]
            self.needs = [1] * len(self.mentees)

    def _read_locks(self, locks: Iterable[Lock]) -> None:
        """Pairs that stay, pairs that are never made, and pairs that were."""
        self.kept: dict[int, list[int]] = {}
        """The mentors that each mentee keeps."""
        self.earlier: set[tuple[int, int]] = set()
        self.gone: list[tuple[str, str]] = []
        locks = list(locks)
        self.apart = KeptApart(locks, self.mentee_numbers, self.mentor_numbers, self._nearest)
        self.never = self.apart.never
        self.not_found = self.apart.not_found
        for lock in locks:
            mentee = self.mentee_numbers.get(as_seen(lock.mentee))
            mentor = self.mentor_numbers.get(as_seen(lock.mentor))
            if lock.word == "never":
                continue
            if mentee is None or mentor is None:
                if lock.word == "keep":
                    away = lock.mentee if mentee is None else lock.mentor
                    message = f"{lock.place} keeps a pair, and {away} is not in the sheets"
                    near = next(iter(self._nearest(away, mentee is None)), "")
                    raise MatchingError(f"{message}{asks(near)}", "add the record, or remove keep")
                self.gone.append((lock.mentee, lock.mentor))
            elif lock.word == "keep":
                self._keep(lock, mentee, mentor)
            else:
                self.earlier.add((mentee, mentor))
        for mentee, mentor in self.kept_pairs():
            one, other = self.mentees[mentee].id, self.mentors[mentor].id
            if look_of_id(one) == look_of_id(other):
                themself = "themself" if as_seen(one) == as_seen(other) else f"{other}, and their ids look alike"
                message = f"{one} is kept with {themself}"
                raise MatchingError(message, "remove keep: nobody is matched with themself")
            if mentor in self.never.get(mentee, ()):
                raise MatchingError(
                    f"{one} and {other} are locked twice, as keep and as never", "remove one of the two"
                )
        left = [room or 0 for room in self.room]
        for mentee, mentor in self.kept_pairs():
            left[mentor] -= self.needs[mentee] or 0
        self.overfull = {mentor for mentor, room in enumerate(left) if room < 0 and self.room[mentor] is not None}
        self.capacity = [max(0, room) for room in left]

    def _keep(self, lock: Lock, mentee: int, mentor: int) -> None:
        kept = self.kept.setdefault(mentee, [])
        if mentor in kept:
            return
        if len(kept) >= self.mentors_each:
            others = listed([self.mentors[each].id for each in kept])
            message = f"{lock.place} keeps {lock.mentor} for {lock.mentee}, who keeps {others} already"
            raise MatchingError(message, f"keep {'one' if self.mentors_each == 1 else self.mentors_each} of them")
        kept.append(mentor)

    def kept_pairs(self) -> list[tuple[int, int]]:
        """All pairs that are kept: (mentee, mentor)."""
        return [(mentee, mentor) for mentee, mentors in self.kept.items() for mentor in mentors]

    def _nearest(self, id_: str, of_mentee: bool) -> Sequence[str]:
        """The ids of that sheet closest to one that nobody has: all that are taken for it, or the one spelt like it."""
        return self._ids_of_sides[of_mentee].meant_by(id_)

    @cached_property
    def _ids_of_sides(self) -> tuple[IdsOfSheet, IdsOfSheet]:
        """The ids of mentors, and those of mentees."""
        mentors, mentees = (IdsOfSheet([case.id for case in side]) for side in (self.mentors, self.mentees))
        return mentors, mentees

    def _wait_for_those_kept_apart(self) -> None:
        """Whom mentees do not want, and who waits since it is not clear whom they are not to have."""
        self.apart.read_vetoes(self.mentees)
        self.vetoed, self.vetoed_by = self.apart.vetoed, self.apart.vetoed_by
        self.unsettled_mentors, self.unsettled_mentees = (
            {numbers[id_]: why for id_, why in self.apart.unsettled.items() if id_ in numbers}
            for numbers in (self.mentor_numbers, self.mentee_numbers)
        )
        wants = {number: case.facts.get(WANTS_SPONSOR) for number, case in enumerate(self.mentees) if self.members}
        self.look_for_nobody = {number for number, stated in wants.items() if stated is False}
        for number, stated in wants.items():
            if not isinstance(stated, bool):
                why = Unsettled(_why_unknown(self.mentees[number], WANTS_SPONSOR), f"find out {WANTS_SPONSOR}")
                self.unsettled_mentees.setdefault(number, why)
        for alike in self.look_alike if self.members else ():  # they may be one person, who is there with two rows
            for number in (self.mentor_numbers[as_seen(id_)] for id_ in alike):
                self.unsettled_mentors[number] = self.unsettled_mentees[number] = _LOOKS_ALIKE

    def _open(self) -> None:
        """Who can be matched at all, and with what is to be asked of each two of them."""
        closed = any(each.unmet == RULED_OUT for each in self.everyone)
        ruled_out = [{n for n, answer in enumerate(asked.answers) if not answer} for asked in self.mentors_asked]
        unknown = {number for number, room in enumerate(self.room) if room is None}
        self.outside: set[int] = set().union(unknown, self.impossible_mentors, self.unsettled_mentors, *ruled_out)
        self.open_mentors = [n for n in range(len(self.mentors)) if not closed and n not in self.outside]
        waiting = set(self.unsettled_mentees).union(
            self.impossible_mentees, *({n for n, a in enumerate(each.answers) if not a} for each in self.mentees_asked)
        )
        self.open_mentees = [
            number
            for number, needs in enumerate(self.needs)
            if not closed
            and needs is not None
            and number not in waiting
            and number not in self.look_for_nobody
            and len(self.kept.get(number, ())) < self.mentors_each
        ]
        self.candidates = Candidates(self.comparisons, self.open_mentors)
        self.pair_rules = [(each, each.table(self.mentors, self.mentees)) for each in self.of_pairs]
        compared = [(each, table) for each in self.comparisons if (table := each.filters())]
        binding = [(each, table) for each, table in self.pair_rules if each.unmet == RULED_OUT]
        self.filters: list[Filter] = [*compared, *binding]
        left = [table for each, table in compared if not self.candidates.decided(each)]
        self._left = [*left, *(table for _, table in binding)]
        self._counted = [(each, table) for each, table in self.pair_rules if each.counts]
        self._noted_mentor = _noted(self.mentors_asked, len(self.mentors))
        self._noted_mentee = _noted(self.mentees_asked, len(self.mentees))
        weighed = [each for each in self.comparisons if each.weight]
        self.terms = [(each, AnswerTable(each.points, each.mentors, each.mentees)) for each in weighed]

    def without_hours(self, mentee: int) -> str:
        """Why nobody can tell how many hours a mentee needs; empty where they are known."""
        return "" if self.needs[mentee] is not None else _why_unknown(self.mentees[mentee], HOURS_NEEDED)

    def without_room(self, mentor: int) -> str:
        """Why nobody can tell what a mentor has to share out; empty where it is known."""
        return "" if self.room[mentor] is not None else _why_unknown(self.mentors[mentor], CAPACITY)

    def options(self, mentee: int) -> list[int]:
        """The mentors that an open mentee may have, in order; not to be changed."""
        found = self.candidates.of(mentee)
        for table in self._left:
            if not found:
                break
            row, codes = table.row(mentee), table.codes
            found = [mentor for mentor in found if row[codes[mentor]]]
        themself = self.themself(mentee)
        barred = self._kept_from(mentee) | self.taken_for_barred(mentee)
        barred |= NOBODY if themself is None else {themself}
        barred |= NOBODY if mentee not in self.kept else set(self.kept[mentee])
        return [mentor for mentor in found if mentor not in barred] if barred else found

    def themself(self, mentee: int) -> int | None:
        """The number of a mentee as a mentor; None for those who are not in both sheets."""
        return self.mentor_numbers.get(as_seen(self.mentees[mentee].id))

    def _kept_from(self, mentee: int) -> Set[int]:
        """The mentors whom a mentee is not to have, by a veto of one of the two or a lock."""
        return self.vetoed.get(mentee, NOBODY) | self.never.get(mentee, NOBODY) | self.vetoed_by.get(mentee, NOBODY)

    def taken_for_barred(self, mentee: int) -> frozenset[int]:
        """The mentors whose id looks like that of the mentee, or of somebody whom the mentee is not to have."""
        if not self.look_alike:
            return NOBODY
        barred = self._kept_from(mentee)
        looks = {look_of_id(self.mentees[mentee].id), *(look_of_id(self.mentors[each].id) for each in barred)}
        alike = NOBODY.union(*(self._mentors_by_look.get(look, NOBODY) for look in looks))
        return alike - barred - {self.themself(mentee)}

    @cached_property
    def _mentors_by_look(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for number, case in enumerate(self.mentors):
            found.setdefault(look_of_id(case.id), set()).add(number)
        return found

    def scores(self, mentee: int, options: Sequence[int]) -> list[int]:
        """How well each of them fits."""
        totals: list[int] = []
        for _, table in self.terms:
            row, codes = table.row(mentee), table.codes
            points = [row[codes[mentor]] for mentor in options]
            totals = [one + other for one, other in zip(totals, points, strict=True)] if totals else points
        return totals or [0] * len(options)

    def should_notes(self, mentee: int, options: Sequence[int]) -> list[int]:
        """How many notes of SHOULD rules there would be with each of them; waived ones do not count."""
        counts = [self._noted_mentee[mentee] + self._noted_mentor[mentor] for mentor in options]
        for _, table in self._counted:
            row, codes = table.row(mentee), table.codes
            counts = [count + (row[codes[mentor]] == NOTED) for count, mentor in zip(counts, options, strict=True)]
        return counts

    def counted_rules(self, mentor: int, mentee: int) -> list[Rule]:
        """The SHOULD rules whose notes `should_notes` counts."""
        one_side = [(self.mentors_asked, mentor), (self.mentees_asked, mentee)]
        asked = [each.fast_rule for rules, person in one_side for each in rules if each.answers[person] == NOTED]
        asked += [each for each, table in self._counted if table.of(mentor, mentee) == NOTED]
        return [each.rule for each in asked if each.counts]

    def notes(self, mentor: int, mentee: int) -> tuple[Verdict, ...]:
        """What rules note about two people, in the order of the rules."""
        found = [(each.fast_rule, self.mentors[mentor]) for each in self.mentors_asked if each.answers[mentor] == NOTED]
        found += [
            (each.fast_rule, self.mentees[mentee]) for each in self.mentees_asked if each.answers[mentee] == NOTED
        ]
        asked = [each for each, table in self.pair_rules if table.of(mentor, mentee) == NOTED]
        found += [(each, self.pair(mentor, mentee)) for each in asked]
        found.sort(key=lambda each: (each[0].rule.area.number, each[0].rule.id))
        return tuple(fast_rule.verdict(case, look_ahead=False) for fast_rule, case in found)

    def pair(self, mentor: int, mentee: int) -> Case:
        """Two people as one case."""
        one, other = self.mentors[mentor], self.mentees[mentee]
        facts = TypedFacts(typed_facts(one.facts, self._types) | typed_facts(other.facts, self._types))
        return Case(f"{other.id} with {one.id}", facts)


def _noted(asked: Iterable[AskedRule], people: int) -> list[int]:
    """How many SHOULD rules about one side note something about each person."""
    counting = [each.answers for each in asked if each.fast_rule.counts]
    return [sum(answers[person] == NOTED for answers in counting) for person in range(people)]


def _fast_rules(rulebook: Rulebook, programme: Programme, on: date, waived: frozenset[Thing]) -> list[FastRule]:
    """Everything that is asked at matching, and at the earlier stages that the design requires there.

    There is nothing where no rule asks anything at matching.
    """
    stages = (*required_before(programme, Stage.MATCHING), Stage.MATCHING)
    applying = rulebook.on(on).rules_for(programme)
    rules = [rule for rule in applying if rule.area.stage in stages and not rule.searches]
    if not any(rule.stage is Stage.MATCHING for rule in rules):
        return []
    return [FastRule.of(ReadyRule.of(rule, programme, rulebook.words, waived), on) for rule in rules]


def _why_unknown(case: Case, name: str) -> str:
    return f"{name} is not known" if case.facts.get(name) is None else f"{name} cannot be read"


def _minutes(value: Any) -> int | None:
    minutes = value.minutes if isinstance(value, Duration) else 0
    return minutes or None


def _whole(value: Any, usual: int | None) -> int | None:
    if value is None:
        return usual
    return value if type(value) is int and value >= 0 else None
