"""Which steps are left to take after incidents, by which moment, and by whom."""

from collections.abc import Sequence
from datetime import datetime

import attrs

from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.incidents import Incidents
from mentorkit.programme.kept_columns import HAPPENED_AT, PART_OF_IT, PERSON, PRACTITIONER
from mentorkit.programme.path import dotted
from mentorkit.programme.ranges import ranges_in
from mentorkit.programme.tables import Programme
from mentorkit.records.due import DueItem
from mentorkit.records.incident_sheet import Incident, IncidentSheet, Step, why_too_old
from mentorkit.text.words import listed
from mentorkit.values.inexact import lowest
from mentorkit.values.seen_text import as_seen
from mentorkit.values.zoned_time import is_before

STEPS = "steps after the incident"
"""What an item is about that is about all of them."""


@attrs.frozen
class StepsLeft:
    """What is left to do after incidents at a moment, and for some time after it.

    Attributes:
        sheet: of the incidents.
        rule: which asks for the steps.
        incidents: what the design says of them.
        at: the moment that is asked about.
        until: the last moment that is looked at.
    """

    sheet: IncidentSheet
    rule: Rule
    incidents: Incidents
    at: datetime
    until: datetime

    @classmethod
    def of(
        cls, sheet: IncidentSheet, rulebook: Rulebook, programme: Programme, at: datetime, until: datetime
    ) -> "StepsLeft":
        """What a programme asks to be done."""
        rule, _ = rulebook.parameters["incidents", "steps"][0]
        return cls(sheet, rule, programme.incidents, at, until)

    @property
    def others_only(self) -> bool:
        """Whether nobody may take a step who was part of the incident, which is so unless the design says no.

        Who went through it never may.
        """
        return self.incidents.not_part_of_it is not False

    def of_incident(self, incident: Incident) -> list[DueItem]:
        """The steps that are left after an incident, in order; or why none can be proposed, which a person settles."""
        left = [step for step in self.sheet.steps if step.column not in incident.taken]
        if incident.impossible:
            return [self._to_settle(incident, STEPS, next(iter(incident.impossible.values())))]
        happened_at = incident.happened_at
        if happened_at is None:
            return [self._to_settle(incident, step.what, incident.unclear[HAPPENED_AT]) for step in left]
        first_is_left = bool(left) and left[0] is self.sheet.steps[0] and left[0].column not in incident.unclear
        if first_is_left and (why := why_too_old(self.incidents, happened_at, self.at)):
            why = f"{why}; no step is proposed, a person decides"
            return [attrs.evolve(self._to_settle(incident, STEPS, why), too_old=True)]
        return [item for step in left if (item := self._step(incident, happened_at, step))]

    def _step(self, incident: Incident, happened_at: datetime, step: Step) -> DueItem | None:
        """A step that is left; None where it is due later than is looked at."""
        if why := incident.unclear.get(step.column):
            return self._to_settle(incident, step.what, why)
        if step.within is None:
            return self._to_settle(incident, step.what, "the programme does not state how soon it is done")
        by = lowest(step.within).after(happened_at)
        if is_before(self.until, by):
            return None
        who, to_settle = self._who(incident)
        nobody = [] if incident.practitioners or PRACTITIONER in incident.unread else ["no practitioner is named"]
        return DueItem(
            incident.id,
            self.rule,
            by.date(),
            overdue=is_before(by, self.at),
            unclear="; ".join([*self._earliest(step), *nobody, *to_settle]),
            step=step.what,
            moment=by,
            person=incident.person,
            by_whom=listed(who) if who else "",
            is_open=bool(to_settle),
        )

    def _earliest(self, step: Step) -> Sequence[str]:
        """That the design states a range for when a step is due, so that the earliest date counts."""
        at = ("incidents", "steps", self.sheet.steps.index(step), "within")
        ranges = [f"{dotted(path)}: {range_}" for path, range_ in ranges_in(step.within, at)]
        return [f"the design states a range ({each}), so the earliest date counts" for each in ranges]

    def _who(self, incident: Incident) -> tuple[Sequence[str], Sequence[str]]:
        """The practitioners who take the steps after an incident, and what a person has to settle about them first."""
        to_settle = [f"{name} cannot be read" for name in incident.unread]
        who: list[str] = []
        for practitioner in incident.practitioners:
            against, may = self._against(incident, practitioner)
            to_settle += against
            who += [practitioner] if may and not incident.unread else []
        if not incident.person and PERSON not in incident.unread:
            to_settle.append("person is not known; ask who went through it")
        if self.others_only and incident.part_of_it is None and who:
            to_settle.append(f"{PART_OF_IT} is not known; ask whether {listed(who, 'or')} was part of the incident")
        return who, to_settle

    def _against(self, incident: Incident, practitioner: str) -> tuple[Sequence[str], bool]:
        """What is against a practitioner who takes the steps after an incident, and whether they may all the same."""
        seen, others = as_seen(practitioner), [*map(as_seen, incident.part_of_it or ())]
        another = "name another practitioner"
        if seen in map(as_seen, incident.not_wanted):
            return [f"{practitioner} is not wanted; {another}"], False
        if seen == as_seen(incident.person) or (self.others_only and seen in others):
            return [f"{practitioner} was part of the incident; {another}"], False
        alike = [listed(ids) for ids in incident.look_alikes if practitioner in ids]
        if alike:
            return [f"{each} look alike; settle who is meant" for each in alike], False
        if seen in others:
            return [f"{practitioner} was part of the incident, which the programme allows"], True
        return [], True

    def _to_settle(self, incident: Incident, what: str, why: str) -> DueItem:
        return DueItem(incident.id, self.rule, None, unclear=why, step=what, person=incident.person)
