"""The checks of the conformance kit, in the order in which an author fixes what they find."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec

import attrs

from mentorkit.registry.find import FoundPlugin
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import CASE_DAY
from mentorkit.testing.choices import choices
from mentorkit.testing.crashes import crashes
from mentorkit.testing.dates import dates
from mentorkit.testing.declarations import asked, cases, ids, loads, outcomes, sources
from mentorkit.testing.imports import lazy_imports, public_imports
from mentorkit.testing.keys import keys
from mentorkit.testing.messages import messages
from mentorkit.testing.places import places
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.testing.purity import no_io
from mentorkit.testing.reads import reads
from mentorkit.testing.repeatable import time, twice
from mentorkit.testing.shipped import shipped
from mentorkit.testing.template import template
from mentorkit.testing.unknown import unknown

CheckFunction = Callable[[PluginUnderTest], Iterator[Advice]]


@attrs.frozen
class Check:
    """One check.

    Attributes:
        name: as advice names it.
        run: gives what to fix.
        generates: whether it needs Hypothesis.
    """

    name: str
    run: CheckFunction
    generates: bool = False


def _law(name: str) -> CheckFunction:
    """A law, which imports Hypothesis when it is tried."""

    def look(under_test: PluginUnderTest) -> Iterator[Advice]:
        from mentorkit.testing import laws

        law: CheckFunction = getattr(laws, name)
        yield from law(under_test)

    return look


NO_IO = Check("no-io", no_io)
CHECKS = (
    Check("loads", loads),
    Check("ids", ids),
    Check("shipped", shipped),
    Check("lazy", lazy_imports),
    Check("imports", public_imports),
    Check("sources", sources),
    Check("keys", keys),
    Check("outcomes", outcomes),
    NO_IO,  # the first that asks rules: one that remembers what it has read does not read it again
    Check("cases", cases),
    Check("asked", asked),
    Check("crashes", crashes),
    Check("reads", reads),
    Check("unknown", unknown),
    Check("places", places),
    Check("choices", choices),
    Check("dates", dates),
    Check("messages", messages),
    Check("twice", twice),
    Check("law-1-order", _law("order"), generates=True),
    Check("law-2-knowledge", _law("knowledge"), generates=True),
    Check("law-3-stricter", _law("stricter"), generates=True),
    Check("law-4-sectors", _law("sectors"), generates=True),
    Check("law-5-round-trip", _law("round_trip"), generates=True),
    Check("time", time),
    Check("template", template),
)
NEEDS_HYPOTHESIS = "needs Hypothesis: pip install 'mentorkit[testing]'"


BEFORE_LOADING = ("loads", "ids")
"""The checks of what does not load; the others look at its rules, or would tell the same trouble again."""


def can_run(check: Check) -> bool:
    """Whether what a check needs is installed."""
    return not check.generates or find_spec("hypothesis") is not None


def advice_of(check: Check, under_test: PluginUnderTest) -> list[Advice]:
    """What one check says of a plugin; of one that does not load, only what keeps it from loading is said."""
    if under_test.loaded is None and check.name not in BEFORE_LOADING:
        return []
    return list(check.run(under_test))


def check_plugin(package: str | FoundPlugin, on: date = CASE_DAY) -> list[Advice]:
    """What to fix in a plugin; empty where it conforms.

    The laws are left out where Hypothesis is not installed; the extra `mentorkit[testing]` brings it.

    Args:
        package: the name of its package, such as "mentorkit_housing", installed or not; or where it was found.
        on: the day on which its template is judged.

    Example:
        >>> check_plugin("mentorkit.standards")
        []
    """
    under_test = PluginUnderTest.of(package, on)
    return [advice for check in CHECKS if can_run(check) for advice in advice_of(check, under_test)]
