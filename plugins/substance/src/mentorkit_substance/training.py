"""What mentors learn before a placement (SUB201 to SUB206, SUB209 to SUB215)."""

from typing import Annotated

from mentorkit.api import (
    DecideBy,
    Duration,
    Evidence,
    Parameter,
    Strength,
    Topics,
    at_least,
    at_most,
    in_roles,
    in_settings,
    in_writing,
    includes,
    one_of,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT, CAL_SMI, TURNING_POINT, WIKI_RECOVERY_COACHING
from mentorkit_substance.sources import AURORA, ICRC
from mentorkit_substance.vocabulary import PEER_RECOVERY_SPECIALISTS

FORTY_TO_SIXTY = CAL_SMI.at("peer specialists have 40 to 60 hours of training")
AT_MOST_120 = CAL_SMI.at("no more than 120 hours of supervised work before certification, so that few are shut out")
FIVE_HUNDRED = ICRC.at("500 hours of work, paid or voluntary")
FORTY_SIX = ICRC.at("46 hours: ten each in advocacy, in mentoring and education, and in recovery support; 16 in ethics")
SESSIONS = AURORA.at("13 to 15 sessions of training")
FAMILY_COACHES = WIKI_RECOVERY_COACHING.at("family recovery coaches are specially trained")
LEVEL_TWO = TURNING_POINT.at("an award at Level 2")
THREE_UNITS = TURNING_POINT.at("three of the units of its course")
MORE_WAYS = BRIGHT.at("there are more ways to abstinence than the mentor's own", Evidence.OPINION)
RESILIENCE = "detachment and resilience"


SUB201 = requires(
    "SUB201",
    "the course gives time to grow into the role",
    {"training.length": at_least("8 weeks")},
    strength=Strength.SHOULD,
    sources=[TURNING_POINT.at("a course of eight weeks")],
    reason="Weeks show who can keep going. Hours of teaching are something else, and are never counted as weeks.",
    fix="plan the course over eight weeks or more, so that people have time to practise and to think again",
    applies=when(
        "if the length of the course is not stated in hours",
        lambda programme: None if programme.training.length is None else not programme.training.length.minutes,
        "training.length",
    ),
)

SUB202 = requires(
    "SUB202",
    "training leads to an award",
    {"training.award.level": at_least(2, sources=[LEVEL_TWO])},
    strength=Strength.SHOULD,
    sources=[LEVEL_TWO, BRIGHT.at("an award should be one that employers know", Evidence.OPINION)],
    reason="For many mentors it is their first qualification, and employers know the levels of the national framework.",
)

SUB203 = requires(
    "SUB203",
    "the course covers the core topics",
    {
        "training.topics": [
            includes("drug awareness", "interpersonal skills", "safeguarding", sources=[THREE_UNITS]),
            includes("many routes to recovery", sources=[MORE_WAYS]),
        ]
    },
    strength=Strength.SHOULD,
    sources=[THREE_UNITS, MORE_WAYS],
    reason="Mentors need to know about substances, how to listen and how to pass on risk. They also need to know not "
    "to press their own way on others.",
)


@rule(
    "SUB204",
    strength=Strength.SHOULD,
    met_by_more=["topics", "covers"],
    sources=[BRIGHT.at("mentors need some detachment, and resilience when a mentee lapses", Evidence.OPINION)],
    unmet='neither the course nor supervision covers "detachment and resilience"',
    fix='add "detachment and resilience" to topics in [training], or to covers in [supervision]',
)
def mentors_are_prepared_for_the_lapses_of_others(
    topics: Topics, covers: Annotated[tuple[str, ...], Parameter(at="supervision.covers")]
) -> bool:
    """A mentee's lapse can shake the mentor's own recovery. Either training or supervision prepares for it."""
    return RESILIENCE in topics or RESILIENCE in covers


SUB205 = requires(
    "SUB205",
    "it is possible to fail the award",
    {"training.award.pass_mark": one_of(True)},
    strength=Strength.SHOULD,
    sources=[BRIGHT.at("a pass mark would bring some control of quality", Evidence.OPINION)],
    reason="An award that nobody can fail says little about the person who holds it. SUB206 asks about the risk of "
    "this.",
    fix="agree with the awarding body what counts as a pass, and let those who fail try again",
)

SUB206 = requires(
    "SUB206",
    "selection and marking do not exclude people unfairly",
    in_writing("equity check"),
    strength=Strength.CAUTION,
    sources=[BRIGHT.at("a pass mark or selection may shut some people out", Evidence.OPINION)],
    reason="People who would make good mentors may have little schooling. What raises quality can also keep them out.",
    fix="for the equity check, look at who fails or is turned away, and write down what you change",
)

SUB209 = requires(
    "SUB209",
    "those who leave training are counted",
    {"outcomes.includes_leavers": one_of(True)},
    strength=Strength.CAUTION,
    sources=[BRIGHT.at("of three who began a course at Service A, none had finished", Evidence.PRACTICE)],
    reason="A course that loses most of its trainees looks good if you only count those who finish.",
    fix="count how many begin and how many finish, and ask those who leave why",
)

SUB210 = requires(
    "SUB210",
    "peers in emergency departments are certified",
    {
        "training.topics": includes(
            "emergency department work",
            sources=[WIKI_RECOVERY_COACHING.at("the AnchorED scheme sends specially trained peers", Evidence.PRACTICE)],
        ),
        "training.award.accredited_by": (),
    },
    strength=Strength.SHOULD,
    sources=[
        WIKI_RECOVERY_COACHING.at("the AnchorED scheme sends certified and specially trained peers", Evidence.PRACTICE)
    ],
    reason="Somebody trained only for calmer places can do harm at a bedside after an overdose. Every programme has "
    "to train its mentors. This training and its certificate belong to one American scheme, and nothing here "
    "corresponds directly to the certificate. So this is a SHOULD and not a MUST.",
    applies=in_settings("emergency department"),
)

SUB211 = requires(
    "SUB211",
    "family recovery coaches learn family work",
    {"training.topics": includes("family work")},
    strength=Strength.SHOULD,
    sources=[FAMILY_COACHES],
    reason="A family is several people with different wishes, and one of them may still be using. The source is a "
    "review article that names no study, so this is a SHOULD and not a MUST.",
    applies=in_roles("family recovery coach"),
)

SUB212 = requires(
    "SUB212",
    "peer specialists have enough hours of teaching",
    {"training.contact_time": [at_least("40 hours"), at_most("60 hours", strength=Strength.CAUTION)]},
    strength=Strength.SHOULD,
    sources=[FORTY_TO_SIXTY],
    reason="It is the American standard for certified peers. More than sixty hours keeps out people who would be good "
    "at it. Weeks of a course are something else, and are never counted as hours.",
    applies=in_roles("peer specialist", "peer support specialist", "recovery support specialist"),
)

SUB213 = requires(
    "SUB213",
    "certification does not take years",
    {
        "experience_before_certification": Annotated[
            Duration,
            Parameter(
                "the hours of supervised work that are asked for before certification",
                limits=[at_most("500 hours", sources=[FIVE_HUNDRED]), at_most("120 hours", strength=Strength.CAUTION)],
                example='"120 hours"',
                question="How many hours of supervised work do you ask for before certification?",
                decide_by=DecideBy.FIRST_YEAR,
                plausible=("10 hours", "3000 hours"),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[AT_MOST_120, FIVE_HUNDRED],
    reason="People with little money cannot give many hours of unpaid work. Standards differ: one sets a ceiling of "
    "120 hours, and another credential takes 500. No standard asks for more than that.",
    fix="ask for 120 hours or fewer",
    applies=in_roles("peer specialist", "peer support specialist", "recovery support specialist"),
)

SUB214 = requires(
    "SUB214",
    "the credential in peer recovery takes 46 hours",
    {
        "hours_in_advocacy": Annotated[
            Duration,
            Parameter(
                "hours of teaching on advocacy",
                limits=[at_least("10 hours")],
                example='"10 hours"',
                question="How many hours of teaching are there on advocacy?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 hour", "100 hours"),
            ),
        ],
        "hours_in_mentoring": Annotated[
            Duration,
            Parameter(
                "hours of teaching on mentoring and education",
                limits=[at_least("10 hours")],
                example='"10 hours"',
                question="How many hours of teaching are there on mentoring and education?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 hour", "100 hours"),
            ),
        ],
        "hours_in_recovery_support": Annotated[
            Duration,
            Parameter(
                "hours of teaching on recovery and wellness support",
                limits=[at_least("10 hours")],
                example='"10 hours"',
                question="How many hours of teaching are there on recovery and wellness support?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 hour", "100 hours"),
            ),
        ],
        "hours_in_ethics": Annotated[
            Duration,
            Parameter(
                "hours of teaching on ethical responsibility",
                limits=[at_least("16 hours")],
                example='"16 hours"',
                question="How many hours of teaching are there on ethical responsibility?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 hour", "100 hours"),
            ),
        ],
    },
    strength=Strength.SHOULD,
    sources=[FORTY_SIX],
    reason="People who are promised the credential should find that the course was enough for it. The hours are one "
    "body's terms. Nobody is in danger without them, so they are recommended for services that offer the role.",
    applies=PEER_RECOVERY_SPECIALISTS,
)


SUB215 = requires(
    "SUB215",
    "the course has enough sessions",
    {
        "sessions": Annotated[
            int,
            Parameter(
                "how many sessions the course has, if it is counted in sessions",
                limits=[at_least(13)],
                example="13",
                question="How many sessions does the course have?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=(1, 60),
            ),
        ]
    },
    strength=Strength.CAUTION,
    sources=[SESSIONS],
    reason="One project has 13 to 15 sessions, and looks for commitment in them. Sessions are not converted into "
    "weeks or hours.",
    applies=only_if_stated(
        when(
            "if the course is counted in sessions",
            lambda programme: programme.value(("training", "substance", "sessions")) is not None,
        ),
        "a course that is counted otherwise has no sessions",
    ),
)
