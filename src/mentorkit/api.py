"""All that a plugin may import, besides `mentorkit.works`.

A plugin is a module with hooks. One says what the plugin is about, the others give the rules of an area each:

    >>> from mentorkit.api import *
    >>> @hookimpl
    ... def mentorkit_sector() -> Sector:
    ...     return Sector(title="housing", prefix="HSG", edition="2026-11")

A rule about the whole design takes the programme. Its tables are immutable, and whatever a design does not state is
None; so is what a table leaves out:

    >>> design = attrs.evolve(
    ...     Programme(),
    ...     staff=(StaffRole(role="coordinator", paid=True),),
    ...     training=attrs.evolve(Programme().training, award=Award(title="Peer mentoring", level=2)),
    ...     supervision=attrs.evolve(
    ...         Programme().supervision, phases=(Phase(every=Duration.parse("14 days"), formats=("one-to-one",)),)
    ...     ),
    ...     outcomes=attrs.evolve(Programme().outcomes, measures=(Measure(name="hope", of=("mentee",)),)),
    ... )
    >>> design.training.award.level, design.training.length, design.value(("training", "award", "title"))
    (2, None, 'Peer mentoring')
    >>> [measure.name for measure in design.outcomes.measures or ()]
    ['hope']
    >>> Objective(text="tenancies last", measure="hope").measure
    'hope'

So are those of [matching] and [network]:

    >>> isinstance(Preference(what="language", kind="same", weight=10), Comparison)
    True
    >>> isinstance(Exclusion(what="workplace", kind="same"), Comparison)
    True
    >>> Link(from_="mentor", to="lead", kind="escalates").to, Member(id="lead", part="programme").id, Need(id="debt").id
    ('lead', 'lead', 'debt')

What a key may say is a type of its own where it is one of a few words:

    >>> from typing import get_args
    >>> [get_args(words)[0] for words in (Nation, Setting, Support, Party, Format)]
    ['england', 'community', 'emotional', 'mentor', 'one-to-one']

Keys of the shared tables that many rules answer about have their type and place in an alias, so that an argument of a
rule needs no more than its name:

    >>> [key.__metadata__[0].at for key in (Mentors, Mentees, Principles)]
    ['programme.mentors', 'programme.mentees', 'programme.principles']
    >>> [key.__metadata__[0].at for key in (RoleKind, Youngest, Supervised, WorksWith)]
    ['role.kind', 'role.youngest', 'role.supervised', 'role.works_with']
    >>> [key.__metadata__[0].at for key in (RecordCheck, RegulatedActivity, Topics, Shortest)]
    ['screening.record_check', 'role.regulated_activity', 'training.topics', 'relationship.shortest']
    >>> [key.__metadata__[0].at for key in (Measures, FollowUps, Staff)]
    ['outcomes.measures', 'outcomes.follow_ups', 'staff']

A rule that rests on the law here is not for programmes elsewhere, which a file says by nation = "other":

    >>> UNDER_UK_LAW.holds(Programme()), UNDER_UK_LAW.words
    (True, 'if the law of the United Kingdom applies')

Any other place of the file is an attribute of `At`, which editors complete; `str` gives its text:

    >>> str(At.training.award.level)
    'training.award.level'
    >>> At.training.lenght
    Traceback (most recent call last):
    AttributeError: [training] has no key "lenght"; did you mean "length"?

A design says which ways of support it offers; what it does not say is None:

    >>> [way.value for way in OVER_TIME]
    ['pair', 'group sessions']
    >>> set(Way).difference(WITH_MENTORS), set(WITH_MENTORS).difference(WITH_GRADUATION)
    ({<Way.MUTUAL_AID: 'mutual aid'>}, {<Way.INCIDENT: 'incident'>})
    >>> design.offers(Way.PAIR), [way.value for way in Way][:3]
    (True, ['pair', 'group sessions', 'drop-in'])

What people have written is compared as a person sees it, never by `lower` or `casefold` alone:

    >>> as_seen("St\u00a0Mary\u2019s ") == as_seen("st mary's")
    True

A key may name somebody: a member of the network or an entry of [[staff]], by an id or by a title that only one has:

    >>> staffed = Programme(staff=(StaffRole(id="lead", role="coordinator"),))
    >>> who_is(staffed, "Coordinator").id, is_staff(staffed, "lead"), is_staff(staffed, "peer mentor")
    ('lead', True, False)
    >>> list(people_not_known(staffed, At.safeguarding.risk_told_to)), names_nobody("no one yet")
    ([], True)

A date of a person may stand at an end of the calendar. There `+` and `-` raise; these give its last or first day:

    >>> from datetime import date
    >>> day_after(date.max, Duration.parse("1 year")), day_before(date.min, Duration.parse("1 year"))
    (datetime.date(9999, 12, 31), datetime.date(1, 1, 1))

A fact that is a moment is annotated `datetime`. From it on, hours pass by the clock, and
days and months by the calendar:

    >>> from datetime import UTC, datetime
    >>> TimePassed.parse("72 hours").after(datetime(2026, 11, 29, 3, 10, tzinfo=UTC)).isoformat()
    '2026-12-02T03:10:00+00:00'

The one entry of outcomes.states that `mentorkit outcomes` follows is a constant:

    >>> FEWER_THAN_30
    'no change of the group is told from fewer than 30'

Who has to agree to a waiver of what keeps people safe, for `waived_by`, unless a sector has roles of its own:

    >>> RESPONSIBLE_FOR_SAFETY[0]
    'safeguarding lead'

One about children applies where the design says that there are some, wherever it says so, or leaves it open:

    >>> with_pupils = attrs.evolve(Programme(), role=attrs.evolve(Programme().role, works_with=("children",)))
    >>> CHILDREN_SUPPORTED.answer(with_pupils), CHILDREN_TAKE_PART.answer(with_pupils)
    (True, True)
    >>> CHILDREN_SUPPORTED.answer(Programme()) is None
    True

What a text says of the basis on which data are kept, and which data words are about, is read in one way:

    >>> basis_in_law("Article 9(2)(h)").name, sorted(kinds_of_data("people in prison with a dependence on drugs"))
    ('CONDITION', ['health', 'offences'])

What the shared standards ask of people has an alias too, so that nobody asks the same in other words:

    >>> dates = (SelectedOn, TrainingCompletedOn, RefreshedOn, RecordCheckOn, PlacedOn, SupervisedOn)
    >>> dates += (RelationshipStartedOn, RelationshipEndedOn, ReviewedOn, FollowedUpOn)
    >>> yes_or_no = (MenteeAgreesToMatch, WelfareFollowUpAgreed)
    >>> [fact.__metadata__[0].description for fact in (PlacedOn, MenteeAgreesToMatch)]
    ["first day of the {mentor}'s placement", 'whether the {mentee} agrees to this match']
"""

from mentorkit.core.arguments import Fact, Parameter, View
from mentorkit.core.condition import Condition, during, only_if_stated, when
from mentorkit.core.finding import Problem
from mentorkit.core.hooks import Sector, hookimpl
from mentorkit.core.limit import Limit, at_least, at_most, includes, includes_one_of, one_of
from mentorkit.core.rule import Rule, rules_in
from mentorkit.core.source import Evidence, ReadIn, Source, SourceStatus
from mentorkit.core.stage import Stage
from mentorkit.core.strength import Strength
from mentorkit.declaring.decorator import RuleError, requires, rule
from mentorkit.declaring.problems import falls_short, not_settled
from mentorkit.network import Network
from mentorkit.network.people_named import people_not_known
from mentorkit.programme.at import At
from mentorkit.programme.design import Nation, Objective, Setting, StaffRole, Support
from mentorkit.programme.key import DecideBy
from mentorkit.programme.matching import Comparison, Exclusion, Preference
from mentorkit.programme.matching_checks import comparison_faults, unjustified_comparisons
from mentorkit.programme.network import Link, Member, Need
from mentorkit.programme.preparation import Award
from mentorkit.programme.results import Measure, Party
from mentorkit.programme.somebody import is_staff, names_nobody, who_is
from mentorkit.programme.support import Format, Phase
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import OVER_TIME, WITH_GRADUATION, WITH_MENTORS, Way
from mentorkit.text.did_you_mean import did_you_mean
from mentorkit.text.words import listed
from mentorkit.values.basis_in_law import BasisInLaw, basis_in_law
from mentorkit.values.days import ByDay, Days
from mentorkit.values.duration import Duration, UnitsDifferError, day_after, day_before
from mentorkit.values.kinds_of_data import kinds_of_data
from mentorkit.values.opening_hours import hours_in_words, longest_closed, time_in_words
from mentorkit.values.review import Review
from mentorkit.values.seen_text import as_seen
from mentorkit.values.time_passed import TimePassed
from mentorkit.values.tool import Tool
from mentorkit.vocabulary import (
    CHILDREN_SUPPORTED,
    CHILDREN_TAKE_PART,
    FEWER_THAN_30,
    RESPONSIBLE_FOR_SAFETY,
    UNDER_UK_LAW,
    FollowedUpOn,
    FollowUps,
    Measures,
    MenteeAgreesToMatch,
    Mentees,
    Mentors,
    PlacedOn,
    Principles,
    RecordCheck,
    RecordCheckOn,
    RefreshedOn,
    RegulatedActivity,
    RelationshipEndedOn,
    RelationshipStartedOn,
    ReviewedOn,
    RoleKind,
    SelectedOn,
    Shortest,
    Staff,
    Supervised,
    SupervisedOn,
    Topics,
    TrainingCompletedOn,
    WelfareFollowUpAgreed,
    WorksWith,
    Youngest,
    in_all_settings,
    in_nations,
    in_roles,
    in_settings,
    in_writing,
    is_role,
    key_is,
    uses_tool,
)

__all__ = [
    "CHILDREN_SUPPORTED",
    "CHILDREN_TAKE_PART",
    "FEWER_THAN_30",
    "OVER_TIME",
    "RESPONSIBLE_FOR_SAFETY",
    "UNDER_UK_LAW",
    "WITH_GRADUATION",
    "WITH_MENTORS",
    "At",
    "Award",
    "BasisInLaw",
    "ByDay",
    "Comparison",
    "Condition",
    "Days",
    "DecideBy",
    "Duration",
    "Evidence",
    "Exclusion",
    "Fact",
    "FollowUps",
    "FollowedUpOn",
    "Format",
    "Limit",
    "Link",
    "Measure",
    "Measures",
    "Member",
    "MenteeAgreesToMatch",
    "Mentees",
    "Mentors",
    "Nation",
    "Need",
    "Network",
    "Objective",
    "Parameter",
    "Party",
    "Phase",
    "PlacedOn",
    "Preference",
    "Principles",
    "Problem",
    "Programme",
    "ReadIn",
    "RecordCheck",
    "RecordCheckOn",
    "RefreshedOn",
    "RegulatedActivity",
    "RelationshipEndedOn",
    "RelationshipStartedOn",
    "Review",
    "ReviewedOn",
    "RoleKind",
    "Rule",
    "RuleError",
    "Sector",
    "SelectedOn",
    "Setting",
    "Shortest",
    "Source",
    "SourceStatus",
    "Staff",
    "StaffRole",
    "Stage",
    "Strength",
    "Supervised",
    "SupervisedOn",
    "Support",
    "TimePassed",
    "Tool",
    "Topics",
    "TrainingCompletedOn",
    "UnitsDifferError",
    "View",
    "Way",
    "WelfareFollowUpAgreed",
    "WorksWith",
    "Youngest",
    "as_seen",
    "at_least",
    "at_most",
    "basis_in_law",
    "comparison_faults",
    "day_after",
    "day_before",
    "did_you_mean",
    "during",
    "falls_short",
    "hookimpl",
    "hours_in_words",
    "in_all_settings",
    "in_nations",
    "in_roles",
    "in_settings",
    "in_writing",
    "includes",
    "includes_one_of",
    "is_role",
    "is_staff",
    "key_is",
    "kinds_of_data",
    "listed",
    "longest_closed",
    "names_nobody",
    "not_settled",
    "one_of",
    "only_if_stated",
    "people_not_known",
    "requires",
    "rule",
    "rules_in",
    "time_in_words",
    "unjustified_comparisons",
    "uses_tool",
    "when",
    "who_is",
]
