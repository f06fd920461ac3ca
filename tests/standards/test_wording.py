"""How rules word what they say is held here, and nowhere else, so that a change of words is a change of one file.

What stands where, and how severe it is, `test_examples.py` holds; sources stand on the pages of the rules
(`docs/rules`), which `test_docs.py` holds fresh. After a change that is meant, `pytest tests/standards/test_wording.py
--update` writes the new wording; read the difference.
"""

from pathlib import Path

import pytest

from tests.golden_files import hold
from tests.wording import SECTORS, wording

GOLDEN = Path(__file__).parents[1] / "golden" / "wording"
ELSEWHERE = ["workplace"]
"""Sectors that tests install by themselves; see test_fifth_sector.py."""


@pytest.mark.parametrize("sector", SECTORS)
def test_the_rules_of_a_sector_word_it_exactly_so(sector: str, update: bool) -> None:
    hold(GOLDEN / f"{sector}.txt", wording(sector), update)


def test_no_wording_is_kept_of_a_sector_that_is_gone() -> None:
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted([*SECTORS, *ELSEWHERE])
