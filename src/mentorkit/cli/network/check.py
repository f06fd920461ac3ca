"""mentorkit network check: what validate says of the network alone."""

from datetime import date

import click

from mentorkit.cli.network.opening import judged_network
from mentorkit.cli.options import debug_option, fail_on_option, format_option, levels_from, on_option, say, style


@click.command(
    epilog="""\b
Examples:
  mentorkit network check programme.toml
  mentorkit network check --format json --fail-on warning programme.toml"""
)
@click.argument("programme", metavar="PROGRAMME.toml")
@fail_on_option
@on_option
@format_option
@debug_option
def check(programme: str, fail_on: str, on: date, form: str) -> None:
    """Check the network of a programme: who answers, when, who stands in, and whether there is room.

    These are the findings that validate has on [network], told in full, and nothing else of the file.
    """
    from mentorkit.reports.data import reports_data, to_json
    from mentorkit.reports.text import report_text

    report = judged_network(programme, on)
    if form == "json":
        say(to_json(reports_data([report], [], on)))
    else:
        say(report_text(report, show=("advice", "fixes"), style=style))
    if any(report.count(severity) for severity in levels_from(fail_on)):
        raise click.exceptions.Exit(1)
