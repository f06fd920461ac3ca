"""What the ways of support promise of hours and of those on duty, and when those who have to be there are there."""

from pathlib import Path

import pytest

from mentorkit.programme.path import dotted
from tests.flaws.test_flaws import found_in

WAYS = Path(__file__).parents[2] / "examples" / "ways"
_OPEN = "Tuesday 10:00 to 16:00, Thursday 10:00 to 16:00, Saturday 11:00 to 14:00"
_ROTA = f'[drop_in]\nhours = "{_OPEN}"'
_LISTENERS = f'settings = ["the community centre"]\nhours = "{_OPEN}"'
_MANAGER = 'title = "Manager on call"\nkind = "role"\npart = "programme"\npeople = 1\nhours = "24/7"'
_IN_THE_WEEK = "Monday to Friday 09:00 to 17:00"
_RECEPTION = '[[staff]]\nrole = "receptionist"\n\n[recruitment]'
_SUPPORT = 'from = "{}"\nto = "{}"\nkind = "supports"'
_HALL = (
    '[[network.members]]\nid = "hall"\ntitle = "The hall"\nkind = "place"\npart = "partner"\nhours = "{}"\n'
    '[[network.members]]\nid = "circle"\ntitle = "The circle"\nkind = "group"\npart = "partner"\n'
    'hours = "Monday 18:00 to 20:00"\n'
    '[[network.links]]\nfrom = "hall"\nto = "circle"\nkind = "hosts"\n[file]'
)
_SUPERVISES = 'from = "coordinator"\nto = "peer {}"\nkind = "supervises"'
_CENTRE = (
    'from = "centre"\nto = "{}"\nkind = "hosts"\n'
    '[[network.members]]\nid = "centre"\ntitle = "The centre"\nkind = "place"\npart = "partner"\nhours = "{}"\n'
    "[[network.links]]\n"
)


def _held_in(centre: str, hours: str, mentors: str) -> tuple[str, str]:
    """An edit that adds a place which hosts somebody."""
    supervises = _SUPERVISES.format(mentors)
    return supervises, _CENTRE.format(centre, hours) + supervises


def said(way: str, *edits: tuple[str, str]) -> list[tuple[str, str]]:
    text = (WAYS / way / "programme.toml").read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return [(dotted(each.path), each.message) for each in found_in(text) if each.rule == "contradiction"]


@pytest.mark.parametrize(
    ("way", "edit", "at", "message"),
    [
        (
            "drop_in",
            (_ROTA, '[drop_in]\nhours = "Thursday 10:00 to 16:00, Sunday 10:00 to 12:00"'),
            "drop_in.hours",
            f"the drop-in is open on Sunday 10:00 to 12:00; by network.members mentors are there on {_OPEN}",
        ),
        (
            "drop_in",
            (_MANAGER, _MANAGER.replace("24/7", _IN_THE_WEEK)),
            "drop_in.hours",
            "the drop-in is open on Saturday 11:00 to 14:00, and role.supervised is true; "
            f"by network.members staff are there on {_IN_THE_WEEK}",
        ),
        (
            "drop_in",
            ('seen_within = "30 minutes"', 'seen_within = "7 hours"'),
            "drop_in.seen_within",
            f"people are seen within 7 hours, and it is open on {_OPEN}: it closes before that",
        ),
        (
            "on_call",
            ('settings = ["the emergency department"]\nhours = "24/7"', f'settings = []\nhours = "{_IN_THE_WEEK}"'),
            "on_call.hours",
            "mentors are on call on Monday to Thursday 17:00 to 09:00, Friday 17:00 to Monday 09:00; "
            f"by network.members mentors are there on {_IN_THE_WEEK}",
        ),
        (
            "on_call",
            (
                _SUPPORT.format("peer on call", "survivor"),
                _SUPPORT.format("peer on call", "survivor") + '\nwithin = "1 day"',
            ),
            "network.links[0].within",
            "those on call answer within 1 day, and on_call.answers_within is 30 minutes",
        ),
        (
            "group_sessions",
            ('length = "2 hours"', 'length = "5 hours"'),
            "network.members[1].hours",
            "mentors are there Sunday 14:00 to 16:00, and group_sessions.length is 5 hours: none fits",
        ),
        (
            "group_sessions",
            (_MANAGER, _MANAGER.replace("24/7", _IN_THE_WEEK)),
            "role.supervised",
            "staff are always there, and by network.members mentors are there on Sunday 14:00 to 16:00, and staff on "
            f"{_IN_THE_WEEK}",
        ),
        (
            "online",
            ("least_on_duty = 1", "least_on_duty = 10"),
            "online.least_on_duty",
            "10 moderators are on duty at a time, and network.members (moderator, coordinator) stand for 6 people",
        ),
        (
            "drop_in",
            ("[file]", _HALL.format(_IN_THE_WEEK)),
            "network.links[6]",
            f"The hall hosts The circle, which is there on Monday 18:00 to 20:00, and is open on {_IN_THE_WEEK}",
        ),
        (
            "drop_in",
            _held_in("peer listener", _IN_THE_WEEK, "listener"),
            "drop_in.hours",
            "the drop-in is open on Saturday 11:00 to 14:00; by network.links and network.members the place of mentors "
            f"is open on {_IN_THE_WEEK}",
        ),
        (
            "group_sessions",
            _held_in("peer mentor", "Sunday 14:00 to 14:50", "mentor"),
            "network.links[5]",
            "The centre is open on Sunday 14:00 to 14:50, and group_sessions.length is 2 hours: none fits",
        ),
        (
            "drop_in",
            ("[file]", _HALL.format("Monday 18:00 to 18:45")),
            "network.links[6]",
            "The hall hosts The circle, which meets on Monday 18:00 to 20:00, and is open on Monday 18:00 to 18:45: "
            "none fits",
        ),
        (
            "group_sessions",
            (_MANAGER, _MANAGER.replace("24/7", "Sunday 15:15 to 16:00")),
            "network.members[1].hours",
            "mentors and staff are both there Sunday 15:15 to 16:00, and group_sessions.length is 2 hours: none fits",
        ),
    ],
)
def test_both_places_are_named(way: str, edit: tuple[str, str], at: str, message: str) -> None:
    assert (at, message) in said(way, edit)


@pytest.mark.parametrize(
    ("way", "edits"),
    [
        ("drop_in", ((_LISTENERS, 'settings = ["the community centre"]'),)),
        ("drop_in", ((_ROTA, '[drop_in]\nhours = "Thursday 10:00 to 12:00"'),)),
        ("drop_in", ((_MANAGER, _MANAGER.replace("24/7", _IN_THE_WEEK)), ("supervised = true", "supervised = false"))),
        # Staff of whom the network does not say when they are there, and an answer sooner than is promised.
        ("drop_in", ((_MANAGER, _MANAGER.replace("24/7", _IN_THE_WEEK)), ("[recruitment]", _RECEPTION))),
        ("group_sessions", (('length = "2 hours"', 'length = "150 minutes"'),)),
        ("online", (("least_on_duty = 1", "least_on_duty = 6"),)),
        ("drop_in", (_held_in("peer listener", "Every day 09:00 to 17:00", "listener"),)),
        ("group_sessions", (_held_in("peer mentor", "Sunday 14:00 to 15:00", "mentor"),)),
        ("drop_in", (("[file]", _HALL.format("Monday 18:00 to 19:00")),)),
        ("drop_in", (("[file]", _HALL.format("Every day 08:00 to 22:00")),)),
        (
            "on_call",
            (
                (
                    _SUPPORT.format("peer on call", "survivor"),
                    _SUPPORT.format("peer on call", "survivor") + '\nwithin = "10 minutes"',
                ),
            ),
        ),
    ],
)
def test_what_can_be_right_is_none(way: str, edits: tuple[tuple[str, str], ...]) -> None:
    assert said(way, *edits) == []
