"""Which installed sectors can be used in one programme, each held against each other."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from mentorkit.core.rulebook import STANDARDS
from mentorkit.registry.load import Plugins, UnusablePluginError


def which_do_not_fit(
    plugins: Plugins, names: Iterable[str], others: Iterable[str] = ()
) -> Iterator[UnusablePluginError]:
    """What is wrong with each two sectors that one programme cannot name.

    Args:
        plugins: those that are installed.
        names: of sectors that can be used alone.
        others: of sectors to hold them against; against each other where left out.

    Raises:
        UnusablePluginError: where one of the others is missing or broken.
    """
    names, others = [name for name in names if name != STANDARDS], list(others)
    for name in others:
        plugins.rulebook([name])
    pairs = [(name, other) for name in names for other in others if name != other] if others else combinations(names, 2)
    for pair in pairs:
        try:
            plugins.rulebook(pair)
        except UnusablePluginError as problem:
            yield problem
