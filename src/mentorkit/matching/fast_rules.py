"""Rules made ready for very many pairs: each is asked once for each two values that occur, and answers with a number.

`ReadyRule` asks them, as it does for every decision.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import date, datetime
from typing import Any

import attrs

from mentorkit.core.arguments import Argument
from mentorkit.core.case_reading import Case, ReadyRule, Verdict, fact_types
from mentorkit.core.rule import Rule
from mentorkit.core.strength import Strength
from mentorkit.matching.answer_table import AnswerTable, CodedValues
from mentorkit.toml.typed_facts import WRONG_KIND, typed_facts, why_impossible
from mentorkit.values.crash_log import CrashedError

RULED_OUT, GOES_ON, NOTED = 0, 1, 2
"""What a rule makes of a pair; a pair is made only where no rule rules it out."""

KnownFacts = dict[str, Any]
"""What is known of somebody of all that a rule asks, as the arguments of its function."""


@attrs.frozen
class FastRule:
    """A rule about pairs, or about one side of them.

    Attributes:
        ready: the rule with what the design states for it.
        on: the date.
        of_mentor: the facts that it asks of the mentor; those of earlier stages have no prefix.
        of_mentee: the facts that it asks of the mentee.
    """

    ready: ReadyRule
    on: date
    of_mentor: tuple[Argument, ...]
    of_mentee: tuple[Argument, ...]

    @classmethod
    def of(cls, ready: ReadyRule, on: date) -> "FastRule":
        """Sorts out whom a rule asks."""
        mentee = tuple(fact for fact in ready.rule.facts if fact.name.startswith("mentee_"))
        mentor = tuple(fact for fact in ready.rule.facts if fact not in mentee)
        return cls(ready, on, mentor, mentee)

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.ready.rule

    @property
    def unmet(self) -> int:
        """What follows where it is not met, or cannot be asked."""
        return RULED_OUT if self.ready.binds else NOTED

    @property
    def counts(self) -> bool:
        """Whether its notes decide between equally good pairs: it is a SHOULD that the service has not set aside."""
        return self.rule.strength is Strength.SHOULD and not self.ready.waived

    def table(self, mentors: Sequence[Case], mentees: Sequence[Case]) -> AnswerTable:
        """The answers for all pairs."""
        return AnswerTable(
            self.answer_function(), known_facts(self.of_mentor, mentors), known_facts(self.of_mentee, mentees)
        )

    def answer_function(self) -> Callable[[KnownFacts | None, KnownFacts | None], int]:
        """A function that asks the rule about a mentor and a mentee of whom so much is known; None is too little."""
        given, met, unmet = self.ready.values_on(self.on), self.ready.met, self.unmet
        dates = [fact for fact in self.rule.facts if fact.type in (date, datetime)]

        def ask(mentor: KnownFacts | None, mentee: KnownFacts | None) -> int:
            if mentor is None or mentee is None:
                return unmet
            try:
                known = {**mentor, **mentee}
                if any(why_impossible(fact.name, fact.bounds, known, self.on) for fact in dates):
                    return RULED_OUT
                return GOES_ON if met({**given, **known}) else unmet
            except CrashedError:
                return unmet

        return (lambda _, __: unmet) if self.ready.unclear else ask

    def verdict(self, case: Case, *, look_ahead: bool = True) -> Verdict:
        """What the rule says about a case, in full."""
        return self.ready.verdict(typed_facts(case.facts, fact_types([self.rule])), self.on, look_ahead=look_ahead)


def known_facts(facts: Sequence[Argument], people: Sequence[Case]) -> CodedValues:
    """What is known of everybody of the facts that a rule asks (`KnownFacts`), None where one is not."""
    types = {fact.name: fact.type for fact in facts}

    def of(case: Case) -> Hashable:
        of_case = typed_facts(case.facts, types)
        values = tuple([of_case.get(name) for name in types])
        return None if any(value is None or value is WRONG_KIND for value in values) else values

    coded = CodedValues.of(map(of, people))
    as_arguments = [None if values is None else dict(zip(types, values, strict=True)) for values in coded.values]
    return attrs.evolve(coded, values=as_arguments)


def by_side(rules: Collection[FastRule]) -> tuple[list[FastRule], list[FastRule], list[FastRule], list[FastRule]]:
    """The rules about nobody, about mentors alone, about mentees alone, and about pairs."""
    return (
        [each for each in rules if not each.of_mentor and not each.of_mentee],
        [each for each in rules if each.of_mentor and not each.of_mentee],
        [each for each in rules if each.of_mentee and not each.of_mentor],
        [each for each in rules if each.of_mentor and each.of_mentee],
    )
