"""Plugins: find, require, load, ask, check; each step has a type of its own.

    FoundPlugin   installed, nothing imported yet          (discovery.py)
    LoadedPlugin  imported
    AskedPlugin   every hook asked, by itself
    Plugin        checked: a sector with its rules

A programme needs the shared standards and each sector that it names: one that is missing or broken is fatal for it. A
broken plugin that the programme does not need harms nothing, because it is never loaded.
"""

import importlib
from collections.abc import Callable, Iterable
from inspect import isroutine
from types import ModuleType
from typing import Any

import attrs
import pluggy

from mentorkit.core import hooks
from mentorkit.core.discovery import FoundPlugin, find_plugins
from mentorkit.core.hooks import Sector
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import STANDARDS, ClashError, Rulebook
from mentorkit.core.stage import Area
from mentorkit.core.suggest import asks, did_you_mean

_PREFIX = "mentorkit_"
_HOOKS = tuple(dict.fromkeys(["mentorkit_sector", *(area.hook for area in Area)]))


class UnusablePluginError(Exception):
    """A plugin that is needed is missing or broken.

    Attributes:
        sector: as the programme names it.
        message: what is wrong, with distribution and version.
        fix: what to do.
    """

    def __init__(self, sector: str, message: str, fix: str) -> None:
        self.sector = sector
        self.message = message
        self.fix = fix
        super().__init__(f"{message}; {fix}")


@attrs.frozen
class LoadedPlugin:
    """A plugin whose module has been imported."""

    found: FoundPlugin
    module: ModuleType


@attrs.frozen
class AskedPlugin:
    """A plugin whose hooks have been asked.

    Attributes:
        found: the plugin.
        answers: what each of its hooks returned, unchecked, by hook.
    """

    found: FoundPlugin
    answers: dict[str, Any]


@attrs.frozen
class Plugin:
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
        found: all that are installed, sorted.
    """

    found: tuple[FoundPlugin, ...] = attrs.field(factory=find_plugins)
    _ready: dict[str, Plugin] = attrs.field(factory=dict, init=False)
    _rulebooks: dict[tuple[str, ...], Rulebook] = attrs.field(factory=dict, init=False)

    def rulebook(self, sectors: Iterable[str]) -> Rulebook:
        """The rules of the shared standards and of the named sectors.

        Raises:
            UnusablePluginError: where one of them is missing or broken, or two contradict each other.
        """
        names = tuple(dict.fromkeys((STANDARDS, *sectors)))
        if names not in self._rulebooks:
            self._rulebooks[names] = _together([self.plugin(found) for found in require(self.found, names)])
        return self._rulebooks[names]

    def plugin(self, found: FoundPlugin) -> Plugin:
        """A plugin, loaded, asked and checked.

        Raises:
            UnusablePluginError: where it is broken.
        """
        if found.name not in self._ready:
            self._ready[found.name] = check(ask(load(found)))
        return self._ready[found.name]


def _together(plugins: list[Plugin]) -> Rulebook:
    try:
        rules = [rule for plugin in plugins for rule in plugin.rules]
        return Rulebook.of({plugin.found.name: plugin.sector for plugin in plugins}, rules)
    except ClashError as clash:
        *before, last = plugins
        if before:
            _together(before)  # the first that does not fit with those before it is the one to name
        told = ", ".join(str(plugin.found) for plugin in plugins)
        message = f"these plugins do not fit together: {told}: {clash}"
        raise UnusablePluginError(last.found.name, message, "update them, or tell their makers") from None


def require(found: Iterable[FoundPlugin], names: Iterable[str]) -> tuple[FoundPlugin, ...]:
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
            both = " and ".join(f"{plugin.distribution} {plugin.version}" for plugin in having)
            raise UnusablePluginError(
                name, f'several plugins bring the sector "{name}": {both}', "uninstall all but one"
            )
        if not having:
            sectors = sorted(set(by_name) - {STANDARDS})
            installed = f"installed are {', '.join(sectors)}" if sectors else "no sector is installed"
            close = did_you_mean(name, sectors)
            fix = f'write "{close}"' if close else _how_to_install(name)
            raise UnusablePluginError(name, f'there is no sector "{name}" here{asks(close)}', f"{fix}; {installed}")
        required += having
    return tuple(required)


def _how_to_install(name: str) -> str:
    if name == STANDARDS:
        return "install mentorkit again, which brings it"
    package = name.replace("_", "-")
    return f"install it (pip install mentorkit-{package})" if package.replace("-", "").isalnum() else "take it out"


def _broken(found: FoundPlugin, message: str) -> UnusablePluginError:
    return UnusablePluginError(
        found.name, f"the plugin {found} is broken: {message}", f"update {found.distribution}, or tell its makers"
    )


def _guarded(found: FoundPlugin, doing: str, action: Callable[[], Any]) -> Any:
    """Runs a plugin's code; whatever it does, the plugin is named and nobody else is harmed."""
    try:
        return action()
    except KeyboardInterrupt:
        raise
    except BaseException as problem:
        raise _broken(found, f"{doing} raised {_told(problem)}") from problem


def _told(problem: BaseException) -> str:
    """The kind of an exception, and the first line of what it says."""
    try:
        said = str(problem).strip().splitlines()
    except Exception:  # what it says is a plugin's code too
        said = []
    return ": ".join([type(problem).__name__, *said[:1]])


def load(found: FoundPlugin) -> LoadedPlugin:
    """Imports a plugin.

    Raises:
        UnusablePluginError: where the import fails or exits.
    """
    return LoadedPlugin(found, _guarded(found, "importing it", lambda: importlib.import_module(found.module)))


def ask(loaded: LoadedPlugin) -> AskedPlugin:
    """Asks a plugin for its declarations, by a pluggy manager of its own, so that no other plugin can interfere.

    Raises:
        UnusablePluginError: where a hook is misspelt, has arguments, is not marked, or fails.
    """
    found = loaded.found
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    names = [name for name, value in sorted(vars(loaded.module).items()) if _seems_a_hook(name, value)]
    for name in names:
        if name not in _HOOKS:
            close = did_you_mean(name.removeprefix(_PREFIX), [hook.removeprefix(_PREFIX) for hook in _HOOKS])
            raise _broken(found, f"there is no hook {name}{asks(close and _PREFIX + close)}")
    try:
        manager.register(loaded.module, found.name)
        manager.check_pending()
    except pluggy.PluginValidationError as problem:
        raise _broken(found, " ".join(str(problem).split())) from problem
    answers = {}
    for name in _HOOKS:
        implementations = getattr(manager.hook, name).get_hookimpls()
        if implementations:
            answers[name] = _guarded(found, f"its hook {name}", implementations[0].function)
        elif name in names:
            raise _broken(found, f"{name} is not a function marked with @hookimpl, so it would never be asked")
    return AskedPlugin(found, answers)


def _seems_a_hook(name: str, value: Any) -> bool:
    marked = isroutine(value) and hasattr(value, "mentorkit_impl")
    return marked or (callable(value) and name.startswith(_PREFIX))


def check(asked: AskedPlugin) -> Plugin:
    """Checks what a plugin declares.

    Raises:
        UnusablePluginError: where a hook returned something else than it should, a rule's id does not fit the sector or
            the hook, an id is used twice, or there are no rules at all.
    """
    found = asked.found
    sector = asked.answers.get("mentorkit_sector")
    if not isinstance(sector, Sector):
        raise _broken(found, "its hook mentorkit_sector is missing or returns no Sector")
    rules: dict[str, Rule] = {}
    for name, answer in asked.answers.items():
        if name == "mentorkit_sector":
            continue
        if not isinstance(answer, list) or not all(isinstance(rule, Rule) for rule in answer):
            raise _broken(found, f"its hook {name} returns something else than a list of rules")
        for rule in answer:
            _check_rule(found, sector, name, rule)
            if rule.id in rules:
                raise _broken(found, f"it has two rules with the id {rule.id}")
            rules[rule.id] = attrs.evolve(rule, owner=found.name)
    if not rules:
        raise _broken(found, "it brings no rules, so it protects nobody")
    plugin = Plugin(found, sector, tuple(rules.values()), tuple(asked.answers))
    try:
        Rulebook.of({found.name: sector}, plugin.rules)
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
    except OSError as problem:
        raise _broken(plugin.found, f"its template {named} cannot be read") from problem


def _check_rule(found: FoundPlugin, sector: Sector, hook: str, rule: Rule) -> None:
    if rule.id[:3] != sector.prefix:
        raise _broken(found, f"the rule {rule.id} does not begin with the sector's prefix {sector.prefix}")
    if rule.area.hook != hook:
        raise _broken(found, f"the rule {rule.id} belongs to {rule.area.hook}, but {hook} returns it")
