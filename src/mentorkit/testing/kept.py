"""What the modules of a plugin keep: what is otherwise after rules were asked was changed by who was asked about."""

import sys
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import FunctionType, GeneratorType, ModuleType
from typing import Any

import attrs

from mentorkit.core.condition import Condition
from mentorkit.core.rule import Rule

_DEEPEST = 8
"""How far into what holds others it is looked."""


def kept_by(package: str) -> dict[tuple[str, str], Any]:
    """What each module of a package keeps under each name, as something that can be compared later.

    What `cache` and `cached_property` have worked out is left out: it is the same as if it were worked out again.

    Args:
        package: the name of one that has been imported.
    """
    inside = {
        name: module
        for name, module in sorted(sys.modules.items())
        if module is not None and (name == package or name.startswith(f"{package}."))
    }
    look = _Look(package)
    return {(name, label): look.at(value) for name, module in inside.items() for label, value in _named(module)}


def _named(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The names of a module, and those in its classes."""
    for name, value in list(vars(module).items()):
        if name.startswith("__") or isinstance(value, ModuleType):
            continue
        if isinstance(value, type):
            own = vars(value).items() if value.__module__ == module.__name__ else ()
            yield from ((f"{name}.{inner}", held) for inner, held in own if not inner.startswith("__"))
        else:
            yield name, value


@attrs.frozen
class _Look:
    """Makes of values what can be compared with what they are later.

    Attributes:
        package: whose functions and objects are looked into.
    """

    package: str

    def at(self, value: Any, depth: int = 0) -> Any:
        """A value, with what it holds."""
        if depth > _DEEPEST:
            return None
        if isinstance(value, list | tuple | deque):
            return [type(value).__name__, *(self.at(entry, depth + 1) for entry in value)]
        if isinstance(value, Mapping):
            return {repr(key): self.at(held, depth + 1) for key, held in list(value.items())}
        if isinstance(value, set | frozenset):
            return sorted(map(repr, value))
        if isinstance(value, staticmethod | classmethod):
            return self.at(value.__func__, depth)
        if isinstance(value, FunctionType):
            return self._at_function(value, depth) if self._is_own(value.__module__) else None
        if isinstance(value, Rule):
            return [self.at(value.function, depth + 1), self.at(value.applies, depth + 1)]
        if isinstance(value, Condition):
            return [self.at(value.test, depth + 1), self.at(value.parts, depth + 1)]
        if isinstance(value, GeneratorType):
            return value.gi_frame and value.gi_frame.f_lasti
        if isinstance(value, Iterator):
            return repr(value) if type(value).__module__ == "itertools" else repr(value.__reduce__())
        if isinstance(value, int | float | str | bytes | bytearray | None):
            return repr(value)
        return self._at_object(value, depth)

    def _at_function(self, function: FunctionType, depth: int) -> Any:
        cells = []
        for cell in function.__closure__ or ():
            try:
                cells.append(cell.cell_contents)
            except ValueError:  # nothing is in it yet
                continue
        held = (function.__defaults__, function.__kwdefaults__, vars(function), cells)
        return [self.at(each, depth + 1) for each in held]

    def _at_object(self, value: Any, depth: int) -> Any:
        """What an object of a class of the package has; and of others, only what a plain one would be used for."""
        if not self._is_own(type(value).__module__) and type(value).__name__ != "SimpleNamespace":
            return None
        slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        held = {name: getattr(value, name) for name in slots if hasattr(value, name)} | getattr(value, "__dict__", {})
        worked_out = [name for name in held if isinstance(getattr(type(value), name, None), cached_property)]
        return {name: self.at(each, depth + 1) for name, each in held.items() if name not in worked_out}

    def _is_own(self, module: str | None) -> bool:
        return module is not None and (module == self.package or module.startswith(f"{self.package}."))
