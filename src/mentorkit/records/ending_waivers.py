"""Waivers that end soon, or have ended: somebody decides again, or the rule is followed."""

from datetime import date

import attrs

from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.tables import Programme
from mentorkit.validation.waivers import faults_of
from mentorkit.values.seen_text import as_seen


@attrs.frozen
class EndingWaiver:
    """A waiver that ends.

    Attributes:
        rule: the rule that it sets aside.
        at: the place that it is about, as the file names it; empty where it names none.
        agreed_by: the role that agreed.
        until: the last day on which it counts.
        leaves_open: whether it was decided to leave something open.
        ended: whether that day has passed.
    """

    rule: Rule
    at: str
    agreed_by: str
    until: date
    leaves_open: bool
    ended: bool

    @property
    def about(self) -> tuple[str, str, bool]:
        """What it is about, alike for the waiver that is recorded after it."""
        return (self.rule.id, as_seen(self.at), self.leaves_open)


def ending_waivers(rulebook: Rulebook, programme: Programme, on: date, until: date) -> list[EndingWaiver]:
    """The waivers that end by a day and those that have ended, by date; of several about one thing the last to end.

    Left out is what does not count for another reason, such as a role that may not agree: `validate` says so.

    Args:
        rulebook: the rules.
        programme: the design.
        on: the day that is asked about.
        until: the last day that is looked at.
    """
    last: dict[tuple[str, str, bool], EndingWaiver] = {}
    for entry in programme.waivers or ():
        rule = rulebook.rule(str(entry.rule))
        faults = faults_of(rulebook, entry, on, suggest=False)
        if rule and entry.until and all(fault.rule == "waiver-expired" for fault in faults):
            agreed_by, leaves_open = str(entry.agreed_by), bool(entry.leaves_open)
            waiver = EndingWaiver(rule, entry.at or "", agreed_by, entry.until, leaves_open, entry.until < on)
            if waiver.about not in last or last[waiver.about].until < waiver.until:
                last[waiver.about] = waiver
    ending = (waiver for waiver in last.values() if waiver.until <= until)
    return sorted(ending, key=lambda waiver: (waiver.until, waiver.about))
