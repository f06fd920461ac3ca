"""What keys declare is checked where it is made; ranges, synonyms and questions."""

from contextlib import suppress
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.key import DecideBy, DeclaredKey, check_key, joined
from mentorkit.programme.shared_keys import check_declared
from mentorkit.values.duration import Duration
from mentorkit.values.rate import Rate

WEEKS = Duration.parse("6 weeks")


def declared(**stated: Any) -> DeclaredKey:
    """A key that declares this."""
    return DeclaredKey("how long people wait", **stated)


RANGE = (
    'the smallest and the largest plausible value as the file writes them, such as ("1 week", "5 years") or (1, 500)'
)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"question": None}, "'question' is a text, not None"),
        (
            {"question": "How long do people wait"},
            "'question' is one question, and ends in a question mark: \"How long do people wait\" does not",
        ),
        (
            {"question": "How long do {pupils} wait?"},
            "'question' names {pupils}, which is no word that sectors set; there are ['episode', 'lead_worker', "
            "'mentee', 'mentees', 'mentor', 'mentors']",
        ),
        ({"plausible": "1 week"}, f"'plausible' is {RANGE}, not a text"),
        ({"plausible": (1, 2, 3)}, f"'plausible' is {RANGE}, not a tuple"),
        ({"plausible": ("1 week", 5)}, f"'plausible' is {RANGE}, not a text and a whole number"),
        ({"plausible": (0.5, 2.5)}, f"'plausible' is {RANGE}, not a number and a number"),
        ({"plausible": (False, True)}, f"'plausible' is {RANGE}, not False and True"),
        (
            {"plausible": ("soon", "later")},
            "'plausible' is "
            f'{RANGE}: write a whole number and a unit, such as "14 days", "8 weeks", "3 months" or "40 hours"',
        ),
        ({"plausible": (500, 1)}, "'plausible' is turned round: 500 is more than 1"),
        (
            {"plausible": ("5 years", "1 week")},
            '\'plausible\' is turned round: "5 years" is more than "1 week"',
        ),
        (
            {"plausible": ("5 weeks", "2 hours")},
            "'plausible' cannot be put in order: 5 weeks and 2 hours cannot be compared: one is time spent, the other "
            "time passed",
        ),
        (
            {"decide_by": "soon"},
            "'decide_by' is DecideBy.RECRUITMENT, DecideBy.FIRST_MEETING or DecideBy.FIRST_YEAR, not a text",
        ),
        (
            {"synonyms": ["child protection"]},
            '\'synonyms\' is a mapping such as {"safeguarding": ["child protection"]}, not a list',
        ),
        (
            {"synonyms": {"safeguarding": "child protection"}},
            '\'synonyms\' has a list of words for each entry, such as {"safeguarding": ["child protection"]}',
        ),
        ({"synonyms": {"safeguarding": []}}, "'synonyms' has no words for \"safeguarding\"; leave it out"),
        ({"synonyms": {"safeguarding": [7]}}, "'synonyms' has texts, not a whole number"),
        ({"synonyms": {"safeguarding": [" "]}}, "'synonyms' has texts, not an empty one"),
        ({"synonyms": {7: ["seven"]}}, "'synonyms' has texts, not a whole number"),
        (
            {"synonyms": {"fire": ["first aid"], "first aid": ["aid"]}},
            '"first aid" is an entry of the list itself, so it is not a synonym of "fire"',
        ),
        (
            {"synonyms": {"fire": ["aid"], "first aid": ["aid"]}},
            '"aid" is a synonym of both "fire" and "first aid"; leave one of them out',
        ),
        ({"open_list": "yes"}, "'open_list' is True or False, not a text"),
        ({"example": 2}, "'example' is what the file would say, in quotes, not a whole number"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_the_terms_of_its_author(stated: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=r"^['\"]") as refused:
        declared(**stated)
    assert str(refused.value) == message


def test_only_texts_of_the_shared_tables_can_have_a_name_of_the_services_own() -> None:
    with pytest.raises(ValueError, match="'open_list' is for lists of texts, and 'wait' is not one: text"):
        check_declared(declared(open_list=True), ("screening", "housing", "wait"), str)


@pytest.mark.parametrize(
    ("stated", "type_", "message"),
    [
        (
            {"plausible": (1, 9)},
            Duration,
            "'plausible' of 'wait' is for a whole number, but the key is: length of time",
        ),
        (
            {"plausible": ("1 day", "1 year")},
            int,
            "'plausible' of 'wait' is for a length of time, but the key is: whole number",
        ),
        ({"plausible": (1, 9)}, str, "'plausible' of 'wait' is for a whole number, but the key is: text"),
        (
            {"plausible": (1, 9)},
            tuple[Duration, ...],
            "'plausible' of 'wait' is for a whole number, but the key is: list: length of time",
        ),
        ({"open_list": True}, int, "'open_list' is for lists of texts, and 'wait' is not one: whole number"),
        ({"synonyms": {"a": ["b"]}}, int, "'synonyms' is for lists of texts, and 'wait' is not one: whole number"),
        (
            {"synonyms": {"a": ["b"]}},
            tuple[int, ...],
            "'synonyms' is for lists of texts, and 'wait' is not one: list: whole number",
        ),
    ],
)
def test_what_does_not_go_with_the_type_is_refused(stated: dict[str, Any], type_: Any, message: str) -> None:
    with pytest.raises(ValueError, match="'wait'") as refused:
        check_key(declared(**stated), "wait", type_)
    assert str(refused.value) == message


def test_what_goes_with_the_type_is_taken() -> None:
    check_key(declared(plausible=("1 day", "1 year")), "wait", Duration)
    check_key(declared(plausible=("1 day", "1 year")), "waits", tuple[Duration, ...])
    check_key(declared(synonyms={"a": ["b"]}, open_list=True), "what", tuple[str, ...])
    check_key(declared(open_list=True), "what", tuple[Literal["a", "b"], ...])


def test_a_key_of_a_sector_has_no_open_list_of_choices() -> None:
    with pytest.raises(ValueError, match="'what' takes only the values that its type names, so it is no open list"):
        check_declared(declared(open_list=True), ("matching", "housing", "what"), tuple[Literal["a", "b"], ...])


def test_a_range_includes_its_ends_and_holds_for_each_entry_of_a_list() -> None:
    wait = declared(plausible=("6 weeks", "1 year"))
    assert wait.plausible == (WEEKS, Duration.parse("1 year"))
    assert wait.range_in_words == "6 weeks to 1 year"
    assert wait.is_plausible(WEEKS)
    assert wait.is_plausible(Duration.parse("12 months"))
    assert not wait.is_plausible(Duration.parse("41 days"))
    assert not wait.is_plausible((WEEKS, Duration.parse("2 years")))
    assert wait.is_plausible(())


def test_months_are_outside_in_every_calendar_and_hours_by_the_clock() -> None:
    wait = declared(plausible=("1 month", "1 year"))
    assert not wait.is_plausible(Duration.parse("3 hours"))
    assert wait.is_plausible(Duration.parse("1000 hours"))
    assert wait.is_plausible(Duration.parse("29 days"))  # as long as a February can be
    assert not wait.is_plausible(Duration.parse("27 days"))


def test_days_are_outside_of_hours_where_few_hours_of_each_are() -> None:
    meeting = declared(plausible=("10 minutes", "10 hours"))
    assert meeting.is_plausible(Duration.parse("1 day"))
    assert not meeting.is_plausible(Duration.parse("2 days"))
    course = declared(plausible=("1 hour", "2 years"))
    assert course.is_plausible(Duration.parse("6 hours"))
    assert course.is_plausible(Duration.parse("1 year"))
    assert not course.is_plausible(Duration.parse("30 minutes"))


def test_a_rate_is_plausible_by_how_many_it_is_in_a_year() -> None:
    room = declared(plausible=("1 per year", "100 per month"))
    assert room.is_plausible(Rate.parse("20 per week"))
    assert not room.is_plausible(Rate.parse("40 per day"))
    assert room.range_in_words == "1 per year to 100 per month"


def test_a_key_without_a_range_takes_everything() -> None:
    assert declared().is_plausible(10**12)
    assert declared().range_in_words == ""


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_number_is_plausible_exactly_between_the_ends(one: int, other: int, value: int) -> None:
    least, most = sorted((one, other))
    assert declared(plausible=(least, most)).is_plausible(value) is (least <= value <= most)


LENGTHS = st.builds(
    lambda amount, unit: Duration.parse(f"{amount} {unit}"),
    st.integers(1, 60),
    st.sampled_from(["day", "week", "month"]),
)


@given(LENGTHS, LENGTHS)
def test_a_length_in_a_range_that_it_makes_is_plausible(one: Duration, other: Duration) -> None:
    if one <= other:
        made = declared(plausible=(str(one), str(other)))
        assert made.is_plausible(one)
        assert made.is_plausible(other)


def test_of_several_declarations_each_thing_comes_from_the_first_that_says_it() -> None:
    one = DeclaredKey("what is covered", question="What is covered?", synonyms={"fire": ["fires"]})
    other = DeclaredKey("the topics", example='["fire"]', decide_by=DecideBy.FIRST_YEAR, synonyms={"fire": ["blaze"]})
    both = joined([one, other])
    assert (both.description, both.example, both.question) == ("what is covered", '["fire"]', "What is covered?")
    assert (both.decide_by, both.synonyms) == (DecideBy.FIRST_YEAR, {"fire": ("fires", "blaze")})
    assert joined([one, one]) is one
    assert joined([]) == DeclaredKey()


@given(st.permutations(["a", "b", "c"]))
def test_the_synonyms_of_all_declarations_are_kept(order: list[str]) -> None:
    made = joined(declared(synonyms={"entry": [word]}) for word in order)
    assert set(made.synonyms["entry"]) == {"a", "b", "c"}


WORDS = st.lists(st.sampled_from(["blaze", "burning", "fumes", "gas"]), min_size=1, unique=True)
SYNONYMS = st.dictionaries(st.sampled_from(["fire", "flames", "gas"]), WORDS)


@given(st.lists(SYNONYMS, min_size=1, max_size=3))
def test_declarations_of_several_sectors_can_be_used_together_whatever_each_calls_the_same(stated: list[Any]) -> None:
    every = []
    for synonyms in stated:
        with suppress(ValueError):  # one that contradicts itself is refused as it is made
            every.append(declared(synonyms=synonyms))
    made = joined(every)
    for entry, words in made.synonyms.items():
        assert all(any(word in each.synonyms.get(entry, ()) for each in every) for word in words)
    meant = [word for words in made.synonyms.values() for word in words]
    assert len(meant) == len(set(meant))


def test_of_two_sectors_that_use_a_word_for_different_things_the_first_says_what_it_is() -> None:
    both = joined([declared(synonyms={"fire": ["blaze"]}), declared(synonyms={"flames": ["blaze", "burning"]})])
    assert both.synonyms == {"fire": ("blaze",), "flames": ("burning",)}


def test_a_key_in_the_words_of_a_sector() -> None:
    made = DeclaredKey("how many {mentors} there are", question="How many {mentors} are there?").in_words(
        {"mentors": "coaches"}
    )
    assert (made.description, made.question) == ("how many coaches there are", "How many coaches are there?")


@pytest.mark.parametrize(
    ("description", "detail"),
    [
        ("the kind of role; if there are two, both", "if there are two, both"),
        ("whether it has limits: limited or listener", "limited or listener"),
        ("how many there are", ""),
    ],
)
def test_what_a_description_adds_to_what_the_key_is(description: str, detail: str) -> None:
    assert DeclaredKey(description).detail == detail
