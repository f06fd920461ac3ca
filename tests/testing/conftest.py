"""What the tests of the conformance kit share."""

from collections.abc import Iterator

import pytest

from .made import forget


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Takes the made-up plugins of a test out of what has been imported."""
    yield
    forget()
