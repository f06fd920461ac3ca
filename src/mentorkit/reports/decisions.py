"""Decisions on people, in the order of who needs a person's look; what all formats have in common.

However many decisions there are, only the rules are kept in memory: each decision is written at once to a temporary
file of its outcome, and the files follow each other in the end. Facts are named; their values are said where asked.
"""

import tempfile
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from typing import IO

import attrs

from mentorkit.core.case_reading import Decision, Outcome, Verdict
from mentorkit.core.rule import Rule
from mentorkit.core.stage import Stage
from mentorkit.reports.style import Style, unstyled

ORDER = (Outcome.REFER, Outcome.STOP, Outcome.NOT_YET, Outcome.NOTE, Outcome.PROCEED)
"""Who needs a person's look comes first."""


@attrs.frozen
class DecisionOptions:
    """What the decisions are about, and how to say them.

    Attributes:
        stage: at which people are.
        on: the date of the decisions.
        rules: that were asked.
        show_values: whether what is known of people is said too.
        style: colours, on a terminal.
    """

    stage: Stage
    on: date
    rules: list[Rule]
    show_values: bool = False
    style: Style = unstyled


class Decisions(ABC):
    """Takes decisions as they come, and gives them back in order, in one format.

    Attributes:
        options: what they are about.
        rules: those that ask something of people.
        counts: how many decisions there are, by outcome.
    """

    def __init__(self, options: DecisionOptions) -> None:
        self.options = options
        self.rules = [rule for rule in options.rules if rule.facts]
        self.counts: Counter[Outcome] = Counter()
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
        self._by_outcome[decision.outcome].write(self.written(decision))
        self.counts[decision.outcome] += 1

    def parts(self) -> Iterator[str]:
        """The whole answer, in pieces."""
        yield self.head()
        for outcome in ORDER:
            file = self._by_outcome[outcome]
            file.seek(0)
            yield from self.body(outcome, file)
        yield self.tail()

    def summary(self) -> str:
        """How many there are of each, in a line."""
        people = sum(self.counts.values())
        records = "1 record" if people == 1 else f"{people} records"
        at = f"at {self.options.stage.value} on {self.options.on}"
        return f"{records} {at}: {outcome_counts(self.counts) or 'nobody'}. A person decides."

    @abstractmethod
    def written(self, decision: Decision) -> str:
        """One decision in this format."""

    def head(self) -> str:
        """What stands before all decisions."""
        return ""

    def body(self, _: Outcome, written: IO[str]) -> Iterator[str]:
        """The decisions of one outcome, from what was written of each."""
        while piece := written.read(1 << 16):
            yield piece

    def tail(self) -> str:
        """What stands after all decisions."""
        return ""

    def why(self, verdict: Verdict) -> str:
        """What a rule says of somebody, and from when on it would be met."""
        text = verdict.message(show_values=self.options.show_values) or verdict.rule.name
        text += " (waived)" if verdict.waived else ""
        return text + (f", from {verdict.eligible_from}" if verdict.eligible_from else "")


def unmet_verdicts(decision: Decision) -> list[Verdict]:
    """What stands against going on, or has to be noted."""
    return [verdict for verdict in decision.verdicts if verdict.outcome is not Outcome.PROCEED]


def outcome_counts(counts: Counter[Outcome]) -> str:
    """How many there are of each outcome, such as "2 stop, 1 proceed"."""
    return ", ".join(f"{counts[outcome]} {outcome.words}" for outcome in ORDER if counts[outcome])
