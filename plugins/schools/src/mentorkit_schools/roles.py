"""Kinds of roles that rules of the sector tell apart: pupils or others, with a mentee each or for whoever comes."""

from mentorkit.api import Programme, when

PUPIL_ROLES = ("peer educator", "peer supporter", "cross-age mentor", "peer listener", "peer mediator")
_WITHOUT_PAIRS = ("peer educator", "peer supporter", "peer listener", "peer mediator")


def _in_pairs(programme: Programme) -> bool | None:
    kind = programme.role.kind
    return None if kind is None else kind not in _WITHOUT_PAIRS


IN_PAIRS = when(f"unless the role is {', '.join(_WITHOUT_PAIRS[:-1])} or {_WITHOUT_PAIRS[-1]}", _in_pairs, "role.kind")
