"""Writes the pages that are made from the code, the rules and the examples; `tests/test_docs.py` holds them fresh."""

import csv
import runpy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs

from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.core.finding import FindingKind
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.editor.schema import schema_of
from mentorkit.programme.formats import FORMATS, in_which_format
from mentorkit.programme.key import KEY, MORE, DeclaredKey, field_to_key, is_in_file
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import dotted
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import ways_in_words
from mentorkit.registry.load import Plugin, Plugins
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.reports.counts import counts_text
from mentorkit.reports.evidence import COUNTED_BY, coverage, evidence
from mentorkit.reports.findings_json import to_json
from mentorkit.testing import RuleCase, cases_of, telling_cases
from mentorkit.text.values_in_text import spoken_by_day
from mentorkit.text.words import in_words, listed
from mentorkit.toml.structure import programme_data
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate

ROOT = Path(__file__).parent.parent
EVIDENCE = ROOT / "docs" / "why" / "evidence.md"
DAY = date(2026, 11, 22)
"""The date of the checks whose results the pages show."""

FILE_FORMAT = f"""# The file format

A programme is one TOML file in UTF-8. This page lists every key; it is generated from the code that reads them.
You may leave out everything except `format` and `programme.sectors`: what a design does not say yet is *not settled*,
and `mentorkit validate` says which rules need it.

- **`format = {FORMATS[-1]}`** comes first, before every table. A file of format 1 is read too, and judged as before;
  `mentorkit upgrade` writes it in the newest format.
- **A length of time** is a number and a unit in quotes: `"14 days"`, `"8 weeks"`, `"3 months"`, `"1 year"`,
  `"40 hours"`, `"90 minutes"`. A bare number is an error. Hours are time spent and weeks are time passed; neither is
  converted into the other. What a design plans is compared as people round: `"26 weeks"` are `"6 months"`,
  and `"12 weeks"` or `"90 days"` are `"3 months"`. What somebody needs before they take part is counted to the day.
- **A date** is written year-month-day, without quotes: `2027-03-31`.
- **A range** can stand where a number or a length of time does, if that is what you know: `{{ from = 4, to = 5 }}`,
  `{{ about = 350 }}`, `{{ at_least = 11 }}`, `{{ at_most = 20 }}`, or `{{ from = "1 hour", to = "4 hours" }}`. See
  [ranges](ranges.md) for how it is read. Format 1 has none, and lists of numbers or lengths of time have none.
- **An empty list** is a statement; a missing key is not.
- **A name of your own** for an entry of a list that may go on, or for a measure, is written in format 2 as
  `{{ is = "wellness plan", called = "WRAP" }}`: rules read `is`, and messages show `called`. In `programme.settings`,
  `for_whom.who` and `training.given`, `{{ is = "other", called = "sports club" }}` is none of the values listed. Rules
  about settings wait until you give the value that it is another name for, or name the list in `file.complete`.
- **A document** in `governance.documents` can be a table that says more than its name, in format 2:
  `{{ is = "boundaries policy", owner = "coordinator", reviewed_on = 2026-09-01, review_every = "1 year" }}`.
- **A list names some of what the programme has.** What it lacks is not settled until `file.complete` names the list,
  and falls short from then on. A list of tables, such as `staff` or `network.links`, is complete with the lists in it.
  Lists that decide which rules apply, such as `settings` and `works_with`, say what is so. In format 1 every list is
  complete.
- **An entry of a list is recognised as you write it**: capitals, hyphens, "&" for "and", plurals and US spelling do not
  count. Other words for it that its key declares are read as the entry too, and so are kinds of it: "panel interview"
  is an "interview". Messages show your words. What is only close to one of them is asked about.
- **Values are never converted**: `"false"` is not false, `"abc"` is not a list, `"7"` is not 7.
- **An unknown key** is an error, which suggests the one that was probably meant.
- **A sector's own keys** are under the table that they belong to, in one table for each sector, such as
  `[screening.substance]`. They are listed at the end of this page, with their rules.
- **The range** after a number or a length of time is wide. A value outside it is allowed, but look at it again.
- **What to ask** is a question for the people who know, as it stands; **decide it** says by when it has to be settled.
- **`collects`** lists, at each stage, the facts that the programme asks for. `mentorkit facts` says which are needed,
  and which are asked although no rule uses them.
"""

SHEETS = {
    "screening": "applicants",
    "training": "trainees",
    "matching": "pairs",
    "supervision": "mentors",
    "graduation": "graduates",
    "outcomes": "reviews",
}
"""The sheet of each stage, beside a complete programme."""


def pages() -> dict[Path, str]:
    """Every generated page, by its place."""
    plugins = Plugins()
    sectors = [plugins.plugin(found) for found in plugins.found]
    made = {ROOT / "docs" / "file-format.md": _file_format(sectors)}
    every_rule = plugins.rulebook(plugin.found.name for plugin in sectors)
    made[ROOT / "docs" / "programme.schema.json"] = to_json(schema_of(every_rule))
    for plugin in sectors:
        made[ROOT / "docs" / "rules" / f"{plugin.found.name}.md"] = _rules_page(plugin)
    made[ROOT / "examples" / "README.md"] = _examples_page(plugins)
    made[EVIDENCE] = _evidence_page(sectors)
    for maker in ("commands.py", "pictures.py", "places.py"):
        made |= runpy.run_path(str(Path(__file__).with_name(maker)))["pages"]()
    return made


def _book(plugin: Plugin) -> Rulebook:
    return rulebook_of({plugin.found.name: plugin.sector}, plugin.rules)


def _file_format(sectors: list[Plugin]) -> str:
    parts = [FILE_FORMAT]
    for name, field in attrs.fields_dict(Programme).items():
        if not is_in_file(field):
            continue
        type_ = stated_type(field.type)
        many = get_origin(type_) is tuple
        parts.append(_table(get_args(type_)[0] if many else type_, f"[[{name}]]" if many else f"[{name}]"))
    for plugin in sectors:
        parts += _own_keys(plugin)
    return "\n".join(parts) + "\n"


def _table(type_: Any, header: str) -> str:
    about = " ".join((type_.__doc__ or "").split()).removeprefix(f"{header}: ").rstrip(".")
    about = in_which_format((header.strip("[]"),), about)
    lines = [f"\n## `{header}`\n", f"{about[0].upper()}{about[1:]}.\n", f"| key | value | {_COLUMNS} |"]
    lines.append("|---|---|---|---|---|---|")
    nested = []
    for name, field in attrs.fields_dict(type_).items():
        kind = stated_type(field.type)
        inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
        declared = field.metadata[KEY].in_words({})
        words = _kind(kind, declared)
        if attrs.has(inner) and "table" in words:
            within = f"{header.strip('[]')}.{field_to_key(name)}"
            heading = f"[[{within}]]" if get_origin(kind) is tuple else f"[{within}]"
            nested.append(_table(inner, heading))
            words = f"{words}, see `{heading}`"
        if more := field.metadata.get(MORE):
            within = f"{header.strip('[]')}.{field_to_key(name)}"
            nested.append(_table(more, f"{{ is = …, … }} in {within}"))
            words = f"{words}, or tables, see `{{ is = …, … }} in {within}`"
        described = in_which_format((header.strip("[]"), field_to_key(name)), declared.description)
        about_key = _about(attrs.evolve(declared, description=described))
        lines.append(f"| `{field_to_key(name)}` | {words} | {about_key} |")
    return "\n".join([*lines, *nested])


_COLUMNS = "what it is | what to ask | decide it | example"


def _kind(kind: Any, declared: DeclaredKey) -> str:
    """What a key takes, and the range in which a value is plausible."""
    return f"{kind_in_words(kind)}, {declared.range_in_words}" if declared.plausible else kind_in_words(kind)


def _about(declared: DeclaredKey) -> str:
    """What a key is, what to ask about it, by when to decide it, and an example, as cells of a table."""
    decide_by = declared.decide_by.value if declared.decide_by else ""
    ways = f" ({ways_in_words(declared.ways)})" if declared.ways else ""
    return f"{declared.description}{ways} | {declared.question} | {decide_by} | `{declared.example}`"


def _own_keys(plugin: Plugin) -> Iterator[str]:
    """The keys that a sector has of its own."""
    book = _book(plugin)
    own = sorted((path, users) for path, users in book.parameters.items() if path in book.sector_keys)
    if own:
        yield f"\n## Keys of the sector {plugin.found.name}: {plugin.sector.title}"
    table = None
    for path, users in own:
        if path[:2] != table:
            table = path[:2]
            yield f"\n### `[{table[0]}.{table[1]}]`\n"
            yield f"| key | value | {_COLUMNS} | rules |\n|---|---|---|---|---|---|---|"
        declared = book.key(path).in_words(book.words)
        rules = ", ".join(dict.fromkeys(rule.id for rule, _ in users))
        kind = _kind(book.sector_keys[path], declared)
        yield f"| `{path[2]}` | {kind} | {_about(declared)} | {rules} |"


def _rules_page(plugin: Plugin) -> str:
    """All rules of a plugin: a table, and a section for each."""
    book, sector = _book(plugin), plugin.sector
    lines = [
        f"# The rules of {sector.title} ({sector.prefix})\n",
        f"Edition {sector.edition}, {len(book.rules)} rules; generated from the rules themselves.\n",
        "| rule | what it says | strength | about |\n|---|---|---|---|",
    ]
    for rule in book.rules:
        strength = f"{rule.strength.name.lower()} ({rule.strength.severity})"
        lines.append(f"| [{rule.id}](#{rule.id.lower()}) | {rule.name} | {strength} | {rule.area.table} |")
    for rule in book.rules:
        lines += _rule_section(rule, book, list(cases_of(plugin, rule)))
    return "\n".join(lines) + "\n"


def _rule_section(rule: Rule, book: Rulebook, cases: list[RuleCase]) -> Iterator[str]:
    yield f'\n## <a id="{rule.id.lower()}"></a>{rule.id}: {rule.name}\n'
    notes = [f"**{rule.strength.name.lower()}**"]
    if rule.applies is not None:
        notes += [f"applies {in_words(rule.applies.words, book.words)}"]
        notes += [f"what is not stated counts as no ({why})" for why in rule.applies.assumptions]
    notes += filter(None, (ways_in_words(rule.ways), rule.days.words))
    notes += ["a case that does not meet it is referred to a person"] if rule.refers else []
    notes += [] if rule.waivable else ["cannot be waived"]
    notes += [f"asked since {rule.asked_since}"] if rule.asked_since else []
    yield "; ".join(notes) + f". {rule.reason}\n"
    for argument in rule.parameters:
        was = f" (was called `{argument.declared.was}`)" if argument.declared.was else ""
        ways = f" ({ways_in_words(argument.ways)})" if argument.ways else ""
        optional = "; it may be left out" if argument.optional else ""
        path = dotted(rule.path(argument))
        yield f"- In the file: `{path}`{was}, {book.describe(rule, argument)}{ways}{optional}"
        for limit in argument.limits:
            yield f"  - {limit.phrase_and_days(argument.type)}"
    for argument in rule.facts:
        was = f" (was called `{argument.declared.was}`)" if argument.declared.was else ""
        kind = kind_in_words(argument.type)
        ways = f" ({ways_in_words(argument.ways)})" if argument.ways else ""
        question = f": *{asked}*" if (asked := book.question(argument.name)) else ""
        yield f"- Of a person: `{argument.name}` ({kind}){was}, {book.describe(rule, argument)}{ways}{question}"
    for name, table in rule.tables.items():
        yield f"- By the day: `{name}` is {spoken_by_day(table)}"
    if rule.searches:
        looked_at = [f"`{dotted(path)}`" for path in rule.looked_at]
        yield f"- It searches the design{f': {listed(looked_at)}' if looked_at else ''}."
    for source in rule.all_sources:
        place = f": {source.place}" if source.place else ""
        dated = ", ".join(filter(None, (source.edition, str(source.year or ""))))
        title = f"[{source.title}]({source.address}){f' ({dated})' if dated else ''}"
        yield f"- Source: {source.author}, {title}{place} *({source.evidence.value}; {source.standing})*"
    yield f"- Review: {rule.review_in_words}"
    yield f"- Cases: {', '.join(f'{case.answer().called} ({case.why})' for case in cases)}"
    for case in telling_cases(cases):
        answer = case.answer()
        yield f"\n**{answer.called.capitalize()}**: {case.why}." + (f" *{answer.message}*" if answer.message else "")
        for heading, toml in case.written:
            yield f"\n{heading.capitalize()}:\n\n```{'toml' if heading == 'in the file' else 'text'}\n{toml}\n```"


def _examples_page(plugins: Plugins) -> str:
    """One table of all examples, with what validate says of each."""
    complete: list[tuple[Path, Report]] = []
    documented: list[tuple[Path, Report]] = []
    of_ways: list[tuple[Path, Report]] = []
    for file in sorted((ROOT / "examples").rglob("*.toml")):
        place = file.relative_to(ROOT / "examples")
        if place.parts[0] == "plugins":
            continue
        folder = ProgrammeFiles().folder_of(str(file))
        report = validate(file.read_bytes(), place.as_posix(), plugins, DAY, folder=folder)
        {"documented": documented, "ways": of_ways}.get(place.parts[0], complete).append((place, report))
    lines = [
        "# Examples\n",
        f"What `mentorkit validate --on {DAY}` says about each. `tests/golden/` has a line for each finding.",
        "Generated.\n",
        "**Complete** programmes are designs that a service could start from; a comment marks every value that the",
        "source does not give as the example's own choice. **Documented** programmes hold only what their source says.",
        "What the source leaves open, and what its lists do not name, a service would have to settle first.\n",
        "Those at workplaces are with [the sector from outside](plugins/workplace/README.md) that judges them.\n",
        "## Complete\n",
        "| programme | sectors | values stated | what `validate` says |\n|---|---|---|---|",
    ]
    for place, report in complete:
        lines.append(f"| {_link(place, report)} | {_sectors(report)} | {_values(report)} | {counts_text(report)} |")
    lines += _people()
    lines += [
        "\n## For one way of support\n",
        "Made-up programmes with made-up people, to run [a way of support](../docs/ways.md) through its stages.\n",
        "| programme | sectors | values stated | what `validate` says |\n|---|---|---|---|",
    ]
    for place, report in of_ways:
        lines.append(f"| {_link(place, report)} | {_sectors(report)} | {_values(report)} | {counts_text(report)} |")
    lines += [
        "\n## Documented\n",
        *_texts(),
        "| programme | sectors | what the source states | what `validate` says |",
        "|---|---|---|---|",
    ]
    for place, report in documented:
        own = ProgrammeFiles().open(str(ROOT / "examples" / place)).own  # and not what a larger service states
        answer = f"../tests/golden/examples/{place.with_suffix('.txt').as_posix()}"
        said = f"[{counts_text(report)}]({answer})"
        lines.append(f"| {_link(place, report)} | {_sectors(report)} | {_stated(own)} | {said} |")
    lines.append("\n## Where a documented programme conflicts with a rule that is a MUST\n")
    conflicts = [
        f"| {_link(place, report)} | {finding.rule} | {finding.message} | {'; '.join(map(str, finding.sources))} |"
        for place, report in documented
        for finding in report.findings
        if finding.severity == "error" and finding.kind is not FindingKind.NOT_SETTLED
    ]
    if conflicts:
        lines.append(
            "| programme | rule | what the programme states, and what the rule asks | source it conflicts with |"
        )
        lines += ["|---|---|---|---|", *conflicts]
    else:
        lines.append("None does, in what its source states.")
    return "\n".join(lines) + "\n"


def _people() -> Iterator[str]:
    """The sheets about made-up people beside the complete programmes, with what decide says of each."""
    yield "\n## People\n"
    yield "Sheets about made-up people, beside the complete programmes; their ids belong to nobody. `mentorkit facts"
    yield "PROGRAMME --template STAGE -o FILE` writes an empty one, and one that explains its columns. This is what"
    yield f"`mentorkit decide STAGE PROGRAMME SHEET --on {DAY}` says about each:\n"
    yield "| sheet | stage | what it says |\n|---|---|---|"
    for folder in sorted((ROOT / "examples").glob("*/people")):
        answer = Path("tests/golden/decisions", f"{folder.parent.name}.txt")
        lines = (ROOT / answer).read_text(encoding="utf-8").splitlines()
        summaries = dict(line.split(": ") for line in lines if not line.startswith(" "))
        for stage, sheet in SHEETS.items():
            place = f"{folder.parent.name}/people/{sheet}.csv"
            yield f"| [{place}]({place}) | {stage} | [{summaries[stage]}](../{answer.as_posix()}) |"
    yield "\nWhat was measured of them (`mentorkit outcomes PROGRAMME SHEET`), and who could be matched with whom"
    yield f"(`mentorkit match PROGRAMME MENTORS MENTEES --on {DAY}`):\n"
    yield "| sector | measured | matching |\n|---|---|---|"
    for folder in sorted((ROOT / "examples").glob("*/people")):
        sector = folder.parent.name
        measured = f"[sheet]({sector}/people/measures.csv), [answer](../tests/golden/outcomes/{sector}.txt)"
        sides = ", ".join(f"[{side}]({sector}/matching/{side}.csv)" for side in ("mentors", "mentees"))
        yield f"| {sector} | {measured} | {sides}, [answer](../tests/golden/matching/{sector}.txt) |"


def _texts() -> Iterator[str]:
    """What the marks beside the values of documented programmes mean, and which texts they name."""
    yield "A comment beside each value says where it is from: `# S3:412` is line 412 of a text below, `# W1` another"
    yield "work, which the head of the file names, and `# ours: why` is what no text says. Words of ours follow a"
    yield "semicolon. The texts are not copied here. Who has them in plain text can look the values up in them:"
    yield "`MENTORKIT_TEXTS=FOLDER pytest tests/test_documented.py`.\n"
    yield "| text | lines | work | SHA-256 of the text, and its lines in all |\n|---|---|---|---|"
    with (ROOT / "tests/data/texts.csv").open(encoding="utf-8", newline="") as sheet:
        for row in csv.DictReader(sheet):
            work = f"{row['title']} ([{row['author']}]({row['address']}))"
            yield f"| {row['text']} | {row['first']} to {row['last']} | {work} | `{row['sha256']}`, {row['lines']} |"
    yield ""


def _link(place: Path, report: Report) -> str:
    return f"[{report.programme.programme.name}]({place.as_posix()})"


def _sectors(report: Report) -> str:
    return ", ".join(report.programme.programme.sectors or ()) or "none"


def _values(report: Report) -> int:
    return _count(programme_data(report.programme)) - 1  # the format is no statement


def _count(data: Any) -> int:
    if isinstance(data, dict):
        return sum(_count(value) for value in data.values())
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return sum(_count(entry) for entry in data)
    return 1


def _stated(programme: Programme) -> str:
    """The tables of which a design states something, with how many values in each; a list of texts is one."""
    data = programme_data(programme)
    tables = (
        f"{name} ({_count({key: value for key, value in table.items() if key not in ('name', 'sectors')})})"
        if isinstance(table, dict)
        else f"{name} ({_count(table)})"
        for name, table in data.items()
        if name != "format"
    )
    return ", ".join(table for table in tables if not table.endswith("(0)"))


def _evidence_page(sectors: list[Plugin]) -> str:
    """The page on evidence, with its tables of the rules and of the evidence that they encode."""
    text = EVIDENCE.read_text(encoding="utf-8")
    start, end = "<!-- rules: generated -->\n", "<!-- rules: end -->"
    before, rest = text.split(start)
    table = ["| sector | rules | page |", "|---|---|---|"]
    for plugin in sectors:
        page = f"../rules/{plugin.found.name}.md"
        table.append(f"| {plugin.sector.title} | {len(plugin.rules)} | [{plugin.sector.prefix}]({page}) |")
    rows = evidence()
    table += ["", "| evidence from | rows | encoded |", "|---|---|---|"]
    table += [f"| {found.name} | {found.rows} | {found.share} |" for found in coverage(rows, COUNTED_BY["sector"])]
    checkable = [row for row in rows if row.check in "DR"]
    encoded = sum(1 for row in checkable if row.rules)
    table.append(
        f"\nOf the {len(checkable)} rows that can be checked in a design or in records, {encoded} are encoded "
        f"({100 * encoded / len(checkable):.1f} %). `mentorkit rules --evidence` counts them in other ways."
    )
    return before + start + "\n".join(table) + "\n" + end + rest.split(end)[1]


if __name__ == "__main__":
    for page, text in pages().items():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
