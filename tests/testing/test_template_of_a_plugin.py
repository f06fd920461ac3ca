"""A template that is none, or that leaves something open, is told."""

from pathlib import Path

import pytest

from mentorkit.testing import Advice

from .made import write
from .spoiled import advice_on, init

TEMPLATE = ('edition="1"', 'edition="1", template="template.toml"')
WHOLE = 'format = 1\n[programme]\nname = "Made"\nsectors = ["SECTOR"]\nsettings = ["community"]\nnation = "england"\n'


@pytest.mark.parametrize(
    ("text", "at", "message", "fix"),
    [
        (None, "", "the package does not have this file", "add it, or correct the name in Sector"),
        ("format = 1\n[programme\n", ":2", "this header does not end", "close it with ]"),
        (
            WHOLE.replace('"SECTOR"', ""),
            "",
            "it does not name its own sector alone",
            'write sectors = ["SECTOR"]',
        ),
    ],
    ids=["gone", "broken", "of others"],
)
def test_a_template_that_is_none_is_told(
    text: str | None, at: str, message: str, fix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, {**init(*TEMPLATE), "template.toml": text})
    fix = fix.replace("SECTOR", package.removeprefix("mentorkit_"))
    assert advice_on(package) == [Advice("template", f"template.toml{at}", message, fix)]


def test_what_a_template_leaves_open_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = WHOLE.replace('nation = "england"\n', "")
    package = write(tmp_path, monkeypatch, {**init(*TEMPLATE), "template.toml": text})
    told_of = advice_on(package)
    assert {advice.check for advice in told_of} == {"template"}
    assert told_of[0] == Advice("template", "template.toml", "it does not state nation", "state nation in [programme]")
    assert (
        Advice(
            "template",
            "template.toml:2",
            "HSG001: the programme does not state how many mentors there are",
            "state mentors",
        )
        in told_of
    )
