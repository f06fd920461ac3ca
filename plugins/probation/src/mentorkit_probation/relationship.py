"""How a pair or a group works together (PRB331 to PRB342)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from mentorkit.api import (
    OVER_TIME,
    WITH_MENTORS,
    DecideBy,
    Duration,
    Fact,
    Parameter,
    Problem,
    Programme,
    Strength,
    Way,
    at_least,
    at_most,
    day_after,
    falls_short,
    includes,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.works import (
    BRIGHT_BEFORE_RELEASE,
    HUMPHRIS,
    RESETTLEMENT_BEFORE_RELEASE,
    WALES_CRC,
    WIKI_RECOVERY_COACHING,
)
from mentorkit_probation.sources import (
    BGSW_CRC,
    LAST_WEEKS,
    LISTENERS_DARTMOOR,
    MERSEYSIDE_CRC,
    NHS_LIAISON,
    PACT,
    PRINCES_TRUST,
)
from mentorkit_probation.vocabulary import (
    AT_COURT,
    AT_FIRST_APPOINTMENTS,
    FOR_LISTENERS,
    HAS_WAYS,
    IN_LIAISON,
    IN_PEER_LED_GROUPS,
    SCHEMES_KEY,
    THROUGH_THE_GATE,
    TWO_WEEKS_BEFORE,
    FirstMeetingBefore,
    runs,
)

THREE_TIMES = MERSEYSIDE_CRC.at("mentors meet the person three times or more in prison")
AT_THE_GATE = PACT.at("the mentor waits at the gate on the day of release")
EIGHT_HOURS = BGSW_CRC.at("the mentor stays for up to eight hours that day")
SHORT_MODEL = WALES_CRC.at("support ends two to four weeks after the release")
GROUP_SESSION = HUMPHRIS.at("two trained mentors lead one session of two hours")
LED_BY_BOTH = HUMPHRIS.at("a practitioner and a mentor lead the first appointment as a group, on trial")
SAID_OF_SESSIONS = (
    ("group_sessions.delivered_by", "relationship.probation.session_mentors"),
    ("group_sessions.staff_there", "relationship.probation.session_staff"),
)
"""What [group_sessions] says in format 2, each with the key that says it in format 1."""
WHAT_TO_EXPECT = HUMPHRIS.at("mentors tell newcomers what comes next, down to where to park")
REASSESSED = WIKI_RECOVERY_COACHING.at("who supports people at court assesses them first, and again after some time")
EVERY_POINT = NHS_LIAISON.at("peer support is offered by name all along the way")
ALL_HOURS = LISTENERS_DARTMOOR.at("the rota aims at a Listener at every hour")


def _is_short_bridge_through_the_gate(programme: Programme) -> bool | None:
    return runs(programme, "through the gate") if programme.relationship.bridge is True else False


PRB331 = requires(
    "PRB331",
    "people are referred before release",
    {
        "relationship.probation.referral_before": Annotated[
            Duration,
            Parameter(
                "how long before the release {mentees} are referred",
                limits=[
                    at_least("6 weeks", sources=[LAST_WEEKS, RESETTLEMENT_BEFORE_RELEASE]),
                    at_most("12 weeks", strength=Strength.CAUTION, sources=[LAST_WEEKS]),
                ],
                example='"8 weeks"',
                question="How long before the release are {mentees} referred?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 week", "1 year"),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[RESETTLEMENT_BEFORE_RELEASE, LAST_WEEKS],
    reason="It takes weeks to arrange meetings inside, and a home and an appointment outside; too early, and plans "
    "change. National guidance requires a referral before release wherever it is possible, and so allows for "
    "exceptions.",
    applies=THROUGH_THE_GATE,
    ways=[Way.PAIR],
)

PRB332 = requires(
    "PRB332",
    "the pair knows each other before release",
    {
        "relationship.probation.meetings_before_release": Annotated[
            int,
            Parameter(
                "how often the pair meets in prison before the release",
                limits=[
                    at_least(1, sources=[BRIGHT_BEFORE_RELEASE, PRINCES_TRUST]),
                    at_least(3, strength=Strength.SHOULD, sources=[THREE_TIMES, BRIGHT_BEFORE_RELEASE]),
                ],
                example="3",
                question="How many times does the pair meet in prison before the release?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=(0, 30),
            ),
        ],
        "relationship.probation.first_meeting_before": FirstMeetingBefore,
    },
    strength=Strength.MUST,
    sources=[BRIGHT_BEFORE_RELEASE, THREE_TIMES, TWO_WEEKS_BEFORE],
    reason="The first days outside are the most dangerous, and people have to trust each other by then. Without a "
    "meeting inside there is no support through the gate: no documented programme does without one. One says three.",
    applies=THROUGH_THE_GATE,
    ways=[Way.PAIR],
)

PRB333 = requires(
    "PRB333",
    "a mentor is there on the day of release",
    {
        "relationship.channels": includes("at the prison gate", sources=[AT_THE_GATE]),
        "relationship.probation.release_day": Annotated[
            Duration,
            Parameter(
                "how long the {mentor} may stay with the {mentee} on the day of release",
                limits=[at_most("8 hours", sources=[EIGHT_HOURS])],
                example='"8 hours"',
                question="How long may the {mentor} stay with the {mentee} on the day of release?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 hour", "24 hours"),
            ),
        ],
    },
    strength=Strength.SHOULD,
    sources=[AT_THE_GATE, EIGHT_HOURS],
    reason="Probation, housing, benefits and a chemist are all on one day, with old friends nearby: nobody should do "
    "it alone. The longest day on record is a working day; more is too much for a volunteer.",
    applies=THROUGH_THE_GATE,
    ways=[Way.PAIR],
)

PRB334 = requires(
    "PRB334",
    "support goes on after the release",
    {
        "relationship.probation.after_release": Annotated[
            Duration,
            Parameter(
                "how long support goes on after the release",
                limits=[at_least("2 weeks")],
                example='"4 weeks"',
                question="How long does support go on after the release?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 day", "3 years"),
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[SHORT_MODEL, PRINCES_TRUST],
    reason="Two weeks are the shortest that is documented. To leave sooner is to leave in the worst days.",
    applies=THROUGH_THE_GATE,
    ways=OVER_TIME,
)

PRB335 = requires(
    "PRB335",
    "a bridge through the gate may be too short",
    {"relationship.longest": at_least("6 months", sources=[PRINCES_TRUST, SHORT_MODEL])},
    strength=Strength.CAUTION,
    sources=[SHORT_MODEL, PRINCES_TRUST],
    reason="Documented programmes last from a few weeks to six months in all, and nobody has compared them. The "
    "shared standards ask that others take over after a bridge.",
    applies=only_if_stated(
        when(
            "if support through the gate is a short bridge that hands over to others",
            _is_short_bridge_through_the_gate,
            SCHEMES_KEY,
        ),
        "support that is not a bridge need not say so; of pairs, STD305 asks how long it lasts",
    ),
)

PRB336 = requires(
    "PRB336",
    "a session has two mentors",
    {
        "relationship.probation.session_mentors": Annotated[
            int,
            Parameter(
                "how many trained {mentors} lead a group session",
                limits=[at_least(2)],
                example="2",
                question="How many trained {mentors} lead a group session?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=(1, 10),
            ),
        ],
        "relationship.meeting_length": at_most("2 hours", strength=Strength.CAUTION),
    },
    strength=Strength.SHOULD,
    sources=[GROUP_SESSION],
    reason="One tells of their own life while the other watches the room. The length is one service's practice.",
    applies=IN_PEER_LED_GROUPS & ~HAS_WAYS,
    ways=OVER_TIME,
)


@rule(
    "PRB342",
    strength=Strength.SHOULD,
    sources=[GROUP_SESSION],
    requires={
        "group_sessions.delivered_by": at_least(2),
        "group_sessions.length": at_most("2 hours", strength=Strength.CAUTION),
    },
    reads=[key for keys in SAID_OF_SESSIONS for key in keys],
    applies=IN_PEER_LED_GROUPS & HAS_WAYS,
    ways=[Way.GROUP_SESSIONS],
    asked_since="2026-11",
)
def two_mentors_deliver_a_session(programme: Programme) -> Iterator[Problem]:
    """One tells of their own life while the other watches the room. The length is one service's practice.

    A file of format 1 says it in the keys of this sector, of which PRB336 and PRB402 ask the same. If both are stated,
    they agree.
    """
    for now, earlier in SAID_OF_SESSIONS:
        said, before = (programme.value(tuple(key.split("."))) for key in (now, earlier))
        if None not in (said, before) and said != before:
            message = f"this is {said}, and {earlier} is {before}, so nobody knows which is right"
            yield falls_short(now, message, f"correct whichever is wrong, and take {earlier} out")


PRB337 = requires(
    "PRB337",
    "practitioner and mentor lead the first appointment together",
    {
        "relationship.probation.first_appointment_led_by": Annotated[
            tuple[Literal["probation practitioner", "peer mentor"], ...],
            Parameter(
                "who leads the group that is the first appointment of a {mentee}",
                limits=[includes("probation practitioner", "peer mentor")],
                example='["probation practitioner", "peer mentor"]',
                question="Who leads the group that is the first appointment?",
                decide_by=DecideBy.FIRST_MEETING,
                synonyms={"probation practitioner": ["probation officer"]},
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[LED_BY_BOTH],
    reason="The practitioner says what the sentence asks for, and the mentor that it can be done. So far it is a "
    "trial.",
    applies=AT_FIRST_APPOINTMENTS,
    ways=WITH_MENTORS,
)

PRB338 = requires(
    "PRB338",
    "newcomers learn the practical things",
    {
        "relationship.probation.first_contact_covers": Annotated[
            tuple[str, ...],
            Parameter(
                "what {mentors} tell {mentees} at the first contact",
                limits=[includes("what to expect", "getting there and parking", "staff")],
                example='["what to expect", "getting there and parking", "staff"]',
                question="What do {mentors} tell {mentees} at the first contact?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={
                    "what to expect": ["what will happen", "what happens"],
                    "getting there and parking": [
                        "travel and parking",
                        "how to get there and parking",
                        "directions and parking",
                    ],
                    "staff": ["who the staff are", "staff team"],
                },
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[WHAT_TO_EXPECT],
    reason="People often fear the first appointment because of small things. Mentors who remember them can help.",
    applies=AT_FIRST_APPOINTMENTS,
    ways=WITH_MENTORS,
)


@rule(
    "PRB339",
    strength=Strength.SHOULD,
    sources=[REASSESSED],
    unmet="needs were last assessed on {mentee_assessed_on}, and the programme assesses them every {reassess_every}",
    fix="assess what the {mentee} needs before going on",
    applies=AT_COURT,
)
def needs_are_assessed_regularly(
    reassess_every: Annotated[
        Duration,
        Parameter(
            "how often the needs of a {mentee} are assessed again",
            at="relationship.probation.reassess_every",
            example='"3 months"',
            question="How often do you assess the needs of a {mentee} again?",
            decide_by=DecideBy.FIRST_MEETING,
            plausible=("1 week", "1 year"),
        ),
    ],
    mentee_assessed_on: Annotated[
        date,
        Fact(
            "date of the last assessment of what the {mentee} needs",
            question="When did somebody last assess what the {mentee} needs?",
            not_after="on",
        ),
    ],
    on: date,
) -> bool:
    """A recommendation to a court is only as good as what is known of the person on that day."""
    return mentee_assessed_on <= on <= day_after(mentee_assessed_on, reassess_every)


PRB340 = requires(
    "PRB340",
    "peer support is offered again at each point",
    {"programme.principles": includes("offered by name at each point")},
    strength=Strength.MUST,
    sources=[EVERY_POINT],
    reason="People who say no in a police cell may say yes a week later. The national guidance says to ask them again.",
    applies=IN_LIAISON,
    ways=WITH_MENTORS,
)

PRB341 = requires(
    "PRB341",
    "a listener is there at every hour",
    {"programme.principles": includes("a Listener at every hour")},
    strength=Strength.SHOULD,
    sources=[ALL_HOURS],
    reason="Many people despair at night, when their door is locked.",
    applies=FOR_LISTENERS,
    ways=WITH_MENTORS,
)
