"""The places in the code from which something is told to a service, and which of them were reached."""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

PACKAGE = Path(__file__).parents[2] / "src" / "mentorkit"
_TOLD_BY = {
    "CannotJudgeError", "CannotWriteError", "CellError", "ComparisonFault", "Fault", "Finding", "RecordFault",
    "Unread", "_broken", "_cannot", "_wrong", "check_finding", "fail", "finding", "refusal", "refuse",
}  # fmt: skip
"""What makes a message, besides raising an exception."""

Site = tuple[str, int]
"""A file below the package and a line in it."""


def sites() -> dict[Site, str]:
    """Every place that tells something, with the function that it is in."""
    found: dict[Site, str] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if not name.startswith("standards/"):  # what rules say stands in their cases
            for line, function in _in(ast.parse(file.read_text(encoding="utf-8")), ""):
                found[name, line] = function
    return found


def _in(node: ast.AST, function: str) -> Iterator[tuple[int, str]]:
    for inner in ast.iter_child_nodes(node):
        within = function
        if isinstance(inner, ast.FunctionDef | ast.ClassDef):
            within = f"{function}.{inner.name}".strip(".")
        if _tells(inner) or (function.startswith("Cohort._") and _is_column_with_fault(inner)):
            yield inner.lineno, within  # type: ignore[attr-defined] # statements and expressions have lines
        yield from _in(inner, within)


def _tells(node: ast.AST) -> bool:
    if isinstance(node, ast.Raise):
        return isinstance(node.exc, ast.Call)
    if not isinstance(node, ast.Call):
        return False
    name = ast.unparse(node.func).rpartition(".")[2]
    to_stderr = any(keyword.arg == "err" for keyword in node.keywords)
    return name in _TOLD_BY or (name == "echo" and to_stderr)


def _is_column_with_fault(node: ast.AST) -> bool:
    """What the reading of measures yields: a column, what is wrong and what to do."""
    if not isinstance(node, ast.Yield) or not isinstance(node.value, ast.Tuple) or len(node.value.elts) != 3:
        return False
    return isinstance(node.value.elts[0], ast.Constant | ast.Name) and isinstance(node.value.elts[2], ast.Constant)


@contextmanager
def reaching(wanted: set[Site]) -> Iterator[set[Site]]:
    """Notes which of some places are reached meanwhile."""
    lines: dict[str, set[int]] = {}
    for name, line in wanted:
        lines.setdefault(str(PACKAGE / name), set()).add(line)
    left: dict[CodeType, set[int]] = {}
    reached: set[Site] = set()

    def entered(frame: FrameType, _: str, __: Any) -> Any:
        code = frame.f_code
        if code not in left:
            left[code] = lines.get(code.co_filename, set()) & {line for *_, line in code.co_lines() if line}
        return at_line if left[code] else None

    def at_line(frame: FrameType, _: str, __: Any) -> Any:
        if frame.f_lineno in left[frame.f_code]:
            left[frame.f_code].discard(frame.f_lineno)
            reached.add((str(Path(frame.f_code.co_filename).relative_to(PACKAGE).as_posix()), frame.f_lineno))
        return at_line

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        yield reached
    finally:
        sys.settrace(before)
