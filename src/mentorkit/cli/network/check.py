"""mentorkit network check: what validate says of the network alone."""

from datetime import date
from typing import TYPE_CHECKING

import click

from mentorkit.cli.findings_output import report_options, write_findings
from mentorkit.cli.network.open_network import judged_network
from mentorkit.cli.options import FILE_PATH, debug_option, fail_on_option, on_option

if TYPE_CHECKING:
    from mentorkit.validation.report import Report


@click.command(
    epilog="""\b
Examples:
  mentorkit network check programme.toml
  mentorkit network check --format json --fail-on warning programme.toml
  mentorkit network check --output markdown=network.md programme.toml"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@fail_on_option()
@on_option()
@report_options
@debug_option
def check(programme: str, fail_on: str, on: date, form: str, outputs: tuple[tuple[str, str], ...]) -> None:
    """Check the network of a programme: who answers, when, who stands in, and whether there is room.

    These are the findings of validate that are about [network], in full, and nothing else.

    The exit status is 0 if nothing is at or above the fail level, 1 if something is, and 2 if the network could not be
    judged.
    """
    from mentorkit.toml.document import CannotJudgeError

    judged: Report | CannotJudgeError
    try:
        judged = judged_network(programme, on)
    except CannotJudgeError as problem:
        judged = problem
    write_findings([judged], form, outputs, on=on, fail_on=fail_on, show=("more", "fixes"))
