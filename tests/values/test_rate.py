"""So many in a time: what is read, and which are equal."""

import pytest

from mentorkit.values.capacity import Capacity
from mentorkit.values.rate import Rate


@pytest.mark.parametrize(
    ("text", "written", "per_year"),
    [
        ("12 per month", "12 per month", 144),
        ("3 a week", "3 per week", 156),
        ("1 each day", "1 per day", 365),
        ("  40   per year ", "40 per year", 40),
        ("2per week", "2 per week", 104),
        ("0 per month", "0 per month", 0),
    ],
)
def test_rates_are_read_as_people_write_them(text: str, written: str, per_year: int) -> None:
    rate = Rate.parse(text)
    assert (str(rate), repr(rate), rate.per_year) == (written, f'Rate("{written}")', per_year)


@pytest.mark.parametrize("text", ["", "12", "per month", "-1 per month", "1.5 per week", "12 per decade", "12 months"])
def test_what_is_no_rate_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="write a whole number and a time in quotes"):
        Rate.parse(text)


def test_rates_are_equal_that_bring_as_many_in_a_year() -> None:
    assert Rate.parse("1 per month") == Rate.parse("12 per year")
    assert hash(Rate.parse("1 per month")) == hash(Rate.parse("12 per year"))
    assert Rate.parse("1 per week") != Rate.parse("1 per month")
    assert Rate.parse("12 per year") != 12


@pytest.mark.parametrize("kind", [Rate, Capacity])
def test_a_number_with_commas_or_too_many_digits_has_a_remedy_of_its_own(kind: type[Rate | Capacity]) -> None:
    for text, said in (
        ("1,000 per month", 'write "1000 per month", without a comma'),
        ("9999999999 per day", "write a smaller number"),
    ):
        with pytest.raises(ValueError, match=f"^{said}$"):
            kind.parse(text)
    assert str(kind.parse("1000 per month")) == "1000 per month"
