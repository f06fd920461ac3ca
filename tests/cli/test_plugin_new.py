"""mentorkit plugin new, as a person and as a script runs it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mentorkit.cli.atomic_write import new_folder
from mentorkit.cli.os_errors import CannotWriteError

from .conftest import Run
from .terminal import on_a_terminal

ANSWERS = {"--prefix": "HSG", "--title": "housing services", "--stage": "screening"}


def asked(name: str = "housing", **others: str) -> list[str]:
    given = ANSWERS | {f"--{option}": answer for option, answer in others.items()}
    return ["plugin", "new", name, *(f"{option}={answer}" for option, answer in given.items())]


def within(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_plugin_is_a_whole_distribution_and_what_to_do_next_is_said(run: Run, tmp_path: Path) -> None:
    ran = run(*asked())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "wrote mentorkit-housing, 15 files; now, with uv (https://docs.astral.sh/uv/):\n"
        "  cd mentorkit-housing\n"
        "  uv sync\n"
        "  uv run poe check\n"
        "Its README says what to replace.\n"
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["mentorkit-housing"]
    assert within(tmp_path / "mentorkit-housing") == [
        ".github/workflows/check.yml",
        ".gitignore",
        "LICENSE",
        "README.md",
        "pyproject.toml",
        "src/mentorkit_housing/__init__.py",
        "src/mentorkit_housing/cases/HSG101/clean-exactly-enough.toml",
        "src/mentorkit_housing/cases/HSG101/note-a-day-early.toml",
        "src/mentorkit_housing/cases/HSG101/note-not-known.toml",
        "src/mentorkit_housing/cases/HSG101/proceed-on-the-day.toml",
        "src/mentorkit_housing/cases/HSG101/warning-too-short.toml",
        "src/mentorkit_housing/py.typed",
        "src/mentorkit_housing/screening.py",
        "src/mentorkit_housing/sources.py",
        "tests/test_conformance.py",
    ]


def test_the_folder_is_for_whom_a_new_folder_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "any").mkdir()
    run(*asked())
    assert (tmp_path / "mentorkit-housing").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_a_name_of_two_words_has_a_hyphen_where_distributions_have_one(run: Run, tmp_path: Path) -> None:
    assert run(*asked("night_shelters")).returncode == 0
    folder = tmp_path / "mentorkit-night-shelters"
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == "mentorkit-night-shelters"
    assert project["entry-points"]["mentorkit"] == {"night_shelters": "mentorkit_night_shelters"}
    assert "class TestNightShelters(Conformance):" in (folder / "tests/test_conformance.py").read_text("utf-8")


def test_without_a_terminal_every_answer_has_to_be_there(run: Run, tmp_path: Path) -> None:
    ran = run("plugin", "new", "--prefix", "HSG")
    assert (ran.returncode, ran.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert ran.stderr.endswith(
        "Error: there is no terminal to ask on, so you also need to give:\n"
        "  NAME: what programmes call the sector, such as housing\n"
        '  --title: what reports call the sector, such as "housing services"\n'
        "  --stage: one of screening, training, matching, supervision, graduation, outcomes, programme, network\n"
    )


@pytest.mark.parametrize(
    ("name", "others", "said"),
    [
        ("mental_health", {}, 'the sector "mental_health" is there already, in mentorkit-mental-health; name another'),
        ("housing", {"prefix": "SUB"}, 'the rules of the sector "substance" begin with SUB; choose another'),
        ("housing", {"title": "\udce9"}, "a title is one line"),
        ("housing", {"stage": "screning"}, 'programme, network; did you mean "screening"?'),
    ],
    ids=["name", "prefix", "title", "stage"],
)
def test_an_answer_that_cannot_be_used_is_refused(
    run: Run, tmp_path: Path, name: str, others: dict[str, str], said: str
) -> None:
    ran = run(*asked(name, **others))
    assert (ran.returncode, ran.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert said in ran.stderr


def test_what_is_there_is_never_written_into(run: Run, tmp_path: Path) -> None:
    theirs = tmp_path / "mentorkit-housing" / "README.md"
    theirs.parent.mkdir()
    theirs.write_text("ours")
    ran = run(*asked())
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "mentorkit-housing: nothing written: this already exists\n"
        "       do:     remove it first, or go to another folder\n"
    )
    assert within(tmp_path) == ["mentorkit-housing/README.md"]
    assert theirs.read_text() == "ours"


def test_nobody_is_asked_anything_for_a_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "mentorkit-housing").write_text("ours")
    status, shown = on_a_terminal(tmp_path, "plugin", "new", "housing", typed=[])
    assert (status, "this already exists" in shown, "Prefix" in shown) == (2, True, False)


def test_neither_a_file_nor_a_link_is_replaced_and_an_empty_folder_is_filled(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mentorkit-housing"
    folder.write_text("ours")
    assert "this already exists" in run(*asked()).stderr
    assert folder.read_text() == "ours"
    folder.unlink()
    folder.symlink_to(tmp_path / "nowhere")
    assert "this already exists" in run(*asked()).stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["mentorkit-housing"]
    folder.unlink()
    folder.mkdir()
    assert run(*asked()).returncode == 0
    assert (folder / "pyproject.toml").is_file()
    assert [entry.name for entry in tmp_path.iterdir()] == ["mentorkit-housing"]


def test_on_a_terminal_it_asks_for_what_is_not_given_until_it_can_be_used(tmp_path: Path) -> None:
    status, shown = on_a_terminal(
        tmp_path,
        "plugin",
        "new",
        "--title=Wohnen für alle",
        typed=[
            ("Name of the sector in programmes:", "schools\n"),
            ("Name of the sector in programmes:", "housing\n"),
            ("Prefix of its rules:", "SCH\n"),
            ("Prefix of its rules:", "HSG\n"),
            ("Stage of its first rule", "net\n"),
            ("Stage of its first rule", "network\n"),
        ],
    )
    assert status == 0, shown
    assert 'the sector "schools" is there already, in mentorkit-schools; name another' in shown
    assert 'the rules of the sector "schools" begin with SCH; choose another' in shown
    assert '"net" must be one of screening, ' in shown
    package = tmp_path / "mentorkit-housing/src/mentorkit_housing"
    assert 'title="Wohnen für alle"' in (package / "__init__.py").read_text(encoding="utf-8")
    assert '"HSG701"' in (package / "network.py").read_text(encoding="utf-8")


def test_on_a_terminal_an_end_of_input_writes_nothing(tmp_path: Path) -> None:
    status, shown = on_a_terminal(tmp_path, *asked()[:-1], typed=[("Stage of its first rule", "\x04")])
    assert status == 130
    assert "interrupted: nothing was written" in shown
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), OSError(28, "No space left on device")], ids=["^C", "full"])
def test_a_folder_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    write = Path.write_text
    written: list[str] = []

    def stopped(self: Path, *args: Any, **kwargs: Any) -> int:
        if written:
            raise problem
        written.append(self.name)
        return write(self, *args, **kwargs)

    monkeypatch.setattr(Path, "write_text", stopped)
    with pytest.raises((KeyboardInterrupt, CannotWriteError)) as stop:
        new_folder(str(tmp_path / "new"), {"one": "1", "two": "2"})
    assert (written, list(tmp_path.iterdir())) == (["one"], [])
    if isinstance(problem, OSError):
        assert "new: the disk is full; free some space on it, and run the command again" in str(stop.value)


def test_where_nothing_may_be_written_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryDirectory", refused)
    with pytest.raises(CannotWriteError, match="new: you do not have permission to make this folder here; ") as refusal:
        new_folder(str(tmp_path / "new"), {"one": "1"})
    assert refusal.value.fix == "ask for permission, or go to another folder"


def test_whoever_is_quicker_keeps_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def slower(self: Path, target: Path) -> Path:
        (tmp_path / "new").mkdir()
        (tmp_path / "new" / "theirs").touch()
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", slower)
    with pytest.raises(CannotWriteError, match="this already exists"):
        new_folder(str(tmp_path / "new"), {"one": "1"})
    assert within(tmp_path) == ["new/theirs"]
