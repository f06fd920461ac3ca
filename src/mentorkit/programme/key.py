"""How the keys of the file are declared, and what stands for those that Python keeps to itself."""

from functools import lru_cache
from keyword import iskeyword
from typing import Any

import attrs


def key(description: str, example: str) -> Any:
    """An optional key of the file, with what the documentation, the schema and messages say about it."""
    return attrs.field(default=None, metadata={"description": description, "example": example})


@lru_cache(maxsize=1024)
def key_to_field(name: str) -> str:
    """The attribute that holds a key: Python keeps some words, such as `for` and `from`, to itself."""
    return f"{name}_" if iskeyword(name) else name


def field_to_key(name: str) -> str:
    """The key that an attribute stands for."""
    return name.removesuffix("_")
