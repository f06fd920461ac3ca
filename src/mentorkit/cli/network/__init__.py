"""mentorkit network: one module a command."""

import click

from mentorkit.cli.lazy import LazyGroup

_COMMANDS = {
    "check": "Check the network as a whole",
    "paths": "Say who is called, in which order, how soon and when",
    "what-if": "Say what breaks if somebody is away, or a service closes",
    "stats": "Count who there is, and say whether there is room",
    "draw": "Draw the network as a picture, a page or data",
    "import": "Take members from a directory of services",
}


@click.group(
    cls=LazyGroup,
    package=__name__,
    about=_COMMANDS,
    modules={"what-if": "what_if", "import": "importing"},
    epilog="""\b
Five questions:
  who is called?                  mentorkit network paths programme.toml
  what if they are away?          mentorkit network what-if programme.toml --without coordinator
  at 3 in the morning?            mentorkit network paths programme.toml --at "Saturday 03:00"
  what if this service closes?    mentorkit network what-if programme.toml --without advice-centre
  is there room?                  mentorkit network stats programme.toml""",
)
def network() -> None:
    """Ask about, check and draw the network of referral and support that a programme describes in [network]."""
