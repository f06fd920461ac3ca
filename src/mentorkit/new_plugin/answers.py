"""What an author says of a plugin before it is there, and which answers cannot be used."""

import re
from collections.abc import Iterable, Mapping

import attrs

from mentorkit.core.stage import Area, Stage
from mentorkit.programme.key import field_to_key
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugin
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import visible

FIRST_RULE_TABLES = (*(stage.value for stage in Stage), Area.PROGRAMME.table, Area.NETWORK.table)
"""What the first rule can be about."""
SHIPPED: Mapping[str, str] = {
    "standards": "STD",
    "mental_health": "MHL",
    "probation": "PRB",
    "schools": "SCH",
    "substance": "SUB",
}
"""The sectors that come from us, with the prefixes of their rules; they are taken where they are not installed, too."""

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LONGEST_NAME = 24  # with it, the longest line of a template still has 120 characters
_LONGEST_TITLE = 50


class AnswerError(Exception):
    """An answer cannot be used; the message says why, and which could be."""


@attrs.frozen
class TakenNames:
    """What no new plugin can be called.

    Attributes:
        names: of sectors, each with the distribution that brings it.
        prefixes: of rules, each with the sector that has it.
    """

    names: Mapping[str, str]
    prefixes: Mapping[str, str]

    @classmethod
    def by(cls, names: Mapping[str, str], plugins: Iterable[Plugin]) -> "TakenNames":
        """What the shipped sectors and the installed plugins take.

        Args:
            names: of all installed plugins, those that do not work too, each with its distribution.
            plugins: those that work; what prefix the others have, nobody can say.
        """
        shipped = {name: distribution_of(name) for name in SHIPPED} | {"standards": "mentorkit"}
        prefixes = {prefix: name for name, prefix in SHIPPED.items()}
        return cls({**shipped, **names}, prefixes | {plugin.sector.prefix: plugin.found.name for plugin in plugins})


@attrs.frozen(kw_only=True)
class PluginAnswers:
    """The answers.

    Attributes:
        name: of the sector, as programmes name it.
        title: of the sector, as reports name it.
        prefix: the three capitals that its rule ids begin with.
        stage: what its first rule is about, one of `FIRST_RULE_TABLES`.
    """

    name: str
    title: str
    prefix: str
    stage: str

    @property
    def distribution(self) -> str:
        """What is installed, and the name of its folder."""
        return distribution_of(self.name)

    @property
    def package(self) -> str:
        """What is imported."""
        return f"mentorkit_{self.name}"

    @property
    def area(self) -> Area:
        """The area of the first rule."""
        return next(area for area in Area if area.table == self.stage)

    @property
    def rule(self) -> str:
        """The id of the first rule."""
        return f"{self.prefix}{self.area.number}01"


def distribution_of(name: str) -> str:
    """What a sector's distribution is called by custom, and its folder too."""
    return f"mentorkit-{name.replace('_', '-')}"


def check_name(given: str, taken: TakenNames) -> str:
    """A name that a sector can have and that none has yet.

    Raises:
        AnswerError: for any other.
    """
    if not _NAME.fullmatch(given):
        close = re.sub(r"[ _-]+", "_", given.strip(" _-").lower())
        raise AnswerError(
            f'"{visible(given)}" cannot name a sector: write small letters and digits, with _ between words, such as '
            f"night_shelters{asks(close if _NAME.fullmatch(close) else None)}"
        )
    if len(given) > _LONGEST_NAME:
        raise AnswerError(f"this name has {len(given)} characters; leave it at {_LONGEST_NAME} or fewer")
    if given in taken.names:
        raise AnswerError(f'the sector "{given}" is there already, in {taken.names[given]}; name another')
    if given in _shared_keys():
        raise AnswerError(f'"{given}" is a key of the file that every programme shares; choose another name')
    return given


def check_prefix(given: str, taken: TakenNames) -> str:
    """Three capitals with which no rule id of another sector begins.

    Raises:
        AnswerError: for anything else.
    """
    if not re.fullmatch(r"[A-Z]{3}", given):
        raise AnswerError(f'"{visible(given)}" cannot begin a rule\'s id: write three capital letters, such as HSG')
    if given in taken.prefixes:
        raise AnswerError(f'the rules of the sector "{taken.prefixes[given]}" begin with {given}; choose another')
    return given


def check_stage(given: str) -> str:
    """What the first rule is about.

    Raises:
        AnswerError: for anything but one of `FIRST_RULE_TABLES`.
    """
    if given not in FIRST_RULE_TABLES:
        close = asks(did_you_mean(given, FIRST_RULE_TABLES))
        raise AnswerError(f'"{visible(given)}" must be one of {", ".join(FIRST_RULE_TABLES)}{close}')
    return given


def check_title(given: str) -> str:
    """A title that can stand in a file of Python and in one of TOML as it is.

    Raises:
        AnswerError: for any other.
    """
    title = given.strip()
    if not title:
        raise AnswerError("this title is empty; write what the sector is called, such as housing services")
    if not title.isprintable() or set('"\\') & set(title):
        raise AnswerError('a title is one line without quotation marks (") and backslashes, such as housing services')
    if len(title) > _LONGEST_TITLE:
        raise AnswerError(f"this title has {len(title)} characters; leave it at {_LONGEST_TITLE} or fewer")
    return title


def _shared_keys() -> set[str]:
    """The keys of the tables in which a sector has a table of its own name."""
    tables = [field.type for field in attrs.fields(Programme) if field.type is not None and attrs.has(field.type)]
    return {field_to_key(field.name) for table in tables for field in attrs.fields(table)}
