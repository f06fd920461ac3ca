"""Recording a waiver in the file of a programme, and why one is refused."""

from datetime import date
from typing import Any

import attrs

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.governance import WaiverEntry
from mentorkit.toml.append_tables import with_tables
from mentorkit.toml.document import Document
from mentorkit.validation.opened import Opened
from mentorkit.validation.waivers import Waivers, fault_of

_WAIVERS = ("waivers",)
_BY_HAND = "write [[waivers]] and its keys rule, reason, agreed_by and until by hand"


@attrs.frozen
class RecordedWaiver:
    """A waiver as it will stand in the file.

    Attributes:
        text: of the whole file with it.
        set_aside: the findings that it sets aside.
        still_open: those of the rule that stay, because rules without a waiver say the same.
        ended: the places, among the waivers, of earlier ones for the rule that no longer count.
    """

    text: str
    set_aside: tuple[Finding, ...]
    still_open: tuple[Finding, ...]
    ended: tuple[int, ...]


def record_waiver(opened: Opened, waiver: WaiverEntry, on: date) -> RecordedWaiver:
    """Puts a waiver into the text of a programme's file, behind those that are there.

    Args:
        opened: the programme with its file.
        waiver: with all four of its keys.
        on: the date on which it is recorded.

    Raises:
        CannotJudgeError: where the waiver would not count, would have nothing to do, or the file cannot take it.
    """
    document, rulebook, programme = opened.document, opened.rulebook, opened.programme
    named = str(waiver.rule)
    _refuse_what_does_not_count(document, rulebook, waiver, on)
    in_force = Waivers.of(rulebook, programme, on).in_force
    if named in in_force:
        index, entry = in_force[named]
        message = f"a waiver for {named} is in force until {entry.until}"
        raise document.refusal((*_WAIVERS, index), message, "change that one in the file")
    there = programme.waivers or ()
    waived = attrs.evolve(programme, waivers=(*there, waiver))
    waivers = Waivers.of(rulebook, waived, on)
    found = waivers.applied_to(read_design(rulebook, waived, on, waivers.in_force))
    aside = tuple(finding for finding in found if finding.waived and named in finding.rules)
    standing = tuple(finding for finding in found if not finding.waived and named in finding.rules)
    rule = rulebook.rule(named)
    if not aside and not standing and (rule is None or rule.stage is None):
        message = f"{named} finds nothing in this design, and a waiver for it would hide a later problem"
        raise document.refusal((), message, "leave it; record a waiver once there is something to decide")
    data: dict[str, Any] = {
        "rule": named,
        "reason": waiver.reason,
        "agreed_by": waiver.agreed_by,
        "until": waiver.until,
    }
    text = with_tables(
        document, _WAIVERS, _written(data), [data], by_hand=_BY_HAND, fewer="give the reason in fewer words"
    )
    ended = tuple(index for index, entry in enumerate(there) if entry.rule == named)
    return RecordedWaiver(text, aside, standing, ended)


def _refuse_what_does_not_count(document: Document, rulebook: Rulebook, waiver: WaiverEntry, on: date) -> None:
    if waiver.until is not None and waiver.until < on:
        raise document.refusal(
            (), f"{waiver.until} is past, and a waiver counts until the end of its last day", "name a day in the future"
        )
    if fault := fault_of(rulebook, waiver, on):
        fix = "follow the rule" if fault.rule == "waiver-refused" else fault.fix
        raise document.refusal((), fault.message, fix)


def _written(data: dict[str, Any]) -> str:
    from tomli_w import dumps  # only wanted where something is written

    return f"[[waivers]]\n{dumps(data)}"
