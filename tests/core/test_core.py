"""The core is the idea and nothing else: small enough to be read in an hour, with an order to read it in."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

import mentorkit.core

CORE = Path(mentorkit.core.__file__).parent
ROOT = CORE.parents[2]
MOST_LINES_OF_CODE = 1_300
"""Docstrings, comments and blank lines do not count, so that nobody takes them out to fit."""
MOST_FILES = 15
MOST_LINES_OF_A_FILE = 400
SKIPPED = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def lines_of_code(text: str) -> int:
    docstrings: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        for inner in ast.iter_child_nodes(node):
            if isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant):
                docstrings.update(range(inner.lineno, (inner.end_lineno or inner.lineno) + 1))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    found = {n for token in tokens if token.type not in SKIPPED for n in range(token.start[0], token.end[0] + 1)}
    return len(found - docstrings)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("# one\n\nx = 1  # two\n", 1),
        ('"""One.\n\nTwo.\n"""\n\nx = (\n    1,\n)\n', 3),
        ('def f():\n    """One."""\n    return """a\nb"""\n', 3),
        ('class A:\n    x = 1\n    """What it is."""\n', 2),
    ],
)
def test_only_code_counts(text: str, count: int) -> None:
    assert lines_of_code(text) == count


def test_the_core_is_small() -> None:
    files = sorted(CORE.rglob("*.py"))
    assert len(files) <= MOST_FILES
    assert sum(lines_of_code(file.read_text(encoding="utf-8")) for file in files) <= MOST_LINES_OF_CODE


def test_the_order_to_read_it_in_names_every_file_once() -> None:
    lines = re.findall(r"^- [^:]*: (.*)[;.]$", mentorkit.core.__doc__ or "", re.M)
    named = [name for line in lines for name in line.split(", ")]
    assert sorted(named) == sorted(file.stem for file in CORE.glob("*.py") if file.stem != "__init__")


def test_no_file_is_longer_than_fits_in_the_head() -> None:
    folders = ("src", "plugins", "examples", "tests", "docs", "benchmarks")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert not {str(file.relative_to(ROOT)): n for file, n in lengths.items() if n > MOST_LINES_OF_A_FILE}
