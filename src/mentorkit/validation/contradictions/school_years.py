"""School years in titles and free text, whose pupils are of other ages than the file states."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions.ages import PUPILS_UP_TO, oldest_mentee, youngest_mentee
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction
from mentorkit.values.inexact import as_compared, highest, lowest
from mentorkit.values.seen_text import as_seen

_AND = "(?:, | and | or | to | ?- ?)"
_YEAR = "(?:1[0-3]|[3-9])"
_YEARS = rf"(?<![0-9] )\byears? ({_YEAR}(?:{_AND}(?:years? )?{_YEAR})*)\b(?! (?:month|week|day))"
"""Years from 3 on, as text may speak of the first two years of a programme."""
_STAGES = rf"\b(s[1-6](?:{_AND}s[1-6])*)\b"
_OF_NATIONS = {
    "england": (_YEARS, 4, 5),
    "wales": (_YEARS, 4, 5),
    "northern ireland": (_YEARS, 3, 4),
    "scotland": (_STAGES, 10, 12),
}
"""How people write school years, and by how many years pupils are older than the number: the youngest, the oldest."""
_NO_SCHOOL = re.compile(r"\b(undergrad\w*|universit\w*|degrees?|medic\w*|nurs\w*|apprentic\w*|colleges?)\b")


class _Years(NamedTuple):
    path: Path
    text: str
    youngest: int
    oldest: int

    def says(self) -> str:
        return f'this is "{self.text}", whose pupils are {self.youngest} to {self.oldest}'

    def is_apart_from(self, youngest: Any, oldest: Any) -> bool:
        """Whether nobody in these years is of these ages; somebody may round who has pupils from the year before."""
        if as_compared(youngest) is not None and lowest(youngest) > self.oldest:
            return True
        return as_compared(oldest) is not None and highest(oldest) < self.youngest - 1


def school_years_of_mentors(programme: Programme) -> Iterator[Contradiction]:
    """Pupils of a school year are of its age: of Year 10 in England and Wales, 14 or 15."""
    texts: list[tuple[Path, str | None]] = [(("role", "title"), programme.role.title)]
    texts += _titles(programme, "mentor")
    youngest = programme.role.youngest
    if as_compared(youngest) is None:
        return
    if lowest(youngest) <= PUPILS_UP_TO:  # otherwise it may be a school that adults are asked for help in
        texts.append((("recruitment", "route"), programme.recruitment.route))
    for years in _in(programme, texts):
        if years.is_apart_from(youngest, youngest):
            yield Contradiction(years.path, f"{years.says()}, and role.youngest is {youngest}", CORRECT)


def school_years_of_people_supported(programme: Programme) -> Iterator[Contradiction]:
    """Pupils who are supported are of the age of their school year, and parents of pupils are not pupils."""
    texts: list[tuple[Path, str | None]] = [
        (("for_whom", "groups", place), str(group)) for place, group in enumerate(programme.for_whom.groups or ())
    ]
    youngest, oldest = youngest_mentee(programme), oldest_mentee(programme)
    if as_compared(youngest.age) is None or lowest(youngest.age) > PUPILS_UP_TO:
        return
    for years in _in(programme, texts + _titles(programme, "mentee")):
        for stated, apart in (
            (youngest, years.is_apart_from(youngest.age, None)),
            (oldest, years.is_apart_from(None, oldest.age)),
        ):
            if apart:
                message = f"{years.says()}, and {dotted(stated.path)} is {stated.age}"
                yield Contradiction(years.path, message, CORRECT)


def school_years_of_nobody(programme: Programme) -> Iterator[Contradiction]:
    """A school year that a programme speaks of is one of its mentors or of those who are supported."""
    mentor, youngest, oldest = programme.role.youngest, youngest_mentee(programme), oldest_mentee(programme)
    if None in map(as_compared, (mentor, youngest.age, oldest.age)) or lowest(mentor) > PUPILS_UP_TO:
        return
    texts: list[tuple[Path, str | None]] = [
        (("programme", "name"), programme.programme.name),
        (("governance", "turnover"), programme.governance.turnover),
    ]
    texts += [(("role", "occasions", place), str(each)) for place, each in enumerate(programme.role.occasions or ())]
    objectives = enumerate(programme.programme.objectives or ())
    texts += [(("programme", "objectives", place, "text"), each.text) for place, each in objectives]
    for years in _in(programme, texts):
        if years.is_apart_from(mentor, None) and years.is_apart_from(youngest.age, oldest.age):
            message = (
                f"{years.says()}: role.youngest is {mentor}, {dotted(youngest.path)} {youngest.age} and "
                f"{dotted(oldest.path)} {oldest.age}"
            )
            yield Contradiction(years.path, message, CORRECT)


def _in(programme: Programme, texts: list[tuple[Path, str | None]]) -> Iterator[_Years]:
    """The texts that speak of school years of the nation."""
    pattern, youngest, oldest = _OF_NATIONS.get(programme.programme.nation or "", ("", 0, 0))
    if not pattern or "student" in as_seen(programme.role.kind or ""):
        return
    for path, text in texts:
        seen = as_seen(text or "")
        years = [int(year) for found in re.findall(pattern, seen) for year in re.findall("[0-9]+", found)]
        if text and years and not _NO_SCHOOL.search(seen):
            yield _Years(path, text, min(years) + youngest, max(years) + oldest)


def _titles(programme: Programme, part: str) -> list[tuple[Path, str | None]]:
    members = enumerate(programme.network.members or ())
    return [(("network", "members", place, "title"), each.title) for place, each in members if each.part == part]
