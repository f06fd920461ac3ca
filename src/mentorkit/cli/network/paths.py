"""mentorkit network paths: who is called, in which order."""

import click

from mentorkit.cli.complete_names import network_members, network_needs
from mentorkit.cli.network.open_network import open_network, require_known, require_whole
from mentorkit.cli.options import FILE_PATH, WholeNumber, debug_option, format_option, say, style
from mentorkit.text.words import shortened


@click.command(
    epilog="""\b
Examples:
  mentorkit network paths programme.toml
  mentorkit network paths programme.toml "thoughts of suicide" --from mentor
  mentorkit network paths programme.toml --at "Saturday 03:00"
  mentorkit network paths --format json programme.toml housing"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.argument("needs", nargs=-1, metavar="[NEED]...", shell_complete=network_needs)
@click.option(
    "--from",
    "starts",
    multiple=True,
    metavar="MEMBER",
    shell_complete=network_members,
    help="Who makes the first call; if left out, mentees and mentors.",
)
@click.option("--at", metavar="'DAY HH:MM'", help="Only show calls that are answered at this time of the week.")
@click.option(
    "--most", type=WholeNumber(1), default=3, show_default=True, help="How many ways to show for each caller."
)
@format_option
@debug_option
def paths(
    programme: str, needs: tuple[str, ...], starts: tuple[str, ...], at: str | None, most: int, form: str
) -> None:
    """Say who to call for a need or risk: in which order, how soon each one answers, and at which hours.

    If you name no NEED, this covers all needs and risks. The quickest way comes first.

    The exit status is 0 if the network could be read, even if nobody answers, and 2 if some of it could not.
    """
    from mentorkit.reports.findings_json import JSON_VERSION, to_json
    from mentorkit.reports.network import calls_data, calls_of, calls_text
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.opening_hours import minute_in_words, minute_of

    network, opened = open_network(programme)
    try:
        minute = None if at is None else minute_of(at)
    except ValueError as problem:
        message = f'"{shortened(str(at))}" is not a time of the week; {problem}'
        raise click.BadParameter(message, param_hint="--at") from None
    asked = [require_known(network, need, network.needs, "need or risk") for need in needs] or list(network.needs)
    callers = [require_known(network, start, network.members, "member") for start in starts] or network.starts
    if not asked:
        raise CannotJudgeError(programme, "this network names no needs or risks", "add each under [[network.needs]]")
    if not callers:
        message, fix = (
            "no member of this network is a mentee or mentor",
            "state the part of each member, or name one with --from",
        )
        raise CannotJudgeError(programme, message, fix)
    calls_asked = [calls_of(network, need, start, most, minute) for need in asked for start in callers]
    if form == "json":
        when = None if minute is None else minute_in_words(minute)
        calls_json = [calls_data(network, calls) for calls in calls_asked]
        say(to_json({"version": JSON_VERSION, "at": when, "calls": calls_json}))
    else:
        say(calls_text(network, calls_asked, style))
    require_whole(opened)
