"""Which installed sectors no programme can use, or not both of them."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from mentorkit.core.rulebook import STANDARDS
from mentorkit.registry.load import Plugins, UnusablePluginError


def which_do_not_fit(plugins: Plugins, names: Iterable[str]) -> Iterator[UnusablePluginError]:
    """What is wrong with each sector that does not fit the shared standards, and with each two that clash.

    Args:
        plugins: those that are installed.
        names: of sectors that load.
    """
    fitting = []
    for name in names:
        try:
            plugins.rulebook([name])
            fitting.append(name)
        except UnusablePluginError as problem:
            yield problem
    for pair in combinations([name for name in fitting if name != STANDARDS], 2):
        try:
            plugins.rulebook(pair)
        except UnusablePluginError as problem:
            yield problem
