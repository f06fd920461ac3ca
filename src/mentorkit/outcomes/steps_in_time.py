"""Whether the steps after incidents were taken in their time."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import attrs

from mentorkit.records.incident_sheet import Incident, IncidentSheet, Step
from mentorkit.values.zoned_time import is_before


@attrs.frozen
class StepInTime:
    """How one step was taken after the incidents of a sheet, each of which is counted once.

    Attributes:
        step: the step.
        in_time: the ids of the incidents after which it was taken in its time.
        late: of those after which it was taken later.
        not_taken: of those after which it was not taken, and its time has passed.
        not_yet: of those after which it is not taken yet, and is still in time.
        not_known: of those of which nobody can say, since a moment is not known, or not how soon the step is taken.
    """

    step: Step
    in_time: Sequence[str]
    late: Sequence[str]
    not_taken: Sequence[str]
    not_yet: Sequence[str]
    not_known: Sequence[str]

    @property
    def due(self) -> int:
        """After how many incidents it was taken, or its time has passed: all that can be judged."""
        return len(self.in_time) + len(self.late) + len(self.not_taken)


@attrs.frozen
class StepsInTime:
    """How all steps were taken.

    Attributes:
        at: the moment of the answer.
        incidents: how many the sheet has.
        steps: in order.
    """

    at: datetime
    incidents: int
    steps: Sequence[StepInTime]


def steps_in_time(sheet: IncidentSheet, incidents: Iterable[Incident], at: datetime) -> StepsInTime:
    """Counts for each step of a sheet after which incidents it was taken in time, at a moment."""
    found = list(incidents)
    return StepsInTime(at, len(found), [_of_step(step, found, at) for step in sheet.steps])


def _of_step(step: Step, incidents: Iterable[Incident], at: datetime) -> StepInTime:
    ids: dict[str, list[str]] = {"in_time": [], "late": [], "not_taken": [], "not_yet": [], "not_known": []}
    for incident in incidents:
        ids[_how(step, incident, at)].append(incident.id)
    return StepInTime(step, **ids)


def _how(step: Step, incident: Incident, at: datetime) -> str:
    if incident.happened_at is None or step.column in incident.unclear or step.within is None:
        return "not_known"
    by = step.within.after(incident.happened_at)
    taken = incident.taken.get(step.column)
    if taken is not None:
        return "late" if is_before(by, taken) else "in_time"
    return "not_taken" if is_before(by, at) else "not_yet"
