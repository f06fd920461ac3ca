"""The complete programme that a sector hands out to start from."""

from pathlib import Path

import attrs
import pytest

from mentorkit.registry.load import Plugins, UnusablePluginError, template_of
from mentorkit.testing import template_findings

ROOT = Path(__file__).parents[2]
PLUGINS = Plugins()
SUBSTANCE = next(PLUGINS.plugin(found) for found in PLUGINS.found if found.name == "substance")


def test_it_is_the_example_of_the_sector() -> None:
    assert template_of(SUBSTANCE) == (ROOT / "examples/substance/turning_point.toml").read_bytes()


def test_a_sector_without_one_has_none() -> None:
    (standards,) = (PLUGINS.plugin(found) for found in PLUGINS.found if found.name == "standards")
    assert template_of(standards) is None
    assert template_findings("mentorkit.standards") == []


def test_a_plugin_that_does_not_bring_its_template_is_named() -> None:
    broken = attrs.evolve(SUBSTANCE, sector=attrs.evolve(SUBSTANCE.sector, template="templates/gone.toml"))
    with pytest.raises(UnusablePluginError, match=r"its template templates/gone.toml cannot be read\); update"):
        template_of(broken)


PLUGIN = '''
from collections.abc import Iterator
from mentorkit.api import Evidence, Problem, Programme, Sector, Source, Strength, hookimpl, not_settled, rule

A_BOOK = Source(author="A", title="B", address="https://example.org", evidence=Evidence.OPINION)

@rule("MAD001", strength=Strength.MUST, sources=[A_BOOK])
def says_how_many(programme: Programme) -> Iterator[Problem]:
    """Who does not count does not know."""
    if programme.programme.mentors is None:
        yield not_settled("programme.mentors", "how many mentors there are")

@hookimpl
def mentorkit_sector() -> Sector:
    return Sector(title="made up", prefix="MAD", edition="1", template="t.toml")

@hookimpl
def mentorkit_programme():
    return [says_how_many]
'''


WHOLE = """\
format = 1

[programme]
name = "Made up"
sectors = ["{sector}"]
settings = ["community"]
nation = "england"
"""


def made(name: str, text: str | None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The package of a made-up plugin with this template."""
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(PLUGIN)
    if text is not None:
        (folder / name / "t.toml").write_text(text)
    monkeypatch.syspath_prepend(folder)
    return name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('format = 1\n[programme]\nsectors = ["substance"]\n', "t.toml names its own sector alone"),
        ("format = 1\n[programme\n", "t.toml:2:11: this header does not end"),
        (None, "its template t.toml cannot be read"),
    ],
    ids=["other", "broken", "gone"],
)
def test_the_conformance_kit_refuses_a_template_that_is_no_programme_of_its_sector(
    text: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    name = made(f"mentorkit_made_{request.node.callspec.id}", text, tmp_path, monkeypatch)
    with pytest.raises(AssertionError, match=said):
        template_findings(name)


def test_the_conformance_kit_says_what_a_template_leaves_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = WHOLE.format(sector="made_open").replace('nation = "england"\n', "")
    found = template_findings(made("mentorkit_made_open", text, tmp_path, monkeypatch))
    assert found[0] == "state nation in [programme]"
    assert "MAD001: the programme does not state how many mentors there are" in found
