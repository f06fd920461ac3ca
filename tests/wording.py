"""How the rules of a sector word what they say: each message at their cases once, with what to do.

Imported by tests, and run by itself (`python wording.py SECTOR`) where a sector from outside is installed.
"""

import sys
from collections.abc import Iterator
from datetime import date

from mentorkit.core.finding import Finding
from mentorkit.registry.load import Plugins
from mentorkit.testing import RuleCase, cases_of
from mentorkit.validation.validate import validate

ON = date(2026, 11, 22)
PLUGINS = Plugins()
SECTORS = {found.name: PLUGINS.plugin(found) for found in PLUGINS.found}


def wording(sector: str) -> str:
    """All that its rules say at their cases, and then what a design that states nothing is told."""
    plugin = SECTORS[sector]
    lines: list[str] = []
    for rule in plugin.rules:
        each = [said for case in cases_of(plugin, rule) for said in _of_case(case)]
        lines += [f"{rule.id} {rule.name}\n", *dict.fromkeys(each)]
    return "".join([*lines, "Of a design that states nothing\n", *_left_open(sector)])


def _of_case(case: RuleCase) -> Iterator[str]:
    """Of a design in whole and beside its key, of a person with values and without."""
    if "facts" not in case.data:
        for finding in case.findings():
            yield from _of_finding(finding)
        return
    for verdict in case.decision().verdicts:
        for show_values in (False, True):
            if message := verdict.message(show_values=show_values):
                yield f"  of a person: {message}\n    do: {verdict.fix(show_values=show_values)}\n"


def _of_finding(finding: Finding) -> Iterator[str]:
    yield f"  {finding.message}\n    do: {finding.fix}\n"
    if finding.brief:
        yield f"    in a list: {finding.brief}\n"


def _left_open(sector: str) -> Iterator[str]:
    """What a design that states nothing is told by this sector; several rules can ask for one key."""
    named = "" if sector == "standards" else f'"{sector}"'
    own = {rule.id for rule in SECTORS[sector].rules}
    report = validate(f"format = 1\nprogramme.sectors = [{named}]\n".encode(), "programme.toml", PLUGINS, ON)
    for finding in report.findings:
        if own.intersection(finding.rules):
            yield from _of_finding(finding)


if __name__ == "__main__":
    sys.stdout.buffer.write(wording(sys.argv[1]).encode())
