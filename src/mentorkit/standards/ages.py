"""How old mentors are where they work with adults (STD116 and STD117)."""

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

_ADULT = 18
"""From this age on, in years, somebody is an adult."""
_AMONG_ADULTS: tuple[Setting, ...] = ("custody", "ward", "residential", "emergency department")
"""The settings in which adults live, are held or are treated, apart from children."""
_READS = [At.role.youngest, At.role.works_with, At.role.supervised, At.programme.settings]


def _work_with_adults_alone(programme: Programme) -> bool:
    return tuple(programme.role.works_with or ()) == ("adults",)


def _among_adults(programme: Programme) -> list[str]:
    return [setting for setting in _AMONG_ADULTS if setting in (programme.programme.settings or ())]


@rule(
    "STD116",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=_READS,
    sources=[EVERYBODY_SAFE, SUITABLE],
    ways=WITH_MENTORS,
    asked_since="2026-11",
)
def mentors_in_settings_for_adults_are_adults(programme: Programme) -> Iterator[Problem]:
    """A prison, a ward or a house for adults is no place for somebody of 16: adults are held and treated there.

    The sources ask that mentors are safe too, and suit their role. The age is this project's reading.
    """
    youngest, settings = programme.role.youngest, _among_adults(programme)
    if youngest is None or not _work_with_adults_alone(programme) or youngest >= _ADULT:
        return
    if programme.programme.settings is None:
        message = "where the programme is delivered; the youngest {mentors} are children, and work with adults"
        yield not_settled(At.programme.settings, message, "state settings")
    elif settings:
        yield falls_short(
            At.role.works_with,
            f"the youngest {{mentors}} are {youngest}, and work with adults in these settings: {listed(settings)}",
            "take {mentors} of 18 and over, or let younger ones work elsewhere",
        )


@rule(
    "STD117",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=_READS,
    sources=[EVERYBODY_SAFE, SUITABLE],
    ways=WITH_MENTORS,
    asked_since="2026-11",
)
def mentors_of_adults_who_are_children_are_in_sight_of_staff(programme: Programme) -> Iterator[Problem]:
    """Pupils who teach older people to use a telephone are a fine programme, if somebody is in the room.

    The sources ask that mentors are safe too. The age, and staff in sight below it, are this project's reading.
    """
    youngest, supervised = programme.role.youngest, programme.role.supervised
    if youngest is None or supervised is not False or _among_adults(programme):
        return
    if _work_with_adults_alone(programme) and youngest < _ADULT:
        yield falls_short(
            At.role.works_with,
            f"the youngest {{mentors}} are {youngest}, and work with adults out of sight of staff",
            "take {mentors} of 18 and over, or have staff there whenever they work",
        )
