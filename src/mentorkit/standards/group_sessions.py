"""Who is at a group session, and what is known of who came (STD320 and STD321).

How many people may be in a group, and that staff are there when people on probation or pupils lead it, the sectors ask
themselves.
"""

from mentorkit.api import Strength, Way, one_of, requires
from mentorkit.standards.vocabulary import HAS_WAYS
from mentorkit.works import BRIGHT, HUMPHRIS, TURNING_POINT

_GROUP_SESSIONS = (Way.GROUP_SESSIONS,)
_TWO_AND_STAFF = HUMPHRIS.at("two trained mentors deliver a session of two hours, with support from a member of staff")
_STAFF_HELP = TURNING_POINT.at("workers support sessions that peers lead, and help with difficult questions")
_COUNTS = HUMPHRIS.at("sessions are activity to which a sentence obliges people for a number of days")
_CAME_AGAIN = BRIGHT.at("going to groups again and again went with more abstinence, citing Magura 2008")


STD320 = requires(
    "STD320",
    "it is settled who is at a session, and how long it lasts",
    {"group_sessions.delivered_by": (), "group_sessions.staff_there": (), "group_sessions.length": ()},
    strength=Strength.SHOULD,
    sources=[_TWO_AND_STAFF, _STAFF_HELP],
    reason="Somebody alone with a group cannot look after one person and go on with the others. The sources differ in "
    "how many are there, so a programme says what it does, and 'mentorkit due' says which sessions were held without.",
    applies=HAS_WAYS,
    ways=_GROUP_SESSIONS,
    asked_since="2026-11",
)

STD321 = requires(
    "STD321",
    "it is recorded who attends which session",
    {"group_sessions.attendance_recorded": one_of(True)},
    strength=Strength.SHOULD,
    sources=[_CAME_AGAIN, _COUNTS],
    reason="Whether a group helps can only be said of those who came. It also shows who stays away, so that somebody "
    "can ask how they are.",
    applies=HAS_WAYS,
    ways=_GROUP_SESSIONS,
    asked_since="2026-11",
)
