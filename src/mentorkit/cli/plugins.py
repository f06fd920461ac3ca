"""mentorkit plugins: what is installed, and whether it works."""

import click

from mentorkit.cli.options import debug_option, format_option, say
from mentorkit.cli.programmes import usable_plugins


@click.command(
    epilog="""\b
Examples:
  mentorkit plugins
  mentorkit plugins --format json"""
)
@format_option
@debug_option
def plugins(form: str) -> None:
    """List the installed plugins, broken ones too.

    The exit status is 1 where a plugin is broken; programmes that do not need it are not harmed.
    """
    from mentorkit.core.plugins import Plugins

    usable, broken = usable_plugins(Plugins())
    if form == "json":
        from mentorkit.reports.data import VERSION, to_json

        data = [
            {
                "name": plugin.found.name,
                "distribution": plugin.found.distribution,
                "version": plugin.found.version,
                "title": plugin.sector.title,
                "edition": plugin.sector.edition,
                "prefix": plugin.sector.prefix,
                "rules": len(plugin.rules),
                "hooks": list(plugin.hooks),
            }
            for plugin in usable
        ]
        told = [{"name": problem.sector, "message": problem.message, "fix": problem.fix} for problem in broken]
        say(to_json({"version": VERSION, "plugins": data, "broken": told}))
    else:
        for plugin in usable:
            found = plugin.found
            say(
                f"{found.name:<14} {found.distribution} {found.version}: {plugin.sector.title}, edition "
                f"{plugin.sector.edition}, {len(plugin.rules)} rules ({plugin.sector.prefix})\n"
            )
        for problem in broken:
            say(f"{problem.sector:<14} broken: {problem.message}\n{'':<14} do: {problem.fix}\n")
    if broken:
        raise click.exceptions.Exit(1)
