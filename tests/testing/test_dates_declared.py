"""What dates declare of the days that they cannot be: each mistake is told, with what to do."""

from pathlib import Path

import pytest

from .spoiled import RULE, Ways, assert_advice, screening

QUESTION = 'question="Since when has the applicant had a home?"'
MET_LATER = ("return on >= housed_since + settled", "return on >= housed_since + settled or housed_since > on")
OF_NO_DATE = "write the name of a fact, or on"
BOUND = 'give its Fact not_after="on"; or ask what is ahead, as in "On which day does it end?"'

WAYS: Ways = {
    "a bound that nobody asks for": (
        screening(QUESTION, f'{QUESTION}, not_before="housed_form"'),
        [
            (
                "dates",
                RULE,
                "the fact housed_since is compared with housed_form, which is not a fact that is a date",
                OF_NO_DATE,
            )
        ],
    ),
    "a bound that only the shared standards ask for": (screening(QUESTION, f'{QUESTION}, not_after="placed_on"'), []),
    "a date that is its own bound": (
        screening(QUESTION, f'{QUESTION}, not_before="housed_since"'),
        [
            (
                "dates",
                RULE,
                "the fact housed_since is compared with itself: housed_since, housed_since",
                "leave one of these out",
            )
        ],
    ),
    "a date of the past that may be in the future": (
        screening(*MET_LATER),
        [
            (
                "dates",
                RULE,
                "the fact housed_since asks about the past, and with a day in the future HSG101/not-yet-one-month lets "
                "somebody go on",
                BOUND,
            )
        ],
    ),
    "the same with a bound": (
        {
            "screening.py": str(screening(*MET_LATER)["screening.py"]).replace(QUESTION, f'{QUESTION}, not_after="on"'),
        },
        [],
    ),
    "a question about what is ahead": (
        {
            "screening.py": str(screening(*MET_LATER)["screening.py"]).replace(
                QUESTION, 'question="On which day does the applicant move?"'
            ),
        },
        [],
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_plugin_whose_dates_are_declared_wrongly_is_told(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
