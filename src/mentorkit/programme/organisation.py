"""[organisation]: who runs the programme, and with whom."""

from typing import Literal

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.values.by_fields import ByFields

OrganisationKind = Literal["charity", "non-profit", "public body", "company", "partnership", "fellowship"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Organisation(ByFields):
    """[organisation]: who runs the programme, and with whom."""

    name: str | None = key(
        "the organisation that runs the programme",
        '"Exampleton Recovery"',
        question="Which organisation runs the programme?",
        decide_by=DecideBy.RECRUITMENT,
    )
    kind: OrganisationKind | None = key(
        "the kind of organisation; a fellowship belongs to its members",
        '"charity"',
        question="What kind of organisation runs the programme?",
        decide_by=DecideBy.RECRUITMENT,
    )
    partners: tuple[str, ...] | None = key(
        "the organisations that it runs the programme with; an empty list if it runs it alone",
        '["Exampleton Hospital"]',
        question="Which organisations do you run the programme with?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
