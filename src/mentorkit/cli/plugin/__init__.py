"""mentorkit plugin: one module a command."""

import click

from mentorkit.cli.lazy import LazyGroup

_COMMANDS = {
    "new": "Begin a plugin for a sector of your own",
}


@click.group(
    cls=LazyGroup,
    package=__name__,
    about=_COMMANDS,
    epilog="""\b
Examples:
  mentorkit plugin new housing --prefix HSG --title "housing services" --stage screening""",
)
def plugin() -> None:
    """Write the rules of a sector of your own, as a package that mentorkit finds once it is installed."""
