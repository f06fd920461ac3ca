"""mentorkit network what-if: what breaks when somebody is away."""

from datetime import date

import click

from mentorkit.cli.complete_names import network_members
from mentorkit.cli.exit_status import AttentionNeeded
from mentorkit.cli.network.open_network import open_network, require_known, require_whole
from mentorkit.cli.options import (
    FILE_PATH,
    debug_option,
    fail_on_option,
    format_option,
    levels_from,
    on_option,
    say,
    style,
)


@click.command(
    name="what-if",
    epilog="""\b
Examples:
  mentorkit network what-if programme.toml --without coordinator
  mentorkit network what-if programme.toml --without advice-centre --without "night line" """,
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.option(
    "--without",
    "members",
    multiple=True,
    required=True,
    metavar="MEMBER",
    shell_complete=network_members,
    help="Who is away, or closes.",
)
@fail_on_option()
@on_option()
@format_option
@debug_option
def what_if(programme: str, members: tuple[str, ...], fail_on: str, on: date, form: str) -> None:
    """Say what breaks if members of the network are away or close: which findings are new.

    The exit status is 0 if no new finding is at or above the fail level, 1 if one is, and 2 if some of the network
    could not be read.
    """
    from mentorkit.network.what_if import new_findings
    from mentorkit.reports.findings_json import JSON_VERSION, finding_data, to_json
    from mentorkit.reports.network import answers_data, what_if_text

    network, opened = open_network(programme)
    gone = [require_known(network, member, network.members, "member") for member in members]
    then = network.without(*gone)
    found = new_findings(opened, then, gone, on)
    if form == "json":
        findings = [finding_data(programme, finding) for finding in found]
        data = {"without": gone, "findings": findings, "answers": answers_data(then)}
        say(to_json({"version": JSON_VERSION, **data}))
    else:
        say(what_if_text(network, then, gone, found, style))
    require_whole(opened)
    if any(finding.severity in levels_from(fail_on) and not finding.waived for finding in found):
        raise AttentionNeeded
