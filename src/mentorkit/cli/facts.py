"""mentorkit facts: the data dictionary of a programme."""

from datetime import date

import click

from mentorkit.cli.options import FILE_PATH, OUTPUT_FILE, OneOfWords, debug_option, format_option, on_option, say, style
from mentorkit.cli.programme_files import ProgrammeFiles, open_design
from mentorkit.cli.sheet_templates import SHEETS, template_of
from mentorkit.cli.ways import in_one_way, way_option
from mentorkit.core.stage import Stage
from mentorkit.programme.ways import Way, way_names, ways_in_words


@click.command(
    epilog="""\b
Examples:
  mentorkit facts programme.toml
  mentorkit facts --format json programme.toml
  mentorkit facts programme.toml --template screening -o applicants.csv
  mentorkit facts programme.toml --template mentors -o mentors.csv
  mentorkit facts programme.toml --template incidents -o incidents.csv
  mentorkit facts programme.toml --way "group sessions" --template sessions -o sessions.csv"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.option(
    "--template",
    type=OneOfWords([*(stage.value for stage in Stage), *SHEETS]),
    metavar="STAGE|SHEET",
    help="Write an empty sheet for a stage, or one of these, and a second that explains its columns: mentors or "
    "mentees, for matching; members, in mutual aid; people who are matched with sessions, shifts or incidents; "
    "sessions or attendance, of groups; shifts or contacts, of a rota; incidents.",
)
@click.option(
    "-o",
    "--output",
    type=OUTPUT_FILE,
    metavar="FILE.csv",
    help="The file for the sheet of --template. Nothing is overwritten.",
)
@way_option
@on_option("The day whose rules are meant.")
@format_option
@debug_option
def facts(programme: str, template: str | None, output: str | None, way: str | None, on: date, form: str) -> None:
    """List the facts that a programme asks for, which rules need them, and which facts no rule uses.

    Only ask people for what you need: the list marks facts that no rule uses, and facts that a rule needs but nobody
    asks for. If the programme offers several ways of support, it says which of them a fact is for, and --way lists the
    facts of one. If the programme states how long records are kept, that comes last.
    """
    if template is not None:
        design, rulebook = open_design(programme, on)
        template_of(programme, rulebook, design, template, way).write(output)
        return
    from mentorkit.programme.retention import retention_in_words
    from mentorkit.records.data_dictionary import data_dictionary
    from mentorkit.text.words import visible

    opened = ProgrammeFiles().open(programme)
    if opened.all_faults:
        click.echo(
            f"{programme}: some of this file cannot be read; 'mentorkit validate {programme}' says what", err=True
        )
    rulebook, design = opened.rulebook.on(on), opened.programme
    if way is not None:
        design = in_one_way(programme, rulebook, design, way, list(Stage))
    entries = data_dictionary(rulebook, design)
    if form == "json":
        from mentorkit.reports.findings_json import JSON_VERSION, to_json
        from mentorkit.toml.structure import converter

        data = [
            {
                "name": entry.name,
                "kind": entry.kind or None,
                "description": entry.description or None,
                "question": entry.question or None,
                "needed_at": [stage.value for stage in entry.needed_at],
                "collected_at": [stage.value for stage in entry.collected_at],
                "asked_in_time": entry.asked_in_time,
                "rules": list(entry.rules),
                "compared": entry.compared,
                "was": entry.was or None,
                "ways": way_names(entry.ways),
            }
            for entry in entries
        ]
        retention = converter().unstructure(design.governance.retention or ())
        say(to_json({"version": JSON_VERSION, "facts": data, "retention": retention}))
        return
    if not entries:
        say("no facts: this programme asks nobody for any\n")
    stage, offered = None, tuple(each for each in Way if design.may_offer({each}))
    for entry in entries:
        first = (entry.needed_at or entry.collected_at)[0]
        if first is not stage:
            say(style(f"{'' if stage is None else chr(10)}{first.value}", "strong") + "\n")
            stage = first
        if not entry.rules and not entry.compared:
            note = style("asked, but no rule uses it", "advice")
        elif not entry.asked_in_time:
            note = style("nobody asks for it in time", "error")
        else:
            note = f"asked at {entry.collected_at[0].value}"
        ways = "" if entry.ways == offered else f", {ways_in_words(entry.ways)}"
        say(f"  {visible(entry.name)} ({note}{ways})\n")
        if entry.kind:
            by = f" [{', '.join(entry.rules)}]" if entry.rules else ""
            was = f" (was called {entry.was})" if entry.was else ""
            say(f"      {entry.kind}: {entry.description}{was}{by}\n")
    if design.governance.retention:
        say(style("\nhow long records are kept", "strong") + "\n")
        for row in design.governance.retention:
            say(f"  {visible(retention_in_words(row))}\n")
