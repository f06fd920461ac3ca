"""[governance] and [[waivers]]: what is written down, paid for and decided."""

from datetime import date
from typing import Literal

import attrs

from mentorkit.programme.documents import AboutDocument, StatedDocument, stated_documents
from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.retention import Retention
from mentorkit.programme.ways import WITH_MENTORS
from mentorkit.values.by_fields import ByFields


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Governance(ByFields):
    """[governance]: what is written down, paid for and planned."""

    documents: tuple[str, ...] | None = key(
        "what exists in writing",
        '["boundaries policy"]',
        question="Which documents are there in writing?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        more=AboutDocument,
        synonyms={
            "activity guide": ["activity handbook", "activity pack"],
            "appropriate policy document": ["APD"],
            "boundaries policy": ["policy on boundaries", "boundaries procedure", "boundaries guidance"],
            "confidentiality policy": ["policy on confidentiality"],
            "corporate strategy with peer mentoring": [
                "corporate strategy including peer mentoring",
                "corporate strategy that includes peer mentoring",
                "corporate strategy that names peer mentoring",
                "organisational strategy with peer mentoring",
            ],
            "decision on keeping certificates": ["decision to keep certificates"],
            "decision on work without an adult": ["decision on working without an adult"],
            "log of contacts": ["contact log", "record of contacts", "contact sheet"],
            "decision on criminal record checks": [
                "decision on DBS checks",
                "decision on disclosure checks",
                "decision on PVG membership",
                "DBS decision",
                "DBS decision record",
                "PVG decision",
            ],
            "job description": ["role description", "role profile", "role outline"],
            "lapse plan": ["relapse plan", "relapse prevention plan", "lapse protocol", "lapse procedure"],
            "lone working policy": [
                "policy on lone working",
                "lone worker policy",
                "lone working procedure",
                "lone working guidance",
                "lone worker procedure",
                "lone working protocol",
            ],
            "mission statement": ["mission"],
            "quality plan with supervision": [
                "quality plan that includes supervision",
                "quality plan covering supervision",
                "quality plan that covers supervision",
            ],
            "risk register": ["risk log"],
            "matching procedure": [
                "procedure for matching",
                "matching process",
                "matching policy",
                "matching protocol",
                "how mentors are matched",
                "how we match",
                "matching guidelines",
                "pairing procedure",
            ],
            "policy on dual relationships": ["dual relationships policy", "dual roles policy"],
            "procedure for reporting concerns": [
                "reporting procedure for concerns",
                "procedure for raising concerns",
                "how to report a concern",
                "how to raise a concern",
                "process for reporting concerns",
                "safeguarding concerns procedure",
            ],
            "referral process": ["referral procedure", "referral pathway", "referral protocol"],
            "risk assessment of the role": ["role risk assessment"],
            "risk-assessed route into vetting": ["risk-assessed vetting route"],
            "safeguarding policy": [
                "policy on safeguarding",
                "child protection policy",
                "adult support and protection policy",
                "adult protection policy",
            ],
            "selection policy": [
                "policy on selection",
                "recruitment and selection policy",
                "selection procedure",
                "selection process",
            ],
            "terms of reference for oversight": ["terms of reference"],
            "vision statement": ["vision"],
            "benefits for mentor and mentee": [
                "what mentors and mentees gain",
                "benefits for both sides",
                "benefits of taking part",
            ],
            "code of conduct": ["code of behaviour"],
            "disclosure policy for matching": ["policy on what is disclosed in matching"],
            "equity check": ["equity audit", "equality check", "equity review"],
            "needs assessment": ["needs analysis"],
            "policy on sharing lived experience": [
                "guidance on sharing lived experience",
                "policy on sharing your story",
                "self-disclosure policy",
            ],
            "policy on staff telling their own story": [
                "staff self-disclosure policy",
                "policy on self-disclosure by staff",
            ],
            "procedures manual": ["procedures handbook", "operations manual", "operating manual", "operational manual"],
            "quality assessment of the last three years": ["quality assessment within the last three years"],
            "recovery information for families": ["recovery guide for families", "recovery leaflet for families"],
            "report of a pilot with participants": ["evaluation of a pilot with participants"],
            "role in keeping people safe": ["role in safeguarding", "role in safety", "part in keeping people safe"],
            "strategy for peer work": ["peer support strategy", "peer worker strategy"],
            "supervision timetable": ["supervision rota", "supervision calendar", "dates of supervision"],
            "working arrangements": ["terms of work", "working conditions"],
            "activity plan agreed with the person": [
                "agreed activity plan",
                "activity plan agreed with the participant",
            ],
            "NDTMS record of training as a mentor": ["NDTMS record of mentor training"],
        },
    )
    budget: tuple[str, ...] | None = key(
        "what there is money for",
        '["training", "criminal record checks"]',
        question="What is there money for?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "criminal record checks": ["DBS checks", "disclosure checks", "DBS", "PVG fees", "record checks"],
            "pay": [
                "salaries",
                "salary",
                "wages",
                "staff costs",
                "staff pay",
                "pay of staff",
                "staff salaries",
                "staffing",
                "staffing costs",
            ],
            "training": ["courses"],
        },
        ways=WITH_MENTORS,
    )
    expenses: tuple[str, ...] | None = key(
        "what {mentors} get back",
        '["travel", "lunch"]',
        question="Which costs do {mentors} get back?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "lunch": ["lunches", "meals", "subsistence", "food"],
            "travel": [
                "travel costs",
                "travel expenses",
                "fares",
                "bus fares",
                "bus and train fares",
                "train fares",
                "public transport",
                "transport",
                "mileage",
            ],
        },
        ways=WITH_MENTORS,
    )
    expenses_paid: Literal["exact cost with receipts", "exact cost", "flat rate"] | None = key(
        "how expenses are worked out",
        '"exact cost with receipts"',
        question="How do you work out expenses?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    turnover: str | None = key(
        "how the programme copes when {mentors} leave",
        '"two cohorts a year"',
        question="How does the programme cope when {mentors} leave?",
        decide_by=DecideBy.FIRST_YEAR,
        ways=WITH_MENTORS,
    )
    health_data_basis: str | None = key(
        'the condition of Article 9 of the UK GDPR for keeping data on health, or "none kept"',
        '"explicit consent"',
        question="Under which condition of Article 9 of the UK GDPR do you keep data on health, or do you keep none?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    offence_data_basis: str | None = key(
        "the condition of Schedule 1 to the Data Protection Act 2018 for keeping data on offences, results of checks "
        'among them, or "none kept"',
        '"consent"',
        question="Under which condition of Schedule 1 to the Data Protection Act 2018 do you keep data on offences, or "
        "do you keep none?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    special_data_basis: str | None = key(
        "the condition of Article 9 of the UK GDPR for keeping data on ethnicity, belief, sexual life and the like, or "
        '"none kept"',
        '"explicit consent"',
        question="Under which condition of Article 9 of the UK GDPR do you keep data on ethnicity, belief or sexual "
        "life, or do you keep none?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    retention: tuple[Retention, ...] | None = key(
        "how long records about people are kept; an empty list if there are none",
        '[{ records = ["applications"], kept_for = "1 year", counted_from = "end of the role", deleted_by = "lead" }]',
        question="How long do you keep each kind of record, from when, and who deletes it?",
        decide_by=DecideBy.RECRUITMENT,
    )

    @property
    def stated_documents(self) -> list[StatedDocument]:
        """The documents that are named, each with what is said of it."""
        return stated_documents(self.documents or ())


@attrs.frozen(kw_only=True, eq=False, repr=False)
class WaiverEntry(ByFields):
    """[[waivers]]: a recorded, dated, signed decision not to follow a rule."""

    rule: str | None = key(
        "the rule that is not followed",
        '"SUB101"',
        question="Which rule do you not follow?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    at: str | None = key(
        "what the decision is about: the place that the rule speaks of, with what it names there",
        '"network.needs.drugs"',
        question="Which place, or which missing entry of a list, is the decision about?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    leaves_open: bool | None = key(
        "whether it was decided to leave open what the rule asks for",
        "false",
        question="Was it decided to leave this open?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    severity: Literal["error", "warning", "advice"] | None = key(
        "how grave the finding was when this was decided; a graver one is not set aside",
        '"warning"',
        question="How grave was the finding when you decided this?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    found: str | None = key(
        "what the rule found when this was decided; if it finds something else there, that is not set aside",
        '"how long the course lasts: 6 weeks"',
        question="What did the rule find when you decided this?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    reason: str | None = key(
        "why the rule is not followed",
        '"the service is run by its own mentors"',
        question="Why do you not follow the rule?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    agreed_by: str | None = key(
        "who decided, by role",
        '"safeguarding lead"',
        question="Who decided this, by role?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    agreed_on: date | None = key(
        "the day on which it was decided",
        "2026-11-22",
        question="When was this decided?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    until: date | None = key(
        "the last day on which the decision counts, within a year of the day on which it was decided",
        "2027-03-31",
        question="What is the last day on which the decision counts?",
        decide_by=DecideBy.FIRST_MEETING,
    )
