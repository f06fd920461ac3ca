"""In which designs a rule applies: in custody, where support is a short bridge, where detoxification is offered."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from mentorkit.programme.path import Place, path_of, text_of_place
from mentorkit.programme.tables import Programme
from mentorkit.values.by_fields import ByFields
from mentorkit.values.days import ALWAYS, DAYS, Days
from mentorkit.values.declared import OPTIONAL_TEXT, TEXT, filled, is_a, kind_of
from mentorkit.values.inexact import NotExactError
from mentorkit.values.three_valued import Answer, all_true, any_true, not_true


@attrs.frozen(eq=False, repr=False)
class Condition(ByFields):
    """When a rule applies; `&`, `|` and `~` make one of several, in which unknown stays unknown.

    Attributes:
        words: completes the sentence 'applies …', for example 'if the setting is custody'.
        test: gets the programme; None stands for 'the design does not say', and then the rule applies, because unknown
            never reads as no.
        needs: the key that the test reads, such as "programme.settings". Where the design does not state it, that is
            reported, in the name of the rule, instead of what the rule would say.
        days: when it can hold at all.
        unstated_is_no: why what the design does not say counts as no here; empty where it does not.
        parts: the conditions that this one is made of, whose answers the test gets instead of the programme.

    Examples:
        >>> mentors = Condition("if there are mentors", lambda programme: bool(programme.programme.mentors))
        >>> mentors.holds(Programme()), (~mentors).holds(Programme()), (~mentors).words
        (False, True, 'unless there are mentors')
    """

    words: str = attrs.field(validator=filled)
    test: Callable[[Any], Answer] = attrs.field(
        validator=is_a(Callable, "a function that takes the programme")  # type: ignore[arg-type] # a class in fact
    )
    needs: str | None = attrs.field(default=None, converter=text_of_place, validator=OPTIONAL_TEXT)
    days: Days = attrs.field(default=ALWAYS, kw_only=True, validator=DAYS)
    unstated_is_no: str = attrs.field(default="", kw_only=True, validator=TEXT)
    parts: "tuple[Condition, ...]" = attrs.field(default=(), kw_only=True)

    def answer(self, programme: Programme, on: date | None = None, *, of_range: Answer = None) -> Answer:
        """Whether it holds, or None where the design does not say; a test that fails to answer says nothing.

        Args:
            programme: the design.
            on: the day; None where it is not known, and then a condition that has days says nothing.
            of_range: what a test is taken to say that needs one value where the design states a range.
        """
        if self.days is not ALWAYS and (on is None or on not in self.days):
            return None if on is None else False
        try:
            parts = [part.answer(programme, on, of_range=of_range) for part in self.parts]
            found = self.test(parts if self.parts else programme)
        except KeyboardInterrupt:
            raise
        except NotExactError:
            return of_range
        except BaseException:  # also where it exits: a rule is left out only where that is known to be right
            return None
        known = found if found is True or found is False else None
        if known is not None or not self.unstated_is_no or (on is None and self.changes):
            return known  # of a day that nobody named, nothing counts as no
        # What a range leaves open is stated, so it counts as no only where that is right whatever the range stands for.
        open_ = of_range is None and any(self.answer(programme, on, of_range=each) for each in (True, False))
        return None if open_ else False

    def holds(self, programme: Programme, on: date | None = None) -> bool:
        """Whether the rule applies, as it does unless it is known not to."""
        return self.answer(programme, on) is not False

    def waits_for(self, programme: Programme, on: date | None = None) -> list[str]:
        """The keys that the design has to state first, each as the condition that reads it names it."""
        answer = self.answer(programme, on)
        if not self.parts:
            at = path_of(self.needs or "")
            open_ = answer is not False if programme.value(at) is None else answer is None and programme.leaves_open(at)
            return [self.needs] if self.needs and open_ else []
        keys = [
            key for part in self.parts if part.answer(programme, on) is None for key in part.waits_for(programme, on)
        ]
        return list(dict.fromkeys(keys)) if answer is None else []

    @property
    def all_needs(self) -> list[str]:
        """What it needs, and what its parts do."""
        return list(dict.fromkeys([self.needs] if self.needs else [at for part in self.parts for at in part.all_needs]))

    @property
    def assumptions(self) -> list[str]:
        """Why what the design does not say counts as no, in it or in its parts, where it does."""
        own = [self.unstated_is_no] if self.unstated_is_no else []
        return [*own, *(why for part in self.parts for why in part.assumptions)]

    @property
    def changes(self) -> frozenset[date]:
        """The days from which on it, or a part of it, can answer otherwise."""
        return self.days.changes.union(*(part.changes for part in self.parts))

    def __bool__(self) -> bool:
        raise TypeError("conditions are joined with & and |, and turned round with ~; 'and', 'or' and 'not' lose one")

    def __and__(self, other: "Condition") -> "Condition":
        return _combined("and", all_true, (self, other))

    def __or__(self, other: "Condition") -> "Condition":
        return _combined("or", any_true, (self, other))

    def __invert__(self) -> "Condition":
        if self.test is not_true:
            return self.parts[0]
        first, _, rest = self.words.partition(" ")
        turned = {"if": "unless", "unless": "if"}.get(first)
        bare = f"({self.words})" if self.parts else self.words
        words = f"{turned} {rest}" if turned and not self.parts else f"not {bare}"
        return Condition(words, not_true, parts=(self,))


def _combined(word: str, test: Callable[[list[Answer]], Answer], parts: "tuple[Condition, ...]") -> Condition:
    """Of several: in the words of each, in brackets where one is made of others in another way."""
    for part in parts:
        _require_condition(part)
    said = [f"({part.words})" if part.parts and part.test not in (test, not_true) else part.words for part in parts]
    return Condition(f", {word} ".join(said), test, parts=parts)


def _require_condition(given: Any) -> None:
    if not isinstance(given, Condition):
        raise ValueError(f"a condition is made by when(), key_is() or the like; {kind_of(given)} is none")


def when(words: str, test: Callable[[Programme], Answer] | Condition, needs: str | Place | None = None) -> Condition:
    """A condition of one's own, or other words for one that others make up; the words complete 'applies …'.

    Examples:
        >>> short = when("if support is short", lambda programme: None, needs="relationship.shortest")
        >>> short.holds(Programme()), short.waits_for(Programme())  # unknown never reads as no
        (True, ['relationship.shortest'])
    """
    if not isinstance(test, Condition):
        return Condition(words, test, needs)
    if needs is not None:
        raise ValueError("'needs' is of a test of one's own; a condition has that of its parts")
    return attrs.evolve(test, words=words)


def only_if_stated(condition: Condition, because: str) -> Condition:
    """The same condition, which holds only where the design says so: what it does not say counts as no.

    For what only a design that has it mentions, or what another rule asks for. Anywhere else this hides a rule.

    Args:
        condition: which reads what is not stated as unknown.
        because: why this is safe, such as "a design that is paid by results says so".

    Examples:
        >>> targets = when("if there are targets", lambda programme: programme.outcomes.mentor_targets)
        >>> only_if_stated(targets, "nobody writes down what there is not").holds(Programme())
        False
    """
    _require_condition(condition)
    if not isinstance(because, str) or not because.strip():
        raise ValueError("say in 'because' why what a design does not state may count as no")
    return Condition(condition.words, lambda answers: answers[0], parts=(condition,), unstated_is_no=because)


def during(days: Days) -> Condition:
    """Holds on these days alone.

    Examples:
        >>> from datetime import date
        >>> from_spring = during(Days(first=date(2027, 3, 1)))
        >>> from_spring.words, from_spring.holds(Programme(), date(2027, 2, 28))
        ('from 2027-03-01', False)
    """
    if not isinstance(days, Days) or not days.words:
        raise ValueError("during() takes Days with a first or a last day, such as Days(first=date(2027, 4, 1))")
    return Condition(days.words, lambda _: True, days=days)
