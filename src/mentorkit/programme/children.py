"""Whether children take part: the one place that reads it from what a design says of ages, groups and mentors."""

import re
from typing import Any

from mentorkit.programme.tables import Programme
from mentorkit.values.inexact import lowest
from mentorkit.values.seen_text import as_seen
from mentorkit.values.three_valued import Answer, any_true

ADULT = 18
"""From this age on, in years, somebody is an adult in every nation of the United Kingdom, and until then a child."""

_CHILDREN = re.compile(
    r"\b(child|children|schoolchildren|pupils?|teens?|teenagers?|adolescents?|minors|under[- ]?1[0-8]s?|juveniles?)\b"
)
_AROUND_THEM = re.compile(r"\b(of|with|for|to|have|had|parents?|carers?|famil(y|ies)|mothers?|fathers?|adult)\b")


def under(age: int, stated: Any) -> Answer:
    """Whether a stated age is below one, or may be by a range; None where it is not stated."""
    return None if stated is None else bool(lowest(stated) < age)


def children_supported(programme: Programme) -> Answer:
    """Whether some of those who are supported are under 18, or None where the design does not say or says both.

    An age under 18 in [for_whom] or [network] says so, and so does role.works_with. A group whose words name children,
    or a role in a school, says so where nothing else is stated, and leaves it open where mentors are said to work with
    adults alone and no age is stated.

    Examples:
        >>> children_supported(Programme()) is None
        True
    """
    ages, network, works_with = programme.for_whom.ages, programme.network, programme.role.works_with
    youngest = [network.youngest, ages.from_ if ages else None]
    oldest = [network.oldest, ages.to if ages else None]
    if any(under(ADULT, age) for age in (*youngest, *oldest)) or "children" in (works_with or ()):
        return True
    if any(age is not None for age in youngest):
        return False
    named = _are_pupils(programme) or any(map(_names_children, programme.for_whom.groups or ()))
    if works_with:
        return None if named else False
    return True if named else None


def _names_children(group: str) -> bool:
    """Whether a group is one of children, and not of people around them, such as parents of young children."""
    found = _CHILDREN.search(as_seen(group))
    return found is not None and not _AROUND_THEM.search(as_seen(group), 0, found.start())


def _are_pupils(programme: Programme) -> bool:
    """Whether the design is for schools, and not for students, who may all be adults."""
    kind = programme.role.kind
    in_schools = "schools" in (programme.programme.sectors or ()) or "school" in (programme.programme.settings or ())
    return in_schools and kind is not None and "student mentor" not in as_seen(kind).replace("-", " ")


def children_mentor(programme: Programme) -> Answer:
    """Whether some mentors are under 18, or None where the design does not say."""
    return under(ADULT, programme.role.youngest)


def children_take_part(programme: Programme) -> Answer:
    """Whether somebody under 18 takes part, as one of those supported or as a mentor."""
    return any_true((children_supported(programme), children_mentor(programme)))
