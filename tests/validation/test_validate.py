"""From a file to findings: places, order, and faults of the file told once."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from mentorkit.api import Rule, Sector
from mentorkit.core.finding import FindingKind
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.path import Span
from mentorkit.registry.load import Plugins, UnusablePluginError
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.reports.findings_json import Json, to_json
from mentorkit.reports.report_writer import ReportOptions
from mentorkit.reports.text import report_text
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate
from tests.examples import examples

TURNING_POINT = (Path(__file__).parents[2] / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
PLUGINS = Plugins()
ON = date(2026, 1, 1)
CLEAN = """format = 1

[programme]
name = "A test"
sectors = ["test"]
settings = ["community"]

[screening]
collects = ["since", "agrees"]

[screening.test]
wait = "3 months"

[training]
length = "8 weeks"
contact_time = "40 hours"
topics = ["safeguarding", "boundaries", "diversity"]
"""


@pytest.fixture
def plugins(rulebook: Rulebook) -> Plugins:
    class OnlyTest(Plugins):
        def rulebook(self, sectors: Iterable[str]) -> Rulebook:
            for name in sectors:
                if name != "test":
                    raise UnusablePluginError(name, f'there is no sector "{name}" here', "install it")
            return rulebook

    return OnlyTest(())


def report(plugins: Plugins, *changes: tuple[str, str], use_waivers: bool = True) -> Report:
    text = CLEAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return validate(text.encode(), "a.toml", plugins, ON, use_waivers=use_waivers)


def test_a_clean_file_has_no_findings(plugins: Plugins) -> None:
    assert report(plugins).findings == ()


def test_a_finding_stands_at_its_value(plugins: Plugins) -> None:
    (finding,) = report(plugins, ('"3 months"', '"2 weeks"')).findings
    assert finding.span == Span(12, 8, 12, 17)


def test_what_is_missing_stands_at_the_header_of_the_nearest_table(plugins: Plugins) -> None:
    (finding,) = report(plugins, ('contact_time = "40 hours"\n', "")).findings
    assert finding.span == Span(14, 1, 14, 11)
    (finding,) = report(plugins, ('[screening.test]\nwait = "3 months"\n', "")).findings
    assert finding.span == Span(8, 1, 8, 12)


def test_what_is_missing_with_its_table_has_no_place(plugins: Plugins) -> None:
    cut = CLEAN[: CLEAN.index("[training]")]
    assert {finding.span for finding in validate(cut.encode(), "a", plugins, ON).findings} == {None}


def test_a_misspelt_key_is_told_at_the_key_and_not_as_missing_too(plugins: Plugins) -> None:
    (finding,) = report(plugins, ("wait =", "wate =")).findings
    assert finding.message == 'there is no key "wate" here; did you mean "wait"?'
    assert (finding.rule, finding.severity, finding.kind) == ("unknown-key", "error", FindingKind.UNREADABLE)
    assert finding.span == Span(12, 1, 12, 5)


def test_a_misspelt_key_beside_the_right_one_does_not_hide_what_that_one_says(plugins: Plugins) -> None:
    found = report(plugins, ('wait = "3 months"', 'wait = "2 weeks"\nwate = "3 months"')).findings
    assert [finding.rule for finding in found] == ["TST101", "unknown-key"]


def test_a_misspelt_table_is_told_once(plugins: Plugins) -> None:
    (finding,) = report(plugins, ("[training]", "[trainning]")).findings
    assert finding.message == 'there is no table "trainning" here; did you mean "training"?'
    (finding,) = report(plugins, ("[screening.test]", "[screening.tests]")).findings
    assert finding.message == 'there is no table "tests" here; did you mean "test"?'


def test_a_value_of_the_wrong_kind_is_told_once_and_other_rules_still_speak(plugins: Plugins) -> None:
    found = report(plugins, ('"8 weeks"', "8"), ('"boundaries", ', "")).findings
    assert [(finding.rule, finding.path) for finding in found] == [
        ("wrong-value", ("training", "length")),
        ("TST202", ("training", "topics")),
    ]
    assert found[0].message == "this is a number, but a length of time is needed here"


def test_findings_come_in_the_order_of_the_file_and_open_points_after_them(plugins: Plugins) -> None:
    found = report(
        plugins, ('"3 months"', '"10 weeks"'), ('"safeguarding", ', ""), ('length = "8 weeks"\n', ""), ('"since", ', "")
    ).findings
    assert [(finding.rule, finding.path[0], finding.kind.value) for finding in found] == [
        ("TST101", "screening", "falls short"),
        ("TST202", "training", "falls short"),
        ("TST101", "screening", "not settled"),
        ("TST201", "training", "not settled"),
    ]


def test_waivers_can_be_left_out_to_show_what_they_hide(plugins: Plugins) -> None:
    waiver = '[[waivers]]\nrule = "TST201"\nreason = "x"\nagreed_by = "y"\nuntil = 2026-12-31\n[training]'
    waiver = waiver.replace(
        "until", 'agreed_on = 2026-01-01\nfound = "8 weeks of training with 2 hours of teaching is thin"\nuntil'
    )
    changes = (("[training]", waiver), ('"40 hours"', '"2 hours"'))
    hidden, shown = report(plugins, *changes), report(plugins, *changes, use_waivers=False)
    assert [finding.waived for finding in hidden.findings] == ["x (agreed by y, until 2026-12-31)"]
    assert [finding.waived for finding in shown.findings] == [None]
    assert (hidden.count("advice"), shown.count("advice")) == (0, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.toml: this file has no keys"),
        ("# only a comment\n", "a.toml: this file has no keys"),
        ("[programme]\n", "a.toml: the file does not say which format it is written in; begin it with: format = 2"),
        ("format = 3\n", "a.toml:1:10: this release of mentorkit reads formats 1 and 2; update mentorkit"),
        ('format = "1"\n', "a.toml:1:10: this release of mentorkit reads formats 1 and 2; write format = 2"),
        ("format = true\n", "a.toml:1:10: this release of mentorkit reads formats 1 and 2; write format = 2"),
        ("format = 1\n", "a.toml: the file does not name its sectors"),
        ("format = 1\nprogramme = 3\n", "a.toml:2:13: the file does not name its sectors"),
        ("format = 1\n[programme]\n", "a.toml:2:1: the file does not name its sectors"),
        ('format = 1\n[programme]\nsectors = "test"\n', "a.toml:3:11: sectors has to be a list of names"),
        (
            'format = 1\nprogramme.sectors = ["test", "tset"]\n',
            'a.toml:2:30: there is no sector "tset" here; install it',
        ),
        ("format = 1\nformat = 2\n", "a.toml:2:"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_place_and_remedy(plugins: Plugins, text: str, said: str) -> None:
    with pytest.raises(CannotJudgeError) as refused:
        validate(text.encode(), "a.toml", plugins, ON)
    assert str(refused.value).startswith(said)
    assert refused.value.fix


def test_a_programme_of_one_setting_is_told_in_its_words(rules: tuple[Rule, ...], plugins: Plugins) -> None:
    sector = Sector(
        title="a test",
        prefix="TST",
        edition="1",
        words={"mentee": "guest"},
        words_in={"custody": {"mentee": "person in prison"}},
    )
    book = rulebook_of({"test": sector}, rules)

    class Custody(Plugins):
        def rulebook(self, sectors: Iterable[str]) -> Rulebook:  # noqa: ARG002
            return book

    for settings, word in (('["custody"]', "person in prison"), ('["custody", "community"]', "guest")):
        text = CLEAN.replace('["community"]', settings).replace('"since", ', "")
        found = validate(text.encode(), "a.toml", Custody(()), ON).findings
        assert f"nobody asks for since: the day from which the {word} waits" in [finding.message for finding in found]


EMPTY, UNKNOWN = '"", ', '"wat", '


@pytest.mark.parametrize(
    ("text", "check", "alike"),
    [
        ("".join(f"wat{number} = 1\n" for number in range(10_000)), "unknown-key", 10_000),
        (f"[screening]\ncollects = [{'1, ' * 10_000}]\n", "wrong-value", 10_000),
        (f"[screening]\ncollects = [{EMPTY * 101}]\n", "wrong-value", 101),
        (f"[screening]\ncollects = [{EMPTY * 100}]\n", "wrong-value", 100),
        ("[[waivers]]\n" * 10_000, "waiver-incomplete", 10_000),
        (f"[file]\nnot_confirmed = [{UNKNOWN * 10_000}]\n", "wrong-value", 10_000),
        ("[[network.members]]\nwat = 1\n" * 5_000, "unknown-key", 5_000),
    ],
)
def test_of_very_many_findings_alike_the_first_are_told_and_all_are_counted(
    plugins: Plugins, text: str, check: str, alike: int
) -> None:
    source = f'format = 2\nprogramme = {{ sectors = ["test"] }}\n{text}'
    said = validate(source.encode(), "p.toml", plugins, date(2026, 7, 25))
    found = [finding for finding in said.findings if finding.rule == check]
    assert len(found) == min(alike, 100)
    assert sum(1 + finding.more for finding in found) == alike
    counted = [finding.message for finding in found if finding.more]
    assert [message.endswith(f"; and {alike - 100:,} more like this") for message in counted] == [True] * (alike > 100)
    assert said.count("error", FindingKind.UNREADABLE) + said.count("error", FindingKind.WAIVER) == alike


def test_a_sector_named_twice_counts_once(plugins: Plugins) -> None:
    found = report(plugins, ('["test"]', '["test", "test"]')).findings
    assert [each.rule for each in found] == ["listed-twice"]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(plugins: Plugins) -> None:
    text = CLEAN.replace('"3 months"', '"2 weeks"')
    for source in (text.replace("\n", "\r\n").encode(), text.encode("utf-8-sig")):
        (finding,) = validate(source, "a.toml", plugins, ON).findings
        assert finding.span == Span(12, 8, 12, 17)


@examples(300)
@given(st.data())
def test_no_change_to_a_file_makes_a_traceback(data: st.DataObject) -> None:
    lines = TURNING_POINT.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        key, equals, value = lines[number].partition("=")
        new = data.draw(
            st.sampled_from(
                ['"x"', "3", "true", "1.5", "[]", "[1]", '["a", 2]', "{}", "{ a = 1 }", "2026-01-01", '""', "["]
            )
            | st.text(max_size=8)
        )
        lines[number] = data.draw(st.sampled_from([f"{key}= {new}", "", new, f"{lines[number]}\n{key}{equals}{value}"]))
    source = "\n".join(lines).encode("utf-8", "surrogatepass")
    try:
        report = validate(source, "x.toml", PLUGINS, date(2026, 1, 1))
    except CannotJudgeError as problem:
        event(problem.message)
        return
    assert report_text(report, show=["more"])
    writer = Json(ReportOptions(date(2026, 1, 1)))
    writer.add(report)
    assert json.loads(to_json(writer.data()))["version"] == 1


@pytest.mark.parametrize("name", ["e" * 3000, "e e " * 750])
def test_long_names_and_ids_are_shortened_in_messages(name: str) -> None:
    member = f'[[network.members]]\nid = "m"\ntitle = "{name}"\npart = "mentor"\nmeets = ["{name}"]\n'
    source = f'format = 2\n[programme]\nsectors = ["substance"]\n{member}'
    findings = validate(source.encode(), "p.toml", PLUGINS, ON).findings
    about = [finding.message for finding in findings if "e" * 50 in finding.message or "e e " * 25 in finding.message]
    assert f'there is no need "{name[:100]}…" in this network' in about
    assert f"there is nobody to whom {name[:100]}… can pass a risk on: no link escalates from there" in about
    assert not [finding for finding in findings if name in finding.message + finding.fix]
