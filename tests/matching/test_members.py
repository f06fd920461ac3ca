"""Members who are sponsors and look for one, in one list: against trying everything, and what is never proposed."""

from datetime import date
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.case_reading import Case
from mentorkit.matching import MatchingAnswer, MatchingError, match, match_members
from mentorkit.matching.members import NO_CIRCLES, find_circle
from mentorkit.programme.matching import BEST, STABLE, WORST_RAISED, Matching
from mentorkit.programme.shared_keys import ways_of_shared
from mentorkit.programme.ways import Way
from mentorkit.records.locks import Lock
from mentorkit.registry.load import Plugins
from mentorkit.toml.structure import read_programme
from tests.examples import examples

from .cohorts import ON

BOOK = Plugins().rulebook([])
IDS = ["A-1", "A-2", "A-3", "A-4"]
Pair = tuple[str, str]


def design(**matching: Any) -> dict[str, Any]:
    return {
        "format": 2,
        "programme": {"ways": ["mutual aid"], "sectors": []},
        "matching": {
            "collects": ["mentor_evenings", "mentee_evenings", "mentor_sober_since", "mentee_sober_since"],
            "preferences": [{"what": "evenings", "kind": "overlap", "weight": 3}],
            **matching,
        },
    }


def member(id_: str, wants: bool | None = True, room: int | None = 1, **facts: Any) -> Case:
    both = {f"{side}_{what}": value for what, value in facts.items() for side in ("mentor", "mentee")}
    vetoes = {"mentee_vetoes": facts["vetoes"]} if "vetoes" in facts else {}
    shown = {name: value for name, value in both.items() if not name.endswith("vetoes")}
    return Case(id_, {"wants_sponsor": wants, "capacity": room, **shown, **vetoes})


def matched(data: dict[str, Any], members: list[Case], **more: Any) -> MatchingAnswer:
    return match_members(BOOK, read_programme(data, {})[0], members, ON, **more)


def pairs_of(found: MatchingAnswer) -> list[Pair]:
    return [(each.mentee, each.mentor) for each in found.proposals]


def test_a_member_of_whom_one_date_is_given_twice_is_not_compared_by_it() -> None:
    further_on = {"what": "sober_since", "kind": "near", "within": "40 years", "ahead": "mentor", "required": True}
    data = design(preferences=[further_on])
    sponsor = member("A-1", wants=False, sober_since=date(2015, 3, 2))
    assert pairs_of(matched(data, [sponsor, member("A-2", sober_since=date(2020, 1, 6))])) == [("A-2", "A-1")]
    # Which of the two dates is right decides who is further on.
    twice = Case("A-1", {**sponsor.facts, "mentee_sober_since": date(2025, 3, 2)})
    (unmatched,) = matched(data, [twice, member("A-2", sober_since=date(2020, 1, 6))]).unmatched
    assert unmatched.mentee == "A-2"


class Noting:
    """A [matching] that notes which of its keys are read."""

    def __init__(self, matching: Matching) -> None:
        self._matching, self.read = matching, set[str]()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self._matching, name)


def test_every_key_by_which_members_are_matched_is_for_mutual_aid() -> None:
    programme, _ = read_programme(design(), {})
    noting: Any = Noting(programme.matching)
    match_members(BOOK, attrs.evolve(programme, matching=noting), [member("A-1"), member("A-2")], ON)
    # Criteria are named where nothing is compared; the stages that can be required are none of a member.
    keys = noting.read - {"criteria", "requires"}
    assert {"collects", "exclusions", "preferences", "mentors_per_mentee", "capacity_in"} <= keys
    assert [key for key in keys if Way.MUTUAL_AID not in (ways_of_shared(("matching", key)) or Way)] == []


@st.composite
def fellowships(draw: st.DrawFn) -> list[Case]:
    evenings = st.lists(st.sampled_from(["mon", "tue", "wed"]), min_size=1, max_size=2, unique=True).map(tuple)
    return [
        member(
            id_,
            draw(st.sampled_from([True, True, False, None])),
            draw(st.sampled_from([0, 1, 1, 2, None])),
            evenings=draw(evenings),
            vetoes=draw(st.lists(st.sampled_from([other for other in IDS if other != id_]), max_size=1)),
        )
        for id_ in draw(st.permutations(IDS))
    ]


def best(data: dict[str, Any], members: list[Case], kept: tuple[Pair, ...]) -> tuple[Any, ...]:
    """What the best of all ways comes to, by the definition, without those that are kept."""
    by_id = {case.id: case.facts for case in members}
    each = data["matching"]["mentors_per_mentee"]
    vetoed = {(id_, other) for id_, facts in by_id.items() for other in facts["mentee_vetoes"]}
    free = [
        (one, other)
        for one, other in product(IDS, IDS)
        if one != other
        and by_id[one]["wants_sponsor"]
        and by_id[other]["capacity"]
        and not {(one, other), (other, one)} & vetoed
        and (one, other) not in kept
    ]
    left = {id_: max(0, (facts["capacity"] or 0) - sum(at == id_ for _, at in kept)) for id_, facts in by_id.items()}
    found = []
    for chosen in product((True, False), repeat=len(free)):
        made = [pair for pair, is_made in zip(free, chosen, strict=True) if is_made]
        has = {id_: sum(who == id_ for who, _ in (*made, *kept)) for id_ in IDS}
        if max(has.values()) > each or any(sum(at == id_ for _, at in made) > left[id_] for id_ in IDS):
            continue
        if find_circle((IDS.index(one), IDS.index(other)) for one, other in (*made, *kept)):
            continue
        scores = [
            3 * len(set(by_id[one]["mentee_evenings"]) & set(by_id[other]["mentor_evenings"])) for one, other in made
        ]
        levels = tuple(sum(count > level for count in has.values()) for level in range(each))
        raised = data["matching"]["objective"] == WORST_RAISED
        found.append((levels, sum(scores), min(scores, default=0) if raised else 0))
    return max(found)


@given(members=fellowships(), objective=st.sampled_from([BEST, WORST_RAISED]), each=st.sampled_from([1, 1, 2]))
@examples(60)
def test_no_better_sponsors_are_possible_without_a_circle(members: list[Case], objective: str, each: int) -> None:
    data = design(objective=objective, mentors_per_mentee=each)
    vetoes = [{case.id, other} for case in members for other in case.facts["mentee_vetoes"]]
    kept = ("A-1", "A-2")
    locks = [Lock(*kept, "keep", 2)] if set(kept) not in vetoes else []
    found = matched(data, members, locks=locks)
    assert found == matched(data, members[::-1], locks=locks)
    assert not find_circle((IDS.index(one), IDS.index(other)) for one, other in pairs_of(found))
    assert all(set(pair) not in vetoes for pair in pairs_of(found))
    has = [[one for one, _ in pairs_of(found)].count(id_) for id_ in IDS]
    scores = [each.score for each in found.proposals if not each.kept]
    levels = tuple(sum(count > level for count in has) for level in range(each))
    lowest = min(scores, default=0) if objective == WORST_RAISED else 0
    assert (levels, sum(scores), lowest) == best(data, members, tuple([kept] if locks else []))
    assert found.proof.endswith(NO_CIRCLES)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=9))
@examples(100)
def test_a_circle_is_found_where_there_is_one(pairs: list[tuple[int, int]]) -> None:
    left = set(pairs)
    while ends := {pair for pair in left if all(pair[1] != other for other, _ in left)}:
        left -= ends
    circle = find_circle(pairs)
    assert bool(circle) is bool(left)
    assert set(circle) <= set(pairs)
    assert [one for one, _ in circle] == [other for _, other in circle[-1:] + circle[:-1]]


def test_two_who_suit_each_other_best_are_not_each_others_sponsors() -> None:
    found = matched(design(), [member("A-1", evenings=("mon",)), member("A-2", evenings=("mon",))])
    assert pairs_of(found) in ([("A-1", "A-2")], [("A-2", "A-1")])
    (left,) = found.unmatched
    assert [each.label for each in left.barriers] == [
        "nobody is matched with themself",
        "would close a circle of members who sponsor each other",
    ]


def test_who_is_further_on_is_asked_of_each_as_what_they_are() -> None:
    data = design(
        preferences=[{"what": "years", "kind": "near", "difference": 30, "ahead": "mentor", "required": True}],
        collects=["mentor_years", "mentee_years"],
    )
    members = [member("A-1", years=1, room=3), member("A-2", years=9, room=3), member("A-3", years=5, room=3)]
    assert pairs_of(matched(data, members)) == [("A-1", "A-2"), ("A-3", "A-2")]


def test_of_whom_it_is_not_known_nothing_is_taken_to_be_meant() -> None:
    found = matched(design(mentees_per_mentor=3), [member("A-1", None, 0), member("A-2", False, None)])
    assert pairs_of(found) == []
    assert [(each.mentee, each.why, each.remedies[0].change) for each in found.unmatched] == [
        ("A-1", "wants_sponsor is not known", "find out wants_sponsor")
    ]
    assert [(each.mentor, each.why) for each in found.outside] == [("A-2", "capacity is not known")]


def test_a_veto_holds_of_somebody_who_looks_for_nobody() -> None:
    members = [member("A-1", room=0), member("A-2", False, 1, vetoes=["a-1 "])]
    (left,) = matched(design(), members).unmatched
    assert [each.label for each in left.barriers] == ["nobody is matched with themself", "the sponsor's veto"]


@pytest.mark.parametrize("matching", [{"objective": STABLE}, {"spread": True}])
def test_where_no_way_around_a_circle_is_known_nothing_is_proposed(matching: dict[str, Any]) -> None:
    with pytest.raises(MatchingError, match="the best answer has a circle of members who are each other's sponsors"):
        matched(design(**matching), [member("A-1", evenings=("mon",)), member("A-2", evenings=("mon",))])


def test_more_circles_than_can_be_looked_at_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorkit.matching.members._MOST_TRIES", 20)
    with pytest.raises(MatchingError, match="each of 20 answers has a circle"):
        matched(design(), [member(f"B-{number}", evenings=("mon",)) for number in range(12)])


def test_kept_pairs_that_make_a_circle_are_refused() -> None:
    locks = [Lock("A-1", "A-2", "keep", 2), Lock("A-2", "A-1", "keep", 3)]
    with pytest.raises(MatchingError) as refused:
        matched(design(), [member("A-1"), member("A-2")], locks=locks)
    assert str(refused.value) == "the pairs that are kept make a circle: A-2 for A-1 and A-1 for A-2"
    assert refused.value.fix == "remove keep from one of them"


def test_a_list_of_members_is_for_mutual_aid_alone_and_two_lists_are_not() -> None:
    with pytest.raises(MatchingError, match=r"programme\.ways does not list mutual aid"):
        matched({**design(), "programme": {"ways": ["pair"]}}, [member("A-1")])
    with pytest.raises(MatchingError, match=r"mutual_aid\.sponsors is false"):
        matched({**design(), "mutual_aid": {"sponsors": False}}, [member("A-1")])
    with pytest.raises(MatchingError, match=r"programme\.ways does not list pair"):
        match(BOOK, read_programme(design(), {})[0], [member("A-1")], [member("A-1")], ON)


def test_an_id_is_there_once() -> None:
    with pytest.raises(MatchingError, match="two members have ids that look alike: A-1 and a-1"):
        matched(design(), [member("A-1"), member("a-1")])


def test_members_whose_ids_look_alike_wait_since_they_may_be_one_person() -> None:
    members = [member("A-1", evenings=("mon",)), member("A-2", evenings=("mon",)), member("A-01", evenings=("mon",))]
    found = matched(design(), members)
    assert (pairs_of(found), found.look_alike) == ([], (("A-01", "A-1"),))
    assert [(each.mentee, each.why) for each in found.unmatched[:2]] == [
        (id_, "has an id that looks like another one") for id_ in ("A-01", "A-1")
    ]
