"""The blocks of a page, and running them one after another in one folder, as a reader would."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import attrs
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from mentorkit.registry.load import Plugins
from mentorkit.toml.structure import read_programme
from tests.building import ROOT, UV
from tests.running import run_here

RUN = ("console", "python", "toml")
"""Languages whose blocks are run; a block of Python or TOML whose first line names a file is written to that file."""
READ = ("json", "lua", "text", "yaml", "{toctree}")
"""Languages whose blocks no test can run: what other programs read, and what stands for itself."""
SECTOR = Path("src", "mentorkit_housing")
"""The package that pages for developers add to."""

PLUGINS = Plugins()
BOOK = PLUGINS.rulebook(found.name for found in PLUGINS.found if found.name != "standards")
_NAMED = re.compile(r"# ([\w./-]+\.(?:py|toml))\n")
_COMMAND = re.compile(r"^\$ .*\n(?:>.*\n)*", re.MULTILINE)
_OF_A_SHELL = re.compile(r"[|&;<>()$`*?\[~\\\n]|^mentorkit --debug")
"""What needs a shell, or Python to itself."""
_SCRIPTS = {
    "mentorkit": "-m mentorkit",
    "pytest": "-m pytest -q -p no:cacheprovider -p no:randomly",
    "python": "",
}
_HOOKS = ("programme", "screening", "training", "matching", "supervision", "graduation", "outcomes", "network")
_BARE_SECTOR = '''"""What the tutorial leaves, as far as the how-to pages need it: modules named for areas."""

from importlib import import_module
from pkgutil import iter_modules

from mentorkit.api import Sector, hookimpl, rules_in


@hookimpl
def mentorkit_sector():
    return Sector(title="housing", prefix="HSG", edition="2026-11")


def rules_of(area):
    names = [found.name for found in iter_modules(__path__) if found.name.partition("_")[0] == area]
    return [made for name in names for made in rules_in(import_module(f"{__name__}.{name}"))]
''' + "".join(f'\n\n@hookimpl\ndef mentorkit_{hook}():\n    return rules_of("{hook}")\n' for hook in _HOOKS)
_SOURCES = '''"""What the rules rest on."""

from mentorkit.api import Evidence, Source

OWN_POLICY = Source(
    author="Your service",
    title="your service's own policy (a placeholder)",
    address="https://example.org/replace-this",
    evidence=Evidence.PRACTICE,
)
'''
_PROVE = """
from mentorkit.testing import missing_cases, rule_cases
cases = rule_cases("mentorkit_housing")
for case in cases:
    case.check()
print(*missing_cases("mentorkit_housing"), sep="\\n", end="")
"""


@attrs.frozen
class Block:
    """A block of a page.

    Attributes:
        language: that it says.
        text: in it.
        line: of the page on which it begins, from 1.
    """

    language: str
    text: str
    line: int

    @property
    def file(self) -> str | None:
        """The file that it is written to, from its first line."""
        named = _NAMED.match(self.text) if self.language in ("python", "toml") else None
        return named[1] if named else None


def blocks_of(text: str) -> list[Block]:
    """All blocks of a page, also those without a fence, which have no language."""
    tokens = MarkdownIt("commonmark").parse(text)
    return [
        Block(token.info.strip(), token.content, (token.map or [0])[0] + 1)
        for token in tokens
        if token.type in ("fence", "code_block")
    ]


class Page:
    """Runs the blocks of a page in a folder that has the examples and the command.

    Attributes:
        folder: in which the page begins.
        here: the folder in which its next block runs.
        ran: the lines on which the blocks begin that were run.
        told: what each command printed in place of what the page says, by the line of its block.
    """

    def __init__(self, folder: Path, with_sector: bool = False, command: Path | None = None, **variables: str) -> None:
        """Prepares the folder.

        Args:
            folder: an empty one.
            with_sector: whether Python finds there what the tutorial leaves.
            command: a mentorkit that is installed elsewhere; otherwise it is the one that is tested here.
            variables: of the environment.
        """
        self.folder = self.here = folder
        self.ran: list[int] = []
        self.told: dict[int, str] = {}
        self._python = ""
        self._has_sector = with_sector
        self._command = command
        self._variables = variables
        shutil.copytree(ROOT / "examples", folder / "examples")
        (folder / "bin").mkdir()
        for name, arguments in _SCRIPTS.items():
            script = folder / "bin" / name
            script.write_text(f'#!/bin/sh\nexec {sys.executable} {arguments} "$@"\n')
            script.chmod(0o755)
        if command:
            (folder / "bin" / "mentorkit").write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        if UV:
            (folder / "bin" / "uv").symlink_to(UV)
        if with_sector:
            self._install_sector()

    def _install_sector(self) -> None:
        package = self.folder / SECTOR
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(_BARE_SECTOR)
        (package / "sources.py").write_text(_SOURCES)
        info = package.with_name(f"{package.name}-0.1.0.dist-info")
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mentorkit-housing\nVersion: 0.1.0\n")
        (info / "entry_points.txt").write_text("[mentorkit]\nhousing = mentorkit_housing\n")

    @property
    def environment(self) -> Mapping[str, str]:
        """In which a shell finds the command, and Python the sector."""
        return {
            **{name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"},
            # Nothing is written beside what is shown; but what was just installed is not compiled by every command.
            **({} if self._command else {"PYTHONDONTWRITEBYTECODE": "1"}),
            "UV_PYTHON": sys.executable,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(self.folder / SECTOR.parent),
            "PYTHONUTF8": "1",
            "COLUMNS": "100",
            "NO_COLOR": "1",
            **self._variables,
        }

    def run(self, block: Block) -> None:
        """Runs a block, or reads one that cannot be run.

        Raises:
            AssertionError: where it fails, or is of a language that nobody knows how to run.
        """
        if block.file and block.language in RUN:
            place = self.here / block.file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text.partition("\n")[2].lstrip("\n"), encoding="utf-8")
        match block.language:
            case "console":
                self._run_commands(block)
            case "python":
                self._run_python(block)
            case "toml":
                self._read_toml(block)
            case "json":
                json.loads(block.text)
            case "yaml":
                YAML(typ="safe").load(block.text)
            case "lua" | "text" | "{toctree}":
                assert not _COMMAND.search(block.text), f"line {block.line}: say console, so that it is run"
            case other:
                raise AssertionError(f"line {block.line}: {other or 'no language'}: say one of {(*RUN, *READ)}")
        if block.language in RUN:
            self.ran.append(block.line)

    def _run_commands(self, block: Block) -> None:
        commands = _COMMAND.findall(block.text)
        assert commands, f"line {block.line}: begin each command with '$ '"
        said = ""
        for written in commands:
            command = "\n".join(line[2:] for line in written.splitlines())
            ours, pipe, others = command.partition(" | ")
            if ours.startswith("mentorkit ") and not self._command and not _OF_A_SHELL.search(ours):
                importable = [self.folder / SECTOR.parent] if self._has_sector else []
                ran = run_here(shlex.split(ours)[1:], self.here, merged=not pipe, importable=importable)
                shown = self._call("bash", "-c", others, given=ran.stdout).stdout if pipe else ran.stdout
                said += written + ran.stderr + shown
                continue
            # The next command begins where this one ends, as in one shell.
            left = self.folder / "bin" / "left"
            said += written + self._call("bash", "-c", f"exec 2>&1\ntrap 'pwd > {left}' EXIT\n{command}").stdout
            self.here = Path(left.read_text(encoding="utf-8").rstrip("\n"))
        self.told[block.line] = said

    def _run_python(self, block: Block) -> None:
        if block.file:
            compile(block.text, block.file, "exec")
            return
        self._python += block.text
        ran = self._call(sys.executable, "-W", "error", "-c", self._python)
        assert ran.returncode == 0, f"line {block.line}: {ran.stderr}"

    def _read_toml(self, block: Block) -> None:
        data = tomllib.loads(block.text)
        if block.file is None:
            _, faults = read_programme(data, BOOK.sector_keys)
            assert faults == [], f"line {block.line}: {faults}"

    def _call(self, *args: str, given: str = "") -> subprocess.CompletedProcess[str]:
        environment, here = self.environment, self.here
        return subprocess.run(args, cwd=here, input=given, capture_output=True, text=True, env=environment, check=False)

    def prove_rules(self) -> None:
        """Holds the rules that the page has written against the cases that it shows."""
        if any((self.folder / SECTOR).glob("cases/*")):
            ran = self._call(sys.executable, "-c", _PROVE)
            assert (ran.returncode, ran.stdout) == (0, ""), ran.stdout + ran.stderr
