"""A manager who is missing in several phases is missed once, and the phases are counted as people count."""

from datetime import date

import pytest

from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
MANAGED = '{ every = "14 days", for = "1 month", formats = ["managerial"] }'
PEERS = '{ every = "14 days", for = "1 month", formats = ["peer"] }'
UNSAID = '{ every = "14 days", for = "1 month" }'


@pytest.mark.parametrize(
    ("phases", "messages"),
    [
        ([MANAGED, MANAGED], []),
        ([PEERS, PEERS, PEERS], ["peer support workers have no managerial supervision"]),
        ([PEERS, MANAGED, PEERS], ["peer support workers have no managerial supervision in phase 1 and 3"]),
        ([UNSAID, UNSAID], ["the programme does not state which kinds of supervision peer support workers have"]),
        (
            [UNSAID, PEERS],
            [
                "peer support workers have no managerial supervision in phase 2",
                "the programme does not state which kinds of supervision peer support workers have in phase 1",
            ],
        ),
    ],
)
def test_managerial_supervision_is_told_once(phases: list[str], messages: list[str]) -> None:
    text = 'format = 1\n[programme]\nsectors = ["mental_health"]\n[supervision]\nphases = [' + ", ".join(phases) + "]\n"
    report = validate(text.encode(), "test.toml", PLUGINS, date(2026, 11, 22))
    said = sorted(finding.message for finding in report.findings if finding.rules == ("MHL401",))
    assert said == messages
