"""Data about people that one place of a file says are not kept, and another asks for."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from mentorkit.core.stage import Stage
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, differ
from mentorkit.values.basis_in_law import BasisInLaw, basis_in_law
from mentorkit.values.kinds_of_data import KindOfData, kinds_of_data
from mentorkit.values.seen_text import as_seen

_BASES: Mapping[KindOfData, str] = MappingProxyType({"health": "health_data_basis", "offences": "offence_data_basis"})


def kept_after_all(programme: Programme) -> Iterator[Contradiction]:
    """What is asked of people or measured is kept, in a record of each of them."""
    for kind, key in _BASES.items():
        basis = programme.value(("governance", key))
        if basis is None or basis_in_law(basis) is not BasisInLaw.NONE_KEPT:
            continue
        for at, what in _asked_of_people(programme):
            if kind in kinds_of_data(what):
                message = f"no data on {kind} are kept, and {dotted(at)} has {written(what)}"
                fix = f"name the condition under which they are kept, or take {written(what)} out of {dotted(at)}"
                yield Contradiction(("governance", key), message, fix)
                break


def certificates_kept_twice(programme: Programme) -> Iterator[Contradiction]:
    """How long certificates are kept is one fact, where a sector has a key of its own for it."""
    own = [(path, value) for path, value in programme.sector_values.items() if path[-1] == "certificates_kept"]
    for place, row in enumerate(programme.governance.retention or ()):
        named = any("criminal record certificate" in as_seen(entry) for entry in row.records or ())
        for path, value in own if named else ():
            apart = differ(row.kept_for, value)
            if apart is not False:
                message = f"certificates are kept for {row.kept_for}, and {dotted(path)} is {value}"
                at: Path = ("governance", "retention", place, "kept_for")
                yield Contradiction(at, message, CORRECT, apart is True)


def _asked_of_people(programme: Programme) -> Iterator[tuple[Path, str]]:
    """What is asked or measured, with the place that says so."""
    for stage in Stage:
        at: Path = (stage.value, "collects")
        for name in programme.value(at) or ():
            yield at, name
    for place, measure in enumerate(programme.outcomes.measures or ()):
        for key in ("name", "tool"):
            if said := getattr(measure, key):
                yield ("outcomes", "measures", place, key), said
