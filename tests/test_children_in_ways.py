"""Each way of support with children is asked the same about their safety, but for what makes no sense in it."""

from datetime import date
from functools import cache

import pytest

from mentorkit.programme.ways import Way
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
ON = date(2026, 11, 29)
DESIGN = """\
format = 2

[programme]
name = "Peers"
sectors = []
nation = "england"
settings = ["community"]
ways = ["{way}"]

[for_whom]
ages = {{ from = {youngest}, to = 40 }}

[safeguarding]
risk_told_to = "{told}"

[[network.members]]
id = "lead"
title = "Safeguarding lead"
part = "programme"
hours = "Monday 12:00 to 13:00"

[[network.members]]
id = "peer"
part = "mentor"
hours = "Monday to Sunday 08:00 to 20:00"

[[network.members]]
id = "member"
part = "mentee"

[[network.needs]]
id = "debt"
risk = true
within = "1 day"

[[network.needs]]
id = "neglect"
risk = false
within = "3 days"

[[network.links]]
from = "peer"
to = "lead"
kind = "escalates"
needs = ["debt"]
within = "1 day"
deputy = "peer"
"""
OF_EVERY_WAY = {
    "STD121": "who is around children is checked",
    "STD412": "how people are kept safe is written down",
    "STD430": "dangers count as risks",
    "STD431": "dangers are answered within a day",
    "STD432": "suicide and abuse are thought of",
    "STD433": "the lead or a deputy can be reached",
    "STD434": "the lead passes on what is heard",
    "STD435": "nobody who meets children stands in for the lead",
    "STD436": "what is written to children can be seen",
    "STD438": "somebody agrees that a child takes part",
    "STD439": "complaints reach somebody whom they are not about",
    "STD440": "there is a way past the lead",
}
"""What all ways with children are asked, and why; the level of check is of a screening, which a fellowship has not."""
OF_ADULTS_TOO = {"STD412", "STD439", "STD440"}


@cache
def asked(way: Way, youngest: int, told: str = "lead") -> frozenset[str]:
    text = DESIGN.format(way=way.value, youngest=youngest, told=told)
    found = validate(text.encode(), "p.toml", PLUGINS, ON).findings
    return frozenset(rule for each in found if each.severity == "error" for rule in each.rules)


@pytest.mark.parametrize("way", Way)
def test_each_way_with_children_is_asked_the_same(way: Way) -> None:
    assert OF_EVERY_WAY.keys() - asked(way, youngest=12) == set()


@pytest.mark.parametrize("way", Way)
def test_in_each_way_with_children_risk_is_told_to_staff(way: Way) -> None:
    assert "STD427" in asked(way, youngest=12, told="nobody")


def test_a_fellowship_of_adults_is_not_asked_more() -> None:
    assert OF_EVERY_WAY.keys() & asked(Way.MUTUAL_AID, youngest=18) == OF_ADULTS_TOO
    assert "STD427" not in asked(Way.MUTUAL_AID, youngest=18, told="nobody")
