"""Opening the network of a programme for the commands that ask it."""

from datetime import date
from typing import TYPE_CHECKING, NoReturn

import attrs
import click

from mentorkit.cli.options import say_not_judged
from mentorkit.cli.programmes import read_bytes

if TYPE_CHECKING:
    from mentorkit.core.document import CannotJudgeError
    from mentorkit.core.programme import Programme
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.core.validate import Report
    from mentorkit.network import Network


def judged_network(name: str, on: date) -> "Report":
    """What validate says of the network of a programme.

    Raises:
        CannotJudgeError: where that cannot be told.
    """
    from mentorkit.core.document import read_document
    from mentorkit.core.plugins import Plugins
    from mentorkit.core.stage import Area
    from mentorkit.core.validate import judge
    from mentorkit.network import Network

    report = judge(read_document(read_bytes(name), name), Plugins(), on)
    if Network.of(report.programme) is None:
        raise _no_network(name)
    table = Area.NETWORK.table
    rules = tuple(rule for rule in report.rulebook.rules if rule.area is Area.NETWORK)
    within = {rule.id for rule in rules}
    findings = (found for found in report.findings if found.path[:1] == (table,) or within & set(found.rules))
    return attrs.evolve(report, rulebook=attrs.evolve(report.rulebook, rules=rules), findings=tuple(findings))


def open_network(name: str) -> "tuple[Network, Programme, Rulebook]":
    """The network of a programme, the programme and its rules; ends the command where there is none."""
    from mentorkit.core.document import CannotJudgeError, read_document
    from mentorkit.core.plugins import Plugins
    from mentorkit.core.validate import open_programme
    from mentorkit.network import Network

    try:
        programme, rulebook, faults = open_programme(read_document(read_bytes(name), name), Plugins())
        network = Network.of(programme)
        if network is None:
            raise _no_network(name)
    except CannotJudgeError as problem:
        not_judged(problem)
    if faults:
        click.echo(f"some of this file cannot be read; 'mentorkit validate {name}' says what", err=True)
    return network, programme, rulebook


def known(id: str, ids: list[str], what: str) -> str:
    """An id that the user names; ends the command where there is none like it."""
    from mentorkit.core.suggest import asks, did_you_mean

    if id in ids:
        return id
    listed = ", ".join(ids) or "none"
    raise click.UsageError(
        f'there is no {what} "{id}" in this network{asks(did_you_mean(id, ids))}; there are: {listed}'
    )


def not_judged(problem: "CannotJudgeError") -> NoReturn:
    """Says why a file could not be judged, and ends the command."""
    say_not_judged(problem)
    raise click.exceptions.Exit(2) from None


def _no_network(name: str) -> "CannotJudgeError":
    from mentorkit.core.document import CannotJudgeError

    fix = "describe who there is under [[network.members]] and who turns to whom under [[network.links]]"
    return CannotJudgeError(name, "this programme describes no network", fix)
