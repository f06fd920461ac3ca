"""Texts are compared as a person sees them, wherever people have written them."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.values.seen_text import as_seen, easily_mixed_up, look_alikes, mixed_up_between
from tests.examples import examples


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cafe\u0301 House", "caf\u00e9 house"),
        ("Ash\u200b House", "Ash House"),
        ("Ash\u00adhouse", "Ashhouse"),
        ("St Mary\u2019s", "St Mary's"),
        ("St\u00a0Mary\u00b4s", "St  Mary`s"),
        ("Ash\u2010\u2011Oak", "Ash-\u2013Oak"),
        ("Ash\ufe0f", "\u2066ASH\u2069"),
        ("stra\u00dfe", "STRASSE"),
        ("The \u201cArk\u201d", 'The "Ark"'),
        ("\u00abArk\u00bb \u2033", '"Ark" "'),
        ("\u2800Ash\u2800House", "Ash House"),
        ("-----", "\u02d7\u207b\u2796\u06d4\u2212"),
        ("'" * 6, "\u055a\u05f3\u0384\u1fbf\u1ffe\u2035"),
        ("\uff33\uff54\u3000\uff21\uff06\uff22\uff0d\uff11", "St A&B-1"),
    ],
)
def test_what_looks_alike_is_alike(one: str, other: str) -> None:
    assert as_seen(one) == as_seen(other)


def test_what_looks_different_is_different() -> None:
    assert as_seen("M\u00b2") != as_seen("M2")


SPELLINGS = st.lists(st.sampled_from(["D-1", "d-1", "D-01", "d-01", "L-1", "l1", "1-1", "I-1", "M-2"]), max_size=6)


@examples(100)
@given(SPELLINGS, SPELLINGS, st.randoms())
def test_which_ids_look_alike_does_not_depend_on_the_order_in_which_they_come(
    ids: list[str], others: list[str], order: Random
) -> None:
    shuffled, others_shuffled = (order.sample(each, len(each)) for each in (ids, others))
    assert look_alikes(ids) == look_alikes(shuffled)
    pairs = mixed_up_between(ids, others)
    assert pairs == mixed_up_between(shuffled, others_shuffled) == mixed_up_between(others, ids)
    assert {frozenset(map(as_seen, pair)) for pair in pairs} == {
        frozenset({as_seen(one), as_seen(other)})
        for one in ids
        for other in others
        if as_seen(one) != as_seen(other) and easily_mixed_up(one) == easily_mixed_up(other)
    }


@examples(200)
@given(st.text())
def test_what_is_seen_is_the_same_in_every_form(text: str) -> None:
    seen = as_seen(text)
    assert as_seen(seen) == seen
    assert {as_seen(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")} == {seen}
    assert as_seen(f"\u200b {text}\u00a0\u00ad") == seen
