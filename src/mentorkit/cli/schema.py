"""mentorkit schema: the file format for editors and other programs."""

import click

from mentorkit.cli.complete_names import sector_names as sector_names
from mentorkit.cli.options import debug_option, say


@click.command(
    epilog="""\b
Examples:
  mentorkit schema > programme.schema.json
  mentorkit schema --sector substance > substance.schema.json
  mentorkit schema > s.json && check-jsonschema --schemafile s.json programme.toml"""
)
@click.option(
    "--sector",
    "sectors",
    multiple=True,
    shell_complete=sector_names,
    help="For finished files of this sector alone, with what it says about shared keys. You can give several.",
)
@debug_option
def schema(sectors: tuple[str, ...]) -> None:
    """Print a JSON Schema (draft 7) of the file, for all installed sectors or for some.

    It says what each key means and takes, and which rules and sources ask for it. Limits that are a MUST everywhere are
    part of it. 'mentorkit validate' finds more: editors see each key by itself, and know nothing of waivers.
    docs/editors.md shows how to set up editors.
    """
    from mentorkit.editor.schema import schema_of
    from mentorkit.registry.load import Plugins, UnusablePluginError
    from mentorkit.reports.findings_json import to_json

    plugins = Plugins()
    names = sectors
    if not sectors:
        usable, broken = plugins.usable()
        names = tuple(plugin.found.name for plugin in usable)
        for problem in broken:
            click.echo(f"left out: {problem}", err=True)
    try:
        book = plugins.rulebook(names)
    except UnusablePluginError as unusable:
        raise click.UsageError(str(unusable)) from None
    say(to_json(schema_of(book, of_these_sectors=bool(sectors))))
