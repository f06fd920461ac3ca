"""The empty sheets that `mentorkit facts --template` writes, each with one that explains its columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from mentorkit.cli.answer_output import write_sheets
from mentorkit.cli.programme_files import with_ends_that_count
from mentorkit.cli.sheet_kind import ATTENDANCE, CONTACTS, INCIDENTS, MEMBERS, SESSIONS, SHIFTS
from mentorkit.cli.ways import in_one_way, matched_differently, require_decided
from mentorkit.core.stage import Stage
from mentorkit.programme.kept_columns import ID
from mentorkit.programme.ways import Way, way_names
from mentorkit.text.words import listed

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.records.columns import Column

SHEETS: Mapping[str, frozenset[Way]] = {
    "mentors": frozenset((Way.PAIR,)),
    "mentees": frozenset((Way.PAIR,)),
    MEMBERS.name: MEMBERS.ways,
    "people": SESSIONS.ways | SHIFTS.ways | INCIDENTS.ways,
    **{kind.name: kind.ways for kind in (SESSIONS, ATTENDANCE, SHIFTS, CONTACTS, INCIDENTS)},
}
"""The sheets that are not of a stage alone, with the ways of support that have them."""
_ABOUT_CONTACT = "text, different in each row; a number of the contact, from which nobody can tell who it was"


class Template(NamedTuple):
    """An empty sheet.

    Attributes:
        columns: in their order, as well as that of the ids.
        about_id: how to write an id.
        id_column: what the column of the ids is called.
    """

    columns: "Sequence[Column]"
    about_id: str = "text, different in each row"
    id_column: str = ID

    def write(self, output: str | None) -> None:
        """Writes it and, beside a file, one that explains its columns."""
        from mentorkit.records.templates import column_guide, empty_sheet

        guide = column_guide(self.columns, self.about_id, self.id_column)
        write_sheets(output, empty_sheet(self.columns, self.id_column), guide)


def template_of(file: str, rulebook: "Rulebook", programme: "Programme", name: str, way: str | None) -> Template:
    """The empty sheet of a name: of a stage, or one of `SHEETS`. One sheet does for every command that reads it.

    Args:
        file: the name of the programme's file.
        rulebook: its rules.
        programme: the design.
        name: of the sheet.
        way: the way of support that was asked for; None where it was not said.

    Raises:
        CannotJudgeError: where the programme has no such sheet, or several.
        NothingDoneError: where the stage decides on nobody in its ways of support.
    """
    from mentorkit.matching.sheet_columns import needed_columns, needed_member_columns
    from mentorkit.records.columns import needed_at

    if name in SHEETS:
        way = _way_with_sheet(file, programme, name, way)
    if name in ("shifts", "contacts"):
        return _of_rota(file, programme, name, way)
    stage = Stage.MATCHING if name in SHEETS else Stage(name)
    programme = in_one_way(file, rulebook, programme, way, [stage])
    if name in ("sessions", "attendance"):
        return _of_groups(file, programme, name)
    if name == "incidents":
        return of_incidents(file, programme)
    if name == "people":
        return _of_people(file, rulebook, programme)
    if name == "members":
        return Template(needed_member_columns(rulebook, programme))
    columns = needed_at(rulebook, programme, stage)
    require_decided(file, rulebook, programme, stage, "nothing written", asked=name in SHEETS or bool(columns))
    if name in SHEETS:
        side: Literal["mentors", "mentees"] = "mentors" if name == "mentors" else "mentees"
        return Template(needed_columns(rulebook, programme, side))
    return Template(columns)


def _way_with_sheet(file: str, programme: "Programme", name: str, way: str | None) -> str | None:
    """The way of support that has a sheet: the one that was named, or the only one that the programme offers.

    Raises:
        CannotJudgeError: where none of them has it.
    """
    from mentorkit.toml.document import CannotJudgeError

    meant = [each for each in Way if programme.may_offer({each})] if way is None else [Way(way)]
    having = [each for each in meant if each in SHEETS[name]]
    if not having:
        others = [sheet for sheet, ways in SHEETS.items() if ways.intersection(meant)]
        offers = f"this programme offers {listed(way_names(meant))}, and" if way is None else way
        message = f"{offers} has no sheet of {name}"
        raise CannotJudgeError(file, message, f"write one of those that there are: --template {listed(others, 'or')}")
    return having[0].value if way is None and len(having) == 1 < len(meant) else way


def of_incidents(file: str, programme: "Programme") -> Template:
    """The empty sheet of incidents."""
    from mentorkit.cli.incidents import sheet_of_incidents

    return Template(list(sheet_of_incidents(file, programme).columns.values()), "text, different for each incident")


def of_contacts(programme: "Programme", way: "Way") -> Template:
    """The empty sheet of contacts in a way of support."""
    from mentorkit.rota.contacts import columns_of_contacts
    from mentorkit.rota.promise import zone_of

    return Template(list(columns_of_contacts(way, zone_of(programme, needed=False)).values()), _ABOUT_CONTACT)


def _of_groups(file: str, programme: "Programme", name: str) -> Template:
    from mentorkit.sessions import sheets
    from mentorkit.values.zoned_time import zone_of_nation

    if name == "attendance":
        columns = list(sheets.columns_of_attendance().values())
        return Template(columns, "text, the same in each row of a person", sheets.PERSON)
    programme = with_ends_that_count(file, programme, Way.GROUP_SESSIONS)
    own = sheets.columns_of_sessions(zone_of_nation(programme.programme.nation))
    return Template(_for_match(programme, Way.GROUP_SESSIONS, own.values()))


def _of_rota(file: str, programme: "Programme", name: str, way: str | None) -> Template:
    from mentorkit.rota.promise import PromiseError, rota_way, zone_of
    from mentorkit.rota.shifts import columns_of_shifts
    from mentorkit.toml.document import CannotJudgeError

    try:
        meant = rota_way(programme, way)
    except PromiseError as problem:
        raise CannotJudgeError(file, str(problem), problem.fix) from None
    if name == "contacts":
        return of_contacts(programme, meant)
    programme = with_ends_that_count(file, programme, meant)
    return Template(_for_match(programme, meant, columns_of_shifts(zone_of(programme, needed=False)).values()))


def _of_people(file: str, rulebook: "Rulebook", programme: "Programme") -> Template:
    from mentorkit.matching.slots.columns import needed_people_columns

    having = [way for way in Way if way in SHEETS["people"] and programme.may_offer({way})]
    if len(having) > 1:
        raise matched_differently(file, having)
    return Template(needed_people_columns(rulebook, programme, having[0]))


def _for_match(programme: "Programme", way: "Way", columns: "Iterable[Column]") -> "list[Column]":
    """The columns that 'mentorkit match' needs, and then the others."""
    from mentorkit.matching.slots.columns import needed_slot_columns

    own = {column.name: column for column in columns}
    return list({**{column.name: column for column in needed_slot_columns(programme, way)}, **own}.values())
