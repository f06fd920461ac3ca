"""Decisions on people as text, CSV and JSON, in the order of who needs a person's look.

The text tells of each person what stands against going on, names those with nothing against them in a row, and says
once in the end what each rule asks and why, and how many did not meet it. However many decisions there are, only the
rules are kept in memory: each decision is written at once to a temporary file of its outcome, and the files follow each
other in the end. Facts are named; their values are told where asked.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from typing import IO, Any

import attrs

from mentorkit.core.case_reading import Decision, Verdict
from mentorkit.core.rule import Rule
from mentorkit.core.stage import Stage
from mentorkit.core.strength import Outcome
from mentorkit.reports.citations import Citations
from mentorkit.reports.csv_row import row
from mentorkit.reports.findings_json import VERSION, sources_data, to_json
from mentorkit.reports.text import Style
from mentorkit.text.words import visible

ORDER = (Outcome.REFER, Outcome.STOP, Outcome.NOT_YET, Outcome.NOTE, Outcome.PROCEED)
"""Who needs a person's look comes first."""

_WIDTH = 100
"""Of a line of ids, in characters."""

_STYLES = {Outcome.REFER: "error", Outcome.STOP: "error", Outcome.NOT_YET: "warning", Outcome.NOTE: "advice"}


@attrs.define
class _Told:
    """A rule that the text speaks of: how often with which outcome, and what to do where that is the same for all."""

    rule: Rule
    counts: Counter[Outcome] = attrs.field(factory=Counter)
    fix: str = ""


class Decisions:
    """Writes decisions as they come, and gives them back in order.

    Attributes:
        counts: how many decisions there are, by outcome.
    """

    def __init__(
        self, form: str, stage: Stage, on: date, rules: list[Rule], *, show_values: bool, style: Style
    ) -> None:
        self.form = form
        self.stage = stage
        self.on = on
        self.rules = [rule for rule in rules if rule.facts]
        self.show_values = show_values
        self.style = style
        self.counts: Counter[Outcome] = Counter()
        self._told: dict[str, _Told] = {}
        self._files = ExitStack()
        self._by_outcome: dict[Outcome, IO[str]] = {
            outcome: self._files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline=""))  # noqa: SIM115
            for outcome in ORDER
        }

    def __enter__(self) -> "Decisions":
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def add(self, decision: Decision) -> None:
        """Takes a decision."""
        write = {"text": self._as_text, "csv": self._as_row, "json": self._as_json}[self.form]
        self._by_outcome[decision.outcome].write(write(decision))
        self.counts[decision.outcome] += 1

    def parts(self) -> Iterator[str]:
        """The whole answer, in pieces."""
        yield {"text": "", "csv": self._header(), "json": self._json_head()}[self.form]
        first = True
        for outcome in ORDER:
            file = self._by_outcome[outcome]
            file.seek(0)
            if self.form == "text" and outcome is Outcome.PROCEED:
                yield from self._in_rows(file)
                continue
            while piece := file.read(1 << 16):
                if first and self.form == "json":
                    piece = piece.removeprefix(",")
                first = False
                yield piece
        yield {"text": self._text_end(), "csv": "", "json": self._json_tail()}[self.form]

    # Text: one block a person, and what each rule is based on once at the end.

    def _as_text(self, decision: Decision) -> str:
        if decision.outcome is Outcome.PROCEED:
            return visible(decision.case) + "\n"
        label = decision.outcome.words
        head = f"{self.style(f'{label:<8}', _STYLES[decision.outcome])} {visible(decision.case)}"
        if decision.eligible_from:
            head += f", from {decision.eligible_from}"
        lines: dict[str, list[str]] = {}
        for verdict in sorted(_open(decision), key=lambda verdict: -verdict.outcome):
            line = f"         {verdict.outcome.words}: {self._why(verdict)}"
            line += self._fix(verdict)
            lines.setdefault(line, []).append(verdict.rule.id)
        return "\n".join([head, *(visible(f"{line} [{', '.join(ids)}]") for line, ids in lines.items())]) + "\n"

    def _fix(self, verdict: Verdict) -> str:
        """What this one person's case asks for; what it asks of everybody is told at the end."""
        rule = verdict.rule
        told = self._told.setdefault(rule.id, _Told(rule))
        told.counts[verdict.outcome] += 1
        if verdict.unclear:
            return ""
        differs = any(f"{{{name}}}" in rule.fix for name in ("eligible_from", *(fact.name for fact in rule.facts)))
        fix = verdict.fix(show_values=self.show_values)
        if not differs:
            told.fix = fix
        return f"; {fix}" if differs else ""

    def _in_rows(self, ids: Iterable[str]) -> Iterator[str]:
        """The ids of those with nothing to tell, as many in a line as there is room for."""
        start = self.style(f"{Outcome.PROCEED.words:<8}", "faint")
        line = ""
        for written in ids:
            id_ = written.rstrip("\n")
            if line and len(line) + len(id_) > _WIDTH - 10:
                yield f"{start} {line},\n"
                start, line = " " * 8, ""
            line = f"{line}, {id_}" if line else id_
        if line:
            yield f"{start} {line}\n"

    def _why(self, verdict: Verdict) -> str:
        text = verdict.message(show_values=self.show_values) or verdict.rule.name
        text += " (waived)" if verdict.waived else ""
        return text + (f", from {verdict.eligible_from}" if verdict.eligible_from else "")

    def _text_end(self) -> str:
        lines = []
        citations = Citations(source for told in self._told.values() for source in told.rule.sources)
        if self._told:
            lines += ["", self.style("The rules behind this", "strong")]
            for told in sorted(self._told.values(), key=lambda told: (told.rule.area.number, told.rule.id)):
                rule = told.rule
                lines.append(f"  {rule.id} {rule.name} ({_counted(told.counts)})")
                lines.append(f"       why:    {rule.reason}")
                lines += [visible(f"       do:     {told.fix}")] if told.fix else []
                lines += [f"       source: {citations.cite(source)}" for source in rule.sources]
        if listed := citations.listed():
            lines += ["", "Cited in short above:", *(f"  {source}" for source in listed)]
        return "\n".join([*lines, "", self.summary()]) + "\n"

    def summary(self) -> str:
        """How many there are of each."""
        people = sum(self.counts.values())
        records = "1 record" if people == 1 else f"{people} records"
        return f"{records} at {self.stage.value} on {self.on}: {_counted(self.counts) or 'nobody'}. A person decides."

    # CSV: one row a person, one column a rule.

    def _header(self) -> str:
        return row(["id", "decision", "from", *(rule.id for rule in self.rules), "why"])

    def _as_row(self, decision: Decision) -> str:
        by_rule = {v.rule.id: v.outcome.words for v in decision.verdicts if v.rule.facts}
        why = visible("; ".join(f"{verdict.rule.id}: {self._why(verdict)}" for verdict in _open(decision)))
        cells = [decision.case, decision.outcome.words, str(decision.eligible_from or "")]
        return row([*cells, *(by_rule.get(rule.id, "") for rule in self.rules), why])

    # JSON: one object, of which each decision is written as it comes.

    def _json_head(self) -> str:
        head = {"version": VERSION, "stage": self.stage.value, "on": self.on.isoformat()}
        return to_json(head).rstrip("}\n") + ',\n  "decisions": ['

    def _as_json(self, decision: Decision) -> str:
        data: dict[str, Any] = {
            "id": decision.case,
            "decision": decision.outcome.words,
            "from": str(decision.eligible_from) if decision.eligible_from else None,
            "verdicts": [
                {
                    "rule": verdict.rule.id,
                    "verdict": verdict.outcome.words,
                    "message": verdict.message(show_values=self.show_values),
                    "fix": verdict.fix(show_values=self.show_values),
                    "from": str(verdict.eligible_from) if verdict.eligible_from else None,
                    "waived": verdict.waived,
                }
                for verdict in decision.verdicts
                if verdict.rule.facts or verdict.outcome is not Outcome.PROCEED
            ],
        }
        return ",\n    " + json.dumps(data, ensure_ascii=True)

    def _json_tail(self) -> str:
        rules = [
            {"id": rule.id, "name": rule.name, "reason": rule.reason, "sources": sources_data(rule.sources)}
            for rule in self.rules
        ]
        summary = {outcome.words: self.counts[outcome] for outcome in ORDER}
        tail = to_json({"rules": rules, "summary": {"records": sum(self.counts.values()), **summary}})
        return "\n  ],\n" + tail.removeprefix("{\n")


def _open(decision: Decision) -> Iterable[Verdict]:
    return (verdict for verdict in decision.verdicts if verdict.outcome is not Outcome.PROCEED)


def _counted(counts: Counter[Outcome]) -> str:
    return ", ".join(f"{counts[outcome]} {outcome.words}" for outcome in ORDER if counts[outcome])
