"""What is known of the members of a network, as of the services in a directory (STD720 to STD722)."""

from collections.abc import Iterator
from datetime import date

from mentorkit.api import Duration, Network, Problem, Strength, day_after, falls_short, not_settled, rule
from mentorkit.standards.sources import OPEN_REFERRAL, WHO_IS_THERE

_ENTRY = OPEN_REFERRAL.at("a service has an id, a name, a status and its organisation")
_OUT_OF_FEEDS = OPEN_REFERRAL.at("what is private or confidential stays out of open feeds")

_ASSURED = Duration.parse("1 year")


@rule("STD720", strength=Strength.SHOULD, sources=[WHO_IS_THERE])
def details_of_members_of_the_network_are_up_to_date(network: Network, on: date) -> Iterator[Problem]:
    """A wrong number is found out by the person who needed it.

    The source asks that staff know what there is. It is this project's reading that details of members outside the
    programme are checked once a year. The emergency services need only their number.
    """
    for who, member in network.members.items():
        if not network.is_there(who):
            yield falls_short(
                network.member_at(who, "status"),
                f'the status of {network.name(who)} is "{member.status}": people who call there reach nobody',
                "find who does this instead, and link them; or take the member out",
            )
            continue
        if not network.is_outside(who):
            continue
        if member.contact is None:
            message = f"how to reach {network.name(who)}"
            yield not_settled(network.member_at(who, "contact"), message, "state contact, or where the number is kept")
        if member.part == "emergency":
            continue
        at = network.member_at(who, "assured_on")
        if member.assured_on is None:
            message = f"when somebody last checked the details of {network.name(who)}"
            yield not_settled(at, message, f"call them, and state assured_on, such as {on}")
        elif member.assured_on > on:
            message = f"the last check of {network.name(who)} was on {member.assured_on}, which is in the future"
            yield falls_short(at, message, "state the day on which somebody checked")
        elif day_after(member.assured_on, _ASSURED) < on:
            message = f"the details of {network.name(who)} were last checked on {member.assured_on}, over a year ago"
            yield falls_short(at, message, "call them, correct what has changed, and state the day")


@rule("STD721", strength=Strength.SHOULD, sources=[_ENTRY])
def entries_of_services_are_complete(network: Network) -> Iterator[Problem]:
    """If an entry lacks its name, its status or its organisation, it can be mistaken for another, or get out of date.

    The standard is for open directories; a programme that follows it can take entries from one and give them back.
    """
    for who, member in network.members.items():
        if not network.is_outside(who) or member.part == "emergency":
            continue
        wanted = (
            ("title", member.title, f'what "{who}" is called', f'state title = "{who}"'),
            ("status", member.status, f"the status of {network.name(who)}", 'state status = "active"'),
            (
                "organisation",
                member.organisation,
                f"the organisation of {network.name(who)}",
                "state organisation",
            ),
        )
        for key, value, message, fix in wanted:
            if value is None:
                yield not_settled(network.member_at(who, key), message, fix)


@rule("STD722", strength=Strength.MUST, sources=[_OUT_OF_FEEDS])
def confidential_details_are_in_no_open_directory(network: Network) -> Iterator[Problem]:
    """If the address of a refuge is in a public list, people who its residents have fled from can find it.

    It is a MUST, since people can be harmed by it.
    """
    for who, member in network.members.items():
        if member.confidential and member.source is not None:
            yield falls_short(
                network.member_at(who, "source"),
                f"the details of {network.name(who)} are confidential, and come from an open directory "
                f"({member.source})",
                "ask the directory to take them out and keep your own, or say confidential = false if they are public",
            )
