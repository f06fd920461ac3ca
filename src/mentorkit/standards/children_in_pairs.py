"""Whom matching keeps apart where children are supported (STD334)."""

import re
from collections.abc import Iterator

from mentorkit.api import RESPONSIBLE_FOR_SAFETY, At, Problem, Programme, Strength, Way, as_seen, not_settled, rule
from mentorkit.standards.safeguarding_sources import ANOTHER_OFFICER
from mentorkit.standards.vocabulary import WHERE_CHILDREN_ARE_SUPPORTED

_KIN = re.compile(r"famil|sibling|brother|sister|relative|related|household|kin\b|surname|house\b|home\b")


@rule(
    "STD334",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[ANOTHER_OFFICER],
    reads=[At.matching.exclusions],
    applies=WHERE_CHILDREN_ARE_SUPPORTED,
    ways=[Way.PAIR],
    asked_since="2026-11",
)
def children_are_not_matched_with_their_own_family(programme: Programme) -> Iterator[Problem]:
    """A child who is hurt at home cannot say so to a brother, nor to somebody who lives there.

    The source wants a concern heard by somebody whom it is not about. That pairs of one family are ruled out by the
    design, and are not left to whoever makes them, is this project's reading.
    """
    if not any(_KIN.search(as_seen(each.what or "").replace("_", " ")) for each in programme.matching.exclusions or ()):
        yield not_settled(
            "matching.exclusions",
            "that nobody is matched with somebody of their own family",
            'add { what = "family", kind = "same" } to exclusions, and collect mentor_family and mentee_family',
        )
