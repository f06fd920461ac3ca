"""A finding cites who says what was not met, and nobody else."""

from datetime import date
from typing import Annotated

import attrs

from mentorkit.api import Duration, Evidence, Parameter, Rule, Sector, Source, Strength, at_least, rule
from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme


def source(author: str) -> Source:
    return Source(author=author, title="T", address="https://example.org", evidence=Evidence.OPINION)


LENGTH = [at_least("1 day", sources=[source("says a day")]), at_least("2 days", sources=[source("says two days")])]


@rule("TST201", strength=Strength.SHOULD, sources=[source("says eight hours")], unmet="it is thin", fix="teach more")
def enough_teaching(
    length: Annotated[Duration, Parameter(at="training.length", limits=LENGTH)],
    contact_time: Annotated[Duration, Parameter(at="training.contact_time")],
) -> bool:
    """Time alone teaches nobody."""
    return bool(length) and contact_time >= Duration.parse("8 hours")


def findings(made: Rule, **training: str) -> list[Finding]:
    book = rulebook_of({"test": Sector(title="a test", prefix="TST", edition="1")}, [attrs.evolve(made, owner="test")])
    programme, _ = read_programme({"training": training}, book.sector_keys)
    return read_design(book, programme, date(2026, 11, 30))


def test_an_answer_cites_the_rule_and_not_the_limits_that_are_met() -> None:
    (finding,) = findings(enough_teaching, length="8 weeks", contact_time="2 hours")
    assert [(finding.message, source.author) for source in finding.sources] == [("it is thin", "says eight hours")]


def test_a_limit_cites_itself_and_not_the_rule_or_a_limit_that_is_met() -> None:
    (finding,) = findings(enough_teaching, length="1 day", contact_time="40 hours")
    assert [source.author for source in finding.sources] == ["says two days"]


def test_what_is_not_stated_cites_the_rule_that_needs_it() -> None:
    (finding,) = findings(enough_teaching, contact_time="40 hours")
    assert [source.author for source in finding.sources] == ["says eight hours"]
