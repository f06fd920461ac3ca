"""The design reading: what the rules say about a programme before anybody takes part in it.

For each rule that applies: its parameters are stated, and inside each limit; its facts are collected at its stage or
before; what it says of the parameters alone holds; and what it finds in the whole design. A thing that several rules
need is missing once, and names them all.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from functools import cached_property, partial
from typing import Any, NamedTuple

import attrs

from mentorkit.core.arguments import Argument, View
from mentorkit.core.finding import Finding, FindingKind, Problem, Thing
from mentorkit.core.limit import Includes, IncludesOneOf, Limit
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import STANDARDS, Rulebook, example_at
from mentorkit.core.source import Source
from mentorkit.core.stage import Stage
from mentorkit.core.strength import Strength
from mentorkit.core.unmet import limit_holds, unmet_limits
from mentorkit.programme.open_lists import not_in_list, not_said_complete, or_complete, outermost
from mentorkit.programme.path import Path, path_of
from mentorkit.programme.ranges import said_of
from mentorkit.programme.shared_keys import ways_of_shared
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import perhaps_the_same
from mentorkit.text.values_in_text import spoken
from mentorkit.text.words import in_words
from mentorkit.values.crash_log import CrashedError, call_plugin
from mentorkit.values.duration import Duration, UnitsDifferError
from mentorkit.values.inexact import Inexact, NotExactError, exactly, lowest


class _Demand(NamedTuple):
    """A limit, with the rule that sets it and the argument that it is set on."""

    rule: Rule
    argument: Argument
    limit: Limit


def read_design(rulebook: Rulebook, programme: Programme, on: date, waived: Collection[Thing] = ()) -> list[Finding]:
    """What the rules say about a design, without the places in the file; waived are those of `DesignReading.findings`.

    Args:
        rulebook: the rules.
        programme: the design.
        on: the date of the reading, for rules that look at dates in the design.
        waived: what the service has a waiver for.
    """
    return DesignReading(rulebook, programme, on).findings(waived)


class DesignReading:
    """A design read by the rules of a day; where more is waived, it says again what they find, and asks them no more.

    Attributes:
        book: the rules of the day.
        programme: the design.
        on: the day.
    """

    def __init__(self, rulebook: Rulebook, programme: Programme, on: date) -> None:
        self.book = rulebook.on(on)
        self.programme = programme
        self.on = on
        self.applied: list[Rule] = []
        self.waiting: dict[Path, list[Rule]] = {}
        self.views: dict[type[View], View | CrashedError | None] = {}
        for rule in self.book.rules_for(programme):
            needs = rule.applies.waits_for(programme, self.book.day) if rule.applies is not None else ()
            waits_for = [path for path in map(path_of, needs) if programme.may_offer(ways_of_shared(path))]
            for path in waits_for:
                self.waiting.setdefault(path, []).append(rule)
            if not waits_for:
                self.applied.append(rule)
        ids = {rule.id for rule in self.applied}
        asked = {
            path: tuple((rule, each) for rule, each in users if rule.id in ids and programme.may_offer(each.ways))
            for path, users in self.book.parameters.items()
        }
        self.parameters = {path: users for path, users in asked.items() if users}

    def findings(self, waived: Collection[Thing] = ()) -> list[Finding]:
        """What the rules say, without the places in the file.

        Args:
            waived: the rules, each with a place or a missing entry, that the service has a waiver for; entries that are
                waived are separated from others of the same list, so that they can be set aside alone.
        """
        before, behind = self._found_once
        return [*before, *self.outside_limits(waived), *behind]

    @cached_property
    def _found_once(self) -> tuple[list[Finding], list[Finding]]:
        """What is the same whatever is waived, before and behind what is outside limits."""
        return [*self.not_stated()], [*self.not_collected(), *self.function_findings()]

    def finding(
        self,
        rules: Iterable[Rule],
        path: Path,
        kind: FindingKind,
        message: str,
        fix: str,
        *,
        strength: Strength | None = None,
        sources: Iterable[Source] = (),
        brief: str = "",
    ) -> Finding:
        """A finding that names rules, the most binding first, and cites them where nothing else is to be cited."""
        ordered = sorted(rules, key=lambda rule: (-rule.strength, rule.id))
        return Finding(
            rules=tuple(rule.id for rule in ordered),
            name=ordered[0].name,
            strength=strength or ordered[0].strength,
            kind=kind,
            path=path,
            message=message,
            fix=fix,
            sources=tuple(dict.fromkeys(sources or (source for rule in ordered for source in rule.sources))),
            notes=tuple(f"{rule.id} is {rule.review_in_words}" for rule in ordered if rule.guards_safety),
            brief=brief,
        )

    def not_stated(self) -> Iterator[Finding]:
        """One finding for each thing that the design does not state and that a rule reads, or has to know to apply."""
        for path in dict.fromkeys((*self.parameters, *self.waiting)):
            if self.programme.value(path) is not None:
                continue
            users = tuple(user for user in self.parameters.get(path, ()) if not user[1].optional)
            waiting = self.waiting.get(path, [])
            if not (users or waiting):
                continue
            asking = (path, *(rule.id for rule, _ in users), "", *(rule.id for rule in waiting))
            if asking not in self.book.unstated:  # most designs leave the same things out
                self.book.unstated[asking] = self._unstated(path, users, waiting)
            yield self.book.unstated[asking]

    def _unstated(self, path: Path, users: tuple[tuple[Rule, Argument], ...], waiting: list[Rule]) -> Finding:
        rules = {rule.id: rule for rule in (*(rule for rule, _ in users), *waiting)}.values()
        described = self.book.describe_key(path)
        fix = f"state {path[-1]}" + (f", such as {path[-1]} = {shown}" if (shown := example_at(path, users)) else "")
        own_fix = self._own_fix(users[0][0]) if len(users) == 1 else ""
        message = f"the programme does not state {path[-1]}: {described}"
        fix = f"{fix}; {own_fix}" if own_fix else fix
        return self.finding(rules, path, FindingKind.NOT_SETTLED, message, fix, brief=described)

    def outside_limits(self, waived: Collection[Thing]) -> Iterator[Finding]:
        """One finding for each limit that a stated value is outside of; a limit that rules share is reported once."""
        for path, users in self.parameters.items():
            value = self.programme.value(path)
            if value is None:
                continue
            # Rules that share a declaration, or demand the same in declarations of their own, tell it once.
            alike: dict[tuple[type[Limit], str], list[_Demand]] = {}
            lists: list[_Demand] = []
            incomparable: list[tuple[Rule, Argument, UnitsDifferError]] = []
            for rule, argument in users:
                try:
                    if {"on", argument.name} <= set(rule.arguments) and isinstance(end := lowest(value), Duration):
                        _ = end.in_days  # a length that is added to a date cannot be stated in hours
                    outside = unmet_limits(argument.limits, value)
                except UnitsDifferError as problem:
                    incomparable.append((rule, argument, problem))
                    continue
                for limit in outside:
                    demands = lists if isinstance(limit, Includes) else alike.setdefault((type(limit), limit.words), [])
                    demands.append(_Demand(rule, argument, limit))
            for demands in alike.values():
                yield self._outside_finding(path, value, demands)
            yield from self._missing_entries(path, value, lists, waived)
            if incomparable:
                yield self._incomparable_finding(path, incomparable)

    def _outside_finding(self, path: Path, value: Any, demands: list[_Demand]) -> Finding:
        """A value outside a limit, and what other sectors say of the same thing."""
        rule, argument, limit = max(demands, key=lambda demand: demand.limit.strength)
        message, fix = limit.message_and_fix(self.book.describe(rule, argument), value)
        asked = limit.entries if isinstance(limit, IncludesOneOf) else ()
        for owner, words in self._other_sectors(path, value, rule, limit):
            here, there = (self.book.sectors[name].title for name in (rule.owner, owner))
            message += f"; {here} says this, but {there} says {words}"
        fix = (self._own_fix(rule) or fix) + perhaps_the_same(asked, value, self.book.key(path).synonyms)
        return self._limit_finding(demands, path, message, fix, limit)

    def _missing_entries(
        self, path: Path, value: Any, demands: list[_Demand], waived: Collection[Thing]
    ) -> Iterator[Finding]:
        """One finding for each strength, with all that a list lacks; an entry is reported once, where it binds most."""
        wanted: dict[str, list[_Demand]] = {}
        for demand in demands:
            for entry in demand.limit.missing(value) if isinstance(demand.limit, Includes) else ():
                wanted.setdefault(entry, []).append(demand)
        asked = {entry for demand in demands for entry in demand.limit.entries}  # type: ignore[attr-defined]
        together: dict[tuple[Strength, bool], list[str]] = {}
        for entry, asking in wanted.items():
            aside = all((demand.rule.id, (*path, entry)) in waived for demand in asking)
            together.setdefault((max(demand.limit.strength for demand in asking), aside), []).append(entry)
        for (strength, _), entries in together.items():
            asking = list({id(demand): demand for entry in entries for demand in wanted[entry]}.values())
            limit = Includes(entries=tuple(entries), strength=strength)
            message, fix = limit.message_and_fix(self.book.describe(asking[0].rule, asking[0].argument), value)
            others = [each for each in value if each not in asked]  # what is asked for itself is no other word for this
            fix += perhaps_the_same(entries, others, self.book.key(path).synonyms)
            fixes = dict.fromkeys((fix, *(self._own_fix(demand.rule) for demand in asking)))
            told = self._limit_finding(asking, path, message, "; ".join(filter(None, fixes)), limit)
            missing = [(demand.rule.id, (*path, entry)) for entry in entries for demand in wanted[entry]]
            brief = not_in_list(entries) if told.open_list else ""
            yield attrs.evolve(told, named=tuple(missing), brief=brief)

    def _limit_finding(self, demands: list[_Demand], path: Path, message: str, fix: str, limit: Limit) -> Finding:
        rules = {demand.rule.id: demand.rule for demand in demands}.values()
        sources = [source for demand in demands for source in demand.limit.sources]
        kind, value = FindingKind.FALLS_SHORT, self.programme.value(path)
        if isinstance(value, Inexact) and limit_holds(limit, value) is None:
            kind, fix = FindingKind.NOT_SETTLED, f"{fix}, or state it as one value"
            message += f"; {value.in_full} does not settle this"
        told = self.finding(rules, path, kind, message, fix, strength=limit.strength, sources=sources)
        return self._if_complete(told, path if limit.met_by_more and isinstance(value, tuple) else ())

    def _if_complete(self, found: Finding, path: Path) -> Finding:
        """What a list lacks: it falls short where the list names all that there is, and is not settled otherwise."""
        if not path or self.programme.says_all(path):
            return found
        brief, fix = f"{found.message}; {not_said_complete(path, found.path)}", f"{found.fix}; {or_complete(path)}"
        return attrs.evolve(found, kind=FindingKind.NOT_SETTLED, open_list=outermost(path), brief=brief, fix=fix)

    def _other_sectors(self, path: Path, value: Any, rule: Rule, limit: Limit) -> Iterator[tuple[str, str]]:
        """What each other sector says of a value in its place of this limit: what the value fails, or what it keeps to.

        A sector that asks for more than the shared standards do not contradicts nobody, so of those only what the
        value fails is said.
        """
        if limit.cumulative:
            return
        others: dict[str, list[tuple[bool, Limit]]] = {}
        for user, argument in self.parameters[path]:
            for other in argument.limits if user.owner != rule.owner else ():
                if type(other) is type(limit) and (holds := limit_holds(other, value)) is not None:
                    others.setdefault(user.owner, []).append((holds, other))
        for owner, limits in others.items():
            failed = [other for holds, other in limits if not holds]
            if failed:
                quoted = max(failed, key=lambda other: other.strength)
            elif STANDARDS in (owner, rule.owner):
                continue
            else:
                quoted = min((other for _, other in limits), key=lambda other: other.strength)
            if quoted.words != limit.words:
                yield owner, quoted.words

    def _own_fix(self, rule: Rule) -> str:
        """What a rule that is no more than its limits says is to be done about them."""
        return "" if rule.has_function else in_words(rule.fix, self.book.words)

    def _incomparable_finding(self, path: Path, cases: list[tuple[Rule, Argument, UnitsDifferError]]) -> Finding:
        rule, argument, problem = cases[0]
        limits = [limit for _, argument, _ in cases for limit in argument.limits]
        limits.sort(key=lambda limit: -limit.strength)
        message = f"{self.book.describe(rule, argument)} cannot be judged: {problem}"
        units = f"units that can be compared with {limits[0].words}" if limits else "days or months"
        rules = [rule for rule, _, _ in cases]
        strength = max([rule.strength for rule in rules] + [limit.strength for limit in limits])
        return self.finding(rules, path, FindingKind.NOT_SETTLED, message, f"state it in {units}", strength=strength)

    def not_collected(self) -> Iterator[Finding]:
        """One finding for each fact that nobody is asked at the stage of a rule that needs it, or before."""
        needed: dict[Path, list[tuple[Rule, Argument]]] = {}
        used = self.book.facts()
        asked = {stage: self._asked_by(stage) for stage in Stage}
        for rule in self.applied:
            for argument in rule.facts:
                if rule.stage and argument.name not in asked[rule.stage]:
                    path: Path = (rule.stage.value, "collects", argument.name)
                    needed.setdefault(path, []).append((rule, argument))
        for path, users in needed.items():
            described = self.book.describe(*users[0])
            fix = f'ask for it, and add "{path[-1]}" to collects in [{path[0]}]'
            unused = [name for name in self.programme.value(path[:2]) or () if name not in used]
            fix += perhaps_the_same([str(path[-1])], unused)
            message = f"nobody asks for {path[-1]}: {described}"
            rules = [rule for rule, _ in users]
            yield self.finding(rules, path, FindingKind.NOT_SETTLED, message, fix, brief=described)

    def _asked_by(self, stage: Stage) -> set[str]:
        """The facts that are asked at a stage or before."""
        return {name for reached in stage.reached for name in self.programme.value((reached.value, "collects")) or ()}

    def function_findings(self) -> Iterator[Finding]:
        """What rules say that judge the parameters alone, or search the whole design; of ranges, of each end of them.

        What they do not say of every end is not settled.
        """
        for rule in self.applied:
            if rule.has_function and not rule.facts:
                ask, unclear = partial(self._said_by, rule), partial(self._too_many_ranges, rule)
                figures = rule.strength < Strength.MUST  # what is rough can be a little less, and safety depends on it
                said = said_of(self.programme, ask, lambda each: (each.path, each.named), unclear, figures=figures)
                for found, ends, always in said:
                    told = f"{found.message} (if {ends})" if ends else found.message
                    kind = found.kind if always or found.kind is FindingKind.CRASHED else FindingKind.NOT_SETTLED
                    yield attrs.evolve(found, kind=kind, message=told) if ends else found

    def _said_by(self, rule: Rule, programme: Programme) -> list[Finding]:
        """What one rule says of the design, or of one that has one end of a range instead of it."""
        if programme is not self.programme:
            self = copy(self)
            self.programme, self.views = programme, {}
        try:
            stated = {each.name: exactly(programme.value(rule.path(each))) for each in rule.parameters}
            views = {name: self._view(kind) for name, kind in rule.views.items()}
            needed = [stated[each.name] for each in rule.asked_of(programme)]
            there = None not in (*needed, *views.values())
            return [*self._function_findings(rule, {**stated, **views})] if there else []
        except NotExactError:
            raise
        except CrashedError as crash:
            message = f"this rule could not be applied: {crash}"
            fix = f"tell the makers of the plugin {rule.owner}"
            return [self.finding([rule], (), FindingKind.CRASHED, message, fix)]

    def _too_many_ranges(self, rule: Rule, path: Path, value: Inexact) -> Finding:
        message = f"{self.book.describe_key(path)}: {value}, and too many other values that this rule reads are ranges"
        return self.finding([rule], path, FindingKind.NOT_SETTLED, message, "state one value for some of them")

    def _view(self, kind: type[View]) -> View | None:
        """The one view of a kind that this reading makes; every rule that takes one that crashes has crashed."""
        if kind not in self.views:
            try:
                self.views[kind] = call_plugin(lambda: kind.of(self.programme))
            except CrashedError as crash:
                self.views[kind] = crash
        made = self.views[kind]
        if isinstance(made, CrashedError):
            raise made
        return made

    def _problem_finding(self, rule: Rule, problem: Problem) -> Finding:
        fix = in_words(problem.fix or rule.fix, self.book.words)
        said = in_words(problem.message, self.book.words)
        open_ = problem.kind is FindingKind.NOT_SETTLED
        message = f"the programme does not state {said}" if open_ else said
        told = self.finding([rule], problem.path, problem.kind, message, fix, brief=said if open_ else "")
        named = tuple((rule.id, (*problem.path, *entry)) for entry in problem.about)
        return self._if_complete(attrs.evolve(told, named=named), problem.met_by_more)

    def _function_findings(self, rule: Rule, seen: Mapping[str, Any]) -> Iterator[Finding]:
        """What one rule says whose arguments are all there: each problem that it finds, or that it is not met."""
        values = {**seen, "programme": self.programme, "on": self.on}
        if rule.searches:
            yield from (self._problem_finding(rule, problem) for problem in rule.search(values))
        elif not rule.answer(values):
            yield self._unmet_finding(rule, {**seen, **rule.values_on(self.on)})

    def _unmet_finding(self, rule: Rule, values: Mapping[str, Any]) -> Finding:
        shown = {name: spoken(value) for name, value in values.items()}
        message = in_words(rule.unmet, self.book.words, shown)
        fix = in_words(rule.fix, self.book.words, shown)
        told = self.finding([rule], rule.path(rule.parameters[0]), FindingKind.FALLS_SHORT, message, fix)
        lists = [rule.path(argument) for argument in rule.parameters if argument.name in rule.met_by_more]
        return self._if_complete(told, next((path for path in lists if not self.programme.says_all(path)), ()))
