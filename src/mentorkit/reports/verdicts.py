"""What rules say of people who are matched, as a line and as data."""

from collections.abc import Iterable
from typing import Any

from mentorkit.core.case_reading import Verdict


def verdict_line(verdict: Verdict, show_values: bool) -> str:
    """What a rule says, with its id."""
    message = verdict.message(show_values=show_values) or verdict.rule.name
    return f"{message}{' (waived)' if verdict.waived else ''} [{verdict.rule.id}]"


def verdicts_data(verdicts: Iterable[Verdict], show_values: bool) -> list[dict[str, Any]]:
    """What rules say, as docs/json.md has it."""
    return [
        {
            "rule": verdict.rule.id,
            "verdict": verdict.outcome.words,
            "message": verdict.message(show_values=show_values),
            "waived": verdict.waived,
        }
        for verdict in verdicts
    ]
