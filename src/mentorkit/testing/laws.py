"""The five laws, over the rules of one plugin, with generated programmes and cases.

1. The order of plugins and rules never changes an answer.
2. Taking knowledge away never helps.
3. A stricter parameter never lets more through.
4. Adding a sector never makes an outcome milder.
5. Reading, writing and reading again is the identity.

The same examples are tried each time, and of those that break a law the simplest is reported.
"""

import copy
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, Verbosity, assume, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky

from mentorkit.core.arguments import Argument
from mentorkit.core.case_reading import Case, Outcome, decide, fact_types
from mentorkit.core.design_reading import read_design
from mentorkit.core.limit import AtLeast, AtMost
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.core.unmet import unmet_limits
from mentorkit.programme.path import dotted
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import UnusablePluginError, template_of
from mentorkit.registry.rulebook_of import ClashError, rulebook_of
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase, plugin_of
from mentorkit.testing.changed_designs import around, put
from mentorkit.testing.generation import Material, Situation, designs, near, situations
from mentorkit.testing.plugin_under_test import STANDARDS_PACKAGE, PluginUnderTest
from mentorkit.text.values_in_text import written
from mentorkit.toml.structure import programme_toml, read_programme
from mentorkit.toml.typed_facts import typed_facts, why_impossible
from mentorkit.validation.known_entries import own_open_lists
from mentorkit.values.duration import UnitsDifferError

_EXAMPLES = 100


class _BrokenError(Exception):
    """A law does not hold; says what to fix."""

    def __init__(self, *advice: Advice) -> None:
        super().__init__(*advice)
        self.advice = advice


def _tried(law: Callable[..., None], *strategies: st.SearchStrategy[Any]) -> Iterator[Advice]:
    """What a law says of the simplest example that breaks it."""
    fixed = settings(
        max_examples=_EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        print_blob=False,
        verbosity=Verbosity.quiet,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    try:
        seed(0)(fixed(given(*strategies)(law)))()
    except _BrokenError as broken:
        yield from broken.advice
    except Flaky as flaky:  # it was broken once and not again: a rule keeps something from one question to the next
        for problem in getattr(flaky, "exceptions", ()):
            yield from problem.advice if isinstance(problem, _BrokenError) else ()


def _begun_with(under_test: PluginUnderTest) -> list[dict[str, Any]]:
    """Designs to begin with: the template, and the designs of the cases that can be read."""
    try:
        template = template_of(under_test.plugin)
        data = tomllib.loads(template.decode()) if template else {}
    except (UnusablePluginError, ValueError):  # reported by the check of the template
        data = {}
    stated = [case.data["design"] for case in under_test.cases if case.data.get("design")]
    return [data, *stated] if data else stated or [{}]


def _material(under_test: PluginUnderTest, book: Rulebook) -> Material:
    return Material(book, _begun_with(under_test), under_test.cases)


def _read(book: Rulebook, data: dict[str, Any]) -> Programme:
    """A generated design; one that cannot be read is passed over."""
    programme, faults = read_programme(data, book.sector_keys, own_open_lists(book))
    assume(not faults)
    return programme


def _outcome(rule: Rule, book: Rulebook, programme: Programme, asked: Situation) -> Outcome:
    """What a rule says of somebody; a rule that does not apply lets everybody through."""
    assert rule.stage is not None  # noqa: S101 - only rules that ask facts come here
    decision = decide(book.with_only(rule), programme, rule.stage, Case("c", asked.facts), asked.on)
    own = [verdict.outcome for verdict in decision.verdicts if verdict.rule.id == rule.id]
    return max(own, default=Outcome.PROCEED)


def _is_possible(rule: Rule, asked: Situation) -> bool:
    """Whether all dates that a rule asks for can be, beside what else is known."""
    facts = typed_facts(asked.facts, fact_types([rule]))
    return not any(why_impossible(fact.name, fact.bounds, facts, asked.on) for fact in rule.facts)


def order(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Law 1: the order in which rules are asked never changes what one says."""
    book = under_test.book

    def law(asked: Situation, random: Any) -> None:
        programme, case = _read(book, asked.data), Case("c", asked.facts)

        def said(rules: list[Rule]) -> dict[str, Any]:
            alone = [(rule.id, book.with_only(rule)) for rule in rules]
            return {
                name: (read_design(own, programme, asked.on), decide(own, programme, asked.stage, case, asked.on))
                for name, own in alone
            }

        shuffled = list(book.rules)
        random.shuffle(shuffled)
        first, other = said(list(book.rules)), said(shuffled)
        for rule in book.rules:
            if first[rule.id] != other[rule.id]:
                message = "it answers differently when other rules were asked before it"
                fix = "let it keep nothing from one question to the next"
                raise _BrokenError(Advice("law-1-order", under_test.place(rule), message, fix))

    yield from _tried(law, situations(_material(under_test, book)), st.randoms(use_true_random=False))


def knowledge(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Law 2: who is known less of, or whose programme says less, is never better off.

    Dates that contradict each other are worse than unknown, and stop doing so where one of them is not known any more.
    So this is a law for those who have no such dates.
    """
    book = under_test.book
    asking = [rule for rule in book.rules if rule.facts]

    def law(asked: Situation, data: st.DataObject) -> None:
        fewer = copy.deepcopy(asked.data)
        removed: tuple[str, ...] = ()
        facts, of_the_case = dict(asked.facts), data.draw(st.booleans())
        if facts and of_the_case:
            removed = (data.draw(st.sampled_from(sorted(facts))),)
            facts[removed[0]] = data.draw(st.sampled_from([None, "something of another kind"]))
        elif fewer:
            removed = _removed(fewer, data)
        programme, less = _read(book, asked.data), _read(book, fewer)
        for rule in asking:
            if not _is_possible(rule, asked):
                continue
            known = _outcome(rule, book, programme, asked)
            unknown = _outcome(rule, book, less, attrs.evolve(asked, facts=facts))
            if unknown < known:
                message = f'with {dotted(removed)} it says "{known.words}", and without "{unknown.words}"'
                fix = "let its condition return None where the design does not say"
                raise _BrokenError(Advice("law-2-knowledge", under_test.place(rule), message, fix))

    if asking:
        yield from _tried(law, situations(_material(under_test, book)), st.data())


def _removed(table: dict[str, Any], data: st.DataObject) -> tuple[str, ...]:
    """Takes one key out of a design, or of a table in it; gives its path."""
    key: str = data.draw(st.sampled_from(sorted(table)))
    within, deeper = table[key], data.draw(st.booleans())
    if deeper and isinstance(within, dict) and within:
        return (key, *_removed(within, data))
    del table[key]
    return (key,)


def stricter(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Law 3: a design that asks for more never lets more people through.

    Which way is stricter is said by the limits of a parameter: more, where there is a least, and less, where there is a
    most. Where there is neither, either way will do, but it has to be one. Lists and choices have no order.
    """
    for rule in under_test.book.rules:
        cases = [case for case in under_test.cases if case.rule.id == rule.id and "facts" in case.data]
        for argument in rule.parameters if rule.has_function and cases else ():
            if ladder := _ladder(argument):
                yield from _climbed(under_test, rule, argument, ladder, cases)


def _ladder(argument: Argument) -> list[Any]:
    """Values of an ordered type inside all limits that are a MUST, from the least to the greatest."""
    inside = []
    for value in around(argument.limits, argument.type):
        try:
            outside = unmet_limits(argument.limits, value)
        except UnitsDifferError:
            continue
        if all(limit.strength is not Strength.MUST for limit in outside):
            inside.append(value)
    return inside if len(inside) > 1 else []


def _climbed(
    under_test: PluginUnderTest, rule: Rule, argument: Argument, ladder: list[Any], cases: list[RuleCase]
) -> Iterator[Advice]:
    book = under_test.book
    least, most = (any(isinstance(limit, kind) for limit in argument.limits) for kind in (AtLeast, AtMost))
    found: dict[bool, str] = {}  # whether less was seen to be stricter, with what showed that

    def law(asked: Situation, data: st.DataObject) -> None:
        first, second = sorted(data.draw(st.lists(st.integers(0, len(ladder) - 1), min_size=2, max_size=2)))
        lets: list[int] = []
        for value in (ladder[first], ladder[second]):
            design = copy.deepcopy(asked.data)
            put(design, rule.path(argument), value)
            lets.append(min(_outcome(rule, book, _read(book, design), asked), Outcome.NOT_YET))
        if lets[0] == lets[1]:
            return
        less_is_stricter = lets[0] > lets[1]
        stopped, passed = (0, 1) if less_is_stricter else (1, 0)
        values = [f"{argument.name} = {written(ladder[index])}" for index in (first, second)]
        found.setdefault(less_is_stricter, f"somebody whom {values[stopped]} stops is let through by {values[passed]}")

    list(
        _tried(law, near(Material(book.with_only(rule), [{}], cases)), st.data())
    )  # it notes what it sees, and goes on
    wrong = [less for less in found if (least and not most and less) or (most and not least and not less)]
    if wrong:
        message = f"a stricter {argument.name} lets more through: {found[wrong[0]]}"
    elif len(found) == 2 and least is most:
        message = f"neither more nor less of {argument.name} is stricter: {found[True]}, and {found[False]}"
    else:
        return
    fix = "compare the other way round, or correct the limits" if wrong else "let it depend on the value in one way"
    yield Advice("law-3-stricter", under_test.place(rule), message, fix)


def sectors(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Law 4: what is said by the shared standards, or by the plugin, is never milder where both are asked."""
    plugin, standards = under_test.plugin, plugin_of(STANDARDS_PACKAGE)
    if plugin.found.module == STANDARDS_PACKAGE:
        return
    try:
        together = under_test.with_standards
    except ClashError as clash:
        fix = "give yours another name or place, or declare it as the shared standards do"
        yield Advice("law-4-sectors", plugin.found.module, f"it does not fit the shared standards: {clash}", fix)
        return
    apart = (under_test.book, rulebook_of({standards.found.name: standards.sector}, standards.rules))

    def law(asked: Situation) -> None:
        programme, case = _read(together, asked.data), Case("c", asked.facts)
        all_said = decide(together, programme, asked.stage, case, asked.on)
        all_found = read_design(together, programme, asked.on)
        for book in apart:
            said = decide(book, programme, asked.stage, case, asked.on)
            milder = all_said.outcome < said.outcome and any(verdict.rule.facts for verdict in said.verdicts)
            gone = [
                finding.rule
                for finding in read_design(book, programme, asked.on)
                if not any(
                    other.path[: len(finding.path)] == finding.path and other.strength >= finding.strength
                    for other in all_found
                )
            ]
            if milder or gone:
                whose = " and ".join(sector.title for sector in book.sectors.values())
                message = f"with the rules of both, what {whose} alone says is milder{f': {gone[0]}' if gone else ''}"
                fix = "let no rule depend on which others there are"
                raise _BrokenError(Advice("law-4-sectors", plugin.found.module, message, fix))

    yield from _tried(law, situations(_material(under_test, together)))


def round_trip(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Law 5: a programme that is read, written and read again is the same programme."""
    book = under_test.book

    def law(data: dict[str, Any]) -> None:
        once = _read(book, data)
        try:
            again, faults = read_programme(tomllib.loads(programme_toml(once)), book.sector_keys, own_open_lists(book))
        except Exception as problem:
            changed = sorted(once.sector_values, key=str)[:1]
            wrong = f"cannot be written: {type(problem).__name__}"
        else:
            changed = [path for path, value in once.sector_values.items() if again.sector_values.get(path) != value]
            wrong = f"cannot be read again: {faults[0].message}" if faults else "is another value once it was written"
        for path in changed:
            users = book.parameters[path]
            fix = "let its type hold what the file says, unchanged"
            message = f"{dotted(path)} {wrong}"
            raise _BrokenError(Advice("law-5-round-trip", under_test.place(users[0][0]), message, fix))

    yield from _tried(law, designs(_material(under_test, book)))
