"""A name of the service's own goes wherever an open list or an open text is, in every part of mentorkit alike."""

import tomllib
from datetime import date
from typing import Any, Literal, get_args, get_origin

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from mentorkit.cli.explain_key import key_of_file, say_key
from mentorkit.editor.completion import completions
from mentorkit.editor.reading import read
from mentorkit.editor.schema import schema_of
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.text.values_in_text import written
from mentorkit.toml.document import read_document
from mentorkit.toml.structure import programme_toml
from mentorkit.validation.confirm import confirm, to_confirm
from mentorkit.validation.diff import compare
from mentorkit.validation.opened import open_programme
from mentorkit.validation.report import Report
from mentorkit.validation.upgrade import upgrade
from mentorkit.validation.validate import validate
from mentorkit.values.own_name import OwnName
from tests.test_keys import BOOK, KEYS, PLUGINS, kind_at

ON = date(2026, 11, 29)
SCHEMA = Draft7Validator(schema_of(BOOK))
OPEN = [path for path in KEYS if BOOK.key(path).open_list]
SECTORS = [name for name in BOOK.sectors if name != "standards"]


def is_list(type_: Any) -> bool:
    return get_origin(type_) is tuple


def own_name(path: Path, called: str) -> str:
    """An entry of its list under a name of the service's own."""
    entry = get_args(kind_at(path))[0] if is_list(kind_at(path)) else str
    is_ = get_args(entry)[0] if get_origin(entry) is Literal else "a thing"
    return f'{{ is = "{is_}", called = "{called}" }}'


def stating(path: Path, entry: str, version: int = 2) -> str:
    """A file that states this of one key."""
    about = f"sectors = {SECTORS}\n" + ("ways = ['pair']\n" if version > 1 else "")
    tables = [shared_key(path[:length], in_lists=True) for length in range(1, len(path))]
    of_many = any(table and is_list(table.type) for table in tables) or path[0] == "staff"
    header = dotted(path[:-1])
    value = f"[{entry}]" if is_list(kind_at(path)) else entry
    head = f"format = {version}\n[programme]\n{about}" + ("" if header == "programme" else f"[{header}]\n")
    return f"{head.replace(f'[{header}]', f'[[{header}]]') if of_many else head}{path[-1]} = {value}\n"


def place_of(data: Any, found: Any) -> Path:
    """Where a value stands in the data of a file."""
    for part, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if value == found:
            return (part,)
        if below := place_of(value, found):
            return (part, *below)
    return ()


def judged(text: str) -> Report:
    return validate(text.encode(), "p.toml", PLUGINS, ON)


def refused(text: str) -> list[str]:
    return [each.message for each in judged(text).findings if each.rule in ("wrong-value", "unknown-key")]


def test_lists_and_texts_of_shared_tables_of_lists_of_tables_and_of_sectors_are_open() -> None:
    assert {
        ("training", "topics"),
        ("governance", "health_data_basis"),
        ("outcomes", "measures", "name"),
        ("governance", "retention", "records"),
        ("screening", "substance", "risk_domains"),
        ("matching", "schools", "steps"),
    } <= {*OPEN}


@pytest.mark.parametrize("path", OPEN, ids=dotted)
def test_an_open_key_takes_a_name_of_the_services_own(path: Path) -> None:
    entry = own_name(path, "Our way")
    text = stating(path, entry)
    stated = tomllib.loads(text)
    place = place_of(stated, tomllib.loads(f"entry = {entry}")["entry"])
    assert refused(text) == []
    assert list(SCHEMA.iter_errors(stated)) == []
    programme = judged(text).programme
    own = programme.value(path)[0] if path in BOOK.sector_keys else programme.value(place)
    assert isinstance(own, OwnName)
    assert written(own) == '"Our way"'
    assert place_of(tomllib.loads(programme_toml(programme)), tomllib.loads(f"entry = {entry}")["entry"]) == place


@pytest.mark.parametrize("path", OPEN, ids=dotted)
def test_a_table_that_says_anything_else_is_refused_by_reader_and_schema(path: Path) -> None:
    for entry in ('{ is = "a thing", naem = "b" }', '{ called = "b" }', '{ is = "", called = "b" }'):
        text = stating(path, entry)
        assert len(refused(text)) == 1
        assert list(SCHEMA.iter_errors(tomllib.loads(text))) != []


@pytest.mark.parametrize("path", OPEN, ids=dotted)
def test_format_1_has_none(path: Path) -> None:
    said = refused(stating(path, own_name(path, "Our way"), version=1))
    assert said != []
    assert [each for each in said if "format 2, and this file is in format 1" not in each] == []


@pytest.mark.parametrize("path", OPEN, ids=dotted)
def test_an_editor_offers_the_keys_of_such_a_table_and_explain_shows_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = stating(path, "{ § }")
    reading = read(text.replace("§", ""), "p.toml", PLUGINS, ON)
    assert [each.text for each in completions(reading, text.index("§"))][:2] == ["is = ", "called = "]
    key = key_of_file(dotted(path), PLUGINS.usable()[0])
    assert key is not None
    say_key(key)
    assert 'called = "…" }' in capsys.readouterr().out


@pytest.mark.parametrize("path", OPEN, ids=dotted)
def test_another_name_is_a_change_of_this_place_and_none_of_the_programme(path: Path) -> None:
    old, new = (judged(stating(path, own_name(path, called))) for called in ("Our way", "Their way"))
    found = compare(old, new)
    assert found.changes
    assert [(each.kind, each.rules) for each in old.findings] == [(each.kind, each.rules) for each in new.findings]


@pytest.mark.parametrize("path", [path for path in OPEN if path in BOOK.sector_keys or shared_key(path)], ids=dotted)
def test_a_value_of_a_template_is_confirmed_by_its_own_name_and_an_upgrade_keeps_it(path: Path) -> None:
    text = stating(path, own_name(path, "Our way")) + f'[file]\nnot_confirmed = ["{dotted(path)}"]\n'
    opened = open_programme(read_document(text.encode(), "p.toml"), PLUGINS)
    assert [each.value for each in to_confirm(opened)] == ['["Our way"]' if is_list(kind_at(path)) else '"Our way"']
    assert own_name(path, "Our way") in confirm(opened, [dotted(path)], [], agreed_by=None, agreed_on=ON).text
    assert own_name(path, "Our way") in upgrade(opened.document, PLUGINS, ON).text
