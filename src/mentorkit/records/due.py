"""What is due: which rules are met today and will not be for long, and which were met and are not any more.

Each rule is asked for the days around; none computes a date of its own. So whatever has a rhythm or runs out is found,
supervision, reviews, checks and awards alike, from whichever sector.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import attrs

from mentorkit.core.case_reading import Case, Outcome, ReadyRule, Verdict, fact_types
from mentorkit.core.rule import CrashedError, Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.tables import Programme
from mentorkit.toml.typed_facts import TypedFacts, typed_facts


@attrs.frozen
class DueItem:
    """Something that is to be done for a case.

    Attributes:
        case: the id of the case.
        rule: the rule that asks for it.
        by: the last day on which it is in time; None if that cannot be said.
        overdue: whether that day has passed.
        unclear: why it cannot be said, without values.
        fix: what to do, in the words of the rule.
    """

    case: str
    rule: Rule
    by: date | None
    overdue: bool = False
    unclear: str = ""
    fix: str = ""


class Agenda:
    """What is due on a day and for some days after it.

    Args:
        rulebook: the rules.
        programme: the design.
        on: the day.
        days: how many days ahead to look.
        stages: the stages that the cases are at, whose rules are all asked; where empty, those rules are asked of
            which a case has a fact, known or not.
    """

    def __init__(
        self, rulebook: Rulebook, programme: Programme, on: date, days: int, stages: Iterable[Stage] = ()
    ) -> None:
        self.on = on
        self.days = days
        self.stages = frozenset(stages)
        book = rulebook.on(on)
        last = on + timedelta(days=min(days, (date.max - on).days))
        looked_at = [on, *(day for day in book.changes if on < day <= last)]
        timed = [
            rule
            for rule in book.rules
            if rule.facts
            and (rule.depends_on_day or rule.changes)
            and any(rule.applies_to(programme, day) for day in looked_at)
        ]
        self._ready = [ReadyRule.of(rule, programme, rulebook.words) for rule in timed]
        self._types = fact_types(ready.rule for ready in self._ready)

    @property
    def rules(self) -> list[Rule]:
        """The rules that can be due."""
        return [ready.rule for ready in self._ready]

    def due(self, case: Case) -> list[DueItem]:
        """What is due for a case: overdue first, then by date; what cannot be dated comes last."""
        facts = typed_facts(case.facts, self._types)
        asked = (ready for ready in self._ready if self._asks(ready.rule, case))
        return sorted((due for ready in asked if (due := self._due(ready, case, facts))), key=due_order)

    def _asks(self, rule: Rule, case: Case) -> bool:
        if self.stages:
            return rule.stage in self.stages
        return any(fact.name in case.facts for fact in rule.facts)

    def _due(self, ready: ReadyRule, case: Case, facts: TypedFacts) -> DueItem | None:
        values, unclear = ready.argument_values(facts, self.on)
        rule = ready.rule
        if unclear:
            return DueItem(case.id, rule, None, unclear=unclear)
        tables = {name: table.on(max(self.on, min(table.values))) for name, table in rule.tables.items()}
        fix = Verdict(rule, Outcome.NOT_YET, values={**values, **tables}, words=ready.words).fix()
        try:
            if ready.met_on(values, self.on):
                last = ready.last_day_met(values, self.on, days=self.days + 1)
                return DueItem(case.id, rule, last, fix=fix) if last else None
            last = ready.was_met_until(values, self.on)
            return DueItem(case.id, rule, last, overdue=True, fix=fix) if last else None
        except CrashedError as crash:
            return DueItem(case.id, rule, None, unclear=f"the rule could not be applied: {crash}")


def due_order(due: DueItem) -> tuple[object, ...]:
    """Sorts what is due: overdue first, then by date, then by case; what cannot be dated last."""
    return (not due.overdue, due.by is None, due.by or date.max, due.case, due.rule.id)
