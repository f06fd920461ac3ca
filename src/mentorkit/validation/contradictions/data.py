"""Data about people that one place of a file says are not kept, and another asks for."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from mentorkit.core.stage import Stage
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.validation.contradictions.contradiction import Contradiction
from mentorkit.values.basis_in_law import BasisInLaw, basis_in_law
from mentorkit.values.kinds_of_data import KindOfData, kinds_of_data

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
