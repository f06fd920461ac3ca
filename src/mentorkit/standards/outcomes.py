"""What is measured, and what is said about it (STD601 to STD614)."""

from collections.abc import Iterator
from datetime import date

from mentorkit.api import (
    FEWER_THAN_30,
    OVER_TIME,
    At,
    Duration,
    Evidence,
    FollowUps,
    Problem,
    Programme,
    ReviewedOn,
    Strength,
    Way,
    at_least,
    day_after,
    falls_short,
    includes,
    key_is,
    not_settled,
    one_of,
    only_if_stated,
    requires,
    rule,
    uses_tool,
)
from mentorkit.standards.sources import (
    LATE_EFFECTS,
    LOOKED_AT_REGULARLY,
    MONITORED,
    NO_OWN_DATA,
    SWEMWBS_CHANGE,
    SWEMWBS_SCORING,
    THIRTY_TWICE,
)
from mentorkit.standards.vocabulary import ATTENDED_ONCE, ReviewEvery, people_attend_once
from mentorkit.works import BRIGHT, WIKI_PEER_MENTORING, WIKI_PEER_SUPPORT

_LEAVERS = BRIGHT.at("nobody who had left was asked")
_COSTS = BRIGHT.at("what goes in and what comes out is put in money", Evidence.OPINION)
_NO_TARGETS = BRIGHT.at("no mentor in the services studied had targets", Evidence.PRACTICE)
_NOT_BY_RESULTS = BRIGHT.at("payment by results does not suit peer mentoring in general", Evidence.OPINION)
_ENGAGEMENT = BRIGHT.at("what could be paid for is that people take part", Evidence.OPINION)
_NO_CAUSE = BRIGHT.at("the data do not show that mentoring caused the change")
_LITTLE_KNOWN = WIKI_PEER_MENTORING.at("how such relationships work has hardly been studied")
_CONVERTED = SWEMWBS_SCORING.at("each person's raw total is converted by the published table")
_SMALL_CHANGE = SWEMWBS_CHANGE.at(
    "in people in treatment, a change of one to three points meets statistical thresholds"
)
_HELPERS_GAIN = ("competence", "equality", "new knowledge", "approval")
_SIX_MONTHS = Duration.parse("6 months")


STD601 = requires(
    "STD601",
    "results are compared with the objectives",
    {"outcomes.measures": at_least(1, sources=[MONITORED]), "outcomes.review_every": ()},
    strength=Strength.MUST,
    sources=[MONITORED, LOOKED_AT_REGULARLY],
    reason="A programme that does not look at its results cannot see whether it does harm. Put together what the "
    "reviews of each person show, and compare it with the objectives.",
    applies=~ATTENDED_ONCE,
    ways=OVER_TIME,
)

STD614 = requires(
    "STD614",
    "the results of a single session are looked at",
    {"outcomes.measures": at_least(1)},
    strength=Strength.MUST,
    sources=[MONITORED],
    reason="Nobody is there for a review, so what is measured shows alone whether a session does good or harm.",
    applies=ATTENDED_ONCE,
    ways=[Way.GROUP_SESSIONS],
    asked_since="2026-11",
)


@rule(
    "STD602",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures],
    sources=[
        BRIGHT.at("studies rarely ask mentors themselves"),
        WIKI_PEER_MENTORING.at("mentors and mentees both evaluate the programme"),
    ],
    fix='add a measure of them, or add them to "of" in a measure that is taken anyway',
    ways=OVER_TIME,
)
def both_sides_are_asked(programme: Programme) -> Iterator[Problem]:
    """The role changes mentors, for better or worse, and studies have rarely looked at this."""
    measures = programme.outcomes.measures or ()
    for place, measure in enumerate(measures):
        at = ("outcomes", "measures", place)
        if not measure.name:
            yield not_settled((*at, "name"), "what is measured", "give it a name")
        if not measure.of:
            yield not_settled((*at, "of"), "who this is measured for", 'state of = ["mentor", "mentee"]')
    if measures and all(measure.of for measure in measures):
        asked = {party for measure in measures for party in measure.of or ()}
        for party in ("mentor", "mentee"):
            if party not in asked:
                message = f"nothing is measured for the {{{party}s}}"
                yield falls_short("outcomes.measures", message, met_by_more=At.outcomes.measures)


@rule(
    "STD603",
    strength=Strength.CAUTION,
    reads=[At.outcomes.measures],
    sources=[WIKI_PEER_SUPPORT.at("the helper-therapy principle names four gains of those who help")],
)
def what_mentors_gain_is_measured(programme: Programme) -> Iterator[Problem]:
    """People who help others are said to gain competence, a sense of equality, new knowledge and approval.

    It is a theory, so this is only advice: each programme can find out whether it is true of its own mentors.
    """
    measures = programme.outcomes.measures or ()
    of_mentors = [measure for measure in measures if measure.of is None or "mentor" in measure.of]
    missing = [gain for gain in _HELPERS_GAIN if not any(measure.is_named(gain) for measure in of_mentors)]
    if measures and missing:
        names = ", ".join(f'"{gain}"' for gain in missing)
        yield falls_short(
            "outcomes.measures",
            f"these things that {{mentors}} may gain from the role are not measured: {names}",
            "ask for them in one short questionnaire, with a measure of this name for each",
            met_by_more=At.outcomes.measures,
        )


@rule(
    "STD604",
    strength=Strength.SHOULD,
    met_by_more=["follow_ups"],
    sources=[LATE_EFFECTS],
    unmet="nobody is asked again six months or more after support ends; planned: {follow_ups}",
    fix='add "6 months"',
)
def people_are_asked_again_after_half_a_year(follow_ups: FollowUps) -> bool:
    """What mentoring changes may show late, or fade. Neither can be seen on the day when support ends."""
    return any(not after.is_shorter_than(_SIX_MONTHS) for after in follow_ups if not after.minutes)


STD605 = requires(
    "STD605",
    "those who leave early are counted",
    {"outcomes.includes_leavers": one_of(True)},
    strength=Strength.CAUTION,
    sources=[_LEAVERS],
    reason="If you only ask people at the end, you only hear from those who stayed, so results look better than they "
    "are.",
    fix="count those who leave early as well, and ask them why if they are willing to say",
    applies=~ATTENDED_ONCE,
    ways=OVER_TIME,
)

STD606 = requires(
    "STD606",
    "costs are recorded",
    {"outcomes.costs": includes("inputs", "outcomes")},
    strength=Strength.SHOULD,
    sources=[_COSTS],
    reason="You can only say whether the programme is worth its money if you know both what it costs and what it "
    "achieves.",
)

STD607 = requires(
    "STD607",
    "reports state their limits",
    {
        "outcomes.states": [
            includes("no cause is claimed", sources=[_NO_CAUSE]),
            includes("evidence is limited", sources=[_LITTLE_KNOWN]),
        ]
    },
    strength=Strength.CAUTION,
    sources=[_NO_CAUSE, _LITTLE_KNOWN],
    reason="The figures of one programme, with nothing to compare them with, do not show that it made the difference.",
)


STD608 = requires(
    "STD608",
    "mentors have no targets",
    {"outcomes.mentor_targets": one_of(False)},
    strength=Strength.SHOULD,
    sources=[_NO_TARGETS],
    reason="Numbers to reach make a mentor hurry the mentee. The programme has objectives and the mentee has goals; a "
    "mentor has neither.",
    fix="remove the targets of {mentors}, and measure the programme instead",
    applies=only_if_stated(
        key_is("if mentors have numbers to reach", At.outcomes.mentor_targets, True),
        "nobody writes down what there is not",
    ),
)


STD609 = requires(
    "STD609",
    "payment does not depend on final outcomes",
    {"outcomes.payment": one_of("none", "engagement only")},
    strength=Strength.SHOULD,
    sources=[_ENGAGEMENT, _NOT_BY_RESULTS],
    reason="If payment depends on outcomes, the funder's goals come before the goals that the mentee has set.",
    fix="agree with the funder to pay for taking part, or not to pay by results at all",
    applies=only_if_stated(
        ~key_is("unless payment is by results", At.outcomes.payment, "none"), "a design that is paid by results says so"
    ),
)


@rule(
    "STD610",
    strength=Strength.SHOULD,
    sources=[LOOKED_AT_REGULARLY, NO_OWN_DATA],
    unmet="last reviewed on {reviewed_on}, and a review is due every {review_every}",
    fix="hold the review",
    applies=~ATTENDED_ONCE,
)
def review_on_time(review_every: ReviewEvery, reviewed_on: ReviewedOn, on: date) -> bool:
    """If nobody has looked at a relationship for a long time, it may have gone wrong, or be over.

    Regular reviews are required. This is a recommendation, since one late review does not put anybody in danger.
    """
    return reviewed_on <= on <= day_after(reviewed_on, review_every)


@rule(
    "STD611",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures, At.outcomes.states, At.programme.mentees],
    sources=[THIRTY_TWICE],
)
def changes_in_wellbeing_are_reported_for_large_enough_groups(programme: Programme) -> Iterator[Problem]:
    """With few people, or people asked only once, the scale says nothing about what mentoring changed.

    The rule applies if a measure is taken with WEMWBS or its short form, SWEMWBS.
    """
    mentees = programme.programme.mentees
    for place, measure in enumerate(programme.outcomes.measures or ()):
        if not measure.uses("WEMWBS", "SWEMWBS"):
            continue
        at = ("outcomes", "measures", place)
        if measure.at is None:
            yield not_settled((*at, "at"), "when this is measured", 'state at = ["start", "exit"]')
        elif len(set(measure.at)) < 2:
            yield falls_short(
                (*at, "at"), "a change needs measurements at two points in time", 'make it ["start", "exit"] or more'
            )
        if mentees is not None and mentees < 30 and FEWER_THAN_30 not in (programme.outcomes.states or ()):
            yield falls_short(
                (*at, "tool"),
                "fewer than 30 {mentees} are expected at a time, which is too few to report a change in the group",
                f'combine several years, and add "{FEWER_THAN_30}" to states',
                met_by_more=At.outcomes.states,
            )


STD612 = requires(
    "STD612",
    "the short wellbeing scale is read correctly",
    {
        "outcomes.states": [
            includes("SWEMWBS totals are converted", sources=[_CONVERTED]),
            includes("a person's small change may be chance", strength=Strength.CAUTION, sources=[_SMALL_CHANGE]),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_CONVERTED, _SMALL_CHANGE],
    reason="The raw totals of the seven questions are not scores yet, and a change of a point may mean nothing. Its "
    "makers require the conversion. Nobody is in danger without it, so it is recommended.",
    applies=only_if_stated(uses_tool("SWEMWBS"), "STD601 asks what is measured"),
)


@rule(
    "STD613",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures, At.group_sessions.sessions, At.programme.part_of],
    sources=[MONITORED, NO_OWN_DATA],
    fix="measure something of those who can be asked again, or leave it out",
    ways=Way,
    asked_since="2026-11",
)
def measures_are_of_people_who_can_be_asked(programme: Programme) -> Iterator[Problem]:
    """A measure that nobody can take shows nothing.

    Who comes to a drop-in or calls is not followed, and is nobody to ask again: what shows there are times, which
    'mentorkit outcomes' compares with what is promised. Those who attend one session have no review. In a part of a
    larger service, the measures may be those of its other parts.
    """
    measures = list(enumerate(() if programme.programme.part_of else programme.outcomes.measures or ()))
    for party in dict.fromkeys(party for _, measure in measures for party in measure.of or ()):
        if not programme.can_measure(party):
            those = [place for place, measure in measures if party in (measure.of or ())]
            who = party if party == "member" else f"{{{party}}}"
            more = f", as {len(those)} measures are to do" if len(those) > 1 else ""
            first = ("outcomes", "measures", those[0], "of")
            yield falls_short(first, f"in these ways of support nothing can be measured of a {who}{more}")
    for place, measure in measures:
        at = ("outcomes", "measures", place)
        if "review" in (measure.at or ()) and people_attend_once(programme):
            yield falls_short((*at, "at"), "people attend once, so there is no review", 'use "exit" or "follow-up"')
