"""Sources in a text: in full where they are first cited, in short afterwards, and listed at the end."""

import re
from collections.abc import Iterable, Sequence

from mentorkit.core.source import Source

Work = tuple[str, str, str, int | None, str]


class Citations:
    """The sources of one text.

    Works of the same author and year have their titles in the short form too, and their editions where those tell them
    apart, so that it is never ambiguous.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        """Gets all sources that the text may cite."""
        works = {_work(source): _short_forms(source) for source in sources}
        self._short = {work: _unshared(forms, list(works.values())) for work, forms in works.items()}
        self._cited: set[Work] = set()
        self._shortened: dict[Work, Source] = {}

    def cite(self, source: Source) -> str:
        """A source as it is written at this place of the text."""
        work = _work(source)
        if work not in self._cited:
            self._cited.add(work)
            return str(source)
        return self.short(source)

    def short(self, source: Source) -> str:
        """A source in short, wherever it stands; `listed` has it in full."""
        work = _work(source)
        self._shortened.setdefault(work, source)
        place = f": {source.place}" if source.place else ""
        return f"{self._short[work]}{place} [{source.kind}]"

    def listed(self) -> list[str]:
        """Every work that was cited in short, by its short form: in full, and where it can be read."""
        return sorted(_entry(self._short[work], source) for work, source in self._shortened.items())


def _work(source: Source) -> Work:
    return (*source.names, source.address)


def _entry(short: str, source: Source) -> str:
    full = source.in_full
    return f"{full if full.startswith(short) else f'{short}: {full}'}, {source.address}"


def _short_forms(source: Source) -> tuple[str, ...]:
    """From the shortest on: "Bright 2015" or "Turning Point", and for those with several works with the title."""
    who = re.sub(r"^(?:[A-Z]\. ?)+", "", re.sub(r"\s*\([^)]*\)", "", source.author))
    who += f" {source.year}" if source.year else ""
    edition = f" ({source.edition})" if source.edition else ""
    full = f"{source.title}{edition}"
    titles = (re.split(r"[:?(]", source.title)[0].strip(), source.title, full, f"{full}, {source.address}")
    return (who, *(f"{who}, {title}" for title in titles))


def _unshared(forms: Sequence[str], all_forms: Sequence[Sequence[str]]) -> str:
    """The shortest form that no other work has."""
    return next((form for form in forms if sum(form in others for others in all_forms) == 1), forms[-1])
