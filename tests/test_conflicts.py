"""Where sources conflict, a rule bands them: each of the eighteen known conflicts, with cases on each side of its band.

The cases themselves are run by the conformance tests; here each conflict is tied to those that show its band, so that
none of them can go missing.
"""

import pytest

from tests.cases import CASES

CONFLICTS: dict[str, list[str]] = {
    "1 how long free of dependence before mentoring": [
        "SUB101/error-two-weeks",
        "SUB101/warning-ten-weeks",
        "SUB101/clean-three-months",
        "SUB102/warning-alcohol-alone-three-months",
        "SUB103/warning-sponsor-six-months",
        "SUB104/advice-not-considered",
    ],
    "2 a mentor's threshold is not that of paid work": [
        "SUB504/advice-threshold-of-employers-unknown",
        "SUB504/clean-two-thresholds",
    ],
    "3 how long support lasts": [
        "STD305/error-eleven-weeks",
        "STD305/warning-twelve-weeks",
        "STD305/clean-a-year",
        "STD305/clean-a-bridge",
        "STD305/clean-a-school-year",
        "STD350/clean-38-weeks",
        "STD350/warning-one-term",
        "STD306/error-a-bridge-to-nowhere",
    ],
    "4 places turn over, and a limit needs a reason": [
        "SUB332/advice-no-exception",
        "SUB332/clean-reason-and-exception",
        "SUB503/warning-no-term",
        "SUB509/advice-a-term-without-exception",
    ],
    "5 matching is central, or need not be detailed": [
        "SCH301/error-no-criteria",
        "STD301/advice-only-who-is-free",
        "STD301/clean-all-three",
    ],
    "6 shared experience is the point, and proves nothing": [
        "SUB110/warning-not-asked",
        "SUB303/advice-recovery-alone",
    ],
    "7 non-directive, or direct challenge": [
        "MHL001/error-directive",
        "PRB006/clean-direct-challenge",
        "PRB006/clean-non-directive",
        "MHL007/warning-both-at-once",
        "PRB009/warning-both-at-once",
    ],
    "8 risk is passed on, except by Listeners": [
        "STD407/error-listeners-without-the-samaritans",
        "STD407/clean-a-listener-scheme",
        "PRB404/error-run-by-the-prison",
    ],
    "9 which criminal record check, and at what age": [
        "STD107/error-fifteen-and-a-check",
        "STD107/clean-exactly-sixteen",
        "STD108/error-barred-lists-of-the-supervised",
        "STD108/clean-alone-with-children-in-regulated-activity",
        "SUB107/warning-none",
        "STD120/error-mentors-of-14",
    ],
    "10 where the law is not clear a person decides": [
        "STD109/error-not-clear-in-england",
        "STD109/error-not-clear-in-scotland",
        "STD109/error-not-clear-in-northern-ireland",
        "STD110/clean-decided-and-written-down",
    ],
    "11 the size of training, in units that are not converted": [
        "SUB201/warning-seven-weeks",
        "SUB201/clean-eight-weeks",
        "PRB201/warning-eleven-weeks",
        "PRB201/warning-in-hours",
        "MHL203/warning-thirty-nine-hours",
        "MHL203/clean-eleven-days",
        "SCH201/error-days-are-not-hours",
    ],
    "12 contact of staff every month, or every quarter": [
        "SCH404/error-twice-a-year",
        "SCH404/warning-every-quarter",
        "SCH404/clean-every-month",
    ],
    "13 a meeting once a week, or twice": [
        "SCH334/warning-once-a-fortnight",
        "SCH334/clean-once-a-week",
        "SCH334/clean-twice-a-week",
    ],
    "14 promising, or without effect after two years": [
        "SCH604/advice-not-said",
        "SCH604/clean-said",
    ],
    "15 supervision is vital, on mixed evidence": [
        "STD401/error-no-supervision",
    ],
    "16 taking part freely, or by order": [
        "SUB112/warning-sent",
        "PRB103/advice-sent",
        "PRB102/error-as-part-of-a-sentence",
    ],
    "17 no targets for mentors, and measurable objectives": [
        "STD608/warning-targets",
        "STD007/error-no-measure-named",
    ],
    "18 payment by results, and goals of the mentee's own": [
        "STD609/warning-by-final-outcomes",
        "STD609/clean-by-engagement",
        "STD609/clean-not-by-results",
    ],
}
BY_NAME = {str(case): case for case in CASES}


def test_every_known_conflict_is_answered_for() -> None:
    assert [int(conflict.split()[0]) for conflict in CONFLICTS] == list(range(1, 19))


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_a_case_shows_each_side_of_the_band(conflict: str) -> None:
    for name in CONFLICTS[conflict]:
        assert name in BY_NAME, f"{name} has gone, and with it a side of the band of conflict {conflict}"
        BY_NAME[name].check()
