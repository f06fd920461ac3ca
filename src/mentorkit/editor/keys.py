"""What the file format knows: which keys a table has, what each means, and which rules read it."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

import attrs

from mentorkit.core.arguments import Argument
from mentorkit.core.limit import Limit
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.formats import FORMAT, in_which_format
from mentorkit.programme.key import KEY, DeclaredKey, field_to_key, is_in_file, key_to_field
from mentorkit.programme.path import Path
from mentorkit.programme.shared_keys import shared_key, stated_type
from mentorkit.programme.tables import Programme
from mentorkit.values.inexact import RANGE_KEYS, may_be_inexact
from mentorkit.values.text_value import is_text_value

_FORMAT = DeclaredKey("the version of the file format", example=str(FORMAT))


@attrs.frozen
class Key:
    """A key of a table.

    Attributes:
        type: of its value; None for the table of a sector's own keys.
        declared: what it is and how a service is asked about it, in the words of the sector.
    """

    type: Any
    declared: DeclaredKey

    @property
    def is_table(self) -> bool:
        """Whether it holds keys of its own."""
        return self.type is None or _is_table(self.type)

    @property
    def is_list_of_tables(self) -> bool:
        """Whether it stands under headers in double brackets."""
        return get_origin(self.type) is tuple and _is_table(get_args(self.type)[0])


def _is_table(type_: Any) -> bool:
    return attrs.has(type_ or int) and not is_text_value(type_)


def without_indexes(path: Path) -> Path:
    """The path that rules know: the same for every entry of a list."""
    return tuple(part for part in path if isinstance(part, str))


def keys_in(book: Rulebook, table: Path) -> Mapping[str, Key]:
    """The keys of a table, by name, in the order in which a service settles them; none where there is no such table."""
    if table == ():
        return {"format": Key(int, _FORMAT), **_fields(book, Programme, ())}
    own = {str(path[2]): path for path in book.sector_keys if path[:2] == table}
    if own:
        return {name: Key(book.sector_keys[path], book.key(path).in_words(book.words)) for name, path in own.items()}
    within = type_at(book, table)
    if may_be_inexact(within) and isinstance(table[-1], str):  # an entry of a list is no range
        return {name: Key(within, DeclaredKey(words)) for name, words in RANGE_KEYS.items()}
    if not _is_table(within):
        return _keys_of_own_name(book, table, within) if is_own_name(book, table) else {}
    sectors = dict.fromkeys(str(path[1]) for path in book.sector_keys if path[:1] == table)
    tables = {name: Key(None, DeclaredKey(f"what {book.sectors[name].title} ask beside this")) for name in sectors}
    return {**_fields(book, within, table), **tables}


def is_own_name(book: Rulebook, table: Path) -> bool:
    """Whether a table at a path is an entry of an open list, or an open text, under a name of the service's own."""
    key = key_at(book, table[:-1] if isinstance(table[-1], int) else table)
    in_list = key is not None and get_origin(key.type) is tuple
    return key is not None and key.declared.open_list and in_list is isinstance(table[-1], int)


def _keys_of_own_name(book: Rulebook, table: Path, type_: Any) -> dict[str, Key]:
    more = _more_of(book, table)
    return {
        "is": Key(type_, DeclaredKey("what it is")),
        "called": Key(str, DeclaredKey("how you call it")),
        **(_fields(book, more, table) if more else {}),
    }


def _more_of(book: Rulebook, entry: Path) -> Any:
    """The class of what an entry of a list may say beside what it is; None where it may say nothing."""
    shared = shared_key(without_indexes(book.current_path(entry)), in_lists=True)
    return shared.more if shared else None


def _fields(book: Rulebook, type_: Any, table: Path) -> dict[str, Key]:
    found = {}
    for field in attrs.fields(type_):
        if not is_in_file(field):
            continue
        about_table = (field.type.__doc__ or "").partition(": ")[2].rstrip(".")
        declared = field.metadata.get(KEY) or DeclaredKey(about_table)
        name = field_to_key(field.name)
        described = in_which_format((*table, name), declared.description)
        declared = attrs.evolve(declared, description=described).in_words(book.words)
        found[name] = Key(stated_type(field.type), declared)
    return found


def key_at(book: Rulebook, path: Path) -> Key | None:
    """The key at a path such as ("supervision", "phases", 0, "every"), or None where the format has none there."""
    path = book.current_path(path)
    return keys_in(book, path[:-1]).get(str(path[-1])) if path and isinstance(path[-1], str) else None


def type_at(book: Rulebook, path: Path) -> Any:
    """The type of the value at a path, of an entry where the path ends in an index; None where there is none."""
    path = book.current_path(path)
    type_: Any = Programme
    for length, part in enumerate(path, 1):
        if path[:length] in book.sector_keys:
            type_ = book.sector_keys[path[:length]]
        elif isinstance(part, int):
            within = _more_of(book, path[:length]) if length < len(path) else None
            type_ = within or (get_args(type_)[0] if get_origin(type_) is tuple else None)
        elif _is_table(type_):
            field = getattr(attrs.fields(type_), key_to_field(part), None)
            type_ = stated_type(field.type) if field and is_in_file(field) else None
        else:
            type_ = None
    return type_


def limits_at(book: Rulebook, path: Path) -> list[tuple[Rule, Argument, Limit]]:
    """Every limit on the value at a path, the most binding first, with the rule that sets it."""
    found = [
        (rule, argument, limit)
        for rule, argument in book.parameters.get(without_indexes(book.current_path(path)), ())
        for limit in argument.limits
    ]
    return sorted(found, key=lambda one: -one[2].strength)
