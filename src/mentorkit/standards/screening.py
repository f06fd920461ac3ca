"""How mentors are found and selected (STD101 to STD105, STD111, STD112).

Checks of records stand in record_checks.py.
"""

from datetime import date

from mentorkit.api import (
    At,
    Evidence,
    Programme,
    SelectedOn,
    Strength,
    at_least,
    includes,
    includes_one_of,
    key_is,
    one_of,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.standards.sources import APPROVED_PROVIDER, SAMHSA_ATTESTATION, SUITABLE
from mentorkit.standards.vocabulary import is_listener_scheme, selected_before
from mentorkit.works import BRIGHT, LISTENERS_GUARDIAN, SCHOOLS_WEEK, WIKI_PEER_MENTORING, WIKI_PEER_SUPPORT

_SELECTED = BRIGHT.at("selecting before entry to the qualification controls risk and quality")
_QUALITIES = WIKI_PEER_MENTORING.at("mentors are chosen for being reliable, sensible, confident and good with people")
_ATTESTED = SAMHSA_ATTESTATION.at("people attest their lived experience, and need not prove it")
_AT_THE_END = LISTENERS_GUARDIAN.at("whether somebody is suitable is said at the end of the course")
_SAME_GROUP = BRIGHT.at("peer educators share age or background, in the definition that it quotes", Evidence.GUIDANCE)


STD101 = requires(
    "STD101",
    "how mentors are found is stated",
    {"recruitment.route": ()},
    strength=Strength.SHOULD,
    sources=[WIKI_PEER_SUPPORT.at("peer workers are recruited with care", Evidence.RESEARCH)],
    reason="Careful recruitment starts with knowing where mentors come from. The source makes it a requirement. Here "
    "it is a recommendation, because what keeps people safe is the selection (STD103).",
)


def _may_lack_the_experience(programme: Programme) -> bool:
    """Who has been through the same has the background in common; a design that asks for it says so."""
    return programme.recruitment.lived_experience not in ("required", "preferred")


STD102 = requires(
    "STD102",
    "mentors have something in common with mentees",
    {"recruitment.shares_with_mentees": includes_one_of("age group", "background")},
    strength=Strength.SHOULD,
    sources=[_SAME_GROUP],
    reason="It is what makes them peers. The source states it as part of what a peer is. A programme may choose "
    "mentors who are not peers, so it is not required here.",
    applies=when("unless mentors are chosen for having been through the same", _may_lack_the_experience),
)

STD103 = requires(
    "STD103",
    "mentors are selected",
    {"screening.steps": at_least(1, sources=[_SELECTED]), "screening.selects_before": ()},
    strength=Strength.MUST,
    sources=[
        _SELECTED,
        APPROVED_PROVIDER.at("6 of 10: mentors are recruited and selected safely"),
        SUITABLE,
        SCHOOLS_WEEK.at("a screening process shows whether peer mentors are suitable"),
    ],
    reason="Mentors meet people who can be harmed, and not everybody who wants to help is suitable.",
    fix="decide which steps applicants go through, and whether they come before the course or before a placement",
)

STD112 = requires(
    "STD112",
    "selection comes before the course",
    {"screening.selects_before": one_of("training", sources=[_SELECTED])},
    strength=Strength.SHOULD,
    sources=[_SELECTED, _AT_THE_END],
    reason="People who are not suitable should hear so before the course, not after it. The one documented scheme "
    "that decides at the end of the course is the Samaritans'. The Samaritans are with every Listener throughout the "
    "course.",
    fix="hold the steps of the selection before the course begins",
    applies=when(
        "unless it is a Listener scheme, which says at the end of the course who is suitable",
        lambda programme: not is_listener_scheme(programme),
    ),
)


@rule(
    "STD104",
    strength=Strength.MUST,
    sources=[_SELECTED],
    unmet="the selection is dated {selected_on}, which is in the future",
    fix="wait until the {mentor} has been selected",
    # Where selection comes before the placement, STD203 asks for it at the end of the training.
    applies=selected_before("training", "if mentors are selected before training"),
)
def the_mentor_is_selected_before_training(selected_on: SelectedOn, on: date) -> bool:
    """The course gives access to people and places, so risk is assessed first."""
    return selected_on <= on


STD105 = requires(
    "STD105",
    "mentors are chosen for how they are with people",
    {"screening.criteria": includes("good sense", "confidence", "social skills", "reliability")},
    strength=Strength.SHOULD,
    sources=[_QUALITIES],
    reason="Experience alone does not make a good mentor. What you look for should be the same for all applicants.",
)


STD111 = requires(
    "STD111",
    "lived experience needs no proof",
    {"screening.steps": includes("own word on lived experience")},
    strength=Strength.CAUTION,
    sources=[_ATTESTED],
    reason="Proof means medical or court papers, and nobody should have to hand those over to volunteer. An American "
    "standard for certification recommends it, so here it is advice.",
    fix="ask applicants to say themselves that they have lived experience, and do not ask for papers that prove it",
    applies=only_if_stated(
        key_is("if lived experience is required", At.recruitment.lived_experience, "required"),
        "a design that requires it says so",
    ),
)
