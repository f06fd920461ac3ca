"""A rule about a moment: the kit tries it with moments, and records, due and decisions have its minute."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.case_reading import Case, Outcome, decide
from mentorkit.core.stage import Stage
from mentorkit.records.due import Agenda
from mentorkit.testing.checks import check_plugin
from mentorkit.testing.generation import values
from mentorkit.testing.plugin_under_test import PluginUnderTest

from ..examples import examples
from .made import PERSON, SCREENING, write

MOMENTS = {
    "screening.py": SCREENING.replace("from datetime import date\n", "from datetime import date, datetime\n")
    .replace("        date,\n", "        datetime,\n")
    .replace("of one's own before", "after the fire, before")
    .replace('"date since when', '"moment since when')
    .replace("had a home?", 'had a home?", not_after="on')
    .replace("on >= housed_since + settled", "on >= housed_since.date() + settled"),
    "cases/HSG101/proceed-on-the-day.toml": PERSON + "housed_since = 2026-02-01T23:59:00+00:00\n",
    "cases/HSG101/not-yet-one-month.toml": PERSON
    + "housed_since = 2026-04-01T00:10:00+01:00\n[expect]\neligible_from = 2026-07-01\n",
}


def test_the_kit_finds_nothing_wrong_with_a_rule_about_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, MOMENTS)
    assert [advice for advice in check_plugin(package) if advice.check != "shipped"] == []
    under_test = PluginUnderTest.of(package)
    (case,) = [case for case in under_test.cases if str(case).endswith("not-yet-one-month")]
    on, book, programme = date(2026, 5, 1), under_test.book, case.programme
    for housed_since, outcome in (
        (datetime(2026, 2, 1, 12, tzinfo=UTC), Outcome.PROCEED),
        (datetime(2026, 5, 2, tzinfo=UTC), Outcome.REFER),
        (date(2026, 2, 1), Outcome.REFER),
    ):
        facts = Case("A-1", {"housed_since": housed_since})
        assert decide(book, programme, Stage.SCREENING, facts, on).outcome is outcome
        Agenda(book, programme, on, 14).due(facts)


@given(values(datetime, []))
@examples(50)
def test_moments_are_made_with_a_zone_and_to_the_minute(moment: datetime) -> None:
    assert moment.tzinfo is not None
    assert (moment.second, moment.microsecond) == (0, 0)


@given(st.lists(values(tuple[datetime, ...], []), max_size=2))
@examples(10)
def test_lists_of_moments_are_made_too(many: list[list[datetime]]) -> None:
    assert all(isinstance(moment, datetime) for moments in many for moment in moments)
