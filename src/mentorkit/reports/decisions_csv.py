"""Decisions as CSV: one row a person, one column a rule."""

from mentorkit.core.case_reading import Decision
from mentorkit.reports.decisions import Decisions, unmet_verdicts
from mentorkit.text.csv_row import row
from mentorkit.text.words import visible


class CsvDecisions(Decisions):
    """Rows under the names of their columns."""

    def head(self) -> str:
        """The names of the columns."""
        return row(["id", "decision", "from", *(rule.id for rule in self.rules), "why"])

    def written(self, decision: Decision) -> str:
        """One row."""
        by_rule = {v.rule.id: v.outcome.words for v in decision.verdicts if v.rule.facts}
        by_rules = [f"{verdict.rule.id}: {self.why(verdict)}" for verdict in unmet_verdicts(decision)]
        why = visible("; ".join(filter(None, [decision.unclear, *by_rules])))
        cells = [decision.case, decision.outcome.words, str(decision.eligible_from or "")]
        return row([*cells, *(by_rule.get(rule.id, "") for rule in self.rules), why])
