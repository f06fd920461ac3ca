"""What became of each piece of evidence: the rules that encode it, or why none does.

The rows are those of the catalogue that the project began with, each in our own words; `evidence.csv` is shipped with
the package, and knows the rules that are shipped. A plugin from elsewhere may bring an `evidence.csv` of its own, with
the same columns, in its package: a row with an id of ours adds its rules to that row, every other is one more.
"""

import csv
from collections.abc import Callable, Iterable
from importlib.resources import files

import attrs

from mentorkit.core.source import Evidence
from mentorkit.registry.load import Plugin

EVIDENCE_FILE = "evidence.csv"
REASONS = ("a statement about the world", "contradicted", "not confirmed", "outside scope", "for another sector")
"""Why a row may have no rule; another sector is one that is not shipped, and has evidence of its own."""

_BASES = {
    "RS": Evidence.RESEARCH,
    "GD": Evidence.GUIDANCE,
    "PR": Evidence.PRACTICE,
    "OP": Evidence.OPINION,
    "RV": Evidence.REVIEW,
}


_QUOTED = "put texts with commas or quotation marks between quotes, and write a mark within them twice"
_CHECKS = {"D": "from the design", "R": "from records of people and time", "T": "a text that exists"}


class EvidenceError(Exception):
    """A file of evidence cannot be read; the message says where, and what to write instead."""


@attrs.frozen
class EvidenceRow:
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


def evidence() -> list[EvidenceRow]:
    """All rows of what is shipped, in the order of the catalogue."""
    return _rows((files("mentorkit") / EVIDENCE_FILE).read_text(encoding="utf-8"), EVIDENCE_FILE)


def evidence_of(plugin: Plugin) -> list[EvidenceRow]:
    """The rows that a plugin brings itself; none where its package has no such file.

    Raises:
        EvidenceError: where the file cannot be read, or names a rule of the plugin's that does not exist.
    """
    try:
        file = files(plugin.found.module) / EVIDENCE_FILE
    except TypeError:  # a module that is no package has no files beside it
        return []
    if not file.is_file():
        return []
    where = f"{EVIDENCE_FILE} of {plugin.found}"
    try:
        rows = _rows(file.read_text(encoding="utf-8"), where)
    except UnicodeDecodeError:
        raise EvidenceError(f"{where} is not in UTF-8; save it as UTF-8") from None
    named = {rule: row.id for row in rows for rule in row.rules if rule.startswith(plugin.sector.prefix)}
    for rule in sorted(set(named) - {rule.id for rule in plugin.rules}):
        raise EvidenceError(f"{where}: {named[rule]} names {rule}, which does not exist; take it out or write the rule")
    return rows


def merged_rows(rows: Iterable[EvidenceRow], more: Iterable[EvidenceRow]) -> list[EvidenceRow]:
    """Rows with those of another file: one with the same id gets its rules as well, the others come after them."""
    found = {row.id: row for row in rows}
    for row in more:
        before = found.get(row.id, row)
        rules = tuple(dict.fromkeys((*before.rules, *row.rules)))
        found[row.id] = attrs.evolve(before, rules=rules, reason="" if rules else before.reason)
    return list(found.values())


def _rows(text: str, where: str) -> list[EvidenceRow]:
    """The rows of a file.

    Raises:
        EvidenceError: for the first row that cannot be read.
    """
    columns = [field.name for field in attrs.fields(EvidenceRow)]
    table = csv.DictReader(text.splitlines(), strict=True)
    try:
        if table.fieldnames != columns:
            raise EvidenceError(f"{where}, line 1: the columns have to be {','.join(columns)}")
        return [_row(row, f"{where}, line {table.line_num}") for row in table]
    except csv.Error as problem:
        message = f"this is not CSV ({problem}); {_QUOTED}"
        raise EvidenceError(f"{where}, line {table.reader.line_num}: {message}") from None


def _row(written: dict[str, str], where: str) -> EvidenceRow:
    if None in written or None in written.values():
        raise EvidenceError(f"{where}: more or fewer values than columns; {_QUOTED}")
    for name, known in (("basis", _BASES), ("check", _CHECKS), ("reason", ("", *REASONS))):
        if written[name] not in known:
            raise EvidenceError(f"{where}: {name} has to be one of {', '.join(filter(None, known))}")
    for name in ("id", "wording"):
        if not written[name].strip():
            raise EvidenceError(f"{where}: {name} is empty; say what it is")
    if bool(written["rules"]) == bool(written["reason"]):
        raise EvidenceError(f"{where}: state the rules that encode it, or the reason why there is none, and not both")
    return EvidenceRow(
        written["id"],
        written["sector"],
        written["stage"],
        _BASES[written["basis"]],
        written["check"],
        tuple(written["rules"].split()),
        written["reason"],
        written["wording"],
    )


def coverage(rows: Iterable[EvidenceRow], kind: Callable[[EvidenceRow], str]) -> list[Coverage]:
    """How many rows of each kind are encoded, in the order in which the kinds first occur, and of all together."""
    kinds: dict[str, list[EvidenceRow]] = {}
    everything = list(rows)
    for row in everything:
        kinds.setdefault(kind(row), []).append(row)
    kinds["together"] = everything
    return [Coverage(name, sum(1 for row in found if row.rules), len(found)) for name, found in kinds.items()]


COUNTED_BY: dict[str, Callable[[EvidenceRow], str]] = {
    "sector": lambda row: row.sector,
    "stage": lambda row: row.stage,
    "kind of evidence": lambda row: row.basis.value,
    "how it can be checked": lambda row: _CHECKS[row.check],
}
"""The ways in which coverage is counted."""
