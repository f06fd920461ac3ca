"""Hover, completion, definitions and symbols, as functions of a text and a cursor."""

from pathlib import Path

import pytest

from mentorkit.editor.completion import Completion, completions
from mentorkit.editor.hover import hover
from mentorkit.editor.keys import key_at, keys_in
from mentorkit.editor.names import definition
from mentorkit.editor.symbols import Symbol, symbols
from mentorkit.registry.load import Plugins
from mentorkit.toml.outline import Outline
from tests.editor.conftest import Placed

HEAD = 'format = 1\n[programme]\nsectors = ["substance"]\n'
NETWORK = """
[[network.needs]]
id = "housing"
[[network.members]]
id = "team"
title = "Housing team"
meets = ["housing"]
[[network.links]]
from = "mentor"
to = "team"
for = ["housing"]
"""
EXAMPLES = sorted(
    file for file in (Path(__file__).parents[2] / "examples").rglob("*.toml") if "plugins" not in file.parts
)


def said(placed: Placed, text: str) -> str | None:
    shown = hover(*placed(HEAD + text))
    return shown.markdown if shown else None


def test_hover_shows_names_and_titles_of_the_file_as_text(placed: Placed) -> None:
    network = NETWORK.replace("Housing team", "![x](https://x.example) **@all** <b>").replace('"team"', '"te*m_"')
    text = said(placed, network.replace('to = "te*m_"', 'to = "te*¦m_"'))
    assert text == ("**te\\*m\\_**: !\\[x\\](https:&#8203;//x.example) \\*\\*@&#8203;all\\*\\* \\<b\\>")


def test_hover_on_a_key_says_what_it_means_which_limits_it_has_and_who_says_so(placed: Placed) -> None:
    text = said(placed, '[screening.substance]\nabst¦inence = "3 months"')
    assert text is not None
    heading, asked, limits, example, *rules = text.split("\n\n")
    assert heading == "**screening.substance.abstinence** (length of time): time free of dependence before a placement"
    assert asked == (
        "*How long free of dependence before a placement?* Decide it before anybody is recruited. "
        "Plausible: 1 week to 5 years. Or a range: { from = …, to = … }, { about = … }, { at_least = … } or "
        "{ at_most = … } (only in format 2). Asked for all ways of support but mutual aid."
    )
    assert [line.partition(":")[0] for line in limits.splitlines()] == [
        "- has to be at least 30 days (SUB101, SUB102, SUB103)",
        "- should be at least 3 months (SUB101, SUB102, SUB103)",
    ]
    assert example == 'Example: `abstinence = "3 months"`'
    assert [rule.partition(" ")[0] for rule in rules] == ["**SUB101**", "**SUB102**", "**SUB103**"]
    assert "](https://www.nationalvoices.org.uk/wellbeing-our-way/wow-exchange/peer-mentoring)" in rules[0]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("[scree¦ning]", "**screening** (table): who may become a mentor"),
        ("[[supervision.phases]]\nev¦ery = 1", "**supervision.phases.every** (length of time): the longest time"),
        ("[training]\naward = { le¦vel = 2 }", "**training.award.level** (whole number): the level of the award"),
        ('[screening]\ncollects = ["abstinent_s¦ince"]', "**abstinent_since** (date): date from which the applicant"),
        (
            '[training]\ncollects = ["training_completed¦_on"]',
            "**training_completed_on** (date): date on which the mentor completed the training\n\n"
            "*On which day did the mentor complete the training?*\n\n",
        ),
        (
            '[[waivers]]\nrule = "SUB1¦01"',
            "**SUB101** free of dependence before placement (must): If somebody takes on the role too soon",
        ),
        ('[training]\ntopics = ["diver¦sity"]', "**STD206** "),
        (NETWORK.replace('to = "team"', 'to = "te¦am"'), "**team**: Housing team"),
        (
            "[programme]\nmen¦tors = 7",
            "**programme.mentors** (whole number): how many mentors are active at a time\n\n*How many mentors are "
            "active at a time?* Decide it before anybody is recruited. Plausible: 1 to 1000. Or a range: ",
        ),
        (
            "[programme]\nmentors = { abo¦ut = 350 }",
            "**programme.mentors.about** (whole number): a rough figure; a tenth less or more is meant too",
        ),
        ("[network]\nbasis¦", "**network.basis** (text): the ground on which"),  # half typed
    ],
)
def test_hover_begins(placed: Placed, text: str, begins: str) -> None:
    assert (said(placed, text) or "").startswith(begins)


def test_hover_speaks_in_the_words_of_the_last_reading_that_could_be_judged(placed: Placed) -> None:
    last, _ = placed(HEAD)
    half = "format = 1\n[programme]\nsectors = [\nmen¦tees = 24\n"
    for before, words in ((last, "service users"), (None, "mentees")):
        reading, offset = placed(half, before)
        assert reading.report is None
        shown = hover(reading, offset)
        assert shown is not None
        assert shown.markdown.startswith(
            f"**programme.mentees** (whole number): how many {words} are expected at a time"
        )


@pytest.mark.parametrize("text", ["# scree¦ning", "[nothi¦ng]", '[role]\ntitle = "peer m¦entor"', "[role]\n¦"])
def test_hover_has_nothing_to_say(placed: Placed, text: str) -> None:
    assert said(placed, text) is None


def offered(placed: Placed, text: str) -> list[Completion]:
    return completions(*placed(text), ("standards", "probation", "substance"))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("¦", ["format = ", "[programme]", "[for_whom]", "[organisation]"]),
        (HEAD + "[¦", ["programme]", "role]", "recruitment]"]),
        (HEAD + "[¦]", ["programme", "role", "recruitment"]),
        (HEAD + "[[¦]]", ["programme", "staff"]),
        (HEAD.replace("1", "2") + "[[¦]]", ["programme", "role", "staff"]),
        (HEAD.replace("1", "2") + "[programme]\nsettings = [{ ¦ }]", ["is = ", "called = "]),
        (HEAD.replace("1", "2") + "[programme]\nsettings = [{ is = ¦ }]", ['"community"', '"custody"']),
        (HEAD.replace("1", "2") + "settings = [{ is = '¦', called = 'a' }]", ['"community"', '"custody"']),
        (HEAD.replace("1", "2") + "[training]\ntopics = [{ is = ¦ }]", ['"diversity"']),
        ("is = ¦", []),
        (HEAD + "[[network.¦]]", ["needs", "members", "links"]),
        (HEAD + "[screening.¦", ["substance]"]),
        (HEAD + "[screening]\nsteps = []\n¦", ["collects = ", "criteria = ", "selects_before = "]),
        (HEAD + "[screening]\nste¦ = []", ["collects", "steps", "criteria"]),
        (HEAD + "[screening.substance]\nab¦", ["abstinence = ", "substances = "]),
        (HEAD + "[training]\naward = { level = 2, ¦ }", ["title = ", "credits = "]),
        (HEAD + "[role]\nclinical = ¦", ["true", "false"]),
        (HEAD + '[[network.links]]\nkind = "re¦"', ['"refers"', '"supports"']),
        (HEAD + "[programme2]\n¦", []),
        ('format = 1\n[programme]\nsectors = ["¦', ['"probation"', '"substance"']),
        ('format = 1\n[programme]\nsectors = ["probation", "¦"]', ['"substance"']),
        ('format = 1\n[programme]\nsettings = ["ward", ¦]', ['"community"', '"custody"', '"residential"']),
        (HEAD + "[training]\ntopics = ¦", ['["diversity"]']),
        (HEAD + '[training]\ntopics = ["diversity", ¦]', ['"drug awareness"']),
        (HEAD + '[screening]\ncollects = ["¦"]', ['"abstinent_since"']),
        (HEAD + "[screening.substance]\nabstinence = ¦", ['"30 days"', '"3 months"']),
        (HEAD + '[[waivers]]\nrule = "¦"', ['"STD001"']),
        (HEAD + NETWORK + 'deputy = "¦"', ['"team"']),
        (HEAD + NETWORK.replace('for = ["housing"]', 'for = ["¦"]'), ['"housing"']),
        (HEAD + "[role] ¦", []),
        (HEAD + "[relationship]\npai¦", ["pairs = ", "shortest = "]),
        (HEAD.replace("1", "2") + "[relationship]\npai¦", ["shortest = "]),
        (HEAD + "nam¦", ["name = ", "settings = "]),
        (HEAD.replace("1", "2") + "nam¦", ["name = ", "ways = ", "settings = "]),
        (HEAD.replace("1", "2") + 'ways = ["pair", "¦"]', ['"group sessions"', '"drop-in"']),
        (HEAD.replace("1", "2") + "[file]\n¦", ["asked_until = ", "complete = ", "not_confirmed = "]),
    ],
)
def test_the_first_things_offered(placed: Placed, text: str, first: list[str]) -> None:
    found = [one.text for one in offered(placed, text)]
    assert found[: len(first)] == first
    assert first or not found


def test_no_rule_that_cannot_be_waived_is_offered_in_a_waiver(placed: Placed, plugins: Plugins) -> None:
    book = plugins.rulebook(["substance"])
    found = [one.text for one in offered(placed, HEAD + '[[waivers]]\nrule = "¦"')]
    assert found == [f'"{rule.id}"' for rule in book.rules if rule.waivable]
    assert len(found) < len(book.rules)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_key_of_the_examples_is_known_and_would_be_offered(file: Path, plugins: Plugins) -> None:
    outline = Outline(file.read_text(encoding="utf-8"))
    book = plugins.rulebook([*outline.texts("programme", "sectors", -1).values()])
    for path in outline:
        if isinstance(path[-1], str):
            assert key_at(book, path) is not None
            assert path[-1] in keys_in(book, path[:-1])


@pytest.mark.parametrize(
    ("cursor", "given"),
    [
        ('to = "te¦am"', 'id = "«team»"'),
        ('for = ["hous¦ing"]', 'id = "«housing»"'),
        ('meets = ["¦housing"]', 'id = "«housing»"'),
        ('from = "men¦tor"', ""),  # nobody is called so
        ('title = "Housing ¦team"', ""),  # no name
    ],
)
def test_a_name_leads_to_where_it_is_given(placed: Placed, cursor: str, given: str) -> None:
    reading, offset = placed(HEAD + NETWORK.replace(cursor.replace("¦", ""), cursor, 1))
    found = definition(reading.outline, offset)
    if not given:
        assert found is None
    else:
        assert found is not None
        line = given.replace("«", "").replace("»", "")
        assert reading.text.index(line) + len("id = ") == found[0]
        assert reading.text[slice(*found)] == line.removeprefix("id = ")


def names(found: list[Symbol]) -> list[object]:
    return [(symbol.name, names(symbol.within)) if symbol.within else symbol.name for symbol in found]


def test_symbols_are_listed_stage_by_stage() -> None:
    text = HEAD + '[screening]\nsteps = []\n[screening.substance]\nabstinence = "3 months"\n' + NETWORK + "[role]\n"
    found = symbols(Outline(text))
    assert names(found) == [
        "format",
        ("programme", ["sectors"]),
        ("screening", ["steps", ("screening.substance", ["abstinence"])]),
        (
            "network",
            [
                ("network.needs: housing", ["id"]),
                ("network.members: team", ["id", "title", "meets"]),
                ("network.links: 1", ["from", "to", "for"]),
            ],
        ),
        "role",
    ]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_symbol_lies_in_the_one_that_holds_it(file: Path) -> None:
    def check(found: list[Symbol], start: int, end: int) -> None:
        for symbol in found:
            assert start <= symbol.start <= symbol.key[0] <= symbol.key[1] <= symbol.end <= end
            check(symbol.within, symbol.start, symbol.end)

    text = file.read_text(encoding="utf-8")
    check(symbols(Outline(text)), 0, len(text))
