"""mentorkit network import, as a person runs it."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from mentorkit.cli.atomic_write import new_file, replace_file
from mentorkit.cli.network import importing
from mentorkit.cli.os_errors import CannotWriteError
from tests.running import interrupt_while_it_reads

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples" / "directory"
PAGES, PACKAGE = str(EXAMPLES / "pages"), str(EXAMPLES / "package")
PROGRAMME = """\
# ours, by hand
format = 1

[programme]   # as agreed
name = "Peers"
sectors = []

[[network.needs]]
id = "housing"
within = "2 weeks"

[[network.members]]
id = "coordinator"   # on the second floor
# telephone in the handbook

[outcomes] # later
"""


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "programme.toml"
    file.write_text(PROGRAMME, encoding="utf-8")
    return file


def ids(toml: str) -> list[str]:
    return [member["id"] for member in tomllib.loads(toml)["network"]["members"]]


def folder(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.iterdir()}


def test_a_misspelt_command_of_the_network_says_what_was_probably_meant(run: Run) -> None:
    ran = run("network", "imprt", PAGES)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'there is no command "imprt"; did you mean "import"?' in ran.stderr


def test_without_a_place_to_write_to_it_shows_what_it_would_write(run: Run, tmp_path: Path) -> None:
    ran = run("network", "import", PAGES, "--need", "housing", "--area", "exampleton")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ids(ran.stdout) == ["exampleton-housing-advice", "night-shelter"]
    assert ran.stdout.startswith(
        "# pages: 5 services read, 2 selected\n"
        "#         1 left out: another area\n"
        "#         1 left out: another need\n"
        "#         1 left out: not active\n"
        "# what the directory does not say:\n"
        "#   assured_on        1 of 2\n"
        "#   oldest            2 of 2\n"
        "\n[[network.members]]\n"
    )
    assert folder(tmp_path) == {}


def test_into_a_programme_adds_members_and_leaves_the_rest_as_it_is(run: Run, programme: Path) -> None:
    programme.chmod(0o640)
    asked = ("network", "import", PAGES, "--meets", "housing=Housing advice", "--meets", "housing=Shelter")
    ran = run(*asked, "--age", "18", "--into", "programme.toml")
    assert ran.returncode == 0
    assert ran.stderr == "3 written to programme.toml\n"
    assert ran.stdout.startswith("pages: 5 services read, 3 selected\n        1 left out: ages not stated\n")
    text = programme.read_text(encoding="utf-8")
    head, tail = PROGRAMME.split("\n[outcomes]")
    assert text.startswith(f"{head}\n[[network.members]]\n")
    assert text.endswith(f"\n\n[outcomes]{tail}")
    assert ids(text) == ["coordinator", "exampleton-housing-advice", "night-shelter", "youth-housing-support"]
    assert text.count('meets = ["housing"]') == 3
    assert stat.S_IMODE(programme.stat().st_mode) == 0o640
    assert folder(programme.parent).keys() == {"programme.toml"}
    said = json.loads(run("validate", "--format", "json", "programme.toml").stdout)
    of_members = [finding for finding in said["findings"] if finding["path"].startswith("network.members[")]
    assert not {"unknown-key", "wrong-type"} & {finding["rule"] for finding in of_members}


def test_a_second_import_adds_nothing_twice_and_says_what_has_changed(run: Run, programme: Path) -> None:
    asked = ("network", "import", PAGES, "--into", "programme.toml")
    assert run(*asked).returncode == 0
    text = programme.read_text(encoding="utf-8").replace("youngest = 16", "youngest = 17")
    text = text.replace('id = "night-shelter"', 'id = "shelter"')
    programme.write_text(text, encoding="utf-8")
    ran = run(*asked)
    assert (ran.returncode, ran.stderr) == (0, "nothing written\n")
    assert "  night-shelter: there already from the same record as shelter, left alone\n" in ran.stdout
    changed = "youth-housing-support: there already from the same record, left alone; the directory now says otherwise"
    assert f"  {changed}: youngest\n" in ran.stdout
    assert programme.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["services.json", "services.jsonl"])
def test_two_records_of_one_id_that_differ_are_named_and_neither_is_written(
    run: Run, tmp_path: Path, name: str
) -> None:
    records = [{"id": "1", "name": title, "status": "active"} for title in ("Advice", "Another name")]
    lines = "\n".join(map(json.dumps, records)) if name.endswith("l") else json.dumps(records)
    (tmp_path / name).write_text(lines, encoding="utf-8")
    ran = run("network", "import", name, "-o", "new.toml")
    assert ran.returncode == 1
    assert 'records of the service "1" say different things, so none of them is selected' in ran.stderr
    assert not (tmp_path / "new.toml").exists()


def test_naming_a_table_reads_tables_and_nothing_that_lies_beside_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("id\n")
    (tmp_path / "services.json").write_text('[{"id": "1", "name": "Housing", "status": "active"}]')
    ran = run("network", "import", "x.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "x.csv: skipped, because there is no services.csv that it belongs to" in ran.stderr
    (tmp_path / "services.csv").write_text("id,name,status\n2,Debt,active\n")
    ran = run("network", "import", "services.csv")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "services.csv: 1 service read, 1 selected" in ran.stdout


def test_members_that_no_command_would_read_again_are_not_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorkit.toml.document.MOST_BYTES", 1000)
    ran = run("network", "import", PAGES, "-o", "new.toml")
    assert ran.returncode == 2
    assert "new.toml: nothing done: 4 members are more than 1,000 bytes" in ran.stderr
    assert not (tmp_path / "new.toml").exists()
    shown = run("network", "import", PAGES)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert run("network", "import", PAGES, "--format", "json").returncode == 0


def test_a_new_file_is_written_whole_and_never_in_the_place_of_another(run: Run, tmp_path: Path) -> None:
    ran = run("network", "import", PACKAGE, "-o", "new.toml", "--directory", "Made-up directory")
    assert (ran.returncode, ran.stderr) == (0, "2 written to new.toml\n")
    text = (tmp_path / "new.toml").read_text(encoding="utf-8")
    assert text.startswith("# Made-up directory: 2 services read, 2 selected\n")
    assert ids(text) == ["drop-in", "helpline"]
    assert 'source = "Made-up directory, service 00000000-0000-4000-8000-000000000030"\n' in text
    again = run("network", "import", PACKAGE, "-o", "new.toml")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.startswith("new.toml: nothing done: this file already exists\n")
    assert folder(tmp_path) == {"new.toml": text.encode()}


def test_where_nothing_is_taken_over_nothing_is_written(run: Run, tmp_path: Path) -> None:
    ran = run("network", "import", PAGES, "--need", "astronomy", "-o", "new.toml")
    assert (ran.returncode, ran.stderr) == (0, "nothing written\n")
    assert ran.stdout.startswith("pages: 5 services read, 0 selected\n")
    assert folder(tmp_path) == {}


def test_standard_input_is_a_file_too(run: Run) -> None:
    ran = run("network", "import", "-", stdin=(EXAMPLES / "pages" / "services-2.json").read_bytes())
    assert ran.returncode == 1
    assert ids(ran.stdout) == ["youth-housing-support"]
    assert "the list: 1 of 2 pages are not here: page 1\n" in ran.stderr


@pytest.mark.parametrize("name", ["services.csv", "datapackage.json"])
def test_a_file_of_a_package_stands_for_all_of_it(run: Run, name: str) -> None:
    assert ids(run("network", "import", f"{PACKAGE}/{name}").stdout) == ["drop-in", "helpline"]


def test_json_for_programs(run: Run) -> None:
    ran = run("network", "import", PAGES, "--format", "json", "--need", "debt", "--meets", "money=Debt advice")
    assert json.loads(ran.stdout) == {
        "version": 1,
        "directory": "pages",
        "members": [
            {
                "id": "debt-clinic",
                "title": "Debt Clinic",
                "kind": "service",
                "part": "partner",
                "meets": ["money"],
                "external": True,
                "organisation": "Exampleton Council",
                "status": "active",
                "source": "pages, service 00000000-0000-4000-8000-000000000018",
            }
        ],
        "known": [],
        "read": 5,
        "left_out": {"another need": 3, "not active": 1},
        "missing": {
            "organisation": {"count": 0, "why": {}},
            "status": {"count": 0, "why": {}},
            "assured_on": {"count": 1, "why": {}},
            "youngest": {"count": 1, "why": {}},
            "oldest": {"count": 1, "why": {}},
            "areas": {"count": 1, "why": {}},
            "hours": {"count": 1, "why": {"not every week": 1}},
            "contact": {"count": 1, "why": {"only of persons by name": 1}},
        },
        "unread": [],
    }


def test_what_cannot_be_read_is_told_with_its_place_and_the_rest_is_taken(run: Run, tmp_path: Path) -> None:
    shutil.copytree(PAGES, tmp_path / "pages")
    first = tmp_path / "pages" / "services-1.json"
    first.write_bytes(first.read_bytes()[:700])
    (tmp_path / "pages" / ".hidden.json").write_text("{")
    (tmp_path / "pages" / "empty").mkdir()
    (tmp_path / "pages" / "empty" / "x.json").write_text("")
    ran = run("network", "import", "pages", "--format", "json")
    assert ran.returncode == 1
    assert [f"{problem['file']}: {problem['place']}" for problem in json.loads(ran.stdout)["unread"]] == [
        "empty/x.json: ",
        "services-1.json: line 25, column 17",
        "the list: ",
    ]
    assert ran.stderr.splitlines()[1::2] == ["       do:     fetch it again"] * 2 + [
        "       do:     fetch all of its pages"
    ]


def test_a_file_without_services_says_why_and_ends_in_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"contents": [{"id": "t", "name": "Housing", "description": ""}]}')
    ran = run("network", "import", "x.json", "-o", "new.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines()[::2] == [
        "x.json: contents[0]: this is not a service",
        "x.json: nothing done: there is no service here that can be read",
    ]


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_read(run: Run, tmp_path: Path) -> None:
    shutil.copytree(PAGES, tmp_path / "pages")
    (tmp_path / "pages" / "services-1.json").unlink()
    (tmp_path / "pages" / "services-1.json").symlink_to("gone.json")
    ran = run("network", "import", "pages")
    assert ran.returncode == 1
    assert ids(ran.stdout) == ["youth-housing-support"]
    assert "services-1.json: there is no such file\n" in ran.stderr


def test_one_fault_over_and_over_is_told_once(run: Run, tmp_path: Path) -> None:
    services = [{"id": f"{number}", "name": "x", "status": "active", "minimum_age": "18"} for number in range(50)]
    (tmp_path / "x.json").write_text(json.dumps(services))
    ran = run("network", "import", "x.json")
    assert ran.returncode == 0
    assert ran.stderr == "x.json: [0].minimum_age: a number is needed here (49 more like it in this file)\n"


def test_a_terminal_is_not_obeyed_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x\x1b[2J.json").write_text('[{"id": "1", "name": "a\\u001b[2Jb", "status": "active"}, {"id": 1}]')
    ran = run("network", "import", ".", "--directory", "d\x1b[2J")
    assert "\x1b" not in ran.stdout + ran.stderr
    assert ids(ran.stdout) == ["a-2jb"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nowhere.json"], "nowhere.json: nothing done: there is no such file"),
        (["."], ".: nothing done: no file in this folder ends in .json, .jsonl, .ndjson or .csv"),
        (["https://directory.example/services"], "nothing done: mentorkit does not fetch anything itself"),
        ([PAGES, "--into", "nowhere.toml"], "nowhere.toml: nothing done: there is no such file"),
        ([PAGES, "-o", "no/where.toml"], "no/where.toml: nothing done: there is no such folder to write it in"),
        ([PAGES, "-o", "a.toml", "--into", "b.toml"], "--into and -o cannot go together"),
        ([PAGES, "--meets", "housing"], '"housing" must be a need and a term'),
        ([PAGES, "--need", " "], "this is empty"),
        ([PAGES, "--age", "200"], '"200" must be a whole number, from 0 to 150'),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(run: Run, tmp_path: Path, args: list[str], said: str) -> None:
    ran = run("network", "import", *args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert folder(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[network", "programme.toml:1:9: nothing done: this header does not end"),
        (PROGRAMME.replace('"housing"', '"home"'), 'this programme declares no need "housing"'),
        (PROGRAMME.replace('"housing"', '"housng"'), 'no need "housing"; did you mean "housng"?'),
        ('[network]\nneeds = [{ id = "housing" }]\nmembers = []\n', "programme.toml:3:11: nothing done"),
        ('network = { needs = [{ id = "housing" }] }\n', "members cannot be put into this file"),
    ],
)
def test_a_programme_that_cannot_take_them_is_left_alone(run: Run, programme: Path, text: str, said: str) -> None:
    programme.write_text(text, encoding="utf-8")
    ran = run("network", "import", PAGES, "--meets", "housing=Shelter", "--into", "programme.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert folder(programme.parent) == {"programme.toml": text.encode()}


def test_a_byte_order_mark_and_a_link_stay(run: Run, tmp_path: Path) -> None:
    file, link = tmp_path / "file.toml", tmp_path / "link.toml"
    file.write_bytes(b"\xef\xbb\xbf" + PROGRAMME.encode())
    link.symlink_to(file)
    assert run("network", "import", PACKAGE, "--into", "link.toml").returncode == 0
    assert link.is_symlink()
    assert file.read_bytes().startswith(b"\xef\xbb\xbf# ours")
    assert ids(file.read_text(encoding="utf-8-sig")) == ["coordinator", "drop-in", "helpline"]


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"theirs")
    with pytest.raises(CannotWriteError, match="this file was changed in the meantime"):
        replace_file(str(file), b"ours", before=b"as it was read")
    assert folder(tmp_path) == {"x.toml": b"theirs"}


@pytest.mark.parametrize("there", [True, False])
def test_what_breaks_off_in_the_middle_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "x.toml"
    if there:
        file.write_bytes(b"before")
    before = folder(tmp_path)
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _ = replace_file(str(file), b"after", b"before") if there else new_file(str(file), b"after")  # type: ignore[func-returns-value]
    assert folder(tmp_path) == before


def test_a_terminal_is_told_how_far_it_is_once_it_takes_a_while(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 0.5, 1.0, 1.1, 1.3])
    monkeypatch.setattr(importing, "monotonic", lambda: next(clock))
    assert list(importing._counted("abcd")) == list("abcd")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    # Each item looks at the clock, and each line once more.
    clock = iter([0.0, 0.5, 1.0, 1.0, 1.1, 1.3, 1.3])
    assert list(importing._counted("abcd")) == list("abcd")
    assert capsys.readouterr().err == "\r2 services read\r4 services read\r\x1b[K"


def test_an_interrupt_ends_it_and_nothing_is_written(programme: Path) -> None:
    asked = [sys.executable, "-m", "mentorkit", "network", "import", "-", "--into", "programme.toml"]
    pipe = subprocess.PIPE
    with subprocess.Popen(asked, cwd=programme.parent, stdin=pipe, stderr=pipe) as started:
        interrupt_while_it_reads(started)
        _, said = started.communicate(timeout=30)
    assert started.returncode == 130
    assert said.decode().strip() == "interrupted: nothing was written"
    assert programme.read_text(encoding="utf-8") == PROGRAMME
