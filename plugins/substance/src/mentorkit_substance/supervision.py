"""How mentors are supervised and everyone is kept safe (SUB401 to SUB411)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from mentorkit.api import (
    At,
    Duration,
    Evidence,
    Fact,
    Phase,
    Problem,
    Programme,
    Staff,
    Strength,
    as_seen,
    falls_short,
    in_writing,
    includes,
    not_settled,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT, TURNING_POINT
from mentorkit_substance.sources import ICRC, ICRC_SUPERVISORS
from mentorkit_substance.vocabulary import PEER_RECOVERY_SPECIALISTS

FORTNIGHTLY = TURNING_POINT.at("a new mentor is supervised every 14 days, for two months")
BOTH_FORMS = TURNING_POINT.at("after two months one-to-one and group supervision are combined")
IN_REVERSE = BRIGHT.at("influence must be expected to run from mentee to mentor as well", Evidence.OPINION)
QUALITY = BRIGHT.at("good addiction services depend on supervision, citing UNODC 2008", Evidence.GUIDANCE)
BREACHES = BRIGHT.at("talk about mentees outside supervision was felt to break confidence", Evidence.OPINION)
HELD_UP = BRIGHT.at("a mentee whose lapse was told to others as a warning", Evidence.OPINION)
TOLD_MORE = BRIGHT.at("mentees told their mentor more than they told their keyworker", Evidence.OPINION)
READY_FOR_LAPSE = BRIGHT.at("all involved have to be ready for the day on which a lapse comes", Evidence.OPINION)
WHO_TREATS = BRIGHT.at("in Service B trained staff treat and mentors give emotional support", Evidence.PRACTICE)
TWO_YEARS_SUPERVISING = ICRC_SUPERVISORS.at("supervisors have two years' experience of supervising peers")
KEEPS_LEARNING = ICRC.at("20 hours of further education every two years, six of them in ethics")

FIRST = Duration(2, "month")
FIRST_AT_MOST = Duration(3, "month")
"""How long the first, closer supervision may go on; it is our reading that a month more is as good."""
FORTNIGHT = Duration(14, "day")


@attrs.frozen
class Course:
    """How the phases of supervision lie on a placement.

    Attributes:
        first: the numbers of the phases that fall in the first two months.
        later: the numbers of those that go on or begin after them.
        unclear: whether the length of a phase is needed and not known, so that the walk ends there; STD402 asks for it.
        reached: whether the phases surely last for two months.
    """

    first: tuple[int, ...] = ()
    later: tuple[int, ...] = ()
    unclear: bool = False
    reached: bool = False


def course(phases: tuple[Phase, ...]) -> Course:
    """Walks the phases from the first day of a placement on."""
    way = Course()
    months = days = 0
    for number, phase in enumerate(phases):
        if way.reached:
            way = attrs.evolve(way, later=(*way.later, number))
            continue
        way = attrs.evolve(way, first=(*way.first, number))
        length = phase.for_
        if length is None and number == len(phases) - 1:
            return attrs.evolve(way, later=(number,), reached=True)
        if length is None or length.minutes:
            return attrs.evolve(way, unclear=True)
        months, days = months + length.months, days + length.days
        passed = Duration(days, "day") if days else None
        rest = _rest_of(FIRST, months)
        if rest is None or (passed is not None and not passed.is_shorter_than(rest)):
            rest = _rest_of(FIRST_AT_MOST, months)
            goes_on = months > FIRST_AT_MOST.amount or (
                passed is not None and (rest is None or passed.is_longer_than(rest))
            )
            way = attrs.evolve(way, later=(number,) if goes_on else (), reached=True)
    return way


def _rest_of(time: Duration, months: int) -> Duration | None:
    """What is left of a time in months when so many have passed; None where nothing is."""
    return Duration(time.amount - months, "month") if months < time.amount else None


@rule(
    "SUB401",
    strength=Strength.SHOULD,
    reads=[At.supervision.phases],
    sources=[FORTNIGHTLY],
    fix='supervise new {mentors} every "14 days" or more often, for the first "2 months"',
)
def supervision_every_fortnight_at_first(programme: Programme) -> Iterator[Problem]:
    """In the first weeks, a new mentor is least sure of the role and of their own recovery.

    The shared standards ask that mentors are supervised regularly. The fortnight and the two months are one programme's
    practice, so a service may have reasons for others.
    """
    phases = programme.supervision.phases or ()
    way = course(phases)
    for number in way.first:
        every = phases[number].every
        if every is None or every.minutes:  # reported by STD402
            continue
        if not every <= FORTNIGHT:
            yield falls_short(
                f"supervision.phases.{number}.every",
                f'new {{mentors}} wait up to "{every}" for supervision in the first 2 months of a placement; '
                "Turning Point supervises them every 14 days",
            )
    if phases and not way.reached and not way.unclear:
        yield not_settled(
            "supervision.phases",
            "how {mentors} are supervised until the first 2 months of a placement are over",
            "say how supervision goes on; if the last phase leaves out `for`, it has no end",
        )


@rule(
    "SUB402",
    strength=Strength.SHOULD,
    reads=[At.supervision.phases],
    sources=[BOTH_FORMS],
    fix='make it formats = ["one-to-one", "group"]',
)
def supervision_alone_and_in_a_group_afterwards(programme: Programme) -> Iterator[Problem]:
    """Alone, mentors can say what they would not say in front of others.

    In a group, they learn from each other's cases. The source is one programme's practice, so this is a SHOULD and not
    a MUST.
    """
    phases = programme.supervision.phases or ()
    way = course(phases)
    begun_before = set(way.first) if len(way.later) > 1 else set()  # closer supervision may go on for longer at first
    for number in way.later:
        if number in begun_before:
            continue
        formats = phases[number].formats
        at = f"supervision.phases.{number}.formats"
        if formats is None:
            yield not_settled(at, "how supervision is given after the first 2 months of a placement")
            continue
        if missing := [form for form in ("one-to-one", "group") if form not in formats]:
            yield falls_short(
                at,
                f"{{mentors}} have no {' and no '.join(missing)} supervision after the first 2 months of a placement",
                met_by_more=At.supervision.phases,
            )
    if way.reached and not way.later:
        yield not_settled(
            "supervision.phases",
            "how supervision goes on after the first 2 months of a placement",
            'add a phase such as { every = "1 month", formats = ["one-to-one", "group"] }',
        )


SUB403 = requires(
    "SUB403",
    "supervision asks what the work does to the mentor",
    {"supervision.covers": includes("influence of mentees on the mentor")},
    strength=Strength.CAUTION,
    sources=[IN_REVERSE],
    reason="Company can draw somebody towards recovery, and it can draw them away from it.",
)

SUB404 = requires(
    "SUB404",
    "the quality plan includes supervision",
    in_writing("quality plan with supervision"),
    strength=Strength.SHOULD,
    sources=[QUALITY],
    reason="When time is short, people first drop what the quality plan leaves out. The guidance calls supervision "
    "decisive. It is our reading that the quality plan includes it, so this is not a MUST.",
)

SUB405 = requires(
    "SUB405",
    "what mentees say is not passed around",
    {
        "role.excludes": [
            includes("discussing mentees outside supervision", sources=[BREACHES]),
            includes("using a lapse as an example", strength=Strength.CAUTION, sources=[HELD_UP]),
        ]
    },
    strength=Strength.MUST,
    sources=[BREACHES, HELD_UP],
    reason="Mentors and mentees meet the same people elsewhere, above all in fellowships, and one remark there breaks "
    "trust. Only opinions are on record. This is still a MUST: people decide for themselves who knows of their drug "
    "use.",
)

SUB406 = requires(
    "SUB406",
    "concerns can be raised from the start",
    {"safeguarding.route_from": one_of("start of the match")},
    strength=Strength.CAUTION,
    sources=[TOLD_MORE],
    reason="A mentor may be the first to hear of a danger, at the first meeting, and has to know at once whom to tell.",
    fix="explain to both, when they first meet, who to tell when somebody is at risk",
)

SUB407 = requires(
    "SUB407",
    "a lapse is planned for",
    in_writing("lapse plan"),
    strength=Strength.MUST,
    sources=[READY_FOR_LAPSE],
    reason="Lapses are part of recovery, and mentors lapse too. An unprepared service loses both people of the pair "
    "to one lapse. The plan is for the organisation, the mentors and the mentees; SUB333 says what mentees should "
    "find in it. Those interviewed say so from experience. It is a MUST on grounds of safety, not because that "
    "evidence is strong.",
    fix="write down what the organisation does after a lapse, what {mentors} do, whether the lapse is theirs or "
    "somebody else's, and what {mentees} can count on",
)


@rule(
    "SUB408",
    strength=Strength.SHOULD,
    sources=[READY_FOR_LAPSE],
    unmet="the {mentor} has not been through the lapse plan yet; that will be on {lapse_plan_explained_on}",
    fix="go through it now: what to do when a {mentee} lapses, and whom to tell when it is the {mentor}",
)
def each_mentor_knows_what_happens_after_a_lapse(
    lapse_plan_explained_on: Annotated[
        date,
        Fact(
            "date on which the lapse plan was explained to the {mentor}",
            question="On which day was the lapse plan explained to the {mentor}?",
        ),
    ],
    on: date,
) -> bool:
    """A plan only helps on the day if people knew it before."""
    return on >= lapse_plan_explained_on


def _detoxification(programme: Programme) -> bool | None:
    alongside = programme.programme.alongside
    return None if alongside is None else any("detox" in as_seen(help_given) for help_given in alongside)


@rule(
    "SUB409",
    strength=Strength.MUST,
    met_by_more=["staff"],
    sources=[WHO_TREATS],
    unmet="nobody on the staff is stated as qualified for detoxification, and {mentors} must not fill the gap",
    fix='state who is: staff with qualified_for = ["detoxification"]',
    requires={"programme.support": includes("emotional", strength=Strength.SHOULD)},
    applies=when("if detoxification runs alongside", _detoxification, "programme.alongside"),
)
def detoxification_is_in_qualified_hands(staff: Staff) -> bool:
    """Withdrawal can be dangerous.

    People need a qualification to treat it, but not to comfort somebody. The source is one house's practice. It is
    still a MUST, since the danger is the same in every house. The shared standards say what mentors themselves may do:
    clinical work needs a licence.
    """
    return any("detoxification" in (member.qualified_for or ()) for member in staff)


SUB410 = requires(
    "SUB410",
    "supervisors of peer recovery specialists have supervised before",
    {"supervision.supervisors_have": includes("two years of supervising peers")},
    strength=Strength.SHOULD,
    sources=[TWO_YEARS_SUPERVISING],
    reason="Hours under another supervisor do not count towards the credential, so trainees should have the right one.",
    applies=PEER_RECOVERY_SPECIALISTS,
)


@rule(
    "SUB411",
    strength=Strength.SHOULD,
    sources=[KEEPS_LEARNING],
    unmet="{education_hours} hours of further education in the last two years, {education_hours_in_ethics} of them in "
    "ethics: the credential of a peer recovery specialist needs 20 hours, 6 of them in ethics",
    fix="plan the hours that are missing before the credential runs out",
    applies=PEER_RECOVERY_SPECIALISTS,
)
def peer_recovery_specialists_keep_learning(
    education_hours: Annotated[
        int,
        Fact(
            "how many hours of further education the {mentor} has had in the last two years",
            question="How many hours of further education has the {mentor} had in the last two years?",
        ),
    ],
    education_hours_in_ethics: Annotated[
        int,
        Fact("how many of these were on ethics", question="How many hours of this further education were on ethics?"),
    ],
) -> bool:
    """The credential ends if the hours are not kept up. It is one body's term, so this is a SHOULD and not a MUST."""
    return education_hours >= 20 and education_hours_in_ethics >= 6
