"""For the authors of plugins: cases that prove a rule and explain it.

A case is a TOML file in the plugin's package, `cases/<RULE ID>/<outcome>-<why>.toml`. It holds the part of a programme
that the rule reads under [design]; where it has [facts], the rule is asked about that one case on the day `on`, and
otherwise about the design. [expect] may say more: `message` (a part of it), `at` (the place in the file) and
`eligible_from`.

    on = 2026-03-01

    [design.screening.substance]
    abstinence = "3 months"

    [facts]
    abstinent_since = 2026-01-15

    [expect]
    eligible_from = 2026-04-15

The outcomes of a design are clean, error, warning and advice; those of a case are proceed, note, not-yet, stop, refer.
"""

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path as File
from typing import Any

import attrs

from mentorkit.core.decision import Case, decide
from mentorkit.core.design import read_design
from mentorkit.core.discovery import FoundPlugin, find_plugins
from mentorkit.core.document import CannotJudgeError
from mentorkit.core.finding import Finding
from mentorkit.core.paths import dotted
from mentorkit.core.plugins import LoadedPlugin, Plugin, Plugins, UnusablePluginError, ask, check, template_of
from mentorkit.core.programme import Programme
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Outcome, Strength
from mentorkit.core.structure import programme_data, read_programme
from mentorkit.core.validate import validate

DESIGN_OUTCOMES = ("clean", "error", "warning", "advice")
CASE_OUTCOMES = tuple(outcome.words.replace(" ", "-") for outcome in Outcome)
DAY = date(2026, 1, 1)
"""The date of a case that names none."""


@attrs.frozen
class Answer:
    """What a rule says about a case file.

    Attributes:
        outcome: one of those that file names begin with.
        message: what is told; empty where there is nothing to tell.
        at: where in the design, as a dotted path.
        eligible_from: the day from which a person could go on.
    """

    outcome: str
    message: str = ""
    at: str = ""
    eligible_from: date | None = None


@attrs.frozen
class RuleCase:
    """One case file.

    Attributes:
        rule: that it proves.
        outcome: that its name promises.
        why: the rest of its name, in words.
        data: of the file.
        book: a rulebook of that rule alone, with the keys of its whole sector.
        text: of the file.
    """

    rule: Rule
    outcome: str
    why: str
    data: dict[str, Any] = attrs.field(repr=False)
    book: Rulebook = attrs.field(repr=False)
    text: str = attrs.field(repr=False)

    def __str__(self) -> str:
        return f"{self.rule.id}/{self.outcome}-{self.why.replace(' ', '-')}"

    @property
    def on(self) -> date:
        """The day on which the rule is asked."""
        day = self.data.get("on", DAY)
        assert isinstance(day, date), f"{self}: 'on' is a date"  # noqa: S101 - a testing library
        return day

    @property
    def programme(self) -> Programme:
        """The part of a programme that the case holds.

        Raises:
            AssertionError: where it cannot be read.
        """
        programme, faults = read_programme(self.data.get("design", {}), self.book.own)
        told = [f"{dotted(fault.path)}: {fault.message}" for fault in faults]
        assert not told, f"{self}: the design of this case cannot be read: {told}"  # noqa: S101
        return programme

    @property
    def written(self) -> list[tuple[str, str]]:
        """The case as a file and a record would hold it: headings, each with TOML."""
        import tomli_w  # only wanted where somebody looks at a case

        design = programme_data(self.programme)
        del design["format"]
        parts = (("in the file", design), (f"of a person, on {self.on}", self.data.get("facts")))
        return [(heading, tomli_w.dumps(data).strip()) for heading, data in parts if data]

    def answer(self) -> Answer:
        """What the rule says about it."""
        if "facts" in self.data:
            stage = self.rule.area.stage
            assert stage is not None, f"{self}: {self.rule.id} asks no facts"  # noqa: S101
            decision = decide(self.book, self.programme, stage, Case(str(self), self.data["facts"]), self.on)
            (verdict,) = decision.verdicts or (None,)
            told = verdict.message(show_values=True) if verdict else ""
            return Answer(decision.outcome.words.replace(" ", "-"), told, "", decision.eligible_from)
        findings = read_design(self.book, self.programme, self.on)
        if not findings:
            return Answer("clean")
        worst: Finding = max(findings, key=lambda finding: finding.strength)
        return Answer(worst.severity, worst.message, dotted(worst.path))

    def check(self) -> None:
        """Asks the rule, and compares.

        Raises:
            AssertionError: where the answer is another than the file promises; the message says what to change.
        """
        unknown = set(self.data) - {"on", "design", "facts", "expect"}
        assert not unknown, f"{self}: a case has no {sorted(unknown)}; it has on, design, facts and expect"  # noqa: S101
        got, expected = self.answer(), self.data.get("expect", {})
        assert got.outcome == self.outcome, (  # noqa: S101
            f"{self}: the rule says {got.outcome!r} ({got.message or 'nothing to tell'}), the name of the file "
            f"promises {self.outcome!r}; rename the file or mend the rule"
        )
        assert expected.get("message", "") in got.message, f"{self}: the message is {got.message!r}"  # noqa: S101
        assert expected.get("at", got.at) == got.at, f"{self}: the finding stands at {got.at!r}"  # noqa: S101
        assert expected.get("eligible_from", got.eligible_from) == got.eligible_from, (  # noqa: S101
            f"{self}: the first day is {got.eligible_from}"
        )


def plugin_of(package: str) -> Plugin:
    """A plugin by the name of its package, whether or not it is installed under an entry point.

    Raises:
        UnusablePluginError: where it does not keep the contract.
    """
    installed = (found for found in find_plugins() if found.module == package)
    name = package.rpartition(".")[2].removeprefix("mentorkit_")
    found = next(installed, FoundPlugin(name, package, package, "under test"))
    return check(ask(LoadedPlugin(found, import_module(package))))


def cases_of(plugin: Plugin, rule: Rule) -> Iterator[RuleCase]:
    """The cases of one rule, by file name.

    Raises:
        AssertionError: for a file whose name does not begin with an outcome.
    """
    package = File(str(import_module(plugin.found.module).__file__)).parent
    book = Rulebook.of({plugin.found.name: plugin.sector}, plugin.rules).only(rule)
    for file in sorted((package / "cases" / rule.id).glob("*.toml")):
        outcome = next((name for name in (*DESIGN_OUTCOMES, *CASE_OUTCOMES) if file.stem.startswith(f"{name}-")), None)
        assert outcome, f"{rule.id}/{file.name}: begin the name with one of {DESIGN_OUTCOMES + CASE_OUTCOMES}"  # noqa: S101
        text = file.read_text(encoding="utf-8")
        why = file.stem.removeprefix(f"{outcome}-").replace("-", " ")
        yield RuleCase(rule, outcome, why, tomllib.loads(text), book, text)


def telling_cases(cases: Iterable[RuleCase]) -> list[RuleCase]:
    """Of each reading the first case that passes and the first that does not."""
    chosen: dict[tuple[bool, bool], RuleCase] = {}
    for case in cases:
        chosen.setdefault(("facts" in case.data, case.outcome not in ("clean", "proceed")), case)
    return [case for _, case in sorted(chosen.items(), key=lambda kind: kind[0])]


def rule_cases(package: str) -> list[RuleCase]:
    """All cases of a plugin, for `pytest.mark.parametrize`."""
    plugin = plugin_of(package)
    return [case for rule in plugin.rules for case in cases_of(plugin, rule)]


def expected_outcomes(rule: Rule) -> list[set[str]]:
    """The outcomes that a rule can have; of each set it needs a case for one or more."""
    severities = {limit.strength.severity for argument in rule.parameters for limit in argument.limits}
    if rule.judges and not rule.facts:
        severities.add(rule.strength.severity)
    needed = [{severity} for severity in sorted(severities)] + [{"clean"}]
    if rule.facts and rule.strength is Strength.MUST:
        needed += [{"proceed"}, {"stop", "not-yet"}, {"refer"}]
    elif rule.facts:
        needed += [{"proceed"}, {"note"}]
    return needed


def template_findings(package: str, on: date = DAY) -> list[str]:
    """What is wrong with the template of a plugin on a day, one sentence each; empty where it has none.

    Raises:
        AssertionError: where the file is not there, or is no programme of this sector alone.
    """
    plugin = plugin_of(package)
    try:
        source = template_of(plugin)
        plugins = Plugins(tuple(sorted({*find_plugins(), plugin.found})))
        report = None if source is None else validate(source, str(plugin.sector.template), plugins, on)
    except (UnusablePluginError, CannotJudgeError) as problem:
        raise AssertionError(str(problem)) from None
    if report is None:
        return []
    named = report.programme.programme
    assert named.sectors == (plugin.found.name,), f"{plugin.sector.template} names its own sector alone"  # noqa: S101
    stated = {key: getattr(named, key) is not None for key in ("name", "settings", "nation")}
    return [
        *(f"state {key} in [programme]" for key, there in stated.items() if not there),
        *(f"{finding.rule}: {finding.message}" for finding in report.findings),
    ]


def missing_cases(package: str) -> list[str]:
    """What is missing among the cases of a plugin, one sentence each; empty where every outcome has a case."""
    plugin = plugin_of(package)
    told = []
    for rule in plugin.rules:
        have = {case.outcome for case in cases_of(plugin, rule)}
        for wanted in expected_outcomes(rule):
            if not wanted & have:
                either = " or ".join(sorted(wanted))
                told.append(f"{rule.id} can end in {either}: add cases/{rule.id}/{sorted(wanted)[0]}-<why>.toml")
    known = {rule.id for rule in plugin.rules}
    folder = File(str(import_module(package).__file__)).parent / "cases"
    folders = sorted(folder.iterdir()) if folder.is_dir() else []
    told += [f"cases/{entry.name}: there is no such rule" for entry in folders if entry.name not in known]
    return told
