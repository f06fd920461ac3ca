"""Whether a rule's function is a plain one: what cannot work is refused in its author's terms."""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import partial
from inspect import CO_VARARGS, CO_VARKEYWORDS, isasyncgenfunction, iscoroutinefunction, isgeneratorfunction
from types import FunctionType
from typing import Any, get_args, get_origin

from mentorkit.values.declared import kind_of

_MANY: tuple[Any, ...] = (Iterator, Iterable, Generator, Sequence, list, tuple)
_WRITE = "a rule is a function, written with def directly under @rule"


def name_of(function: Any) -> str:
    """Where an author finds what they declared, as well as it can be told: 'mentorkit_housing.screening.insured'."""
    name = getattr(function, "__name__", None) or type(function).__name__
    return f"{getattr(function, '__module__', None) or type(function).__module__}.{name}"


def refuse_arguments(function: Any) -> None:
    """Refuses what is not a plain function whose arguments each have a name and nothing that fills them in.

    Raises:
        ValueError: saying what is there and what to write instead.

    Examples:
        >>> def late(days: int = 3) -> bool: ...
        >>> refuse_arguments(late)
        Traceback (most recent call last):
        ValueError: the argument 'days' has a default; leave it out: what is not stated or known is never filled in
    """
    if not isinstance(function, FunctionType):
        raise ValueError(f"{_WRITE}; this is {_kind(function)}")
    if function.__name__ == "<lambda>":
        raise ValueError(f"{_WRITE}; this is a lambda, which has no name and no docstring")
    if iscoroutinefunction(function) or isasyncgenfunction(function):
        raise ValueError("the function is async; write def, because a rule waits for nothing")
    code = function.__code__
    named = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    if code.co_flags & (CO_VARARGS | CO_VARKEYWORDS):
        star = "*" if code.co_flags & CO_VARARGS else "**"
        several = f"{star}{code.co_varnames[len(named)]}"
        raise ValueError(f"the function takes {several}; name each thing that it asks, as an argument of its own")
    if code.co_posonlyargcount:
        raise ValueError("the arguments are given by name; leave the / out")
    by_default = [*named[code.co_argcount - len(function.__defaults__ or ()) : code.co_argcount]]
    if filled := [*by_default, *(function.__kwdefaults__ or {})]:
        why = "what is not stated or known is never filled in"
        raise ValueError(f"the argument {filled[0]!r} has a default; leave it out: {why}")


def _kind(thing: Any) -> str:
    if isinstance(thing, partial):
        return f"a partial of {getattr(thing.func, '__name__', 'a function')}"
    if isinstance(thing, staticmethod | classmethod | property):
        return f"a {type(thing).__name__}; move it out of its class"
    if hasattr(thing, "__wrapped__"):
        return f"{thing.__wrapped__.__name__} inside another decorator; leave that out"
    return kind_of(thing) if not callable(thing) or isinstance(thing, type) else f"a {type(thing).__name__}"


def refuse_named(function: Any, name: str, type_: type, what: str) -> None:
    """Refuses an argument that everybody knows by its name, where it is annotated as something else.

    Raises:
        ValueError: saying what it is.
    """
    annotation = function.__annotations__.get(name, type_)
    if annotation is not type_:
        raise ValueError(f"{name!r} is {what}: write {name}: {type_.__name__}, not {_written(annotation)}")


def searches_for(function: Any, problem: type) -> bool:
    """Whether a function searches for problems; refuses one that neither does that nor answers with true or false.

    Args:
        function: that was declared.
        problem: the type of what a search finds.

    Raises:
        ValueError: saying what to write.
    """
    either = f"bool or Iterator[{problem.__name__}]"
    if "return" not in function.__annotations__:
        raise ValueError(f"say what the function returns: {either}")
    returned = function.__annotations__["return"]
    if returned is None:
        raise ValueError("the function answers nothing; what is no more than limits is declared with requires()")
    if isinstance(returned, str):
        raise ValueError("annotations are text here: leave out 'from __future__ import annotations'")
    searches = get_origin(returned) in _MANY and (get_args(returned) or (None,))[0] is problem
    if not searches and returned is not bool:
        raise ValueError(f"a rule answers, or finds problems: write -> {either}, not -> {_written(returned)}")
    if not searches and isgeneratorfunction(function):
        raise ValueError("the function answers with bool and has a yield in it; return True or False")
    return searches


def _written(type_: Any) -> str:
    """A type as an author writes it, without the modules that its names are from."""
    if hasattr(type_, "__metadata__"):
        return "Annotated[…]"
    written = type_.__name__ if isinstance(type_, type) and not get_args(type_) else str(type_)
    return re.sub(r"\b(?:\w+\.)+(?=\w)", "", written)
