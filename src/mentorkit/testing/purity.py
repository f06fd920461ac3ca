"""Rules are pure: while one runs, files, the network, other programs, the clock and chance are refused.

Python tells an audit hook of every file, connection and program that is opened, and a profiler of every call of a
built-in function, such as those that read the clock. Both are asked only about the thread and the time in which a rule
runs. What an import inside a rule reads is left alone.
"""

import builtins
import gc
import os
import random
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from inspect import isgenerator
from pathlib import Path as File
from types import FrameType
from typing import Any

import attrs

from mentorkit.core.condition import Condition
from mentorkit.core.rule import Rule
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import with_rule
from mentorkit.testing.plugin_under_test import PluginUnderTest

_REMEDIES = {
    "files": "write what it needs into the module",
    "network": "leave it out: nothing leaves the machine",
    "programs": "leave it out: a rule knows the design and the case, and nothing else",
    "clock": "take the day as the argument 'on'",
    "chance": "leave chance out: the same question gets the same answer",
    "environment": "let the design state it, as a Parameter",
    "terminal": "return, or yield, what you want to say",
}
_EVENTS = (
    ("open", "files"),
    ("os.putenv", "environment"),
    ("os.unsetenv", "environment"),
    ("os.system", "programs"),
    ("os.exec", "programs"),
    ("os.posix_spawn", "programs"),
    ("os.spawn", "programs"),
    ("os.fork", "programs"),
    ("os.startfile", "programs"),
    ("os.", "files"),
    ("shutil.", "files"),
    ("glob.", "files"),
    ("tempfile.", "files"),
    ("sqlite3.", "files"),
    ("subprocess.", "programs"),
    ("pty.", "programs"),
    ("socket.", "network"),
    ("urllib.", "network"),
    ("http.", "network"),
    ("ftplib.", "network"),
    ("smtplib.", "network"),
    ("webbrowser.", "network"),
    ("time.sleep", "clock"),
    ("builtins.input", "terminal"),
)
"""Audit events by their beginning, the first that fits: https://docs.python.org/3/library/audit_events.html."""
_CLOCK = frozenset(
    {
        *("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time"),
        *("process_time_ns", "thread_time", "thread_time_ns", "clock_gettime", "clock_gettime_ns"),
        *("localtime", "gmtime", "ctime", "sleep"),
    }
)
_TODAY = frozenset({"today", "now", "utcnow"})
_ENVIRONMENT = frozenset(getattr(type(os.environ), name).__code__ for name in ("__getitem__", "__iter__", "__len__"))


class RefusedError(Exception):
    """A rule did something while it ran that no rule does."""


@attrs.define
class Watch:
    """What was refused while a rule ran.

    Attributes:
        seen: each kind with what was done, once.
    """

    seen: dict[tuple[str, str], None] = attrs.field(factory=dict)

    def refuse(self, kind: str, what: str) -> None:
        """Notes what a rule tried, and stops it; noted, because a rule may go on after an error."""
        self.seen.setdefault((kind, what))
        raise RefusedError(what)

    def over(self, rule: Rule) -> Rule:
        """The same rule, watched while it, or the condition under which it applies, runs."""
        applies = None if rule.applies is None else self._watched_condition(rule.applies)
        return attrs.evolve(rule, function=rule.function and self._watched(rule.function), applies=applies)

    def _watched_condition(self, condition: Condition) -> Condition:
        """The same condition; of one that others make up, each of them."""
        parts = tuple(self._watched_condition(part) for part in condition.parts)
        return attrs.evolve(condition, test=condition.test if parts else self._watched(condition.test), parts=parts)

    def _watched(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **values: Any) -> Any:
            with _watching(self):
                answer = function(*args, **values)
                return list(answer) if isgenerator(answer) else answer

        return watched


_here = threading.local()


@cache
def _install() -> None:
    """The audit hook, once a process: Python has no way to take one away, so it asks whether a rule is watched."""
    sys.addaudithook(_audited)


@contextmanager
def _watching(watch: Watch) -> Iterator[None]:
    _install()
    before, collects = sys.getprofile(), gc.isenabled()
    gc.disable()  # what others left to be cleared away may close files of theirs
    _here.watch = watch
    sys.setprofile(_profiled)
    try:
        yield
    finally:
        sys.setprofile(before)
        _here.watch = None
        if collects:
            gc.enable()


def _audited(event: str, args: tuple[Any, ...]) -> None:
    watch = getattr(_here, "watch", None)
    if watch is None:
        return
    kind = next((kind for beginning, kind in _EVENTS if event.startswith(beginning)), None)
    if kind is not None and not _importing(sys._getframe(1)):
        named = f" ({File(args[0]).name})" if event == "open" and isinstance(args[0], str) else ""
        watch.refuse(kind, f"{event}{named}")


def _profiled(frame: FrameType, event: str, called: Any) -> None:
    watch = getattr(_here, "watch", None)
    if watch is None:
        return
    kind, what = "", ""
    if event == "c_call":
        kind, what = _kind_of(called)
    elif event == "call" and frame.f_code in _ENVIRONMENT:
        kind, what = "environment", "os.environ"
    if kind and not _importing(frame):
        watch.refuse(kind, what)


def _kind_of(called: Any) -> tuple[str, str]:
    """What kind of thing a built-in function does that no rule does, and its name."""
    name: str = getattr(called, "__name__", "")
    module, owner = getattr(called, "__module__", None), getattr(called, "__self__", None)
    if module == "time" and name in _CLOCK:
        return "clock", f"time.{name}"
    if name in _TODAY and isinstance(owner, type) and issubclass(owner, date):
        return "clock", f"{owner.__name__}.{name}"
    if isinstance(owner, random.Random):
        return "chance", f"random.{name}"
    if module in ("posix", "nt") and name != "fspath":
        return ("chance" if name == "urandom" else "files"), f"os.{name}"
    if called is builtins.print or (name == "write" and (owner is sys.stdout or owner is sys.stderr)):
        return "terminal", name
    return "", ""


def _importing(frame: FrameType | None) -> bool:
    """Whether a rule is importing something; below the rule nothing is looked at."""
    while frame is not None and frame.f_code.co_filename != __file__:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def no_io(under_test: PluginUnderTest) -> Iterator[Advice]:
    """No rule reads files, the network, the clock, chance or the environment while it runs."""
    _ = under_test.kept_before  # these are the first questions that rules are asked
    watches: dict[str, Watch] = {}
    for case in under_test.cases:
        watch = watches.setdefault(case.rule.id, Watch())
        with_rule(case, watch.over(case.rule)).answer()  # what is refused something has crashed
    yield from _of_hooks(under_test)
    for rule in under_test.plugin.rules:
        seen = watches[rule.id].seen if rule.id in watches else {}
        for kind, what in seen:
            message = f"it uses {what} while it runs ({kind})"
            yield Advice("no-io", under_test.place(rule), message, _REMEDIES[kind])


def _of_hooks(under_test: PluginUnderTest) -> Iterator[Advice]:
    """A hook that looks at something else than its modules gives other rules in other places."""
    for name in under_test.plugin.hooks:
        watch = Watch()
        with suppress(Exception), _watching(watch):  # they answered when the plugin was loaded
            getattr(under_test.module, name)()
        for kind, what in watch.seen:
            message = f"its hook {name} uses {what} ({kind}), so there would be other rules elsewhere"
            yield Advice("no-io", under_test.found.module, message, "return the same rules everywhere")
