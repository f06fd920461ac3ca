"""Rules made ready for very many pairs: each asked once for each two values that occur, by a direct call.

What follows is what `mentorkit.core.case_reading` says of the pair; a test holds the two together.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import date
from typing import Any

import attrs

from mentorkit.core.case_reading import Case, Ready, Verdict, facts_of
from mentorkit.core.rule import Argument, CrashedError, Rule
from mentorkit.core.strength import Outcome, Strength
from mentorkit.matching.people.tables import Coded, Table
from mentorkit.toml.structure import FaultyError, converter

RULED_OUT, GOES_ON, NOTED = 0, 1, 2
"""What a rule makes of a pair; a pair is made only where no rule rules it out."""

_SCALARS = (str, int, bool, date)
Known = dict[str, Any]
"""What is known of somebody of all that a rule asks, as the arguments of its function."""


@attrs.frozen
class Question:
    """A rule about pairs, or about one side of them.

    Attributes:
        ready: the rule with what the design states for it.
        on: the date.
        waived: whether the service has recorded a decision not to follow it.
        of_mentor: the facts that it asks of the mentor; those of earlier stages have no prefix.
        of_mentee: the facts that it asks of the mentee.
    """

    ready: Ready
    on: date
    waived: bool
    of_mentor: tuple[Argument, ...]
    of_mentee: tuple[Argument, ...]

    @classmethod
    def of(cls, ready: Ready, on: date, *, waived: bool) -> "Question":
        """Sorts out whom a rule asks."""
        mentee = tuple(fact for fact in ready.rule.facts if fact.name.startswith("mentee_"))
        mentor = tuple(fact for fact in ready.rule.facts if fact not in mentee)
        return cls(ready, on, waived, mentor, mentee)

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.ready.rule

    @property
    def unmet(self) -> int:
        """What follows where it is not met, or cannot be asked."""
        return RULED_OUT if self.rule.strength is Strength.MUST and not self.waived else NOTED

    def table(self, mentors: Sequence[Case], mentees: Sequence[Case]) -> Table:
        """The answers for all pairs."""
        return Table(self.asker(), known(self.of_mentor, mentors), known(self.of_mentee, mentees))

    def asker(self) -> Callable[[Known | None, Known | None], int]:
        """A function that asks the rule about a mentor and a mentee of whom so much is known; None is too little."""
        given = {name: value for name, value in self.ready.stated.items() if name in self.rule.arguments}
        if "on" in self.rule.arguments:
            given["on"] = self.on
        function, unmet = self.rule.function, self.unmet
        if self.ready.unclear:
            return lambda _, __: unmet
        if function is None:
            return lambda _, __: GOES_ON

        def ask(mentor: Known | None, mentee: Known | None) -> int:
            if mentor is None or mentee is None:
                return unmet
            try:
                answer = function(**given, **mentor, **mentee)
            except KeyboardInterrupt:
                raise
            except BaseException:  # as in the rule's own call: who will not answer never lets anybody through
                return unmet
            return GOES_ON if answer is True else unmet

        return ask

    def verdict(self, case: Case) -> Verdict:
        """What the rule says about a case, in full."""
        verdict = self.ready.verdict(self._facts(case), self.on)
        return (
            attrs.evolve(verdict, outcome=min(verdict.outcome, Outcome.NOTE), waived=True) if self.waived else verdict
        )

    def _facts(self, case: Case) -> dict[str, Any]:
        return facts_of(case, {fact.name: fact.type for fact in self.rule.facts})

    def noted(self, case: Case) -> Verdict:
        """What a rule that noted something says, without looking for a day on which it would not."""
        values, unclear = self.ready.filled(self._facts(case), self.on)
        if not unclear:
            try:
                self.rule.answer(values)
            except CrashedError as crash:
                unclear = f"the rule could not be applied: {crash}"
        words = self.ready.words
        return Verdict(self.rule, Outcome.NOTE, unclear, waived=self.waived, values=values, words=words)


def known(facts: Sequence[Argument], people: Sequence[Case]) -> Coded:
    """What is known of everybody of the facts that a rule asks (`Known`); None where one is missing."""
    readers = [_reader(fact) for fact in facts]

    def of(case: Case) -> Hashable:
        read = []
        for fact, reader in zip(facts, readers, strict=True):
            value = case.facts.get(fact.name)
            value = None if value is None else reader(value)
            if value is None:
                return None
            read.append(value)
        return tuple(read)

    coded = Coded.of(map(of, people))
    names = [fact.name for fact in facts]
    values = [None if value is None else dict(zip(names, value, strict=True)) for value in coded.values]
    return attrs.evolve(coded, values=values)


def _reader(fact: Argument) -> Callable[[Any], Any]:
    """Reads values of a fact strictly; None for those of another kind."""
    seen: dict[Any, Any] = {}

    def read(value: Any) -> Any:
        if type(value) not in _SCALARS:
            return _structured(value, fact.type)
        same = (type(value), value)
        if same not in seen:
            seen[same] = _structured(value, fact.type)
        return seen[same]

    return read


def _structured(value: Any, type_: Any) -> Any:
    try:
        return converter().structure(value, type_)
    except FaultyError:
        return None


def put(questions: Collection[Question]) -> tuple[list[Question], list[Question], list[Question], list[Question]]:
    """The questions about nobody, about mentors alone, about mentees alone, and about pairs."""
    return (
        [each for each in questions if not each.of_mentor and not each.of_mentee],
        [each for each in questions if each.of_mentor and not each.of_mentee],
        [each for each in questions if each.of_mentee and not each.of_mentor],
        [each for each in questions if each.of_mentor and each.of_mentee],
    )
