"""A text with the cursor in it, as the language server would read it."""

from collections.abc import Callable
from datetime import date

import pytest

from mentorkit.editor.reading import Reading, read
from mentorkit.registry.load import Plugins

ON = date(2026, 11, 22)
Placed = Callable[..., tuple[Reading, int]]


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    return Plugins()


@pytest.fixture
def placed(plugins: Plugins) -> Placed:
    """Reads a text in which ¦ stands for the cursor; gives the reading, and the offset of the cursor."""

    def placed(text: str, last: Reading | None = None) -> tuple[Reading, int]:
        assert text.count("¦") <= 1
        return read(text.replace("¦", ""), "programme.toml", plugins, ON, last), text.find("¦")

    return placed
