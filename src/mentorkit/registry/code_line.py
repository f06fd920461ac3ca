"""Where in its code a plugin is wrong, for those who fix it."""

from typing import Any

CodeLine = tuple[str, int]
"""A file and a line in it."""


def line_of(function: Any) -> CodeLine | None:
    """Where a function begins; None for what is no function written in Python."""
    code = getattr(function, "__code__", None)
    return (code.co_filename, code.co_firstlineno) if code else None


def line_behind(problem: BaseException, module: str) -> CodeLine | None:
    """The last line of a module, or of one inside it, that led to an exception; None where there is none.

    Args:
        problem: the exception. Of a file that is no Python, it is the line that cannot be read.
        module: the name of a module or a package.
    """
    if isinstance(problem, SyntaxError) and problem.filename and not problem.filename.startswith("<"):
        return problem.filename, problem.lineno or 1
    found, step = None, problem.__traceback__
    while step:
        name = step.tb_frame.f_globals.get("__name__") or ""
        if name == module or name.startswith(f"{module}."):
            found = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    return found
