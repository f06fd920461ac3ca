"""Plugins are found without being imported, and the same ones that Python's own reading of the metadata finds."""

import importlib
import importlib.machinery
import os
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from mentorkit.registry import find as discovery
from mentorkit.registry.find import FoundPlugin, find_plugins
from tests.examples import examples

Content = dict[str, str | bytes]
metadata.version("pytest")  # so that all that reading metadata needs is imported before the path is another


def write(folder: Path, content: Content) -> None:
    """Files below a folder, by their path."""
    for name, text in content.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


def dist(name: str, version: str, points: str | bytes, *, metadata_name: str | None = None) -> Content:
    """The files of an installed distribution."""
    folder = f"{name}-{version}.dist-info"
    about = f"Metadata-Version: 2.1\nName: {metadata_name or name}\nVersion: {version}\n\nVersion: none of it\n"
    return {f"{folder}/METADATA": about, f"{folder}/entry_points.txt": points}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the only place to import from; what else is installed plays no part."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "meta_path", [importlib.machinery.PathFinder])
    return tmp_path


def by_metadata() -> list[FoundPlugin]:
    """What Python's own reading of the metadata says."""
    importlib.invalidate_caches()
    points = metadata.entry_points(group="mentorkit")
    return sorted(
        FoundPlugin(point.name, point.module, point.dist.name, point.dist.version) for point in points if point.dist
    )


@pytest.fixture
def no_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes sure that the files are read directly."""

    def refuse() -> Iterator[FoundPlugin]:
        raise AssertionError("the files should have been read")

    monkeypatch.setattr(discovery, "_ask_metadata", refuse)


def test_plugins_are_found_sorted_with_the_name_and_version_of_what_brings_them(
    folder: Path, no_metadata: None
) -> None:
    write(folder, dist("mk_b", "2.0", "[mentorkit]\nzebra = z.plugin\napple = a.plugin\n", metadata_name="mk-b"))
    write(folder, dist("mk_a", "1.0", "[mentorkit]\nmiddle=m\n"))
    assert find_plugins() == (
        FoundPlugin("apple", "a.plugin", "mk-b", "2.0"),
        FoundPlugin("middle", "m", "mk_a", "1.0"),
        FoundPlugin("zebra", "z.plugin", "mk-b", "2.0"),
    )
    assert str(find_plugins()[0]) == "apple (mk-b 2.0)"
    assert find_plugins()[0].origin == f"mk-b 2.0 in {folder}"
    assert not {"z", "z.plugin", "a", "m"} & set(sys.modules)


@pytest.mark.parametrize(
    ("points", "found"),
    {
        "other groups": (
            "[console_scripts]\na = b\n[mentorkit.more]\na = b\n[mentorkit]\nx = y\n[zzz]\nc = d\n",
            ["x y"],
        ),
        "the group twice": ("[mentorkit]\na = b\n[other]\nc = d\n[mentorkit]\ne = f\n", ["a b", "e f"]),
        "no group": ("[mentorkit-other]\na = b\n", []),
        "no line": ("[mentorkit]\n", []),
        "nothing": ("", []),
        "extras": ("[mentorkit]\na = b.c [d, e]\nf = g[h]\n", ["a b.c", "f g"]),
        "comments": ("# [mentorkit]\n# a = b\n[mentorkit]\n# c = d\n  # e = f\nx = y\n", ["x y"]),
        "blank": ("\n\n  [mentorkit]  \r\n\r\n   x   =   y   \r\n\n", ["x y"]),
        "names with marks": ("[mentorkit]\nmental-health = m_h\nä.b = c\n", ["mental-health m_h", "ä.b c"]),
    }.values(),
)
def test_the_group_is_read_as_python_reads_it(folder: Path, points: str, found: list[str], no_metadata: None) -> None:
    write(folder, dist("mk", "1", points))
    assert [f"{plugin.name} {plugin.module}" for plugin in find_plugins()] == found
    assert list(find_plugins()) == by_metadata()


def test_the_first_folder_that_has_a_project_is_the_one_that_counts(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, no_metadata: None
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write(first, dist("My.Kit_one", "2", "[mentorkit]\na = new\n"))
    write(second, dist("my_kit_one", "1", "[mentorkit]\na = old\nb = gone\n"))
    write(second, dist("other", "1", "[mentorkit]\nc = other\n"))
    for order, modules in (([first, second], ["new", "other"]), ([second, first, second], ["old", "gone", "other"])):
        monkeypatch.setattr(sys, "path", [str(place) for place in order])
        assert [plugin.module for plugin in find_plugins()] == modules
        assert list(find_plugins()) == by_metadata()


def test_a_project_that_is_installed_to_be_worked_on_counts_once(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, no_metadata: None
) -> None:
    source, site = tmp_path / "src", tmp_path / "site"
    points = "[mentorkit]\na = mk\n"
    write(source, {"mk_a.egg-info/PKG-INFO": "Name: mk-a\nVersion: 0.9\n", "mk_a.egg-info/entry_points.txt": points})
    write(site, dist("mk_a", "1.0", points))
    monkeypatch.setattr(sys, "path", [str(source), str(site)])
    assert find_plugins() == (FoundPlugin("a", "mk", "mk-a", "0.9"),)
    assert list(find_plugins()) == by_metadata()


def test_a_project_without_entry_points_hides_an_older_one_with_some(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, no_metadata: None
) -> None:
    write(tmp_path / "new", {"mk-2.dist-info/METADATA": "Name: mk\nVersion: 2\n"})
    write(tmp_path / "old", dist("mk", "1", "[mentorkit]\na = b\n"))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "new"), str(tmp_path / "old")])
    assert find_plugins() == ()
    assert by_metadata() == []


@pytest.mark.parametrize("at", ["METADATA", "PKG-INFO"])
def test_name_and_version_come_from_either_file_and_the_folder_has_to_do_without(
    folder: Path, at: str, no_metadata: None
) -> None:
    write(folder, {f"mk_{end}/entry_points.txt": "[mentorkit]\na = b\n" for end in ("x-3.dist-info", "y.egg-info")})
    assert [plugin.distribution for plugin in find_plugins()] == ["mk_x", "mk_y"]
    write(folder, {"mk_y.egg-info/entry_points.txt": ""})
    assert find_plugins() == (FoundPlugin("a", "b", "mk_x", "of unknown version"),)
    write(folder, {f"mk_x-3.dist-info/{at}": "Summary: Name: no\nName:  mk-x \nName: neither\n\nVersion: 9\n"})
    assert find_plugins() == (FoundPlugin("a", "b", "mk-x", "of unknown version"),)
    write(folder, {f"mk_x-3.dist-info/{at}": "Version:3.1\nVersion: 4\nName:mk.x\n"})
    assert find_plugins() == (FoundPlugin("a", "b", "mk.x", "3.1"),)


@pytest.mark.parametrize(
    "content",
    [
        {"odd.egg-info": "a file, as old tools write it"},
        {"odd-1.dist-info/entry_points.txt/a": "a folder"},
        {"odd-1.dist-info/entry_points.txt": b"[\xffother]\n\xfe = a\n"},
        {"odd-1.dist-info/METADATA": b"Name: \xff\n", "odd-1.dist-info/entry_points.txt": "[other]\na = b"},
        {".dist-info/entry_points.txt": "no group\n"},
        {"odd-1.dist-info/entry_points.txt": "[mentorkit]\nno equals sign\n"},
    ],
    ids=str,
)
def test_what_others_have_broken_harms_nobody(folder: Path, content: Content, no_metadata: None) -> None:
    write(folder, content)
    write(folder, dist("mk", "1", "[mentorkit]\na = b\n"))
    assert find_plugins() == (FoundPlugin("a", "b", "mk", "1"),)


def test_a_place_that_is_missing_or_not_ours_to_read_is_passed_over(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_metadata: None
) -> None:
    write(folder, dist("mk", "1", "[mentorkit]\na = b\n"))
    closed = tmp_path / "closed"
    closed.mkdir()
    scandir = os.scandir

    def guarded(place: Any) -> Any:
        if str(place) == str(closed):
            raise PermissionError(13, "Permission denied")
        return scandir(place)

    monkeypatch.setattr(os, "scandir", guarded)
    monkeypatch.setattr(sys, "path", [str(closed), str(tmp_path / "missing"), str(folder)])
    assert [plugin.name for plugin in find_plugins()] == ["a"]


def test_the_empty_place_is_the_folder_that_one_stands_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, no_metadata: None
) -> None:
    write(folder, dist("mk", "1", "[mentorkit]\na = b\n"))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", [""])
    assert [plugin.name for plugin in find_plugins()] == ["a"]


# Where reading the files would miss something, the metadata are asked.


def test_plugins_in_an_archive_are_found_beside_those_in_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, dist("mk", "1", "[mentorkit]\nplain = b\n"))
    archive = folder / "archive.zip"
    with ZipFile(archive, "w") as file:
        for name, text in dist("mk_zipped", "2", "[mentorkit]\nzipped = z[extra]\n").items():
            file.writestr(name, text)
    monkeypatch.setattr(sys, "path", [str(folder), str(archive)])
    assert find_plugins() == (FoundPlugin("plain", "b", "mk", "1"), FoundPlugin("zipped", "z", "mk_zipped", "2"))


class Made(metadata.Distribution):
    """A distribution that is nowhere on the disk."""

    files_by_name: dict[str, str] = {  # noqa: RUF012 - the same for all
        "METADATA": "Name: made\nVersion: 7\n",
        "entry_points.txt": "[mentorkit]\nmade = up\n",
    }

    def read_text(self, filename: str) -> str | None:
        """One of its files."""
        return self.files_by_name.get(filename)

    def locate_file(self, path: Any) -> Any:
        """Nowhere."""
        return Path(path)


class Finder:
    """A finder of its own."""

    @staticmethod
    def find_spec(*_: Any) -> None:
        """Nothing to import."""
        return

    @staticmethod
    def find_distributions(*_: Any) -> list[metadata.Distribution]:
        """One."""
        return [Made()]


@pytest.mark.parametrize("finder", [Finder(), Finder], ids=["an object", "a class"])
def test_plugins_of_a_finder_of_its_own_are_found(folder: Path, monkeypatch: pytest.MonkeyPatch, finder: Any) -> None:
    write(folder, dist("mk", "1", "[mentorkit]\nplain = b\n"))
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    assert find_plugins() == (FoundPlugin("made", "up", "made", "7"), FoundPlugin("plain", "b", "mk", "1"))


def test_a_distribution_without_metadata_is_named_by_its_module(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, dist("mk", "1", "[mentorkit]\nplain = b\n"))
    write(folder, {"bare-1.dist-info/entry_points.txt": "[mentorkit]\nplain = b\n"})
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    assert FoundPlugin("plain", "b", "b", "of unknown version") in find_plugins()


@pytest.mark.parametrize("by_files", [True, False])
def test_a_prefix_is_known_where_the_distribution_announces_it_for_that_module(
    folder: Path, monkeypatch: pytest.MonkeyPatch, by_files: bool
) -> None:
    points = "[mentorkit]\none = a.plugin\ntwo = b\n[mentorkit.prefix]\nONE = a.plugin\n[other]\nTWO = b\n"
    write(folder, dist("mk_a", "1.0", points))
    write(folder, dist("mk_b", "1.0", "[mentorkit]\nthree = c\n[mentorkit.prefix]\nTWO = b\n"))
    if not by_files:
        monkeypatch.setattr(discovery, "_have_finders", lambda: True)
    assert [(found.name, found.prefix) for found in find_plugins()] == [("one", "ONE"), ("three", ""), ("two", "")]


@pytest.mark.parametrize("by_files", [True, False])
def test_what_an_installer_could_not_take_away_is_no_plugin(
    folder: Path, monkeypatch: pytest.MonkeyPatch, by_files: bool
) -> None:
    points = "[mentorkit]\none = a.plugin\n[mentorkit.prefix]\nONE = a.plugin\n"
    write(folder, dist("mentorkit_one", "2.0", points))
    write(folder, dist("~entorkit_one", "1.0", points, metadata_name="mentorkit-one"))
    write(folder, {"~entorkit_two-1.0.dist-info/entry_points.txt": "[mentorkit]\ntwo = b\n"})
    if not by_files:
        monkeypatch.setattr(discovery, "_have_finders", lambda: True)
    assert [(found.name, found.version, found.prefix) for found in find_plugins()] == [("one", "2.0", "ONE")]


# The oracle: Python's own reading of the metadata.


def test_what_is_installed_here_is_found_as_python_finds_it() -> None:
    assert list(find_plugins()) == by_metadata()
    assert "standards" in {plugin.name for plugin in find_plugins()}


NAMES = st.sampled_from(["mk", "MK", "m.k", "m_k", "m__k", "mk_a", "mk.A", "Mk_a", "other"])
LINES = st.sampled_from(
    [
        "[mentorkit]",
        "[other]",
        "[mentorkit.x]",
        "a = b",
        "b=c.d",
        "c = d [x]",
        "# d = e",
        "",
        "  e = f  ",
        "[console_scripts]",
    ]
)


@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.dictionaries(NAMES, st.tuples(st.sampled_from(["1", "2.0"]), st.lists(LINES, max_size=6)), max_size=3),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_is_installed_is_found_as_python_finds_it(
    tmp_path_factory: pytest.TempPathFactory, folders: list[dict[str, tuple[str, list[str]]]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "meta_path", [importlib.machinery.PathFinder])
        places = [tmp_path_factory.mktemp("place") for _ in folders]
        patch.setattr(sys, "path", [str(place) for place in places])
        for place, content in zip(places, folders, strict=True):
            seen = set()
            for name, (version, lines) in content.items():
                plain = name.lower().replace("__", "_").replace(".", "_")
                if plain not in seen:  # of two versions in one folder, Python takes whichever comes first
                    write(place, dist(name, version, "\n".join(["[first]", *lines])))
                seen.add(plain)
        assert list(find_plugins()) == sorted(set(by_metadata()))
