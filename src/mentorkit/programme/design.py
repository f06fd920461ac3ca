"""[programme], [role], [[staff]] and [recruitment]: what the programme is, and who is in it."""

from typing import Literal

import attrs

from mentorkit.programme.key import key
from mentorkit.values.by_fields import ByFields

Nation = Literal["england", "wales", "scotland", "northern ireland"]
Setting = Literal[
    "community", "custody", "ward", "residential", "school", "online", "emergency department", "workplace"
]
Support = Literal["emotional", "instrumental", "companionship", "information"]
AgeGroup = Literal["adults", "children"]
RegulatedActivityAnswer = Literal["yes", "no", "not clear"]


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
