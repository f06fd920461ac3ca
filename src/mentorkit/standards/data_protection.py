"""On what basis in law data about people are kept (STD812 to STD815 and STD817)."""

from collections.abc import Iterator

from mentorkit.api import (
    UNDER_UK_LAW,
    At,
    BasisInLaw,
    Problem,
    Programme,
    Stage,
    Strength,
    basis_in_law,
    falls_short,
    kinds_of_data,
    not_settled,
    rule,
)
from mentorkit.standards.sources import ARTICLE_9, ICO_OFFENCES, ICO_SPECIAL

_TEN = ICO_SPECIAL.at("the ten conditions of Article 9(2), from explicit consent to research")
_28 = ICO_OFFENCES.at("the 28 conditions of Schedule 1, or official authority")
_HEALTH = (
    "explicit consent",
    "employment, social security and social protection",
    "vital interests",
    "not-for-profit bodies",
    "made public by the person",
    "legal claims",
    "substantial public interest",
    "health or social care",
    "public health",
    "archiving, research and statistics",
)
_OFFENCES = (
    "consent",
    "vital interests",
    "health or social care",
    "safeguarding of children and individuals at risk",
    "counselling",
    "administration of justice",
    "preventing or detecting unlawful acts",
    "employment, social security and social protection",
    "legal claims",
)


def _keeps_none(basis: str | None) -> bool:
    return basis is not None and basis_in_law(basis) is BasisInLaw.NONE_KEPT


def _not_a_condition(at: str, basis: str | None, law: str, conditions: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with a basis that is stated, if it is not a condition of the law."""
    said = BasisInLaw.CONDITION if basis is None else basis_in_law(basis)
    if said is BasisInLaw.LAWFUL_BASIS:
        message = f'"{basis}" is a lawful basis of Article 6, and not one of the conditions of {law}'
        yield falls_short(at, message, f"name the condition as well: {', '.join(conditions)}, or another one of {law}")
    elif said in (BasisInLaw.NOT_KNOWN, BasisInLaw.NO_BASIS):
        own = f'{{ is = "{conditions[0]}", called = … }}'
        yield not_settled(
            at,
            f'which condition of {law} "{basis}" is',
            f"name one, such as {', '.join(conditions)}; for words of your own, write {own}; if you keep no such data, "
            'write "none kept"',
        )


@rule(
    "STD812",
    strength=Strength.MUST,
    reads=[At.governance.health_data_basis],
    sources=[ARTICLE_9, _TEN],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def the_basis_for_data_on_health_is_a_condition_of_article_9(programme: Programme) -> Iterator[Problem]:
    """Data on health may not be kept on a lawful basis alone: one of ten conditions has to be met as well.

    "Public task" and "legitimate interests" are bases of Article 6, and not among them. Consent has to be explicit; a
    file that says "consent" is not asked which it is. This tool cannot say which condition is met.
    """
    basis = programme.governance.health_data_basis
    yield from _not_a_condition("governance.health_data_basis", basis, "Article 9 of the UK GDPR", _HEALTH)


@rule(
    "STD813",
    strength=Strength.MUST,
    reads=[At.governance.offence_data_basis],
    sources=[_28],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def the_basis_for_data_on_offences_is_a_condition_of_schedule_1(programme: Programme) -> Iterator[Problem]:
    """Unless a body has official authority, data on offences take a condition of Schedule 1 besides a lawful basis.

    "Legitimate interests" is a basis of Article 6, and not among them. This tool cannot say which condition is met.
    """
    law = "Schedule 1 to the Data Protection Act 2018"
    yield from _not_a_condition(
        "governance.offence_data_basis", programme.governance.offence_data_basis, law, _OFFENCES
    )


def _recorded(programme: Programme) -> Iterator[tuple[str, str]]:
    """What a record of somebody says of them, with the place that shows it: of those supported, and of applicants."""
    of_pairs = programme.matching.collects or programme.outcomes.collects
    if of_pairs or any("mentee" in (measure.of or ()) for measure in programme.outcomes.measures or ()):
        yield from (("for_whom.needs", entry) for entry in programme.for_whom.needs or ())
        yield from (("for_whom.groups", entry) for entry in programme.for_whom.groups or ())
    if programme.screening.collects:
        yield from (("screening.steps", entry) for entry in programme.screening.steps or ())


@rule(
    "STD814",
    strength=Strength.SHOULD,
    reads=[
        At.governance.health_data_basis,
        At.governance.offence_data_basis,
        At.for_whom.needs,
        At.for_whom.groups,
        At.screening.steps,
        At.screening.collects,
        At.matching.collects,
        At.outcomes.collects,
        At.outcomes.measures,
    ],
    sources=[ARTICLE_9, _28],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def data_that_come_with_who_takes_part_are_kept_under_a_condition(programme: Programme) -> Iterator[Problem]:
    """A record of somebody in a programme for people in prison says that they were in prison.

    So does one of an applicant who was asked for convictions. The law speaks of data that reveal such things; that a
    record of taking part does is this project's reading. A programme that keeps no records of those it supports may say
    that it has none of these data.
    """
    for kind, key in (("health", "health_data_basis"), ("offences", "offence_data_basis")):
        found = [(at, what) for at, what in _recorded(programme) if kind in kinds_of_data(what)]
        if found and _keeps_none(programme.value(("governance", key))):
            at, what = found[0]
            yield falls_short(
                f"governance.{key}",
                f'no data on {kind} are kept, and {at} has "{what}", which a record of taking part reveals',
                "name the condition under which such records are kept",
            )


@rule(
    "STD815",
    strength=Strength.CAUTION,
    reads=[At.governance.health_data_basis, At.governance.offence_data_basis, At.network.needs, At.network.links],
    sources=[ARTICLE_9, _28],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def what_a_referral_tells_is_kept_by_somebody(programme: Programme) -> Iterator[Problem]:
    """A referral for drug treatment says something of somebody's health, and most services keep what they sent.

    A mentor who only helps somebody to call keeps nothing, so this is a caution.
    """
    titles = {need.id: f"{need.id} {need.title or ''}" for need in programme.network.needs or () if need.id}
    referred = [need for link in programme.network.links or () if link.kind == "refers" for need in link.for_ or ()]
    for kind, key in (("health", "health_data_basis"), ("offences", "offence_data_basis")):
        found = [need for need in referred if kind in kinds_of_data(titles.get(need, need))]
        if found and _keeps_none(programme.value(("governance", key))):
            yield falls_short(
                f"governance.{key}",
                f'no data on {kind} are kept, and network.links has referrals for "{found[0]}"',
                "find out whether a copy of what was sent is kept; if so, name the condition",
            )


@rule(
    "STD817",
    strength=Strength.MUST,
    reads=[
        At.governance.special_data_basis,
        At.outcomes.measures,
        At.screening.collects,
        At.training.collects,
        At.matching.collects,
        At.supervision.collects,
        At.graduation.collects,
        At.outcomes.collects,
    ],
    sources=[ARTICLE_9, _TEN],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def data_on_protected_characteristics_are_kept_under_a_condition(programme: Programme) -> Iterator[Problem]:
    """Ethnicity, belief and sexual life are special categories of data too, and take a condition of Article 9.

    It is only asked of a programme that asks people for such facts, or measures them.
    """
    at, basis = "governance.special_data_basis", programme.governance.special_data_basis
    law = "Article 9 of the UK GDPR"
    yield from _not_a_condition(at, basis, law, _HEALTH)
    asked = [
        (f"{stage.value}.collects", name)
        for stage in Stage
        for name in programme.value((stage.value, "collects")) or ()
    ]
    found = [(place, name) for place, name in asked if "protected characteristics" in kinds_of_data(name)]
    found += [
        ("outcomes.measures", measure.called or "")
        for measure in programme.outcomes.measures or ()
        if "protected characteristics" in kinds_of_data(measure.name or "")
    ]
    if found and (basis is None or _keeps_none(basis)):
        place, what = found[0]
        if basis is None:
            yield not_settled(
                at,
                f'under which condition of {law} data on protected characteristics are kept: {place} has "{what}"',
                f'state special_data_basis, such as "{_HEALTH[0]}"',
            )
        else:
            message = f'no data on protected characteristics are kept, and {place} has "{what}"'
            yield falls_short(at, message, f"name the condition, or take it out of {place}")
