"""mentorkit outcomes: what changed, for whom, and how sure that is."""

from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.answer_output import output_options
from mentorkit.cli.contact_outcomes import contact_outcomes
from mentorkit.cli.group_sessions import outcomes_of_sessions, require_sessions, sessions_option
from mentorkit.cli.incidents import outcomes_of_incidents
from mentorkit.cli.measures import outcomes_of_measures, template_of_measures
from mentorkit.cli.moments import DayOrMoment, day_or_moment_asked, on_or_at_option
from mentorkit.cli.options import FILE_PATH, debug_option
from mentorkit.cli.programme_files import open_design
from mentorkit.cli.record_files import day_first_option
from mentorkit.cli.sheet_kind import ATTENDANCE, CONTACTS, INCIDENTS, MEASURES, SheetKind, sheet_of
from mentorkit.cli.sheet_templates import Template, template_of
from mentorkit.cli.ways import in_one_way, way_option
from mentorkit.core.stage import Stage
from mentorkit.programme.ways import Way
from mentorkit.reports.formats import OUTCOMES

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme

_USUAL = {
    (Way.DROP_IN,): CONTACTS,
    (Way.ON_CALL,): CONTACTS,
    (Way.DROP_IN, Way.ON_CALL): CONTACTS,
    (Way.INCIDENT,): INCIDENTS,
}
"""The sheet that is meant where a programme offers these ways alone, and nothing else says it; otherwise measures."""


@click.command(
    epilog="""\b
Examples:
  mentorkit outcomes programme.toml --template -o measures.csv
  mentorkit outcomes programme.toml measures.csv
  mentorkit outcomes programme.toml measures.csv -o outcomes.svg
  mentorkit outcomes programme.toml attendance.csv --sessions sessions.csv
  mentorkit outcomes programme.toml calls.csv --on 2026-11-30T16:00
  mentorkit outcomes programme.toml incidents.csv"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.argument("records", type=FILE_PATH, metavar="RECORDS", required=False)
@click.option("--template", is_flag=True, help="Write an empty sheet to fill in, and a second that explains it.")
@way_option
@sessions_option
@click.option("--measures", is_flag=True, help="With --template: a sheet of measures, also for people on a rota.")
@day_first_option
@on_or_at_option(
    "The day or moment of the answer; nothing can have happened after it. A day alone is its last minute. Of sessions, "
    "one on that day is still to come until it is recorded who attended."
)
@click.option("--intervals", is_flag=True, help="Exit with 2 if changes and their intervals cannot be given.")
@output_options(OUTCOMES)
@debug_option
def outcomes(
    programme: str,
    records: str | None,
    template: bool,
    way: str | None,
    sessions: str | None,
    measures: bool,
    day_first: bool,
    on: "DayOrMoment.Given | None",
    intervals: bool,
    output: str | None,
    form: str | None,
) -> None:
    """Say for each measure of the design who was asked, and what has changed since the start.

    RECORDS is a sheet (.csv), JSON Lines (.jsonl) or TOML (.toml) with a row for each person, measure and point, or -
    for a sheet on standard input. Changes come with their confidence interval, which needs mentorkit[statistics].
    Groups of fewer than five people are hidden. No cause is claimed.

    In group sessions, with --sessions, RECORDS is the sheet of attendance, and the answer is how many people attended
    each session of the series.

    For a drop-in, people on call and reports in an online place, RECORDS has a row for each contact, without names, and
    the answer is how soon they were answered.

    After incidents, RECORDS has a row for each of them, and the answer is for each step after how many of them it was
    taken in time, late or not at all. The columns say which of these sheets RECORDS is.

    People on a rota and practitioners can be measured as mentors, and members of mutual aid as members.

    The exit status is 0, or 2 if something could not be read or judged: figures from half a sheet are not shown. It is
    2 as well if ids of contacts, or of people who answered them, look alike, and 1 if of some incidents nobody can say
    whether a step was taken in time.
    """
    from mentorkit.values.zoned_time import zone_of_nation

    if template is (records is not None):
        raise click.UsageError("name a file of measures, or ask for an empty one with --template")
    design, rulebook = open_design(programme)
    meant = [Way(way)] if way else [each for each in Way if design.offers(each)]
    usual = MEASURES if measures else _USUAL.get(tuple(meant), MEASURES)
    if records is None:
        if sessions is not None:
            raise click.UsageError("--sessions goes with a sheet of attendance; leave it out for an empty sheet")
        _empty_sheet(programme, rulebook, design, usual, way).write(output)
        return
    usual = ATTENDANCE if sessions is not None else usual
    sheet = sheet_of(records, rulebook, design).as_one_of(
        design, MEASURES, ATTENDANCE, CONTACTS, INCIDENTS, otherwise=usual
    )
    way = sheet.way(design, way)
    require_sessions(sheet, sessions)
    if intervals and sheet.kind is not MEASURES:
        raise click.UsageError(f"--intervals is about measures, and not about {sheet.kind.name}")
    how: dict[str, Any] = {"day_first": day_first, "on": on, "output": output, "form": form}
    if sheet.kind is CONTACTS:
        contact_outcomes(programme, design, way, records, **how)
        return
    if way is not None:
        design = in_one_way(programme, rulebook, design, way, [Stage.OUTCOMES])
    if sessions is not None:
        how["on"] = day_or_moment_asked(on, zone_of_nation(design.programme.nation))
        outcomes_of_sessions(programme, design, sessions, records, **how)
    elif sheet.kind is INCIDENTS:
        outcomes_of_incidents(programme, design, records, **how)
    else:
        outcomes_of_measures(programme, design, rulebook, records, intervals=intervals, **how)


def _empty_sheet(file: str, rulebook: "Rulebook", design: "Programme", kind: SheetKind, way: str | None) -> Template:
    if kind is not MEASURES:
        return template_of(file, rulebook, design, kind.name, way)
    if way is not None:
        design = in_one_way(file, rulebook, design, way, [Stage.OUTCOMES])
    return template_of_measures(file, rulebook, design)
