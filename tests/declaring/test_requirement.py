"""Rules that are no more than limits: what is made of a declaration, and every way in which one is refused."""

import sys
from datetime import date
from types import ModuleType
from typing import Annotated, Any

import attrs
import pytest

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
    at_most,
    in_settings,
    in_writing,
    includes,
    one_of,
    requires,
    rules_in,
)
from mentorkit.core.design_reading import read_design
from mentorkit.programme.support import Phase
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
Wait = Annotated[Duration, Parameter("the wait", limits=[at_least("1 week")], example='"2 weeks"')]
Phases = Annotated[tuple[Phase, ...], Parameter(at="supervision.phases", limits=[at_least(1)])]
Since = Annotated[date, Fact("the day")]


def make(*keys: Any, id: str = "TST201", name: str = "it is so", **said: Any) -> Rule:
    return requires(id, name, *keys, **{"strength": Strength.SHOULD, "sources": [SOURCE], "reason": "Because.", **said})


TST401 = requires(
    "TST401",
    "somebody supervises",
    {"supervision.phases": Phases, "supervision.led_by": ()},
    strength=Strength.MUST,
    sources=[SOURCE],
    reason="Nobody does it alone.",
    fix="ask the {lead_worker}",
    applies=in_settings("custody"),
    waivable=False,
)
LINE = sys._getframe().f_lineno - 11


def test_a_declaration_becomes_a_rule_like_any_other() -> None:
    assert (TST401.id, TST401.name, TST401.reason) == ("TST401", "somebody supervises", "Nobody does it alone.")
    assert (TST401.strength, TST401.sources, TST401.fix) == (Strength.MUST, (SOURCE,), "ask the {lead_worker}")
    assert TST401.applies is not None
    assert (TST401.applies.words, TST401.waivable) == ("if the setting is custody", False)
    assert TST401.area.table == "supervision"
    assert (TST401.stage, TST401.facts, TST401.views, TST401.searches, TST401.has_function) == (
        None,
        (),
        {},
        False,
        False,
    )
    assert (TST401.module, TST401.line) == (__name__, (__file__, LINE))


def test_a_shared_key_has_its_type_from_the_table_and_a_limit_its_strength_and_sources_from_the_rule() -> None:
    other = SOURCE.at("page 2")
    made = make({"training.award.level": [at_least(2), at_most(4, strength=Strength.CAUTION, sources=[other])]})
    (level,) = made.parameters
    assert (level.name, level.type, made.path(level)) == ("level", int, ("training", "award", "level"))
    assert [(limit.words, limit.strength, limit.sources) for limit in level.limits] == [
        ("at least 2", Strength.SHOULD, (SOURCE,)),
        ("at most 4", Strength.CAUTION, (other,)),
    ]
    assert made.all_sources == (SOURCE, other)


def test_a_key_that_has_to_be_stated_has_no_limits_and_a_list_of_tables_at_the_top_needs_no_dot() -> None:
    made = make({"training.length": (), "staff": at_least(1)})
    assert [(made.path(argument), len(argument.limits)) for argument in made.parameters] == [
        (("training", "length"), 0),
        (("staff",), 1),
    ]


def test_a_key_of_the_sector_is_declared_and_keeps_its_declaration_for_others_who_share_it() -> None:
    made = attrs.evolve(
        make(
            {"wait": Wait},
            {"screening.housing.rooms": Annotated[int, Parameter("rooms")]},
        ),
        owner="housing",
    )
    wait, rooms = made.parameters
    assert made.path(wait) == ("training", "housing", "wait")
    assert made.path(rooms) == ("screening", "housing", "rooms")
    assert (wait.type, wait.declared, wait.example) == (Duration, Wait.__metadata__[0], '"2 weeks"')  # type: ignore[attr-defined]
    assert wait.limits[0].strength is Strength.SHOULD


def test_what_several_say_of_one_key_holds_together_so_that_no_document_is_lost() -> None:
    made = make(
        in_writing("a policy"),
        {"training.length": ()},
        in_writing("a leaflet", "a poster", strength=Strength.CAUTION, sources=[SOURCE.at("page 2")]),
    )
    documents, _ = made.parameters
    assert made.path(documents) == ("governance", "documents")
    assert [(limit.words, limit.strength) for limit in documents.limits] == [
        ('a list with "a policy"', Strength.SHOULD),
        ('a list with "a leaflet" and "a poster"', Strength.CAUTION),
    ]


def test_what_is_not_in_writing_is_found_with_the_fix_of_the_rule() -> None:
    made = attrs.evolve(make(in_writing("a policy"), fix="write it with the {mentees}"), owner="test")
    book = rulebook_of({"test": Sector(title="a test", prefix="TST", edition="1", words={"mentees": "guests"})}, [made])
    programme, _ = read_programme({"governance": {"documents": ["a leaflet"]}}, {})
    (finding,) = read_design(book, programme, date(2026, 1, 1))
    assert (finding.rules, finding.name, finding.severity) == (("TST201",), "it is so", "warning")
    assert (finding.message, finding.fix, finding.sources) == (
        'what exists in writing: should include "a policy"',
        'add "a policy"; write it with the guests',
        (SOURCE,),
    )


@pytest.mark.parametrize(
    ("keys", "said", "message"),
    [
        ((), {}, 'say which keys the file has to state, such as {"training.length": at_least("8 weeks")}'),
        (({},), {}, 'say which keys the file has to state, such as {"training.length": at_least("8 weeks")}'),
        ((at_least(1),), {}, 'keys stand with what is asked of them: {"training.length": at_least("8 weeks")}'),
        (
            ({"training.lenght": ()},),
            {},
            'no shared table has the key "training.lenght"; declare a key of your own, as in {"doors": '
            'Annotated[int, Parameter("how many doors there are")]}; did you mean "training.length"?',
        ),
        (
            ({"doors": at_least(1)},),
            {},
            'no shared table has the key "doors"; declare a key of your own, as in {"doors": '
            'Annotated[int, Parameter("how many doors there are")]}',
        ),
        (
            ({"training.length": "8 weeks"},),
            {},
            '"training.length" takes limits such as at_least(…), () where any value will do, or Annotated[…]',
        ),
        (
            ({"training.length": ["8 weeks"]},),
            {},
            "limits are made by at_least(), at_most(), one_of(), includes() and includes_one_of()",
        ),
        (
            ({"training.length": (), "training.topics": one_of("a")},),
            {},
            "the limit '\"a\"' does not fit 'topics': list: text",
        ),
        (
            ({"training.length": one_of("8 weeks")},),
            {},
            "the limit '\"8 weeks\"' names a text, and 'length' is length of time",
        ),
        (({"programme.mentors": one_of(True)},), {}, "the limit 'true' names True, and 'mentors' is whole number"),
        (
            ({"screening.record_check": one_of("enhanced", "standart")},),
            {},
            'there is no value of \'record_check\' "standart"; did you mean "standard"? There are ',
        ),
        (({"programme.settings": includes("prison")},), {}, "there is no value of 'settings' \"prison\"; there are "),
        (
            ({"wait": Since},),
            {},
            '"wait" is not a Parameter; what is asked of a person needs a function, with @rule',
        ),
        (
            ({"phases": Phases},),
            {},
            'its declaration says at="supervision.phases", so the key is "supervision.phases" and not "phases"',
        ),
        (
            ({"supervision.phases": Phases}, {"supervision.phases": at_most(3)}),
            {},
            '"supervision.phases" is declared with Annotated and asked for again; put its limits there',
        ),
        (({"rooms": Annotated[int, Parameter()]},), {}, "'rooms' needs a description"),
        (({"rooms": Annotated[float, Parameter("x")]},), {}, "no file or record can hold the type of 'rooms'"),
        (({"training.length": ()},), {"id": "TST901"}, "the id is three capitals, a digit from 0 to 8 for the area"),
        (({"training.length": ()},), {"name": " "}, "'name' is empty; it is a text"),
        (({"training.length": ()},), {"reason": ""}, "'reason' is empty; it is a text"),
        (({"training.length": ()},), {"reason": None}, "'reason' is a text"),
        (({"training.length": ()},), {"fix": 7}, "'fix' is a text"),
        (({"training.length": ()},), {"sources": []}, "name at least one source"),
        (({"training.length": ()},), {"sources": SOURCE}, "sources is a list, also of one: sources=[…]"),
        (({"training.length": ()},), {"strength": 3}, "'strength' is Strength.MUST, Strength.SHOULD or"),
        (
            ({"training.length": ()},),
            {"applies": "custody"},
            "'applies' is a condition, such as when() or in_settings() makes",
        ),
        (({"training.length": ()},), {"fix": "{length}"}, "fix names {length}, which is no word that sectors set"),
        (({"training.length": ()},), {"fix": "{eligible_from}"}, "fix names {eligible_from}, which is no word"),
    ],
)
def test_a_wrong_declaration_is_refused_at_import_in_words_that_say_what_to_change(
    keys: tuple[Any, ...], said: dict[str, Any], message: str
) -> None:
    with pytest.raises(RuleError) as refused:
        make(*keys, **said)
    assert str(refused.value).startswith(f"rule {said.get('id', 'TST201')} ({__name__}): {message}")


def test_a_second_rule_of_one_id_is_refused_because_the_first_would_be_lost() -> None:
    with pytest.raises(RuleError, match="the module has a rule of that id already, which would be lost"):
        make({"supervision.led_by": ()}, id="TST401")


def test_a_module_hands_out_its_declarations_too() -> None:
    module = ModuleType(__name__)
    first, second = make({"training.length": ()}, id="TST202"), make({"training.topics": includes("a")})
    vars(module).update(one=first, two=second)
    assert rules_in(module) == [second, first]


HEAD = """
from mentorkit.api import *
S = dict(strength=Strength.SHOULD, sources=[Source(author="A", title="T", address="a", evidence=Evidence.OPINION)])
def of(id): return requires(id, "it is so", {"training.topics": ()}, reason="Because.", **S)
"""
TOPICS = """requires("TST201", "it is so", {"training.topics": ()}, reason="Because.", **S)"""


@pytest.mark.parametrize(
    "code",
    [
        f"TST201 = {TOPICS}",
        TOPICS,
        f"rules = [{TOPICS}]",
        f"X = {TOPICS}\nX = None",
        "TST201 = of('TST201')",
        "from elsewhere_of_tests import of as made\nTST201 = made('TST201')",
    ],
    ids=["named", "not named", "in a list", "its name used again", "by a function", "by a function from elsewhere"],
)
def test_a_module_loses_no_rule_that_it_declares(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere, module = ModuleType("elsewhere_of_tests"), ModuleType("rules_of_tests")
    monkeypatch.setitem(sys.modules, "elsewhere_of_tests", elsewhere)
    exec(compile(HEAD, "elsewhere.py", "exec"), vars(elsewhere))  # noqa: S102 - as an import does
    exec(compile(HEAD + code, "rules.py", "exec"), vars(module))  # noqa: S102
    assert [made.id for made in rules_in(module)] == ["TST201"]
