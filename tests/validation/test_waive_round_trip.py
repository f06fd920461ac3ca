"""What `waive` records of any kind of finding sets that finding aside, and no other."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.governance import WaiverEntry
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import CannotJudgeError, Document, read_document
from mentorkit.validation.opened import Opened, open_programme
from mentorkit.validation.record_waiver import record_waiver
from mentorkit.validation.report import report_on
from mentorkit.validation.waivers import FoundThing
from mentorkit.validation.who_may_agree import who_may_agree

ROOT = Path(__file__).parents[2]
PLUGINS = Plugins()
ON = date(2026, 11, 29)
DECISION = WaiverEntry(reason="ours", agreed_on=ON, until=date(2027, 3, 1))
BARE = 'format = 2\n[programme]\nsectors = ["{sector}"]\nways = ["pair"]\n[[network.members]]\nid = "a b"\n'
"""A programme that leaves nearly everything open."""


def programmes() -> Iterator[Document]:
    """Programmes with findings of every kind: documented ones, and for each sector one that says next to nothing."""
    for file in sorted((ROOT / "examples").glob("*/*.toml")):
        yield read_document(file.read_bytes(), str(file.relative_to(ROOT)))
    for found in PLUGINS.found:
        if found.name != "standards":
            yield read_document(BARE.format(sector=found.name).encode(), found.name)


def shape(finding: Finding) -> tuple[object, ...]:
    """Findings of one shape are set aside in one way."""
    named = {len(path) - len(finding.path) for _, path in finding.named}
    entries = sum(isinstance(part, int) for part in finding.path)
    return (
        finding.kind,
        finding.severity,
        min(len(finding.rules), 2),
        *named,
        entries,
        finding.path[0],
        bool(finding.brief),
    )


def findings() -> Iterator[Any]:
    """One finding of each shape, with its file."""
    known = set()
    for document in programmes():
        opened = open_programme(document, PLUGINS)
        for finding in read_design(opened.rulebook, opened.programme, ON):
            if shape(finding) not in known:
                known.add(shape(finding))
                yield pytest.param(opened, finding, id=f"{document.name}-{'-'.join(finding.rules)}")


def waived(opened: Opened, finding: Finding, rule: str, at: str, role: str = "") -> Opened:
    roles = who_may_agree(opened.rulebook.rule(rule))  # type: ignore[arg-type] # it has found something
    leaves_open = finding.kind is FindingKind.NOT_SETTLED
    entry = attrs.evolve(DECISION, rule=rule, agreed_by=role or (*roles, "board")[0], leaves_open=leaves_open or None)
    try:
        recorded = record_waiver(opened, entry, (at,), ON)
    except CannotJudgeError as problem:
        if "--found" not in (problem.fix or ""):
            raise
        recorded = record_waiver(opened, attrs.evolve(entry, found=finding.message), (at,), ON)
    return open_programme(read_document(recorded.text.encode(), opened.document.name), PLUGINS)


@pytest.mark.parametrize(("opened", "finding"), list(findings()))
def test_a_waiver_sets_its_finding_aside_and_no_other(opened: Opened, finding: Finding) -> None:
    now = opened
    for rule, path in finding.things:
        declared = opened.rulebook.rule(rule)
        assert declared
        at = FoundThing.of(opened.programme, path, finding).names[-1]
        if not declared.waivable:
            with pytest.raises(CannotJudgeError, match="no service may set it aside"):
                waived(now, finding, rule, at)
            return
        if who_may_agree(declared):
            with pytest.raises(CannotJudgeError, match="alone cannot agree"):
                waived(now, finding, rule, at, role="volunteer")
        now = waived(now, finding, rule, at)
    said = report_on(now, ON).findings
    aside = [each for each in said if each.waived]
    assert [(each.rules, each.path, each.message) for each in aside] == [(finding.rules, finding.path, finding.message)]
    assert [each.message for each in said if each.kind is FindingKind.WAIVER] == []
