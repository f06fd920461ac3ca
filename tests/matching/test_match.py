"""Matching people through the whole path, held against trying everything; and the laws."""

import random
from datetime import date
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mentorkit.api import Evidence, Fact, Source, Strength, rule
from mentorkit.core.case_reading import Case, ReadyRule
from mentorkit.matching import MatchingAnswer, MatchingError, match
from mentorkit.matching.cohort import Cohort
from mentorkit.matching.fast_rules import GOES_ON, NOTED, RULED_OUT, FastRule
from mentorkit.programme.matching import BEST, STABLE, WORST_RAISED
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.locks import Lock
from tests.examples import examples

from .cohorts import (
    COMPLETE,
    IMPOSSIBLE_DATES,
    ON,
    admissible,
    best,
    book,
    compare,
    designs,
    people,
    places,
    programme,
    should_notes,
    willing,
)
from .cohorts import Cohort as Both

COHORTS = people()
# Ten laws are tried over the same designs and cohorts, each of which takes a while to read and to ask about; so each
# has few of them, and most have as many people as there are at most.
EXAMPLES = examples(120)
FEWER = examples(60)


def test_nobody_is_paired_where_the_programme_offers_other_ways() -> None:
    fellowship = programme(COMPLETE["substance"]).in_way(Way.MUTUAL_AID)
    with pytest.raises(MatchingError, match="does not list pair: nobody meets in pairs here"):
        match(book(COMPLETE["substance"]), fellowship, [], [], ON)


def matched(data: dict[str, Any], mentors: list[Case], mentees: list[Case], **more: Any) -> MatchingAnswer:
    return match(book(data), programme(data), mentors, mentees, ON, **more)


def pairs_of(matching: MatchingAnswer) -> dict[str, str]:
    return {proposal.mentee: proposal.mentor for proposal in matching.proposals}


def options(data: dict[str, Any], mentors: list[Case], mentees: list[Case]) -> set[tuple[str, str]]:
    cohort = Cohort(book(data), programme(data), mentors, mentees, ON)
    return {
        (cohort.mentees[mentee].id, cohort.mentors[mentor].id)
        for mentee in cohort.open_mentees
        for mentor in cohort.options(mentee)
    }


def test_made_up_cohorts_have_pairs_and_also_people_who_have_nobody() -> None:
    found = []

    @settings(deadline=None, max_examples=100, database=None, derandomize=True)
    @given(designs(), COHORTS)
    def look(data: dict[str, Any], cohort: Both) -> None:
        found.append((len(admissible(data, *cohort)), len(cohort[0]) * len(cohort[1])))

    look()
    assert sum(1 for pairs, possible in found if pairs > 1 and pairs < possible) > len(found) / 4


@EXAMPLES
@given(designs(), COHORTS)
def test_pairs_are_those_that_everything_asked_of_each_pair_lets_through(data: dict[str, Any], cohort: Both) -> None:
    expected = admissible(data, *cohort)
    assert options(data, *cohort) == set(expected)
    for proposal in matched(data, *cohort).proposals:
        assert proposal.score == sum(term.points for term in proposal.terms)
        assert proposal.score == expected[proposal.mentee, proposal.mentor]


@EXAMPLES
@given(designs(), COHORTS)
def test_the_best_pairs_are_found(data: dict[str, Any], cohort: Both) -> None:
    mentors, mentees = cohort
    raise_worst = data["matching"]["objective"] == WORST_RAISED
    notes = should_notes(data, *cohort)
    ids = [mentee.id for mentee in mentees]
    expected = best(admissible(data, *cohort), places(mentors), ids, raise_worst=raise_worst, notes=notes)
    found = matched(data, *cohort)
    assert (len(found.proposals), found.total) == expected[:2]
    assert pairs_of(found) == expected[3]
    assert found.notes == sum(notes[pair] for pair in expected[3].items())
    if raise_worst:
        assert found.worst == expected[2]
    assert found.proven


@FEWER
@given(designs(), COHORTS)
def test_one_more_place_helps_exactly_where_it_is_said_to(data: dict[str, Any], cohort: Both) -> None:
    mentors, mentees = cohort
    found = matched(data, *cohort)
    pairs, ids = admissible(data, *cohort), [mentee.id for mentee in mentees]
    helpful = set()
    for mentor in mentors:
        room = places(mentors)
        room[mentor.id] += 1
        if best(pairs, room, ids, raise_worst=False)[0] > len(found.proposals):
            helpful.add(mentor.id)
    assert set(found.place_helps) == helpful
    for person in found.unmatched:
        for remedy in person.remedies:
            if remedy.change.startswith("one more place"):
                for mentor_id in remedy.mentors:
                    room = places(mentors)
                    room[mentor_id] += 1
                    # Everybody who has somebody keeps somebody, and so does this person.
                    sure = {*pairs_of(found), person.mentee}
                    fewer = {pair: score for pair, score in pairs.items() if pair[0] in sure}
                    assert best(fewer, room, ids, raise_worst=False)[0] == len(sure)
        told = {
            mentor_id
            for remedy in person.remedies
            if remedy.change.startswith(("do without", "find out"))
            for mentor_id in remedy.mentors
        }
        alone = {
            mentor_id
            for barrier in person.barriers
            if barrier.label.startswith("lacks") or barrier.label.endswith("is not known")
            for mentor_id in barrier.only
        }
        for mentor_id in alone:
            more = best(pairs | {(person.mentee, mentor_id): 0}, places(mentors), ids, raise_worst=False)[0]
            assert (mentor_id in told) == (more > len(found.proposals))


@FEWER
@given(designs(), COHORTS)
def test_one_more_mentor_of_a_kind_adds_exactly_so_many(data: dict[str, Any], cohort: Both) -> None:
    mentors, mentees = cohort
    found = matched(data, *cohort)
    pairs, ids = admissible(data, *cohort), [mentee.id for mentee in mentees]
    told = {(kind.what, str(kind.value)): kind.adds for kind in found.kinds}
    required = {each["what"]: each for each in data["matching"]["preferences"] if each.get("required")}
    able = willing(data, mentors, mentees)

    def added(suited: set[str]) -> int:
        more = pairs | {(mentee, "M-new"): 0 for mentee in suited & able}
        return best(more, places(mentors) | {"M-new": 2}, ids, raise_worst=False)[0] - len(found.proposals)

    assert told.get(("", "None"), 0) == added(set(ids))
    for value in ("welsh", "english"):
        if "language" in required:
            new = Case("M-new", {"mentor_language": value})
            suited = {m.id for m in mentees if compare(required["language"], new, m, [])[0]}
            assert told.get(("language", value), 0) == added(suited)
    for value in ("mon", "tue", "wed"):
        if "days" in required:
            new = Case("M-new", {"mentor_days": [value]})
            suited = {m.id for m in mentees if compare(required["days"], new, m, [])[0]}
            assert told.get(("days", value), 0) == added(suited)
    for year in range(5, 12):
        if "year" in required and ("year", str(year)) in told:
            new = Case("M-new", {"mentor_year": year})
            suited = {m.id for m in mentees if compare(required["year"], new, m, [])[0]}
            assert told["year", str(year)] == added(suited)
    adds = [kind.adds for kind in found.kinds if kind.what]
    assert adds == sorted(adds, reverse=True)


@FEWER
@given(designs(), COHORTS, st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(data: dict[str, Any], cohort: Both, order: random.Random) -> None:
    shuffled = [list(side) for side in cohort]
    for side in shuffled:
        order.shuffle(side)
    assert matched(data, *shuffled) == matched(data, *cohort)


@EXAMPLES
@given(designs(), COHORTS, st.data())
def test_what_is_not_known_never_makes_a_pair_possible(data: dict[str, Any], cohort: Both, draw: st.DataObject) -> None:
    def forget(case: Case) -> Case:
        # A date that cannot be is worse than one that is not known.
        possible = {name for name, value in case.facts.items() if value not in IMPOSSIBLE_DATES}
        facts = sorted(possible - {"mentee_vetoes", "capacity"})
        lost = draw.draw(st.sets(st.sampled_from(facts), max_size=2)) if facts else set()
        return attrs.evolve(case, facts={name: value for name, value in case.facts.items() if name not in lost})

    fewer = [[forget(case) for case in side] for side in cohort]
    assert options(data, *fewer) <= options(data, *cohort)


@FEWER
@given(designs(), COHORTS)
def test_an_exclusion_more_never_adds_a_pair(data: dict[str, Any], cohort: Both) -> None:
    before = options(data, *cohort)
    data["matching"]["exclusions"] = [*data["matching"]["exclusions"], {"what": "style", "kind": "overlap"}]
    assert options(data, *cohort) <= before


@FEWER
@given(designs(), COHORTS, st.data())
def test_locks_are_kept_and_what_may_change_changes_as_little_as_possible(
    data: dict[str, Any], cohort: Both, draw: st.DataObject
) -> None:
    mentors, mentees = cohort
    assume(mentors and mentees)
    pairs, ids = admissible(data, *cohort), [mentee.id for mentee in mentees]
    earlier = {
        mentee: draw.draw(st.sampled_from([mentor.id for mentor in mentors]))
        for mentee in draw.draw(st.sets(st.sampled_from(ids)))
    }
    marks = {mentee: draw.draw(st.sampled_from(["keep", "never", "", ""])) for mentee in sorted(earlier)}
    locks = [Lock(mentee, earlier[mentee], mark, 2) for mentee, mark in marks.items()]  # type: ignore[arg-type]
    found = matched(data, *cohort, locks=locks, stay="most")
    kept = {mentee: earlier[mentee] for mentee, mark in marks.items() if mark == "keep"}
    assert {p.mentee: p.mentor for p in found.proposals if p.kept} == kept
    room = places(mentors)
    for mentor in kept.values():
        room[mentor] = max(0, room[mentor] - 1)
    free = {
        (mentee, mentor): score
        for (mentee, mentor), score in pairs.items()
        if mentee not in kept and not (marks.get(mentee) == "never" and earlier[mentee] == mentor)
    }
    stays = {pair: 1000 if marks.get(pair[0]) == "" and earlier[pair[0]] == pair[1] else 0 for pair in free}
    expected = best(
        {pair: score + stays[pair] for pair, score in free.items()},
        room,
        [mentee for mentee in ids if mentee not in kept],
        raise_worst=data["matching"]["objective"] == WORST_RAISED,
        notes=should_notes(data, *cohort),
    )
    assert pairs_of(found) == expected[3] | kept
    changed = {(mentee, earlier[mentee]) for mentee, mark in marks.items() if mark == ""}
    assert set(found.changed) == changed - set(pairs_of(found).items())


@FEWER
@given(designs(objectives=(STABLE,)), COHORTS)
def test_nobody_would_both_rather_have_each_other(data: dict[str, Any], cohort: Both) -> None:
    mentors = cohort[0]
    pairs = admissible(data, *cohort)
    found = pairs_of(matched(data, *cohort))
    collects = data["matching"]["collects"]
    by_id = {case.id: case for side in cohort for case in side}

    def liking(mentee: str, mentor: str, side: str) -> int:
        fewer = [name for name in collects if not name.startswith("mentor_prefers_")]
        total = 0
        for each in data["matching"]["preferences"]:
            both = compare(each, by_id[mentor], by_id[mentee], collects)[1]
            mine = compare(each, by_id[mentor], by_id[mentee], fewer)[1]
            total += both if each["kind"] != "prefer" else mine if side == "mentee" else both - mine
        return total

    notes = should_notes(data, *cohort)

    def rank(mentee: str, mentor: str, side: str) -> tuple[int, int, str]:
        """How far down one of the two ranks the other: by points, then notes, then id."""
        other = mentor if side == "mentee" else mentee
        return -liking(mentee, mentor, side), notes[mentee, mentor], other

    room = places(mentors)
    members = {mentor: [mentee for mentee, mine in found.items() if mine == mentor] for mentor in room}
    for mentee, mentor in pairs:
        mine = found.get(mentee)
        wants = mine is None or rank(mentee, mentor, "mentee") < rank(mentee, mine, "mentee")
        free = len(members[mentor]) < room[mentor]
        liked = [rank(other, mentor, "mentor") for other in members[mentor]]
        rather = bool(liked) and rank(mentee, mentor, "mentor") < max(liked)
        assert not (wants and (free or rather))


@FEWER
@given(designs(objectives=(BEST,)), COHORTS, st.data())
def test_hours_are_shared_out_as_well_as_can_be(data: dict[str, Any], cohort: Both, draw: st.DataObject) -> None:
    from itertools import product

    from mentorkit.values.duration import Duration

    mentors, mentees = cohort
    hours = st.integers(1, 3)
    data["matching"]["capacity_in"] = "hours"
    room = {mentor.id: draw.draw(hours) for mentor in mentors}
    needs = {mentee.id: draw.draw(hours) for mentee in mentees}
    timed = [
        [attrs.evolve(m, facts={**m.facts, "capacity": Duration(room[m.id], "hour")}) for m in mentors],
        [attrs.evolve(m, facts={**m.facts, "hours_needed": Duration(60 * needs[m.id], "minute")}) for m in mentees],
    ]
    pairs = admissible(data, *cohort)
    choices = [[None, *(mentor for mentor in room if (mentee, mentor) in pairs)] for mentee in needs]
    found = matched(data, *timed)
    notes = should_notes(data, *cohort)
    possible = [
        (len(made), sum(pairs[pair] for pair in made), -sum(notes[pair] for pair in made))
        for chosen in product(*choices)
        for made in [[(mentee, mentor) for mentee, mentor in zip(needs, chosen, strict=True) if mentor]]
        if all(sum(needs[mentee] for mentee, mine in made if mine == mentor) <= h for mentor, h in room.items())
    ]
    assert found.proven
    assert (len(found.proposals), found.total, -found.notes) == max(possible)


def test_a_date_of_one_that_contradicts_a_date_of_the_other_rules_the_pair_out() -> None:
    source = Source(author="A", title="A book", address="https://example.org", evidence=Evidence.PRACTICE)

    @rule("HSG301", strength=Strength.SHOULD, sources=[source], unmet="they have not met", fix="let them meet")
    def they_have_met(
        mentor_met_on: Annotated[date, Fact("the first meeting", not_before="mentee_asked_on")],
        mentee_asked_on: Annotated[date, Fact("the day of the question")],
        on: date,
    ) -> bool:
        """People choose for themselves."""
        return mentee_asked_on <= mentor_met_on <= on

    ask = FastRule.of(ReadyRule.of(they_have_met, Programme(), {}), ON).answer_function()
    met = {"mentor_met_on": date(2026, 11, 1)}
    assert ask(met, {"mentee_asked_on": date(2026, 10, 1)}) == GOES_ON
    assert ask(met, {"mentee_asked_on": date(2026, 11, 2)}) == RULED_OUT
    assert ask(met, None) == NOTED
