"""Plugins that do everything wrong that one can do: each is named, with what is wrong and what to do."""

import sys

import pytest

from mentorkit.registry.find import FoundPlugin
from mentorkit.registry.load import Plugins

from .conftest import BEGINNING, SCREENING, SECTOR, Make, refusal, sector

# Broken plugins: each is named, with its distribution and version, and what to do.

GOOD = sector("bad", "made('BAD101')")
HOOK = GOOD + "\n@hookimpl\ndef mentorkit_training(): "
LATER = "import attrs\n" + sector("bad", "attrs.evolve(made('BAD101'), asked_since='2027-01')").replace(
    'edition="1"', 'edition="2026-11"'
)
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
        "its hook mentorkit_training ended in a wrong call: at_least() takes bound first, and the rest by name: "
        "strength=…, sources=…, days=…; 3 values stand there without a name",
    ),
    (
        f"{HOOK}return includes('fire', source=SOURCE)",
        "its hook mentorkit_training ended in a wrong call: includes() has no 'source'; did you mean \"sources\"? "
        "It takes entries first, and the rest by name: strength=…, sources=…",
    ),
    (
        f"{HOOK}return Parameter('how many doors', limit=[])",
        "its hook mentorkit_training ended in a wrong call: Parameter() has no 'limit'; did you mean \"limits\"? "
        "It takes description first, and the rest by name: example=…, question=…, plausible=…, decide_by=…, "
        "synonyms=…, open_list=…, ways=…, limits=…, at=…, was=…",
    ),
    (
        f"{HOOK}return rule('BAD201', strength=Strength.MUST)",
        "its hook mentorkit_training ended in a wrong call: rule() takes id first, and the rest by name: "
        "strength=…, sources=…, unmet=…, fix=…, requires=…, reads=…, met_by_more=…, applies=…, ways=…, days=…, "
        "waivable=…, waived_by=…, refers=…, reviewed=…, asked_since=…; it needs id, strength and sources",
    ),
    (
        f"{HOOK}return Parameter('how many doors', [at_least(2)])",
        "its hook mentorkit_training ended in a wrong call: Parameter() takes description first, and the rest by "
        "name: example=…, question=…, plausible=…, decide_by=…, synonyms=…, open_list=…, ways=…, limits=…, at=…, was=…",
    ),
    (
        f"from datetime import datetime\nstrptime = datetime.strptime\n{HOOK}return strptime('2026-01-01')",
        "its hook mentorkit_training ended in TypeError: strptime() takes exactly 2 arguments (1 given)",
    ),
    (
        f"MUST = Strength.MUST\n{HOOK}raise TypeError('MUST() takes 1 positional argument but 2 were given')",
        "its hook mentorkit_training ended in TypeError: MUST() takes 1 positional argument but 2 were given",
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
    (SECTOR.replace("PREFIX", "BAD"), NO_RULES),
    (sector("bad", ""), NO_RULES),
    (LATER, "the rule BAD101 is asked since 2027-01, and the sector is of edition 2026-11"),
    (f"{HOOK}return [made('OUR201')]", "the rule OUR201 does not begin with the sector's prefix BAD"),
    (GOOD.replace('prefix="BAD"', 'prefix="BAG"'), "the rule BAD101 does not begin with the sector's prefix BAG"),
    (
        f"{HOOK}return [made('BAD301')]",
        "the rule BAD301 belongs to mentorkit_matching, but mentorkit_training returns it",
    ),
    (f"{HOOK}return [made('BAD202'), made('BAD201'), made('BAD202')]", "it has two rules with the id BAD202"),
    (
        sector("bad", "stating('BAD101', 'the wait'), stating('BAD102', 'the wait', kind=Duration)"),
        "screening.bad.wait is two kinds of value: whole number in BAD101, length of time in BAD102; make it one, or "
        "give one of them another name",
    ),
    (
        sector("bad", "asking('BAD101', 'whether'), asking('BAD102', 'whether', date)"),
        "agrees is two kinds of value: true or false in BAD101, date in BAD102; make it one, or give one of them "
        "another name",
    ),
    (
        sector("bad", "stating('BAD101', 'the wait'), stating('BAD102', 'the wait', ways=[Way.PAIR])"),
        "wait makes sense for all ways of support in BAD101, for the way of support pair in BAD102; declare it once, "
        "and let both rules use that",
    ),
    (
        sector("bad", "asking('BAD101', 'so', ways=[Way.ONLINE]), asking('BAD102', 'so', ways=[Way.PAIR])"),
        "agrees makes sense for the way of support online in BAD101, for the way of support pair in BAD102; declare it "
        "once, and let both rules use that",
    ),
    (
        sector("bad", "stating('BAD101', 'the wait', 'screening.nothing')"),
        "BAD101 reads the parameter 'wait': the file has no screening.nothing",
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
