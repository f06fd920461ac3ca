"""What a shell completes beside commands, options and their choices: rules, sectors, members and needs of a network.

Each loads only what it needs, because somebody waits with a finger on the key. What cannot be read completes nothing,
and is said when the command is called.
"""

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from mentorkit.core.rule import Rule
    from mentorkit.registry.load import Plugin

COMPLETE_VARIABLE = "_MENTORKIT_COMPLETE"
"""Where a shell says that it wants a completion; click names it after the command."""


def rule_ids(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Ids of rules, the checks of the file itself, and keys of the file, which are very many, once one is begun."""
    from mentorkit.cli.explain_key import names_of_keys
    from mentorkit.validation.file_checks import FILE_CHECKS

    checks = [
        CompletionItem(name, help="a check of the file itself")
        for name in FILE_CHECKS
        if name.startswith(incomplete.lower())
    ]
    names = names_of_keys(_usable_plugins()) if incomplete else []
    keys = [CompletionItem(name, help="a key of the file") for name in names if name.startswith(incomplete)]
    return [*(CompletionItem(rule.id, help=rule.name) for rule in _rules(incomplete)), *checks, *keys]


def waivable_rule_ids(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Ids of rules that a service may set aside."""
    return [CompletionItem(rule.id, help=rule.name) for rule in _rules(incomplete) if rule.waivable]


def _rules(incomplete: str) -> "Iterator[Rule]":
    usable = _usable_plugins()
    rules = (rule for plugin in usable for rule in plugin.rules)
    return (rule for rule in sorted(rules, key=lambda rule: rule.id) if rule.id.startswith(incomplete.upper()))


def _usable_plugins() -> "list[Plugin]":
    from mentorkit.registry.load import Plugins

    return Plugins().usable()[0] if _has_texts() else []


def _has_texts() -> bool:
    """Whether there are rules to complete: Python can drop their texts, which is said when a command is called."""
    from mentorkit.registry.find import WITHOUT_DOCSTRINGS

    return not WITHOUT_DOCSTRINGS


def sector_names(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Names of the installed sectors."""
    from mentorkit.registry.find import find_plugins

    return [
        CompletionItem(found.name, help=f"{found.distribution} {found.version}")
        for found in (find_plugins() if _has_texts() else ())
        if found.name.startswith(incomplete)
    ]


def keys_to_confirm(ctx: click.Context, _: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Keys of the programme whose values somebody has to confirm, each with its value."""
    from mentorkit.cli.programme_files import ProgrammeFiles
    from mentorkit.text.words import visible
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.confirm import to_confirm

    name = ctx.params.get("programme") or next(iter(ctx.args), None)
    if not name or name == "-" or not _has_texts():
        return []
    try:
        found = list(to_confirm(ProgrammeFiles().open(name)))
    except CannotJudgeError:
        return []
    return [
        CompletionItem(_as_a_word(each.name), help=visible(each.value))
        for each in found
        if each.name.startswith(incomplete) and each.name.isprintable()
    ]


def network_members(ctx: click.Context, _: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Ids of the members of the programme's network."""
    return _entries(ctx, "members", incomplete)


def network_needs(ctx: click.Context, _: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Ids of the needs and risks of the programme's network."""
    return _entries(ctx, "needs", incomplete)


def _entries(ctx: click.Context, table: str, incomplete: str) -> "list[CompletionItem[str]]":
    """The entries of a list of the network that have an id, as they stand in the file."""
    from mentorkit.text.words import visible
    from mentorkit.toml.document import CannotJudgeError

    # Behind an option whose value is still to come, click has not said yet what the other words are.
    name = ctx.params.get("programme") or next(iter(ctx.args), None)
    if not name or name == "-":  # standard input is the person who types
        return []
    try:
        network: Any = _network_of(name)
    except CannotJudgeError:
        return []
    listed = network.get(table) if isinstance(network, dict) else None
    entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    return [
        CompletionItem(_as_a_word(id_), help=visible(title) if isinstance(title, str) else None)
        for entry in entries
        for id_, title in [(entry.get("id"), entry.get("title"))]
        if isinstance(id_, str) and id_.startswith(incomplete) and id_.isprintable()
    ]


def _network_of(name: str) -> Any:
    """The network of a programme as its file states it, or that of the larger service that it is part of."""
    from mentorkit.cli.programme_files import ProgrammeFiles

    files = ProgrammeFiles()
    document = files.document(name)
    if document.data.get("network") or "part_of" not in str(document.data.get("programme")):
        return document.data.get("network")  # and nothing more is loaded
    from mentorkit.validation.part_of import larger_documents

    larger = larger_documents(document, files.folder_of(name))
    return next((network for each in larger if (network := each.data.get("network"))), None)


def _as_a_word(text: str) -> str:
    """What a shell puts on its line for a text; bash, other than its fellows, would take one with a space for two."""
    words = os.environ.get("COMP_WORDS", "").split("\n")
    if os.environ.get(COMPLETE_VARIABLE) != "bash_complete" or words[-1].startswith(("'", '"')):
        return text
    return re.sub(r"([^\w@%+=:,./-])", r"\\\\\1", text)  # two backslashes: its script reads one of them away
