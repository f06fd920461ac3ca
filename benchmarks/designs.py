"""Designs of any size, for measuring: seeded, valid, and filled in like a service's own.

What a design can say is read from the classes of the file format and from the rules that are installed, so that these
designs keep up with both: they state most of what the rules ask, mostly as it should be, and fall short in places.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path as File
from random import Random
from typing import Any, Literal, get_args, get_origin

import attrs
import tomli_w

from mentorkit.core.arguments import Parameter
from mentorkit.core.limit import Includes, IncludesOneOf
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.formats import FORMAT, ONLY_IN
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.key import KEY, field_to_key, is_in_file
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins
from mentorkit.values.duration import Duration

SECTORS = ("substance",)
_DOING = ("agree", "plan", "review", "practise", "write down", "ask about", "prepare", "share", "follow up")
_WHAT = (
    "boundaries", "wellbeing", "goals for the month", "contact by telephone", "travel to groups", "housing", "debt",
    "a lapse and what comes after it", "family", "time off", "confidentiality", "the first meeting", "money", "work",
    "endings", "courses at the college", "the keyworker's part", "medication", "safety on visits", "sleep",
)  # fmt: skip
_HOW = (
    "with the coordinator", "in supervision", "before the match", "at every review", "in writing", "in the first month",
    "with the service user", "in a small group", "by telephone", "at the community centre", "with a second worker",
    "after three months", "once a quarter", "before the placement ends", "where both sides wish it", "at the drop-in",
)  # fmt: skip


def installed_rules() -> Rulebook:
    """The rules that the designs of this module are written for."""
    return Plugins().rulebook(SECTORS)


def write_folder(folder: File, count: int, size: int, book: Rulebook) -> None:
    """Fills a new folder with designs, each another."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"programme-{number:04}.toml").write_text(design(size, number, book), encoding="utf-8")


def design(size: int, seed: int, book: Rulebook, *, slips: bool = False) -> str:
    """A design as TOML.

    Args:
        size: in bytes, nearly; from about a thousand up.
        seed: the same size, seed and rules make the same file.
        book: the rules that it is to be read by.
        slips: whether every entry of its lists of tables has a misspelt key.
    """
    writer = _Writer(Random(seed), book)  # noqa: S311 - designs are no secrets
    data = writer.least(seed)
    writer.state(data, size)
    for part in (0.8, 1.0):  # what is added is estimated, so the last part of the way starts from what there really is
        writer.lengthen(data, round(size * part))
        _name_measures(data)
        writer.written = len(tomli_w.dumps(data).encode())
    if slips:
        _misspell(data)
    return tomli_w.dumps(data)


class _Writer:
    def __init__(self, random: Random, book: Rulebook) -> None:
        self.random = random
        self.book = book
        self.wanted = _wanted_entries(book)
        self.written = 0

    def least(self, seed: int) -> dict[str, Any]:
        """What a file needs in order to be read at all."""
        name = f"Peer mentoring in service {seed}"
        data = {"format": FORMAT, "programme": {"name": name, "sectors": list(SECTORS), "settings": ["community"]}}
        self.written = len(tomli_w.dumps(data).encode())
        return data

    def state(self, data: dict[str, Any], size: int) -> None:
        """States the keys that there are, in chance order, as far as the size goes."""
        keys = [*self._collected(), *self._own_keys(), *self._shared_keys()]
        self.random.shuffle(keys)
        for path, value in keys:
            table = _table(data, path[:-1]) if isinstance(data.get(path[0]), dict) or len(path) > 1 else data
            if path[-1] in table:
                continue
            cost = _cost(path[-1], value)
            if self.written + cost <= size:
                table[path[-1]] = value
                self.written += cost

    def lengthen(self, data: dict[str, Any], size: int) -> None:
        """Adds entries to the lists until the size is reached."""
        lists = [
            (table[name], entry_type)
            for table, name, entry_type in _open_lists(Programme, data)
            if isinstance(table.get(name), list)
        ]
        while self.written < size and lists:
            entries, entry_type = self.random.choice(lists)
            entry = self._value(entry_type, "")
            entries.append(entry)
            self.written += _cost("", entry)

    def _collected(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        asked: dict[str, list[str]] = {}
        for name, users in self.book.facts().items():
            for stage in {rule.stage for rule, _ in users}:
                if stage is not None and self.random.random() < 0.95:
                    asked.setdefault(stage.value, []).append(name)
        for stage_name, names in sorted(asked.items()):
            yield (stage_name, "collects"), sorted(names)

    def _own_keys(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        for path, users in self.book.parameters.items():
            if path in self.book.sector_keys:
                texts = tuple(str(part) for part in path)
                examples = (use.declared.example for _, use in users if isinstance(use.declared, Parameter))
                example = next(filter(None, examples), "")
                yield texts, self._value(self.book.sector_keys[path], example, self.wanted.get(texts, ()))

    def _shared_keys(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        for outer in attrs.fields(Programme):
            type_ = stated_type(outer.type)
            if not is_in_file(outer) or get_args(type_)[:1] == (WaiverEntry,):
                continue  # whether a waiver is needed depends on the findings
            if outer.name == "file":
                continue  # what it names depends on what else is there
            if outer.name == "network":
                continue  # networks of any size are made in networks.py
            if not attrs.has(type_):
                yield (field_to_key(outer.name),), self._value(type_, outer.metadata[KEY].example)
                continue
            for field in attrs.fields(type_):
                path = (field_to_key(outer.name), field_to_key(field.name))
                if path[-1] != "collects" and ONLY_IN.get(path, FORMAT) == FORMAT:
                    wanted = self.wanted.get(path, ())
                    yield path, self._value(stated_type(field.type), field.metadata[KEY].example, wanted)

    def _value(self, type_: Any, example: str, wanted: tuple[str, ...] = ()) -> Any:
        """A value of a type: the example where one value is asked for, and entries of our own in lists."""
        if get_origin(type_) is tuple:
            return self._entries(get_args(type_)[0], example, wanted)
        if attrs.has(type_) and type_ is not Duration:
            table = {
                field_to_key(field.name): self._value(stated_type(field.type), field.metadata[KEY].example)
                for field in attrs.fields(type_)
            }
            for name in {"name", "text"} & set(table):
                table[name] = self._phrase()
            return table
        if get_origin(type_) is Literal:
            return self.random.choice(get_args(type_))
        if example:
            return tomllib.loads(f"value = {example}")["value"]
        plain: Mapping[Any, Any] = {int: 3, bool: True, date: date(2026, 11, 2), Duration: "3 months"}
        return plain[type_] if type_ in plain else self._phrase()

    def _entries(self, type_: Any, example: str, wanted: tuple[str, ...]) -> list[Any]:
        if get_origin(type_) is Literal:
            choices = get_args(type_)
            return sorted(self.random.sample(choices, self.random.randint(1, len(choices))))
        entries: list[Any] = [entry for entry in wanted if self.random.random() < 0.95]
        stated = tomllib.loads(f"value = {example}")["value"] if example else []
        if type_ is str or type_ is Duration:
            entries += [entry for entry in stated if entry not in entries]
        return entries or [self._value(type_, "") for _ in range(self.random.randint(2, 4))]

    def _phrase(self) -> str:
        return " ".join(self.random.choice(words) for words in (_DOING, _WHAT, _HOW))


def _wanted_entries(book: Rulebook) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The entries that rules want in lists, by the path of the list."""
    wanted: dict[tuple[str, ...], tuple[str, ...]] = {}
    for path, users in book.parameters.items():
        for _, argument in users:
            for limit in argument.limits:
                texts = tuple(str(part) for part in path)
                entries = limit.entries if isinstance(limit, Includes) else ()
                if isinstance(limit, IncludesOneOf):
                    entries = limit.entries[:1]
                wanted[texts] = tuple(dict.fromkeys([*wanted.get(texts, ()), *entries]))
    return wanted


def _open_lists(type_: Any, table: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, Any]]:
    """The lists of a table and of the tables in it that can have any number of entries, with the type of an entry."""
    for field in attrs.fields(type_):
        name, of = field_to_key(field.name), stated_type(field.type)
        if attrs.has(of) and of is not Duration and isinstance(table.get(name), dict):
            yield from _open_lists(of, table[name])
        elif get_origin(of) is tuple and name not in ("sectors", "collects"):
            entry_type = get_args(of)[0]
            if entry_type is str or (attrs.has(entry_type) and entry_type is not Duration):
                yield table, name, entry_type


def _table(data: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    for part in path:
        data = data.setdefault(part, {})
    return data


def _cost(name: str, value: Any) -> int:
    """How many bytes a key or an entry adds to the file."""
    return len(tomli_w.dumps({name or "x": value}).encode()) + (1 if name else 2)


def _name_measures(data: dict[str, Any]) -> None:
    """Lets each objective name a measure that is there."""
    measures = data.get("outcomes", {}).get("measures", [])
    for index, objective in enumerate(data["programme"].get("objectives", [])):
        if measures:
            objective["measure"] = measures[index % len(measures)]["name"]
        else:
            objective.pop("measure", None)


def _misspell(data: Any) -> None:
    """Writes the first key of every entry of a list of tables with a slip."""
    for value in data.values():
        if isinstance(value, dict):
            _misspell(value)
        elif isinstance(value, list):
            for entry in (entry for entry in value if isinstance(entry, dict)):
                name = next(iter(entry))
                entry[f"{name}e"] = entry.pop(name)
