"""Rules that fall silent where a design does not say something: unknown would read as no."""

from pathlib import Path

import pytest

from .made import PROGRAMME
from .spoiled import CASES, SEARCH, Changes, ExpectedAdvice, Ways, assert_advice, searching, under

SILENT = "; if leaving it out does mean no, show that in cases/HSG001/clean-<why>.toml"
SAY_SO = '; or say why that means no: only_if_stated(…, "…")'
FOUND = "falls_short('training.topics', 'fire is not taught', 'teach it')"


def says(why: str, key: str, fix: str, place: str = SEARCH, silent: str = SILENT) -> ExpectedAdvice:
    message = f'without {key} it is milder about "{why}", and nothing asks for that key: unknown reads as no'
    return [("unknown", place, message, fix + silent)]


def of_a_search(search: str, **cases: str) -> Changes:
    """The rule that searches the design, with another search and other cases."""
    module = searching(search)
    text = str(module["programme.py"]).replace("not_settled, rule", "falls_short, rule")
    module["programme.py"] = text.replace("reads=[", 'reads=["outcomes.mentor_targets", "supervision.phases", ')
    named = {f"cases/HSG001/{name.replace('_', '-')}.toml": text for name, text in cases.items()}
    return {**module, "cases/HSG001/clean-counted.toml": None, "cases/HSG001/warning-not-counted.toml": None, **named}


def only_if_stated(condition: str) -> Changes:
    module = under(f"only_if_stated({condition}, 'prisons say so')")
    return {**module, "programme.py": str(module["programme.py"]).replace("rule, when", "only_if_stated, rule, when")}


IN_CUSTODY = "when('in custody', lambda programme: 'custody' in (programme.programme.settings or ()))"
ANSWERS_NO = "when('in custody', lambda programme: bool(programme.outcomes.mentor_targets), 'programme.settings')"
VIEW = f'''
class Wings(View):
    """The wings that the chaplain visits."""

    @classmethod
    def of(cls, programme: Programme) -> "Wings | None":
        return cls() if programme.programme.alongside else None


@rule("HSG001", strength=Strength.MUST, sources=[BOOK], reads=["training.topics"])
def fire_is_taught(wings: Wings, programme: Programme) -> Iterator[Problem]:
    """Fires happen."""
    if "fire" not in (programme.training.topics or ()):
        yield {FOUND}
'''
WAYS: Ways = {
    "a condition that takes what is not stated for no": (
        under(IN_CUSTODY),
        says(
            "not counted",
            "programme.settings",
            "let its condition return None where programme.settings is None, and name the key: "
            'needs="programme.settings"',
            silent=SAY_SO,
        ),
    ),
    "a condition that needs one key and takes another for no": (
        under(
            ANSWERS_NO,
            {name: f"{text}[design.outcomes]\nmentor_targets = true\n" for name, text in CASES.items()},
        ),
        says(
            "not counted",
            "outcomes.mentor_targets",
            "let its condition return None where outcomes.mentor_targets is None",
            silent=SAY_SO,
        ),
    ),
    "a search that takes what is not stated for no": (
        of_a_search(
            "    if programme.outcomes.mentor_targets and 'fire' not in (programme.training.topics or ()):\n"
            f"        yield {FOUND}\n",
            warning_none="[design.outcomes]\nmentor_targets = true\n",
            clean_fire='[design.outcomes]\nmentor_targets = true\n[design.training]\ntopics = ["fire"]\n',
        ),
        says("none", "outcomes.mentor_targets", 'ask for it: not_settled("outcomes.mentor_targets", …)'),
    ),
    "a view that there is none of where something is not stated": (
        {
            "programme.py": PROGRAMME.partition("\n@rule")[0].replace("not_settled, rule", "View, falls_short, rule")
            + VIEW,
            "cases/HSG001/warning-not-counted.toml": None,
            "cases/HSG001/clean-counted.toml": None,
            "cases/HSG001/error-none.toml": '[design.programme]\nalongside = ["chaplaincy"]\n',
            "cases/HSG001/clean-fire.toml": '[design.programme]\nalongside = ["chaplaincy"]\n'
            '[design.training]\ntopics = ["fire"]\n',
        },
        says(
            "none",
            "programme.alongside",
            'ask for it in a rule that takes the programme: not_settled("programme.alongside", …)',
            "HSG001 (PACKAGE/programme.py:18)",
        ),
    ),
    "a condition that another rule asks for as bindingly": (under(IN_CUSTODY, strength="SHOULD"), []),
    "a condition that says why silence means no": (
        only_if_stated(IN_CUSTODY),
        [],
    ),
    "a search whose silence a case shows": (
        of_a_search(
            "    if programme.outcomes.mentor_targets and 'fire' not in (programme.training.topics or ()):\n"
            f"        yield {FOUND}\n",
            warning_none="[design.outcomes]\nmentor_targets = true\n",
            clean_fire='[design.outcomes]\nmentor_targets = true\n[design.training]\ntopics = ["fire"]\n',
            clean_no_targets="",
        ),
        [],
    ),
    "a search for entries that are wrong": (
        of_a_search(
            "    for index, phase in enumerate(programme.supervision.phases or ()):\n"
            "        if not phase.formats:\n"
            "            yield falls_short(('supervision', 'phases', index), 'no format', 'state one')\n",
            warning_none='[design.supervision]\nphases = [{ every = "14 days" }]\n',
            clean_one='[design.supervision]\nphases = [{ formats = ["group"] }]\n',
        ),
        [],
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_rule_that_falls_silent_where_nothing_is_stated_is_told(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
