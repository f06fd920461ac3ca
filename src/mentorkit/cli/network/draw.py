"""mentorkit network draw: the network as a picture, a page or data."""

import sys
from datetime import date
from pathlib import Path

import click

from mentorkit.cli.answer_output import writing
from mentorkit.cli.network.open_network import judged_network, unreadable
from mentorkit.cli.options import FILE_PATH, OUTPUT_FILE, OneOfWords, debug_option, on_option, say
from mentorkit.cli.run_files import force_option
from mentorkit.drawing import FORMS, Form
from mentorkit.text.words import shortened


@click.command(
    epilog="""\b
Examples:
  mentorkit network draw programme.toml -o network.svg
  mentorkit network draw programme.toml -o network.html
  mentorkit network draw programme.toml --format mmd"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.option(
    "-o", "--output", type=OUTPUT_FILE, metavar="FILE", help="The file to write; its ending decides the format."
)
@click.option(
    "--format",
    "form",
    type=OneOfWords(FORMS),
    help="The format, whatever the ending of FILE; if there is neither, svg.",
)
@click.option(
    "--with-confidential", is_flag=True, help="Also say how and where to find members whose details are confidential."
)
@force_option
@on_option("The date of the drawing.")
@debug_option
def draw(programme: str, output: str | None, form: Form | None, with_confidential: bool, on: date) -> None:
    """Draw the network, with the findings of validate marked on members and links.

    An .svg is a picture to print; an .html is a page to explore that needs nothing else; .mmd (Mermaid), .dot
    (Graphviz), .graphml and .json are for other programs. Details of confidential members are left out unless you ask
    for them.

    The exit status is 0 if the network was drawn, whatever is found in it, and 2 if not.
    """
    from mentorkit.drawing import draw
    from mentorkit.network import Network
    from mentorkit.text.did_you_mean import asks, did_you_mean

    wanted = (form or Path(output or "").suffix.removeprefix(".") or "svg").lower()
    if wanted not in FORMS:
        meant = asks(did_you_mean(wanted, FORMS))
        raise click.UsageError(f'"{shortened(wanted)}" must be one of {", ".join(FORMS)}{meant}')
    if form is None and output is None and sys.stdout.isatty():
        raise click.UsageError("a picture cannot be read on a terminal; name a file for it, such as -o network.html")
    report = judged_network(programme, on)
    network = Network.of(report.programme)
    if network is None:
        raise unreadable(programme)
    picture = draw(
        network,
        report.findings,
        wanted,
        title=report.programme.programme.name or programme,
        on=on,
        words=report.rulebook.words,
        with_confidential=with_confidential,
    )
    with writing(output, private=with_confidential) as write:
        write(picture)
    if output is not None:
        say(f"wrote {output}\n")
