"""The pairs that may be made, with their scores."""

from collections.abc import Collection
from typing import Literal, NamedTuple, Self

from mentorkit.matching.cohort import Cohort
from mentorkit.matching.result import MatchingError
from mentorkit.matching.solver.input import WEIGHT_LIMIT

MOST_CANDIDATES = 20_000_000
"""Pairs that are looked at, at most; beyond that the wait and the memory are no longer reasonable."""


class PossiblePairs(NamedTuple):
    """The pairs that may be made, in the order of mentees, then mentors.

    Attributes:
        mentee: of each.
        mentor: of each.
        score: of each.
        notes: how many notes of SHOULD rules each would have.
        start: where the pairs of each mentee begin, and where the last one's end.
    """

    mentee: list[int]
    mentor: list[int]
    score: list[int]
    notes: list[int]
    start: list[int]

    @classmethod
    def of(cls, cohort: Cohort) -> Self:
        """All pairs that may be made in a cohort.

        Raises:
            MatchingError: where they are too many, or have more points than a solver takes.
        """
        pairs = cls([], [], [], [], [0])
        looked_at = 0
        is_open = set(cohort.open_mentees)
        for mentee in range(len(cohort.mentees)):
            if mentee in is_open:
                looked_at += len(cohort.candidates.of(mentee))
                if looked_at > MOST_CANDIDATES:
                    raise MatchingError(
                        f"more than {MOST_CANDIDATES:,} pairs are possible, which is too many to look at",
                        "require something that most pairs do not have, such as the area (required = true), "
                        "or match one area at a time",
                    )
                mentors = cohort.options(mentee)
                pairs.mentee.extend([mentee] * len(mentors))
                pairs.mentor.extend(mentors)
                scores = cohort.scores(mentee, mentors)
                if max(scores, default=0) > WEIGHT_LIMIT:
                    ids = f"{cohort.mentees[mentee].id} with {cohort.mentors[mentors[scores.index(max(scores))]].id}"
                    raise MatchingError(
                        f"{ids} would have {max(scores):,} points, and no more than {WEIGHT_LIMIT:,} can be counted",
                        "give the preferences smaller weights",
                    )
                pairs.score.extend(scores)
                pairs.notes.extend(cohort.should_notes(mentee, mentors))
            pairs.start.append(len(pairs.mentee))
        return pairs

    def without(self, left_out: Collection[tuple[int, int]]) -> "PossiblePairs":
        """The pairs besides some of them, each as (mentee, mentor)."""
        fewer = PossiblePairs([], [], [], [], [0])
        for mentee in range(len(self.start) - 1):
            for at in range(self.start[mentee], self.start[mentee + 1]):
                if (mentee, self.mentor[at]) not in left_out:
                    fewer.mentee.append(mentee)
                    fewer.mentor.append(self.mentor[at])
                    fewer.score.append(self.score[at])
                    fewer.notes.append(self.notes[at])
            fewer.start.append(len(fewer.mentee))
        return fewer

    def mentors_for(self, mentee: int) -> list[int]:
        """The mentors whom a mentee may have."""
        return self.mentor[self.start[mentee] : self.start[mentee + 1]]

    def reward_staying(self, cohort: Cohort, stay: int | Literal["most"]) -> int:
        """Adds points to the scores of earlier pairs; says how many to each.

        Raises:
            MatchingError: where they are more points than a solver takes.
        """
        if not stay or not cohort.earlier:
            return 0
        most, least = max(self.score, default=0), min(self.score, default=0)
        points = 1 + len(cohort.open_mentees) * cohort.mentors_each * (most - least) if stay == "most" else stay
        if points + most > WEIGHT_LIMIT:
            fewer = "give the preferences smaller weights" if stay == "most" else f"give at most {WEIGHT_LIMIT - most}"
            raise MatchingError(f"{points} points for staying are too many to count", fewer)
        for mentee, mentor in cohort.earlier:
            for position in range(self.start[mentee], self.start[mentee + 1]):
                if self.mentor[position] == mentor:
                    self.score[position] += points
        return points
