"""[relationship], [supervision] and [safeguarding]: support while it lasts, and who looks after the mentors."""

from typing import Literal

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import OVER_TIME, WITH_MENTORS, Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

Consenting = Literal["parent or carer", "child", "child with capacity", "local authority"]
"""Who can agree that a child takes part."""
Format = Literal["one-to-one", "group", "managerial", "peer", "external"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Relationship(ByFields):
    """[relationship]: how a pair works together, and for how long."""

    pairs: bool | None = key(
        "whether {mentors} and {mentees} meet again and again as pairs; false for talks, listening and mediation",
        "true",
        question="Do {mentors} and {mentees} meet again and again as pairs?",
        decide_by=DecideBy.RECRUITMENT,
    )
    shortest: Duration | None = key(
        "the shortest time that support lasts",
        '"12 months"',
        question="How long does support last, at least?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=("1 week", "3 years"),
        ways=OVER_TIME,
    )
    longest: Duration | None = key(
        "the longest time that support lasts",
        '"24 months"',
        question="How long does support last, at most?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=("1 week", "10 years"),
        ways=OVER_TIME,
    )
    limit_reason: str | None = key(
        "why support is limited in time",
        '"others are waiting"',
        question="Why is support limited in time?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=OVER_TIME,
    )
    limit_exception: str | None = key(
        "how a {mentee} gets more time",
        '"the coordinator agrees an extension"',
        question="How does a {mentee} get more time?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=OVER_TIME,
    )
    bridge: bool | None = key(
        "whether support is a short bridge that ends by handing over to others",
        "false",
        question="Is support a short bridge that ends by handing over to others?",
        decide_by=DecideBy.RECRUITMENT,
        ways=OVER_TIME,
    )
    refers_on_to: tuple[str, ...] | None = key(
        "who takes over when support ends",
        '["recovery community"]',
        question="Who takes over when support ends?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={"accommodation": ["housing", "housing services"]},
        ways=WITH_MENTORS,
    )
    contact_every: Duration | None = key(
        "how often the pair is in contact",
        '"2 weeks"',
        question="How often is the pair in contact?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 day", "3 months"),
        ways=[Way.PAIR],
    )
    contact_at_first_every: Duration | None = key(
        "how often the pair is in contact at first",
        '"1 week"',
        question="How often is the pair in contact at first?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("12 hours", "2 months"),
        ways=[Way.PAIR],
    )
    channels: tuple[str, ...] | None = key(
        "how the pair is in contact",
        '["in person", "telephone"]',
        question="How is the pair in contact?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={"at the prison gate": ["at the gate", "prison gate", "gate meeting"]},
        ways=[Way.PAIR],
    )
    modes: tuple[Literal["one-to-one", "group"], ...] | None = key(
        "how support is given",
        '["one-to-one"]',
        question="Is support given one to one, in groups or both?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    meetings: int | None = key(
        "how many meetings are planned",
        "26",
        question="How many meetings are planned?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(1, 200),
        ways=[Way.PAIR],
    )
    meeting_length: Duration | None = key(
        "how long a meeting lasts",
        '"1 hour"',
        question="How long does a meeting last?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("10 minutes", "10 hours"),
        ways=OVER_TIME,
    )
    goals_set_by: Literal["mentee", "mentor", "programme", "mentee and mentor"] | None = key(
        "who sets the goals",
        '"mentee"',
        question="Who sets the goals?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=[Way.PAIR],
    )
    social_events: bool | None = key(
        "whether there are social events for those taking part",
        "true",
        question="Are there social events for those taking part?",
        decide_by=DecideBy.FIRST_YEAR,
        ways=OVER_TIME,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Phase(ByFields):
    """A part of a placement, and how often supervision takes place in it."""

    every: Duration | None = key(
        "the longest time between two sessions of supervision",
        '"14 days"',
        question="What is the longest time between two sessions of supervision?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 day", "4 months"),
    )
    for_: Duration | None = key(
        "how long the phase lasts; the last one may go on without end",
        '"2 months"',
        question="How long does this phase of supervision last?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 week", "5 years"),
    )
    formats: tuple[Format, ...] | None = key(
        "how supervision is given in this phase",
        '["one-to-one", "group"]',
        question="How is supervision given in this phase?",
        decide_by=DecideBy.FIRST_MEETING,
    )

    def __str__(self) -> str:
        """How often and for how long, within a sentence."""
        often = f"every {self.every}" if self.every else "at times that are not stated"
        return f"{often} for {self.for_}" if self.for_ else often


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Supervision(ByFields):
    """[supervision]: how mentors are supervised and looked after."""

    collects: tuple[str, ...] | None = key(
        "the facts asked of {mentors}",
        '["placed_on", "supervised_on"]',
        question="Which facts do you ask {mentors} for?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    requires: tuple[Literal["screening", "training", "matching"], ...] | None = key(
        "earlier stages whose rules have to be met here too",
        '["training"]',
        question="Which earlier stages have to be met before supervision?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    phases: tuple[Phase, ...] | None = key(
        "how often supervision takes place, from the first day of a placement",
        '[{ every = "14 days" }]',
        question="How often does supervision take place, from the first day of a placement?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    led_by: Literal["coordinator", "staff", "clinician", "experienced mentor", "teacher"] | None = key(
        "who supervises",
        '"coordinator"',
        question="Who supervises {mentors}?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    overseen_by: str | None = key(
        "who oversees supervisors who are {mentors} themselves",
        '"coordinator"',
        question="Who oversees supervisors who are {mentors} themselves?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    covers: tuple[str, ...] | None = key(
        "the topics that supervision covers again and again",
        '["wellbeing", "boundaries"]',
        question="Which topics does supervision cover again and again?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={
            "detachment and resilience": ["resilience and detachment"],
            "development in the role": [
                "role development",
                "growth in the role",
                "developing in the role",
                "professional development",
                "personal development",
            ],
            "influence of mentees on the mentor": ["how mentees affect the mentor", "impact of mentees on the mentor"],
        },
        ways=WITH_MENTORS,
    )
    wellbeing_support: tuple[str, ...] | None = key(
        "help for the {mentor}'s own wellbeing",
        '["wellness plan"]',
        question="What help is there for the {mentor}'s own wellbeing?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={
            "back-up at any hour": [
                "24-hour back-up",
                "back-up day and night",
                "24/7 back-up",
                "round-the-clock back-up",
                "back-up at all times",
                "back-up around the clock",
                "somebody to call at any hour",
            ],
            "own wellbeing plan": [
                "own wellness plan",
                "own wellness action plan",
                "own wellness recovery action plan",
                "wellbeing plan",
                "wellness plan",
                "wellness recovery action plan",
                "WRAP",
            ],
            "plan for an admission": ["admission plan", "plan in case of admission", "plan if admitted"],
            "support at work": ["workplace support", "support in the workplace", "in-work support"],
            "an experienced colleague at first": [
                "an experienced colleague to begin with",
                "an experienced colleague at the start",
                "an experienced colleague in the first weeks",
                "shadowing an experienced colleague",
                "an experienced buddy at first",
            ],
            "emotional support during training": [
                "emotional support while training",
                "emotional support in training",
                "emotional support on the course",
            ],
            "psychological support": ["psychological help", "support from a psychologist"],
        },
        ways=WITH_MENTORS,
    )
    supervisors_have: tuple[str, ...] | None = key(
        "the experience and training that supervisors have",
        '["training in supervising peers"]',
        question="What experience and training do supervisors have?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "experience as a peer": ["has worked as a peer", "lived experience", "peer experience"],
            "training in supervising peers": [
                "trained in supervising peers",
                "training in the supervision of peers",
                "training to supervise peers",
                "trained to supervise peers",
                "peer supervision training",
                "training in supervising peer mentors",
                "training in supervising peer workers",
                "training in supervising volunteers",
            ],
        },
        ways=WITH_MENTORS,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Safeguarding(ByFields):
    """[safeguarding]: what happens when someone is at risk."""

    risk_told_to: str | None = key(
        "the member of staff who a {mentor} passes risk on to",
        '"safeguarding lead"',
        question="Which member of staff does a {mentor} pass risk on to?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    confidentiality: Literal["limited", "listener"] | None = key(
        "whether confidentiality has limits: limited (risk is passed on) or listener (as in the Samaritans' schemes)",
        '"limited"',
        question="Do {mentors} pass on risk, or keep everything confidential as Listeners of the Samaritans do?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    run_by_samaritans: bool | None = key(
        "whether the Samaritans run the scheme",
        "false",
        question="Do the Samaritans run the scheme?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    adults_checked: bool | None = key(
        "whether every adult who can be alone with a child is checked, as far as the law of the nation allows",
        "true",
        question="Is every adult who can be alone with a child checked, staff, moderators and members too?",
        decide_by=DecideBy.RECRUITMENT,
    )
    contact_outside_meetings: Literal["none", "seen by staff", "private"] | None = key(
        "whether {mentors} and children write to or call each other outside meetings: not at all, where staff can see "
        "it, or in private",
        '"none"',
        question="Do {mentors} and children write to or call each other outside meetings, and can staff see it?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    consent_from: tuple[Consenting, ...] | None = key(
        "who agrees that a child takes part; a child with capacity understands enough to decide, as in the case of "
        "Gillick",
        '["parent or carer", "child"]',
        question="Who agrees that a child takes part?",
        decide_by=DecideBy.RECRUITMENT,
    )
    complaints_to: tuple[str, ...] | None = key(
        "who {mentees} and {mentors} can complain to; one of them is neither a {mentor} nor told of risk",
        '["head of service", "the council\'s complaints team"]',
        question="Who can {mentees} and {mentors} complain to?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
    )
    whistleblowing_to: tuple[str, ...] | None = key(
        "who outside staff and {mentors} can turn to if a concern is not acted on, past whoever is told of risk",
        '["NSPCC Whistleblowing Advice Line"]',
        question="Who outside can staff and {mentors} turn to if a concern is not acted on?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
    )
    route_from: Literal["start of the match", "later"] | None = key(
        "when both sides learn how to raise a concern",
        '"start of the match"',
        question="When do both sides learn how to raise a concern?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
