"""Plugins that are broken, missing or do not fit together, and extras that are not installed."""

import sys
from pathlib import Path

import pytest

from .situation import Doing, Situation, programme, set_to

_BEGINNING = '''
from typing import Annotated
from mentorkit.api import *

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE)


@hookimpl
def mentorkit_sector():
    return Sector(title="a test", prefix="TST", edition="1", template=TEMPLATE)


def made(id, description="what an applicant goes through"):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(wait: Annotated[int, Parameter(description)]) -> bool:
        """It helps."""
        return 1 / 0 > wait
    return a_rule
'''
_GOOD = '@hookimpl\ndef mentorkit_screening():\n    return [made("TST101")]\n'
_BROKEN = {
    "cannot be loaded": "import a_package_that_is_not_there",
    "says no sector": _GOOD + "del mentorkit_sector",
    "has a hook that is misspelt": _GOOD + "@hookimpl\ndef mentorkit_traning():\n    return []",
    "has a hook that asks for something": _GOOD + "@hookimpl\ndef mentorkit_training(programme):\n    return []",
    "has a hook that is not marked": _GOOD + "def mentorkit_training():\n    return []",
    "has a hook that fails": _GOOD + "@hookimpl\ndef mentorkit_training():\n    return 1 / 0",
    "has a hook that gives no rules": _GOOD + "@hookimpl\ndef mentorkit_training():\n    return None",
    "has two rules of one id": _GOOD.replace("]", ', made("TST101")]'),
    "has no rules": "",
    "has rules that contradict each other": _GOOD.replace("]", ', made("TST102", "something else")]'),
    "has a rule of another sector": _GOOD.replace("TST", "OUR"),
    "has a rule of another stage": _GOOD.replace("101", "201"),
    "has words that nobody knows": _GOOD + "def later():\n    Sector(title='t', prefix='TST', edition='1', "
    "words={'boss': 'b'})\n@hookimpl\ndef mentorkit_training():\n    return later()",
}


def _installed(code: str, name: str = "ours", *, prefix: str = "TST", template: str = "None") -> Doing:
    """A plugin among those that are installed."""

    def doing(patch: pytest.MonkeyPatch, folder: Path) -> None:
        module = f"fake_{folder.name}_{name}".replace("-", "_")
        about = folder / "site" / f"mk_{name}-1.2.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Name: mk-{name}\nVersion: 1.2\n")
        (about / "entry_points.txt").write_text(f"[mentorkit]\nours = {module}\n")
        text = _BEGINNING.replace("TEMPLATE", template).replace("TST", prefix) + code
        (folder / "site" / f"{module}.py").write_text(text.replace("\n@hookimpl", "\n\n\n@hookimpl"))
        patch.syspath_prepend(str(folder / "site"))

    return doing


def _twice(patch: pytest.MonkeyPatch, folder: Path) -> None:
    _installed(_GOOD)(patch, folder)
    (folder / "other").mkdir()
    _installed(_GOOD, "theirs")(patch, folder)


def _all(*doings: Doing) -> Doing:
    """Several things at once."""

    def doing(patch: pytest.MonkeyPatch, folder: Path) -> None:
        for one in doings:
            one(patch, folder)

    return doing


def _without(*names: str) -> Doing:
    """Packages that are not installed."""

    def doing(patch: pytest.MonkeyPatch, _: Path) -> None:
        for name in names:
            patch.setitem(sys.modules, name, None)

    return doing


_OURS = {"p.toml": programme(sectors='["ours"]')}
_STATED = {"p.toml": programme("\n[screening.ours]\nwait = 3\n", sectors='["ours"]')}
# fmt: off
SITUATIONS = [
    *(Situation(f"a plugin that {title}", "validate p.toml", _OURS, given=_installed(code))
      for title, code in _BROKEN.items()),
    Situation("two plugins of one sector", "validate p.toml", _OURS, given=_twice),
    Situation("two plugins that do not fit together", "validate p.toml", {"p.toml": programme(
        sectors='["substance", "ours"]')}, given=_installed(_GOOD.replace("TST", "SUB"), prefix="SUB")),
    Situation("a rule that fails", "validate p.toml --on 2026-11-22", _STATED, given=_installed(_GOOD)),
    Situation("a template that a plugin does not bring", "init --sector ours --from template --setting community "
              "--nation england --name Peers", given=_installed(_GOOD, template='"none.toml"')),
    Situation("rules without those of a broken plugin", "rules --stage matching --strength caution",
              given=_installed("1 / 0")),
    Situation("a schema without a broken plugin", "schema", given=_all(
        _installed("1 / 0"), set_to("mentorkit.editor.schema.schema_of", lambda *_, **__: {}))),
    Situation("a broken plugin that nobody asked for", "plugins", given=_installed("import a_package_that_is_none")),
    Situation("a schema of a broken plugin", "schema --sector ours", given=_installed("1 / 0")),
    Situation("a rule that is not there, and a broken plugin", "explain OUR101", given=_installed("1 / 0")),
    Situation("a calendar without the package for it", "due p.toml r.csv --format ics", {"p.toml": programme(),
              "r.csv": "id\nA-1\n"}, given=_without("icalendar")),
    Situation("the language server without the package for it", "lsp", given=_without("pygls", "pygls.lsp.server")),
]
