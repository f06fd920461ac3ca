"""Whom the keys of a design can name."""

from unittest.mock import patch

from mentorkit.programme import somebody
from mentorkit.programme.design import StaffRole
from mentorkit.programme.network import Member, ReferralNetwork
from mentorkit.programme.somebody import everybody
from mentorkit.programme.tables import Programme
from mentorkit.values.seen_text import as_seen


def design(count: int) -> Programme:
    members = tuple(Member(id=f"m{place}", title=f"Partner {place}") for place in range(count))
    staff = tuple(StaffRole(id=f"s{place}", role=f"worker {place}") for place in range(count))
    return Programme(network=ReferralNetwork(members=members), staff=staff)


def test_staff_are_members_by_id_and_without_one_by_a_title_that_only_one_has() -> None:
    members = (Member(id="lead", title="Safeguarding lead"), Member(id="a", title="Hub"), Member(id="b", title="Hub"))
    staff = (StaffRole(id="Lead", role="officer"), StaffRole(role="safeguarding  LEAD"), StaffRole(role="hub"))
    found = everybody(Programme(network=ReferralNetwork(members=members), staff=staff))
    assert [each.id for each in found] == ["lead", "a", "b", "hub"]
    assert found[0].role == staff[0]


def test_a_design_twice_as_large_takes_twice_as_many_readings_of_names() -> None:
    asked = []
    for count in (20, 40):
        with patch.object(somebody, "as_seen", wraps=as_seen) as reads:
            everybody(design(count))
        asked.append(reads.call_count)
    assert asked[1] == 2 * asked[0]
