"""Entries of lists under a service's own name, and settings that rules do not know."""

from datetime import date

import pytest

from mentorkit.core.finding import Finding
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins
from mentorkit.text.values_in_text import spoken, written
from mentorkit.validation.validate import validate
from mentorkit.vocabulary import in_all_settings, in_settings, key_is

PLUGINS = Plugins()
ON = date(2026, 11, 29)
COURT = '{ is = "other", called = "court" }'
PRISON = '{ is = "custody", called = "young offender institution" }'


def read(settings: str, complete: str = "[]") -> tuple[Programme, tuple[Finding, ...]]:
    """A programme of format 2 with these settings, and what is found in it."""
    text = (
        f'format = 2\n[programme]\nsectors = ["substance"]\nways = ["pair"]\nsettings = {settings}\n'
        f"[file]\ncomplete = {complete}\n"
    )
    report = validate(text.encode(), "p.toml", PLUGINS, ON)
    assert [each.message for each in report.findings if each.rule in ("wrong-value", "unknown-key")] == []
    return report.programme, report.findings


@pytest.mark.parametrize(
    ("settings", "complete", "custody", "both"),
    [
        ('["custody"]', "[]", True, False),
        ('["community"]', "[]", False, False),
        (f"[{PRISON}]", "[]", True, False),
        (f'[{PRISON}, "community"]', "[]", True, True),
        (f"[{COURT}]", "[]", None, None),
        (f'["custody", {COURT}]', "[]", True, None),
        (f"[{COURT}]", '["programme.settings"]', False, False),
    ],
)
def test_unknown_never_reads_as_no(settings: str, complete: str, custody: bool | None, both: bool | None) -> None:
    programme, _ = read(settings, complete)
    assert in_settings("custody").answer(programme) is custody
    assert in_all_settings("custody", "community").answer(programme) is both
    assert key_is("if in custody", "programme.settings", "custody").answer(programme) is custody


def on_settings(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.message, each.fix) for each in found if each.path == ("programme", "settings")]


def test_what_rules_have_to_know_of_a_setting_is_asked_once_and_they_wait() -> None:
    _, found = read(f"[{COURT}]")
    assert on_settings(found) == [
        (
            'the programme does not state whether "court" is one that rules know under another name',
            'if it is, write which, as in { is = "…", called = "court" }; if not, add "programme.settings" to complete '
            "in [file]",
        )
    ]
    emergency = {each.rule for each in found if each.path[:2] == ("training", "substance")}
    assert "SUB210" not in emergency
    _, settled = read(f"[{COURT}]", '["programme.settings"]')
    assert on_settings(settled) == []
    assert not {rule for each in settled for rule in each.rules} & {"SUB210", "SUB505"}


def test_messages_show_the_name_of_the_service() -> None:
    programme, _ = read(f'["community", {COURT}]')
    assert written(programme.programme.settings) == '["community", "court"]'
    assert spoken(programme.programme.settings) == '"community" and "court"'
