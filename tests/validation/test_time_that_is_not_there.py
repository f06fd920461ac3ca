"""What takes more time than those who do it have, and lasts longer than where it is held."""

import pytest

from .test_who_and_where import said

_TWELVE = '[[network.members]]\nid = "mentor"\npart = "mentor"\npeople = 12\n'
_LEAD = '[[network.members]]\nid = "lead"\npart = "programme"\npeople = 1\nhours = "Monday 09:00 to {}"\n'
_SUPERVISED = (
    '[[supervision.phases]]\nevery = "14 days"\nformats = [{}]\n' + _TWELVE + _LEAD + '[[network.links]]\nfrom = "lead"'
    '\nto = "mentor"\nkind = "supervises"\n'
)
_ONE_BY_ONE = '"one-to-one"'


@pytest.mark.parametrize(
    ("rest", "at", "message"),
    [
        (
            _SUPERVISED.format(_ONE_BY_ONE, "11:55"),
            "supervision.phases[0].every",
            "12 mentors are supervised one-to-one every 14 days, and by network.members those who supervise are there "
            "for 2 hours 55 minutes a week, all together: that is 29 minutes for each",
        ),
    ],
)
def test_both_places_are_named(rest: str, at: str, message: str) -> None:
    assert said(rest) == [(at, message)]


@pytest.mark.parametrize(
    "rest",
    [
        _SUPERVISED.format(_ONE_BY_ONE, "12:00"),
        _SUPERVISED.format('"group"', "10:00"),
        _SUPERVISED.format('"one-to-one", "group"', "10:30"),
        _SUPERVISED.format(_ONE_BY_ONE, "10:00").replace("people = 1\n", ""),
        _SUPERVISED.format(_ONE_BY_ONE, "10:00").replace("people = 12\n", ""),
        _SUPERVISED.format(_ONE_BY_ONE, "10:00").replace('from = "lead"', 'from = "somebody"'),
    ],
)
def test_what_can_be_right_is_none(rest: str) -> None:
    assert said(rest) == []
