"""From the plain data of a TOML file to the tables of a programme, and back.

cattrs does the structuring, with strict hooks of our own: nothing is turned into something else ("false" is not true,
"abc" is no list), every fault is collected with its path, and what can be read is read. No code is generated, because
generating it costs more than reading the file.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

import attrs
from cattrs import BaseConverter

from mentorkit.programme.formats import FORMATS
from mentorkit.programme.key import KEY, MORE, field_to_key, is_in_file
from mentorkit.programme.path import Path
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written, written_list
from mentorkit.text.words import shortened
from mentorkit.toml.faults import MOST_TOLD, Fault, FaultyError, counted, under
from mentorkit.toml.misplaced_keys import with_place
from mentorkit.toml.plain_values import read_day, read_moment, read_number, read_text, read_truth, wrong
from mentorkit.values.choice import as_choice
from mentorkit.values.inexact import RANGE_KEYS, Inexact, may_be_inexact, range_in_words
from mentorkit.values.own_name import OTHER, OwnName
from mentorkit.values.text_value import TextValue, is_text_value

_AS_TABLES = "write it once for each, under a header in double square brackets: [[ … ]]"
_AS_TABLE = "write it as a table: { key = value, … } or under a [header]"


_SEVERAL = {
    "deputy": "name one member in quotes; for two people, let one member stand for both (people = 2), or write a "
    "second [[network.links]] with the other deputy",
}
"""What to write for several where a key has one text."""


def _text_value(value: Any, type_: type[TextValue]) -> Any:
    """A value that the file writes as a text of its own kind."""
    if isinstance(value, type_):
        return value
    if not isinstance(value, str):
        raise wrong(value, type_.what, type_.write)
    try:
        return type_.parse(value)
    except ValueError as problem:
        raise FaultyError([Fault((), f"{written(shortened(value))} is not {type_.what}", str(problem))]) from None


def _choice(type_: Any) -> Callable[[Any, type], Any]:
    return lambda value, _: _one_of(value, get_args(type_))


def _one_of(value: Any, choices: tuple[str, ...], or_else: str = "") -> str:
    """A value that is one of several texts, as people write it; what else could be written is said too."""
    if not isinstance(value, str):
        fix = f"write one of them in quotes: {written_list(choices, 'or')}{or_else}"
        raise wrong(value, written_list(choices, "or"), fix)
    if value in choices:
        return value
    known = as_choice(value, choices)
    if known is None:
        suggestion = asks(did_you_mean(value, choices))
        fix = f"write {written_list(choices, 'or')}{or_else}"
        message = f"{written(shortened(value))} is not one of the values known here{suggestion}"
        raise FaultyError([Fault((), message, fix)])
    return known


_OWN_NAME = '{{ is = "{}", called = "the name that you have for it" }}'


def _open_entry(value: Any, type_: Any, more: Any = None) -> Any:
    """An entry of an open list, which may say what it is and how the service calls it, and of some lists more."""
    choices = get_args(type_) if _is_choice(type_) else ()
    own_name = _OWN_NAME.format(OTHER if choices else "…")
    if not isinstance(value, dict):
        return _one_of(value, choices, f"; or {own_name}") if choices else converter().structure(value, type_)
    if more:
        return _entry_with_more(value, more)
    if value.keys() != {"is", "called"}:
        message = "this entry has to say what it is and how you call it, and nothing else"
        raise FaultyError([Fault((), message, f"write {own_name}")])
    is_ = _one_of(value["is"], (*choices, OTHER)) if choices else read_text(value["is"], str)
    called = read_text(value["called"], str)
    if is_ == OTHER and (known := as_choice(called, choices)):
        message = f"{written(known)} is one of the values known here, so it is not another one"
        raise FaultyError([Fault((), message, f"write {written(known)} instead")])
    return OwnName(is_, called)


def _entry_with_more(value: Mapping[str, Any], more: Any) -> OwnName:
    """An entry of a list of texts that says what it is, and may say how the service calls it and more."""
    if "is" not in value:
        message = "this entry does not say what it is"
        raise FaultyError([Fault((), message, 'write is = "…", with the name that rules know')])
    faults: list[Fault] = []
    names = dict.fromkeys(("is", "called"), "")
    for name in names & value.keys():
        try:
            names[name] = read_text(value[name], str)
        except FaultyError as problem:
            faults += [under(name, fault) for fault in problem.faults]
    try:
        about = converter().structure({name: each for name, each in value.items() if name not in names}, more)
    except FaultyError as problem:
        about = problem.partial
        faults += problem.faults
    made = OwnName(names["is"], names["called"] or names["is"], about)
    if faults:
        raise FaultyError(faults, made if names["is"] else None)
    return made


def _as_list(value: Any, entry_type: Any) -> str:
    """What to write instead of a value that is not a list; a table that is none of its entries does not know them."""
    if not (attrs.has(entry_type) and isinstance(value, dict)):
        return "put it in square brackets: [ … ]"
    known = [field_to_key(field.name) for field in attrs.fields(entry_type)]
    return _AS_TABLES if value.keys() <= {*known} else f"{_AS_TABLES}, with these keys: {', '.join(known)}"


def _list(type_: Any, read: Callable[[Any, Any], Any] | None = None) -> Callable[[Any, type], Any]:
    """Reads a list; each entry as its type says, or in another way."""
    entry_type = get_args(type_)[0]

    def structure(value: Any, _: type) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise wrong(value, "a list", _as_list(value, entry_type))
        entries: list[Any] = []
        faults: list[Fault] = []
        more = 0
        for index, entry in enumerate(value):
            try:
                entries.append((read or converter().structure)(entry, entry_type))
            except FaultyError as problem:
                room = MOST_TOLD - len(faults)
                faults += [under(index, fault) for fault in problem.faults[:room]]
                more += sum(1 + fault.more for fault in problem.faults[room:])
                # An entry that is a table stays, so that what a rule says of later ones stands at the right place.
                entries += [] if problem.partial is None else [problem.partial]
        if faults:
            raise FaultyError(counted(faults, more), tuple(entries) or None)
        return tuple(entries)

    return structure


def _table(type_: type[attrs.AttrsInstance]) -> Callable[[Any, type], Any]:
    fields = {field_to_key(field.name): field for field in attrs.fields(type_) if is_in_file(field)}

    def structure(value: Any, _: type) -> Any:
        if not isinstance(value, dict):
            raise wrong(value, "a table", _AS_TABLE)
        stated: dict[str, Any] = {}
        faults: list[Fault] = []
        unknown = _unknown_keys(value, fields)
        for name, content in value.items():
            field = fields.get(name)
            if field is None:
                faults += unknown.get(name, ())
                continue
            try:
                read = (
                    partial(_key, is_open=field.metadata[KEY].open_list, more=field.metadata.get(MORE))
                    if KEY in field.metadata
                    else converter().structure
                )
                stated[field.name] = read(content, field.type)
            except FaultyError as problem:
                several = _SEVERAL.get(name) if isinstance(content, list) else None
                told = [attrs.evolve(each, fix=several) for each in problem.faults] if several else problem.faults
                faults += [under(name, fault) for fault in told]
                if problem.partial is not None:
                    stated[field.name] = problem.partial
        made = type_(**stated)
        if faults:
            raise FaultyError(faults, made)
        return made

    return structure


def _key(value: Any, type_: Any, *, is_open: bool = False, more: Any = None) -> Any:
    """The value of a key: a number or length of time may be a range, an entry or a text have another name."""
    type_ = stated_type(type_)
    if is_open:
        read = partial(_open_entry, more=more)
        return _list(type_, read)(value, tuple) if _is_list(type_) else _open_entry(value, type_)
    if not (isinstance(value, dict) and RANGE_KEYS.keys() & value.keys() and may_be_inexact(type_)):
        is_length = is_text_value(type_) and may_be_inexact(type_)
        if in_words := range_in_words(value) if is_length and isinstance(value, str) else None:
            message = f"{written(shortened(value))} is a range, which a text cannot be"
            raise FaultyError([Fault((), message, f"write {in_words}")])
        return value if isinstance(value, Inexact) else converter().structure(value, type_)
    try:
        return Inexact.read(value, lambda end: converter().structure(end, type_))
    except ValueError as problem:
        raise FaultyError([Fault((), "this is not a range", str(problem))]) from None


def _unknown_keys(table: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, list[Fault]]:
    """The fault of each key that a table does not know; of very many the rest is counted."""
    names = [name for name in table if name not in known]
    told = [_unknown_key(name, table[name], known, table) for name in names[:MOST_TOLD]]
    return {name: [fault] for name, fault in zip(names, counted(told, len(names) - len(told)), strict=False)}


def _unknown_key(name: str, content: Any, known: Mapping[str, Any], table: Mapping[str, Any]) -> Fault:
    """The fault of a key that the table does not know, with the one that was probably meant and is not there yet."""
    meant = did_you_mean(name, (key for key in known if key not in table))
    what = "table" if isinstance(content, dict) else "key"
    here = f"take it out, or write one of these: {', '.join(known)}" if known else "take it out"
    fix = f"rename it to {meant}" if meant else here
    message = f"there is no {what} {written(shortened(name))} here{asks(meant)}"
    return Fault((name,), message, fix, unknown=True, meant=(meant,) if meant else None)


def _is_list(type_: Any) -> bool:
    return get_origin(type_) is tuple


def _is_choice(type_: Any) -> bool:
    return get_origin(type_) is Literal


@lru_cache(maxsize=1)
def converter() -> BaseConverter:
    """The one converter: it holds hooks and no state of any file."""
    made = BaseConverter()
    plain = ((str, read_text), (int, read_number), (bool, read_truth), (date, read_day), (datetime, read_moment))
    for type_, hook in plain:
        made.register_structure_hook(type_, hook)
    made.register_structure_hook_factory(attrs.has, _table)
    made.register_structure_hook_factory(_is_list, _list)
    made.register_structure_hook_factory(_is_choice, _choice)
    # attrs.has knows these too, each of which is one text and no table.
    made.register_structure_hook_func(is_text_value, _text_value)
    made.register_unstructure_hook(date, lambda day: day)
    made.register_unstructure_hook(Inexact, lambda each: converter().unstructure(dict(each.stated)))
    made.register_unstructure_hook_factory(attrs.has, _plain)
    made.register_unstructure_hook_func(is_text_value, str)
    made.register_unstructure_hook(OwnName, _plain_entry)
    return made


def _plain_entry(own: OwnName) -> dict[str, Any]:
    if own.about is None:
        return {"is": str(own), "called": own.called}
    called = {"called": own.called} if own.called != own else {}
    return {"is": str(own), **called, **converter().unstructure(own.about)}


def _plain(type_: type[attrs.AttrsInstance]) -> Callable[[Any], dict[str, Any]]:
    names = [field.name for field in attrs.fields(type_) if is_in_file(field)]

    def unstructure(table: Any) -> dict[str, Any]:
        stated = {field_to_key(name): getattr(table, name) for name in names}
        return {name: converter().unstructure(value) for name, value in stated.items() if value is not None}

    return unstructure


def read_programme(
    data: Mapping[str, Any], sector_keys: Mapping[Path, Any], open_lists: Collection[Path] = ()
) -> tuple[Programme, list[Fault]]:
    """Reads a programme, and everything that is wrong with its tables.

    Args:
        data: what tomllib gives; without a format it is read as the first one.
        sector_keys: the types of the sectors' own keys, by path (table, sector, key).
        open_lists: those of them whose entries may have names of the service's own.

    Returns:
        The programme as far as it can be read, and the faults with their paths.
    """
    shared, sector_tables = _split(data, {path[:2] for path in sector_keys})
    values: dict[Path, Any] = {}
    faults: list[Fault] = []
    for outer, table in sector_tables.items():
        known = {str(path[2]): type_ for path, type_ in sector_keys.items() if path[:2] == outer}
        if not isinstance(table, dict):
            faults += [Fault(outer, fault.message, fault.fix) for fault in wrong(table, "a table", _AS_TABLE).faults]
            continue
        unknown = _unknown_keys(table, known)
        found: list[Fault] = []
        for name, content in table.items():
            if name not in known:
                found += unknown.get(name, ())
                continue
            try:
                values[*outer, name] = _key(content, known[name], is_open=(*outer, name) in open_lists)
            except FaultyError as problem:
                found += [under(name, fault) for fault in problem.faults]
        faults += [under(outer[0], under(outer[1], fault)) for fault in found]
    try:
        programme = converter().structure(shared, Programme)
    except FaultyError as problem:
        programme = problem.partial
        faults = problem.faults + faults
    version = next((version for version in FORMATS if version == data.get("format")), FORMATS[0])
    return attrs.evolve(programme, format=version, sector_values=MappingProxyType(values)), [
        with_place(fault, data, sector_keys) for fault in faults
    ]


def _split(
    data: Mapping[str, Any], own_tables: set[tuple[str | int, ...]]
) -> tuple[dict[str, Any], dict[tuple[str, str], Any]]:
    """The shared tables without the sectors' own, and those by (table, sector)."""
    shared: dict[str, Any] = {}
    sector_tables: dict[tuple[str, str], Any] = {}
    for name, table in data.items():
        if name == "format":
            continue
        shared[name] = table
        if isinstance(table, dict):
            shared[name] = {key: value for key, value in table.items() if (name, key) not in own_tables}
            for key, value in table.items():
                if (name, key) in own_tables:
                    sector_tables[name, key] = value
    return shared, sector_tables


def programme_data(programme: Programme) -> dict[str, Any]:
    """A programme as plain TOML data, which reads back as the same programme."""
    data: dict[str, Any] = {"format": programme.format}
    data |= {name: table for name, table in converter().unstructure(programme).items() if table != {}}
    for (table, sector, name), value in programme.sector_values.items():
        data.setdefault(str(table), {}).setdefault(sector, {})[name] = converter().unstructure(value)
    return data


def programme_toml(programme: Programme) -> str:
    """A programme as a TOML file."""
    import tomli_w  # reading a file, the main job, needs no writer

    return tomli_w.dumps(programme_data(programme))
