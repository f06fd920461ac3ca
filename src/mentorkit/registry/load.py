"""Plugins: find, require, load, ask, check; each step has a type of its own.

    FoundPlugin   installed, nothing imported yet          (find.py)
    LoadedPlugin  imported
    AskedPlugin   every hook asked, by itself
    Plugin        checked: a sector with its rules

A programme needs the shared standards and each sector that it names: one that is missing, broken, left out by
MENTORKIT_PLUGINS, or that shares its name or prefix with another is fatal for it. What a programme does not need harms
nothing, because it is not loaded, unless it announces the prefix of one that is needed, or none.
"""

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from inspect import isroutine
from types import ModuleType
from typing import Any

import attrs
import pluggy

from mentorkit.core import hooks
from mentorkit.core.hooks import Sector
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import STANDARDS, STANDARDS_PREFIX, Rulebook
from mentorkit.core.stage import Area
from mentorkit.registry.code_line import CodeLine, line_behind, line_of
from mentorkit.registry.crash_in_words import in_one_line
from mentorkit.registry.find import VARIABLE, FoundPlugin, find_plugins, named_in_environment
from mentorkit.registry.rulebook_of import ClashError, rulebook_of
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import listed, shortened, with_fix
from mentorkit.values.by_fields import ByFields
from mentorkit.values.crash_log import note_crash

_PREFIX = "mentorkit_"
_OUR_SECTORS = ("mental_health", "probation", "schools", "substance")
"""Only these are advised to be installed: a package of any other name may be anybody's, and a file can name it."""
_HOOKS = tuple(dict.fromkeys(["mentorkit_sector", *(area.hook for area in Area)]))


class UnusablePluginError(Exception):
    """A plugin that is needed is missing or broken.

    Attributes:
        sector: as the programme names it.
        message: what is wrong, with distribution and version.
        fix: what to do.
        reason: of the message, the part for the makers of a plugin that is broken; empty for others.
        line: in the plugin's code, where it is known.
    """

    def __init__(self, sector: str, message: str, fix: str, reason: str = "", line: CodeLine | None = None) -> None:
        self.sector = sector
        self.message = message
        self.fix = fix
        self.reason = reason
        self.line = line
        super().__init__(with_fix(message, fix))


@attrs.frozen(eq=False, repr=False)
class LoadedPlugin(ByFields):
    """A plugin whose module has been imported."""

    found: FoundPlugin
    module: ModuleType


@attrs.frozen(eq=False, repr=False)
class AskedPlugin(ByFields):
    """A plugin whose hooks have been asked.

    Attributes:
        found: the plugin.
        answers: what each of its hooks returned, unchecked, by hook.
    """

    found: FoundPlugin
    answers: dict[str, Any]


@attrs.frozen(eq=False, repr=False)
class Plugin(ByFields):
    """A plugin that keeps the contract.

    Attributes:
        found: the plugin.
        sector: what it is about.
        rules: all of them, each with its owner.
        hooks: the names of those it implements.
    """

    found: FoundPlugin
    sector: Sector
    rules: tuple[Rule, ...]
    hooks: tuple[str, ...]


@attrs.define(eq=False)
class Plugins:
    """The installed plugins, loaded when a programme needs them.

    Attributes:
        installed: all that are, sorted.
        limited_to: the names of those that may be loaded beside the shared standards; None for all.
    """

    installed: tuple[FoundPlugin, ...] = attrs.field(factory=find_plugins)
    limited_to: frozenset[str] | None = attrs.field(factory=named_in_environment)
    _usable: dict[FoundPlugin, Plugin] = attrs.field(factory=dict, init=False)
    _rulebooks: dict[tuple[str, ...], Rulebook] = attrs.field(factory=dict, init=False)

    @property
    def found(self) -> tuple[FoundPlugin, ...]:
        """Those that may be loaded, sorted."""
        return tuple(
            found for found in self.installed if self.limited_to is None or found.name in {STANDARDS, *self.limited_to}
        )

    @property
    def left_out(self) -> tuple[FoundPlugin, ...]:
        """Those that are installed and may not be loaded, sorted."""
        return tuple(found for found in self.installed if found not in self.found)

    def unknown_names(self) -> list[UnusablePluginError]:
        """What is wrong with the names of MENTORKIT_PLUGINS, each with the one that was probably meant."""
        names = {found.name for found in self.installed}
        problems = []
        for name in sorted((self.limited_to or frozenset()) - names):
            close = did_you_mean(name, names)
            message = f'{VARIABLE} names "{name}", and no plugin of that name is installed{asks(close)}'
            fix = f'write "{close}" there' if close else "take it out there, or install what brings it"
            problems.append(UnusablePluginError(name, message, fix))
        return problems

    def rulebook(self, sectors: Iterable[str]) -> Rulebook:
        """The rules of the shared standards and of the named sectors.

        Raises:
            UnusablePluginError: where one of them is missing or broken, or two contradict each other.
        """
        names = tuple(dict.fromkeys((STANDARDS, *sectors)))
        if names not in self._rulebooks:
            plugins = [self.plugin(found) for found in self.required(names)]
            for plugin in plugins:
                self._refuse_shared_prefix(plugin)
            self._rulebooks[names] = _combine(plugins)
        return self._rulebooks[names]

    def required(self, names: Iterable[str]) -> tuple[FoundPlugin, ...]:
        """The plugins of these names.

        Raises:
            UnusablePluginError: for the first name that no plugin has, that several have, or whose plugin is left out.
        """
        unknown = (self.limited_to or frozenset()) - {found.name for found in self.installed}
        for name in names:
            if name in {found.name for found in self.left_out}:
                misspelt = did_you_mean(name, unknown)
                add = f'write {name} for "{misspelt}" in' if misspelt else f"add {name} to"
                message = f'the sector "{name}" is installed, and {VARIABLE} leaves it out'
                raise UnusablePluginError(name, message, f"{add} {VARIABLE}, or unset that variable")
        return require_plugins(self.found, names)

    def usable(self) -> tuple[list[Plugin], list[UnusablePluginError]]:
        """Every plugin that may be loaded and that a programme could use, and what is wrong with the others."""
        names = dict.fromkeys(found.name for found in self.found)
        usable, unusable = [], []
        for name in names:
            try:
                usable.append(self.plugin(*self.required([name])))
            except UnusablePluginError as problem:
                unusable.append(problem)
        for plugin in list(usable):  # all are loaded now, so that none with the same prefix is missed
            try:
                self._refuse_shared_prefix(plugin)
            except UnusablePluginError as problem:
                usable.remove(plugin)
                unusable.append(problem)
        return usable, unusable

    def _refuse_shared_prefix(self, plugin: Plugin) -> None:
        """Refuses a plugin whose rule ids could be those of another; ids are what findings and waivers go by."""
        if plugin.found.name == STANDARDS:
            return
        prefix = plugin.sector.prefix
        sharing = [plugin, *(rival for rival in self._rivals(plugin) if rival.sector.prefix == prefix)]
        if len(sharing) == 1:
            return
        named = listed(f"{found.name} ({found.origin})" for found in sorted(sharer.found for sharer in sharing))
        ids = [{rule.id for rule in sharer.rules} for sharer in sharing]
        both = sorted(ids[0] & set().union(*ids[1:]))
        rules = f", such as the rule {both[0]}" if both else ""
        raise UnusablePluginError(
            plugin.found.name,
            f"several plugins have the prefix {prefix}, so one id can mean two rules{rules}: {named}",
            f"uninstall all but one, or leave the others out with {VARIABLE}",
        )

    def _rivals(self, plugin: Plugin) -> Iterator[Plugin]:
        """The others that are loaded already, or that announce the same prefix or none; broken ones have no rules."""
        for other in self.found:
            if other.name in (plugin.found.name, STANDARDS):
                continue
            if other in self._usable or other.prefix in ("", plugin.sector.prefix):
                with suppress(UnusablePluginError):
                    yield self.plugin(other)

    def plugin(self, found: FoundPlugin) -> Plugin:
        """A plugin, loaded, asked and checked.

        Raises:
            UnusablePluginError: where it is broken.
        """
        if found not in self._usable:
            self._usable[found] = check_declarations(ask_hooks(load_plugin(found)))
        return self._usable[found]


def _combine(plugins: list[Plugin]) -> Rulebook:
    try:
        rules = [rule for plugin in plugins for rule in plugin.rules]
        return rulebook_of({plugin.found.name: plugin.sector for plugin in plugins}, rules)
    except ClashError as clash:
        *before, last = plugins
        if before:
            _combine(before)  # the first that does not fit with those before it is the one to name
        named = ", ".join(str(plugin.found) for plugin in plugins)
        message = f"these plugins do not fit together: {named} (for their makers: {clash})"
        raise UnusablePluginError(last.found.name, message, "update them, or tell their makers", str(clash)) from None


def require_plugins(found: Iterable[FoundPlugin], names: Iterable[str]) -> tuple[FoundPlugin, ...]:
    """The plugins of these names.

    Raises:
        UnusablePluginError: for the first name that no plugin has, or that several have.
    """
    by_name: dict[str, list[FoundPlugin]] = {}
    for plugin in found:
        by_name.setdefault(plugin.name, []).append(plugin)
    required = []
    for name in names:
        having = by_name.get(name, [])
        if len(having) > 1:
            both = listed(plugin.origin for plugin in having)
            raise UnusablePluginError(
                name, f'several plugins bring the sector "{name}": {both}', "uninstall all but one"
            )
        if not having:
            sectors = sorted(set(by_name) - {STANDARDS})
            installed = f"installed are {', '.join(sectors)}" if sectors else "no sector is installed"
            close = did_you_mean(name, sectors)
            fix = f'write "{close}"' if close else _how_to_install(name)
            message = f'there is no sector "{shortened(name)}" here{asks(close)}'
            raise UnusablePluginError(name, message, f"{fix}; {installed}")
        required += having
    return tuple(required)


def _how_to_install(name: str) -> str:
    if name == STANDARDS:
        return "install mentorkit again, which brings it"
    if name.replace("-", "_") in _OUR_SECTORS:
        return f"install it (pip install mentorkit-{name.replace('_', '-')})"
    return "check the name, or ask the makers of this sector how to install it"


def _broken(found: FoundPlugin, reason: str, line: CodeLine | None = None) -> UnusablePluginError:
    message = f"the plugin {found} is broken, so its rules cannot be applied (for its makers: {reason})"
    return UnusablePluginError(found.name, message, f"update {found.distribution}, or tell its makers", reason, line)


def _run_guarded(found: FoundPlugin, doing: str, action: Callable[[], Any]) -> Any:
    """Runs a plugin's code; whatever it does, the plugin is named and nobody else is harmed."""
    try:
        return action()
    except KeyboardInterrupt:
        raise
    except BaseException as problem:
        note_crash(problem)
        raise _broken(
            found, f"{doing} ended in {in_one_line(problem)}", line_behind(problem, found.module)
        ) from problem


def load_plugin(found: FoundPlugin) -> LoadedPlugin:
    """Imports a plugin.

    Raises:
        UnusablePluginError: where the import fails or exits.
    """
    return LoadedPlugin(found, _run_guarded(found, "importing it", lambda: importlib.import_module(found.module)))


def ask_hooks(loaded: LoadedPlugin) -> AskedPlugin:
    """Asks a plugin for its declarations, by a pluggy manager of its own, so that no other plugin can interfere.

    Raises:
        UnusablePluginError: where a hook is misspelt, has arguments, is not marked, or fails.
    """
    found = loaded.found
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    named = {name: value for name, value in sorted(vars(loaded.module).items()) if _seems_a_hook(name, value)}
    for name, value in named.items():
        if name not in _HOOKS:
            close = did_you_mean(name.removeprefix(_PREFIX), [hook.removeprefix(_PREFIX) for hook in _HOOKS])
            raise _broken(found, f"there is no hook {name}{asks(close and _PREFIX + close)}", line_of(value))
    try:
        manager.register(loaded.module, found.name)
        manager.check_pending()
    except pluggy.PluginValidationError as problem:
        reason = " ".join(str(problem).split())
        about = next((value for name, value in named.items() if f"'{name}'" in reason), None)
        raise _broken(found, reason, line_of(about)) from problem
    answers = {}
    for name in _HOOKS:
        implementations = getattr(manager.hook, name).get_hookimpls()
        if implementations:
            answers[name] = _run_guarded(found, f"its hook {name}", implementations[0].function)
        elif name in named:
            reason = f"{name} is not a function marked with @hookimpl, so it would never be asked"
            raise _broken(found, reason, line_of(named[name]))
    return AskedPlugin(found, answers)


def _seems_a_hook(name: str, value: Any) -> bool:
    marked = isroutine(value) and hasattr(value, "mentorkit_impl")
    return marked or (callable(value) and name.startswith(_PREFIX))


def check_declarations(asked: AskedPlugin) -> Plugin:
    """Checks what a plugin declares.

    Raises:
        UnusablePluginError: where a hook returned something else than it should, a rule's id does not fit the sector or
            the hook, an id is used twice, or there are no rules at all.
    """
    found = asked.found
    sector = asked.answers.get("mentorkit_sector")
    if not isinstance(sector, Sector):
        raise _broken(found, "its hook mentorkit_sector is missing or does not return a Sector")
    if sector.prefix == STANDARDS_PREFIX and found.name != STANDARDS:
        raise _broken(found, f"{STANDARDS_PREFIX} is the prefix of the shared standards")
    if found.prefix not in ("", sector.prefix):
        raise _broken(
            found, f"its distribution announces the prefix {found.prefix}, and its sector has {sector.prefix}"
        )
    rules: dict[str, Rule] = {}
    for name, answer in asked.answers.items():
        if name == "mentorkit_sector":
            continue
        if not isinstance(answer, list) or not all(isinstance(rule, Rule) for rule in answer):
            reason = f"its hook {name} does not return a list of rules"
            raise _broken(found, reason, line_of(getattr(sys.modules.get(found.module), name, None)))
        for rule in answer:
            _check_rule(found, sector, name, rule)
            if rule.id in rules:
                raise _broken(found, f"it has two rules with the id {rule.id}", rule.line)
            rules[rule.id] = attrs.evolve(rule, owner=found.name)
    if not rules:
        raise _broken(found, "it brings no rules, so it protects nobody")
    plugin = Plugin(found, sector, tuple(rules.values()), tuple(asked.answers))
    try:
        rulebook_of({found.name: sector}, plugin.rules)
    except ClashError as clash:
        raise _broken(found, str(clash)) from None
    return plugin


def template_of(plugin: Plugin) -> bytes | None:
    """The complete programme that a sector offers to start from, or None where it has none.

    Raises:
        UnusablePluginError: where the plugin does not bring the file that it names.
    """
    from importlib.resources import files  # only wanted where a programme begins

    named = plugin.sector.template
    if named is None:
        return None
    try:
        return files(plugin.found.module).joinpath(named).read_bytes()
    except (OSError, TypeError) as problem:  # a module that is no package has no files beside it
        raise _broken(plugin.found, f"its template {named} cannot be read") from problem


def _check_rule(found: FoundPlugin, sector: Sector, hook: str, rule: Rule) -> None:
    line = rule.line
    if rule.id[:3] != sector.prefix:
        raise _broken(found, f"the rule {rule.id} does not begin with the sector's prefix {sector.prefix}", line)
    if rule.asked_since and rule.asked_since.is_after(sector.edition):
        reason = f"the rule {rule.id} is asked since {rule.asked_since}, and the sector is of edition {sector.edition}"
        raise _broken(found, reason, line)
    if rule.area.hook != hook:
        raise _broken(found, f"the rule {rule.id} belongs to {rule.area.hook}, but {hook} returns it", line)
