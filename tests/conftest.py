"""What all tests share."""

import os

import pytest
from hypothesis import HealthCheck, settings

# A busy machine makes no test fail. Where a change is gated, the same examples are tried each time, so that a change is
# never refused for what it did not touch; everywhere else new ones are looked for.
settings.register_profile(
    "mentorkit", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("mentorkit")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --update, with which golden files are written anew."""
    parser.addoption("--update", action="store_true", help="write golden files anew; read the difference afterwards")
