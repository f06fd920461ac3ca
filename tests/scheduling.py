"""Which tests share a process where several run: those that share what is costly to make.

A table, and not pytest-xdist's own mark `xdist_group`: that writes the group into the id of a test, which pytest from
version 9.2 on does not let it.
"""

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent.parent
SHARED = {
    "tests/drawing/test_page.py": "a browser",
    "tests/guide/test_site.py": "the built guide",
    "tests/messages/test_messages.py": "every message",
    "tests/new_plugin/test_new_plugin_from_wheels.py": "wheels",
    "tests/test_distribution.py": "wheels",
    "tests/test_fifth_sector.py": "wheels",
    "tests/typing/test_typing.py": "what checkers say",
}
"""What the tests of a file share, by the file."""


class Sharing(LoadScopeScheduling):  # type: ignore[misc] # pytest-xdist says no types of it
    """Each test for itself to whichever process is free, but those that share something to one."""

    def _split_scope(self, nodeid: str) -> str:
        return SHARED.get(nodeid.partition("::")[0], nodeid)
