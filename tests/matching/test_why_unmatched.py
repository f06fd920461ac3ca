"""Why somebody has nobody and what would help, in small cases; and what is refused."""

import copy
from datetime import date
from typing import Any

import pytest

from mentorkit.core.case_reading import Case
from mentorkit.matching import Barrier, MatchingAnswer, MatchingError, Unmatched, match
from mentorkit.programme.matching import STABLE, WORST_RAISED
from mentorkit.records.locks import Lock
from mentorkit.values.duration import Duration

from .cohorts import COMPLETE, ON, book, programme

DAYS = {"what": "days", "kind": "overlap", "required": True}
AREA = {"what": "area", "kind": "same", "weight": 5}


def design(*preferences: dict[str, Any], **matching: Any) -> dict[str, Any]:
    data = copy.deepcopy(COMPLETE["schools"])
    names = [f"{side}_{each}" for side in ("mentor", "mentee") for each in ("days", "area", "id", "house")]
    asked = {"collects": names, "preferences": list(preferences), "exclusions": [], "mentees_per_mentor": 1}
    data["matching"] |= asked | {"objective": "most people, then best fit"} | matching
    return data


def mentor(id_: str, *days: str, **facts: Any) -> Case:
    return Case(id_, {"mentor_school_year": 11, **({"mentor_days": list(days)} if days else {}), **facts})


def mentee(id_: str, *days: str, **facts: Any) -> Case:
    known = {"mentee_school_year": 7, "mentee_agrees_to_match": True}
    known |= {"mentee_may_end_early": False, "mentee_extra_support_agreed": False}
    return Case(id_, {**known, **({"mentee_days": list(days)} if days else {}), **facts})


def matched(data: dict[str, Any], mentors: list[Case], mentees: list[Case], **more: Any) -> MatchingAnswer:
    return match(book(data), programme(data), mentors, mentees, ON, **more)


def only(data: dict[str, Any], mentors: list[Case], mentees: list[Case], **more: Any) -> Unmatched:
    (person,) = matched(data, mentors, mentees, **more).unmatched
    return person


def helps(person: Unmatched) -> list[tuple[str, tuple[str, ...]]]:
    return [(remedy.change, remedy.mentors) for remedy in person.remedies]


def test_a_fact_to_find_out_comes_before_a_requirement_to_do_without() -> None:
    person = only(design(DAYS), [mentor("M-1"), mentor("M-2", "tue")], [mentee("C-1", "mon")])
    assert {barrier.label: (barrier.mentors, barrier.only) for barrier in person.barriers} == {
        "days in common is not known": (1, ("M-1",)),
        "lacks days in common": (1, ("M-2",)),
    }
    assert helps(person) == [("find out mentor_days, for", ("M-1",)), ("do without days in common, for", ("M-2",))]


def test_a_rule_that_rules_out_is_named_and_nobody_is_told_to_do_without_it() -> None:
    young = mentor("M-1", mentor_school_year=8)
    person = only(design(), [young], [mentee("C-1")])
    assert [barrier.label for barrier in person.barriers] == ["SCH303 a mentor is some years ahead"]
    assert helps(person) == [("one more mentor who suits: no single change would make one of these mentors suit", ())]


def test_facts_that_are_not_known_of_a_mentee_are_to_be_found_out_before_anybody_is_looked_for() -> None:
    area = {"what": "area", "kind": "same", "required": True}
    people = [mentor("M-1", "mon", mentor_area="east"), mentor("M-2")]
    person = only(design(DAYS, area), people, [mentee("C-1")])
    assert helps(person) == [("find out mentee_area, mentee_days: until then no mentor can be found", ())]


def test_a_fact_that_a_rule_needs_is_one_to_find_out() -> None:
    person = only(design(), [mentor("M-1", mentor_school_year=None)], [mentee("C-1")])
    assert helps(person) == [("find out mentor_school_year, for", ("M-1",))]
    assert [outside.mentor for outside in matched(design(), [mentor("M-1", capacity="x")], []).outside] == ["M-1"]
    person = only(design(), [mentor("M-1")], [mentee("C-1", mentee_school_year=None)])
    assert helps(person) == [("find out mentee_school_year, for", ("M-1",))]


def test_one_more_place_names_who_would_have_to_move() -> None:
    mentors = [mentor("M-1", "mon"), mentor("M-2", "mon", "tue")]
    mentees = [mentee("C-1", "mon"), mentee("C-2", "mon"), mentee("C-3", "tue")]
    person = only(design(DAYS), mentors, mentees)
    assert person.mentee == "C-3"
    assert helps(person) == [
        ("one more place with", ("M-2",)),
        ("one more place, if C-2 moves from M-2 to M-1, with", ("M-1",)),
    ]
    mentors = [mentor("M-1", "mon"), mentor("M-2", "tue")]
    mentees = [mentee("C-1", "mon", "tue"), mentee("C-2", "mon"), mentee("C-3", "tue")]
    found = matched(design(DAYS), mentors, mentees)
    assert {p.mentee: p.mentor for p in found.proposals} == {"C-1": "M-1", "C-3": "M-2"}
    assert helps(found.unmatched[0]) == [
        ("one more place with", ("M-1",)),
        ("one more place, if C-1 moves from M-1 to M-2, with", ("M-2",)),
    ]
    assert found.place_helps == ("M-1", "M-2")


def test_to_do_without_something_helps_only_where_there_is_room_after_moves() -> None:
    mentors = [mentor("M-1", "mon"), mentor("M-2", "tue"), mentor("M-3", "wed")]
    mentees = [mentee("C-1", "mon", "tue"), mentee("C-2", "wed"), mentee("C-3", "thu")]
    found = matched(design(DAYS), mentors, mentees)
    assert {p.mentee: p.mentor for p in found.proposals} == {"C-1": "M-1", "C-2": "M-3"}
    # M-2 is free, and M-1 is once C-1 has moved there; M-3 can have nobody else.
    assert helps(found.unmatched[0]) == [("do without days in common, for", ("M-1", "M-2"))]


def test_what_stands_in_a_mentees_own_way_comes_alone() -> None:
    person = only(design(), [mentor("M-1")], [mentee("C-1", mentee_agrees_to_match=None)])
    assert [verdict.rule.id for verdict in person.own] == ["STD304"]
    assert helps(person) == [("find out mentee_agrees_to_match", ())]
    assert person.barriers == ()


def test_what_stands_in_everybodys_way_is_told_once() -> None:
    data = design()
    del data["matching"]["schools"]["year_gap"]
    found = matched(data, [mentor("M-1")], [mentee("C-1")])
    assert found.proposals == ()
    assert found.unmatched[0].barriers[0].label == "SCH303 a mentor is some years ahead"
    del data["relationship"]["shortest"]
    found = matched(data, [mentor("M-1")], [mentee("C-1")])
    assert [verdict.rule.id for verdict in found.everyone] == ["STD350"]
    assert "the programme does not state shortest" in found.everyone[0].message()
    assert found.unmatched[0].why == "what stops everybody stops this mentee too"


def test_without_mentors_nothing_else_is_said() -> None:
    assert only(design(DAYS), [], [mentee("C-1")]).why == "there are no mentors"


def test_whatever_stands_against_a_pair_that_is_kept_is_told() -> None:
    kept = [Lock(f"C-{number}", "M-1", "keep", number) for number in (1, 2)]
    mentees = [mentee("C-1", mentee_agrees_to_match=False), mentee("C-2")]
    found = matched(design(), [mentor("M-1", capacity=1)], mentees, locks=kept)
    full = "the mentor has more kept pairs than places"
    assert [proposal.despite for proposal in found.proposals] == [
        ("STD304 the mentee agrees to the match", full),
        (full,),
    ]
    assert matched(design(), [mentor("M-1", capacity=2)], mentees, locks=kept).proposals[1].despite == ()


def test_a_waived_rule_notes_and_rules_nobody_out() -> None:
    young = [mentor("M-1", mentor_school_year=8)]
    found = matched(design(), young, [mentee("C-1")], waived=[("SCH303", ())])
    assert [(note.rule.id, note.waived) for note in found.proposals[0].notes] == [("SCH303", True)]
    assert matched(design(), young, [mentee("C-1")], waived=[("STD999", ())]).proposals == ()


def test_so_many_are_looked_into_as_is_reasonable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorkit.matching.why_unmatched._MOST_LOOKED_INTO", 2)
    found = matched(design(), [mentor("M-1", capacity=0)], [mentee(f"C-{number}") for number in range(4)])
    assert [person.looked_into for person in found.unmatched] == [True, True, False, False]
    assert helps(found.unmatched[0]) == [("one more place with", ("M-1",))]


def test_kinds_are_told_with_the_scarcest_first() -> None:
    mentees = [mentee("C-1", "mon"), mentee("C-2", "tue"), mentee("C-3", "tue"), mentee("C-4", "wed")]
    found = matched(design(DAYS, mentees_per_mentor=2), [mentor("M-1", "wed", capacity=0)], mentees)
    assert [(kind.what, kind.value, kind.adds, kind.waiting) for kind in found.kinds] == [
        ("", None, 2, 4),
        ("days", "tue", 2, 2),
        ("days", "mon", 1, 1),
        ("days", "wed", 1, 1),
    ]


def test_somebody_with_very_many_entries_in_each_list_keeps_nobody_waiting() -> None:
    required = [{"what": what, "kind": "overlap", "required": True} for what in ("days", "area", "house")]
    some: dict[str, Any] = {"mentor_area": ["1"], "mentor_house": ["2"]}
    many = [str(number) for number in range(3000)]
    found = matched(
        design(*required),
        [mentor("M-1", "none"), mentor("M-2", "3", **some), mentor("M-3", "4", **some)],
        [mentee("C-1", *many, mentee_area=many, mentee_house=many)],
    )
    assert ([each.mentor for each in found.proposals], found.pairs) == (["M-2"], 2)


def test_a_blank_entry_is_nothing_in_common_and_no_veto() -> None:
    blank = matched(design(DAYS), [mentor("M-1", "")], [mentee("C-1", " ", "")])
    assert blank.unmatched[0].barriers == (Barrier("days in common is not known", 1, ("M-1",)),)
    vetoing = only(design(), [mentor("M-1")], [mentee("C-1", mentee_vetoes=["", "\u200b"])])
    assert vetoing.why == "mentee_vetoes cannot be read"


def test_hours_that_are_not_known_are_no_hours() -> None:
    data = design(capacity_in="hours")
    found = matched(data, [mentor("M-1"), mentor("M-2", capacity=Duration(1, "hour"))], [mentee("C-1")])
    assert [(outside.mentor, outside.why) for outside in found.outside] == [("M-1", "capacity is not known")]
    assert (found.unmatched[0].why, helps(found.unmatched[0])) == (
        "hours_needed is not known",
        [("find out hours_needed", ())],
    )
    weeks = Duration(2, "week")
    found = matched(data, [mentor("M-1", capacity=weeks)], [mentee("C-1", hours_needed=weeks)])
    assert (found.outside[0].why, found.unmatched[0].why) == ("capacity cannot be read", "hours_needed cannot be read")
    long = mentee("C-1", hours_needed=Duration(90, "minute"))
    person = only(data, [mentor("M-2", capacity=Duration(1, "hour"))], [long])
    assert helps(person) == [("as many more hours as are needed here, with", ("M-2",))]


def test_hours_beyond_all_that_are_needed_end_nobodys_match() -> None:
    room = [mentor("M-1", capacity=Duration(999_999, "hour")), mentor("M-2", capacity=Duration(61, "minute"))]
    needs = {"C-1": Duration(61, "minute"), "C-2": Duration(1, "minute"), "C-3": Duration(999_000, "hour")}
    people = [mentee(id_, hours_needed=needed) for id_, needed in needs.items()]
    found = matched(design(capacity_in="hours"), room, people, solver="own")
    assert {proposal.mentee for proposal in found.proposals} == {"C-1", "C-2", "C-3"}


def test_hours_cut_short_say_what_can_prove_more(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("objectives", "solver.hours"):
        monkeypatch.setattr(f"mentorkit.matching.{module}.find_spec", lambda _: None)
    short = [mentee(f"C-{needed}", hours_needed=Duration(needed, "minute")) for needed in (30, 31, 39)]
    room = [mentor(id_, capacity=Duration(50, "minute")) for id_ in ("M-1", "M-2")]
    assert matched(design(AREA, capacity_in="hours"), room, short, time_limit=0).proof == (
        "best found: 2 matched, 0 points; this is not proven to be the best, which is at most 3 matched, 0 points; "
        "mentorkit[matching] can prove more"
    )
    raised = design(AREA, capacity_in="hours", objective=WORST_RAISED)
    assert matched(raised, room, short).proof.endswith("; for hours the worst pair is not lifted")


@pytest.mark.parametrize(
    ("data", "more", "told"),
    [
        (design(objective=STABLE), {"stay": 5}, "a stable matching does not use points for staying"),
        (design(objective=STABLE, capacity_in="hours"), {}, "a stable matching cannot share out hours"),
        (design(AREA), {"stay": 10**9}, "points for staying are too many"),
        (design(AREA), {"locks": [Lock("C-1", "M-9", "keep", 7)]}, "row 7 keeps a pair, and M-9 is not in the sheets"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_remedy(data: dict[str, Any], more: dict[str, Any], told: str) -> None:
    facts = {"capacity": Duration(1, "hour")} if data["matching"].get("capacity_in") == "hours" else {}
    needs = {"hours_needed": Duration(1, "hour")} if facts else {}
    locks = {"locks": [Lock("C-1", "M-1", "", 2)], **more}
    people = [mentor("M-1", mentor_area="east", **facts)], [mentee("C-1", mentee_area="east", **needs)]
    with pytest.raises(MatchingError, match=told) as refused:
        matched(data, *people, **locks)
    assert refused.value.fix


def test_two_records_with_one_id_are_refused() -> None:
    with pytest.raises(MatchingError, match="two mentors have the id M-1"):
        matched(design(), [mentor("M-1"), mentor("M-1")], [])


def test_too_many_pairs_are_refused_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorkit.matching.possible_pairs.MOST_CANDIDATES", 5)
    mentors, mentees = [mentor(f"M-{n}") for n in range(3)], [mentee(f"C-{n}") for n in range(2)]
    with pytest.raises(MatchingError, match="more than 5 pairs are possible, which is too many to look at") as refused:
        matched(design(AREA), mentors, mentees)
    assert "required = true" in refused.value.fix


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"mentors": None}, "mentors is of the type NoneType; give a list of cases"),
        ({"mentees": 5}, "mentees is of the type int; give a list of cases"),
        ({"mentors": {"M-1": mentor("M-1")}}, r"mentors\[0\] is of the type str; give a list of cases"),
        ({"mentees": [mentee("C-1"), {"id": "C-2"}]}, r"mentees\[1\] is of the type dict; give a list of cases"),
        ({"stay": -1}, 'stay is -1; it has to be a whole number of points from 0, or "most"'),
        ({"stay": 0.5}, "stay is 0.5; it has to be a whole number"),
        ({"stay": True}, "stay is True; it has to be a whole number"),
        ({"stay": "all"}, "stay is 'all'; it has to be a whole number"),
    ],
)
def test_arguments_of_the_wrong_kind_are_named(changed: dict[str, Any], said: str) -> None:
    usual: dict[str, Any] = {"mentors": [mentor("M-1")], "mentees": [mentee("C-1")]}
    with pytest.raises(ValueError, match=f"^{said}"):
        matched(design(), **{**usual, **changed})


def test_everything_that_is_listed_may_be_a_generator() -> None:
    given: dict[str, list[Any]] = {
        "mentors": [mentor("M-1"), mentor("M-2")],
        "mentees": [mentee("C-1"), mentee("C-2")],
        "locks": [Lock("C-1", "M-1", "never", 2)],
        "waived": [("SCH303", ())],
    }
    listed = matched(design(), **given)
    generated: dict[str, Any] = {name: iter(each) for name, each in given.items()}
    assert matched(design(), **generated) == listed
    assert [(each.mentee, each.mentor) for each in listed.proposals] == [("C-1", "M-2"), ("C-2", "M-1")]


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(1899, 12, 30)])
def test_nobody_with_a_date_that_cannot_be_is_matched(day: date) -> None:
    data = copy.deepcopy(COMPLETE["substance"])
    data["matching"] |= {"preferences": [], "exclusions": [], "objective": "most people, then best fit"}
    ordinary = {"mentee_agrees_to_match": True, "mentee_recovery_since": date(2026, 1, 1)}
    of_mentor = {"mentor_recovery_since": date(2025, 1, 1), "capacity": 5}
    wrong = Case("C-1", {**ordinary, "mentee_recovery_since": day})
    answer = matched(data, [Case("M-1", of_mentor)], [wrong, Case("C-2", ordinary)])
    assert [proposal.mentee for proposal in answer.proposals] == ["C-2"]
    (person,) = answer.unmatched
    assert person.mentee == "C-1"
    assert person.why.startswith("mentee_recovery_since cannot be ")
    assert helps(person) == [("correct whichever date is wrong", ())]
    other = matched(data, [Case("M-1", {**of_mentor, "mentor_recovery_since": day})], [Case("C-2", ordinary)])
    assert other.proposals == ()
    kept = matched(data, [Case("M-1", of_mentor)], [wrong], locks=[Lock("C-1", "M-1", "keep", 1)])
    assert any("mentee_recovery_since cannot be" in text for proposal in kept.proposals for text in proposal.despite)
