"""What kind of value a key or a fact takes: which there can be, and each in words."""

from datetime import date, datetime
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.text.values_in_text import written_list
from mentorkit.values.text_value import is_text_value

_WORDS = {  # by name, since importing `decimal` takes longer than reading a file
    "str": "text",
    "int": "whole number",
    "Decimal": "number",
    "bool": "true or false",
    "date": "date",
    "datetime": "date and time",
}


def kind_in_words(type_: Any) -> str:
    """A type as a coordinator would say it: 'date', 'list of text', 'one of "drugs" and "alcohol"'."""
    if get_origin(type_) is tuple:
        return f"list: {kind_in_words(get_args(type_)[0])}"
    if get_origin(type_) is Literal:
        return f"one of {written_list(get_args(type_), 'or')}"
    if is_text_value(type_):
        what: str = type_.what
        return what.removeprefix("a ").removeprefix("an ")
    return _WORDS.get(getattr(type_, "__name__", ""), "table")


def can_be_read(type_: Any) -> bool:
    """Whether a file or a record can hold values of a type, which are then read strictly."""
    if isinstance(type_, type):  # most are
        return type_ in (str, int, bool, date, datetime) or attrs.has(type_)
    if get_origin(type_) is tuple:
        return len(get_args(type_)) == 2 and get_args(type_)[1] is ... and can_be_read(get_args(type_)[0])
    if get_origin(type_) is Literal:
        return all(isinstance(choice, str) for choice in get_args(type_))
    return False
