"""In which designs a rule applies."""

import pytest

from mentorkit.api import in_roles, is_role
from mentorkit.toml.structure import read_programme


@pytest.mark.parametrize(
    ("stated", "holds"),
    [
        ("peer listener", True),
        ("Peer-Listener", True),
        (" peer  listener ", True),
        ("mentor and peer listener", True),
        ("mentor, sponsor and peer listener", True),
        ("mentor", False),
        ("listener", False),
        ("peer listener at night", False),
        ("", False),
    ],
)
def test_a_role_is_read_however_it_is_written_and_may_be_several(stated: str, holds: bool) -> None:
    assert is_role(stated, "cross-age mentor", "peer listener") is holds


def test_a_rule_for_a_kind_of_role_waits_where_the_design_does_not_say_which_it_is() -> None:
    condition = in_roles("sponsor")
    assert condition.words == "if the role is sponsor"
    for role, holds, waits in (
        ({}, True, True),
        ({"kind": "Sponsor"}, True, False),
        ({"kind": "mentor"}, False, False),
    ):
        programme, _ = read_programme({"role": role}, {})
        assert (condition.holds(programme), bool(condition.waits_for(programme))) == (holds, waits)
