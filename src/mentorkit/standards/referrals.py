"""How a risk is passed on, and how a referral ends well (STD710 to STD716)."""

from collections.abc import Iterator

from mentorkit.api import Evidence, Link, Network, Problem, Programme, Strength, falls_short, not_settled, rule
from mentorkit.standards.sources import (
    BRIGHT,
    PEER_SUPPORT,
    PEERS_FOR_PROGRESS,
    REFERRAL_STANDARD,
    RESETTLEMENT,
    RM,
    SAVVI,
    TRUSTEES,
    TURNING_POINT,
)

_PASSED_ON = BRIGHT.at("what a mentor is told about risk goes to the member of staff concerned", Evidence.OPINION)
_REPORTED = TRUSTEES.at("charities have a clear way of reporting to the agencies concerned")
_ROUTE = RM.at("the way up for a concern is plain to mentors")
_PROFESSIONALS = PEER_SUPPORT.at("StRaW: a colleague supports somebody, or helps them to get to professionals")
_ANY_HOUR = PEERS_FOR_PROGRESS.at("peer supporters have somebody behind them day and night")
_TOLD_BACK = REFERRAL_STANDARD.at("a summary goes back to whoever referred the person, and to the GP")
_ONWARD = BRIGHT.at("in Service B a stay ends with help to find a home and with a referral onward", Evidence.PRACTICE)
_ARTICLE_9 = SAVVI.at("special category data take one of the conditions of Article 9, citing the ICO")
_BEFORE_RELEASE = RESETTLEMENT.at("referrals to social inclusion mentoring come before the release where they can")
_FROM_INSIDE = BRIGHT.at("support can begin before the release, when risk is high")
_THE_MOVE = TURNING_POINT.at("help matters most at the move from hospital to community")


@rule("STD710", strength=Strength.MUST, sources=[_PASSED_ON, _REPORTED, _ROUTE, _PROFESSIONALS])
def escalation_ends_with_somebody_who_answers_for_it(network: Network) -> Iterator[Problem]:
    """A risk that stays among volunteers stays with people who may go home, and who cannot be held to answer for it.

    The sources name a member of staff, an agency or professionals. That this means paid work or the emergency services
    at the end of every way, a deputy's too, is this project's reading.
    """
    going_on = {source for _, _, source, _ in network.linked("escalates")}
    for mentor in network.playing("mentor"):
        if mentor not in going_on:
            yield falls_short(
                network.member_at(mentor, "id"),
                f"{network.name(mentor)} has nobody to pass a risk on to: no link escalates from there",
                'add a link with kind = "escalates" to the member of staff who answers for it',
            )
    asked = set()
    for at, link, _, target in network.linked("escalates"):
        for key, who in (("to", target), ("deputy", link.deputy)):
            member = network.members.get(who or "")
            if member is None or who is None or who in going_on or member.part == "emergency" or member.paid:
                continue
            if member.paid is False:
                message = f"escalation ends at {network.name(who)}, which is not paid work: nobody answers for the risk"
                fix = "go on from there to a member of staff, or name one here"
                yield falls_short(network.link_at(at, key), message, fix)
            elif who not in asked:
                asked.add(who)
                message = f"whether {network.name(who)} is paid work; escalation ends there"
                yield not_settled(network.member_at(who, "paid"), message, "state paid = true or paid = false")


@rule("STD711", strength=Strength.SHOULD, sources=[_PASSED_ON, _ROUTE])
def risk_goes_to_the_person_who_is_named(programme: Programme, network: Network) -> Iterator[Problem]:
    """Mentors learn one name for whom they tell; where the network leads past that person, one of the two is wrong."""
    named = programme.safeguarding.risk_told_to
    if named is None or not any(network.linked("escalates")):
        return
    escalated_to = {who for _, link, _, target in network.linked("escalates") for who in (target, link.deputy) if who}
    if not any(_is_called(network, who, named) for who in sorted(escalated_to)):
        yield falls_short(
            ("safeguarding", "risk_told_to"),
            f'mentors are to tell "{named}" of a risk, and no link of the network escalates to a member of that name',
            "add the link, or use the same words for the same person in both places",
        )


def _is_called(network: Network, who: str, words: str) -> bool:
    words = words.casefold()
    return any(name in words or words in name for name in (who.casefold(), network.name(who).casefold()))


@rule("STD712", strength=Strength.SHOULD, sources=[_ANY_HOUR])
def there_are_deputies_for_risk_and_supervision(network: Network) -> Iterator[Problem]:
    """On the day on which something happens, the one who should be told is on leave.

    The source asks for back-up behind peer supporters; that the person who is told of a risk, and the person who
    supervises, each have a deputy by role is this project's reading. A team or a service stands in for itself.
    """
    for at, link, _, _ in network.linked("escalates", "supervises"):
        called = network.called_member(link)
        if link.deputy is None and not _is_several(network, called):
            does = "is told of a risk" if link.kind == "escalates" else "supervises"
            yield falls_short(
                network.link_at(at),
                f"nobody stands in for {network.name(called)}, who {does} here",
                "name somebody else as deputy",
            )
    for at, link in network.links.items():
        if link.deputy is not None and link.deputy in (link.from_, link.to):
            message = f"{network.name(link.deputy)} is on this link already, and so cannot stand in on it"
            yield falls_short(network.link_at(at, "deputy"), message, "name somebody else as deputy")


def _is_several(network: Network, who: str) -> bool:
    member = network.members[who]
    return member.part == "emergency" or member.kind in ("team", "service", "group") or (member.people or 1) > 1


@rule("STD713", strength=Strength.SHOULD, sources=[_ONWARD, _TOLD_BACK])
def every_referral_leads_somewhere(network: Network) -> Iterator[Problem]:
    """A person who is passed on to a place with no way on, or back to where they began, has been sent away.

    In one service a stay ends with a referral onward; that every way in the network ends somewhere, or goes on, is this
    project's reading.
    """
    for who in dict.fromkeys(who for _, who in network.dead_ends()):
        yield not_settled(
            network.member_at(who, "ends"),
            f"how support ends at {network.name(who)}: people are referred there, and nobody is called from there",
            'state ends, such as "tenancy signed", or add a link that leads on',
        )
    for circle in network.closed_circles():
        yield falls_short(
            network.member_at(circle[0], "id"),
            f"{network.names(circle)} pass people on to each other and to nobody else: it never ends",
            "say with ends how support ends at one of them, or add a link that leads out",
        )
    touched = {who for link in network.links.values() for who in (link.from_, link.to, link.deputy, link.closed_by)}
    for who in network.members:
        if who not in touched:
            yield falls_short(
                network.member_at(who, "id"),
                f"no link leads to {network.name(who)} or from there: nobody will think of them when it matters",
                "add the link, or take the member out",
            )


def _refers_for_somebody(network: Network, link: Link) -> bool:
    """Whether somebody else does the referring: who turns to a service alone needs no message back."""
    return network.members[link.from_ or ""].part != "mentee" and network.members[link.to or ""].part != "emergency"


@rule("STD714", strength=Strength.SHOULD, sources=[_TOLD_BACK])
def referrals_in_the_network_are_reported_back(network: Network) -> Iterator[Problem]:
    """Nobody knows that a person never arrived, unless somebody says what became of the referral, and by when.

    The standard is that of social prescribing, a neighbour of mentoring; it asks for the message, and that somebody is
    named who sends it, and a time, is this project's reading.
    """
    for at, link, source, target in network.linked("refers"):
        if not _refers_for_somebody(network, link):
            continue
        ends = f"{network.name(source)} has referred somebody to {network.name(target)}"
        if link.closed_by is None:
            message = f"who tells what came of it when {ends}"
            yield not_settled(network.link_at(at, "closed_by"), message, f'state closed_by, such as "{target}"')
        elif link.closed_by == source:
            message = f"{network.name(source)} is to tell themselves what came of a referral"
            fix = f'name who knows, such as closed_by = "{target}"'
            yield falls_short(network.link_at(at, "closed_by"), message, fix)
        if link.closed_within is None:
            message = f"how soon it is told what came of it when {ends}"
            yield not_settled(network.link_at(at, "closed_within"), message, 'state closed_within = "2 weeks"')


@rule("STD715", strength=Strength.MUST, sources=[_ARTICLE_9])
def personal_information_has_a_ground(network: Network) -> Iterator[Problem]:
    """People need a ground for passing on what they were told, and must not have to look for one in an emergency.

    The source asks for a condition for data on health, which most of what is told here is or reveals. One ground may
    serve within the programme; that each link to somebody outside states its own is this project's reading. Which one
    is right, this tool cannot say: ask whoever answers for data protection.
    """
    shared = network.referral.basis
    within = False
    for at, link, source, target in network.linked("refers", "escalates", "informs"):
        if link.basis is not None or network.members[source].part == "mentee":
            continue
        if network.is_outside(source) or network.is_outside(target):
            yield not_settled(
                network.link_at(at, "basis"),
                f"on what ground {network.name(source)} passes personal information to {network.name(target)}",
                'state basis, such as "consent", or "vital interests" where a life is at risk',
            )
        elif shared is None:
            within = True
    if within:
        yield not_settled(
            "network.basis",
            "on what ground members of the programme pass personal information to each other",
            'state basis under [network], such as "explained and agreed at the start"',
        )


@rule("STD716", strength=Strength.SHOULD, sources=[_FROM_INSIDE, _THE_MOVE, _BEFORE_RELEASE])
def support_continues_from_before_to_after_an_event(network: Network) -> Iterator[Problem]:
    """At release and at discharge most support falls away on one day; a new face the week after comes too late.

    The sources speak of these two events. That one supporter at least stays from before to after any event that the
    network names, and that referrals do not wait for it, is this project's reading.
    """
    spanned = {(target, network.spans(link)) for _, link, _, target in network.linked("supports")}
    for at, link, source, target in network.linked("supports", "refers"):
        for key, moment in (("since", link.since), ("until", link.until)):
            if moment is None:
                continue
            late = key == "since" and moment.side != "before"
            if link.kind == "refers" and late:
                message = f"{network.name(source)} refers to {network.name(target)} only from {moment} on"
                fix = f"begin before {moment.event}, so that somebody is there on the day"
                yield falls_short(network.link_at(at, key), message, fix)
            elif link.kind == "supports" and (target, moment.event) not in spanned:
                when = f"{'at ' if moment.side == 'at' else ''}{moment}"
                says = f"begins {when}" if key == "since" else f"ends {when}"
                message = (
                    f"nobody stays with {network.name(target)} across {moment.event}: "
                    f"support by {network.name(source)} {says}, and no other goes on from before to after it"
                )
                fix = f'let one supporter span it, such as until = "3 months after {moment.event}"'
                yield falls_short(network.link_at(at, key), message, fix)
                break
