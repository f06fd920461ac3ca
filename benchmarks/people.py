"""Mentees and mentors made up for benchmarks: seeded, of any number, and who could be matched with whom.

Areas lie in a ring, and people are matched within their own and the two beside it, so that everything hangs together.
Mentors speak one or two languages, and most mentees ask for a mentor of their own gender. How good a pair is depends on
shared interests and on the area, with some chance.
"""

import attrs
import numpy as np
from numpy.typing import NDArray

AREA = 100
"""Mentees of one area."""

MENTORS = 0.4
"""Mentors for each mentee."""


@attrs.frozen
class People:
    """Who could be matched with whom.

    Attributes:
        n_mentees: how many mentees there are.
        mentee: of each admissible pair.
        mentor: of each admissible pair.
        weight: how good each pair is, from 0 to 1,000.
        capacity: the places of each mentor, 1 to 5.
    """

    n_mentees: int
    mentee: NDArray[np.int64]
    mentor: NDArray[np.int64]
    weight: NDArray[np.int64]
    capacity: NDArray[np.int64]


def people(n_mentees: int, places: float, seed: int = 1) -> People:
    """Makes people up.

    Args:
        n_mentees: how many mentees.
        places: of all mentors, for each mentee.
        seed: of the chance.
    """
    drawn = np.random.default_rng(seed)
    n_mentors, areas = int(n_mentees * MENTORS), max(3, n_mentees // AREA)
    mentee_area, mentor_area = (np.sort(drawn.integers(0, areas, count)) for count in (n_mentees, n_mentors))
    language = drawn.choice(4, n_mentees, p=[0.5, 0.2, 0.2, 0.1])
    languages = 1 | (1 << drawn.choice(4, n_mentors, p=[0.4, 0.3, 0.2, 0.1]))
    mentee_gender, mentor_gender = (drawn.integers(0, 2, count) for count in (n_mentees, n_mentors))
    asks = drawn.random(n_mentees) < 0.8
    mentee_likes, mentor_likes = (drawn.integers(0, 1 << 16, count) for count in (n_mentees, n_mentors))
    first, last = (np.searchsorted(mentor_area, np.arange(areas), side) for side in ("left", "right"))
    mentees, mentors = [], []
    for aside in (-1, 0, 1):
        area = (mentee_area + aside) % areas
        count = last[area] - first[area]
        mentee = np.repeat(np.arange(n_mentees), count)
        mentor = np.arange(count.sum()) + np.repeat(first[area] - np.cumsum(count) + count, count)
        speaks = (languages[mentor] >> language[mentee]) & 1 == 1
        suits = ~asks[mentee] | (mentee_gender[mentee] == mentor_gender[mentor])
        mentees.append(mentee[speaks & suits])
        mentors.append(mentor[speaks & suits])
    mentee, mentor = np.concatenate(mentees), np.concatenate(mentors)
    order = np.lexsort((mentor, mentee))
    mentee, mentor = mentee[order], mentor[order]
    shared = np.bitwise_count(mentee_likes[mentee] & mentor_likes[mentor]).astype(np.int64)
    near = mentee_area[mentee] == mentor_area[mentor]
    weight = np.minimum(70 * shared + 150 * near + drawn.integers(0, 100, len(mentee)), 1000)
    return People(n_mentees, mentee, mentor, weight, _capacity(drawn, n_mentors, round(places * n_mentees)))


def _capacity(drawn: np.random.Generator, n_mentors: int, places: int) -> NDArray[np.int64]:
    """One to five places each, and so many in all."""
    capacity = drawn.integers(1, 6, n_mentors)
    while (excess := int(capacity.sum()) - places) != 0:
        movable = np.flatnonzero(capacity > 1 if excess > 0 else capacity < 5)
        capacity[drawn.permutation(movable)[: abs(excess)]] -= np.sign(excess)
    return capacity
