"""How many generated examples a property is tried on: all of them where a change is gated, elsewhere some of them."""

import os
from typing import Any

from hypothesis import settings

GATED = "CI" in os.environ
"""Whether a change lands if these tests pass."""


def some_of(many: int) -> int:
    """How many examples are tried here of those that are tried where a change is gated."""
    return many if GATED else max(many // 4, 5)


def as_many_in_the_kit() -> str:
    """A conftest.py with which the conformance kit tries its laws as often as here, where pytest is run elsewhere."""
    from mentorkit.testing import laws

    return f"from mentorkit.testing import laws\n\nlaws._EXAMPLES = {laws._EXAMPLES}\n"


def examples(many: int, **others: Any) -> settings:
    """Settings for a property.

    Args:
        many: how many examples are tried where a change is gated.
        others: what else `hypothesis.settings` takes.
    """
    return settings(max_examples=some_of(many), **others)
