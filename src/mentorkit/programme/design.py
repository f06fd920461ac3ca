"""[programme], [role], [[staff]] and [recruitment]: what the programme is, and who is in it."""

from typing import Literal

import attrs

from mentorkit.programme.credential import Credential
from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.other_words import EXCLUDES, PRINCIPLES
from mentorkit.programme.ways import OVER_TIME, WITH_MENTORS, WayName
from mentorkit.values.by_fields import ByFields

UkNation = Literal["england", "wales", "scotland", "northern ireland"]
Nation = Literal["england", "wales", "scotland", "northern ireland", "other"]
ELSEWHERE: Nation = "other"
"""Outside the United Kingdom, whose law is the only one that rules know."""

Setting = Literal[
    "community", "custody", "ward", "residential", "school", "online", "emergency department", "workplace"
]
Support = Literal["emotional", "instrumental", "companionship", "information"]
Fee = Literal["free", "some pay", "fee"]
Pay = Literal["paid", "some are paid", "expenses only", "unpaid"]
AgeGroup = Literal["adults", "children"]
RegulatedActivityAnswer = Literal["yes", "no", "not clear"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Objective(ByFields):
    """Something the programme sets out to achieve, and how it will know."""

    text: str | None = key(
        "what is to be achieved",
        '"mentees stay in treatment"',
        question="What is to be achieved?",
        decide_by=DecideBy.RECRUITMENT,
    )
    measure: str | None = key(
        "the name of the measure, in outcomes.measures, that shows it; or what 'mentorkit outcomes' or 'rota' says of "
        'a way of support, such as "visitors seen in time"',
        '"treatment completion"',
        question="Which measure shows whether it is achieved?",
        decide_by=DecideBy.FIRST_MEETING,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Design(ByFields):
    """[programme]: what the programme is."""

    name: str | None = key(
        "what the programme is called",
        '"Peer mentoring in community services"',
        question="What is the programme called?",
        decide_by=DecideBy.RECRUITMENT,
    )
    sectors: tuple[str, ...] | None = key(
        "the sectors whose rules apply",
        '["substance"]',
        question="Which sectors does the programme belong to?",
        decide_by=DecideBy.RECRUITMENT,
    )
    ways: tuple[WayName, ...] | None = key(
        "the ways of support that the programme offers",
        '["pair"]',
        question="In which ways does the programme support people?",
        decide_by=DecideBy.RECRUITMENT,
    )
    settings: tuple[Setting, ...] | None = key(
        "where the programme is delivered",
        '["community"]',
        question="Where is the programme delivered?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    nation: Nation | None = key(
        "whose law applies", '"england"', question="Which nation's law applies?", decide_by=DecideBy.RECRUITMENT
    )
    part_of: str | None = key(
        "the file of the larger service that the programme is part of, as seen from this file; "
        "what this file leaves out is read there",
        '"service.toml"',
        question="Is the programme part of a larger service, and in which file is that?",
        decide_by=DecideBy.RECRUITMENT,
    )
    nation_name: str | None = key(
        "the name of a nation outside the United Kingdom, or of several",
        '"Canada"',
        question="If it is a nation outside the United Kingdom, what is its name?",
        decide_by=DecideBy.RECRUITMENT,
    )
    objectives: tuple[Objective, ...] | None = key(
        "what the programme sets out to achieve",
        '[{ text = "mentees stay in treatment", measure = "treatment completion" }]',
        question="What does the programme set out to achieve?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    principles: tuple[str, ...] | None = key(
        "the principles that the programme follows",
        '["self-determination", "equality"]',
        question="Which principles does the programme follow?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms=PRINCIPLES,
    )
    support: tuple[Support, ...] | None = key(
        "the kinds of support that {mentors} give",
        '["emotional", "information"]',
        question="What kinds of support do {mentors} give?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    alongside: tuple[str, ...] | None = key(
        "the other help that runs with mentoring during {episode}",
        '["structured treatment"]',
        question="What other help runs with mentoring during {episode}?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "pastoral care by staff": [
                "pastoral care",
                "pastoral support",
                "pastoral support by staff",
                "pastoral care from staff",
            ]
        },
        ways=WITH_MENTORS,
    )
    mentors: int | None = key(
        "how many {mentors} are active at a time",
        "12",
        question="How many {mentors} are active at a time?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 1000),
        ways=WITH_MENTORS,
    )
    mentees: int | None = key(
        "how many {mentees} are expected at a time",
        "24",
        question="How many {mentees} do you expect at a time?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 5000),
        ways=OVER_TIME,
    )
    models: tuple[str, ...] | None = key(
        "the models or methods that the programme follows, such as a published one",
        '["Twelve Steps"]',
        question="Which models or methods does the programme follow?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    fee: Fee | None = key(
        "whether people pay to take part",
        '"free"',
        question="Do people pay to take part?",
        decide_by=DecideBy.RECRUITMENT,
    )
    funded_by: tuple[str, ...] | None = key(
        "who pays for the programme; an empty list if nobody outside it does",
        '["local authority"]',
        question="Who pays for the programme?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Role(ByFields):
    """[role]: what a mentor does, and does not do."""

    title: str | None = key(
        "what {mentors} are called",
        '"peer mentor"',
        question="What are {mentors} called?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    kind: str | None = key(
        "the kind of role that {mentors} have; if they have two, both joined by 'and'",
        '"mentor"',
        question="What kind of role do {mentors} have?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    clinical: bool | None = key(
        "whether the {mentor}'s role includes clinical work",
        "false",
        question="Does the role of a {mentor} include clinical work?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    licence: str | None = key(
        "the licence under which clinical work is done",
        '"registered nurse"',
        question="Under which licence is clinical work done?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    works_with: tuple[AgeGroup, ...] | None = key(
        "who {mentors} work with",
        '["adults"]',
        question="Do {mentors} work with adults, with children or with both?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    supervised: bool | None = key(
        "whether {mentors} always work in sight of staff",
        "false",
        question="Do {mentors} always work in sight of staff?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    youngest: int | None = key(
        "the age of the youngest {mentor}, in years",
        "18",
        question="How old is the youngest {mentor}?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(7, 70),
        ways=WITH_MENTORS,
    )
    regulated_activity: RegulatedActivityAnswer | None = key(
        "whether what {mentors} do is regulated activity in law",
        '"no"',
        question="Is what {mentors} do regulated activity in law?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    excludes: tuple[str, ...] | None = key(
        "what {mentors} do not do",
        '["diagnosis", "treatment"]',
        question="What do {mentors} not do?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms=EXCLUDES,
        ways=WITH_MENTORS,
    )
    competencies: tuple[str, ...] | None = key(
        "what {mentors} are good at",
        '["motivator", "role model and mentor"]',
        question="What are {mentors} good at?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        ways=WITH_MENTORS,
    )
    tasks: tuple[str, ...] | None = key(
        "what {mentors} do",
        '["go with people to meetings", "run a group session"]',
        question="What do {mentors} do?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        ways=WITH_MENTORS,
    )
    occasions: tuple[str, ...] | None = key(
        "the occasions on which {mentors} support people; also what sets the support off",
        '["before release", "after a critical incident"]',
        question="On which occasions do {mentors} support people, and what sets the support off?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        ways=WITH_MENTORS,
    )
    credentials: tuple[Credential, ...] | None = key(
        "the credentials that {mentors} hold; an empty list if there is none",
        '[{ title = "Certified Recovery Coach", needed = true }]',
        question="Which credentials do {mentors} hold?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    paid: Pay | None = key(
        "whether {mentors} are paid",
        '"expenses only"',
        question="Are {mentors} paid?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StaffRole(ByFields):
    """A role around the mentors."""

    id: str | None = key(
        "a short name that other keys use for it; the id of a member of the network who has this role",
        '"coordinator"',
        question="What is the short name of this role, the same as in the network?",
        decide_by=DecideBy.RECRUITMENT,
    )
    role: str | None = key(
        "what the role is called", '"coordinator"', question="What is this role called?", decide_by=DecideBy.RECRUITMENT
    )
    paid: bool | None = key(
        "whether the role is paid", "true", question="Is this role paid?", decide_by=DecideBy.RECRUITMENT
    )
    qualified_for: tuple[str, ...] | None = key(
        "what the role is qualified to do",
        '["detoxification"]',
        question="What is this role qualified to do?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Recruitment(ByFields):
    """[recruitment]: how mentors and mentees come to the programme."""

    route: str | None = key(
        "how {mentors} are found",
        '"open advertisement in our services"',
        question="How do you find {mentors}?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    lived_experience: Literal["required", "preferred", "not asked"] | None = key(
        "whether {mentors} must have lived experience",
        '"required"',
        question="Is lived experience required of {mentors}, preferred or not asked about?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    shares_with_mentees: tuple[str, ...] | None = key(
        "what {mentors} have in common with {mentees}",
        '["background", "age group"]',
        question="What do {mentors} have in common with {mentees}?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={"age group": ["age", "same age group"], "background": ["similar background", "same background"]},
        ways=WITH_MENTORS,
    )
    mentors_volunteer: bool | None = key(
        "whether {mentors} choose freely to take the role",
        "true",
        question="Do {mentors} choose freely to take the role?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    mentees_volunteer: bool | None = key(
        "whether {mentees} choose freely to take part",
        "true",
        question="Do {mentees} choose freely to take part?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )


def why_no_zone(design: Design) -> tuple[str, str]:
    """Why nobody knows in which zone a programme's hours of the week are, and what to do.

    Args:
        design: of which `zone_of_nation` knows no zone.
    """
    if design.nation == ELSEWHERE or (design.nation is None and design.nation_name):
        message = "this programme is outside the United Kingdom, and the zone of its hours of the week is not known"
        return message, "do this without mentorkit, which knows the zone of the United Kingdom alone"
    message = "programme.nation is not stated, so nobody can tell in which zone its hours of the week are"
    return message, 'state it, such as nation = "england" in [programme]'
