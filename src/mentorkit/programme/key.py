"""How the keys of the file are declared, and what stands for those that Python keeps to itself."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from keyword import iskeyword
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.ways import Way, as_ways
from mentorkit.text.values_in_text import written
from mentorkit.text.words import WORDS, in_words, listed, placeholders_of
from mentorkit.values.by_fields import ByFields
from mentorkit.values.capacity import Capacity
from mentorkit.values.declared import TEXT, is_a, kind_of
from mentorkit.values.duration import Duration, UnitsDifferError
from mentorkit.values.inexact import Inexact
from mentorkit.values.rate import Rate
from mentorkit.values.time_passed import TimePassed

KEY = "key"
"""Where the metadata of a field keep what its key declares."""
MORE = "more"
"""Where they keep the class of what an entry of its list may say beside what it is; there for few lists."""

Amount = int | Duration | Rate | Capacity
_RANGE = (
    'the smallest and the largest plausible value as the file writes them, such as ("1 week", "5 years") or (1, 500)'
)
_MINUTES_A_DAY = 24 * 60
_MINUTES_OF_A_DAY_GIVEN = 6 * 60
"""What somebody who gives a day to something spends on it, at least: "2 days" are 12 hours or more of a meeting."""


class DecideBy(Enum):
    """By when a service has to settle what a key says.

    Examples:
        >>> DecideBy.FIRST_MEETING.value
        'before the first meeting'
    """

    RECRUITMENT = "before anybody is recruited"
    FIRST_MEETING = "before the first meeting"
    FIRST_YEAR = "within the first year"


def is_question(_instance: Any, attribute: Any, value: Any) -> None:
    """What attrs asks of a question: empty, or one sentence that can be read aloud to somebody."""
    TEXT(_instance, attribute, value)
    if value and not value.endswith("?"):
        raise ValueError(f"'{attribute.alias}' is one question, and ends in a question mark: \"{value}\" does not")
    if "{" in value and (unknown := sorted(placeholders_of(value)[0] - set(WORDS))):
        raise ValueError(
            f"'{attribute.alias}' names {{{unknown[0]}}}, which is no word that sectors set; there are {sorted(WORDS)}"
        )


def _as_range(stated: Any) -> tuple[Amount, Amount] | None:
    """A range as authors write it, with texts as lengths of time."""
    if stated is None:
        return None
    if not isinstance(stated, tuple | list) or len(stated) != 2:
        raise ValueError(f"'plausible' is {_RANGE}, not {kind_of(stated)}")
    least: Any
    most: Any
    try:
        least, most = [_as_amount(value) if isinstance(value, str) else value for value in stated]
    except ValueError as problem:
        raise ValueError(f"'plausible' is {_RANGE}: {problem}") from None
    if type(least) is not type(most) or type(least) not in (int, Duration, TimePassed, Rate, Capacity):
        raise ValueError(f"'plausible' is {_RANGE}, not {kind_of(stated[0])} and {kind_of(stated[1])}")
    try:
        turned = least > most
    except UnitsDifferError as problem:
        if not least.minutes:  # from hours up to weeks is a range
            raise ValueError(f"'plausible' cannot be put in order: {problem}") from None
        turned = False
    if turned:
        raise ValueError(f"'plausible' is turned round: {written(least)} is more than {written(most)}")
    return least, most


def _as_amount(text: str) -> Amount:
    """A length of time, or how many in a time."""
    return Rate.parse(text) if " per " in text else Duration.parse(text)


def _is_below(value: Any, least: Any) -> bool:
    """Whether a value is less; of hours against days where it is so by the clock."""
    try:
        return bool(value < least)
    except UnitsDifferError:
        return _most_minutes(value) < _fewest_minutes(least, _MINUTES_A_DAY)


def _is_above(value: Any, most: Any) -> bool:
    """Whether a value is more; of days against hours where it is so for whoever gives few hours of each to it."""
    try:
        return bool(value > most)
    except UnitsDifferError:
        return _fewest_minutes(value, _MINUTES_OF_A_DAY_GIVEN) > _most_minutes(most)


def _fewest_minutes(length: Duration, a_day: int) -> int:
    return length.minutes or length.in_days[0] * a_day


def _most_minutes(length: Duration) -> int:
    return length.minutes or length.in_days[1] * _MINUTES_A_DAY


def _as_synonyms(stated: Any) -> Mapping[str, tuple[str, ...]]:
    """Synonyms as authors write them: from an entry to a list of other words for it."""
    example = '{"safeguarding": ["child protection"]}'
    if not isinstance(stated, Mapping):
        raise ValueError(f"'synonyms' is a mapping such as {example}, not {kind_of(stated)}")
    found: dict[str, str] = {}
    for entry, words in stated.items():
        if not isinstance(words, list | tuple):
            raise ValueError(f"'synonyms' has a list of words for each entry, such as {example}")
        if not words:
            raise ValueError(f"'synonyms' has no words for \"{entry}\"; leave it out")
        for word in (entry, *words):
            if not isinstance(word, str) or not word.strip():
                raise ValueError(
                    f"'synonyms' has texts, not {'an empty one' if isinstance(word, str) else kind_of(word)}"
                )
        for word in words:
            if word in stated:
                raise ValueError(f'"{word}" is an entry of the list itself, so it is not a synonym of "{entry}"')
            if found.setdefault(word, entry) != entry:
                raise ValueError(f'"{word}" is a synonym of both "{found[word]}" and "{entry}"; leave one of them out')
    return {entry: tuple(words) for entry, words in stated.items()}


@attrs.frozen(eq=False, repr=False)
class DeclaredKey(ByFields):
    """What a key of the file is, and how a service is asked about it.

    Attributes:
        description: what it is, in words that follow the key.
        example: a value as the file writes it.
        question: what to ask a coordinator, in one plain sentence, such as "How long does the course last?".
        plausible: the smallest and the largest plausible value, of a list for each entry; outside of them one asks
            whether the value is meant. Of whole numbers, lengths of time and rates only.
        decide_by: by when a service has to settle it.
        synonyms: of a list: from an entry that rules know to other words for exactly the same.
        open_list: of a list: whether it may have entries that no rule knows; of a list of choices, as
            `{ is = "other", called = "sports club" }`. Of a text of the shared tables: likewise.
        ways: the ways of support for which the key makes sense; empty for all. Programmes that offer none of them are
            not asked for it.

    Examples:
        >>> wait = DeclaredKey("how long people wait", plausible=("1 day", "1 year"))
        >>> wait.is_plausible(Duration.parse("6 weeks")), wait.is_plausible(Duration.parse("3 years"))
        (True, False)
    """

    description: str = attrs.field(default="", validator=TEXT)
    example: str = attrs.field(default="", kw_only=True, validator=is_a(str, "what the file would say, in quotes"))
    question: str = attrs.field(default="", kw_only=True, validator=is_question)
    plausible: tuple[Amount, Amount] | None = attrs.field(default=None, kw_only=True, converter=_as_range)
    decide_by: DecideBy | None = attrs.field(
        default=None,
        kw_only=True,
        validator=is_a((DecideBy, type(None)), listed((f"DecideBy.{each.name}" for each in DecideBy), "or")),
    )
    synonyms: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, kw_only=True, converter=_as_synonyms, eq=False)
    open_list: bool = attrs.field(default=False, kw_only=True, validator=is_a(bool, "True or False"))
    ways: frozenset[Way] = attrs.field(default=frozenset(), kw_only=True, converter=as_ways)

    def is_plausible(self, value: Any) -> bool:
        """Whether a value, each entry of a list or each stated end of a range, is plausible, or nobody can say.

        Months against days are outside only where they are so in every calendar. Hours are less than days where they
        are so by the clock, and days are more than hours where 6 hours of each are.
        """
        if self.plausible is None:
            return True
        if isinstance(value, tuple | Inexact):
            return all(map(self.is_plausible, value if isinstance(value, tuple) else value.stated.values()))
        if isinstance(value, Capacity) and value.is_open:
            return True
        least, most = self.plausible
        return not (_is_below(value, least) or _is_above(value, most))

    def in_words(self, words: Mapping[str, str]) -> "DeclaredKey":
        """The same in the words of a sector."""
        return attrs.evolve(
            self,
            description=in_words(self.description, words),
            example=in_words(self.example, words),
            question=in_words(self.question, words),
        )

    @property
    def detail(self) -> str:
        """What the description adds to what the key is, behind a colon or a semicolon; mostly empty."""
        return self.description[cut.end() :] if (cut := re.search("[:;] ", self.description)) else ""

    @property
    def range_in_words(self) -> str:
        """The plausible range, such as "1 week to 5 years"; empty where there is none."""
        return "" if self.plausible is None else f"{self.plausible[0]} to {self.plausible[1]}"


def check_key(declared: DeclaredKey, name: str, type_: Any) -> None:
    """Refuses what does not go with the type of a key.

    Raises:
        ValueError: naming the key.
    """
    is_list = get_origin(type_) is tuple
    entry = get_args(type_)[0] if is_list else type_
    if declared.plausible is not None and not _is_kind(entry, type(declared.plausible[0])):
        kind, other = kind_in_words(type_), kind_in_words(type(declared.plausible[0]))
        raise ValueError(f"'plausible' of {name!r} is for a {other}, but the key is: {kind}")
    texts = is_list and (entry is str or get_origin(entry) is Literal)
    of_lists = ("synonyms",) if type_ is str else ("synonyms", "open_list")
    if not texts and (wrong := [label for label in of_lists if getattr(declared, label)]):
        raise ValueError(f"{wrong[0]!r} is for lists of texts, and {name!r} is not one: {kind_in_words(type_)}")


def _is_kind(type_: Any, of: type) -> bool:
    return isinstance(type_, type) and issubclass(type_, of) and type_ is not bool


def joined(declared: Iterable[DeclaredKey]) -> DeclaredKey:
    """Declarations of one key as one: each thing from the first that says it, and the synonyms of all.

    Of what contradicts itself, the first says it as well: a word stands for one entry, and an entry for itself.
    """
    every = list({id(each): each for each in declared}.values())  # rules share most declarations
    if len(every) == 1:
        return every[0]
    names = [field.name for field in attrs.fields(DeclaredKey) if field.name != "synonyms"]
    said = {name: [value for each in every if (value := getattr(each, name))] for name in names}
    entries = {entry for each in every for entry in each.synonyms}
    meant: dict[str, str] = {}
    for entry, words in (pair for each in every for pair in each.synonyms.items()):
        for word in words:
            if word not in entries:
                meant.setdefault(word, entry)
    synonyms: dict[str, list[str]] = {}
    for word, entry in meant.items():
        synonyms.setdefault(entry, []).append(word)
    return DeclaredKey(**{name: values[0] for name, values in said.items() if values}, synonyms=synonyms)


def key(
    description: str,
    example: str,
    *,
    question: str,
    decide_by: DecideBy,
    plausible: tuple[object, object] | None = None,
    synonyms: Mapping[str, Sequence[str]] = MappingProxyType({}),
    open_list: bool = False,
    more: type[ByFields] | None = None,
    ways: Iterable[Way] = (),
) -> Any:
    """An optional key of the file; what it declares is what the documentation, the schema and messages say about it.

    It takes what `DeclaredKey` takes, and of an open list of texts the class of what an entry may say beside what it is
    (`more`).
    """
    declared = DeclaredKey(
        description,
        example=example,
        question=question,
        decide_by=decide_by,
        plausible=plausible,
        synonyms=synonyms,
        open_list=open_list,
        ways=ways,
    )
    return attrs.field(default=None, metadata={KEY: declared, **({MORE: more} if more else {})})


def outside_tables(**default: Any) -> Any:
    """An attribute that is no key of the file, and no table."""
    return attrs.field(**default, metadata={"outside_tables": True})


def is_in_file(field: "attrs.Attribute[Any]") -> bool:
    """Whether an attribute is a key or a table of the file."""
    return "outside_tables" not in field.metadata


@lru_cache(maxsize=1024)
def key_to_field(name: str) -> str:
    """The attribute that holds a key: Python keeps some words, such as `for` and `from`, to itself."""
    return f"{name}_" if iskeyword(name) else name


def field_to_key(name: str) -> str:
    """The key that an attribute stands for."""
    return name.removesuffix("_")
