"""mentorkit completion: let a shell complete commands, options and names."""

import click
from click.shell_completion import get_completion_class

from mentorkit.cli.complete_names import COMPLETE_VARIABLE
from mentorkit.cli.options import OneOfWords, debug_option, say

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog="""\b
Examples:
  echo 'eval "$(mentorkit completion bash)"' >> ~/.bashrc
  echo 'eval "$(mentorkit completion zsh)"' >> ~/.zshrc    (below compinit)
  mentorkit completion fish > ~/.config/fish/completions/mentorkit.fish"""
)
@click.argument("shell", type=OneOfWords(_SHELLS))
@debug_option
def completion(shell: str) -> None:
    """Print a script that lets a shell complete commands, options, rules, sectors, and members of the network.

    Each example below sets it up for good. The shell asks mentorkit itself each time you press the tab key, so it also
    knows plugins that you install later. Needs bash 4.4 or later.
    """
    script = get_completion_class(shell)
    assert script is not None  # noqa: S101 - click has all three
    say(script(click.get_current_context().find_root().command, {}, "mentorkit", COMPLETE_VARIABLE).source())
