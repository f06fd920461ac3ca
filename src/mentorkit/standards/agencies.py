"""Whether agencies, leads and school years are those of the nation (STD441)."""

import re
from collections.abc import Iterator

from mentorkit.api import UNDER_UK_LAW, At, Problem, Programme, Strength, Way, as_seen, falls_short, rule
from mentorkit.standards.sources import CLEAR_WAY

_AGENCIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"\bofsted\b", "Ofsted", ("england",)),
    (r"\bcqc\b|\bcare quality commission\b", "the Care Quality Commission", ("england",)),
    (r"\blado\b|local authority designated officer", "the local authority designated officer", ("england", "wales")),
    (r"\bestyn\b", "Estyn", ("wales",)),
    (r"\bcare inspectorate wales\b|\bciw\b", "Care Inspectorate Wales", ("wales",)),
    (r"\bcare inspectorate\b(?! wales)", "the Care Inspectorate", ("scotland",)),
    (r"\beducation scotland\b", "Education Scotland", ("scotland",)),
    (r"child protection co-?ordinator", "the child protection co-ordinator of a Scottish school", ("scotland",)),
    (r"\brqia\b", "the Regulation and Quality Improvement Authority", ("northern ireland",)),
    (r"\beducation and training inspectorate\b", "the Education and Training Inspectorate", ("northern ireland",)),
    (r"health and social care trust|\bgateway (team|service)", "a Health and Social Care Trust", ("northern ireland",)),
    (r"\byear ([789]|1[0-3])\b", "a school year of England and Wales", ("england", "wales", "northern ireland")),
)
"""Words for agencies, leads and years that only some nations have."""


@rule(
    "STD441",
    strength=Strength.SHOULD,
    sources=[CLEAR_WAY],
    reads=[
        At.programme.nation,
        At.recruitment.route,
        At.safeguarding.risk_told_to,
        At.safeguarding.complaints_to,
        At.safeguarding.whistleblowing_to,
        At.network.members,
    ],
    applies=UNDER_UK_LAW,
    ways=Way,
    asked_since="2026-11",
)
def agencies_are_those_of_the_nation(programme: Programme) -> Iterator[Problem]:
    """A way that leads to another nation's agency leads nowhere.

    The source asks for a clear way to the agencies concerned. Which nation has which is our own list.
    """
    nation = programme.programme.nation
    for at, stated in _texts_on_agencies(programme) if nation else ():
        for said, agency, nations in _AGENCIES:
            if nation not in nations and re.search(said, as_seen(stated)):
                message = f'"{stated}" speaks of {agency}, which {str(nation).title()} does not have'
                yield falls_short(at, message, "name who it is there")


def _texts_on_agencies(programme: Programme) -> Iterator[tuple[tuple[str | int, ...], str]]:
    safeguarding = programme.safeguarding
    for key, texts in (
        ("risk_told_to", safeguarding.risk_told_to),
        ("complaints_to", safeguarding.complaints_to),
        ("whistleblowing_to", safeguarding.whistleblowing_to),
    ):
        for place, stated in enumerate(texts if isinstance(texts, tuple) else filter(None, [texts])):
            yield (("safeguarding", key, place) if isinstance(texts, tuple) else ("safeguarding", key)), stated
    if programme.recruitment.route:
        yield ("recruitment", "route"), programme.recruitment.route
    for at, member in enumerate(programme.network.members or ()):
        for key, text in (("title", member.title), ("organisation", member.organisation)):
            if text:
                yield ("network", "members", at, key), text
