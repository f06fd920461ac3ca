"""What a waiver must not cover: anything but the one thing that somebody agreed to leave as it was found."""

from datetime import date
from typing import Any

import attrs
import pytest
import tomli_w

from mentorkit.core.finding import FindingKind
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import CannotJudgeError, read_document
from mentorkit.validation.baseline import Baseline
from mentorkit.validation.diff import compare
from mentorkit.validation.opened import open_programme
from mentorkit.validation.record_waiver import record_waiver
from mentorkit.validation.report import Report, report_on
from tests.validation.test_waive_round_trip import DECISION

ON = date(2026, 11, 29)
PLUGINS = Plugins()
NETWORK = """\
format = 2
[programme]
sectors = []
ways = ["pair"]
[file]
complete = ["network.links"]
[network]
span = 4
[[network.needs]]
id = "debts"
risk = false
within = "1 week"
[[network.members]]
id = "mentee"
part = "mentee"
[[network.members]]
id = "mentor"
part = "mentor"
people = 5
hours = "24/7"
[[network.members]]
id = "adviser"
part = "programme"
people = 1
hours = "24/7"
meets = ["debts"]
[[network.links]]
from = "mentee"
to = "mentor"
kind = "refers"
for = ["debts"]
within = "1 day"
[[network.links]]
from = "mentor"
to = "adviser"
kind = "refers"
for = ["debts"]
within = "1 day"
[[network.links]]
from = "adviser"
to = "mentor"
kind = "supervises"
"""
"""Everything about debts depends on the mentor, and on the adviser, who supervises more mentors than the limit."""
ALONE = "everything depends on adviser: when they are away, nobody answers mentee or mentor about debts"
LOAD = "5 people (mentor) are supervised by adviser: 5 for each supervisor, and the limit of the programme is 4"
AGREED = {"reason": "r", "agreed_by": "service manager", "agreed_on": date(2026, 11, 1), "until": date(2027, 3, 1)}
OF_ADVISER = {**AGREED, "rule": "STD707", "at": "network.members.adviser", "found": ALONE}
OF_LOAD = {**AGREED, "rule": "STD718", "at": "network.members.adviser.people", "found": LOAD}
Edits = tuple[tuple[str, str], ...]


def judged(*waivers: dict[str, Any], edits: Edits = ()) -> Report:
    text = NETWORK
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    text += "".join(f"\n[[waivers]]\n{tomli_w.dumps(waiver)}" for waiver in waivers)
    return report_on(open_programme(read_document(text.encode(), "p.toml"), PLUGINS), ON)


def aside(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in report.findings if finding.waived]


def checks(report: Report) -> list[str]:
    kinds = (FindingKind.WAIVER, FindingKind.UNREADABLE)
    return [finding.rule for finding in report.findings if finding.kind in kinds]


def without(waiver: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in waiver.items() if key not in keys}


@pytest.mark.parametrize(
    "at",
    [
        "network.members.adviser",
        " Network.Members.ADVISER ",
        "network.members.adviser\u200b",
        "network.members.adviser about network.needs.debts",
    ],
)
def test_a_place_is_read_as_a_person_sees_it(at: str) -> None:
    report = judged({**OF_ADVISER, "at": at})
    assert (aside(report), checks(report)) == ([("STD707", ALONE)], [])


@pytest.mark.parametrize(
    ("changed", "check"),
    [
        ({"at": "*"}, "waiver-unused"),
        ({"at": "network.members.*"}, "waiver-unused"),
        ({"at": "network"}, "waiver-unused"),
        ({"at": "network.members"}, "waiver-unused"),
        ({"at": "network.members[2]"}, "waiver-unused"),
        ({"at": "network.members.2"}, "waiver-unused"),
        ({"at": 'network.members."adviser"'}, "waiver-unused"),
        ({"at": "network.members.advise"}, "waiver-unused"),
        ({"at": "network.members.adviser.people"}, "waiver-unused"),
        ({"at": "network.needs.debts about network.members.adviser"}, "waiver-unused"),
        ({"at": "\u200b"}, "wrong-value"),
        ({"at": ""}, "wrong-value"),
        ({"at": " "}, "wrong-value"),
        ({"at": ["network.members.adviser", "network.members.mentor"]}, "wrong-value"),
        ({"found": ""}, "wrong-value"),
        ({"found": "\u200b"}, "wrong-value"),
        ({"found": f"{ALONE} and rent"}, "waiver-outdated"),
        ({"leaves_open": True}, "waiver-unused"),
        ({"leaves_open": "no"}, "wrong-value"),
        ({"severity": "fatal"}, "wrong-value"),
        ({"for": "one drug service"}, "unknown-key"),
        ({"reason": "\u2060"}, "wrong-value"),
        ({"agreed_by": "\u200d"}, "wrong-value"),
        ({"rule": "std707"}, "waiver-unknown"),
        ({"rule": " STD707"}, "waiver-unknown"),
        ({"rule": "STD707, STD718"}, "waiver-unknown"),
        ({"rule": "*"}, "waiver-unknown"),
        ({"rule": "STD720"}, "waiver-unused"),
        ({"rule": "SUB101"}, "waiver-unknown"),
    ],
)
def test_a_waiver_that_is_not_quite_about_it_covers_nothing_and_is_told(changed: dict[str, Any], check: str) -> None:
    report = judged({**OF_ADVISER, **changed})
    assert (aside(report), checks(report)) == ([], [check])


@pytest.mark.parametrize("changed", [without(OF_ADVISER, "at", "found"), {**OF_ADVISER, "at": "network.needs.debts"}])
def test_a_waiver_that_may_mean_two_things_covers_none_unless_it_says_what_was_found(changed: dict[str, Any]) -> None:
    report = judged(without(changed, "found"))
    assert (aside(report), checks(report)) == ([], ["waiver-unclear"])
    report = judged({**changed, "found": ALONE})
    assert (aside(report), checks(report)) == ([("STD707", ALONE)], [])


@pytest.mark.parametrize(
    "edits",
    [
        (("people = 5", "people = 50"),),
        (("span = 4", "span = 3"),),
        (('id = "adviser"', 'id = "adviser"\ntitle = "Anna"'),),
    ],
)
def test_what_changed_after_it_was_agreed_is_a_stranger(edits: Edits) -> None:
    report = judged(OF_LOAD, edits=edits)
    assert (aside(report), checks(report)) == ([], ["waiver-outdated"])
    older = judged(without(OF_LOAD, "found"), edits=edits)
    assert (len(aside(older)), checks(older)) == (1, ["waiver-vague"])
    assert compare(judged(OF_LOAD), report).worse(["warning"])


def test_a_member_that_moves_in_the_file_keeps_its_waiver_and_one_that_is_renamed_does_not() -> None:
    moved = judged(OF_LOAD, edits=(('[[network.members]]\nid = "mentee"', '[[network.members]]\nid = "new"\n'
                                    '[[network.members]]\nid = "mentee"'),))  # fmt: skip
    assert (aside(moved), checks(moved)) == ([("STD718", LOAD)], [])
    names = (('id = "adviser"', 'id = "helper"'), ('to = "adviser"', 'to = "helper"'))
    renamed = judged(OF_LOAD, edits=(*names, ('from = "adviser"', 'from = "helper"')))
    assert (aside(renamed), checks(renamed)) == ([], ["waiver-unused"])
    (unused,) = (finding for finding in renamed.findings if finding.kind is FindingKind.WAIVER)
    assert unused.fix == 'write at = "network.members.helper.people"'


def test_of_waivers_that_contradict_each_other_the_first_that_counts_does() -> None:
    ended, other = {**OF_LOAD, "until": date(2026, 11, 28)}, {**OF_LOAD, "reason": "another"}
    report = judged(ended, OF_LOAD, other, {**OF_LOAD, "leaves_open": True})
    assert aside(report) == [("STD718", LOAD)]
    assert sorted(checks(report)) == ["waiver-expired", "waiver-unused", "waiver-unused"]


def test_a_baseline_does_not_know_again_what_a_waiver_has_set_aside() -> None:
    with_waiver = Baseline.of(judged(OF_LOAD), "p.toml", ON)
    worse = with_waiver.applied_to(judged(OF_LOAD, edits=(("people = 5", "people = 50"),)))
    assert [finding.rule for finding in worse.findings if finding.rule == "STD718" and not finding.waived] == ["STD718"]
    assert "waiver-outdated" in checks(worse)


def test_waive_asks_which_of_several_things_at_a_place_is_meant() -> None:
    opened = open_programme(read_document(NETWORK.encode(), "p.toml"), PLUGINS)
    of_rule = attrs.evolve(DECISION, rule="STD707", agreed_by="board")
    with pytest.raises(CannotJudgeError) as refused:
        record_waiver(opened, of_rule, ("network.needs.debts",), ON)
    assert refused.value.message == 'STD707 finds 2 things that "network.needs.debts" can mean'
    assert refused.value.fix == 'say which with --at: "network.members.adviser" or "network.members.mentor"'
    recorded = record_waiver(opened, of_rule, ("network.members.Adviser",), ON)
    assert [entry.at for entry in recorded.entries] == ["network.members.adviser"]
    bare = open_programme(read_document(b"format = 2\n[programme]\nsectors = []\n[[network.needs]]\n", "p"), PLUGINS)
    left_open = attrs.evolve(DECISION, rule="STD702", agreed_by="service manager", leaves_open=True)
    with pytest.raises(CannotJudgeError, match="STD702 finds 2 things") as refused:
        record_waiver(bare, left_open, ("network.members",), ON)
    who = (
        "the programme does not state who the {} is: no open member has this part, so no way can be followed from them"
    )
    mentee, mentor = (who.format(part) for part in ("mentee", "mentor"))
    assert refused.value.fix == f"say which with --found, word for word: '{mentee}' or '{mentor}'"
    with pytest.raises(CannotJudgeError, match="STD702 does not find this: nobody"):
        record_waiver(bare, attrs.evolve(left_open, found="nobody"), ("network.members",), ON)
    recorded = record_waiver(bare, attrs.evolve(left_open, found=mentor), ("network.members",), ON)
    assert [finding.message for finding in recorded.set_aside] == [mentor]


def test_a_waiver_of_what_a_list_lacks_covers_it_too_where_the_list_may_go_on() -> None:
    may_go_on = (('[file]\ncomplete = ["network.links"]\n', ""),)
    for agreed in (OF_ADVISER, {**OF_ADVISER, "leaves_open": True}):
        report = judged(agreed, edits=may_go_on)
        assert (aside(report), checks(report)) == ([("STD707", ALONE)], [])
