"""A plugin as the checks see it: also one that does not load, of which something can be said all the same."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path as File
from types import ModuleType
from typing import Any

import attrs

from mentorkit.core.hooks import Sector
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.registry.find import FoundPlugin
from mentorkit.registry.load import Plugin, UnusablePluginError, ask_hooks, check_declarations, load_plugin
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.testing.advice import file_name, place_of
from mentorkit.testing.cases import (
    CASE_DAY,
    CaseError,
    RuleCase,
    book_of,
    case_files,
    found_plugin,
    plugin_of,
    read_case,
)
from mentorkit.testing.kept import kept_by

STANDARDS_PACKAGE = "mentorkit.standards"


class NotLoadedError(Exception):
    """A check looked at the rules of a plugin that does not load."""


@attrs.frozen
class PluginUnderTest:
    """A plugin under test.

    Attributes:
        found: where it is.
        module: its package; None where that cannot be imported.
        answers: what each of its hooks returned, by hook; empty where one of them cannot be asked.
        loaded: the plugin; None where it does not keep the contract.
        load_error: why it does not; None where it does.
        on: the day on which its template is judged.
    """

    found: FoundPlugin
    module: ModuleType | None
    answers: Mapping[str, Any]
    loaded: Plugin | None
    load_error: UnusablePluginError | None
    on: date = CASE_DAY

    @classmethod
    def of(cls, package: str | FoundPlugin, on: date = CASE_DAY) -> "PluginUnderTest":
        """A plugin by the name of its package, or as it was found."""
        found = found_plugin(package) if isinstance(package, str) else package
        module: ModuleType | None = None
        answers: Mapping[str, Any] = {}
        try:
            imported = load_plugin(found)
            module = imported.module
            asked = ask_hooks(imported)
            answers = asked.answers
            return cls(found, module, answers, check_declarations(asked), None, on)
        except UnusablePluginError as problem:
            return cls(found, module, answers, None, problem, on)

    @property
    def plugin(self) -> Plugin:
        """The plugin.

        Raises:
            NotLoadedError: where it does not load.
        """
        if self.loaded is None:
            raise NotLoadedError(f"{self.found.module} does not load: {self.load_error and self.load_error.reason}")
        return self.loaded

    @property
    def sector(self) -> Sector | None:
        """The sector, also of a plugin whose rules do not fit it."""
        sector = self.answers.get("mentorkit_sector")
        return sector if isinstance(sector, Sector) else None

    @cached_property
    def folder(self) -> File:
        """Where the package lies."""
        return File(str(self.module.__file__)).parent if self.module else File()

    @property
    def files(self) -> list[File]:
        """The files of code that the package has; of a plugin that is one module, that module."""
        if self.module is None:
            return []
        return (
            sorted(self.folder.rglob("*.py")) if hasattr(self.module, "__path__") else [File(str(self.module.__file__))]
        )

    def module_name(self, file: File) -> str:
        """The name under which one of these files is imported."""
        inner = file.relative_to(self.folder).with_suffix("").parts if hasattr(self.module, "__path__") else ()
        return ".".join((self.found.module, *inner)).removesuffix(".__init__")

    @cached_property
    def book(self) -> Rulebook:
        """The rules of the plugin alone."""
        return book_of(self.plugin)

    @cached_property
    def with_standards(self) -> Rulebook:
        """The rules of the plugin together with those of the shared standards, as programmes have them.

        Raises:
            ClashError: where they do not fit together.
        """
        both = {plugin.found.name: plugin for plugin in (plugin_of(STANDARDS_PACKAGE), self.plugin)}
        rules = [rule for plugin in both.values() for rule in plugin.rules]
        return rulebook_of({name: plugin.sector for name, plugin in both.items()}, rules)

    @cached_property
    def kept_before(self) -> dict[tuple[str, str], Any]:
        """What its modules keep, when this is first asked: before any rule is."""
        return kept_by(self.found.module)

    @cached_property
    def every_case(self) -> tuple[RuleCase | CaseError, ...]:
        """The cases, and what is wrong with the files that are none."""
        files = ((rule, file) for rule in self.plugin.rules for file in case_files(self.plugin, rule))
        return tuple(self._read(rule, file) for rule, file in files)

    @cached_property
    def cases(self) -> tuple[RuleCase, ...]:
        """The cases that can be read, so that their rule can be asked; another check reports the others."""
        return tuple(case for case in self.every_case if isinstance(case, RuleCase) and case.is_readable)

    def _read(self, rule: Rule, file: File) -> RuleCase | CaseError:
        try:
            return read_case(self.book, rule, file)
        except CaseError as problem:
            return problem

    def place(self, rule: Rule) -> str:
        """A rule with its file and line."""
        return place_of(rule, self.folder)

    @property
    def load_error_place(self) -> str:
        """The package, with the file and line that keep it from loading where they are known."""
        if self.load_error is None or self.load_error.line is None:
            return self.found.module
        file, line = self.load_error.line
        return f"{self.found.module} ({self.name(File(file)) if self.module else file}:{line})"

    def name(self, file: File) -> str:
        """A file as the author calls it."""
        return file_name(file, self.folder)
