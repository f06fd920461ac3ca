"""People and sessions, through all that the sheets say, held against trying every minute and every proposal."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations, product
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.case_reading import Case
from mentorkit.matching.slots import SlotsAnswer, match_slots
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.locks import Lock
from mentorkit.reports.slots import slots_summary
from mentorkit.values.opening_hours import Hours
from mentorkit.values.seen_text import easily_mixed_up, look_of_id
from tests.examples import examples

from .cohorts import COMPLETE, book, programme

ON = date(2027, 10, 20)
ZONE = ZoneInfo("Europe/London")
BOOK = book(COMPLETE["substance"])
DESIGN: Programme = programme(COMPLETE["substance"] | {"group_sessions": {"delivered_by": 1}}).in_way(
    Way.GROUP_SESSIONS
)
_CLOCKS_GO_BACK = datetime(2027, 10, 30, 22, tzinfo=UTC)
_HOURS = ["at any hour", "Sunday 00:30 to 02:00", "Saturday 23:00 to Sunday 01:30", "Sunday 01:00 to 04:00"]
_PEOPLE = ["P-1", "P-2", "P-3"]
_ALIKE = ["I-1", "L-1", "1-1", "P-1", "P-01", "X-1"]
_INCIDENTS = {"oldest": "1 month", "steps": [{"what": "first meeting", "within": "72 hours"}]}
_AFTER_INCIDENTS = programme(COMPLETE["substance"] | {"incidents": _INCIDENTS}).in_way(Way.INCIDENT)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[list[Case], list[Case]]:
    """Some people, and sessions in the night in which the clocks go back."""
    some = st.lists(st.sampled_from(_PEOPLE), max_size=1)
    people = [
        Case(id_, {
            "capacity": draw(st.integers(0, 2)),
            "available": Hours.parse(draw(st.sampled_from(_HOURS))),
            "not_with": tuple(each for each in draw(some) if each != id_),
        })
        for id_ in _PEOPLE
    ]  # fmt: skip
    sessions = []
    for number in range(draw(st.integers(1, 3))):
        starts = _CLOCKS_GO_BACK + timedelta(minutes=15 * draw(st.integers(0, 20)))
        ends = starts + timedelta(minutes=15 * draw(st.integers(1, 8)))
        zone = draw(st.sampled_from([UTC, ZONE]))
        facts: dict[str, Any] = {"starts_at": starts.astimezone(zone), "ends_at": ends.astimezone(zone)}
        facts |= {"needs": draw(st.integers(1, 2)), "vetoes": tuple(draw(some))}
        sessions.append(Case(f"S-{number}", facts))
    return people, sessions


def _is_there(person: Case, session: Case) -> bool:
    """Whether somebody is available at each minute of a session, by the clock on the wall."""
    at = session.facts["starts_at"].astimezone(UTC)
    while at < session.facts["ends_at"].astimezone(UTC):
        local = at.astimezone(ZONE)
        minute = local.weekday() * 24 * 60 + local.hour * 60 + local.minute
        if not person.facts["available"].minutes >> minute & 1:
            return False
        at += timedelta(minutes=1)
    return True


def _overlap(one: Case, other: Case) -> bool:
    first = max(each.facts["starts_at"].astimezone(UTC) for each in (one, other))
    return bool(first < min(each.facts["ends_at"].astimezone(UTC) for each in (one, other)))


def _may_be(made: tuple[tuple[Case, Case], ...]) -> bool:
    """Whether proposals hold together: (person, session)."""
    for person, session in made:
        if person.id in session.facts["vetoes"] or not _is_there(person, session):
            return False
        if sum(other is person for other, _ in made) > person.facts["capacity"]:
            return False
        if sum(other is session for _, other in made) > session.facts["needs"]:
            return False
    for (person, session), (other, at) in combinations(made, 2):
        if person is other and _overlap(session, at):
            return False
        foes = other.id in person.facts["not_with"] or person.id in other.facts["not_with"]
        if session is at and foes:
            return False
    return True


@given(sheets())
@examples(60)
def test_as_many_places_are_filled_as_can_be_and_each_of_them_may_be(both: tuple[list[Case], list[Case]]) -> None:
    people, sessions = both
    by_id = {case.id: case for case in (*people, *sessions)}
    answer: SlotsAnswer = match_slots(BOOK, DESIGN, Way.GROUP_SESSIONS, people, sessions, ON)
    made = tuple((by_id[place.person], by_id[slot.id]) for slot in answer.slots for place in slot.places)
    assert _may_be(made)
    possible = [(person, session) for person, session in product(people, sessions) if _may_be(((person, session),))]
    assert not any(_may_be(more) for more in combinations(possible, len(made) + 1))
    backwards = match_slots(BOOK, DESIGN, Way.GROUP_SESSIONS, people[::-1], sessions[::-1], ON)
    assert backwards == answer


def test_when_the_time_is_up_it_is_said_what_is_proven_all_the_same() -> None:
    people = [Case(id_, {"capacity": 1, "available": Hours.parse("at any hour")}) for id_ in _PEOPLE]
    starts = datetime(2027, 10, 30, 10, tzinfo=UTC)
    facts = {"starts_at": starts, "ends_at": starts + timedelta(hours=1), "needs": 2}

    def proof(time_limit: float, *more: Case) -> str:
        sessions = [Case("S-1", facts), *more]
        answer = match_slots(BOOK, DESIGN, Way.GROUP_SESSIONS, people, sessions, ON, time_limit=time_limit)
        return slots_summary(answer).partition("order of ids; ")[2]

    assert proof(60) == "proven: no more than 2 can be filled"
    assert proof(0) == (
        "proven: no more than 2 can be filled.\n"
        "The time was up: a longer --time-limit may propose others for as many places"
    )
    assert proof(0, Case("S-2", facts | {"vetoes": ("P-2", "P-3")})) == (
        "not proven: up to 3 may be possible.\n"
        "The time was up: a longer --time-limit may fill more, or prove that none can be"
    )


def test_by_hours_an_incident_is_too_old_from_one_minute_to_the_next() -> None:
    steps = [{"what": "first meeting", "within": "24 hours"}]
    keys = {"oldest": "36 hours", "steps": steps}
    design = programme(COMPLETE["substance"] | {"incidents": keys}).in_way(Way.INCIDENT)
    happened_at = datetime(2027, 10, 30, 12, tzinfo=ZONE)  # the clocks go back in the night after it
    incident = Case("I-1", {"person": "X-1", "happened_at": happened_at, "part_of_it": ()})
    people = [Case("P-1", {"capacity": 1})]
    last = datetime(2027, 10, 30, 11, tzinfo=UTC) + timedelta(hours=36)
    for at, too_old in ((last, False), (last + timedelta(minutes=1), True)):
        answer = match_slots(BOOK, design, Way.INCIDENT, people, [incident], at.astimezone(ZONE))
        assert bool(answer.slots[0].why) is too_old
        assert len(answer.slots[0].places) == (not too_old)


@given(
    people=st.sets(st.sampled_from(_ALIKE), min_size=1),
    named=st.lists(st.sampled_from([*_ALIKE, "none"]), min_size=4, max_size=4),
)
@examples(100)
def test_nobody_is_proposed_who_may_be_somebody_kept_from_an_incident(people: set[str], named: list[str]) -> None:
    person, involved, not_wanted, never = named
    happened = {"happened_at": datetime(2027, 10, 19, 12, tzinfo=ZONE)}
    keeps_from_it = {"person": person, "part_of_it": (involved,), "vetoes": (not_wanted,)}
    answer = match_slots(
        BOOK,
        _AFTER_INCIDENTS,
        Way.INCIDENT,
        [Case(each, {"capacity": 1}) for each in people],
        [
            Case("A", happened | keeps_from_it | {"needs": len(_ALIKE)}),
            Case("B", happened | {"person": involved, "part_of_it": (), "needs": 0}),
        ],
        ON,
        locks=[] if never == "none" else [Lock("A", never, "never", 2, away=True)],
    )
    proposed = {place.person for slot in answer.slots for place in slot.places}
    for each in named:
        alike = look_of_id if each in people else easily_mixed_up
        assert alike(each) not in map(alike, proposed)
    if person == "none":
        assert not proposed
    elif not answer.not_found and not answer.look_alike:
        assert proposed == people - {*named}
