"""Rules compare what people have written as a person sees it."""

import attrs
import pytest

from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.results import Measure
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins
from mentorkit.vocabulary import is_role, uses_tool

BOOK: Rulebook = Plugins().rulebook(["substance", "schools", "probation"])


def test_settings_that_look_alike_are_one() -> None:
    rule = next(each for each in BOOK.rules if each.id == "SUB302")
    assert not rule(("Café House", "St Mary's"), ("cafe\u0301 house", "St Mary\u2019s"))


@pytest.mark.parametrize("stated", ["Peer\u2011Mentor and listener", "PEER\u00a0MENTOR", "peer men\u200btor"])
def test_a_role_is_what_a_person_sees(stated: str) -> None:
    assert is_role(stated, "peer mentor")


@pytest.mark.parametrize("lead", ["designated safeguarding\u00a0lead", "the Safe\u00adguarding Lead"])
def test_a_safeguarding_lead_is_who_a_person_sees(lead: str) -> None:
    rule = next(each for each in BOOK.rules if each.name == "mentors know who to report concerns to")
    assert not [*rule(Programme(), lead, "england")]


def test_a_tool_is_what_a_person_sees() -> None:
    outcomes = attrs.evolve(Programme().outcomes, measures=(Measure(name="capital", tool="barc\u201110"),))
    assert uses_tool("BARC-10").holds(attrs.evolve(Programme(), outcomes=outcomes), None)
