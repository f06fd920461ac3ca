"""What `mentorkit outcomes` says of measures: who was asked, and what has changed since the start."""

from typing import TYPE_CHECKING

import click

from mentorkit.cli.answer_output import format_for, style_for, write_answer
from mentorkit.cli.moments import DayOrMoment, day_asked
from mentorkit.cli.record_files import open_sheet, refuse_half_a_sheet, tell_look_alikes
from mentorkit.cli.sheet_templates import Template
from mentorkit.reports.formats import OUTCOMES

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.outcomes.plan import MeasurementPlan
    from mentorkit.programme.tables import Programme


def template_of_measures(file: str, rulebook: "Rulebook", programme: "Programme") -> Template:
    """The empty sheet of measures.

    Raises:
        CannotJudgeError: where the design does not say what is measured.
    """
    from mentorkit.outcomes.plan import columns_of_measures

    columns = columns_of_measures(_plan(file, rulebook, programme), rulebook.with_words_for(programme).words)
    return Template(list(columns.values()), "text, the same in each row of a person")


def outcomes_of_measures(
    file: str,
    programme: "Programme",
    rulebook: "Rulebook",
    records: str,
    *,
    intervals: bool,
    day_first: bool,
    on: DayOrMoment.Given | None,
    output: str | None,
    form: str | None,
) -> None:
    """Says what has changed, from a sheet of measures.

    Raises:
        CannotJudgeError: where the design does not say what is measured.
        NotDoneError: where something in the sheet cannot be read, so that figures would mislead.
    """
    from mentorkit.outcomes.change import NoStatisticsError, check_statistics
    from mentorkit.outcomes.measured_people import MeasuredPeople
    from mentorkit.outcomes.plan import UNKNOWN_COLUMN, columns_of_measures
    from mentorkit.outcomes.summary import outcomes_of
    from mentorkit.reports.outcomes import EXTRA, OutcomesReport, outcomes_summary
    from mentorkit.values.seen_text import look_alikes
    from mentorkit.values.zoned_time import zone_of_nation

    today = day_asked(on, zone_of_nation(programme.programme.nation))
    words = rulebook.with_words_for(programme).words
    plan = _plan(file, rulebook, programme)
    format_ = format_for(form, output, OUTCOMES)
    there = True
    try:
        check_statistics()
    except NoStatisticsError:
        there = False
        if intervals or format_ is OUTCOMES["svg"]:
            raise click.UsageError(EXTRA) from None
    measured = MeasuredPeople(plan, records)
    columns = columns_of_measures(plan, words)
    with open_sheet(records, columns, day_first=day_first, once=False, unknown=UNKNOWN_COLUMN, on=today) as people:
        for record in people:
            for fault in measured.add(record):
                people.note(fault)
        for doubt in measured.not_quite_yes_or_no():
            people.remark(doubt)
    refuse_half_a_sheet(people.faulty)
    tell_look_alikes(look_alikes(measured.ids))
    found = outcomes_of(measured, intervals=there)
    report = OutcomesReport(programme.programme.name or file, found, words, style_for(output))
    write_answer(output, [format_.load()(report)], outcomes_summary(found, words))


def _plan(file: str, rulebook: "Rulebook", programme: "Programme") -> "MeasurementPlan":
    from mentorkit.outcomes.plan import MeasurementPlan, PlanError
    from mentorkit.toml.document import CannotJudgeError

    try:
        return MeasurementPlan.of(programme, [tool for sector in rulebook.sectors.values() for tool in sector.tools])
    except PlanError as problem:
        raise CannotJudgeError(file, str(problem), problem.fix) from None
