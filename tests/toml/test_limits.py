"""How full a TOML text may be."""

import pytest

from mentorkit.toml.document import CannotJudgeError, read_document
from mentorkit.toml.limits import MOST_ENTRIES


def test_the_tables_that_long_keys_make_count_as_entries() -> None:
    """Each header makes one table, and one more for each part from the third on."""
    headers = [f"[k{number}.b.c.d.e]\n" for number in range(MOST_ENTRIES // 4 + 1)]
    assert read_document("".join(headers[:-1]).encode(), "a").data
    with pytest.raises(CannotJudgeError) as refused:
        read_document("".join(headers).encode(), "a")
    assert refused.value.line == len(headers)
