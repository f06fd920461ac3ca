"""A list that names "none" says that there is something of that name, which is not what is meant."""

from datetime import date

import pytest

from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

HEAD = 'format = 2\n[programme]\nsectors = []\nways = ["pair"]\n'


def said_of(text: str) -> list[tuple[str, str, str]]:
    found = validate(text.encode(), "p.toml", Plugins(), date(2026, 11, 29)).findings
    return [
        (f"{each.span.line}" if each.span else "", each.message, each.fix)
        for each in found
        if each.rule == "wrong-value"
    ]


@pytest.mark.parametrize(
    ("table", "entry", "key"),
    [
        ("", 'funded_by = ["None"]', "funded_by"),
        ("[for_whom]\n", 'groups = ["nobody"]', "groups"),
        ("[organisation]\n", 'partners = ["n/a"]', "partners"),
        ("[role]\n", 'tasks = ["nothing"]', "tasks"),
        ("[online]\n", 'moderated_by = ["No one"]', "moderated_by"),
    ],
)
def test_none_is_no_entry(table: str, entry: str, key: str) -> None:
    (said,) = said_of(f"{HEAD}{table}{entry}\n")
    assert said[1].endswith(" says that there is none, and is not an entry")
    assert said[2] == f"take it out; for none at all, write {key} = []"


def test_none_beside_others_contradicts_them() -> None:
    assert said_of(f'{HEAD}[for_whom]\nneeds = ["debt", "none"]\n') == [
        ("6", '"none" says that there is none, and is not an entry',
         "take it out; for none at all, write needs = []")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "words"),
    [('{ is = "None", called = "Our way" }', "None"), ('{ is = "other", called = "nobody" }', "nobody")],
)
def test_what_is_refused_of_an_entry_under_a_name_of_its_own_is_what_says_that_there_is_none(
    entry: str, words: str
) -> None:
    (said,) = said_of(f"{HEAD}principles = [{entry}]\n")
    assert said[1] == f'"{words}" says that there is none, and is not an entry'


@pytest.mark.parametrize("list_", ["[]", '["debt"]', '["none of the above groups"]'])
def test_other_lists_are_read(list_: str) -> None:
    assert said_of(f"{HEAD}[for_whom]\ngroups = {list_}\n") == []


def test_a_file_of_format_1_is_read_as_before() -> None:
    assert said_of('format = 1\n[programme]\nsectors = []\nprinciples = ["none"]\n') == []
