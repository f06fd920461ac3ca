"""A file is read strictly, completely and with all its faults at once; what is written reads back as the same."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Literal

import pytest

from mentorkit.programme.design import StaffRole
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.preparation import Award, Training
from mentorkit.programme.support import Phase
from mentorkit.programme.tables import Programme
from mentorkit.toml.plain_values import LARGEST
from mentorkit.toml.structure import read_programme
from mentorkit.values.duration import Duration

OWN: Mapping[Path, Any] = {
    ("screening", "substance", "abstinence"): Duration,
    ("screening", "substance", "domains"): tuple[str, ...],
    ("screening", "probation", "checked_on"): date,
    ("training", "substance", "drug_tests"): bool,
    ("matching", "mental-health", "closeness"): Literal["near", "far"],
    ("matching", "mental-health", "meeting"): int,
    ("matching", "mental-health", "rhythm"): tuple[Duration, ...],
}
OPEN = {("screening", "substance", "domains")}


# Strictness: nothing is turned into something else.

CHOICE = '"emotional", "instrumental", "companionship" or "information"'
LENGTH = "a length of time"
NEEDED = {  # what a place takes, with how the fix begins, and some places
    "true or false": ("write true or false, without", "recruitment.mentors_volunteer training.substance.drug_tests"),
    "a whole number": ("write digits without quotes, such", "training.award.level matching.mental-health.meeting"),
    "text": ("write it in quotes", "programme.name matching.collects[0] screening.substance.domains[0]"),
    "a list": ("put it in square brackets", "training.topics supervision.phases waivers screening.substance.domains"),
    "a table": ("write it as a table: { key = ", "training training.award staff[0] screening.substance"),
    "a date": ("write year-month-day without quotes", "waivers[0].until screening.probation.checked_on"),
    LENGTH: (
        "write a number and a unit in quotes",
        "training.length outcomes.follow_ups[0] screening.substance.abstinence",
    ),
    "hours of the week": ('write days and times, such as "Monday to Friday 09:00 to 17:00', "network.members[0].hours"),
    "a number of people in a time": (
        'write a whole number and a time in quotes, such as "12 per month"',
        "network.members[0].capacity network.needs[0].expected",
    ),
    "a time before or after an event": (
        'write a length and an event, such as "6 weeks before release"',
        "network.links[0].since network.links[0].until",
    ),
    CHOICE: ("write one of them in quotes: ", "programme.support[0]"),
}
TEXT_VALUES = (LENGTH, "hours of the week", "a number of people in a time", "a time before or after an event")
KINDS: dict[str, list[Any]] = {  # what a value is called, with those that are called so
    "true": [True],
    "false": [False],
    "text": ["false", "7", "abc", "2026-03-31", ""],
    "a number": [0, 1, 7],
    "a number with a decimal point": [2.0, 0.5, float("nan"), float("inf")],
    "a date": [date(2026, 3, 31)],
    "a date with a time": [datetime(2026, 3, 31, 7, 30, tzinfo=UTC), datetime(2026, 3, 31)],  # noqa: DTZ001
    "a time": [time(7, 30)],
    "a list": [[], ["a"], [[]]],
    "a table": [{}, {"a": 1}],
}
FITTING = [("true", "true or false"), ("false", "true or false"), ("a number", "a whole number"), ("text", CHOICE)]
FITTING += [("text", "text"), ("a date", "a date"), ("a list", "a list")]
FITTING += [("text", text_value) for text_value in TEXT_VALUES]
MISMATCHES = [
    (kind, needed, place)
    for kind in KINDS
    for needed, (_, places) in NEEDED.items()
    for place in places.split()
    if (kind, needed) not in [*FITTING, ("a table", "a table")]
]


def data_at(place: str, value: Any) -> dict[str, Any]:
    """The data in which a value stands at a place such as staff[0].paid, and nothing else."""
    for part in reversed(place.replace("[0]", ".[0]").split(".")):
        value = [value] if part == "[0]" else {part: value}
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize(("kind", "needed", "place"), MISMATCHES)
def test_a_value_of_another_kind_is_refused_and_never_turned(kind: str, needed: str, place: str) -> None:
    for value in KINDS[kind]:
        programme, (fault,) = read_programme(data_at(place, value), OWN)
        assert dotted(fault.path) == place
        assert fault.message == f"this is {kind}, but {needed} is needed here"
        one_of_many = kind == "a table" and place in ("supervision.phases", "waivers")
        assert fault.fix.startswith("write it once for each" if one_of_many else NEEDED[needed][0])
        assert not fault.unknown
        assert programme.value(fault.path) is None or place == "training"


NO_LIST = "this is a table, but a list is needed here"
AS_TABLES = "write it once for each, under a header in double square brackets: [[ … ]]"
NO_CHOICE = "is not one of the values known here"


@pytest.mark.parametrize(
    ("place", "value", "message", "fix"),
    [
        ("programme.mentors", -1, "this number is below zero", "write a number from 0 up"),
        ("programme.mentors", 2**63, "this number is too large", "write a smaller one"),
        ("programme.name", "", "this text is empty", "leave the key out until you know what to write"),
        ("programme.name", " \n\t", "this text is empty", "leave the key out until you know what to write"),
        ("training.length", "0 days", '"0 days" is not a length of time', "write a number from 1 up"),
        ("file.confirmed", {"a.b": 1}, NO_LIST, f"{AS_TABLES}, with these keys: at, value, agreed_by, agreed_on"),
        ("file.confirmed", {"at": "a.b"}, NO_LIST, AS_TABLES),
        ("training.length", "999 years", '"999 years" is not a length of time', "write at most a hundred years"),
        (
            "network.links[0].within",
            "soon",
            '"soon" is not a length of time',
            "write a whole number and a unit, such as",
        ),
        ("network.members[0].hours", "9 to 5", '"9 to 5" is not hours of the week', "write both times with am or pm"),
        ("relationship.shortest", "6-8 weeks", '"6-8 weeks" is a range, which a text cannot be', "write { from = "),
        (
            "network.members[0].hours",
            "Monday 10:00 to 10:00",
            '"Monday 10:00 to 10:00" is not hours of the week',
            "write two times that differ, or 00:00 to 24:00 for a whole day",
        ),
        (
            "network.members[0].capacity",
            "a few",
            '"a few" is not a number of people in a time',
            'write a whole number and a time in quotes, such as "12 per month" or "3 per week"',
        ),
        (
            "network.links[0].since",
            "before release",
            '"before release" is not a time before or after an event',
            'write a length and an event, such as "6 weeks before release"',
        ),
        ("programme.support[0]", "emotinal", f'"emotinal" {NO_CHOICE}; did you mean "emotional"?', f"write {CHOICE}"),
        ("matching.mental-health.closeness", "x", f'"x" {NO_CHOICE}', 'write "near" or "far"'),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(place: str, value: Any, message: str, fix: str) -> None:
    programme, (fault,) = read_programme(data_at(place, value), OWN)
    assert (dotted(fault.path), fault.message) == (place, message)
    assert fault.fix.startswith(fix)
    assert programme.value(fault.path) is None


@pytest.mark.parametrize("number", [0, LARGEST])
def test_the_bounds_of_a_number_are_read(number: int) -> None:
    assert read_programme(data_at("programme.mentors", number), OWN)[0].programme.mentors == number


# Unknown keys and tables.

ALL_TABLES = "take it out, or write one of these: programme, "


@pytest.mark.parametrize(
    ("text", "path", "fix"),
    [
        # Misspelt: what is told is what was meant.
        ("[screning]", "screning", "rename it to screening"),
        ("[programme]\nname_ = 1", "programme.name_", "rename it to name"),
        ("[training]\naward.lvel = 1", "training.award.lvel", "rename it to level"),
        ("[[supervision.phases]]\n[[supervision.phases]]\nfor_ = 1", "supervision.phases[1].for_", "rename it to for"),
        ("[screening.substance]\nAbstinense = 1", "screening.substance.Abstinense", "rename it to abstinence"),
        ("[screening.substence]\nabstinence = 1", "screening.substence", "rename it to substance"),
        ("[matching.mental_health]\ncloseness = 1", "matching.mental_health", "rename it to mental-health"),
        ("[relationship]\nmeeting = 1", "relationship.meeting", "rename it to meetings"),
        # Right, but standing elsewhere.
        ("abstinence = 1", "abstinence", "move it to [screening.substance]"),
        ("[screening]\nabstinence = 1", "screening.abstinence", "move it to [screening.substance]"),
        ("[training.substance]\nabstinence = 1", "training.substance.abstinence", "move it to [screening.substance]"),
        ("[[staff]]\nchecked_on = 1", "staff[0].checked_on", "move it to [screening.probation]"),
        ("[screening.substance]\nsteps = []", "screening.substance.steps", "move it to [screening]"),
        ("[[supervision.phases]]\nled_by = 1", "supervision.phases[0].led_by", "move it to [supervision]"),
        ("[training.award]\nlength = 1", "training.award.length", "move it to [training]"),
        (
            "[graduation.probation]\nwat = 1",
            "graduation.probation",
            "move each of its keys to where it belongs: [screening.probation]",
        ),
        (
            "substance = {}",
            "substance",
            "move each of its keys to where it belongs: [screening.substance], [training.substance]",
        ),
        # Neither.
        ("[own]\na = 1", "own", ALL_TABLES),
        ("wat = 1", "wat", ALL_TABLES),
        (
            "[programme]\nname = 'a'\nnaem = 1",
            "programme.naem",
            "take it out, or write one of these: name, sectors, ways, settings, nation, ",
        ),
        (
            "[screening.substance]\nwat = {}",
            "screening.substance.wat",
            "take it out, or write one of these: abstinence, domains",
        ),
        (
            "[screening.substance]\n[screening.substence]",
            "screening.substence",
            "take it out, or write one of these: collects, steps, ",
        ),
    ],
)
def test_an_unknown_key_is_told_once_with_what_was_probably_meant(text: str, path: str, fix: str) -> None:
    _, (fault,) = read_programme(tomllib.loads(text), OWN)
    assert (dotted(fault.path), fault.unknown) == (path, True)
    assert fault.fix.startswith(fix)
    *outer, name = fault.path
    kind = "table" if f"[{path}]" in text or "{}" in text else "key"
    asks, meant = "", None
    if fix.startswith("rename it to "):
        meant = (*outer, fix.removeprefix("rename it to "))
        asks = f'; did you mean "{meant[-1]}"?'
    elif fix.startswith("move it to "):
        meant = (*fix.removeprefix("move it to ").strip("[]").split("."), name)
    assert (fault.message, fault.meant) == (f'there is no {kind} "{name}" here{asks}', meant)


# All at once.

FAULTY = """
format = 1
wat = 1

[programme]
name = ""
sectors = ["substance", 7, ""]
mentees = 24
objectives = [{ text = 1, measure = "a" }, "b", { txt = "c" }]

[screening]
steps = "interview"

[screening.substance]
abstinence = 90
domains = ["a", false]
wat = 1

[training]
award = { level = 2.0, title = "A", accredited_by = [1] }

[[supervision.phases]]
every = "14 days"
for = "soon"

[[supervision.phases]]
evry = "1 month"
formats = ["one-to-one", "groop"]
"""


def test_all_faults_of_a_file_are_told_at_once_and_each_once() -> None:
    _, found = read_programme(tomllib.loads(FAULTY), OWN)
    assert [(dotted(fault.path), fault.message.split(",")[0]) for fault in found] == [
        ("wat", 'there is no key "wat" here'),
        ("programme.name", "this text is empty"),
        ("programme.sectors[1]", "this is a number"),
        ("programme.sectors[2]", "this text is empty"),
        ("programme.objectives[0].text", "this is a number"),
        ("programme.objectives[1]", "this is text"),
        ("programme.objectives[2].txt", 'there is no key "txt" here; did you mean "text"?'),
        ("screening.steps", "this is text"),
        ("training.award.level", "this is a number with a decimal point"),
        ("training.award.accredited_by", "this is a list"),
        ("supervision.phases[0].for", '"soon" is not a length of time'),
        ("supervision.phases[1].evry", 'there is no key "evry" here; did you mean "every"?'),
        ("supervision.phases[1].formats[1]", '"groop" is not one of the values known here; did you mean "group"?'),
        ("screening.substance.abstinence", "this is a number"),
        ("screening.substance.domains[1]", "this is false"),
        ("screening.substance.wat", 'there is no key "wat" here'),
    ]
    assert [fault.unknown for fault in found] == ["no key" in fault.message for fault in found]


def test_what_can_be_read_of_a_faulty_file_is_read() -> None:
    programme, _ = read_programme(tomllib.loads(FAULTY), OWN)
    assert programme.programme.mentees == 24
    assert programme.programme.sectors == ("substance",)  # what rules say of the list waits for the whole of it
    assert programme.training.award == Award(title="A")
    assert programme.supervision.phases == (Phase(every=Duration.parse("14 days")), Phase(formats=("one-to-one",)))
    assert programme.sector_values == {}


@pytest.mark.parametrize(
    "text",
    [
        "[training]\nlength = '8 weeks'\n[training.award]\nlevel = 2\n[[staff]]\npaid = true\n[[staff]]\n",
        "training = { length = '8 weeks', award = { level = 2 } }\nstaff = [{ paid = true }, {}]",
        "training.length = '8 weeks'\ntraining.award.level = 2\nstaff = [\n{ paid = true },\n{},\n]",
    ],
)
def test_tables_are_the_same_however_they_are_written(text: str) -> None:
    programme, none = read_programme(tomllib.loads(text), OWN)
    assert none == []
    training = Training(length=Duration.parse("8 weeks"), award=Award(level=2))
    assert programme == Programme(training=training, staff=(StaffRole(paid=True), StaffRole()))
