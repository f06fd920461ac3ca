"""Plugins: each step from find to check, with plugins that are as they should be, missing or at odds."""

from itertools import permutations
from pathlib import Path

import pytest

from mentorkit.api import Evidence, Sector, Source, Tool
from mentorkit.registry.find import FoundPlugin, find_plugins
from mentorkit.registry.load import Plugins, require_plugins
from mentorkit.registry.rulebook_of import ClashError, rulebook_of

from .conftest import PLACED, Make, refusal, sector

# A good plugin.


def test_a_good_plugin_is_loaded_asked_and_checked(make: Make) -> None:
    training = "@hookimpl\ndef mentorkit_training():\n    return [made('ONE202'), made('ONE201')]\n"
    found = make("one", code=sector("one", "made('ONE101')") + training)
    plugin = Plugins((found,)).plugin(found)
    assert plugin.found is found
    assert plugin.sector.title == "one"
    assert plugin.hooks == ("mentorkit_sector", "mentorkit_screening", "mentorkit_training")
    assert [(rule.id, rule.owner) for rule in plugin.rules] == [("ONE101", "one"), ("ONE202", "one"), ("ONE201", "one")]


def test_a_rulebook_has_the_standards_and_the_named_sectors_and_nothing_else(
    make: Make, standards: FoundPlugin
) -> None:
    plugins = Plugins((make("one", 'made("ONE101")'), standards, make("two", 'made("TWO101")')))
    assert [rule.id for rule in plugins.rulebook([]).rules] == ["STA101"]
    assert [rule.id for rule in plugins.rulebook(["two"]).rules] == ["STA101", "TWO101"]
    book = plugins.rulebook(["two", "one"])
    assert [rule.id for rule in book.rules] == ["STA101", "ONE101", "TWO101"]
    assert list(book.sectors) == ["standards", "two", "one"]
    assert book.words == {"mentee": "standards mentee"}


def test_a_plugin_is_asked_once_and_a_rulebook_made_once(make: Make, standards: FoundPlugin) -> None:
    plugins = Plugins((standards, make("one", 'made(["ONE101"].pop())')))
    book = plugins.rulebook(["one"])
    assert plugins.rulebook(iter(["one", "standards", "one"])) is book
    (plugin,) = [plugin for plugin in map(plugins.plugin, plugins.found) if plugin.found.name == "one"]
    assert plugins.plugin(plugin.found) is plugin


def test_installed_plugins_are_found_and_loaded(make: Make, tmp_path: Path) -> None:
    for project, version, name, rules in (("mentorkit", "9", "standards", "STA"), ("mentorkit_one", "8", "one", "ONE")):
        folder = tmp_path / f"{project}-{version}.dist-info"
        folder.mkdir()
        module = make(name, f"made('{rules}101')").module
        (folder / "METADATA").write_text(f"Name: {project}\nVersion: {version}\n")
        (folder / "entry_points.txt").write_text(f"[mentorkit]\n{name} = {module}\n")
    plugins = Plugins()
    assert [rule.id for rule in plugins.rulebook(["one"]).rules] == ["STA101", "ONE101"]
    assert {"one (mentorkit_one 8)", "standards (mentorkit 9)"} <= {str(found) for found in plugins.found}


def fake(name: str, distribution: str = "", version: str = "1") -> FoundPlugin:
    return FoundPlugin(name, f"fake_{name}", distribution or f"mk-{name}", version)


@pytest.mark.parametrize(
    ("installed", "name", "message", "fix"),
    [
        (
            ["substance", "probation"],
            "substence",
            'there is no sector "substence" here; did you mean "substance"?',
            'write "substance"; installed are probation, substance',
        ),
        (
            ["mental-health"],
            "Mental_Health",
            'there is no sector "Mental_Health" here; did you mean "mental-health"?',
            'write "mental-health"; installed are mental-health',
        ),
        (
            ["substance"],
            "mental_health",
            'there is no sector "mental_health" here',
            "install it (pip install mentorkit-mental-health); installed are substance",
        ),
        (
            [],
            "school",
            'there is no sector "school" here',
            "check the name, or ask the makers of this sector how to install it; no sector is installed",
        ),
        (
            [],
            "standard",
            'there is no sector "standard" here',
            "check the name, or ask the makers of this sector how to install it; no sector is installed",
        ),
        (
            [],
            "",
            'there is no sector "" here',
            "check the name, or ask the makers of this sector how to install it; no sector is installed",
        ),
        (
            [],
            "a" * 1_000,
            'there is no sector "' + "a" * 100 + '…" here',
            "check the name, or ask the makers of this sector how to install it; no sector is installed",
        ),
        (
            [],
            "a; rm -r ~",
            'there is no sector "a; rm -r ~" here',
            "check the name, or ask the makers of this sector how to install it; no sector is installed",
        ),
    ],
)
def test_a_missing_sector_is_named_with_what_is_installed(
    installed: list[str], name: str, message: str, fix: str
) -> None:
    found = [fake(each) for each in ("standards", *installed)]
    problem = refusal(lambda: require_plugins(found, ["standards", name, "none"]))
    assert (problem.sector, problem.message, problem.fix) == (name, message, fix)


def test_missing_standards_come_with_mentorkit_and_not_from_elsewhere() -> None:
    problem = refusal(lambda: Plugins((fake("one"),)).rulebook(["one"]))
    assert problem.message == 'there is no sector "standards" here'
    assert problem.fix == "install mentorkit again, which brings it; installed are one"


def test_two_distributions_that_bring_one_sector_are_both_named_and_neither_is_loaded(standards: FoundPlugin) -> None:
    plugins = Plugins((fake("one", "mk-a", "1.0"), fake("one", "mk-b", "2.0"), standards))
    problem = refusal(lambda: plugins.rulebook(["one"]))
    assert problem.message == 'several plugins bring the sector "one": mk-a 1.0 and mk-b 2.0'
    assert (problem.sector, problem.fix) == ("one", "uninstall all but one")
    assert plugins.rulebook([]).rules


def test_what_is_required_comes_in_the_order_in_which_it_is_named() -> None:
    found = [fake("one"), fake("two"), fake("standards")]
    assert [plugin.name for plugin in require_plugins(found, ["two", "standards"])] == ["two", "standards"]


def test_sectors_that_contradict_each_other_are_named_with_their_versions(make: Make, standards: FoundPlugin) -> None:
    six, two = make("six", "asking('SIX102', 'whether')"), make("two", "asking('TWO101', 'whether', date)")
    plugins = Plugins((standards, six, two, make("one", "made('ONE101')")))
    told = "standards (mk-standards 1.2), six (mk-six 1.2), two (mk-two 1.2)"
    kinds = "true or false in SIX102, date in TWO101"
    clash = f"agrees is two kinds of value: {kinds}; make it one, or give one of them another name"
    for sectors in (["six", "two"], ["six", "two", "one"]):
        problem = refusal(lambda sectors=sectors: plugins.rulebook(sectors))  # type: ignore[misc]
        assert problem.message == f"these plugins do not fit together: {told} (for their makers: {clash})"
        assert (problem.sector, problem.fix) == ("two", "update them, or tell their makers")
    for sectors in (["six", "one"], ["two", "one"]):
        assert len(plugins.rulebook(sectors).rules) == 3


def test_one_fact_in_two_words_is_called_as_the_sector_says_that_the_file_names_first(
    make: Make, standards: FoundPlugin
) -> None:
    words = {"one": "whether they agree", "two": "if it is agreed"}
    found = [standards, *(make(name, f"asking('{name.upper()}101', '{words[name]}')") for name in words)]
    for first, second in permutations(words):
        book = Plugins(tuple(found)).rulebook([first, second])
        users = book.facts()["agrees"]
        assert [rule.id for rule, _ in users] == ["ONE101", "TWO101"]
        assert {book.describe(rule, argument) for rule, argument in users} == {words[first]}


def test_a_fact_of_the_shared_standards_is_called_as_they_say(make: Make) -> None:
    real = next(found for found in find_plugins() if found.name == "standards")
    one = make("one", code=sector("one", "placed") + PLACED)
    book = Plugins((real, one)).rulebook(["one"])
    assert {book.describe(*user) for user in book.facts()["placed_on"]} == {"first day of the mentor's placement"}


def test_the_order_in_which_plugins_are_found_changes_no_rulebook(make: Make, standards: FoundPlugin) -> None:
    rules = (
        "made('{}102'), stating('{}101', 'the wait')",
        "asking('{}101', 'whether')",
        "made('{}101'), made('{}100')",
    )
    found = [standards]
    for name, text in zip(("one", "two", "ten"), rules, strict=True):
        found.append(make(name, text.replace("{}", name.upper())))
    expected = Plugins(tuple(found)).rulebook(["one", "two", "ten"])
    assert len(expected.rules) == 6
    for order in permutations(found):
        assert Plugins(order).rulebook(["one", "two", "ten"]) == expected
    for names in permutations(["one", "two", "ten"]):
        book = Plugins(tuple(found)).rulebook(names)
        assert (book.rules, book.sector_keys) == (expected.rules, expected.sector_keys)


def test_a_tool_has_one_range_whoever_declares_it() -> None:
    def owner(least: float, name: str = "OURS", title: str = "a form") -> Sector:
        form = Source(author="A", title=title, address="https://example.org", evidence=Evidence.GUIDANCE)
        tool = Tool(name=name, least=least, most=9, better="higher", source=form)
        return Sector(title="x", prefix="XXX", edition="1", tools=[tool])

    assert rulebook_of({"one": owner(0), "two": owner(0, title="another form"), "six": owner(1, "THEIRS")}, [])
    for name in ("OURS", "ours"):
        with pytest.raises(ClashError) as clash:
            rulebook_of({"one": owner(0), "two": owner(1, name)}, [])
        ranges = "0 to 9, higher is better in one, 1 to 9, higher is better in two"
        assert str(clash.value) == f"the tool {name} is {ranges}; make it one, or give one of them another name"
