"""[relationship], [supervision] and [safeguarding]: support while it lasts, and who looks after the mentors."""

from typing import Literal

import attrs

from mentorkit.programme.key import key
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

Format = Literal["one-to-one", "group", "managerial", "peer", "external"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Relationship(ByFields):
    """[relationship]: how a pair works together, and for how long."""

    pairs: bool | None = key(
        "whether {mentors} and {mentees} meet again and again as pairs; false for talks, listening and mediation",
        "true",
    )
    shortest: Duration | None = key("the shortest time that support lasts", '"12 months"')
    longest: Duration | None = key("the longest time that support lasts", '"24 months"')
    limit_reason: str | None = key("why support is limited in time", '"others are waiting"')
    limit_exception: str | None = key("how a {mentee} gets more time", '"the coordinator agrees an extension"')
    bridge: bool | None = key("whether support is a short bridge that ends by handing over to others", "false")
    refers_on_to: tuple[str, ...] | None = key("who takes over when support ends", '["recovery community"]')
    contact_every: Duration | None = key("how often the pair is in contact", '"2 weeks"')
    contact_at_first_every: Duration | None = key("how often the pair is in contact at first", '"1 week"')
    channels: tuple[str, ...] | None = key("how the pair is in contact", '["in person", "telephone"]')
    modes: tuple[Literal["one-to-one", "group"], ...] | None = key("how support is given", '["one-to-one"]')
    meetings: int | None = key("how many meetings are planned", "26")
    meeting_length: Duration | None = key("how long a meeting lasts", '"1 hour"')
    goals_set_by: Literal["mentee", "mentor", "programme", "mentee and mentor"] | None = key(
        "who sets the goals", '"mentee"'
    )
    social_events: bool | None = key("whether there are social events for those taking part", "true")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Phase(ByFields):
    """A part of a placement, and how often supervision takes place in it."""

    every: Duration | None = key("the longest time between two sessions of supervision", '"14 days"')
    for_: Duration | None = key("how long the phase lasts; the last one may go on without end", '"2 months"')
    formats: tuple[Format, ...] | None = key("how supervision is given in this phase", '["one-to-one", "group"]')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Supervision(ByFields):
    """[supervision]: how mentors are supervised and looked after."""

    collects: tuple[str, ...] | None = key("the facts asked of {mentors}", '["placed_on", "supervised_on"]')
    requires: tuple[Literal["screening", "training", "matching"], ...] | None = key(
        "earlier stages whose rules have to be met here too", '["training"]'
    )
    phases: tuple[Phase, ...] | None = key(
        "how often supervision takes place, from the first day of a placement", '[{ every = "14 days" }]'
    )
    led_by: Literal["coordinator", "staff", "clinician", "experienced mentor", "teacher"] | None = key(
        "who supervises", '"coordinator"'
    )
    overseen_by: str | None = key("who oversees supervisors who are {mentors} themselves", '"coordinator"')
    covers: tuple[str, ...] | None = key(
        "the topics that supervision covers again and again", '["wellbeing", "boundaries"]'
    )
    wellbeing_support: tuple[str, ...] | None = key("help for the {mentor}'s own wellbeing", '["wellness plan"]')
    supervisors_have: tuple[str, ...] | None = key(
        "the experience and training that supervisors have", '["training in supervising peers"]'
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Safeguarding(ByFields):
    """[safeguarding]: what happens when someone is at risk."""

    risk_told_to: str | None = key("the member of staff who a {mentor} passes risk on to", '"safeguarding lead"')
    confidentiality: Literal["limited", "listener"] | None = key(
        "whether confidentiality has limits: limited (risk is passed on) or listener (as in the Samaritans' schemes)",
        '"limited"',
    )
    run_by_samaritans: bool | None = key("whether the Samaritans run the scheme", "false")
    route_from: Literal["start of the match", "later"] | None = key(
        "when both sides learn how to raise a concern", '"start of the match"'
    )
