"""What a plugin ended in, in one line for its author; a wrong call of ours in terms of what it takes."""

import re
from inspect import signature
from types import ModuleType
from typing import Any

from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import listed

_CALL = re.compile(
    r"((?:\w+\.)*?\w+)(?:\.__init__)?\(\) (got an unexpected keyword argument '(\w+)'|takes |missing |got multiple )"
)


def in_one_line(problem: BaseException) -> str:
    """The kind of an exception, and the first line of what it says; a call that went wrong, in the author's terms."""
    try:
        if wrong := wrong_call(problem):
            return f"a wrong call: {wrong}"
        lines = str(problem).strip().splitlines()
    except Exception:  # what it says is a plugin's code too
        lines = []
    return ": ".join([type(problem).__name__, *lines[:1]])


def wrong_call(problem: BaseException) -> str:
    """What is wrong with the arguments of a call to the public surface; empty for any other exception.

    Examples:
        >>> from mentorkit.api import Parameter, Strength, at_least
        >>> for call in (lambda: at_least(2, Strength.MUST), lambda: Parameter("doors", limit=[])):
        ...     try:
        ...         call()
        ...     except TypeError as problem:
        ...         print(wrong_call(problem))
        at_least() takes bound first, and the rest by name: strength=…, sources=…, days=…; 2 values stand there ...
        Parameter() has no 'limit'; did you mean "limits"? It takes description first, and the rest by name: ...
    """
    found = _CALL.match(str(problem)) if isinstance(problem, TypeError) else None
    if found is None:
        return ""
    called = _called(problem, found[1])
    if called is None:
        return ""
    arguments = [each for each in signature(called).parameters.values() if each.name != "self"]
    named = [each.name for each in arguments if each.kind is each.KEYWORD_ONLY]
    placed = [each.name for each in arguments if each.kind is not each.KEYWORD_ONLY]
    takes = [f"{listed(placed)} {'first' if len(placed) == 1 else 'in this order'}"] if placed else []
    takes += [f"{'the rest' if placed else 'all'} by name: {', '.join(f'{name}=…' for name in named)}"] if named else []
    if unknown := found[3]:
        close = asks(did_you_mean(unknown, [*placed, *named])) or "."
        return f"{found[1]}() has no '{unknown}'{close} It takes {', and '.join(takes)}"
    needed = [each.name for each in arguments if each.kind is not each.VAR_POSITIONAL and each.default is each.empty]
    too_many = re.search(r"but (\d+) were given", str(problem))
    given = f"; {too_many[1]} values stand there without a name" if too_many else ""
    needs = f"; it needs {listed(needed)}" if needed and not too_many else ""
    return f"{found[1]}() takes {', and '.join(takes)}{given}{needs}"


def _called(problem: BaseException, name: str) -> Any:
    """What has this name where the exception was raised, if it is ours: "Fact", or "Source.at" of something there."""
    step = problem.__traceback__
    while step and step.tb_next:
        step = step.tb_next
    if step is None:
        return None
    first, *others = name.split(".")
    there = [*step.tb_frame.f_locals.values(), *step.tb_frame.f_globals.values()]
    public = [vars(value) for value in there if isinstance(value, ModuleType) and value.__name__ == "mentorkit.api"]
    places = [step.tb_frame.f_globals, *public]
    found = [place[first] for place in places if first in place]
    found += [type(value) for value in there if type(value).__name__ == first]
    for called in found:
        for part in others:
            called = getattr(called, part, None)
        if callable(called) and str(getattr(called, "__module__", "")).startswith("mentorkit."):
            return called
    return None
