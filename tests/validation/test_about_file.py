"""What a file says of itself: which lists are complete, and which values of a template nobody has confirmed."""

from datetime import date

import pytest

from mentorkit.api import at_least, at_most, includes, includes_one_of, one_of
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.registry.load import Plugins
from mentorkit.reports.counts import counts_text
from mentorkit.reports.text import report_text
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate
from tests.building import ROOT

PLUGINS = Plugins()
ON = date(2026, 11, 29)
HEAD = 'format = 2\nprogramme.sectors = ["substance"]\n'


def report(text: str) -> Report:
    return validate(text.encode(), "a.toml", PLUGINS, ON)


def at(path: tuple[str | int, ...], text: str) -> list[Finding]:
    return [finding for finding in report(text).findings if finding.path == path]


TOPICS = ("training", "topics")
DOCUMENTS = ("governance", "documents")


def test_what_a_list_lacks_is_not_settled_until_the_file_says_that_it_is_complete() -> None:
    stated = '[training]\ntopics = ["safeguarding"]\n'
    old = at(TOPICS, f'format = 1\nprogramme.sectors = ["substance"]\n{stated}')
    opened = at(TOPICS, HEAD + stated)
    complete = at(TOPICS, f'{HEAD}file.complete = ["training.topics"]\n{stated}')
    assert old
    assert {finding.kind for finding in old} == {FindingKind.FALLS_SHORT}
    assert {finding.kind for finding in opened} == {FindingKind.NOT_SETTLED}
    said = [(finding.rules, finding.strength, finding.kind, finding.message, finding.fix) for finding in old]
    assert [(f.rules, f.strength, f.kind, f.message, f.fix) for f in complete] == said
    do = '; or, if there is nothing more, add "training.topics" to complete in [file]'
    as_open = {(rules, strength, message, fix + do) for rules, strength, _, message, fix in said}
    assert {(f.rules, f.strength, f.message, f.fix) for f in opened} == as_open
    for finding in opened:
        assert finding.brief == f"not in this list: {finding.message.partition(' include ')[2]}"


def test_an_empty_list_says_that_there_is_nothing() -> None:
    found = at(TOPICS, f"{HEAD}[training]\ntopics = []\n")
    assert {finding.kind for finding in found} == {FindingKind.FALLS_SHORT}


def test_more_entries_can_meet_a_lower_bound_but_not_an_upper_one() -> None:
    assert [limit.met_by_more for limit in (at_least(2), includes("a"), includes_one_of("a"))] == [True] * 3
    assert [limit.met_by_more for limit in (at_most(2), one_of("a"))] == [False] * 2


def test_one_finding_of_a_list_stands_at_the_list() -> None:
    (finding, *_) = at(TOPICS, f'{HEAD}[training]\ntopics = ["safeguarding"]\n')
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (4, 10)


@pytest.mark.parametrize(
    ("line", "place", "message", "fix"),
    [
        (
            'complete = ["training.topcis"]',
            (7, 13),
            'there is no key "training.topcis" in a file of these sectors; did you mean "training.topics"?',
            'change it to "training.topics"',
        ),
        (
            'complete = ["training.topics", "training.length"]',
            (7, 32),
            '"training.length" is not a list',
            "take it out",
        ),
        (
            'not_confirmed = ["training.topics", "screening.schools.year"]',
            (7, 37),
            'there is no key "screening.schools.year" in a file of these sectors',
            "take it out",
        ),
        (
            'asked_until = "November 2026"',
            (7, 15),
            '"November 2026" is not an edition of the rules',
            'write the year and the month in quotes, such as "2026-11"',
        ),
    ],
)
def test_a_name_of_nothing_is_refused(line: str, place: tuple[int, int], message: str, fix: str) -> None:
    text = f'{HEAD}[training]\ntopics = ["safeguarding"]\nlength = "8 weeks"\n[file]\n{line}\n'
    wrong = [finding for finding in report(text).findings if finding.rule == "wrong-value"]
    assert [(f.span and (f.span.line, f.span.column), f.message, f.fix) for f in wrong] == [(place, message, fix)]


def test_a_name_may_stay_where_its_key_is_gone() -> None:
    text = f'{HEAD}file.complete = ["training.topics"]\nfile.not_confirmed = ["training.length"]\n'
    found = {finding.rule for finding in report(text).findings}
    assert not found & {"wrong-value", "unknown-key", "not-confirmed"}


def test_a_value_of_a_template_is_not_settled_until_somebody_confirms_it() -> None:
    stated = 'programme.mentors = 12\n[screening.substance]\nabstinence = "3 months"\n'
    names = '"programme.mentors", "screening.substance.abstinence"'
    found = [
        finding
        for finding in report(f"{HEAD}file.not_confirmed = [{names}]\n{stated}").findings
        if finding.rule == "not-confirmed"
    ]
    assert [(finding.path, finding.kind, finding.severity, finding.message, finding.fix) for finding in found] == [
        (
            ("programme", "mentors"),
            FindingKind.NOT_SETTLED,
            "warning",
            "nobody has confirmed programme.mentors, whose value comes from a template",
            "put in what is right for you, or leave it; then run 'mentorkit confirm FILE programme.mentors'",
        ),
        (
            ("screening", "substance", "abstinence"),
            FindingKind.NOT_SETTLED,
            "error",
            "nobody has confirmed screening.substance.abstinence, whose value comes from a template",
            "put in what is right for you, or leave it; then run "
            "'mentorkit confirm FILE screening.substance.abstinence'",
        ),
    ]
    assert [finding.span.line for finding in found if finding.span] == [4, 6]
    assert not [finding for finding in report(HEAD + stated).findings if finding.rule == "not-confirmed"]


def test_a_template_is_complete_and_not_confirmed_rather_than_clean() -> None:
    stated = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
    names = '"programme.mentors", "screening.substance.abstinence"'
    judged = report(stated.replace("\n[file]\n", f"\n[file]\nnot_confirmed = [{names}]\n"))
    assert (judged.count("error"), judged.count("warning")) == (1, 1)
    assert report_text(judged).splitlines()[:4] == [
        "Not confirmed: 2 values from a template; a safe start needs 1 of them confirmed",
        "  --show not-confirmed lists them; 'mentorkit confirm a.toml' shows and confirms them",
        "",
        "a.toml: complete, 2 values not confirmed",
    ]
    assert "screening.substance" in report_text(judged, show=["not-confirmed"])
    unsettled = report(f'{HEAD}file.not_confirmed = ["training.length"]\n[training]\nlength = "8 weeks"\n')
    assert counts_text(unsettled).endswith(", 1 value not confirmed")
    assert not counts_text(unsettled).startswith("complete")
