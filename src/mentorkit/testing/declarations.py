"""What can be said of rules by looking at what they declare: that they load, their ids, cases and sources."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from mentorkit.core.rule import Rule
from mentorkit.core.source import Evidence, Source
from mentorkit.reports.evidence import FILE, EvidenceError, evidence_of
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import CaseError, RuleCase, lacking_cases, stray_cases
from mentorkit.testing.plugin_under_test import PluginUnderTest


def loads(subject: PluginUnderTest) -> Iterator[Advice]:
    """It can be imported and asked, and what it declares keeps the contract."""
    if subject.trouble and not any(ids(subject)):
        fix = "fix that first; nothing else can be looked at"
        yield Advice("loads", subject.troubled, subject.trouble.reason, fix)


def ids(subject: PluginUnderTest) -> Iterator[Advice]:
    """Ids begin with the sector's prefix, have the digit of their area, and are used once."""
    declared = [
        (hook, rule)
        for hook, answer in subject.answers.items()
        if isinstance(answer, list)
        for rule in answer
        if isinstance(rule, Rule)
    ]
    prefix = subject.sector.prefix if subject.sector else ""
    times = Counter(rule.id for _, rule in declared)
    for hook, rule in declared:
        place = subject.place(rule)
        if prefix and rule.id[:3] != prefix:
            fix = f"call it {prefix}{rule.id[3:]}, or the next number of the area that is free"
            yield Advice("ids", place, f"its id does not begin with {prefix}, the sector's prefix", fix)
        if rule.area.hook != hook:
            message = f"the digit {rule.area.number} of its id stands for {rule.area.table}, and {hook} returns it"
            yield Advice("ids", place, message, f"return it in {rule.area.hook}, or give it the digit of its area")
        if times[rule.id] > 1:
            fix = "give one of them the next number that is free; an id that was given up is not used again"
            yield Advice("ids", place, "another rule has the same id", fix)


def outcomes(subject: PluginUnderTest) -> Iterator[Advice]:
    """Every outcome that a rule can have is shown by a case."""
    for rule, wanted in lacking_cases(subject.plugin):
        message = f"it can end in {' or '.join(wanted)}, and no case shows that"
        yield Advice("outcomes", subject.place(rule), message, f"add cases/{rule.id}/{wanted[0]}-<why>.toml")
    for name in stray_cases(subject.plugin):
        yield Advice("outcomes", f"cases/{name}", "there is no such rule", "rename it after its rule, or take it out")


def cases(subject: PluginUnderTest) -> Iterator[Advice]:
    """Every case is answered as its file promises."""
    for case in subject.every_case:
        if advice := case_advice(case):
            yield advice


def case_advice(case: RuleCase | CaseError) -> Advice | None:
    """What to fix in one case, or None."""
    try:
        if isinstance(case, CaseError):
            raise case
        case.check()
    except CaseError as problem:
        return Advice("cases", f"cases/{problem.about}.toml", problem.message, problem.fix)
    return None


def sources(subject: PluginUnderTest) -> Iterator[Advice]:
    """Every source can be looked up, and says what kind of evidence it is; the evidence names rules that there are."""
    try:
        evidence_of(subject.plugin)
    except EvidenceError as problem:
        fix = "fix it there, so that 'mentorkit rules --evidence' can count it in"
        yield Advice("sources", subject.name(subject.folder / FILE), str(problem), fix)
    for rule in subject.plugin.rules:
        for source in rule.all_sources:
            for message, fix in _wrong_with(source):
                yield Advice("sources", subject.place(rule), message, fix)


def _wrong_with(source: Source) -> Iterator[tuple[str, str]]:
    named = f'the source "{source.title}"'
    try:
        address = urlsplit(source.address)
        found = address.scheme in ("http", "https") and "." in (address.hostname or "") and " " not in source.address
    except ValueError:
        found = False
    if not found:
        yield f"{named} has no address at which it can be read", "give it one that begins with https://"
    evidence: object = source.evidence  # whatever its author has written there
    if not isinstance(evidence, Evidence):
        known = ", ".join(f"Evidence.{kind.name}" for kind in Evidence)
        yield f"{named} does not say what kind of evidence it is", f"give it one of {known}"
