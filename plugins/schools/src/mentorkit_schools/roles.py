"""Kinds of roles that rules of the sector distinguish: pupils or others, with a mentee each or for all who come."""

from mentorkit.api import Programme, when
from mentorkit_schools.vocabulary import is_role

PUPIL_ROLES = ("peer educator", "peer supporter", "cross-age mentor", "peer listener", "peer mediator")
KINDS = (*PUPIL_ROLES, "student mentor", "youth mentor")
_WITHOUT_PAIRS = ("peer educator", "peer supporter", "peer listener", "peer mediator")


def _in_pairs(programme: Programme) -> bool | None:
    kind = programme.role.kind
    return None if kind is None else not is_role(kind, *_WITHOUT_PAIRS)


IN_PAIRS = when(f"unless the role is {', '.join(_WITHOUT_PAIRS[:-1])} or {_WITHOUT_PAIRS[-1]}", _in_pairs, "role.kind")
