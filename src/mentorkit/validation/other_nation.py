"""What is said of a programme outside the United Kingdom, whose law is the only one that rules know."""

from collections.abc import Iterator

from mentorkit.core.finding import Finding
from mentorkit.programme.design import ELSEWHERE, Design
from mentorkit.programme.tables import Programme
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


def faults_of_nation(design: Design) -> Iterator[Fault]:
    """A fault where the name of another nation is one of the United Kingdom, whose law would not be checked."""
    name = as_seen(design.nation_name or "").removeprefix("the ").strip()
    if name in _IN_THE_UK:
        known = _IN_THE_UK[name]
        fix = f'write nation = "{known}"' if known else 'write the nation, such as nation = "england"'
        message = "rules know the law of this nation, so it is not another one"
        yield Fault(("programme", "nation_name"), message, f"{fix}, and take nation_name out")


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
    where = shortened(programme.programme.nation_name or "another nation")
    return f"no law is checked: the programme is in {where}, and rules know only the law of the United Kingdom"


def law_not_checked(programme: Programme) -> Iterator[Finding]:
    """A finding where no rule looks at the law of the nation, so that every form of a report says so."""
    if message := no_law_is_checked(programme):
        yield check_finding("law-not-checked", ("programme", "nation"), message, _FIX)
