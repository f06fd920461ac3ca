"""Groups of commands that are imported only when they are called, so that each starts quickly."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.exit_status import NotDoneError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group whose commands are modules of a package: `mentorkit.cli.rules` holds the command `rules`.

    Args:
        package: the package that holds them.
        about: each command with a line of help, in the order in which help lists them.
        modules: the modules of commands whose names are no names of modules, such as "import".
    """

    def __init__(
        self,
        *args: Any,
        package: str,
        about: Mapping[str, str],
        modules: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.package = package
        self.about = about
        self.modules = modules or {}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:  # click has said this as a success, and later as an error
            click.echo(ctx.get_help(), err=True)
            raise NotDoneError
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.about)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.about:
            return None
        name = self.modules.get(cmd_name, cmd_name)
        command = getattr(import_module(f"{self.package}.{name}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - a misnamed command is an error of ours
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
        from click.shell_completion import CompletionItem

        named = [CompletionItem(name, help=line) for name, line in self.about.items() if name.startswith(incomplete)]
        return named + click.Command.shell_complete(self, ctx, incomplete)  # a group would import each of them

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.about.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            from mentorkit.text.did_you_mean import asks, did_you_mean
            from mentorkit.text.words import shortened

            close = asks(did_you_mean(args[0], self.about))
            raise click.UsageError(f'there is no command "{shortened(args[0])}"{close}', ctx) from problem
