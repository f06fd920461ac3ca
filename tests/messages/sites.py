"""The places in the code from which something is told to a service, and which of them were reached."""

import ast
import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType

PACKAGE = Path(__file__).parents[2] / "src" / "mentorkit"
_TOLD_BY = {
    "CannotJudgeError", "CannotWriteError", "CellError", "ComparisonFault", "Fault", "Finding", "RecordFault",
    "Unread", "_broken", "_cannot", "check_finding", "fail", "finding", "refusal", "refuse", "wrong",
}  # fmt: skip
"""What makes a message, besides raising an exception."""

Site = tuple[str, int]
"""A file below the package and a line in it."""


@cache
def sites() -> dict[Site, str]:
    """Every place that tells something, with the function that it is in."""
    return {(name, node.lineno): function for name, tree in _trees().items() for node, function in _telling(tree, "")}


@cache
def _trees() -> dict[str, ast.Module]:
    """Every module that may tell something, by its file."""
    files = {file.relative_to(PACKAGE).as_posix(): file for file in sorted(PACKAGE.rglob("*.py"))}
    return {
        name: ast.parse(file.read_text(encoding="utf-8"))
        for name, file in files.items()
        if not name.startswith("standards/")  # what rules say stands in their cases
    }


def _telling(node: ast.AST, function: str) -> Iterator[tuple[ast.Raise | ast.expr, str]]:
    """What tells something in what a function, or else a module, consists of."""
    for inner in ast.iter_child_nodes(node):
        within = function
        if isinstance(inner, ast.FunctionDef | ast.ClassDef):
            within = f"{function}.{inner.name}".strip(".")
        if isinstance(inner, ast.Raise | ast.expr) and (
            _tells(inner) or (function.startswith("Cohort._") and _is_column_with_fault(inner))
        ):
            yield inner, within
        yield from _telling(inner, within)


def _tells(node: ast.AST) -> bool:
    if isinstance(node, ast.Raise):
        return isinstance(node.exc, ast.Call)
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    to_stderr = any(keyword.arg == "err" for keyword in node.keywords)
    return name in _TOLD_BY or (name == "echo" and to_stderr)


def _is_column_with_fault(node: ast.AST) -> bool:
    """What the reading of measures yields: a column, what is wrong and what to do."""
    if not isinstance(node, ast.Yield) or not isinstance(node.value, ast.Tuple) or len(node.value.elts) != 3:
        return False
    return isinstance(node.value.elts[0], ast.Constant | ast.Name) and isinstance(node.value.elts[2], ast.Constant)


class _Noting(ast.NodeTransformer):
    """Lets each place in a module that tells something call a function of that name first, with the place."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name = name
        self.telling = {node for node, _ in _telling(tree, "")}

    def visit(self, node: ast.AST) -> ast.AST:
        """The node with what is in it changed, and itself where it tells something."""
        self.generic_visit(node)
        if node not in self.telling:
            return node
        site = [ast.Constant(self.name), ast.Constant(node.lineno)]
        noted = ast.Call(ast.Name("note_site", ast.Load()), [*site], [])
        if isinstance(node, ast.Raise):
            node.exc = ast.BoolOp(ast.Or(), [noted, node.exc or noted])
            return node
        return ast.BoolOp(ast.Or(), [noted, node])


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of all functions in some code."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


@contextmanager
def reaching() -> Iterator[set[Site]]:
    """Notes which places are reached meanwhile.

    Each says so itself: all functions in which there are any run code that was compiled with that. To trace every line
    takes as long as all that is traced.
    """
    reached: set[Site] = set()
    noting: dict[tuple[str, str, int], CodeType] = {}
    for name in sorted({name for name, _ in sites()}):
        import_module(".".join(["mentorkit", *Path(name).with_suffix("").parts]).removesuffix(".__init__"))
        changed = ast.fix_missing_locations(_Noting(name, _trees()[name]).visit(_trees()[name]))
        for code in _codes(compile(changed, str(PACKAGE / name), "exec")):  # type: ignore[call-overload] # of a tree
            noting[code.co_filename, code.co_qualname, code.co_firstlineno] = code
    before: dict[FunctionType, CodeType] = {}
    for function in gc.get_objects():
        if isinstance(function, FunctionType):
            code = function.__code__
            if found := noting.get((code.co_filename, code.co_qualname, code.co_firstlineno)):
                before[function], function.__code__ = code, found
    # Where all functions find it; it gives None, so that what it stands before is evaluated.
    builtins.note_site = lambda *site: reached.add(site)  # type: ignore[attr-defined]
    try:
        yield reached
    finally:
        for function, code in before.items():
            function.__code__ = code
        # A function that was made meanwhile, such as a hook that the converter keeps, calls it for as long as it lives.
        builtins.note_site = lambda *_: None  # type: ignore[attr-defined]
