"""Plugins that are broken, missing or do not fit together, and extras that are not installed."""

import sys
from pathlib import Path

import pytest

from .designs import DAY
from .situation import Doing, Situation, all_of, programme, set_to, substance, without

_BEGINNING = '''
from typing import Annotated
from mentorkit.api import *

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE)


@hookimpl
def mentorkit_sector():
    return Sector(title="a test", prefix="TST", edition="1", template=TEMPLATE)


def made(id, kind=int):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(wait: Annotated[kind, Parameter("what an applicant goes through")]) -> bool:
        """It helps."""
        return 1 / 0 > wait
    return a_rule
'''
_GOOD = '@hookimpl\ndef mentorkit_screening():\n    return [made("TST101")]\n'
_RENAMED = '''
@rule("TST101", strength=Strength.MUST, sources=[SOURCE], unmet="there are too few keys", fix="wait for more")
def keyed(
    doors: Annotated[int, Parameter("how many doors there are", example="2", was="gates")],
    keys: Annotated[int, Fact("how many keys the applicant has", was="old_keys")],
) -> bool:
    """It helps."""
    return keys >= doors


@hookimpl
def mentorkit_screening():
    return [keyed]
'''
_OTHERWISE = _RENAMED.replace("keys:", "record_check_on:").replace('was="old_keys"', "").replace("keys >=", "1 >=")
_COLUMNS = "id,sector,stage,basis,check,rules,reason,wording"
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
    "has the prefix of the shared standards": _GOOD.replace("TST", "STD"),
    "has rules that contradict each other": _GOOD.replace("]", ', made("TST102", bool)]'),
    "has a rule of a later edition": "import attrs\n"
    + _GOOD.replace('made("TST101")', 'attrs.evolve(made("TST101"), asked_since="2027-01")')
    + '\nmentorkit_sector = hookimpl(lambda: Sector(title="a test", prefix="TST", edition="2026-11"))\n',
    "has a rule of another sector": _GOOD.replace("TST", "OUR"),
    "has a rule of another stage": _GOOD.replace("101", "201"),
    "has words that nobody knows": _GOOD + "def later():\n    Sector(title='t', prefix='TST', edition='1', "
    "words={'boss': 'b'})\n@hookimpl\ndef mentorkit_training():\n    return later()",
}


def _installed(
    code: str,
    name: str = "ours",
    sector: str = "ours",
    *,
    announced: str = "TST",
    prefix: str = "TST",
    template: str = "None",
) -> Doing:
    """A plugin among those that are installed, in a folder of its own."""

    def doing(patch: pytest.MonkeyPatch, folder: Path) -> None:
        about = folder / name / f"mk_{name}-1.2.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Name: mk-{name}\nVersion: 1.2\n")
        (about / "entry_points.txt").write_text(
            f"[mentorkit]\n{sector} = made_up_{name}\n[mentorkit.prefix]\n{announced} = made_up_{name}\n"
        )
        text = _BEGINNING.replace("TEMPLATE", template).replace("TST", prefix) + code
        (folder / name / f"made_up_{name}.py").write_text(text.replace("\n@hookimpl", "\n\n\n@hookimpl"))
        patch.syspath_prepend(str(folder / name))
        patch.delitem(sys.modules, f"made_up_{name}", raising=False)

    return doing


def _with_evidence(text: str) -> Doing:
    """A plugin that is a package, and brings evidence."""

    def doing(patch: pytest.MonkeyPatch, folder: Path) -> None:
        _installed(_GOOD)(patch, folder)
        (folder / "ours" / "made_up_ours").mkdir()
        (folder / "ours" / "made_up_ours.py").rename(folder / "ours" / "made_up_ours" / "__init__.py")
        (folder / "ours" / "made_up_ours" / "evidence.csv").write_bytes(text.encode("utf-8", "surrogateescape"))

    return doing


def _evidence(title: str, row: str, columns: str = _COLUMNS) -> Situation:
    return Situation(title, "rules --evidence --format json", given=all_of(
        _with_evidence(f"{columns}\n{row}\n"),
        set_to("mentorkit.reports.findings_json.to_json", lambda _: "")))  # fmt: skip


def _limited_to(names: str) -> Doing:
    return lambda patch, _: patch.setenv("MENTORKIT_PLUGINS", names)


def _alone(doing: Doing, names: str = "ours") -> Doing:
    """Nothing but these and the shared standards."""
    return all_of(doing, _limited_to(names), set_to("mentorkit.registry.load.Plugins.left_out", ()))


_CHECKED = {title: code for title, code in _BROKEN.items() if title.startswith(("cannot", "has a"))}
_NO_LAWS = all_of(
    set_to("mentorkit.testing.checks.find_spec", lambda _: None),  # of Hypothesis
    lambda patch, folder: patch.setenv("HYPOTHESIS_STORAGE_DIRECTORY", str(folder)),
)
_OURS = {"p.toml": programme(sectors='["ours"]')}
_TWO = all_of(_installed(_GOOD), _installed(_GOOD, "theirs"))
_ONE_PREFIX = all_of(_installed(_GOOD), _installed(_GOOD, "theirs", "theirs"))
_OLD = f"""{substance(('["substance"]', '["substance", "ours"]'), ("collects = [", 'collects = ["old_keys", '))}
[screening.ours]
gates = 2
"""
_STATED = {"p.toml": programme("\n[screening.ours]\nwait = 3\n", sectors='["ours"]')}
# fmt: off
SITUATIONS = [
    *(Situation(f"a plugin that {title}", "validate p.toml", _OURS, given=_installed(
        code, prefix="STD" if "STD" in code else "TST")) for title, code in _BROKEN.items()),
    Situation("two plugins of one sector", "validate p.toml", _OURS, given=_TWO),
    Situation("two plugins of one prefix", "validate p.toml", _OURS, given=_ONE_PREFIX),
    Situation("a plugin that announces another prefix", "validate p.toml", _OURS,
              given=_installed(_GOOD, announced="OUR")),
    Situation("two plugins that do not fit together", "validate p.toml", _OURS, given=_installed(_OTHERWISE)),
    Situation("a sector that is left out", "validate p.toml", _OURS,
              given=all_of(_installed(_GOOD), _limited_to("substance"))),
    Situation("a sector that is left out, because its name is misspelt", "validate p.toml", _OURS,
              given=all_of(_installed(_GOOD), _limited_to("substance,ous"))),
    Situation("a rule of a sector that is left out", "explain TST101",
              given=all_of(_installed(_GOOD), _limited_to("substance"))),
    Situation("a design with the earlier names of a plugin", f"validate p.toml {DAY}", {"p.toml": _OLD},
              given=_installed(_RENAMED)),
    Situation("a design with an earlier name and the one of now", f"decide screening p.toml a.csv {DAY}", {
        "p.toml": f"{_OLD}doors = 3\n", "a.csv": "id,keys\nA-1,3\n"}, given=_installed(_RENAMED)),
    Situation("a sheet with an earlier name", f"decide screening p.toml a.csv -o answer.csv {DAY}", {
        "p.toml": _OLD, "a.csv": "id,old_keys\nA-1,3\n"}, given=_installed(_RENAMED)),
    Situation("a rule that fails", "validate --more p.toml --on 2026-11-22", _STATED, given=_installed(_GOOD)),
    Situation("a template that a plugin does not bring", "init --sector ours --from template --setting community "
              "--nation england --name Peers", given=_installed(_GOOD, template='"none.toml"')),
    Situation("rules without those of a broken plugin", "rules --stage matching --strength caution",
              given=_installed("1 / 0")),
    Situation("a schema without a broken plugin", "schema", given=all_of(
        _installed("1 / 0"), set_to("mentorkit.editor.schema.schema_of", lambda *_, **__: {}))),
    Situation("a broken plugin that nobody asked for", "plugins", given=_installed("import a_package_that_is_none")),
    *(Situation(f"for its makers: a plugin that {title}", "plugins --verbose", given=_alone(_installed(_BROKEN[title])))
      for title in ("cannot be loaded", "has a hook that fails", "says no sector")),
    Situation("for their makers: two plugins of one sector", "plugins --verbose", given=_alone(_TWO)),
    Situation("for their makers: two plugins of one prefix", "plugins --verbose",
              given=_alone(_ONE_PREFIX, "ours,theirs")),
    Situation("plugins limited to one that is misspelt, and to one that is not there", "plugins",
              given=all_of(_limited_to("ous,zebra"), _installed(_GOOD))),
    *(Situation(f"plugin check: a plugin that {title}", "plugin check ours", given=all_of(_installed(code), _NO_LAWS))
      for title, code in _CHECKED.items()),
    Situation("a rule without a page on the web", "explain TST101 --web", given=_installed(_GOOD)),
    Situation("plugin check: a sector that is misspelt", "plugin check substnce"),
    Situation(
        "plugin check: beside a sector that is misspelt",
        "plugin check substance --with substnce",
        given=_NO_LAWS,
    ),
    _evidence("evidence of a plugin with other columns", "", "id,wording"),
    _evidence("evidence of a plugin as old programs save it", "A1,ours,design,PR,D,TST101,,Caf\udce9"),
    _evidence("evidence of a plugin that is no table", 'A1,ours,design,PR,D,TST101,,"Not closed'),
    _evidence("evidence of a plugin with a comma too many", "A1,ours,design,PR,D,TST101,,Wait, and see"),
    _evidence("evidence of a plugin of a kind that there is not", "A1,ours,design,XX,D,TST101,,Wait"),
    _evidence("evidence of a plugin that says nothing", "A1,ours,design,PR,D,TST101,, "),
    _evidence("evidence of a plugin without a rule or a reason", "A1,ours,design,PR,D,,,Wait"),
    _evidence("evidence of a plugin for a rule that there is not", "A1,ours,design,PR,D,TST102,,Wait"),
    Situation("a schema of a broken plugin", "schema --sector ours", given=_installed("1 / 0")),
    Situation("a rule that is not there, and a broken plugin", "explain OUR101", given=_installed("1 / 0")),
    Situation("a calendar without the package for it", "due p.toml r.csv --format ics", {"p.toml": programme(),
              "r.csv": "id\nA-1\n"}, given=without("icalendar")),
    Situation("working days without the package for them", "due p.toml r.csv --format ics --working-days",
              {"p.toml": programme('nation = "wales"\n'), "r.csv": "id\nA-1\n"}, given=without("holidays")),
    Situation("Python without docstrings", "validate p.toml", {"p.toml": programme()},
              given=set_to("mentorkit.registry.find.WITHOUT_DOCSTRINGS", True)),
    Situation("the language server without the package for it", "lsp", given=without("pygls", "pygls.lsp.server")),
]
