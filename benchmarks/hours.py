"""Sharing out mentors' hours: made-up services, and HiGHS as a peer."""

from random import Random
from typing import Any

import numpy as np

Shared = tuple[int, int, bool]
"""Mentees matched, the total, and whether both are proven."""


def service(mentees: int, mentors: int) -> dict[str, Any]:
    """A made-up service that counts minutes and has hours for nine tenths of what is needed; seeded."""
    random = Random(mentees)  # noqa: S311 - made-up people are no secrets
    needs = [random.randint(45, 200) for _ in range(mentees)]
    shares = [random.choice([3, 4, 6, 7, 7, 7, 9]) for _ in range(mentors)]
    return {
        "mentee": [mentee for mentee in range(mentees) for _ in range(mentors)],
        "mentor": [*range(mentors)] * mentees,
        "weight": [random.randint(5, 21) for _ in range(mentees * mentors)],
        "hours": [need for need in needs for _ in range(mentors)],
        "capacity": [share * sum(needs) * 9 // (10 * sum(shares)) for share in shares],
        "n_mentees": mentees,
    }


def highs(problem: dict[str, Any], seconds: float) -> Shared:
    """HiGHS by way of scipy: the most mentees, then the best total for that many."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    count, mentees = len(problem["mentee"]), problem["n_mentees"]
    pair = np.arange(count)
    rows = (problem["mentee"], np.add(problem["mentor"], mentees), np.full(count, mentees + len(problem["capacity"])))
    entries = (np.ones(count), problem["hours"], -np.ones(count))
    table = csr_array((np.concatenate(entries), (np.concatenate(rows), np.concatenate([pair] * 3))))
    weight = np.array(problem["weight"])

    def best(worth: Any, at_least: int) -> Any:
        most = [*[1] * mentees, *problem["capacity"], -at_least]
        return milp(
            -worth,
            constraints=LinearConstraint(table, -np.inf, most),
            integrality=1,
            bounds=Bounds(0, 1),
            options={"time_limit": seconds},
        )

    number = best(np.ones(count), 0)
    if number.x is None:
        return 0, 0, False
    found = best(weight, round(-number.fun)) if number.status == 0 else number
    made = (number if found.x is None else found).x > 1 / 2
    return int(made.sum()), int(weight[made].sum()), number.status == 0 and found.status == 0
