"""A JSON Schema of the file format, draft 7, for the peer that checks files against one.

It says what the classes of the format say: every key with its type and choices, and no other keys.
"""

from datetime import date
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.duration import Duration
from mentorkit.core.key import field_to_key
from mentorkit.core.programme import FORMAT, Programme
from mentorkit.core.rulebook import Rulebook, stated_type
from mentorkit.core.text_value import is_text_value


def schema_of(book: Rulebook) -> dict[str, Any]:
    """The schema of a programme whose sectors bring these rules."""
    tables: dict[str, Any] = {}
    schema = _table(Programme, tables)
    schema["properties"]["format"] = {"const": FORMAT}
    schema["required"] = ["format", "programme"]
    for path, type_ in book.own.items():
        outer, sector, key = (str(part) for part in path)
        shared = tables[_name(schema["properties"][outer])]["properties"]
        own = shared.setdefault(sector, {"type": "object", "additionalProperties": False, "properties": {}})
        own["properties"][key] = _value(type_, tables)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema, "definitions": tables}


def _name(reference: dict[str, str]) -> str:
    return reference["$ref"].rpartition("/")[2]


def _table(type_: Any, tables: dict[str, Any]) -> dict[str, Any]:
    fields = [field for field in attrs.fields(type_) if "own" not in field.metadata]
    properties = {}
    for field in fields:
        value = _value(stated_type(field.type), tables)
        if "$ref" not in value:  # in draft 7, whatever stands beside a reference is ignored
            value["description"] = field.metadata["description"]
        properties[field_to_key(field.name)] = value
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _value(type_: Any, tables: dict[str, Any]) -> dict[str, Any]:
    if get_origin(type_) is tuple:
        return {"type": "array", "items": _value(get_args(type_)[0], tables)}
    if get_origin(type_) is Literal:
        return {"enum": list(get_args(type_))}
    if type_ is Duration:
        return {"type": "string", "pattern": "^[0-9]{1,6} ?(minute|hour|day|week|month|year)s?$"}
    if is_text_value(type_):
        return {"type": "string"}
    if type_ is date:
        return {"type": "string", "format": "date"}
    if attrs.has(type_):
        if type_.__name__ not in tables:
            tables[type_.__name__] = _table(type_, tables)
        return {"$ref": f"#/definitions/{type_.__name__}"}
    if type_ is str:
        return {"type": "string", "minLength": 1}
    plain: dict[Any, dict[str, Any]] = {int: {"type": "integer", "minimum": 0}, bool: {"type": "boolean"}}
    return plain[type_]
