"""[graduation], [progression] and [outcomes]: how a placement ends, where mentors go next, and what changed."""

from typing import Literal

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import OVER_TIME, WITH_GRADUATION, WITH_MENTORS, Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration
from mentorkit.values.kind_of_entry import by_stem, kinds_in
from mentorkit.values.same_entry import as_entry, in_brackets

_OTHER_NAMES = {
    "hope": ("hopefulness",),
    "treatment completion": ("completed treatment", "completing treatment"),
}
"""Other words for what rules look for among the measures."""
Party = Literal["mentor", "mentee", "member"]
"""Somebody of whom something is measured; members are those of mutual aid and of an online place."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Graduation(ByFields):
    """[graduation]: how a placement ends well."""

    collects: tuple[str, ...] | None = key(
        "the facts asked at the end",
        '["training_completed_on"]',
        question="Which facts do you ask for at the end?",
        decide_by=DecideBy.FIRST_YEAR,
        ways=WITH_GRADUATION,
    )
    requires: tuple[Literal["screening", "training", "matching", "supervision"], ...] | None = key(
        "earlier stages whose rules have to be met here too",
        '["supervision"]',
        question="Which earlier stages have to be met before graduation?",
        decide_by=DecideBy.FIRST_YEAR,
        ways=WITH_GRADUATION,
    )
    ceremony_for: tuple[Literal["mentor", "mentee"], ...] | None = key(
        "who there is a ceremony for",
        '["mentor"]',
        question="Who do you hold a ceremony for?",
        decide_by=DecideBy.FIRST_YEAR,
        ways=WITH_GRADUATION,
    )
    ceremony_purposes: tuple[str, ...] | None = key(
        "what the ceremony is for",
        '["celebrate achievement"]',
        question="What is the ceremony for?",
        decide_by=DecideBy.FIRST_YEAR,
        open_list=True,
        synonyms={
            "celebrate achievement": [
                "celebrate what people achieved",
                "celebrate success",
                "recognise achievement",
                "celebrate what people have achieved",
            ],
            "recognise distance travelled": [
                "recognise how far people have come",
                "mark how far people have come",
                "recognise progress",
                "show how far people have come",
            ],
            "tell of support after probation": [
                "tell people about support after probation",
                "information on support after probation",
                "signpost support after probation",
            ],
            "let families see it": [
                "families see it",
                "invite families",
                "families can see it",
                "include families",
                "let families be there",
            ],
            "show that recovery is achievable": [
                "show that recovery is possible",
                "show recovery is possible",
                "make recovery visible",
            ],
        },
        ways=WITH_GRADUATION,
    )
    ending: tuple[str, ...] | None = key(
        "what happens as a relationship ends",
        '["final meeting", "follow-up"]',
        question="What happens as a relationship ends?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={
            "closing ritual": ["farewell ritual", "closing ceremony", "goodbye ritual"],
            "exit interview": ["leaving interview", "closing interview", "end interview"],
            "final meeting": [
                "last meeting",
                "closing meeting",
                "final session",
                "last session",
                "goodbye meeting",
                "ending meeting",
                "closing session",
            ],
            "message back to the referrer": [
                "feedback to the referrer",
                "report back to the referrer",
                "letter to the referrer",
                "message to the referrer",
                "letter back to the referrer",
                "note to the referrer",
                "update to the referrer",
                "report to the referrer",
                "the referrer is told",
                "tell the referrer",
            ],
        },
        ways=[Way.PAIR],
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Progression(ByFields):
    """[progression]: where mentors go next."""

    routes: tuple[str, ...] | None = key(
        "the next steps that are open to {mentors}",
        '["education", "employment"]',
        question="Which next steps are open to {mentors}?",
        decide_by=DecideBy.FIRST_YEAR,
        open_list=True,
        synonyms={
            "employment": ["paid work", "jobs", "work"],
            "volunteering": ["voluntary work", "volunteer roles"],
            "peer worker apprenticeship": ["apprenticeship as a peer worker"],
            "entry-level paid role": [
                "paid entry-level role",
                "entry-level job",
                "entry-level paid job",
                "entry-level post",
            ],
            "promotion": ["career progression"],
            "education": ["college", "further study", "study", "college courses"],
            "training": ["courses"],
        },
        ways=WITH_GRADUATION,
    )
    longest_term: Duration | None = key(
        "the longest time that somebody stays a {mentor}",
        '"2 years"',
        question="How long can somebody stay a {mentor}, at most?",
        decide_by=DecideBy.FIRST_YEAR,
        plausible=("200 hours", "10 years"),
        ways=WITH_GRADUATION,
    )
    term_exception: str | None = key(
        "how a {mentor} stays longer",
        '"the coordinator agrees it in supervision"',
        question="How does a {mentor} stay longer?",
        decide_by=DecideBy.FIRST_YEAR,
        ways=WITH_GRADUATION,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Measure(ByFields):
    """Something that is measured."""

    name: str | None = key(
        "what is measured",
        '"recovery capital"',
        question="What is measured?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
    )
    tool: str | None = key(
        "the tool it is measured with",
        '"BARC-10"',
        question="Which tool is it measured with?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    of: tuple[Party, ...] | None = key(
        "who it is measured for", '["mentee"]', question="Who is it measured for?", decide_by=DecideBy.FIRST_MEETING
    )
    at: tuple[Literal["start", "review", "exit", "follow-up"], ...] | None = key(
        "when it is measured", '["start", "exit"]', question="When is it measured?", decide_by=DecideBy.FIRST_MEETING
    )
    comparison: str | None = key(
        "who the results are compared with",
        '"people in treatment without a mentor"',
        question="Who are the results compared with?",
        decide_by=DecideBy.FIRST_MEETING,
    )

    def is_named(self, *names: str) -> bool:
        """Whether it has one of these names, as people write them: "School attendance" is "attendance"."""
        known = by_stem({name: _OTHER_NAMES.get(name, ()) for name in names})
        return self.name is not None and (self.name in names or bool(kinds_in(self.name, known)))

    @property
    def called(self) -> str | None:
        """What the service calls it, which messages and sheets show."""
        return getattr(self.name, "called", self.name)

    def is_called(self, name: str) -> bool:
        """Whether a text means this measure: by what it is, or by the service's own name for it."""
        return self.is_named(name) or as_entry(self.called or "") == as_entry(name) != ""

    def uses(self, *tools: str) -> bool:
        """Whether it is taken with one of these tools: "Recovering Quality of Life (ReQoL 10)" is "ReQoL-10"."""
        spelt = {as_entry(text) for text in (self.tool or "", *in_brackets(self.tool or ""))}
        return self.tool is not None and not spelt.isdisjoint(map(as_entry, tools))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcomes(ByFields):
    """[outcomes]: what is measured, and what is said about it."""

    collects: tuple[str, ...] | None = key(
        "the facts recorded at reviews",
        '["reviewed_on"]',
        question="Which facts do you record at reviews?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=OVER_TIME,
    )
    requires: tuple[Literal["screening", "training", "matching", "supervision", "graduation"], ...] | None = key(
        "earlier stages whose rules have to be met here too",
        '["graduation"]',
        question="Which earlier stages have to be met before outcomes are reviewed?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=OVER_TIME,
    )
    measures: tuple[Measure, ...] | None = key(
        "what is measured",
        '[{ name = "hope", of = ["mentee"] }]',
        question="What do you measure?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    review_every: Duration | None = key(
        "how often the progress of each {mentee} is reviewed; together the reviews show the progress of the programme",
        '"6 months"',
        question="How often do you review the progress of each {mentee}?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 week", "18 months"),
        ways=OVER_TIME,
    )
    follow_ups: tuple[Duration, ...] | None = key(
        "when people are asked again after support ends",
        '["6 months"]',
        question="How long after support ends do you ask people again?",
        decide_by=DecideBy.FIRST_YEAR,
        plausible=("2 days", "5 years"),
        ways=OVER_TIME,
    )
    includes_leavers: bool | None = key(
        "whether people who left early are counted",
        "true",
        question="Do you count people who left early?",
        decide_by=DecideBy.FIRST_YEAR,
        ways=WITH_MENTORS,
    )
    mentor_targets: bool | None = key(
        "whether {mentors} have targets",
        "false",
        question="Do {mentors} have targets?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    payment: Literal["none", "engagement only", "final outcomes"] | None = key(
        "what payment by results depends on",
        '"none"',
        question="What does payment by results depend on, if there is any?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    costs: tuple[str, ...] | None = key(
        "which costs are recorded",
        '["inputs", "outcomes"]',
        question="Which costs do you record?",
        decide_by=DecideBy.FIRST_YEAR,
        open_list=True,
        synonyms={
            "inputs": ["input costs"],
            "training of a mentor": [
                "training each mentor",
                "training of mentors",
                "mentor training",
                "cost of training a mentor",
            ],
            "outcomes": ["outcome costs", "cost per outcome"],
        },
        ways=WITH_MENTORS,
    )
    states: tuple[str, ...] | None = key(
        "what reports say of their own limits",
        '["no cause is claimed"]',
        question="What do reports say of their own limits?",
        decide_by=DecideBy.FIRST_YEAR,
        open_list=True,
        synonyms={
            "no cause is claimed": [
                "no claim of cause",
                "no causal claim",
                "we claim no cause",
                "causation is not claimed",
                "we do not claim cause",
            ],
            "evidence is limited": ["limited evidence", "the evidence base is limited"],
            "no promise of fewer readmissions": ["fewer readmissions are not promised", "readmissions may not fall"],
            "mentoring may raise offending": [
                "mentoring can raise offending",
                "mentoring may increase offending",
                "offending may rise",
            ],
            "few studies are from the UK": ["few UK studies", "most studies are not from the UK"],
            "effects are small and come from weaker studies": [
                "effects are small and from weaker studies",
                "small effects from weaker studies",
            ],
            "attitudes change first": ["attitudes change before behaviour"],
            "a person's small change may be chance": ["small changes may be chance"],
        },
        ways=WITH_MENTORS,
    )
