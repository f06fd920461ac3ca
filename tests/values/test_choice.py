"""Choices as people write them: each is read as the one that is meant, and none as another."""

from typing import Any, Literal, get_args, get_origin

import attrs
import pytest

from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.values.choice import as_choice


def choices_in(type_: Any) -> set[tuple[str, ...]]:
    """The closed lists of choices in the shared tables."""
    if get_origin(type_) is Literal:
        return {get_args(type_)}
    if attrs.has(type_):
        return set().union(*(choices_in(stated_type(field.type)) for field in attrs.fields(type_)))
    return set().union(*map(choices_in, get_args(type_)))


CLOSED = sorted(choices_in(Programme))


@pytest.mark.parametrize("choices", CLOSED, ids=lambda choices: choices[0])
def test_no_choice_is_read_as_another(choices: tuple[str, ...]) -> None:
    assert len(CLOSED) > 20
    for choice in choices:
        for text in (choice, choice.upper(), choice.capitalize(), choice.replace(" ", "-")):
            assert as_choice(text, choices) == choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("PVG", "PVG scheme"),
        ("Enhanced", "enhanced"),
        ("enhanced DBS check", "enhanced"),
        ("Enhanced with barred lists", "enhanced with barred list"),
        ("parents or carers", "parent or carer"),
        ("1:1", "one-to-one"),
        ("co-ordinator", "coordinator"),
        ("Peer mentor co-ordinator", "coordinator"),
        ("coordinator of coordinators", None),
        ("enhanced (with barred list)", None),
        ("enhanced without barred list", None),
        ("not enhanced", None),
        ("level 3", None),
        ("level 2 or PVG", None),
        ("", None),
    ],
)
def test_a_choice_in_other_words(text: str, choice: str | None) -> None:
    levels = ("none", "basic", "enhanced", "enhanced with barred list", "level 1", "level 2", "PVG scheme")
    assert as_choice(text, (*levels, "parent or carer", "one-to-one", "coordinator")) == choice
