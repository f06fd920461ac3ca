"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --update, with which golden files are written anew."""
    parser.addoption("--update", action="store_true", help="write golden files anew; read the difference afterwards")
