"""mentorkit match: who could be matched with whom."""

import re
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

import click

from mentorkit.cli.answer_output import format_for, output_options, style_for, write_answer
from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError, NothingDoneError
from mentorkit.cli.match_slots import match_with_slots, way_with_slots
from mentorkit.cli.moments import DayOrMoment, day_asked, day_or_moment_asked, moment_asked, on_or_at_option
from mentorkit.cli.options import FILE_PATH, WholeNumber, debug_option, values_option
from mentorkit.cli.programme_files import open_design, say_if_no_law_is_checked
from mentorkit.cli.read_file import opened
from mentorkit.cli.record_files import day_first_option, open_sheet, refusing_unusable_records, tell_look_alikes
from mentorkit.cli.sheet_kind import INCIDENTS, MEMBERS, PEOPLE, SESSIONS, SHIFTS, sheet_of
from mentorkit.cli.ways import in_one_way, way_option
from mentorkit.core.stage import Stage
from mentorkit.programme.ways import Way
from mentorkit.reports.formats import MATCHING
from mentorkit.text.words import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mentorkit.core.case_reading import Case
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.matching.solver import HoursProgress
    from mentorkit.programme.tables import Programme
    from mentorkit.records.columns import Column
    from mentorkit.records.locks import Lock

_NOT_OF_MEMBERS = ("no rule and no stage asks this of members", "remove it")
"""What is wrong with a column that a sheet of members does not have: an answer in it would be passed over."""

_PROGRESS_EVERY = 5.0
"""Seconds between two lines about a search that goes on."""


class _Stay(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic since click 8.5 only
    """A number of points, or 'most'."""

    name = "POINTS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | Literal["most"]:
        if value == "most" or isinstance(value, int):
            return value  # type: ignore[no-any-return]
        if not re.fullmatch(r"[0-9]{1,30}", str(value)):
            self.fail(f'"{shortened(str(value))}" must be a whole number of points, or the word most', param, ctx)
        return int(value)


@click.command(
    epilog="""\b
Examples:
  mentorkit facts programme.toml --template mentors -o mentors.csv
  mentorkit facts programme.toml --template mentees -o mentees.csv
  mentorkit match programme.toml mentors.csv mentees.csv -o pairs.csv
  mentorkit match programme.toml mentors.csv mentees.csv --lock pairs.csv --stay most
  mentorkit match programme.toml members.csv
  mentorkit match programme.toml people.csv sessions.csv
  mentorkit match programme.toml people.csv shifts.csv --way "on call" -o rota.csv"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.argument("mentors", type=FILE_PATH, metavar="MENTORS|PEOPLE|MEMBERS")
@click.argument("mentees", type=FILE_PATH, metavar="[MENTEES|SLOTS]", required=False)
@way_option
@click.option(
    "--lock",
    "lock",
    type=FILE_PATH,
    multiple=True,
    metavar="PAIRS.csv",
    help="Earlier pairs, as this command wrote them. In the column lock, keep means that a pair stays, and never means "
    "that it is not made. You can give several sheets; all of them are read.",
)
@click.option(
    "--stay",
    type=_Stay(),
    default=0,
    show_default=True,
    help="Points that earlier pairs of --lock get for staying. With 'most', as few change as possible while as many "
    "people are matched.",
)
@click.option(
    "--time-limit",
    type=WholeNumber(1, 86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="When to stop looking for a better use of mentors' hours. You then get the best found so far, and what is "
    "possible at most.",
)
@values_option
@day_first_option
@output_options(MATCHING)
@on_or_at_option(
    "The day or moment of the matching. A session or shift that has not ended by then is still to be taken; of a day "
    "alone that is each on that day. An incident is looked at in the last minute of a day."
)
@debug_option
def match(
    programme: str,
    mentors: str,
    mentees: str | None,
    way: str | None,
    lock: tuple[str, ...],
    stay: int | Literal["most"],
    time_limit: int,
    show_values: bool,
    day_first: bool,
    output: str | None,
    on: "DayOrMoment.Given | None",
    form: str | None,
) -> None:
    """Propose who could be matched with whom; a person confirms.

    A pair is possible only if every binding rule lets both people go on, the pair has what the design requires, and the
    mentee has not said no. Of these the best are proposed, as the design defines best, with proof that no others are
    better. For everybody without a match, it says why, and what would help. People are named by their ids. Vetoes and
    locks that name somebody who is not in the sheets are listed on standard error, since the id may be misspelt; until
    that is settled, nobody is proposed for the other of the two. Pairs that are locked as never are in every answer, so
    that it can be given to --lock again. If one of the two is away this time, write yes in the column away of that row.
    The row is kept, and nobody asks again.

    In mutual aid there is one sheet, of members: each may look for a sponsor (wants_sponsor), and
    be one (capacity). Nobody is matched with themself, and no members are each other's sponsors.

    In ways of support that have sessions, shifts or incidents, the two sheets are of people and of these. Nobody is in
    two at the same time, or outside the hours at which they are available; as many places as possible are filled.

    The exit status is 0 if every mentee has a proposal or every place is filled, 1 if somebody has none or a place is
    empty, and 2 if something could not be read, if somebody who is to be kept apart from somebody is not in the sheets,
    or if two ids look alike.
    """
    from mentorkit.core.design_reading import DesignReading
    from mentorkit.matching import MatchingError, match_members, member_columns, sheet_columns
    from mentorkit.matching import match as match_people
    from mentorkit.matching.members import facts_that_differ
    from mentorkit.records.reading import ADD_TO_COLLECTS, RecordFault
    from mentorkit.reports.matching import MatchingReport, matching_summary, not_found, nothing_compared
    from mentorkit.text.words import visible
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.waivers import Waivers
    from mentorkit.values.zoned_time import zone_of_nation

    format_ = format_for(form, output, MATCHING)
    if stay and not lock:
        raise click.UsageError("--stay is about earlier pairs; name the sheet that has them with --lock")
    if mentors == mentees == "-":
        raise click.UsageError("only one of the two sheets can come from standard input; name a file for the other")
    design, rulebook = open_design(programme)
    zone = zone_of_nation(design.programme.nation)
    today = day_asked(on, zone)
    rulebook = rulebook.on(today)
    say_if_no_law_is_checked(programme, design)
    way, slots_of = _what_is_matched(programme, rulebook, design, way, mentors, mentees)
    if way is not None:
        design = in_one_way(programme, rulebook, design, way, [Stage.MATCHING])
    if slots_of is not None and mentees is not None:
        if stay:
            raise click.UsageError("--stay is about pairs; write keep in the column lock for people who stay")
        match_with_slots(
            programme,
            rulebook,
            design,
            slots_of,
            mentors,
            mentees,
            lock=lock,
            time_limit=time_limit,
            show_values=show_values,
            day_first=day_first,
            output=output,
            # Of what has happened a moment is needed, as in 'mentorkit due', and without a zone a day is none.
            on=(moment_asked if slots_of is Way.INCIDENT and not zone else day_or_moment_asked)(on, zone),
            form=form,
        )
        return
    members = design.offers(Way.MUTUAL_AID) is True and not design.may_offer({Way.PAIR})
    if not members and mentees is None:
        alone = f'; or say --way "{Way.MUTUAL_AID.value}" if it is of members' if design.offers(Way.MUTUAL_AID) else ""
        raise click.UsageError(f"give a second sheet, of {listed(_second_sheets(design), 'or')}{alone}")
    faulty = 0

    def read(name: str, columns: "dict[str, Column]") -> "Iterator[Case]":
        nonlocal faulty
        unknown = _NOT_OF_MEMBERS if mentees is None else ADD_TO_COLLECTS
        with open_sheet(name, columns, day_first=day_first, on=today, unknown=unknown) as people:
            for record in people:
                for sponsor, member in facts_that_differ(record.case.facts, design) if mentees is None else ():
                    message = f"this differs from {sponsor}, and both are of the same member"
                    people.note(RecordFault(name, record.row, member, message, "correct whichever is wrong"))
                yield record.case
        faulty += people.faulty

    locks = [each for name in lock for each in _read_locks(name)]
    try:
        # The sheets are read once the design is checked, since a mistake in it would make them look wrong.
        if mentees is None:
            matching = partial(match_members, rulebook, design, read(mentors, member_columns(rulebook, design)))
        else:
            of_mentors = read(mentors, sheet_columns(rulebook, design, "mentors"))
            of_mentees = read(mentees, sheet_columns(rulebook, design, "mentees"))
            matching = partial(match_people, rulebook, design, of_mentors, of_mentees)
        found = matching(
            today,
            waived=Waivers.of(DesignReading(rulebook, design, today)).for_decisions,
            locks=locks,
            stay=stay,
            time_limit=time_limit,
            progress=_told_now_and_then(time_limit),
        )
    except MatchingError as problem:
        raise NothingDoneError(CannotJudgeError(programme, str(problem), problem.fix), "no pairs proposed") from None
    if output or form not in (None, "text"):  # the text on standard output begins with it
        for line in nothing_compared(found):
            click.echo(visible(line), err=True)
    tell_look_alikes(found.look_alike)
    for line in not_found(found, show_values=show_values):
        click.echo(line, err=True)
    answer = format_.load()(MatchingReport(found, show_values=show_values, style=style_for(output)))
    write_answer(output, [answer], matching_summary(found))
    if faulty or found.not_found or found.look_alike:
        raise NotDoneError
    if found.unmatched:
        raise AttentionNeeded


def _what_is_matched(
    file: str, rulebook: "Rulebook", design: "Programme", way: str | None, first: str, second: str | None
) -> tuple[str | None, Way | None]:
    """The way of support that is meant, where it says more than the programme, and the one whose slots are matched."""
    meant = design if way is None or not design.may_offer({Way(way)}) else design.in_way(Way(way))
    usual = MEMBERS if second is None and meant.offers(Way.MUTUAL_AID) else PEOPLE  # members alone have a single sheet
    people = sheet_of(first, rulebook, design).as_one_of(design, PEOPLE, MEMBERS, otherwise=usual)
    if second is None:
        return (people.way(design, way) if people.kind is MEMBERS else way), None
    if way == Way.MUTUAL_AID.value or (way is None and design.programme.ways == (Way.MUTUAL_AID.value,)):
        raise click.UsageError("in mutual aid everybody is in one list; give one sheet of members")
    no_pairs = design.relationship.pairs is False and not design.programme.ways  # told where they are looked for
    of_pairs = [PEOPLE] if meant.may_offer({Way.PAIR}) or no_pairs else []
    sheet = sheet_of(second, rulebook, design).as_one_of(meant, *of_pairs, SESSIONS, SHIFTS, INCIDENTS)
    if no_pairs and PEOPLE in sheet.kinds:
        return way, None
    way = sheet.way(design, way, [Way.PAIR] if PEOPLE in sheet.kinds else Way)
    return way, way_with_slots(file, design, way, sheet)


def _second_sheets(design: "Programme") -> list[str]:
    """What a second sheet can have in the ways of support of a programme."""
    from mentorkit.matching.slots import KINDS

    slots = [f"{KINDS[way].name}s" for way in Way if way in KINDS and design.may_offer({way})]
    return list(dict.fromkeys([*(["mentees"] if design.may_offer({Way.PAIR}) else []), *slots]))


def _told_now_and_then(time_limit: int) -> "Callable[[HoursProgress], None]":
    """Says on standard error how far a search has come, once it takes a while."""
    started = monotonic()
    due = started + _PROGRESS_EVERY

    def progress(so_far: "HoursProgress") -> None:
        nonlocal due
        now = monotonic()
        if now >= due:
            due = now + _PROGRESS_EVERY
            click.echo(
                f"sharing out hours: {so_far.matched} matched so far, of at most {so_far.bound.matched} "
                f"({now - started:.0f} seconds; --time-limit {time_limit})",
                err=True,
            )

    return progress


def _read_locks(name: str) -> "list[Lock]":
    from mentorkit.records.locks import read_locks

    with refusing_unusable_records(), opened(name) as file:
        return read_locks(file, name)
