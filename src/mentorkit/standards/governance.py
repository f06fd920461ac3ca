"""What is written down, paid for and planned (STD025, STD801 to STD811 and STD816)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    UNDER_UK_LAW,
    WITH_MENTORS,
    At,
    BasisInLaw,
    Evidence,
    Parameter,
    Problem,
    Programme,
    RecordCheck,
    Strength,
    at_least,
    basis_in_law,
    falls_short,
    in_writing,
    includes,
    one_of,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.standards.sources import (
    APPROVED_PROVIDER,
    ARTICLE_9,
    CLEARCHECK,
    ICO_OFFENCES,
    ICO_SAFEGUARDS,
    KIRKLEES,
    LERO_STANDARDS,
    PEERS_FOR_PROGRESS,
    RESOURCES,
    SAMHSA_AREAS,
    STOCKTON,
)
from mentorkit.works import (
    BRIGHT,
    IMH_IMROC,
    TURNING_POINT,
    WIKI_PEER_MENTORING,
    WIKI_PEER_SUPPORT_SPECIALIST,
    WIKI_RECOVERY_COACHING,
)

_BOTH_GAIN = TURNING_POINT.at("the scheme is meant to benefit mentor and mentee")
_NOT_FOR_CHEAPNESS = WIKI_PEER_MENTORING.at("peers can become a cheap stand-in for support by others")
_TO_BE_SETTLED = IMH_IMROC.at("confidentiality and boundaries are among what has to be settled")
_CONFIDENCES = BRIGHT.at("there are limits to what may be shared about a mentee", Evidence.OPINION)
_NO_FRIEND = BRIGHT.at("mentors draw a line between being kind to somebody and being close to them", Evidence.OPINION)
_DUAL = WIKI_PEER_MENTORING.at("a peer who mentors is two things to the other at once")
_CHECKS_COST = BRIGHT.at(
    "checks on volunteers who soon leave may not be worth their cost, citing Finnegan and others 2010"
)
_FREE = CLEARCHECK.at("for volunteers the check itself costs nothing")
_SAME_WEIGHT = PEERS_FOR_PROGRESS.at("supervision matters as much as training")
_WITH_RECEIPTS = STOCKTON.at("the very amount that a volunteer has spent, with receipts")
_NO_FLAT_RATE = KIRKLEES.at("expenses are never paid at a flat rate")
_SCHEDULE_1 = ICO_OFFENCES.at("data on offences take one of 28 conditions")
_POLICY = ICO_SAFEGUARDS.at("some conditions take an appropriate policy document")
_THREE_YEARS = APPROVED_PROVIDER.at("programmes are accredited for three years")
_ELEVEN_AREAS = SAMHSA_AREAS.at("eleven areas that a certification scheme covers")
_LERO = LERO_STANDARDS.at("33 statements in four sections, for organisations led by people with lived experience")
_PAID_OR_NOT = WIKI_RECOVERY_COACHING.at("coaches are paid professionals or volunteers; some programmes take a fee")
_MONEY_FROM = WIKI_PEER_SUPPORT_SPECIALIST.at("money comes from agencies of the state, from charities and from grants")
_TURNOVER = BRIGHT.at("volunteers leave more often than paid staff")


STD801 = requires(
    "STD801",
    "benefits for both sides are written down",
    in_writing("benefits for mentor and mentee", sources=[_BOTH_GAIN]),
    strength=Strength.SHOULD,
    sources=[_BOTH_GAIN, _NOT_FOR_CHEAPNESS],
    reason="If only one side benefits, the other side is being used.",
    ways=WITH_MENTORS,
)

STD802 = requires(
    "STD802",
    "confidentiality is written down",
    in_writing("confidentiality policy", sources=[_CONFIDENCES]),
    strength=Strength.MUST,
    sources=[_CONFIDENCES, _TO_BE_SETTLED],
    reason="Mentors and supervisors have to know what they may tell of a mentee's life, to whom, and what they have "
    "to tell. It is required of all. People in one study say that without a text, either risk is kept back or "
    "confidences are broken.",
)

STD803 = requires(
    "STD803",
    "boundaries are written down",
    in_writing("boundaries policy", sources=[_NO_FRIEND]),
    in_writing("policy on dual relationships", strength=Strength.CAUTION, sources=[_DUAL]),
    strength=Strength.SHOULD,
    sources=[_NO_FRIEND, _DUAL, _TO_BE_SETTLED],
    reason="A mentor can be warm without becoming close, and may know the mentee from elsewhere; both need a clear "
    "line.",
    ways=WITH_MENTORS,
)


@rule(
    "STD804",
    strength=Strength.CAUTION,
    reads=[At.programme.nation, At.role.paid],
    sources=[_CHECKS_COST, _FREE],
)
def checks_and_training_are_paid_for(
    programme: Programme,
    budget: Annotated[
        tuple[str, ...], Parameter(at="governance.budget", limits=[includes("training", sources=[_CHECKS_COST])])
    ],
    record_check: RecordCheck,
) -> Iterator[Problem]:
    """Both cost money for every mentor, including those who soon leave, and without a budget they are skipped.

    One page says that a volunteer's check is free in England and Wales; the work around it is not.
    """
    if record_check == "none" or "criminal record checks" in budget:
        return
    fix = "plan for the work that checks make"
    if programme.programme.nation in ("england", "wales") and programme.role.paid in ("unpaid", "expenses only"):
        fix += "; in England and Wales the check itself should cost volunteers nothing"
    yield falls_short(
        At.governance.budget,
        f'the check is {record_check}, and there is no money for "criminal record checks"',
        fix,
        met_by_more=At.governance.budget,
    )


STD805 = requires(
    "STD805",
    "turnover is planned for",
    {"governance.turnover": ()},
    strength=Strength.CAUTION,
    sources=[_TURNOVER],
    reason="Volunteers move on, as they should. Mentees must not lose their support when they do.",
)

STD806 = requires(
    "STD806",
    "there are staff and money for the programme",
    {"staff": at_least(1, sources=[RESOURCES]), "governance.budget": includes("supervision", sources=[_SAME_WEIGHT])},
    strength=Strength.SHOULD,
    sources=[RESOURCES, _SAME_WEIGHT],
    reason="A course is paid for once. Supervision takes somebody's time every week, and that has to be part of "
    "somebody's job.",
)


def _somebody_is_paid(programme: Programme) -> bool:
    paid_mentors = programme.role.paid in ("paid", "some are paid")
    return paid_mentors or any(role.paid is True for role in programme.staff or ())


STD025 = requires(
    "STD025",
    "there is money for those who are paid",
    {"governance.budget": includes("pay")},
    strength=Strength.SHOULD,
    sources=[RESOURCES, _SAME_WEIGHT],
    reason="A role that is called paid, and for which there is no money, is not filled, or is paid from what was "
    "meant for supervision. The sources ask for resources; that pay is named among them is our reading.",
    fix="if nobody is paid, say so of the role and in staff",
    applies=only_if_stated(
        when("if somebody in staff, or the mentors, are paid", _somebody_is_paid, "staff"),
        "a design that pays somebody says so",
    ),
    ways=WITH_MENTORS,
    asked_since="2026-11",
)

STD807 = requires(
    "STD807",
    "expenses cover what was spent",
    {
        "governance.expenses_paid": [
            one_of("exact cost with receipts", "exact cost", sources=[_NO_FLAT_RATE]),
            one_of("exact cost with receipts", strength=Strength.CAUTION, sources=[_WITH_RECEIPTS]),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_WITH_RECEIPTS, _NO_FLAT_RATE],
    reason="A fixed sum can count as pay, which may cost volunteers their benefits, and the service its volunteers. "
    "Centres for volunteering require both. They are not the law, which was not read, so both are recommended.",
    fix="pay back what was spent, and ask for the receipt",
    applies=only_if_stated(
        when(
            "if mentors get expenses back",
            lambda programme: bool(programme.governance.expenses) or programme.governance.expenses_paid is not None,
        ),
        "a design that pays expenses back says which, or how",
    ),
)

STD808 = requires(
    "STD808",
    "data on health are kept under a condition in law",
    {"governance.health_data_basis": ()},
    strength=Strength.MUST,
    sources=[ARTICLE_9],
    reason='What people tell of their health may only be kept under a condition that the law names. "none kept" is an '
    "answer. This tool cannot say which condition it is: ask the person who is responsible for data protection.",
    applies=UNDER_UK_LAW,
)


@rule(
    "STD809",
    strength=Strength.MUST,
    sources=[_SCHEDULE_1],
    unmet="data on offences: {offence_data_basis}; but the check is {record_check}, and its results are such data",
    fix="name the condition under which you keep the results of checks",
    applies=UNDER_UK_LAW,
)
def data_on_offences_are_kept_under_a_condition_in_law(
    offence_data_basis: Annotated[str, Parameter(at="governance.offence_data_basis")], record_check: RecordCheck
) -> bool:
    """Records of offences follow people for life, and may only be kept under a condition that the law names.

    This tool cannot say which condition it is: ask the person who is responsible for data protection.
    """
    return basis_in_law(offence_data_basis) is not BasisInLaw.NONE_KEPT or record_check == "none"


def _keeps_such_data(programme: Programme) -> bool | None:
    stated = (programme.governance.health_data_basis, programme.governance.offence_data_basis)
    if any(basis is not None and basis_in_law(basis) is not BasisInLaw.NONE_KEPT for basis in stated):
        return True
    return None if None in stated else False


STD810 = requires(
    "STD810",
    "there is a policy for data on health and offences",
    in_writing("appropriate policy document"),
    strength=Strength.SHOULD,
    sources=[_POLICY],
    reason="Under some conditions the law asks for a text on how such data are protected and when they are deleted. "
    "It is a SHOULD because only some conditions need it. A person must check which.",
    fix="look up first whether your condition needs an appropriate policy document, or record in a waiver that it "
    "needs none",
    applies=UNDER_UK_LAW
    & when("if data on health or offences are kept", _keeps_such_data, "governance.offence_data_basis"),
)

STD811 = requires(
    "STD811",
    "the programme is checked against a standard",
    in_writing("quality assessment of the last three years"),
    strength=Strength.CAUTION,
    sources=[_THREE_YEARS, _ELEVEN_AREAS, _LERO],
    reason="Somebody from outside, or a list made outside, sees what people who run a programme no longer notice. The "
    "programme says which standard suits it. Whether the standard that is awarded for three years is still awarded is "
    "not confirmed.",
    ways=WITH_MENTORS,
)

STD816 = requires(
    "STD816",
    "pay, fees and funding are stated",
    {"role.paid": (), "programme.fee": (), "programme.funded_by": ()},
    strength=Strength.CAUTION,
    sources=[_PAID_OR_NOT, _MONEY_FROM],
    reason="Whether mentors are paid, and who pays, decides who can take the role and who can use the programme.",
    asked_since="2026-11",
)
