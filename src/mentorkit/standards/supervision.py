"""How mentors are supervised and looked after (STD401 to STD406, STD408 to STD411, STD416).

Who supervises whom, how many at most, and who shares places is asked of the network: STD717 to STD719 and STD723, in
`supervision_network.py`.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from mentorkit.api import (
    At,
    Duration,
    Evidence,
    Phase,
    PlacedOn,
    Problem,
    Programme,
    Strength,
    SupervisedOn,
    at_least,
    day_after,
    falls_short,
    includes,
    includes_one_of,
    key_is,
    not_settled,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.standards.sources import (
    ANY_HOUR,
    APPROVED_PROVIDER,
    BY_STAFF,
    COUNSELOR,
    DDN_SUPPORT,
    NMRC,
    PEER_VOLUNTEERS_SUPPORT,
    PEER_VOLUNTEERS_TRAINING,
    SUPERVISION_NEEDED,
    UNRELIABLE,
)
from mentorkit.standards.vocabulary import Phases
from mentorkit.works import BRIGHT, CAL_SMI, WIKI_PEER_SUPPORT

_REGULAR = BRIGHT.at("sessions have to come round regularly", Evidence.OPINION)
_BY_MENTORS = BRIGHT.at("in Service B experienced mentors supervise, and a coordinator oversees", Evidence.PRACTICE)
_SUPERVISED = WIKI_PEER_SUPPORT.at("peer workers are supervised", Evidence.RESEARCH)
_SUPPORTED = WIKI_PEER_SUPPORT.at("peer workers are themselves supported", Evidence.RESEARCH)
_REACHED_OUT_TO = PEER_VOLUNTEERS_SUPPORT.at("volunteers value staff who come to them, and do not wait to be asked")
_WITHOUT_SUPPORT = DDN_SUPPORT.at("a consultation heard of peers in such roles without the support that they need")
_BEEN_A_PEER = CAL_SMI.at("supervisors have been peer workers themselves")
_LEARNT_IT = COUNSELOR.at("clinicians who supervise peers are trained for that")
_GROW = APPROVED_PROVIDER.at("8 of 10: support helps mentors to develop in the role")
_BESIDE = PEER_VOLUNTEERS_TRAINING.at("a new volunteer goes along with an experienced one")
_MIXED = NMRC.at("findings on staff support for pairs are mixed")

_ADULT = 18


STD401 = requires(
    "STD401",
    "mentors are supervised",
    {"supervision.phases": Phases},
    strength=Strength.MUST,
    sources=[SUPERVISION_NEEDED, _SUPERVISED, UNRELIABLE, _MIXED],
    reason="Supervision is where risk comes to light, and where mentors can talk about what weighs on them. Studies "
    "do not agree that it makes mentoring work better. It is required because it keeps people safe.",
)


@rule("STD402", strength=Strength.MUST, reads=[At.supervision.phases], sources=[_REGULAR, BY_STAFF, _REACHED_OUT_TO])
def supervision_has_a_fixed_rhythm(programme: Programme) -> Iterator[Problem]:
    """If sessions are held only when somebody asks for them, those who need them most miss them."""
    phases = programme.supervision.phases or ()
    for place, phase in enumerate(phases):
        at = ("supervision", "phases", place)
        if phase.every is None:
            yield not_settled(
                (*at, "every"), "the longest time between two sessions in this phase", 'state every = "14 days"'
            )
        elif phase.every.minutes:
            yield _no_calendar((*at, "every"))
        if phase.for_ is None and place < len(phases) - 1:
            yield not_settled(
                (*at, "for"),
                "how long this phase lasts; only the last phase may go on without an end",
                'state for = "2 months"',
            )
        elif phase.for_ is not None and phase.for_.minutes:
            yield _no_calendar((*at, "for"))


def _no_calendar(at: tuple[str | int, ...]) -> Problem:
    return falls_short(
        at,
        "this is in hours or minutes, which cannot be counted on a calendar",
        "state it in days, weeks, months or years",
    )


STD403 = requires(
    "STD403",
    "who supervises is settled",
    {"supervision.led_by": ()},
    strength=Strength.MUST,
    sources=[BY_STAFF],
    reason="A mentor needs somebody with more experience, and has to know who it is.",
)


STD404 = requires(
    "STD404",
    "mentors who supervise are overseen",
    {"supervision.overseen_by": one_of("coordinator", "staff", "clinician", "teacher")},
    strength=Strength.MUST,
    sources=[BY_STAFF, _BY_MENTORS],
    reason="What a mentor hears in supervision has to reach staff if somebody is at risk. In the one service on "
    "record the coordinator oversees; any member of staff will do.",
    fix="have a member of staff oversee them, and state the role of that person",
    applies=key_is("if experienced mentors supervise", At.supervision.led_by, "experienced mentor"),
)

STD405 = requires(
    "STD405",
    "mentors are looked after",
    {"supervision.wellbeing_support": at_least(1, sources=[_SUPPORTED])},
    strength=Strength.SHOULD,
    sources=[_SUPPORTED, _WITHOUT_SUPPORT],
    reason="Mentors have been through the same, and the role can bring it back. The source asks for it together with "
    "training and supervision. Here it is a recommendation, because small programmes give this support within "
    "supervision.",
)


@rule(
    "STD406",
    strength=Strength.MUST,
    sources=[_REGULAR, SUPERVISION_NEEDED],
    unmet="last supervised on {supervised_on}, which is longer ago than this phase of the placement allows; this "
    "programme supervises {phases}",
    fix="hold the session now; until then the {mentor} takes on nobody new",
)
def supervision_on_time(phases: Phases, placed_on: PlacedOn, supervised_on: SupervisedOn, on: date) -> bool:
    """When sessions are put off, mentors are left alone with what they hear."""
    return placed_on <= supervised_on <= on and all(
        min(on, last_day) <= day_after(supervised_on, every)
        for every, first_day, last_day in intervals(phases, placed_on)
        if first_day <= on and supervised_on <= last_day
    )


STD408 = requires(
    "STD408",
    "supervisors know the role",
    {"supervision.supervisors_have": includes_one_of("experience as a peer", "training in supervising peers")},
    strength=Strength.SHOULD,
    sources=[_BEEN_A_PEER, _LEARNT_IT],
    reason="Supervisors who have neither been a peer nor learnt to supervise one treat peers as junior staff. One "
    "source asks for the experience, another asks clinicians for the training; either will do.",
)

STD409 = requires(
    "STD409",
    "clinicians learn to supervise peers",
    {"supervision.supervisors_have": includes("training in supervising peers")},
    strength=Strength.SHOULD,
    sources=[_LEARNT_IT],
    reason="A clinician is trained to treat people, and a peer is neither a patient nor a junior clinician.",
    applies=key_is("if clinicians supervise", At.supervision.led_by, "clinician"),
)

STD410 = requires(
    "STD410",
    "mentors grow into the role",
    {
        "supervision.covers": includes("development in the role", sources=[_GROW]),
        "supervision.wellbeing_support": includes("an experienced colleague at first", sources=[_BESIDE]),
    },
    strength=Strength.SHOULD,
    sources=[_GROW, _BESIDE],
    reason="People learn to mentor by watching an experienced mentor, and by talking about what they have tried. The "
    "first comes from a standard that programmes choose to be checked against, so it is recommended here.",
)


def _are_adults(programme: Programme) -> bool | None:
    youngest = programme.role.youngest
    return None if youngest is None else youngest >= _ADULT


STD411 = requires(
    "STD411",
    "somebody can be reached at any hour",
    {"supervision.wellbeing_support": includes("back-up at any hour")},
    strength=Strength.CAUTION,
    sources=[ANY_HOUR],
    reason="A mentor who gets a call at night needs a number to call; it may be one that the organisation has anyway. "
    "This is advice, since a small service may tell its mentors not to answer at night. Young mentors should not have "
    "to.",
    fix="{mentors} are all adults here, so they may be called at night: say whom they call then, or tell them not to "
    "answer",
    applies=when("if all mentors are 18 or over", _are_adults, "role.youngest"),
)


@rule(
    "STD416",
    strength=Strength.SHOULD,
    reads=[
        At.supervision.phases,
        At.relationship.shortest,
        At.relationship.longest,
        At.progression.longest_term,
    ],
    sources=[_REGULAR, SUPERVISION_NEEDED],
    asked_since="2026-11",
)
def supervision_goes_on(programme: Programme) -> Iterator[Problem]:
    """If the last phase ends while somebody is still a mentor, nobody supervises them from then on.

    Where the design says how long support lasts, or how long somebody is a mentor, a phase that ends before is a
    contradiction, which the check of the file finds.
    """
    phases = programme.supervision.phases or ()
    support, longest_term = programme.relationship, programme.progression.longest_term
    if phases and phases[-1].for_ is not None and (support.shortest, support.longest, longest_term) == (None,) * 3:
        yield not_settled(
            ("supervision", "phases", len(phases) - 1, "for"),
            f"how supervision goes on when its last phase ends, after {phases[-1].for_}",
            "take `for` out of the last phase, or add a phase; or state how long support lasts",
        )


def intervals(phases: tuple[Phase, ...], placed_on: date) -> Iterator[tuple[Duration, date, date]]:
    """How often a mentor is supervised from which day to which; the last phase goes on without end.

    All phases since the last session count, not only today's: a session that was missed in a close rhythm is not made
    up for by the arrival of a wider one.

    Raises:
        ValueError: for a phase that does not say how often, or, unless it is the last, for how long.
    """
    first_day = placed_on
    for place, phase in enumerate(phases, start=1):
        if phase.every is None or (phase.for_ is None and place < len(phases)):
            raise ValueError("a phase is not settled")
        if phase.for_ is None or place == len(phases):
            yield phase.every, first_day, date.max
        else:
            next_day = day_after(first_day, phase.for_)
            yield phase.every, first_day, next_day - timedelta(days=1)
            first_day = next_day
