"""[for_whom]: who is supported, and what with."""

from typing import Literal

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.values.by_fields import ByFields

Supported = Literal["the person", "family", "friends", "colleagues"]
"""Who is supported, as seen from the person who has the need."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ages(ByFields):
    """The ages of the people supported."""

    from_: int | None = key(
        "the lowest age of people supported, in years",
        "18",
        question="How old is the youngest person that you support?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(3, 100),
    )
    to: int | None = key(
        "the highest age of people supported, in years",
        "25",
        question="How old is the oldest person that you support?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(3, 120),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ForWhom(ByFields):
    """[for_whom]: who is supported, and what with."""

    who: tuple[Supported, ...] | None = key(
        "who is supported: the person who has the need, or others around them",
        '["the person", "family"]',
        question="Do you support the person, their family, their friends or their colleagues?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    needs: tuple[str, ...] | None = key(
        "what people come with, such as a condition, an event or a problem",
        '["dependence on drugs", "homelessness"]',
        question="What do people come to you with?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    groups: tuple[str, ...] | None = key(
        "the groups of people that the programme is for; an empty list if it is for anybody",
        '["veterans", "women"]',
        question="Which groups of people is the programme for?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    ages: Ages | None = key(
        "the ages of people supported, in years; an end that is left out is not settled",
        "{ from = 18, to = 25 }",
        question="How old are the people that you support?",
        decide_by=DecideBy.RECRUITMENT,
    )
