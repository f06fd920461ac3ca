"""Kinds of roles that rules of the sector distinguish: pupils or others, with a mentee each or for all who come."""

from mentorkit.api import Programme, Way, listed, when
from mentorkit_schools.vocabulary import is_role

PUPIL_ROLES = ("peer educator", "peer supporter", "cross-age mentor", "peer listener", "peer mediator")
KINDS = (*PUPIL_ROLES, "student mentor", "youth mentor")
_WITHOUT_PAIRS = ("peer educator", "peer supporter", "peer listener", "peer mediator")


def _meets_in_pairs(programme: Programme) -> bool | None:
    ways = programme.programme.ways or ()
    if len(ways) > 1 and programme.offers(Way.PAIR):  # who lists pairs alone may only have kept what format 1 took
        return True
    kind = programme.role.kind
    return None if kind is None else not is_role(kind, *_WITHOUT_PAIRS)


MEETS_IN_PAIRS = when(
    f"unless the role is {listed(_WITHOUT_PAIRS, 'or')}, and pairs are not offered beside another way of support",
    _meets_in_pairs,
    "role.kind",
)
