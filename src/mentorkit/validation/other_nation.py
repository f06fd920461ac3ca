"""What is said of a programme outside the United Kingdom, whose law is the only one that rules know."""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

import attrs

from mentorkit.core.finding import Finding
from mentorkit.programme.design import ELSEWHERE, Design, UkNation
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.text.words import shortened
from mentorkit.toml.faults import Fault
from mentorkit.validation.file_checks import check_finding
from mentorkit.values.seen_text import as_seen

_FIX = (
    "ask somebody who knows the law there what it asks: of checks on people, of work with children, of data on health "
    "and offences, of equality, and of what people may do in the role"
)


_IN_THE_UK = {
    "england": "england",
    "wales": "wales",
    "cymru": "wales",
    "scotland": "scotland",
    "alba": "scotland",
    "northern ireland": "northern ireland",
    "united kingdom": "",
    "uk": "",
    "great britain": "",
    "britain": "",
    "gb": "",
}
"""Names of the nations whose law rules know, as people write them, each with how the file writes it."""
_BETWEEN_NAMES = re.compile(r"[,;/&+()]|\band\b|\bor\b")


def faults_of_nation(design: Design) -> Iterator[Fault]:
    """A fault where the name of another nation does not go with the nation, or is no name of another one.

    The law of the United Kingdom would not be checked, or would be checked on a programme that is elsewhere.
    """
    path = ("programme", "nation_name")
    known = _in_the_uk(design.nation_name)
    if design.nation == ELSEWHERE and as_seen(design.nation_name or "") == ELSEWHERE:
        yield Fault(path, "this is not the name of a nation", 'write the name, such as nation_name = "Canada"')
    elif design.nation == ELSEWHERE and known - {None}:
        stated = sorted(filter(None, known))
        fix = f'write nation = "{stated[0]}"' if len(stated) == 1 else 'write the nation, such as nation = "england"'
        fix = f"{fix}, and take nation_name out"
        if None in known:
            fix = f"{fix}; if the programme is elsewhere too, write a file of its own for that part"
        yield Fault(path, "rules know the law of this nation, so it is not another one", fix)
    elif design.nation in get_args(UkNation) and known - {"", design.nation}:
        message = f'nation is "{design.nation}", and nation_name says that the programme is in another one'
        yield Fault(path, message, f"take nation_name out, or write nation = {written(ELSEWHERE)} if it is elsewhere")


def _in_the_uk(names: str | None) -> set[str | None]:
    """The nations whose law rules know, of those that are named, as the file writes them; None for any other one."""
    each = (name.removeprefix("the ").strip() for name in _BETWEEN_NAMES.split(as_seen(names or "").replace(".", "")))
    return {_IN_THE_UK.get(name) for name in each if name}


def with_checks_of_nation(faults: Iterable[Fault], design: Design) -> list[Fault]:
    """The faults, of which one of a check that rules do not know says what to write outside the United Kingdom."""
    fix = (
        'write record_check = "of another nation", and say which in the document "what local law asks"; or "none", if '
        "nobody is checked"
    )
    elsewhere = design.nation == ELSEWHERE
    return [
        attrs.evolve(each, fix=fix) if elsewhere and each.path == ("screening", "record_check") else each
        for each in faults
    ]


def where(design: Design) -> str:
    """Where a programme is that states its nation, as a sentence goes on after "is".

    Examples:
        >>> where(Design(nation="other", nation_name="Canada")), where(Design(nation="other"))
        ('in Canada', 'outside the United Kingdom')
    """
    if design.nation in get_args(UkNation):
        return f"in {str(design.nation).title()}"
    named = design.nation_name and not any(faults_of_nation(design))
    return f"in {shortened(design.nation_name or '')}" if named else "outside the United Kingdom"


def no_law_is_checked(programme: Programme) -> str:
    """That no rule looks at the law of the nation, in one sentence; empty where rules know its law, or no nation is.

    Examples:
        >>> from mentorkit.programme.design import Design
        >>> no_law_is_checked(Programme(programme=Design(nation="other", nation_name="Canada")))
        'no law is checked: the programme is in Canada, and rules know only the law of the United Kingdom'
        >>> no_law_is_checked(Programme(programme=Design(nation="wales")))
        ''
    """
    if programme.programme.nation != ELSEWHERE:
        return ""
    there = where(programme.programme)
    return f"no law is checked: the programme is {there}, and rules know only the law of the United Kingdom"


def law_not_checked(programme: Programme) -> Iterator[Finding]:
    """A finding where no rule looks at the law of the nation, so that every form of a report says so."""
    if message := no_law_is_checked(programme):
        yield check_finding("law-not-checked", ("programme", "nation"), message, _FIX)
