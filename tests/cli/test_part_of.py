"""A part of a larger service in every command: which file is read, what is said of it, and what is written."""

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mentorkit.cli.programme_files import ProgrammeFiles

from .conftest import Run

ROOT = Path(__file__).parents[2]
PEOPLE = ROOT / "examples/probation"
SERVICE = (PEOPLE / "through_the_gate.toml").read_text(encoding="utf-8")
SHORT = SERVICE.replace('\nlength = "12 weeks"', '\nlength = "1 day"', 1)
PART = """format = 2

[programme]
name = "Our other pairs"
sectors = ["probation"]
ways = ["pair"]
part_of = "service.toml"
"""
ON = ("--on", "2026-11-22")
LINE = SERVICE[: SERVICE.index('\nlength = "12 weeks"')].count("\n") + 2
PLACE = f"service.toml:{LINE}:10"


@pytest.fixture
def part(tmp_path: Path) -> Path:
    (tmp_path / "service.toml").write_text(SHORT, encoding="utf-8")
    (tmp_path / "part.toml").write_text(PART, encoding="utf-8")
    return tmp_path / "part.toml"


def test_a_finding_in_the_larger_services_file_has_its_place_in_every_format(run: Run, part: Path) -> None:
    def said(form: str) -> str:
        ran = run("validate", part.name, "--format", form, *ON)
        assert (ran.returncode, ran.stderr) == (1, "")
        return ran.stdout

    assert said("text").startswith(f"{PLACE}: warning: how long the course lasts")
    assert "; what the file does not state is read in service.toml\n" in said("text")
    assert f"{PLACE}: warning: how long the course lasts" in said("concise")
    assert f"::warning file=service.toml,line={LINE},endLine={LINE},col=10," in said("github")
    assert f"- service.toml, line {LINE}: how long the course lasts" in said("markdown")
    of_suite = ElementTree.fromstring(said("junit")).findtext("testsuite/system-out")  # noqa: S314 - our own
    assert of_suite is not None
    assert f"{PLACE}: warning: how long the course lasts" in of_suite
    found = [each for each in json.loads(said("json"))["findings"] if each["path"] == "training.length"]
    assert [(each["programme"], each["file"], each["line"]) for each in found] == [("part.toml", "service.toml", LINE)]
    log = json.loads(said("sarif"))["runs"][0]
    assert [each["location"]["uri"] for each in log["artifacts"]] == ["part.toml", "service.toml"]
    places = [each["locations"][0]["physicalLocation"] for each in log["results"]]
    assert {"uri": "service.toml"} in [each["artifactLocation"] for each in places]


def test_the_file_of_a_service_is_read_once_for_all_its_parts(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(part.parent)
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, "part.toml").write_text(PART.replace("service", "../service"), encoding="utf-8")
    read: list[str] = []

    def noting(name: str) -> bytes:
        read.append(name)
        return Path(name).read_bytes()

    files = ProgrammeFiles(noting)
    for name in ("part.toml", "a/part.toml", "b/part.toml", "service.toml"):
        assert files.open(name).programme.training.length
    assert read == ["part.toml", "service.toml", "a/part.toml", "b/part.toml"]


def test_people_are_judged_by_what_both_files_say(run: Run, part: Path) -> None:
    (part.parent / "service.toml").write_text(SERVICE, encoding="utf-8")
    for command in (
        ("decide", "screening", "{}", PEOPLE / "people/applicants.csv"),
        ("due", "{}", PEOPLE / "people/mentors.csv"),
        ("match", "{}", PEOPLE / "matching/mentors.csv", PEOPLE / "matching/mentees.csv"),
        ("facts", "{}"),
        ("facts", "{}", "--template", "screening"),
        ("network", "paths", "{}"),
        ("network", "check", "{}", "--format", "json"),
    ):
        part_says, service_says = [
            run(*(str(word).format(file) for word in command), *([] if "paths" in command else ON))
            for file in ("part.toml", "service.toml")
        ]
        assert part_says.returncode == service_says.returncode < 2, command
        assert part_says.stdout.replace("part.toml", "service.toml") == service_says.stdout, command


def test_a_fault_in_the_larger_services_file_ends_commands_about_people(run: Run, part: Path) -> None:
    wrong = SERVICE.replace('length = "12 weeks"', "length = 12", 1)
    (part.parent / "service.toml").write_text(wrong, encoding="utf-8")
    ran = run("decide", "screening", "part.toml", str(PEOPLE / "people/applicants.csv"), *ON)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"{PLACE}: not judged: this is a number, but a length of time is needed here\n")


FELLOWSHIP = (
    PART.replace('"probation"', "").replace('"pair"', '"mutual aid"')
    + """
[mutual_aid]
sponsors = true
[matching]
collects = ["mentor_evenings", "mentee_evenings", "mentor_workplace", "mentee_workplace"]
preferences = [{ what = "evenings", kind = "overlap", weight = 1 }]
"""
)
KEPT_APART = 'exclusions = [{ what = "workplace", kind = "same" }]'


@pytest.mark.parametrize("ways", ['"mutual aid"', '"pair", "mutual aid"', '"group sessions"'])
def test_members_whom_the_larger_service_keeps_apart_are_not_proposed_to_each_other(
    run: Run, part: Path, ways: str
) -> None:
    part.write_text(FELLOWSHIP, encoding="utf-8")
    larger = f"format = 2\n[programme]\nsectors = []\nways = [{ways}]\n[matching]\n{KEPT_APART}\n"
    part.with_name("service.toml").write_text(larger, encoding="utf-8")
    columns = "id,wants_sponsor,capacity,mentor_evenings,mentee_evenings,mentor_workplace,mentee_workplace"
    rows = "\nA-01,no,2,monday,monday,mill,mill\nA-02,yes,0,monday,monday,mill,mill\n"
    part.with_name("members.csv").write_text(columns + rows, encoding="utf-8")
    ran = run("match", "part.toml", "members.csv", *ON)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "  A-02: ruled out by same workplace: " in ran.stdout
    part.with_name("service.toml").write_text(larger.replace(KEPT_APART, 'exclusions = "workplace"'), encoding="utf-8")
    for command in (("match", "part.toml", "members.csv"), ("validate", "part.toml", "--format", "concise")):
        ran = run(*command, *ON)
        assert ran.returncode == 2 or command[0] == "validate"
        assert "service.toml:6:14: " in ran.stdout + ran.stderr


def test_waive_and_upgrade_write_into_the_part_alone(run: Run, part: Path) -> None:
    service = part.with_name("service.toml").read_bytes()
    agreed = ("--reason", "r", "--agreed-by", "service manager", "--until", "2027-01-31")
    rule = next(
        each["rule"]
        for each in json.loads(run("validate", "part.toml", "--format", "json", *ON).stdout)["findings"]
        if each["path"] == "training.length"
    )
    assert run("waive", rule, "part.toml", *agreed, *ON).returncode == 0
    assert '[[waivers]]\nrule = "' in part.read_text(encoding="utf-8")
    assert PLACE not in run("validate", "part.toml", "--format", "concise", *ON).stdout.replace(f"{PLACE}: waived", "")
    assert PLACE in run("validate", "service.toml", "--format", "concise", *ON).stdout
    assert run("upgrade", "--complete", "part.toml", *ON).returncode == 0
    assert part.read_text(encoding="utf-8").count("complete") == 0  # the part has no lists of its own
    assert part.with_name("service.toml").read_bytes() == service


def test_a_baseline_of_a_part_has_what_is_found_in_both_files(run: Run, part: Path) -> None:
    assert run("baseline", "part.toml", *ON).returncode == 0
    ran = run("validate", "part.toml", "--baseline", "part.baseline.json", "--format", "json", *ON)
    assert {each["file"] for each in json.loads(ran.stdout)["findings"] if each["in_baseline"]} >= {"service.toml"}
    moved = "# a line more\n" + SHORT
    (part.parent / "service.toml").write_text(moved, encoding="utf-8")
    now = run("validate", "part.toml", "--baseline", "part.baseline.json", "--format", "json", *ON)
    assert json.loads(now.stdout)["summary"] == json.loads(ran.stdout)["summary"]


def test_diff_reads_both_files_at_a_revision(run: Run, part: Path) -> None:
    folder = part.parent

    def git(*args: str) -> None:
        subprocess.run(["git", "-C", str(folder), *args], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "first")
    (folder / "service.toml").write_text(SERVICE, encoding="utf-8")
    ran = run("diff", "part.toml", "--from", "HEAD", "--format", "json", *ON)
    changes = json.loads(ran.stdout)
    assert [(each["path"], each["before"], each["after"]) for each in changes["changes"]] == [
        ("training.length", "1 day", "12 weeks")
    ]
    assert {each["file"] for each in changes["gone"]} == {"HEAD:service.toml"}


def test_a_part_never_reads_what_the_shell_gives_it(run: Run, part: Path) -> None:
    for name in ("-", "/dev/stdin"):
        part.write_text(PART.replace("service.toml", name), encoding="utf-8")
        ran = run("validate", "part.toml", *ON, stdin=SERVICE.encode())
        assert (ran.returncode, ran.stdout) == (2, "")
    (part.parent / "service.toml").unlink()
    (part.parent / "service.toml").symlink_to("/dev/zero")
    part.write_text(PART, encoding="utf-8")
    ran = run("validate", "part.toml", *ON)
    assert ran.returncode == 2
    assert "service.toml: this is a pipe or a device, and not a file" in ran.stderr


def test_the_larger_services_file_is_never_written_over(run: Run, part: Path) -> None:
    (part.parent / "out.json").symlink_to("service.toml")
    ran = run("validate", "part.toml", "--output", "json=out.json", "--force", *ON)
    assert ran.returncode == 2
    assert (part.parent / "service.toml").read_text(encoding="utf-8") == SHORT


def test_a_way_through_a_linked_folder_leads_to_one_file_or_is_refused(run: Run, part: Path) -> None:
    elsewhere = part.parent / "elsewhere/offers"
    elsewhere.mkdir(parents=True)
    (part.parent / "offers").symlink_to(elsewhere)
    (elsewhere / "part.toml").write_text(PART.replace("service.toml", "../service.toml"), encoding="utf-8")
    (part.parent / "elsewhere/service.toml").write_text(SERVICE, encoding="utf-8")
    ran = run("validate", "offers/part.toml", *ON)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "service.toml: a folder on the way to this file is a link" in ran.stderr
    assert run("validate", "elsewhere/offers/part.toml", *ON).returncode == 1
    part.write_text(PART.replace("service.toml", "./offers/../elsewhere/../service.toml"), encoding="utf-8")
    assert "a folder on the way to this file is a link" in run("validate", "part.toml", *ON).stderr


def test_a_link_makes_no_file_a_part_of_itself(run: Run, part: Path) -> None:
    (part.parent / "again.toml").symlink_to("part.toml")
    (part.parent / "here").symlink_to(".")
    for name in ("again.toml", "here/part.toml"):
        part.write_text(PART.replace("service.toml", name), encoding="utf-8")
        ran = run("validate", "part.toml", *ON)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"{name}: this is a link to part.toml, so that file would be part of itself" in ran.stderr
    (part.parent / "again.toml").unlink()
    (part.parent / "again.toml").symlink_to("service.toml")
    part.write_text(PART.replace("service", "again"), encoding="utf-8")
    assert "; what the file does not state is read in again.toml\n" in run("validate", "part.toml", *ON).stdout


def test_a_complete_service_leaves_its_fellowship_nothing_to_settle_but_how_members_meet(run: Run, part: Path) -> None:
    (part.parent / "service.toml").write_text(SERVICE, encoding="utf-8")
    part.write_text(PART.replace('"pair"', '"mutual aid"') + '[file]\nasked_until = "2026-11"\n', encoding="utf-8")
    found = json.loads(run("validate", "part.toml", "--format", "json", *ON).stdout)["findings"]
    assert {each["path"] for each in found} == {"mutual_aid.meets_every", "mutual_aid.sponsors"}
