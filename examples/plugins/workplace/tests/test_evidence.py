"""Every rule stands on a row of the evidence, and every row names rules that exist."""

import csv
from importlib.resources import files

from mentorkit.testing import plugin_of


def test_the_rows_of_the_evidence_name_every_rule_and_no_other() -> None:
    text = (files("mentorkit_workplace") / "evidence.csv").read_text(encoding="utf-8")
    named = {rule for row in csv.DictReader(text.splitlines()) for rule in row["rules"].split()}
    assert named == {rule.id for rule in plugin_of("mentorkit_workplace").rules}
