"""mentorkit decide: what the rules of a stage say about people."""

from datetime import date

import click

from mentorkit.cli.answer_output import collecting, format_for, output_options, style_for, write_answer
from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError
from mentorkit.cli.options import FILE_PATH, OneOfWords, debug_option, on_option, values_option
from mentorkit.cli.programme_files import open_design, say_if_no_law_is_checked
from mentorkit.cli.record_files import day_first_option, open_records
from mentorkit.cli.sheet_kind import MEMBERS, PEOPLE, PROPOSALS, sheet_of
from mentorkit.cli.ways import in_one_way, require_decided, way_option
from mentorkit.core.stage import Stage
from mentorkit.reports.formats import DECISIONS


@click.command(
    epilog="""\b
Examples:
  mentorkit facts programme.toml --template screening -o applicants.csv
  mentorkit decide screening programme.toml applicants.csv
  mentorkit decide supervision programme.toml mentors.csv --on 2026-12-01 -o decisions.csv"""
)
@click.argument("stage", type=OneOfWords([stage.value for stage in Stage]), metavar="STAGE")
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.argument("records", type=FILE_PATH, metavar="RECORDS")
@way_option
@values_option
@day_first_option
@output_options(DECISIONS)
@on_option("The date of the decisions.")
@debug_option
def decide(
    stage: str,
    programme: str,
    records: str,
    way: str | None,
    show_values: bool,
    day_first: bool,
    output: str | None,
    on: date,
    form: str | None,
) -> None:
    """Say for each record what the rules of a stage say about it; a person decides.

    STAGE is screening, training, matching, supervision, graduation or outcomes.

    RECORDS is a sheet (.csv), JSON Lines (.jsonl) or TOML (.toml), or - for a sheet on standard input. If the design
    requires earlier stages, their rules are asked too. People who need somebody to look at their record come first.
    Records are named by their ids; what is known of people is shown only with --show-values. For pairs, this asks only
    the rules; it also reads the sheet that 'mentorkit match' wrote, with what you have added to it, such as
    mentee_agrees_to_match. Use 'mentorkit match' for what the design requires or excludes, and for vetoes; it also
    checks pairs that are kept.

    The exit status is 0 if everybody can go on, 1 if somebody cannot, and 2 if something could not be read, or no rule
    asks anything about people at this stage.
    """
    from mentorkit.core.case_reading import Outcome, StageReading
    from mentorkit.core.design_reading import DesignReading
    from mentorkit.reports.decisions import DecisionOptions, Decisions
    from mentorkit.validation.waivers import Waivers

    format_ = format_for(form, output, DECISIONS)
    design, rulebook = open_design(programme, on)
    say_if_no_law_is_checked(programme, design)
    sheet = sheet_of(records, rulebook, design)
    design = in_one_way(programme, rulebook, design, sheet.way(design, way), [Stage(stage)])
    require_decided(programme, rulebook, design, Stage(stage), "nothing decided")
    sheet.as_one_of(design, PEOPLE, MEMBERS, *([PROPOSALS] if stage == Stage.MATCHING.value else []))
    waived = Waivers.of(DesignReading(rulebook, design, on)).for_decisions
    stand = StageReading(rulebook, design, Stage(stage), on, waived)
    options = DecisionOptions(stand.stage, on, stand.rules, show_values=show_values, style=style_for(output))
    decisions: Decisions
    with collecting(output), format_.load()(options) as decisions:
        with open_records(
            records, rulebook, design, day_first=day_first, on=on, pairs=stand.stage is Stage.MATCHING
        ) as people:
            for record in people:
                decisions.add(stand.decide(record.case))
        write_answer(output, decisions.parts(), decisions.summary())
    if people.faulty:
        raise NotDoneError
    if any(decisions.counts[outcome] for outcome in (Outcome.REFER, Outcome.STOP, Outcome.NOT_YET)):
        raise AttentionNeeded
