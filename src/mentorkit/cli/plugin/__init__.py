"""mentorkit plugin: for those who write the rules of a sector."""

import click

from mentorkit.cli.lazy import LazyGroup

_COMMANDS = {
    "new": "Start a plugin for a sector of your own",
    "check": "Check that a plugin keeps the contract",
}


@click.group(
    cls=LazyGroup,
    package=__name__,
    about=_COMMANDS,
    epilog="""\b
Examples:
  mentorkit plugin new housing --prefix HSG --title "housing services" --stage screening
  mentorkit plugin check housing""",
)
def plugin() -> None:
    """Write and check the rules of a sector of your own, as a package that mentorkit finds once it is installed."""
