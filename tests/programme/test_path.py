"""Paths from their dotted form."""

import pytest

from mentorkit.programme.path import path_of


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("outcomes.measures.0", ("outcomes", "measures", 0)),
        ("outcomes.²", ("outcomes", "²")),
        ("outcomes.٣", ("outcomes", "٣")),
        (f"outcomes.{'1' * 5000}", ("outcomes", "1" * 5000)),
    ],
)
def test_only_plain_digits_count_an_entry(written: str, path: tuple[str | int, ...]) -> None:
    assert path_of(written) == path
