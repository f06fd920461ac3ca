"""What became of each piece of evidence: the rules that encode it, or why none does.

The rows are those of the catalogue that the project began with, each in our own words; `evidence.csv` is shipped with
the package. A plugin from elsewhere has evidence of its own, in the sources of its rules.
"""

import csv
from collections.abc import Callable, Iterable
from importlib.resources import files

import attrs

from mentorkit.core.source import Evidence

REASONS = ("a statement about the world", "contradicted", "not confirmed", "outside scope")
"""Why a row may have no rule."""

_BASES = {
    "RS": Evidence.RESEARCH,
    "GD": Evidence.GUIDANCE,
    "PR": Evidence.PRACTICE,
    "OP": Evidence.OPINION,
    "RV": Evidence.REVIEW,
}


@attrs.frozen
class Row:
    """One row of the evidence.

    Attributes:
        id: in the catalogue.
        sector: where it was said; 'all' for every sector.
        stage: of a programme's life that it is about, in the catalogue's finer division.
        basis: what kind of evidence it is.
        check: how it can be checked: D by the design, R by records of people or time, T as a text that exists.
        rules: the ids of the rules that encode it.
        reason: why there is none.
        wording: what it says, in our own words.
    """

    id: str
    sector: str
    stage: str
    basis: Evidence
    check: str
    rules: tuple[str, ...]
    reason: str
    wording: str


@attrs.frozen
class Coverage:
    """How many rows of a kind are encoded.

    Attributes:
        name: of the kind.
        encoded: rows that a rule encodes.
        rows: all rows of the kind.
    """

    name: str
    encoded: int
    rows: int

    @property
    def share(self) -> str:
        """In whole percent, rounded down, so that 100 % means all."""
        return f"{100 * self.encoded // self.rows} %" if self.rows else "–"


def evidence() -> list[Row]:
    """All rows, in the order of the catalogue."""
    text = (files("mentorkit") / "evidence.csv").read_text(encoding="utf-8")
    return [
        Row(
            row["id"],
            row["sector"],
            row["stage"],
            _BASES[row["basis"]],
            row["check"],
            tuple(row["rules"].split()),
            row["reason"],
            row["wording"],
        )
        for row in csv.DictReader(text.splitlines())
    ]


def coverage(rows: Iterable[Row], kind: Callable[[Row], str]) -> list[Coverage]:
    """How many rows of each kind are encoded, in the order in which the kinds first occur, and of all together."""
    kinds: dict[str, list[Row]] = {}
    everything = list(rows)
    for row in everything:
        kinds.setdefault(kind(row), []).append(row)
    kinds["together"] = everything
    return [Coverage(name, sum(1 for row in found if row.rules), len(found)) for name, found in kinds.items()]


KINDS: dict[str, Callable[[Row], str]] = {
    "sector": lambda row: row.sector,
    "stage": lambda row: row.stage,
    "kind of evidence": lambda row: row.basis.value,
    "how it can be checked": lambda row: {
        "D": "from the design",
        "R": "from records of people and time",
        "T": "a text that exists",
    }[row.check],
}
"""The ways in which coverage is counted."""
