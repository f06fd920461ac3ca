"""Which mentees fill one mentor's hours best: the 0/1 knapsack, exactly."""

from collections.abc import Sequence

Item = tuple[int, int, int]
"""(mentee, hours, profit)."""


def solve_knapsack(items: Sequence[Item], hours: int) -> tuple[int, list[int]]:
    """Chooses items of the greatest profit that fit; time grows with the items times the hours.

    Args:
        items: with hours from 0.
        hours: that may be used.

    Returns:
        The profit, and the mentees chosen.
    """
    chosen = [item for item in items if item[2] > 0 and item[1] <= hours]
    if sum(item[1] for item in chosen) <= hours:
        return sum(item[2] for item in chosen), [item[0] for item in chosen]
    best = [0] * (hours + 1)
    before = []
    for _, needed, profit in chosen:
        before.append(best)
        taken = [reached + profit for reached in best[: hours + 1 - needed]]
        best = best[:needed] + list(map(max, best[needed:], taken))
    left, mentees = hours, []
    for (mentee, needed, _), was, now in zip(chosen[::-1], before[::-1], [best, *before[:0:-1]], strict=True):
        if was[left] != now[left]:
            mentees.append(mentee)
            left -= needed
    return best[hours], mentees[::-1]
