"""What is said of whom: 'pupil' only of pupils, and a rhythm that is too rare only once."""

from datetime import date

import pytest

from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

ON = date(2026, 11, 22)
PLUGINS = Plugins()


def findings_on(design: str) -> list[tuple[tuple[str, ...], str, str]]:
    """The findings on a design, as rules, message and fix."""
    report = validate(f'format = 1\n[programme]\nsectors = ["schools"]\n{design}'.encode(), "test.toml", PLUGINS, ON)
    return [(finding.rules, finding.message, finding.fix) for finding in report.findings]


@pytest.mark.parametrize("settings", ["", 'settings = ["school"]', 'settings = ["community", "online"]'])
def test_students_of_a_university_are_not_called_pupils(settings: str) -> None:
    findings = findings_on(f'{settings}\n[role]\nkind = "student mentor"\nworks_with = ["adults"]')
    assert len(findings) > 50
    assert [finding for finding in findings if "pupil" in " ".join(finding[1:]).lower()] == []


@pytest.mark.parametrize(
    ("settings", "word"),
    [('["school"]', "students"), ('["community"]', "mentees"), ('["school", "online"]', "mentees")],
)
def test_mentees_have_the_word_of_the_setting(settings: str, word: str) -> None:
    messages = [message for _, message, _ in findings_on(f'settings = {settings}\n[role]\nkind = "cross-age mentor"')]
    assert f"the programme does not state mentees_chosen_for: what {word} are chosen for" in messages


def test_supervision_that_is_too_rare_in_several_phases_is_told_once() -> None:
    phases = 'phases = [{ every = "2 months", for = "6 months" }, { every = "3 months" }]'
    findings = findings_on(f'[role]\nkind = "cross-age mentor"\n[supervision]\n{phases}')
    assert [message for rules, message, _ in findings if rules == ("SCH403",)] == [
        'mentors wait up to "2 months" for supervision; in CAMP they meet their supervisors once a month'
    ]


def test_what_peer_educators_teach_is_asked_of_them_alone() -> None:
    unstated = "the programme does not state teaches"
    assert not [rules for rules, message, _ in findings_on("") if message.startswith(unstated)]
    asked = [
        rules for rules, message, _ in findings_on('[role]\nkind = "peer educator"') if message.startswith(unstated)
    ]
    assert asked == [("SCH203", "SCH204", "SCH205", "SCH206")]
