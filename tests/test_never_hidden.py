"""What nothing may hide: a rule that its owner lets nobody waive, a file that is broken, a sector that is missing."""

from collections.abc import Iterator
from datetime import date

import pytest

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rule import Rule
from mentorkit.editor.fixes import fixes
from mentorkit.editor.reading import read
from mentorkit.programme.governance import WaiverEntry
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import CannotJudgeError, read_document
from mentorkit.validation.baseline import Baseline, FindingKey
from mentorkit.validation.opened import open_programme
from mentorkit.validation.record_waiver import record_waiver
from mentorkit.validation.report import Report
from mentorkit.validation.validate import judge

ON = date(2026, 11, 22)
PLUGINS = Plugins()
SECTORS = tuple(found.name for found in PLUGINS.found)
BOOK = PLUGINS.rulebook(SECTORS)
REFUSING = [rule for rule in BOOK.rules if not rule.waivable]
NAMED = ", ".join(f'"{sector}"' for sector in SECTORS if sector != "standards")
BEGINNING = f'format = 1\n[programme]\nname = "Peers"\nsectors = [{NAMED}]\n'
BROKEN = '[screening]\nlucky_number = 7\n[training]\nlength = "a while"\n'
"""A name that nobody knows, and a value of the wrong kind."""


def waivers(*rules: str) -> str:
    return "".join(
        f'[[waivers]]\nrule = "{rule}"\nreason = "ours"\nagreed_by = "board"\nuntil = 2027-01-01\n' for rule in rules
    )


def report(text: str, *, use_waivers: bool = True) -> Report:
    return judge(read_document(text.encode(), "p.toml"), PLUGINS, ON, use_waivers=use_waivers)


def shown(told: Report) -> list[tuple[tuple[str, ...], str, str]]:
    """What is not set aside and cannot be: of broken files, and of rules that refuse waivers."""
    return sorted((f.rules, f.severity, f.message) for f in told.findings if is_safe(f) and not f.waived)


def is_safe(finding: Finding) -> bool:
    refusing = {rule.id for rule in REFUSING}
    return finding.kind in (FindingKind.UNREADABLE, FindingKind.CRASHED) or not refusing.isdisjoint(finding.rules)


def combinations() -> Iterator[tuple[str, bool]]:
    """Ways of setting aside: waivers for each rule, for checks of the file, a baseline, and all of them together."""
    every = waivers(*(rule.id for rule in BOOK.rules))
    checks = waivers("unknown-key", "wrong-value", "waiver-refused", "baseline-unused")
    for waived in ("", every, checks, every + checks):
        for with_baseline in (False, True):
            yield waived, with_baseline


@pytest.mark.parametrize("broken", ["", BROKEN], ids=["whole", "broken"])
@pytest.mark.parametrize(("waived", "with_baseline"), list(combinations()))
def test_no_combination_of_waivers_and_baseline_hides_it(waived: str, with_baseline: bool, broken: str) -> None:
    plain = report(BEGINNING + broken)
    assert shown(plain)
    told = report(BEGINNING + broken + waived)
    if with_baseline:
        told = Baseline.of(plain, "p.toml", ON).applied_to(told)
        told = Baseline.of(told, "p.toml", ON).applied_to(told)
    assert set(shown(plain)) <= set(shown(told))
    assert told.count("error") >= len([1 for _, severity, _ in shown(plain) if severity == "error"])


def test_a_baseline_that_claims_it_hides_it_no_more() -> None:
    plain = report(BEGINNING + BROKEN)
    made = Baseline.of(plain, "p.toml", ON)
    for rules, severity, message in shown(plain):
        place = next(f.path for f in plain.findings if (f.rules, f.message) == (rules, message))
        made.findings[FindingKey(".".join(map(str, place)), ", ".join(rules), severity, message)] += 1
    assert set(shown(plain)) <= set(shown(made.applied_to(plain)))


@pytest.mark.parametrize("rule", REFUSING, ids=lambda rule: rule.id)
def test_a_waiver_for_it_is_refused_when_it_is_recorded_and_an_error_when_it_is_there(rule: Rule) -> None:
    plain = report(BEGINNING)
    entry = WaiverEntry(rule=rule.id, reason="ours", agreed_by="board", until=date(2027, 1, 1))
    with pytest.raises(CannotJudgeError, match="no service may set it aside"):
        record_waiver(open_programme(plain.document, PLUGINS), entry, (), ON)
    told = report(BEGINNING + waivers(rule.id))
    assert [f.severity for f in told.findings if f.rule == "waiver-refused"] == ["error"]


def test_an_editor_offers_no_waiver_for_it() -> None:
    text = BEGINNING + BROKEN
    reading = read(text, "p.toml", PLUGINS, ON)
    offered = [fix for fix in fixes(reading, 0, len(text), PLUGINS.found) if "[[waivers]]" in fix.text]
    refusing = {rule.id for rule in REFUSING}
    assert offered, "for others it does"
    assert [fix.title for fix in offered if any(rule in fix.text for rule in refusing)] == []


@pytest.mark.parametrize("aside", [True, False])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('format = 1\n[programme]\nsectors = ["substnce"]\n', "there is no sector"),
        ('format = 1\n[programme]\nname = "x"\n', "does not name its sectors"),
        ("[programme]\nsectors = []\n", "does not say which format"),
    ],
)
def test_a_missing_sector_and_a_file_that_is_none_are_judged_by_no_waiver(text: str, said: str, aside: bool) -> None:
    with pytest.raises(CannotJudgeError, match=said):
        report(text + waivers(*(rule.id for rule in BOOK.rules)), use_waivers=aside)
