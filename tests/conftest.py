"""What all tests share."""

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy machine makes no test fail
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --update, with which golden files are written anew."""
    parser.addoption("--update", action="store_true", help="write golden files anew; read the difference afterwards")
