"""The columns that steps after an incident have in a sheet: each step one of its own, named by its words."""

from collections.abc import Iterator

from mentorkit.programme.incidents import Incidents, step_column
from mentorkit.programme.kept_columns import INCIDENT_COLUMNS
from mentorkit.text.values_in_text import written
from mentorkit.toml.faults import Fault


def faults_of_steps(incidents: Incidents) -> Iterator[Fault]:
    """A fault for each step whose words name no column, or the column of another step or of each sheet of incidents."""
    taken: dict[str, str] = dict.fromkeys(INCIDENT_COLUMNS, "which each sheet of incidents has")
    for place, step in enumerate(incidents.steps or ()):
        if step.what is None:
            continue
        path = ("incidents", "steps", place, "what")
        column = step_column(step.what)
        if not column:
            yield Fault(path, "this has no letters to name a column by", 'write words, such as "first meeting"')
        elif column in taken:
            message = f"this step would have the column {column}, {taken[column]}"
            yield Fault(path, message, "call it something else")
        else:
            taken[column] = f"as {written(step.what)} has"
