"""Every objective that a design may state has its solver."""

from typing import get_args

from mentorkit.matching.objectives import OBJECTIVES
from mentorkit.programme.matching import MatchingObjective


def test_every_objective_of_the_file_is_one_row() -> None:
    assert tuple(OBJECTIVES) == get_args(MatchingObjective)
