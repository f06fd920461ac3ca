"""What the dates that a plugin asks of people declare: what they cannot be before, and after."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from mentorkit.core.arguments import Argument
from mentorkit.core.case_reading import Case, Outcome, decide
from mentorkit.registry.rulebook_of import ClashError
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase
from mentorkit.testing.plugin_under_test import PluginUnderTest

_DATES = (date, datetime)
_PAST = re.compile(r"\b(was|were|did|had|has|have|since)\b", re.IGNORECASE)
"""Words of a question that asks about what has happened."""


def dates(under_test: PluginUnderTest) -> Iterator[Advice]:
    """A bound of a date is a date that somebody asks for, and what has happened has not happened in the future.

    A question in the past tense says that a date tells of the past. Where a day in the future still lets somebody go on
    in a case of a rule, nobody has said that it cannot be.
    """
    book = under_test.book
    try:
        known = under_test.with_standards.facts()
    except ClashError:  # reported by the fourth law
        known = book.facts()
    everybody_asks = {name: users[0][1] for name, users in known.items()}
    for name, askers in book.facts().items():
        asked = askers[0][1]
        place = under_test.place(askers[0][0])
        for message, fix in _wrong_bounds(asked, everybody_asks):
            yield Advice("dates", place, f"the fact {name} {message}", fix)
        if asked.type in _DATES and asked.bounds[1] != "on" and _PAST.search(book.question(name)):
            ids = {rule.id for rule, _ in askers}
            cases = (case for case in under_test.cases if case.rule.id in ids and name in case.data.get("facts", {}))
            if let_through := next(filter(lambda case: _goes_on_with_the_future(case, name), cases), None):
                message = f"asks about the past, and with a day in the future {let_through} lets somebody go on"
                fix = 'give its Fact not_after="on"; or ask what is ahead, as in "On which day does it end?"'
                yield Advice("dates", place, f"the fact {name} {message}", fix)


def _wrong_bounds(asked: Argument, facts: Mapping[str, Argument]) -> Iterator[tuple[str, str]]:
    """What a date cannot be before or after, where that is no other date, or leads back to the same date."""
    bounds = [bound for bound in asked.bounds if bound and bound != "on"]
    if any(asked.bounds) and asked.type not in _DATES:
        yield "has not_before or not_after and is not a date", "leave them out, or make the fact a date"
    for bound in bounds:
        if bound not in facts or facts[bound].type not in _DATES:
            yield f"is compared with {bound}, which is not a fact that is a date", "write the name of a fact, or on"
    for way in (0, 1):
        seen, at = [asked.name], asked.bounds[way]
        while at in facts and at not in seen:
            seen.append(at)
            at = facts[at].bounds[way]
        if at == asked.name:
            yield f"is compared with itself: {', '.join([*seen, at])}", "leave one of these out"


def _goes_on_with_the_future(case: RuleCase, name: str) -> bool:
    """Whether the rule of a case is met with a day in the future."""
    stage = case.rule.stage
    is_moment = isinstance(case.data["facts"][name], datetime)
    for day in (case.on + timedelta(days=days) for days in (1, 366)):
        later = datetime.combine(day, time(12), UTC) if is_moment else day
        facts = Case(str(case), {**case.data["facts"], name: later})
        if stage and decide(case.book, case.programme, stage, facts, case.on).outcome is Outcome.PROCEED:
            return True
    return False
