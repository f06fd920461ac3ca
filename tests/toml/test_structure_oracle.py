"""Reading a file, held against cattrs' own converter made strict, and against writing it again."""

import tomllib
from copy import deepcopy
from datetime import date, datetime
from typing import Any, Literal, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, override
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.formats import FORMATS
from mentorkit.programme.key import KEY, MORE, is_in_file
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.toml.document import read_document
from mentorkit.toml.plain_values import LARGEST
from mentorkit.toml.structure import programme_data, programme_toml, read_programme
from mentorkit.values.capacity import Capacity
from mentorkit.values.duration import Duration
from mentorkit.values.edition import Edition
from mentorkit.values.inexact import Inexact
from mentorkit.values.moment import Moment
from mentorkit.values.opening_hours import Hours
from mentorkit.values.own_name import OwnName
from mentorkit.values.rate import Rate
from mentorkit.values.seen_text import as_seen
from mentorkit.values.text_value import is_text_value
from mentorkit.values.time_passed import TimePassed
from tests.examples import examples

from .test_structure import OPEN, OWN

# The oracle: cattrs' own converter, made strict.


def strict(kind: Any, *not_these: type) -> Any:
    def hook(value: Any, _: Any = None) -> Any:
        if not isinstance(value, kind) or isinstance(value, not_these):
            raise TypeError(value)
        if (kind is str and not as_seen(value)) or (kind is int and not 0 <= value < 2**63):
            raise ValueError(value)
        return value

    return hook


def strict_table(type_: Any) -> Any:
    special = {"for_": override(rename="for"), "from_": override(rename="from"), "own": override(omit=True)}
    used: Any = {field.name: special[field.name] for field in attrs.fields(type_) if field.name in special}
    used |= {field.name: override(struct_hook=strict_open(field)) for field in attrs.fields(type_) if is_open(field)}
    read = make_dict_structure_fn(type_, ORACLE, _cattrs_forbid_extra_keys=True, **used)
    return lambda value, type_: read(strict(dict)(value), type_)


def is_open(field: Any) -> bool:
    return KEY in field.metadata and field.metadata[KEY].open_list


def entry_type_of(field: Any) -> Any:
    """The type of an entry of an open list, or of an open text."""
    return next(iter(get_args(get_args(field.type)[0])), str)


def strict_open(field: Any) -> Any:
    entry_type, more = entry_type_of(field), field.metadata.get(MORE)
    known = Literal[*get_args(entry_type), "other"] if get_origin(entry_type) is Literal else entry_type

    def entry(stated: Any) -> Any:
        if not isinstance(stated, dict):
            return ORACLE.structure(stated, entry_type)
        about = {name: value for name, value in stated.items() if name not in ("is", "called")}
        if not more and (stated.keys() != {"is", "called"}):
            raise ValueError(stated)
        is_ = ORACLE.structure(stated["is"], known)
        return OwnName(is_, strict(str)(stated.get("called", is_)), ORACLE.structure(about, more) if more else None)

    def read(value: Any, type_: Any) -> Any:
        if value is None:
            return None
        return entry(value) if get_args(type_)[0] is str else tuple(map(entry, strict(list)(value)))

    return read


def strict_entries(value: Any, _: Any) -> tuple[Any, ...]:
    """A list of texts of a sector, some of which may have names of the service's own."""
    text = strict(str)
    if any(isinstance(each, dict) and each.keys() != {"is", "called"} for each in strict(list)(value)):
        raise ValueError(value)
    return tuple(
        OwnName(text(each["is"]), text(each["called"])) if isinstance(each, dict) else text(each) for each in value
    )


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
                    path = (outer, sector, name)
                    own[path] = (strict_entries if path in OPEN else ORACLE.structure)(value, OWN[path])
        version = 2 if data.get("format") == 2 else 1
        return attrs.evolve(ORACLE.structure(shared, Programme), format=version, sector_values=own)
    except Exception:  # whatever it has against it
        return None


# Programmes of every shape, from the types of the tables.

UNITS = st.sampled_from(["minute", "hours", "day", "weeks", "month", "years"])
LENGTHS = st.builds("{} {}".format, st.integers(1, 99), UNITS)
SCALARS = {
    str: st.text().filter(as_seen),
    int: st.integers(0, LARGEST),
    bool: st.booleans(),
    date: st.dates(),
    Duration: LENGTHS.map(Duration.parse),
    TimePassed: LENGTHS.map(TimePassed.parse),
    Hours: st.sampled_from(["24/7", "weekdays 09:00 to 17:00", "Friday 22:00 to 06:00, Sunday 10:00-12:30"]).map(
        Hours.parse
    ),
    Rate: st.builds("{} per {}".format, st.integers(0, 99), st.sampled_from(["day", "week", "month"])).map(Rate.parse),
    Capacity: st.sampled_from(["12 per month", "0 per week", "open to anybody"]).map(Capacity.parse),
    Edition: st.sampled_from(["2026-11", "1999-01"]).map(Edition.parse),
    Moment: st.builds("{} {} {}".format, LENGTHS, st.sampled_from(["before", "after"]), st.just("release")).map(
        Moment.parse
    ),
}


def values_at(field: Any) -> st.SearchStrategy[Any]:
    """Every value that a key can have; an entry of an open list may have a name of the service's own."""
    if not is_open(field):
        return values_of(field.type)
    entry_type, more = entry_type_of(field), field.metadata.get(MORE)
    known = st.sampled_from((*get_args(entry_type), "other")) if get_args(entry_type) else SCALARS[entry_type]
    own = st.builds(OwnName, known, SCALARS[str], *([values_of(more)] if more else ()))
    entries = values_of(entry_type) | own
    return st.none() | (entries if get_args(field.type)[0] is str else st.lists(entries, max_size=3).map(tuple))


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
    return st.builds(type_, **{field.name: values_at(field) for field in attrs.fields(type_)})


TABLES = {field.name: values_of(field.type) for field in attrs.fields(Programme) if is_in_file(field)}
OWN_NAMES = st.builds(OwnName, SCALARS[str], SCALARS[str])
OWN_VALUES = {path: values_of(type_) for path, type_ in OWN.items()} | {
    path: st.lists(SCALARS[str] | OWN_NAMES, max_size=3).map(tuple) for path in OPEN
}


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Programmes with some of the tables, and all that these can have; all tables at once would take too long."""
    names = draw(st.lists(st.sampled_from(list(TABLES)), max_size=3, unique=True))
    own = draw(st.lists(st.sampled_from(list(OWN)), max_size=3, unique=True))
    return Programme(
        **{name: draw(TABLES[name]) for name in names},
        format=draw(st.sampled_from(FORMATS)),
        sector_values={path: draw(OWN_VALUES[path]) for path in own},
    )


def exactly(programme: Programme) -> str:
    """A programme as text, since "2 weeks" is equal to "14 days"; the order of sectors' own keys says nothing."""
    return repr(
        attrs.asdict(attrs.evolve(programme, sector_values=dict(sorted(programme.sector_values.items(), key=str))))
    )


@given(programmes())
def test_reading_writing_and_reading_again_is_the_identity(programme: Programme) -> None:
    text = programme_toml(programme)
    again, none = read_programme(read_document(text.encode(), "a.toml").data, OWN, OPEN)
    assert none == []
    assert exactly(again) == exactly(programme)
    assert programme_toml(again) == text
    assert programme_toml(Programme()) == "format = 1\n"


ENDS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(sorted)
RANGES = st.one_of(
    ENDS.map(lambda ends: {"from": ends[0], "to": ends[1]}),
    st.builds(lambda form, end: {form: end}, st.sampled_from(["about", "at_least", "at_most"]), st.integers(0, 99)),
)
LENGTH_RANGES = st.one_of(
    ENDS.map(lambda ends: {"from": f"{ends[0] + 1} weeks", "to": f"{ends[1] + 1} weeks"}),
    st.builds(lambda form, end: {form: end}, st.sampled_from(["about", "at_least", "at_most"]), LENGTHS),
)


@given(RANGES, LENGTH_RANGES, LENGTH_RANGES)
def test_ranges_are_written_as_they_are_read(
    number: dict[str, Any], length: dict[str, Any], own: dict[str, Any]
) -> None:
    data = {
        "format": 2,
        "programme": {"mentors": number},
        "supervision": {"phases": [{"every": length}]},
        "screening": {"substance": {"abstinence": own}},
    }
    programme, none = read_programme(data, OWN, OPEN)
    assert none == []
    text = programme_toml(programme)
    again, none = read_programme(read_document(text.encode(), "a.toml").data, OWN, OPEN)
    assert none == []
    assert again == programme
    assert programme_toml(again) == text
    stated = programme_data(programme)
    if isinstance(programme.value(("programme", "mentors")), Inexact):
        assert stated["programme"]["mentors"] == number
    if isinstance(programme.value(("supervision", "phases", 0, "every")), Inexact):
        assert {*stated["supervision"]["phases"][0]["every"]} == {*length}


WORDS = st.sampled_from(["", " ", "false", "7", "14 days", "0 days", "mentor", "group", "start", "2026-03-31"])
NUMBERS = st.integers(-9, LARGEST + 9) | st.floats()
KEYS = st.sampled_from(
    ["", "name", "for", "for_", "own", "every", "collects", "award", "title", "until", "is", "called"]
)
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


@examples(300)
@given(file_data())
def test_faults_are_found_where_the_oracle_refuses_and_are_all_there_are(data: dict[str, Any]) -> None:
    accepted = ask_oracle(data)
    programme, found = read_programme(data, OWN, OPEN)
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
