"""How much there is of what, in words: to put right, to decide, worth deciding; and whether it is safe to start."""

from collections.abc import Iterable, Mapping

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.key import DecideBy
from mentorkit.reports.report_writer import Tally
from mentorkit.reports.style import Layout
from mentorkit.text.words import listed, visible
from mentorkit.validation.file_checks import OLDER_FORMAT
from mentorkit.validation.open_point import is_open
from mentorkit.validation.other_nation import no_law_is_checked
from mentorkit.validation.report import Report, is_unconfirmed
from mentorkit.validation.safe_to_start import TO_CONFIRM, for_start, open_for_start, start_findings
from mentorkit.validation.when_to_decide import decide_by


def counts_text(report: Report) -> str:
    """How much there is to put right and to decide, how much is set aside or new."""
    unconfirmed = report.unconfirmed
    total = {severity: report.count(severity) for severity in SEVERITIES}
    open_ = {severity: report.count(severity, FindingKind.NOT_SETTLED) for severity in SEVERITIES}
    for finding in unconfirmed:
        total[finding.severity] -= 1 + finding.more
        open_[finding.severity] -= 1 + finding.more
    complete = bool(unconfirmed) and not (total["error"] or total["warning"])
    counts = ["complete"] if complete else _in_words(total, open_)
    counts += [f"{values_in_words(number_of(unconfirmed))} not confirmed"] if unconfirmed else []
    counts += [f"{total['advice']} to consider"] if complete and total["advice"] else []
    for in_baseline, where in ((False, "waived"), (True, "in the baseline")):
        hidden = report.hidden(in_baseline=in_baseline)
        counts += [f"{hidden} {where}"] if hidden else []
    counts += [f"{report.newly_asked} newly asked"] if report.newly_asked else []
    return ", ".join(counts)


def unconfirmed_text(report: Report, layout: Layout) -> str:
    """How many values of a template nobody has confirmed, how to see them and what to do."""
    found = report.unconfirmed
    musts = number_of(finding for finding in found if for_start(finding, report.rulebook))
    heading, file = layout.style("Not confirmed", "strong"), visible(report.document.name)
    needed = f"; a safe start needs {musts} of them confirmed" if musts else ""
    count = f"{values_in_words(number_of(found))} from a template{needed}"
    how = f"--show not-confirmed lists them; 'mentorkit confirm {file}' shows and confirms them"
    return "\n".join([layout.fold("", f"{heading}: {count}", 2), layout.fold("  ", how)])


def values_in_words(count: int) -> str:
    """How many values there are, such as "61 values"."""
    return f"{count} value{'' if count == 1 else 's'}"


def tally_text(tally: Tally) -> str:
    """The same of all files together, and how many files were not judged."""
    total, open_ = ({each: of[each] - tally.unconfirmed[each] for each in of} for of in (tally.counts, tally.open))
    counts = _in_words(total, open_)
    unconfirmed = sum(tally.unconfirmed.values())
    counts += [f"{values_in_words(unconfirmed)} not confirmed"] if unconfirmed else []
    counts += [f"{tally.waived} waived"] if tally.waived else []
    counts += [f"{tally.newly_asked} newly asked"] if tally.newly_asked else []
    return ", ".join([*counts, *([f"{tally.not_judged} not judged"] if tally.not_judged else [])])


def _in_words(total: Mapping[str, int], open_: Mapping[str, int]) -> list[str]:
    """How many findings are to be put right, decided or considered, by severity; those of them that are open."""
    binding = {
        "to put right": total["error"] - open_["error"],
        "worth putting right": total["warning"] - open_["warning"],
        "to decide": open_["error"],
        "worth deciding": open_["warning"],
    }
    counts = [f"{count} {words}" for words, count in binding.items() if count]
    consider = [f"{total['advice']} to consider"] if total["advice"] else []
    return [*(counts or ["nothing to put right or to decide"]), *consider]


def start_text(report: Report) -> str:
    """Whether it is safe to start and, if so, whether the design is complete; empty where that was not looked at.

    It never says more than was judged: not where something could not be read, where no law is checked, or where a
    baseline hides what is open.
    """
    if report.part == "network":
        return ""
    if in_the_way := open_for_start(report):
        return f"not safe to start yet: {listed(_in_the_way(report, in_the_way))}"
    said = "safe to start"
    if waived := sum(1 + finding.more for finding in start_findings(report) if finding.waived):
        said += f" with {waived} waived"
    if no_law_is_checked(report.programme):
        said += ", as far as rules know without the law"
    if report.part == "start":
        return f"{said}; this does not say whether the design is complete"
    binding = (each for each in report.findings if each.severity != "advice" and not is_unconfirmed(each))
    rest = [finding for finding in binding if not finding.waived or finding.in_baseline]
    if not rest:
        return f"{said}; complete"
    total = {each: number_of(found for found in rest if found.severity == each) for each in SEVERITIES}
    undecided = list(filter(is_open, rest))
    open_ = {each: number_of(found for found in undecided if found.severity == each) for each in SEVERITIES}
    return f"{said}; not complete: {listed(_in_words(total, open_))}"


def _in_the_way(report: Report, findings: list[Finding]) -> list[str]:
    """What is in the way of a safe start: to put right, to decide by when, and to confirm."""
    confirm = [finding for finding in findings if finding.rule in TO_CONFIRM]
    decide = [finding for finding in findings if is_open(finding) and finding.rule not in TO_CONFIRM]
    right = number_of(findings) - number_of(confirm) - number_of(decide)
    parts = [f"{right} to put right"] if right else []
    verb = " to decide"
    for when in DecideBy:
        if count := number_of(each for each in decide if decide_by(each, report.rulebook) is when):
            parts.append(f"{count}{verb} {when.value}")
            verb = ""
    return [*parts, *([f"{number_of(confirm)} to confirm"] if confirm else [])]


def number_of(findings: Iterable[Finding]) -> int:
    """How many there are, with those that are only counted."""
    return sum(1 + finding.more for finding in findings)


def findings_summary(report: Report, layout: Layout) -> str:
    """How much there is of what, whether it is safe to start, and whose rules were applied; what nobody could ask."""
    tally = Tally()
    tally.add(report)
    result = layout.style(f"{visible(report.document.name)}: {counts_text(report)}", worst_style(tally))
    start = layout.style(_sentence(start_text(report)), "strong")
    older = [finding.message for finding in report.findings if finding.rule == OLDER_FORMAT]
    said = [visible(message) for message in (no_law_is_checked(report.programme), *older)]
    return "\n".join(layout.fold("", line) for line in (result, start, rules_text(report), *said) if line)


def worst_style(tally: Tally) -> str:
    """The style of the worst there is: what is to be decided has that of a warning."""
    to_decide = tally.open["error"]
    counts = {**tally.counts, "error": tally.counts["error"] - to_decide}
    counts["warning"] += to_decide
    return next((severity for severity in SEVERITIES if counts[severity]), "strong")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def rules_text(report: Report) -> str:
    """How many rules were applied, of which sectors in which edition."""
    sectors = ", ".join(f"{sector.title} ({sector.edition})" for sector in report.rulebook.sectors.values())
    applying = len(report.rulebook.rules_for(report.programme))
    larger = [visible(document.name) for document in report.larger]
    answered = f"; what the file does not state is read in {listed(larger)}" if larger else ""
    return f"{applying} of {len(report.rulebook.rules)} rules apply: {sectors}{answered}"
