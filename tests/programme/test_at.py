"""Places of the file as attributes."""

import pytest

from mentorkit.api import At, Parameter, falls_short
from mentorkit.programme.at import keys_at
from mentorkit.programme.path import Place, path_of
from mentorkit.programme.shared_keys import shared_names


def place(name: str) -> Place:
    found: Place = At
    for part in name.split("."):
        found = getattr(found, f"{part}_" if part in ("for", "from", "is") else part)
    return found


@pytest.mark.parametrize("name", sorted(shared_names()))
def test_every_key_of_the_shared_tables_is_a_place_with_its_text(name: str) -> None:
    assert str(place(name)) == name
    assert path_of(place(name)) == path_of(name)


def test_a_key_that_texts_have_a_method_of_is_a_place_like_any_other() -> None:
    assert str(At.training.award.title) == "training.award.title"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("suprvision", 'the file has no table "suprvision"; did you mean "supervision"?'),
        ("training.lenght", r'\[training\] has no key "lenght"; did you mean "length"?'),
        ("supervision.phases.every", '"supervision.phases" is a key of the file, and has no keys of its own'),
        ("training.length.unit", '"training.length" is a key of the file, and has no keys of its own'),
    ],
)
def test_a_slip_is_refused_with_what_was_perhaps_meant(name: str, message: str) -> None:
    with pytest.raises(AttributeError, match=message):
        place(name)


def test_a_place_stands_wherever_its_text_would() -> None:
    assert Parameter(at=At.training.length) == Parameter(at="training.length")
    assert falls_short(At.training.length, "short") == falls_short("training.length", "short")
    assert (At.training, {At.training: 1}[At.training], repr(At.training)) == (At.training, 1, "At.training")
    assert At.training != "training"


def test_no_part_of_a_value_is_a_key() -> None:
    assert keys_at("training.length") == {}
    assert list(keys_at("training.award")) == ["title", "level", "credits", "accredited_by", "pass_mark"]
