"""A rule with a table by the day can keep the contract: no case is asked for before the first day of the table."""

from pathlib import Path

import pytest

from mentorkit.testing import check_plugin
from tests.testing.made import PERSON, SCREENING, write

TABLE = "Annotated[Duration, ByDay({date(2026, 1, 1): Duration(1, 'day'), date(2026, 8, 1): Duration(2, 'day')})]"
DATED = (
    SCREENING.replace("import DecideBy", "import ByDay, DecideBy")
    .replace("    on: date,\n", f"    more: {TABLE},\n    on: date,\n")
    .replace("housed_since + settled", "housed_since + settled + more")
)


def test_a_rule_with_a_table_by_the_day_can_keep_the_contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(
        tmp_path,
        monkeypatch,
        {
            "screening.py": DATED,
            "cases/HSG101/proceed-on-the-day.toml": PERSON + "housed_since = 2026-01-31\n",
            "cases/HSG101/not-yet-one-month.toml": PERSON
            + "housed_since = 2026-04-01\n[expect]\neligible_from = 2026-07-02\n",
            "cases/HSG101/proceed-later.toml": (PERSON + "housed_since = 2026-04-29\n").replace("05-01", "08-01"),
        },
    )
    assert check_plugin(package) == []
