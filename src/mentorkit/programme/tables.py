"""The tables that every programme shares, as they stand in the file.

Everything may be left out: what a design does not say yet is a finding of the rule that needs it, not a fault of the
file. None is 'not stated'; an empty list is a statement. A sector's own parameters stand beside the shared keys, one
table a sector ([screening.substance]), and are kept in `Programme.sector_values`.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import attrs

from mentorkit.programme.key import key, key_to_field
from mentorkit.programme.matching import Matching
from mentorkit.programme.network import ReferralNetwork
from mentorkit.programme.path import Path
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

Nation = Literal["england", "wales", "scotland", "northern ireland"]
Setting = Literal[
    "community", "custody", "ward", "residential", "school", "online", "emergency department", "workplace"
]
Support = Literal["emotional", "instrumental", "companionship", "information"]
Party = Literal["mentor", "mentee"]
Format = Literal["one-to-one", "group", "managerial", "peer", "external"]
RecordCheckLevel = Literal["none", "basic", "standard", "enhanced", "enhanced with barred list"]
RegulatedActivityAnswer = Literal["yes", "no", "not clear"]
AgeGroup = Literal["adults", "children"]

FORMAT = 1
"""The version of the file format that this release reads."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Objective(ByFields):
    """Something the programme sets out to achieve, and how it will know."""

    text: str | None = key("what is to be achieved", '"mentees stay in treatment"')
    measure: str | None = key("the name of the measure, in outcomes.measures, that shows it", '"treatment completion"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Design(ByFields):
    """[programme]: what the programme is."""

    name: str | None = key("what the programme is called", '"Peer mentoring in community services"')
    sectors: tuple[str, ...] | None = key("the sectors whose rules apply", '["substance"]')
    settings: tuple[Setting, ...] | None = key("where the programme is delivered", '["community"]')
    nation: Nation | None = key("whose law applies", '"england"')
    objectives: tuple[Objective, ...] | None = key(
        "what the programme sets out to achieve",
        '[{ text = "mentees stay in treatment", measure = "treatment completion" }]',
    )
    principles: tuple[str, ...] | None = key(
        "the principles that the programme follows", '["self-determination", "equality"]'
    )
    support: tuple[Support, ...] | None = key(
        "the kinds of support that {mentors} give", '["emotional", "information"]'
    )
    alongside: tuple[str, ...] | None = key(
        "the other help that runs with mentoring during {episode}", '["structured treatment"]'
    )
    mentors: int | None = key("how many {mentors} are active at a time", "12")
    mentees: int | None = key("how many {mentees} are expected at a time", "24")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Recruitment(ByFields):
    """[recruitment]: how mentors and mentees come to the programme."""

    route: str | None = key("how {mentors} are found", '"open advertisement in our services"')
    lived_experience: Literal["required", "preferred", "not asked"] | None = key(
        "whether {mentors} must have lived experience", '"required"'
    )
    shares_with_mentees: tuple[str, ...] | None = key(
        "what {mentors} have in common with {mentees}", '["background", "age group"]'
    )
    mentors_volunteer: bool | None = key("whether {mentors} choose freely to take the role", "true")
    mentees_volunteer: bool | None = key("whether {mentees} choose freely to take part", "true")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Screening(ByFields):
    """[screening]: who may become a mentor."""

    collects: tuple[str, ...] | None = key("the facts asked of applicants", '["abstinent_since"]')
    steps: tuple[str, ...] | None = key("what an applicant goes through, in order", '["interview", "risk screen"]')
    criteria: tuple[str, ...] | None = key("what is looked for in a {mentor}", '["reliability", "social skills"]')
    selects_before: Literal["training", "placement"] | None = key("what selection comes before", '"training"')
    record_check: RecordCheckLevel | None = key("the criminal record check that each {mentor} needs", '"basic"')
    record_check_every: Duration | None = key("how often that check is done again", '"3 years"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Award(ByFields):
    """The qualification that training leads to."""

    title: str | None = key("the title of the award", '"Peer Mentoring"')
    level: int | None = key("the level of the award in the framework of the nation", "2")
    credits: int | None = key("how many credits the award carries", "20")
    accredited_by: str | None = key("the body outside the programme that accredits the course", '"an awarding body"')
    pass_mark: bool | None = key("whether the course can be failed", "true")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Training(ByFields):
    """[training]: what mentors learn before a placement."""

    collects: tuple[str, ...] | None = key("the facts asked of trainees", '["modules_completed"]')
    requires: tuple[Literal["screening"], ...] | None = key(
        "earlier stages whose rules have to be met here too", '["screening"]'
    )
    length: Duration | None = key("how long the course lasts", '"8 weeks"')
    contact_time: Duration | None = key("how many hours of teaching the course has", '"40 hours"')
    topics: tuple[str, ...] | None = key("what the course covers", '["safeguarding", "diversity"]')
    mentor_specific: bool | None = key("whether the course was made for {mentors} and is not a general one", "true")
    award: Award | None = key("the award that the course leads to", '{ title = "Peer Mentoring", level = 2 }')
    refresher_every: Duration | None = key("how often {mentors} train again", '"1 year"')


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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Role(ByFields):
    """[role]: what a mentor does, and does not do."""

    title: str | None = key("what {mentors} are called", '"peer mentor"')
    kind: str | None = key("the kind of role that {mentors} have; if they have two, both joined by 'and'", '"mentor"')
    clinical: bool | None = key("whether the {mentor}'s role includes clinical work", "false")
    licence: str | None = key("the licence under which clinical work is done", '"registered nurse"')
    works_with: tuple[AgeGroup, ...] | None = key("who {mentors} work with", '["adults"]')
    supervised: bool | None = key("whether {mentors} always work in sight of staff", "false")
    youngest: int | None = key("the age of the youngest {mentor}, in years", "18")
    regulated_activity: RegulatedActivityAnswer | None = key(
        "whether what {mentors} do is regulated activity in law", '"no"'
    )
    excludes: tuple[str, ...] | None = key("what {mentors} do not do", '["diagnosis", "treatment"]')
    competencies: tuple[str, ...] | None = key("what {mentors} are good at", '["motivator", "role model and mentor"]')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StaffRole(ByFields):
    """A role around the mentors."""

    role: str | None = key("what the role is called", '"coordinator"')
    paid: bool | None = key("whether the role is paid", "true")
    qualified_for: tuple[str, ...] | None = key("what the role is qualified to do", '["detoxification"]')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Governance(ByFields):
    """[governance]: what is written down, paid for and planned."""

    documents: tuple[str, ...] | None = key("what exists in writing", '["boundaries policy"]')
    budget: tuple[str, ...] | None = key("what there is money for", '["training", "criminal record checks"]')
    expenses: tuple[str, ...] | None = key("what {mentors} get back", '["travel", "lunch"]')
    expenses_paid: Literal["exact cost with receipts", "exact cost", "flat rate"] | None = key(
        "how expenses are worked out", '"exact cost with receipts"'
    )
    turnover: str | None = key("how the programme copes when {mentors} leave", '"two cohorts a year"')
    health_data_basis: str | None = key(
        'the condition of Article 9 of the UK GDPR for keeping data on health, or "none kept"',
        '"explicit consent"',
    )
    offence_data_basis: str | None = key(
        "the condition of Schedule 1 to the Data Protection Act 2018 for keeping data on offences, results of checks "
        'among them, or "none kept"',
        '"consent"',
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class WaiverEntry(ByFields):
    """[[waivers]]: a recorded, dated, signed decision not to follow a rule."""

    rule: str | None = key("the rule that is not followed", '"SUB101"')
    reason: str | None = key("why the rule is not followed", '"the service is run by its own mentors"')
    agreed_by: str | None = key("who decided, by role", '"safeguarding lead"')
    until: date | None = key("the last day on which the decision counts", "2027-03-31")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Programme(ByFields):
    """The design of one mentoring programme, read from TOML; immutable.

    The tables stand in the order in which a service usually settles them.
    """

    programme: Design = attrs.field(factory=Design)
    role: Role = attrs.field(factory=Role)
    staff: tuple[StaffRole, ...] | None = key(
        "the roles around the {mentors}", '[{ role = "coordinator", paid = true }]'
    )
    recruitment: Recruitment = attrs.field(factory=Recruitment)
    screening: Screening = attrs.field(factory=Screening)
    training: Training = attrs.field(factory=Training)
    matching: Matching = attrs.field(factory=Matching)
    relationship: Relationship = attrs.field(factory=Relationship)
    supervision: Supervision = attrs.field(factory=Supervision)
    safeguarding: Safeguarding = attrs.field(factory=Safeguarding)
    network: ReferralNetwork = attrs.field(factory=ReferralNetwork)
    graduation: Graduation = attrs.field(factory=Graduation)
    progression: Progression = attrs.field(factory=Progression)
    outcomes: Outcomes = attrs.field(factory=Outcomes)
    governance: Governance = attrs.field(factory=Governance)
    waivers: tuple[WaiverEntry, ...] | None = key("decisions not to follow a rule", '[{ rule = "SUB101" }]')
    sector_values: Mapping[Path, Any] = attrs.field(factory=dict, metadata={"sector_values": True})
    """The sectors' own parameters by path, such as ("screening", "substance", "abstinence")."""

    def value(self, path: Path) -> Any:
        """What the design states at a path of keys, or None where it states nothing."""
        if path in self.sector_values:
            return self.sector_values[path]
        found: Any = self
        for part in path:
            if found is None:
                return None
            if isinstance(part, int):
                found = found[part] if part < len(found) else None
            else:
                found = getattr(found, key_to_field(part), None)
        return found


@lru_cache(maxsize=4096)
def settling_order(path: Path) -> tuple[int, bool, str, int, str]:
    """Sorts places of the file as a service settles them: table by table, in each the shared keys in their order."""
    tables = list(attrs.fields_dict(Programme))
    if not path or path[0] not in tables:
        return (-1, False, "", 0, "")
    within = attrs.fields_dict(Programme)[str(path[0])].type
    keys = list(attrs.fields_dict(within)) if within is not None and attrs.has(within) else []
    name = key_to_field(str(path[-1]))
    table = ".".join(str(part) for part in path[:-1])
    order = keys.index(name) if len(path) == 2 and name in keys else len(keys)
    return (tables.index(str(path[0])), len(path) > 2, table, order, name)
