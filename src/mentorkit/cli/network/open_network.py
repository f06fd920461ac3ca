"""Opening the network of a programme for the commands that ask it."""

from datetime import date
from typing import TYPE_CHECKING

import attrs
import click

from mentorkit.cli.exit_status import NotDoneError
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.text.words import shortened

if TYPE_CHECKING:
    from collections.abc import Collection

    from mentorkit.network import Network
    from mentorkit.programme.path import Path
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.opened import Opened
    from mentorkit.validation.report import Report

_MOST_LISTED = 12
"""Ids that are listed where none is meant; more of them nobody reads."""


def judged_network(name: str, on: date) -> "Report":
    """What validate says of the network of a programme.

    Raises:
        CannotJudgeError: where that is not known, or there is none.
    """
    from mentorkit.core.stage import Area
    from mentorkit.network import Network
    from mentorkit.registry.load import Plugins
    from mentorkit.validation.file_checks import FILE_CHECKS
    from mentorkit.validation.validate import judge

    files = ProgrammeFiles()
    report = judge(files.document(name), Plugins(), on, folder=files.folder_of(name))
    rules = tuple(rule for rule in report.rulebook.rules if rule.area is Area.NETWORK)
    within = {rule.id for rule in rules}
    findings = tuple(found for found in report.findings if _is_about(found.path) or within & set(found.rules))
    unread = any(_is_about(found.path) and found.rule in FILE_CHECKS for found in findings)
    if not (unread or Network.is_in(report.programme)):  # a rule may ask for one, of which there is nothing to show
        raise _no_network(name)
    return attrs.evolve(report, rulebook=attrs.evolve(report.rulebook, rules=rules), findings=findings, part="network")


def open_network(name: str) -> "tuple[Network, Opened]":
    """The network of a programme, and the programme as it was opened.

    Raises:
        CannotJudgeError: where there is none.
    """
    from mentorkit.network import Network

    opened = ProgrammeFiles().open(name)
    network = Network.of(opened.programme)
    if network is None:
        raise unreadable(name) if any(_is_about(fault.path) for fault in opened.all_faults) else _no_network(name)
    if opened.all_faults:
        click.echo(f"{name}: some of this file cannot be read; 'mentorkit validate {name}' says what", err=True)
    return network, opened


def require_whole(opened: "Opened") -> None:
    """What a command does that has said what it read of a network.

    Raises:
        NotDoneError: where some of the network cannot be read, so that the answer may be wrong.
    """
    if any(_is_about(fault.path) for fault in opened.all_faults):
        raise NotDoneError


def require_known(network: "Network", id: str, ids: "Collection[str]", what: str) -> str:
    """An id that the user names; ends the command where there is none like it.

    Args:
        network: the network.
        id: what the user wrote.
        ids: those that there are.
        what: what they are the ids of.
    """
    from mentorkit.text.did_you_mean import asks, did_you_mean

    if id in ids:
        return id
    called = {network.name(one): one for one in ids}
    meant = called.get(id) or did_you_mean(id, ids)
    if meant:
        hint = asks(meant)
    else:
        some, more = list(ids)[:_MOST_LISTED], len(ids) - _MOST_LISTED
        hint = (
            f"; there are: {', '.join(some)}{f' and {more} more' if more > 0 else ''}" if some else ", which has none"
        )
    raise click.UsageError(f'there is no {what} with the id "{shortened(id)}" in this network{hint}')


def unreadable(name: str) -> "CannotJudgeError":
    """That nothing of a network can be read, though the file has one."""
    from mentorkit.toml.document import CannotJudgeError

    return CannotJudgeError(name, "nothing of its network can be read", f"'mentorkit network check {name}' says why")


def _no_network(name: str) -> "CannotJudgeError":
    from mentorkit.toml.document import CannotJudgeError

    fix = "list its members under [[network.members]], and who turns to whom under [[network.links]]"
    return CannotJudgeError(name, "this programme describes no network", fix)


def _is_about(path: "Path") -> bool:
    from mentorkit.core.stage import Area

    return path[:1] == (Area.NETWORK.table,)
