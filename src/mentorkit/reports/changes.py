"""What changed from one design to another, as text, Markdown and JSON."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import attrs

from mentorkit.core.finding import Finding
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.entries import ENTRIES
from mentorkit.programme.key import field_to_key
from mentorkit.programme.path import dotted
from mentorkit.reports.findings_json import JSON_VERSION, finding_data, to_json
from mentorkit.reports.style import Style, unstyled
from mentorkit.text.markdown import escaped
from mentorkit.text.values_in_text import written, written_list
from mentorkit.text.words import visible
from mentorkit.toml.structure import converter
from mentorkit.validation.diff import DesignChange, DesignDiff, is_table
from mentorkit.validation.open_point import label, label_style
from mentorkit.validation.report import Report
from mentorkit.values.text_value import TextValue

CONFIDENTIAL_CHANGE = "changed; its details are confidential"


@attrs.frozen
class ChangesReport:
    """What there is to say.

    Attributes:
        comparison: of two designs.
        failing: the severities of the findings that make it worse.
        style: colours, on a terminal.
    """

    comparison: DesignDiff
    failing: Collection[str]
    style: Style = unstyled


def changes_text(report: ChangesReport) -> str:
    """What changed, table by table, then the findings, then whether it got worse."""
    comparison, style = report.comparison, report.style
    blocks = [
        [style(heading, "strong"), *(f"  {visible(line)}" for line in lines)]
        for heading, lines in _by_table(comparison.changes)
    ]
    for heading, lines in _findings(comparison, style):
        blocks.append([style(heading, "strong"), *(f"  {line}" for line in lines)])
    blocks.append([style(_result(report), "error" if comparison.worse(report.failing) else "strong")])
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def changes_markdown(report: ChangesReport) -> str:
    """The same as Markdown, for a comment on a change."""
    comparison = report.comparison
    parts = [f"# {escaped(_names(comparison))}", f"**{escaped(_result(report))}**"]
    for heading, lines in (*_by_table(comparison.changes), *_findings(comparison, unstyled)):
        parts += [f"## {escaped(heading)}", "\n".join(f"- {escaped(line)}" for line in lines)]
    return "\n\n".join(parts) + "\n"


def changes_json(report: ChangesReport) -> str:
    """The same for programs; docs/json.md documents it."""
    comparison = report.comparison
    old, new = (report.document.name for report in (comparison.old, comparison.new))
    data = {
        "version": JSON_VERSION,
        "old": old,
        "new": new,
        "changes": [_change_data(change) for change in comparison.changes],
        "appeared": [finding_data(new, finding) for finding in comparison.appeared],
        "gone": [finding_data(old, finding) for finding in comparison.gone],
        "altered": [
            {"before": finding_data(old, before), "after": finding_data(new, after)}
            for before, after in comparison.altered
        ],
        "summary": {
            "changes": len(comparison.changes),
            "appeared": len(comparison.appeared),
            "gone": len(comparison.gone),
            "altered": len(comparison.altered),
            "worse": len(comparison.worse(report.failing)),
        },
    }
    return to_json(data)


def _change_data(change: DesignChange) -> dict[str, Any]:
    hidden = change.confidential
    before, after, added, removed = (
        None if hidden else _plain(stated) for stated in (change.before, change.after, change.added, change.removed)
    )
    return {
        "path": dotted(change.path),
        "entry": change.entry or None,
        "description": change.description,
        "before": before,
        "after": after,
        "added": added,
        "removed": removed,
        "confidential": hidden,
    }


def _plain(stated: Any) -> Any:
    """What is stated as JSON has it; a date as text."""
    made = converter().unstructure(stated)
    if isinstance(made, dict):
        return {key: _plain(value) for key, value in made.items()}
    if isinstance(made, list | tuple):
        return [_plain(entry) for entry in made]
    return made.isoformat() if isinstance(made, date) else made


def _by_table(changes: Collection[DesignChange]) -> Iterator[tuple[str, list[str]]]:
    """The changes under the table that they stand in, such as a stage."""
    tables: dict[str, list[str]] = {}
    for change in changes:
        tables.setdefault(str(change.path[0]), []).append(_line(change))
    for table, lines in tables.items():
        yield table.capitalize(), lines


def _line(change: DesignChange) -> str:
    about = change.entry
    if not isinstance(change.path[-1], int):
        about = f"{about}, {change.description}" if about else change.description
    return f"{about}: {_change_in_words(change)} [{dotted(change.path)}]"


def _change_in_words(change: DesignChange) -> str:
    before, after = change.before, change.after
    if isinstance(change.path[-1], int):
        what, entry = ("added", after) if before is None else ("removed", before)
        named = ENTRIES[type(entry)][1]
        keys = "" if change.confidential else ", ".join(_keys(entry, but=named))
        return f"{what} ({keys})" if keys else what
    if change.confidential:
        return CONFIDENTIAL_CHANGE
    parts = []
    if change.added:
        parts.append(f"{written_list(change.added, 'and')} added")
    if change.removed:
        parts.append(f"{written_list(change.removed, 'and')} removed")
    return ", ".join(parts) or f"{_value(before)} → {_value(after)}"


def _keys(table: Any, but: Collection[str] = ()) -> Iterator[str]:
    """What a table states, but for some keys."""
    for name in attrs.fields_dict(type(table)):
        key, stated = field_to_key(name), getattr(table, name)
        if stated is not None and key not in but:
            yield f"{key} {_value(stated)}"


def _value(stated: Any) -> str:
    if stated is None:
        return "not stated"
    if isinstance(stated, tuple):
        return f"[{', '.join(map(_value, stated))}]"
    if is_table(type(stated)):
        return f"{{ {', '.join(_keys(stated))} }}"
    return str(stated) if isinstance(stated, TextValue) else written(stated)


def _findings(comparison: DesignDiff, style: Style) -> Iterator[tuple[str, list[str]]]:
    """The findings that make a difference, by what became of them."""
    old, new = comparison.old, comparison.new
    if comparison.appeared:
        yield "New findings", [_finding(new, finding, style) for finding in comparison.appeared]
    if comparison.altered:
        yield (
            "Findings that say something else",
            [
                f"{_finding(new, after, style)}; before: {_before(before, after)}"
                for before, after in comparison.altered
            ],
        )
    if comparison.gone:
        yield "Findings that are gone", [_finding(old, finding, style) for finding in comparison.gone]


def _finding(report: Report, finding: Finding, style: Style) -> str:
    name = visible(report.document_of(finding).name)
    place = f"{name}:{finding.span.line}:{finding.span.column}" if finding.span else name
    waived = " (waived)" if finding.waived else ""
    called = style(label(finding), label_style(finding))
    return f"{place}: {called}{waived}: {visible(finding.message)} [{finding.rule}]"


def _before(before: Finding, after: Finding) -> str:
    parts = []
    if (before.severity, before.waived) != (after.severity, after.waived):
        parts.append(label(before) + (" (waived)" if before.waived else ""))
    if before.message != after.message:
        parts.append(visible(before.message))
    return ", ".join(parts)


def _names(comparison: DesignDiff) -> str:
    return f"{comparison.old.document.name} → {comparison.new.document.name}"


def _result(report: ChangesReport) -> str:
    comparison = report.comparison

    def counted(count: int, one: str, many: str) -> str:
        return f"{count or 'no'} {one if count == 1 else many}"

    parts = [
        counted(len(comparison.changes), "change", "changes"),
        counted(len(comparison.appeared), "new finding", "new findings"),
        f"{len(comparison.gone) or 'none'} gone",
    ]
    parts += [f"{len(comparison.altered)} that say something else"] if comparison.altered else []
    verdict = "it did not get worse"
    if worse := len(comparison.worse(report.failing)):
        verdict = f"it got worse, by {counted(worse, 'finding', 'findings')}"
    elif milder := len(comparison.worse(SEVERITIES)):
        verdict = f"it got worse, by {counted(milder, 'finding', 'findings')} below the fail level"
    return f"{visible(_names(comparison))}: {', '.join(parts)}; {verdict}"
