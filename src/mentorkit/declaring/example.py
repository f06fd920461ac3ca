"""An example of a key is what a file would say: first files, the schema and editors show it, and read it."""

import tomllib
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.arguments import Argument
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.values.text_value import is_text_value


def refuse_example(argument: Argument) -> None:
    """Refuses an example that no file can say, or that is no value of its key.

    Raises:
        ValueError: saying what to write.

    Examples:
        >>> from mentorkit.api import Duration, Parameter
        >>> refuse_example(Argument("settled", Duration, Parameter("how long", example="3 months")))
        Traceback (most recent call last):
        ValueError: the example of 'settled' is not what a file says behind the =; write example='"3 months"'
    """
    name, example = argument.name, argument.example
    try:
        said = tomllib.loads(f"x = {example}")
    except ValueError:
        said = {}
    if said.keys() != {"x"}:
        is_bare = _fits(example, argument.type) and not {'"', "\n", "\\"} & {*example}
        fix = f"""write example='"{example}"'""" if is_bare else "write it as TOML, in a text"
        raise ValueError(f"the example of {name!r} is not what a file says behind the =; {fix}")
    if not _fits(said["x"], argument.type):
        kind = kind_in_words(argument.type)
        raise ValueError(f"the example of {name!r} is {example}, and its value is of another kind: {kind}")


def _fits(value: Any, type_: Any) -> bool:
    """Whether a value as TOML gives it is one of a type; of a table it is enough that it is one."""
    if get_origin(type_) is Literal:
        return value in get_args(type_)
    if get_origin(type_) is tuple:
        return isinstance(value, list) and all(_fits(entry, get_args(type_)[0]) for entry in value)
    if is_text_value(type_):
        try:
            return isinstance(value, str) and bool(type_.parse(value))
        except ValueError:
            return False
    return isinstance(value, dict) if attrs.has(type_) else type(value) is type_
