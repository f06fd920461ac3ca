"""Rules: one annotated function, from whose signature both readings follow, or what the design must state and no more.

An argument annotated `Parameter` is something the design must state, a `Fact` is something the programme must ask of a
person, `on` is the date of the decision, `programme` the whole design, and a `View` what is read from all of it. See
`design_reading.py` and `case_reading.py` for the two readings.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import ModuleType
from typing import Any

import attrs

from mentorkit.core.arguments import Argument, Parameter, View
from mentorkit.core.condition import Condition
from mentorkit.core.finding import Problem
from mentorkit.core.source import Source
from mentorkit.core.stage import Area, Stage
from mentorkit.core.strength import A_STRENGTH, Strength
from mentorkit.programme.path import Path, path_of
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way, as_ways
from mentorkit.values.by_fields import ByFields
from mentorkit.values.crash_log import CrashedError, call_plugin
from mentorkit.values.days import ALWAYS, DAYS, ByDay, Days
from mentorkit.values.declared import TEXT, filled, is_a
from mentorkit.values.edition import Edition, as_edition
from mentorkit.values.review import Review

DECLARED = "_rules_declared"
"""Where a module keeps the rules that it declares by their limits, so that one without a name is not lost."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rule(ByFields):
    """One checkable statement; made by the decorator `rule` or by `requires`, never by hand.

    Attributes:
        id: such as SUB101; never reused.
        name: what it says, in a few words.
        strength: how binding.
        sources: who says so; limits may cite further ones.
        reason: why it is there.
        unmet: what is said of a case or design that does not meet the rule.
        fix: what to do then.
        applies: in which designs; None for all.
        ways: the ways of support for which it makes sense, and all that it needs does; empty for all. It applies to no
            programme that offers none of them.
        days: when it holds; on any other day it does not apply.
        waivable: whether a service may record a decision not to follow it.
        waived_by: the roles of which one has to agree to that; where empty, what the rule is about decides.
        met_by_more: the names of parameters that are lists and could meet it with more entries; a design in which it is
            not met falls short only where they are complete.
        refers: whether a case that does not meet it, or of which that is not known, is referred whatever the strength.
        reviewed: who has looked at it, of those who do the work; None where nobody has yet.
        asked_since: the edition of the sector that first had the rule; None where it was there from the beginning.
        parameters: what the design must state.
        facts: what the programme must ask.
        reads: what it looks at in the design besides, whether stated or not.
        views: the views that the function takes, by the name of the argument.
        tables: the tables of values that the function takes, by the name of the argument.
        arguments: the names of all that the function takes, such as 'on'; a parameter that is not among them is stated
            for its limits alone.
        function: the predicate, or the search for problems; None where the limits say it all.
        searches: whether the function gives problems, instead of true or false.
        area: what the rule is about, from its id.
        module: the name of the module that declares it.
        line: the file and the line in it where the rule begins.
        owner: the name of the plugin that brings the rule, known once it is loaded.

    Examples:
        >>> law = Source(author="A", title="An Act", address="https://example.org", evidence=Evidence.GUIDANCE)
        >>> HSG801 = requires(
        ...     "HSG801",
        ...     "visits are insured",
        ...     {"insured": Annotated[bool, Parameter("whether visits are insured", example="true")]},
        ...     strength=Strength.MUST,
        ...     sources=[law],
        ...     reason="Accidents happen.",
        ... )
        >>> isinstance(HSG801, Rule), HSG801.name, HSG801.reason, HSG801.area.table
        (True, 'visits are insured', 'Accidents happen.', 'governance')
    """

    id: str
    name: str = attrs.field(validator=filled)
    strength: Strength = attrs.field(validator=is_a(Strength, A_STRENGTH))
    sources: tuple[Source, ...]
    reason: str = attrs.field(validator=filled)
    unmet: str = attrs.field(validator=TEXT)
    fix: str = attrs.field(validator=TEXT)
    applies: Condition | None = attrs.field(
        validator=is_a((Condition, type(None)), "a condition, such as when() or in_settings() makes")
    )
    ways: frozenset[Way] = attrs.field(default=frozenset(), converter=as_ways)
    days: Days = attrs.field(default=ALWAYS, validator=DAYS)
    waivable: bool = attrs.field(validator=is_a(bool, "True or False"))
    waived_by: tuple[str, ...] = ()
    met_by_more: tuple[str, ...] = ()
    refers: bool = attrs.field(default=False, validator=is_a(bool, "True or False"))
    reviewed: Review | None = attrs.field(
        default=None, validator=is_a((Review, type(None)), "a Review, with the role of who did it and the day")
    )
    asked_since: Edition | None = attrs.field(default=None, converter=as_edition)
    parameters: tuple[Argument, ...]
    facts: tuple[Argument, ...] = ()
    reads: tuple[Path, ...] = ()
    views: Mapping[str, type[View]] = attrs.field(factory=dict, eq=False)
    tables: Mapping[str, ByDay] = attrs.field(factory=dict, eq=False)
    arguments: tuple[str, ...] = ()
    function: Callable[..., Any] | None = attrs.field(default=None, eq=False, repr=False)
    searches: bool = False
    area: Area
    module: str = attrs.field(eq=False)
    line: tuple[str, int] = attrs.field(eq=False, repr=False)
    owner: str = ""

    @property
    def stage(self) -> Stage | None:
        """The stage whose cases the rule judges, or None where it reads the design alone."""
        return self.area.stage if self.facts else None

    @property
    def has_function(self) -> bool:
        """Whether there is a function to ask; without one the rule is no more than its limits."""
        return self.function is not None

    @property
    def guards_safety(self) -> bool:
        """Whether people are at risk where it is not kept: the musts on safeguarding, and what nobody may waive."""
        about_safety = self.area in (Area.SUPERVISION, Area.NETWORK)
        return self.strength is Strength.MUST and (about_safety or not self.waivable)

    @property
    def review_in_words(self) -> str:
        """Who has looked at the rule, or that nobody has yet."""
        return self.reviewed.words if self.reviewed else "not yet reviewed by a practitioner"

    @property
    def depends_on_day(self) -> bool:
        """Whether the function gets another answer from one day to the next, all else alike."""
        return "on" in self.arguments or bool(self.tables)

    @property
    def changes(self) -> frozenset[date]:
        """The days from which on the rule, its condition, a limit or a table of it says something else."""
        limits = (limit.days.changes for argument in self.parameters for limit in argument.limits)
        applies = () if self.applies is None else self.applies.changes
        return self.days.changes.union(applies, *limits, *(table.changes for table in self.tables.values()))

    def on(self, day: date) -> "Rule":
        """The rule with the limits alone that hold on a day."""
        if all(day in limit.days for argument in self.parameters for limit in argument.limits):
            return self
        held = [(argument, argument.on(day)) for argument in self.parameters]
        # Nobody is asked for what was wanted only for the sake of limits of other days.
        kept = [then for now, then in held if then.limits or not now.limits or now.name in self.arguments]
        return attrs.evolve(self, parameters=tuple(kept))

    def asked_of(self, programme: Programme) -> list[Argument]:
        """The parameters that the design has to state: none of a way of support alone that it does not offer."""
        return [each for each in self.parameters if not each.optional and programme.may_offer(each.ways)]

    def applies_to(self, programme: Programme, on: date | None) -> bool:
        """Whether the rule applies to a design on a day, as it does unless it is known not to."""
        if not programme.may_offer(self.ways):
            return False
        in_force = (on is None or on in self.days) and bool(self.parameters or self.function)
        return in_force and (self.applies is None or self.applies.holds(programme, on))

    def answer(self, values: Mapping[str, Any]) -> bool:
        """Whether the rule is met, from the values of its arguments, among which there may be others.

        Raises:
            CrashedError: where it raises, exits, or answers with anything but true or false.
        """
        answer = call_plugin(lambda: self._ask(values))
        if not isinstance(answer, bool):
            raise CrashedError(f"it answered with {type(answer).__name__}, not with true or false")
        return answer

    def search(self, values: Mapping[str, Any]) -> list[Problem]:
        """The problems that a rule which searches finds, from the values of its arguments, among others or not.

        Raises:
            CrashedError: where it raises, exits, or finds anything but problems.
        """
        found = call_plugin(lambda: list(self._ask(values)))
        if not all(isinstance(problem, Problem) for problem in found):
            raise CrashedError("it gave something that is not a problem made by falls_short or not_settled")
        return found  # type: ignore[no-any-return] # each looked at

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """What the rule's function gives, as a unit test calls it; nothing is checked.

        Raises:
            TypeError: for a rule that is no more than its limits.
        """
        if self.function is None:
            raise TypeError(f"{self.id} is no more than its limits, so there is nothing to ask it")
        return self.function(*arguments, **named)

    def _ask(self, values: Mapping[str, Any]) -> Any:
        known = {**values, **self.values_on(values.get("on"))}
        return self(**{name: known[name] for name in self.arguments})

    def values_on(self, day: Any) -> dict[str, Any]:
        """The values of the day in the rule's tables, by the name of the argument.

        Raises:
            LookupError: for a day before the first of a table.
        """
        return {name: table.on(day) for name, table in self.tables.items()}

    def path(self, argument: Argument) -> Path:
        """Where one of the rule's parameters stands in the file."""
        at = argument.declared.at if isinstance(argument.declared, Parameter) else None
        return path_of(at) if at else (self.area.table, self.owner, argument.name)

    def looks_at(self, path: Path) -> bool:
        """Whether the rule's search, or a view that it takes, reads a key of the file, stated or not."""
        return any(path[: len(read)] == read for read in self.looked_at)

    @property
    def looked_at(self) -> tuple[Path, ...]:
        """The keys and tables of the file that its search reads, and those of the views that it takes."""
        return (*self.reads, *(path_of(at) for view in self.views.values() for at in view.reads))

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """The rule's sources and those of its limits, each once."""
        limits = (limit for argument in self.parameters for limit in argument.limits)
        return tuple(dict.fromkeys([*self.sources, *(source for limit in limits for source in limit.sources)]))


def rules_in(module: ModuleType) -> list[Rule]:
    """All rules that a module declares, by id; what a stage's hook returns. None can be forgotten.

    Examples:
        >>> from mentorkit.standards import screening
        >>> [made.id for made in rules_in(screening)][:2]
        ['STD101', 'STD102']
    """
    there = [*vars(module).get(DECLARED, {}).values(), *vars(module).values()]
    own = {id(made): made for made in there if isinstance(made, Rule) and made.module in ("", module.__name__)}
    return sorted(own.values(), key=lambda made: made.id)
