"""The empty sheets of the ways of support that have a rota: shifts, and contacts."""

from typing import TYPE_CHECKING

from mentorkit.cli.answer_output import write_sheets

if TYPE_CHECKING:
    from mentorkit.programme.tables import Programme
    from mentorkit.programme.ways import Way

_ABOUT_CONTACT = "text, different in each row; a number of the contact, from which nobody can tell who it was"


def write_sheet_of_rota(file: str, programme: "Programme", which: str, way: str | None, output: str | None) -> None:
    """Writes an empty sheet, and one that explains it.

    Args:
        file: the name of the programme's file.
        programme: the design.
        which: "shifts" or "contacts".
        way: the way of support that was asked for; None where it was not said.
        output: the file to write; None for standard output.

    Raises:
        CannotJudgeError: where the programme has no such rota, or several.
    """
    from mentorkit.records.templates import column_guide, empty_sheet
    from mentorkit.rota.promise import PromiseError, rota_way, zone_of
    from mentorkit.rota.shifts import columns_of_shifts
    from mentorkit.toml.document import CannotJudgeError

    try:
        meant = rota_way(programme, way)
    except PromiseError as problem:
        raise CannotJudgeError(file, str(problem), problem.fix) from None
    if which == "contacts":
        write_contacts_sheet(programme, meant, output)
        return
    columns = columns_of_shifts(zone_of(programme, needed=False)).values()
    write_sheets(output, empty_sheet(columns), column_guide(columns))


def write_contacts_sheet(programme: "Programme", way: "Way", output: str | None) -> None:
    """Writes an empty sheet of contacts in a way of support, and one that explains it."""
    from mentorkit.records.templates import column_guide, empty_sheet
    from mentorkit.rota.contacts import columns_of_contacts
    from mentorkit.rota.promise import zone_of

    columns = columns_of_contacts(way, zone_of(programme, needed=False)).values()
    write_sheets(output, empty_sheet(columns), column_guide(columns, _ABOUT_CONTACT))
