"""Stable matching: nobody who was not matched together would both rather be."""

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import SupportsIndex

import attrs

from mentorkit.matching.solver.input import (
    PEOPLE_LIMIT,
    WEIGHT_LIMIT,
    Integers,
    read_count,
    refuse_lengths,
    refuse_outside,
    whole_numbers,
)
from mentorkit.matching.solver.result import UNMATCHED, ProofError

Wishes = Sequence[tuple[int, int]]
"""The mentors of a mentee, best liked first: (mentor, how far down the mentor ranks the mentee)."""


@attrs.frozen
class StableMatching:
    """Who mentors whom, so that no mentee and mentor would both rather have each other.

    Without ties no stable matching gives any mentee a mentor that they like better, and every stable matching matches
    the same mentees. With ties this holds of those matchings that are stable once equal ranks fall to the lower number.
    Others that are stable too may match more mentees, or fewer, and give somebody a mentor that they like better. No
    quick method is known that finds the largest (Manlove and others, Hard variants of stable marriage, 2002).

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        matched: how many mentees have one.
        ties: whether a mentee ranks two mentors alike, or a mentor two mentees.
    """

    mentor_of: list[int]
    matched: int
    ties: bool


def stable(
    mentee: Integers,
    mentor: Integers,
    mentee_rank: Integers,
    mentor_rank: Integers,
    capacity: Integers,
    *,
    n_mentees: SupportsIndex,
) -> StableMatching:
    """Matches by both sides' preferences, by Gale and Shapley's method: mentees ask, mentors keep the best so far.

    It may match fewer mentees than `assign` does, and with ties fewer than another stable matching: see
    `StableMatching`. Of several entries for one pair the one that the mentee ranks first
    counts, then the one that the mentor does.

    Args:
        mentee: the mentee of each admissible pair, from 0.
        mentor: the mentor of each admissible pair, from 0.
        mentee_rank: how far down the mentee ranks the pair: less is liked better; equal ranks fall to the lower mentor.
        mentor_rank: how far down the mentor ranks it: less is liked better; equal ranks fall to the lower mentee.
        capacity: the places of each mentor.
        n_mentees: how many mentees there are.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
        ProofError: when two would rather have each other, which would be a fault in this.
    """
    people = read_count(n_mentees, "n_mentees", PEOPLE_LIMIT)
    places = whole_numbers(capacity, "capacity")
    refuse_outside(places, "capacity", 0, WEIGHT_LIMIT)
    lists = {
        "mentee": (mentee, 0, people - 1),
        "mentor": (mentor, 0, len(places) - 1),
        "mentee_rank": (mentee_rank, -WEIGHT_LIMIT, WEIGHT_LIMIT),
        "mentor_rank": (mentor_rank, -WEIGHT_LIMIT, WEIGHT_LIMIT),
    }
    read = {name: whole_numbers(values, name) for name, (values, _, _) in lists.items()}
    refuse_lengths(**{name: len(values) for name, values in read.items()})
    for name, (_, least, most) in lists.items():
        refuse_outside(read[name], name, least, most)
    entries = _first_entries(read["mentee"], read["mentee_rank"], read["mentor"], read["mentor_rank"])
    wishes: list[list[tuple[int, int]]] = [[] for _ in range(people)]
    for asks, _, asked, answer in entries:
        wishes[asks].append((asked, answer))
    mentor_of = _propose(wishes, places)
    check_stable(mentor_of, wishes, places)
    ranked_by_mentees = {(asks, rank) for asks, rank, _, _ in entries}
    ranked_by_mentors = {(asked, answer) for _, _, asked, answer in entries}
    ties = min(len(ranked_by_mentees), len(ranked_by_mentors)) < len(entries)
    return StableMatching(mentor_of, sum(place != UNMATCHED for place in mentor_of), ties)


def _first_entries(
    mentee: Sequence[int], mentee_rank: Sequence[int], mentor: Sequence[int], mentor_rank: Sequence[int]
) -> list[tuple[int, int, int, int]]:
    """One entry for each pair, those of each mentee in the order in which they like mentors."""
    first: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for entry in sorted(zip(mentee, mentee_rank, mentor, mentor_rank, strict=True)):
        first.setdefault((entry[0], entry[2]), entry)
    return list(first.values())


def _propose(wishes: Sequence[Wishes], capacity: Sequence[int]) -> list[int]:
    """Every mentee asks mentors in turn; a mentor keeps the best so far."""
    mentor_of = [UNMATCHED] * len(wishes)
    held: list[list[tuple[int, int]]] = [[] for _ in capacity]
    left = [iter(wish) for wish in wishes]
    asking = [mentee for mentee, wish in enumerate(wishes) if wish][::-1]
    while asking:
        mentee = asking.pop()
        for mentor, rank in left[mentee]:
            heappush(held[mentor], (-rank, -mentee))
            mentor_of[mentee] = mentor
            if len(held[mentor]) > capacity[mentor]:
                sent_away = -heappop(held[mentor])[1]
                mentor_of[sent_away] = UNMATCHED
                if sent_away != mentee:
                    asking.append(sent_away)
                    break
            else:
                break
    return mentor_of


def check_stable(mentor_of: Sequence[int], wishes: Sequence[Wishes], capacity: Sequence[int]) -> None:
    """Checks that nobody would rather leave.

    Args:
        mentor_of: the mentor of each mentee, -1 for none.
        wishes: of each mentee.
        capacity: the places of each mentor.

    Raises:
        ProofError: naming a mentee and a mentor who would both rather have each other, or a mentor with too many.
    """
    held: list[list[tuple[int, int]]] = [[] for _ in capacity]
    for mentee, (mine, wish) in enumerate(zip(mentor_of, wishes, strict=True)):
        if mine != UNMATCHED:
            rank = dict(wish).get(mine)
            if rank is None:
                raise ProofError(f"mentee {mentee} has mentor {mine}, which is not an admissible pair")
            held[mine].append((rank, mentee))
    for mentor, (mentees, places) in enumerate(zip(held, capacity, strict=True)):
        if len(mentees) > places:
            raise ProofError(f"mentor {mentor} has {len(mentees)} mentees and {places} places")
    last = [max(mentees, default=(0, 0)) for mentees in held]
    for mentee, (mine, wish) in enumerate(zip(mentor_of, wishes, strict=True)):
        for mentor, rank in wish:
            if mentor == mine:
                break
            if len(held[mentor]) < capacity[mentor] or (capacity[mentor] and (rank, mentee) < last[mentor]):
                raise ProofError(f"mentee {mentee} and mentor {mentor} would both rather have each other")
