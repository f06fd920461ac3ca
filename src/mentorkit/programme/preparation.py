"""[screening] and [training]: what comes before a placement."""

from typing import Literal

import attrs

from mentorkit.programme.key import key
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration

RecordCheckLevel = Literal["none", "basic", "standard", "enhanced", "enhanced with barred list"]


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
