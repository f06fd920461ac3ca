"""[screening] and [training]: what comes before a placement."""

from typing import Literal

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import WITH_MENTORS
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

RecordCheckLevel = Literal[
    "none",
    "basic",
    "standard",
    "enhanced",
    "enhanced with barred list",
    "level 1",
    "level 2",
    "level 2 with barred list",
    "PVG scheme",
    "of another nation",
]
"""The last one is for a programme outside the United Kingdom, which says in writing what the check is."""
"""What is checked of criminal records: the levels of Scotland come after those of the other nations."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Screening(ByFields):
    """[screening]: who may become a mentor."""

    collects: tuple[str, ...] | None = key(
        "the facts asked of applicants",
        '["abstinent_since"]',
        question="Which facts do you ask applicants for?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    steps: tuple[str, ...] | None = key(
        "what an applicant goes through, in order",
        '["interview", "risk screen"]',
        question="What does an applicant go through, in order?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "application": ["application form", "written application"],
            "check of excluded offences": [
                "check for excluded offences",
                "check against excluded offences",
                "check against the list of excluded offences",
            ],
            "interview": [
                "selection interview",
                "group interview",
                "interview by a panel",
                "panel interview",
                "one-to-one interview",
            ],
            "practitioner's recommendation": [
                "probation practitioner's recommendation",
                "recommendation by the practitioner",
                "recommendation from the practitioner",
                "recommendation from the probation practitioner",
                "probation officer's recommendation",
                "recommendation by the probation practitioner",
            ],
            "security clearance": ["security vetting", "security check", "prison vetting", "prison clearance"],
            "own word on lived experience": [
                "own account of lived experience",
                "statement of lived experience",
                "personal statement on lived experience",
                "self-declaration of lived experience",
            ],
        },
        ways=WITH_MENTORS,
    )
    criteria: tuple[str, ...] | None = key(
        "what is looked for in a {mentor}",
        '["reliability", "social skills"]',
        question="What do you look for in a {mentor}?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "confidence": ["self-confidence", "confident"],
            "good sense": ["common sense", "sensible", "good judgement", "sound judgement"],
            "non-judgemental attitude": ["non-judgemental", "non-judgmental", "non-judgemental approach"],
            "reliability": ["reliable", "being reliable", "dependability", "dependable"],
            "social skills": ["interpersonal skills", "people skills", "good with people"],
            "academic proficiency": ["academic ability", "academic attainment", "good academic record"],
        },
        ways=WITH_MENTORS,
    )
    selects_before: Literal["training", "placement"] | None = key(
        "what selection comes before",
        '"training"',
        question="Does selection come before training or before a placement?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    record_check: RecordCheckLevel | None = key(
        "the criminal record check that each {mentor} needs",
        '"basic"',
        question="Which criminal record check does each {mentor} need?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    record_check_every: Duration | None = key(
        "how often that check is done again",
        '"3 years"',
        question="How often do you check criminal records again?",
        decide_by=DecideBy.FIRST_YEAR,
        plausible=("1 month", "6 years"),
        ways=WITH_MENTORS,
    )


TrainingWay = Literal["in house", "college", "online", "home study", "apprenticeship", "cascade"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Award(ByFields):
    """The qualification that training leads to."""

    title: str | None = key(
        "the title of the award",
        '"Peer Mentoring"',
        question="What is the title of the award?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    level: int | None = key(
        "the level of the award in the framework of the nation",
        "2",
        question="What is the level of the award?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(1, 8),
        ways=WITH_MENTORS,
    )
    credits: int | None = key(
        "how many credits the award carries",
        "20",
        question="How many credits does the award carry?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(1, 360),
        ways=WITH_MENTORS,
    )
    accredited_by: str | None = key(
        "the body outside the programme that accredits the course",
        '"an awarding body"',
        question="Which body outside the programme accredits the course?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    pass_mark: bool | None = key(
        "whether the course can be failed",
        "true",
        question="Can a trainee fail the course?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Training(ByFields):
    """[training]: what mentors learn before a placement."""

    collects: tuple[str, ...] | None = key(
        "the facts asked of trainees",
        '["modules_completed"]',
        question="Which facts do you ask trainees for?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    requires: tuple[Literal["screening"], ...] | None = key(
        "earlier stages whose rules have to be met here too",
        '["screening"]',
        question="Which earlier stages have to be met before training?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    length: Duration | None = key(
        "how long the course lasts",
        '"8 weeks"',
        question="How long does the course last?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 hour", "2 years"),
        ways=WITH_MENTORS,
    )
    contact_time: Duration | None = key(
        "how many hours of teaching the course has",
        '"40 hours"',
        question="How many hours of teaching does the course have?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 hour", "600 hours"),
        ways=WITH_MENTORS,
    )
    topics: tuple[str, ...] | None = key(
        "what the course covers",
        '["safeguarding", "diversity"]',
        question="What does the course cover?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={
            "co-occurring disorders": ["dual diagnosis", "co-occurring conditions"],
            "confidentiality and consent": ["consent and confidentiality"],
            "detachment and resilience": ["resilience and detachment"],
            "diversity": [
                "equality and diversity",
                "equality, diversity and inclusion",
                "diversity and inclusion",
                "EDI",
                "equality and inclusion",
                "equalities",
                "cultural awareness",
            ],
            "drug awareness": [
                "drugs awareness",
                "drug and alcohol awareness",
                "substance awareness",
                "substance misuse awareness",
            ],
            "endings": ["closure", "ending the relationship", "ending well", "good endings"],
            "interpersonal skills": ["people skills", "communication skills"],
            "local services": ["services in the area", "knowledge of local services", "what local services offer"],
            "many routes to recovery": ["multiple pathways of recovery", "many pathways to recovery"],
            "motivational interviewing": ["MI"],
            "peer support and recovery": ["recovery and peer support"],
            "personal stories": ["sharing your story", "telling your story", "use of personal stories"],
            "safeguarding": [
                "safeguarding adults and children",
                "safeguarding children and adults",
                "adult safeguarding",
                "child safeguarding",
            ],
            "self-harm and suicide prevention": [
                "suicide and self-harm prevention",
                "suicide prevention and self-harm",
            ],
            "stages of change": ["cycle of change"],
            "trauma-informed care": [
                "trauma-informed practice",
                "trauma-informed approaches",
                "trauma-informed working",
                "being trauma-informed",
            ],
            "use of supervision": ["using supervision", "getting the most from supervision", "how to use supervision"],
            "wellness planning": ["wellness plans", "wellbeing planning", "WRAP"],
            "strengths spotting": ["recognising strengths", "identifying strengths"],
            "active listening": ["listening skills", "listening actively"],
            "setbacks": ["dealing with setbacks", "coping with setbacks"],
            "law and court procedure": ["law and court process", "the law and the courts"],
            "signposting": ["where to signpost people"],
        },
        ways=WITH_MENTORS,
    )
    mentor_specific: bool | None = key(
        "whether the course was made for {mentors} and is not a general one",
        "true",
        question="Was the course made for {mentors}?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    award: Award | None = key(
        "the award that the course leads to",
        '{ title = "Peer Mentoring", level = 2 }',
        question="Which award does the course lead to?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
    refresher_every: Duration | None = key(
        "how often {mentors} train again",
        '"1 year"',
        question="How often do {mentors} train again?",
        decide_by=DecideBy.FIRST_YEAR,
        plausible=("1 week", "5 years"),
        ways=WITH_MENTORS,
    )
    given: tuple[TrainingWay, ...] | None = key(
        "the ways in which training is given; in a cascade, those who are trained train others",
        '["in house"]',
        question="How is training given?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        ways=WITH_MENTORS,
    )
    taught_by: tuple[str, ...] | None = key(
        "who teaches {mentors}",
        '["coordinator", "an experienced volunteer"]',
        question="Who teaches {mentors}?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        ways=WITH_MENTORS,
    )
    comes: Literal["before the role", "in the role"] | None = key(
        "whether {mentors} are trained before they take the role, or in it",
        '"before the role"',
        question="Are {mentors} trained before they take the role, or in it?",
        decide_by=DecideBy.FIRST_MEETING,
        ways=WITH_MENTORS,
    )
