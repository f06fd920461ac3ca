"""The run-time reading: what the rules say about one case, and what they say together.

It fails closed: a fact that is unknown or of the wrong type, a parameter that the design does not state or that is
outside a MUST limit, and a rule that crashes are each referred to a person, never read as no. The tool advises; a
person decides.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from enum import IntEnum
from functools import partial
from typing import Any, Self

import attrs

from mentorkit.core.arguments import Argument
from mentorkit.core.finding import Thing
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.core.strength import Strength
from mentorkit.core.unmet import unmet_limits
from mentorkit.programme.ranges import StatedEnds
from mentorkit.programme.tables import Programme
from mentorkit.programme.way_stages import why_nothing_is_decided
from mentorkit.text.values_in_text import spoken
from mentorkit.text.words import in_words
from mentorkit.toml.typed_facts import WRONG_KIND, TypedFacts, typed_facts, why_impossible
from mentorkit.values.crash_log import CrashedError
from mentorkit.values.day_of_change import day_of_change
from mentorkit.values.duration import UnitsDifferError
from mentorkit.values.inexact import Inexact


class Outcome(IntEnum):
    """What a rule, or all rules together, say about a case, mildest first.

    REFER stands above STOP: what is not known can hide anything, so that taking knowledge away never gives a milder
    answer. Nobody goes on at NOT_YET or worse.
    """

    PROCEED = 0
    NOTE = 1
    NOT_YET = 2
    STOP = 3
    REFER = 4

    @property
    def words(self) -> str:
        """The outcome as it is written for people, such as 'not yet'."""
        return _OUTCOME_WORDS[self]


_OUTCOME_WORDS = {outcome: outcome.name.lower().replace("_", " ") for outcome in Outcome}


@attrs.frozen
class Case:
    """The facts about one subject at one stage.

    Attributes:
        id: what the service calls the case; never a name.
        facts: by name; a fact that is missing or None is unknown. Records come with `TypedFacts`; any others are typed
            where they are used.
    """

    id: str
    facts: Mapping[str, Any] = attrs.field(repr=False)


@attrs.frozen
class Verdict:
    """What one rule says about a case.

    Attributes:
        rule: the rule.
        outcome: what follows from it.
        unclear: why it could not be applied, without values; empty where it could.
        eligible_from: the first later day on which it is met, where there is one.
        waived: whether the service has recorded a decision not to follow it.
    """

    rule: Rule
    outcome: Outcome
    unclear: str = ""
    eligible_from: date | None = None
    waived: bool = False
    _values: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    _words: Mapping[str, str] = attrs.field(factory=dict, repr=False)

    def message(self, *, show_values: bool = False) -> str:
        """Why, in the service's words; facts are named and their values left out unless asked for."""
        return self.unclear or self._phrase(self.rule.unmet, show_values)

    def fix(self, *, show_values: bool = False) -> str:
        """What to do."""
        return "find out, and ask again; a person decides" if self.unclear else self._phrase(self.rule.fix, show_values)

    def _phrase(self, text: str, show_values: bool) -> str:
        if self.outcome is Outcome.PROCEED:
            return ""
        shown = {name: spoken(value) for name, value in self._values.items() if f"{{{name}}}" in text}
        shown["eligible_from"] = str(self.eligible_from or "a later date")
        if not show_values:
            shown |= {argument.name: f"[{argument.name}]" for argument in self.rule.facts}
        return in_words(text, self._words, shown)


@attrs.frozen
class Decision:
    """What all rules of a stage together say about a case: the worst of their verdicts.

    Attributes:
        case: the id of the case.
        stage: the stage.
        outcome: the worst of all; REFER where the case as a whole is unclear.
        verdicts: of each rule, in the rulebook's order.
        eligible_from: at NOT YET, the first day on which all rules together would let the case go on, as far as the
            facts that are known today tell; None where no day is known on which they all would.
        unclear: why the case is referred whatever the rules say, without values: none of them asks anything of people,
            or a date cannot be, however weak the rules that ask for it; empty where they can say.
    """

    case: str
    stage: Stage
    outcome: Outcome
    verdicts: tuple[Verdict, ...]
    eligible_from: date | None = None
    unclear: str = ""


class StageReading:
    """Where the rules of one stage stand on one day, made ready to decide on many cases.

    Args:
        rulebook: the rules.
        programme: the design; where it requires earlier stages, their rules are asked too.
        stage: of the lifecycle.
        on: the date of the decisions.
        waived: the rules that the service has a waiver for on that date, each with the place of the design that it is
            about. Without a place the verdict of the rule is never worse than NOTE, unless nobody may set it aside;
            with one, the limits of the rule there are set aside and nobody is let through for it.
    """

    def __init__(
        self, rulebook: Rulebook, programme: Programme, stage: Stage, on: date, waived: Iterable[Thing] = ()
    ) -> None:
        stages = (*required_before(programme, stage), stage)
        applying = rulebook.on(on).rules_for(programme)
        self.rules = rules = [rule for rule in applying if rule.area.stage in stages and not rule.searches]
        self.stage = stage
        self.on = on
        self._unasked = why_nothing_is_decided(programme, stage.value, asked=any(rule.facts for rule in rules))
        waived = frozenset(waived)
        self._ready_rules = [ReadyRule.of(rule, programme, rulebook.words, waived) for rule in rules]
        self._types = fact_types(rules)
        self._asked = list({fact.name: fact for rule in rules for fact in rule.facts}.values())
        # What holds from a later day on is read when a later day is looked at, which most programmes never need.
        self._changes = [day for day in rulebook.changes if day > on]
        self._from = partial(StageReading, rulebook, programme, stage, waived=waived)

    def decide(self, case: Case) -> Decision:
        """What the rules say about one case."""
        verdicts = self._verdicts(Case(case.id, facts := typed_facts(case.facts, self._types)), self.on)
        unclear = self._unasked or _impossible(self._asked, facts, self.on)
        outcome = Outcome.REFER if unclear else max(verdict.outcome for verdict in verdicts)
        rounds = len(verdicts) + len(self._changes) if outcome is Outcome.NOT_YET else 0
        eligible_from = _first_day_for_all(verdicts, partial(self._verdicts, case), rounds)
        return Decision(case.id, self.stage, outcome, verdicts, eligible_from, unclear)

    def _verdicts(self, case: Case, day: date) -> tuple[Verdict, ...]:
        """What each rule says on a day, as the rules are then."""
        if begun := [change for change in self._changes if change <= day]:
            return self._from(on=begun[-1])._verdicts(case, day)
        facts = typed_facts(case.facts, self._types)
        return tuple([ready.verdict(facts, day) for ready in self._ready_rules])


def required_before(programme: Programme, stage: Stage) -> tuple[Stage, ...]:
    """The earlier stages whose rules have to be met at a stage too, in their order; the design says which."""
    named = programme.value((stage.value, "requires")) or ()
    return tuple(earlier for earlier in stage.reached if earlier.value in named)


def fact_types(rules: Iterable[Rule]) -> dict[str, Any]:
    """The types of all facts that rules ask for, and of the dates that these are compared with, by name."""
    asked = [fact for rule in rules for fact in rule.facts]
    bounds = (bound for fact in asked for bound in fact.bounds if bound)
    return {**dict.fromkeys(bounds, date), **{fact.name: fact.type for fact in asked}}


def _impossible(asked: Iterable[Argument], facts: TypedFacts, on: date) -> str:
    """Why the first of these dates that cannot be cannot; empty where all can."""
    return next(filter(None, (why_impossible(each.name, each.bounds, facts, on) for each in asked)), "")


def decide(
    rulebook: Rulebook,
    programme: Programme,
    stage: Stage,
    case: Case,
    on: date,
    waived: Iterable[Thing] = (),
) -> Decision:
    """What the rules of a stage say about one case; the same arguments as `StageReading`, which decides on many."""
    return StageReading(rulebook, programme, stage, on, waived).decide(case)


def _first_day_for_all(
    verdicts: tuple[Verdict, ...], verdicts_on: Callable[[date], tuple[Verdict, ...]], rounds: int
) -> date | None:
    """The first day on which every rule is met: asked again, because by then another may have come to be unmet."""
    for _ in range(rounds):
        day = max(each.eligible_from for each in verdicts if each.outcome is Outcome.NOT_YET and each.eligible_from)
        verdicts = verdicts_on(day)
        worst = max((verdict.outcome for verdict in verdicts), default=Outcome.REFER)
        if worst is not Outcome.NOT_YET:
            return day if worst < Outcome.NOT_YET else None
    return None


@attrs.frozen
class ReadyRule:
    """A rule with what the design states for it, or why that cannot be used.

    Attributes:
        rule: the rule.
        words: what people are called here.
        stated: the values of its parameters, by the name of the argument.
        unclear: why it cannot be asked of anybody; empty where it can.
        waived: whether the service has recorded a decision not to follow it.
        in_force: tells of a day whether the rule applies on it; None where that is the same on all days.
        ends: of the ranges among what is stated; the rule is met where it is with each of them.
    """

    rule: Rule
    words: Mapping[str, str]
    stated: Mapping[str, Any]
    unclear: str
    waived: bool
    in_force: Callable[[date], bool] | None = None
    ends: StatedEnds = attrs.field(factory=StatedEnds)
    _constant_verdict: list[Verdict] = attrs.field(factory=list, init=False, eq=False)
    """The one verdict on every case and day, where the rule looks at neither, so that it is asked once."""

    @classmethod
    def of(
        cls, rule: Rule, programme: Programme, words: Mapping[str, str], waived: Collection[Thing] = frozenset()
    ) -> Self:
        """Makes a rule ready for a programme, where rules with their places are waived if they may be."""
        set_aside = rule.waivable and (rule.id, ()) in waived
        in_force = partial(rule.applies_to, programme) if rule.changes else None
        stated: dict[str, Any] = {}
        for argument in rule.asked_of(programme):
            value = programme.value(path := rule.path(argument))
            if value is None:
                return cls(rule, words, {}, f"the programme does not state {argument.name}", set_aside, in_force)
            try:
                unmet = () if (rule.id, path) in waived else unmet_limits(argument.limits, value)
                if any(limit.strength is Strength.MUST for limit in unmet):
                    is_ = "is, or may be," if isinstance(value, Inexact) else "is"
                    why = f"what the programme states as {argument.name} {is_} outside its limits"
                    return cls(rule, words, {}, why, set_aside, in_force)
            except UnitsDifferError:
                why = f"what the programme states as {argument.name} has units that cannot be compared with its limits"
                return cls(rule, words, {}, why, set_aside, in_force)
            stated[argument.name] = value
        return cls(rule, words, stated, "", set_aside, in_force, StatedEnds.of(stated))

    @property
    def binds(self) -> bool:
        """Whether a case does not go on where the rule is not met, or cannot be asked."""
        return (self.rule.strength is Strength.MUST or self.rule.refers) and not self.waived

    def values_on(self, on: date) -> dict[str, Any]:
        """The values of those arguments that are the same for everybody on a day."""
        return {**self.stated, "on": on}

    def verdict(self, facts: TypedFacts, on: date, *, look_ahead: bool = True) -> Verdict:
        """What the rule says about a case with these facts on a day, and from which day on it would be met.

        Args:
            facts: of the case.
            on: the day.
            look_ahead: whether to look for the day on which it would be met.
        """
        if self._constant_verdict:
            return self._constant_verdict[0]
        verdict = self._verdict_on(facts, on, look_ahead)
        if self.unclear or not (self.rule.facts or self.rule.depends_on_day or self.in_force):
            self._constant_verdict.append(verdict)
        return verdict

    def _verdict_on(self, facts: TypedFacts, on: date, look_ahead: bool) -> Verdict:
        rule, waived = self.rule, self.waived
        values, unclear = self.argument_values(facts, on)
        if not unclear:
            try:
                if self.met_on(values, on):
                    return Verdict(rule, Outcome.PROCEED, waived=waived)
                unclear = self.ends.unsettled(rule.answer, {**values, "on": on}) if rule.has_function else ""
                later = self.first_day_met(values, on) if look_ahead and not unclear else None
            except CrashedError as crash:
                unclear = f"the rule could not be applied: {crash}"
        if unclear:
            return Verdict(rule, Outcome.REFER if self.binds else Outcome.NOTE, unclear, waived=waived)
        unmet = Outcome.REFER if rule.refers else Outcome.NOT_YET if later else Outcome.STOP
        shown = {**values, **rule.values_on(on)}
        return Verdict(rule, unmet if self.binds else Outcome.NOTE, "", later, waived, shown, self.words)

    def argument_values(self, facts: TypedFacts, on: date) -> tuple[dict[str, Any], str]:
        """The values of the rule's arguments, and why it cannot be asked, where it cannot."""
        values = self.values_on(on)
        if unclear := self.unclear or _impossible(self.rule.facts, facts, on):
            return values, unclear
        for argument in self.rule.facts:
            fact = facts.get(argument.name)
            if fact is None:
                return values, f"{argument.name} is not known"
            if fact is WRONG_KIND:
                return values, f"{argument.name} is the wrong kind of value"
            values[argument.name] = fact
        return values, ""

    def met(self, values: Mapping[str, Any]) -> bool:
        """Whether the rule is met, from the values of all its arguments, each known and of its type.

        Raises:
            CrashedError: where the rule does not answer.
        """
        return not self.rule.has_function or self.ends.all_met(self.rule.answer, values)

    def met_on(self, values: Mapping[str, Any], day: date) -> bool:
        """Whether the rule is met on a day, as it is while it is not in force.

        Raises:
            CrashedError: where the rule does not answer.
        """
        return (self.in_force is not None and not self.in_force(day)) or self.met({**values, "on": day})

    def first_day_met(self, values: Mapping[str, Any], on: date) -> date | None:
        """The first day after `on` on which the rule, unmet then, is met, however long that takes; None for no day.

        The rule itself is asked about later days, so that no rule computes a date of its own. One that has to be asked
        about each day is asked about `MOST_DAYS_ONE_BY_ONE`.

        Raises:
            CrashedError: where the rule does not answer for some later day.
        """
        return self.day_of_change(values, on, None, met=True)

    def day_of_change(
        self, values: Mapping[str, Any], on: date, days: int | None, *, met: bool, step: int = 1
    ) -> date | None:
        """The nearest day on which the rule is `met`, as `values.day_of_change` finds it; None for no day.

        Raises:
            CrashedError: where the rule does not answer for some day on the way.
        """
        if not self.rule.depends_on_day and self.in_force is None:
            return None
        return day_of_change(partial(self.met_on, values), on, days, met=met, step=step)
