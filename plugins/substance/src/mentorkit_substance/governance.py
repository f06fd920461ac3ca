"""What is written down, paid for and passed on (SUB801 to SUB807, SUB809 to SUB812)."""

from typing import Annotated

from mentorkit.api import (
    WITH_MENTORS,
    DecideBy,
    Evidence,
    Parameter,
    Programme,
    Staff,
    StaffRole,
    Strength,
    as_seen,
    in_nations,
    in_writing,
    includes,
    requires,
    rule,
    when,
)
from mentorkit.works import ALCOHOL_GUIDELINES, BRIGHT, TURNING_POINT, WIKI_RECOVERY_COACHING
from mentorkit_substance.sources import OHID_SYSTEMS, PEER_VOLUNTEERS

NO_TREATMENT = WIKI_RECOVERY_COACHING.at("recovery coaches neither treat addiction nor diagnose")
NO_TRAUMA_WORK = WIKI_RECOVERY_COACHING.at("they look ahead, and leave the past and trauma to others")
PAID_COORDINATOR = TURNING_POINT.at("in most services the coordinator's post is a paid one")
COST = BRIGHT.at("a service that knows what the qualification costs: 47.50 pounds a learner", Evidence.PRACTICE)
EXPENSES = BRIGHT.at("both services pay back travel and lunch", Evidence.PRACTICE)
OWN_STORY = BRIGHT.at(
    "policies that keep professionals from telling their own story are worth another look", Evidence.OPINION
)
BROKER = WIKI_RECOVERY_COACHING.at("as brokers they link people to housing, work, services and recovery support")
ENCOURAGED = WIKI_RECOVERY_COACHING.at("most encourage groups and do not make them a condition")
BOTH_KINDS = WIKI_RECOVERY_COACHING.at("groups with twelve steps and groups without")
PARTICULAR_GROUP = WIKI_RECOVERY_COACHING.at("as tour guides they match a person with one particular group")
FAMILIES = WIKI_RECOVERY_COACHING.at(
    "coaches in Rhode Island inform families about recovery and treatment", Evidence.PRACTICE
)
LOCAL_LIST = ALCOHOL_GUIDELINES.at("keyworkers know which services and support there are in the area")
PATHWAYS = ALCOHOL_GUIDELINES.at("agreed pathways with every recovery service and lived experience initiative nearby")
MANY_PATHWAYS = OHID_SYSTEMS.at("there are many pathways into support and recovery")
NO_STAND_IN = PEER_VOLUNTEERS.at("peers are not left to do professionals' work")
NDTMS = BRIGHT.at("a service that can record training as a mentor on NDTMS", Evidence.PRACTICE)


def _is_not_clinical(programme: Programme) -> bool:
    return programme.role.clinical is not True


SUB801 = requires(
    "SUB801",
    "a mentor is not a therapist",
    {
        "role.excludes": [
            includes("diagnosis", "treatment", sources=[NO_TREATMENT]),
            includes("trauma work", strength=Strength.SHOULD, sources=[NO_TRAUMA_WORK]),
        ]
    },
    strength=Strength.MUST,
    sources=[NO_TREATMENT, NO_TRAUMA_WORK],
    reason="Treatment by an untrained person does harm, and takes the place of treatment that would help. The limit "
    "on work on trauma describes one role of coaches in one review, so other services may set it elsewhere.",
    applies=when("unless the role includes clinical work, which takes a licence", _is_not_clinical),
)


def _is_paid_coordinator(member: StaffRole) -> bool:
    """Whether this is one by id or by title, since some are called manager or lead."""
    names = as_seen(f"{member.id or ''} {member.role or ''}").replace("-", "")
    return member.paid is True and "coordinator" in names


@rule(
    "SUB802",
    strength=Strength.SHOULD,
    met_by_more=["staff"],
    sources=[PAID_COORDINATOR],
    unmet="no coordinator is stated as paid",
    fix='state { role = "coordinator", paid = true } in staff, and fund the post',
)
def a_coordinator_is_paid(staff: Staff) -> bool:
    """Selection, matching and supervision stop if the only person who does them does them as a favour."""
    return any(_is_paid_coordinator(member) for member in staff)


SUB803 = requires(
    "SUB803",
    "the cost of training a mentor is known",
    {"outcomes.costs": includes("training of a mentor")},
    strength=Strength.SHOULD,
    sources=[COST],
    reason="A commissioner who sees how little one more mentor costs can decide on more of them. The one figure on "
    "record is old and from one service, so the rule asks for no amount.",
)

SUB804 = requires(
    "SUB804",
    "mentors are not out of pocket",
    {"governance.expenses": includes("travel", "lunch")},
    strength=Strength.SHOULD,
    sources=[EXPENSES],
    reason="People who live on benefits cannot pay to volunteer.",
)

SUB805 = requires(
    "SUB805",
    "professionals know what they may say about themselves",
    in_writing("policy on staff telling their own story"),
    strength=Strength.SHOULD,
    sources=[OWN_STORY],
    reason="If mentors share their story but staff in recovery must hide theirs, the same fact is both a strength and "
    "a shame. The policy keeps the person helped at the centre, no matter who speaks.",
    ways=WITH_MENTORS,
)

SUB806 = requires(
    "SUB806",
    "the directory covers more than treatment",
    {
        "directory_covers": Annotated[
            tuple[str, ...],
            Parameter(
                "the kinds of help in the directory of local services that {mentors} and {lead_worker}s use",
                limits=[
                    includes(
                        "sober housing",
                        "employment",
                        "health and social services",
                        "recovery support",
                        sources=[BROKER],
                    ),
                    includes("12-step groups", "other mutual-aid groups", sources=[BOTH_KINDS, MANY_PATHWAYS]),
                ],
                example='["sober housing", "employment", "health and social services", "recovery support", '
                '"12-step groups", "other mutual-aid groups"]',
                question="Which kinds of help are in the directory of local services?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={
                    "12-step groups": [
                        "twelve-step groups",
                        "AA meetings",
                        "NA meetings",
                        "AA groups",
                        "NA groups",
                        "12-step fellowships",
                    ],
                    "other mutual-aid groups": [
                        "other mutual aid",
                        "SMART Recovery",
                        "SMART Recovery groups",
                        "SMART Recovery meetings",
                    ],
                    "sober housing": ["recovery housing", "dry housing", "sober living", "sober houses"],
                    "employment": ["jobs", "work", "employment support"],
                    "health and social services": ["health and social care", "health and social care services"],
                    "recovery support": ["recovery services", "recovery support services"],
                },
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[BROKER, LOCAL_LIST, BOTH_KINDS, MANY_PATHWAYS],
    reason="Recovery lasts if there is a home, work and company. A mentor has to know where to find them. Groups of "
    "only one kind put off people whom another kind would help.",
    ways=WITH_MENTORS,
)

SUB807 = requires(
    "SUB807",
    "mutual aid is a choice",
    {
        "programme.principles": [
            includes("mutual aid by choice", sources=[ENCOURAGED]),
            includes("a group that suits the person", sources=[PARTICULAR_GROUP]),
        ]
    },
    strength=Strength.SHOULD,
    sources=[ENCOURAGED, PARTICULAR_GROUP],
    reason="Groups help many people for years, if those people chose them. People who are forced to go are put off. A "
    "bare list of groups leaves the hardest step to the person least able to take it: the first evening among "
    "strangers. So mentors look with the person for a group that suits.",
    ways=WITH_MENTORS,
)

SUB809 = requires(
    "SUB809",
    "families are informed",
    in_writing("recovery information for families"),
    strength=Strength.SHOULD,
    sources=[FAMILIES],
    reason="A family that knows what recovery looks like can help with it, whatever the person decides to do.",
    ways=WITH_MENTORS,
)


SUB810 = requires(
    "SUB810",
    "training as a mentor is recorded on NDTMS",
    in_writing("NDTMS record of training as a mentor"),
    strength=Strength.SHOULD,
    sources=[NDTMS],
    reason="Work that the national system does not show does not count when money is shared out. The code that NDTMS "
    "uses for it today is not confirmed here: look it up in the current business definitions.",
    fix="ask the person who sends your NDTMS returns to record it, and under which code",
    applies=in_nations("england"),
    ways=WITH_MENTORS,
)

SUB811 = requires(
    "SUB811",
    "links with other recovery services are agreed",
    in_writing("agreed pathways with recovery services"),
    strength=Strength.SHOULD,
    sources=[PATHWAYS],
    reason="A name on a list is not enough: somebody there has to expect the person. The guidelines are on alcohol "
    "and require it of treatment services; of a mentoring programme it is recommended.",
    ways=WITH_MENTORS,
)

SUB812 = requires(
    "SUB812",
    "mentors do not replace staff",
    {"role.excludes": includes("replacing staff")},
    strength=Strength.CAUTION,
    sources=[NO_STAND_IN],
    reason="If posts are cut, peers get the work without the training, the pay or the support for it.",
)
