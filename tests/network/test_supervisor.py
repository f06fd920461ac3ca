"""Who supervises a mentor, and who does while somebody is away: as the rules about supervision count it."""

import attrs
import pytest

from mentorkit.network import Network
from mentorkit.network.supervisor import Supervisor, find_supervisor
from mentorkit.programme.network import Link, Member
from mentorkit.programme.tables import Programme


def network(*links: tuple[str, str, str | None], away: str = "") -> Network:
    """Two mentors, and links that supervise: the supervisor, the mentor, and the deputy if there is one."""
    members = [Member(id=who, part="mentor" if who in "xy" else "programme") for who in "abcdxy"]
    linked = tuple(Link(from_=a, to=b, kind="supervises", deputy=deputy) for a, b, deputy in links)
    stated = attrs.evolve(Programme().network, members=tuple(members), links=linked)
    return Network(stated).without(*away)


@pytest.mark.parametrize(
    ("links", "away", "named", "found"),
    [
        ([("a", "x", None)], "", None, (("a",), ("a",))),
        ([("a", "x", "b")], "a", None, (("a",), ("b",))),
        ([("a", "x", "b")], "ab", None, (("a",), ())),
        ([("a", "x", "x")], "a", None, (("a",), ())),  # nobody supervises themselves
        ([("a", "x", "b"), ("a", "y", None)], "a", None, (("a",), ("b",))),
        ([("a", "x", "b"), ("a", "y", "c")], "a", None, (("a",), ("b", "c"))),
        ([("a", "x", None), ("b", "x", None)], "", None, None),
        ([("a", "x", None), ("b", "x", None)], "a", None, (("a", "b"), ("b",))),
        ([("a", "x", "b"), ("b", "x", None)], "a", None, (("a", "b"), ("b",))),
        ([("a", "x", None), ("b", "x", None)], "ab", None, (("a", "b"), ())),
        ([("a", "x", None), ("b", "y", None)], "a", None, None),  # who is left need not be theirs
        ([("a", "x", "c"), ("b", "x", None)], "a", "a", (("a",), ("c",))),
        ([("a", "x", "c"), ("b", "x", None)], "a", "c", (("a",), ("c",))),
        ([("a", "x", "c"), ("b", "x", None)], "", "c", None),
        ([], "", None, None),
    ],
)
def test_a_deputy_supervises_while_the_supervisor_is_away(
    links: list[tuple[str, str, str | None]],
    away: str,
    named: str | None,
    found: tuple[tuple[str, ...], tuple[str, ...]] | None,
) -> None:
    asked = network(*links, away=away)
    assert find_supervisor(asked, named) == (None if found is None else Supervisor(*found))
    if found is not None and named is None:
        assert set(found[1]) == {who for who, _ in asked.supervision}
