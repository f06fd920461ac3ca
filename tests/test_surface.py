"""The public surface: what plugins and files may rely on. A change of any of it shows as a difference of a golden file.

After a change that is meant, `pytest tests/test_surface.py --update` writes them anew; docs/versions.md says which
changes need which version.
"""

import doctest
import importlib
import inspect
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import attrs
import pytest

from mentorkit import api, testing, works
from mentorkit.core import hooks
from mentorkit.core.rulebook import Rulebook
from mentorkit.editor.keys import keys_in, type_at
from mentorkit.programme.formats import FORMATS
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import dotted
from mentorkit.registry.find import GROUP, VARIABLE
from mentorkit.registry.load import Plugins
from mentorkit.reports.findings_json import JSON_VERSION
from mentorkit.text.words import listed
from mentorkit.validation.file_checks import FILE_CHECKS
from mentorkit.values.inexact import may_be_inexact

GOLDEN = Path(__file__).parent / "golden" / "surface"
SHIPPED = frozenset({"mental_health", "probation", "schools", "substance"})
MODULES = (api, testing)
NAMES = {name: getattr(module, name) for module in MODULES for name in module.__all__}
LITERALS = {name for name, value in NAMES.items() if get_args(value)}


def book() -> Rulebook:
    return Plugins(limited_to=SHIPPED).rulebook(sorted(SHIPPED))


# Writing it down.


def shown(annotation: object) -> str:
    """A type without the modules that its parts happen to live in."""
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    text = re.sub(r"\b(?:[a-z_]\w*\.)+(?=\w)", "", text)
    while "Optional[" in text:  # as Python until 3.13 writes what is there or None, where a part is from typing
        before, _, rest = text.partition("Optional[")
        ends = (at for at, _ in enumerate(rest) if rest[:at].count("[") < rest[: at + 1].count("]"))
        end = next(ends)
        text = f"{before}{rest[:end]} | None{rest[end + 1 :]}"
    return text


def signature(function: Any) -> str:
    return shown(str(inspect.signature(function)))


def members(kind: type) -> Iterator[str]:
    """The members that a class and those of ours that it is made from have, but for what Python gives every class."""
    ours = [base for base in reversed(kind.__mro__) if base.__module__.startswith("mentorkit")]
    names = {name: value for base in ours for name, value in vars(base).items()}
    fields = {field.name for field in attrs.fields(kind)} if attrs.has(kind) else set()
    for name, value in sorted(names.items()):
        if name in fields or (name.startswith("_") and name not in OPERATORS):
            continue
        if isinstance(value, property) or type(value).__name__ == "cached_property":
            getter = getattr(value, "fget", None) or value.func
            yield f".{name}: {shown(inspect.signature(getter).return_annotation)}"
        elif isinstance(value, staticmethod | classmethod):
            yield f".{name}{signature(getattr(kind, name))}  [{type(value).__name__}]"
        elif inspect.isfunction(value):
            yield f".{name}{signature(value)}"


OPERATORS = {"__call__", "__add__", "__radd__", "__rsub__", "__ge__", "__gt__", "__le__", "__lt__", "__str__"}


def described(name: str, value: Any) -> Iterator[str]:
    """A public name in lines."""
    if get_origin(value) is Annotated:
        declared = value.__metadata__[0]
        yield f"{name} = {shown(value.__origin__)}  [{'asked' if isinstance(declared, api.Fact) else declared.at}]"
    elif get_args(value):
        yield f"{name} = {' | '.join(map(repr, get_args(value)))}"
    elif isinstance(value, type) and issubclass(value, Enum):
        yield f"{name}({', '.join(member.name for member in value)})  [enum]"
        yield from (f"{name}{member}" for member in members(value))
    elif isinstance(value, type):
        bases = [base.__name__ for base in value.__bases__ if base is not object]
        yield f"class {name}" + (f"({', '.join(bases)})" if bases else "")
        if not attrs.has(value):
            yield from (f"{name}.{each}: {shown(type_)}" for each, type_ in inspect.get_annotations(value).items())
        for field in attrs.fields(value) if attrs.has(value) else ():
            optional = "" if field.default is attrs.NOTHING else "  [may be left out]"
            yield f"{name}.{field.name}: {shown(field.type)}{'  [by name]' if field.kw_only else ''}{optional}"
        yield from (f"{name}{member}" for member in members(value))
    elif inspect.isfunction(value):
        yield f"{name}{signature(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def public(module: str) -> dict[str, Any]:
    """The public names of a module: those that it lists, or those that it makes itself."""
    found = importlib.import_module(module)
    listed = getattr(found, "__all__", None) or [
        name
        for name, value in vars(found).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith(module)
    ]
    return {name: getattr(found, name) for name in sorted(listed)}


def module_lines(module: str) -> Iterator[str]:
    for name, value in public(module).items():
        yield from described(name, value)


def hook_lines() -> Iterator[str]:
    yield f"entry-point group {GROUP}, variable {VARIABLE}"
    specs = {name: spec for name, spec in vars(hooks).items() if hasattr(spec, f"{hooks.PROJECT}_spec")}
    yield from (f"{name}{signature(spec)}" for name, spec in sorted(specs.items()))


def work_lines() -> Iterator[str]:
    """The names alone, since how a work is worded may change."""
    yield from sorted(name for name, value in vars(works).items() if isinstance(value, api.Source))


def rule_lines() -> Iterator[str]:
    yield from (f"{check}  {strength.name}" for check, (strength, _) in sorted(FILE_CHECKS.items()))
    for rule in sorted(book().rules, key=lambda rule: rule.id):
        more = f"{'' if rule.waivable else ', not waivable'}{', refers' if rule.refers else ''}"
        yield f"{rule.id}  {rule.strength.name}{more}  {rule.name}"


def key_lines() -> Iterator[str]:
    yield f"formats {listed(map(str, FORMATS))}, JSON version {JSON_VERSION}"
    rules = book()

    def below(path: tuple[str | int, ...]) -> Iterator[str]:
        for name in keys_in(rules, path):
            at = (*path, name)
            type_ = type_at(rules, at)
            entries = get_args(type_)[0] if get_args(type_) and attrs.has(get_args(type_)[0]) else None
            inside = [] if may_be_inexact(type_) or type_ is str else list(below((*at, 0)) if entries else below(at))
            yield from inside or [f"{dotted(at).replace('[0]', '[]')}  {kind_in_words(type_)}"]

    yield from sorted(line for line in below(()) if not line.startswith("format"))
    yield from (f"{dotted(was)}  read as {dotted(now)}" for was, now in sorted(rules.renamed.items()))
    for name, users in rules.facts().items():
        was = users[0][1].declared.was
        yield f"of a person: {name}  {kind_in_words(users[0][1].type)}" + (f"  was {was}" if was else "")


@pytest.mark.parametrize("part", ["api", "testing", "works", "hooks", "rules", "keys"])
def test_the_public_surface_is_the_one_that_was_reviewed(part: str, request: pytest.FixtureRequest) -> None:
    lines = {"works": work_lines, "hooks": hook_lines, "rules": rule_lines, "keys": key_lines}.get(part) or (
        lambda: module_lines(f"mentorkit.{part}")
    )
    said = "\n".join(lines()) + "\n"
    file = GOLDEN / f"{part}.txt"
    if request.config.getoption("--update"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        file.write_text(said, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == said


def test_no_rule_that_was_retired_has_come_back() -> None:
    retired = re.findall(r"\b[A-Z]{3}[0-9]{3}\b", (GOLDEN / "retired.txt").read_text(encoding="utf-8"))
    assert retired
    assert not {rule.id for rule in book().rules} & set(retired)


# What is said of each name.


def test_the_names_are_in_order_and_each_is_there() -> None:
    constants_first = [sorted(module.__all__, key=lambda name: (not name.isupper(), name)) for module in MODULES]
    assert [module.__all__ for module in MODULES] == constants_first
    assert len(NAMES) == sum(len(module.__all__) for module in MODULES), "one name, one thing"
    imported = {name for name, value in vars(api).items() if not name.startswith("_")}
    assert imported == set(api.__all__)


@pytest.mark.parametrize("name", sorted(set(NAMES) - LITERALS))
def test_each_name_is_documented_with_its_members(name: str) -> None:
    value = NAMES[name]
    assert (inspect.getdoc(value) or "").strip()
    assert not (value.__doc__ or "").startswith(f"{name}("), "attrs makes up a docstring where there is none"
    if isinstance(value, type):
        for member, content in vars(value).items():
            if not member.startswith("_") and callable(content):
                assert inspect.getdoc(getattr(value, member)), member


def examples() -> dict[str, list[doctest.DocTest]]:
    """The examples of each name: in its own docstring, or in that of the module that uses it in one."""
    finder = doctest.DocTestFinder(recurse=True)
    found: dict[str, list[doctest.DocTest]] = {}
    for module in MODULES:
        of_module = [test for test in finder.find(module) if test.name == module.__name__ and test.examples]
        for name in module.__all__:
            value = NAMES[name]
            own = inspect.isfunction(value) or isinstance(value, type)
            tests = finder.find(value, name, module=False, globs={}) if own else []
            found[name] = [test for test in tests if test.examples] or [
                test
                for test in of_module
                if any(re.search(rf"\b{name}\b", example.source) for example in test.examples)
            ]
    return found


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_name_has_an_example_that_runs(name: str) -> None:
    tests = examples()[name]
    assert tests, f"show how {name} is used, in its docstring or in that of its module"
    for test in tests:
        test.globs = {**NAMES, "Annotated": Annotated, "attrs": attrs, "__name__": "__main__"}
        told: list[str] = []
        failed, tried = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(
            test, out=told.append
        )
        assert tried
        assert not failed, "".join(told)
