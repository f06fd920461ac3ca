"""Whether rules compare what a file chooses with what it can choose: anything else never holds, and nobody sees it."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.condition import Condition
from mentorkit.core.rule import Rule
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written_list
from mentorkit.values.crash_log import CrashedError, call_plugin

_Seen = set[tuple[tuple[str, ...], str]]


class _Choice(str):
    """A choice of the file that notes what it is compared with and can never be."""

    __slots__ = ("choices", "seen")
    choices: tuple[str, ...]
    seen: _Seen

    def __eq__(self, other: object) -> bool:
        if type(other) is str and other not in self.choices:
            self.seen.add((self.choices, other))
        return str.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def choices(under_test: PluginUnderTest) -> Iterator[Advice]:
    """No rule compares a setting, a nation or another choice of the file with a text that is none of its choices.

    Texts that the case itself states are left out: they may be what one key says of another.
    """
    said: set[tuple[str, str]] = set()
    for case in under_test.cases:
        stated = set(_texts(case.data.get("design", {})))
        for options, text in sorted(_compared(case)):
            if text in stated or (case.rule.id, text) in said:
                continue
            said.add((case.rule.id, text))
            message = f'it looks for "{text}" where the file says one of {written_list(options, "or")}'
            fix = "write one of these" if not (close := did_you_mean(text, options)) else f'write "{close}"'
            yield Advice("choices", under_test.place(case.rule), f"{message}{asks(close)}", fix)


def _compared(case: RuleCase) -> _Seen:
    """What the rule of a case compares the choices of its design with and they can never be, by the choices."""
    seen: _Seen = set()
    programme = _noting(case.programme, seen)
    own = {path: case.book.sector_keys[path] for path in programme.sector_values}
    values = {path: _noted(value, own[path], seen) for path, value in programme.sector_values.items()}
    programme = attrs.evolve(programme, sector_values=values)
    for condition in (case.rule.applies, *case.rule.applies.parts) if case.rule.applies is not None else ():
        _ask(lambda condition=condition: _answer(condition, programme, case))
    _ask(lambda: _function(case.rule, programme, case))
    return seen


def _ask(question: Any) -> None:
    try:
        call_plugin(question)
    except CrashedError:  # another check says so
        return


def _answer(condition: Condition, programme: Programme, case: RuleCase) -> None:
    condition.answer(programme, case.on)


def _function(rule: Rule, programme: Programme, case: RuleCase) -> None:
    """Asks a rule about the design alone; one that asks of people is asked by its conditions and its parameters."""
    values: dict[str, Any] = {each.name: programme.value(rule.path(each)) for each in rule.parameters}
    values |= {name: view.of(programme) for name, view in rule.views.items()}
    if "facts" in case.data:
        values |= {each.name: case.data["facts"].get(each.name) for each in rule.facts}
    values |= {"programme": programme, "on": case.on}
    values |= {name: table.on(case.on) for name, table in rule.tables.items()}
    if rule.has_function and all(values.get(name) is not None for name in rule.arguments):
        answer = rule(**{name: values[name] for name in rule.arguments})
        if rule.searches:
            list(answer)


def _noting(table: Any, seen: _Seen) -> Any:
    """A table whose choices note what they are compared with."""
    changed = {
        field.name: _noted(getattr(table, field.name), stated_type(field.type), seen)
        for field in attrs.fields(type(table))
        if field.init and getattr(table, field.name) is not None and "sector_values" not in field.metadata
    }
    return attrs.evolve(table, **changed)


def _noted(value: Any, type_: Any, seen: _Seen) -> Any:
    if get_origin(type_) is Literal and isinstance(value, str):
        choice = _Choice(value)
        choice.choices, choice.seen = get_args(type_), seen
        return choice
    if get_origin(type_) is tuple and isinstance(value, tuple):
        return tuple(_noted(entry, get_args(type_)[0], seen) for entry in value)
    if attrs.has(type(value)) and type(value).__module__.startswith("mentorkit.programme."):
        return _noting(value, seen)
    return value


def _texts(value: Any) -> Iterator[str]:
    """All texts in a design."""
    if isinstance(value, str):
        yield value
    for entry in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from _texts(entry)
