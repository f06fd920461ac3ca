"""A part of a larger service has all that this states for the ways of support of the part."""

import tomllib
from pathlib import Path

import pytest
import tomli_w

from mentorkit.programme.stated_keys import stated_keys
from tests.building import ROOT

from .test_part_of import opened, report


@pytest.mark.parametrize(
    ("sector", "way", "key", "rule"),
    [
        ("schools", "drop-in", '[recruitment.schools]\nmentees_chosen_for = ["own wish"]', "SCH412"),
        ("probation", "mutual aid", '[programme.probation]\nschemes = ["restorative circles"]', "PRB010"),
    ],
)
def test_what_the_larger_service_states_is_not_asked_again_by_a_rule_that_applies_by_it(
    sector: str, way: str, key: str, rule: str
) -> None:
    head = f'format = 2\n[programme]\nsectors = ["{sector}"]\nways = ["{way}"]\n'
    part = f'{head}part_of = "service.toml"\n'
    assert rule in {each for found in report(part, head).findings for each in found.rules}
    assert rule not in {each for found in report(part, f"{head}{key}\n").findings for each in found.rules}


WHOLE = [
    *sorted((ROOT / "examples/ways").glob("*/programme.toml")),
    *(ROOT / f"examples/{name}.toml" for name in ("probation/through_the_gate", "schools/cross_age")),
]


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_part_that_states_nothing_has_the_design_of_the_whole(file: Path) -> None:
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    itself = {"name", "sectors", "ways", "mentors", "mentees", "objectives"} & data["programme"].keys()
    head = {key: data["programme"][key] for key in itself}
    part = {"format": 2, "programme": {**head, "part_of": "service.toml"}}
    larger = data | {"programme": data["programme"] | {"ways": sorted({"pair", *head["ways"]})}}
    whole, read = opened(tomli_w.dumps(data)), opened(tomli_w.dumps(part), tomli_w.dumps(larger))
    of_file = [("file",), ("programme", "part_of")]
    stated, of_whole = (
        {path: value for path, value in stated_keys(each.programme) if path[:1] not in of_file and path not in of_file}
        for each in (read, whole)
    )
    assert stated == of_whole
