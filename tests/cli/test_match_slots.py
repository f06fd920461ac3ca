"""mentorkit match with sessions, shifts and incidents: who takes what, however sheets are written."""

import csv
import json
from pathlib import Path

import pytest

from tests.running import Ran

from .conftest import Run

DAY = ("--on", "2026-11-29")
_DESIGN = """format = 2
[programme]
name = "made up"
sectors = ["substance"]
nation = "england"
ways = ["{way}"]
{tables}
"""
_TABLES = {
    "group sessions": '[group_sessions]\ndelivered_by = 1\nlength = "90 minutes"\n',
    "on call": "[on_call]\nleast_on_duty = 1\n",
    "online": "[online]\nleast_on_duty = 1\n",
    "incident": '[incidents]\noldest = "1 month"\nsteps = [{ what = "first meeting", within = "72 hours" }]\n',
}
_PEOPLE = "id,capacity,available,away_from,away_to,not_with\n"
_SESSIONS = "id,starts_at,ends_at,needs,vetoes,delivered_by\n"
_SHIFTS = "id,starts_at,ends_at,needs,vetoes,on_duty\n"
_INCIDENTS = "id,person,happened_at,part_of_it,needs,vetoes,practitioner\n"
_ALWAYS = "5,at any hour,,,"


def _match(run: Run, folder: Path, way: str, people: str, slots: str, *args: str, design: str = "") -> Ran:
    """Runs the command on sheets whose columns are those above."""
    text = _DESIGN.format(way=way, tables=_TABLES[way] + design)
    header = {"group sessions": _SESSIONS, "incident": _INCIDENTS}.get(way, _SHIFTS)
    people_header = _PEOPLE.replace("available,", "") if way == "incident" else _PEOPLE
    for name, content in (("p.toml", text), ("people.csv", people_header + people), ("slots.csv", header + slots)):
        (folder / name).write_text(content, encoding="utf-8")
    return run("match", "p.toml", "people.csv", "slots.csv", *DAY, *args)


def _taken(ran: Ran, kind: str = "session") -> set[tuple[str, str]]:
    return {(pair[kind], pair["person"]) for pair in json.loads(ran.stdout)["pairs"]}


_AS_JSON = ("--format", "json")


def test_the_answer_says_who_takes_what_and_why_a_place_stays_empty(run: Run, tmp_path: Path) -> None:
    people = (
        "P-1,1,Monday to Friday 09:00 to 20:00,,,\nP-2,2,at any hour,2026-12-07,2026-12-13,\n"
        "P-3,1,Monday 17:00 to 21:00,,,P-1\nP-4,,at any hour,,,\nP-5,1,Tuesday 09:00 to 12:00,,,\n"
    )
    sessions = (
        "S-0,2026-11-02 18:00,,,,\nS-1,2026-11-30 18:00,,2,,\nS-2,2026-12-07 18:00,2026-12-07 19:30,2,P-1,\n"
        "S-3,2026-12-14 18:00,,,none,P-2\n"
    )
    ran = _match(run, tmp_path, "group sessions", people, sessions)
    assert ran.returncode == 1
    assert ran.stdout == (
        "Proposed\n"
        "  S-1, Monday 2026-11-30 18:00 to 19:30: P-1, P-2\n"
        "  S-2, Monday 2026-12-07 18:00 to 19:30: P-3\n"
        "  S-3, Monday 2026-12-14 18:00 to 19:30: P-2 (settled)\n"
        "\n"
        "Empty places\n"
        "  S-2, Monday 2026-12-07 18:00 to 19:30: 1 of 2 is empty; of 4 other people, 1 is not wanted there, "
        "1 cannot take anything yet (P-4), 1 is away then, 1 is not available then\n"
        "\n"
        "People who cannot take anything yet\n"
        "  P-4: capacity is not known\n"
        "\n"
        "4 of 5 places filled in 3 sessions on 2026-11-29; 1 session over before this day.\n"
        "most places, then the order of ids; proven: no more than 4 can be filled\n"
        "These are proposals. A person confirms each with everybody concerned, or rejects it.\n"
    )


def test_all_places_filled_ends_in_0(run: Run, tmp_path: Path) -> None:
    ran = _match(run, tmp_path, "group sessions", f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\n")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("people", "slots", "taken"),
    [
        # Not by a minute outside the hours, nor over midnight into a day without any.
        ("P-1,5,Monday 18:00 to 19:30,,,\n", "S-1,2026-11-30 18:00,2026-11-30 19:30,,,\n", {"S-1"}),
        ("P-1,5,Monday 18:00 to 19:29,,,\n", "S-1,2026-11-30 18:00,2026-11-30 19:30,,,\n", set()),
        ("P-1,5,Monday 18:01 to 19:30,,,\n", "S-1,2026-11-30 18:00,2026-11-30 19:30,,,\n", set()),
        ("P-1,5,Monday 18:00 to 24:00,,,\n", "S-1,2026-11-30 23:00,2026-12-01 01:00,,,\n", set()),
        # A moment in another zone is the same moment.
        ("P-1,5,Monday 18:00 to 19:30,,,\n", "S-1,2026-11-30 19:00+01:00,2026-11-30 20:30+01:00,,,\n", {"S-1"}),
        # In summer the hours of the week are those of the clock on the wall.
        ("P-1,5,Monday 18:00 to 19:30,,,\n", "S-1,2027-07-05 17:00+00:00,2027-07-05 18:30+00:00,,,\n", {"S-1"}),
        ("P-1,5,Monday 18:00 to 19:30,,,\n", "S-1,2027-07-05 18:00+00:00,2027-07-05 19:30+00:00,,,\n", set()),
        # When the clocks go back, an hour comes twice; two shifts in it are not at the same time.
        (f"P-1,{_ALWAYS}\n", "S-1,2027-10-31 01:00+01:00,2027-10-31 01:30+01:00,,,\n"
         "S-2,2027-10-31 01:00+00:00,2027-10-31 01:30+00:00,,,\n", {"S-1", "S-2"}),
        # One that lasts through it lasts an hour longer, and overlaps what seems to be after it.
        (f"P-1,{_ALWAYS}\n", "S-1,2027-10-31 00:30,2027-10-31 01:45+00:00,,,\n"
         "S-2,2027-10-31 01:40+00:00,2027-10-31 03:00,,,\n", {"S-1"}),
        # Away from the first day to the last, both of them included.
        ("P-1,5,at any hour,2026-11-30,2026-11-30,\n", "S-1,2026-11-30 18:00,,,,\n", set()),
        ("P-1,5,at any hour,2026-11-30,,\n", "S-1,2027-11-30 18:00,,,,\n", set()),
        ("P-1,5,at any hour,,2026-11-30,\n", "S-1,2026-12-01 18:00,,,,\n", {"S-1"}),
        # One after the other is possible, and two at once are not.
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\nS-2,2026-11-30 19:30,,,,\n", {"S-1", "S-2"}),
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\nS-2,2026-11-30 19:29,,,,\n", {"S-1"}),
        ("P-1,1,at any hour,,,\n", "S-1,2026-11-30 18:00,,,,\nS-2,2026-12-01 18:00,,,,\n", {"S-1"}),
    ],
)  # fmt: skip
def test_somebody_is_there_only_when_they_can_be(
    run: Run, tmp_path: Path, people: str, slots: str, taken: set[str]
) -> None:
    ran = _match(run, tmp_path, "group sessions", people, slots, *_AS_JSON)
    assert {slot for slot, _ in _taken(ran)} == taken
    assert ran.returncode == (0 if len(taken) == slots.count("\n") else 1)


@pytest.mark.parametrize(
    ("people", "slots", "status", "taken"),
    [
        # A veto holds in every spelling that a person takes for the same.
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,p\u20111,\n", 1, set()),
        # A veto of nobody may be misspelt, and so is one with a comma.
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,P-01,\n", 2, set()),
        (f"P-1,{_ALWAYS}\nP-2,{_ALWAYS}\nP-3,{_ALWAYS}\n", 'S-1,2026-11-30 18:00,,,"P-1, P-2",\n', 2, set()),
        # Ids that look alike may be one person, and sessions whose ids do may be one session.
        (f"P-1,{_ALWAYS}\nP-01,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,2,,\n", 2, set()),
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\nS-01,2026-12-07 18:00,,,,\n", 2, set()),
        # Who is settled is there already, so that nobody is in two at once or has more than there is room for.
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,P-1\nS-2,2026-11-30 19:00,,,,\n", 1, {("S-1", "P-1")}),
        ("P-1,1,at any hour,,,\n", "S-1,2026-11-30 18:00,,,,p-1\nS-2,2026-12-30 19:00,,,,\n", 1, {("S-1", "P-1")}),
        # If it is not clear who is settled, somebody could be in two at once.
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,P-01\nS-2,2026-11-30 19:00,,,,\n", 2, set()),
        (f"P-1,{_ALWAYS}\n", 'S-1,2026-11-30 18:00,,,,"P-1, P-2"\nS-2,2026-11-30 19:00,,,,\n', 2, set()),
        (f"I-1,{_ALWAYS}\nL-1,{_ALWAYS}\nP-2,{_ALWAYS}\n",
         "S-1,2026-11-30 18:00,,,,1-1\nS-2,2026-11-30 19:00,,3,,\n", 2, {("S-2", "P-2")}),
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,soon,,,P-1\nS-2,2026-11-30 19:00,,,,\n", 2, {("S-1", "P-1")}),
        # Two who must not be together are not, whichever of them says it.
        (f"P-1,{_ALWAYS}P-2\nP-2,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,2,,\n", 1, {("S-1", "P-1")}),
        (f"P-1,{_ALWAYS}\nP-2,{_ALWAYS}p-1\n", "S-1,2026-11-30 18:00,,2,,P-2\n", 1, {("S-1", "P-2")}),
        (f"P-1,{_ALWAYS}P-02\nP-2,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,2,,P-1\n", 2, {("S-1", "P-1")}),
        # What is not known, or cannot be read, is never taken for yes.
        ("P-1,5,,,,\nP-2,,at any hour,,,\nP-3,0,at any hour,,,\n", "S-1,2026-11-30 18:00,,,,\n", 1, set()),
        ("P-1,5,by day,,,\nP-2,some,at any hour,,,\n", "S-1,2026-11-30 18:00,,,,\n", 2, set()),
        ("P-1,5,at any hour,2026-12-31,2026-12-01,\n", "S-1,2026-11-30 18:00,,,,\n", 2, set()),
        (f"P-1,{_ALWAYS}\n", "S-1,,,,,\n", 1, set()),
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,2026-11-30 17:00,,,\n", 2, set()),
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,2026-11-30 18:00,,,\n", 2, set()),
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,2027-11-30 19:00,,,\n", 2, set()),
        (f"P-1,{_ALWAYS}\n", "S-1,9999-12-31 23:30-05:00,,,,\n", 2, set()),
    ],
)  # fmt: skip
def test_nobody_is_proposed_where_it_could_do_harm(
    run: Run, tmp_path: Path, people: str, slots: str, status: int, taken: set[tuple[str, str]]
) -> None:
    ran = _match(run, tmp_path, "group sessions", people, slots, *_AS_JSON)
    assert (ran.returncode, _taken(ran)) == (status, taken), ran.stderr


@pytest.mark.parametrize(
    ("people", "slots", "told"),
    [
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,P-1\nS-2,2026-11-30 19:00,,,,P-1\n", "has both S-1 and S-2"),
        (f"P-1,{_ALWAYS}\nP-2,{_ALWAYS}P-1\n", "S-1,2026-11-30 18:00,,,,P-1; P-2\n", "are not to be together"),
        (f"P-1,{_ALWAYS}\nP-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\n", "this id is already in row 2"),
        (f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\ns-1,2026-12-01 18:00,,,,\n", "looks like the one in row 2"),
    ],
)
def test_what_contradicts_itself_is_refused(run: Run, tmp_path: Path, people: str, slots: str, told: str) -> None:
    ran = _match(run, tmp_path, "group sessions", people, slots)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr


def test_people_who_must_not_be_together_are_not_in_two_shifts_at_once(run: Run, tmp_path: Path) -> None:
    people = f"P-1,{_ALWAYS}P-2\nP-2,{_ALWAYS}\n"
    shifts = "S-1,2026-11-30 10:00,2026-11-30 14:00,,,\nS-2,2026-11-30 13:00,2026-11-30 16:00,,,\n"
    assert _taken(_match(run, tmp_path, "on call", people, shifts, *_AS_JSON), "shift") == {("S-1", "P-1")}
    sessions = _match(run, tmp_path, "group sessions", people, shifts, *_AS_JSON)
    assert _taken(sessions) == {("S-1", "P-1"), ("S-2", "P-2")}  # they are in two rooms


def test_spread_gives_nobody_a_second_one_before_all_have_one(run: Run, tmp_path: Path) -> None:
    people = "".join(f"P-{each},{_ALWAYS}\n" for each in (1, 2, 3))
    shifts = "".join(f"S-{day},2026-12-0{day} 10:00,2026-12-0{day} 14:00,,,\n" for day in (1, 2, 3))
    first = _match(run, tmp_path, "on call", people, shifts, *_AS_JSON)
    assert _taken(first, "shift") == {("S-1", "P-1"), ("S-2", "P-1"), ("S-3", "P-1")}
    even = _match(run, tmp_path, "on call", people, shifts, *_AS_JSON, design="[matching]\nspread = true\n")
    assert _taken(even, "shift") == {("S-1", "P-1"), ("S-2", "P-2"), ("S-3", "P-3")}


@pytest.mark.parametrize(
    ("incident", "status", "taken"),
    [
        ("I-1,X-1,2026-11-28 03:10,P-1,,,\n", 0, {("I-1", "P-2")}),
        ("I-1,P-1,2026-11-28 03:10,none,,,\n", 0, {("I-1", "P-2")}),  # the person to whom it happened is part of it
        ("I-1,P-01,2026-11-28 03:10,none,,,\n", 2, {("I-1", "P-2")}),  # as is somebody whose id looks like theirs
        ("I-1,P-l,2026-11-28 03:10,none,,,\n", 2, {("I-1", "P-2")}),
        ("I-1,P-l,2026-11-28 03:10,none,2,,P-1\n", 2, {("I-1", "P-1"), ("I-1", "P-2")}),
        ("I-1,X-1,2026-11-28 03:10,P-01,,,\n", 2, set()),
        # An incident of their own makes nobody known who may be a practitioner.
        ("I-1,X-1,2026-11-28 03:10,P-l,,,\nI-2,P-l,2026-11-28 03:10,X-1,,,\n", 2, {("I-2", "P-2")}),
        ("I-1,X-1,2026-11-28 03:10,,,,\n", 1, set()),  # nobody knows who was part of it
        ("I-1,,2026-11-28 03:10,none,,,\n", 1, set()),
        ("I-1,none,2026-11-28 03:10,none,,,\n", 1, set()),
        ("I-1,None,2026-11-28 03:10,none,,,P-1\n", 1, {("I-1", "P-1")}),
        ("I-1,X-1,2026-11-28 03:10,P-1,,P-2,\n", 1, set()),
        ("I-1,X-1,2026-10-20 03:10,,,,\n", 1, set()),  # a person decides about one that is too old
        ("I-1,X-1,2026-12-20 03:10,,,,\n", 2, set()),  # and nobody knows what to make of one still to come
        ("I-1,X-1,2026-11-28 03:10,none,,,P-1\n", 0, {("I-1", "P-1")}),
        ("I-1,X-1,2026-11-28 03:10,,,,P-1\n", 1, {("I-1", "P-1")}),  # who has one already stays, and needs a look
        ("I-1,X-1,2026-10-20 03:10,none,,,P-1\n", 1, {("I-1", "P-1")}),
        ("I-1,X-1; P-2,2026-11-28 03:10,none,,P-1,\n", 2, set()),  # an incident has one person
    ],
)
def test_no_practitioner_takes_an_incident_of_which_they_were_part(
    run: Run, tmp_path: Path, incident: str, status: int, taken: set[tuple[str, str]]
) -> None:
    ran = _match(run, tmp_path, "incident", "P-1,5,,,\nP-2,5,,,\n", incident, *_AS_JSON)
    assert (ran.returncode, _taken(ran, "incident")) == (status, taken), ran.stderr


def test_who_is_away_while_the_first_step_is_due_does_not_take_an_incident(run: Run, tmp_path: Path) -> None:
    people = "P-1,5,2026-11-30,2026-12-01,\nP-2,5,2026-12-02,,\n"
    ran = _match(run, tmp_path, "incident", people, "I-1,X-1,2026-11-28 03:10,none,,,\n", *_AS_JSON)
    assert _taken(ran, "incident") == {("I-1", "P-2")}


def test_what_is_settled_in_spite_of_something_needs_a_look(run: Run, tmp_path: Path) -> None:
    ran = _match(run, tmp_path, "group sessions", f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,P-1,P-1\n")
    assert ran.returncode == 1
    assert "settled, though P-1 is not wanted there" in ran.stdout


_TWO = f"P-1,{_ALWAYS}\nP-2,{_ALWAYS}\n"
_TWO_SESSIONS = "S-1,2026-11-30 18:00,,,,\nS-2,2026-12-07 18:00,,,,\n"


def _again(run: Run, folder: Path, locks: str, *args: str, sessions: str = _TWO_SESSIONS) -> Ran:
    (folder / "locks.csv").write_text("session,person,lock,away\n" + locks, encoding="utf-8")
    return _match(run, folder, "group sessions", _TWO, sessions, "--lock", "locks.csv", *args)


def test_keep_stays_and_never_is_never_forgotten(run: Run, tmp_path: Path) -> None:
    _match(run, tmp_path, "group sessions", _TWO, _TWO_SESSIONS, "-o", "first.csv")
    rows = list(csv.DictReader((tmp_path / "first.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["session"], row["person"]) for row in rows] == [("S-1", "P-1"), ("S-2", "P-1")]
    ran = _again(run, tmp_path, "S-1,P-2,keep,\nS-2,P-1,never,\n", "-o", "second.csv")
    assert ran.returncode == 0
    for form in ("second.csv", "third.json", "fourth.csv"):
        again = _match(run, tmp_path, "group sessions", _TWO, _TWO_SESSIONS, "--lock", form, *_AS_JSON)
        assert _taken(again) == {("S-1", "P-2"), ("S-2", "P-2")}
        assert json.loads(again.stdout)["never"] == [{"session": "S-2", "person": "P-1", "away": False}]
        (tmp_path / "third.json").write_text(again.stdout, encoding="utf-8")
        _match(run, tmp_path, "group sessions", _TWO, _TWO_SESSIONS, "--lock", form, "-o", "fourth.csv")


@pytest.mark.parametrize(
    ("locks", "status", "told"),
    [
        ("S-1,P-9,keep,\n", 2, "locks.csv, row 2 keeps P-9 for S-1, and P-9 is not in the sheets"),
        ("S-1,P-1,keep,\nS-1,P-1,never,\n", 2, "P-1 is locked twice for S-1, as keep and as never"),
        ("S-1,P-9,never,\n", 2, "S-1 and P-9 are locked as never, but one of them is not in the sheets"),
        ("S-1,P-01,never,yes\n", 2, "are marked as away, but the sheets have an id that looks like theirs"),
        ("S-1,X-9,never,yes\n", 0, "1 marked as never is not in the sheets"),
        ("S-0,P-1,keep,\n", 0, ""),
    ],
)
def test_a_lock_that_is_not_clear_ends_in_2(run: Run, tmp_path: Path, locks: str, status: int, told: str) -> None:
    ran = _again(run, tmp_path, locks, sessions=f"S-0,2026-11-02 18:00,,,,\n{_TWO_SESSIONS}")
    assert ran.returncode == status
    assert told in ran.stderr


def test_until_a_never_is_clear_neither_of_the_two_is_proposed(run: Run, tmp_path: Path) -> None:
    ran = _again(run, tmp_path, "S-1,P-9,never,\n", *_AS_JSON)
    assert {slot for slot, _ in _taken(ran)} == {"S-2"}
    ran = _again(run, tmp_path, "S-9,P-1,never,\n", *_AS_JSON)
    assert {person for _, person in _taken(ran)} == {"P-2"}


def test_what_would_change_is_said(run: Run, tmp_path: Path) -> None:
    ran = _again(run, tmp_path, "S-1,P-2,,\n", *_AS_JSON)
    assert json.loads(ran.stdout)["changed"] == [{"session": "S-1", "person": "P-2"}]


def test_of_several_ways_one_has_to_be_named(run: Run, tmp_path: Path) -> None:
    both = 'group sessions", "on call'
    _match(run, tmp_path, "group sessions", f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\n")
    design = (tmp_path / "p.toml").read_text(encoding="utf-8").replace("group sessions", both)
    (tmp_path / "p.toml").write_text(design, encoding="utf-8")
    args = ("match", "p.toml", "people.csv", "slots.csv", *DAY)
    assert run(*args).stdout == run(*args, "--way", "group sessions").stdout  # the sheet says delivered_by
    vague = (tmp_path / "slots.csv").read_text(encoding="utf-8").replace(",delivered_by", "").replace(",,,,", ",,,")
    (tmp_path / "slots.csv").write_text(vague, encoding="utf-8")
    assert "people are matched differently in each" in run(*args).stderr
    assert run(*args, "--way", "group sessions").returncode == 0
    assert "does not offer incident" in run(*args, "--way", "incident").stderr


def test_pairs_beside_an_online_place_are_told_from_shifts_by_their_sheet(run: Run, tmp_path: Path) -> None:
    shifts = "S-1,2026-11-30 10:00,2026-11-30 14:00,,,\n"
    _match(run, tmp_path, "online", f"P-1,{_ALWAYS}\n", shifts, *_AS_JSON)
    both = (tmp_path / "p.toml").read_text(encoding="utf-8").replace('["online"]', '["pair", "online"]')
    (tmp_path / "p.toml").write_text(both, encoding="utf-8")
    shared_out = run("match", "p.toml", "people.csv", "slots.csv", *DAY, *_AS_JSON)
    assert _taken(shared_out, "shift") == {("S-1", "P-1")}
    (tmp_path / "slots.csv").write_text("id,mentee_agrees_to_match\nC-1,no\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("id,capacity\nM-1,1\n", encoding="utf-8")
    pairs = run("match", "p.toml", "people.csv", "slots.csv", *DAY, *_AS_JSON)
    assert json.loads(pairs.stdout)["unmatched"][0]["mentee"] == "C-1"


def test_without_a_nation_nobody_knows_which_hours_are_meant(run: Run, tmp_path: Path) -> None:
    _match(run, tmp_path, "group sessions", f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00+00:00,,,,\n")
    design = (tmp_path / "p.toml").read_text(encoding="utf-8").replace('nation = "england"\n', "")
    (tmp_path / "p.toml").write_text(design, encoding="utf-8")
    ran = run("match", "p.toml", "people.csv", "slots.csv", *DAY)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "programme.nation is not stated" in ran.stderr


@pytest.mark.parametrize("template", ["people", "sessions"])
def test_the_template_has_the_columns_that_the_command_reads(run: Run, tmp_path: Path, template: str) -> None:
    _match(run, tmp_path, "group sessions", f"P-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,,\n")
    ran = run("facts", "p.toml", "--template", template)
    header = {"people": _PEOPLE.strip(), "sessions": f"{_SESSIONS.strip()},staff_there,number"}[template]
    assert ran.stdout.strip("\ufeff\r\n") == header


def test_who_is_not_wanted_is_shown_only_if_asked_for(run: Run, tmp_path: Path) -> None:
    sheets = (f"Who-1,{_ALWAYS}\n", "S-1,2026-11-30 18:00,,,Who-1; Who-9,\nS-2,2026-11-30 18:00,,,Who-1,\n")
    for form in ("text", "csv", "json"):
        hidden = _match(run, tmp_path, "group sessions", *sheets, "--format", form)
        assert "Who-1" not in hidden.stdout
        assert "Who-9" not in hidden.stderr
        shown = _match(run, tmp_path, "group sessions", *sheets, "--format", form, "--show-values")
        assert "Who-1" in shown.stdout
        assert "Who-9" in shown.stderr


def test_who_was_part_of_an_incident_is_known_if_another_happened_to_them(run: Run, tmp_path: Path) -> None:
    incidents = "I-1,X-1,2026-11-28 03:10,X-2; P-1,,,\nI-2,X-2,2026-11-28 03:10,X-1,,,\n"
    ran = _match(run, tmp_path, "incident", "P-1,5,,,\nP-2,5,,,\n", incidents, *_AS_JSON)
    assert (ran.returncode, _taken(ran, "incident")) == (0, {("I-1", "P-2"), ("I-2", "P-1")}), ran.stderr


@pytest.mark.parametrize(
    ("way", "starts_at", "on", "over"),
    [
        ("group sessions", "2026-10-06 18:00", "2026-11-22", True),
        ("group sessions", "2026-11-21 18:00", "2026-11-22", True),
        ("group sessions", "2026-11-21 18:00", "2026-11-22 00:00", True),
        ("group sessions", "2026-11-22 09:00", "2026-11-22", False),
        ("group sessions", "2026-11-22 09:00", "2026-11-22 23:59", False),
        ("on call", "2026-10-06 18:00", "2026-11-22", True),
        ("on call", "2026-11-20 22:00", "2026-11-22", True),
        ("on call", "2026-11-21 22:00", "2026-11-22 02:00", False),
        ("online", "2026-11-20 22:00", "2026-11-22", True),
    ],
)
def test_of_what_nobody_knows_when_it_ends_the_day_says_whether_it_is_over(
    run: Run, tmp_path: Path, way: str, starts_at: str, on: str, over: bool
) -> None:
    slots = f"S-1,{starts_at},,,,P-1\nS-2,2026-11-30 10:00,2026-11-30 12:00,,,\n"
    _match(run, tmp_path, way, f"P-1,{_ALWAYS}\n", slots)
    design = (tmp_path / "p.toml").read_text(encoding="utf-8").replace('length = "90 minutes"\n', "")
    (tmp_path / "p.toml").write_text(design, encoding="utf-8")
    ran = run("match", "p.toml", "people.csv", "slots.csv", "--on", on, *_AS_JSON)
    found = json.loads(ran.stdout)
    assert found["over"] == (["S-1"] if over else [])
    slot = "session" if way == "group sessions" else "shift"
    # Who held it is free again once it is over, and not before.
    assert (("S-2", "P-1") in _taken(ran, slot)) is over
