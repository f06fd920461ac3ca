"""What a plugin can be asked for; pluggy collects the answers and decides nothing.

Every hook takes no argument and returns declarations. A plugin that has rules for a stage implements the hook of that
stage, and imports the module with the rules inside it, so that finding a plugin imports no rule.
"""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import attrs
import pluggy

from mentorkit.core.rule import Rule
from mentorkit.programme.design import Setting
from mentorkit.text.did_you_mean import refuse_unknown
from mentorkit.text.words import WORDS
from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import TEXT, filled, inside_package, is_a, three_capitals
from mentorkit.values.tool import Tool, tools

PROJECT = "mentorkit"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

_MAPPING = is_a(Mapping, "a mapping")


def _known_words(sector: "Sector", attribute: "attrs.Attribute[Any]", words: Mapping[str, str]) -> None:
    _MAPPING(sector, attribute, words)
    refuse_unknown("word", words, WORDS)
    for word in words.values():
        TEXT(sector, attribute, word)


def _known_words_in(sector: "Sector", attribute: "attrs.Attribute[Any]", settings: Mapping[str, Any]) -> None:
    _MAPPING(sector, attribute, settings)
    for setting, words in settings.items():
        refuse_unknown("setting", [setting], get_args(Setting))
        _known_words(sector, attribute, words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sector(ByFields):
    """What a plugin is about.

    Attributes:
        title: such as 'drug and alcohol services'.
        prefix: the three capitals that its rule ids begin with.
        edition: of its rules; reports name it.
        words: what people and times are called here, for example {"mentee": "service user", "episode": "treatment"}.
        words_in: the words that differ in one setting, by setting, for example {"custody": {"mentee": "person in
            prison"}}; for a programme that is delivered there and nowhere else.
        template: a complete programme to start from, as a file of the plugin's package such as "templates/x.toml".
        tools: the validated tools that its rules or examples name, with their range and which way is better.

    Raises:
        ValueError: at creation, for words that messages do not use, a template outside the package, and tools that are
            none.

    Examples:
        >>> Sector(title="housing", prefix="HSG", edition="2026-11", words={"mentee": "tenant"}).prefix
        'HSG'
    """

    title: str = attrs.field(validator=filled)
    prefix: str = attrs.field(validator=three_capitals)
    edition: str = attrs.field(validator=filled)
    words: Mapping[str, str] = attrs.field(factory=dict, validator=_known_words)
    words_in: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict, validator=_known_words_in)
    template: str | None = attrs.field(default=None, validator=inside_package)
    tools: Sequence[Tool] = attrs.field(default=(), validator=tools)


@hookspec
def mentorkit_sector() -> Sector:  # type: ignore[empty-body]
    """The sector itself. Every plugin implements this one."""


@hookspec
def mentorkit_programme() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about the design as a whole, its governance and its data: areas 0 and 8."""


@hookspec
def mentorkit_screening() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about who may become a mentor: area 1."""


@hookspec
def mentorkit_training() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about what mentors learn: area 2."""


@hookspec
def mentorkit_matching() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about matching and the relationship: area 3."""


@hookspec
def mentorkit_supervision() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about supervision and safeguarding: area 4."""


@hookspec
def mentorkit_graduation() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about graduation and progression: area 5."""


@hookspec
def mentorkit_outcomes() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about what is measured: area 6."""


@hookspec
def mentorkit_network() -> list[Rule]:  # type: ignore[empty-body]
    """Rules about the network of referral and support: area 7."""
