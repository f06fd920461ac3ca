"""The files of a new plugin, from the templates."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

from mentorkit.core import hooks
from mentorkit.new_plugin.answers import PluginAnswers
from mentorkit.new_plugin.install_source import InstallSource

_SUFFIX = ".in"


def plugin_files(answers: PluginAnswers, core: InstallSource) -> dict[str, str]:
    """The text of every file of a new plugin, by its path in the plugin's folder.

    Args:
        answers: checked.
        core: the mentorkit that the plugin is to work with.
    """
    words = {
        "name": answers.name,
        "title": answers.title,
        "prefix": answers.prefix,
        "stage": answers.stage,
        "rule": answers.rule,
        "package": answers.package,
        "distribution": answers.distribution,
        "tests": "".join(word.capitalize() for word in answers.name.split("_")),
        "about": getattr(hooks, answers.area.hook).__doc__,
        "versions": core.versions,
        "source": _source(core.source),
    }
    here = files(__package__)
    found = [
        *_templates(here / "distribution", ""),
        *_templates(here / "stages" / answers.stage, "src/$package/"),
    ]
    written = {
        Template(path).substitute(words): Template(text.read_text(encoding="utf-8")).substitute(words)
        for path, text in found
    }
    return dict(sorted(written.items()))


def _templates(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _templates(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(_SUFFIX):
            yield path + entry.name.removesuffix(_SUFFIX), entry


def _source(source: Mapping[str, str | bool]) -> str:
    """What pyproject.toml says of a mentorkit that is not from an index; empty for one that is."""
    if not source:
        return ""
    from tomli_w import dumps  # escapes what a path may hold

    entry = ", ".join(dumps({key: value}).strip() for key, value in source.items())
    return (
        "\n# Where mentorkit was installed from on the machine on which this was written. Take it out once mentorkit\n"
        "# comes from a package index; on another machine, such as one that builds, say where it is there.\n"
        f"[tool.uv.sources]\nmentorkit = {{ {entry} }}\n"
    )
