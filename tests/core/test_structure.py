"""A file is read strictly, completely and with all its faults at once; what is written reads back as the same."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from datetime import UTC, date, datetime, time
from typing import Any, Literal, get_args, get_origin

import attrs
import cattrs
import pytest
from cattrs.gen import make_dict_structure_fn, override
from hypothesis import event, given, settings
from hypothesis import strategies as st

from mentorkit.core.document import read_document
from mentorkit.core.duration import Duration
from mentorkit.core.paths import Path, dotted
from mentorkit.core.programme import Award, Phase, Programme, StaffRole
from mentorkit.core.structure import LARGEST, Fault, programme_data, programme_toml, read_programme

OWN: Mapping[Path, Any] = {
    ("screening", "substance", "abstinence"): Duration,
    ("screening", "substance", "risk_domains"): tuple[str, ...],
    ("screening", "probation", "checked_on"): date,
    ("training", "substance", "drug_tests"): bool,
    ("matching", "mental-health", "closeness"): Literal["near", "far"],
    ("matching", "mental-health", "distance"): int,
    ("matching", "mental-health", "rhythm"): tuple[Duration, ...],
}


def faults(text: str) -> list[Fault]:
    return read_programme(tomllib.loads(text), OWN)[1]


# Strictness: nothing is turned into something else.

NEEDED = {
    "true or false": "write true or false, without quotes",
    "a whole number": "write digits without quotes, such as 12",
    "text": 'put it in quotes, such as "coordinator"',
    "a list": "put it in square brackets: [ … ]",
    "a table": "write it as a table: { key = value, … } or under a [header]",
    "a date": "write year-month-day without quotes, such as 2026-03-31",
    "a length of time with its unit": 'write a number and a unit in quotes, such as "14 days", "8 weeks" or "3 months"',
    '"emotional", "instrumental", "companionship" or "information"': "write one of them in quotes: ",
}
PLACES = {
    "true or false": ["recruitment.mentors_volunteer", "training.substance.drug_tests", "training.award.pass_mark"],
    "a whole number": ["programme.mentors", "matching.mental-health.distance", "training.award.level"],
    "text": ["programme.name", "programme.sectors[0]", "screening.substance.risk_domains[0]"],
    "a list": ["programme.sectors", "supervision.phases", "waivers", "screening.substance.risk_domains"],
    "a table": ["training", "training.award", "staff[0]", "supervision.phases[0]", "screening.substance"],
    "a date": ["waivers[0].until", "screening.probation.checked_on"],
    "a length of time with its unit": ["training.length", "outcomes.follow_ups[0]", "screening.substance.abstinence"],
    '"emotional", "instrumental", "companionship" or "information"': ["programme.support[0]"],
}
KINDS = {  # what a value is called, with those that are called so
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
FITTING = {  # pairs of what is there and what is needed that are no mismatch of kinds
    ("true", "true or false"),
    ("false", "true or false"),
    ("a number", "a whole number"),
    ("a date", "a date"),
    ("a list", "a list"),
    ("a table", "a table"),
    *(
        ("text", needed)
        for needed in NEEDED
        if needed not in ("true or false", "a whole number", "a list", "a table", "a date")
    ),
}


def data_at(place: str, value: Any) -> dict[str, Any]:
    """The data in which a value stands at a place such as staff[0].paid, and nothing else."""
    for part in reversed(place.replace("[0]", ".[0]").split(".")):
        value = [value] if part == "[0]" else {part: value}
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize(
    ("kind", "needed", "place"),
    [
        (kind, needed, place)
        for kind in KINDS
        for needed in NEEDED
        for place in PLACES[needed]
        if (kind, needed) not in FITTING
    ],
)
def test_a_value_of_another_kind_is_refused_and_never_turned(kind: str, needed: str, place: str) -> None:
    for value in KINDS[kind]:
        programme, (fault,) = read_programme(data_at(place, value), OWN)
        assert dotted(fault.path) == place
        assert fault.message == f"this is {kind}, but {needed} is needed here"
        assert fault.fix.startswith(NEEDED[needed])
        assert not fault.unknown
        assert programme.value(fault.path) is None or place == "training"


@pytest.mark.parametrize(
    ("place", "value", "message", "fix"),
    [
        ("programme.mentors", -1, "this number is below zero", "write a number from 0 up"),
        ("programme.mentors", 2**63, "this number is too large", "write a smaller one"),
        ("programme.mentors", 10**400, "this number is too large", "write a smaller one"),
        ("programme.name", "", "this text is empty", "leave the key out until you know what to write"),
        ("programme.name", " \n\t", "this text is empty", "leave the key out until you know what to write"),
        ("training.length", "8", '"8" is not a length of time', "write a whole number and a unit, such as"),
        ("training.length", "0 days", '"0 days" is not a length of time', "write a whole number and a unit, such as"),
        ("training.length", "999 years", '"999 years" is not a length of time', "longer than a hundred years"),
        (
            "programme.support[0]",
            "emotinal",
            '"emotinal" is not one of the values known here; did you mean "emotional"?',
            'write "emotional", "instrumental", "companionship" or "information"',
        ),
        ("matching.mental-health.closeness", "x", '"x" is not one of the values known here', 'write "near" or "far"'),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(place: str, value: Any, message: str, fix: str) -> None:
    programme, (fault,) = read_programme(data_at(place, value), OWN)
    assert (dotted(fault.path), fault.message) == (place, message)
    assert fault.fix.startswith(fix)
    assert programme.value(fault.path) is None


def test_the_bounds_of_a_number_are_read() -> None:
    for number in (0, LARGEST):
        assert read_programme(data_at("programme.mentors", number), OWN)[0].programme.mentors == number


# Unknown keys and tables.

TABLES = "the keys here are programme, recruitment, screening, training, "


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
        # Right, but standing elsewhere.
        ("abstinence = 1", "abstinence", "move it to [screening.substance]"),
        ("[screening]\nabstinence = 1", "screening.abstinence", "move it to [screening.substance]"),
        ("[training.substance]\nabstinence = 1", "training.substance.abstinence", "move it to [screening.substance]"),
        ("[[staff]]\nchecked_on = 1", "staff[0].checked_on", "move it to [screening.probation]"),
        ("[screening.substance]\nsteps = []", "screening.substance.steps", "move it to [screening]"),
        ("[[supervision.phases]]\nled_by = 1", "supervision.phases[0].led_by", "move it to [supervision]"),
        ("[training.award]\nlength = 1", "training.award.length", "move it to [training]"),
        ("[graduation.probation]\nwat = 1", "graduation.probation", "move its keys to [screening.probation]"),
        ("substance = {}", "substance", "move its keys to [screening.substance] or [training.substance]"),
        # Neither.
        ("[own]\na = 1", "own", TABLES),
        ("wat = 1", "wat", TABLES),
        ("[programme]\nname = 'a'\nnaem = 1", "programme.naem", "the keys here are name, sectors, settings, nation, "),
        ("[screening.substance]\nwat = {}", "screening.substance.wat", "the keys here are abstinence, risk_domains"),
        ("[screening.substance]\n[screening.substence]", "screening.substence", "the keys here are collects, steps, "),
        ("[screening.schools]", "screening.schools", "the keys here are collects, steps, "),
    ],
)
def test_an_unknown_key_is_told_once_with_what_was_probably_meant(text: str, path: str, fix: str) -> None:
    (fault,) = faults(text)
    assert (dotted(fault.path), fault.unknown) == (path, True)
    assert fault.fix.startswith(fix)
    *outer, name = fault.path
    known = fix.removeprefix("rename it to ") if fix.startswith("rename") else None
    found: Any = tomllib.loads(text)
    for part in fault.path:
        found = found[part]
    asks = f'; did you mean "{known}"?' if known else ""
    assert fault.message == f'there is no {"table" if isinstance(found, dict) else "key"} "{name}" here{asks}'
    moved = fix.partition("[")[2].removesuffix("]") if fix.startswith("move it to") else None
    meant = [*outer, known] if known else [*moved.split("."), name] if moved else None
    assert fault.meant == (None if meant is None else tuple(meant))


# All at once.

FAULTY = """
format = 1
wat = 1

[programme]
name = ""
sectors = ["substance", 7, ""]
mentors = "12"
mentees = 24
objectives = [{ text = 1, measure = "a" }, "b", { txt = "c" }]

[screening]
steps = "interview"

[screening.substance]
abstinence = 90
risk_domains = ["a", false]
wat = 1

[training]
award = { level = 2.0, title = "A", recognised_by = [1] }

[[supervision.phases]]
every = "14 days"
for = "soon"

[[supervision.phases]]
evry = "1 month"
formats = ["one-to-one", "groop"]

[[waivers]]
until = 2027-03-31T00:00:00
rule = "SUB101"
"""


def test_all_faults_of_a_file_are_told_at_once_and_each_once() -> None:
    found = faults(FAULTY)
    assert [(dotted(fault.path), fault.message.split(",")[0]) for fault in found] == [
        ("wat", 'there is no key "wat" here'),
        ("programme.name", "this text is empty"),
        ("programme.sectors[1]", "this is a number"),
        ("programme.sectors[2]", "this text is empty"),
        ("programme.mentors", "this is text"),
        ("programme.objectives[0].text", "this is a number"),
        ("programme.objectives[1]", "this is text"),
        ("programme.objectives[2].txt", 'there is no key "txt" here; did you mean "text"?'),
        ("screening.steps", "this is text"),
        ("training.award.level", "this is a number with a decimal point"),
        ("training.award.recognised_by[0]", "this is a number"),
        ("supervision.phases[0].for", '"soon" is not a length of time'),
        ("supervision.phases[1].evry", 'there is no key "evry" here; did you mean "every"?'),
        ("supervision.phases[1].formats[1]", '"groop" is not one of the values known here; did you mean "group"?'),
        ("waivers[0].until", "this is a date with a time"),
        ("screening.substance.abstinence", "this is a number"),
        ("screening.substance.risk_domains[1]", "this is false"),
        ("screening.substance.wat", 'there is no key "wat" here'),
    ]
    assert [fault.unknown for fault in found] == ["no key" in fault.message for fault in found]


def test_what_can_be_read_of_a_faulty_file_is_read() -> None:
    programme, _ = read_programme(tomllib.loads(FAULTY), OWN)
    assert programme.programme.mentees == 24
    assert programme.programme.sectors is None  # a list with a gap would say something else
    assert programme.training.award == Award(title="A")
    assert programme.supervision.phases == (Phase(every=Duration.parse("14 days")), Phase())
    assert programme.waivers is not None
    assert programme.waivers[0].rule == "SUB101"
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
    assert programme.training.length == Duration.parse("8 weeks")
    assert programme.training.award == Award(level=2)
    assert programme.staff == (StaffRole(paid=True), StaffRole())


# The oracle: cattrs' own converter, made strict.


def strict(kind: type, *not_these: type) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, kind) or isinstance(value, not_these):
            raise TypeError(value)
        if (kind is str and not value.strip()) or (kind is int and not 0 <= value <= LARGEST):
            raise ValueError(value)
        return value

    return hook


def make_oracle() -> cattrs.Converter:
    made = cattrs.Converter(forbid_extra_keys=True)
    made.register_structure_hook(str, strict(str))
    made.register_structure_hook(bool, strict(bool))
    made.register_structure_hook(int, strict(int, bool))
    made.register_structure_hook(date, strict(date, datetime))

    @made.register_structure_hook_factory(attrs.has)
    def _(type_: Any) -> Callable[[Any, Any], Any]:
        names = {"for_": override(rename="for"), "own": override(omit=True)}
        taken = {name: names[name] for name in names if hasattr(attrs.fields(type_), name)}
        read = make_dict_structure_fn(type_, made, _cattrs_forbid_extra_keys=True, **taken)
        return lambda value, type_: read(strict(dict)(value, None), type_)

    @made.register_structure_hook_factory(lambda type_: get_origin(type_) is tuple)
    def _(type_: Any) -> Callable[[Any, Any], Any]:
        entry = get_args(type_)[0]
        return lambda value, _: tuple(made.structure(each, entry) for each in strict(list)(value, None))

    made.register_structure_hook_func(
        lambda type_: type_ is Duration, lambda value, _: Duration.parse(strict(str)(value, None))
    )
    return made


ORACLE = make_oracle()


def ask_oracle(data: dict[str, Any]) -> Programme | None:
    """The programme as the oracle reads it, or None where it refuses it."""
    data = deepcopy(data)
    data.pop("format", None)
    values: dict[Path, Any] = {}
    try:
        for table, sector in dict.fromkeys(path[:2] for path in OWN):
            if isinstance(data.get(table), dict) and sector in data[table]:  # type: ignore[call-overload]
                for name, value in strict(dict)(data[table].pop(sector), None).items():  # type: ignore[index]
                    values[table, sector, name] = ORACLE.structure(value, OWN[table, sector, name])
        return attrs.evolve(ORACLE.structure(data, Programme), own=values)
    except (cattrs.BaseValidationError, TypeError, ValueError, KeyError):
        return None


# Programmes of every shape, from the types of the tables.

TEXTS = st.text().filter(str.strip)
DURATIONS = st.builds(
    lambda amount, unit: Duration.parse(f"{amount} {unit}"),
    st.integers(1, 99),
    st.sampled_from(["minutes", "hours", "days", "weeks", "months", "years"]),
)


def values_of(type_: Any) -> st.SearchStrategy[Any]:
    """Every value that a type of the file's tables can have."""
    if type(None) in get_args(type_):
        return st.none() | values_of(get_args(type_)[0])
    if get_origin(type_) is Literal:
        return st.sampled_from(get_args(type_))
    if get_origin(type_) is tuple:
        return st.lists(values_of(get_args(type_)[0]), max_size=3).map(tuple)
    if attrs.has(type_) and type_ is not Duration:
        fields = attrs.fields(attrs.resolve_types(type_))
        return st.builds(type_, **{field.name: values_of(field.type) for field in fields if field.name != "own"})
    simple = {str: TEXTS, int: st.integers(0, LARGEST), bool: st.booleans(), date: st.dates(), Duration: DURATIONS}
    return simple[type_]


PROGRAMMES = st.builds(
    lambda programme, own: attrs.evolve(programme, own=own),
    values_of(Programme),
    st.fixed_dictionaries({}, optional={path: values_of(type_) for path, type_ in OWN.items()}),
)


@settings(max_examples=50)
@given(PROGRAMMES)
def test_reading_writing_and_reading_again_is_the_identity(programme: Programme) -> None:
    written = programme_toml(programme)
    document = read_document(written.encode(), "a.toml")
    again, none = read_programme(document.data, OWN)
    assert none == []
    assert again == programme
    assert repr(again) == repr(programme)  # "2 weeks" is equal to "14 days", and yet another text
    assert programme_toml(again) == written
    assert document.data == programme_data(programme)


def containers(value: Any) -> Iterator[Any]:
    """Every table and list in some data that is not empty, and the data itself."""
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list) and each:
            yield from containers(each)
    yield value


WORDS = st.sampled_from(["", " ", "false", "7", "14 days", "0 days", "mentor", "group", "start", "2026-03-31"])
SIMPLE = st.one_of(
    WORDS, st.integers(-9, LARGEST + 9), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
)
KEYS = st.sampled_from(["", "name", "for", "for_", "own", "every", "collects", "award", "title", "until", "substance"])
ANYTHING = st.recursive(SIMPLE, lambda below: st.lists(below, max_size=2) | st.dictionaries(KEYS, below, max_size=2))


@st.composite
def file_data(draw: st.DrawFn) -> dict[str, Any]:
    """The data of a file, with up to three slips."""
    data = deepcopy(programme_data(draw(PROGRAMMES)))
    for _ in range(draw(st.integers(0, 3))):
        table = draw(st.sampled_from(list(containers(data))))
        at = draw(st.sampled_from(list(table) if isinstance(table, dict) else range(len(table))))
        slip = draw(st.sampled_from(["another value", "another key", "one more key", "a list of it", "left out"]))
        if slip == "another value":
            table[at] = draw(ANYTHING)
        elif slip == "a list of it":
            table[at] = [table[at]]
        elif slip == "left out":
            del table[at]
        elif isinstance(table, dict):
            table[draw(KEYS)] = table.pop(at) if slip == "another key" else draw(ANYTHING)
    return data


@settings(max_examples=150)
@given(file_data())
def test_a_file_is_faulty_where_the_oracle_refuses_it_and_otherwise_the_same(data: dict[str, Any]) -> None:
    expected = ask_oracle(data)
    programme, found = read_programme(data, OWN)
    event("refused" if expected is None else "read")
    assert bool(found) == (expected is None)
    if expected is not None:
        assert (programme, repr(programme)) == (expected, repr(expected))
    assert len(set(found)) == len(found)
    for fault in found:  # each at a place that is there
        there: Any = data
        for part in fault.path:
            there = there[part]
