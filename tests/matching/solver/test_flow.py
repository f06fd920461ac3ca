"""A flow proves itself, and one that was changed does not."""

from collections.abc import Callable

import pytest

from mentorkit.matching.solver import ProofError
from mentorkit.matching.solver.flow import Flow


@pytest.fixture
def flow() -> Flow:
    """Two mentees, of whom the first may have two of the two mentors; a second mentee costs the first mentor 1."""
    return Flow([(0, 2), (0, 3), (1, 2)], [5, 4, 3], [[1000, 100], [1000]], [[0, 1], [0]])


def test_the_example_is_as_described(flow: Flow) -> None:
    assert (flow.made, flow.units, flow.value) == ([True, True, True], [2, 1, 2, 1], 2100 + 12 - 1)
    flow.check()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda flow: flow.made.__setitem__(0, False), "do not come to"),
        (lambda flow: flow.labels.__setitem__(0, 10**6), "do not come to"),
        (lambda flow: flow.labels.__setitem__(-1, flow.labels[-1] + 1), "not as far apart"),
        (lambda flow: flow.units.__setitem__(1, 2), "more pairs than places"),
        (lambda flow: setattr(flow, "value", flow.value + 1), "do not come to"),
    ],
)
def test_a_changed_flow_proves_nothing(flow: Flow, change: Callable[[Flow], None], said: str) -> None:
    change(flow)
    with pytest.raises(ProofError, match=said):
        flow.check()
