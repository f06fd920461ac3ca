"""Decisions as text: of each person what stands against going on, then those with nothing against them in a row.

What each rule asks and why, and how many did not meet it, is said once at the end.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

import attrs

from mentorkit.core.case_reading import Decision, Outcome, Verdict
from mentorkit.core.rule import Rule
from mentorkit.reports.citations import Citations
from mentorkit.reports.decisions import DecisionOptions, Decisions, outcome_counts, unmet_verdicts
from mentorkit.text.words import visible

_WIDTH = 100
"""Of a line of ids, in characters."""

_STYLES = {Outcome.REFER: "error", Outcome.STOP: "error", Outcome.NOT_YET: "warning", Outcome.NOTE: "advice"}


@attrs.define
class _Reported:
    """A rule that the text speaks of: how often with which outcome, and what to do where that is the same for all."""

    rule: Rule
    counts: Counter[Outcome] = attrs.field(factory=Counter)
    fix: str = ""


class TextDecisions(Decisions):
    """One block a person, and what each rule is based on once at the end."""

    def __init__(self, options: DecisionOptions) -> None:
        super().__init__(options)
        self._reported: dict[str, _Reported] = {}

    def written(self, decision: Decision) -> str:
        """The block of one person; only the id of somebody who can go on."""
        if decision.outcome is Outcome.PROCEED:
            return visible(decision.case) + "\n"
        label = self.options.style(f"{decision.outcome.words:<8}", _STYLES[decision.outcome])
        head = f"{label} {visible(decision.case)}"
        if decision.eligible_from:
            head += f", from {decision.eligible_from}"
        lines: dict[str, list[str]] = {}
        if decision.unclear:
            lines[f"         {decision.outcome.words}: {decision.unclear}"] = []
        for verdict in sorted(unmet_verdicts(decision), key=lambda verdict: -verdict.outcome):
            line = f"         {verdict.outcome.words}: {self.why(verdict)}{self._fix(verdict)}"
            lines.setdefault(line, []).append(verdict.rule.id)
        by_line = (f"{line} [{', '.join(ids)}]" if ids else line for line, ids in lines.items())
        return "\n".join([head, *map(visible, by_line)]) + "\n"

    def body(self, outcome: Outcome, written: IO[str]) -> Iterator[str]:
        """The blocks of one outcome."""
        return self._in_rows(written) if outcome is Outcome.PROCEED else super().body(outcome, written)

    def tail(self) -> str:
        """The rules, the works that were cited in short, and the summary."""
        lines = []
        citations = Citations(source for reported in self._reported.values() for source in reported.rule.sources)
        if self._reported:
            lines += ["", self.options.style("The rules behind this", "strong")]
            for reported in sorted(self._reported.values(), key=lambda one: (one.rule.area.number, one.rule.id)):
                rule = reported.rule
                lines.append(f"  {rule.id} {rule.name} ({outcome_counts(reported.counts)})")
                lines.append(f"       why:    {rule.reason}")
                lines += [visible(f"       do:     {reported.fix}")] if reported.fix else []
                lines += [f"       source: {citations.cite(source)}" for source in rule.sources]
        if listed := citations.listed():
            lines += ["", "Cited in short above:", *(f"  {source}" for source in listed)]
        return "\n".join([*lines, "", self.summary()]) + "\n"

    def _fix(self, verdict: Verdict) -> str:
        """What this one person's case asks for; what it asks of everybody is said at the end."""
        rule = verdict.rule
        reported = self._reported.setdefault(rule.id, _Reported(rule))
        reported.counts[verdict.outcome] += 1
        if verdict.unclear:
            return ""
        differs = any(f"{{{name}}}" in rule.fix for name in ("eligible_from", *(fact.name for fact in rule.facts)))
        fix = verdict.fix(show_values=self.options.show_values)
        if not differs:
            reported.fix = fix
        return f"; {fix}" if differs else ""

    def _in_rows(self, ids: Iterable[str]) -> Iterator[str]:
        """The ids of those with nothing to say of, as many in a line as there is room for."""
        start = self.options.style(f"{Outcome.PROCEED.words:<8}", "faint")
        line = ""
        for written in ids:
            id_ = written.rstrip("\n")
            if line and len(line) + len(id_) > _WIDTH - 10:
                yield f"{start} {line},\n"
                start, line = " " * 8, ""
            line = f"{line}, {id_}" if line else id_
        if line:
            yield f"{start} {line}\n"
