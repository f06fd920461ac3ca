"""An example of a key is what a file says: other ones would end in nothing that a service can read."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest

from mentorkit.api import Duration, Evidence, Parameter, Rule, RuleError, Source, Strength, requires
from tests.running import run_here
from tests.testing.made import SCREENING, install, write

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
TOML = "is not what a file says behind the =; "
OTHER = "and its value is of another kind: "


def declare(type_: Any, example: str) -> Rule:
    return requires(
        "HSG101",
        "homes have doors",
        {"doors": Annotated[type_, Parameter("doors", example=example)]},
        strength=Strength.MUST,
        sources=[SOURCE],
        reason="Without one nobody comes in.",
    )


@pytest.mark.parametrize(
    ("type_", "example", "message"),
    [
        (Duration, "3 months", f"""{TOML}write example='"3 months"'"""),
        (Duration, '"3 moons"', f'is "3 moons", {OTHER}length of time'),
        (Duration, "90", f"is 90, {OTHER}length of time"),
        (int, "two", f"{TOML}write it as TOML, in a text"),
        (int, '"2"', f'is "2", {OTHER}whole number'),
        (int, "true", f"is true, {OTHER}whole number"),
        (bool, "True", f"{TOML}write it as TOML, in a text"),
        (date, "31.1.2026", f"{TOML}write it as TOML, in a text"),
        (str, "red", f"""{TOML}write example='"red"'"""),
        (str, '"red"\nlock = 2', f"{TOML}write it as TOML, in a text"),
        (tuple[str, ...], '"red"', f'is "red", {OTHER}list: text'),
        (tuple[str, ...], '["red", 2]', f'is ["red", 2], {OTHER}list: text'),
        (Literal["red", "blue"], '"green"', f'is "green", {OTHER}one of "red" or "blue"'),
    ],
)
def test_an_example_that_is_no_value_of_its_key_is_refused(type_: Any, example: str, message: str) -> None:
    with pytest.raises(RuleError) as refused:
        declare(type_, example)
    assert str(refused.value).partition("): ")[2] == f"the example of 'doors' {message}"


@pytest.mark.parametrize(
    ("type_", "example"),
    [
        (Duration, '"3 months"'),
        (int, "2"),
        (bool, "true"),
        (date, "2026-01-31"),
        (str, '"red"'),
        (tuple[int, ...], "[]"),
    ],
)
def test_an_example_that_a_file_can_say_is_taken(type_: Any, example: str) -> None:
    def within() -> Rule:
        return declare(type_, example)

    assert within().parameters[0].example == example


def test_a_first_file_has_a_key_whose_author_gives_no_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = SCREENING.replace("            example='\"3 months\"',\n", "")
    module = module.replace('            limits=[at_least("1 month")],\n', "").replace(", at_least", "")
    place = tmp_path / "installed"
    install(place, write(place, monkeypatch, {"screening.py": module}, "housing"))
    answers = ("--from", "blanks", "--setting", "community", "--nation", "england", "--name", "Ours")
    ran = run_here(["init", "ours.toml", "--sector", "housing", *answers], tmp_path, importable=[place])
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\n#settled =\n" in (tmp_path / "ours.toml").read_text()
