"""Find: which plugins are installed, without importing any of them.

Plugins announce themselves by an entry point of the group "mentorkit", and the prefix of their rule ids by one of the
group "mentorkit.prefix", so that two with one prefix are known before either is imported. Reading the entry points with
importlib.metadata costs a fifth of a whole run, most of it for importing that module; so the files are read directly
where that is safe, and importlib.metadata is asked where it is not (archives on the path, or finders of their own).
"""

import os
import re
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

import attrs

GROUP = "mentorkit"
PREFIX_GROUP = "mentorkit.prefix"
"""Its entry points are called like the prefix, and lead to the module of the plugin."""
VARIABLE = "MENTORKIT_PLUGINS"
"""The environment variable that limits which of them may be loaded."""
_UNKNOWN = "of unknown version"
WITHOUT_DOCSTRINGS = sys.flags.optimize > 1
"""Whether Python was started with -OO; then rules, which have what they say from their docstrings, cannot be made."""


@attrs.frozen(order=True)
class FoundPlugin:
    """A plugin that is installed; nothing of it has been imported.

    Attributes:
        name: of the entry point, which is the sector's name in the file.
        module: to import.
        distribution: that brings it.
        version: of the distribution.
        folder: in which the distribution is installed; empty where nobody can tell.
        prefix: of its rule ids, as the distribution announces it; empty where it does not.
    """

    name: str
    module: str
    distribution: str
    version: str
    folder: str = attrs.field(default="", eq=False)
    prefix: str = attrs.field(default="", eq=False)

    def __str__(self) -> str:
        return f"{self.name} ({self.distribution} {self.version})"

    @property
    def origin(self) -> str:
        """Which distribution brings it, and where that lies: what tells it apart from one of the same name."""
        return f"{self.distribution} {self.version}" + (f" in {self.folder}" if self.folder else "")


def named_in_environment() -> frozenset[str] | None:
    """The plugins to which MENTORKIT_PLUGINS limits loading, by name; None where it is not set."""
    names = os.environ.get(VARIABLE)
    return None if names is None else frozenset(name.strip() for name in names.split(",")) - {""}


def find_plugins() -> tuple[FoundPlugin, ...]:
    """All installed plugins, sorted, because the order of a file system is chance.

    Raises:
        CannotJudgeError: where Python has dropped the docstrings, from which rules have what they say.
    """
    if WITHOUT_DOCSTRINGS:
        from mentorkit.toml.document import CannotJudgeError

        message = "Python was started with -OO, which drops the texts of the rules"
        raise CannotJudgeError("mentorkit", message, "start it without -OO, and without PYTHONOPTIMIZE=2")
    try:
        found = set(_ask_metadata() if _have_finders() else _read_folders())
    except NotADirectoryError:  # an archive on the path
        found = set(_ask_metadata())
    return tuple(sorted(found))


def _have_finders() -> bool:
    """Whether anything but Python's own way through the folders of the path can find distributions."""
    return any(hasattr(finder, "find_distributions") for finder in sys.meta_path if finder is not PathFinder)


def _read_folders() -> Iterator[FoundPlugin]:
    seen: set[str] = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - see below
        except NotADirectoryError:
            raise
        except OSError:  # missing, or not ours to read
            continue
        for entry in sorted(filter(_is_distribution, names)):
            # As in an import, the first folder that has a distribution is the one that counts.
            stem = entry.rpartition(".")[0].partition("-")[0]
            project = re.sub(r"[-_.]+", "-", stem).lower()
            if project in seen:
                continue
            seen.add(project)
            yield from _read_distribution(os.path.join(folder, entry))  # noqa: PTH118


def _is_distribution(name: str) -> bool:
    """Whether a folder is of an installed distribution; ~name is what an installer could not take away."""
    return name.endswith((".dist-info", ".egg-info")) and not name.startswith("~")


def _read_distribution(name: str) -> Iterator[FoundPlugin]:
    # Not by pathlib, which takes as long to make a path as to read the file; a hundred are read that are no plugins.
    listing = os.path.join(name, "entry_points.txt")  # noqa: PTH118
    try:
        with open(listing, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            text = file.read()
    except OSError:
        return
    if f"[{GROUP}]" not in text:
        return
    folder = Path(name)
    name, version = _name_and_version(folder)
    points = list(_entry_points(text))
    prefixes = {module: prefix for group, prefix, module in points if group == PREFIX_GROUP}
    for group, sector, module in points:
        if group == GROUP:
            yield FoundPlugin(sector, module, name, version, str(folder.parent), prefixes.get(module, ""))


def _entry_points(text: str) -> Iterator[tuple[str, str, str]]:
    """The group, name and module of each entry point."""
    group = ""
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("["):
            group = line.strip("[] ")
        elif "=" in line and not line.startswith(("#", ";")):
            name, _, module = line.partition("=")
            yield group, name.strip(), module.split("[")[0].strip()


def _name_and_version(folder: Path) -> tuple[str, str]:
    fields: dict[str, str] = {}
    for file in ("METADATA", "PKG-INFO"):
        try:
            text = (folder / file).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        for line in text.splitlines():
            if not line.strip():
                break
            key, _, value = line.partition(":")
            fields.setdefault(key.strip(), value.strip())
    return fields.get("Name", folder.stem.split("-")[0]), fields.get("Version", _UNKNOWN)


def _ask_metadata() -> Iterator[FoundPlugin]:
    from importlib import metadata  # slow to import, see above

    def installed(group: str) -> "list[metadata.EntryPoint]":
        points = metadata.entry_points(group=group)
        folders = ((point, getattr(point.dist, "_path", None)) for point in points)
        return [point for point, folder in folders if folder is None or not folder.name.startswith("~")]

    prefixes = {(point.dist and point.dist.name, _module(point)): point.name for point in installed(PREFIX_GROUP)}
    for point in installed(GROUP):
        module = _module(point)
        fields: Any = point.dist.metadata if point.dist else {}
        folder = str(point.dist.locate_file("")) if point.dist else ""
        name, version = fields.get("Name", module), fields.get("Version", _UNKNOWN)
        prefix = prefixes.get((point.dist and point.dist.name, module), "")
        yield FoundPlugin(point.name, module, name, version, folder, prefix)


def _module(point: Any) -> str:
    return str(point.value.split("[")[0].strip())
