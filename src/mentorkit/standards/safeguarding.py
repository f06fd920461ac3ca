"""What happens when someone is at risk (STD407, STD412, STD413 and STD425)."""

from mentorkit.api import Programme, Strength, Way, in_writing, one_of, requires, when
from mentorkit.standards.sources import CLEAR_WAY, EVERYBODY_SAFE, OCCUPATIONAL_STANDARD, POSITIVELY_UK, TRUSTEES
from mentorkit.standards.vocabulary import HAS_WAYS, is_listener_scheme, somebody_is_responsible
from mentorkit.works import BRIGHT_RISK_PASSED_ON, LISTENERS, STRONGMIND

_BOTH_SIDES = OCCUPATIONAL_STANDARD.at("procedures keep mentors and mentees safe, both of them")
_RISKS = TRUSTEES.at("charities keep a register of risks, and go through it regularly")
_ALONE = POSITIVELY_UK.at("a policy and a procedure for those who work alone")
_WHO_WAS_INVOLVED = STRONGMIND.at("the planning meeting finds out who was involved")
_LISTENERS = LISTENERS.at("Listeners keep confidences as Samaritans volunteers do")


def _passes_on(programme: Programme) -> bool:
    """Members of a fellowship of adults keep what they hear to themselves, and so do Listeners."""
    return somebody_is_responsible(programme) and not is_listener_scheme(programme)


STD407 = requires(
    "STD407",
    "risk is passed on",
    {"safeguarding.risk_told_to": (), "safeguarding.confidentiality": one_of("limited")},
    strength=Strength.MUST,
    sources=[BRIGHT_RISK_PASSED_ON, _LISTENERS],
    reason="A mentor who keeps a risk to themselves leaves somebody in danger, and carries it alone. Listeners keep "
    "full confidentiality because the Samaritans train and support them. Only their schemes may do so.",
    fix="tell both sides when they first meet that risk is passed on, and to whom; only Samaritans' schemes keep "
    "everything confidential",
    applies=when(
        "unless it is a Listener scheme, which the Samaritans run and which is only for people in custody, or a "
        "fellowship of adults",
        _passes_on,
    ),
    ways=Way,  # of a fellowship with children too: a child who is hurt there has nobody else to tell
    waivable=False,
)

STD412 = requires(
    "STD412",
    "how people are kept safe is written down",
    in_writing("safeguarding policy", sources=[EVERYBODY_SAFE, _BOTH_SIDES]),
    in_writing("procedure for reporting concerns", sources=[CLEAR_WAY]),
    in_writing("risk register", strength=Strength.SHOULD, sources=[_RISKS]),
    strength=Strength.MUST,
    sources=[EVERYBODY_SAFE, _BOTH_SIDES, CLEAR_WAY, _RISKS],
    reason="When something happens nobody has time to work out whom to tell. The policy has to cover mentors as well "
    "as mentees and staff, since mentors can be harmed too. The register is gone through at each review. The last two "
    "are duties of charities. Every programme needs a way to report concerns; the register is recommended to others.",
    ways=Way,  # of mutual aid too, though nobody is supervised there: whoever comes can be harmed by another member
)


def _are_alone(programme: Programme) -> bool | None:
    modes = programme.relationship.modes
    if programme.role.supervised or (modes is not None and "one-to-one" not in modes):
        return False
    return None if programme.role.supervised is None or modes is None else True


STD413 = requires(
    "STD413",
    "working alone is made safe",
    in_writing("lone working policy"),
    strength=Strength.MUST,
    sources=[_ALONE],
    reason="Somebody has to know where a mentor is and when they will be back. One organisation's guide says so; it "
    "is required of all on grounds of safety.",
    applies=when("if mentors meet people one-to-one and out of sight of staff", _are_alone, "role.supervised"),
)

STD425 = requires(
    "STD425",
    "nobody who was part of an incident takes a step",
    {"incidents.not_part_of_it": one_of(True)},
    strength=Strength.SHOULD,
    sources=[_WHO_WAS_INVOLVED],
    reason="A practitioner who was part of an incident is one of the people to be met after it. The source has it "
    "found out who was involved; that these people then take no step for others is our reading.",
    fix="ask before each step who was part of it, and choose another practitioner",
    applies=HAS_WAYS,
    ways=(Way.INCIDENT,),
    asked_since="2026-11",
)
