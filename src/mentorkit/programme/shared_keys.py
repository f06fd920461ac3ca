"""The keys of the tables that every programme shares, by their paths."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.programme.key import KEY, MORE, DeclaredKey, check_key, field_to_key, is_in_file, joined, key_to_field
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.values.by_fields import ByFields


@attrs.frozen(eq=False, repr=False)
class SharedKey(ByFields):
    """A key of the tables that every programme shares.

    Attributes:
        type: of its value.
        declared: what it is, and how a service is asked about it.
        more: the class of what an entry of its list may say beside what it is; None where it may say nothing.
    """

    type: Any
    declared: DeclaredKey
    more: Any = None


@lru_cache(maxsize=1024)
def shared_key(path: Path, *, in_lists: bool = False) -> SharedKey | None:
    """The shared key at a path such as ("training", "award", "level"), or None where there is none.

    Args:
        path: of the key.
        in_lists: whether to look in the tables of lists too, by paths without indexes.
    """
    table: Any = Programme
    field = None
    for part in path:
        inner = get_args(table)[0] if in_lists and get_origin(table) is tuple else table
        if in_lists and field is not None:
            inner = field.metadata.get(MORE, inner)
        field = getattr(attrs.fields(inner), key_to_field(str(part)), None) if attrs.has(inner) else None
        if field is None or not is_in_file(field):
            return None
        table = stated_type(field.type)
    if field is None or KEY not in field.metadata:
        return None
    return SharedKey(table, field.metadata[KEY], field.metadata.get(MORE))


def ways_of_shared(path: Path) -> frozenset[Way]:
    """The ways of support that a key is for, where it is one that every programme shares; none for all of them."""
    shared = shared_key(path)
    return shared.declared.ways if shared else frozenset()


def key_of(path: Path, declared: Iterable[DeclaredKey] = ()) -> DeclaredKey:
    """What a key declares: a shared one in its table, with the synonyms of rules that read it; another in those rules.

    Args:
        path: of the key, without indexes.
        declared: by the rules that read it.
    """
    shared = shared_key(path, in_lists=True)
    return joined([shared.declared, *(each for each in declared if each.synonyms)] if shared else declared)


def check_declared(declared: DeclaredKey, path: Path, type_: Any) -> None:
    """Refuses what a rule declares of a key and does not go with it.

    Raises:
        ValueError: naming the key.
    """
    check_key(declared, str(path[-1]), type_)
    if declared.open_list and type_ is str:
        raise ValueError(f"'open_list' is for lists of texts, and {str(path[-1])!r} is not one: text")
    if declared.open_list and get_origin(get_args(type_)[0]) is Literal:
        raise ValueError(f"{path[-1]!r} takes only the values that its type names, so it is no open list")
    for name in ("question", "plausible", "decide_by", "open_list") if shared_key(path) else ():
        if getattr(declared, name):
            raise ValueError(
                f"{dotted(path)} is a key that every programme shares; {name!r} is said there, so leave it out"
            )


def shared_names(table: Any = Programme, before: str = "") -> Iterator[str]:
    """The keys of a table, and of the tables in it, as authors write them: "training.award.level"."""
    for field in attrs.fields(table):
        kind, name = stated_type(field.type), f"{before}{field_to_key(field.name)}"
        if KEY in field.metadata:
            yield name
        if attrs.has(kind):
            yield from shared_names(kind, f"{name}.")


def stated_type(type_: Any) -> Any:
    """The type of a key's value where it is stated: `X | None` without the None."""
    members = [member for member in get_args(type_) if member is not type(None)]
    return members[0] if type(None) in get_args(type_) and len(members) == 1 else type_


def shared_table(name: str | int) -> Any:
    """The class of a table that every programme shares and in which sectors may have their own, or None."""
    field = getattr(attrs.fields(Programme), str(name), None)
    return field.type if field is not None and attrs.has(field.type) else None
