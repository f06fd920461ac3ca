"""What limits of several rules say of one key, told once.

Of limits that no value keeps to together, such as at least a year and at most six months, a person decides. A limit
that contains a stricter one, as 31 days do one week, needs no finding beside that of the stricter.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, permutations
from typing import NamedTuple

import attrs

from mentorkit.core.arguments import Argument
from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.limit import AtLeast, AtMost, Bound, Limit, OneOf
from mentorkit.core.rule import Rule
from mentorkit.core.unmet import limit_holds
from mentorkit.programme.path import Path


class AtOdds(NamedTuple):
    """Two limits of different rules on one key that no value keeps to together.

    Attributes:
        path: of the key.
        first: the one rule.
        first_limit: its limit.
        second: the other rule.
        second_limit: the limit of that.
    """

    path: Path
    first: Rule
    first_limit: Limit
    second: Rule
    second_limit: Limit

    @property
    def rules(self) -> tuple[str, str]:
        """The ids of both."""
        return self.first.id, self.second.id


def limits_at_odds(parameters: Mapping[Path, Iterable[tuple[Rule, Argument]]]) -> Iterator[AtOdds]:
    """The limits that no value keeps to together, of these rules that ask for the value at a path."""
    for path, users in parameters.items():
        held = [(rule, limit) for rule, argument in users for limit in argument.limits]
        for (first, first_limit), (second, second_limit) in combinations(held, 2):
            if first.id != second.id and _exclude(first_limit, second_limit):
                yield AtOdds(path, first, first_limit, second, second_limit)


def told_once(reading: DesignReading, findings: list[Finding]) -> list[Finding]:
    """The findings, with one for all that rules say of a value whose limits are at odds, which is then not settled.

    So there is of a value outside a limit and a stricter one that binds as much. What is waived stays as it is: then
    the service has decided.
    """
    for each in limits_at_odds(reading.parameters):
        of_both = [
            found for found in findings if found.path == each.path and not set(each.rules).isdisjoint(found.rules)
        ]
        stated = reading.programme.value(each.path) is not None
        if not of_both or not stated or any(found.waived for found in of_both):
            continue
        told = _of_both(each, of_both)
        findings = [told if found is of_both[0] else found for found in findings if found not in of_both[1:]]
    for path in dict.fromkeys(found.path for found in findings):
        users = reading.parameters.get(path, ()) if reading.programme.value(path) is not None else ()
        limits = [(rule, argument, limit) for rule, argument in users for limit in argument.limits]
        for mild, strict in permutations(limits, 2):
            if _contains(mild[-1], strict[-1]):
                findings = _strictest(findings, *(_told_of(reading, path, *each, findings) for each in (mild, strict)))
    return findings


def _contains(mild: Limit, strict: Limit) -> bool:
    """Whether every value inside the one bound is inside the other, which is stricter."""
    if not (isinstance(mild, Bound) and isinstance(strict, Bound)) or type(mild) is not type(strict):
        return False
    return limit_holds(mild, strict.bound) is True and limit_holds(strict, mild.bound) is False


def _told_of(
    reading: DesignReading, path: Path, rule: Rule, argument: Argument, limit: Limit, findings: list[Finding]
) -> Finding | None:
    """What is found of a value outside a limit, unless it is waived."""
    value = reading.programme.value(path)
    message, _ = limit.message_and_fix(reading.book.describe(rule, argument), value)
    return next(
        (
            found
            for found in findings
            if found.path == path and rule.id in found.rules and found.message.startswith(message) and not found.waived
        ),
        None,
    )


def _strictest(findings: list[Finding], mild: Finding | None, strict: Finding | None) -> list[Finding]:
    """The findings with one instead of these two, where both are there and the stricter one binds as much."""
    if mild is None or strict is None or mild is strict or mild.strength > strict.strength:
        return findings
    told = attrs.evolve(
        strict,
        rules=tuple(dict.fromkeys([*strict.rules, *mild.rules])),
        sources=tuple(dict.fromkeys([*strict.sources, *mild.sources])),
        notes=tuple(dict.fromkeys([*strict.notes, *mild.notes])),
    )
    return [told if found is strict else found for found in findings if found is not mild]


def _exclude(one: Limit, other: Limit) -> bool:
    """Whether no value is inside both limits."""
    if isinstance(one, OneOf) and isinstance(other, OneOf):
        return not set(one.values) & set(other.values)
    low, high = (one, other) if isinstance(one, AtLeast) else (other, one)
    return isinstance(low, AtLeast) and isinstance(high, AtMost) and limit_holds(high, low.bound) is False


def _of_both(each: AtOdds, of_both: list[Finding]) -> Finding:
    first = max(of_both, key=lambda found: found.strength)
    wanted = f"{each.first.id} asks for {each.first_limit.words}, and {each.second.id} for {each.second_limit.words}"
    sources = [source for found in of_both for source in found.sources]
    sources += [*each.first_limit.sources, *each.second_limit.sources]
    return attrs.evolve(
        first,
        rules=tuple(dict.fromkeys([*first.rules, *(rule for found in of_both for rule in found.rules), *each.rules])),
        kind=FindingKind.NOT_SETTLED,
        message=f"{first.message}; {wanted}: no value keeps to both",
        fix="decide which of the two fits here, and record a waiver of the other",
        sources=tuple(dict.fromkeys(sources)),
    )
