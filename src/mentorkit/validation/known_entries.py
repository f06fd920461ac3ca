"""The entries that rules know of the lists in a file, and those of a design that are one of them in other words."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from mentorkit.core.limit import OfList
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.path import Path
from mentorkit.programme.ranges import with_values
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.validation.known_documents import DOCUMENTS, with_known_documents
from mentorkit.values.kind_of_entry import by_stem, kinds_in
from mentorkit.values.own_name import OTHER, OwnName
from mentorkit.values.same_entry import as_entry

_COSTS = ("costs", "expenses", "fees", "budget", "funding")
_LESSONS = ("training", "course", "module", "session", "workshop", "skills")
_CHANGE_NOTHING: Mapping[Path, tuple[str, ...]] = {
    ("governance", "budget"): _COSTS,
    ("governance", "expenses"): _COSTS,
    ("governance", "substance", "directory_covers"): ("groups", "meetings", "organisations", "services", "support"),
    ("matching", "schools", "steps"): ("event", "session"),
    ("programme", "principles"): ("approach", "principle", "support", "values"),
    ("programme", "schools", "school_provides"): ("team",),
    ("progression", "routes"): ("courses", "opportunities"),
    ("training", "topics"): (*_LESSONS, "principles"),
}
"""Words that change nothing behind an entry of a list: what there is money for is always a cost."""
_LEARNT: frozenset[Path] = frozenset((("programme", "principles"), ("training", "topics")))
"""Lists of what people learn or hold to."""


def own_open_lists(book: Rulebook) -> frozenset[Path]:
    """The sectors' own lists whose entries may have names of the service's own."""
    return frozenset(path for path in book.sector_keys if book.key(path).open_list)


def known_entries(book: Rulebook, path: Path) -> Iterator[str]:
    """What a list can have that rules know: the values of its kind, and the entries that rules ask for."""
    shared = shared_key(path)
    entry = get_args(shared.type)[0] if shared and get_origin(shared.type) is tuple else None
    if get_origin(entry) is Literal:
        yield from get_args(entry)
    for _, argument in book.parameters.get(path, ()):
        for limit in argument.limits:
            if isinstance(limit, OfList):
                yield from limit.entries
    yield from book.key(path).synonyms


def spellings(book: Rulebook, path: Path) -> Mapping[str, str]:
    """By what their spellings have in common, the entries that rules know of a list, each under its synonyms too.

    What could be two entries is left out, so that none is ever taken for another.
    """
    known = list(dict.fromkeys(known_entries(book, path)))
    synonyms = book.key(path).synonyms
    found: dict[str, set[str]] = {}
    for entry in known:
        found.setdefault(as_entry(entry), set()).add(entry)
    entries = set(found)
    for entry, words in synonyms.items():
        for word in words:
            if as_entry(word) not in entries:
                found.setdefault(as_entry(word), set()).add(entry)
    return {common: min(meant) for common, meant in found.items() if len(meant) == 1}


def with_known_entries(programme: Programme, book: Rulebook) -> Programme:
    """The design, with each entry of a list that rules know in other words as the one they know.

    It may be in another spelling, a synonym, or a kind of it: a panel interview is an interview. It keeps the words of
    the file as its own name, which messages show. An entry that is two, such as "family and friends", is there twice:
    in its place as the first of them, and behind all others as the second.
    """
    changed = []
    for path, value in stated_keys(programme):
        if isinstance(value, tuple) and any(isinstance(each, str) for each in value):
            by_spelling = spellings(book, path)
            recognised = tuple(_recognised(each, by_spelling) for each in value)
            if path == DOCUMENTS:
                recognised = with_known_documents(recognised, known_entries(book, path))
            recognised = _with_kinds(recognised, book, path)
            changed += [(path, recognised)] if recognised != value else []
    found: Programme = with_values(programme, changed)
    return found


def _with_kinds(value: tuple[Any, ...], book: Rulebook, path: Path) -> tuple[Any, ...]:
    """A list in which what is a kind of an entry that rules know is that entry, if the list does not have it itself."""
    known = {entry: book.key(path).synonyms.get(entry, ()) for entry in known_entries(book, path)}
    by_stems = by_stem(known)
    there = {str(each) for each in value if str(each) in known}
    found, more = [], []
    for each in value:
        kinds = (
            []
            if not isinstance(each, str) or each == OTHER or str(each) in known
            else [
                kind
                for kind in kinds_in(each, by_stems, _CHANGE_NOTHING.get(path, ()), is_learnt=path in _LEARNT)
                if kind not in there
            ]
        )
        there.update(kinds)
        named = [_as_known(each, kind) for kind in kinds]
        found.append(named[0] if named else each)
        more += named[1:]
    return (*found, *more)


def _recognised(entry: Any, by_spelling: Mapping[str, str]) -> Any:
    if not isinstance(entry, str) or (isinstance(entry, OwnName) and entry == OTHER):
        return entry
    known = by_spelling.get(as_entry(entry))
    return entry if known is None or known == entry else _as_known(entry, known)


def _as_known(entry: str, known: str) -> OwnName:
    return OwnName(known, getattr(entry, "called", str(entry)), getattr(entry, "about", None))
