"""What is due: which rules are met today and will not be for long, and which were met and are not any more.

Each rule is asked for the days around; none computes a date of its own. So whatever has a rhythm or runs out is found,
supervision, reviews, checks and awards alike, from whichever sector.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import attrs

from mentorkit.core.case_reading import Case, Outcome, ReadyRule, Verdict, fact_types
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.tables import Programme
from mentorkit.toml.typed_facts import LONGEST_LIFE_DAYS, TypedFacts, typed_facts
from mentorkit.values.crash_log import CrashedError
from mentorkit.values.zoned_time import day_of, in_utc

_ONE_DAY = timedelta(days=1)
_LONGEST_WAIT_DAYS = 5 * 366
"""The longest wait in the evidence is three years; one that is longer than this may come from a wrong date."""


@attrs.frozen
class DueItem:
    """Something that is to be done for a case.

    Attributes:
        case: the id of the case.
        rule: the rule that asks for it.
        by: the last day on which it is in time; None if that cannot be said.
        overdue: whether that day has passed.
        unclear: why it cannot be said, or cannot be after that day, or that it is the earliest of several; without
            values of people.
        fix: what to do, in the words of the rule.
        step: which of the steps after an incident it is; empty for what the rule itself asks.
        moment: the last moment at which a step is in time; None for what is due on a day.
        person: the id of the person who went through the incident; empty where nobody knows.
        by_whom: the ids of the practitioners who take the step; empty where nobody can be named.
        too_old: whether the incident is too old for a first step.
        is_open: whether a person has to settle something before the step is taken, as `unclear` says.
    """

    case: str
    rule: Rule
    by: date | None
    overdue: bool = False
    unclear: str = ""
    fix: str = ""
    step: str = ""
    moment: datetime | None = None
    person: str = ""
    by_whom: str = ""
    too_old: bool = False
    is_open: bool = False

    @property
    def what(self) -> str:
        """What is to be done."""
        return self.step or self.rule.name

    @property
    def whose(self) -> str:
        """The id of the case, and that of the person to whom an incident happened."""
        return f"{self.case} ({self.person})" if self.person else self.case

    @property
    def stage(self) -> str:
        """The stage at which it is done."""
        return Stage.GRADUATION.value if self.step else self.rule.area.table

    @property
    def needs_somebody(self) -> bool:
        """Whether somebody has to look at it now: it is overdue, or cannot be said, or something has to be settled."""
        return self.overdue or self.by is None or self.is_open


class Agenda:
    """What is due on a day and for some days after it.

    Args:
        rulebook: the rules.
        programme: the design.
        on: the day.
        days: how many days ahead to look.
        stages: the stages that the cases are at, whose rules are all asked; where empty, those rules are asked of
            which a case has a fact, known or not. Of a case that has none of their facts those are asked of the stages
            that its facts are about, and all of them if its facts are of no stage.
    """

    def __init__(
        self, rulebook: Rulebook, programme: Programme, on: date, days: int, stages: Iterable[Stage] = ()
    ) -> None:
        self.on = on
        self.days = days
        self.stages = frozenset(stages)
        last = on + timedelta(days=min(days, (date.max - on).days))
        changes = [day for day in rulebook.changes if on < day <= last]
        # What a rule asks for is read without regard to the day: a limit may begin to hold within these days.
        timed = [
            rule.id
            for rule in (rulebook.whole or rulebook).rules
            if rule.facts
            and (rule.depends_on_day or rule.changes)
            and any(rule.applies_to(programme, day) for day in (on, *changes))
        ]
        self._ready = _ready_rules(rulebook.on(on), programme, timed)
        self._ready_from = {day: _ready_rules(rulebook.on(day), programme, timed) for day in changes}
        self._types = fact_types(ready.rule for ready in self._ready.values())
        self._stages_of = stages_of_facts(rulebook, programme)

    @property
    def rules(self) -> list[Rule]:
        """The rules that can be due."""
        return [ready.rule for ready in self._ready.values()]

    def asks(self, case: Case) -> bool:
        """Whether a rule can say of a case that something is due."""
        return bool(self._asked(case))

    def due(self, case: Case) -> list[DueItem]:
        """What is due for a case: overdue first, then by date; what cannot be dated comes last."""
        facts = typed_facts(case.facts, self._types)
        return sorted((due for ready in self._asked(case) if (due := self._due(ready, case, facts))), key=due_order)

    def _asked(self, case: Case) -> list[ReadyRule]:
        ready_rules = list(self._ready.values())
        if self.stages:
            return [ready for ready in ready_rules if ready.rule.stage in self.stages]
        about = [ready for ready in ready_rules if any(fact.name in case.facts for fact in ready.rule.facts)]
        if about:
            return about
        # Somebody who leaves is not asked what those who stay are asked; of whom nothing is known, nothing is in time.
        stages = {stage for name in case.facts for stage in self._stages_of.get(name, ())}
        return [ready for ready in ready_rules if not stages or ready.rule.stage in stages]

    def _due(self, ready: ReadyRule, case: Case, facts: TypedFacts) -> DueItem | None:
        values, unclear = ready.argument_values(facts, self.on)
        rule = ready.rule
        if unclear:
            return DueItem(case.id, rule, None, unclear=unclear)
        tables = {name: table.on(max(self.on, min(table.values))) for name, table in rule.tables.items()}
        fix = Verdict(rule, Outcome.NOT_YET, values={**values, **tables}, words=ready.words).fix()
        ranges = ready.ends.words
        earliest = f"the design states a range ({ranges}), so the earliest date counts" if ranges else ""
        try:
            if ready.met_on(values, self.on):
                settled = self._to_settle(ready, case, facts)
                change = ready.day_of_change(values, self.on, self.days + 1, met=False)
                if change is None or (settled and settled.by and settled.by < change):
                    return settled
                return DueItem(case.id, rule, change - _ONE_DAY, unclear=earliest, fix=fix)
            if last := ready.day_of_change(values, self.on, _days_told_of(values, self.on), met=True, step=-1):
                return DueItem(case.id, rule, last, overdue=True, unclear=earliest, fix=fix)
            first = ready.first_day_met(values, self.on)
            if first and (first - self.on).days <= _LONGEST_WAIT_DAYS:
                return None  # it only needs time, so there is nothing to do
            why = (
                f"it is not met before {first}; check whether that is meant"
                if first
                else "it is met on no day that was looked at"
            )
            return DueItem(case.id, rule, None, unclear=why, fix=fix)
        except CrashedError as crash:
            return DueItem(case.id, rule, None, unclear=f"the rule could not be applied: {crash}")

    def _to_settle(self, ready: ReadyRule, case: Case, facts: TypedFacts) -> DueItem | None:
        """That the rule, which can be asked today, cannot be from a day on, when a limit of the design begins."""
        for day, rules in self._ready_from.items():
            later = rules[ready.rule.id]
            applies = later.in_force is None or later.in_force(day)
            if applies and (unclear := later.argument_values(facts, day)[1]):
                return DueItem(case.id, ready.rule, day - _ONE_DAY, unclear=f"from {day}, {unclear}")
        return None


def _ready_rules(book: Rulebook, programme: Programme, ids: Iterable[str]) -> dict[str, ReadyRule]:
    rules = {rule.id: rule for rule in book.rules}
    return {id_: ReadyRule.of(rules[id_], programme, book.words) for id_ in ids}


def stages_of_facts(rulebook: Rulebook, programme: Programme) -> dict[str, set[Stage]]:
    """At which stages each fact is asked, by a rule of any way of support or by the programme itself."""
    found: dict[str, set[Stage]] = {}
    asked = [(rule.stage, fact.name) for rule in rulebook.rules for fact in rule.facts]
    collected = [(stage, name) for stage in Stage for name in programme.value((stage.value, "collects")) or ()]
    for stage, name in (*asked, *collected):
        if stage:
            found.setdefault(name, set()).add(stage)
    return found


def _days_told_of(values: Mapping[str, Any], on: date) -> int:
    """How many days back to look: past the earliest day that is known of, before which no answer changes by itself."""
    days = [day for value in values.values() if isinstance(value, date) and (day := day_of(value)) < on]
    return min(LONGEST_LIFE_DAYS, (on - min(days, default=on)).days + _LONGEST_WAIT_DAYS)


def due_order(due: DueItem) -> tuple[object, ...]:
    """Sorts what is due: overdue first, then by date and time, then by case; what cannot be dated last."""
    moment = "" if due.moment is None else in_utc(due.moment).isoformat()
    return (not due.overdue, due.by is None, moment, due.by or date.max, due.case, due.rule.id)
