"""mentorkit waive: record a decision not to follow a rule."""

from datetime import date
from typing import TYPE_CHECKING

import click

from mentorkit.cli.complete_names import waivable_rule_ids
from mentorkit.cli.exit_status import all_or_nothing
from mentorkit.cli.options import FILE_PATH, Day, debug_option, on_option, require_text, say, style
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.read_file import read_bytes

if TYPE_CHECKING:
    from mentorkit.programme.governance import WaiverEntry
    from mentorkit.toml.document import Document
    from mentorkit.validation.record_waiver import RecordedWaiver


@click.command(
    epilog="""\b
Examples:
  mentorkit waive SUB201 programme.toml --reason "the course of the college is shorter" \\
      --agreed-by "service manager" --until 2027-03-31
  mentorkit waive STD706 programme.toml --at network.needs.drugs --reason "one drug service" \\
      --agreed-by "safeguarding lead" --until 2027-03-31"""
)
@click.argument("rule", shell_complete=waivable_rule_ids)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.option("--reason", required=True, callback=require_text, help="Why the rule is not followed.")
@click.option("--agreed-by", required=True, callback=require_text, metavar="ROLE", help="Who decided, by role.")
@click.option("--until", required=True, type=Day(), help="The last day on which the decision counts, within a year.")
@click.option(
    "--at",
    multiple=True,
    metavar="PLACE",
    help="What the decision is about, such as network.needs.drugs; needed where the rule finds several things. "
    "May be given again.",
)
@click.option(
    "--found",
    callback=require_text,
    metavar="TEXT",
    help="What the rule finds, word for word; needed where it finds several things at one place.",
)
@click.option("--leaves-open", is_flag=True, help="It was decided to leave open what the rule asks for.")
@on_option()
@debug_option
def waive(
    rule: str,
    programme: str,
    reason: str,
    agreed_by: str,
    until: date,
    at: tuple[str, ...],
    found: str | None,
    leaves_open: bool,
    on: date,
) -> None:
    """Record in a programme's file that a rule is not followed: why, who agreed, and until when.

    The rest of the file stays as it is. RULE is an id such as SUB201. A waiver sets aside one thing that the rule
    finds, and no other. It is refused if it would not count or has nothing to do: for a rule that nobody may set aside,
    that finds nothing here, or that has a waiver already. Some rules keep people safe, and name who has to agree.

    The exit status is 0 if the waiver was recorded, and 2 if nothing was done.
    """
    from mentorkit.cli.atomic_write import replace_text
    from mentorkit.programme.governance import WaiverEntry
    from mentorkit.registry.load import Plugins
    from mentorkit.toml.document import read_document
    from mentorkit.validation.opened import open_programme
    from mentorkit.validation.record_waiver import record_waiver

    if rule.endswith(".toml"):
        raise click.UsageError("give the id of the rule first, and then the file")
    if programme == "-":
        raise click.UsageError("a waiver is recorded in a file, so name one instead of -")
    waiver = WaiverEntry(
        rule=rule.upper(),
        found=found,
        reason=reason,
        agreed_by=agreed_by,
        agreed_on=on,
        until=until,
        leaves_open=leaves_open or None,
    )
    with all_or_nothing("nothing done"):
        before = read_bytes(programme)
        document = read_document(before, programme)
        opened = open_programme(document, Plugins(), ProgrammeFiles().folder_of(programme))
        recorded = record_waiver(opened, waiver, at, on)
        replace_text(programme, recorded.text, before)
    _say(document, waiver, recorded)


def _say(document: "Document", waiver: "WaiverEntry", recorded: "RecordedWaiver") -> None:
    """What the waiver does from now on."""
    from mentorkit.text.words import listed, visible
    from mentorkit.validation.open_point import label, label_style

    say(f"{style(visible(f'{document.name}: {waiver.rule} is waived until {waiver.until}'), 'strong')}\n")
    for finding in recorded.set_aside:
        say(f"  sets aside: {style(label(finding), label_style(finding))}: {visible(finding.message)}\n")
    for finding in recorded.still_open:
        others = [rule for rule in finding.rules if rule != waiver.rule]
        why = f"{listed(others)} say{'' if others[1:] else 's'} so too" if others else "this waiver is not about it"
        say(f"  still counts: {style(label(finding), label_style(finding))}: {visible(finding.message)}; {why}\n")
    if not recorded.set_aside and not recorded.still_open:
        say("  there is nothing in the design to set aside; a person who does not meet the rule gets a note\n")
    for index in recorded.ended:
        span = document.span(("waivers", index))
        place = f"{document.name}:{span.line}:{span.column}" if span else document.name
        say(f"  an earlier waiver for this rule does not count, and can be removed: {visible(place)}\n")
