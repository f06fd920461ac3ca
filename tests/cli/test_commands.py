"""The other commands: explain, rules, facts, plugins, and what they share."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Install, Run

COMMANDS = [
    "init",
    "validate",
    "diff",
    "explain",
    "rules",
    "facts",
    "decide",
    "match",
    "due",
    "rota",
    "outcomes",
    "network",
    "schema",
    "upgrade",
    "confirm",
    "waive",
    "baseline",
    "lsp",
    "plugin",
    "plugins",
    "completion",
]
OWNERS = ["mental_health", "probation", "schools", "standards", "substance"]
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_help_lists_every_command_with_a_line(run: Run) -> None:
    ran = run("--help")
    assert ran.returncode == 0
    told = re.findall(r"^  (\w+)  +(\S.*)$", ran.stdout.split("Commands:")[1], re.MULTILINE)
    assert [name for name, _ in told] == COMMANDS


@pytest.mark.parametrize("group", [(), ("network",), ("plugin",)], ids=["mentorkit", "network", "plugin"])
def test_a_group_without_a_command_shows_its_help_once_and_has_done_nothing(run: Run, group: tuple[str, ...]) -> None:
    ran = run(*group)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == run(*group, "--help").stdout


@pytest.mark.parametrize("command", sorted({*COMMANDS} - {"network", "plugin"}))
def test_the_help_of_each_command_has_examples(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.returncode == 0
    assert f"mentorkit {command}" in ran.stdout.split("Examples:")[1]


def test_the_version_is_that_of_the_distribution(run: Run) -> None:
    assert re.fullmatch(r"mentorkit \d+\.\d+\.\d+\n", run("--version").stdout)


def test_a_misspelt_command_says_what_was_probably_meant(run: Run) -> None:
    ran = run("valdate", "x.toml")
    assert ran.returncode == 2
    assert 'there is no command "valdate"; did you mean "validate"?' in ran.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("LONG",),
        ("explain", "LONG"),
        ("rules", "--LONG"),
        ("rules", "--format", "LONG"),
        ("validate", "FILE", "--on", "LONG"),
        ("due", "FILE", "FILE", "--within", "LONG days"),
        ("due", "FILE", "FILE", "LONG"),
        ("due", "FILE", "FILE", "--away", "LONG"),
        ("match", "FILE", "FILE", "FILE", "--stay", "LONG"),
        ("network", "paths", "FILE", "--at", "LONG"),
        ("network", "draw", "FILE", "-o", "x.LONG"),
        ("waive", "LONG", "FILE", "--reason", "room", "--agreed-by", "board", "--until", "2027-01-01"),
    ],
)
def test_what_is_typed_is_told_back_by_its_beginning_alone(run: Run, args: tuple[str, ...]) -> None:
    file = str(EXAMPLES / "substance/turning_point.toml")
    ran = run(*(arg.replace("LONG", "9" * 5000).replace("FILE", file) for arg in args))
    assert ran.returncode == 2
    assert "9" * 50 in ran.stderr
    assert "9" * 101 not in ran.stderr


def test_explain_tells_why_from_where_both_readings_and_an_example_of_each_kind(run: Run) -> None:
    ran = run("explain", "sub101")
    assert (ran.returncode, ran.stderr) == (0, "")
    for part in (
        "SUB101 free of dependence before placement\nmust (error), drug and alcohol services, screening, "
        "for all ways of support but mutual aid\n",
        "\nWhy\n  If somebody takes on the role too soon",
        "\nIn the file\n  screening.substance.abstinence (length of time): time free of dependence before a ",
        "    has to be at least 30 days\n    should be at least 3 months\n",
        "\nOf a person\n  abstinent_since (date): ",
        "\nSources\n  Turning Point, Peer Mentoring",
        "[one programme's practice]\n    https://",
        "\nExample: clean (",
        "  in the file:\n    [screening]\n",
        "\nExample: to decide (",
        "  says: nobody asks for abstinent_since: ",
        "\nExample: proceed (",
        "  of a person, on 20",
        "    abstinent_since = 20",
    ):
        assert part in ran.stdout, part


def test_explain_knows_the_checks_of_the_file_itself(run: Run) -> None:
    ran = run("explain", "waiver-expired")
    assert ran.returncode == 0
    assert ran.stdout.startswith("waiver-expired (warning), a check of the file itself\n")
    data = json.loads(run("explain", "--format", "json", "unknown-key").stdout)
    assert data["check"]["id"] == "unknown-key"


def test_explain_lists_the_contradictions_that_are_looked_for(run: Run) -> None:
    text = run("explain", "contradiction").stdout
    assert "\nWhat is looked for\n  tables of other ways\n    A table about a way that the programme does not" in text
    data = json.loads(run("explain", "--format", "json", "contradiction").stdout)
    listed = data["check"]["looks_for"]
    assert all(each["name"] in text and each["reason"].endswith(".") and each["reason"] in text for each in listed)


def test_explain_of_an_unknown_rule_suggests_and_ends_in_2(run: Run) -> None:
    ran = run("explain", "waiver-expird")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'there is no rule and no key of the file "waiver-expird"; did you mean "waiver-expired"?' in ran.stderr


def test_explain_of_a_key_says_what_to_ask_by_when_and_what_rules_say(run: Run) -> None:
    text = run("explain", "relationship.shortest").stdout
    assert text.startswith("relationship.shortest (length of time)\nthe shortest time that support lasts\n\nAsk\n")
    for said in (
        "  How long does support last, at least?\n",
        "Decide it\n  before anybody is recruited\n",
        "Plausible\n  1 week to 3 years\n",
        'Example\n  shortest = "12 months"\n',
        "  STD305 support lasts long enough\n    has to be at least 12 weeks\n    should be at least 52 weeks\n",
    ):
        assert said in text


def test_explain_of_a_list_says_other_words_for_its_entries(run: Run) -> None:
    text = run("explain", "training.topics").stdout
    assert '  "dual diagnosis" or "co-occurring conditions": call it "co-occurring disorders"\n' in text
    assert "Other entries\n  you can add your own\n" in text


@pytest.mark.parametrize(
    "name", ["supervision.phases[0].every", "supervision.phases.0.every", "supervision.phases.every"]
)
def test_explain_knows_keys_in_lists_by_the_names_that_findings_have(run: Run, name: str) -> None:
    text = run("explain", name).stdout
    assert text.startswith("supervision.phases.every (length of time)\n")
    assert "  STD402 supervision has a fixed rhythm\n" in text  # which searches the design


def test_explain_says_of_a_key_of_a_sector_what_people_are_called_there(run: Run) -> None:
    text = run("explain", "matching.substance.recovery_gap_at_most").stdout
    assert "  How far apart in recovery may a mentor and a service user be?\n" in text


def test_explain_of_a_key_as_json(run: Run) -> None:
    key = json.loads(run("explain", "screening.substance.abstinence", "--format", "json").stdout)["key"]
    assert {name: key[name] for name in ("path", "kind", "question", "decide_by", "plausible", "open_list")} == {
        "path": "screening.substance.abstinence",
        "kind": "length of time",
        "question": "How long free of dependence before a placement?",
        "decide_by": "before anybody is recruited",
        "plausible": ["1 week", "5 years"],
        "open_list": False,
    }
    assert [(limit["rule"], limit["should_be"], limit["strength"]) for limit in key["limits"]][:2] == [
        ("SUB101", "at least 30 days", "must"),
        ("SUB101", "at least 3 months", "should"),
    ]
    assert key["rules"] == ["SUB101", "SUB102", "SUB103"]
    topics = json.loads(run("explain", "training.topics", "--format", "json").stdout)["key"]
    assert (topics["plausible"], topics["open_list"], topics["synonyms"]["stages of change"]) == (
        None,
        True,
        ["cycle of change"],
    )


def test_explain_says_how_to_ask_for_a_fact(run: Run) -> None:
    assert "\n    Since when has the applicant been free of dependence?\n" in run("explain", "SUB101").stdout
    rule = json.loads(run("explain", "--format", "json", "SUB101").stdout)["rule"]
    assert [fact["question"] for fact in rule["facts"]] == ["Since when has the applicant been free of dependence?"]


@pytest.mark.parametrize("name", ["quarantine", "quarantine.", ".", "relationship.shortst", "screening.quarantine"])
def test_explain_of_what_is_no_key_ends_in_2(run: Run, name: str) -> None:
    ran = run("explain", name)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f'there is no rule and no key of the file "{name}"' in ran.stderr


def test_explain_as_json_has_the_cases(run: Run) -> None:
    rule = json.loads(run("explain", "--format", "json", "SUB101").stdout)["rule"]
    assert (rule["id"], rule["stage"], rule["strength"]) == ("SUB101", "screening", "must")
    assert {"clean", "error", "warning", "proceed", "not-yet", "refer"} <= {case["outcome"] for case in rule["cases"]}
    assert [limit["should_be"] for limit in rule["parameters"][0]["limits"]] == [
        "at least 30 days",
        "at least 3 months",
    ]


def test_rules_can_be_narrowed_by_sector_stage_and_strength(run: Run) -> None:
    every = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert {rule["sector"] for rule in every} == set(OWNERS)
    assert {rule["stage"] for rule in every if rule["sector"] == "standards" and rule["facts"]} == {
        "screening",
        "training",
        "matching",
        "supervision",
        "graduation",
        "outcomes",
    }
    some = json.loads(
        run("rules", "--sector", "substance", "--stage", "screening", "--strength", "must", "--format", "json").stdout
    )["rules"]
    assert some == [
        rule
        for rule in every
        if (rule["sector"], rule["stage"], rule["strength"]) == ("substance", "screening", "must")
    ]
    assert len(some) >= 2
    text = run("rules", "--sector", "substance", "--stage", "screening", "--strength", "must").stdout
    assert [line.split()[0] for line in text.splitlines()[:-1]] == [rule["id"] for rule in some]
    assert text.splitlines()[-1] == f"{len(some)} rules; 'mentorkit explain {some[0]['id']}' explains one"


def test_every_rule_has_a_source_with_address_and_evidence_and_a_reason(run: Run) -> None:
    for rule in json.loads(run("rules", "--format", "json").stdout)["rules"]:
        assert rule["reason"], rule["id"]
        assert rule["sources"], rule["id"]
        assert {case["outcome"] for case in rule["cases"]} & {"clean", "proceed"}, rule["id"]
        for source in rule["sources"]:
            assert source["address"].startswith("http"), rule["id"]
            assert source["evidence"], rule["id"]


def test_rules_count_the_evidence_that_they_encode(run: Run) -> None:
    text = run("rules", "--evidence").stdout
    assert re.search(r"^sector +encoded  rows$", text, re.M)
    counted = json.loads(run("rules", "--evidence", "--format", "json").stdout)["coverage"]
    for kinds in counted.values():
        *parts, together = kinds
        assert together == {
            "name": "together",
            "encoded": sum(part["encoded"] for part in parts),
            "rows": sum(part["rows"] for part in parts),
        }
        assert re.search(rf"^  together +{together['encoded']} +{together['rows']} ", text, re.M)


def test_a_single_rule_is_counted_as_one(install: Install, ask: Run) -> None:
    install("mk-one", "housing", "HSG101")
    assert ask("rules", "--sector", "housing").stdout.splitlines()[-1].startswith("1 rule; ")


def test_rules_of_an_unknown_sector_end_in_2_with_a_suggestion(run: Run) -> None:
    ran = run("rules", "--sector", "substanse")
    assert ran.returncode == 2
    assert 'there is no sector "substanse" here; did you mean "substance"?' in ran.stderr


def test_plugins_lists_what_is_installed(run: Run) -> None:
    ran = run("plugins")
    assert ran.returncode == 0
    assert re.search(
        r"^standards +mentorkit \d\S*: shared standards, edition \S+, \d+ rules \(STD\)$", ran.stdout, re.M
    )
    data = json.loads(run("plugins", "--format", "json").stdout)
    assert [plugin["name"] for plugin in data["plugins"]] == OWNERS
    assert data["broken"] == []
    for plugin in data["plugins"]:
        assert "mentorkit_screening" in plugin["hooks"]


def test_a_broken_plugin_is_reported_and_harms_no_programme_that_does_not_need_it(run: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "mentorkit_broken-1.2.dist-info").mkdir(parents=True)
    (site / "mentorkit_broken-1.2.dist-info" / "METADATA").write_text("Name: mentorkit-broken\nVersion: 1.2\n")
    (site / "mentorkit_broken-1.2.dist-info" / "entry_points.txt").write_text(
        "[mentorkit]\nbroken = mentorkit_broken\n"
    )
    (site / "mentorkit_broken.py").write_text("import sys\nsys.exit('leave')\n")
    there = {"PYTHONPATH": str(site)}
    ran = run("plugins", **there)
    assert ran.returncode == 1
    assert (
        "plugin broken (mentorkit-broken 1.2) is broken, so its rules cannot be applied (for its makers: "
        "importing it ended in SystemExit: leave" in ran.stdout
    )
    example = str(EXAMPLES / "substance/turning_point.toml")
    assert run("validate", example, **there).returncode == 0
    text = (EXAMPLES / "substance/turning_point.toml").read_text(encoding="utf-8")
    needing = run("validate", "-", stdin=text.replace('["substance"]', '["substance", "broken"]', 1), **there)
    assert needing.returncode == 2
    assert "-:12:25: not judged: the plugin broken (mentorkit-broken 1.2) is broken" in needing.stderr
    assert "left out: the plugin broken" in run("rules", **there).stderr


def test_facts_says_what_is_asked_of_whom_and_what_no_rule_uses(run: Run) -> None:
    text = (EXAMPLES / "substance/turning_point.toml").read_text(encoding="utf-8")
    text = text.replace('"abstinent_since", ', '"shoe_size", ')
    ran = run("facts", "-", stdin=text)
    assert ran.returncode == 0
    assert "  abstinent_since (nobody asks for it in time)\n      date: date from which" in ran.stdout
    assert "  shoe_size (asked, but no rule uses it)\n" in ran.stdout
    assert "  selected_on (asked at screening)\n" in ran.stdout
    facts = {
        fact["name"]: fact for fact in json.loads(run("facts", "--format", "json", "-", stdin=text).stdout)["facts"]
    }
    assert (facts["shoe_size"]["rules"], facts["shoe_size"]["kind"]) == ([], None)
    assert facts["abstinent_since"]["asked_in_time"] is False
    assert facts["abstinent_since"]["question"] == "Since when has the applicant been free of dependence?"
    assert facts["shoe_size"]["question"] is None
    assert facts["abstinent_since"]["rules"] == ["SUB101", "SUB104"]


def test_facts_of_what_is_no_programme_end_in_2(run: Run) -> None:
    ran = run("facts", "-", stdin="format = 1\n")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "the file does not name its sectors" in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full, as Linux has")
@pytest.mark.parametrize("args", [["--help"], ["rules"], ["validate", str(EXAMPLES / "substance/turning_point.toml")]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_no_internal_error(args: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "mentorkit", *args]
        environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment)
    fix = "free some space on it; check what was done before you run the command again"
    said = f"standard output: not all is written: the disk is full\n       do:     {fix}\n"
    assert (ran.returncode, ran.stderr) == (2, said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full, as Linux has")
def test_the_status_tells_where_standard_error_cannot_be_written_to(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "mentorkit", "validate", str(tmp_path / "missing.toml")]
        assert subprocess.run(command, stdout=subprocess.DEVNULL, stderr=full, check=False).returncode == 2


def test_what_waits_to_be_written_is_written_where_something_else_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys, mentorkit.validation.validate as it\n"
        "def fail(*a, **k): sys.stdout.write('waiting'); raise OSError(5, 'Input/output error')\n"
        "it.judge = fail\n"
    )
    ran = run("validate", str(EXAMPLES / "substance/turning_point.toml"), PYTHONPATH=str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, "waiting")
    assert "because of an internal error (OSError)" in ran.stderr


def test_a_slip_of_ours_is_one_line_and_debug_shows_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import mentorkit.validation.validate as it\ndef fail(*a, **k): raise RuntimeError('secret')\nit.judge = fail\n"
    )
    example = str(EXAMPLES / "substance/turning_point.toml")
    ran = run("validate", example, PYTHONPATH=str(tmp_path))
    assert ran.returncode == 2
    assert ran.stderr == (
        "mentorkit: nothing has been judged, because of an internal error (RuntimeError); "
        "please report it, with what the same command shows with --debug\n"
    )
    with pytest.raises(AssertionError, match="Traceback"):
        run("validate", "--debug", example, PYTHONPATH=str(tmp_path))
