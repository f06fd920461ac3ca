"""Names that one place of the file gives and another uses: members, needs, measures."""

from collections.abc import Mapping

from mentorkit.programme.path import Path
from mentorkit.toml.outline import Outline

Pattern = tuple[str | int, ...]
"""A path in which -1 stands for every entry of a list."""

_MEMBER: Pattern = ("network", "members", -1, "id")
_NEED: Pattern = ("network", "needs", -1, "id")
_MEASURE: Pattern = ("outcomes", "measures", -1, "name")

_USES: Mapping[Pattern, Pattern] = {
    ("network", "links", -1, "from"): _MEMBER,
    ("network", "links", -1, "to"): _MEMBER,
    ("network", "links", -1, "deputy"): _MEMBER,
    ("network", "links", -1, "closed_by"): _MEMBER,
    ("network", "links", -1, "for", -1): _NEED,
    ("network", "members", -1, "settings", -1): _MEMBER,
    ("network", "members", -1, "meets", -1): _NEED,
    ("programme", "objectives", -1, "measure"): _MEASURE,
    ("online", "moderated_by", -1): _MEMBER,
    ("safeguarding", "probation", "risk_reviewed_by", -1): _MEMBER,
    ("safeguarding", "risk_told_to"): _MEMBER,
    ("staff", -1, "id"): _MEMBER,
}
"""Where a name is used, and where it is given."""


def given_to(outline: Outline, path: Path) -> dict[str, Path]:
    """The names that a value at a path can use, each with the path where it is given; empty for any other value.

    What a service has a name of its own for is given under that.
    """
    pattern = _USES.get(tuple(-1 if isinstance(part, int) else part for part in path))
    found = {**outline.texts(*pattern), **outline.texts(*pattern, "called")} if pattern else {}
    return {name: at for at, name in reversed(found.items())}


def definition(outline: Outline, offset: int) -> tuple[int, int] | None:
    """From where to where the name is given that stands at an offset, or None."""
    cursor = outline.cursor(offset)
    if cursor is None or cursor.kind != "value" or cursor.path not in outline:
        return None
    name = outline.written(outline[cursor.path])
    given = given_to(outline, cursor.path).get(name)
    return outline[given].value if given else None
