"""What a file says of itself in [file]: names of keys that it does not state, and values that nobody has confirmed."""

from collections.abc import Iterable, Iterator

from mentorkit.core.finding import Finding
from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written
from mentorkit.toml.structure import Fault
from mentorkit.validation.file_checks import check_finding


def faults_of_names(programme: Programme) -> Iterator[Fault]:
    """A fault for each entry of [file] that names no list, or no key, that the file states."""
    stated = {dotted(path): value for path, value in stated_keys(programme) if path[0] != "file"}
    lists = {name for name, value in stated.items() if isinstance(value, tuple)}
    yield from _unstated(("file", "complete"), programme.file.complete, lists, "list")
    yield from _unstated(("file", "not_confirmed"), programme.file.not_confirmed, stated, "key")


def _unstated(path: Path, names: Iterable[str] | None, stated: Iterable[str], what: str) -> Iterator[Fault]:
    for index, name in enumerate(names or ()):
        if name not in stated:
            meant = did_you_mean(name, stated)
            message = f"{written(name)} is not a {what} that this file states{asks(meant)}"
            yield Fault((*path, index), message, f"change it to {written(meant)}" if meant else "take it out")


def not_confirmed(programme: Programme) -> Iterator[Finding]:
    """A finding for each value that comes from a template and that nobody has confirmed."""
    for name in dict.fromkeys(programme.file.not_confirmed or ()):
        path = path_of(name)
        if programme.value(path) is not None:
            message = f"nobody has confirmed {name}, whose value comes from a template"
            fix = f'check the value; then take "{name}" out of not_confirmed in [file]'
            yield check_finding("not-confirmed", path, message, fix)
