"""Who supervises, and who stands in for them."""

import attrs

from mentorkit.network.graph import Network


@attrs.frozen
class Cover:
    """Who supervises a mentor.

    Attributes:
        supervisor: the member of the network.
        deputy: the member who stands in; None where nobody does.
    """

    supervisor: str
    deputy: str | None


def supervision_of(network: Network, supervisor: str | None = None) -> Cover | None:
    """Who supervises mentors, and their deputy; None where the network does not say, or leaves it open.

    Args:
        network: the network.
        supervisor: the member who supervises this mentor, where several do.
    """
    mentors = set(network.playing("mentor"))
    covers = {
        source: Cover(source, link.deputy if link.deputy in network.members else None)
        for _, link, source, target in network.linked("supervises")
        if target in mentors
    }
    if supervisor is not None:
        return covers.get(supervisor)
    return next(iter(covers.values())) if len(covers) == 1 else None
