"""Who supervises, and who stands in for them."""

import attrs

from mentorkit.network.stated_network import StatedNetwork


@attrs.frozen
class Supervisor:
    """Who supervises a mentor.

    Attributes:
        member: who supervises.
        deputy: the member who stands in; None where nobody does, or those who would are away.
    """

    member: str
    deputy: str | None


def find_supervisor(network: StatedNetwork, supervisor: str | None = None) -> Supervisor | None:
    """Who supervises mentors, and their deputy; None where the network does not say, or leaves it open.

    Args:
        network: the network.
        supervisor: the member who supervises this mentor, where several do.
    """
    mentors = set(network.playing("mentor"))
    supervisors = {
        source: Supervisor(source, link.deputy if link.deputy in network.there else None)
        for _, link, source, target in network.linked("supervises")
        if target in mentors
    }
    if supervisor is not None:
        return supervisors.get(supervisor)
    return next(iter(supervisors.values())) if len(supervisors) == 1 else None
