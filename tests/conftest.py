"""What all tests share."""

import os
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, settings

from mentorkit.api import Rule, Sector
from mentorkit.core.rulebook import Rulebook
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.testing import laws
from tests.building import ROOT, UV, call
from tests.examples import GATED, examples, some_of
from tests.made_up_sector import RULES
from tests.scheduling import Sharing

os.environ.pop("PYTEST_ADDOPTS", None)  # how these tests are run is not how the ones that they start are
# Some containers let Python keep nothing that it compiles, and all that tests start would compile everything again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A busy machine makes no test fail. Where a change is gated, the same examples are tried each time, so that a change is
# never refused for what it did not touch; everywhere else new ones are looked for.
everywhere = examples(100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=GATED)
settings.register_profile("mentorkit", everywhere)
settings.load_profile("mentorkit")
laws._EXAMPLES = some_of(laws._EXAMPLES)  # of the conformance kit, which chooses for itself


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --update, with which golden files are written anew."""
    parser.addoption("--update", action="store_true", help="write golden files anew; read the difference afterwards")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts first what takes long, so that processes end together; the others keep their order."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.hookimpl(optionalhook=True)  # pytest-xdist may be turned off
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Sharing:
    """With several processes, tests that share what is costly to make share the process that made it."""
    return Sharing(config, log)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def checked_before(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where type checkers keep, from one run to the next, what they have found out of what all modules import."""
    if not request.config.pluginmanager.has_plugin("cacheprovider"):
        return tmp_path_factory.mktemp("types")  # -p no:cacheprovider keeps nothing
    folder: Path = request.config.cache.mkdir("types")
    return folder


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel of every distribution of the workspace."""
    folder = tmp_path_factory.mktemp("wheels")
    assert UV
    call(UV, "build", "-q", "--wheel", "--all-packages", "--out-dir", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="session")
def rules() -> tuple[Rule, ...]:
    """The rules, as their plugin would hand them out."""
    return tuple(attrs.evolve(made, owner="test") for made in RULES)


@pytest.fixture(scope="session")
def sector() -> Sector:
    """The made-up sector."""
    return Sector(title="a test", prefix="TST", edition="1", words={"mentee": "guest"})


@pytest.fixture(scope="session")
def rulebook(rules: tuple[Rule, ...], sector: Sector) -> Rulebook:
    """The rulebook of the made-up sector."""
    return rulebook_of({"test": sector}, rules)
