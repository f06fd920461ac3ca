"""What is written down, paid for and planned (PRB801 to PRB805)."""

from mentorkit.api import WITH_MENTORS, Staff, Strength, as_seen, in_writing, includes, requires, rule
from mentorkit.works import HUMPHRIS
from mentorkit_probation.sources import LISTENERS_DARTMOOR, NHS_LIAISON, RAR_GUIDANCE
from mentorkit_probation.vocabulary import FOR_LISTENERS, IN_LIAISON, WHERE_MENTORED, WITH_ACTIVITY_DAYS, in_schemes

STRATEGY = HUMPHRIS.at("mentors have come to be a part of the corporate strategy")
PILOT = HUMPHRIS.at("a session was piloted, and changed after those who came had been heard")
PLANNED = RAR_GUIDANCE.at("the responsible officer plans the days together with the person")
WORKFORCE = NHS_LIAISON.at("the workforce has peer support workers in it, paid and voluntary")
UNPAID = LISTENERS_DARTMOOR.at("Listeners get no reward of any kind")


PRB801 = requires(
    "PRB801",
    "the strategy names peer mentoring",
    in_writing("corporate strategy with peer mentoring"),
    strength=Strength.SHOULD,
    sources=[STRATEGY],
    reason="If no strategy names mentoring, it ends when the enthusiast who began it leaves.",
    applies=WHERE_MENTORED,
    ways=WITH_MENTORS,
)

PRB802 = requires(
    "PRB802",
    "a new session is piloted",
    in_writing("report of a pilot with participants"),
    strength=Strength.SHOULD,
    sources=[PILOT],
    reason="The first people in it know where it is too long, and where it hurts.",
    applies=in_schemes("peer-led groups", "first appointments"),
    ways=WITH_MENTORS,
)

PRB803 = requires(
    "PRB803",
    "activity days are planned with the person",
    in_writing("activity plan agreed with the person"),
    strength=Strength.MUST,
    sources=[PLANNED],
    reason="The practitioner and the person plan how the days are used; the next free session does not decide it. The "
    "requirement came with the Offender Rehabilitation Act of 2014, which one source dates to 2012.",
    applies=WITH_ACTIVITY_DAYS,
    ways=WITH_MENTORS,
)


@rule(
    "PRB804",
    strength=Strength.MUST,
    met_by_more=["staff"],
    sources=[WORKFORCE],
    unmet="the staff have no paid peer support worker, or no voluntary one",
    fix='state both in staff: { role = "peer support worker", paid = true }, and one with paid = false',
    applies=IN_LIAISON,
)
def peer_workers_are_part_of_the_workforce(staff: Staff) -> bool:
    """National guidance asks for both: some want a job, others a first step that does not affect their benefits."""
    return {True, False} <= {member.paid for member in staff if "peer" in as_seen(member.role or "")}


PRB805 = requires(
    "PRB805",
    "listeners are not paid",
    {"programme.principles": includes("no reward for Listeners")},
    strength=Strength.MUST,
    sources=[UNPAID],
    reason="A reward would make others ask why they listen, and the prison could take it away.",
    applies=FOR_LISTENERS,
    ways=WITH_MENTORS,
)
