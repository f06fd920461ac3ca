"""[graduation], [progression] and [outcomes]: how a placement ends, where mentors go next, and what changed."""

from typing import Literal

import attrs

from mentorkit.programme.key import key
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

Party = Literal["mentor", "mentee"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Graduation(ByFields):
    """[graduation]: how a placement ends well."""

    collects: tuple[str, ...] | None = key("the facts asked at the end", '["training_completed_on"]')
    requires: tuple[Literal["screening", "training", "matching", "supervision"], ...] | None = key(
        "earlier stages whose rules have to be met here too", '["supervision"]'
    )
    ceremony_for: tuple[Party, ...] | None = key("who there is a ceremony for", '["mentor"]')
    ceremony_purposes: tuple[str, ...] | None = key("what the ceremony is for", '["celebrate achievement"]')
    ending: tuple[str, ...] | None = key("what happens as a relationship ends", '["final meeting", "follow-up"]')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Progression(ByFields):
    """[progression]: where mentors go next."""

    routes: tuple[str, ...] | None = key("the next steps that are open to {mentors}", '["education", "employment"]')
    longest_term: Duration | None = key("the longest time that somebody stays a {mentor}", '"2 years"')
    term_exception: str | None = key("how a {mentor} stays longer", '"the coordinator agrees it in supervision"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Measure(ByFields):
    """Something that is measured."""

    name: str | None = key("what is measured", '"recovery capital"')
    tool: str | None = key("the tool it is measured with", '"BARC-10"')
    of: tuple[Party, ...] | None = key("who it is measured for", '["mentee"]')
    at: tuple[Literal["start", "review", "exit", "follow-up"], ...] | None = key(
        "when it is measured", '["start", "exit"]'
    )
    comparison: str | None = key("who the results are compared with", '"people in treatment without a mentor"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcomes(ByFields):
    """[outcomes]: what is measured, and what is said about it."""

    collects: tuple[str, ...] | None = key("the facts recorded at reviews", '["reviewed_on"]')
    requires: tuple[Literal["screening", "training", "matching", "supervision", "graduation"], ...] | None = key(
        "earlier stages whose rules have to be met here too", '["graduation"]'
    )
    measures: tuple[Measure, ...] | None = key("what is measured", '[{ name = "hope", of = ["mentee"] }]')
    review_every: Duration | None = key(
        "how often the progress of each {mentee} is reviewed; together the reviews show the progress of the programme",
        '"6 months"',
    )
    follow_ups: tuple[Duration, ...] | None = key("when people are asked again after support ends", '["6 months"]')
    includes_leavers: bool | None = key("whether people who left early are counted", "true")
    mentor_targets: bool | None = key("whether {mentors} have targets", "false")
    payment: Literal["none", "engagement only", "final outcomes"] | None = key(
        "what payment by results depends on", '"none"'
    )
    costs: tuple[str, ...] | None = key("which costs are recorded", '["inputs", "outcomes"]')
    states: tuple[str, ...] | None = key("what reports say of their own limits", '["no cause is claimed"]')
