"""Keys and facts that a file calls by the names they had before: read as the new ones, and reported.

A plugin that renames a parameter or a fact says so (`was=`). For as long as it does, files with the old name are read
as if they had the new one, with a warning at the old name. Where a file has both, nobody can know which one counts:
that is an error, and the new one is read.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.path import Path
from mentorkit.text.values_in_text import written
from mentorkit.values.by_fields import ByFields


@attrs.frozen(eq=False, repr=False)
class Renaming(ByFields):
    """A name in a file that is an earlier one.

    Attributes:
        path: where it stands in the file.
        now: the path to which that is read; of a fact in a list the same.
        old: the name in the file.
        new: the name that it has now.
        both: whether the new one is stated beside it, so that the old one is not read.
    """

    path: Path
    now: Path
    old: str
    new: str
    both: bool = False

    @property
    def message(self) -> str:
        """What is reported at the old name."""
        too = f", and {self.new} is stated too" if self.both else ""
        return f"{written(self.old)} is called {self.new} now{too}"

    @property
    def fix(self) -> str:
        """What to do about it."""
        if self.both:
            return f"keep {self.new}, with the value that is right, and take {self.old} out"
        return f"rename it to {self.new}"


def renamings(data: Mapping[str, Any], rulebook: Rulebook) -> list[Renaming]:
    """The earlier names that a file uses, of keys first.

    Args:
        data: what tomllib gives.
        rulebook: the rules, whose parameters and facts know what they were called.
    """
    found = []
    for path, now in rulebook.renamed.items():
        table = _table(data, path[:-1])
        if path[-1] in table:
            found.append(Renaming(path, now, str(path[-1]), str(now[-1]), both=now[-1] in table))
    for stage in Stage if rulebook.renamed_facts else ():
        entries = _table(data, (stage.value,)).get("collects")
        for index, name in enumerate(entries) if isinstance(entries, list) else ():
            new = rulebook.renamed_facts.get(name) if isinstance(name, str) else None
            if new and isinstance(entries, list):
                path = (stage.value, "collects", index)
                found.append(Renaming(path, path, name, new, both=new in entries))
    return found


def with_new_names(data: Mapping[str, Any], found: Iterable[Renaming]) -> Mapping[str, Any]:
    """The data of a file with new names in the place of earlier ones; the data itself stays as it is."""
    made: Any = data
    for each in found:
        *outer, last = each.path
        if isinstance(last, int):
            made = _with(made, outer, lambda entries, at=last, new=each.new: [*entries[:at], new, *entries[at + 1 :]])
        else:
            made = _with(made, outer, lambda table, each=each: _renamed(table, each))
    return dict(made)


def _renamed(table: Mapping[str, Any], each: Renaming) -> dict[str, Any]:
    """A table in which a key has its new name, in the old one's place; without it where both are there."""
    kept = ((name, value) for name, value in table.items() if name != each.old or not each.both)
    return {each.new if name == each.old else name: value for name, value in kept}


def _with(data: Any, path: list[str | int], change: Any) -> Any:
    """The data with something changed at a path; whatever is not on the way there is shared."""
    if not path:
        return change(data)
    return {**data, path[0]: _with(data[path[0]], path[1:], change)}


def _table(data: Any, path: Path) -> Mapping[str, Any]:
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}
