"""What kind of value a key or a fact takes, in words."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from mentorkit.text.values_in_text import listed
from mentorkit.values.text_value import is_text_value

_WORDS = {
    str: "text",
    int: "whole number",
    Decimal: "number",
    bool: "true or false",
    date: "date",
}


def kind_in_words(type_: Any) -> str:
    """A type as a coordinator would say it: 'date', 'list of text', 'one of "drugs" and "alcohol"'."""
    if get_origin(type_) is tuple:
        return f"list: {kind_in_words(get_args(type_)[0])}"
    if get_origin(type_) is Literal:
        return f"one of {listed(get_args(type_), 'or')}"
    if is_text_value(type_):
        what: str = type_.what
        return what.removeprefix("a ")
    return _WORDS.get(type_, "table")
