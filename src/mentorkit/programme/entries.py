"""The tables of which a file has lists, and what names one entry of such a list, wherever in it the entry stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from mentorkit.programme.about_file import Confirmation
from mentorkit.programme.credential import Credential
from mentorkit.programme.design import Objective, StaffRole
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.incidents import IncidentStep
from mentorkit.programme.key import key_to_field
from mentorkit.programme.matching import Exclusion, Preference
from mentorkit.programme.network import Link, Member, Need
from mentorkit.programme.path import Path
from mentorkit.programme.results import Measure
from mentorkit.programme.retention import Retention
from mentorkit.programme.support import Phase
from mentorkit.programme.tables import Programme
from mentorkit.values.own_name import OwnName

ENTRIES: Mapping[Any, tuple[str, tuple[str, ...]]] = {
    Confirmation: ("confirmation", ("at",)),
    Credential: ("credential", ("title",)),
    Exclusion: ("exclusion", ("what", "kind")),
    IncidentStep: ("step", ()),
    Link: ("link", ("from", "to", "kind")),
    Measure: ("measure", ("name",)),
    Member: ("member", ("id",)),
    Need: ("need", ("id",)),
    Objective: ("objective", ("text",)),
    OwnName: ("entry", ("called",)),
    Phase: ("phase", ()),
    Preference: ("preference", ("what", "kind")),
    Retention: ("kept records", ()),
    StaffRole: ("role", ("role",)),
    WaiverEntry: ("waiver", ("rule",)),
}
"""By the class of an entry: what it is called, and the keys that name it.

Phases, steps and rows of retention go by their place.
"""


def keys_of_name(entry: Any) -> tuple[str, ...]:
    """The keys that name an entry of a list of tables; none where it goes by its place, or is no such entry."""
    return ENTRIES.get(type(entry), ("", ()))[1]


def name_of(entry: Any) -> tuple[Any, ...]:
    """What names an entry of a list of tables, in the service's own words; nothing where it goes by its place."""
    names = (getattr(entry, key_to_field(key)) for key in keys_of_name(entry))
    return tuple(getattr(name, "called", name) for name in names)


def path_by_names(programme: Programme, path: Path) -> Iterator[Any]:
    """A path whose entries of lists go by their names, so that it stays when others come before them."""
    for length, part in enumerate(path):
        entry = programme.value(path[: length + 1]) if isinstance(part, int) else None
        yield name_of(entry) or part


def place_by_names(programme: Programme, path: Path) -> str:
    """A path in one line, with the entries of lists by their names: what a waiver is about.

    Examples:
        >>> from mentorkit.programme.network import Need, Network
        >>> design = Programme(network=Network(needs=(Need(id="housing"), Need(id="drugs"))))
        >>> place_by_names(design, ("network", "needs", 1))
        'network.needs.drugs'
    """
    if path and path[-1] in keys_of_name(programme.value(path[:-1])):
        path = path[:-1]  # the name of an entry is in its place already
    named = zip(path, path_by_names(programme, path), strict=True)
    return ".".join(
        " ".join(map(str, name)) if isinstance(name, tuple) and None not in name else str(part) for part, name in named
    )
