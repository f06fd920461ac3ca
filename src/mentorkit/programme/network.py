"""[network]: who there is to turn to, and who calls whom, as it stands in the file."""

from datetime import date
from typing import Literal

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.programme.ways import WITH_MENTORS
from mentorkit.values.by_fields import ByFields
from mentorkit.values.capacity import Capacity
from mentorkit.values.duration import Duration
from mentorkit.values.moment import Moment
from mentorkit.values.opening_hours import Hours
from mentorkit.values.rate import Rate
from mentorkit.values.time_passed import TimePassed

Part = Literal["mentee", "mentor", "programme", "partner", "emergency"]
LinkKind = Literal["refers", "supports", "supervises", "escalates", "informs", "hosts"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Need(ByFields):
    """[[network.needs]]: something a mentee may need, or a risk that may show."""

    id: str | None = key(
        "a short name that links and members use",
        '"suicide"',
        question="What is the short name of this need or risk?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    title: str | None = key(
        "what it is, in full",
        '"thoughts of suicide"',
        question="What is this need or risk, in full?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    risk: bool | None = key(
        "whether it is a risk to somebody's safety",
        "true",
        question="Is it a risk to somebody's safety?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    within: TimePassed | None = key(
        'how soon somebody has to answer; "1 day" is the same day',
        '"1 hour"',
        question="How soon does somebody have to answer?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(TimePassed.parse("1 minute"), TimePassed.parse("6 months")),
    )
    expected: Rate | None = key(
        "how often it is expected",
        '"2 per month"',
        question="How often do you expect it?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 per year", "300 per week"),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Member(ByFields):
    """[[network.members]]: a person, role, team, service, group or place of the network."""

    id: str | None = key(
        "a short name that links use",
        '"coordinator"',
        question="What is the short name of this member?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    title: str | None = key(
        "what it is called",
        '"Peer mentor coordinator"',
        question="What is this member called?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    kind: Literal["person", "role", "team", "service", "group", "place"] | None = key(
        "what it is",
        '"role"',
        question="Is it a person, a role, a team, a service, a group or a place?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    part: Part | None = key(
        "which part it plays for the programme",
        '"programme"',
        question="Which part does it play for the programme?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    people: int | None = key(
        "how many people it stands for",
        "12",
        question="How many people does it stand for?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(1, 5000),
    )
    settings: tuple[str, ...] | None = key(
        "the places and groups that it belongs to",
        '["the clinic"]',
        question="Which places and groups does it belong to?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    hours: Hours | None = key(
        "when it answers",
        '"Monday to Friday 09:00 to 17:00"',
        question="When does it answer?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    capacity: Capacity | None = key(
        'how many people it can take on; "open to anybody" if all who come are taken, as in a fellowship',
        '"12 per month"',
        question="How many people can it take on?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(Capacity.parse("1 per year"), Capacity.parse("500 per week")),
    )
    meets: tuple[str, ...] | None = key(
        "the needs and risks that it can answer itself",
        '["housing"]',
        question="Which needs and risks can it answer itself?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    paid: bool | None = key(
        "whether it is paid work", "true", question="Is it paid work?", decide_by=DecideBy.FIRST_MEETING
    )
    clinical: bool | None = key(
        "whether it gives clinical care",
        "false",
        question="Does it give clinical care?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    external: bool | None = key(
        "whether it belongs to another organisation",
        "true",
        question="Does it belong to another organisation?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    organisation: str | None = key(
        "the organisation that it belongs to",
        '"the city council"',
        question="Which organisation does it belong to?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    contact: str | None = key(
        "how it is reached",
        '"telephone, number in the staff handbook"',
        question="How do you reach it?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    status: Literal["active", "inactive", "temporarily closed", "defunct"] | None = key(
        "whether it is open, in the words of Open Referral",
        '"active"',
        question="Is it open?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    assured_on: date | None = key(
        "when somebody last checked that these details are right",
        "2026-09-01",
        question="When did somebody last check these details?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    youngest: int | None = key(
        "the lowest age of the people it takes, in years",
        "18",
        question="What is the lowest age of the people it takes?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(0, 100),
    )
    oldest: int | None = key(
        "the highest age of the people it takes, in years",
        "25",
        question="What is the highest age of the people it takes?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(5, 120),
    )
    areas: tuple[str, ...] | None = key(
        "the areas it takes people from",
        '["the city"]',
        question="Which areas does it take people from?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    confidential: bool | None = key(
        "whether its details are kept from others",
        "false",
        question="Do you keep its details from others?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    source: str | None = key(
        "the open directory that the details come from",
        '"a directory of services"',
        question="Which open directory do its details come from?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    ends: str | None = key(
        "how support ends there, if nobody is passed on",
        '"tenancy signed"',
        question="How does support end there, if nobody is passed on?",
        decide_by=DecideBy.FIRST_MEETING,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link(ByFields):
    """[[network.links]]: who turns to, supports, supervises or informs somebody, and how."""

    from_: str | None = key(
        "the member that it starts from",
        '"coordinator"',
        question="Who makes contact?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    to: str | None = key(
        "the member that it leads to",
        '"crisis team"',
        question="Who is contacted?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    kind: LinkKind | None = key(
        "what one member does for the other",
        '"refers"',
        question="What does one member do for the other?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    for_: tuple[str, ...] | None = key(
        "the needs and risks that it is for; if left out, all",
        '["housing"]',
        question="Which needs and risks is it for?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    within: TimePassed | None = key(
        "how soon the member that the link leads to answers",
        '"2 days"',
        question="How soon does the member that it leads to answer?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=(TimePassed.parse("1 minute"), TimePassed.parse("6 months")),
    )
    basis: str | None = key(
        "the ground for passing on personal information",
        '"consent"',
        question="On what legal grounds is personal information passed on?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    deputy: str | None = key(
        "the deputy: who is called if the member that the link leads to is away",
        '"duty manager"',
        question="Who is called if the member that it leads to is away?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    closed_by: str | None = key(
        "the member who says to the sender what became of it",
        '"crisis team"',
        question="Who tells the sender what happened?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    closed_within: Duration | None = key(
        "how soon the sender hears",
        '"2 weeks"',
        question="How soon does the sender hear what happened?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 hour", "4 months"),
    )
    since: Moment | None = key(
        "when it starts, relative to an event",
        '"6 weeks before release"',
        question="When does it start, relative to an event?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    until: Moment | None = key(
        "when it ends, relative to an event",
        '"6 months after release"',
        question="When does it end, relative to an event?",
        decide_by=DecideBy.FIRST_MEETING,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReferralNetwork(ByFields):
    """[network]: the referral and support network."""

    needs: tuple[Need, ...] | None = key(
        "what {mentees} may need, and risks",
        '[{ id = "housing", within = "2 weeks" }]',
        question="What might {mentees} need, and what risks might they face?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    members: tuple[Member, ...] | None = key(
        "who there is",
        '[{ id = "coordinator", kind = "role", part = "programme" }]',
        question="Who is there to turn to?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    links: tuple[Link, ...] | None = key(
        "who turns to whom",
        '[{ from = "mentor", to = "coordinator", kind = "escalates" }]',
        question="Who turns to whom?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    basis: str | None = key(
        "the ground on which members of the programme pass information to each other",
        '"explained and agreed at the start"',
        question="On what ground do members of the programme pass information to each other?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    youngest: int | None = key(
        "the age of the youngest {mentee}, in years; that of for_whom.ages if it is left out",
        "18",
        question="How old is the youngest {mentee}?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(3, 80),
    )
    oldest: int | None = key(
        "the age of the oldest {mentee}, in years; that of for_whom.ages if it is left out",
        "65",
        question="How old is the oldest {mentee}?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(5, 120),
    )
    areas: tuple[str, ...] | None = key(
        "the areas that {mentees} come from",
        '["the city"]',
        question="Which areas do {mentees} come from?",
        decide_by=DecideBy.RECRUITMENT,
    )
    span: int | None = key(
        "the largest number of {mentors} that one supervisor looks after",
        "8",
        question="How many {mentors} does one supervisor look after, at most?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=(1, 30),
        ways=WITH_MENTORS,
    )
