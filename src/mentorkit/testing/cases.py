"""Cases: files that prove a rule and explain it.

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

A design is read as format 1, in which a list is all that there is, unless it states `format = 2`.

The outcomes of a design are clean, error, warning and advice; those of a case are proceed, note, not-yet, stop, refer.
"""

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path as File
from typing import Any

import attrs

from mentorkit.core.case_reading import Case, Decision, Outcome, decide
from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.programme.path import dotted
from mentorkit.programme.tables import Programme
from mentorkit.registry.find import FoundPlugin, find_plugins
from mentorkit.registry.load import LoadedPlugin, Plugin, ask_hooks, check_declarations
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written_list
from mentorkit.text.words import listed
from mentorkit.toml.structure import programme_data, read_programme
from mentorkit.validation.known_entries import own_open_lists
from mentorkit.validation.open_point import label

DESIGN_OUTCOMES = ("clean", "error", "warning", "advice")
CASE_OUTCOMES = tuple(outcome.words.replace(" ", "-") for outcome in Outcome)
CASE_DAY = date(2026, 1, 1)
"""The date of a case that names none."""


class CaseError(AssertionError):
    """A case that cannot be read, or that the rule answers in another way.

    Attributes:
        about: the case, such as "HSG101/error-too-soon".
        message: what is wrong.
        fix: what to do.
    """

    about: str
    message: str
    fix: str

    def __init__(self, about: str, message: str, fix: str) -> None:
        self.about = about
        self.message = message
        self.fix = fix
        super().__init__(f"{about}: {message}; {fix}")


@attrs.frozen
class CaseAnswer:
    """What a rule says about a case file.

    Attributes:
        outcome: one of those that file names begin with.
        message: what the rule says; empty where it says nothing.
        at: where in the design, as a dotted path.
        eligible_from: the day from which a person could go on.
        called: what people read of the outcome; what is only open is "to decide", and no error.
    """

    outcome: str
    message: str = ""
    at: str = ""
    eligible_from: date | None = None
    called: str = ""


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
        """The day on which the rule is asked.

        Raises:
            CaseError: where the file says something else than a date.
        """
        day = self.data.get("on", CASE_DAY)
        if type(day) is not date:
            raise CaseError(str(self), "its 'on' is no date", "write year-month-day without quotes, such as 2026-03-31")
        return day

    @property
    def programme(self) -> Programme:
        """The part of a programme that the case holds.

        Raises:
            CaseError: where it cannot be read.
        """
        programme, faults = read_programme(
            self.data.get("design", {}), self.book.sector_keys, own_open_lists(self.book)
        )
        for fault in faults:
            message = f"its design cannot be read: {dotted(fault.path)}: {fault.message}"
            raise CaseError(str(self), message, fault.fix or "write it as a programme does")
        return programme

    @property
    def is_readable(self) -> bool:
        """Whether the rule can be asked about it."""
        try:
            _ = self.on, self.programme
        except CaseError:
            return False
        return "facts" not in self.data or self.rule.area.stage is not None

    @property
    def written(self) -> list[tuple[str, str]]:
        """The case as a file and a record would hold it: headings, each with TOML."""
        import tomli_w  # only wanted where somebody looks at a case

        design = programme_data(self.programme)
        if design["format"] == 1:  # as a case is read that states none
            del design["format"]
        parts = (("in the file", design), (f"of a person, on {self.on}", self.data.get("facts")))
        return [(heading, tomli_w.dumps(data).strip()) for heading, data in parts if data]

    def decision(self) -> Decision:
        """What the rule says about the person of the case, which has facts.

        Raises:
            CaseError: where the rule asks no facts, or the case cannot be read.
        """
        stage = self.rule.area.stage
        if stage is None:
            fix = "take [facts] out, and put what the rule reads under [design]"
            raise CaseError(str(self), "it has facts, and the rule asks none", fix)
        return decide(self.book, self.programme, stage, Case(str(self), self.data["facts"]), self.on)

    def findings(self) -> list[Finding]:
        """What the rule says about the design of the case.

        Raises:
            CaseError: where the design cannot be read.
        """
        return read_design(self.book, self.programme, self.on)

    def answer(self) -> CaseAnswer:
        """What the rule says about it.

        Raises:
            CaseError: where the case cannot be read.
        """
        if "facts" in self.data:
            decision = self.decision()
            (verdict,) = decision.verdicts or (None,)
            message = verdict.message(show_values=True) if verdict else ""
            words = decision.outcome.words
            return CaseAnswer(words.replace(" ", "-"), message, "", decision.eligible_from, words)
        findings = self.findings()
        if not findings:
            return CaseAnswer("clean", called="clean")
        worst: Finding = max(findings, key=lambda finding: finding.strength)
        return CaseAnswer(worst.severity, worst.message, dotted(worst.path), called=label(worst))

    def check(self) -> None:
        """Asks the rule, and compares.

        Raises:
            CaseError: where the case cannot be read, or the answer is another than the file promises; it says what to
                change.
        """
        if unknown := sorted(set(self.data) - {"on", "design", "facts", "expect"}):
            message = f"a case has no {written_list(unknown, 'or')}"
            raise CaseError(str(self), message, "it can have on, [design], [facts] and [expect]; remove the rest")
        got, expected = self.answer(), self.data.get("expect", {})
        asked = [fact.name for fact in self.rule.facts]
        if strange := sorted(set(self.data.get("facts", {})) - set(asked)):  # it would count as not known
            message = f"its rule does not ask {written_list(strange, 'or')}{asks(did_you_mean(strange[0], asked))}"
            raise CaseError(
                str(self), message, f"write a fact that it asks ({written_list(asked, 'or')}), or remove it"
            )
        if crash := self._crash():
            raise CaseError(str(self), crash, "fix the rule, so that it answers here")
        if got.outcome != self.outcome:
            message = f'the rule says "{got.outcome}" ({got.message or "nothing"}), and the name of the file '
            raise CaseError(str(self), f'{message}promises "{self.outcome}"', "rename the file, or fix the rule")
        for name, answered, as_expected in (
            ("message", got.message, expected.get("message", "") in got.message),
            ("at", got.at, expected.get("at", got.at) == got.at),
            ("eligible_from", got.eligible_from, expected.get("eligible_from", got.eligible_from) == got.eligible_from),
        ):
            if not as_expected:
                message = f'its [expect] has {name} = "{expected[name]}", and the rule says "{answered}"'
                raise CaseError(str(self), message, "change the one that is wrong")

    def _crash(self) -> str:
        """How the rule failed to answer; empty where it did."""
        if "facts" in self.data:
            crashes = (verdict.unclear for verdict in self.decision().verdicts)
            return next((crash for crash in crashes if crash.startswith("the rule could not be applied")), "")
        return next((finding.message for finding in self.findings() if finding.kind is FindingKind.CRASHED), "")


def found_plugin(package: str) -> FoundPlugin:
    """A plugin by the name of its package, whether or not it is installed under an entry point."""
    installed = (found for found in find_plugins() if found.module == package)
    name = package.rpartition(".")[2].removeprefix("mentorkit_")
    return next(installed, FoundPlugin(name, package, package, "under test"))


def plugin_of(package: str) -> Plugin:
    """A plugin by the name of its package, whether or not it is installed under an entry point.

    Raises:
        UnusablePluginError: where it does not keep the contract.
    """
    return check_declarations(ask_hooks(LoadedPlugin(found_plugin(package), import_module(package))))


def folder_of(package: str) -> File:
    """Where a package lies."""
    return File(str(import_module(package).__file__)).parent


def case_files(plugin: Plugin, rule: Rule) -> list[File]:
    """The files with the cases of one rule, by name."""
    return sorted((folder_of(plugin.found.module) / "cases" / rule.id).glob("*.toml"))


def book_of(plugin: Plugin) -> Rulebook:
    """The rules of one plugin alone."""
    return rulebook_of({plugin.found.name: plugin.sector}, plugin.rules)


def read_case(book: Rulebook, rule: Rule, file: File) -> RuleCase:
    """The case of a rule that a file holds.

    Raises:
        CaseError: where its name does not begin with an outcome, or it is no TOML, or a part of it no table.
    """
    about = f"{rule.id}/{file.stem}"
    outcome = next((name for name in (*DESIGN_OUTCOMES, *CASE_OUTCOMES) if file.stem.startswith(f"{name}-")), None)
    if outcome is None:
        known = written_list((*DESIGN_OUTCOMES, *CASE_OUTCOMES), "or")
        raise CaseError(about, "its name does not begin with an outcome", f"begin it with {known}, and a hyphen")
    try:
        text = file.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except ValueError as problem:  # what is no UTF-8 too
        raise CaseError(about, f"it is not valid TOML: {problem}", "fix it there") from None
    for name in ("design", "facts", "expect"):
        if not isinstance(data.get(name, {}), dict):
            raise CaseError(about, f"its '{name}' is no table", f"write [{name}] above what belongs to it")
    why = file.stem.removeprefix(f"{outcome}-").replace("-", " ")
    return RuleCase(rule, outcome, why, data, book.with_only(rule), text)


def cases_of(plugin: Plugin, rule: Rule, book: Rulebook | None = None) -> Iterator[RuleCase]:
    """The cases of one rule, by file name.

    Args:
        plugin: that brings the rule.
        rule: in question.
        book: the rules of that plugin alone; put together here where left out.

    Raises:
        CaseError: for a file that is no case.
    """
    book = book or book_of(plugin)
    for file in case_files(plugin, rule):
        yield read_case(book, rule, file)


def with_rule(case: RuleCase, rule: Rule) -> RuleCase:
    """The same case of a changed rule, such as one whose function is watched."""
    return attrs.evolve(case, rule=rule, book=case.book.with_only(rule))


def telling_cases(cases: Iterable[RuleCase]) -> list[RuleCase]:
    """Of each reading the first case that passes and the first that does not."""
    chosen: dict[tuple[bool, bool], RuleCase] = {}
    for case in cases:
        chosen.setdefault(("facts" in case.data, case.outcome not in ("clean", "proceed")), case)
    return [case for _, case in sorted(chosen.items(), key=lambda kind: kind[0])]


def rule_cases(package: str) -> list[RuleCase]:
    """All cases of a plugin, for `pytest.mark.parametrize`.

    Raises:
        UnusablePluginError: where the plugin does not keep the contract.
        CaseError: for a file that is no case.
    """
    plugin = plugin_of(package)
    book = book_of(plugin)
    return [case for rule in plugin.rules for case in cases_of(plugin, rule, book)]


def expected_outcomes(rule: Rule) -> list[set[str]]:
    """The outcomes that a rule can have; of each set it needs a case for one or more."""
    severities = {limit.strength.severity for argument in rule.parameters for limit in argument.limits}
    if rule.has_function and not rule.facts:
        severities.add(rule.strength.severity)
    needed = [{severity} for severity in sorted(severities)] + [{"clean"}]
    if rule.refers:
        needed += [{"proceed"}, {"refer"}]
    elif rule.facts and rule.strength is Strength.MUST:
        needed += [{"proceed"}, {"stop", "not-yet"}, {"refer"}]
    elif rule.facts:
        needed += [{"proceed"}, {"note"}]
    return needed


def lacking_cases(plugin: Plugin) -> Iterator[tuple[Rule, list[str]]]:
    """The rules that lack a case, each with the outcomes of which it needs one."""
    for rule in plugin.rules:
        have = {file.name for file in case_files(plugin, rule)}
        for wanted in expected_outcomes(rule):
            if not any(name.startswith(f"{outcome}-") for name in have for outcome in wanted):
                yield rule, sorted(wanted)


def stray_cases(plugin: Plugin) -> list[str]:
    """The entries of the folder of cases that belong to no rule, by name."""
    folder = folder_of(plugin.found.module) / "cases"
    known = {rule.id for rule in plugin.rules}
    return sorted(entry.name for entry in folder.iterdir() if entry.name not in known) if folder.is_dir() else []


def no_cases(plugin: Plugin) -> list[str]:
    """What is in the folders of rules and is not a case, by name; files that systems hide are left alone."""
    folders = [folder_of(plugin.found.module) / "cases" / rule.id for rule in plugin.rules]
    entries = [entry for folder in folders if folder.is_dir() for entry in folder.iterdir() if entry.name[0] != "."]
    return sorted(f"{entry.parent.name}/{entry.name}" for entry in entries if entry.is_dir() or entry.suffix != ".toml")


def missing_cases(package: str) -> list[str]:
    """What is missing among the cases of a plugin, one sentence each; empty where every outcome has a case.

    Raises:
        UnusablePluginError: where the plugin does not keep the contract.
    """
    plugin = plugin_of(package)
    return [
        *(
            f"{rule.id} can end in {listed(wanted, 'or')}: add cases/{rule.id}/{wanted[0]}-<why>.toml"
            for rule, wanted in lacking_cases(plugin)
        ),
        *(f"cases/{name}: there is no such rule" for name in stray_cases(plugin)),
    ]
