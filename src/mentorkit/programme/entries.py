"""The tables of which a file has lists, and what names one entry of such a list, wherever in it the entry stands."""

from collections.abc import Mapping
from typing import Any

from mentorkit.programme.design import Objective, StaffRole
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.matching import Exclusion, Preference
from mentorkit.programme.network import Link, Member, Need
from mentorkit.programme.results import Measure
from mentorkit.programme.support import Phase

ENTRIES: Mapping[Any, tuple[str, tuple[str, ...]]] = {
    Exclusion: ("exclusion", ("what", "kind")),
    Link: ("link", ("from", "to", "kind")),
    Measure: ("measure", ("name",)),
    Member: ("member", ("id",)),
    Need: ("need", ("id",)),
    Objective: ("objective", ("text",)),
    Phase: ("phase", ()),
    Preference: ("preference", ("what", "kind")),
    StaffRole: ("role", ("role",)),
    WaiverEntry: ("waiver", ("rule",)),
}
"""By the class of an entry: what it is called, and the keys that name it. A phase goes by its place in the row."""
