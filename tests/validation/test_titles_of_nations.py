"""Titles of leads that schools of another nation have."""

from datetime import date

import pytest

from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

PLUGINS = Plugins()


def said(nation: str, title: str, setting: str = "school") -> list[tuple[str, str]]:
    text = (
        f'format = 2\n[programme]\nsectors = []\nways = ["pair"]\nnation = "{nation}"\nsettings = ["{setting}"]\n'
        f'[[network.members]]\nid = "lead"\ntitle = "{title}"\n'
    )
    found = validate(text.encode(), "p.toml", PLUGINS, date(2026, 11, 29)).findings
    return [(each.severity, each.message) for each in found if each.rule == "title-elsewhere"]


@pytest.mark.parametrize(
    ("nation", "title", "other", "ours"),
    [
        ("wales", "Designated safeguarding lead", "England", "designated safeguarding person"),
        ("scotland", "designated safeguarding lead", "England", "child protection coordinator"),
        ("northern ireland", "Deputy Safeguarding Lead", "England", "deputy designated teacher"),
        ("england", "Child protection co-ordinator", "Scotland", "designated safeguarding lead"),
        ("england", "Designated safeguarding person", "Wales", "designated safeguarding lead"),
    ],
)
def test_a_title_of_another_nation_draws_advice(nation: str, title: str, other: str, ours: str) -> None:
    where = nation.title()
    assert said(nation, title) == [("advice", f'"{title}" is what schools in {other} say; in {where} it is "{ours}"')]


@pytest.mark.parametrize(
    ("nation", "title", "setting"),
    [
        ("wales", "Designated safeguarding person", "school"),
        ("scotland", "Child Protection Co-ordinator", "school"),
        ("england", "Safeguarding lead", "school"),
        ("wales", "Designated safeguarding lead", "community"),
        ("other", "Designated safeguarding lead", "school"),
    ],
)
def test_other_titles_and_other_places_draw_nothing(nation: str, title: str, setting: str) -> None:
    assert said(nation, title, setting) == []
