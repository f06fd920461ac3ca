"""Data that a file says are not kept and asks for, and times of keeping that differ."""

import pytest

from mentorkit.values.basis_in_law import BasisInLaw, basis_in_law
from mentorkit.values.kinds_of_data import kinds_of_data

from .test_contradictions import said

_KEPT = '[[governance.retention]]\nrecords = ["Criminal record certificates"]\nkept_for = "{}"\n'
_OWN = '[governance.schools]\ncertificates_kept = "6 months"\n'


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        ('[outcomes]\ncollects = ["diagnosis"]', 'no data on health are kept, and outcomes.collects has "diagnosis"'),
        (
            '[[outcomes.measures]]\nname = "mood"\ntool = "PHQ-9"',
            'no data on health are kept, and outcomes.measures[0].tool has "PHQ-9"',
        ),
    ],
)
def test_data_that_are_not_kept_are_not_asked(rest: str, message: str) -> None:
    basis = '[governance]\nhealth_data_basis = "None kept"\n'
    assert said(("pair",), basis + rest) == [("contradiction", "governance.health_data_basis", message)]
    assert said(("pair",), basis.replace("None kept", "explicit consent") + rest) == []


def test_how_long_certificates_are_kept_is_one_fact() -> None:
    message = "certificates are kept for 5 months, and governance.schools.certificates_kept is 6 months"
    found = said(("pair",), _KEPT.format("5 months") + _OWN, '"schools"')
    assert found == [("contradiction", "governance.retention[0].kept_for", message)]
    assert said(("pair",), _KEPT.format("6 months") + _OWN, '"schools"') == []


@pytest.mark.parametrize("text", ["Explicit consent.", "Art. 9(2)(h)", "healthcare", "Schedule 1, paragraph 18"])
def test_conditions_are_known_as_people_write_them(text: str) -> None:
    assert basis_in_law(text) is BasisInLaw.CONDITION


@pytest.mark.parametrize("text", ["without consent", "no consent needed", "GDPR", "because it helps"])
def test_what_is_no_condition_is_not_taken_for_one(text: str) -> None:
    assert basis_in_law(text) is BasisInLaw.NOT_KNOWN


@pytest.mark.parametrize(
    "text", ["mental_health_first_aid_on", "drug awareness training", "self-esteem", "driving licence", "self-belief"]
)
def test_words_of_training_and_daily_life_are_no_data_on_health_or_offences(text: str) -> None:
    assert kinds_of_data(text) == frozenset()
