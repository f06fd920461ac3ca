"""Baselines: how often a finding is hidden, and what makes two findings the same."""

from collections import Counter
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.finding import FindingKind
from mentorkit.registry.load import Plugins
from mentorkit.reports.counts import counts_text
from mentorkit.reports.report_writer import Tally
from mentorkit.toml.document import CannotJudgeError, read_document
from mentorkit.validation.baseline import Baseline, FindingKey
from mentorkit.validation.report import Report
from mentorkit.validation.validate import judge
from mentorkit.values.edition import Edition

PLUGINS = Plugins()
ON = date(2026, 11, 22)
REPORT = judge(read_document(b'format = 2\n[programme]\nsectors = []\nways = ["pair"]\n', "p.toml"), PLUGINS, ON)
(SOME,) = (attrs.evolve(REPORT, findings=REPORT.findings[:1]),)


def often(times: int) -> Report:
    return attrs.evolve(SOME, findings=SOME.findings * times)


@pytest.mark.parametrize(("before", "now", "hidden", "gone"), [(2, 2, 2, 0), (1, 3, 1, 0), (3, 1, 1, 1)])
def test_an_entry_hides_as_many_as_it_counts(before: int, now: int, hidden: int, gone: int) -> None:
    report = Baseline.of(often(before), "p.toml", ON).applied_to(often(now))
    assert sum(finding.in_baseline for finding in report.findings) == hidden
    assert sum(finding.rule == "baseline-unused" for finding in report.findings) == gone
    assert report.count(SOME.findings[0].severity) == now - hidden + (SOME.findings[0].severity == "advice") * gone


def test_what_stands_for_many_is_never_hidden_and_all_of_them_count() -> None:
    finding = SOME.findings[0]
    many = attrs.evolve(SOME, findings=(finding, attrs.evolve(finding, more=400)))
    recorded = Baseline.of(many, "p.toml", ON)
    assert recorded.findings.total() == 1
    report = recorded.applied_to(many)
    assert (report.count(finding.severity), report.hidden(in_baseline=True)) == (401, 1)


def test_what_is_folded_counts_where_it_is_set_aside() -> None:
    folded = attrs.evolve(SOME.findings[0], more=400, waived="agreed", newly_asked=Edition(2026, 11))
    report = attrs.evolve(SOME, findings=(folded, attrs.evolve(folded, in_baseline=True)))
    assert (report.hidden(in_baseline=False), report.hidden(in_baseline=True), report.newly_asked) == (401, 401, 0)
    assert "401 waived, 401 in the baseline" in counts_text(report)
    tally = Tally()
    tally.add(report)
    assert (tally.waived, tally.in_baseline, tally.newly_asked) == (401, 401, 0)
    assert attrs.evolve(report, findings=(attrs.evolve(folded, waived=None),)).newly_asked == 401


def test_a_rule_that_crashed_is_never_recorded() -> None:
    crashed = attrs.evolve(SOME, findings=(attrs.evolve(SOME.findings[0], kind=FindingKind.CRASHED),))
    assert Baseline.of(crashed, "p.toml", ON).findings == Counter()


def test_two_rules_of_which_nobody_may_set_one_aside_are_never_hidden() -> None:
    refused = next(rule.id for rule in REPORT.rulebook.rules if not rule.waivable)
    finding = SOME.findings[0]
    mixed = attrs.evolve(SOME, findings=(attrs.evolve(finding, rules=(finding.rule, refused)),))
    assert Baseline.of(mixed, "p.toml", ON).findings == Counter()


@pytest.mark.parametrize("changed", [{"message": "another"}, {"rules": ("STD002",)}, {"path": ("training",)}])
def test_another_rule_place_or_message_is_another_finding(changed: dict[str, Any]) -> None:
    other = attrs.evolve(SOME, findings=(attrs.evolve(SOME.findings[0], **changed),))
    report = Baseline.of(SOME, "p.toml", ON).applied_to(other)
    assert [finding.in_baseline for finding in report.findings] == [False, False]


def test_entries_of_lists_are_told_apart_by_what_they_are_called() -> None:
    link = 'from = "m"\nto = "n"\nkind = "refers"\n'
    text = f'[[a]]\nid = "x"\n[[a]]\nname = "y"\n[[a]]\n{link}[[a]]\nfor = 1\n[b]\nc = ["d"]\n'
    document = read_document(text.encode(), "p.toml")
    places = [("a", 0, "k"), ("a", 1), ("a", 2), ("a", 3, "k"), ("b", "c", 0), ("a", 9), ("b", "none", "k"), ()]
    findings = tuple(attrs.evolve(SOME.findings[0], path=place) for place in places)
    made = Baseline.of(attrs.evolve(SOME, document=document, findings=findings), "p.toml", ON)
    assert sorted(known.path for known in made.findings) == sorted(
        ["a[x].k", "a[y]", "a[m n refers]", "a[].k", "b.c[d]", "a[]", "b.none.k", ""]
    )


texts = st.text(max_size=8)


@given(
    st.text(min_size=1),
    st.dates(),
    st.dictionaries(st.builds(FindingKey, texts, texts, texts, texts), st.integers(1, 9)),
)
def test_writing_and_reading_again_is_the_identity(file: str, on: date, findings: dict[FindingKey, int]) -> None:
    from mentorkit.reports.findings_json import to_json

    made = Baseline(file, on, Counter(findings))
    assert Baseline.read(to_json(made.data()).encode(), "b.json") == made


@given(st.recursive(st.none() | st.integers() | texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)))
def test_whatever_else_is_read_is_refused(data: object) -> None:
    from mentorkit.reports.findings_json import to_json

    with pytest.raises(CannotJudgeError, match="baseline"):
        Baseline.read(to_json(data).encode(), "b.json")
