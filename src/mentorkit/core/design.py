"""The design reading: what the rules say about a programme before anybody takes part in it.

For each rule that applies: its parameters are stated, and inside each limit; its facts are collected at its stage or
before; what it says of the parameters alone holds; and what it finds in the whole design. A thing that several rules
need is missing once, and names them all.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from mentorkit.core.duration import UnitsDifferError
from mentorkit.core.finding import Finding
from mentorkit.core.limit import Includes, IncludesOneOf, Limit, OneOf, listed, unmet, written
from mentorkit.core.paths import Path
from mentorkit.core.programme import Programme
from mentorkit.core.rule import Argument, CrashedError, Problem, Rule
from mentorkit.core.rulebook import Rulebook, shared_key
from mentorkit.core.strength import Kind, Strength
from mentorkit.core.suggest import did_you_mean
from mentorkit.core.words import in_words

_VERBS = {Strength.MUST: "has to", Strength.SHOULD: "should", Strength.CAUTION: "had better"}


def read_design(rulebook: Rulebook, programme: Programme, on: date) -> list[Finding]:
    """What the rules say about a design, without the places in the file.

    Args:
        rulebook: the rules.
        programme: the design.
        on: the date of the reading, for rules that look at dates in the design.
    """
    applied = [rule for rule in rulebook.rules if rule.applies is None or rule.applies.holds(programme)]
    reading = _Reading(rulebook, programme, applied)
    return [*reading.unstated(), *reading.outside_limits(), *reading.uncollected(), *reading.answers(on)]


class _Reading:
    def __init__(self, rulebook: Rulebook, programme: Programme, applied: list[Rule]) -> None:
        self.book = rulebook
        self.programme = programme
        self.applied = applied
        ids = {rule.id for rule in applied}
        self.parameters = {
            path: kept
            for path, users in rulebook.parameters().items()
            if (kept := [(rule, argument) for rule, argument in users if rule.id in ids])
        }

    def finding(
        self, rules: Iterable[Rule], path: Path, kind: Kind, message: str, fix: str, strength: Strength | None = None
    ) -> Finding:
        """A finding that names rules, the most binding first, and cites them unless a limit does."""
        ordered = sorted(rules, key=lambda rule: (-rule.strength, rule.id))
        return Finding(
            rules=tuple(rule.id for rule in ordered),
            name=ordered[0].name,
            strength=strength or ordered[0].strength,
            kind=kind,
            path=path,
            message=in_words(message, self.book.words) if "{" in message else message,
            fix=fix,
            sources=tuple(dict.fromkeys(source for rule in ordered for source in rule.all_sources)),
        )

    def unstated(self) -> Iterator[Finding]:
        """One finding for each parameter that the design does not state."""
        for path, users in self.parameters.items():
            if self.programme.value(path) is None:
                rules = {rule.id: rule for rule, _ in users}.values()
                strongest = max(users, key=lambda user: user[0].strength)
                example = _example(*strongest)
                fix = f"state {path[-1]}" + (f", such as {path[-1]} = {example}" if example else "")
                yield self.finding(rules, path, Kind.NOT_SETTLED, self.book.describe(*strongest), fix)

    def outside_limits(self) -> Iterator[Finding]:
        """One finding for each limit that a stated value is outside of; a limit that rules share is told once."""
        for path, users in self.parameters.items():
            value = self.programme.value(path)
            if value is None:
                continue
            shared: dict[int, list[tuple[Rule, Argument]]] = {}
            for rule, argument in users:
                shared.setdefault(id(argument.declared), []).append((rule, argument))
            for sharing in shared.values():
                yield from self._unmet(path, value, sharing)

    def _unmet(self, path: Path, value: Any, sharing: list[tuple[Rule, Argument]]) -> Iterator[Finding]:
        rules = [rule for rule, _ in sharing]
        described = self.book.describe(*sharing[0])
        limits = sharing[0][1].limits
        try:
            outside = unmet(limits, value)
        except UnitsDifferError as problem:
            strongest = max(limits, key=lambda limit: limit.strength)
            fix = f"state it so that it can be held against {strongest.words}"
            message = f"{described} cannot be judged: {problem}"
            yield self.finding(rules, path, Kind.NOT_SETTLED, message, fix, strongest.strength)
            return
        for limit in outside:
            own_fix = rules[0].fix if len(rules) == 1 and not rules[0].judges else ""
            message, fix = _limit_message(described, value, limit)
            found = self.finding(rules, path, Kind.FALLS_SHORT, message, own_fix or fix, limit.strength)
            yield attrs.evolve(found, sources=limit.sources)

    def uncollected(self) -> Iterator[Finding]:
        """One finding for each fact that nobody is asked at the stage of a rule that needs it, or before."""
        needed: dict[tuple[str, Path], list[tuple[Rule, Argument]]] = {}
        for rule in self.applied:
            if rule.stage is None:
                continue
            asked = {
                name for stage in rule.stage.reached for name in self.programme.value((stage.value, "collects")) or ()
            }
            for argument in rule.facts:
                if argument.name not in asked:
                    needed.setdefault((argument.name, (rule.stage.value, "collects")), []).append((rule, argument))
        for (name, path), users in needed.items():
            message = f'nobody asks for "{name}": {self.book.describe(*users[0])}'
            fix = f'ask it, and add "{name}" to collects in [{path[0]}]'
            yield self.finding([rule for rule, _ in users], path, Kind.NOT_SETTLED, message, fix)

    def answers(self, on: date) -> Iterator[Finding]:
        """What rules say that judge the parameters alone, or search the whole design."""
        for rule in self.applied:
            try:
                if rule.looks_at_design:
                    for problem in rule.search(self.programme, on):
                        yield self._found(rule, problem)
                elif rule.judges and not rule.facts:
                    yield from self._judged(rule)
            except CrashedError as crash:
                message = f"this rule could not be applied: {crash}"
                yield self.finding([rule], (), Kind.FALLS_SHORT, message, f"tell the makers of the plugin {rule.owner}")

    def _found(self, rule: Rule, problem: Problem) -> Finding:
        fix = in_words(problem.fix or rule.fix, self.book.words)
        return self.finding([rule], problem.path, problem.kind, problem.message, fix)

    def _judged(self, rule: Rule) -> Iterator[Finding]:
        values = {argument.name: self.programme.value(rule.path(argument)) for argument in rule.parameters}
        if any(value is None for value in values.values()) or rule.answer(values):
            return
        shown = {name: written(value) for name, value in values.items()}
        message = in_words(rule.unmet, self.book.words, shown)
        fix = in_words(rule.fix, self.book.words, shown)
        yield self.finding([rule], rule.path(rule.parameters[0]), Kind.FALLS_SHORT, message, fix)


def _example(rule: Rule, argument: Argument) -> str:
    shared = shared_key(rule.path(argument))
    return argument.declared.example or (shared.example if shared else "")  # type: ignore[union-attr]


def _limit_message(described: str, value: Any, limit: Limit) -> tuple[str, str]:
    """What is wrong with a value outside a limit, and what to do."""
    verb = _VERBS[limit.strength]
    if isinstance(limit, Includes):
        missing = limit.missing(value)
        misspelt = [(entry, near) for entry in missing if (near := did_you_mean(entry, value))]
        fix = f"add {listed(missing, 'and')}"
        fix += "".join(f'; or is "{near}" the same? Then call it "{entry}"' for entry, near in misspelt)
        return f"{described}: {listed(missing, 'and')} {verb} be among them", fix
    if isinstance(limit, IncludesOneOf):
        return f"{described}: one of {listed(limit.entries, 'and')} {verb} be among them", "add one of them"
    if isinstance(limit, OneOf):
        return f"{described}: {written(value)}, but it {verb} be {limit.words}", f"make it {limit.words}"
    return f"{described}: {written(value)}, but it {verb} be {limit.words}", f"state {limit.words}"
