"""The decorator: what it makes of a function, and every way in which it refuses one."""

from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType
from typing import Annotated, Any

import attrs
import pytest

from mentorkit.api import (
    Duration,
    Evidence,
    Fact,
    Parameter,
    Problem,
    Programme,
    Rule,
    RuleError,
    Sector,
    Source,
    Stage,
    Strength,
    at_least,
    falls_short,
    includes,
    one_of,
    requires,
    rule,
    rules_in,
)
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.values.crash_log import CrashedError

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
Wait = Annotated[
    Duration, Parameter("the wait", limits=[at_least("1 week", strength=Strength.MUST, sources=[SOURCE.at("a week")])])
]
Since = Annotated[date, Fact("the day")]


def make(function: Callable[..., Any], id: str = "TST101", **said: Any) -> Rule:
    return rule(id, **{"strength": Strength.MUST, "sources": [SOURCE], "unmet": "no", **said})(function)


def long_enough(wait: Wait, since: Since, on: date) -> bool:
    """Because."""
    return on >= since + wait


def test_a_function_becomes_a_rule_with_everything_that_its_signature_says() -> None:
    made = make(long_enough, unmet="since {since}: less than {wait}", fix="wait until {eligible_from}")
    assert (made.id, made.name, made.reason, made.strength) == ("TST101", "long enough", "Because.", Strength.MUST)
    assert [(argument.name, argument.type) for argument in made.parameters] == [("wait", Duration)]
    assert [(argument.name, argument.type) for argument in made.facts] == [("since", date)]
    assert made.arguments == ("wait", "since", "on")
    assert (made.module, made.line) == (__name__, (__file__, long_enough.__code__.co_firstlineno))
    assert made.stage is Stage.SCREENING
    assert made.has_function
    assert made.all_sources == (SOURCE, SOURCE.at("a week"))


def test_a_rule_can_be_called_as_the_function_that_it_is() -> None:
    made, week = make(long_enough), Duration.parse("1 week")
    assert made(week, date(2026, 1, 1), date(2026, 1, 8)) is True
    assert made(wait=week, since=date(2026, 1, 1), on=date(2026, 1, 7)) is False
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'on'"):
        made(week, date(2026, 1, 1))


def test_a_rule_of_limits_alone_cannot_be_called() -> None:
    asked = requires("TST201", "long", {"training.length": ()}, strength=Strength.MUST, sources=[SOURCE], reason="So.")
    with pytest.raises(TypeError, match="TST201 is no more than its limits, so there is nothing to ask it"):
        asked("8 weeks")


def test_a_parameter_stands_in_the_table_of_its_sector_or_where_it_says() -> None:
    def bound(length: Annotated[Duration, Parameter(at="training.length")], wait: Wait) -> bool:
        """Because."""
        return length >= wait

    made = attrs.evolve(make(bound), owner="housing")
    assert [made.path(argument) for argument in made.parameters] == [
        ("training", "length"),
        ("screening", "housing", "wait"),
    ]


def no_docstring(wait: Wait) -> bool: ...  # type: ignore[empty-body]


def nothing_asked() -> bool:
    """Because."""
    return True


def stranger(wait: Wait, weather: str) -> bool:
    """Because."""
    return bool(wait and weather)


def unanswered(wait: Wait):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Because."""


def silent(wait: Wait) -> None:
    """Because."""


def both(programme: Programme, since: Since) -> Iterator[Problem]:
    """Because."""
    yield from ()


def answers_about_all(programme: Programme) -> bool:
    """Because."""
    return bool(programme)


def pair(wait: Wait, since: Since) -> bool:
    """Because."""
    return bool(wait and since)


def idle_date(wait: Wait, on: date) -> bool:
    """Because."""
    return bool(wait and on)


def undescribed(wait: Annotated[Duration, Parameter()]) -> bool:
    """Because."""
    return bool(wait)


def wrong_bound(wait: Annotated[bool, Parameter("x", limits=[at_least("1 day")])]) -> bool:
    """Because."""
    return bool(wait)


def number_for_time(wait: Annotated[Duration, Parameter("x", limits=[at_least(3)])]) -> bool:
    """Because."""
    return bool(wait)


def no_list(
    wait: Annotated[str, Parameter("x", limits=[includes("a")])],
) -> bool:
    """Because."""
    return bool(wait)


def decimal(wait: Annotated[float, Parameter("x")]) -> bool:
    """Because."""
    return bool(wait)


def loose(wait: Annotated[list[str], Parameter("x")]) -> bool:
    """Because."""
    return bool(wait)


def no_scalar(
    wait: Annotated[tuple[str, ...], Parameter("x", limits=[one_of("a")])],
) -> bool:
    """Because."""
    return bool(wait)


@pytest.mark.parametrize(
    ("function", "said", "message"),
    [
        (long_enough, {"id": "SUBS101"}, "the id is three capitals"),
        (long_enough, {"id": "sub101"}, "the id is three capitals"),
        (long_enough, {"id": "SUB901"}, "the id is three capitals"),
        (no_docstring, {}, "the docstring is missing"),
        (long_enough, {"sources": []}, "name at least one source"),
        (nothing_asked, {}, "the function asks for nothing"),
        (stranger, {}, "the argument 'weather' is neither a Parameter, a Fact, a ByDay nor a View"),
        (silent, {}, r"answers nothing; what is no more than limits is declared with requires\(\)"),
        (both, {}, "a rule that asks facts answers with a bool; problems are searched in the design alone"),
        (answers_about_all, {}, "a rule that takes the programme or a view gives problems: -> Iterator"),
        (idle_date, {"reads": ["training.topics"]}, "'reads' says what a rule looks at in the programme; this one"),
        (pair, {"id": "TST301"}, "'since' must begin with mentor_ or mentee_"),
        (pair, {"id": "TST801"}, "facts are asked at a stage; the area governance is none"),
        (idle_date, {}, "'on' is the date of a decision, and nothing here can depend on it"),
        (undescribed, {}, "'wait' needs a description"),
        (wrong_bound, {}, "the limit 'at least 1 day' does not fit 'wait': true or false"),
        (number_for_time, {}, "the limit 'at least 3' does not fit 'wait': length of time"),
        (no_list, {}, "does not fit 'wait': "),
        (decimal, {}, "no file or record can hold the type of 'wait'"),
        (loose, {}, "no file or record can hold the type of 'wait'"),
        (no_scalar, {}, "does not fit 'wait': "),
        (long_enough, {"unmet": ""}, "say in 'unmet'"),
        (unanswered, {}, "say what the function returns"),
        (long_enough, {"strength": "must"}, "'strength' is Strength.MUST"),
        (long_enough, {"sources": ["a book"]}, "'sources' lists what is a Source"),
        (long_enough, {"sources": SOURCE}, r"sources is a list, also of one: sources=\[…\]"),
        (long_enough, {"requires": {"training.wait": ()}}, 'no shared table has the key "training.wait"'),
        (
            long_enough,
            {"requires": {"training.since": Annotated[int, Parameter("x", at="training.since")]}},
            "two things",
        ),
        (long_enough, {"applies": lambda programme: True}, "'applies' is a condition"),
        (long_enough, {"unmet": "since {sinse}"}, r"unmet names \{sinse\}, which is no argument"),
        (long_enough, {"fix": "{abstinence}"}, r"fix names \{abstinence\}"),
        (long_enough, {"fix": "{0}"}, r"fix names \{0\}"),
        (long_enough, {"fix": "{"}, "fix"),
        (long_enough, {"fix": "{since.year}"}, "fix"),
    ],
)
def test_a_wrong_declaration_is_refused_at_import_with_its_place(
    function: Callable[..., Any], said: dict[str, Any], message: str
) -> None:
    with pytest.raises(RuleError, match=message) as refused:
        make(function, **said)
    assert f"rule {said.get('id', 'TST101')} ({__name__}.{function.__name__})" in str(refused.value)


def test_a_second_rule_of_one_name_is_refused_because_the_first_would_be_lost() -> None:
    space: dict[str, Any] = {"Wait": Wait}
    exec("def twice(wait: Wait) -> bool:\n    'Because.'", space)  # noqa: S102
    space["twice"] = make(space["twice"])
    exec("def again(wait: Wait) -> bool:\n    'Because.'\nagain.__name__ = 'twice'", space)  # noqa: S102
    with pytest.raises(RuleError, match="the module has a rule of that name already"):
        make(space["again"])


def test_annotations_as_text_are_refused_because_they_would_hide_what_is_asked() -> None:
    space: dict[str, Any] = {}
    exec("from __future__ import annotations\ndef later(wait: Wait) -> bool:\n    'Because.'", space)  # noqa: S102
    with pytest.raises(RuleError, match="leave out 'from __future__ import annotations'"):
        make(space["later"])


def test_what_the_file_has_to_state_besides_is_no_argument_of_the_function() -> None:
    topics = includes("a", strength=Strength.CAUTION)
    made = make(long_enough, unmet="{topics}: too short", requires={"training.topics": topics, "training.length": ()})
    assert [argument.name for argument in made.parameters] == ["wait", "topics", "length"]
    assert made.parameters[1].limits == (topics.of_rule(Strength.MUST, (SOURCE,)),)
    values = {"wait": Duration.parse("1 week"), "topics": ("a",), "length": Duration.parse("1 day")}
    assert made.answer({**values, "since": date(2026, 1, 1), "on": date(2026, 1, 8)})


def test_rules_that_share_a_declaration_have_its_limits_each_with_their_own_strength() -> None:
    shared = Annotated[Duration, Parameter("the wait", limits=[at_least("1 week")])]

    def one(wait: shared) -> bool:
        """Because."""
        return bool(wait)

    def other(wait: shared) -> bool:
        """Because."""
        return bool(wait)

    must, should = make(one), make(other, id="TST102", strength=Strength.SHOULD)
    assert [made.parameters[0].limits[0].strength for made in (must, should)] == [Strength.MUST, Strength.SHOULD]
    sector = Sector(title="t", prefix="TST", edition="1")
    rulebook_of({"test": sector}, [attrs.evolve(made, owner="test") for made in (must, should)])  # they do not clash


def test_a_module_hands_out_the_rules_that_it_declares_itself_by_id() -> None:
    module = ModuleType(__name__)
    first, second = make(long_enough, id="TST102"), make(long_enough, id="TST101")
    vars(module).update(one=first, two=second)
    assert rules_in(module) == [second, first]
    assert rules_in(ModuleType("elsewhere")) == []
    other = ModuleType("elsewhere")
    vars(other)["borrowed"] = first
    assert rules_in(other) == []


def crash(since: Since) -> bool:
    """Because."""
    raise KeyError(str(since))


def leave(since: Since) -> bool:
    """Because."""
    raise SystemExit(f"{since}")


def shrug(since: Since) -> bool:
    """Because."""
    return 1  # type: ignore[return-value]


class Nasty(BaseException):
    """Not even an Exception."""


def sneak(since: Since) -> bool:
    """Because."""
    raise Nasty(since)


def stop(since: Since) -> bool:
    """Because."""
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (crash, "it ended in KeyError"),
        (leave, "it ended in SystemExit"),
        (sneak, "it ended in Nasty"),
        (shrug, "it answered with int, not with true"),
    ],
)
def test_a_rule_that_crashes_says_how_and_never_with_what(function: Callable[..., bool], message: str) -> None:
    with pytest.raises(CrashedError, match=message) as crashed:
        make(function).answer({"since": date(2026, 1, 1)})
    assert "2026" not in str(crashed.value)


def test_an_interrupted_rule_is_interrupted() -> None:
    with pytest.raises(KeyboardInterrupt):
        make(stop).answer({"since": date(2026, 1, 1)})


def test_a_search_that_gives_anything_but_problems_has_crashed() -> None:
    def tell(programme: Programme) -> Iterator[Problem]:
        """Because."""
        yield falls_short("training", f"{programme.programme.name} has none")
        yield "text"  # type: ignore[misc]

    def deny(programme: Programme) -> Iterator[Problem]:
        """Because."""
        return None  # type: ignore[return-value]

    with pytest.raises(CrashedError, match="something that is not a problem"):
        make(tell, id="TST001").search({"programme": Programme()})
    with pytest.raises(CrashedError, match="it ended in TypeError"):
        make(deny, id="TST001").search({"programme": Programme()})
