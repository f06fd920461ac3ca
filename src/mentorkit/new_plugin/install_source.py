"""Where a distribution was installed from, so that a plugin under development finds the same one.

Of what does not come from an index, installers leave a note:
https://packaging.python.org/en/latest/specifications/direct-url/
"""

import json
from collections.abc import Mapping
from importlib.metadata import distribution
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import attrs


@attrs.frozen
class InstallSource:
    """A distribution as it is installed here.

    Attributes:
        version: of it.
        source: where it was installed from, as an entry of uv's [tool.uv.sources]; empty where it is from an index.
    """

    version: str
    source: Mapping[str, str | bool]

    @property
    def versions(self) -> str:
        """The versions that are sure to work as this one: those of the same minor version."""
        major, minor = (int(part) for part in self.version.split(".")[:2])
        return f">={major}.{minor},<{major}.{minor + 1}"


def install_source_of(name: str) -> InstallSource:
    """Where an installed distribution is from.

    Raises:
        PackageNotFoundError: where it is not installed.
    """
    installed = distribution(name)
    note = installed.read_text("direct_url.json")
    return InstallSource(installed.version, _source(json.loads(note)) if note else {})


def _source(note: Mapping[str, Any]) -> dict[str, str | bool]:
    url, below = note["url"], note.get("subdirectory")
    source: dict[str, str | bool]
    if "vcs_info" in note:
        source = {note["vcs_info"]["vcs"]: url, "rev": note["vcs_info"]["commit_id"]}
    elif urlsplit(url).scheme == "file":
        source = {"path": url2pathname(urlsplit(url).path)}
        if note.get("dir_info", {}).get("editable"):
            source["editable"] = True
    else:
        source = {"url": url}
    return source | ({"subdirectory": below} if below else {})
