"""A rule that does more than think while it runs is caught, whatever it does."""

from pathlib import Path

import pytest

from .made import PROGRAMME, SCREENING
from .spoiled import ANSWER, RULE, SEARCH, ExpectedAdvice, Ways, answering, assert_advice, init

BELOW_AN_IMPORT = RULE.replace(":11", ":12")


def caught(what: str, kind: str, fix: str, place: str = RULE) -> ExpectedAdvice:
    """What is said of a rule that uses something while it runs."""
    return [("no-io", place, f"it uses {what} while it runs ({kind})", fix)]


WAYS: Ways = {
    "a hook that gives other rules in other places": (
        init(
            "    return rules_in(screening)",
            "    import os\n\n    return rules_in(screening) if os.getenv('A') is None else []",
        ),
        [
            (
                "no-io",
                "PACKAGE",
                "its hook mentorkit_screening uses os.environ (environment), so there would be other rules elsewhere",
                "return the same rules everywhere",
            )
        ],
    ),
    "a rule that reads a file": (
        answering("with open(__file__) as file:\n        file.read()\n    " + ANSWER),
        caught("open (screening.py)", "files", "write what it needs into the module"),
    ),
    "a rule that remembers what it has read": (
        {
            "screening.py": SCREENING.replace(ANSWER, f"return bool(words()) and {ANSWER[7:]}")
            .replace("from datetime", "from functools import cache\nfrom pathlib import Path\nfrom datetime", 1)
            .replace("\n\n@rule", "\n\n@cache\ndef words() -> str:\n    return Path(__file__).read_text()\n\n\n@rule")
        },
        caught(
            "open (screening.py)", "files", "write what it needs into the module", "HSG101 (PACKAGE/screening.py:18)"
        ),
    ),
    "a rule that looks whether a file is there, and swallows the refusal": (
        answering(
            "try:\n        Path('x').exists()\n    except Exception:\n        pass\n    " + ANSWER,
            "from pathlib import Path\n",
        ),
        [
            *caught("os.stat", "files", "write what it needs into the module", BELOW_AN_IMPORT),
            (
                "crashes",
                "PACKAGE/screening.py:40",
                "it catches every exception, so that a rule answers where it cannot know",
                "catch the one that you expect; what a rule cannot answer is referred to a person",
            ),
        ],
    ),
    "a rule that uses the network": (
        answering("return bool(socket.gethostname()) and " + ANSWER[7:], "import socket\n"),
        caught("socket.gethostname", "network", "leave it out: nothing leaves the machine", BELOW_AN_IMPORT),
    ),
    "a rule that runs a program": (
        answering("return not subprocess.call(['true']) and " + ANSWER[7:], "import subprocess\n"),
        caught(
            "subprocess.Popen",
            "programs",
            "leave it out: a rule knows the design and the case, and nothing else",
            BELOW_AN_IMPORT,
        ),
    ),
    "a rule that asks what day it is": (
        answering("return date.today() < on or " + ANSWER[7:]),
        caught("date.today", "clock", "take the day as the argument 'on'"),
    ),
    "a rule that asks what time it is": (
        answering("return time() > 0 and " + ANSWER[7:], "from time import time\n"),
        caught("time.time", "clock", "take the day as the argument 'on'", BELOW_AN_IMPORT),
    ),
    "a rule that draws lots": (
        answering("return random.choice([True]) and " + ANSWER[7:], "import random\n"),
        caught(
            "random.getrandbits", "chance", "leave chance out: the same question gets the same answer", BELOW_AN_IMPORT
        ),
    ),
    "a rule that reads the environment": (
        answering("return 'HOUSING' not in os.environ and " + ANSWER[7:], "import os\n"),
        caught("os.environ", "environment", "let the design state it, as a Parameter", BELOW_AN_IMPORT),
    ),
    "a rule that prints": (
        answering("print(on, end='')\n    " + ANSWER),
        caught("print", "terminal", "return, or yield, what you want to say"),
    ),
    "a condition that asks what day it is": (
        {
            "programme.py": PROGRAMME.replace(
                "sources=[BOOK],", 'sources=[BOOK], applies=when("today", lambda _: bool(date.today())),'
            ).replace("rule\n\nBOOK", "rule, when\nfrom datetime import date\n\nBOOK")
        },
        caught("date.today", "clock", "take the day as the argument 'on'", SEARCH.replace(":10", ":11")),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_rule_that_does_more_than_think_is_told(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
