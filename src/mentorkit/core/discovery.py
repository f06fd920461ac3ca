"""Find: which plugins are installed, without importing any of them.

Plugins announce themselves by an entry point of the group "mentorkit". Reading the entry points with importlib.metadata
costs a fifth of a whole run, most of it for importing that module; so the files are read directly where that is safe,
and importlib.metadata is asked where it is not (archives on the path, or finders of their own).
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

GROUP = "mentorkit"


@attrs.frozen(order=True)
class FoundPlugin:
    """A plugin that is installed; nothing of it has been imported.

    Attributes:
        name: of the entry point, which is the sector's name in the file.
        module: to import.
        distribution: that brings it.
        version: of the distribution.
    """

    name: str
    module: str
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} ({self.distribution} {self.version})"


def find_plugins() -> tuple[FoundPlugin, ...]:
    """All installed plugins, sorted, because the order of a file system is chance."""
    folders = [folder or "." for folder in sys.path]
    found = _read_folders(folders) if _plain(folders) else _ask_metadata()
    return tuple(sorted(set(found)))


def _plain(folders: list[str]) -> bool:
    """Whether every place that Python imports from is a folder, so that reading the files misses nothing."""
    return all(Path(folder).is_dir() or not Path(folder).exists() for folder in folders) and not any(
        hasattr(finder, "find_distributions") for finder in sys.meta_path if not isinstance(finder, type)
    )


def _read_folders(folders: list[str]) -> Iterator[FoundPlugin]:
    seen: set[str] = set()
    for folder in folders:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if not entry.name.endswith((".dist-info", ".egg-info")):
                continue
            # As in an import, the first folder that has a distribution is the one that counts.
            project = entry.name.split("-")[0].lower().replace("_", "-")
            if project in seen:
                continue
            seen.add(project)
            yield from _read_distribution(Path(entry.path))


def _read_distribution(folder: Path) -> Iterator[FoundPlugin]:
    try:
        text = (folder / "entry_points.txt").read_text(encoding="utf-8")
    except OSError:
        return
    if f"[{GROUP}]" not in text:
        return
    name, version = _name_and_version(folder)
    group = ""
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("["):
            group = line.strip("[] ")
        elif group == GROUP and "=" in line and not line.startswith(("#", ";")):
            key, _, value = line.partition("=")
            yield FoundPlugin(key.strip(), value.split("[")[0].strip(), name, version)


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
    return fields.get("Name", folder.name.split("-")[0]), fields.get("Version", "of unknown version")


def _ask_metadata() -> Iterator[FoundPlugin]:
    from importlib import metadata  # slow to import, see above

    for point in metadata.entry_points(group=GROUP):
        distribution = point.dist
        name, version = (
            (distribution.name, distribution.version) if distribution else (point.module, "of unknown version")
        )
        yield FoundPlugin(point.name, point.value.split("[")[0].strip(), name, version)
