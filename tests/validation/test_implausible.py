"""Values outside of what is usual: asked once, confirmed by key and value in the file, and never asked twice."""

from datetime import date

import pytest

from mentorkit.core.finding import Finding
from mentorkit.programme.path import dotted
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
ON = date(2026, 11, 29)
HEAD = 'format = 2\n[programme]\nsectors = ["probation"]\nways = ["pair"]\n'
CHECKS = ("implausible", "confirmation-unused")


def findings(text: str) -> tuple[Finding, ...]:
    return validate((HEAD + text).encode(), "p.toml", PLUGINS, ON).findings


def asked(text: str) -> list[tuple[str, str]]:
    return [(each.rule, dotted(each.path)) for each in findings(text) if each.rule in CHECKS]


ALL_DAY = '[relationship]\nmeeting_length = "12 hours"\n'


def test_a_value_that_is_confirmed_is_not_asked_again() -> None:
    (found,) = [each for each in findings(ALL_DAY) if each.rule in CHECKS]
    assert found.severity == "warning"
    assert (
        found.message == "relationship.meeting_length is 12 hours, and 10 minutes to 10 hours is usual; is this meant?"
    )
    confirmation = '{ at = "relationship.meeting_length", value = "12 hours" }'
    assert found.fix == f"correct it; or, if it is meant, add {confirmation} to confirmed in [file]"
    assert asked(f"{ALL_DAY}[file]\nconfirmed = [{confirmation}]\n") == []


def test_a_confirmation_is_of_one_value() -> None:
    confirmed = '[file]\nconfirmed = [{ at = "relationship.meeting_length", value = "13 hours" }]\n'
    assert asked(ALL_DAY + confirmed) == [
        ("implausible", "relationship.meeting_length"),
        ("confirmation-unused", "file.confirmed[0]"),
    ]
    usual = '[relationship]\nmeeting_length = "2 hours"\n'
    assert asked(usual + confirmed) == [("confirmation-unused", "file.confirmed[0]")]


@pytest.mark.parametrize(
    ("stated", "path", "at", "value"),
    [
        ("[training.award]\nlevel = 9", "training.award.level", "training.award.level", "9"),
        (
            '[outcomes]\nfollow_ups = ["6 months", "30 years"]',
            "outcomes.follow_ups[1]",
            "outcomes.follow_ups",
            "30 years",
        ),
        (
            "[relationship.probation]\nsession_mentors = 60",
            "relationship.probation.session_mentors",
            "relationship.probation.session_mentors",
            "60",
        ),
        (
            "[relationship]\nmeetings = { from = 12, to = 900 }",
            "relationship.meetings",
            "relationship.meetings",
            "12 to 900",
        ),
        (
            '[[network.members]]\nid = "nacro"\ncapacity = "900 per day"',
            "network.members[0].capacity",
            "network.members.nacro.capacity",
            "900 per day",
        ),
        (
            '[[supervision.phases]]\nevery = "14 months"',
            "supervision.phases[0].every",
            "supervision.phases.0.every",
            "14 months",
        ),
    ],
)
def test_values_of_lists_ranges_and_sectors_are_asked_and_confirmed_too(
    stated: str, path: str, at: str, value: str
) -> None:
    assert ("implausible", path) in asked(stated)
    assert asked(f'{stated}\n[[file.confirmed]]\nat = "{at}"\nvalue = "{value}"\n') == []


def test_what_a_rule_says_already_is_not_asked_too() -> None:
    text = '[programme.probation]\nschemes = ["through the gate"]\n[relationship.probation]\nrelease_day = "48 hours"\n'
    at = ("relationship", "probation", "release_day")
    assert [each.rule for each in findings(text) if each.path == at] == ["PRB333"]
    level = "[training.award]\nlevel = 1\n"  # it falls short, and is usual
    assert asked(level) == []


SUPERVISORS = (
    '[[network.members]]\nid = "lead"\npart = "programme"\npeople = 30\n'
    '[[network.members]]\nid = "mentor"\npart = "mentor"\npeople = 5\n'
    '[[network.links]]\nfrom = "lead"\nto = "mentor"\nkind = "supervises"\n'
)


def test_far_more_supervisors_than_mentors_are_asked_about_until_somebody_confirms_them() -> None:
    at = "network.members.lead.people"
    assert asked(SUPERVISORS) == [("implausible", "network.members[0].people")]
    (found,) = [each for each in findings(SUPERVISORS) if each.rule == "implausible"]
    assert at in found.fix
    assert asked(f'{SUPERVISORS}[file]\nconfirmed = [{{ at = "{at}", value = "30" }}]\n') == []


CHILDREN = (
    "[for_whom]\nages = {{ from = {ages[0]}, to = {ages[1]} }}\n"
    '[role]\npaid = "{paid}"\n[relationship]\nmodes = {modes}\n[matching]\nmentees_per_mentor = {each}\n'
)
MET = {"ages": (11, 13), "paid": "unpaid", "modes": ["one-to-one"], "each": 7}


def test_many_children_met_one_by_one_are_asked_about_until_somebody_confirms_them() -> None:
    at = "matching.mentees_per_mentor"
    text = CHILDREN.format(**MET)
    assert asked(text) == [("implausible", at)]
    (found,) = [each for each in findings(text) if each.rule == "implausible"]
    assert found.message == f"{at} is 7, and 1 to 6 children is usual; is this meant?"
    assert asked(f'{text}[file]\nconfirmed = [{{ at = "{at}", value = "7" }}]\n') == []


@pytest.mark.parametrize(
    "other",
    [
        {"each": 6},
        {"each": "{ from = 5, to = 8 }"},
        {"ages": (25, 60)},
        {"paid": "paid"},
        {"modes": ["one-to-one", "group"]},
    ],
)
def test_adults_groups_and_paid_work_are_not_asked_about(other: dict[str, object]) -> None:
    assert asked(CHILDREN.format(**(MET | other))) == []


def test_a_number_outside_of_the_range_is_asked_about_once() -> None:
    assert asked(CHILDREN.format(**(MET | {"each": 26}))) == [("implausible", "matching.mentees_per_mentor")]


COURSE = '[training]\nlength = "{}"\ncomes = "{}"\n[relationship]\n{} = "{}"\n'


def test_a_course_longer_than_support_is_asked_about_until_somebody_confirms_it() -> None:
    text = COURSE.format("9 months", "before the role", "longest", "6 months")
    assert asked(text) == [("implausible", "training.length")]
    (found,) = [each for each in findings(text) if each.rule == "implausible"]
    assert found.message == (
        "training.length is 9 months, and a course no longer than support, which lasts 6 months, is usual; "
        "is this meant?"
    )
    assert asked(f'{text}[file]\nconfirmed = [{{ at = "training.length", value = "9 months" }}]\n') == []


@pytest.mark.parametrize(
    "course",
    [
        ("8 months", "before the role", "longest", "6 months"),
        ("9 months", "before the role", "shortest", "9 months"),
        ("18 months", "in the role", "longest", "6 months"),
    ],
)
def test_a_course_on_record_or_in_the_role_is_not_asked_about(course: tuple[str, ...]) -> None:
    assert asked(COURSE.format(*course)) == []


def test_a_course_outside_of_the_range_is_asked_about_once() -> None:
    text = COURSE.format("4 years", "before the role", "longest", "6 months")
    assert asked(text) == [("implausible", "training.length")]
