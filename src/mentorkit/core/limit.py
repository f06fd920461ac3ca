"""Limits on what a programme states, with strengths and sources of their own where conflicts become bands."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self, get_origin

import attrs

from mentorkit.core.source import Source, Sources, cited
from mentorkit.core.strength import A_STRENGTH, Strength
from mentorkit.text.values_in_text import written, written_list
from mentorkit.values.by_fields import ByFields
from mentorkit.values.days import ALWAYS, DAYS, Days
from mentorkit.values.declared import as_bound, check_named, exceeds, is_a, reaches
from mentorkit.values.duration import Duration

_REPEATED = 3
"""Entries that a fix names again after the message has; more are only read twice."""

OPTIONAL_STRENGTH = is_a((Strength, type(None)), A_STRENGTH)

_VERBS = {Strength.MUST: "has to", Strength.SHOULD: "should", Strength.CAUTION: "could usefully"}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Limit(ByFields):
    """What a value of the file should be, how binding that is, and who says so.

    Attributes:
        own_strength: what follows where the value is outside; None where the rule's own strength holds.
        sources: who says so; empty where the rule's own sources do. A limit that a rule has is never without.
        days: when it holds; on any other day nothing is asked for its sake.
        cumulative: whether several of this kind can be unmet at once, each worth telling; where not, the most binding
            one stands for all.
        met_by_more: whether a list that is outside would be inside with more entries.

    Examples:
        >>> isinstance(at_least(2), Limit)
        True
    """

    own_strength: Strength | None = attrs.field(default=None, alias="strength", validator=OPTIONAL_STRENGTH)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=cited)
    days: Days = attrs.field(default=ALWAYS, validator=DAYS)
    cumulative: ClassVar[bool] = False
    met_by_more: ClassVar[bool] = False

    @property
    def strength(self) -> Strength:
        """How binding the limit is.

        Raises:
            ValueError: where it states none and belongs to no rule yet.
        """
        if self.own_strength is None:
            raise ValueError("a limit that states no strength has that of its rule, and belongs to none yet")
        return self.own_strength

    def of_rule(self, strength: Strength, sources: tuple[Source, ...], days: Days = ALWAYS) -> Self:
        """The limit as a rule has it: what it does not state itself it takes from the rule, and it holds no longer.

        Raises:
            ValueError: where it holds on no day of the rule.
        """
        held = self.days.within(days)
        if held is None:
            raise ValueError(f"a limit holds {self.days.words} and the rule {days.words}, so the limit never does")
        if self.own_strength is not None and self.sources and held is self.days:
            return self
        stated_by = self.sources or sources
        return attrs.evolve(self, strength=self.own_strength or strength, sources=stated_by, days=held)

    def holds(self, value: Any) -> bool:  # noqa: ARG002 - each kind of limit looks at it
        """Whether the value is inside.

        Raises:
            UnitsDifferError: where a duration is stated in units that cannot be compared with the limit's.
        """
        raise TypeError("a limit is one of the kinds below")

    @property
    def words(self) -> str:
        """The limit in words that follow 'should be'."""
        raise TypeError("a limit is one of the kinds below")

    @property
    def example(self) -> tuple[Any, ...]:
        """What a value that is inside has, for examples; empty where the limit names no values."""
        return ()

    def fits(self, type_: Any) -> bool:  # noqa: ARG002 - each kind of limit looks at it
        """Whether values of a type can be held against the limit."""
        raise TypeError("a limit is one of the kinds below")

    def message_and_fix(self, described: str, value: Any) -> tuple[str, str]:
        """What is wrong with a value outside the limit, and what to do.

        Args:
            described: what the value is.
            value: as the file states it.
        """
        return f"{described}: {written(value)}, but it {self.verb} be {self.words}", f"make it {self.words}"

    def phrase(self, type_: Any) -> str:  # noqa: ARG002 - of a list, some kinds of limit say something else
        """The limit as what follows a key whose value has this type: 'has to be at least 30 days'."""
        return f"{self.verb} be {self.words}"

    def phrase_and_days(self, type_: Any) -> str:
        """The same with the days on which it holds, where it does not always: '…, from 2027-04-01'."""
        return ", ".join(filter(None, (self.phrase(type_), self.days.words)))

    @property
    def verb(self) -> str:
        """How binding the limit is, as a verb that 'be' follows."""
        return _VERBS[self.strength]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bound(Limit):
    """A bound of an amount, a duration or a number of entries.

    Attributes:
        bound: how much, how long or how many.
        exact: whether a length of time has to keep to it to the day. A rule that decides about people is as exact in
            its musts; others take a length as people round it.
    """

    bound: Any = attrs.field(converter=as_bound)
    exact: bool = False
    side: ClassVar[str]

    def fits(self, type_: Any) -> bool:
        """Durations with durations, and numbers with numbers or with the entries of a list."""
        if isinstance(self.bound, Duration):
            return isinstance(type_, type) and issubclass(type_, Duration)
        return type_ is int or get_origin(type_) is tuple

    def message_and_fix(self, described: str, value: Any) -> tuple[str, str]:
        """Of a list, how many entries there are."""
        if not isinstance(value, tuple):
            return super().message_and_fix(described, value)
        count = len(value) or "none"
        return f"{described}: {count} listed, but there {self.verb} be {self.counted}", f"list {self.counted}"

    def phrase(self, type_: Any) -> str:
        """Of a list, 'should list at least one'."""
        return f"{self.verb} list {self.counted}" if get_origin(type_) is tuple else super().phrase(type_)

    @property
    def words(self) -> str:
        """For example 'at least 30 days'."""
        return f"{self.side} {self.bound}"

    @property
    def counted(self) -> str:
        """The bound as a number of entries: 'at least one'."""
        return f"{self.side} {'one' if self.bound == 1 else self.bound}"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AtLeast(Bound):
    """A lower bound."""

    side: ClassVar[str] = "at least"
    met_by_more: ClassVar[bool] = True

    def holds(self, value: Any) -> bool:
        """Whether the value, or how many there are of it, is at least the bound."""
        return reaches(value, self.bound, exact=self.exact)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AtMost(Bound):
    """An upper bound."""

    side: ClassVar[str] = "at most"

    def holds(self, value: Any) -> bool:
        """Whether the value, or how many there are of it, is at most the bound."""
        return not exceeds(value, self.bound, exact=self.exact)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OneOf(Limit):
    """The values that are acceptable."""

    values: tuple[Any, ...]

    def holds(self, value: Any) -> bool:
        """Whether the value is one of them."""
        return value in self.values

    @property
    def words(self) -> str:
        """For example 'limited'; true and false as the file writes them."""
        return written_list(self.values, "or")

    @property
    def example(self) -> tuple[Any, ...]:
        """The first of the values."""
        return self.values[:1]

    def fits(self, type_: Any) -> bool:
        """Any single value."""
        return get_origin(type_) is not tuple


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OfList(Limit):
    """What a list has to include, of some entries."""

    entries: tuple[str, ...]
    cumulative: ClassVar[bool] = True
    met_by_more: ClassVar[bool] = True

    def fits(self, type_: Any) -> bool:
        """Lists."""
        return get_origin(type_) is tuple


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Includes(OfList):
    """What a list has to include: all of these entries."""

    def holds(self, value: Any) -> bool:
        """Whether the list has every entry."""
        return not self.missing(value)

    def missing(self, value: Iterable[str]) -> tuple[str, ...]:
        """The entries that the list lacks, in the limit's order."""
        have = set(value)
        return tuple(entry for entry in self.entries if entry not in have)

    @property
    def words(self) -> str:
        """For example 'a list with "wellbeing" and "boundaries"'."""
        return f"a list with {written_list(self.entries, 'and')}"

    def phrase(self, type_: Any) -> str:  # noqa: ARG002 - it is always a list
        """For example 'should include "wellbeing" and "boundaries"'."""
        return f"{self.verb} include {written_list(self.entries, 'and')}"

    @property
    def example(self) -> tuple[Any, ...]:
        """All of the entries."""
        return self.entries

    def message_and_fix(self, described: str, value: Any) -> tuple[str, str]:
        """What the list lacks."""
        missing = self.missing(value)
        fix = f"add {written_list(missing, 'and') if len(missing) <= _REPEATED else 'them'}"
        return f"{described}: {self.verb} include {written_list(missing, 'and')}", fix


@attrs.frozen(kw_only=True, eq=False, repr=False)
class IncludesOneOf(OfList):
    """What a list has to include: one of these entries, or more."""

    def holds(self, value: Any) -> bool:
        """Whether the list has one of the entries."""
        return bool(set(value) & set(self.entries))

    @property
    def words(self) -> str:
        """For example 'a list with "staff" or "coordinator"'."""
        return f"a list with {written_list(self.entries, 'or')}"

    def phrase(self, type_: Any) -> str:  # noqa: ARG002 - it is always a list
        """For example 'should include "staff" or "coordinator"'."""
        return f"{self.verb} include {written_list(self.entries, 'or')}"

    def message_and_fix(self, described: str, value: Any) -> tuple[str, str]:  # noqa: ARG002 - nothing of the list is to be shown
        """The entries of which the list has none."""
        return f"{described}: {self.phrase(tuple)}", "add one of them"


def at_least(bound: Any, *, strength: Strength | None = None, sources: Sources = (), days: Days = ALWAYS) -> Limit:
    """The value is at least this much: "30 days", 2, or so many entries of a list.

    Args:
        bound: how much.
        strength: how binding the limit is; as binding as its rule where left out.
        sources: who says so; those of its rule where left out.
        days: when the limit holds, such as Days(first=date(2027, 4, 1)); always where left out.

    Raises:
        ValueError: for a bound that is neither a length of time nor a whole number.

    Examples:
        >>> limit = at_least("30 days", strength=Strength.MUST)
        >>> limit.verb, limit.words, limit.holds(Duration.parse("5 weeks"))
        ('has to', 'at least 30 days', True)
    """
    return AtLeast(bound=bound, strength=strength, sources=sources, days=days)


def at_most(bound: Any, *, strength: Strength | None = None, sources: Sources = (), days: Days = ALWAYS) -> Limit:
    """The value is at most this much: "14 days", 3, or so many entries of a list; arguments as of `at_least`.

    Raises:
        ValueError: for a bound that is neither a length of time nor a whole number.

    Examples:
        >>> at_most(3).holds(("one", "two"))  # the entries of a list are counted
        True
    """
    return AtMost(bound=bound, strength=strength, sources=sources, days=days)


def one_of(*values: Any, strength: Strength | None = None, sources: Sources = (), days: Days = ALWAYS) -> Limit:
    """The value is one of these; `one_of(True)` asks for true.

    The values are as the file writes them: texts, whole numbers, true or false. Other arguments as of `at_least`.

    Raises:
        ValueError: without a value, or for one that no file can state.

    Examples:
        >>> one_of("enhanced", "standard").words
        '"enhanced" or "standard"'
    """
    check_named("one_of", values, "the values that the file may say", (str, int, bool))
    return OneOf(values=values, strength=strength, sources=sources, days=days)


def includes(*entries: str, strength: Strength | None = None, sources: Sources = (), days: Days = ALWAYS) -> Limit:
    """The list has all of these entries.

    The entries are as the file writes them; other arguments as of `at_least`.

    Raises:
        ValueError: without an entry, or for one that is no text.

    Examples:
        >>> includes("fire", "first aid").holds(("first aid",))
        False
    """
    check_named("includes", entries, "the entries of a list as texts", (str,))
    return Includes(entries=entries, strength=strength, sources=sources, days=days)


def includes_one_of(
    *entries: str, strength: Strength | None = None, sources: Sources = (), days: Days = ALWAYS
) -> Limit:
    """The list has at least one of these entries.

    The entries are as the file writes them; other arguments as of `at_least`.

    Raises:
        ValueError: without an entry, or for one that is no text.

    Examples:
        >>> includes_one_of("fire", "first aid").holds(("first aid",))
        True
    """
    check_named("includes_one_of", entries, "the entries of a list as texts", (str,))
    return IncludesOneOf(entries=entries, strength=strength, sources=sources, days=days)
