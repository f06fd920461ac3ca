"""[mutual_aid]: members who help each other."""

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

_HERE = (Way.MUTUAL_AID,)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MutualAid(ByFields):
    """[mutual_aid]: how members meet, and whether some look after others; who may be a member is in [for_whom]."""

    meets_every: Duration | None = key(
        "how often members meet",
        '"1 week"',
        question="How often do members meet?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 day", "3 months"),
        ways=_HERE,
    )
    sponsors: bool | None = key(
        "whether a member can have another member as a sponsor",
        "true",
        question="Can a member have another member as a sponsor?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=_HERE,
    )
