"""What authors declare wrongly is refused where they make it, and they are told what to write."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Annotated, Any

import pytest

from mentorkit import api
from mentorkit.api import (
    At,
    ByDay,
    Condition,
    DecideBy,
    Duration,
    Evidence,
    Fact,
    Parameter,
    Problem,
    Programme,
    Review,
    Sector,
    Source,
    SourceStatus,
    Strength,
    Tool,
    at_least,
    falls_short,
    in_all_settings,
    in_nations,
    in_roles,
    in_settings,
    key_is,
    not_settled,
    requires,
    rule,
    uses_tool,
    when,
)
from mentorkit.declaring.decorator import RuleError
from mentorkit.registry.crash_in_words import wrong_call

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)


DAY = date(2026, 11, 30)


def wrong(value: object) -> Any:
    """A value that a type checker would refuse, too."""
    return value


SETTINGS = '"community", "custody", "emergency department", "online", "residential", "school", "ward" and "workplace"'


def source(**changed: Any) -> Source:
    given: dict[str, Any] = {"author": "A", "title": "T", "address": "x", "evidence": Evidence.OPINION} | changed
    return Source(**given)


def sector(**changed: Any) -> Sector:
    return Sector(**{"title": "housing", "prefix": "HSG", "edition": "2026-11"} | changed)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: source(author=1), "'author' is a text, not a whole number"),
        (lambda: source(title=None), "'title' is a text, not None"),
        (lambda: source(address=" "), "'address' is empty; it is a text"),
        (lambda: source(year="2020"), "'year' is a whole number, not a text"),
        (lambda: source(year=True), "'year' is a year, such as 2020, not True"),
        (lambda: source(year=0), "'year' is a year, such as 2020, not 0"),
        (
            lambda: source(checked_on=datetime(2026, 11, 30)),  # noqa: DTZ001 - what is refused
            "'checked_on' is a date, such as date(2027, 4, 1), not a datetime",
        ),
        (
            lambda: Review(role="coordinator", on=datetime(2026, 11, 30)),  # noqa: DTZ001 - what is refused
            "'on' is a date, such as date(2027, 4, 1), not a datetime",
        ),
        (
            lambda: source(checked_on=DAY, look_again=Duration(12, "hour")),
            "'look_again' is a length in days, weeks, months or years, not 12 hours",
        ),
        (
            lambda: source(checked_on=date(9999, 6, 1), look_again=Duration(1, "year")),
            "'look_again': 1 year after 9999-06-01 is past the end of the calendar",
        ),
        (
            lambda: source(status=SourceStatus.SUPERSEDED, checked_on=DAY, superseded_by=source(place="page 2")),
            "'superseded_by' is this work itself; a later edition of it states another 'edition' or 'year'",
        ),
        (lambda: Duration(6, "months"), "a unit of time is one of minute, hour, day, week, month, year, not 'months'"),
        (lambda: Duration(wrong("6"), "month"), "the amount of a length of time is a whole number from 1, not '6'"),
        (lambda: Parameter("doors", at=wrong(At)), "At itself is no place; name a key, as in At.training.length"),
        (
            lambda: when("if so", lambda _: True, needs=At),
            "At itself is no place; name a key, as in At.training.length",
        ),
        (lambda: key_is("if so", At, "yes"), "At itself is no place; name a key, as in At.training.length"),
        (
            lambda: source(evidence="research"),
            "'evidence' is a kind of evidence, such as Evidence.RESEARCH, not a text",
        ),
        (
            lambda: SOURCE.at("a week", evidence=wrong("opinion")),
            "'evidence' is a kind of evidence, such as Evidence.RESEARCH, not a text",
        ),
        (lambda: SOURCE.at(wrong(5)), "'place' is a text, not a whole number"),
        (lambda: Parameter(wrong(5)), "'description' is a text, not a whole number"),
        (
            lambda: Parameter("doors", example=wrong(2)),
            "'example' is what the file would say, in quotes, not a whole number",
        ),
        (lambda: Parameter("doors", at=wrong(("training", "length"))), "'at' is a text, not a tuple"),
        (lambda: Parameter("doors", was=wrong(len)), "'was' is a text, not a function"),
        (lambda: Fact(wrong(Duration)), "'description' is a text, not the class Duration"),
        (lambda: Fact("since when", question=wrong(5)), "'question' is a text, not a whole number"),
        (
            lambda: Fact("since when", question="Since when"),
            "'question' is one question, and ends in a question mark: \"Since when\" does not",
        ),
        (lambda: Parameter("doors", plausible=(20, 1)), "'plausible' is turned round: 20 is more than 1"),
        (lambda: Fact("since when", was=wrong(1.5)), "'was' is a text, not a number"),
        (lambda: at_least("4 weeks", sources=wrong(5)), "'sources' is a list, not a whole number"),
        (
            lambda: at_least("4 weeks", sources=[wrong(Strength.MUST)]),
            "'sources' lists what is a Source, with author, title, address and evidence, and has Strength.MUST",
        ),
        (
            lambda: at_least(wrong(Strength.MUST)),
            'a bound is a length of time such as "30 days", or a whole number; Strength.MUST is neither',
        ),
        (lambda: when(wrong(5), lambda programme: True), "'words' is a text, not a whole number"),
        (lambda: when("if so", wrong(True)), "'test' is a function that takes the programme, not True"),
        (lambda: when("if so", lambda programme: True, needs=wrong(5)), "'needs' is a text, not a whole number"),
        (lambda: in_settings(), "name at least one setting"),
        (lambda: in_settings("hostel"), f'there is no setting "hostel"; there are {SETTINGS}'),
        (
            lambda: in_all_settings("custody", "comunity"),
            f'there is no setting "comunity"; did you mean "community"? There are {SETTINGS}',
        ),
        (lambda: in_all_settings(wrong(["custody"])), "a setting is a text, not a list; name each by itself"),
        (lambda: in_settings(wrong(("custody", "ward"))), "a setting is a text, not a tuple; name each by itself"),
        (lambda: in_roles(wrong(["listener"])), "a role is a text, not a list; name each by itself"),
        (
            lambda: in_nations("Scotland"),
            'there is no nation "Scotland"; did you mean "scotland"? There are "england", "northern ireland", '
            '"scotland" and "wales"',
        ),
        (lambda: in_nations(), "name at least one nation"),
        (lambda: in_roles(), "name at least one role"),
        (lambda: in_roles("listener", wrong(5)), "a role is a text, not a whole number"),
        (lambda: uses_tool(wrong(5)), "a tool is a text, not a whole number"),
        (lambda: sector(title=None), "'title' is a text, not None"),
        (lambda: sector(edition=" "), "'edition' is empty; it is a text"),
        (lambda: sector(prefix="hsg"), "'prefix' is three capitals, such as HSG, not \"hsg\""),
        (lambda: sector(prefix="HOUS"), "'prefix' is three capitals, such as HSG, not \"HOUS\""),
        (lambda: Parameter("doors", limits=wrong(None)), "limits is a list, also of one: limits=[…]"),
        (lambda: sector(prefix=5), "'prefix' is a text, not a whole number"),
        (lambda: sector(edition=2026), "'edition' is a text, not a whole number"),
        (lambda: sector(template=5), "'template' is a text, not a whole number"),
        *(
            (
                lambda file=file: sector(template=file),
                f'\'template\' is a file inside the package, such as "templates/housing.toml", not "{file}"',
            )
            for file in ("", "/etc/passwd", "../housing.toml", "templates/../../x.toml", "..\\x.toml", "C:\\x.toml")
        ),
        (lambda: sector(words=["mentee"]), "'words' is a mapping, not a list"),
        (lambda: sector(words={1: "tenant"}), "a word is a text, not a whole number"),
        (lambda: sector(words={"mentee": 5}), "'words' is a text, not a whole number"),
        (lambda: sector(tools=["BARC-10"]), "'tools' is a list of Tool(...)"),
        (lambda: Tool(name="X", least=0, most=0, better="higher", source=SOURCE), "'most' is not above 'least'"),
        (
            lambda: Tool(name="X", least=wrong("0"), most=1, better="higher", source=SOURCE),
            "'least' is a number, not a text",
        ),
        (
            lambda: Tool(name="X", least=0, most=1, better=wrong("up"), source=SOURCE),
            '\'better\' is "higher" or "lower"',
        ),
        (
            lambda: Tool(name="X", least=0, most=1, better="higher", source=wrong("a paper")),
            "'source' is a Source, with author, title, address and evidence",
        ),
        (lambda: sector(words_in={"nowhere": {}}), f'there is no setting "nowhere"; there are {SETTINGS}'),
        (lambda: sector(words_in={"custody": "tenant"}), "'words_in' is a mapping, not a text"),
        (lambda: falls_short(wrong(5), "x"), 'a place is a text such as "training.length", not a whole number'),
        (lambda: falls_short("training.length", wrong(5)), "'message' is a text, not a whole number"),
        (lambda: not_settled("training.length", "x", fix=wrong(5)), "'fix' is a text, not a whole number"),
    ],
)
def test_what_is_of_the_wrong_kind_is_named(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        make()


def test_a_limit_of_another_kind_than_the_value_names_both() -> None:
    with pytest.raises(RuleError) as refused:
        requires(
            "HSG101",
            "known for four weeks",
            {"known_for": Annotated[Duration, Parameter("how long they are known", limits=[at_least(28)])]},
            strength=Strength.MUST,
            sources=[SOURCE],
            reason="Time shows.",
        )
    said = "the limit 'at least 28' does not fit 'known_for': length of time"
    assert str(refused.value).endswith(f'{said}; write a length of time in quotes, such as "28 days"')


@pytest.mark.parametrize(
    ("key", "type_", "declared", "message"),
    [
        (
            "training.length",
            Duration,
            {"question": "How long?"},
            "training.length is a key that every programme shares; 'question' is said there, so leave it out",
        ),
        (
            "training.length",
            Duration,
            {"plausible": ("1 day", "2 years")},
            "training.length is a key that every programme shares; 'plausible' is said there, so leave it out",
        ),
        (
            "training.topics",
            tuple[str, ...],
            {"open_list": True},
            "training.topics is a key that every programme shares; 'open_list' is said there, so leave it out",
        ),
        (
            "training.length",
            Duration,
            {"decide_by": DecideBy.FIRST_YEAR},
            "training.length is a key that every programme shares; 'decide_by' is said there, so leave it out",
        ),
        (
            "known_for",
            Duration,
            {"plausible": (1, 5)},
            "'plausible' of 'known_for' is for a whole number, but the key is: length of time",
        ),
        (
            "training.length",
            Duration,
            {"synonyms": {"a": ["b"]}},
            "'synonyms' is for lists of texts, and 'length' is not one: length of time",
        ),
    ],
)
def test_what_a_key_declares_has_to_go_with_the_key(key: str, type_: Any, declared: Any, message: str) -> None:
    with pytest.raises(RuleError) as refused:
        requires(
            "HSG101",
            "known for four weeks",
            {key: Annotated[type_, Parameter("how long they are known", **declared)]},
            strength=Strength.MUST,
            sources=[SOURCE],
            reason="Time shows.",
        )
    assert str(refused.value).endswith(f": {message}")


def test_a_condition_is_made_of_words_and_a_test() -> None:
    made: Condition = when("if so", lambda programme: None)
    assert (made.words, made.needs) == ("if so", None)


def test_a_placeholder_that_is_misspelt_says_which_was_meant() -> None:
    known = '"eligible_from", "episode", "known_from", "lead_worker", "mentee", "mentees", "mentor", "mentors" and "on"'
    with pytest.raises(RuleError) as refused:

        @rule("HSG101", strength=Strength.MUST, sources=[SOURCE], unmet="known since {known_fro}")
        def known_long_enough(known_from: Annotated[date, Fact("since when they are known")], on: date) -> bool:
            """Time shows."""
            return on > known_from

    said = f'unmet names {{known_fro}}, which is no argument; did you mean "known_from"? There are {known}'
    assert str(refused.value).endswith(said)


def test_a_wrong_call_is_told_in_terms_of_what_it_takes() -> None:
    calls: list[tuple[Callable[[], object], str]] = [
        (lambda: wrong(SOURCE).at(), "Source.at() takes place and evidence in this order; it needs place"),
        (
            lambda: wrong(SOURCE).at("here", evidense=Evidence.OPINION),
            "Source.at() has no 'evidense'; did you mean \"evidence\"? It takes place and evidence in this order",
        ),
        (
            lambda: wrong(api).Fact(),
            "Fact() takes description first, and the rest by name: question=…, ways=…, was=…, not_before=…, "
            "not_after=…; it needs description",
        ),
    ]
    for call, said in calls:
        with pytest.raises(TypeError) as refused:
            call()
        assert wrong_call(refused.value) == said


@pytest.mark.parametrize("reads", ["training.length", At.training.length, 5])
def test_reads_is_a_list_also_of_one(reads: Any) -> None:
    with pytest.raises(RuleError, match=r"'reads' is a list, also of one: reads=\[…\]"):

        @rule("HSG001", strength=Strength.MUST, sources=[SOURCE], reads=reads)
        def searched(programme: Programme) -> Iterator[Problem]:
            """Time shows."""
            yield falls_short("training.length", "long")


def test_only_a_list_that_an_answer_takes_can_be_met_by_more() -> None:
    message = re.escape("'met_by_more' names 'length', which is no list among the arguments of an answer")
    with pytest.raises(RuleError, match=message):

        @rule("TST201", strength=Strength.MUST, sources=[source()], unmet="no", met_by_more=["length"])
        def long_enough(length: Annotated[Duration, Parameter(at="training.length")]) -> bool:
            """Because."""
            return bool(length)


def test_a_table_has_another_name_than_a_key_that_is_asked_for_beside_it() -> None:
    with pytest.raises(RuleError, match="two things are called 'length' here; give one of them another name"):

        @rule("HSG001", strength=Strength.MUST, sources=[SOURCE], unmet="no", requires={"training.length": ()})
        def enough(
            most: Annotated[int, Parameter(at="programme.mentors")], length: Annotated[int, ByDay({DAY: 2})]
        ) -> bool:
            """Time shows."""
            return most <= length
