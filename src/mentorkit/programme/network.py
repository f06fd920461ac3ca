"""[network]: who there is to turn to, and who calls whom, as it stands in the file."""

from datetime import date
from typing import Literal

import attrs

from mentorkit.programme.key import key
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration
from mentorkit.values.moment import Moment
from mentorkit.values.opening_hours import Hours
from mentorkit.values.rate import Rate

Part = Literal["mentee", "mentor", "programme", "partner", "emergency"]
LinkKind = Literal["refers", "supports", "supervises", "escalates", "informs", "hosts"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Need(ByFields):
    """[[network.needs]]: something a mentee may need, or a risk that may show."""

    id: str | None = key("a short name that links and members use", '"suicide"')
    title: str | None = key("what it is, in full", '"thoughts of suicide"')
    risk: bool | None = key("whether it is a risk to somebody's safety", "true")
    within: Duration | None = key('how soon somebody has to answer; "1 day" is the same day', '"1 hour"')
    expected: Rate | None = key("how often it is expected", '"2 per month"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Member(ByFields):
    """[[network.members]]: a person, role, team, service, group or place of the network."""

    id: str | None = key("a short name that links use", '"coordinator"')
    title: str | None = key("what it is called", '"Peer mentor coordinator"')
    kind: Literal["person", "role", "team", "service", "group", "place"] | None = key("what it is", '"role"')
    part: Part | None = key("which part it plays for the programme", '"programme"')
    people: int | None = key("how many people it stands for", "12")
    settings: tuple[str, ...] | None = key("the places and groups that it belongs to", '["the clinic"]')
    hours: Hours | None = key("when it answers", '"Monday to Friday 09:00 to 17:00"')
    capacity: Rate | None = key("how many people it can take on", '"12 per month"')
    meets: tuple[str, ...] | None = key("the needs and risks that it can answer itself", '["housing"]')
    paid: bool | None = key("whether it is paid work", "true")
    clinical: bool | None = key("whether it gives clinical care", "false")
    external: bool | None = key("whether it belongs to another organisation", "true")
    organisation: str | None = key("the organisation that it belongs to", '"the city council"')
    contact: str | None = key("how it is reached", '"telephone, number in the staff handbook"')
    status: Literal["active", "inactive", "temporarily closed", "defunct"] | None = key(
        "whether it is open, in the words of Open Referral", '"active"'
    )
    assured_on: date | None = key("when somebody last checked that these details are right", "2026-09-01")
    youngest: int | None = key("the lowest age of the people it takes, in years", "18")
    oldest: int | None = key("the highest age of the people it takes, in years", "25")
    areas: tuple[str, ...] | None = key("the areas it takes people from", '["the city"]')
    confidential: bool | None = key("whether its details are kept from others", "false")
    source: str | None = key("the open directory that the details come from", '"a directory of services"')
    ends: str | None = key("how support ends there, if nobody is passed on", '"tenancy signed"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link(ByFields):
    """[[network.links]]: who turns to, supports, supervises or informs somebody, and how."""

    from_: str | None = key("the member that it starts from", '"coordinator"')
    to: str | None = key("the member that it leads to", '"crisis team"')
    kind: LinkKind | None = key("what one member does for the other", '"refers"')
    for_: tuple[str, ...] | None = key("the needs and risks that it is for; if left out, all", '["housing"]')
    within: Duration | None = key("how soon the member that the link leads to answers", '"2 days"')
    basis: str | None = key("the ground for passing on personal information", '"consent"')
    deputy: str | None = key("the deputy: who is called if the member that the link leads to is away", '"duty manager"')
    closed_by: str | None = key("the member who says to the sender what became of it", '"crisis team"')
    closed_within: Duration | None = key("how soon the sender hears", '"2 weeks"')
    since: Moment | None = key("when it starts, relative to an event", '"6 weeks before release"')
    until: Moment | None = key("when it ends, relative to an event", '"6 months after release"')


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReferralNetwork(ByFields):
    """[network]: the referral and support network."""

    needs: tuple[Need, ...] | None = key(
        "what {mentees} may need, and risks", '[{ id = "housing", within = "2 weeks" }]'
    )
    members: tuple[Member, ...] | None = key(
        "who there is", '[{ id = "coordinator", kind = "role", part = "programme" }]'
    )
    links: tuple[Link, ...] | None = key(
        "who turns to whom", '[{ from = "mentor", to = "coordinator", kind = "escalates" }]'
    )
    basis: str | None = key(
        "the ground on which members of the programme pass information to each other",
        '"explained and agreed at the start"',
    )
    youngest: int | None = key("the age of the youngest {mentee}, in years", "18")
    oldest: int | None = key("the age of the oldest {mentee}, in years", "65")
    areas: tuple[str, ...] | None = key("the areas that {mentees} come from", '["the city"]')
    span: int | None = key("the largest number of {mentors} that one supervisor looks after", "8")
