"""Keys of the file, and the attributes that hold them."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.key import KEY, DecideBy, field_to_key, key, key_to_field
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme


@pytest.mark.parametrize(("name", "field"), [("from", "from_"), ("for", "for_"), ("to", "to"), ("within", "within")])
def test_words_that_python_keeps_to_itself_get_an_underscore(name: str, field: str) -> None:
    assert (key_to_field(name), field_to_key(field)) == (field, name)


@given(st.from_regex(r"[a-z]+(_[a-z]+)*", fullmatch=True))
def test_a_key_comes_back_from_its_attribute(name: str) -> None:
    assert field_to_key(key_to_field(name)) == name


def tables_in(type_: Any) -> list[Any]:
    """A table's class and those of all tables in it."""
    types = [stated_type(field.type) for field in attrs.fields(type_)]
    inner = [getattr(of, "__args__", (of,))[0] for of in types]
    return [type_, *(table for of in inner if attrs.has(of) for table in tables_in(of))]


def test_every_attribute_of_the_file_is_the_one_that_its_key_asks_for() -> None:
    for table in tables_in(Programme):
        for field in attrs.fields(table):
            assert key_to_field(field_to_key(field.name)) == field.name


def test_a_key_that_is_not_stated_is_none_and_says_what_it_is() -> None:
    @attrs.frozen
    class Table:
        colour: str | None = key("the colour", '"blue"', question="Which colour is it?", decide_by=DecideBy.FIRST_YEAR)

    assert Table().colour is None
    declared = attrs.fields(Table).colour.metadata[KEY]
    assert (declared.description, declared.example, declared.question) == (
        "the colour",
        '"blue"',
        "Which colour is it?",
    )
    assert (declared.decide_by, declared.plausible, declared.synonyms) == (DecideBy.FIRST_YEAR, None, {})
