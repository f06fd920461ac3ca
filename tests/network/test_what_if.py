"""What-if tells what validate tells of a programme whose file lacks the member."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import attrs

from mentorkit.core.finding import Finding
from mentorkit.network import Network
from mentorkit.network.what_if import new_findings
from mentorkit.programme.network import ReferralNetwork
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import read_document
from mentorkit.validation.opened import Opened, open_programme
from mentorkit.validation.report import report_on

EXAMPLES = Path(__file__).parents[2] / "examples"
ON = date(2026, 11, 29)

Said = tuple[str, object]
"""A rule, and the id of a member, the place of a link, or the path of something else that a finding is about."""

A_DEPUTY_STANDS_IN: dict[tuple[str, str], set[Said]] = {
    ("hospital_to_community", "coordinator"): {("STD717", "peer worker")},
    ("hospital_to_community", "nurse in charge"): {("STD716", 4), ("STD741", "999")},
    ("through_the_gate", "coordinator"): {
        ("STD704", ("network", "needs", 2, "within")),
        ("STD706", "practitioner"),
        ("STD717", "mentor"),
        ("STD741", "999"),
    },
    ("through_the_gate", "practitioner"): {("STD704", ("network", "needs", 2, "within")), ("STD706", "mentor")},
    ("cross_age", "designated safeguarding lead"): {("STD741", "999")},
    ("cross_age", "pastoral lead"): {("STD717", "mentor")},
    ("turning_point", "coordinator"): {("STD717", "mentor")},
    ("turning_point", "safeguarding lead"): {("STD713", "on call"), ("STD741", "999")},
}
"""What is said only where the file lacks the member: with their links, who is called instead goes too."""

OF_THE_FILE = {"STD426", "PRB409", "contradiction"}
"""What is said of a file: somebody who is away is still known there, and somebody whom the file lacks is not."""


def test_what_if_tells_all_that_validate_tells_without_each_member_of_the_examples() -> None:
    untold = {}
    for path in sorted(EXAMPLES.glob("[!d]*/*.toml")):
        opened = open_programme(read_document(path.read_bytes(), path.name), Plugins())
        stated = opened.programme.network
        for member in stated.members or ():
            missed = missed_by_what_if(opened, stated, member.id or "")
            if missed:
                untold[path.stem, member.id] = missed
    assert untold == A_DEPUTY_STANDS_IN


def missed_by_what_if(opened: Opened, stated: ReferralNetwork, who: str) -> set[Said]:
    members = [member for member in stated.members or () if member.id != who]
    left = [at for at, link in enumerate(stated.links or ()) if who not in (link.from_, link.to)]
    links = [(stated.links or ())[at] for at in left]
    for key in ("deputy", "closed_by"):
        links = [attrs.evolve(link, **{key: None}) if getattr(link, key) == who else link for link in links]
    lacking = attrs.evolve(stated, members=tuple(members), links=tuple(links))
    report = report_on(attrs.evolve(opened, programme=attrs.evolve(opened.programme, network=lacking)), ON)
    told = new_findings(opened, Network(stated).without(who), [who], ON)
    everyone, places = [member.id for member in stated.members or ()], range(len(stated.links or ()))
    return said(report.findings, [member.id for member in members], left) - said(told, everyone, places)


def said(findings: Iterable[Finding], members: Sequence[str | None], links: Sequence[int]) -> set[Said]:
    found: set[Said] = set()
    for finding in findings:
        match finding.path:
            case ("network", "members", int(at), *_):
                about: object = members[at]
            case ("network", "links", int(at), *_):
                about = links[at]
            case path:
                about = path
        found.update((rule, about) for rule in finding.rules if rule not in OF_THE_FILE)
    return found
