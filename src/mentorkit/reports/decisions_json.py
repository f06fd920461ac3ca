"""Decisions as JSON: one object, of which each decision is written as it comes."""

import json
from collections.abc import Iterator
from typing import IO, Any

from mentorkit.core.case_reading import Decision, Outcome
from mentorkit.reports.decisions import ORDER, DecisionOptions, Decisions
from mentorkit.reports.findings_json import JSON_VERSION, sources_data, to_json


class JsonDecisions(Decisions):
    """The object; docs/json.md documents it."""

    def __init__(self, options: DecisionOptions) -> None:
        super().__init__(options)
        self._before = ""

    def head(self) -> str:
        """The beginning of the object, up to the list of decisions."""
        head = {"version": JSON_VERSION, "stage": self.options.stage.value, "on": self.options.on.isoformat()}
        return to_json(head).rstrip("}\n") + ',\n  "decisions": ['

    def written(self, decision: Decision) -> str:
        """One decision, on a line."""
        show_values = self.options.show_values
        data: dict[str, Any] = {
            "id": decision.case,
            "decision": decision.outcome.words,
            "from": str(decision.eligible_from) if decision.eligible_from else None,
            "unclear": decision.unclear,
            "verdicts": [
                {
                    "rule": verdict.rule.id,
                    "verdict": verdict.outcome.words,
                    "message": verdict.message(show_values=show_values),
                    "fix": verdict.fix(show_values=show_values),
                    "from": str(verdict.eligible_from) if verdict.eligible_from else None,
                    "waived": verdict.waived,
                }
                for verdict in decision.verdicts
                if verdict.rule.facts or verdict.outcome is not Outcome.PROCEED
            ],
        }
        return json.dumps(data, ensure_ascii=True) + "\n"

    def body(self, _: Outcome, written: IO[str]) -> Iterator[str]:
        """The decisions of one outcome, with commas between all."""
        for line in written:
            yield f"{self._before}\n    {line.rstrip()}"
            self._before = ","

    def tail(self) -> str:
        """The end of the list, and what follows it."""
        rules = [
            {"id": rule.id, "name": rule.name, "reason": rule.reason, "sources": sources_data(rule.sources)}
            for rule in self.rules
        ]
        summary = {outcome.words: self.counts[outcome] for outcome in ORDER}
        tail = to_json({"rules": rules, "summary": {"records": sum(self.counts.values()), **summary}})
        return "\n  ],\n" + tail.removeprefix("{\n")
