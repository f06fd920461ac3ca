"""What people read of one finding: what it is called, its place, what to do, and who says so.

What is not decided is never called an error: it is to decide.
"""

from typing import Any

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.entries import keys_of_name, name_of
from mentorkit.programme.network import Link
from mentorkit.programme.path import Path, Span, dotted
from mentorkit.programme.tables import Programme
from mentorkit.reports.citations import Citations
from mentorkit.reports.style import Layout, cells
from mentorkit.text.values_in_text import spoken
from mentorkit.text.words import shortened, visible
from mentorkit.toml.document import Document
from mentorkit.validation.open_point import label

_WIDEST = 110
"""Characters of a line of the file that an excerpt shows."""
_MOST_RULES = 4
"""Ids of rules that the line of an open point names; --format json names all of them."""


def excerpt(document: Document, span: Span, width: int | None = None) -> list[str]:
    """The line of the file, and a marker under the place."""
    widest = _WIDEST if width is None else max(20, min(_WIDEST, width - len("000000 | ")))
    text = document.line(span.line)
    start = max(0, min(span.column - 1 - widest // 2, len(text) - widest))
    shown = text[start : start + widest]
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    before = "".join("\t" if char == "\t" else " " * cells(char) for char in shown[: span.column - 1 - start])
    marked = shown[span.column - 1 - start : max(end - start, span.column - start)]
    number = f"{span.line:>6}"
    return [f"{number} | {shown}", f"{' ' * len(number)} | {before}{'^' * max(1, sum(map(cells, marked)))}"]


def rules_named(finding: Finding) -> str:
    """The ids of the rules that say so, and since when they do; of what is open not all, since the answer decides."""
    most = _MOST_RULES if finding.kind is FindingKind.NOT_SETTLED else len(finding.rules)
    shown, more = finding.rules[:most], len(finding.rules) - most
    new = f"; newly asked since {finding.newly_asked}" if finding.newly_asked else ""
    return f"{', '.join(shown)}{f' and {more} more' if more > 0 else ''}{new}"


def remedy(finding: Finding, citations: Citations, layout: Layout, before: str = "") -> list[str]:
    """What to do, and who says so; each line is indented further by what stands before it."""
    lines = labelled("do", finding.fix, layout, before)
    for number, source in enumerate(finding.sources):
        lines += labelled("source" if number == 0 else "", citations.cite(source), layout, before)
    for note in finding.notes:
        lines += labelled("note", note, layout, before)
    return lines


def labelled(name: str, text: str, layout: Layout, before: str = "") -> list[str]:
    """A line below a finding, such as what to do; nothing where there is nothing to say."""
    return [layout.fold(f"{before}       {name + ':' if name else '':<7} ", visible(text))] if text else []


def table_and_key(programme: Programme, path: Path) -> tuple[str, str]:
    """The table under which a finding stands, as the file writes it, and its key there; or the name of its entry.

    Examples:
        >>> from mentorkit.programme.network import Member, ReferralNetwork
        >>> from mentorkit.programme.preparation import Training
        >>> design = Programme(network=ReferralNetwork(members=(Member(id="clinic"),)))
        >>> places = ("network", "members", 0, "id"), ("network", "members", 0, "hours"), ("training", "topics", 2)
        >>> [table_and_key(design, path) for path in places]
        [('[[network.members]]', 'clinic'), ('network.members[0] (clinic)', 'hours'), ('[training]', 'topics[2]')]
        >>> table_and_key(Programme(training=Training(topics=("ethics",))), ("training", "topics", 0))
        ('[training]', 'topics "ethics"')
    """
    if len(path) < 2:
        return (f"[[{path[0]}]]", str(path[0])) if path else ("the file", "")
    around, last = path[:-1], path[-1]
    if isinstance(last, int):
        entry = programme.value(path)
        if (name := _name_in_words(entry)) and not isinstance(entry, str):
            return f"[[{dotted(around)}]]", name
        table, key = table_and_key(programme, around)
        return table, f'{key} "{name}"' if name else f"{key}[{last}]"
    if isinstance(around[-1], int):
        entry = programme.value(around)
        name = _name_in_words(entry)
        if name and last in keys_of_name(entry):
            return f"[[{dotted(around[:-1])}]]", name
        return f"{dotted(around)} ({name})" if name else dotted(around), last
    if around[-1] == "collects":
        return f"[{path[0]}] collects: facts to ask for", last
    return f"[{dotted(around)}]", last


def place_in_words(programme: Programme, path: Path) -> str:
    """A place of the file in one line; with the name of the entry of a list that it is in.

    Examples:
        >>> from mentorkit.programme.network import Link, ReferralNetwork
        >>> design = Programme(network=ReferralNetwork(links=(Link(from_="mentor", to="lead", kind="escalates"),)))
        >>> place_in_words(design, ("network", "links", 0, "within"))
        'network.links[0].within (mentor to lead)'
    """
    of_entry = [at for at in (path, path[:-1]) if at and isinstance(at[-1], int)]
    name = _name_in_words(programme.value(of_entry[0])) if of_entry else ""
    return f"{dotted(path)} ({name})" if name else dotted(path)


def _name_in_words(entry: Any) -> str:
    """What names an entry of a list, in words; empty where it is none or has no name yet."""
    if isinstance(entry, Link):
        return f"{entry.from_} to {entry.to}" if entry.from_ and entry.to else ""
    name = (spoken(entry),) if isinstance(entry, str) else name_of(entry)
    return shortened(" ".join(map(str, name))) if None not in name else ""


def waived_text(finding: Finding, layout: Layout) -> str:
    """A finding that a waiver or a baseline sets aside, and why."""
    text = f"[{rules_named(finding)}] {label(finding)}: {visible(finding.message)}"
    heading = layout.style("In the baseline" if finding.in_baseline else "Waived", "faint")
    because = f"because {visible(finding.waived or '')}"
    return "\n".join([layout.fold("", f"{heading}: {text}", 7), layout.fold("       ", because)])
