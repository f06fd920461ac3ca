"""Which answers a new plugin can have."""

from collections.abc import Callable

import attrs
import pytest

from mentorkit.new_plugin import AnswerError, TakenNames, check_name, check_prefix, check_stage, check_title
from mentorkit.new_plugin.answers import SHIPPED
from mentorkit.registry.load import Plugins

PLUGINS = Plugins()
USABLE = [PLUGINS.plugin(found) for found in PLUGINS.found]
TAKEN = TakenNames.by({}, [])


@pytest.mark.parametrize("name", ["housing", "night_shelters", "b2b", "a" * 24])
def test_a_name_that_nobody_has_can_be_used(name: str) -> None:
    assert check_name(name, TAKEN) == name


def name(given: str) -> str:
    return check_name(given, TAKEN)


def prefix(given: str) -> str:
    return check_prefix(given, TAKEN)


@pytest.mark.parametrize(
    ("check", "given", "said"),
    [
        (name, "Night-Shelters", ', such as night_shelters; did you mean "night_shelters"?'),
        (name, "night__shelters", 'did you mean "night_shelters"?'),
        (name, "", '"" cannot name a sector: write small letters'),
        (name, "wohnen_für_alle", '"wohnen_für_alle" cannot name a sector'),
        (name, "x\x1b[2J", '"x\\x1b[2J" cannot name a sector'),
        (name, "a" * 25, "this name has 25 characters; leave it at 24 or fewer"),
        (name, "standards", 'the sector "standards" is there already, in mentorkit; name another'),
        (name, "substance", 'the sector "substance" is there already, in mentorkit-substance; name another'),
        (name, "collects", '"collects" is a key of the file that every programme shares; choose another name'),
        (prefix, "hsg", '"hsg" cannot begin a rule\'s id: write three capital letters, such as HSG'),
        (prefix, "HOUS", '"HOUS" cannot begin a rule\'s id'),
        (prefix, "ÄÖÜ", '"ÄÖÜ" cannot begin a rule\'s id'),
        (prefix, "STD", 'the rules of the sector "standards" begin with STD; choose another'),
        (check_title, " ", "this title is empty; write what the sector is called, such as housing services"),
        (check_title, 'so-called "homes"', 'a title is one line without quotation marks (") and backslashes'),
        (check_title, "a\\b", "and backslashes"),
        (check_title, "two\nlines", "a title is one line"),
        (check_title, "h" * 51, "this title has 51 characters; leave it at 50 or fewer"),
        (check_stage, "governance", '"governance" must be one of screening, training, '),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused(check: Callable[[str], str], given: str, said: str) -> None:
    with pytest.raises(AnswerError) as refusal:
        check(given)
    assert said in str(refusal.value)


def test_only_a_name_that_could_be_used_is_suggested() -> None:
    for given in ("2nd", "wohnen_für_alle", ""):
        with pytest.raises(AnswerError, match=r"with _ between words, such as night_shelters$"):
            name(given)


def test_what_another_plugin_is_called_is_taken_even_where_that_one_is_broken() -> None:
    (first, *_) = USABLE
    other = attrs.evolve(
        first, found=attrs.evolve(first.found, name="food"), sector=attrs.evolve(first.sector, prefix="FOO")
    )
    taken = TakenNames.by({"food": "food-rules", "broken": "broken-rules"}, [other])
    with pytest.raises(AnswerError, match="is there already, in broken-rules"):
        check_name("broken", taken)
    with pytest.raises(AnswerError, match='the rules of the sector "food" begin with FOO'):
        check_prefix("FOO", taken)


def test_the_shipped_sectors_are_taken_where_they_are_not_installed() -> None:
    assert {plugin.found.name: plugin.sector.prefix for plugin in USABLE} == dict(SHIPPED)
    assert TakenNames.by({}, []) == TakenNames.by({found.name: found.distribution for found in PLUGINS.found}, USABLE)
