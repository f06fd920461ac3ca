"""mentorkit network stats: who there is, and whether there is room."""

import click

from mentorkit.cli.network.open_network import open_network
from mentorkit.cli.options import FILE_PATH, debug_option, format_option, say, style


@click.command(
    epilog="""\b
Examples:
  mentorkit network stats programme.toml
  mentorkit network stats --format json programme.toml"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@format_option
@debug_option
def stats(programme: str, form: str) -> None:
    """Count members and links, say how each need is answered, and whether there is room for the people expected.

    The exit status is 0 if there is an answer, whatever it is, and 2 if there is not.
    """
    from mentorkit.reports.findings_json import JSON_VERSION, to_json
    from mentorkit.reports.network import stats_data, stats_text

    network, _, _ = open_network(programme)
    if form == "json":
        say(to_json({"version": JSON_VERSION, **stats_data(network)}))
    else:
        say(stats_text(network, style))
