"""The decorator that makes a rule of an annotated function, and everything that it refuses at import."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.condition import Condition
from mentorkit.core.rule import Argument, Fact, Parameter, Rule, View
from mentorkit.core.source import Source
from mentorkit.core.stage import Area
from mentorkit.core.strength import Strength
from mentorkit.text.words import WORDS, placeholders_of

_ID = re.compile(r"[A-Z]{3}([0-8])[0-9]{2}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class RuleError(Exception):
    """A rule is declared wrongly; the message names the rule and what to change.

    Examples:
        >>> @rule("HOUSING1", strength=Strength.MUST, sources=[])
        ... def insured() -> None: ...
        Traceback (most recent call last):
        mentorkit.core.decorator.RuleError: rule HOUSING1 (__main__.insured): the id is three capitals, a digit ...
    """


def rule(
    id: str,
    *,
    strength: Strength,
    sources: Iterable[Source],
    unmet: str = "",
    fix: str = "",
    applies: Condition | None = None,
    waivable: bool = True,
) -> Callable[[Callable[..., Any]], Rule]:
    """Makes a rule of an annotated function.

    Args:
        id: three capitals of the sector, the digit of the area, two digits.
        strength: MUST, SHOULD or CAUTION.
        sources: at least one.
        unmet: what is told where the function answers False; may name arguments, `eligible_from` and the sector's
            words in braces. Needed where the function returns a bool.
        fix: what to do then; the same names.
        applies: in which designs the rule applies; all where left out.
        waivable: False for a safeguarding rule that no service may set aside.

    Raises:
        RuleError: at import, where the declaration is wrong: a bad id, no source, no docstring, an argument that is
            no parameter, fact or view, `on` or `programme`, a placeholder that names none of them …

    Examples:
        >>> from datetime import date
        >>> law = Source(author="A", title="An Act", address="https://example.org", evidence=Evidence.GUIDANCE)
        >>> @rule(
        ...     "HSG101",
        ...     strength=Strength.MUST,
        ...     sources=[law],
        ...     unmet="housed since {housed_since}: less than {housed_for}",
        ...     fix="ask again on {eligible_from}",
        ... )
        ... def housed_long_enough(
        ...     housed_for: Annotated[Duration, Parameter("how long mentors have been housed", example='"3 months"')],
        ...     housed_since: Annotated[date, Fact("the date since when the applicant has been housed")],
        ...     on: date,
        ... ) -> bool:
        ...     '''Who has just moved has enough to do.'''
        ...     return on >= housed_since + housed_for
        >>> housed_long_enough.id, [fact.name for fact in housed_long_enough.facts]
        ('HSG101', ['housed_since'])
    """

    def declare(function: Callable[..., Any]) -> Rule:
        try:
            return _declare(function)
        except RuleError as problem:
            raise RuleError(f"rule {id} ({function.__module__}.{function.__name__}): {problem}") from None

    def _declare(function: Callable[..., Any]) -> Rule:
        if not _ID.fullmatch(id):
            raise RuleError(
                "the id is three capitals, a digit from 0 to 8 for the area, and two digits, such as SUB101"
            )
        reason = " ".join((function.__doc__ or "").split())
        if not reason:
            raise RuleError("the docstring is missing; it says why the rule is there")
        cited = tuple(sources)
        if not cited:
            raise RuleError("name at least one source")
        parameters, facts, takes, views = _arguments(function)
        if "return" not in function.__annotations__:
            raise RuleError("say what the function returns: bool, None, or Iterator[Problem]")
        judges = function.__annotations__["return"] is not None
        if isinstance(function.__globals__.get(function.__name__), Rule):
            raise RuleError("the module has a rule of that name already, which would be lost")
        _check_said(cited, strength, applies)
        made = Rule(
            id=id,
            name=function.__name__.replace("_", " "),
            strength=strength,
            sources=cited,
            reason=reason,
            unmet=unmet,
            fix=fix,
            applies=applies,
            waivable=waivable,
            parameters=parameters,
            facts=facts,
            takes=takes,
            views=views,
            judges=judges,
            function=function,
            area=next(area for area in Area if area.number == int(id[3])),
        )
        _check(made)
        return made

    return declare


def _check_said(sources: tuple[Any, ...], strength: Any, applies: Any) -> None:
    """Refuses at import what would only show when a programme is judged."""
    if not all(isinstance(source, Source) for source in sources):
        raise RuleError("a source is a Source, with author, title, address and kind of evidence")
    if not isinstance(strength, Strength):
        raise RuleError("the strength is Strength.MUST, Strength.SHOULD or Strength.CAUTION")
    if applies is not None and not isinstance(applies, Condition):
        raise RuleError("'applies' is a condition, made by when() or in_settings()")


def _arguments(
    function: Callable[..., Any],
) -> tuple[tuple[Argument, ...], tuple[Argument, ...], frozenset[str], dict[str, type[View]]]:
    """The parameters, the facts, which of `on` and `programme`, and the views that a function takes."""
    parameters: list[Argument] = []
    facts: list[Argument] = []
    takes: set[str] = set()
    views: dict[str, type[View]] = {}
    code = function.__code__
    for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        annotation: Any = function.__annotations__.get(name)
        if isinstance(annotation, str):
            raise RuleError("annotations are text here: leave out 'from __future__ import annotations'")
        if name in ("on", "programme"):
            takes.add(name)
        elif isinstance(annotation, type) and issubclass(annotation, View):
            views[name] = annotation
        elif get_origin(annotation) is Annotated and isinstance(annotation.__metadata__[0], Parameter | Fact):
            argument = Argument(name, annotation.__origin__, annotation.__metadata__[0])
            (parameters if isinstance(argument.declared, Parameter) else facts).append(argument)
        else:
            raise RuleError(f"the argument {name!r} is neither a Parameter, a Fact nor a View, nor 'on' or 'programme'")
    return tuple(parameters), tuple(facts), frozenset(takes), views


def _check(made: Rule) -> None:
    """Refuses what cannot work, so that no rule is half read later."""
    if made.looks_at_design and (made.parameters or made.facts):
        raise RuleError(
            "a rule that takes the programme or a view reads everything from it; leave out parameters and facts"
        )
    if not (made.parameters or made.facts or made.looks_at_design):
        raise RuleError("the function asks for nothing: it needs a Parameter, a Fact or the programme")
    if made.unmet and not made.judges:
        raise RuleError("'unmet' is told where the function answers False, and it answers nothing: return a bool")
    if made.facts and not made.area.stage:
        raise RuleError(f"facts are asked at a stage; the area {made.area.table} is none")
    if made.facts and not made.judges:
        raise RuleError("a function that asks facts has to answer: return a bool")
    if made.judges and not made.looks_at_design and not made.unmet:
        raise RuleError("say in 'unmet' what a case or design is told that does not meet the rule")
    if "on" in made.takes and not (made.facts or made.looks_at_design):
        raise RuleError("'on' is the date of a decision, and nothing here can depend on it")
    if made.area is Area.MATCHING:
        for argument in made.facts:
            if not argument.name.startswith(("mentor_", "mentee_")):
                raise RuleError(f"at matching the case is a pair: {argument.name!r} must begin with mentor_ or mentee_")
    for argument in (*made.parameters, *made.facts):
        if argument.name in WORDS:
            raise RuleError(f"{argument.name!r} is a word that sectors set, and messages could not tell the two apart")
        if not _can_be_read(argument.type):
            raise RuleError(
                f"no file or record can hold the type of {argument.name!r}; kinds.py names those that can be"
            )
    for argument in made.parameters:
        _check_limits(argument)
    for argument in (*made.parameters, *made.facts):
        declared = argument.declared
        if declared.was and (declared.was == argument.name or not _NAME.fullmatch(declared.was)):
            raise RuleError(f"'was' is the name that {argument.name!r} had before, such as 'waiting_time'")
        if not declared.description and not (isinstance(declared, Parameter) and declared.at):
            raise RuleError(f"{argument.name!r} needs a description")
    known = (
        {argument.name for argument in (*made.parameters, *made.facts)} | made.takes | {"eligible_from"} | set(WORDS)
    )
    for label, text in (("unmet", made.unmet), ("fix", made.fix)):
        placeholders, rest = placeholders_of(text)
        if re.search(r"\{(\S|$)", rest):
            raise RuleError(
                f"{label} has a brace that is not around a name; after one that is meant as such, put a blank"
            )
        if unknown := sorted(placeholders - known):
            raise RuleError(f"{label} names {{{unknown[0]}}}, which is no argument; there are {sorted(known)}")


def _can_be_read(type_: Any) -> bool:
    """Whether there is a strict reading of a type: see `structure.py`."""
    if get_origin(type_) is tuple:
        return len(get_args(type_)) == 2 and get_args(type_)[1] is ... and _can_be_read(get_args(type_)[0])
    if get_origin(type_) is Literal:
        return all(isinstance(choice, str) for choice in get_args(type_))
    return type_ in (str, int, bool, date) or attrs.has(type_)


def _check_limits(argument: Argument) -> None:
    """A limit that cannot be compared with the value's type would refuse every design, or crash on it."""
    for limit in argument.limits:
        if not limit.fits(argument.type):
            raise RuleError(f"the limit 'should be {limit.words}' does not fit the type of {argument.name!r}")
