"""What mentors learn before a placement (SUB201 to SUB206, SUB209 to SUB215)."""

from typing import Annotated

from mentorkit.api import (
    Duration,
    Evidence,
    Parameter,
    Programme,
    Strength,
    at_least,
    at_most,
    in_roles,
    in_settings,
    includes,
    one_of,
    rule,
    when,
)
from mentorkit_substance.sources import AURORA, BRIGHT, ICRC, SAMHSA, TURNING_POINT, WIKI_RECOVERY_COACHING
from mentorkit_substance.vocabulary import PEER_RECOVERY_SPECIALISTS, Topics

FORTY_TO_SIXTY = SAMHSA.at("peer specialists have 40 to 60 hours of training")
AT_MOST_120 = SAMHSA.at("no more than 120 hours of supervised work before certification, so that few are shut out")
FIVE_HUNDRED = ICRC.at("500 hours of work, paid or voluntary")
FORTY_SIX = ICRC.at("46 hours: ten each in advocacy, in mentoring and education, and in recovery support; 16 in ethics")
SESSIONS = AURORA.at("13 to 15 sessions of training")
FAMILY_COACHES = WIKI_RECOVERY_COACHING.at("family recovery coaches are specially trained")
RESILIENCE = "detachment and resilience"


@rule(
    "SUB201",
    strength=Strength.SHOULD,
    sources=[TURNING_POINT.at("a course of eight weeks")],
    fix="plan the course over eight weeks or more, so that people have time to practise and to think again",
    applies=when(
        "where the length of the course is not stated in hours",
        lambda programme: None if programme.training.length is None else not programme.training.length.minutes,
        "training.length",
    ),
)
def course_gives_time_to_grow_into_the_role(
    length: Annotated[
        Duration,
        Parameter(
            at="training.length",
            limits=[at_least("8 weeks", Strength.SHOULD, source=TURNING_POINT.at("a course of eight weeks"))],
        ),
    ],
) -> None:
    """Weeks show who can keep going. Hours of teaching are another thing, and are never counted as weeks."""


@rule(
    "SUB202",
    strength=Strength.SHOULD,
    sources=[
        TURNING_POINT.at("an award at Level 2"),
        BRIGHT.at("an award should be one that employers know", Evidence.OPINION),
    ],
)
def training_leads_to_an_award(
    level: Annotated[
        int,
        Parameter(
            at="training.award.level",
            limits=[at_least(2, Strength.SHOULD, source=TURNING_POINT.at("an award at Level 2"))],
        ),
    ],
) -> None:
    """For many mentors it is the first qualification, and employers know the levels of the national framework."""


@rule(
    "SUB203",
    strength=Strength.SHOULD,
    sources=[
        TURNING_POINT.at("three of the units of its course"),
        BRIGHT.at("there are more ways to abstinence than the mentor's own", Evidence.OPINION),
    ],
)
def course_covers_the_ground(
    topics: Annotated[
        tuple[str, ...],
        Parameter(
            at="training.topics",
            limits=[
                includes(
                    "drug awareness",
                    "interpersonal skills",
                    "safeguarding",
                    strength=Strength.SHOULD,
                    source=TURNING_POINT.at("three of the units of its course"),
                ),
                includes(
                    "many routes to recovery",
                    strength=Strength.SHOULD,
                    source=BRIGHT.at("there are more ways to abstinence than the mentor's own", Evidence.OPINION),
                ),
            ],
        ),
    ],
) -> None:
    """Mentors need to know the substances, to listen, to pass on risk, and not to press their own way on others."""


@rule(
    "SUB204",
    strength=Strength.SHOULD,
    sources=[BRIGHT.at("mentors need some detachment, and resilience when a mentee lapses", Evidence.OPINION)],
    unmet='neither the course nor supervision covers "detachment and resilience"',
    fix='add "detachment and resilience" to topics in [training], or to covers in [supervision]',
)
def mentors_are_prepared_for_the_lapse_of_others(
    topics: Topics, covers: Annotated[tuple[str, ...], Parameter(at="supervision.covers")]
) -> bool:
    """A mentee's lapse can shake the mentor's own recovery; either training or supervision prepares for it."""
    return RESILIENCE in topics or RESILIENCE in covers


@rule(
    "SUB205",
    strength=Strength.SHOULD,
    sources=[BRIGHT.at("a pass mark would bring some control of quality", Evidence.OPINION)],
    fix="agree with the awarding body what counts as a pass, and let those who fail try again",
)
def award_can_be_failed(
    pass_mark: Annotated[
        bool,
        Parameter(
            at="training.award.pass_mark",
            limits=[
                one_of(
                    True,
                    strength=Strength.SHOULD,
                    source=BRIGHT.at("a pass mark would bring some control of quality", Evidence.OPINION),
                )
            ],
        ),
    ],
) -> None:
    """An award that nobody can fail says little about who holds it. SUB206 is the other side of this."""


@rule(
    "SUB206",
    strength=Strength.CAUTION,
    sources=[BRIGHT.at("a pass mark or selection may shut some people out", Evidence.OPINION)],
    fix="for the equity check look at who fails or is turned away, and write down what you change",
)
def selection_and_marks_shut_nobody_out_unseen(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes(
                    "equity check",
                    strength=Strength.CAUTION,
                    source=BRIGHT.at("a pass mark or selection may shut some people out", Evidence.OPINION),
                )
            ],
        ),
    ],
) -> None:
    """People who would make good mentors may have little schooling: what raises quality can also close the door."""


@rule(
    "SUB209",
    strength=Strength.CAUTION,
    sources=[BRIGHT.at("of three who began a course at Service A, none had finished", Evidence.PRACTICE)],
    fix="count who begins and who finishes, and ask those who leave why",
)
def those_who_leave_training_are_counted(
    includes_leavers: Annotated[
        bool,
        Parameter(
            at="outcomes.includes_leavers",
            limits=[
                one_of(
                    True,
                    strength=Strength.CAUTION,
                    source=BRIGHT.at("of three who began a course at Service A, none had finished", Evidence.PRACTICE),
                )
            ],
        ),
    ],
) -> None:
    """A course that loses most of its trainees looks well in every figure that counts only those who finish."""


@rule(
    "SUB210",
    strength=Strength.SHOULD,
    sources=[
        WIKI_RECOVERY_COACHING.at("the AnchorED scheme sends certified and specially trained peers", Evidence.PRACTICE)
    ],
    applies=in_settings("emergency department"),
)
def emergency_department_peers_are_certified(
    topics: Annotated[
        tuple[str, ...],
        Parameter(
            at="training.topics",
            limits=[
                includes(
                    "emergency department work",
                    strength=Strength.SHOULD,
                    source=WIKI_RECOVERY_COACHING.at(
                        "the AnchorED scheme sends specially trained peers", Evidence.PRACTICE
                    ),
                )
            ],
        ),
    ],
    accredited_by: Annotated[str, Parameter(at="training.award.accredited_by")],
) -> None:
    """At a bedside after an overdose somebody who was only trained for calmer places can do harm.

    That mentors are trained at all is required of every programme. This training and its certificate are one American
    scheme's, and the certificate has no direct counterpart here: hence should and not must.
    """


@rule(
    "SUB211",
    strength=Strength.SHOULD,
    sources=[FAMILY_COACHES],
    applies=in_roles("family recovery coach"),
)
def family_recovery_coaches_learn_family_work(
    topics: Annotated[
        tuple[str, ...],
        Parameter(
            at="training.topics", limits=[includes("family work", strength=Strength.SHOULD, source=FAMILY_COACHES)]
        ),
    ],
) -> None:
    """A family is several people with different wishes, one of whom may go on using.

    The source is a review article that names no study, hence should and not must.
    """


@rule(
    "SUB212",
    strength=Strength.SHOULD,
    sources=[FORTY_TO_SIXTY],
    applies=in_roles("peer specialist", "peer support specialist", "recovery support specialist"),
)
def peer_specialists_have_enough_hours_of_teaching(
    contact_time: Annotated[
        Duration,
        Parameter(
            at="training.contact_time",
            limits=[
                at_least("40 hours", Strength.SHOULD, source=FORTY_TO_SIXTY),
                at_most("60 hours", Strength.CAUTION, source=FORTY_TO_SIXTY),
            ],
        ),
    ],
) -> None:
    """It is the American standard for certified peers. More than sixty hours shuts out people who would be good at it.

    Weeks of a course are another thing, and are never counted as hours.
    """


@rule(
    "SUB213",
    strength=Strength.SHOULD,
    sources=[AT_MOST_120, FIVE_HUNDRED],
    fix="ask for 120 hours or fewer",
    applies=in_roles("peer specialist", "peer support specialist", "recovery support specialist"),
)
def certification_does_not_take_years(
    experience_before_certification: Annotated[
        Duration,
        Parameter(
            "the hours of supervised work that are asked for before certification",
            limits=[
                at_most("500 hours", Strength.SHOULD, source=FIVE_HUNDRED),
                at_most("120 hours", Strength.CAUTION, sources=[AT_MOST_120, FIVE_HUNDRED]),
            ],
            example='"120 hours"',
        ),
    ],
) -> None:
    """Hours of unpaid work are what people with little money cannot give.

    Standards differ: one sets a ceiling of 120 hours, and another credential takes 500. More than that nobody asks for.
    """


@rule("SUB214", strength=Strength.SHOULD, sources=[FORTY_SIX], applies=PEER_RECOVERY_SPECIALISTS)
def the_credential_in_peer_recovery_takes_46_hours(
    hours_in_advocacy: Annotated[
        Duration,
        Parameter(
            "hours of teaching on advocacy",
            limits=[at_least("10 hours", Strength.SHOULD, source=FORTY_SIX)],
            example='"10 hours"',
        ),
    ],
    hours_in_mentoring: Annotated[
        Duration,
        Parameter(
            "hours of teaching on mentoring and education",
            limits=[at_least("10 hours", Strength.SHOULD, source=FORTY_SIX)],
            example='"10 hours"',
        ),
    ],
    hours_in_recovery_support: Annotated[
        Duration,
        Parameter(
            "hours of teaching on recovery and wellness support",
            limits=[at_least("10 hours", Strength.SHOULD, source=FORTY_SIX)],
            example='"10 hours"',
        ),
    ],
    hours_in_ethics: Annotated[
        Duration,
        Parameter(
            "hours of teaching on ethical responsibility",
            limits=[at_least("16 hours", Strength.SHOULD, source=FORTY_SIX)],
            example='"16 hours"',
        ),
    ],
) -> None:
    """Who has been promised the credential should find at the end that the course was enough for it.

    They are one body's terms: without them nobody is in danger, so they are recommended where that role is offered.
    """


def _is_counted_in_sessions(programme: Programme) -> bool:
    """A course that is counted otherwise states no sessions."""
    return programme.value(("training", "substance", "sessions")) is not None


@rule(
    "SUB215",
    strength=Strength.CAUTION,
    sources=[SESSIONS],
    applies=when("where the course is counted in sessions", _is_counted_in_sessions),
)
def course_has_enough_sessions(
    sessions: Annotated[
        int,
        Parameter(
            "how many sessions of training there are, where the course is counted in sessions",
            limits=[at_least(13, Strength.CAUTION, source=SESSIONS)],
            example="13",
        ),
    ],
) -> None:
    """One project has 13 to 15, and looks for commitment in them. Sessions are turned into neither weeks nor hours."""
