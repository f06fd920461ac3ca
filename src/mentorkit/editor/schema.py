"""A JSON Schema (draft 7) of the file, for editors and for programs that know nothing of mentorkit.

It says less than `mentorkit validate`: what each key means and takes, and of the limits those that are a MUST for every
file that the schema is for. All others stand in the descriptions, and so does every limit on a length of time, of which
JSON Schema knows nothing.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.arguments import Argument
from mentorkit.core.limit import AtLeast, AtMost, Includes, IncludesOneOf, Limit, OneOf
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import STANDARDS, Rulebook
from mentorkit.core.source import Source
from mentorkit.core.strength import Strength
from mentorkit.editor.patterns import entry_pattern, pattern
from mentorkit.programme.formats import FORMATS, ONLY_IN, in_which_format
from mentorkit.programme.key import KEY, DeclaredKey, field_to_key, is_in_file
from mentorkit.programme.path import Path
from mentorkit.programme.shared_keys import shared_key, stated_type
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way, way_names
from mentorkit.text.words import in_words, listed
from mentorkit.toml.plain_values import LARGEST
from mentorkit.validation.implausible import zero_makes_no_sense
from mentorkit.values.choice import words_for
from mentorkit.values.inexact import FORMS, RANGE_KEYS, may_be_inexact
from mentorkit.values.own_name import OTHER
from mentorkit.values.text_value import is_text_value

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(book: Rulebook, *, of_these_sectors: bool = False) -> Schema:
    """The schema of a programme.

    Args:
        book: the rules of all sectors that a file may name.
        of_these_sectors: whether it is for a finished file that names all of them: then what they say of shared keys
            holds for it too, and a list that lacks an entry is a fault, which otherwise may just not be complete yet.
    """
    return _Schemas(book, of_these_sectors=of_these_sectors).root()


class _Schemas:
    def __init__(self, book: Rulebook, *, of_these_sectors: bool) -> None:
        self.book = book
        self.sectors = {name: sector for name, sector in book.sectors.items() if name != STANDARDS}
        self.of_these_sectors = of_these_sectors
        # Where a file may be of one sector or of another, shared keys speak of mentors and mentees.
        self.words: Mapping[str, str] = book.words if len(self.sectors) == 1 else {}
        self.definitions: Schema = {}

    def root(self) -> Schema:
        tables = {
            name: self.value(stated_type(field.type), (name,), field.metadata.get(KEY, DeclaredKey()))
            for name, field in attrs.fields_dict(Programme).items()
            if is_in_file(field)
        }
        sectors = tables["programme"]["properties"]["sectors"]
        sectors["items"] = {"enum": list(self.book.sectors)}
        if self.of_these_sectors and self.sectors:
            sectors.setdefault("allOf", []).extend({"contains": {"const": name}} for name in self.sectors)
        tables["programme"]["required"] = ["sectors"]
        editions = [f"{sector.title} ({sector.edition})" for sector in self.book.sectors.values()]
        return {
            "$schema": DRAFT,
            "$comment": f"Made by 'mentorkit schema' from {listed(editions)}.",
            "title": "Mentoring programme",
            "description": "The design of one mentoring programme; 'mentorkit validate' checks it against all rules.",
            "type": "object",
            "additionalProperties": False,
            "required": ["format", "programme"],
            "properties": {
                "format": {"enum": list(FORMATS), "description": "the version of the file format"},
                **tables,
            },
            "allOf": [*map(_keys_of_format, FORMATS), *self.limits_of_ways()],
            "definitions": self.definitions,
        }

    def value(self, type_: Any, path: Path, declared: DeclaredKey, words: Mapping[str, str] | None = None) -> Schema:
        """A value of the file.

        Args:
            type_: of the value.
            path: of its key.
            declared: what its key declares.
            words: of the sector that has the key; those of the file where left out.
        """
        schema: Schema = {}
        declared = declared.in_words(self.words if words is None else words)
        described = in_which_format(path, declared.description or _about_table(type_))
        if text := self.description(described, declared.question, type_, path):
            schema["description"] = text
        if declared.example:
            schema["examples"] = [_plain(tomllib.loads(f"example = {declared.example}")["example"])]
        schema |= _annotations(declared)
        kind = self.kind(type_, path)
        if type_ is int and zero_makes_no_sense(path, declared):
            kind["minimum"] = 1
        if self.is_open(path) and type_ is str:
            kind = {"anyOf": [kind, _own_name(kind)]}
        elif get_origin(type_) is tuple:
            kind["items"] = self.entry(kind["items"], path)
        for rule, argument, limit in self.hard_limits(path):
            if not (rule.ways or argument.ways):
                _restrict(kind, limit, self.synonyms(path), is_open=self.is_open(path))
        if get_origin(type_) is Literal:
            kind = _as_written(kind)
        if may_be_inexact(type_):
            exact = self.defined(type_.__name__, kind) if is_text_value(type_) else {"type": kind.pop("type")}
            ends = {"allOf": [exact]} if is_text_value(type_) else self.kind(type_, path)
            of_range = self.defined(f"range-{type_.__name__}", _range_of(ends))
            kind = {"anyOf": [exact, of_range]} | (kind if type_ is int else {})
        return schema | kind

    def entry(self, entry: Schema, path: Path) -> Schema:
        """An entry of a list as people write it; of an open one also under a name of the service's own."""
        return _any_of(_as_written(entry), *([self._own_entry(entry, path)] if self.is_open(path) else []))

    def _own_entry(self, entry: Schema, path: Path) -> Schema:
        """An entry of an open list that is a table: under a name of the service's own, or with more said of it."""
        shared = shared_key(path, in_lists=True)
        made = _own_name(entry)
        if shared and shared.more:
            made |= {"required": ["is"], "properties": made["properties"] | self.kind(shared.more, path)["properties"]}
        return made

    def synonyms(self, path: Path) -> Mapping[str, Iterable[str]]:
        """Other words for the entries of a list."""
        return self.book.key(path).synonyms

    def is_open(self, path: Path) -> bool:
        """Whether the entries of a list, or a text, may stand under names of the service's own."""
        return self.book.key(path).open_list

    def limits_of_ways(self) -> Iterator[Schema]:
        """What no file may be outside of that offers one of some ways of support, or does not say which it offers.

        A file of format 1 that does not say is about pairs, or about none; so limits for pairs alone are left out.
        """
        within: dict[frozenset[Way], Schema] = {}
        for path, users in self.book.parameters.items():
            for rule, argument, limit in self.hard_limits(path):
                ways = frozenset(rule.ways or Way) & frozenset(argument.ways or Way)
                if Way.PAIR in ways and len(ways) > 1 and (rule.ways or argument.ways):
                    keys = within.setdefault(ways, {})
                    for table in path[:-1]:
                        keys = keys.setdefault(str(table), {"properties": {}})["properties"]
                    several = get_origin(users[0][1].type) is tuple
                    restricted = keys.setdefault(str(path[-1]), {"type": "array"} if several else {})
                    _restrict(restricted, limit, self.synonyms(path), is_open=self.is_open(path))
        for ways, keys in within.items():
            offered = {"anyOf": [{"contains": {"enum": way_names(ways)}}, {"maxItems": 0}]}
            asked = {"properties": {"programme": {"properties": {"ways": offered}}}}
            yield {"if": asked, "then": {"properties": keys}}

    def kind(self, type_: Any, path: Path) -> Schema:
        """What a value of a type looks like, whatever it says."""
        if get_origin(type_) is tuple:
            return {"type": "array", "items": self.kind(get_args(type_)[0], path)}
        if get_origin(type_) is Literal:
            return {"enum": list(get_args(type_))}
        if is_text_value(type_):
            return {"type": "string", "pattern": pattern(type_)}
        if attrs.has(type_):
            keys = {
                field_to_key(name): self.value(
                    stated_type(field.type), (*path, field_to_key(name)), field.metadata[KEY]
                )
                for name, field in attrs.fields_dict(type_).items()
            }
            own = self.own_tables(path[0]) if len(path) == 1 else {}
            return {"type": "object", "additionalProperties": False, "properties": {**keys, **own}}
        plain: Mapping[Any, Schema] = {
            str: {"type": "string", "pattern": r"\S"},
            int: {"type": "integer", "minimum": 0, "maximum": LARGEST},
            bool: {"type": "boolean"},
            date: {"type": "string", "format": "date"},
            datetime: {"type": "string", "format": "date-time"},
        }
        return dict(plain[type_])

    def defined(self, name: str, said: Schema) -> Schema:
        """What says the same of many keys, said once."""
        self.definitions.setdefault(name, said)
        return {"$ref": f"#/definitions/{name}"}

    def own_tables(self, table: str | int) -> Schema:
        """The tables that sectors have of their own within a shared one."""
        tables: Schema = {}
        for path, type_ in sorted(self.book.sector_keys.items()):
            if path[0] == table:
                sector = self.book.sectors[str(path[1])]
                about = {"description": f"what {sector.title} add", "type": "object", "additionalProperties": False}
                own = tables.setdefault(str(path[1]), {**about, "properties": {}})
                _, argument = self.book.parameters[path][0]
                own["properties"][str(path[2])] = self.value(type_, path, self.book.key(path), sector.words)
                if argument.declared.was:
                    earlier = {"description": f"Called {path[2]} now.", "deprecated": True}
                    kind = self.kind(type_, path)
                    if "items" in kind:
                        kind["items"] = self.entry(kind["items"], path)
                    own["properties"][argument.declared.was] = {**kind, **earlier}
        return tables

    def description(self, described: str, question: str, type_: Any, path: Path) -> str:
        """What a key means, how to write and to ask it, then each limit with the rules and sources that set it."""
        if is_text_value(type_):
            described = f"{described}; {type_.write}" if described else type_.write
        lines: dict[str, list[str]] = {}
        cited: list[Source] = []
        for rule, limit in self.limits(path):
            words = f", {in_words(rule.applies.words, self.book.words)}" if rule.applies is not None else ""
            lines.setdefault(f"{limit.phrase_and_days(type_)}{words}", []).append(rule.id)
            cited += limit.sources
        limits = "\n".join(f"- {line} ({', '.join(dict.fromkeys(ids))})" for line, ids in lines.items())
        parts = [described, question, limits]
        if rules := sorted(rule.id for rule in self.book.readers(path)):
            parts.append(f"Read by {listed(rules)}.")
        if sources := dict.fromkeys(map(_in_short, cited)):
            parts.append(f"Sources: {'; '.join(sources)}.")
        return "\n\n".join(filter(None, parts))

    def limits(self, path: Path) -> list[tuple[Rule, Limit]]:
        """The limits of a key, the most binding first."""
        users = self.book.parameters.get(path, ())
        found = [(rule, limit) for rule, argument in users for limit in argument.limits]
        return sorted(found, key=lambda demand: -demand[1].strength)

    def hard_limits(self, path: Path) -> Iterator[tuple[Rule, Argument, Limit]]:
        """The limits that no file of this schema may be outside of, on any day, if it offers a way that they are for.

        A file that has a sector's own keys names the sector.
        """
        for rule, argument in self.book.parameters.get(path, ()):
            named = rule.owner == STANDARDS or path in self.book.sector_keys or self.of_these_sectors
            for limit in argument.limits if named and rule.applies is None and not rule.views else ():
                always = limit.strength is Strength.MUST and not limit.days.changes
                if always and (self.of_these_sectors or not limit.cumulative):
                    yield rule, argument, limit


def _keys_of_format(version: int) -> Schema:
    """What a file of one version of the format cannot have."""
    refused: Schema = {}
    for path, only_in in ONLY_IN.items():
        *tables, key = map(str, path)
        within = refused
        for table in tables if only_in != version else ():
            within = within.setdefault(table, {"properties": {}})["properties"]
        if only_in != version:
            within[key] = False
    return {"if": {"properties": {"format": {"const": version}}}, "then": {"properties": refused}}


def _range_of(end: Schema) -> Schema:
    """A range of values; whether all of it is within limits is for rules to say."""
    return {
        "type": "object",
        "properties": {name: {"description": words, **end} for name, words in RANGE_KEYS.items()},
        "additionalProperties": False,
        "dependencies": {"from": ["to"], "to": ["from"]},
        "oneOf": [{"required": list(form)} for form in FORMS],
    }


def _restrict(schema: Schema, limit: Limit, synonyms: Mapping[str, Iterable[str]], *, is_open: bool) -> None:
    """Adds a limit to the schema of a value, which may be a list with entries under names of the service's own."""
    match limit:
        case AtLeast(bound=int(least)):
            name = "minItems" if schema.get("type") == "array" else "minimum"
            schema[name] = max(least, schema.get(name, least))
        case AtMost(bound=int(most)):
            name = "maxItems" if schema.get("type") == "array" else "maximum"
            schema[name] = min(most, schema.get(name, most))
        case OneOf(values=values):
            schema["enum"] = [value for value in schema.get("enum", values) if value in values]
        case Includes(entries=entries):
            schema.setdefault("allOf", []).extend({"contains": _entry([entry], synonyms, is_open)} for entry in entries)
        case IncludesOneOf(entries=entries):
            schema.setdefault("allOf", []).append({"contains": _entry(list(entries), synonyms, is_open)})


def _as_written(choice: Schema) -> Schema:
    """A choice as people write it: the reader takes other spellings and words, and an editor marks none of them."""
    names = [word for each in choice.get("enum", ()) for word in words_for(each)]
    return _any_of(choice, {"type": "string", "pattern": entry_pattern(names)}) if names else choice


def _any_of(*schemas: Schema) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": [*schemas]}


def _entry(entries: list[str], synonyms: Mapping[str, Iterable[str]], is_open: bool) -> Schema:
    """One of these entries of a list; where the list is open, also under a name of the service's own."""
    names = [word for each in entries for word in (*words_for(each), *synonyms.get(each, ()))]
    plain = _any_of({"enum": entries}, {"type": "string", "pattern": entry_pattern(names)})
    if not is_open:
        return plain
    return {"anyOf": [plain, {"type": "object", "required": ["is"], "properties": {"is": plain}}]}


def _own_name(entry: Schema) -> Schema:
    """An entry of an open list under the service's own name."""
    is_ = _as_written({"enum": [*entry["enum"], OTHER]}) if "enum" in entry else entry
    called = {"type": "string", "pattern": r"\S"}
    keys = {"is": is_, "called": called}
    return {"type": "object", "additionalProperties": False, "required": list(keys), "properties": keys}


def _annotations(declared: DeclaredKey) -> Schema:
    """What a key declares and JSON Schema has no word for; a value outside of the plausible range is not a fault."""
    plausible = [_plain(value) for value in declared.plausible or ()]
    synonyms = {entry: list(words) for entry, words in declared.synonyms.items()}
    decide_by = declared.decide_by and declared.decide_by.value
    found = {
        "question": declared.question,
        "decideBy": decide_by,
        "plausible": plausible,
        "synonyms": synonyms,
        "openList": declared.open_list,
        "ways": way_names(declared.ways),
    }
    return {f"x-{name}": value for name, value in found.items() if value}


def _about_table(type_: Any) -> str:
    """What a table is, from the class that reads it."""
    if not attrs.has(type_) or is_text_value(type_):
        return ""
    return " ".join((type_.__doc__ or "").split()).rpartition("]: ")[2].rstrip(".")


def _in_short(source: Source) -> str:
    return f"{source.author}, {source.title}" + (f" ({source.year})" if source.year else "")


def _plain(value: Any) -> Any:
    """A value of TOML as JSON has it."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    if is_text_value(type(value)):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
