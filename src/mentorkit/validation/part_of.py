"""A programme that is part of a larger service: which file answers for what its own file does not say.

docs/part-of.md says it for services. What a file says itself counts, also where it cannot be read; of the rest, the
larger service answers for what can be the same in all of its parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import Any, Protocol

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.design import ELSEWHERE, Design
from mentorkit.programme.formats import ONLY_IN
from mentorkit.programme.key import KEY, field_to_key, is_in_file
from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.text.values_in_text import spoken, written
from mentorkit.text.words import shortened
from mentorkit.toml.document import CannotJudgeError, Document
from mentorkit.validation.other_nation import where
from mentorkit.values.by_fields import ByFields
from mentorkit.values.own_name import OwnName
from mentorkit.values.seen_text import as_seen

PART_OF: Path = ("programme", "part_of")
"""The key that names the file of the larger service."""
_OWN: frozenset[Path] = frozenset(
    {
        ("file",),
        ("format",),
        ("waivers",),
        ("relationship", "pairs"),
        *(("programme", key) for key in ("name", "sectors", "ways", "part_of", "objectives", "mentors", "mentees")),
    }
)
"""What each programme says of itself alone: what it is, what it sets out to do, for how many, and what it decided."""
_OF_A_WAY = "relationship"
"""The table about how people meet, which is another one in another way of support."""
_AS_A_WHOLE = "network"
"""The table of which the parts name each other, so that no two files can be mixed in it."""
_IN_BOTH: Path = ("governance", "documents")
"""The list of what exists in writing: what a service has written down holds in its parts, which add their own."""
_MOST_FILES = 10
"""How many files may be part of one another in a row; nobody would find out by hand what such a file says."""


class Folder(Protocol):
    """The folder that a programme's file is in, where the file of its larger service is looked up."""

    def read(self, name: str) -> tuple[Document, "Folder"]:
        """The file of a name as seen from this folder, with the folder that it is in.

        Raises:
            CannotJudgeError: where it cannot be read.
        """


def larger_documents(document: Document, folder: Folder | None) -> list[Document]:
    """The files of the larger services that a programme is part of, the nearest first.

    Args:
        document: the file of the programme.
        folder: the folder that it is in; None where it is in none, such as what standard input has.

    Raises:
        CannotJudgeError: where one cannot be found or read, or they are part of one another in a circle.
    """
    found = [document]
    while (stated := _part_of(found[-1])) is not None:
        if why := _why_no_name(stated):
            raise _refusal(found, *why)
        if folder is None:
            message = "this text is in no folder, so the file of the larger service cannot be found from it"
            raise _refusal(found, message, "save it as a file, and name that file")
        try:
            larger, folder = folder.read(stated)
        except CannotJudgeError as problem:
            raise _refusal(found, *in_larger_file(problem)) from problem
        found.append(larger)
        if larger.name in [each.name for each in found[:-1]]:
            circle = " → ".join(each.name for each in found)
            raise _refusal(found[:-1], f"these files are part of one another: {circle}", "take part_of out of one")
        if len(found) > _MOST_FILES:
            message = f"more than {_MOST_FILES} files are part of one another here"
            raise _refusal(found[:-1], message, "name the file of the whole service in each of its parts")
    return found[1:]


def in_larger_file(problem: CannotJudgeError) -> tuple[str, str]:
    """What is wrong with a part of which the larger service's file cannot be judged, and what to do."""
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    return f"the file of the larger service cannot be read: {place}: {problem.message}", problem.fix


def refusal_of_part(document: Document, message: str, fix: str) -> CannotJudgeError:
    """Why a programme cannot be judged as part of a larger service; `raise` it."""
    return document.refusal(PART_OF, message, fix)


def _part_of(document: Document) -> Any:
    """What a file says that it is part of; None where it says nothing, or is of a format without this key."""
    programme = document.data.get("programme")
    of_this_format = document.data.get("format") == ONLY_IN[PART_OF]
    return programme.get(PART_OF[-1]) if of_this_format and isinstance(programme, dict) else None


def _why_no_name(stated: Any) -> tuple[str, str] | None:
    """Why something is no name of a file as seen from another, with what to do; None where it is one."""
    fix = 'write the way to it from this file, such as part_of = "../service.toml"'
    if not isinstance(stated, str):
        return "part_of has to be the name of a file", fix
    windows = PureWindowsPath(stated)
    if PurePosixPath(stated).is_absolute() or windows.is_absolute() or windows.drive or "://" in stated:
        return f"{written(shortened(stated))} is a full path or an address, which another computer may not have", fix
    if "\\" in stated or not stated.isprintable():
        return f"{written(shortened(stated))} is not a name that every computer reads", f"{fix}, with / between folders"
    if not stated.lower().endswith(".toml"):
        return f"{written(shortened(stated))} is not the name of a programme's file, which ends in .toml", fix
    return None


def _refusal(chain: Sequence[Document], message: str, fix: str) -> CannotJudgeError:
    """Why a programme cannot be judged, at its own `part_of`, with the file at fault where that is another."""
    problem = refusal_of_part(chain[-1], message, fix)
    return problem if len(chain) == 1 else refusal_of_part(chain[0], *in_larger_file(problem))


def is_stated(data: Any, path: Path) -> bool:
    """Whether a file states something at a path, or something else around it, which is then no table.

    A table in which there is nothing, such as a header alone, states nothing.
    """
    for part in path:
        if not isinstance(data, Mapping):
            return True
        if part not in data:
            return False
        data = data[part]
    return bool(data != {})


@attrs.frozen(eq=False, repr=False)
class Inheritance(ByFields):
    """What a larger service answers for in one of its parts.

    Attributes:
        own: the design of the part, as its own file states it.
        data: what its own file says, by the names that keys have now.
        larger: the design of the larger service, with what it takes from others.
        rulebook: the rules for the part.
    """

    own: Programme
    data: Mapping[str, Any]
    larger: Programme
    rulebook: Rulebook

    def require_kinship(self, document: Document, larger: Document) -> None:
        """Refuses a larger service of another nation, or of other sectors.

        Raises:
            CannotJudgeError: with the place in the part's file.
        """
        mine, theirs = self.own.programme, self.larger.programme
        if _differ(mine, theirs):
            message = f"this programme is {where(mine)}, and the larger service in {larger.name} is {where(theirs)}"
            fix = "state the same nation in both, or take part_of out: the law of the two differs"
            raise document.refusal(("programme", "nation"), message, fix)
        ours, others = (set(each.programme.sectors or ()) for each in (self.own, self.larger))
        if ours and others and not ours & others:
            message = f"the larger service in {larger.name} is in none of the sectors of this programme"
            raise document.refusal(("programme", "sectors"), message, "name a sector of both, or take part_of out")

    def answers(self, path: Path) -> bool:
        """Whether the larger service answers for what the part does not state at a path."""
        return not self._says_itself(path) and self._may_answer(path)

    def concerns(self, path: Path) -> bool:
        """Whether the part would read in the larger service's file what stands at a path, such as a whole table."""
        table = len(path) < 2 or path[1] in (self.own.programme.sectors or ())
        kept_apart = self._says_itself(path) and not (table and len(path) < 3 and shared_key(path) is None)
        kept_apart = kept_apart and not (path[:2] == _IN_BOTH and self._adds_documents)
        return not kept_apart and self._may_answer(path)

    def _may_answer(self, path: Path) -> bool:
        """Whether the larger service can answer for what a path leads to in the part, if that does not say it."""
        if any(path[:length] in _OWN for length in (1, 2)):
            return False
        if path[:1] == (_AS_A_WHOLE,) and is_stated(self.data, (_AS_A_WHOLE,)):
            return False
        if path[:1] == (_OF_A_WAY,) and not self._may_share_a_way:
            return False
        if set(path[1:2]) & (set(self.larger.programme.sectors or ()) - set(self.own.programme.sectors or ())):
            return False
        keys = tuple(part for part in path if isinstance(part, str))
        return self.own.may_offer(self.rulebook.key(keys).ways)

    def _says_itself(self, path: Path) -> bool:
        """Whether the part's own file states what a path leads to, or the value that this would be in."""
        around = (path[:length] for length in range(1, len(path)) if shared_key(path[:length]))
        return any(is_stated(self.data, each) for each in (path, *around))

    @property
    def _may_share_a_way(self) -> bool:
        return any(self.own.offers(way) is not False and self.larger.offers(way) is not False for way in Way)

    @property
    def _adds_documents(self) -> bool:
        """Whether the part states texts in writing, and not that they are all."""
        return bool(self.own.governance.documents) and not self.own.says_all(_IN_BOTH)

    def design(self) -> Programme:
        """The design of the part, with what the larger service answers for, and what that says of those values."""
        own, larger = self.own, self.larger
        there = ((path, value) for path, value in larger.sector_values.items() if path in self.rulebook.sector_keys)
        values = {path: value for path, value in there if self.answers(path)} | dict(own.sector_values)
        made: Programme = self._table(own, larger, ())
        made = attrs.evolve(made, sector_values=MappingProxyType(values))
        lists = (path for path, value in stated_keys(made) if isinstance(value, tuple))
        complete = [dotted(path) for path in lists if self.answers(path) and larger.says_all(path)]
        unsure = [name for name in larger.file.not_confirmed or () if self.answers(path_of(name))]
        about = attrs.evolve(
            own.file,
            complete=self._said_of(own.file.complete, complete),
            not_confirmed=self._said_of(own.file.not_confirmed, unsure),
        )
        return attrs.evolve(made, file=about)

    def _said_of(self, mine: Sequence[str] | None, others: Sequence[str]) -> tuple[str, ...] | None:
        """The keys of which each file says something that it states itself; of others it has nothing to say."""
        stated_there = {dotted(path) for path, _ in stated_keys(self.larger) if self.answers(path)}
        names = (*(name for name in mine or () if name not in stated_there), *others)
        return names or (None if mine is None else ())

    def _table(self, mine: Any, theirs: Any, path: Path) -> Any:
        """A table key by key; a list, and any other value, is of one file."""
        changed = {}
        for field in attrs.fields(type(mine)):
            at = (*path, field_to_key(field.name))
            own, other = getattr(mine, field.name), getattr(theirs, field.name)
            if not is_in_file(field) or other is None:
                continue
            if KEY not in field.metadata:
                changed[field.name] = self._table(own, other, at)
            elif self.answers(at):
                changed[field.name] = other
            elif at == _IN_BOTH and self._adds_documents:
                changed[field.name] = _in_both(own, other)
        return attrs.evolve(mine, **changed) if changed else mine


def _in_both(own: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """The entries of both lists; of one that both name, the part's own, unless only the other says more of it."""
    entries = [*dict.fromkeys(own)]
    for entry in other:
        same = [place for place, mine in enumerate(entries) if _is_same(mine, entry)]
        if not same:
            entries.append(entry)
        elif getattr(entry, "about", None) and not getattr(entries[same[0]], "about", None):
            entries[same[0]] = entry
    return tuple(entries)


def _is_same(one: str, other: str) -> bool:
    own_names = isinstance(one, OwnName) and isinstance(other, OwnName)
    return str(one) == str(other) and not (own_names and spoken(one) != spoken(other))


def _differ(one: Design, other: Design) -> bool:
    """Whether two programmes are in different nations, as far as both state it."""
    nations = {each.nation or (ELSEWHERE if each.nation_name else None) for each in (one, other)} - {None}
    names = {as_seen(each.nation_name or "") for each in (one, other)} - {""}
    return len(nations) > 1 or (nations == {ELSEWHERE} and len(names) > 1)
