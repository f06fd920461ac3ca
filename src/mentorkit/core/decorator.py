"""The two ways to declare a rule, as a function or by its limits alone, and everything that is refused at import."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, get_origin

import attrs

from mentorkit.core.condition import Condition
from mentorkit.core.limit import Limit
from mentorkit.core.rule import DECLARED, Argument, Fact, Parameter, Rule, View
from mentorkit.core.source import Source, cited
from mentorkit.core.stage import Area
from mentorkit.core.strength import Strength
from mentorkit.programme.kind_in_words import can_be_read, kind_in_words
from mentorkit.programme.path import path_of
from mentorkit.programme.shared_keys import shared_key, shared_names
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import WORDS, placeholders_of

_ID = re.compile(r"[A-Z]{3}([0-8])[0-9]{2}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_AREAS = {str(area.number): area for area in Area}
_EXAMPLE = '{"training.length": at_least("8 weeks")}'


class RuleError(Exception):
    """A rule is declared wrongly; the message names the rule and what to change.

    Examples:
        >>> @rule("HOUSING1", strength=Strength.MUST, sources=[])
        ... def insured(programme: Programme) -> bool: ...
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
    requires: Mapping[str, object] | None = None,
    applies: Condition | None = None,
    waivable: bool = True,
) -> Callable[[Callable[..., Any]], Rule]:
    """Makes a rule of an annotated function, which answers or searches; `requires` makes one that has only limits.

    Args:
        id: three capitals of the sector, the digit of the area, two digits.
        strength: MUST, SHOULD or CAUTION.
        sources: at least one.
        unmet: what is said where the function answers False; may name arguments, `eligible_from` and the sector's
            words in braces. Needed where the function returns a bool.
        fix: what to do then; the same names.
        requires: what else the file has to state, of which the function needs to know nothing: from a key to its
            limits, as in `requires`. `unmet` and `fix` may name such a key by the last part of it.
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
        >>> housed_long_enough(Duration.parse("3 months"), date(2026, 1, 31), on=date(2026, 4, 29))  # in a unit test
        False
    """

    def declare(function: Callable[..., Any]) -> Rule:
        with _in_the_rule(id, f"{function.__module__}.{function.__name__}"):
            reason = " ".join((function.__doc__ or "").split())
            if not reason:
                raise RuleError("the docstring is missing; it says why the rule is there")
            parameters, facts, views = _arguments(function)
            if "return" not in function.__annotations__:
                raise RuleError("say what the function returns: bool or Iterator[Problem]")
            if function.__annotations__["return"] is None:
                raise RuleError("the function answers nothing; what is no more than limits is declared with requires()")
            if isinstance(function.__globals__.get(function.__name__), Rule):
                raise RuleError("the module has a rule of that name already, which would be lost")
            return _make_rule(
                id,
                strength,
                sources,
                applies,
                [*parameters, *(_required_parameters([requires]) if requires is not None else ())],
                name=function.__name__.replace("_", " "),
                reason=reason,
                unmet=unmet,
                fix=fix,
                waivable=waivable,
                facts=tuple(facts),
                views=views,
                arguments=_argument_names(function),
                function=function,
                module=function.__module__,
                line=(function.__code__.co_filename, function.__code__.co_firstlineno),
            )

    return declare


def requires(
    id: str,
    name: str,
    *keys: Mapping[str, object],
    strength: Strength,
    sources: Iterable[Source],
    reason: str,
    fix: str = "",
    applies: Condition | None = None,
    waivable: bool = True,
) -> Rule:
    """Makes a rule that is met where the file states some keys, each within its limits.

    Args:
        id: three capitals of the sector, the digit of the area, two digits; the rule stands under it in its module.
        name: what the rule says, in a few words.
        keys: what has to be stated: from a key to a limit, to several limits, to `()` where any value will do, or to
            the `Annotated` declaration of a parameter. A key of the shared tables has its table before it, as in
            "training.length". One of the sector's own is declared, with its type and description; it stands in the
            sector's table at the stage of the rule, unless it says another, as in "relationship.housing.visits". What
            several mappings say of one key holds together.
        strength: MUST, SHOULD or CAUTION; that of the limits too, unless they state their own.
        sources: at least one; those of the limits too, unless they state their own.
        reason: why the rule is there.
        fix: what to do where it is not met; may name the sector's words in braces.
        applies: in which designs the rule applies; all where left out.
        waivable: False for a safeguarding rule that no service may set aside.

    Raises:
        RuleError: at import, where the declaration is wrong: a bad id, no source, no reason, a key that the shared
            tables do not have, a limit that does not fit the key …

    Examples:
        >>> handbook = Source(author="A", title="A book", address="https://example.org", evidence=Evidence.PRACTICE)
        >>> HSG201 = requires(
        ...     "HSG201",
        ...     "the course gives people time",
        ...     {"training.length": at_least("8 weeks"), "training.topics": ()},
        ...     strength=Strength.SHOULD,
        ...     sources=[handbook.at("a course of eight weeks")],
        ...     reason="People need time to practise, and to think again.",
        ... )
        >>> length, topics = HSG201.parameters
        >>> length.limits[0].words, length.limits[0].strength is Strength.SHOULD, topics.limits
        ('at least 8 weeks', True, ())
    """
    caller = sys._getframe(1)
    where = caller.f_globals.get("__name__", "")
    # What is declared within a function is a rule of the module that gives it a name.
    at_top = caller.f_code.co_name == "<module>"
    with _in_the_rule(id, where):
        if isinstance(caller.f_globals.get(id), Rule) or id in caller.f_globals.get(DECLARED, {}):
            raise RuleError("the module has a rule of that id already, which would be lost")
        made = _make_rule(
            id,
            strength,
            sources,
            applies,
            _required_parameters(keys),
            name=name,
            reason=reason,
            unmet="",
            fix=fix,
            waivable=waivable,
            module=where if at_top else "",
            line=(caller.f_code.co_filename, caller.f_lineno),
        )
        if at_top:
            caller.f_globals.setdefault(DECLARED, {})[id] = made
        return made


@contextmanager
def _in_the_rule(id: str, where: str) -> Iterator[None]:
    """Says of what is refused in which rule, and where it stands."""
    try:
        if not isinstance(id, str) or not _ID.fullmatch(id):
            raise RuleError("the id is three capitals, a digit from 0 to 8 for the area, and two digits, like SUB101")
        yield
    except (RuleError, ValueError) as problem:
        raise RuleError(f"rule {id} ({where}): {problem}") from None


def _make_rule(
    id: str,
    strength: Strength,
    sources: Iterable[Source],
    applies: Condition | None,
    parameters: Iterable[Argument],
    **others: Any,
) -> Rule:
    """A rule whose limits have its strength and sources where they state none, after a look at whether it can work.

    What a parameter declares stays as it is, so that rules of different strengths can share one declaration.
    """
    cited_sources = cited(sources)
    if not cited_sources:
        raise RuleError("name at least one source")
    made = Rule(
        id=id,
        strength=strength,
        sources=cited_sources,
        applies=applies,
        parameters=tuple(argument.of_rule(strength, cited_sources) for argument in parameters),
        area=_AREAS[id[3]],
        **others,
    )
    _check_rule(made)
    return made


def _required_parameters(keys: Iterable[Mapping[str, object]]) -> Iterator[Argument]:
    """The parameters of keys that have to be stated, as `requires` takes them."""
    asked: dict[str, list[object]] = {}
    for mapping in keys:
        if not isinstance(mapping, Mapping):
            raise RuleError(f"keys stand with what is asked of them: {_EXAMPLE}")
        for key, value in mapping.items():
            if not isinstance(key, str):
                raise RuleError(f"a key is a text, such as {_EXAMPLE}")
            asked.setdefault(key, []).append(value)
    if not asked:
        raise RuleError(f"say which keys the file has to state, such as {_EXAMPLE}")
    for key, values in asked.items():
        declared = [value for value in values if get_origin(value) is Annotated]
        if not declared:
            yield _shared_parameter(key, tuple(limit for value in values for limit in _limits(key, value)))
        elif len(values) == 1:
            yield _own_parameter(key, declared[0])
        else:
            raise RuleError(f'"{key}" is declared with Annotated and asked for again; put its limits there')


def _limits(key: str, value: object) -> tuple[Any, ...]:
    if isinstance(value, Limit):
        return (value,)
    if not isinstance(value, tuple | list):
        raise RuleError(f'"{key}" takes limits such as at_least(…), () where any value will do, or Annotated[…]')
    return tuple(value)


def _shared_parameter(key: str, limits: tuple[Any, ...]) -> Argument:
    """A key of the tables that every programme shares, whose type and description stand there."""
    parameter = Parameter(at=key, limits=limits)
    shared = shared_key(path_of(key))
    if shared is None:
        own = '{"doors": Annotated[int, Parameter("how many doors there are")]}'
        message = f'no shared table has the key "{key}"; declare a key of your own, as in {own}'
        raise RuleError(f"{message}{asks(did_you_mean(key, shared_names()))}")
    return Argument(key.rpartition(".")[2], shared.type, parameter)


def _own_parameter(key: str, annotation: Any) -> Argument:
    """A parameter of the sector's vocabulary, which says itself what it is."""
    parameter = annotation.__metadata__[0]
    if not isinstance(parameter, Parameter):
        raise RuleError(f'"{key}" is not a Parameter; what is asked of a person needs a function, with @rule')
    if parameter.at is None and "." in key:
        parameter = attrs.evolve(parameter, at=key)
    if parameter.at not in (None, key):
        raise RuleError(f'its declaration says at="{parameter.at}", so the key is "{parameter.at}" and not "{key}"')
    return Argument(key.rpartition(".")[2], annotation.__origin__, parameter)


def _argument_names(function: Callable[..., Any]) -> tuple[str, ...]:
    code = function.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _arguments(function: Callable[..., Any]) -> tuple[list[Argument], list[Argument], dict[str, type[View]]]:
    """The parameters, the facts and the views that a function takes."""
    parameters: list[Argument] = []
    facts: list[Argument] = []
    views: dict[str, type[View]] = {}
    for name in _argument_names(function):
        annotation: Any = function.__annotations__.get(name)
        if isinstance(annotation, str):
            raise RuleError("annotations are text here: leave out 'from __future__ import annotations'")
        if name in ("on", "programme"):
            continue
        if isinstance(annotation, type) and issubclass(annotation, View):
            views[name] = annotation
        elif get_origin(annotation) is Annotated and isinstance(annotation.__metadata__[0], Parameter | Fact):
            argument = Argument(name, annotation.__origin__, annotation.__metadata__[0])
            (parameters if isinstance(argument.declared, Parameter) else facts).append(argument)
        else:
            raise RuleError(f"the argument {name!r} is neither a Parameter, a Fact nor a View, nor 'on' or 'programme'")
    return parameters, facts, views


def _check_rule(made: Rule) -> None:
    """Refuses what cannot work, so that no rule is half read later."""
    if made.looks_at_design and (made.parameters or made.facts):
        raise RuleError(
            "a rule that takes the programme or a view reads everything from it; leave out parameters and facts"
        )
    if not (made.parameters or made.facts or made.looks_at_design):
        raise RuleError("the function asks for nothing: it needs a Parameter, a Fact or the programme")
    if made.facts and not made.area.stage:
        raise RuleError(f"facts are asked at a stage; the area {made.area.table} is none")
    if made.has_function and not made.looks_at_design and not made.unmet:
        raise RuleError("say in 'unmet' what is wrong with a case or design that does not meet the rule")
    if "on" in made.arguments and not (made.facts or made.looks_at_design):
        raise RuleError("'on' is the date of a decision, and nothing here can depend on it")
    if made.area is Area.MATCHING:
        for argument in made.facts:
            if not argument.name.startswith(("mentor_", "mentee_")):
                raise RuleError(f"at matching the case is a pair: {argument.name!r} must begin with mentor_ or mentee_")
    for argument in (*made.parameters, *made.facts):
        declared = argument.declared
        if made.has_function and argument.name in WORDS:
            raise RuleError(f"{argument.name!r} is a word that sectors set, and messages could not tell the two apart")
        if not can_be_read(argument.type):
            raise RuleError(f"no file or record can hold the type of {argument.name!r}")
        for limit in argument.limits:
            if not limit.fits(argument.type):
                raise RuleError(
                    f"the limit '{limit.words}' does not fit {argument.name!r}: {kind_in_words(argument.type)}"
                )
        if declared.was and (declared.was == argument.name or not _NAME.fullmatch(declared.was)):
            raise RuleError(f"'was' is the name that {argument.name!r} had before, such as 'waiting_time'")
        if not declared.description and not (isinstance(declared, Parameter) and declared.at):
            raise RuleError(f"{argument.name!r} needs a description")
    names = [argument.name for argument in (*made.parameters, *made.facts)]
    if made.has_function and (twice := [name for name in names if names.count(name) > 1]):
        raise RuleError(f"two things are called {twice[0]!r} here; give one of them another name")
    for label, text in (("unmet", made.unmet), ("fix", made.fix)):
        if "{" not in text:
            continue
        asked = (
            (*names, "eligible_from", *{"on", "programme"}.intersection(made.arguments)) if made.has_function else ()
        )
        known = {*WORDS, *asked}
        placeholders, rest = placeholders_of(text)
        if re.search(r"\{(\S|$)", rest):
            raise RuleError(
                f"{label} has a brace that is not around a name; put a space after one that is meant as such"
            )
        if unknown := sorted(placeholders - known):
            what = "argument" if made.has_function else "word that sectors set"
            raise RuleError(f"{label} names {{{unknown[0]}}}, which is no {what}; there are {sorted(known)}")
