"""What pairs are compared by: what the law protects, and what cannot be worked out."""

import pytest

from mentorkit.programme.matching import Exclusion, Matching, Preference, compared_facts
from mentorkit.programme.matching_checks import comparison_faults, protected_characteristic, unjustified_comparisons
from mentorkit.values.duration import Duration


@pytest.mark.parametrize(
    ("what", "characteristic"),
    [
        ("age", "age"),
        ("age_group", "age"),
        ("date_of_birth", "age"),
        ("Disability", "disability"),
        ("learning-difficulty", "disability"),
        ("gender", "sex"),
        ("gender_identity", "gender reassignment"),
        ("marital_status", "marriage and civil partnership"),
        ("maternity", "pregnancy and maternity"),
        ("ethnicity", "race"),
        ("nationality", "race"),
        ("faith", "religion or belief"),
        ("sexual_orientation", "sexual orientation"),
        ("sex", "sex"),
        ("gen\u200bder", "sex"),
    ],
)
def test_what_the_law_protects_is_known_by_its_usual_names(what: str, characteristic: str) -> None:
    assert protected_characteristic(what) == characteristic
    assert [
        fault.path for fault in unjustified_comparisons(Matching(preferences=(Preference(what=what, kind="same"),)))
    ]
    for reason in (
        Matching(preferences=(Preference(what=what, kind="same", why="they ask for it"),)),
        Matching(preferences=(Preference(what=what, kind="same"),), justification="they ask for it"),
    ):
        assert list(unjustified_comparisons(reason)) == []


@pytest.mark.parametrize("what", ["language", "area", "days", "interests", "stage", "school_year", "package", "id"])
def test_all_else_is_not_protected(what: str) -> None:
    assert protected_characteristic(what) is None


def slips_of(*preferences: Preference, exclusions: tuple[Exclusion, ...] = ()) -> list[str]:
    matching = Matching(preferences=preferences, exclusions=exclusions)
    asked = Matching(preferences=preferences, exclusions=exclusions, collects=tuple(compared_facts(matching)))
    return [fault.message for fault in comparison_faults(asked)]


@pytest.mark.parametrize(
    ("preference", "told"),
    [
        (Preference(what="days", weight=1), "this does not say what is compared, and how"),
        (Preference(what="days", kind="same"), "this has no weight and is not required, so it does nothing"),
        (Preference(what="days", kind="near", weight=1), "near needs a distance"),
        (Preference(what="year", kind="near", difference=1, within=Duration(1, "day"), weight=1), "near needs a dist"),
        (Preference(what="days", kind="same", difference=1, weight=1), "a distance is not used if kind is same"),
        (
            Preference(what="year", kind="near", difference=2, at_least=Duration(1, "day"), weight=1),
            "this is for dates",
        ),
        (
            Preference(what="day", kind="near", within=Duration(1, "day"), least_difference=1, weight=1),
            "this is for num",
        ),
        (Preference(what="year", kind="near", difference=0, ahead="mentor", weight=1), "no two numbers are so far"),
        (Preference(what="year", kind="near", difference=2, least_difference=3, weight=1), "no two numbers are so far"),
        (Preference(what="year", kind="same", ahead="mentor", weight=1), "a distance is not used if kind is same"),
        (
            Preference(what="day", kind="near", within=Duration(2, "day"), at_least=Duration(1, "week"), weight=1),
            "this is longer than within",
        ),
        (Preference(what="day", kind="near", within=Duration(1, "hour"), weight=1), "dates are days apart, not hours"),
        (Preference(what="id", kind="same", weight=1), "ids of people cannot be compared in this way"),
        (Preference(what="days", kind="same", weight=1_000_001), "this is more than 1,000,000 points"),
    ],
)
def test_what_cannot_be_worked_out_is_told(preference: Preference, told: str) -> None:
    (message,) = slips_of(preference)
    assert message.startswith(told)


def test_one_fact_is_compared_in_one_way() -> None:
    near = Preference(what="started", kind="near", within=Duration(1, "year"), weight=1)
    assert slips_of(near, Preference(what="started", kind="same", weight=1)) == []
    assert slips_of(near, Preference(what="started", kind="overlap", weight=1)) == [
        "mentor_started is already compared in another way",
        "mentee_started is already compared in another way",
    ]


def test_nobody_is_kept_apart_by_a_wish() -> None:
    assert slips_of(exclusions=(Exclusion(what="days", kind="prefer"),)) == ["a wish cannot rule anybody out"]
