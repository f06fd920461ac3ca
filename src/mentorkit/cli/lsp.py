"""mentorkit lsp: the language server."""

import sys
from contextlib import redirect_stdout
from datetime import date

import click

from mentorkit.cli.options import Day, debug_option
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.shown_stream import own_stream


@click.command(
    epilog="""\b
Examples:
  mentorkit lsp            (an editor starts it; docs/editors.md says how)
  mentorkit lsp --on 2026-11-22"""
)
@click.option("--on", type=Day(), help="The date of every check.  [default: today, whenever that is]")
@debug_option
def lsp(on: date | None) -> None:
    """Show in an editor, as you type, what validate would say; explain, complete and correct keys.

    This is a server for the Language Server Protocol over standard input and output; an editor starts it. It needs
    mentorkit[editor].
    """
    try:
        from mentorkit.editor.server import make_server
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.UsageError("the language server needs one more package: pip install 'mentorkit[editor]'") from None
    from mentorkit.registry.load import Plugins

    server = make_server(
        Plugins(),
        lambda: on or date.today(),  # noqa: DTZ011 - the day where the user is
        lambda name: ProgrammeFiles().folder_of(name),
    )
    conversation = own_stream(sys.stdout).buffer
    with redirect_stdout(sys.stderr):  # a plugin that prints must not speak into the conversation
        server.start_io(stdout=conversation)
