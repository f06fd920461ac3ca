"""How old mentors are where adults live, are held or are treated (STD116)."""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    WITH_MENTORS,
    At,
    Problem,
    Programme,
    Setting,
    Strength,
    falls_short,
    listed,
    not_settled,
    rule,
)
from mentorkit.standards.sources import EVERYBODY_SAFE, SUITABLE
from mentorkit.standards.vocabulary import out_of_sight

_ADULT = 18
"""From this age on, in years, somebody is an adult."""
_AMONG_ADULTS: tuple[Setting, ...] = ("custody", "ward", "residential", "emergency department")
"""The settings in which adults live, are held or are treated, apart from children."""


def _work_with_adults_alone(programme: Programme) -> bool:
    return tuple(programme.role.works_with or ()) == ("adults",)


def among_adults(programme: Programme) -> list[str]:
    """The settings of the programme in which adults are apart from children."""
    return [setting for setting in _AMONG_ADULTS if setting in (programme.programme.settings or ())]


@rule(
    "STD116",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[
        At.role.youngest,
        At.role.works_with,
        At.role.supervised,
        At.group_sessions.staff_there,
        At.programme.settings,
    ],
    sources=[EVERYBODY_SAFE, SUITABLE],
    ways=WITH_MENTORS,
    asked_since="2026-11",
)
def mentors_in_settings_for_adults_are_adults(programme: Programme) -> Iterator[Problem]:
    """A prison, a ward or a house for adults is no place for somebody of 16: adults are held and treated there.

    The sources ask that mentors are safe too, and suit their role. The age is this project's reading.
    """
    youngest, settings = programme.role.youngest, among_adults(programme)
    if youngest is None or not _work_with_adults_alone(programme) or youngest >= _ADULT:
        return
    if programme.programme.settings is None:
        message = "where the programme is delivered; the youngest {mentors} are children, and work with adults"
        yield not_settled(At.programme.settings, message, "state settings")
    elif settings and not out_of_sight(programme):  # otherwise STD123 says it
        yield falls_short(
            At.role.works_with,
            f"the youngest {{mentors}} are {youngest}, and work with adults in these settings: {listed(settings)}",
            "take {mentors} of 18 and over, or let younger ones work elsewhere",
        )
