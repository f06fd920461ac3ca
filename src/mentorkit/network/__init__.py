"""The referral and support network of a programme, and what can be asked of it.

Read in this order: `stated_network` (who there is and who can turn to whom), `graph` (the same for networkx), `answers`
(who answers, how soon and at which hours), `routes` (who is called in which order), `weaknesses` (what depends on one
member or link, what leads nowhere), `room` (whether there is room), `supervision` (who looks after too many), `network`
(all of these questions in one class), and `supervisor` and `what_if`, which ask it.

What a check of a sound network asks needs no networkx, whose import takes longer than all the rest of the check: it is
imported inside functions, where a plain search could not rule a problem out.
"""

from mentorkit.network.network import Network
from mentorkit.network.stated_network import Step

__all__ = ["Network", "Step"]
