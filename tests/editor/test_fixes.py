"""Quick fixes: what each changes, what the changed file then says, and what is never offered."""

from datetime import date

import pytest

from mentorkit.editor.fixes import Fix, fixes
from mentorkit.editor.reading import Reading
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate
from tests.editor.conftest import ON, Placed

HEAD = 'format = 1\n[programme]\nsectors = ["substance"]\nsettings = ["community"]\n'


def offered(placed: Placed, plugins: Plugins, text: str) -> tuple[Reading, list[Fix]]:
    reading, offset = placed(text)
    return reading, fixes(reading, offset, offset, plugins.found)


def applied(reading: Reading, fix: Fix) -> str:
    return reading.text[: fix.start] + fix.text + reading.text[fix.end :]


def rules(text: str, plugins: Plugins) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(found.rule, found.path) for found in validate(text.encode(), "x", plugins, ON).findings]


@pytest.mark.parametrize(
    ("text", "title", "after"),
    [
        ('format = 1\n[programme]\nsectors = ["subs¦tnace"]', 'change it to "substance"', 'sectors = ["substance"]'),
        (HEAD.replace("community", "comu¦nity"), 'change it to "community"', 'settings = ["community"]'),
        (HEAD + "[screening]\nste¦ppes = []", "rename it to steps", "[screening]\nsteps = []"),
        (HEAD + "[screeni¦n]\nsteps = []", "rename it to screening", "[screening]\nsteps = []"),
        (HEAD + "[screeni¦n.substance]\n", "rename it to screening", "[screening.substance]"),
        (HEAD + "[[waiv¦er]]\nrule = 1", "rename it to waivers", "[[waivers]]\nrule = 1"),
        (
            HEAD + '[screening.substance]\nabstinance¦ = "3 months"',
            "rename it to abstinence",
            'abstinence = "3 months"',
        ),
        (
            HEAD + '[training]\ntopics = ["drug¦ awarenes"]',
            'change it to "drug awareness"',
            'topics = ["drug awareness"]',
        ),
        (
            HEAD + '[training]\ntopics = ["drugs¦ awareness"]',
            'change it to "drug awareness"',
            'topics = ["drug awareness"]',
        ),
        (
            HEAD + '[screening]\ncollects = ["abstinent_¦sinc"]',
            'change it to "abstinent_since"',
            'collects = ["abstinent_since"]',
        ),
        (
            HEAD + '[[waivers]]\nrule = "SUBB101¦"\nreason = "r"\nagreed_by = "a"\nuntil = 2027-01-01',
            'change it to "SUB101"',
            'rule = "SUB101"',
        ),
    ],
)
def test_a_misspelt_name_is_put_right(placed: Placed, plugins: Plugins, text: str, title: str, after: str) -> None:
    reading, found = offered(placed, plugins, text)
    assert found[0].title == title
    assert found[0].renames
    assert after in applied(reading, found[0])


@pytest.mark.parametrize(
    ("text", "key", "after"),
    [
        (
            HEAD + "[screen¦ing]\ncollects = []\n\n[role]\n",
            "screening.criteria",
            '[screening]\ncollects = []\ncriteria = [""]  # such as [',
        ),
        (
            "[programme]\n".join(["format = 1\nscreen¦ing.collects = []\n", HEAD.partition("[programme]\n")[2]]),
            "screening.criteria",
            'screening.collects = []\nscreening.criteria = [""]  # such as [',
        ),
        (
            HEAD + '[training]\naward = ¦{ title = "x" }',
            "training.award.level",
            'award = { title = "x", level = "" }',
        ),
        (
            HEAD + "[screen¦ing]\ncollects = []",
            "screening.substance.abstinence",
            'collects = []\n\n[screening.substance]\nabstinence = ""  # such as "3 months"\n',
        ),
        (
            (HEAD + "[screen¦ing]\ncollects = []").replace("\n", "\r\n"),
            "screening.substance.abstinence",
            'collects = []\r\n\r\n[screening.substance]\r\nabstinence = ""  # such as "3 months"\r\n',
        ),
    ],
)
def test_a_missing_key_is_added_as_a_blank_that_stays_a_finding(
    placed: Placed, plugins: Plugins, text: str, key: str, after: str
) -> None:
    reading, found = offered(placed, plugins, text)
    fix = next(fix for fix in found if fix.title == f"add {key} as a blank")
    changed = applied(reading, fix)
    assert after in changed
    path = tuple(key.split("."))
    said = rules(changed, plugins)
    assert any(rule == "wrong-value" and at[: len(path)] == path for rule, at in said)
    assert (fix.diagnostic.code, path) not in said


@pytest.mark.parametrize(
    ("collects", "after"),
    [
        ("", 'collects = ["abstinent_since"]'),
        ("collects = []¦", 'collects = ["abstinent_since"]'),
        ('collects = ["risk_screen_on¦"]', 'collects = ["risk_screen_on", "abstinent_since"]'),
        ('collects = [\n  "risk_screen_on¦",\n]', 'collects = [\n  "risk_screen_on", "abstinent_since",\n]'),
    ],
)
def test_a_fact_is_added_to_those_that_are_asked(placed: Placed, plugins: Plugins, collects: str, after: str) -> None:
    header = "[screening]" if collects else "[scr¦eening]"
    reading, found = offered(placed, plugins, f"{HEAD}{header}\n{collects}\n")
    fix = next(fix for fix in found if fix.title == "ask abstinent_since at screening")
    assert after in applied(reading, fix)
    assert not any("abstinent_since" in path for _, path in rules(applied(reading, fix), plugins))


def test_a_waiver_is_begun_with_blanks_and_counts_for_nothing_until_they_are_filled(
    placed: Placed, plugins: Plugins
) -> None:
    text = HEAD + '[screening.substance]\nabstinence = "10 d¦ays"\n'
    reading, found = offered(placed, plugins, text)
    fix = next(fix for fix in found if fix.title.startswith("begin a waiver for SUB101"))
    begun = applied(reading, fix)
    begins = (
        '[[waivers]]\nrule = "SUB101"\nat = "screening.substance.abstinence"\nseverity = "error"\n'
        "found = 'time free of dependence before a placement: \"10 days\", but it has to be at least 30 days'\n"
        'reason = ""  # why the rule is not followed, such as "'
    )
    assert begins in begun
    before, after = rules(reading.text, plugins), rules(begun, plugins)
    path = ("screening", "substance", "abstinence")
    assert ("SUB101", path) in before
    assert ("SUB101", path) in after
    assert {at for rule, at in after if rule == "wrong-value"} == {
        ("waivers", number, name)
        for number in range(begun.count("[[waivers]]"))
        for name in ("reason", "agreed_by", "agreed_on", "until")
    }
    filled = begun.replace('reason = ""', 'reason = "r"').replace('agreed_by = ""', 'agreed_by = "a"')
    filled = filled.replace('agreed_on = ""', f"agreed_on = {ON}").replace('until = ""', f"until = {date(2027, 1, 1)}")
    report = validate(filled.encode(), "x", plugins, ON)
    assert all(found.waived for found in report.findings if found.path == path)


@pytest.mark.parametrize(
    ("text", "title", "after"),
    [
        (
            '[training]\nlength = "8 we¦eks"\n[file]\nnot_confirmed = ["training.topics", "training.length"]',
            "confirm training.length",
            'not_confirmed = ["training.topics"]',
        ),
        (
            '[training]\nlength = "8 we¦eks"\n[file]\nnot_confirmed = ["training.length"]\n',
            "confirm training.length",
            "[file]\n",
        ),
        (
            "[training.award]\nlevel = ¦9\n",
            "confirm that 9 is meant",
            'level = 9\n\n[[file.confirmed]]\nat = "training.award.level"\nvalue = "9"\n',
        ),
        (
            '[training.award]\nlevel = ¦9\n[file]\nconfirmed = [{ at = "a", value = "1" }]\n',
            "confirm that 9 is meant",
            'confirmed = [{ at = "a", value = "1" }, { at = "training.award.level", value = "9" }]\n',
        ),
    ],
)
def test_a_value_is_confirmed(placed: Placed, plugins: Plugins, text: str, title: str, after: str) -> None:
    reading, found = offered(placed, plugins, HEAD.replace("1", "2", 1) + 'ways = ["pair"]\n' + text)
    (fix,) = [fix for fix in found if fix.title == title]
    assert applied(reading, fix).endswith(after)
    assert len(rules(applied(reading, fix), plugins)) < len(rules(reading.text, plugins))


def test_no_waiver_is_offered_for_a_rule_that_its_owner_lets_nobody_waive(placed: Placed, plugins: Plugins) -> None:
    book = plugins.rulebook(["substance"])
    reading, _ = placed(HEAD + "".join(f"[{name}]\n" for name in ("role", "screening", "safeguarding", "supervision")))
    found = fixes(reading, 0, len(reading.text), plugins.found)
    begun = {rule for fix in found if fix.title.startswith("begin") for rule in fix.title.split(" for ")[1].split(", ")}
    waivable = {rule.id: rule.waivable for rule in book.rules}
    assert begun
    assert all(waivable[rule] for rule in begun)
    assert reading.report is not None
    locked = [told for told in reading.report.findings if not waivable.get(told.rule, True) and told.span]
    assert locked
    for told in locked:
        assert not [fix for fix in found if fix.diagnostic.finding == told and fix.title.startswith("begin")]


def test_after_any_fix_the_file_can_still_be_read(placed: Placed, plugins: Plugins) -> None:
    reading, _ = placed("format = 1\nwaivers = []\nscreening = {}\nstaff = []\n" + HEAD.partition("\n")[2])
    found = fixes(reading, 0, len(reading.text), plugins.found)
    assert found
    for fix in found:
        validate(applied(reading, fix).encode(), "x", plugins, ON)
    assert not [fix for fix in found if fix.title.startswith("begin")]  # [[waivers]] cannot add to a list in brackets


def test_a_file_that_is_half_typed_or_no_programme_has_no_fixes(placed: Placed, plugins: Plugins) -> None:
    for text in (HEAD + "[screening", "[project]\nname = 'x'\n"):
        reading, _ = placed(text)
        assert fixes(reading, 0, len(text), plugins.found) == []
