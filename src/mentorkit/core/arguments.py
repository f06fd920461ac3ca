"""What a rule takes: things that the design states, facts that the programme asks of people, views of the whole."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

import attrs

from mentorkit.core.limit import Limit
from mentorkit.core.source import Source
from mentorkit.core.strength import Strength
from mentorkit.programme.key import DeclaredKey, is_question
from mentorkit.programme.path import Place, path_of, text_of_place
from mentorkit.programme.shared_keys import ways_of_shared
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way, as_ways
from mentorkit.values.by_fields import ByFields
from mentorkit.values.days import ALWAYS, Days
from mentorkit.values.declared import OPTIONAL_TEXT, TEXT


def _as_limits(limits: Any) -> tuple[Limit, ...]:
    if not isinstance(limits, Iterable):
        raise ValueError("limits is a list, also of one: limits=[…]")
    listed = tuple(limits)
    if not all(isinstance(limit, Limit) for limit in listed):
        raise ValueError("limits are made by at_least(), at_most(), one_of(), includes() and includes_one_of()")
    return listed


class View:
    """Something read from the whole design, made once a reading and given to every rule that takes it.

    Examples:
        >>> class Capacity(View):
        ...     def __init__(self, people: int) -> None:
        ...         self.people = people
        ...
        ...     @classmethod
        ...     def of(cls, programme: Programme) -> "Capacity | None":
        ...         mentors = programme.programme.mentors
        ...         return None if mentors is None else cls(2 * mentors)
        >>> Capacity.of(Programme()) is None  # then no rule that takes it applies
        True
    """

    reads: ClassVar[tuple[str | Place, ...]] = ()
    """The tables or keys of the file that the view is made of, such as At.network."""

    @classmethod
    def of(cls, programme: Programme) -> Self | None:
        """The view of a programme, or None where the programme has nothing of it: then no such rule applies."""
        raise NotImplementedError

    @classmethod
    def is_in(cls, programme: Programme) -> bool:  # noqa: ARG003 - a view that can tell quickly looks at it
        """Whether the programme may have anything of it; False spares making the view."""
        return True


@attrs.frozen(eq=False, repr=False)
class Parameter(DeclaredKey):
    """Something the design must state.

    Where `at` names a key that every programme shares, the shared tables say what it is, and how and when it is asked;
    a rule adds `limits`, an `example` of its own, and `synonyms` of the entries that it asks for.

    Attributes:
        description: what it is, in words that follow the key.
        limits: what the value should be; what a limit leaves out, strength or sources, it takes from the rule.
        at: where it stands in the file, such as At.supervision.phases or "supervision.phases"; a key of the sector's
            own table at the rule's stage where left out.
        example: a value as the file writes it.
        question: what to ask a coordinator, in one plain sentence that ends in a question mark.
        plausible: the smallest and the largest plausible value of a number, a length of time, or each entry of a list
            of them, both included and as the file writes them: `("1 week", "5 years")`, `(1, 500)`. A value outside
            is allowed; one asks whether it is meant.
        decide_by: by when a service has to settle it.
        synonyms: of a list of texts: from an entry that rules know to other words for exactly the same; they are read
            as the entry when a file is opened.
        open_list: whether a list of texts may have entries that no rule knows.
        was: the name that the key had in an earlier release of the plugin; files that state it are still read, and
            the new name is reported. Of a sector's own keys only.

    Examples:
        >>> doors = Parameter("how many doors there are", question="How many doors are there?", plausible=(1, 20))
        >>> doors.description, doors.is_plausible(200)
        ('how many doors there are', False)
    """

    limits: tuple[Limit, ...] = attrs.field(default=(), converter=_as_limits, kw_only=True)
    at: str | None = attrs.field(default=None, kw_only=True, converter=text_of_place, validator=OPTIONAL_TEXT)
    was: str = attrs.field(default="", kw_only=True, validator=TEXT)


@attrs.frozen(eq=False, repr=False)
class Fact(ByFields):
    """A thing that the programme asks about one case; it may be unknown.

    Attributes:
        description: what is asked, in words that follow the name.
        question: what to ask the person, or whoever knows, in one plain sentence that ends in a question mark.
        ways: the ways of support for which it makes sense to ask; empty for all.
        was: the name that the fact had in an earlier release of the plugin; `collects` and sheets that have it are
            still read, and the new name is reported.
        not_before: of a date or moment: the name of the fact whose date cannot be later than this one; empty for none.
        not_after: of a date or moment: "on" where it cannot be after the day that is asked about, or the name of the
            fact whose date cannot be earlier than this one; empty for none.

    Examples:
        >>> Fact("the date on which the visits ended", not_before="visits_began_on", not_after="on").not_after
        'on'
        >>> Fact("the date since when the applicant has been housed", was="housed_from").was
        'housed_from'
    """

    description: str = attrs.field(validator=TEXT)
    question: str = attrs.field(default="", kw_only=True, validator=is_question)
    ways: frozenset[Way] = attrs.field(default=frozenset(), kw_only=True, converter=as_ways)
    was: str = attrs.field(default="", kw_only=True, validator=TEXT)
    not_before: str = attrs.field(default="", kw_only=True, validator=TEXT)
    not_after: str = attrs.field(default="", kw_only=True, validator=TEXT)


@attrs.frozen(eq=False, repr=False)
class Argument(ByFields):
    """A `Parameter` or a `Fact` as one rule uses it.

    Attributes:
        name: of the function's argument, or of the key.
        type: of the value.
        declared: the annotation.
        limits: those of a parameter, each with a strength and sources; a fact has none.
        ways: the ways of support for which it makes sense, as it or the table that all programmes share declares.
        optional: whether a search takes the parameter as None where the design does not state it, and nobody is asked.
    """

    name: str
    type: Any
    declared: Parameter | Fact
    limits: tuple[Limit, ...] = ()
    ways: frozenset[Way] = frozenset()
    optional: bool = False

    def of_rule(self, strength: Strength, sources: tuple[Source, ...], days: Days = ALWAYS) -> "Argument":
        """A parameter as a rule of this strength, these sources and these days has it."""
        declared = self.declared.limits if isinstance(self.declared, Parameter) else ()
        limits = tuple([limit.of_rule(strength, sources, days) for limit in declared])
        at = self.declared.at if isinstance(self.declared, Parameter) else None
        ways = self.declared.ways or (ways_of_shared(path_of(at)) if at else self.declared.ways)
        return attrs.evolve(self, limits=limits, ways=ways) if limits or ways else self

    def on(self, day: date) -> "Argument":
        """The argument with the limits alone that hold on a day."""
        held = tuple([limit for limit in self.limits if day in limit.days])
        return self if len(held) == len(self.limits) else attrs.evolve(self, limits=held)

    @property
    def bounds(self) -> tuple[str, str]:
        """What a date cannot be before, and after; both empty where it can be any."""
        return (self.declared.not_before, self.declared.not_after) if isinstance(self.declared, Fact) else ("", "")

    @property
    def example(self) -> str:
        """A value of a parameter as the file writes it, or empty."""
        return self.declared.example if isinstance(self.declared, Parameter) else ""
