"""Objectives that are about other people than those of whom their measure is taken."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction
from mentorkit.values.seen_text import as_seen

_Party = Literal["mentor", "mentee"]
_OTHER: Mapping[_Party, _Party] = MappingProxyType({"mentor": "mentee", "mentee": "mentor"})
_HOW_MANY = r"(?:(?:all|more|fewer|most|many|the|our) )*"
_SUPPORTED = r"people(?! (?:who|with|in|from|of|like|we) )(?!.*(?:train|volunteer|lived|peer))"
"""How people write of those who are supported: "people in recovery" may be the mentors too."""


def objectives_of_others(programme: Programme) -> Iterator[Contradiction]:
    """What is to be achieved for mentees is not measured of mentors alone, nor the other way round."""
    for place, objective in enumerate(programme.programme.objectives or ()):
        about = _about(programme, objective.text or "")
        if about is not None and _measured_of(programme, objective.measure or "") == {_OTHER[about]}:
            taken = f"outcomes.measures takes {objective.measure} of {_OTHER[about]}s alone"
            message = f'"{objective.text}" is about {about}s, and {taken}'
            yield Contradiction(("programme", "objectives", place, "measure"), message, CORRECT)


def _measured_of(programme: Programme, name: str) -> set[str | None]:
    """Of whom a measure is taken; of None where one of its entries does not say."""
    named = [measure.of for measure in programme.outcomes.measures or () if measure.is_called(name)]
    return {party for of in named for party in of or (None,)}


def _about(programme: Programme, text: str) -> _Party | None:
    """The one party that a text begins with, where it does not name the other one too."""
    seen = as_seen(text)
    names = {party: "|".join(_names(programme, party)) for party in _OTHER}
    for party, other in _OTHER.items():
        if re.match(rf"{_HOW_MANY}(?:{names[party]})\b", seen) and not re.search(rf"\b(?:{names[other]})\b", seen):
            return party
    return None


def _names(programme: Programme, part: _Party) -> Iterator[str]:
    """How a text may call those of a part, as patterns."""
    called: list[str | None] = [part, programme.role.title if part == "mentor" else None]
    for member in programme.network.members or ():
        called += [member.title, member.id] if member.part == part else []
    yield from (f"{re.escape(as_seen(name))}s?" for name in called if name)
    if part == "mentee":
        yield _SUPPORTED
