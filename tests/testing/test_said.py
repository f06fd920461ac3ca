"""Cases and messages that are missing or wrong: each is told, with what to do."""

from pathlib import Path

import pytest

from .made import FILES, PROGRAMME
from .spoiled import RULE, SEARCH, Ways, assert_advice, screening, searching

FOUND = PROGRAMME[PROGRAMME.index("    if programme") :]
NOT_YET = "cases/HSG101/not-yet-one-month.toml"
REFER = "cases/HSG101/refer-not-known.toml"
PROCEED = "cases/HSG101/proceed-on-the-day.toml"
WORDS = "write it in words: listed() for lists, str() for dates and lengths of time"
AT = "name a key of the file as an attribute, as in falls_short(At.supervision.led_by, …); editors complete them"


def at_no_place(gone: str) -> tuple[str, str, str, str]:
    return ("places", SEARCH, f"it finds something where {gone}", AT)


WAYS: Ways = {
    "an outcome without a case": (
        {"cases/HSG101/refer-not-known.toml": None, NOT_YET: None},
        [
            (
                "outcomes",
                RULE,
                "it can end in not-yet or stop, and no case shows that",
                "add cases/HSG101/not-yet-<why>.toml",
            ),
            ("outcomes", RULE, "it can end in refer, and no case shows that", "add cases/HSG101/refer-<why>.toml"),
        ],
    ),
    "cases of a rule that is not there": (
        {"cases/HSG102/clean-so.toml": ""},
        [("outcomes", "cases/HSG102", "there is no such rule", "rename it after its rule, or take it out")],
    ),
    "files beside the cases that nobody reads": (
        {"cases/HSG001/clean-so.tml": "", "cases/HSG001/more/clean-so.toml": "", "cases/HSG001/.hidden": ""},
        [
            (
                "outcomes",
                f"cases/HSG001/{name}",
                "it is not a case, so nobody reads it",
                "name it <outcome>-<why>.toml, right in the folder of its rule, or take it out",
            )
            for name in ("clean-so.tml", "more")
        ],
    ),
    "a case that is answered otherwise": (
        {PROCEED: FILES[NOT_YET]},
        [
            (
                "cases",
                PROCEED,
                'the rule says "not-yet" (in a home since 2026-04-01: less than the 3 months this programme asks for), '
                'and the name of the file promises "proceed"',
                "rename the file, or fix the rule",
            )
        ],
    ),
    "a case that expects otherwise": (
        {NOT_YET: FILES[NOT_YET].replace("2026-07-01", "2026-07-02")},
        [
            (
                "cases",
                NOT_YET,
                'its [expect] has eligible_from = "2026-07-02", and the rule says "2026-07-01"',
                "change the one that is wrong",
            )
        ],
    ),
    "a case with a fact that its rule does not ask": (
        {REFER: FILES[REFER] + "housed_sinse = 2026-02-01\n"},
        [
            (
                "cases",
                REFER,
                'its rule does not ask "housed_sinse"; did you mean "housed_since"?',
                'write a fact that it asks ("housed_since"), or remove it',
            )
        ],
    ),
    "cases that cannot be read": (
        {
            "cases/HSG001/clean-broken.toml": "a =",
            "cases/HSG001/clean-day.toml": 'on = "today"\n',
            "cases/HSG001/clean-facts.toml": "[facts]\n",
            "cases/HSG001/clean-key.toml": "[design.screening]\ncolects = []\n",
            "cases/HSG001/clean-more.toml": "[desing]\n",
            "cases/HSG001/clean-table.toml": "design = 3\n",
            "cases/HSG001/good-so.toml": "",
        },
        [
            (
                "cases",
                "cases/HSG001/clean-broken.toml",
                "it is not valid TOML: Invalid value (at end of document)",
                "fix it there",
            ),
            (
                "cases",
                "cases/HSG001/clean-day.toml",
                "its 'on' is no date",
                "write year-month-day without quotes, such as 2026-03-31",
            ),
            (
                "cases",
                "cases/HSG001/clean-facts.toml",
                "it has facts, and the rule asks none",
                "take [facts] out, and put what the rule reads under [design]",
            ),
            (
                "cases",
                "cases/HSG001/clean-key.toml",
                'its design cannot be read: screening.colects: there is no key "colects" here; did you mean '
                '"collects"?',
                "rename it to collects",
            ),
            (
                "cases",
                "cases/HSG001/clean-more.toml",
                'a case has no "desing"',
                "it can have on, [design], [facts] and [expect]; remove the rest",
            ),
            (
                "cases",
                "cases/HSG001/clean-table.toml",
                "its 'design' is no table",
                "write [design] above what belongs to it",
            ),
            (
                "cases",
                "cases/HSG001/good-so.toml",
                "its name does not begin with an outcome",
                'begin it with "clean", "error", "warning", "advice", "proceed", "note", "not-yet", "stop" or '
                '"refer", and a hyphen',
            ),
        ],
    ),
    "a rule that crashes": (
        searching("    yield from programme\n"),
        [
            (
                "cases",
                file,
                "its rule ends in TypeError: 'Programme' object is not iterable, at PACKAGE/programme.py:13: "
                "yield from programme",
                "fix the rule, so that it answers here",
            )
            for file in ("cases/HSG001/clean-counted.toml", "cases/HSG001/warning-not-counted.toml")
        ]
        + [
            (
                "crashes",
                SEARCH,
                "it ends in TypeError: 'Programme' object is not iterable, at PACKAGE/programme.py:13: "
                "yield from programme",
                "answer for this too: what is not stated is None, and a date can be any day",
            )
        ],
    ),
    "a rule that does not say what to do": (
        screening('    fix="offer a role without a caseload until {eligible_from}",\n', ""),
        [("messages", RULE, "it says what is wrong, and not what to do", "give it a fix")],
    ),
    "a problem that does not say what to do": (
        searching(FOUND.replace(', "state mentors"', "")),
        [("messages", SEARCH, "it says what is wrong, and not what to do", "give it a fix")],
    ),
    "a placeholder that nothing fills": (
        searching(FOUND.replace("{mentors}", "{mentrs} of {service}")),
        [
            (
                "messages",
                SEARCH,
                'its message still has {mentrs} in it; did you mean "mentors"? (not counted)',
                "write {mentors}",
            ),
            (
                "messages",
                SEARCH,
                "its message still has {service} in it (not counted)",
                "write the value into the text, or take the braces out",
            ),
        ],
    ),
    "a place that the file does not have": (
        searching(FOUND.replace('"programme.mentors"', '"programe.mentors"')),
        [at_no_place('the file has no programe.mentors; did you mean "programme.mentors"?')],
    ),
    "a place in what is no table": (
        searching(FOUND.replace('"programme.mentors"', '"programme.mentors.paid"')),
        [at_no_place("the file has no programme.mentors.paid, since programme.mentors is no table")],
    ),
    "a place in a list without its entry": (
        searching(FOUND.replace('"programme.mentors"', '"supervision.phases.every"')),
        [at_no_place("the file has no supervision.phases.every, since supervision.phases is a list: say which entry")],
    ),
    "a place in an entry of a list": (
        searching(FOUND.replace('programme.mentors"', 'supervision.phases.0.every"')),
        [],
    ),
    "a fact that is not collected": (searching(FOUND.replace('programme.mentors"', 'screening.collects.since"')), []),
    "what is not stated, said twice": (
        searching(FOUND.replace('"how many', '"the programme does not state how many')),
        [
            (
                "messages",
                SEARCH,
                "its message says twice that something is not stated (not counted)",
                "leave 'the programme does not state' out: not_settled says that",
            )
        ],
    ),
    "a list as Python writes it": (
        searching(FOUND.replace('"how many', 'f"of {[str(1), str(2)]} how many').replace("{mentors}", "mentors")),
        [("messages", SEARCH, "its message speaks Python: ['1', '2'] (not counted)", WORDS)],
    ),
    "nothing as Python writes it": (
        searching(
            FOUND.replace('"how many', 'f"of {programme.programme.mentors} how many').replace("{mentors}", "mentors")
        ),
        [("messages", SEARCH, "its message speaks Python: None (not counted)", WORDS)],
    ),
    "a class as Python writes it": (
        searching(FOUND.replace('"how many', 'f"in {type(programme)} how many').replace("{mentors}", "mentors")),
        [
            (
                "messages",
                SEARCH,
                "its message speaks Python: <class 'mentorkit.programme.tables.Programme'> (not counted)",
                WORDS,
            )
        ],
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_plugin_with_wrong_cases_or_messages_is_told(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
