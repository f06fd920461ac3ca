"""A file is read strictly, completely and with all its faults at once; what is written reads back as the same."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, date, datetime, time
from typing import Any, Literal, get_args, get_origin

import attrs
import cattrs
import pytest
from cattrs.gen import make_dict_structure_fn, override
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.core.document import read_document
from mentorkit.core.duration import Duration
from mentorkit.core.moment import Moment
from mentorkit.core.paths import Path, dotted
from mentorkit.core.programme import Award, Phase, Programme, StaffRole, Training
from mentorkit.core.rate import Rate
from mentorkit.core.structure import LARGEST, programme_toml, read_programme
from mentorkit.core.text_value import is_text_value
from mentorkit.core.week import Hours

OWN: Mapping[Path, Any] = {
    ("screening", "substance", "abstinence"): Duration,
    ("screening", "substance", "domains"): tuple[str, ...],
    ("screening", "probation", "checked_on"): date,
    ("training", "substance", "drug_tests"): bool,
    ("matching", "mental-health", "closeness"): Literal["near", "far"],
    ("matching", "mental-health", "meeting"): int,
    ("matching", "mental-health", "rhythm"): tuple[Duration, ...],
}


# Strictness: nothing is turned into something else.

CHOICE = '"emotional", "instrumental", "companionship" or "information"'
LENGTH = "a length of time"
NEEDED = {  # what a place takes, with how the fix begins, and some places
    "true or false": ("write true or false, without", "recruitment.mentors_volunteer training.substance.drug_tests"),
    "a whole number": ("write digits without quotes, such", "training.award.level matching.mental-health.meeting"),
    "text": ("write it in quotes", "programme.name training.topics[0] screening.substance.domains[0]"),
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


NO_CHOICE = "is not one of the values known here"


@pytest.mark.parametrize(
    ("place", "value", "message", "fix"),
    [
        ("programme.mentors", -1, "this number is below zero", "write a number from 0 up"),
        ("programme.mentors", 2**63, "this number is too large", "write a smaller one"),
        ("programme.name", "", "this text is empty", "leave the key out until you know what to write"),
        ("programme.name", " \n\t", "this text is empty", "leave the key out until you know what to write"),
        ("training.length", "0 days", '"0 days" is not a length of time', "write a whole number and a unit, such as"),
        ("training.length", "999 years", '"999 years" is not a length of time', "write at most a hundred years"),
        (
            "network.links[0].within",
            "soon",
            '"soon" is not a length of time',
            "write a whole number and a unit, such as",
        ),
        ("network.members[0].hours", "9 to 5", '"9 to 5" is not hours of the week', "write days and times, such as "),
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
            "take it out, or write one of these: name, sectors, settings, nation, ",
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
    assert programme.own == {}


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


# The oracle: cattrs' own converter, made strict.


def strict(kind: Any, *not_these: type) -> Any:
    def hook(value: Any, _: Any = None) -> Any:
        if not isinstance(value, kind) or isinstance(value, not_these):
            raise TypeError(value)
        if (kind is str and not value.strip()) or (kind is int and not 0 <= value < 2**63):
            raise ValueError(value)
        return value

    return hook


def strict_table(type_: Any) -> Any:
    special = {"for_": override(rename="for"), "from_": override(rename="from"), "own": override(omit=True)}
    used: Any = {field.name: special[field.name] for field in attrs.fields(type_) if field.name in special}
    read = make_dict_structure_fn(type_, ORACLE, _cattrs_forbid_extra_keys=True, **used)
    return lambda value, type_: read(strict(dict)(value), type_)


def strict_list(type_: Any) -> Any:
    return lambda value, _: tuple(ORACLE.structure(entry, get_args(type_)[0]) for entry in strict(list)(value))


ORACLE = cattrs.Converter(forbid_extra_keys=True)
for scalar, not_these in ((str, ()), (bool, ()), (int, (bool,)), (date, (datetime,))):
    ORACLE.register_structure_hook(scalar, strict(scalar, *not_these))
ORACLE.register_structure_hook_factory(attrs.has, strict_table)
ORACLE.register_structure_hook_factory(lambda type_: getattr(type_, "__origin__", None) is tuple, strict_list)
ORACLE.register_structure_hook_func(is_text_value, lambda value, type_: type_.parse(strict(str)(value)))


def ask_oracle(data: dict[str, Any]) -> Programme | None:
    """The programme as the oracle reads it, or None where it refuses it."""
    shared = {name: deepcopy(value) for name, value in data.items() if name != "format"}
    own: dict[Path, Any] = {}
    try:
        for outer, sector in {(str(path[0]), path[1]) for path in OWN}:
            if isinstance(shared.get(outer), dict) and sector in shared[outer]:
                for name, value in strict(dict)(shared[outer].pop(sector)).items():
                    own[outer, sector, name] = ORACLE.structure(value, OWN[outer, sector, name])
        return attrs.evolve(ORACLE.structure(shared, Programme), own=own)
    except Exception:  # whatever it has against it
        return None


# Programmes of every shape, from the types of the tables.

UNITS = st.sampled_from(["minute", "hours", "day", "weeks", "month", "years"])
LENGTHS = st.builds("{} {}".format, st.integers(1, 99), UNITS)
SCALARS = {
    str: st.text().filter(str.strip),
    int: st.integers(0, LARGEST),
    bool: st.booleans(),
    date: st.dates(),
    Duration: LENGTHS.map(Duration.parse),
    Hours: st.sampled_from(["24/7", "weekdays 09:00 to 17:00", "Friday 22:00 to 06:00, Sunday 10:00-12:30"]).map(
        Hours.parse
    ),
    Rate: st.builds("{} per {}".format, st.integers(0, 99), st.sampled_from(["day", "week", "month"])).map(Rate.parse),
    Moment: st.builds("{} {} {}".format, LENGTHS, st.sampled_from(["before", "after"]), st.just("release")).map(
        Moment.parse
    ),
}


def values_of(type_: Any) -> st.SearchStrategy[Any]:
    """Every value that a type of the file's tables can have."""
    if type_ in SCALARS:
        return SCALARS[type_]
    if type(None) in get_args(type_):
        return st.none() | values_of(get_args(type_)[0])
    if get_origin(type_) is Literal:
        return st.sampled_from(get_args(type_))
    if get_origin(type_) is tuple:
        return st.lists(values_of(get_args(type_)[0]), max_size=3).map(tuple)
    return st.builds(type_, **{field.name: values_of(field.type) for field in attrs.fields(type_)})


TABLES = {field.name: values_of(field.type) for field in attrs.fields(Programme) if field.name != "own"}
OWN_VALUES = {path: values_of(type_) for path, type_ in OWN.items()}


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Programmes with some of the tables, and all that these can have; all tables at once would take too long."""
    names = draw(st.lists(st.sampled_from(list(TABLES)), max_size=3, unique=True))
    own = draw(st.lists(st.sampled_from(list(OWN)), max_size=3, unique=True))
    return Programme(**{name: draw(TABLES[name]) for name in names}, own={path: draw(OWN_VALUES[path]) for path in own})


def exactly(programme: Programme) -> str:
    """A programme as text, since "2 weeks" is equal to "14 days"; the order of sectors' own keys says nothing."""
    return repr(attrs.asdict(attrs.evolve(programme, own=dict(sorted(programme.own.items(), key=str)))))


@given(programmes())
def test_reading_writing_and_reading_again_is_the_identity(programme: Programme) -> None:
    text = programme_toml(programme)
    again, none = read_programme(read_document(text.encode(), "a.toml").data, OWN)
    assert none == []
    assert exactly(again) == exactly(programme)
    assert programme_toml(again) == text
    assert programme_toml(Programme()) == "format = 1\n"


WORDS = st.sampled_from(["", " ", "false", "7", "14 days", "0 days", "mentor", "group", "start", "2026-03-31"])
NUMBERS = st.integers(-9, LARGEST + 9) | st.floats()
KEYS = st.sampled_from(["", "name", "for", "for_", "own", "every", "collects", "award", "title", "until", "substance"])
ANYTHING = st.recursive(
    st.one_of(WORDS, NUMBERS, st.booleans(), st.dates(), st.datetimes(), st.times()),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(KEYS, below, max_size=2),
)


def places_in(value: Any) -> list[tuple[Any, Any]]:
    """Every table and list in some data, with each key or index in it."""
    found = list(value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ())
    return [(value, at) for at, _ in found] + [place for _, below in found for place in places_in(below)]


@st.composite
def file_data(draw: st.DrawFn) -> dict[str, Any]:
    """The data of a file, with up to three slips."""
    data = tomllib.loads(programme_toml(draw(programmes())))
    for _ in range(draw(st.integers(0, 3))):
        data.setdefault("format", 1)
        table, at = draw(st.sampled_from(places_in(data)))
        slip = draw(st.sampled_from(["another value", "another key", "one more key", "a list of it"]))
        if slip == "another key" and isinstance(table, dict):
            table[draw(KEYS)] = table.pop(at, 1)
        elif slip == "one more key" and isinstance(table, dict):
            table[draw(KEYS)] = draw(ANYTHING)
        else:
            table[at] = [table[at]] if slip == "a list of it" else draw(ANYTHING)
    return data


@settings(max_examples=300, deadline=None)
@given(file_data())
def test_faults_are_found_where_the_oracle_refuses_and_are_all_there_are(data: dict[str, Any]) -> None:
    accepted = ask_oracle(data)
    programme, found = read_programme(data, OWN)
    assert bool(found) == (accepted is None)
    paths = sorted((fault.path for fault in found), reverse=True)
    assert len(set(paths)) == len(paths)
    for *outer, last in paths:  # from the end, so that the entries of a list keep their indexes
        table: Any = data
        for part in outer:
            table = table[part]
        del table[last]
    rest = ask_oracle(data)
    assert rest is not None
    if not any(isinstance(part, int) for path in paths for part in path):
        assert exactly(programme) == exactly(rest)
