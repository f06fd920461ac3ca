"""Which sheet a file is: its columns say it, so that nobody has to say which way of support it is about."""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentorkit.cli.read_file import start_of
from mentorkit.programme.kept_columns import WANTS_SPONSOR
from mentorkit.programme.ways import Way, way_names
from mentorkit.text.words import listed

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.core.stage import Stage
    from mentorkit.programme.tables import Programme

_KEYS = {".jsonl": r'"(\w+)"\s*:', ".ndjson": r'"(\w+)"\s*:', ".toml": r'(\w+)"?[ \t]*='}
"""What stands before a value, by the suffix of a file; any other file is a sheet whose first line has the names."""


class SheetKind(NamedTuple):
    """A kind of sheet.

    Attributes:
        name: what is in it.
        ways: of support that have such a sheet.
        given_to: which command takes it, and how.
    """

    name: str
    ways: frozenset[Way]
    given_to: str


_ROTA = frozenset((Way.DROP_IN, Way.ON_CALL, Way.ONLINE))
PEOPLE = SheetKind("people", frozenset(Way), "give it to 'mentorkit decide' or 'due', or to 'match' as the first sheet")
MEMBERS = SheetKind(
    "members",
    frozenset((Way.MUTUAL_AID,)),
    f"give it to 'mentorkit match' or 'due', alone; if it is of other people, remove the column {WANTS_SPONSOR}",
)
MEASURES = SheetKind("measures", frozenset(Way), "give it to 'mentorkit outcomes'")
ATTENDANCE = SheetKind(
    "attendance",
    frozenset((Way.GROUP_SESSIONS,)),
    "give it to 'mentorkit due' or 'outcomes', with the sheet of sessions behind --sessions",
)
SESSIONS = SheetKind(
    "sessions",
    frozenset((Way.GROUP_SESSIONS,)),
    "name it behind --sessions of 'mentorkit due' or 'outcomes', or give it to 'mentorkit match' behind the people",
)
SHIFTS = SheetKind("shifts", _ROTA, "give it to 'mentorkit rota', or to 'mentorkit match' behind the people")
CONTACTS = SheetKind("contacts", _ROTA, "give it to 'mentorkit outcomes'")
INCIDENTS = SheetKind(
    "incidents",
    frozenset((Way.INCIDENT,)),
    "give it to 'mentorkit due' or 'outcomes', or to 'mentorkit match' behind the people",
)
PROPOSALS = SheetKind(
    "proposals", frozenset(Way), "name it behind --lock of 'mentorkit match'; 'mentorkit decide matching' takes pairs"
)


class Sheet(NamedTuple):
    """A sheet that somebody gave to a command.

    Attributes:
        file: its name.
        kinds: what it can be: the kinds that know most of its columns; none where nothing knows them.
        columns: their names, as far as its beginning has them, without that of the ids.
    """

    file: str
    kinds: tuple[SheetKind, ...]
    columns: frozenset[str]

    @property
    def kind(self) -> SheetKind:
        """What it is, once a command has said by `as_one_of` what it takes."""
        return self.kinds[0]

    @property
    def ways(self) -> frozenset[Way]:
        """The ways of support that have such a sheet: all of them where nothing knows its columns."""
        return frozenset(Way) if not self.kinds else frozenset[Way]().union(*(kind.ways for kind in self.kinds))

    def as_one_of(self, programme: "Programme", *taken: SheetKind, otherwise: SheetKind | None = None) -> "Sheet":
        """The sheet as a command takes it.

        Args:
            programme: the design; what is needed instead is named as far as a way that it offers has it.
            taken: the kinds that the command takes.
            otherwise: one of them, as which it is read where its columns say nothing, so that reading says what is
                wrong; None to leave it open.

        Raises:
            CannotJudgeError: where it is of another kind.
        """
        from mentorkit.toml.document import CannotJudgeError

        if not self.kinds:
            return self._replace(kinds=(otherwise,) if otherwise else ())
        if fitting := tuple(kind for kind in taken if kind in self.kinds):
            return self._replace(kinds=fitting)
        needed = listed([kind.name for kind in taken if programme.may_offer(kind.ways)] or [taken[0].name], "or")
        message = f"this is a sheet of {self.kind.name}, and one of {needed} is needed here"
        raise CannotJudgeError(self.file, message, self.kind.given_to)

    def way(self, programme: "Programme", named: str | None, ways: Iterable[Way] = tuple(Way)) -> str | None:
        """The way of support that the sheet is about: the one that was named, or the only one offered that has it.

        Args:
            programme: the design.
            named: with --way; None where it was not said.
            ways: those in which the command takes such a sheet.

        Returns:
            The name of the way; None where the sheet does not say more than the programme does.

        Raises:
            CannotJudgeError: where another way was named, or none is offered that has such a sheet.
        """
        from mentorkit.toml.document import CannotJudgeError

        if not self.kinds:
            return named
        having = self.ways.intersection(ways)
        offered = [way for way in Way if programme.may_offer({way})]
        left = [way for way in offered if way in having]
        what = f"this is a sheet of {self.kind.name}"
        if not left:
            names = listed([f'"{name}"' for name in way_names(having)], "or")
            message = f"{what}, and this programme offers {listed(way_names(offered))}"
            raise CannotJudgeError(self.file, message, f"name another sheet, or add {names} to programme.ways")
        if named is not None and Way(named) in offered and Way(named) not in left:
            names = listed([f'--way "{name}"' for name in way_names(left)], "or")
            message = f'{what}, which "{named}" does not have'
            raise CannotJudgeError(self.file, message, f"name another sheet, or say {names}")
        if named is not None:
            return named
        return left[0].value if len(left) == 1 < len(offered) else None


def sheet_of(file: str, rulebook: "Rulebook", programme: "Programme") -> Sheet:
    """What a sheet is, by its columns: the kind that knows most of them, and half of them at least.

    A fact of the programme's own may be called like a column of another sheet, so no column decides it alone. Of kinds
    that know as many, those are meant that its ways of support have.

    Args:
        file: the name of a sheet in any of its formats; - for one on standard input, which can be read again after it.
        rulebook: the rules.
        programme: the design.
    """
    from mentorkit.toml.document import CannotJudgeError

    there: frozenset[str] = frozenset()
    with suppress(CannotJudgeError):  # a command that reads the file says why it cannot
        there = _columns(file)
    known = {kind: len(there & columns) for kind, columns in _columns_by_kind(rulebook, programme).items()}
    most = max(known.values())
    best = [kind for kind, number in known.items() if number == most and 2 * most >= max(1, len(there))]
    offered = [kind for kind in best if programme.may_offer(kind.ways)]
    return Sheet(file, tuple(offered or best), there)


def stages_of_sheet(sheet: Sheet, rulebook: "Rulebook", programme: "Programme") -> "list[Stage]":
    """The stages that the columns of a sheet of people are about; all of them where its first line does not say it."""
    from mentorkit.core.stage import Stage
    from mentorkit.records.due import stages_of_facts

    asked = stages_of_facts(rulebook, programme)
    there = frozenset() if Path(sheet.file).suffix.lower() in _KEYS else sheet.columns
    about = {stage for name in there for stage in asked.get(rulebook.renamed_facts.get(name, name), ())}
    return [stage for stage in Stage if stage in about] or list(Stage)


def _columns(file: str) -> frozenset[str]:
    """The names of the columns of a sheet, as far as they are in its beginning, without that of the ids."""
    start = start_of(file).decode("utf-8-sig", "replace")
    if keys := _KEYS.get(Path(file).suffix.lower()):
        found = re.findall(keys, start)
    else:
        found = re.split(r"[,;\t]", (start.splitlines() or [""])[0])
    return frozenset(name.strip("\"' ").casefold() for name in found) - {"", "id"}


def _columns_by_kind(rulebook: "Rulebook", programme: "Programme") -> dict[SheetKind, set[str]]:
    from mentorkit.matching.sheet_columns import all_columns
    from mentorkit.matching.slots.columns import own_columns, slot_columns
    from mentorkit.outcomes.plan import MEASURE_COLUMNS
    from mentorkit.rota.contacts import columns_of_contacts
    from mentorkit.sessions.sheets import PERSON, columns_of_attendance

    facts = all_columns(rulebook, programme)
    of_people = {*facts, *(column.was for column in facts.values())}
    of_people |= {column.name for way in (Way.DROP_IN, Way.INCIDENT) for column in own_columns(way)}
    # Elsewhere it is a column that is left over, and reading the sheet names it.
    of_members = {WANTS_SPONSOR} if programme.may_offer(MEMBERS.ways) else set()
    return {
        PEOPLE: of_people,
        MEMBERS: of_people | of_members,
        MEASURES: set(MEASURE_COLUMNS),
        ATTENDANCE: {PERSON, *columns_of_attendance()},
        SESSIONS: set(slot_columns(programme, Way.GROUP_SESSIONS)),
        SHIFTS: set(slot_columns(programme, Way.DROP_IN)),
        CONTACTS: set(columns_of_contacts(Way.DROP_IN, "")),
        INCIDENTS: set(slot_columns(programme, Way.INCIDENT)),
        PROPOSALS: {"mentor", "mentee", "session", "shift", "incident", "person", "lock", "away", "how"},
    }
