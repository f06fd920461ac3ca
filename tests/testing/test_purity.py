"""A rule that does more than think while it runs is caught, whatever it does."""

from pathlib import Path

import pytest

from .made import PROGRAMME, SCREENING
from .spoiled import ANSWER, RULE, SEARCH, Ways, answering, is_told

WAYS: Ways = {
    "a rule that reads a file": (
        answering("with open(__file__) as file:\n        file.read()\n    " + ANSWER),
        [
            (
                "no-io",
                RULE,
                "it uses open (screening.py) while it runs (files)",
                "write what it needs into the module",
            )
        ],
    ),
    "a rule that remembers what it has read": (
        {
            "screening.py": SCREENING.replace(ANSWER, f"return bool(words()) and {ANSWER[7:]}")
            .replace("from datetime", "from functools import cache\nfrom pathlib import Path\nfrom datetime", 1)
            .replace("\n\n@rule", "\n\n@cache\ndef words() -> str:\n    return Path(__file__).read_text()\n\n\n@rule")
        },
        [
            (
                "no-io",
                "HSG101 (PACKAGE/screening.py:18)",
                "it uses open (screening.py) while it runs (files)",
                "write what it needs into the module",
            )
        ],
    ),
    "a rule that looks whether a file is there, and swallows the refusal": (
        answering(
            "try:\n        Path('x').exists()\n    except Exception:\n        pass\n    " + ANSWER,
            "from pathlib import Path\n",
        ),
        [
            (
                "no-io",
                RULE.replace(":11", ":12"),
                "it uses os.stat while it runs (files)",
                "write what it needs into the module",
            )
        ],
    ),
    "a rule that uses the network": (
        answering("return bool(socket.gethostname()) and " + ANSWER[7:], "import socket\n"),
        [
            (
                "no-io",
                RULE.replace(":11", ":12"),
                "it uses socket.gethostname while it runs (network)",
                "leave it out: nothing leaves the machine",
            )
        ],
    ),
    "a rule that runs a program": (
        answering("return not subprocess.call(['true']) and " + ANSWER[7:], "import subprocess\n"),
        [
            (
                "no-io",
                RULE.replace(":11", ":12"),
                "it uses subprocess.Popen while it runs (programs)",
                "leave it out: a rule knows the design and the case, and nothing else",
            )
        ],
    ),
    "a rule that asks what day it is": (
        answering("return date.today() < on or " + ANSWER[7:]),
        [
            ("no-io", RULE, "it uses date.today while it runs (clock)", "take the day as the argument 'on'"),
        ],
    ),
    "a rule that asks what time it is": (
        answering("return time() > 0 and " + ANSWER[7:], "from time import time\n"),
        [
            (
                "no-io",
                RULE.replace(":11", ":12"),
                "it uses time.time while it runs (clock)",
                "take the day as the argument 'on'",
            )
        ],
    ),
    "a rule that draws lots": (
        answering("return random.choice([True]) and " + ANSWER[7:], "import random\n"),
        [
            (
                "no-io",
                RULE.replace(":11", ":12"),
                "it uses random.getrandbits while it runs (chance)",
                "leave chance out: the same question gets the same answer",
            )
        ],
    ),
    "a rule that reads the environment": (
        answering("return 'HOUSING' not in os.environ and " + ANSWER[7:], "import os\n"),
        [
            (
                "no-io",
                RULE.replace(":11", ":12"),
                "it uses os.environ while it runs (environment)",
                "let the design state it, as a Parameter",
            )
        ],
    ),
    "a rule that prints": (
        answering("print(on, end='')\n    " + ANSWER),
        [
            (
                "no-io",
                RULE,
                "it uses print while it runs (terminal)",
                "return, or yield, what you want to say",
            )
        ],
    ),
    "a condition that asks what day it is": (
        {
            "programme.py": PROGRAMME.replace(
                "sources=[BOOK])", 'sources=[BOOK], applies=when("today", lambda _: bool(date.today())))'
            ).replace("rule\n\nBOOK", "rule, when\nfrom datetime import date\n\nBOOK")
        },
        [
            (
                "no-io",
                SEARCH.replace(":10", ":11"),
                "it uses date.today while it runs (clock)",
                "take the day as the argument 'on'",
            )
        ],
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_rule_that_does_more_than_think_is_told(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_told(WAYS[way], tmp_path, monkeypatch)
