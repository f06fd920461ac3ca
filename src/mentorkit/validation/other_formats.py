"""Keys that not every version of the format has: those of another are refused, and one of this is asked for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.strength import Strength
from mentorkit.programme.design import ELSEWHERE
from mentorkit.programme.formats import ONLY_IN, RANGES_SINCE
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.ranges import ranges_in, with_values
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.tables import Programme
from mentorkit.toml.faults import Fault
from mentorkit.toml.misplaced_keys import is_stated
from mentorkit.validation.file_checks import OLDER_FORMAT, check_finding

_UPGRADE = "write the file in format 2: 'mentorkit upgrade' does it"
_FIXES: Mapping[Path, str] = {
    ("relationship", "pairs"): "take it out, and list the ways of support in programme.ways",
}


def without_other_formats(
    data: Mapping[str, Any], open_lists: Collection[Path] = ()
) -> tuple[Mapping[str, Any], list[Fault]]:
    """The data of a file without keys that its format does not have, and a fault for each of them.

    Args:
        data: of the file.
        open_lists: the sectors' own lists whose entries may have names of the service's own.
    """
    faults = []
    for path, version in ONLY_IN.items():
        if version != data["format"] and is_stated(data, path):
            data = _without(data, path)
            message = f"{dotted(path)} is a key of format {version}, and this file is in format {data['format']}"
            fix = _FIXES.get(path, _UPGRADE)
            faults.append(Fault(path, message, fix, unknown=True))
    if data["format"] == 1:
        path = ("programme", "nation")
        if is_stated(data, path) and data["programme"]["nation"] == ELSEWHERE:
            faults.append(Fault(path, '"other" is a value of format 2, and this file is in format 1', _UPGRADE))
            data = _without(data, path)
        for path in [*_own_names(data, open_lists)]:
            in_list = isinstance(path[-1], int)
            what = "a table as an entry of this list" if in_list else "a table as the value of this key"
            message = f"{what} is of format 2, and this file is in format 1"
            faults.append(Fault(path, message, _UPGRADE))
            data = _without(data, path[:-1] if in_list else path)
    return data, faults


def without_ranges(programme: Programme) -> tuple[Programme, list[Fault]]:
    """A design without the ranges that only a later format has, and a fault for each of them."""
    if programme.format >= RANGES_SINCE:
        return programme, []
    found = list(ranges_in(programme))
    version = f"format {RANGES_SINCE}, and this file is in format {programme.format}"
    fix = "write one value; a file that 'mentorkit upgrade' has written can have a range"
    faults = [Fault(path, f"a range ({range_}) needs {version}", fix) for path, range_ in found]
    return with_values(programme, [(path, None) for path, _ in found]), faults


def _own_names(data: Any, open_lists: Collection[Path], path: Path = ()) -> Iterator[Path]:
    """The open texts and the entries of open lists that are tables, those in lists of tables too."""
    places = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in places:
        at = (*path, part)
        keys = tuple(each for each in at if isinstance(each, str))
        shared = shared_key(keys, in_lists=True) if isinstance(value, list | dict) else None
        if not (keys in open_lists or (shared and shared.declared.open_list)):
            yield from _own_names(value, open_lists, at)
        elif isinstance(value, list):
            yield from ((*at, place) for place, each in enumerate(value) if isinstance(each, dict))
        elif shared and shared.type is str:
            yield at


def asked_in_its_format(findings: Sequence[Finding], programme: Programme) -> list[Finding]:
    """The findings, with one in the place of all that ask for keys which the format of the file does not have.

    What a MUST rule asks stays, and so does what a waiver is about.
    """
    beyond = [
        finding
        for finding in findings
        if finding.kind is FindingKind.NOT_SETTLED
        and finding.waived is None
        and finding.strength < Strength.MUST
        and any(ONLY_IN.get(finding.path[:length], 0) > programme.format for length in (1, 2))
    ]
    if not beyond:
        return [*findings]
    places = list(dict.fromkeys(dotted(finding.path) for finding in beyond))
    keys = f"{len(places)} keys" if len(places) > 1 else "a key"
    message = (
        f"rules ask for {keys} that a file of format {programme.format} cannot state, such as {places[0]}; "
        "'mentorkit upgrade' offers them"
    )
    fix = "write the file in format 2, as 'mentorkit upgrade' does; 'mentorkit validate' then asks for each of them"
    older = check_finding(OLDER_FORMAT, ("format",), message, fix)
    return [*(each for each in findings if each not in beyond), older]


def ways_not_stated(programme: Programme) -> Iterator[Finding]:
    """A finding where a design of a format that has ways of support does not say which the programme offers."""
    path = ("programme", "ways")
    if programme.format == ONLY_IN[path] and not programme.programme.ways:
        what = "the ways of support that the programme offers"
        fix = 'state ways, such as ways = ["pair"]'
        found = check_finding("ways-not-stated", path, f"the programme does not state ways: {what}", fix)
        yield attrs.evolve(found, brief=what)


def _without(data: Any, path: Path) -> Any:
    """A copy without what stands at a path."""
    part, *below = path
    if isinstance(data, list):
        return [_without(value, tuple(below)) if place == part else value for place, value in enumerate(data)]
    if not below:
        return {key: value for key, value in data.items() if key != part}
    return {key: _without(value, tuple(below)) if key == part else value for key, value in data.items()}
