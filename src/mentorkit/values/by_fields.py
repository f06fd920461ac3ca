"""Equality, hash and repr by the fields of an attrs class, written once for all of them.

attrs writes and compiles these three anew for every class, at each start of the process, which takes longer than all
else that making a class takes; a run makes some sixty classes and compares, hashes and shows next to none of them.
Classes whose values are compared all the time, such as `Source`, have what attrs makes.
"""

from typing import Any

import attrs

from mentorkit.values.inexact import as_compared


class ByFields:
    """What a class decorated with `attrs.frozen(eq=False, repr=False)` inherits in place of what attrs would make.

    Examples:
        >>> @attrs.frozen(eq=False, repr=False)
        ... class Room(ByFields):
        ...     doors: int
        >>> Room(2) == Room(2), Room(2) == Room(3), len({Room(2), Room(2)}), Room(2)
        (True, False, 1, Room(doors=2))
    """

    __slots__ = ()

    def _compared(self) -> tuple[Any, ...]:
        values = [getattr(self, field.name) for field in attrs.fields(type(self)) if field.eq]  # type: ignore[arg-type]
        return tuple([as_compared(value) for value in values])

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, ByFields) or type(other) is not type(self):
            return NotImplemented
        return self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def __repr__(self) -> str:
        shown = [field.name for field in attrs.fields(type(self)) if field.repr]  # type: ignore[arg-type]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"
