"""Rules that break a law, keep something between two questions, or take too long: each is caught."""

import re
import sys
from itertools import count
from pathlib import Path

import pytest

from mentorkit.testing import Advice, repeatable

from .made import FILES, PROGRAMME, SCREENING, write
from .spoiled import ANSWER, Changes, advice_from, advice_on, answering, searching

AS_AUTHORS_DO = 100
ITSELF = "let it keep nothing from one question to the next"
# What one rule leaves behind changes what the next one says.
STATE: Changes = {
    "state.py": "SEEN = []\n",
    "programme.py": PROGRAMME.replace("    if prog", "    SEEN[:] = [1]\n    if prog").replace(
        "rule\n\nBOOK", "rule\nfrom PACKAGE.state import SEEN\n\nBOOK"
    ),
    "screening.py": SCREENING.replace(ANSWER, "return bool(SEEN) and bool(SEEN.pop())").replace(
        "rule\n\nBOOK", "rule\nfrom PACKAGE.state import SEEN\n\nBOOK"
    ),
}


@pytest.fixture(autouse=True)
def _all_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries as many examples as the kit does elsewhere: with fewer not everything is caught."""
    monkeypatch.setattr("mentorkit.testing.laws._EXAMPLES", AS_AUTHORS_DO)


def test_a_rule_that_keeps_something_is_caught_by_asking_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(tmp_path, monkeypatch, STATE)
    said = 'asked twice about "one month" it says "proceed" and then "stop"'
    assert advice_from("twice", package) == [Advice("twice", f"HSG101 ({package}/screening.py:12)", said, ITSELF)]


def test_the_first_law_catches_rules_that_depend_on_which_was_asked_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, STATE)
    said = "it answers differently when other rules were asked before it"
    assert advice_from("law-1-order", package) == [
        Advice("law-1-order", f"HSG101 ({package}/screening.py:12)", said, ITSELF)
    ]


def test_the_second_law_catches_a_condition_that_takes_what_is_not_said_for_no(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    condition = "applies=when('if mentors are paid', lambda programme: programme.role.kind == 'paid'),"
    paid = {
        file: f'{text}\n[design.role]\nkind = "paid"\n'.replace("[expect]\n", "[expect]\n")
        for file, text in FILES.items()
        if file.startswith("cases/HSG101/")
    }
    module = SCREENING.replace("    strength=Str", f"    {condition}\n    strength=Str").replace(
        "rule\n\nBOOK", "rule, when\n\nBOOK"
    )
    package = write(tmp_path, monkeypatch, {**paid, "screening.py": module})
    (advice,) = advice_on(package, "law-2-knowledge")
    assert (advice.about, advice.fix) == (
        f"HSG101 ({package}/screening.py:11)",
        "let its condition return None where the design does not say",
    )
    assert re.fullmatch(r'with role(.kind)? it says "[a-z ]+", and without "proceed"', advice.message)


def test_the_third_law_catches_a_limit_and_a_rule_that_disagree_on_what_is_stricter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, answering("return on <= housed_since + settled"))
    (advice,) = advice_from("law-3-stricter", package)
    assert (advice.about, advice.fix) == (
        f"HSG101 ({package}/screening.py:11)",
        "compare the other way round, or correct the limits",
    )
    length = r'settled = "\d+ \w+"'
    told_of = f"a stricter settled lets more through: somebody whom {length} stops is let through by {length}"
    assert re.fullmatch(told_of, advice.message)


def test_the_third_law_catches_a_rule_for_which_neither_more_nor_less_is_stricter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = 'limits=[at_least("1 month")],'
    module = SCREENING.replace(limits, "").replace(", at_least", "")
    module = module.replace(ANSWER, "return (settled.in_days[0] > 300) != (on >= housed_since + settled)")
    package = write(tmp_path, monkeypatch, {"screening.py": module})
    (advice,) = advice_from("law-3-stricter", package)
    assert advice.message.startswith("neither more nor less of settled is stricter: somebody whom settled = ")
    assert advice.fix == "let it depend on the value in one way"


def test_the_fourth_law_catches_a_fact_that_is_another_kind_of_value_in_the_shared_standards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = {file: text.replace("housed_since", "mentee_agrees_to_match") for file, text in FILES.items()}
    package = write(tmp_path, monkeypatch, renamed)
    assert advice_on(package, "law-4-sectors") == [
        Advice(
            "law-4-sectors",
            package,
            "it does not fit the shared standards: mentee_agrees_to_match is two kinds of value: true or false in "
            "STD304, date in HSG101; make it one, or give one of them another name",
            "give yours another name or place, or declare it as the shared standards do",
        )
    ]


def test_the_fourth_law_catches_a_rule_that_is_milder_beside_those_of_the_shared_standards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every_second_time = """    CALLS.append(programme)
    if len(CALLS) % 2 == 0:
        yield not_settled("programme.mentors", "how many there are", "state mentors")
"""
    changes = searching(every_second_time)
    changes["programme.py"] = str(changes["programme.py"]).replace("BOOK =", "CALLS = []\nBOOK =", 1)
    package = write(tmp_path, monkeypatch, changes)
    assert advice_from("law-4-sectors", package)[0] == Advice(
        "law-4-sectors",
        package,
        "with the rules of both, what housing alone says is milder: HSG001",
        "let no rule depend on which others there are",
    )


HOMES = '''
import attrs


@attrs.frozen
class Home:
    """Where mentors may live."""

    kind: str | None = attrs.field(default=None, converter=lambda said: said and said + "!")


LIVE = Parameter(
    "where mentors live",
    question="Where do {mentors} live?",
    decide_by=DecideBy.RECRUITMENT,
    example='{ kind = "a flat" }',
)
HSG002 = requires(
    "HSG002",
    "homes are named",
    {"home": Annotated[Home, LIVE]},
    strength=Strength.SHOULD,
    sources=[BOOK],
    reason="Where one lives matters.",
)
'''


def test_the_fifth_law_catches_a_type_that_does_not_hold_what_the_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = PROGRAMME.replace("import Evidence", "import DecideBy, Evidence, Parameter, requires").replace(
        "from mentorkit", "from typing import Annotated\nfrom mentorkit", 1
    )
    changes: Changes = {
        "programme.py": module + HOMES,
        "cases/HSG002/clean-stated.toml": '[design.programme.SECTOR]\nhome = { kind = "a flat" }\n',
    }
    package = write(tmp_path, monkeypatch, changes)
    sector = package.removeprefix("mentorkit_")
    assert advice_on(package, "law-5-round-trip") == [
        Advice(
            "law-5-round-trip",
            f"HSG002 ({package}/programme.py:33)",
            f"programme.{sector}.home is another value once it was written",
            "let its type hold what the file says, unchanged",
        )
    ]


def test_a_rule_that_takes_very_much_longer_than_any_of_ours_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, answering("CALLS.append(on)\n    " + ANSWER, "CALLS = []\n"))
    ticks = count()

    def clock() -> int:
        """A microsecond from one look to the next; and a second more for each time that the rule was asked."""
        module = sys.modules.get(f"{package}.screening")
        return 1000 * next(ticks) + 10**9 * (len(module.CALLS) if module else 0)

    monkeypatch.setattr("mentorkit.testing.repeatable.perf_counter_ns", clock)
    measured_anew = repeatable._slowest_of_standards.__wrapped__
    monkeypatch.setattr("mentorkit.testing.repeatable._slowest_of_standards", measured_anew)  # by that clock
    assert advice_from("time", package) == [
        Advice(
            "time",
            f"HSG101 ({package}/screening.py:12)",
            "it takes 1000001 times as long as the slowest rule of the shared standards",
            "work out beforehand what is the same for every design and case",
        )
    ]
