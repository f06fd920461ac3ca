"""Where mentorkit is from, as installers note it, and as uv is told it."""

import json
from pathlib import Path
from typing import Any

import pytest

from mentorkit.new_plugin import install_source_of

COMMIT = "0123456789012345678901234567890123456789"


@pytest.mark.parametrize(
    ("note", "source"),
    [
        (None, {}),
        ({"url": "file:///a%20b/core-1.4.2.whl", "archive_info": {}}, {"path": "/a b/core-1.4.2.whl"}),
        ({"url": "https://example.org/core-1.4.2.whl", "archive_info": {}}, {"url": "https://example.org/core-1.4.2.whl"}),
        ({"url": "file:///core", "dir_info": {}}, {"path": "/core"}),
        ({"url": "file:///core", "dir_info": {"editable": True}}, {"path": "/core", "editable": True}),
        (
            {"url": "https://example.org/core", "vcs_info": {"vcs": "git", "commit_id": COMMIT}, "subdirectory": "py"},
            {"git": "https://example.org/core", "rev": COMMIT, "subdirectory": "py"},
        ),
    ],
    ids=["index", "wheel", "address", "folder", "editable", "git"],
)  # fmt: skip
def test_uv_is_told_where_it_was_installed_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: dict[str, Any] | None, source: dict[str, Any]
) -> None:
    folder = tmp_path / "core-1.4.2.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.4\nName: core\nVersion: 1.4.2\n")
    if note is not None:
        (folder / "direct_url.json").write_text(json.dumps(note))
    monkeypatch.syspath_prepend(tmp_path)
    origin = install_source_of("core")
    assert (origin.version, origin.versions, origin.source) == ("1.4.2", ">=1.4,<1.5", source)
