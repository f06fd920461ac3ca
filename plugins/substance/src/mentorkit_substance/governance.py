"""What is written down, paid for and passed on (SUB801 to SUB807, SUB809 to SUB812)."""

from typing import Annotated

from mentorkit.api import (
    Evidence,
    Parameter,
    Programme,
    StaffRole,
    Strength,
    includes,
    rule,
    when,
)
from mentorkit_substance.sources import (
    ALCOHOL_GUIDELINES,
    BRIGHT,
    OHID_SYSTEMS,
    PEER_VOLUNTEERS,
    TURNING_POINT,
    WIKI_RECOVERY_COACHING,
)

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


@rule(
    "SUB801",
    strength=Strength.MUST,
    sources=[NO_TREATMENT, NO_TRAUMA_WORK],
    applies=when("unless the role includes clinical work, which takes a licence", _is_not_clinical),
)
def a_mentor_is_no_therapist(
    excludes: Annotated[
        tuple[str, ...],
        Parameter(
            at="role.excludes",
            limits=[
                includes("diagnosis", "treatment", strength=Strength.MUST, source=NO_TREATMENT),
                includes("trauma work", strength=Strength.SHOULD, source=NO_TRAUMA_WORK),
            ],
        ),
    ],
) -> None:
    """Treatment by someone who is not trained for it harms, and takes the place of treatment that would help.

    That coaches leave trauma alone describes one role in one review, so other services may draw that line elsewhere.
    """


def _is_paid_coordinator(member: StaffRole) -> bool:
    return member.paid is True and "coordinator" in (member.role or "").lower().replace("-", "")


@rule(
    "SUB802",
    strength=Strength.SHOULD,
    sources=[PAID_COORDINATOR],
    unmet="no coordinator is stated as paid",
    fix='state { role = "coordinator", paid = true } in staff, and fund the post',
)
def a_coordinator_is_paid(staff: Annotated[tuple[StaffRole, ...], Parameter(at="staff")]) -> bool:
    """Selection, matching and supervision stop when the only person who does them is doing them as a favour."""
    return any(_is_paid_coordinator(member) for member in staff)


@rule("SUB803", strength=Strength.SHOULD, sources=[COST])
def the_cost_of_training_a_mentor_is_known(
    costs: Annotated[
        tuple[str, ...],
        Parameter(
            at="outcomes.costs", limits=[includes("training of a mentor", strength=Strength.SHOULD, source=COST)]
        ),
    ],
) -> None:
    """A commissioner who sees how little one more mentor costs can decide on more of them.

    The one figure on record is old and of one service, so none is asked for.
    """


@rule("SUB804", strength=Strength.SHOULD, sources=[EXPENSES])
def mentors_are_not_out_of_pocket(
    expenses: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.expenses", limits=[includes("travel", "lunch", strength=Strength.SHOULD, source=EXPENSES)]
        ),
    ],
) -> None:
    """People who live on benefits cannot pay to volunteer."""


@rule("SUB805", strength=Strength.SHOULD, sources=[OWN_STORY])
def professionals_know_what_they_may_tell_of_themselves(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("policy on staff telling their own story", strength=Strength.SHOULD, source=OWN_STORY)],
        ),
    ],
) -> None:
    """Where mentors share their story and staff in recovery must hide theirs, the same fact is strength and shame.

    The policy keeps the person helped at the centre, whoever speaks.
    """


@rule("SUB806", strength=Strength.SHOULD, sources=[BROKER, LOCAL_LIST, BOTH_KINDS, MANY_PATHWAYS])
def the_directory_covers_more_than_treatment(
    directory_covers: Annotated[
        tuple[str, ...],
        Parameter(
            "the kinds of help in the directory of local services that {mentors} and {lead_worker}s use",
            limits=[
                includes(
                    "sober housing",
                    "employment",
                    "health and social services",
                    "recovery support",
                    strength=Strength.SHOULD,
                    source=BROKER,
                ),
                includes(
                    "12-step groups",
                    "other mutual-aid groups",
                    strength=Strength.SHOULD,
                    sources=[BOTH_KINDS, MANY_PATHWAYS],
                ),
            ],
            example='["sober housing", "employment", "health and social services", "recovery support", '
            '"12-step groups", "other mutual-aid groups"]',
        ),
    ],
) -> None:
    """Recovery holds where there is a home, work and company to hold it; a mentor has to know where to find them.

    Groups of one kind only repel those whom another kind would carry.
    """


@rule("SUB807", strength=Strength.SHOULD, sources=[ENCOURAGED, PARTICULAR_GROUP])
def mutual_aid_is_a_choice(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[
                includes("mutual aid by choice", strength=Strength.SHOULD, source=ENCOURAGED),
                includes("a group that suits the person", strength=Strength.SHOULD, source=PARTICULAR_GROUP),
            ],
        ),
    ],
) -> None:
    """Groups carry many people for years, those who chose them; forced on someone they repel.

    And a bare list of groups leaves the hardest step, the first evening among strangers, to the one who is least able
    to take it: mentors look with the person for the one that suits.
    """


@rule("SUB809", strength=Strength.SHOULD, sources=[FAMILIES])
def families_are_informed(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes("recovery information for families", strength=Strength.SHOULD, source=FAMILIES),
            ],
        ),
    ],
) -> None:
    """A family that knows what recovery looks like can help with it, whatever the person decides to do."""


def _in_england(programme: Programme) -> bool | None:
    nation = programme.programme.nation
    return None if nation is None else nation == "england"


@rule(
    "SUB810",
    strength=Strength.SHOULD,
    sources=[NDTMS],
    fix="ask whoever sends your NDTMS returns to record it, and under which code",
    applies=when("where the nation is england", _in_england, "programme.nation"),
)
def training_as_a_mentor_is_recorded_on_ndtms(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("NDTMS record of training as a mentor", strength=Strength.SHOULD, source=NDTMS)],
        ),
    ],
) -> None:
    """What the national system does not show does not count when money is shared out.

    The code that NDTMS uses for it today is not confirmed here: look it up in the current business definitions.
    """


@rule("SUB811", strength=Strength.SHOULD, sources=[PATHWAYS])
def the_way_to_other_recovery_services_is_agreed(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("agreed pathways with recovery services", strength=Strength.SHOULD, source=PATHWAYS)],
        ),
    ],
) -> None:
    """A name on a list is not a door that opens: somebody there has to expect the person.

    The guidelines are on alcohol and require it of treatment services; of a mentoring programme it is recommended.
    """


@rule("SUB812", strength=Strength.CAUTION, sources=[NO_STAND_IN])
def a_mentor_is_no_stand_in_for_staff(
    excludes: Annotated[
        tuple[str, ...],
        Parameter(
            at="role.excludes", limits=[includes("replacing staff", strength=Strength.CAUTION, source=NO_STAND_IN)]
        ),
    ],
) -> None:
    """Where posts are cut, peers are handed the work without the training, the pay or the support for it."""
