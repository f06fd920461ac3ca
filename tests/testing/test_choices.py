"""Rules that look for what no file can say: they never find it, and no case that is clean shows that."""

from pathlib import Path

import pytest

from .made import FILES, SCREENING
from .spoiled import RULE, SEARCH, Changes, ExpectedAdvice, Ways, assert_advice, searching, under

SETTINGS = '"community", "custody", "ward", "residential", "school", "online", "emergency department" or "workplace"'
NATIONS = '"england", "wales", "scotland", "northern ireland" or "other"'
FOUND = (
    "    if programme.programme.mentors is None:\n"
    "        yield not_settled('programme.mentors', 'how many {mentors} there are', 'state mentors')\n"
)
INSIDE = 'nation = "scotland"\nsettings = ["custody"]\n'
STATED = {
    "cases/HSG001/clean-counted.toml": f"[design.programme]\nmentors = 12\n{INSIDE}",
    "cases/HSG001/warning-not-counted.toml": f"[design.programme]\n{INSIDE}",
}


def says(text: str, options: str, close: str = "", place: str = SEARCH) -> ExpectedAdvice:
    message = f'it looks for "{text}" where the file says one of {options}'
    asked = f'; did you mean "{close}"?' if close else ""
    return [("choices", place, message + asked, f'write "{close}"' if close else "write one of these")]


def looking(condition: str) -> Changes:
    """The rule that searches the design, which looks at something else too."""
    reads = "programme.nation", "programme.settings", "role.kind"
    changes = searching(f"    if {condition}:\n        return\n{FOUND}")
    text = str(changes["programme.py"]).replace("reads=[", f"reads={list(reads)} + [")
    return {"programme.py": text, **STATED}


def deciding(text: str) -> Changes:
    """A rule about people that compares a choice of the sector's own."""
    module = SCREENING.replace("import Annotated", "import Annotated, Literal")
    module = module.replace(
        "    on: date,\n",
        "    on: date,\n    home: Annotated[Literal['own', 'shared'], Parameter('whose it is', "
        "example='\"own\"', question='Whose is it?', decide_by=DecideBy.RECRUITMENT)],\n",
    ).replace("    return on", f"    if home == '{text}':\n        return True\n    return on")
    cases = {
        name: case.replace('settled = "3 months"', 'settled = "3 months"\nhome = "own"')
        for name, case in FILES.items()
        if name.startswith("cases/HSG101")
    }
    return {"screening.py": module, **cases}


WAYS: Ways = {
    "a setting that is none, in a condition": (
        under(
            "when('inside', lambda p: None if p.programme.settings is None else 'prison' in p.programme.settings or "
            "'custody' in p.programme.settings, 'programme.settings')",
            STATED,
            "SHOULD",
        ),
        says("prison", SETTINGS),
    ),
    "a nation that is misspelt, in a search": (
        looking("programme.programme.nation == 'Scotland'"),
        says("Scotland", NATIONS, "scotland"),
    ),
    "a nation that is misspelt and must not be": (
        looking("programme.programme.nation != 'scotland' and programme.programme.nation != 'skotland'"),
        [],
    ),
    "a choice of the sector's own": (deciding("rented"), says("rented", '"own" or "shared"', "", RULE)),
    "a choice that no case states": (deciding("shared"), []),
    "what another key says": (
        {
            **looking("programme.role.kind in (programme.programme.settings or ())"),
            **{name: f'{text}[design.role]\nkind = "mentor"\n' for name, text in STATED.items()},
        },
        [],
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_no_file_can_say_is_told(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
