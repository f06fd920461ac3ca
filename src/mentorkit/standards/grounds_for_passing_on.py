"""On what ground personal information is passed on (STD715)."""

import re
from collections.abc import Iterator

from mentorkit.api import (
    UNDER_UK_LAW,
    BasisInLaw,
    Network,
    Problem,
    Strength,
    as_seen,
    basis_in_law,
    falls_short,
    not_settled,
    rule,
)
from mentorkit.standards.sources import ARTICLE_9

_UNDERSTOOD = re.compile(
    r"\b(?:told|tell|explain|inform|know|sign|agreement|protocol|policy|privacy notice|duty|law|act\b|risk|protect)"
)
"""How people write that something was explained or agreed, or that there is a duty or an agreement."""


def _is_no_ground(at: str | tuple[str | int, ...], basis: str) -> Iterator[Problem]:
    """What is wrong with a ground that is stated."""
    said = basis_in_law(basis)
    if said in (BasisInLaw.NO_BASIS, BasisInLaw.NONE_KEPT):
        message = f'personal information is passed on, and the ground for it is "{basis}"'
        yield falls_short(at, message, 'name the ground, such as "consent", or "vital interests" if a life is at risk')
    elif said is BasisInLaw.NOT_KNOWN and not _UNDERSTOOD.search(as_seen(basis)):
        yield not_settled(
            at,
            f'which lawful basis "{basis}" is',
            'name one of Article 6 of the UK GDPR, such as "consent", "legal obligation", "vital interests", '
            '"public task" or "legitimate interests"',
        )


@rule("STD715", strength=Strength.MUST, sources=[ARTICLE_9], applies=UNDER_UK_LAW)
def there_is_a_ground_for_passing_on_personal_information(network: Network) -> Iterator[Problem]:
    """People need a ground for passing on what they were told, and must not have to look for one in an emergency.

    The source asks for a condition for data on health, and most of what people say here is about health or reveals it.
    One ground may serve within the programme. It is this project's reading that each link to somebody outside states
    its own. This tool cannot say which ground is right: ask the person who is responsible for data protection.
    """
    shared = network.referral.basis
    within = False
    if shared is not None:
        yield from _is_no_ground("network.basis", shared)
    for at, link, source, target in network.linked("refers", "escalates", "informs"):
        if link.basis is not None:
            yield from _is_no_ground(network.link_at(at, "basis"), link.basis)
        if link.basis is not None or network.members[source].part == "mentee":
            continue
        if network.is_outside(source) or network.is_outside(target):
            yield not_settled(
                network.link_at(at, "basis"),
                f"the ground on which personal information is passed on to {network.name(target)} by "
                f"{network.name(source)}",
                'state basis, such as "consent", or "vital interests" if a life is at risk',
            )
        elif shared is None:
            within = True
    if within:
        yield not_settled(
            "network.basis",
            "the ground on which members of the programme pass personal information to each other",
            'state basis under [network], such as "explained and agreed at the start"',
        )
