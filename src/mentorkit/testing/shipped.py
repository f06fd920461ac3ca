"""Whether others get the plugin whole: its distribution announces it, and has all the files of its package."""

import tomllib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path as File
from typing import Any

import attrs

from mentorkit.registry.find import GROUP
from mentorkit.reports.evidence import EVIDENCE_FILE
from mentorkit.testing.advice import Advice
from mentorkit.testing.plugin_under_test import PluginUnderTest

_BUILD = "pyproject.toml"
_TYPED = "Typing :: Typed"
_EXCLUDING = (
    ("hatchling", ("hatch", "build"), "exclude"),
    ("hatchling", ("hatch", "build", "targets", "wheel"), "exclude"),
    ("poetry", ("poetry",), "exclude"),
    ("pdm", ("pdm", "build"), "excludes"),
    ("uv_build", ("uv", "build-backend"), "wheel-exclude"),
    ("uv_build", ("uv", "build-backend"), "source-exclude"),
)
"""Where each build backend is told what to leave out."""


@attrs.frozen
class _Project:
    """A folder with a pyproject.toml, and the package in question in it.

    Attributes:
        data: of its pyproject.toml.
        folder: that it is in.
        top: where the package lies, or the outermost of those that it is in.
    """

    data: Mapping[str, Any]
    folder: File
    top: File

    @property
    def backend(self) -> str:
        """What builds it; setuptools where it says nothing."""
        return str(self.at("build-system").get("build-backend", "setuptools")).partition(".")[0]

    def at(self, *tables: str) -> dict[str, Any]:
        """A table; empty where there is none."""
        found: Any = self.data
        for name in tables:
            found = found.get(name, {}) if isinstance(found, dict) else {}
        return found if isinstance(found, dict) else {}


def shipped(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Its pyproject.toml has the entry point that programmes find it by, and builds a wheel with all of its files.

    A package that is installed without one beside it has been built already; what it lacks is seen by other checks.
    """
    project = _project_of(under_test)
    if project is None:
        return
    for message, fix in (*_announced(under_test, project), *_left_out(under_test, project)):
        yield Advice("shipped", _BUILD, message, fix)


def _project_of(under_test: PluginUnderTest) -> _Project | None:
    """The project whose source the package is, as `src/package` or beside the pyproject.toml."""
    top = under_test.folder
    for _ in under_test.found.module.split(".")[1:]:
        top = top.parent
    for folder in (top.parent, top.parent.parent) if top.parent.name == "src" else (top.parent,):
        try:
            data = tomllib.loads((folder / _BUILD).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if "project" in data:
            return _Project(data, folder, top)
    return None


def _announced(under_test: PluginUnderTest, project: _Project) -> Iterator[tuple[str, str]]:
    """What is wrong with the entry point; without one no programme finds the plugin, however its tests end."""
    module = under_test.found.module
    points = project.at("project", "entry-points")
    name = module.rpartition(".")[2].removeprefix("mentorkit_")
    fix = f'write {name} = "{module}" under [project.entry-points.{GROUP}], and install it again'
    leading = points.get(GROUP, {})
    if module in leading.values():
        return
    groups = [
        group for group, named in points.items() if module in named.values() and not group.startswith(GROUP + ".")
    ]
    if groups:
        yield f"its entry point is in the group {groups[0]}, so no programme finds it", fix
    elif leading:
        yield f"its entry point leads to {next(iter(leading.values()))}, so no programme finds {module}", fix
    else:
        yield "it has no entry point, so no programme finds it", fix


def _left_out(under_test: PluginUnderTest, project: _Project) -> Iterator[tuple[str, str]]:
    """What the wheel would lack: the package itself, or files in it that are no Python."""
    folder, top = under_test.folder, project.top
    if _TYPED in project.at("project").get("classifiers", ()) and not (top / "py.typed").is_file():
        yield f'it says "{_TYPED}", and the package has no py.typed, so nobody sees its types', "add that file, empty"
    template = under_test.sector.template if under_test.sector else None
    needed = [*sorted((folder / "cases").rglob("*.toml")), top / "py.typed", folder / EVIDENCE_FILE]
    needed += [folder / template] if template else []
    files = [file.relative_to(project.folder).as_posix() for file in needed if file.is_file()]
    packages = project.at("tool", "hatch", "build", "targets", "wheel").get("packages")
    package = top.relative_to(project.folder).as_posix()
    if project.backend == "hatchling" and packages is not None and package not in packages:
        fix = f'write packages = ["{package}"] under [tool.hatch.build.targets.wheel]'
        yield f"its wheel does not have the package {package}", fix
        return
    if project.backend == "setuptools":
        yield from _without_package_data(project, files, package)
    for backend, tables, key in _EXCLUDING:
        for pattern in project.at("tool", *tables).get(key, ()) if project.backend == backend else ():
            if lost := [file for file in files if _is_meant(file, str(pattern))]:
                fix = f'take "{pattern}" out of {key} under [tool.{".".join(tables)}]'
                yield f"its wheel leaves out {_some(lost, package)}", fix


def _without_package_data(project: _Project, files: list[str], package: str) -> Iterator[tuple[str, str]]:
    """What setuptools leaves out, which packs no data that nobody names."""
    said = project.at("tool", "setuptools")
    named = any((project.folder / file).is_file() for file in ("MANIFEST.in", "setup.cfg", "setup.py"))
    scm = any("setuptools" in need and "scm" in need for need in project.at("build-system").get("requires", ()))
    if (said.get("include-package-data", True) and (named or scm)) or not files:
        return  # what these say is for setuptools to tell
    patterns = [f"{package}/{pattern}" for many in said.get("package-data", {}).values() for pattern in many]
    if lost := [file for file in files if not any(_is_meant(file, pattern) for pattern in patterns)]:
        kinds = {file.removeprefix(f"{package}/").partition("/")[0] for file in lost}
        globs = sorted(f"{kind}/**/*" if (project.folder / package / kind).is_dir() else kind for kind in kinds)
        written = ", ".join(f'"{glob}"' for glob in globs)
        fix = f"add {written} to {package.rpartition('/')[2]} under [tool.setuptools.package-data]"
        yield f"its wheel leaves out {_some(lost, package)}", fix


def _is_meant(file: str, pattern: str) -> bool:
    """Whether a pattern, as for files that Git ignores, means a file or a folder that it is in."""
    parts = file.split("/")
    inner = {"/".join(parts[first:last]) for first in range(len(parts)) for last in range(first + 1, len(parts) + 1)}
    bare = pattern.strip("/").removeprefix("**/").removesuffix("/**")
    return any(fnmatchcase(part, form) for part in inner for form in (bare, bare.replace("**/", "")))


def _some(files: list[str], package: str) -> str:
    first = files[0].removeprefix(f"{package}/")
    others = len(files) - 1
    return f"{first} and {others} more of its files" if others else first
