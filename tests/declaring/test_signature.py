"""What a rule's function takes and returns: what cannot work is refused where it is declared, with what to write."""

from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from typing import Annotated, Any

import pytest

from mentorkit.api import Duration, Evidence, Fact, Parameter, Problem, Programme, Rule, Source, Strength, rule
from mentorkit.declaring.decorator import RuleError

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
Settled = Annotated[Duration, Parameter("how long they have been settled", example='"3 months"')]
Since = Annotated[date, Fact("since when")]
A_FUNCTION = "a rule is a function, written with def directly under @rule; this is "
EITHER = "a rule answers, or finds problems: write -> bool or Iterator[Problem], not -> "
SEARCH = "a rule that takes the programme or a view gives problems: -> Iterator[Problem]"
NEVER = "leave it out: what is not stated or known is never filled in"
TEXT = "annotations are text here: leave out 'from __future__ import annotations'"


def declare(function: Any) -> Rule:
    return rule("HSG101", strength=Strength.MUST, sources=[SOURCE], unmet="no", fix="wait")(function)


def counts(settled: Settled, since: Since) -> int:
    """R."""
    return 1


def names(settled: Settled, since: Since) -> str:
    """R."""
    return ""


def may_not_know(settled: Settled, since: Since) -> bool | None:
    """R."""
    return None


def waits(settled: Settled, since: Since) -> bool:  # type: ignore[misc] # as its author believes
    """R."""
    yield True


def is_text(settled: Settled, since: Since) -> "bool":
    """R."""
    return True


def judges(programme: Programme) -> bool:
    """R."""
    return True


def tells(programme: Programme) -> Iterator[str]:
    """R."""
    yield from ()


async def is_async(settled: Settled, since: Since) -> bool:
    """R."""
    return True


async def gives_later(programme: Programme) -> Any:
    """R."""
    yield None


def takes_more(settled: Settled, since: Since, **others: Any) -> bool:
    """R."""
    return True


def takes_several(*others: Any, since: Since) -> bool:
    """R."""
    return True


def by_place(settled: Settled, since: Since, /) -> bool:
    """R."""
    return True


def filled_in(settled: Settled, since: Since = date(2026, 1, 1)) -> bool:
    """R."""
    return True


def filled_in_by_name(settled: Settled, *, since: Since, on: date = date(2026, 1, 1)) -> bool:
    """R."""
    return True


def on_a_text(settled: Settled, since: Since, on: str) -> bool:
    """R."""
    return True


def of_a_part(programme: Settled) -> Iterator[Problem]:
    """R."""
    yield from ()


class Judge:
    """R."""

    def __call__(self) -> bool:
        """R."""
        return True

    def judge(self) -> bool:
        """R."""
        return True

    @staticmethod
    def alone() -> bool:
        """R."""
        return True


WRONG: list[tuple[Any, str]] = [
    (counts, f"{EITHER}int"),
    (names, f"{EITHER}str"),
    (may_not_know, f"{EITHER}bool | None"),
    (waits, "the function answers with bool and has a yield in it; return True or False"),
    (is_text, TEXT),
    (judges, SEARCH),
    (tells, f"{EITHER}Iterator[str]"),
    (is_async, "the function is async; write def, because a rule waits for nothing"),
    (gives_later, "the function is async; write def, because a rule waits for nothing"),
    (takes_more, "the function takes **others; name each thing that it asks, as an argument of its own"),
    (takes_several, "the function takes *others; name each thing that it asks, as an argument of its own"),
    (by_place, "the arguments are given by name; leave the / out"),
    (filled_in, f"the argument 'since' has a default; {NEVER}"),
    (filled_in_by_name, f"the argument 'on' has a default; {NEVER}"),
    (on_a_text, "'on' is the day of the decision: write on: date, not str"),
    (of_a_part, "'programme' is the whole design: write programme: Programme, not Annotated[…]"),
    (lambda settled, since: True, f"{A_FUNCTION}a lambda, which has no name and no docstring"),
    (partial(filled_in, since=date(2026, 1, 1)), f"{A_FUNCTION}a partial of filled_in"),
    (cache(counts), f"{A_FUNCTION}counts inside another decorator; leave that out"),
    (Judge(), f"{A_FUNCTION}a Judge"),
    (Judge, f"{A_FUNCTION}the class Judge"),
    (Judge().judge, f"{A_FUNCTION}a method"),
    (Judge.__dict__["alone"], f"{A_FUNCTION}a staticmethod; move it out of its class"),
]


@pytest.mark.parametrize(("function", "message"), WRONG, ids=[message for _, message in WRONG])
def test_what_cannot_work_is_refused(function: Any, message: str) -> None:
    with pytest.raises(RuleError) as refused:
        declare(function)
    assert str(refused.value).startswith("rule HSG101 (")
    assert str(refused.value).partition("): ")[2] == message


@pytest.mark.parametrize("name", ["id", "Id", "supervisor", "capacity", "hours_needed", "mentee_vetoes"])
@pytest.mark.parametrize("was", [False, True])
def test_a_fact_does_not_take_the_name_of_a_column_that_sheets_keep(name: str, was: bool) -> None:
    fact = Annotated[date, Fact("since when", was=name if was else "")]
    space: dict[str, Any] = {"__name__": "made", "Settled": Settled, "Its": fact}
    called = "since" if was else name
    exec(f"def judges(settled: Settled, {called}: Its) -> bool:\n    'R.'\n    return True\n", space)  # noqa: S102
    with pytest.raises(
        RuleError, match=f"sheets keep the column '{name}' for .*; give the fact a name that says what it is of"
    ):
        declare(space["judges"])


def test_an_argument_is_not_called_like_the_day_from_which_a_rule_is_met() -> None:
    def judges(settled: Settled, eligible_from: Since) -> bool:
        """R."""
        return True

    message = "'eligible_from' is the first day on which a rule is met, and messages could not tell the two apart"
    with pytest.raises(RuleError, match=message):
        declare(judges)
