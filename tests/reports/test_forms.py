"""Each form is valid by its own schema or consumer, tells the same findings, and can be broken by no text of a service.

The XSD in tests/data/schemas is that of Jenkins' xUnit plugin (MIT, see its head). pydantic-sarif is made from SARIF's.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog
from xmlschema import XMLSchema

from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.core.finding import Finding
from mentorkit.registry.load import Plugins
from mentorkit.reports import formats
from mentorkit.reports.report_writer import Judged, ReportOptions
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.baseline import Baseline, can_be_set_aside
from mentorkit.validation.file_checks import FILE_CHECKS
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate
from tests.golden_files import hold

ROOT = Path(__file__).parents[2]
ON, PLUGINS = date(2026, 11, 22), Plugins()
SUFFIXES = {
    "text": "txt",
    "concise": "concise.txt",
    "json": "json",
    "sarif": "sarif",
    "junit": "xml",
    "github": "github.txt",
    "markdown": "markdown",
}
JUNIT = XMLSchema(ROOT / "tests/data/schemas/junit-10.xsd")
CHANGES = {
    'abstinence = "3 months"': 'abstinence = "2 weeks"',
    'every = "14 days"': 'every = "35 days"',
    "risk_told_to": "# risk_told_to",
    "turnover": "# turnover",
}
WAIVER = """
[[waivers]]
rule = "SUB101"
found = 'time free of dependence before a placement: "2 weeks", but it has to be at least 30 days'
reason = "a house of <peers>"
agreed_by = "the board"
agreed_on = 2026-01-01
until = 2026-12-31
"""


def judged(source: str, name: str = "programme.toml") -> Judged:
    files = ProgrammeFiles(lambda name: (ROOT / name).read_bytes())
    try:
        return validate(source.encode(), name, PLUGINS, ON, folder=files.folder_of(name))
    except CannotJudgeError as problem:
        return problem


def design() -> str:
    """A complete programme, and then one error, one warning, one piece of advice, and one error waived."""
    text = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        text = re.sub(rf"(?m)^{re.escape(old)}", new, text, count=1)
    return text + WAIVER


def document(form: str, *files: Judged, failing: tuple[str, ...] = ("error",)) -> str:
    written = formats.FINDINGS[form].load()(ReportOptions(ON, failing=failing))
    return "".join([*map(written.add, files), written.end()])


DESIGN = judged(design())
assert isinstance(DESIGN, Report)
BROKEN = judged("format = \n", "broken.toml")
EVERYTHING = [
    *(
        judged(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
        for path in sorted((ROOT / "examples").rglob("*.toml"))
        if "plugins" not in path.parts
    ),
    DESIGN,
    BROKEN,
]
FINDINGS = [
    (report.document_of(finding).name, finding)
    for report in EVERYTHING
    if isinstance(report, Report)
    for finding in report.findings
]


def unescaped(text: str) -> str:
    """What GitHub's runner takes back, in its order."""
    for written, meant in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them: a line each, up to the first :: its name and properties."""
    read = []
    for line in text.splitlines():
        assert line.startswith("::")
        head, _, message = line[2:].partition("::")
        name, _, listed = head.partition(" ")
        properties = dict(entry.split("=", 1) for entry in listed.split(","))
        read.append((name, {key: unescaped(value) for key, value in properties.items()}, unescaped(message)))
    return read


def results(text: str) -> list[dict[str, Any]]:
    found = json.loads(text)["runs"][0]["results"]
    assert isinstance(found, list)
    return found


def lines_of(markdown: str) -> list[str]:
    """The text of each paragraph and heading, as a reader sees it: without what has no width."""
    shown = []
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type == "inline":
            shown.append("".join(child.content for child in token.children or ()).replace("\u200b", ""))
        assert token.type not in ("html_block", "code_block", "fence", "blockquote_open", "hr")
    return shown


def test_every_form_is_held_here() -> None:
    assert set(SUFFIXES) == set(formats.FINDINGS)


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_form_says_of_one_design_and_one_broken_file_exactly_this(form: str, update: bool) -> None:
    said = document(form, DESIGN, BROKEN)
    hold(ROOT / "tests/golden/forms" / f"programme.{SUFFIXES[form]}", said, update)
    assert said == document(form, DESIGN, BROKEN)


@pytest.mark.parametrize("form", SUFFIXES)
def test_no_file_at_all_is_a_document_too(form: str) -> None:
    said = document(form)
    if form == "sarif":
        SarifLog.model_validate_json(said)
    if form == "junit":
        JUNIT.validate(said)
    assert (said == "") == (form in ("text", "concise", "github"))


def test_sarif_of_all_examples_is_valid_and_tells_every_finding_with_its_rule() -> None:
    text = document("sarif", *EVERYTHING)
    log = json.loads(text)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for suppression in result["suppressions"]:
            assert suppression.pop("status") == "accepted"  # which SARIF had not yet when the models were made
    SarifLog.model_validate(log)
    for listed in (run["artifacts"], rules, *(rule["properties"]["tags"] for rule in rules if "properties" in rule)):
        written = [json.dumps(entry, sort_keys=True) for entry in listed]
        assert len(set(written)) == len(written)  # which SARIF's schema wants, and the models do not
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": False}]
    assert len(run["results"]) == len(FINDINGS) + 1
    assert sum(1 for result in run["results"] if result["suppressions"]) == 1
    assert {rule["id"] for rule in rules} == {rule for _, found in FINDINGS for rule in found.rules} | {"not-judged"}
    assert all(rule["helpUri"].startswith("http") for rule in rules if rule["id"] not in {*FILE_CHECKS, "not-judged"})


def test_junit_of_all_examples_is_valid_and_counts_what_it_tells() -> None:
    text = document("junit", *EVERYTHING)
    JUNIT.validate(text)
    suites = ElementTree.fromstring(text)
    assert len(suites) == len(EVERYTHING)
    for number, suite in enumerate(suites):
        cases = suite.findall("testcase")
        counts = {"tests": len(cases)} | {
            plural: len(suite.findall(f"testcase/{tag}"))
            for tag, plural in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped"))
        }
        assert {name: int(suite.attrib[name]) for name in counts} == counts
        assert suite.get("id") == str(number)
    errors = [finding for _, finding in FINDINGS if finding.severity == "error" and not finding.waived]
    assert len(suites.findall("testsuite/testcase/failure")) == len(errors)


def test_junit_fails_what_the_check_fails() -> None:
    def failures(*failing: str) -> int:
        return len(ElementTree.fromstring(document("junit", DESIGN, failing=failing)).findall(".//failure"))

    assert [failures(), failures("error"), failures("error", "warning")] == [0, 1, 2]


def test_junit_passes_the_rules_that_apply_and_find_nothing() -> None:
    suite = ElementTree.fromstring(document("junit", DESIGN))[0]
    assert isinstance(DESIGN, Report)
    ids = {(case.get("name") or "").split(" ")[0] for case in suite.findall("testcase")}
    assert ids == {rule.id for rule in DESIGN.rulebook.rules_for(DESIGN.programme)}


def test_github_of_all_examples_reads_back() -> None:
    read = commands(document("github", *EVERYTHING))
    assert len(read) == len(FINDINGS) + 1
    severities = {"error": "error", "warning": "warning", "advice": "notice"}
    for (name, properties, message), (file, finding) in zip(read, FINDINGS, strict=False):
        assert name == ("notice" if finding.waived else severities[finding.severity])
        assert properties["file"] == file
        assert properties.get("line") == (str(finding.span.line) if finding.span else None)
        assert message.split("\n")[0] == finding.message


def test_concise_of_all_examples_is_a_line_a_finding() -> None:
    lines = document("concise", *EVERYTHING).splitlines()
    assert len(lines) == len(FINDINGS) + 1
    for line in lines:
        assert re.fullmatch(r"[^:]+:\d+:\d+: (waived )?[a-z ]+: .+ \[[\w\-, ]+\]", line), line


def test_markdown_of_all_examples_has_a_section_a_file_and_every_message() -> None:
    text = document("markdown", *EVERYTHING)
    tokens = MarkdownIt("commonmark").parse(text)
    sections = [
        tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"
    ]
    assert len(sections) == len(EVERYTHING) + 1
    shown = "\n".join(lines_of(text))
    for _, finding in FINDINGS:
        assert (finding.brief or finding.message) in shown


@pytest.mark.parametrize("form", SUFFIXES)
def test_waived_findings_and_files_that_were_not_judged_are_in_every_form(form: str) -> None:
    said = document(form, DESIGN, BROKEN)
    assert "broken.toml" in said
    assert re.search(r"not[ _-]judged", said, re.IGNORECASE)
    assert re.search("waive[dr]|suppressions", said, re.IGNORECASE)
    assert "SUB101" in said


def one(message: str) -> Finding:
    assert isinstance(DESIGN, Report)
    (finding,) = (found for found in DESIGN.findings if found.rule == "SUB401")
    return attrs.evolve(finding, message=message, fix=message, strength=type(finding.strength).MUST)


def saying(message: str, name: str = "programme.toml") -> Report:
    """A report whose one finding says this, of a file of this name."""
    assert isinstance(DESIGN, Report)
    document = attrs.evolve(DESIGN.document, name=name)
    return attrs.evolve(DESIGN, document=document, findings=(one(message),))


NASTY = [
    "two\nlines\r\nand more",
    "100 % sure, 50%25 more: ::error::x",
    "<b>&amp;</b> ]]> <!-- 'quoted' \"twice\"",
    "\x00\x1b[31mred\x7f\u202e\ud800",
    "Zoë 😀 çé — “quoted”",
    "_a_ *b* `c` [d](e) ![f](g) # h | i ~j~ __k__ \\ <https://x.y> &lt;",
    "{0} {name} }{ [text](1) \\[x\\]",
    "a,b:c=d;e ##[error]f",
    "https://x.example www.x.example a@x.example @team x/y#12",
    "#",
]
texts = st.sampled_from(NASTY) | st.text(min_size=1)


@given(texts, texts)
def test_no_text_breaks_a_github_command(message: str, name: str) -> None:
    ((command, properties, said),) = commands(document("github", saying(message, name)))
    assert command == "error"
    assert properties["file"] == visible(name)
    assert properties["title"] == "SUB401: supervision every fortnight at first"
    assert said.split("\n")[:2] == [visible(message), f"To do: {visible(message)}"]


@given(texts, texts)
def test_no_text_breaks_junit(message: str, name: str) -> None:
    text = document("junit", saying(message, name))
    JUNIT.validate(text)
    suite = ElementTree.fromstring(text.encode())[0]
    assert suite.get("name") == visible(name)
    (failure,) = suite.findall("testcase/failure")
    assert failure.get("message") == f"error: {visible(message)}"
    assert f"To do: {visible(message)}\n" in (failure.text or "")


@given(texts)
def test_no_text_of_a_sarif_message_is_a_placeholder_or_a_link(message: str) -> None:
    ((result),) = results(document("sarif", saying(message)))
    said = result["message"]["text"]
    assert not re.search(r"(?<!\{)\{(\{\{)*\d+\}", said)
    assert not re.search(r"\]\(", said)
    meant = visible(message).replace("](", "] (")
    assert said.replace("{{", "{").replace("}}", "}") == f"{meant}\nTo do: {meant}"


@given(texts, texts)
def test_no_text_breaks_markdown(message: str, name: str) -> None:
    shown = lines_of(document("markdown", saying(message, name)))

    def as_read(text: str) -> str:
        return visible(text).replace("\t", " ")

    assert shown[1] == as_read(name).strip(" ")
    assert isinstance(DESIGN, Report)
    line = one(message).span
    assert line
    assert f"line {line.line}: {as_read(message)} (SUB401)" in shown
    assert f"To do: {as_read(message)}".rstrip(" ") in shown


@given(texts, texts)
def test_no_text_breaks_a_concise_line(message: str, name: str) -> None:
    line, end = document("concise", saying(message, name)).split("\n")
    assert end == ""
    assert line.startswith(f"{visible(name)}:")
    assert line.endswith(f": error: {visible(message)} [SUB401]")


@given(texts)
def test_any_file_name_is_a_sarif_uri(name: str) -> None:
    (run,) = json.loads(document("sarif", saying("x", name)))["runs"]
    uri = run["artifacts"][0]["location"]["uri"]
    assert re.fullmatch(r"(file:///)?[A-Za-z0-9\-._~!$&'()*+,;=@%/]*", uri)
    assert not re.search(r"%(?![0-9A-F]{2})", uri)


def test_sarif_columns_count_characters_whatever_their_width() -> None:
    entry = '{ name = "treatment completion", '
    report = judged(design().replace(entry, entry + '"wrong😀" = 1, "né😀" = 2, ', 1))
    assert isinstance(report, Report)
    marked = {
        report.document.line(region["startLine"])[region["startColumn"] - 1 : region["endColumn"] - 1]
        for result in results(document("sarif", report))
        if result["ruleId"] == "unknown-key"
        for region in [result["locations"][0]["physicalLocation"]["region"]]
    }
    assert marked == {'"wrong😀"', '"né😀"'}


def test_sarif_fingerprints_follow_a_finding_through_moved_lines_and_tell_findings_apart() -> None:
    def prints(text: str) -> list[str]:
        return [result["partialFingerprints"]["mentorkit/v1"] for result in results(document("sarif", judged(text)))]

    before = prints(design())
    assert len(before) == len(set(before)) == 4
    assert prints("# a comment\n\n" + design()) == before
    worse = prints(design().replace('abstinence = "2 weeks"', 'abstinence = "1 week"'))
    assert [old in worse for old in before] == [False, True, True, True]
    assert len(worse) == 5, "and that the waiver is about something else is a finding of its own"


def test_sarif_fingerprints_tell_findings_apart_as_a_baseline_does() -> None:
    def prints(report: Report) -> set[str]:
        return {r["partialFingerprints"]["mentorkit/v1"] for r in results(document("sarif", report))}

    def hidden(before: Report, now: Report) -> bool:
        told = Baseline.of(before, "programme.toml", ON).applied_to(now).findings
        return all(finding.waived for finding in told if can_be_set_aside(now, finding))

    head, entry = "format = 1\n[programme]\nsectors = []\n", '[[network.members]]\nid = "{}"\nkind = "person"\n'
    two, turned, other = (
        validate((head + "".join(map(entry.format, ids))).encode(), "p.toml", PLUGINS, ON) for ids in ("ab", "ba", "ac")
    )
    assert any(finding.path[:2] == ("network", "members") for finding in two.findings)
    assert prints(turned) == prints(two)
    assert hidden(two, turned)
    assert prints(other) != prints(two)
    assert not hidden(two, other)


def test_fingerprints_of_the_findings_of_a_file_differ() -> None:
    for report in EVERYTHING:
        found = [
            r["partialFingerprints"]["mentorkit/v1"]
            for r in results(document("sarif", report))
            if "partialFingerprints" in r
        ]
        assert len(found) == len(set(found))


@pytest.mark.parametrize("form", ["text", "markdown", "github"])
def test_forms_for_people_name_the_first_rules_that_ask_for_a_key_and_say_how_many_follow(form: str) -> None:
    report = judged(design().replace('sectors = ["substance"]', 'sectors = ["substance", "probation"]'))
    assert isinstance(report, Report)
    many = next(finding for finding in report.findings if finding.path[-1:] == ("schemes",))
    assert f"{', '.join(many.rules[:4])} and {len(many.rules) - 4} more" in document(form, report).replace("%2C", ",")
    assert ", ".join(many.rules) in document("concise", report)
