"""What holds from one day until another: limits, rules, conditions and tables, as --on decides."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.api import (
    ByDay,
    Days,
    Duration,
    Fact,
    Mentors,
    Parameter,
    Problem,
    Programme,
    Rule,
    RuleError,
    Sector,
    Stage,
    Strength,
    at_least,
    during,
    falls_short,
    in_nations,
    requires,
    rule,
)
from mentorkit.core.case_reading import Case, Outcome, decide
from mentorkit.core.design_reading import read_design
from mentorkit.core.rulebook import Rulebook
from mentorkit.records.due import Agenda
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme
from tests.examples import examples
from tests.made_up_sector import ONE

LAST = date(2027, 3, 31)
FIRST = date(2027, 4, 1)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
OPEN = st.none() | DAYS


def book_of(*rules: Rule) -> Rulebook:
    sector = Sector(title="a test", prefix="TST", edition="1")
    return rulebook_of({"test": sector}, [attrs.evolve(made, owner="test") for made in rules])


def design(**tables: Any) -> Programme:
    programme, faults = read_programme(tables, {})
    assert not faults
    return programme


def found(rule: Rule, programme: Programme, on: date) -> list[str]:
    return [finding.message for finding in read_design(book_of(rule), programme, on)]


hours = requires(
    "TST201",
    "enough hours",
    {
        "training.contact_time": [
            at_least("4 hours", days=Days(last=LAST)),
            at_least("8 hours", days=Days(first=FIRST)),
        ],
        "training.topics": at_least(1, days=Days(first=FIRST)),
    },
    strength=Strength.MUST,
    sources=[ONE],
    reason="Because.",
)


@pytest.mark.parametrize(
    ("on", "messages"),
    [
        (LAST, []),
        (
            FIRST,
            [
                "the programme does not state topics: what the course covers",
                'how many hours of teaching the course has: "4 hours", but it has to be at least 8 hours',
            ],
        ),
    ],
)
def test_a_limit_asks_for_nothing_on_other_days_and_nobody_has_to_state_a_key_for_its_sake(
    on: date, messages: list[str]
) -> None:
    assert found(hours, design(training={"contact_time": "4 hours"}), on) == messages


@rule(
    "TST101",
    strength=Strength.MUST,
    sources=[ONE],
    unmet="waiting since {since}",
    fix="ask again on {eligible_from}",
    days=Days(first=FIRST, last=FIRST + timedelta(days=99)),
)
def a_year(since: Annotated[date, Fact("when")], on: date) -> bool:
    """Because."""
    return on >= since + Duration(1, "year")


@pytest.mark.parametrize(
    ("on", "outcome", "eligible_from"),
    [
        (LAST, Outcome.REFER, None),  # no rule asks anything yet
        (FIRST, Outcome.NOT_YET, None),  # it ends before a year is over, and then no rule asks anything
        (date(2027, 7, 10), Outcome.REFER, None),
    ],
)
def test_a_rule_is_asked_on_its_days_alone(on: date, outcome: Outcome, eligible_from: date | None) -> None:
    decision = decide(book_of(a_year), Programme(), Stage.SCREENING, Case("a-1", {"since": date(2027, 1, 1)}), on)
    assert (decision.outcome, decision.eligible_from) == (outcome, eligible_from)


@rule(
    "TST102",
    strength=Strength.MUST,
    sources=[ONE],
    unmet="waiting since {since}",
    fix="ask again on {eligible_from}",
    days=Days(last=LAST),
)
def a_month(since: Annotated[date, Fact("when")], on: date) -> bool:
    """Because."""
    return on >= since + Duration(1, "month")


@rule(
    "TST103",
    strength=Strength.MUST,
    sources=[ONE],
    unmet="waiting since {since}",
    fix="ask again on {eligible_from}",
    days=Days(first=FIRST),
)
def two_months(since: Annotated[date, Fact("when")], on: date) -> bool:
    """Because."""
    return on >= since + Duration(2, "month")


@pytest.mark.parametrize(
    ("since", "eligible_from"),
    [
        (date(2027, 2, 20), date(2027, 3, 20)),  # before the stricter rule begins
        (date(2027, 3, 10), date(2027, 5, 10)),  # the milder one would have let them go on in April
    ],
)
def test_the_day_from_which_somebody_goes_on_is_one_by_the_rules_of_that_day(since: date, eligible_from: date) -> None:
    case = Case("a-1", {"since": since})
    decision = decide(book_of(a_month, two_months), Programme(), Stage.SCREENING, case, date(2027, 3, 15))
    assert (decision.outcome, decision.eligible_from) == (Outcome.NOT_YET, eligible_from)


def test_what_a_rule_will_ask_is_due_the_day_before_it_begins() -> None:
    case = Case("a-1", {"since": date(2027, 1, 1)})
    on = LAST - timedelta(days=5)
    due = Agenda(book_of(a_year), Programme(), on, 30).due(case)
    assert [(item.by, item.overdue) for item in due] == [(LAST, False)]
    assert Agenda(book_of(a_year), Programme(), on, 3).due(case) == []
    assert Agenda(book_of(a_year), Programme(), FIRST + timedelta(days=100), 30).due(case) == []


@rule("TST104", strength=Strength.MUST, sources=[ONE], unmet="no", fix="insure them", days=Days(FIRST, FIRST))
def insured(is_insured: Annotated[bool, Fact("whether they are insured")]) -> bool:
    """Because."""
    return is_insured


@rule("TST105", strength=Strength.MUST, sources=[ONE], unmet="no", fix="insure them")
def paid_for(
    length: Annotated[
        Duration, Parameter("how long", at="training.length", limits=[at_least("4 weeks", days=Days(FIRST))])
    ],
    since: Annotated[date, Fact("since when they are insured")],
    on: date,
) -> bool:
    """Because."""
    return since + length <= on


def test_what_a_limit_of_the_design_stops_from_a_day_on_is_due_the_day_before() -> None:
    case = Case("a-1", {"since": date(2027, 1, 1)})
    programme = design(training={"length": "2 weeks"})
    (item,) = Agenda(book_of(paid_for), programme, LAST - timedelta(days=5), 30).due(case)
    assert (item.by, item.overdue) == (LAST, False)
    assert item.unclear == "from 2027-04-01, what the programme states as length is outside its limits"
    assert Agenda(book_of(paid_for), programme, LAST - timedelta(days=5), 3).due(case) == []
    (item,) = Agenda(book_of(paid_for), programme, FIRST, 3).due(case)
    assert (item.by, item.unclear) == (None, "what the programme states as length is outside its limits")


def test_what_is_met_on_no_day_is_due_with_no_date() -> None:
    never = attrs.evolve(paid_for, function=lambda length, since, on: on < on)
    agenda = Agenda(book_of(never), design(training={"length": "4 weeks"}), FIRST, 3)
    (item,) = agenda.due(Case("a-1", {"since": date(2027, 1, 1)}))
    assert (item.by, item.overdue) == (None, False)
    assert item.unclear == "it is met on no day that was looked at"


def test_a_wait_of_more_than_five_years_has_its_day_and_is_told_of() -> None:
    programme, case = design(training={"length": "4 weeks"}), Case("a-1", {"since": date(2027, 1, 1)})
    book = book_of(attrs.evolve(paid_for, function=lambda length, since, on: on >= date(2036, 1, 1)))
    decided, items = decide(book, programme, Stage.SCREENING, case, FIRST), Agenda(book, programme, FIRST, 3).due(case)
    assert (decided.outcome, decided.eligible_from) == (Outcome.NOT_YET, date(2036, 1, 1))
    assert (items[0].by, items[0].unclear) == (None, "it is not met before 2036-01-01; check whether that is meant")


def test_what_begins_and_ends_within_the_days_looked_at_is_due_too() -> None:
    case = Case("a-1", {"is_insured": False})
    on = LAST - timedelta(days=5)
    for days in (6, 30):
        assert [item.by for item in Agenda(book_of(insured), Programme(), on, days).due(case)] == [LAST]
    assert Agenda(book_of(insured), Programme(), on, 3).due(case) == []


@rule(
    "TST105",
    strength=Strength.MUST,
    sources=[ONE],
    unmet="no",
    fix="wait",
    requires={"training.contact_time": at_least("8 hours"), "training.topics": at_least(1, days=Days(first=FIRST))},
)
def waited(
    wait: Annotated[Duration, Parameter("the wait", example='"1 month"')],
    since: Annotated[date, Fact("when")],
    on: date,
) -> bool:
    """Because."""
    return on >= since + wait


def test_what_a_function_need_not_know_is_asked_on_its_days_and_judged_in_its_own_units() -> None:
    book = book_of(waited)
    stated = {
        "screening": {"collects": ["since"], "test": {"wait": "1 month"}},
        "training": {"contact_time": "40 hours"},
    }
    programme, faults = read_programme(stated, book.sector_keys)
    assert not faults
    case = Case("a-1", {"since": date(2026, 1, 1)})
    assert read_design(book, programme, LAST) == []
    assert decide(book, programme, Stage.SCREENING, case, LAST).outcome is Outcome.PROCEED
    assert [finding.path[-1] for finding in read_design(book, programme, FIRST)] == ["topics"]
    assert decide(book, programme, Stage.SCREENING, case, FIRST).outcome is Outcome.REFER


@rule("TST106", strength=Strength.MUST, sources=[ONE], unmet="no", fix="in {most}, as {wait} says, not {since}")
def within(
    wait: Annotated[Duration, Parameter("the wait", example='"1 day"')],
    since: Annotated[date, Fact("when")],
    most: Annotated[int, ByDay({LAST: 20, FIRST: 12})],
    on: date,
) -> bool:
    """Because."""
    return on <= since + wait + Duration(most, "day")


def test_what_is_due_says_what_to_do_with_the_values_of_the_programme_and_the_day_and_none_of_the_person() -> None:
    book = book_of(within)
    programme, _ = read_programme({"screening": {"test": {"wait": "2 days"}}}, book.sector_keys)
    case = Case("a-1", {"since": date(2027, 4, 1)})
    (item,) = Agenda(book, programme, date(2027, 4, 3), 30).due(case)
    assert item.fix == "in 12, as 2 days says, not [since]"


@rule("TST001", strength=Strength.MUST, sources=[ONE], unmet="{active} are more than {most}", fix="fewer")
def few(active: Mentors, most: Annotated[int, ByDay({date(2027, 1, 1): 20, FIRST: 12})]) -> bool:
    """Because."""
    return active <= most


def test_a_table_gives_the_value_of_the_day_and_none_before_it_begins() -> None:
    programme = design(programme={"mentors": 16})
    assert found(few, programme, LAST) == []
    assert found(few, programme, FIRST) == ["16 are more than 12"]
    (crashed,) = found(few, programme, date(2026, 12, 31))
    assert crashed == "this rule could not be applied: it ended in LookupError"
    assert few(active=16, most=20)


def test_a_message_names_the_value_of_the_day() -> None:
    assert few.depends_on_day
    assert few.changes == {FIRST}, "its table has no value before the first, so nothing changes there"


only_then = requires(
    "TST202",
    "only in Wales from April on",
    {"training.topics": ()},
    strength=Strength.SHOULD,
    sources=[ONE],
    reason="Because.",
    applies=in_nations("wales") & during(Days(first=FIRST)),
)


@pytest.mark.parametrize(
    ("nation", "on", "keys"),
    [
        ("wales", LAST, []),
        ("wales", FIRST, ["topics"]),
        ("england", FIRST, []),
        (None, LAST, []),  # the day alone decides
        (None, FIRST, ["nation"]),  # and else what is unknown is asked for first
    ],
)
def test_a_condition_holds_on_its_days_alone(nation: str | None, on: date, keys: list[str]) -> None:
    programme = design(programme={"nation": nation} if nation else {})
    assert [finding.path[-1] for finding in read_design(book_of(only_then), programme, on)] == keys


@rule("TST002", strength=Strength.MUST, sources=[ONE])
def searched(programme: Programme, active: Mentors) -> Iterator[Problem]:
    """Because."""
    if active > 10 and programme.programme.mentees is None:
        yield falls_short("programme.mentees", "many mentors, and nobody knows for whom")


def test_a_search_that_asks_for_a_key_waits_until_it_is_stated() -> None:
    assert found(searched, design(), LAST) == [
        "the programme does not state mentors: how many mentors are active at a time"
    ]
    assert found(searched, design(programme={"mentors": 9}), LAST) == []
    assert found(searched, design(programme={"mentors": 12}), LAST) == ["many mentors, and nobody knows for whom"]


@rule("TST003", strength=Strength.MUST, sources=[ONE])
def doors(
    programme: Programme, number: Annotated[int | None, Parameter("how many doors there are", at="role.test.doors")]
) -> Iterator[Problem]:
    """Because."""
    if number is not None and number < (programme.programme.mentors or 0):
        yield falls_short("role.test.doors", f"{number} doors are few")


def test_a_search_may_take_a_key_that_nobody_has_to_state() -> None:
    book = book_of(doors)
    assert book.sector_keys == {("role", "test", "doors"): int}
    for stated, messages in (({}, []), ({"doors": 2}, ["2 doors are few"]), ({"doors": 20}, [])):
        data = {"programme": {"mentors": 9}, "role": {"test": stated} if stated else {}}
        programme, faults = read_programme(data, book.sector_keys)
        assert not faults
        assert [finding.message for finding in read_design(book, programme, LAST)] == messages
    with pytest.raises(RuleError, match="'number' may be None, and only a search may take a key that nobody has to"):

        @rule("TST004", strength=Strength.MUST, sources=[ONE], unmet="no")
        def answers(number: Annotated[int | None, Parameter("how many", example="2")]) -> bool:
            """Because."""
            return number is None


def test_a_limit_holds_on_days_of_its_rule_alone_and_on_one_of_them_at_least() -> None:
    def made(limit: Days, whole: Days) -> Rule:
        return requires(
            "TST204",
            "topics",
            {"training.topics": at_least(2, days=limit)},
            strength=Strength.MUST,
            sources=[ONE],
            reason="Because.",
            days=whole,
        )

    (argument,) = made(Days(), Days(last=LAST)).parameters
    assert [limit.days for limit in argument.limits] == [Days(last=LAST)]
    message = "a limit holds up to and including 2027-03-31 and the rule from 2027-04-01, so the limit never does"
    with pytest.raises(RuleError, match=message):
        made(Days(last=LAST), Days(first=FIRST))


@examples(50)
@given(st.lists(st.tuples(OPEN, OPEN), max_size=3), DAYS)
def test_the_rulebook_of_a_day_has_the_limits_of_that_day_and_changes_on_no_other(
    stretches: list[tuple[date | None, date | None]], day: date
) -> None:
    days = [Days(*pair) for pair in stretches if not (pair[0] and pair[1] and pair[1] < pair[0])]
    made = requires(
        "TST203",
        "a key",
        {"training.contact_time": [at_least(f"{number + 2} hours", days=each) for number, each in enumerate(days)]},
        strength=Strength.MUST,
        sources=[ONE],
        reason="Because.",
    )
    book = book_of(made)
    limits = [limit for argument in book.on(day).rules[0].parameters for limit in argument.limits]
    assert [limit.days for limit in limits] == [each for each in days if day in each]
    assert book.on(day).on(LAST).rules == book.on(LAST).rules, "a rulebook of one day leads back to all days"
    if day + timedelta(days=1) not in book.changes:
        assert book.on(day + timedelta(days=1)).rules == book.on(day).rules
