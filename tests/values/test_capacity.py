"""How many people can be taken on: what is read, and what anybody is beside a number."""

import pytest

from mentorkit.values.capacity import Capacity


@pytest.mark.parametrize(
    "text",
    [
        *("open to anybody", "Open to everyone", "anyone", "unlimited", " no  limit ", "no maximum"),
        *("open door", "open meeting", "open", "open to all"),
    ],
)
def test_anybody_is_read_as_people_write_it(text: str) -> None:
    capacity = Capacity.parse(text)
    assert (str(capacity), capacity.is_open) == ("open to anybody", True)
    assert capacity == Capacity.parse("open to anybody") > Capacity.parse("999999999 per day")


def test_a_number_is_read_as_every_rate_is() -> None:
    capacity = Capacity.parse("3 a week")
    assert (str(capacity), repr(capacity)) == ("3 per week", 'Capacity("3 per week")')
    assert (capacity.per_year, capacity.is_open) == (156, False)
    assert len({capacity, Capacity.parse("156 per year"), Capacity.parse("157 per year")}) == 2
    assert capacity != 156


@pytest.mark.parametrize("text", ["", "12", "open on Mondays", "a few", "anybody over 18", "closed"])
def test_what_says_neither_is_refused_with_both(text: str) -> None:
    with pytest.raises(ValueError, match=r"write a whole number .*, or \"open to anybody\" if all who come are taken"):
        Capacity.parse(text)
