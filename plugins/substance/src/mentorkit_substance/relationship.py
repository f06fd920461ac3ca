"""How a pair works together, and for how long (SUB331 to SUB343)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    WITH_MENTORS,
    At,
    DecideBy,
    Duration,
    Evidence,
    Parameter,
    Problem,
    Programme,
    Strength,
    Way,
    as_seen,
    at_least,
    at_most,
    falls_short,
    in_roles,
    in_settings,
    includes,
    not_settled,
    one_of,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT, BRIGHT_A_YEAR, BRIGHT_TWELVE_WEEKS, WIKI_RECOVERY_COACHING
from mentorkit_substance.sources import ANCHORED, MAP_GRANT, NO_END_DATE
from mentorkit_substance.vocabulary import MenteeRecoveryPlan

EARLY_AND_WEEKLY = MAP_GRANT.at(
    "from the first 30 days of treatment on, each week an hour in the group and one to four hours one-to-one"
)
NALOXONE = ANCHORED.at("most people were trained to use naloxone, and most agreed to be called after discharge")
ENDS_AFTER_24_WEEKS = BRIGHT.at("Service A ends support after 24 weeks", Evidence.PRACTICE)
REACHED_EARLY = BRIGHT.at("a mentor who is reached early can prevent a decline, citing Tracy and others 2011")
MORE_THAN_ONCE = BRIGHT.at("people lapse and come back more than once, as the cycle of change has it")
BEGIN_AGAIN = WIKI_RECOVERY_COACHING.at("early help to begin recovery again")
DAY_AND_NIGHT = WIKI_RECOVERY_COACHING.at("AnchorED has a peer on call at every hour of the week", Evidence.PRACTICE)
A_DAY_OF_MINUTES = 24 * 60
EVERY_MINUTE = (1 << 7 * A_DAY_OF_MINUTES) - 1
"""The minutes of hours of the week that leave none out."""
IN_EMERGENCY_DEPARTMENTS = in_settings("emergency department")


CAPPED = only_if_stated(
    when("if support ends after a set time", lambda programme: programme.relationship.longest is not None),
    "support without an upper limit has no longest time",
)

SUB331 = requires(
    "SUB331",
    "a limit on support leaves enough time",
    {
        "relationship.longest": [
            at_least(
                "12 weeks",
                strength=Strength.MUST,
                sources=[BRIGHT_TWELVE_WEEKS],
            ),
            at_least(
                "52 weeks",
                sources=[BRIGHT_A_YEAR, ENDS_AFTER_24_WEEKS],
            ),
        ]
    },
    strength=Strength.CAUTION,
    sources=[ENDS_AFTER_24_WEEKS],
    reason="A limit below 12 weeks cannot be kept safely. A limit below a year ends support before it has done its "
    "best.",
    fix="let support go on for 52 weeks if it is needed, and never end it before 12; if it is a short bridge, state "
    "bridge = true and who takes over",
    applies=when(
        "if support ends after a set time and is not a short bridge",
        CAPPED & when("unless it is a short bridge", lambda programme: programme.relationship.bridge is not True),
    ),
)

SUB332 = requires(
    "SUB332",
    "a time limit has a reason and an exception",
    {"relationship.limit_reason": (), "relationship.limit_exception": ()},
    strength=Strength.CAUTION,
    sources=[NO_END_DATE],
    reason="Places have to become free, but recovery keeps no timetable. A limit needs a reason, and a way round it.",
    applies=CAPPED,
)

SUB333 = requires(
    "SUB333",
    "people who lapse get more support",
    {
        "relationship.substance.when_struggling": Annotated[
            tuple[str, ...],
            Parameter(
                "what a {mentee} who struggles or lapses can count on",
                limits=[
                    includes("rapid contact", sources=[REACHED_EARLY]),
                    includes(
                        "early help after a lapse",
                        sources=[
                            BEGIN_AGAIN,
                            WIKI_RECOVERY_COACHING.at("there is a way back for somebody who has dropped out"),
                        ],
                    ),
                    includes("place is kept", sources=[MORE_THAN_ONCE]),
                ],
                example='["rapid contact", "early help after a lapse", "place is kept"]',
                question="What can a {mentee} who struggles or lapses count on?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={
                    "rapid contact": ["quick contact", "prompt contact", "swift contact", "contact within a day"],
                    "early help after a lapse": [
                        "early support after a lapse",
                        "help soon after a lapse",
                        "early intervention after a lapse",
                    ],
                    "place is kept": ["place is kept open", "place kept open", "place held open", "place stays open"],
                },
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[REACHED_EARLY, MORE_THAN_ONCE, BEGIN_AGAIN],
    reason="Lapse is a part of most recoveries. Support has to be quicker then, and must not end because of it.",
    ways=OVER_TIME,
)

SUB334 = requires(
    "SUB334",
    "mentors guide and do not take over",
    {"programme.principles": includes("guide, do not do for", "small realistic goals")},
    strength=Strength.SHOULD,
    sources=[BRIGHT.at("mentors point the way, and help with steps that are in reach", Evidence.OPINION)],
    reason="What others do for people does not last. Small goals that they reach themselves do.",
    ways=WITH_MENTORS,
)


@rule(
    "SUB335",
    strength=Strength.SHOULD,
    sources=[WIKI_RECOVERY_COACHING.at("what the two have agreed to work on is recorded in a recovery plan")],
    unmet="the {mentee} has no recovery plan yet",
    fix="let the {mentee} draw one up in the first meetings, with the help they ask for",
)
def every_mentee_has_a_recovery_plan(mentee_recovery_plan: MenteeRecoveryPlan) -> bool:
    """The plan says what both have agreed to work on.

    The source requires it, but is a review article on one model of support. A pair can still make a plan once they have
    met. So this is a SHOULD and not a MUST.
    """
    return mentee_recovery_plan != "none"


@rule(
    "SUB336",
    strength=Strength.SHOULD,
    sources=[WIKI_RECOVERY_COACHING.at("the person whose plan it is writes it, and goes through it with a supporter")],
    unmet="others have drawn up the {mentee}'s recovery plan",
    fix="go through the plan with the {mentee}, who decides what stays in it",
)
def the_mentee_owns_the_recovery_plan(mentee_recovery_plan: MenteeRecoveryPlan) -> bool:
    """People keep to what they have chosen.

    The source is a review article on one model, so this is a SHOULD and not a MUST.
    """
    return mentee_recovery_plan != "drawn up by others"


SUB337 = requires(
    "SUB337",
    "the recovery plan covers the whole of life",
    {
        "relationship.substance.plan_covers": Annotated[
            tuple[str, ...],
            Parameter(
                "what a {mentee}'s recovery plan covers; education and work may be added",
                limits=[
                    includes(
                        "groups",
                        "therapy",
                        "health care",
                        "housing",
                        "family",
                        "community",
                        sources=[
                            WIKI_RECOVERY_COACHING.at("a plan reaches beyond the substance into the rest of life")
                        ],
                    ),
                    includes(
                        "review dates", sources=[WIKI_RECOVERY_COACHING.at("a plan says when it is looked at again")]
                    ),
                ],
                example='["groups", "therapy", "health care", "housing", "family", "community", "review dates"]',
                question="What does the recovery plan of a {mentee} cover?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={
                    "housing": ["accommodation", "a settled home", "home"],
                    "therapy": ["counselling"],
                    "health care": ["health", "physical health"],
                    "community": ["community links", "community life"],
                    "review dates": ["when it is reviewed"],
                },
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[WIKI_RECOVERY_COACHING.at("what a recovery plan covers, and how it is followed up")],
    reason="Recovery lasts if the rest of life holds. A plan that nobody looks at again is forgotten.",
    ways=[Way.PAIR],
)


@rule(
    "SUB338",
    strength=Strength.SHOULD,
    sources=[DAY_AND_NIGHT],
    reads=[At.on_call.hours],
    fix="plan a rota that covers nights and weekends, with another scheme if there are too few {mentors}",
    applies=IN_EMERGENCY_DEPARTMENTS,
    ways=WITH_MENTORS,
)
def a_peer_is_on_call_day_and_night(
    programme: Programme,
    on_call_day_and_night: Annotated[
        bool | None,
        Parameter(
            "whether a peer is on call at every hour of the week, if [on_call] does not say at which",
            at="relationship.substance.on_call_day_and_night",
            example="true",
            question="Is a peer on call at every hour of the week?",
            decide_by=DecideBy.FIRST_MEETING,
        ),
    ],
) -> Iterator[Problem]:
    """Overdoses happen at any hour. One scheme does this, and clinical staff are always there, so this is a SHOULD."""
    hours, here = programme.on_call.hours, "relationship.substance.on_call_day_and_night"
    always = on_call_day_and_night if hours is None else hours.minutes == EVERY_MINUTE
    at = here if hours is None else "on_call.hours"
    if always is None and programme.offers(Way.ON_CALL) is not True:  # STD331 asks for the hours
        yield not_settled(here, "whether a peer is on call at every hour of the week")
    elif always is False:
        yield falls_short(at, "there are hours of the week at which no peer is on call")
    if on_call_day_and_night not in (None, always):
        message = f"this is {str(on_call_day_and_night).lower()}, and on_call.hours is {hours}"
        yield falls_short(here, message, "take it out, once on_call.hours is right")


@rule(
    "SUB339",
    strength=Strength.SHOULD,
    sources=[WIKI_RECOVERY_COACHING.at("peers come in the first hours, beside medical care", Evidence.PRACTICE)],
    unmet="{first_contact_within} is not within the first hours after an overdose",
    fix='plan the first contact in hours, such as "4 hours"',
    requires={
        "programme.alongside": includes(
            "medical care", sources=[WIKI_RECOVERY_COACHING.at("the first hours are a medical risk", Evidence.PRACTICE)]
        )
    },
    applies=IN_EMERGENCY_DEPARTMENTS,
    ways=WITH_MENTORS,
)
def a_peer_comes_in_the_first_hours(
    first_contact_within: Annotated[
        Duration,
        Parameter(
            "how soon after an overdose a peer makes contact",
            at="relationship.substance.first_contact_within",
            example='"4 hours"',
            question="How soon after an overdose does a peer make contact?",
            decide_by=DecideBy.FIRST_MEETING,
            plausible=("5 minutes", "72 hours"),
        ),
    ],
) -> bool:
    """The first hours are the most dangerous, and are when somebody may listen.

    The source says hours and gives no number. We read it as a time stated in hours, and less than a day.
    """
    return 0 < first_contact_within.minutes < A_DAY_OF_MINUTES


SUB340 = requires(
    "SUB340",
    "contact goes on after discharge",
    {
        "relationship.substance.contact_after_discharge": Annotated[
            Duration,
            Parameter(
                "how long a peer keeps in touch after discharge",
                limits=[
                    at_least(
                        "2 weeks",
                        sources=[
                            WIKI_RECOVERY_COACHING.at(
                                "contact over some weeks; we read it as two at least", Evidence.PRACTICE
                            )
                        ],
                    )
                ],
                example='"4 weeks"',
                question="How long does a peer keep in touch after discharge?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 day", "1 year"),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[WIKI_RECOVERY_COACHING.at("peers keep in touch for some weeks after discharge", Evidence.PRACTICE)],
    reason="The meeting in hospital is a beginning. Without the weeks that follow, it is all that people get.",
    applies=IN_EMERGENCY_DEPARTMENTS,
    ways=WITH_MENTORS,
)

SUB341 = requires(
    "SUB341",
    "people meet a distant coach before treatment ends",
    {
        "relationship.substance.linked_before_treatment_ends": Annotated[
            bool,
            Parameter(
                "whether {mentees} meet their coach before {episode} ends",
                limits=[one_of(True)],
                example="true",
                question="Do {mentees} meet their coach before {episode} ends?",
                decide_by=DecideBy.FIRST_MEETING,
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[WIKI_RECOVERY_COACHING.at("coaches at a distance are linked up before treatment ends")],
    reason="People call somebody whose voice they know, and do not call a number on a leaflet.",
    fix="arrange with the {lead_worker} that the two speak before {episode} ends",
    applies=in_roles("virtual recovery coach", "telephone recovery coach"),
)


def _beside_treatment(programme: Programme) -> bool | None:
    alongside = programme.programme.alongside
    return None if alongside is None else any("treatment" in as_seen(help_given) for help_given in alongside)


SUB342 = requires(
    "SUB342",
    "mentoring begins early in treatment",
    {
        "relationship.substance.starts_within": Annotated[
            Duration,
            Parameter(
                "how soon after the beginning of {episode} mentoring starts",
                limits=[at_most("30 days")],
                example='"30 days"',
                question="How soon after the beginning of {episode} does mentoring start?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 day", "6 months"),
            ),
        ],
        "relationship.contact_at_first_every": at_most("1 week"),
    },
    strength=Strength.CAUTION,
    sources=[EARLY_AND_WEEKLY],
    reason="Most people who leave treatment leave it early, and that is when somebody beside them can help them to "
    "stay. One trial planned it like this, and added a group each week. It tested the whole and not this part, so "
    "this is advice.",
    applies=when("if treatment runs alongside", _beside_treatment, "programme.alongside"),
    ways=[Way.PAIR],
)

SUB343 = requires(
    "SUB343",
    "people leave with naloxone and an agreed call",
    {
        "relationship.substance.offered_after_overdose": Annotated[
            tuple[str, ...],
            Parameter(
                "what people are offered after an overdose",
                limits=[includes("naloxone training", "call after discharge")],
                example='["naloxone training", "call after discharge"]',
                question="What do you offer people after an overdose?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[NALOXONE],
    reason="People who have had one overdose are the most likely to have another, and most of them say yes to both.",
    applies=IN_EMERGENCY_DEPARTMENTS,
    ways=WITH_MENTORS,
)
