"""Who supervises, and who stands in for them."""

import attrs

from mentorkit.network.stated_network import StatedNetwork, supervising


@attrs.frozen
class Supervisor:
    """Who supervises a mentor.

    Attributes:
        stated: the members who do by the links of the network.
        present: the members who do at present: those who are there, and the deputies of those who are away. Empty where
            nobody does; several only where those who are away have several deputies.
    """

    stated: tuple[str, ...]
    present: tuple[str, ...]


def find_supervisor(network: StatedNetwork, supervisor: str | None = None) -> Supervisor | None:
    """Who supervises a mentor, and who does at present; None where the network does not say, or leaves it open.

    The network does not say which of its members a mentor is. So where several supervise and none is named, only one
    who supervises every mentor that anybody supervises is found.

    Args:
        network: the network.
        supervisor: the member who supervises this mentor, or stands in for the one who does, where several do.
    """
    mentors = set(network.playing("mentor"))
    stated: dict[str, None] = {}
    present: dict[str, dict[str, None]] = {}
    for _, link, source, target in network.linked("supervises"):
        who = supervising(link, network.there)
        if target in mentors and supervisor in (None, source, who):
            stated[source] = None
            present.setdefault(target, {}).update({} if who is None else {who: None})
    together = tuple(dict.fromkeys(who for of in present.values() for who in of))
    open_ = len(stated) > 1 and (len(together) > 1 or len({tuple(of) for of in present.values()}) > 1)
    if not stated or (supervisor is None and open_):
        return None
    return Supervisor(tuple(stated), together)
