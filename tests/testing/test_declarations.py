"""What a plugin declares wrongly: each is told, with what to do."""

from pathlib import Path

import attrs
import pytest

from mentorkit.testing import Advice, check_plugin

from .made import COLLECTS, INIT, PROGRAMME, SCREENING, STATED, write
from .spoiled import ANSWER, RULE, Ways, advice_from, answering, assert_advice, init, screening

PUBLIC = "import what you need from mentorkit.api"
EVIDENCE = "PACKAGE/evidence.csv"
ROWS = "evidence.csv of SECTOR (PACKAGE under test)"
COLUMNS = "id,sector,stage,basis,check,rules,reason,wording"
COUNTED = "fix it there, so that 'mentorkit rules --evidence' can count it in"
LOADS = "fix that first; nothing else can be looked at"
ONCE = "declare the work once, and cite its places with .at(…)"

WAYS: Ways = {
    "a hook that returns no rules": (
        init("    from PACKAGE import screening\n\n    return rules_in(screening)", "    return None"),
        [
            (
                "loads",
                "PACKAGE (PACKAGE/__init__.py:18)",
                "its hook mentorkit_screening does not return a list of rules",
                LOADS,
            )
        ],
    ),
    "a rule that the decorator refuses": (
        screening("on: date,\n", "day: date,\n"),
        [
            (
                "loads",
                "PACKAGE (PACKAGE/screening.py:11)",
                "its hook mentorkit_screening ended in RuleError: rule HSG101 "
                "(PACKAGE.screening.settled_before_mentoring): the argument 'day' is neither a Parameter, a Fact, a "
                "ByDay nor a View, nor 'on' or 'programme'",
                LOADS,
            )
        ],
    ),
    "a parameter that the file has no place for": (
        screening("example=", 'at="trainning.length", example='),
        [
            (
                "loads",
                "PACKAGE",
                "HSG101 reads the parameter 'settled': the file has no trainning.length; did you mean "
                '"training.length"?',
                LOADS,
            )
        ],
    ),
    "a condition that needs what the file has no place for": (
        screening(
            "    sources=[BOOK],",
            "    sources=[BOOK],\n    applies=when('in custody', lambda p: None, 'programe.settings'),",
            "from mentorkit.api import when\n",
        ),
        [
            (
                "loads",
                "PACKAGE",
                'HSG101 applies by programe.settings, and the file has no such key; did you mean "programme.settings"?',
                LOADS,
            )
        ],
    ),
    "an id without the prefix": (
        screening('"HSG101"', '"HOU101"'),
        [
            (
                "ids",
                RULE.replace("HSG", "HOU"),
                "its id does not begin with HSG, the sector's prefix",
                "call it HSG101, or the next number of the area that is free",
            )
        ],
    ),
    "an id with the digit of another area": (
        screening('"HSG101"', '"HSG201"'),
        [
            (
                "ids",
                RULE.replace("101", "201"),
                "the digit 2 of its id stands for training, and mentorkit_screening returns it",
                "return it in mentorkit_training, or give it the digit of its area",
            )
        ],
    ),
    "an id that is used twice": (
        init("return rules_in(screening)", "return rules_in(screening) * 2"),
        [
            (
                "ids",
                RULE,
                "another rule has the same id",
                "give one of them the next number that is free; an id that was given up is not used again",
            )
        ]
        * 2,
    ),
    "rules that are imported with the package": (
        init(
            "@hookimpl\ndef mentorkit_sector", "from PACKAGE import screening as _\n\n@hookimpl\ndef mentorkit_sector"
        ),
        [
            (
                "lazy",
                "PACKAGE/screening.py",
                "importing PACKAGE imports PACKAGE.screening, which has rules",
                "import it inside the hook that returns its rules",
            )
        ],
    ),
    "rules in the package itself": (
        {
            "__init__.py": INIT.replace("from PACKAGE import programme", "import PACKAGE as programme")
            + PROGRAMME.partition("\n")[2],
            "programme.py": None,
        },
        [
            (
                "lazy",
                "PACKAGE/__init__.py",
                "the package itself has rules",
                "move them to a module of their own, and import that inside the hook that returns them",
            )
        ],
    ),
    "an import of the core": (
        screening("import DecideBy, Duration", "import DecideBy, Duration", "from mentorkit.core.limit import Limit\n"),
        [("imports", "PACKAGE/screening.py:3", "it imports mentorkit.core.limit", PUBLIC)],
    ),
    "an import of the core by its name": (
        answering(
            'return bool(import_module("mentorkit.values.opening_hours")) and ' + ANSWER[7:],
            "from importlib import import_module\n",
        ),
        [("imports", "PACKAGE/screening.py:38", "it imports mentorkit.values.opening_hours", PUBLIC)],
    ),
    "an import of the core that only shows when it happens": (
        screening(
            "BOOK =",
            'import_module("mentorkit" + ".values.opening_hours")\nBOOK =',
            "from importlib import import_module\n",
        ),
        [("imports", "PACKAGE/screening.py", "it imports mentorkit.values.opening_hours while it runs", PUBLIC)],
    ),
    "the kit in a rule": (
        screening("import DecideBy, Duration", "import DecideBy, Duration", "import mentorkit.testing\n"),
        [("imports", "PACKAGE/screening.py:3", "it imports mentorkit.testing", PUBLIC)],
    ),
    "a source that cannot be looked up": (
        screening("https://example.org/book", "on our shelf"),
        [
            (
                "sources",
                RULE,
                'the source "A book" has no address at which it can be read',
                "give it one that begins with https://",
            ),
            (
                "sources",
                RULE,
                'the source "A book" is declared twice, with another year, edition, address or day',
                ONCE,
            ),
        ],
    ),
    "a tool whose source cannot be looked up": (
        init(
            'edition="1")',
            'edition="1", tools=[Tool(name="OURS", least=0, most=9, better="higher", source=Source(author="A", '
            'title="Our form", address="on our shelf", evidence=Evidence.PRACTICE))])\n\n\n'
            "from mentorkit.api import Evidence, Source, Tool",
        ),
        [
            (
                "sources",
                "the tool OURS",
                'the source "Our form" has no address at which it can be read',
                "give it one that begins with https://",
            )
        ],
    ),
    "evidence that cannot be read": (
        {"evidence.csv": "id,what it says\n1,Peers are tired.\n"},
        [("sources", EVIDENCE, f"{ROWS}, line 1: the columns have to be {COLUMNS}", COUNTED)],
    ),
    "evidence for a rule that is not there": (
        {"evidence.csv": f"{COLUMNS}\n1,housing,screening,PR,R,HSG101 HSG109,,Peers are tired.\n"},
        [
            (
                "sources",
                EVIDENCE,
                f"{ROWS}: 1 names HSG109, which does not exist; take it out or write the rule",
                COUNTED,
            )
        ],
    ),
    "a module whose hook is missing": (
        {"graduation.py": SCREENING.replace("HSG101", "HSG501")},
        [
            (
                "asked",
                "HSG501 (PACKAGE/graduation.py:11)",
                "no hook returns it, so it is never applied",
                "return it from mentorkit_graduation, for example with rules_in(graduation)",
            )
        ],
    ),
    "a module with rules that cannot be imported, and that no hook asks": (
        {"graduation.py": "import nothing_like_it\n" + SCREENING.replace("HSG101", "HSG501")},
        [
            (
                "asked",
                "PACKAGE/graduation.py",
                "it has rules and cannot be imported, so they are never applied: ModuleNotFoundError: No module named "
                "'nothing_like_it'",
                "fix it, or take it out",
            )
        ],
    ),
    "a module without rules that cannot be imported": ({"later.py": "import nothing_like_it\n"}, []),
    "a rule with the id of another, that no hook returns": (
        {"screening_again.py": SCREENING},
        [
            (
                "asked",
                "HSG101 (PACKAGE/screening_again.py:11)",
                "no hook returns it, so it is never applied",
                "return it from mentorkit_screening, for example with rules_in(screening_again)",
            )
        ],
    ),
    "a rule that is left out of a list": (
        {
            "screening.py": SCREENING
            + SCREENING[SCREENING.index("@rule") :]
            .replace("HSG101", "HSG102")
            .replace("settled_before_mentoring", "left_out"),
            **init("return rules_in(screening)", "return [screening.settled_before_mentoring]"),
        },
        [
            (
                "asked",
                "HSG102 (PACKAGE/screening.py:38)",
                "no hook returns it, so it is never applied",
                "return it from mentorkit_screening, for example with rules_in(screening)",
            )
        ],
    ),
}


def test_a_plugin_that_keeps_the_contract_has_nothing_to_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_plugin(write(tmp_path, monkeypatch, {})) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_plugin_that_declares_something_wrongly_is_told(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)


DATED = "it says something else from 2027-04-01 on, and no case shows it from that day"


def test_a_rule_that_changes_on_a_day_needs_a_case_on_each_side_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = 'at_least("2 months", days=Days(first=date(2027, 4, 1)))'
    changes = screening('at_least("1 month")', f'at_least("1 month"), {later}')
    changes["screening.py"] = str(changes["screening.py"]).replace("mentorkit.api import", "mentorkit.api import Days,")
    there = {"cases/HSG101/error-a-month-from-april.toml": f"on = 2027-04-01\n{COLLECTS}{STATED.replace('3', '1')}"}
    told = Advice("outcomes", RULE, DATED, "add a case with such a day as its 'on'")
    for more, expected in (({}, [told]), (there, [])):
        package = write(tmp_path / str(len(more)), monkeypatch, {**changes, **more})
        filled = [attrs.evolve(advice, about=advice.about.replace("PACKAGE", package)) for advice in expected]
        assert advice_from("outcomes", package) == filled
