"""A new plugin, whatever the answers: its tests, lint, format and types pass, and it fits beside every other."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.new_plugin import (
    FIRST_RULE_TABLES,
    AnswerError,
    InstallSource,
    PluginAnswers,
    TakenNames,
    check_name,
    check_title,
    plugin_files,
)
from mentorkit.registry.find import FoundPlugin, find_plugins
from mentorkit.registry.load import Plugins
from tests.examples import as_many_in_the_kit
from tests.running import run_here

ROOT = Path(__file__).parents[2]
FROM_INDEX = InstallSource("0.1.0", {})
PREFIXES = dict(zip(FIRST_RULE_TABLES, ("EXA", "EXB", "EXC", "EXD", "EXE", "EXF", "EXG", "EXH"), strict=True))
LONGEST = ("n" * 24, "Wohnen für 'alle' – {mentee} $name # ' -- " + "w" * 8)


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def ran(*command: str, cwd: Path, **environment: str) -> str:
    """What a command says that succeeds."""
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def example(stage: str) -> PluginAnswers:
    return PluginAnswers(name=f"ex_{stage}", title=f"an example of {stage}", prefix=PREFIXES[stage], stage=stage)


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new plugin for each stage."""
    folder = tmp_path_factory.mktemp("plugins")
    # The tutorial tries as many examples as authors do.
    (folder / "conftest.py").write_text(as_many_in_the_kit(), encoding="utf-8")
    for stage in FIRST_RULE_TABLES:
        write(folder / stage, plugin_files(example(stage), FROM_INDEX))
    return folder


def test_a_new_plugin_keeps_the_contract_whatever_its_stage(plugins: Path) -> None:
    said = ran(
        *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist"),
        *("-c", "screening/pyproject.toml", "--rootdir", ".", "--confcutdir", "."),
        *(f"{stage}/tests" for stage in FIRST_RULE_TABLES),
        *("--junit-xml", "passed.xml"),
        cwd=plugins,
        PYTHONPATH=os.pathsep.join(f"{stage}/src" for stage in FIRST_RULE_TABLES),
        PYTEST_ADDOPTS="",
    )
    assert " passed in " in said
    assert "skipped" not in said
    passed = (plugins / "passed.xml").read_text(encoding="utf-8")
    assert set(re.findall(r'classname="(\w+)\.tests', passed)) == set(FIRST_RULE_TABLES)


def test_a_service_sees_that_a_new_sector_is_a_draft_and_what_its_rule_rests_on(tmp_path: Path) -> None:
    write(tmp_path, plugin_files(example("screening"), FROM_INDEX))
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site = tmp_path / "src"
    about = {"METADATA": f"Name: {project['name']}\nVersion: 0.1.0\n"}
    for group, entries in project["entry-points"].items():
        named = "".join(f"{name} = {module}\n" for name, module in entries.items())
        about["entry_points.txt"] = about.get("entry_points.txt", "") + f"[{group}]\n{named}"
    write(site / "mentorkit_ex_screening-0.1.0.dist-info", about)
    asked = '"ex_screening_known_since"'
    (tmp_path / "p.toml").write_text(
        'format = 1\n[programme]\nname = "Peers"\nsectors = ["ex_screening"]\n'
        f'[screening]\ncollects = [{asked}]\n[screening.ex_screening]\nknown_for = "1 week"\n'
    )
    found = run_here(["validate", "p.toml", "--more"], tmp_path, importable=[site]).stdout
    assert (
        "p.toml:8:13: warning: how long an applicant has been known to the service before a placement: "
        '"1 week", but it should be at least 4 weeks [EXA101]\n'
    ) in found
    assert "an example of screening (draft)" in found
    explained = run_here(["explain", "EXA101"], tmp_path, importable=[site]).stdout
    assert explained.startswith(
        "EXA101 applicant is known to the service\nshould (warning), an example of screening, screening"
    )
    assert "your service's own policy (a placeholder)" in explained
    assert '"known_for"' in run_here(["schema", "--sector", "ex_screening"], tmp_path, importable=[site]).stdout


def test_lint_and_format_have_nothing_to_say_of_the_longest_answers_either(plugins: Path) -> None:
    name, title = LONGEST
    assert (check_name(name, TakenNames({}, {})), check_title(title)) == LONGEST
    for stage in FIRST_RULE_TABLES:
        answers = PluginAnswers(name=name, title=title, prefix="WWW", stage=stage)
        write(plugins / "longest" / stage, plugin_files(answers, FROM_INDEX))
    ran(sys.executable, "-m", "ruff", "check", "--no-cache", ".", cwd=plugins)
    ran(sys.executable, "-m", "ruff", "format", "--no-cache", "--check", ".", cwd=plugins)


def test_types_are_right_at_every_stage(plugins: Path, checked_before: Path) -> None:
    command = (sys.executable, "-m", "mypy", "--config-file", "screening/pyproject.toml")
    sources = [str(path.relative_to(plugins)) for path in sorted(plugins.glob("*/src/mentorkit_ex_*"))]
    assert len(sources) == len(FIRST_RULE_TABLES)
    ran(
        *(*command, *sources, "screening/tests"),
        cwd=plugins,
        MYPYPATH=os.pathsep.join(map(os.path.dirname, sources)),
        MYPY_CACHE_DIR=str(checked_before / "new_plugin"),
    )


def test_new_plugins_fit_beside_each_other_and_beside_ours(plugins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for stage in FIRST_RULE_TABLES:
        monkeypatch.syspath_prepend(plugins / stage / "src")
    new = [
        FoundPlugin(f"ex_{stage}", f"mentorkit_ex_{stage}", f"mentorkit-ex-{stage}", "0.1.0")
        for stage in FIRST_RULE_TABLES
    ]
    book = Plugins((*find_plugins(), *new)).rulebook(sorted({plugin.name for plugin in (*find_plugins(), *new)}))
    ours = {rule.id: rule for rule in book.rules if rule.owner.startswith("ex_")}
    digits = {"programme": 0, "network": 7} | {
        stage: number for number, stage in enumerate(FIRST_RULE_TABLES[:6], start=1)
    }
    assert {number: rule.area.table for number, rule in ours.items()} == {
        f"{PREFIXES[stage]}{digit}01": stage for stage, digit in digits.items()
    }


NAMES = st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", fullmatch=True).filter(lambda name: len(name) <= 24)
TITLES = st.text(max_size=50)


@given(
    NAMES,
    TITLES,
    st.sampled_from(FIRST_RULE_TABLES),
    st.dictionaries(st.sampled_from(["path", "git"]), st.text(min_size=1)),
)
def test_every_file_can_be_read_whatever_the_answers(name: str, title: str, stage: str, source: dict[str, str]) -> None:
    try:
        answers = PluginAnswers(
            name=check_name(name, TakenNames({}, {})), title=check_title(title), prefix="HSG", stage=stage
        )
    except AnswerError:
        return
    files = plugin_files(answers, InstallSource("0.1.0", source))
    project = tomllib.loads(files["pyproject.toml"])
    assert project["project"]["entry-points"]["mentorkit"] == {name: f"mentorkit_{name}"}
    assert project["project"]["description"] == f"Rules for peer mentoring in {answers.title}, for mentorkit"
    assert project["tool"].get("uv", {"sources": {"mentorkit": {}}})["sources"] == {"mentorkit": source}
    package = ast.parse(files[f"src/mentorkit_{name}/__init__.py"])
    assert answers.title in [node.value for node in ast.walk(package) if isinstance(node, ast.Constant)]
    for path, text in files.items():
        if path.endswith(".toml"):
            tomllib.loads(text)
        elif path.endswith(".py"):
            ast.parse(text)


def test_a_plugin_takes_the_minor_version_that_it_was_begun_with_and_the_licence_is_ours() -> None:
    files = plugin_files(example("network"), InstallSource("0.3.7", {}))
    assert tomllib.loads(files["pyproject.toml"])["project"]["dependencies"] == ["mentorkit>=0.3,<0.4"]
    assert files["LICENSE"] == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_source_of_the_example_is_plainly_a_placeholder() -> None:
    for stage in FIRST_RULE_TABLES:
        files = plugin_files(example(stage), FROM_INDEX)
        package = f"src/mentorkit_ex_{stage}"
        assert "PLACEHOLDER: nothing here is evidence yet." in files[f"{package}/sources.py"]
        assert 'address="https://example.org/replace-this"' in files[f"{package}/sources.py"]
        assert "PLACEHOLDER: replace this rule with your own" in files[f"{package}/{stage}.py"]
        assert 'edition="draft"' in files[f"{package}/__init__.py"]
