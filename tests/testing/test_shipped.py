"""Plugins whose tests are green, and that nobody would have whole: no entry point, or files that a wheel lacks."""

from pathlib import Path

import pytest

from .made import write
from .spoiled import advice_from, init

NAME = '[project]\nname = "mentorkit-SECTOR"\nversion = "1.0"\n'
POINT = '[project.entry-points.mentorkit]\nSECTOR = "PACKAGE"\n'
HATCH = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
SETUPTOOLS = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
ADD = 'write SECTOR = "PACKAGE" under [project.entry-points.mentorkit], and install it again'
NOBODY = "so no programme finds it"
CASES = "its wheel leaves out cases/HSG001/clean-counted.toml and 6 more of its files"
PACKED = "under [tool.setuptools.package-data]"


def said_of(pyproject: str, folder: Path, monkeypatch: pytest.MonkeyPatch, *, flat: bool = False) -> list[str]:
    """What is said of a plugin with this pyproject.toml, each with what to do."""
    package = write(
        folder if flat else folder / "src",
        monkeypatch,
        {**init('edition="1"', 'edition="1", template="templates/ours.toml"'), "templates/ours.toml": "format = 1\n"},
    )
    sector = package.removeprefix("mentorkit_")
    (folder / "pyproject.toml").write_text(pyproject.replace("SECTOR", sector).replace("PACKAGE", package))
    advice = advice_from("shipped", package)
    assert {(one.check, one.about) for one in advice} <= {("shipped", "pyproject.toml")}
    return [f"{one.message} | {one.fix}".replace(package, "PACKAGE").replace(sector, "SECTOR") for one in advice]


@pytest.mark.parametrize(
    ("pyproject", "message", "fix"),
    [
        (NAME + HATCH, f"it has no entry point, {NOBODY}", ADD),
        (
            NAME + HATCH + POINT.replace("mentorkit]", "mentorkits]"),
            f"its entry point is in the group mentorkits, {NOBODY}",
            ADD,
        ),
        (
            NAME + HATCH + POINT.replace('"PACKAGE"', '"PACKAGE:plugin"'),
            "its entry point leads to PACKAGE:plugin, so no programme finds PACKAGE",
            ADD,
        ),
        (
            NAME + HATCH + POINT.replace('"PACKAGE"', '"mentorkit_hosing"'),
            "its entry point leads to mentorkit_hosing, so no programme finds PACKAGE",
            ADD,
        ),
        (
            NAME + 'classifiers = ["Typing :: Typed"]\n' + POINT + HATCH,
            'it says "Typing :: Typed", and the package has no py.typed, so nobody sees its types',
            "add that file, empty",
        ),
        (
            NAME + POINT + HATCH + '[tool.hatch.build.targets.wheel]\npackages = ["src/mentorkit_hosing"]\n',
            "its wheel does not have the package src/PACKAGE",
            'write packages = ["src/PACKAGE"] under [tool.hatch.build.targets.wheel]',
        ),
        (
            NAME + POINT + HATCH + '[tool.hatch.build]\nexclude = ["cases"]\n',
            CASES,
            'take "cases" out of exclude under [tool.hatch.build]',
        ),
        (
            NAME + POINT + HATCH + '[tool.hatch.build.targets.wheel]\nexclude = ["/src/**/templates/*.toml"]\n',
            "its wheel leaves out templates/ours.toml",
            'take "/src/**/templates/*.toml" out of exclude under [tool.hatch.build.targets.wheel]',
        ),
        (
            NAME + POINT + '[build-system]\nbuild-backend = "uv_build"\n[tool.uv.build-backend]\n'
            'wheel-exclude = ["*.toml"]\n',
            CASES.replace("6", "7"),
            'take "*.toml" out of wheel-exclude under [tool.uv.build-backend]',
        ),
        (
            NAME + POINT + SETUPTOOLS,
            CASES.replace("6", "7"),
            f'add "cases/**/*", "templates/**/*" to PACKAGE {PACKED}',
        ),
        (
            NAME + POINT + SETUPTOOLS + '[tool.setuptools.package-data]\nPACKAGE = ["cases/**/*.toml"]\n',
            "its wheel leaves out templates/ours.toml",
            f'add "templates/**/*" to PACKAGE {PACKED}',
        ),
    ],
)
def test_what_nobody_would_get_is_told(
    pyproject: str, message: str, fix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said_of(pyproject, tmp_path, monkeypatch) == [f"{message} | {fix}"]


@pytest.mark.parametrize(
    "more",
    [
        HATCH + '[tool.hatch.build.targets.wheel]\npackages = ["src/PACKAGE"]\nexclude = ["tests"]\n',
        SETUPTOOLS + '[tool.setuptools.package-data]\nPACKAGE = ["cases/**/*.toml", "templates/*.toml"]\n',
        SETUPTOOLS + '[tool.setuptools.package-data]\n"*" = ["**/*.toml"]\n',
        '[build-system]\nbuild-backend = "flit_core.buildapi"\n',
    ],
)
def test_what_has_all_of_it_is_left_alone(more: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said_of(NAME + POINT + more, tmp_path, monkeypatch) == []


def test_a_package_beside_its_pyproject_is_found_and_one_without_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said_of(NAME + HATCH, tmp_path / "flat", monkeypatch, flat=True) == [
        f"it has no entry point, {NOBODY} | {ADD}"
    ]
    assert advice_from("shipped", write(tmp_path / "bare", monkeypatch, {})) == []
