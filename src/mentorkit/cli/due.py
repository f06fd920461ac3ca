"""mentorkit due: what is due for whom."""

import os
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from mentorkit.cli.answer_output import format_for, output_options, style_for, write_answer
from mentorkit.cli.complete_names import network_members
from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError
from mentorkit.cli.group_sessions import due_of_sessions, require_sessions, sessions_option
from mentorkit.cli.incidents import sheet_of_incidents, steps_left
from mentorkit.cli.moments import DayOrMoment, day_asked, day_or_moment_asked, moment_asked, on_or_at_option
from mentorkit.cli.options import FILE_PATH, OneOfWords, debug_option
from mentorkit.cli.programme_files import open_design
from mentorkit.cli.read_file import read_bytes
from mentorkit.cli.record_files import day_first_option, open_records, tell_look_alikes
from mentorkit.cli.sheet_kind import ATTENDANCE, INCIDENTS, MEMBERS, PEOPLE, sheet_of, stages_of_sheet
from mentorkit.cli.ways import in_one_way, way_option
from mentorkit.core.stage import Stage
from mentorkit.programme.design import ELSEWHERE
from mentorkit.programme.ways import Way
from mentorkit.reports.formats import DUE
from mentorkit.text.words import shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentorkit.cli.record_files import People
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.network import Network
    from mentorkit.programme.tables import Programme
    from mentorkit.records.due import DueItem
    from mentorkit.reports.due import DueReport
    from mentorkit.reports.formats import ReportFormat
    from mentorkit.values.duration import Duration

_Length = TypeVar("_Length", bound="Duration")
_MOST_BYTES_OF_CALENDAR = 10_000_000
"""About twenty-five thousand entries."""


@click.command(
    epilog="""\b
Examples:
  mentorkit due programme.toml mentors.csv
  mentorkit due programme.toml mentors.csv --within "2 weeks" --on 2026-12-01
  mentorkit due programme.toml mentors.csv --away coordinator
  mentorkit due programme.toml mentors.csv -o due.ics --alarm "1 day"
  mentorkit due programme.toml mentors.csv -o shared/due.ics --feed
  mentorkit due programme.toml incidents.csv --on "2026-11-29 03:10" --within "72 hours"
  mentorkit due programme.toml attendance.csv --sessions sessions.csv"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.argument("records", type=FILE_PATH, metavar="RECORDS")
@click.option("--within", default="2 weeks", show_default=True, metavar="'2 weeks'", help="How far ahead to look.")
@click.option(
    "--stage",
    "stages",
    type=OneOfWords([stage.value for stage in Stage]),
    multiple=True,
    help="A stage that the records are at: all that its rules need is listed. If left out, only what the columns are "
    "about. You can give several.",
)
@way_option
@sessions_option
@click.option(
    "--away",
    multiple=True,
    metavar="MEMBER",
    shell_complete=network_members,
    help="A member of the network who is away.",
)
@click.option(
    "--alarm", metavar="'1 day'", help="With a calendar: an alarm at 9 in the morning, so long before each day."
)
@click.option("--feed", is_flag=True, help="With a calendar: make it one to subscribe to.")
@click.option(
    "--working-days",
    is_flag=True,
    help="With a calendar: show what is due on a weekend or a bank holiday of the nation on the working day before.",
)
@day_first_option
@output_options(DUE)
@on_or_at_option(
    "The day or moment for which to say what is due. A day alone is its last minute: a step after an incident that was "
    "due on it is overdue. Of sessions, one on that day is still to come."
)
@debug_option
def due(
    programme: str,
    records: str,
    within: str,
    stages: tuple[str, ...],
    way: str | None,
    sessions: str | None,
    away: tuple[str, ...],
    alarm: str | None,
    feed: bool,
    working_days: bool,
    day_first: bool,
    output: str | None,
    on: "DayOrMoment.Given | None",
    form: str | None,
) -> None:
    """Say what is due for whom: supervision, training, checks, reviews and anything else that recurs or expires.

    Overdue items come first, then the rest by date. If the programme describes its network, this says who supervises
    and, with --away, who stands in. If there are several supervisors, the column `supervisor` says which.

    A calendar (.ics) needs mentorkit[calendar]. Write it to the same file each day: what changed is then marked for
    calendar programs, and what is gone is cancelled. Overdue items are shown today.

    The columns say whether RECORDS is a sheet of people or of incidents. Of incidents this lists for each the steps
    that have not been taken, by when to the minute.

    In group sessions, --sessions says who attends which session next, whose attendance is not recorded, who has
    completed the series or missed their last sessions, and which sessions lack people or staff. Places go to those who
    came to the series first, then by id.

    In mutual aid nothing is due for members, by design, and the answer says so.

    The programme's waivers that end in that time or have ended come with who agreed to them, and documents whose review
    is due in that time or overdue with who is responsible for them.

    The exit status is 0 if nothing is overdue, 1 if something is, its date is not known or a waiver has ended, and 2 if
    something could not be read, or ids of incidents or of their people look alike.
    """
    from mentorkit.network import Network
    from mentorkit.records.document_reviews import document_reviews
    from mentorkit.records.due import due_order
    from mentorkit.records.ending_waivers import ending_waivers
    from mentorkit.reports.due import DueReport, due_summary, tasks_of
    from mentorkit.values.duration import Duration
    from mentorkit.values.zoned_time import zone_of_nation

    for option, length in (("--within", within), ("--alarm", alarm or "1 day")):
        _length(length, option, Duration)  # before any file is opened
    format_ = format_for(form, output, DUE) if sessions is None else DUE["text"]
    design, rulebook = open_design(programme)
    zone = zone_of_nation(design.programme.nation)
    today = day_asked(on, zone)
    ways = [Way(way)] if way else [each for each in Way if design.offers(each)]
    usual = INCIDENTS if ways == [Way.INCIDENT] and set(stages) <= {"graduation"} else PEOPLE
    given = sheet_of(records, rulebook, design).as_one_of(
        design, PEOPLE, MEMBERS, ATTENDANCE, INCIDENTS, otherwise=usual if sessions is None else ATTENDANCE
    )
    way = given.way(design, way)
    require_sessions(given, sessions)
    unfit = {
        "--stage": set(stages) - {"graduation"} if given.kind is INCIDENTS else stages,
        "--away": away,
        "--working-days": working_days,
        "--alarm": alarm and given.kind is ATTENDANCE,
        "--feed": feed and given.kind is ATTENDANCE,
    }
    for option, is_given in unfit.items():
        if is_given and given.kind in (ATTENDANCE, INCIDENTS):
            raise click.UsageError(f"{option} is not for a sheet of {given.kind.name}; leave it out")
    at_stages = [Stage(stage) for stage in stages]
    if way is None and not at_stages:
        at_stages = stages_of_sheet(given, rulebook, design)
    design = in_one_way(programme, rulebook.on(today), design, way, at_stages)
    if sessions is not None:
        at = day_or_moment_asked(on, zone)
        until = _Time.of_days(today, within, None).until
        due_of_sessions(
            programme, design, sessions, records, at, until, within, day_first=day_first, output=output, form=form
        )
        return
    if given.kind is INCIDENTS:
        sheet = sheet_of_incidents(programme, design)
        time = _Time.of_moments(moment_asked(on, sheet.zone), within, alarm)
    else:
        sheet = None
        time = _Time.of_days(today, within, alarm)
    in_calendar = format_ is DUE["ics"]
    for option, asked in (("--alarm", alarm), ("--feed", feed), ("--working-days", working_days)):
        if asked and not in_calendar:
            raise click.UsageError(f"{option} is for a calendar; write one with -o FILE.ics, or leave it out")
    if working_days:
        _require_bank_holidays(programme, design)
    earlier = _earlier_calendar(programme, design, output) if in_calendar else b""
    network = _without_those_away(Network.of(design), away)
    alike: tuple[tuple[str, ...], ...] = ()
    nothing_due = ""
    if sheet is not None and time.at is not None and time.until_at is not None:
        left, people, alike = steps_left(records, sheet, rulebook, design, time.at, time.until_at, day_first=day_first)
        found: list[tuple[DueItem, str | None]] = [(item, None) for item in left]
    else:
        found, people, nothing_due = _due_of_people(
            records, rulebook, design, network, time, stages, day_first=day_first
        )
    report = DueReport(
        tasks_of(sorted(found, key=lambda pair: due_order(pair[0])), network),
        network,
        time.on,
        time.until,
        within,
        ending_waivers(rulebook, design, time.on, time.until),
        document_reviews(design, time.on, time.until),
        design.programme.name or "",
        style_for(output),
        earlier=earlier,
        alarm=time.alarm,
        feed=feed,
        holidays_of=design.programme.nation if working_days else None,
        nothing_due=nothing_due,
        at=time.at,
    )
    answer = _answer(format_, report, output)
    write_answer(output, [answer], due_summary(report, in_calendar=in_calendar))
    tell_look_alikes(alike)
    if people.faulty or alike:
        raise NotDoneError
    late = (*(each.ended for each in report.waivers), *(each.overdue for each in report.documents))
    if any(late) or any(task.due.needs_somebody for task in report.tasks):
        raise AttentionNeeded


class _Time(NamedTuple):
    """The time that is looked at.

    Attributes:
        on: the day of the answer.
        until: the last day that is looked at.
        alarm: how long before an entry of a calendar there is an alarm; None where there is none.
        at: the moment of the answer; None where it is about days.
        until_at: the last moment that is looked at; None where it is about days.
    """

    on: date
    until: date
    alarm: "Duration | None"
    at: datetime | None = None
    until_at: datetime | None = None

    @classmethod
    def of_days(cls, on: date, within: str, alarm: str | None) -> "_Time":
        """The days that the options say."""
        from mentorkit.values.duration import Duration

        until = on + _length(within, "--within", Duration, lambda length: on + length)
        before = None if alarm is None else _length(alarm, "--alarm", Duration, lambda length: on - length)
        return cls(on, until, before)

    @classmethod
    def of_moments(cls, at: datetime, within: str, alarm: str | None) -> "_Time":
        """The moments that the options say, to the minute."""
        from mentorkit.values.time_passed import TimePassed

        until = _length(within, "--within", TimePassed).after(at)
        before = None if alarm is None else _length(alarm, "--alarm", TimePassed)
        return cls(at.date(), until.date(), before, at, until)


def _due_of_people(
    records: str,
    rulebook: "Rulebook",
    design: "Programme",
    network: "Network | None",
    time: _Time,
    stages: tuple[str, ...],
    *,
    day_first: bool,
) -> "tuple[list[tuple[DueItem, str | None]], People, str]":
    """What is due for the people of a sheet, each with the supervisor that it names, and what in it cannot be read.

    The last part says why nothing can be due for any of them; it is empty where something may be.
    """
    from mentorkit.matching.sheet_columns import member_columns
    from mentorkit.matching.slots.columns import columns_of_people
    from mentorkit.network.supervisor import find_supervisor
    from mentorkit.programme.kept_columns import SUPERVISOR
    from mentorkit.programme.way_stages import why_nothing_is_due
    from mentorkit.records.due import Agenda
    from mentorkit.records.reading import RecordFault

    found: list[tuple[DueItem, str | None]] = []
    by_design = why_nothing_is_due(design)
    asked = None
    agenda = Agenda(rulebook, design, time.on, (time.until - time.on).days, [Stage(stage) for stage in stages])
    columns = columns_of_people(rulebook, design)
    if design.may_offer({Way.MUTUAL_AID}):
        columns |= member_columns(rulebook, design)
    with open_records(records, rulebook, design, day_first=day_first, on=time.on, columns=columns) as people:
        for record in people:
            if by_design:
                continue
            asked = asked or agenda.asks(record.case)
            supervisor = record.case.facts.get(SUPERVISOR)
            if supervisor and network is not None and find_supervisor(network, supervisor) is None:
                message = "nobody with this id supervises mentors in the programme's network"
                people.note(RecordFault(records, record.row, SUPERVISOR, message, "write an id from the network"))
            found += [(item, supervisor) for item in agenda.due(record.case)]
    if by_design:
        return found, people, f"by design: {by_design}"
    nobody_asked = "as no rule says when anything is at the stage that these people are at"
    return found, people, nobody_asked if asked is False else ""


def _without_those_away(network: "Network | None", away: tuple[str, ...]) -> "Network | None":
    """The network as it is while some of its members are away."""
    from mentorkit.cli.network.open_network import require_known

    for member in away:
        if network is None:
            raise click.UsageError(
                "--away names a member of the network, but this programme describes no network; leave it out"
            )
        require_known(network, member, network.members, "member")
    return network and network.without(*away)


def _answer(format_: "ReportFormat", report: "DueReport", output: str | None) -> str:
    """The report in its format, which may need more packages, or not go where another calendar is."""
    from mentorkit.reports.calendar import OtherCalendarError

    try:
        answer: str = format_.load()(report)
    except OtherCalendarError as problem:
        raise click.UsageError(f"{output}: {problem}; name another file with -o, or remove this one first") from None
    except ModuleNotFoundError as problem:
        needed = {"icalendar": ("a calendar needs", "calendar"), "holidays": ("--working-days needs", "holidays")}
        if problem.name not in needed:
            raise
        what, extra = needed[problem.name]
        raise click.UsageError(f"{what} one more package: pip install 'mentorkit[{extra}]'") from None
    return answer


def _require_bank_holidays(file: str, design: "Programme") -> None:
    from mentorkit.toml.document import CannotJudgeError

    if design.programme.nation is None:
        message = "--working-days needs the nation, whose bank holidays count, and this programme states none"
        raise CannotJudgeError(file, message, "write programme.nation")
    if design.programme.nation == ELSEWHERE:
        message = "--working-days knows the bank holidays of the United Kingdom alone, and this programme is elsewhere"
        raise CannotJudgeError(file, message, "leave --working-days out")


def _earlier_calendar(file: str, design: "Programme", output: str | None) -> bytes:
    """The calendar that a new one replaces; nothing where there is none.

    Raises:
        CannotJudgeError: where the programme has no name, which keeps its entries and those of another apart; or where
            the earlier calendar cannot be read.
    """
    from mentorkit.toml.document import CannotJudgeError

    if not (design.programme.name or "").strip():
        message = "a calendar shows the name of the programme, and this programme states none"
        raise CannotJudgeError(file, message, "write programme.name")
    if output is None or not os.path.isfile(output):  # noqa: PTH113 - pathlib raises where nobody may look
        return b""
    content = read_bytes(output, _MOST_BYTES_OF_CALENDAR, replaced=True)
    if len(content) > _MOST_BYTES_OF_CALENDAR:
        message = f"the calendar that is there has more than {_MOST_BYTES_OF_CALENDAR} bytes"
        raise CannotJudgeError(output, message, "name another file with -o")
    return content


def _length(
    text: str, option: str, kind: "type[_Length]", use: "Callable[[_Length], object]" = lambda _: None
) -> "_Length":
    """The length of time that an option says, of a kind, with which something is counted."""
    from mentorkit.values.duration import UnitsDifferError

    try:
        length = kind.parse(text)
        use(length)
    except UnitsDifferError:
        message = f'"{shortened(text)}" cannot be used here; write days, weeks, months or years, such as "2 weeks"'
    except OverflowError:
        message = f'"{shortened(text)}" leads out of the calendar, which has the years 1 to 9999; give a shorter time'
    except ValueError as problem:
        message = f'"{shortened(text)}" is not {kind.what}; {problem}'
    else:
        return length
    raise click.BadParameter(message, param_hint=option)
