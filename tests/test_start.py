"""What starting up loads: a command that loads less starts sooner, and a rule that loads nothing can do no harm."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = str(ROOT / "examples/substance/turning_point.toml")
COMPLETE = sorted((ROOT / "examples").glob("[!d]*/*.toml"))
CLEAN = Path(EXAMPLE).read_text(encoding="utf-8")
HEAVY = {
    "networkx",
    "numpy",
    "scipy",
    "rich",
    "jinja2",
    "pygls",
    "lsprotocol",
    "tomli_w",
    "pydantic",
    "hypothesis",
    "pytest",
}


def loaded(*args: str, stdin: str = "", **environment: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    code = (
        "import sys\nfrom mentorkit.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *args],
        input=stdin,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return set(ran.stderr.split())


def loaded_to_complete(*words: str) -> set[str]:
    told = {"COMP_WORDS": "\n".join(["mentorkit", *words]), "COMP_CWORD": str(len(words))}
    return loaded(_MENTORKIT_COMPLETE="bash_complete", **told)


def tops(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_help_loads_click_and_nothing_of_the_core() -> None:
    modules = loaded("--help")
    assert "click" in modules
    assert tops(modules) & (HEAVY | {"attrs", "attr", "cattrs", "pluggy", "tomllib"}) == set()
    assert {module for module in modules if module.startswith("mentorkit")} == {
        "mentorkit",
        "mentorkit.cli",
        "mentorkit.cli.exit_status",
        "mentorkit.cli.lazy",
        "mentorkit.cli.shown_stream",
        "mentorkit.text",
        "mentorkit.text.words",
    }


def test_the_help_of_a_group_loads_none_of_its_commands() -> None:
    modules = {module for module in loaded("network", "--help") if module.startswith("mentorkit")}
    assert modules == {
        "mentorkit",
        "mentorkit.cli",
        "mentorkit.cli.exit_status",
        "mentorkit.cli.lazy",
        "mentorkit.cli.network",
        "mentorkit.cli.shown_stream",
        "mentorkit.text",
        "mentorkit.text.words",
    }


def test_completing_commands_and_options_loads_nothing_of_the_core() -> None:
    for words in (["va"], ["network", "wh"]):
        assert not any(module.startswith("mentorkit.core") for module in loaded_to_complete(*words))
    modules = loaded_to_complete("validate", "--fa")
    assert "mentorkit.cli.validate" in modules
    assert not {"mentorkit.cli.explain", "mentorkit.registry.load", "attrs", "cattrs"} & modules


def test_completing_sectors_and_members_loads_no_plugin() -> None:
    for words in (["rules", "--sector", "s"], ["network", "what-if", EXAMPLE, "--without", "c"]):
        modules = loaded_to_complete(*words)
        assert not any(module.startswith(("mentorkit_", "mentorkit.standards")) for module in modules)
        assert tops(modules) & (HEAVY | {"cattrs", "pluggy"}) == set()


def test_completing_rules_loads_no_command_but_that_one() -> None:
    modules = loaded_to_complete("explain", "SUB1")
    assert "mentorkit_substance.screening" in modules
    assert not {"mentorkit.cli.validate", "mentorkit.testing", "mentorkit.reports.text"} & modules
    assert tops(modules) & HEAVY == set()


def test_validate_of_a_clean_design_loads_no_more_than_it_needs() -> None:
    modules = loaded("validate", "-", stdin=CLEAN)
    assert tops(modules) & HEAVY == set()
    for late in (
        "importlib.metadata",
        "difflib",
        "json",
        "mentorkit.toml.scanner",
        "mentorkit.testing",
        "email",
        "tempfile",  # only --output needs it, and with it come shutil, random and the compressions
        "shutil",
        "pkgutil",
        "calendar",
        "mentorkit.cli.atomic_write",
    ):
        assert late not in modules, late
    for wanted in ("mentorkit.standards.screening", "mentorkit_substance.screening", "cattrs"):
        assert wanted in modules


@pytest.mark.parametrize("example", COMPLETE, ids=lambda path: path.stem)
def test_validate_of_a_complete_example_needs_no_networkx(example: Path) -> None:
    modules = loaded("validate", str(example))
    assert "mentorkit.network.room" in modules
    assert tops(modules) & HEAVY == set()


@pytest.mark.parametrize(
    ("stated", "instead"),
    [
        ('capacity = "2 per month"', 'capacity = "1 per year"'),
        ('to = "mentor"\nkind = "supervises"', 'to = "mentor"\nkind = "supervises"\n[[network.links]]\n'
         'from = "mentor"\nto = "coordinator"\nkind = "supervises"'),
    ],
    ids=["too little room", "a circle of supervision"],
)  # fmt: skip
def test_validate_of_a_network_with_a_problem_loads_networkx_where_it_says_what_is_wrong(
    stated: str, instead: str
) -> None:
    whole = Path(EXAMPLE).read_text(encoding="utf-8")
    assert stated in whole
    assert tops(loaded("validate", "-", stdin=whole.replace(stated, instead))) & HEAVY == {"networkx"}


@pytest.mark.parametrize("package", ["mentorkit.standards", "mentorkit_substance"])
def test_importing_a_plugin_imports_no_rule(package: str) -> None:
    code = f"import sys, {package}; print('\\n'.join(m for m in sys.modules if m.startswith({package!r} + '.')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_only_the_sectors_that_a_programme_names_are_loaded() -> None:
    modules = loaded("validate", "-", stdin="format = 1\n[programme]\nsectors = []\n")
    assert "mentorkit.standards.screening" in modules
    assert not any(module.startswith("mentorkit_") for module in modules)
