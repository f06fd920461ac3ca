"""What importing a plugin imports: none of its rules, and of mentorkit the public surface alone."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path as File

from mentorkit.testing.advice import Advice
from mentorkit.testing.plugin_under_test import PluginUnderTest

_PUBLIC = ("mentorkit", "mentorkit.api", "mentorkit.works")
_FOR_TESTS = "mentorkit.testing"
_FIX = "import what you need from mentorkit.api"
_ASKED = """
import builtins, importlib, json, sys
package, hooks, sys.path[:] = json.load(sys.stdin)
inside = lambda name: name == package or name.startswith(package + ".")
seen = []

def note(by, names):
    if inside(by):
        seen.extend((by, name) for name in names if name.partition(".")[0] == "mentorkit")

plain_import, plain_module = builtins.__import__, importlib.import_module

def watched_import(name, globals=None, locals=None, fromlist=(), level=0):
    module = plain_import(name, globals, locals, fromlist, level)
    if level == 0:
        named = [f"{name}.{part}" for part in fromlist or () if f"{name}.{part}" in sys.modules]
        note((globals or {}).get("__name__", ""), named or [name])
    return module

def watched_module(name, package=None):
    note(sys._getframe(1).f_globals.get("__name__", ""), [name])
    return plain_module(name, package)

builtins.__import__, importlib.import_module = watched_import, watched_module
module = plain_module(package)
early = sorted(name for name in sys.modules if inside(name) and name != package)
for hook in hooks:
    getattr(module, hook)()
json.dump([early, sorted(set(seen))], sys.__stdout__)
"""
"""What a fresh interpreter is asked, since this one has imported everything already."""


def lazy_imports(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Importing the package imports none of its rules, so that finding a plugin costs nothing."""
    rules = {rule.module for rule in under_test.plugin.rules} - {""}
    early, _ = _asked(under_test)
    for name in early:
        if name in rules:
            message = f"importing {under_test.found.module} imports {name}, which has rules"
            fix = "import it inside the hook that returns its rules"
            yield Advice("lazy", under_test.name(File(str(sys.modules[name].__file__))), message, fix)
    if under_test.found.module in rules:
        file = File(str(sys.modules[under_test.found.module].__file__))
        fix = "move them to a module of their own, and import that inside the hook that returns them"
        yield Advice("lazy", under_test.name(file), "the package itself has rules", fix)


def public_imports(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Of mentorkit the package imports `mentorkit.api` and `mentorkit.works`, its tests `mentorkit.testing` too."""
    reported: list[tuple[str, str]] = []
    for file in under_test.files:
        try:
            imported = list(imported_in(file, under_test.found.module, under_test.folder))
        except SyntaxError as problem:
            message = f"it is not valid Python, so nobody can see what it imports: {problem.msg}"
            yield Advice("imports", f"{under_test.name(file)}:{problem.lineno}", message, "fix it, or remove it")
            continue
        for line, name in imported:
            if not _is_allowed(under_test, name, tests="tests" in file.relative_to(under_test.folder).parts):
                reported.append((under_test.module_name(file), name))
                yield Advice("imports", f"{under_test.name(file)}:{line}", f"it imports {name}", _FIX)
    _, seen = _asked(under_test)
    for module, name in seen:
        if not _is_allowed(under_test, name, tests=False) and not _is_within(reported, module, name):
            file = File(str(sys.modules[module].__file__)) if module in sys.modules else File(module)
            yield Advice("imports", under_test.name(file), f"it imports {name} while it runs", _FIX)


def imported_in(file: File, package: str, folder: File) -> Iterator[tuple[int, str]]:
    """The modules that a file of a package imports by their whole names, each with the line.

    Raises:
        SyntaxError: where it is no Python.
    """
    inside = (*package.split("."), *file.relative_to(folder).parts[:-1])
    for node in ast.walk(ast.parse(file.read_bytes(), str(file))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(inside[: len(inside) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (above, node.module) if part)
            # `from mentorkit import core` imports a module, `from mentorkit.api import rule` a name.
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "mentorkit" else [module]
            yield from ((node.lineno, name) for name in names)
        elif isinstance(node, ast.Call) and (name := _named_in(node)):
            yield node.lineno, name


def _named_in(call: ast.Call) -> str:
    """The module that a call such as import_module("mentorkit.core") names; empty for other calls."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    first = call.args[0] if call.args else None
    named = first.value if isinstance(first, ast.Constant) else None
    return named if called in ("import_module", "__import__") and isinstance(named, str) else ""


def _is_allowed(under_test: PluginUnderTest, name: str, *, tests: bool) -> bool:
    own = under_test.found.module
    if name.partition(".")[0] != "mentorkit" or name == own or name.startswith(f"{own}."):
        return True
    return name in _PUBLIC or (tests and name.startswith(_FOR_TESTS))


def _is_within(reported: list[tuple[str, str]], module: str, name: str) -> bool:
    return any(module == by and f"{name}.".startswith(f"{known}.") for by, known in reported)


def _asked(under_test: PluginUnderTest) -> tuple[list[str], list[tuple[str, str]]]:
    """The modules that importing the package imports, and who imports what of mentorkit until all hooks are asked."""
    return _in_fresh_interpreter(json.dumps([under_test.found.module, under_test.plugin.hooks, sys.path]))


@lru_cache(maxsize=1)
def _in_fresh_interpreter(asked: str) -> tuple[list[str], list[tuple[str, str]]]:
    ran = subprocess.run(  # noqa: S603 - the interpreter that runs, with code of our own
        [sys.executable, "-c", _ASKED], input=asked, capture_output=True, text=True, check=True
    )
    early, seen = json.loads(ran.stdout.splitlines()[-1])
    return early, [(by, name) for by, name in seen]
