"""What a file says of itself in [file]: names of keys that there are not, and values that nobody has confirmed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, get_origin

import attrs

from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.programme.shared_keys import shared_key, shared_names
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written
from mentorkit.toml.faults import MOST_TOLD, Fault, counted
from mentorkit.validation.file_checks import NOT_CONFIRMED, check_finding


def faults_of_names(programme: Programme, sector_keys: Mapping[Path, Any]) -> Iterator[Fault]:
    """A fault for each entry of [file] that names no list, or no key, of the file format and its sectors.

    Args:
        programme: the design.
        sector_keys: the types of the sectors' own keys, by path.
    """
    about = programme.file
    if not (about.complete or about.not_confirmed):
        return
    types = {name: shared.type for name in shared_names() if (shared := shared_key(path_of(name)))}
    types |= {dotted(path): type_ for path, type_ in sector_keys.items()}
    lists = [name for name, type_ in types.items() if get_origin(type_) is tuple]
    for key, names, known in (("complete", about.complete, lists), ("not_confirmed", about.not_confirmed, list(types))):
        wrong = [(index, name) for index, name in enumerate(names or ()) if name not in known]
        told = [_wrong(("file", key, index), name, known, types) for index, name in wrong[:MOST_TOLD]]
        yield from counted(told, len(wrong) - len(told))


def _wrong(path: Path, name: str, known: Iterable[str], types: Collection[str]) -> Fault:
    if name in types:
        return Fault(path, f"{written(name)} is not a list", "take it out")
    meant = did_you_mean(name, known)
    message = f"there is no key {written(name)} in a file of these sectors{asks(meant)}"
    return Fault(path, message, f"change it to {written(meant)}" if meant else "take it out")


def not_confirmed(programme: Programme, rulebook: Rulebook) -> Iterator[Finding]:
    """A finding for each value that comes from a template and that nobody has confirmed.

    It is as binding as the rules that read its key: an error where one of them is a MUST, otherwise a warning.
    """
    names = dict.fromkeys(programme.file.not_confirmed or ())
    musts = {rule.id for rule in rulebook.rules_for(programme) if rule.strength is Strength.MUST} if names else ()
    for name in names:
        path = path_of(name)
        if programme.value(path) is not None:
            message = f"nobody has confirmed {name}, whose value comes from a template"
            fix = f"put in what is right for you, or leave it; then run 'mentorkit confirm FILE {name}'"
            found = check_finding(NOT_CONFIRMED, path, message, fix)
            strength = Strength.MUST if any(rule.id in musts for rule in rulebook.readers(path)) else Strength.SHOULD
            brief = "comes from a template, and nobody has confirmed it"
            yield attrs.evolve(found, strength=strength, brief=brief)
