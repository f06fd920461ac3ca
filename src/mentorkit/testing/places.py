"""Whether what rules find stands at places that the file has."""

from collections.abc import Iterator

from mentorkit.core.finding import FindingKind
from mentorkit.programme.places import not_in_file
from mentorkit.testing.advice import Advice
from mentorkit.testing.plugin_under_test import PluginUnderTest

_FIX = "name a key of the file as an attribute, as in falls_short(At.supervision.led_by, …); editors complete them"


def places(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Every problem that a rule finds in its cases stands at a place of the file, so that people are led there."""
    said: set[tuple[str, str]] = set()
    for case in under_test.cases:
        for finding in case.findings() if case.rule.searches else ():
            gone = "" if finding.kind is FindingKind.CRASHED else not_in_file(finding.path, case.book.sector_keys)
            if gone and (case.rule.id, gone) not in said:
                said.add((case.rule.id, gone))
                yield Advice("places", under_test.place(case.rule), f"it finds something where {gone}", _FIX)
