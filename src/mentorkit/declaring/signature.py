"""What the function of a rule takes and gives, as its annotations say."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, NamedTuple, get_origin

from mentorkit.core.arguments import Argument, Fact, Parameter, View
from mentorkit.core.finding import Problem
from mentorkit.declaring.plain_function import refuse_arguments, refuse_named, searches_for
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.values.days import ByDay

_KNOWN = {"on": (date, "the day of the decision"), "programme": (Programme, "the whole design")}
"""The arguments that are known by their name."""


class Signature(NamedTuple):
    """What a function takes, by kind, and whether it gives problems instead of an answer.

    Attributes:
        arguments: the names of all that it takes, in their order.
        parameters: what the design must state.
        facts: what the programme must ask.
        views: what is read from the whole design, by the name of the argument.
        tables: values by the day, by the name of the argument.
        searches: whether it gives problems.
    """

    arguments: tuple[str, ...]
    parameters: tuple[Argument, ...]
    facts: tuple[Argument, ...]
    views: Mapping[str, type[View]]
    tables: Mapping[str, ByDay]
    searches: bool

    @classmethod
    def of(cls, function: Callable[..., Any]) -> "Signature":
        """Reads the annotations.

        Raises:
            ValueError: for an argument or a result that no rule can have.
        """
        refuse_arguments(function)
        code = function.__code__
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        parameters: list[Argument] = []
        facts: list[Argument] = []
        views: dict[str, type[View]] = {}
        tables: dict[str, ByDay] = {}
        for name in names:
            annotation: Any = function.__annotations__.get(name)
            declared = annotation.__metadata__[0] if get_origin(annotation) is Annotated else None
            if isinstance(annotation, str):
                raise ValueError("annotations are text here: leave out 'from __future__ import annotations'")
            if name in _KNOWN:
                refuse_named(function, name, *_KNOWN[name])
                continue
            if isinstance(annotation, type) and issubclass(annotation, View):
                views[name] = annotation
            elif isinstance(declared, ByDay):
                tables[name] = declared
            elif isinstance(declared, Parameter):
                type_ = stated_type(annotation.__origin__)
                parameters.append(Argument(name, type_, declared, optional=type_ is not annotation.__origin__))
            elif isinstance(declared, Fact):
                facts.append(Argument(name, annotation.__origin__, declared, ways=declared.ways))
            else:
                raise ValueError(
                    f"the argument {name!r} is neither a Parameter, a Fact, a ByDay nor a View, nor 'on' or 'programme'"
                )
        return cls(
            arguments=names,
            parameters=tuple(parameters),
            facts=tuple(facts),
            views=views,
            tables=tables,
            searches=searches_for(function, Problem),
        )
