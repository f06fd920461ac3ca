"""mentorkit network stats: who there is, and whether there is room."""

import click

from mentorkit.cli.network.open_network import open_network, require_whole
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
    """Count members and links, and say who answers each need and whether there is room for the people expected.

    The exit status is 0 if the network could be read, even if there is no room, and 2 if some of it could not.
    """
    from mentorkit.reports.findings_json import JSON_VERSION, to_json
    from mentorkit.reports.network import stats_data, stats_text

    network, opened = open_network(programme)
    if form == "json":
        say(to_json({"version": JSON_VERSION, **stats_data(network)}))
    else:
        say(stats_text(network, style))
    require_whole(opened)
