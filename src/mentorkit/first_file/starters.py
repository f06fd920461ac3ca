"""What first files begin [matching] with: preferences and exclusions to choose from, each with its reason."""

from collections.abc import Iterator, Mapping

from mentorkit.programme.path import Path
from mentorkit.text.values_in_text import written

_Starter = Mapping[str, str | int]

STARTERS: Mapping[Path, tuple[str, tuple[_Starter, ...]]] = {
    ("matching", "preferences"): (
        "Starters, to choose from and to weigh; criteria alone compare nobody. Of each, both sides are asked: "
        "mentor_interests and mentee_interests go in collects above.",
        (
            {"what": "interests", "kind": "overlap", "weight": 10},
            {"what": "days", "kind": "overlap", "weight": 5},
        ),
    ),
    ("matching", "exclusions"): (
        "Starters, to choose from: whom to keep apart, also if nobody knows whether it holds. Of each, both sides are "
        "asked: mentor_family and mentee_family go in collects above. A team is also written by those who manage it.",
        (
            {"what": "family", "kind": "same", "why": "a relative is no stranger to tell things to"},
            {"what": "house", "kind": "same", "why": "at home nobody has to be anybody's mentor or mentee"},
            {"what": "court_case", "kind": "overlap", "why": "co-defendants keep apart"},
            {"what": "team", "kind": "overlap", "why": "nobody speaks freely to a line manager or a colleague"},
        ),
    ),
}
"""For a list of tables, what to know of it, and what its tables may say; none of it is a value of the service."""


def starters(path: Path) -> Iterator[str]:
    """The tables that a list of tables may begin with, commented out, as lines; nothing for other lists."""
    for entry in STARTERS.get(path, ("", ()))[1]:
        yield f"#[[{'.'.join(map(str, path))}]]"
        yield from (f"#{name} = {written(value)}" for name, value in entry.items())
