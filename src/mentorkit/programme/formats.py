"""The versions of the file format: which are read, which one is written, and which keys only one of them has."""

from collections.abc import Mapping

from mentorkit.programme.path import Path

FORMATS = (1, 2)
"""The versions that this release reads, the newest last."""

FORMAT = 2
"""The version in which new files are written."""

ONLY_IN: Mapping[Path, int] = {
    ("file",): 2,
    ("programme", "ways"): 2,
    ("programme", "part_of"): 2,
    ("relationship", "pairs"): 1,
    ("group_sessions",): 2,
    ("drop_in",): 2,
    ("on_call",): 2,
    ("mutual_aid",): 2,
    ("incidents",): 2,
    ("online",): 2,
    ("for_whom",): 2,
    ("organisation",): 2,
    ("programme", "nation_name"): 2,
    ("programme", "models"): 2,
    ("programme", "fee"): 2,
    ("programme", "funded_by"): 2,
    ("role", "tasks"): 2,
    ("role", "occasions"): 2,
    ("role", "credentials"): 2,
    ("role", "paid"): 2,
    ("safeguarding", "adults_checked"): 2,
    ("safeguarding", "contact_outside_meetings"): 2,
    ("safeguarding", "consent_from"): 2,
    ("safeguarding", "complaints_to"): 2,
    ("safeguarding", "whistleblowing_to"): 2,
    ("training", "given"): 2,
    ("training", "taught_by"): 2,
    ("training", "comes"): 2,
    ("governance", "special_data_basis"): 2,
    ("governance", "retention"): 2,
}
"""By the path of a key that not every version has, the one that does."""

RANGES_SINCE = 2
"""The version since which a number or a length of time can be a range."""

HOW_TO_STATE_A_RANGE = (
    f"{{ from = …, to = … }}, {{ about = … }}, {{ at_least = … }} or {{ at_most = … }} (only in format {RANGES_SINCE})"
)
"""How a value is written that its source gives as a range."""


def in_which_format(path: Path, described: str) -> str:
    """What a key is, and in which version alone there is one at its path.

    Examples:
        >>> in_which_format(("programme", "ways"), "the ways of support")
        'the ways of support (only in format 2)'
    """
    return f"{described} (only in format {ONLY_IN[path]})" if path in ONLY_IN else described
