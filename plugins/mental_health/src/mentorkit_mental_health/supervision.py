"""How mentors are supervised and everyone is kept safe (MHL401 to MHL405)."""

from collections.abc import Iterator
from typing import Annotated, Literal

from mentorkit.api import (
    At,
    Evidence,
    Fact,
    Phase,
    Problem,
    Programme,
    Strength,
    falls_short,
    includes,
    not_settled,
    one_of,
    requires,
    rule,
)
from mentorkit.works import IMH_IMROC, WIKI_PEER_SUPPORT
from mentorkit_mental_health.sources import IMROC_PEER_SUPPORT, IMROC_THEORY
from mentorkit_mental_health.vocabulary import made_for

_MANAGERIAL = IMH_IMROC.at("managerial supervision deals with the job, policy, the team, time and output")
_PEER = IMH_IMROC.at("peer supervision is a strand of its own, for support and for solving problems")
_BY_PEERS = IMROC_PEER_SUPPORT.at("supervision is led by experienced peer support workers")
_EXTERNAL = IMROC_THEORY.at("ten points of good practice: supervision and support, some of it from outside")
_CONSISTENT = IMH_IMROC.at("consistent supervision is needed, citing Mowbray 1996", Evidence.RESEARCH)
_WELLBEING = IMROC_THEORY.at(
    "ten points of good practice: support for each worker's wellbeing, and what happens at a later admission"
)
_AT_WORK = IMH_IMROC.at("asks services how peer support workers will be supported at work", Evidence.PRACTICE)
_EMOTIVE = IMH_IMROC.at("the training stirs up feelings", Evidence.PRACTICE)
_CLOSELY = WIKI_PEER_SUPPORT.at("peers in work after trauma are closely supervised by mental health professionals")
_SLIPPAGE = IMH_IMROC.at("four signs that somebody is slipping out of the role")


@rule(
    "MHL401",
    strength=Strength.MUST,
    reads=[At.supervision.phases],
    sources=[_MANAGERIAL, _CONSISTENT],
    fix='add "managerial" to formats',
)
def peer_support_workers_have_managerial_supervision(programme: Programme) -> Iterator[Problem]:
    """Without a manager's time, a peer support worker learns of rules by breaking them."""
    phases = programme.supervision.phases or ()
    unsaid = [place for place, phase in enumerate(phases) if phase.formats is None]
    without = [place for place, phase in enumerate(phases) if "managerial" not in (phase.formats or ("managerial",))]
    if unsaid:
        yield not_settled(
            _formats(unsaid),
            f"which kinds of supervision {{mentors}} have{_in_phases(unsaid, phases)}",
            'state formats, such as formats = ["managerial", "peer", "external"]',
        )
    if without:
        message = f"{{mentors}} have no managerial supervision{_in_phases(without, phases)}"
        yield falls_short(_formats(without), message, met_by_more=At.supervision.phases)


def _formats(places: list[int]) -> tuple[str | int, ...]:
    return ("supervision", "phases", places[0], "formats")


def _in_phases(places: list[int], phases: tuple[Phase, ...]) -> str:
    """Which phases are meant, counted as people count; nothing where there is only one, or all are meant."""
    if len(places) == len(phases):
        return ""
    return f" in phase {' and '.join(str(place + 1) for place in places)}"


@rule("MHL402", strength=Strength.SHOULD, reads=[At.supervision.phases], sources=[_PEER, _BY_PEERS, _EXTERNAL])
def supervision_comes_from_peers_and_from_outside(programme: Programme) -> Iterator[Problem]:
    """A manager cannot show how to be a peer, and people say some things only to somebody outside the team.

    Both are asked for as good practice. They are recommended, not required: a manager's supervision already keeps
    people safe, and small services have to find the others elsewhere.
    """
    phases = programme.supervision.phases or ()
    if not phases or any(phase.formats is None for phase in phases):  # reported by STD401 and MHL401
        return
    have = {form for phase in phases for form in phase.formats or ()}
    problems = {
        "peer": ("{mentors} have no supervision by experienced peers", 'arrange it, and add "peer" to formats'),
        "external": (
            "{mentors} have no supervision from outside the service",
            'arrange it, and add "external" to formats',
        ),
    }
    for form, (message, fix) in problems.items():
        if form not in have:
            yield falls_short("supervision.phases", message, fix, met_by_more=At.supervision.phases)


MHL403 = requires(
    "MHL403",
    "each peer support worker is looked after",
    {
        "supervision.wellbeing_support": [
            includes("own wellbeing plan", "plan for an admission", sources=[_WELLBEING]),
            includes("support at work", sources=[_AT_WORK]),
            includes("emotional support during training", strength=Strength.CAUTION, sources=[_EMOTIVE]),
        ]
    },
    strength=Strength.MUST,
    sources=[_WELLBEING, _AT_WORK, _EMOTIVE],
    reason="A worker who becomes unwell may be admitted to the ward they work on. They decide what happens then while "
    "they are well.",
)

MHL404 = requires(
    "MHL404",
    "peers after trauma are supervised by professionals",
    {"supervision.led_by": one_of("clinician")},
    strength=Strength.MUST,
    sources=[_CLOSELY],
    reason="Work on trauma can open what a peer cannot close. A review says so; it is required on grounds of safety.",
    applies=made_for("PTSD"),
)


@rule(
    "MHL405",
    strength=Strength.CAUTION,
    sources=[_SLIPPAGE],
    unmet="signs that the {mentor} is losing the role: {slippage_signs}",
    fix="talk about them in supervision, like anything else; also say what goes well",
)
def signs_of_losing_the_role_are_noticed(
    slippage_signs: Annotated[
        tuple[
            Literal[
                "tells too much of their own story",
                "challenges staff aggressively",
                "uses stigmatising language",
                "works against the principles",
            ],
            ...,
        ],
        Fact(
            "signs of losing the role that supervision has seen since the last time; an empty list if there were none",
            question="Which signs of losing the role has supervision seen since the last time?",
        ),
    ],
) -> bool:
    """Each of them is common, and people can talk about it if somebody looks."""
    return not slippage_signs
