"""Plugins: each step from find to check, with plugins that do everything wrong that one can do."""

import importlib
import sys
from collections.abc import Callable, Iterator
from itertools import count, permutations
from pathlib import Path

import pytest

from mentorkit.registry.find import FoundPlugin
from mentorkit.registry.load import Plugins, UnusablePluginError, require_plugins
from mentorkit.text.words import with_fix

NUMBERS = count(1)
BEGINNING = '''
from datetime import date
from typing import Annotated
from mentorkit.api import *

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE)
Steps = Annotated[tuple[str, ...], Parameter(at="screening.steps")]


def made(id):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(steps: Steps) -> bool:
        """It helps."""
        return True
    return a_rule


def asking(id, description):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(agrees: Annotated[bool, Fact(description)]) -> bool:
        """It helps."""
        return agrees
    return a_rule


def stating(id, description, at=None):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(wait: Annotated[int, Parameter(description, at=at)]) -> bool:
        """It helps."""
        return True
    return a_rule
'''
SECTOR = """
@hookimpl
def mentorkit_sector():
    return Sector(title="NAME", prefix="PREFIX", edition="1", words={"mentee": "NAME mentee"})
"""
SCREENING = """
@hookimpl
def mentorkit_screening():
    return [RULES]
"""


def sector(name: str, rules: str) -> str:
    """The code of a plugin with rules about screening."""
    code = SECTOR.replace("NAME", name).replace("PREFIX", name[:3].upper())
    return code + SCREENING.replace("RULES", rules)


Make = Callable[..., FoundPlugin]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Writes plugins: by their rules, or by all of the code that follows the imports."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def write(name: str, rules: str = "", code: str = "") -> FoundPlugin:
        module = f"fake_{name}_{next(NUMBERS)}"
        importlib.invalidate_caches()
        (tmp_path / f"{module}.py").write_text(BEGINNING + (code or sector(name, rules)), encoding="utf-8")
        return FoundPlugin(name, module, f"mk-{name}", "1.2")

    yield write
    for module in set(sys.modules) - before:
        if module.startswith("fake_"):
            del sys.modules[module]


@pytest.fixture
def standards(make: Make) -> FoundPlugin:
    return make("standards", 'made("STA101")')


def refusal(action: Callable[[], object]) -> UnusablePluginError:
    with pytest.raises(UnusablePluginError) as refused:
        action()
    assert str(refused.value) == with_fix(refused.value.message, refused.value.fix)
    return refused.value


# A good plugin.


def test_a_good_plugin_is_loaded_asked_and_checked(make: Make) -> None:
    training = "@hookimpl\ndef mentorkit_training():\n    return [made('ONE202'), made('ONE201')]\n"
    found = make("one", code=sector("one", "made('ONE101')") + training)
    plugin = Plugins((found,)).plugin(found)
    assert plugin.found is found
    assert plugin.sector.title == "one"
    assert plugin.hooks == ("mentorkit_sector", "mentorkit_screening", "mentorkit_training")
    assert [(rule.id, rule.owner) for rule in plugin.rules] == [("ONE101", "one"), ("ONE202", "one"), ("ONE201", "one")]


def test_a_rulebook_has_the_standards_and_the_named_sectors_and_nothing_else(
    make: Make, standards: FoundPlugin
) -> None:
    plugins = Plugins((make("one", 'made("ONE101")'), standards, make("two", 'made("TWO101")')))
    assert [rule.id for rule in plugins.rulebook([]).rules] == ["STA101"]
    assert [rule.id for rule in plugins.rulebook(["two"]).rules] == ["STA101", "TWO101"]
    book = plugins.rulebook(["two", "one"])
    assert [rule.id for rule in book.rules] == ["STA101", "ONE101", "TWO101"]
    assert list(book.sectors) == ["standards", "two", "one"]
    assert book.words == {"mentee": "standards mentee"}


def test_a_plugin_is_asked_once_and_a_rulebook_made_once(make: Make, standards: FoundPlugin) -> None:
    plugins = Plugins((standards, make("one", 'made(["ONE101"].pop())')))
    book = plugins.rulebook(["one"])
    assert plugins.rulebook(iter(["one", "standards", "one"])) is book
    (plugin,) = [plugin for plugin in map(plugins.plugin, plugins.found) if plugin.found.name == "one"]
    assert plugins.plugin(plugin.found) is plugin


def test_installed_plugins_are_found_and_loaded(make: Make, tmp_path: Path) -> None:
    for project, version, name, rules in (("mentorkit", "9", "standards", "STA"), ("mentorkit_one", "8", "one", "ONE")):
        folder = tmp_path / f"{project}-{version}.dist-info"
        folder.mkdir()
        module = make(name, f"made('{rules}101')").module
        (folder / "METADATA").write_text(f"Name: {project}\nVersion: {version}\n")
        (folder / "entry_points.txt").write_text(f"[mentorkit]\n{name} = {module}\n")
    plugins = Plugins()
    assert [rule.id for rule in plugins.rulebook(["one"]).rules] == ["STA101", "ONE101"]
    assert {"one (mentorkit_one 8)", "standards (mentorkit 9)"} <= {str(found) for found in plugins.found}


# Broken plugins: each is named, with its distribution and version, and what to do.

GOOD = sector("bad", "made('BAD101')")
HOOK = GOOD + "\n@hookimpl\ndef mentorkit_training(): "
NO_SECTOR = "its hook mentorkit_sector is missing or does not return a Sector"
NO_LIST = "its hook mentorkit_training does not return a list of rules"
NO_RULES = "it brings no rules, so it protects nobody"
NOT_MARKED = "mentorkit_training is not a function marked with @hookimpl, so it would never be asked"
BROKEN = [
    # at import
    ("raise ValueError('\\n no way\\nat all')", "importing it ended in ValueError: no way"),
    ("raise KeyError", "importing it ended in KeyError"),
    ("class Odd(Exception):\n    def __str__(self): raise self\nraise Odd", "importing it ended in Odd"),
    ("import sys\nsys.exit(3)", "importing it ended in SystemExit: 3"),
    ("def", "importing it ended in SyntaxError: invalid syntax (MODULE.py, line LINES)"),
    ("import fake_none", "importing it ended in ModuleNotFoundError: No module named 'fake_none'"),
    (
        "made('BAD901')",
        "importing it ended in RuleError: rule BAD901 (MODULE.a_rule): the id is three capitals, a digit …",
    ),
    # hooks that are none
    (
        f"{GOOD}@hookimpl\ndef mentorkit_screenings(): return []",
        'there is no hook mentorkit_screenings; did you mean "mentorkit_screening"?',
    ),
    (
        f"{GOOD}def mentorkit_traning(): return []",
        'there is no hook mentorkit_traning; did you mean "mentorkit_training"?',
    ),
    (f"{GOOD}@hookimpl\ndef training(): return []", 'there is no hook training; did you mean "mentorkit_training"?'),
    (f"{GOOD}@hookimpl\ndef zebra(): return []", "there is no hook zebra"),
    (f"{GOOD}def mentorkit_zebra(): return []", "there is no hook mentorkit_zebra"),
    (f"{GOOD}def mentorkit_training(): return []", NOT_MARKED),
    (f"{GOOD}@hookimpl\nclass mentorkit_training: pass", NOT_MARKED),
    (f"{GOOD}@hookimpl(specname='mentorkit_screening')\ndef mentorkit_training(): return []", NOT_MARKED),
    (
        f"{GOOD}@hookimpl\ndef mentorkit_training(programme): return []",
        "Plugin 'bad' for hook 'mentorkit_training' hookimpl definition: mentorkit_training(programme) Argument(s) …",
    ),
    # hooks that fail
    (
        f"{GOOD}@hookimpl\ndef mentorkit_training(*, on): return []",
        "its hook mentorkit_training ended in TypeError: mentorkit_training() missing 1 required keyword-only …",
    ),
    # calls of ours that go wrong, in terms of what those take
    (
        f"{HOOK}return at_least('4 weeks', SOURCE, Strength.SHOULD)",
        "its hook mentorkit_training ended in a wrong call: at_least() takes bound in its place, and the rest by name: "
        "strength=…, sources=…; it needs bound",
    ),
    (
        f"{HOOK}return includes('fire', source=SOURCE)",
        "its hook mentorkit_training ended in a wrong call: includes() has no 'source'; did you mean \"sources\"? "
        "It takes entries in its place, and the rest by name: strength=…, sources=…",
    ),
    (
        f"{HOOK}return Parameter('how many doors', limit=[])",
        "its hook mentorkit_training ended in a wrong call: Parameter() has no 'limit'; did you mean \"limits\"? "
        "It takes description in its place, and the rest by name: limits=…, at=…, example=…, was=…",
    ),
    (
        f"{HOOK}return rule('BAD201', strength=Strength.MUST)",
        "its hook mentorkit_training ended in a wrong call: rule() takes id in its place, and the rest by name: "
        "strength=…, sources=…, unmet=…, fix=…, requires=…, applies=…, waivable=…; it needs id, strength and sources",
    ),
    (f"{HOOK}1 / 0", "its hook mentorkit_training ended in ZeroDivisionError: division by zero"),
    (f"{HOOK}raise SystemExit('bye')", "its hook mentorkit_training ended in SystemExit: bye"),
    (
        GOOD.replace("mentee", "boss"),
        'its hook mentorkit_sector ended in ValueError: there is no word "boss"; there are …',
    ),
    # hooks that return something else
    (SCREENING.replace("RULES", "made('BAD101')"), NO_SECTOR),
    (GOOD.replace("return Sector", "return None or dict"), NO_SECTOR),
    (GOOD.replace("return Sector", "return Sector; Sector"), NO_SECTOR),
    (GOOD.replace("return Sector", "Sector"), NO_SECTOR),
    (f"{HOOK}pass", NO_LIST),
    (f"{HOOK}return (made('BAD201'),)", NO_LIST),
    (f"{HOOK}return ['BAD201']", NO_LIST),
    (f"{HOOK}return [made('BAD201'), None]", NO_LIST),
    (f"{HOOK}return {{}}", NO_LIST),
    (f"{HOOK}yield made('BAD201')", NO_LIST),
    (f"{GOOD}@hookimpl(wrapper=True)\ndef mentorkit_training(): return (yield)", NO_LIST),
    # rules that are missing, or stand where they should not
    (SECTOR, NO_RULES),
    (sector("bad", ""), NO_RULES),
    (f"{HOOK}return [made('OUR201')]", "the rule OUR201 does not begin with the sector's prefix BAD"),
    (GOOD.replace('prefix="BAD"', 'prefix="BA"'), "the rule BAD101 does not begin with the sector's prefix BA"),
    (
        f"{HOOK}return [made('BAD301')]",
        "the rule BAD301 belongs to mentorkit_matching, but mentorkit_training returns it",
    ),
    (f"{HOOK}return [made('BAD202'), made('BAD201'), made('BAD202')]", "it has two rules with the id BAD202"),
    (
        sector("bad", "stating('BAD101', 'the wait'), stating('BAD102', 'the time')"),
        "BAD101 and BAD102 declare screening.bad.wait in two ways; declare it once",
    ),
    (
        sector("bad", "asking('BAD101', 'whether'), asking('BAD102', 'if')"),
        "BAD101 and BAD102 ask 'agrees' in two ways; declare it once",
    ),
    (
        sector("bad", "stating('BAD101', 'the wait', 'screening.nothing')"),
        "BAD101: the file has no place screening.nothing for the parameter 'wait'",
    ),
]


@pytest.mark.parametrize(("code", "message"), BROKEN)
def test_a_broken_plugin_is_named_with_what_is_wrong_and_what_to_do(
    code: str, message: str, make: Make, standards: FoundPlugin
) -> None:
    found = make("bad", code=code)
    plugins = Plugins((standards, found))
    told = message.replace("MODULE", found.module).replace("LINES", str(len((BEGINNING + code).splitlines())))
    for _ in range(2):  # it does not become good by being asked again
        problem = refusal(lambda: plugins.rulebook(["bad"]))
        expected = f"the plugin bad (mk-bad 1.2) is broken, so its rules cannot be applied (for its makers: {told}"
        assert problem.message.startswith(expected.removesuffix("…"))
        assert problem.message == f"{expected})" or expected.endswith("…")
        assert (problem.sector, problem.fix) == ("bad", "update mk-bad, or tell its makers")
    assert [rule.id for rule in plugins.rulebook([]).rules] == ["STA101"]


def test_a_plugin_whose_module_is_missing_is_broken(standards: FoundPlugin) -> None:
    plugins = Plugins((standards, FoundPlugin("gone", "fake_gone", "mk-gone", "3")))
    assert refusal(lambda: plugins.rulebook(["gone"])).message == (
        "the plugin gone (mk-gone 3) is broken, so its rules cannot be applied (for its makers: importing it ended in "
        "ModuleNotFoundError: No module named 'fake_gone')"
    )


def test_broken_standards_are_fatal_for_every_programme(make: Make) -> None:
    plugins = Plugins((make("one", 'made("ONE101")'), make("standards", code="raise ValueError")))
    for sectors in ([], ["one"]):
        assert refusal(lambda sectors=sectors: plugins.rulebook(sectors)).sector == "standards"  # type: ignore[misc]


def test_a_broken_plugin_that_is_not_needed_is_not_even_imported(make: Make, standards: FoundPlugin) -> None:
    bad = make("bad", code="import sys\nsys.exit()")
    plugins = Plugins((bad, make("one", 'made("ONE101")'), standards))
    assert [rule.id for rule in plugins.rulebook(["one"]).rules] == ["STA101", "ONE101"]
    assert bad.module not in sys.modules
    refusal(lambda: plugins.rulebook(["one", "bad"]))
    assert [rule.id for rule in plugins.rulebook(["one"]).rules] == ["STA101", "ONE101"]


@pytest.mark.parametrize("code", ["raise KeyboardInterrupt", f"{HOOK}raise KeyboardInterrupt"])
def test_who_interrupts_a_plugin_is_obeyed(code: str, make: Make) -> None:
    found = make("bad", code=code)
    with pytest.raises(KeyboardInterrupt):
        Plugins((found,)).plugin(found)


def test_hooks_that_a_plugin_has_from_elsewhere_are_its_own(make: Make) -> None:
    shared = make("shared", 'made("ONE101")')
    code = f"{sector('one', '')}from {shared.module} import mentorkit_screening\nmentorkit_note = 'none'"
    found = make("one", code=code)
    assert [rule.id for rule in Plugins((found,)).plugin(found).rules] == ["ONE101"]


# Plugins that are missing, or do not fit together.


def fake(name: str, distribution: str = "", version: str = "1") -> FoundPlugin:
    return FoundPlugin(name, f"fake_{name}", distribution or f"mk-{name}", version)


@pytest.mark.parametrize(
    ("installed", "name", "message", "fix"),
    [
        (
            ["substance", "probation"],
            "substence",
            'there is no sector "substence" here; did you mean "substance"?',
            'write "substance"; installed are probation, substance',
        ),
        (
            ["mental-health"],
            "Mental_Health",
            'there is no sector "Mental_Health" here; did you mean "mental-health"?',
            'write "mental-health"; installed are mental-health',
        ),
        (
            ["substance"],
            "mental_health",
            'there is no sector "mental_health" here',
            "install it (pip install mentorkit-mental-health); installed are substance",
        ),
        (
            [],
            "school",
            'there is no sector "school" here',
            "install it (pip install mentorkit-school); no sector is installed",
        ),
        (
            [],
            "standard",
            'there is no sector "standard" here',
            "install it (pip install mentorkit-standard); no sector is installed",
        ),
        ([], "", 'there is no sector "" here', "take it out; no sector is installed"),
        ([], "a; rm -r ~", 'there is no sector "a; rm -r ~" here', "take it out; no sector is installed"),
    ],
)
def test_a_missing_sector_is_named_with_what_is_installed(
    installed: list[str], name: str, message: str, fix: str
) -> None:
    found = [fake(each) for each in ("standards", *installed)]
    problem = refusal(lambda: require_plugins(found, ["standards", name, "none"]))
    assert (problem.sector, problem.message, problem.fix) == (name, message, fix)


def test_missing_standards_come_with_mentorkit_and_not_from_elsewhere() -> None:
    problem = refusal(lambda: Plugins((fake("one"),)).rulebook(["one"]))
    assert problem.message == 'there is no sector "standards" here'
    assert problem.fix == "install mentorkit again, which brings it; installed are one"


def test_two_distributions_that_bring_one_sector_are_both_named_and_neither_is_loaded(standards: FoundPlugin) -> None:
    plugins = Plugins((fake("one", "mk-a", "1.0"), fake("one", "mk-b", "2.0"), standards))
    problem = refusal(lambda: plugins.rulebook(["one"]))
    assert problem.message == 'several plugins bring the sector "one": mk-a 1.0 and mk-b 2.0'
    assert (problem.sector, problem.fix) == ("one", "uninstall all but one")
    assert plugins.rulebook([]).rules


def test_what_is_required_comes_in_the_order_in_which_it_is_named() -> None:
    found = [fake("one"), fake("two"), fake("standards")]
    assert [plugin.name for plugin in require_plugins(found, ["two", "standards"])] == ["two", "standards"]


def test_sectors_that_contradict_each_other_are_named_with_their_versions(make: Make, standards: FoundPlugin) -> None:
    six, two = make("six", "asking('SIX102', 'whether')"), make("two", "asking('TWO101', 'if')")
    plugins = Plugins((standards, six, two, make("one", "made('ONE101')")))
    told = "standards (mk-standards 1.2), six (mk-six 1.2), two (mk-two 1.2)"
    clash = "SIX102 and TWO101 ask 'agrees' in two ways; declare it once"
    for sectors in (["six", "two"], ["six", "two", "one"]):
        problem = refusal(lambda sectors=sectors: plugins.rulebook(sectors))  # type: ignore[misc]
        assert problem.message == f"these plugins do not fit together: {told} (for their makers: {clash})"
        assert (problem.sector, problem.fix) == ("two", "update them, or tell their makers")
    for sectors in (["six", "one"], ["two", "one"]):
        assert len(plugins.rulebook(sectors).rules) == 3


def test_the_same_fact_and_parameter_can_serve_several_sectors(make: Make, standards: FoundPlugin) -> None:
    found = [standards, *(make(name, f"asking('{name.upper()}101', 'whether')") for name in ("one", "two"))]
    book = Plugins(tuple(found)).rulebook(["one", "two"])
    assert [rule.id for rule, _ in book.facts()["agrees"]] == ["ONE101", "TWO101"]


def test_the_order_in_which_plugins_are_found_changes_no_rulebook(make: Make, standards: FoundPlugin) -> None:
    rules = (
        "made('{}102'), stating('{}101', 'the wait')",
        "asking('{}101', 'whether')",
        "made('{}101'), made('{}100')",
    )
    found = [standards]
    for name, text in zip(("one", "two", "ten"), rules, strict=True):
        found.append(make(name, text.replace("{}", name.upper())))
    expected = Plugins(tuple(found)).rulebook(["one", "two", "ten"])
    assert len(expected.rules) == 6
    for order in permutations(found):
        assert Plugins(order).rulebook(["one", "two", "ten"]) == expected
    for names in permutations(["one", "two", "ten"]):
        book = Plugins(tuple(found)).rulebook(names)
        assert (book.rules, book.sector_keys) == (expected.rules, expected.sector_keys)
