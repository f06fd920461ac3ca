"""A sector's own keys say how and by when one asks for them, and in which range a value is plausible."""

import tomllib
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from mentorkit.core.limit import Bound
from mentorkit.programme.key import DeclaredKey
from mentorkit.programme.path import Path, dotted
from mentorkit.testing.advice import Advice
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.toml.structure import read_programme
from mentorkit.values.duration import Duration
from mentorkit.values.rate import Rate
from mentorkit.values.time_passed import TimePassed

_RANGES = {
    int: "plausible=(1, 500)",
    Duration: 'plausible=("1 week", "5 years")',
    TimePassed: 'plausible=("1 hour", "1 month")',
    Rate: 'plausible=("1 per year", "100 per month")',
}
_WIDEN = "make the range wide enough for every value that a programme can mean"


def keys(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Every key and fact has a question; a number or a length has a plausible range, and what is said is in it."""
    book = under_test.book
    for path, type_ in sorted(book.sector_keys.items()):
        declared, users = book.key(path), book.parameters[path]
        limits = [limit for _, argument in users for limit in argument.limits]
        asked = {entry for limit in limits for entry in getattr(limit, "entries", ())}
        for message, fix in (
            *_not_asked(declared, type_),
            *_implausible(declared, [limit.bound for limit in limits if isinstance(limit, Bound)], type_),
            *_example(declared, path, type_),
            *_synonyms(declared, asked),
        ):
            yield Advice("keys", under_test.place(users[0][0]), f"{dotted(path)} {message}", fix)
    for name, askers in book.facts().items():
        if not book.question(name):
            fix = "give its Fact a question=…, one plain sentence as you would ask the person, or whoever knows"
            yield Advice("keys", under_test.place(askers[0][0]), f"the fact {name} has no question", fix)


def _not_asked(declared: DeclaredKey, type_: Any) -> Iterator[tuple[str, str]]:
    """What is not said of how a key is asked."""
    if not declared.question:
        fix = "give its Parameter a question=…, one plain sentence as you would ask a coordinator"
        yield "has no question, so nobody can be asked for it", fix
    if declared.decide_by is None:
        fix = "give its Parameter a decide_by, such as DecideBy.RECRUITMENT"
        yield "does not say by when it has to be decided", fix
    if declared.plausible is None and (written := _RANGES.get(_of_one(type_))):
        fix = f"give its Parameter the smallest and the largest plausible value, such as {written}"
        yield "has no plausible range, so a mistake such as a zero too many is never noticed", fix


def _implausible(declared: DeclaredKey, bounds: list[Any], type_: Any) -> Iterator[tuple[str, str]]:
    """The limits of a key that are outside of its range; those of a list count its entries."""
    for bound in dict.fromkeys(bounds) if get_origin(type_) is not tuple else ():
        if not declared.is_plausible(bound):
            yield f"is plausible from {declared.range_in_words}, and a limit of it is {bound}", _WIDEN


def _example(declared: DeclaredKey, path: Path, type_: Any) -> Iterator[tuple[str, str]]:
    """An example that is outside of the range; one that cannot be read is the business of others."""
    if not declared.example or declared.plausible is None:
        return
    table, sector, key = map(str, path)
    try:
        data = {table: {sector: {key: tomllib.loads(f"x = {declared.example}")["x"]}}}
    except tomllib.TOMLDecodeError:
        return
    programme, _ = read_programme(data, {path: type_}, {path} if declared.open_list else ())
    value = programme.value(path)
    if value is not None and not declared.is_plausible(value):
        yield f"is plausible from {declared.range_in_words}, and its example is {declared.example}", _WIDEN


def _synonyms(declared: DeclaredKey, asked: set[str]) -> Iterator[tuple[str, str]]:
    """Synonyms that a rule asks for themselves."""
    for entry, words in declared.synonyms.items():
        for word in words:
            if word in asked:
                message = f'calls "{word}" another word for "{entry}", and a rule asks for "{word}" itself'
                yield message, "take it out of synonyms, or let both rules ask for the same"


def _of_one(type_: Any) -> Any:
    """The type of a value, or of an entry of a list."""
    return get_args(type_)[0] if get_origin(type_) is tuple else type_
