"""The referral and support network of a programme, as a graph that can be asked.

`graph` says who can turn to whom; `reach` who answers, how soon and at which hours; `weak` where everything hangs on
one; `room` whether there is room. networkx is imported in the last two and in `routes`, where it is used.
"""

from mentorkit.network.graph import Network, Step

__all__ = ["Network", "Step"]
