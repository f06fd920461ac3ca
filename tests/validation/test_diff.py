"""What changed between two designs is told whole, each thing once, and by name rather than by place."""

import tomllib
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, get_args, get_origin

import attrs
import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.entries import ENTRIES
from mentorkit.programme.path import Path as Place
from mentorkit.programme.path import dotted
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins
from mentorkit.validation.diff import DesignDiff, compare, is_table
from mentorkit.validation.validate import validate
from mentorkit.values.inexact import RANGE_KEYS
from mentorkit.values.own_name import OwnName
from tests.examples import examples

ROOT = Path(__file__).parents[2]
EXAMPLES = {
    file: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted((ROOT / "examples").rglob("*.toml"))
    if "plugins" not in file.parts
}
for data in EXAMPLES.values():
    data["programme"].pop("part_of", None)  # what is compared here is in no folder
COMPLETE = [file for file in EXAMPLES if "documented" not in file.parts]
SUBSTANCE = EXAMPLES[ROOT / "examples" / "substance" / "turning_point.toml"]
NAMES = {key for _, keys in ENTRIES.values() for key in keys}
PLUGINS = Plugins()
ON = date(2026, 11, 22)
ALL = ("error", "warning", "advice")


def compared(old: Any, new: Any) -> DesignDiff:
    one, other = (
        validate(tomli_w.dumps(data).encode(), name, PLUGINS, ON) for data, name in ((old, "old"), (new, "new"))
    )
    return compare(one, other)


def leaves(value: Any, path: Place = ()) -> Iterator[Place]:
    """The keys that hold values, but for those that say which entry of a list it is, or which rules apply."""
    tables = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
    tables = tables and value[0].keys() != {"is", "called"}  # which is an entry under a service's own name
    a_range = isinstance(value, dict) and bool(value) and value.keys() <= RANGE_KEYS.keys() and path[-1] != "ages"
    if not a_range and (isinstance(value, dict) or tables):
        for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(entry, (*path, key))
    elif path[-1] not in NAMES | {"format", "sectors"} and path[0] != "waivers":
        yield path


def changed(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, dict):  # a range
        return "a range no more"
    return value[:-1] if isinstance(value, list) else f"{value} or so"


def table_at(data: Any, path: Place) -> Any:
    for part in path:
        data = data[part]
    return data


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_design_has_not_changed_from_itself(file: Path) -> None:
    same = compared(EXAMPLES[file], EXAMPLES[file])
    assert (same.changes, same.appeared, same.gone, same.altered) == ((), (), (), ())
    assert same.worse(ALL) == []


@examples(60)
@given(file=st.sampled_from(list(EXAMPLES)), random=st.randoms(use_true_random=False))
def test_each_key_that_changed_is_told_once_with_what_it_means(file: Path, random: Random) -> None:
    new = deepcopy(EXAMPLES[file])
    known = list(leaves(new))
    chosen = random.sample(known, min(len(known), random.randint(1, 8)))
    for *outer, key in chosen:
        table = table_at(new, tuple(outer))
        if random.random() < 0.3 or table[key] == []:
            del table[key]
        else:
            table[key] = changed(table[key])
    for old, other in ((EXAMPLES[file], new), (new, EXAMPLES[file])):
        changes = compared(old, other).changes
        assert sorted(dotted(change.path) for change in changes) == sorted(map(dotted, chosen))
        assert all(change.description and change.before != change.after for change in changes)


IN_ORDER = {"phases", "retention", "steps"}
"""The lists of tables whose entries go by their place, since their order says something or nothing names them."""


def shuffled(value: Any, random: Random, *, entries: bool) -> Any:
    if isinstance(value, dict):
        keys = random.sample(list(value), len(value))
        return {key: shuffled(value[key], random, entries=entries and key not in IN_ORDER) for key in keys}
    if isinstance(value, list):
        order = random.sample(value, len(value)) if entries and value and isinstance(value[0], dict) else value
        return [shuffled(entry, random, entries=entries) for entry in order]
    return value


@examples(30)
@given(file=st.sampled_from(list(EXAMPLES)), random=st.randoms(use_true_random=False))
def test_the_order_of_keys_never_matters(file: Path, random: Random) -> None:
    other = compared(EXAMPLES[file], shuffled(EXAMPLES[file], random, entries=False))
    assert (other.changes, other.appeared, other.gone, other.altered) == ((), (), (), ())


@examples(30)
@given(file=st.sampled_from(COMPLETE), random=st.randoms(use_true_random=False))
def test_the_order_of_entries_that_have_names_never_matters(file: Path, random: Random) -> None:
    assert compared(EXAMPLES[file], shuffled(EXAMPLES[file], random, entries=True)).changes == ()


def test_every_table_that_a_file_may_have_a_list_of_is_called_something() -> None:
    def tables(type_: Any) -> Iterator[Any]:
        for field in attrs.fields(type_):
            kind = stated_type(field.type)
            if get_origin(kind) is tuple and is_table(get_args(kind)[0]):
                yield get_args(kind)[0]
            elif is_table(kind):
                yield from tables(kind)

    assert {*tables(Programme), OwnName} == set(ENTRIES)  # entries of open lists can be tables too


def test_entries_go_by_their_names_wherever_they_stand() -> None:
    new = deepcopy(SUBSTANCE)
    needs = new["network"]["needs"]
    needs.insert(0, {"id": "a bed", "within": "1 day", "risk": False})
    needs[1]["within"] = "30 minutes"
    gone = needs.pop()
    told = [(dotted(change.path), change.entry) for change in compared(SUBSTANCE, new).changes]
    assert told == [
        ("network.needs[0]", 'need "a bed"'),
        ("network.needs[1].within", f'need "{needs[1]["id"]}"'),
        (f"network.needs[{len(needs) - 1}]", f'need "{gone["id"]}"'),
    ]


def test_phases_go_by_their_place_and_nested_tables_by_their_key() -> None:
    new = deepcopy(SUBSTANCE)
    new["supervision"]["phases"][0]["every"] = "28 days"
    new["supervision"]["phases"][1]["every"] = "5 weeks"
    new["training"]["award"]["level"] = 3
    assert [(change.entry, str(change.before), str(change.after)) for change in compared(SUBSTANCE, new).changes] == [
        ("award", "2", "3"),
        ("in the first 2 months", "14 days", "28 days"),
        ("in phase 2", "1 month", "5 weeks"),
    ]
    new["supervision"]["phases"].reverse()
    assert len(compared(SUBSTANCE, new).changes) > 3


def test_lists_say_what_was_added_and_removed() -> None:
    new = deepcopy(SUBSTANCE)
    new["screening"]["steps"] = ["trial", *new["screening"]["steps"][1:]]
    (change,) = compared(SUBSTANCE, new).changes
    assert (change.added, change.removed) == (("trial",), (SUBSTANCE["screening"]["steps"][0],))


def lacking(*left_out: str) -> Any:
    new = deepcopy(SUBSTANCE)
    documents = new["governance"]["documents"]
    names = [each["is"] if isinstance(each, dict) else each for each in documents]
    new["governance"]["documents"] = [each for each, name in zip(documents, names, strict=True) if name not in left_out]
    return new


def test_what_is_said_of_an_entry_is_a_change_of_its_own() -> None:
    new = deepcopy(SUBSTANCE)
    (policy,) = (each for each in new["governance"]["documents"] if "safeguarding policy" in str(each))
    policy["review_every"] = "6 months"
    (change,) = compared(SUBSTANCE, new).changes
    assert (change.entry, dotted(change.path[-1:])) == ('"safeguarding policy"', "review_every")
    assert (str(change.before), str(change.after)) == ("1 year", "6 months")


def test_a_list_that_lacks_more_is_worse_and_one_that_lacks_less_is_not() -> None:
    one, two = lacking("safeguarding policy"), lacking("safeguarding policy", "procedure for reporting concerns")
    worse = compared(one, two)
    assert (len(worse.appeared), len(worse.altered), len(worse.worse(["error"]))) == (0, 1, 1)
    better = compared(two, one)
    assert (len(better.altered), better.worse(ALL)) == (1, [])
    assert compared(two, SUBSTANCE).worse(ALL) == []
    assert len(compared(two, SUBSTANCE).gone) == 1


def test_a_finding_that_stays_while_its_value_moves_is_no_worse_unless_it_is_more_severe() -> None:
    def abstinence(length: str) -> Any:
        new = deepcopy(SUBSTANCE)
        new["screening"]["substance"]["abstinence"] = length
        return new

    assert compared(abstinence("20 days"), abstinence("25 days")).worse(ALL) == []
    harder = compared(abstinence("40 days"), abstinence("20 days"))
    assert [(before.severity, after.severity) for before, after in harder.altered] == [("warning", "error")]
    assert [finding.rule for finding in harder.worse(["error"])] == ["SUB101"]
    assert compared(abstinence("20 days"), abstinence("40 days")).worse(["error", "warning"]) == []


def test_a_waiver_makes_a_finding_no_worse_and_taking_it_out_does() -> None:
    short = deepcopy(SUBSTANCE)
    short["screening"]["substance"]["abstinence"] = "20 days"
    waiver = {"rule": "SUB101", "reason": "a pilot", "agreed_by": "manager", "until": date(2027, 3, 31)}
    found = 'time free of dependence before a placement: "20 days", but it has to be at least 30 days'
    waiver |= {"agreed_on": date(2026, 4, 1), "found": found}
    waived = {**short, "waivers": [waiver]}
    assert compared(SUBSTANCE, waived).worse(ALL) == []
    assert [finding.rule for finding in compared(waived, short).worse(["error"])] == ["SUB101"]
    assert [change.entry for change in compared(short, waived).changes] == ['waiver "SUB101"']


def test_what_is_confidential_on_either_side_says_so() -> None:
    new = deepcopy(SUBSTANCE)
    member = new["network"]["members"][0]
    member |= {"contact": "door code 7", "confidential": True}
    for old, other in ((SUBSTANCE, new), (new, SUBSTANCE)):
        changes = compared(old, other).changes
        assert {change.path[-1] for change in changes} == {"contact", "confidential"}
        assert all(change.confidential for change in changes)
