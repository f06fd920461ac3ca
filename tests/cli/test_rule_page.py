"""explain --web: the address that a distribution names, and the browser that is asked to open it."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from .conftest import Run

PLUGIN = '''"""A made-up sector."""
from collections.abc import Iterator

from mentorkit.api import Evidence, Problem, Programme, Sector, Source, Strength, hookimpl, rule

SOURCE = Source(author="A. Author", title="Made up", address="https://example.org", evidence=Evidence.OPINION)


@hookimpl
def mentorkit_sector():
    return Sector(title="made up", prefix="MDU", edition="1")


@hookimpl
def mentorkit_outcomes():
    @rule("MDU601", sources=[SOURCE], strength=Strength.CAUTION)
    def nothing_is_asked(programme: Programme) -> Iterator[Problem]:
        """Nothing."""
        yield from ()

    return [nothing_is_asked]
'''


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """A sector that is installed in a folder of its own, and whose distribution names no address."""
    info = tmp_path / "site" / "made_up-1.0.dist-info"
    info.mkdir(parents=True)
    (tmp_path / "site/made_up.py").write_text(PLUGIN, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[mentorkit]\nmade_up = made_up\n", encoding="utf-8")
    return tmp_path / "site"


def name(plugin: Path, *urls: str) -> None:
    with (plugin / "made_up-1.0.dist-info/METADATA").open("a", encoding="utf-8") as metadata:
        metadata.writelines(f"Project-URL: {url}\n" for url in urls)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://example.org/made-up/", "https://example.org/made-up/rules/made_up.html#mdu601"),
        ("https://example.org/rules.html", "https://example.org/rules.html#mdu601"),
        ("http://example.org/made-up#readme", "http://example.org/made-up#readme"),
    ],
)
@pytest.mark.parametrize("label", ["Documentation", "documentation", "Docs"])
def test_the_address_is_that_of_the_distribution(run: Run, plugin: Path, label: str, address: str, page: str) -> None:
    name(plugin, "Homepage, https://example.org/home/", f"{label}, {address}")
    ran = run("explain", "mdu601", "--web", importable=[plugin])
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"{page}\n", "")


@pytest.mark.parametrize(
    "urls", [(), ("Homepage, https://example.org/",), ("Documentation, file:///etc/passwd",), ("Documentation, ",)]
)
def test_where_none_is_named_none_is_made_up(run: Run, plugin: Path, urls: tuple[str, ...]) -> None:
    name(plugin, *urls)
    ran = run("explain", "MDU601", "--web", importable=[plugin])
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "Error: MDU601 has no web page; 'mentorkit explain MDU601' says the same here, and MENTORKIT_GUIDE can "
        'name a guide that you have built (for its makers: made-up names no "Documentation" among the URLs of its '
        "project)\n"
    )


def test_a_guide_of_ones_own_stands_in_where_none_is_named(run: Run, plugin: Path, tmp_path: Path) -> None:
    (tmp_path / "our site" / "rules").mkdir(parents=True)
    site = (tmp_path / "our site").as_uri()
    told = run("explain", "SUB101", "--web", MENTORKIT_GUIDE=str(tmp_path / "our site"))
    assert (told.returncode, told.stdout) == (0, f"{site}/rules/substance.html#sub101\n")
    told = run("explain", "sub101", "--web", MENTORKIT_GUIDE="https://intranet.example.org/guide")
    assert told.stdout == "https://intranet.example.org/guide/rules/substance.html#sub101\n"
    told = run("explain", "unknown-key", "--web", MENTORKIT_GUIDE=str(tmp_path / "our site"))
    assert told.stdout == f"{site}/reading-a-finding.html#checks-of-the-file-itself\n"
    told = run("explain", "training.length", "--web", MENTORKIT_GUIDE=str(tmp_path / "our site"))
    assert told.stdout == f"{site}/file-format.html\n"
    name(plugin, "Documentation, https://example.org/made-up/")
    told = run("explain", "MDU601", "--web", importable=[plugin], MENTORKIT_GUIDE=str(tmp_path / "our site"))
    assert told.stdout == "https://example.org/made-up/rules/made_up.html#mdu601\n"


def test_a_guide_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("explain", "SUB101", "--web", MENTORKIT_GUIDE=str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "neither a web address nor a folder with a built guide" in ran.stderr


def test_the_checks_of_the_file_itself_are_documented_by_mentorkit(run: Run, plugin: Path) -> None:
    info = plugin / "mentorkit-99.dist-info"
    info.mkdir()
    named = "Metadata-Version: 2.1\nName: mentorkit\nVersion: 99\nProject-URL: Documentation, https://example.org/m/\n"
    (info / "METADATA").write_text(named, encoding="utf-8")
    ran = run("explain", "unknown-key", "--web", importable=[plugin])
    assert ran.stdout == "https://example.org/m/reading-a-finding.html#checks-of-the-file-itself\n"
    heading = "## Checks of the file itself\n"
    assert heading in (Path(__file__).parents[2] / "docs/reading-a-finding.md").read_text(encoding="utf-8")


def test_an_address_is_no_json(run: Run) -> None:
    ran = run("explain", "SUB101", "--web", "--format", "json")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--web prints only an address" in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems open addresses without xdg-open")
def test_a_browser_is_asked_on_a_terminal_alone(run: Run, plugin: Path, tmp_path: Path) -> None:
    name(plugin, "Documentation, https://example.org/made-up/")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/xdg-open").write_text('#!/bin/sh\necho "opened $1" | tee -a opened\n', encoding="utf-8")
    (tmp_path / "bin/xdg-open").chmod(0o755)
    there = {"PYTHONPATH": str(plugin), "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    assert "opened" not in run("explain", "MDU601", "--web", **there).stdout
    assert not (tmp_path / "opened").exists()
    terminal = pexpect.spawn(
        "sh",
        ["-c", f"{sys.executable} -m mentorkit explain MDU601 --web; read goes_on"],  # a terminal outlasts a command
        cwd=tmp_path,
        env={**os.environ, **there},
        encoding="utf-8",
        timeout=120,
    )
    terminal.expect(r"https://example.org/made-up/rules/made_up.html#mdu601\r\n")
    terminal.expect(r"opened https://example.org/made-up/rules/made_up.html#mdu601\r\n")
    terminal.close()
