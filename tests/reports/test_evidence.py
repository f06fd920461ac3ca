"""What became of the evidence, with what a plugin from elsewhere brings of its own."""

from pathlib import Path

import attrs
import pytest

from mentorkit.registry.find import FoundPlugin
from mentorkit.registry.load import Plugin, Plugins
from mentorkit.reports.evidence import EvidenceError, evidence, evidence_of, merged_rows

PLUGINS = Plugins()
SUBSTANCE = next(PLUGINS.plugin(found) for found in PLUGINS.found if found.name == "substance")
COLUMNS = "id,sector,stage,basis,check,rules,reason,wording\n"


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plugin:
    """The substance plugin, as if its rules came from a package that a test can write evidence into."""
    (tmp_path / "made_evidence").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    return attrs.evolve(SUBSTANCE, found=FoundPlugin("made", "made_evidence", "made", "1"))


def write(folder: Path, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    (folder / "made_evidence" / "evidence.csv").write_bytes(data)


def test_a_plugin_need_not_bring_any(plugin: Plugin) -> None:
    assert evidence_of(plugin) == []


def test_a_row_of_ours_gets_the_rules_of_a_plugin_and_others_come_after_it(plugin: Plugin, tmp_path: Path) -> None:
    ours = evidence()
    left = next(row for row in ours if row.reason)
    had = next(row for row in ours if row.rules)
    write(
        tmp_path,
        f'{COLUMNS}{left.id},other,training,RV,D,SUB203,,What it says.\n{had.id},all,design,PR,T,SUB101,,"It, too."\n'
        "NEW-1,other,outcomes,RS,R,,not confirmed,What nobody has seen.\n",
    )
    both = merged_rows(ours, evidence_of(plugin))
    by_id = {row.id: row for row in both}
    assert by_id[left.id] == attrs.evolve(left, rules=("SUB203",), reason="")
    assert by_id[had.id] == attrs.evolve(had, rules=(*had.rules, "SUB101"))
    assert [row.id for row in both] == [*(row.id for row in ours), "NEW-1"]
    assert [row for row in both if row.id not in {left.id, had.id, "NEW-1"}] == [
        row for row in ours if row not in (left, had)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: the columns have to be id,sector,stage,basis,check,rules,reason,wording"),
        ("id,wording\n", "line 1: the columns have to be id,sector,"),
        (f"{COLUMNS}N,other,design,PR,D,SUB101,,One, two\n", "line 2: more or fewer values than columns; put texts"),
        (f"{COLUMNS}N,other,design\n", "line 2: more or fewer values than columns"),
        (
            f'{COLUMNS}N,other,design,PR,D,SUB101,,"One\n',
            "line 2: this is not CSV (unexpected end of data); put",
        ),
        (f"{COLUMNS}N,other,design,XX,D,SUB101,,One.\n", "line 2: basis has to be one of RS, GD, PR, OP, RV"),
        (f"{COLUMNS}N,other,design,PR,X,SUB101,,One.\n", "line 2: check has to be one of D, R, T"),
        (f"{COLUMNS}N,other,design,PR,D,,because,One.\n", "line 2: reason has to be one of a statement about the wo"),
        (f"{COLUMNS}N,other,design,PR,D,SUB101,,\n", "line 2: wording is empty; say what it is"),
        (f"{COLUMNS}N,other,design,PR,D,,,One.\n", "line 2: state the rules that encode it, or the reason why"),
        (f"{COLUMNS}N,other,design,PR,D,SUB101,outside scope,One.\n", "and not both"),
        (f"{COLUMNS}N,other,design,PR,D,SUB999,,One.\n", "N names SUB999, which does not exist; take it out or write"),
        (COLUMNS.encode() + b"N,other,design,PR,D,SUB101,,\xff\n", "is not in UTF-8; save it as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_located_and_says_what_to_write(
    plugin: Plugin, tmp_path: Path, text: str | bytes, told: str
) -> None:
    write(tmp_path, text)
    with pytest.raises(EvidenceError) as problem:
        evidence_of(plugin)
    assert str(problem.value).startswith("evidence.csv of made (made 1)")
    assert told in str(problem.value)
