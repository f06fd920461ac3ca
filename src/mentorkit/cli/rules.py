"""mentorkit rules: which rules there are."""

import click

from mentorkit.cli.complete_names import sector_names as sector_names
from mentorkit.cli.options import OneOfWords, debug_option, format_option, say, style

_STAGES = ["screening", "training", "matching", "supervision", "graduation", "outcomes"]
_SEVERITY = {"must": "error", "should": "warning", "caution": "advice"}


@click.command(
    epilog="""\b
Examples:
  mentorkit rules
  mentorkit rules --sector substance --stage screening
  mentorkit rules --for start
  mentorkit rules --strength must --format json
  mentorkit rules --evidence"""
)
@click.option(
    "--sector",
    "sectors",
    multiple=True,
    shell_complete=sector_names,
    help="Only rules of this sector. You can give several.",
)
@click.option("--stage", type=OneOfWords(_STAGES), help="Only rules of this stage.")
@click.option("--strength", type=OneOfWords(list(_SEVERITY)), help="Only rules of this strength.")
@click.option("--for", "part", type=OneOfWords(["start"]), help="Only rules that a programme keeps before it starts.")
@click.option("--evidence", is_flag=True, help="Instead of the rules, say how much of the evidence they encode.")
@format_option
@debug_option
def rules(
    sectors: tuple[str, ...], stage: str | None, strength: str | None, part: str | None, evidence: bool, form: str
) -> None:
    """List the rules of all installed plugins, or some of them."""
    if evidence:
        _say_evidence(form)
        return
    from mentorkit.registry.load import Plugins, UnusablePluginError
    from mentorkit.registry.rulebook_of import rulebook_of
    from mentorkit.validation.safe_to_start import is_for_start

    plugins = Plugins()
    if sectors:
        try:
            chosen = [plugins.plugin(found) for found in plugins.required(sectors)]
        except UnusablePluginError as unusable:
            raise click.UsageError(str(unusable)) from None
    else:
        chosen, broken = plugins.usable()
        for problem in broken:
            click.echo(f"left out: {problem}", err=True)
    books = [rulebook_of({plugin.found.name: plugin.sector}, plugin.rules) for plugin in chosen]
    wanted = [
        (rule, book)
        for book in books
        for rule in book.rules
        if (stage is None or (rule.area.stage is not None and rule.area.stage.value == stage))
        and (strength is None or rule.strength.name.lower() == strength)
        and (part is None or is_for_start(rule))
    ]
    if form == "json":
        from mentorkit.reports.findings_json import JSON_VERSION, rule_data, to_json
        from mentorkit.testing import cases_of

        by_name = {plugin.found.name: plugin for plugin in chosen}
        cases = {rule.id: cases_of(by_name[rule.owner], rule, book) for rule, book in wanted}
        data = [
            {
                **rule_data(rule, book),
                "cases": [{"outcome": case.outcome, "why": case.why} for case in cases[rule.id]],
            }
            for rule, book in wanted
        ]
        say(to_json({"version": JSON_VERSION, "rules": data}))
        return
    for rule, _ in wanted:
        label = rule.strength.name.lower()
        say(f"{rule.id}  {style(f'{label:<7}', _SEVERITY[label])}  {rule.area.table:<11}  {rule.name}\n")
    many, which = ("1 rule", "it") if len(wanted) == 1 else (f"{len(wanted)} rules", "one")
    say(f"{many}; 'mentorkit explain {wanted[0][0].id}' explains {which}\n" if wanted else "no rules\n")


def _say_evidence(form: str) -> None:
    """The coverage of the evidence by each kind of row, with what installed plugins bring of their own."""
    from mentorkit.registry.load import Plugins
    from mentorkit.reports.evidence import COUNTED_BY, EvidenceError, coverage, evidence, evidence_of, merged_rows
    from mentorkit.reports.findings_json import JSON_VERSION, to_json

    rows = evidence()
    usable, broken = Plugins().usable()
    left_out = [str(problem) for problem in broken]
    for plugin in usable:
        try:
            rows = merged_rows(rows, evidence_of(plugin))
        except EvidenceError as problem:
            left_out.append(str(problem))
    for reason in left_out:
        click.echo(f"left out: {reason}", err=True)
    counted = {title: coverage(rows, kind) for title, kind in COUNTED_BY.items()}
    if form == "json":
        data = {
            title: [{"name": found.name, "encoded": found.encoded, "rows": found.rows} for found in kinds]
            for title, kinds in counted.items()
        }
        say(to_json({"version": JSON_VERSION, "coverage": data}))
        return
    for title, kinds in counted.items():
        say(f"{style(f'{title:<32} encoded  rows', 'strong')}\n")
        for found in kinds:
            say(f"  {found.name:<30} {found.encoded:>7} {found.rows:>5}  {found.share:>5}\n")
        say("\n")
    say("docs/evidence.csv says what became of each row; so does evidence.csv in plugins that have one\n")
