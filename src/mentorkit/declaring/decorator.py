"""The two ways to declare a rule: as a function, or by its limits alone."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, get_origin

import attrs

from mentorkit.core.arguments import Argument, Parameter
from mentorkit.core.condition import Condition
from mentorkit.core.limit import Bound, Limit
from mentorkit.core.rule import DECLARED, Rule
from mentorkit.core.source import Source, cited
from mentorkit.core.stage import Area
from mentorkit.core.strength import Strength
from mentorkit.declaring.checks import check_rule
from mentorkit.declaring.plain_function import name_of
from mentorkit.declaring.signature import Signature
from mentorkit.declaring.ways_of_rule import ways_of_rule
from mentorkit.programme.path import Path, Place, path_of, text_of_place
from mentorkit.programme.shared_keys import shared_key, shared_names
from mentorkit.programme.ways import Way
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.values.days import ALWAYS, Days
from mentorkit.values.review import Review

_ID = re.compile(r"[A-Z]{3}([0-8])[0-9]{2}")
_AREAS = {str(area.number): area for area in Area}
_EXAMPLE = '{"training.length": at_least("8 weeks")}'


class RuleError(Exception):
    """A rule is declared wrongly; the message names the rule and what to change.

    Examples:
        >>> @rule("HOUSING1", strength=Strength.MUST, sources=[])
        ... def insured(programme: Programme) -> bool: ...
        Traceback (most recent call last):
        mentorkit.declaring.decorator.RuleError: rule HOUSING1 (__main__.insured): the id is three capitals, a digit ...
    """


def rule(
    id: str,
    *,
    strength: Strength,
    sources: Iterable[Source],
    unmet: str = "",
    fix: str = "",
    requires: Mapping[Any, object] | None = None,
    reads: Iterable[str | Place] = (),
    met_by_more: Iterable[str] = (),
    applies: Condition | None = None,
    ways: Iterable[Way] = (),
    days: Days = ALWAYS,
    waivable: bool = True,
    waived_by: Iterable[str] = (),
    refers: bool = False,
    reviewed: Review | None = None,
    asked_since: str | None = None,
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
        reads: the keys that a function which takes the programme looks at, such as "supervision.phases" or
            At.supervision.phases. Nothing asks for them; explanations and the schema name the rule there.
        met_by_more: the arguments that are lists and could meet the rule with more entries, such as ["staff"]. A list
            may have what it does not name, so where the rule is not met, the design falls short only if the file says
            in `file.complete` that it names all there is, and is not settled otherwise. A search says it of each
            problem, as `falls_short` takes it.
        applies: in which designs the rule applies; all where left out.
        ways: the ways of support for which the rule makes sense, such as [Way.PAIR]. Where left out, those that have
            the stage of the rule, or all. It never holds in a way for which something that it needs makes no sense, and
            does not apply to a programme that offers none of them.
        days: when the rule holds, such as Days(first=date(2027, 4, 1)); always where left out.
        waivable: False for a safeguarding rule that no service may set aside.
        waived_by: the roles of which one has to agree to a waiver, such as ["designated safeguarding lead"]. Where left
            out, somebody who answers for safety has to, for rules on supervision and musts of the network.
        refers: True where a case that does not meet the rule, or of which that is not known, is referred to a person
            whatever the strength: for a harm that nobody has ruled out, such as ties that nobody has looked for.
        reviewed: in which role somebody who does the work has looked at the rule, and when; nobody where left out.
        asked_since: the edition of the sector that brings the rule, such as "2026-11"; left out for the first rules.

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
        with _in_the_rule(id, name_of(function)):
            takes = Signature.of(function)
            reason = " ".join((function.__doc__ or "").split())
            if not reason:
                raise RuleError("the docstring is missing; it says why the rule is there")
            if isinstance(function.__globals__.get(function.__name__), Rule):
                raise RuleError("the module has a rule of that name already, which would be lost")
            return _make_rule(
                id,
                strength,
                sources,
                applies,
                [*takes.parameters, *(_required_parameters([requires]) if requires is not None else ())],
                name=function.__name__.replace("_", " "),
                reason=reason,
                unmet=unmet,
                fix=fix,
                ways=ways,
                days=days,
                waivable=waivable,
                waived_by=_as_roles(waived_by),
                refers=refers,
                reviewed=reviewed,
                facts=takes.facts,
                reads=_as_paths(reads),
                met_by_more=tuple(met_by_more),
                views=takes.views,
                tables=takes.tables,
                arguments=takes.arguments,
                asked_since=asked_since,
                function=function,
                searches=takes.searches,
                module=function.__module__,
                line=(function.__code__.co_filename, function.__code__.co_firstlineno),
            )

    return declare


def requires(
    id: str,
    name: str,
    *keys: Mapping[Any, object],
    strength: Strength,
    sources: Iterable[Source],
    reason: str,
    fix: str = "",
    applies: Condition | None = None,
    ways: Iterable[Way] = (),
    days: Days = ALWAYS,
    waivable: bool = True,
    waived_by: Iterable[str] = (),
    reviewed: Review | None = None,
    asked_since: str | None = None,
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
        ways: the ways of support for which the rule makes sense, such as [Way.PAIR]. Where left out, those that have
            the stage of the rule, or all. It never holds in a way for which something that it needs makes no sense, and
            does not apply to a programme that offers none of them.
        days: when the rule holds, such as Days(first=date(2027, 4, 1)); always where left out.
        waivable: False for a safeguarding rule that no service may set aside.
        waived_by: the roles of which one has to agree to a waiver, such as ["designated safeguarding lead"]. Where left
            out, somebody who answers for safety has to, for rules on supervision and musts of the network.
        reviewed: in which role somebody who does the work has looked at the rule, and when; nobody where left out.
        asked_since: the edition of the sector that brings the rule, such as "2026-11"; left out for the first rules.

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
            ways=ways,
            days=days,
            waivable=waivable,
            waived_by=_as_roles(waived_by),
            reviewed=reviewed,
            asked_since=asked_since,
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


def _exact_if_must(limit: Limit) -> Limit:
    """A limit of a rule that decides about people: what is binding then is kept to the day."""
    if isinstance(limit, Bound) and limit.strength is Strength.MUST:
        return attrs.evolve(limit, exact=True)
    return limit


def _make_rule(
    id: str,
    strength: Strength,
    sources: Iterable[Source],
    applies: Condition | None,
    parameters: Iterable[Argument],
    ways: Iterable[Way],
    days: Days,
    **others: Any,
) -> Rule:
    """A rule whose limits have its strength and sources where they state none, after a look at whether it can work.

    What a parameter declares stays as it is, so that rules of different strengths can share one declaration.
    """
    cited_sources = cited(sources)
    if not cited_sources:
        raise RuleError("name at least one source")
    held = days if isinstance(days, Days) else ALWAYS  # the rule refuses anything else
    asked = tuple(argument.of_rule(strength, cited_sources, held) for argument in parameters)
    if others.get("facts"):
        asked = tuple(attrs.evolve(each, limits=tuple(map(_exact_if_must, each.limits))) for each in asked)
    area = _AREAS[id[3]]
    made = Rule(
        id=id,
        strength=strength,
        sources=cited_sources,
        applies=applies,
        parameters=asked,
        ways=ways,
        days=days,
        area=area,
        **others,
    )
    check_rule(made)
    return attrs.evolve(made, ways=ways_of_rule(ways, area, asked, made.facts, made.arguments, applies))


def _as_roles(roles: Any) -> tuple[str, ...]:
    if isinstance(roles, str) or not isinstance(roles, Iterable):
        raise RuleError("'waived_by' is a list of roles, also of one: waived_by=[\"safeguarding lead\"]")
    made = tuple(roles)
    if not all(isinstance(role, str) and role.strip() for role in made):
        raise RuleError("'waived_by' names roles as texts")
    return made


def _as_paths(reads: Any) -> tuple[Path, ...]:
    if isinstance(reads, str | Place) or not isinstance(reads, Iterable):
        raise RuleError("'reads' is a list, also of one: reads=[…]")
    return tuple(path_of(key) for key in reads)


def _required_parameters(keys: Iterable[Mapping[Any, object]]) -> Iterator[Argument]:
    """The parameters of keys that have to be stated, as `requires` takes them."""
    asked: dict[str, list[object]] = {}
    for mapping in keys:
        if not isinstance(mapping, Mapping):
            raise RuleError(f"keys stand with what is asked of them: {_EXAMPLE}")
        for place, value in mapping.items():
            key = text_of_place(place)
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
