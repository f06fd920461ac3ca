"""Several mentors for a mentee and an even spread through the whole path, against trying everything."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.case_reading import Case
from mentorkit.matching import MatchingAnswer, MatchingError, match
from mentorkit.programme.matching import BEST, STABLE, WORST_RAISED
from mentorkit.records.locks import Lock
from tests.examples import examples

from .cohorts import ON, admissible, book, compare, designs, people, places, programme, should_notes, willing
from .cohorts import Cohort as Both
from .test_why_unmatched import design, mentee, mentor

COHORTS = people()
Pair = tuple[str, str]


def matched(data: dict[str, Any], mentors: list[Case], mentees: list[Case], **more: Any) -> MatchingAnswer:
    return match(book(data), programme(data), mentors, mentees, ON, **more)


def best(
    data: dict[str, Any],
    pairs: dict[Pair, int],
    room: dict[str, int],
    mentees: list[str],
    notes: dict[Pair, int] | None = None,
    kept: tuple[Pair, ...] = (),
) -> tuple[tuple[Any, ...], list[Pair]]:
    """What the best of all ways comes to, by the definition, and its pairs without those that are kept."""
    each, spread = data["matching"]["mentors_per_mentee"], data["matching"]["spread"]
    raise_worst = data["matching"]["objective"] == WORST_RAISED
    free = sorted(set(pairs) - set(kept))
    left = {mentor: max(0, room[mentor] - sum(where == mentor for _, where in kept)) for mentor in room}
    found: list[tuple[tuple[Any, ...], list[Pair]]] = []
    for chosen in product((True, False), repeat=len(free)):
        made = [pair for pair, is_made in zip(free, chosen, strict=True) if is_made]
        has = [sum(who == person for who, _ in (*made, *kept)) for person in mentees]
        if max(has, default=0) > each or any(sum(at == m for _, at in made) > left[m] for m in left):
            continue
        load = [sum(at == mentor for _, at in (*made, *kept)) for mentor in room]
        scores = [pairs[pair] for pair in made]
        key = (
            tuple(sum(count > level for count in has) for level in range(each)),
            tuple(sum(count > level for count in load) for level in range(len(mentees))) if spread else (),
            sum(scores),
            min(scores, default=0) if raise_worst else 0,
            -sum((notes or {}).get(pair, 0) for pair in made),
            chosen,
        )
        found.append((key, made))
    return max(found)


@st.composite
def several(draw: st.DrawFn) -> dict[str, Any]:
    """A design in which mentees may have several mentors, or are spread over them."""
    data = draw(designs())
    data["matching"] |= {"mentors_per_mentee": draw(st.sampled_from([1, 2, 2, 3])), "spread": draw(st.booleans())}
    return data


@examples(60)
@given(several(), COHORTS, st.data())
def test_the_best_pairs_are_found_around_those_that_are_kept(
    data: dict[str, Any], cohort: Both, draw: st.DataObject
) -> None:
    mentors, mentees = cohort
    ids = [each.id for each in mentees]
    every = [(who, where.id) for who in ids for where in mentors]
    locked = draw.draw(st.sets(st.sampled_from(every), max_size=2)) if every else set()
    marks = {pair: draw.draw(st.sampled_from(["keep", "never", ""])) for pair in sorted(locked)}
    kept = tuple(pair for pair, mark in marks.items() if mark == "keep")
    locks = [Lock(*pair, mark, 2) for pair, mark in marks.items()]  # type: ignore[arg-type]
    each = data["matching"]["mentors_per_mentee"]
    if any(sum(who == person for who, _ in kept) > each for person in ids):
        with pytest.raises(MatchingError, match="already"):
            matched(data, *cohort, locks=locks)
        return
    found = matched(data, *cohort, locks=locks, stay="most")
    full = {who for who in ids if sum(who == person for person, _ in kept) == each}
    free = {p: s for p, s in admissible(data, *cohort).items() if marks.get(p) != "never" and p[0] not in full}
    stays = {pair: score + 1000 * (marks.get(pair) == "") for pair, score in free.items()}
    key, made = best(data, stays, places(mentors), ids, should_notes(data, *cohort), kept)
    assert [(each.mentee, each.mentor) for each in found.proposals] == sorted([*made, *kept])
    assert found.matched == key[0][0]
    assert {(each.mentee, each.mentor) for each in found.proposals if each.kept} == set(kept)
    assert {person.mentee for person in found.unmatched} == set(ids) - {who for who, _ in (*made, *kept)}
    if not found.compared:
        assert found.proof.startswith(f"{key[0][0]} matched, and who has whom follows ")
        return
    for level, count in enumerate(key[0][1:], start=2):
        assert f"; {count} with {level} mentors, of at most {count};" in found.proof
    if data["matching"]["spread"]:
        over = key[1][0] if ids else 0
        assert f"; spread over {over} {'mentor' if over == 1 else 'mentors'}, of at most" in found.proof


@examples(60)
@given(several(), COHORTS)
def test_what_is_said_to_help_does_and_what_is_said_to_be_scarce_is(data: dict[str, Any], cohort: Both) -> None:
    mentors, mentees = cohort
    found = matched(data, *cohort)
    pairs, ids, room = admissible(data, *cohort), [each.id for each in mentees], places(mentors)

    def reached(pairs: dict[Pair, int], room: dict[str, int]) -> int:
        return int(best(data, pairs, room, ids)[0][0][0])

    helpful = {m for m in room if reached(pairs, room | {m: room[m] + 1}) > found.matched}
    assert set(found.place_helps) == helpful
    for person in found.unmatched:
        changes = {remedy.change.partition(",")[0].partition(" with")[0] for remedy in person.remedies}
        assert set(person.full) <= helpful
        assert ("one more place" in changes) == bool(person.full)
        told = {m for r in person.remedies if r.change.startswith(("do without", "find out")) for m in r.mentors}
        labels = [each for each in person.barriers if each.label.startswith("lacks") or "is not known" in each.label]
        for mentor_id in (mentor_id for barrier in labels for mentor_id in barrier.only):
            more = reached(pairs | {(person.mentee, mentor_id): 0}, room)
            assert (mentor_id in told) == (more > found.matched)
    required = {each["what"]: each for each in data["matching"]["preferences"] if each.get("required")}
    kinds = {(kind.what, str(kind.value)): kind.adds for kind in found.kinds}
    able = willing(data, mentors, mentees)
    suited = {"": set(ids)}
    if "language" in required:
        new = Case("M-new", {"mentor_language": "welsh"})
        suited["language"] = {m.id for m in mentees if compare(required["language"], new, m, [])[0]}
    for what, some in suited.items():
        more = reached(pairs | {(who, "M-new"): 0 for who in some & able}, room | {"M-new": 2}) - found.matched
        assert kinds.get((what, "welsh" if what else "None"), 0) == more


def test_everybody_has_one_mentor_before_anybody_has_two() -> None:
    people = [mentor("M-1"), mentor("M-2", capacity=2)], [mentee("C-1"), mentee("C-2")]
    found = matched(design(mentors_per_mentee=2), *people)
    assert [(each.mentee, each.mentor) for each in found.proposals] == [("C-1", "M-1"), ("C-1", "M-2"), ("C-2", "M-2")]
    assert (found.matched, found.unmatched) == (2, ())


def test_mentors_who_have_nobody_come_first_even_if_others_fit_better() -> None:
    area = {"what": "area", "kind": "same", "weight": 5}
    mentors = [mentor("M-1", mentor_area="east", capacity=2), mentor("M-2", mentor_area="west")]
    mentees = [mentee("C-1", mentee_area="east"), mentee("C-2", mentee_area="east")]
    pairs = {
        spread: [each.mentor for each in matched(design(area, spread=spread), mentors, mentees).proposals]
        for spread in (False, True)
    }
    assert pairs == {False: ["M-1", "M-1"], True: ["M-1", "M-2"]}
    held = [Lock("C-1", "M-2", "keep", 2)]
    found = matched(design(area, spread=True, mentees_per_mentor=2), mentors, mentees, locks=held)
    assert [each.mentor for each in found.proposals] == ["M-2", "M-1"]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({"objective": STABLE, "mentors_per_mentee": 2}, "a mentee has one mentor for stable pairs"),
        ({"objective": STABLE, "spread": True}, "mentees are not spread over mentors for stable pairs"),
        ({"capacity_in": "hours", "mentors_per_mentee": 2}, "a mentee has one mentor where hours are shared out"),
        ({"capacity_in": "hours", "spread": True}, "mentees are not spread over mentors where hours are shared out"),
        ({"objective": BEST, "mentors_per_mentee": 0}, "a mentee has at least one mentor"),
    ],
)
def test_what_has_no_meaning_together_is_refused(stated: dict[str, Any], told: str) -> None:
    with pytest.raises(MatchingError, match=told):
        matched(design(**stated), [mentor("M-1")], [mentee("C-1")])
