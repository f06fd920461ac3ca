"""A small network to draw, and findings about it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.strength import Strength
from mentorkit.drawing import FORMS, Form, draw
from mentorkit.network import Network
from mentorkit.programme.path import Path
from mentorkit.toml.document import read_document
from mentorkit.toml.structure import read_programme

ON = date(2026, 11, 22)
SMALL = """
[[network.needs]]
id = "suicide"
title = 'A mentee speaks of "suicide" & <harm>'
risk = true
within = "1 hour"
[[network.needs]]
id = "housing"
within = "2 weeks"
expected = "3 per month"

[[network.members]]
id = "mentee"
title = "Person in treatment"
kind = "person"
part = "mentee"
people = 24
[[network.members]]
id = "mentor"
title = "Peer mentor"
kind = "role"
part = "mentor"
hours = "daily 09:00 to 20:00"
paid = false
contact = "programme telephone"
[[network.members]]
id = "coordinator"
title = 'Coordinator of "peer" & <volunteer> mentors'
part = "programme"
hours = "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 12:00"
assured_on = 2026-09-01
[[network.members]]
id = "refuge"
title = "Refuge"
part = "partner"
confidential = true
contact = "SECRET telephone"
organisation = "SECRET charity"
areas = ["SECRET street"]
settings = ["SECRET house"]
source = "SECRET directory"
meets = ["housing"]
[[network.members]]
id = "hall"
title = "Community hall"
part = "partner"
status = "temporarily closed"
[[network.members]]
id = "crisis"
title = "Crisis line"
part = "emergency"
hours = "24/7"
meets = ["suicide"]

[[network.links]]
from = "mentor"
to = "mentee"
kind = "supports"
within = "1 day"
[[network.links]]
from = "coordinator"
to = "mentor"
kind = "supervises"
[[network.links]]
from = "mentor"
to = "coordinator"
kind = "escalates"
within = "15 minutes"
deputy = "crisis"
[[network.links]]
from = "coordinator"
to = "refuge"
kind = "refers"
for = ["housing"]
within = "2 weeks"
since = "6 weeks before release"
[[network.links]]
from = "hall"
to = "mentor"
kind = "hosts"
[[network.links]]
from = "mentor"
to = "crisis"
kind = "escalates"
for = ["suicide"]
within = "15 minutes"
[[network.links]]
from = "refuge"
to = "hall"
kind = "informs"
"""


def network_in(text: str) -> Network:
    programme, faults = read_programme(read_document(f"format = 1\n{text}".encode(), "test.toml").data, {})
    assert faults == []
    network = Network.of(programme)
    assert network
    return network


def finding(
    path: Path, strength: Strength, message: str, kind: FindingKind = FindingKind.FALLS_SHORT, **more: Any
) -> Finding:
    return Finding(
        rules=("STD701",), name="a rule", strength=strength, kind=kind, path=path, message=message, fix="say so", **more
    )


FINDINGS = (
    finding(("network", "links", 2), Strength.SHOULD, "nobody says who is told"),
    finding(("network", "members", 2, "contact"), Strength.MUST, "nobody says how it is reached"),
    finding(("network", "needs", 0), Strength.MUST, "nobody answers & <nobody> will"),
    finding(("network", "members", 4), Strength.MUST, "nobody says how it is reached", FindingKind.NOT_SETTLED),
    finding(("network", "members", 2), Strength.CAUTION, "a long way off"),
    finding(("network",), Strength.CAUTION, "quite small"),
    finding(("network", "members", 0), Strength.MUST, "WAIVED", waived="agreed"),
    finding(("training", "length"), Strength.MUST, "ELSEWHERE"),
)


@pytest.fixture(scope="session")
def drawn() -> Callable[..., str]:
    """Draws a network that is given as TOML; the small one where none is given."""

    def draw_it(form: Form, text: str = SMALL, findings: Sequence[Finding] = FINDINGS, **more: Any) -> str:
        return draw(network_in(text), findings, form, title='Peer "mentoring" & <more>', on=ON, **more)

    return draw_it


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> Form:
    """Each form in turn."""
    found: Form = request.param
    return found
