"""Keys and facts under the names that they had before: read as the new ones, told once, and never guessed."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.api import (
    Duration,
    Evidence,
    Fact,
    Parameter,
    Rule,
    RuleError,
    Sector,
    Source,
    Strength,
    at_least,
    includes,
    rule,
)
from mentorkit.core.case_reading import decide
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.editor.fixes import fixes
from mentorkit.editor.hover import hover
from mentorkit.editor.reading import read
from mentorkit.editor.schema import schema_of
from mentorkit.programme.tables import Programme
from mentorkit.records.columns import columns_of
from mentorkit.records.data_dictionary import data_dictionary
from mentorkit.records.reading import RecordsError, read_records
from mentorkit.registry.find import FoundPlugin
from mentorkit.registry.load import Plugins
from mentorkit.registry.rulebook_of import ClashError, rulebook_of
from mentorkit.validation.diff import compare
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate

BIN = Path(sys.executable).parent
ON = date(2026, 1, 1)
ONE = Source(author="One", title="Book", address="https://example.org/1", evidence=Evidence.PRACTICE)
LIMIT = at_least("30 days", strength=Strength.MUST, sources=[ONE])
TOPICS = includes("fire", strength=Strength.SHOULD, sources=[ONE])


@rule("TST101", strength=Strength.MUST, sources=[ONE], unmet="since {since}: less than {wait}", fix="wait")
def waited(
    wait: Annotated[Duration, Parameter("the wait", limits=[LIMIT], example='"3 months"', was="waiting_time")],
    topics: Annotated[tuple[str, ...], Parameter("topics", limits=[TOPICS], example='["fire"]', was="subjects")],
    since: Annotated[date, Fact("the day from which they wait", was="waits_since")],
    on: date,
) -> bool:
    """Haste harms."""
    return on >= since + wait


class OnlyTest(Plugins):
    """Plugins of which there is one, the sector of these tests."""

    def rulebook(self, sectors: Iterable[str]) -> Rulebook:
        """Its rules."""
        assert list(sectors) == ["test"]
        return BOOK


def book_of(*rules: Rule) -> Rulebook:
    """A rulebook of one sector."""
    sector = Sector(title="a test", prefix="TST", edition="1")
    return rulebook_of({"test": sector}, [attrs.evolve(made, owner="test") for made in rules])


BOOK = book_of(waited)
PLUGINS = OnlyTest((FoundPlugin("test", "made_up", "made-up", "1"),))
NEW = """format = 1

[programme]
sectors = ["test"]

[screening]
collects = ["since"]

[screening.test]
wait = "3 months"
topics = ["fire"]
"""
RENAMED = (("wait =", "waiting_time ="), ("topics", "subjects"), ('"since"', '"waits_since"'))


def written(*changes: tuple[str, str]) -> str:
    text = NEW
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def report(*changes: tuple[str, str]) -> Report:
    return validate(written(*changes).encode(), "a.toml", PLUGINS, ON)


def told(found: Report) -> list[tuple[str, str, str]]:
    places = [(finding.span.line, finding.span.column) if finding.span else (0, 0) for finding in found.findings]
    return [
        (f"{place[0]}:{place[1]}", finding.rule, finding.message)
        for place, finding in zip(places, found.findings, strict=True)
    ]


def test_the_new_names_are_told_nothing() -> None:
    assert told(report()) == []


def test_earlier_names_are_read_as_the_new_ones_and_told_where_they_stand() -> None:
    found = report(*RENAMED)
    assert told(found) == [
        ("7:13", "renamed-key", '"waits_since" is called since now'),
        ("10:1", "renamed-key", '"waiting_time" is called wait now'),
        ("11:1", "renamed-key", '"subjects" is called topics now'),
    ]
    assert found.programme == report().programme
    assert {(finding.severity, finding.waived) for finding in found.findings} == {("warning", None)}
    assert [finding.fix for finding in found.findings] == [
        f"rename it to {name}" for name in ("since", "wait", "topics")
    ]


def test_what_rules_say_of_a_renamed_key_stands_at_its_value() -> None:
    found = report(RENAMED[0], ('"3 months"', '"2 weeks"'))
    assert [(where, check) for where, check, _ in told(found)] == [("10:1", "renamed-key"), ("10:16", "TST101")]
    assert found.findings[1].path == ("screening", "test", "wait")


@pytest.mark.parametrize(("value", "place"), [("7", "11:12"), ('["fire", 7]', "11:21")])
def test_a_wrong_value_under_an_earlier_name_is_told_there_and_once(value: str, place: str) -> None:
    found = report(RENAMED[1], ('["fire"]', value))
    assert sorted((where, check) for where, check, _ in told(found)) == sorted(
        [("11:1", "renamed-key"), (place, "wrong-value")]
    )


def test_stating_both_names_is_an_error_and_the_new_one_is_read() -> None:
    found = report(("wait =", 'waiting_time = "1 year"\nwait ='), ('["since"]', '["waits_since", "since"]'))
    assert told(found) == [
        ("7:13", "unknown-key", '"waits_since" is called since now, and since is stated too'),
        ("10:1", "unknown-key", '"waiting_time" is called wait now, and wait is stated too'),
    ]
    assert found.findings[1].fix == "keep wait, with the value that is right, and take waiting_time out"
    assert {finding.severity for finding in found.findings} == {"error"}
    assert found.programme.sector_values["screening", "test", "wait"] == Duration.parse("3 months")


def test_a_design_with_earlier_names_is_the_same_design() -> None:
    comparison = compare(report(*RENAMED), report())
    assert (comparison.changes, comparison.appeared, comparison.altered) == ((), (), ())
    assert {finding.rule for finding in comparison.gone} == {"renamed-key"}


@given(st.dictionaries(st.sampled_from(["wait", "waiting_time", "topics", "subjects", "x"]), st.integers()))
def test_whatever_a_table_states_the_file_itself_is_left_as_it_is(table: dict[str, int]) -> None:
    from mentorkit.validation.renamed_keys import renamings, with_new_names

    data = {"format": 1, "screening": {"test": table, "collects": ["waits_since"]}}
    before = repr(data)
    made = with_new_names(data, renamings(data, BOOK))
    assert repr(data) == before
    assert set(made["screening"]["test"]) == {
        {"waiting_time": "wait", "subjects": "topics"}.get(name, name) for name in table
    }
    assert renamings(made, BOOK) == []
    for old, new in (("waiting_time", "wait"), ("subjects", "topics")):
        if {old, new} & set(table):
            assert made["screening"]["test"][new] == table.get(new, table.get(old))


# What is wrong with a declaration.


def made(*, was: str = "", name_was: str = "", at: str | None = None, identity: str = "TST102") -> Rule:
    @rule(identity, strength=Strength.MUST, sources=[ONE], unmet="no", fix="do")
    def other(
        length: Annotated[Duration, Parameter("the length", example='"1 day"', was=was, at=at)],
        agreed_on: Annotated[date, Fact("when they agreed", was=name_was)],
        on: date,
    ) -> bool:
        """It helps."""
        return on >= agreed_on + length

    return other


@pytest.mark.parametrize("was", ["length", "Length", "the length", "2nd"])
def test_an_earlier_name_is_a_name_and_another_one(was: str) -> None:
    with pytest.raises(RuleError, match="'was' is the name that 'length' had before, such as 'waiting_time'"):
        made(was=was)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            {"was": "wait"},
            "TST102 says that screening.test.length was called 'wait', and so is screening.test.wait; leave …",
        ),
        (
            {"was": "waiting_time"},
            "TST102 says that screening.test.length was called 'waiting_time', and so was screening.test.wait; leave "
            "'was' out of one of them",
        ),
        (
            {"name_was": "since"},
            "TST102 says that agreed_on was called 'since', and so is since; leave 'was' out of one …",
        ),
        ({"name_was": "waits_since"}, "TST102 says that agreed_on was called 'waits_since', and so was since; leave …"),
        (
            {"was": "duration", "at": "training.length"},
            "TST102: training.length is a key that every programme shares; it has no 'was' here",
        ),
    ],
)
def test_an_earlier_name_that_something_else_has_clashes(wrong: dict[str, str], message: str) -> None:
    with pytest.raises(ClashError) as clash:
        book_of(waited, made(**wrong))
    assert str(clash.value).startswith(message.removesuffix("…"))


# Sheets.


def sheet(text: str) -> list[Any]:
    columns = columns_of(BOOK, report().programme)
    return list(read_records(io.BytesIO(text.encode()), "a", "csv", columns))


def test_a_column_under_an_earlier_name_is_read_as_the_new_one_and_told_once() -> None:
    old, new = (sheet(f"id;{name}\nA;2025-01-01\nB;2025-12-31\n") for name in ("waits_since", "since"))
    assert [record.case for record in old] == [record.case for record in new]
    (note,) = [note for record in old for note in record.notes]
    assert str(note) == "a: column waits_since: this is called since now; rename it to since"
    assert not [note for record in new for note in record.notes]
    decisions = [decide(BOOK, report().programme, Stage.SCREENING, record.case, ON).outcome.words for record in old]
    assert decisions == ["proceed", "not yet"]


@pytest.mark.parametrize("form", ["jsonl", "toml"])
def test_records_of_other_formats_are_read_in_the_same_way(form: str) -> None:
    text = {
        "jsonl": '{"id": "A", "waits_since": "2025-01-01"}\n{"id": "B", "since": "2025-01-01"}\n',
        "toml": '[[records]]\nid = "A"\nwaits_since = 2025-01-01\n[[records]]\nid = "B"\nsince = 2025-01-01\n',
    }[form]
    columns = columns_of(BOOK, report().programme)
    first, second = read_records(io.BytesIO(text.encode()), "a", form, columns)
    assert first.case.facts == second.case.facts == {"since": date(2025, 1, 1)}
    assert (len(first.notes), second.notes) == (1, ())


def test_a_sheet_with_both_names_is_refused() -> None:
    with pytest.raises(RecordsError) as refused:
        sheet("id,waits_since,since\nA,2025-01-01,2025-01-02\n")
    assert str(refused.value) == (
        "a: row 1, column waits_since: this is called since now, which is there as well; remove one of them"
    )


# What else tells of it.


def test_the_schema_marks_the_earlier_name_as_deprecated() -> None:
    keys = schema_of(BOOK)["properties"]["screening"]["properties"]["test"]["properties"]
    assert list(keys) == ["topics", "subjects", "wait", "waiting_time"]
    assert keys["waiting_time"]["deprecated"] is True
    assert keys["waiting_time"]["description"] == "Called wait now."
    assert keys["waiting_time"]["pattern"] == schema_of(BOOK)["definitions"]["Duration"]["pattern"]
    assert "deprecated" not in keys["wait"]


def test_editors_and_checkers_take_that_schema_and_the_earlier_name(tmp_path: Path) -> None:
    schema, file = tmp_path / "schema.json", tmp_path / "a.toml"
    schema.write_text(json.dumps(schema_of(BOOK)), encoding="utf-8")
    file.write_text(written(*RENAMED), encoding="utf-8")
    settings = f'[schema]\ncatalog.paths = []\n[[schemas]]\npath = "{schema}"\ninclude = ["a.toml"]\n'
    (tmp_path / "tombi.toml").write_text(settings, encoding="utf-8")
    commands: list[list[str]] = [
        ["check-jsonschema", "--schemafile", str(schema), str(file)],
        ["taplo", "lint", "--schema", schema.as_uri(), str(file)],
        ["tombi", "lint", "--offline", "--no-cache", str(file)],
    ]

    def statuses() -> list[int]:
        ran = (
            subprocess.run([BIN / name, *rest], capture_output=True, check=False, cwd=tmp_path)
            for name, *rest in commands
        )
        return [each.returncode for each in ran]

    assert statuses() == [0, 0, 0]
    file.write_text(written(*RENAMED).replace("waiting_time", "waiting_tame"), encoding="utf-8")
    assert 0 not in statuses()


def test_the_data_dictionary_and_the_sheets_have_the_new_name() -> None:
    (entry,) = data_dictionary(BOOK, report(*RENAMED).programme)
    assert (entry.name, entry.was, entry.asked_in_time) == ("since", "waits_since", True)
    assert set(columns_of(BOOK, Programme())) == {"since"}


def test_the_editor_offers_the_new_name_and_explains_the_old_one() -> None:
    text = written(*RENAMED)
    reading = read(text, "a.toml", PLUGINS, ON)
    changed = text
    offered = [fix for fix in fixes(reading, 0, len(text), PLUGINS.found) if fix.renames]
    assert [fix.title for fix in offered] == [
        'change it to "since"',
        "rename it to wait",
        "rename it to topics",
    ]
    for fix in sorted(offered, key=lambda fix: -fix.start):
        changed = changed[: fix.start] + fix.text + changed[fix.end :]
    assert changed == NEW
    shown = hover(reading, text.index("waiting_time") + 2)
    assert shown is not None
    assert "the wait" in str(shown)


def test_a_template_sheet_has_no_column_for_the_earlier_name() -> None:
    from mentorkit.records.columns import needed_at
    from mentorkit.records.templates import empty_sheet

    columns = needed_at(BOOK, report(*RENAMED).programme, Stage.SCREENING)
    assert next(csv.reader(io.StringIO(empty_sheet(columns).removeprefix("\ufeff")))) == ["id", "since"]
