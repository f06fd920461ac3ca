"""The ranges in a design, and the designs of exact values that it stands for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

import attrs

from mentorkit.programme.key import field_to_key, key_to_field
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.values.crash_log import CrashedError
from mentorkit.values.inexact import Inexact, NotExactError, as_written, highest, lowest
from mentorkit.values.own_name import OwnName
from mentorkit.values.text_value import is_text_value

MOST_COMBINATIONS = 64
"""How many combinations of ends are looked at; six ranges that something depends on have as many."""


def ranges_in(value: Any, at: Path = ()) -> Iterator[tuple[Path, Inexact]]:
    """Every range in a value, a table, a list or a whole design, with its path from there."""
    if isinstance(value, OwnName):
        value = value.about
    if isinstance(value, Inexact):
        yield at, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from ranges_in(entry, (*at, index))
    elif attrs.has(type(value)) and not is_text_value(type(value)):
        for field in attrs.fields(type(value)):
            yield from ranges_in(getattr(value, field.name), (*at, field_to_key(field.name)))
    if isinstance(value, Programme):
        yield from (found for path, each in value.sector_values.items() for found in ranges_in(each, path))


def with_values(design: Any, values: Iterable[tuple[Path, Any]]) -> Any:
    """A copy of a design, or of a part of it, with other values at paths of keys."""
    for path, value in values:
        design = _with(design, path, value)
    return design


def _with(inside: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    if isinstance(inside, Programme) and path[:3] in inside.sector_values:
        own = {**inside.sector_values, path[:3]: _with(inside.sector_values[path[:3]], path[3:], value)}
        return attrs.evolve(inside, sector_values=own)
    part, below = path[0], path[1:]
    if isinstance(inside, OwnName):
        return OwnName(str(inside), inside.called, _with(inside.about, path, value))
    if isinstance(part, int):
        return (*inside[:part], _with(inside[part], below, value), *inside[part + 1 :])
    name = key_to_field(part)
    return attrs.evolve(inside, **{name: _with(getattr(inside, name), below, value)})


Asked = Callable[[Programme], list[Any]]


class Said(NamedTuple):
    """Something that is said of a design.

    Attributes:
        what: is said.
        ends: of which ends of its ranges, such as "programme.mentors = 4"; empty where that makes no difference.
        always: whether it is said of all ends that were looked at.
    """

    what: Any
    ends: str
    always: bool


def said_of(
    programme: Programme,
    ask: Asked,
    same: Callable[[Any], object],
    unclear: Callable[[Path, Inexact], Any],
    *,
    figures: bool = False,
) -> list[Said]:
    """What is said of a design with ranges: what is said of every combination of the ends that it depends on.

    Args:
        programme: the design.
        ask: says it of a design, and raises `NotExactError` if it needs one value where the design has a range.
        same: what two things have in common that are the same, whatever the ends.
        unclear: what is said besides if it depends on too many ranges for all combinations, of the last of them.
        figures: whether what is told of a rough figure is what is said of the figure itself, because nobody wrote
            its ends; they then only count for whether it is always said.

    Raises:
        NotExactError: if it depends on a value that is no part of the design.
    """
    answers = _at_ends(programme, ask, unclear, _as_written if figures else _usual)
    depends = figures and any(ends and things for ends, things in answers)  # most rules read no range: look at it first
    further = depends and any(as_written(range_) is not range_ for _, range_ in ranges_in(programme))
    at_edges = [things for _, things in _at_ends(programme, ask, unclear, _usual)] if further else []
    placed: dict[tuple[object, int], dict[str, Any]] = {}
    for ends, things in answers:
        times: dict[object, int] = {}
        for thing in things:
            of = same(thing)
            times[of] = times.get(of, 0) + 1
            placed.setdefault((of, times[of]), {})[ends] = thing
    return [
        Said(
            next(iter(found.values())),
            next(iter(found)),
            len(found) == len(answers) and all(of in map(same, things) for things in at_edges),
        )
        for (of, _), found in placed.items()
    ]


def _usual(range_: Inexact) -> tuple[Any, ...]:
    return range_.usual


def _as_written(range_: Inexact) -> tuple[Any, ...]:
    """The ends of a range, and of a rough figure the figure."""
    written = as_written(range_)
    return range_.usual if written is range_ else (written,)


def _at_ends(
    programme: Programme,
    ask: Asked,
    unclear: Callable[[Path, Inexact], Any],
    values: Callable[[Inexact], tuple[Any, ...]],
) -> list[tuple[str, list[Any]]]:
    """What is said of each combination of ends; of too many, where all ranges are at their lowest, and highest."""
    answers: list[tuple[str, list[Any]]] = []
    waiting = [("", programme)]
    while waiting:
        ends, design = waiting.pop(0)
        try:
            answers.append((ends, ask(design)))
        except NotExactError as problem:
            path = next((path for path, range_ in ranges_in(design) if range_ is problem.value), None)
            if path is None:
                raise
            if len(answers) + len(waiting) >= MOST_COMBINATIONS:
                seen = [(ends, ask(design)) for ends, design in _outermost(programme)]
                return [*seen, ("", [unclear(path, problem.value)])]
            before = f"{ends}, " if ends else ""
            waiting += [
                (f"{before}{_at_end(path, problem.value, end)}", _with(design, path, end))
                for end in values(problem.value)
            ]
    return answers


def _at_end(path: Path, range_: Inexact, end: Any) -> str:
    return f"{dotted(path)} is {range_}" if end is as_written(range_) else f"{dotted(path)} = {range_.in_words(end)}"


def _outermost(programme: Programme) -> Iterator[tuple[str, Programme]]:
    for words, end in (("every range at its lowest value", lowest), ("every range at its highest value", highest)):
        yield words, with_values(programme, [(path, end(range_)) for path, range_ in ranges_in(programme)])


class StatedEnds(NamedTuple):
    """The ends of the ranges among what a design states for a rule.

    Attributes:
        combinations: what it states, with each combination of ends; nothing where it states no range.
        words: which ranges there are, such as "every: 4 to 6 weeks".
    """

    combinations: tuple[Mapping[str, Any], ...] = ()
    words: str = ""

    @classmethod
    def of(cls, stated: Mapping[str, Any]) -> "StatedEnds":
        """Those of what a design states, by the names of a rule's arguments."""
        found = [((name, *path), range_) for name, value in stated.items() for path, range_ in ranges_in(value)]
        if not found:
            return cls()
        words = ", ".join(f"{dotted(path)}: {range_}" for path, range_ in found)
        if 2 ** len(found) > MOST_COMBINATIONS:
            return cls((), words)
        combinations = []
        for ends in product(*(range_.usual for _, range_ in found)):
            exact = dict(stated)
            for (path, _), end in zip(found, ends, strict=True):
                exact[str(path[0])] = _with(exact[str(path[0])], path[1:], end)
            combinations.append(exact)
        return cls(tuple(combinations), words)

    def all_met(self, answer: Callable[[Mapping[str, Any]], bool], values: Mapping[str, Any]) -> bool:
        """Whether a rule is met with all of them.

        Args:
            answer: asks the rule.
            values: of its arguments.

        Raises:
            CrashedError: where the rule does not answer, or there are too many to ask about.
        """
        if not self.words:
            return answer(values)
        return all(answer({**values, **exact}) for exact in self._asked_about())

    def unsettled(self, answer: Callable[[Mapping[str, Any]], bool], values: Mapping[str, Any]) -> str:
        """Why a rule that is not met with all of them is not settled; empty where it is met with none.

        Raises:
            CrashedError: as `all_met`.
        """
        if any(answer({**values, **exact}) for exact in self._asked_about()):
            return f"the programme states a range ({self.words}), and it depends on the value in it"
        return ""

    def _asked_about(self) -> tuple[Mapping[str, Any], ...]:
        if self.words and not self.combinations:
            raise CrashedError(f"the programme states more ranges than it can be asked about ({self.words})")
        return self.combinations
