"""Whether rules over the whole design say what they read in it."""

import dis
from collections.abc import Iterator
from typing import Any

import attrs

from mentorkit.core.arguments import View
from mentorkit.core.rule import Rule
from mentorkit.programme.at import keys_at
from mentorkit.programme.key import field_to_key
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.places import not_in_file
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.text.words import listed
from mentorkit.values.crash_log import CrashedError, call_plugin


def reads(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Every key that a rule which takes the programme reads, in one of its cases, is among those that it names.

    And each thing that it takes as an argument is looked at, or files would have to state it for nothing.
    """
    unsaid: dict[str, set[str]] = {}
    nowhere: dict[str, set[str]] = {}
    for case in under_test.cases:
        for path in keys_read(case) if "programme" in case.rule.arguments else ():
            if gone := not_in_file(path, case.book.sector_keys):
                nowhere.setdefault(case.rule.id, set()).add(gone)
            elif not case.rule.looks_at(path):
                unsaid.setdefault(case.rule.id, set()).add(dotted(path))
    for rule in under_test.plugin.rules:
        for gone in sorted(nowhere.get(rule.id, ())):
            fix = "read a key of the file; editors complete programme.training.topics"
            yield Advice("reads", under_test.place(rule), f"it reads something where {gone}", fix)
        if keys := sorted(unsaid.get(rule.id, ())):
            places = ", ".join(f"At.{key}" for key in keys)
            yield Advice(
                "reads",
                under_test.place(rule),
                f"it reads {listed(keys)} and does not say so, so the schema and explanations leave it out there",
                f"add to it: reads=[{places}]",
            )
        if unused := _unused(rule):
            fix = "leave it out; what has only to be stated, within limits, is named in requires="
            yield Advice("reads", under_test.place(rule), f"it takes {listed(unused)} and does not look at it", fix)


def _unused(rule: Rule) -> list[str]:
    """The arguments that a rule's function never looks at; of a view it may be enough that there is one."""
    if rule.function is None:
        return []
    loads = [step for step in dis.get_instructions(rule.function) if not step.opname.startswith("STORE")]
    looked_at: set[Any] = {step.argval for step in loads}
    looked_at.update(name for names in list(looked_at) if isinstance(names, tuple) for name in names)
    return [name for name in rule.arguments if name not in looked_at and name not in rule.views]


def keys_read(case: RuleCase) -> set[Path]:
    """The keys of the file that the rule of a case asks the programme for; none where it does not answer."""
    read: set[Path] = set()
    rule, programme = case.rule, case.programme
    try:
        values: dict[str, View | None] = call_plugin(
            lambda: {name: view.of(programme) for name, view in rule.views.items()}
        )
    except CrashedError:  # another check says so
        return read
    stated = {each.name: programme.value(rule.path(each)) for each in rule.parameters}
    if None in {**values, **stated}.values():
        return read
    try:
        rule.search({**values, **stated, "programme": _Recorded(programme, (), read), "on": case.on})
    except CrashedError:  # another check says so
        return set()
    return read


class _Recorded:
    """A table of the file that notes which of its keys are asked for."""

    def __init__(self, table: Any, place: Path, read: set[Path]) -> None:
        self._table, self._place, self._read = table, place, read

    def __getattr__(self, name: str) -> Any:
        place = (*self._place, field_to_key(name))
        if not hasattr(self._table, name):
            self._read.add(place)
        found = getattr(self._table, name)
        if keys_at(dotted(place)):
            return _Recorded(found, place, self._read)
        if name in attrs.fields_dict(type(self._table)):
            self._read.add(place)
        return found

    def value(self, path: Path) -> Any:
        """What the design states at a path, as `Programme.value` says it."""
        self._read.add(path)
        return self._table.value(path)
