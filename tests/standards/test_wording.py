"""How rules word what they say is held here, and nowhere else, so that a change of words is a change of one file.

What stands where, and how severe it is, `test_examples.py` holds; sources stand on the pages of the rules
(`docs/rules`), which `test_docs.py` holds fresh. After a change that is meant, `pytest tests/standards/test_wording.py
--update` writes the new wording; read the difference.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from mentorkit.testing import RuleCase, cases_of
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


def with_titles_of_several(case: RuleCase) -> RuleCase | None:
    """The case with titles of its members that are in the plural, or None where it has no members."""
    network = case.data.get("design", {}).get("network", {})
    if not isinstance(members := network.get("members"), list):
        return None
    titled = [{**member, "title": f"Titles {place} of many"} for place, member in enumerate(members)]
    design = {**case.data["design"], "network": {**network, "members": titled}}
    return attrs.evolve(case, data={**case.data, "design": design})


_SUBJECT = re.compile(
    r"(?<!of )(?<!by )(?<!with )(?<!, )Titles [0-9]+ of many,? (?:also |now |then )?(?!this |as |times )[a-z]+s\b"
)
"""A title and a verb, where the title is not part of what comes before: "the work of titles is paid" is right."""


def titles_before_a_singular_verb(sector: str) -> Iterator[str]:
    """Messages in which a title is the subject of a verb that is right of one alone, such as "is" or "answers"."""
    for rule in SECTORS[sector].rules:
        for case in filter(None, map(with_titles_of_several, cases_of(SECTORS[sector], rule))):
            for finding in case.findings():
                if _SUBJECT.search(finding.message):
                    yield f"{rule.id}: {finding.message}"


@pytest.mark.parametrize("sector", SECTORS)
def test_a_title_of_several_is_the_subject_of_no_verb_in_the_singular(sector: str) -> None:
    assert list(titles_before_a_singular_verb(sector)) == []
