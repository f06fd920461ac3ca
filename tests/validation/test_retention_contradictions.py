"""Times of records that do not go with what else the file says."""

import pytest

from .test_contradictions import said

_ROW = '[[governance.retention]]\nrecords = ["{}"]\nkept_for = "{}"\ncounted_from = "{}"\n'
_AGES = "[for_whom]\nages = { from = 11, to = 13 }\n"
_DAY = "the day of the record"
_FROM_THE_START = (
    '[relationship]\nshortest = "1 year"\n[outcomes]\nfollow_ups = ["1 year"]\n'
    'measures = [{{ name = "hope", of = ["mentee"], at = ["{}", "follow-up"] }}]\n'
)
_FOLLOW_UPS = '[outcomes]\nfollow_ups = ["6 months", "2 years"]\n'


@pytest.mark.parametrize(
    ("rest", "at", "message"),
    [
        (
            _AGES + _ROW.format("notes", "12 years", "birth"),
            "kept_for",
            "12 years from birth are over before somebody of 13 comes: for_whom.ages.to is 13",
        ),
        (
            _AGES + _ROW.format("notes", "8 years", "birth"),
            "kept_for",
            "8 years from birth are over before somebody of 11 comes: for_whom.ages.from is 11",
        ),
        (
            "[role]\nyoungest = 14\n" + _AGES + _ROW.format("applications", "14 years", "birth"),
            "kept_for",
            "14 years from birth are over before somebody of 14 comes: role.youngest is 14",
        ),
        (
            _FOLLOW_UPS + _ROW.format("Outcomes", "1 year", "last contact"),
            "kept_for",
            "Outcomes are kept for 1 year from last contact, and outcomes.follow_ups has 2 years: "
            "nothing is left to compare with",
        ),
        (
            _FOLLOW_UPS + _ROW.format("questionnaires", "1 year", _DAY),
            "kept_for",
            "questionnaires are kept for 1 year from the day of the record, and outcomes.follow_ups has 2 years: "
            "nothing is left to compare with",
        ),
        (
            _FROM_THE_START.format("start") + _ROW.format("outcomes", "18 months", _DAY),
            "kept_for",
            "outcomes are kept for 18 months from the day of the record, and outcomes.follow_ups has 1 year after "
            "support of 1 year at least: nothing is left to compare with",
        ),
    ],
)
def test_both_places_are_named(rest: str, at: str, message: str) -> None:
    assert said(("pair",), rest) == [("contradiction", f"governance.retention[0].{at}", message)]


def test_one_kind_of_record_has_one_time() -> None:
    one, other = _ROW.format("referrals", "1 year", "last contact"), _ROW.format("Referrals", "2 years", "last contact")
    message = (
        '"Referrals" are kept for 2 years from last contact, '
        "and by governance.retention[0] for 1 year from last contact"
    )
    assert said(("pair",), one + other) == [("contradiction", "governance.retention[1].records[0]", message)]
    assert said(("pair",), one + one) == []


@pytest.mark.parametrize(
    "rest",
    [
        _AGES + _ROW.format("notes", "25 years", "birth"),
        _AGES + _ROW.format("notes", "13 years", "birth"),
        _AGES + _ROW.format("notes", "1 year", "end of support"),
        "[network]\nyoungest = 11\n" + _ROW.format("notes", "12 years", "birth"),
        _FOLLOW_UPS + _ROW.format("outcomes", "24 months", "end of support"),
        _FOLLOW_UPS + _ROW.format("applications", "1 year", "last contact"),
        _ROW.format("outcomes", "1 year", "last contact"),
        _FOLLOW_UPS + _ROW.format("outcomes", "24 months", _DAY),
        _FROM_THE_START.format("exit") + _ROW.format("outcomes", "18 months", _DAY),
        _FROM_THE_START.format("start") + _ROW.format("outcomes", "2 years", _DAY),
        _FOLLOW_UPS + _ROW.format("outcomes", "1 year", "birth"),
    ],
)
def test_times_that_can_be_right_are_none(rest: str) -> None:
    assert said(("pair",), rest) == []
