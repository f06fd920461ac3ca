"""The outline has exactly what the writer of a random document has noted.

Each document also goes through `tomllib`, which keeps the writer honest.
"""

import tomllib
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from mentorkit.programme.path import Path
from tests.examples import examples, some_of

from .places_by_parsing import Place, check_by_parsing, places, same, walk
from .written_documents import Writer


def check_document(document: tuple[str, dict[str, Any], dict[Path, Place]]) -> None:
    """Check the outline, and before it the writer, with a document from the writer."""
    text, data, noted = document
    assert same(tomllib.loads(text), data)
    assert noted.keys() == dict(walk(data)).keys()
    found = places(text)
    assert found == noted
    assert places(text, accepted=False) == noted
    check_by_parsing(text, found)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any], dict[Path, Place]]:
    """Documents with their data and places."""
    return Writer(draw(st.randoms(use_true_random=False)), draw(st.integers(2, 4))).document()


@examples(
    200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(documents())
def test_outline_of_random_documents(document: tuple[str, dict[str, Any], dict[Path, Place]]) -> None:
    check_document(document)


@pytest.mark.parametrize("seed", range(some_of(40)))
def test_outline_of_larger_random_documents(seed: int) -> None:
    # What Hypothesis draws has to stay small; these go deeper, and are the same in each run.
    check_document(Writer(Random(seed), 4).document())  # noqa: S311
