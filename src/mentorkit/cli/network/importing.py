"""mentorkit network import: members from a directory of services."""

import os
import stat
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import click

from mentorkit.cli.exit_status import AttentionNeeded, all_or_nothing
from mentorkit.cli.options import FILE_PATH, OUTPUT_FILE, WholeNumber, debug_option, format_option, on_option, say
from mentorkit.cli.read_file import read_bytes
from mentorkit.cli.shown_stream import own_stream
from mentorkit.text.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mentorkit.directories.entry import DirectoryEntry, UnreadValue, UnreadValues
    from mentorkit.directories.files import Files
    from mentorkit.directories.members import ExistingMember
    from mentorkit.directories.selection import Selection, SelectionCriteria
    from mentorkit.toml.document import Document

_Item = TypeVar("_Item")
_FIRST_PROGRESS = 1.0
"""Seconds after which a person wonders whether anything happens."""
_PROGRESS_EVERY = 0.2
_MOST_PROBLEMS = 20
"""Lines about what could not be read; a directory that has more of it has one fault over and over."""


def _mapping(_: click.Context, param: click.Parameter, given: tuple[str, ...]) -> "Mapping[str, list[str]]":
    """Needs with their terms, from NEED=TERM."""
    found: dict[str, list[str]] = {}
    for text in given:
        need, sign, term = (part.strip() for part in text.partition("="))
        if not (need and sign and term):
            raise click.BadParameter(
                f'"{shortened(text)}" must be a need and a term, such as "housing=Housing advice"', param=param
            )
        found.setdefault(need, []).append(term)
    return found


def _words(_: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    if not all(text.strip() for text in given):
        raise click.BadParameter("this is empty; leave it out, or write what to look for", param=param)
    return given


@click.command(
    "import",
    epilog="""\b
Examples:
  mentorkit network import services.json --need housing --area Exampleton
  mentorkit network import pages/ --need debt --age 18 --age 25 -o debt.toml
  mentorkit network import package/ --meets "housing=Housing advice" --into programme.toml
  curl -s https://directory.example/services | mentorkit network import -""",
)
@click.argument("directory_source", type=FILE_PATH, metavar="SOURCE")
@click.option(
    "--need", "needs", multiple=True, metavar="WORDS", callback=_words,
    help="Take services with these words in a taxonomy term, their name or description. With several, any of them.",
)  # fmt: skip
@click.option(
    "--meets", multiple=True, metavar="NEED=TERM", callback=_mapping,
    help="Say that services with this taxonomy term meet this need of the programme.",
)  # fmt: skip
@click.option(
    "--area", "areas", multiple=True, metavar="WORDS", callback=_words,
    help="Take services for an area with these words in its name. With several, any of them.",
)  # fmt: skip
@click.option(
    "--age", "ages", multiple=True, type=WholeNumber(0, 150), metavar="YEARS",
    help="Take services for people of this age; with several, for all of these ages, such as youngest and oldest.",
)  # fmt: skip
@click.option("--unstated", is_flag=True, help="Also take services that do not state the area or age you ask for.")
@click.option("--inactive", is_flag=True, help="Also take services that are not active.")
@click.option(
    "--directory", metavar="NAME", help="What to call the directory in each member; if left out, the name of SOURCE."
)
@click.option(
    "--into",
    type=OUTPUT_FILE,
    metavar="PROGRAMME.toml",
    help="Add the members to this programme; the rest stays as it is.",
)
@click.option("-o", "--output", type=OUTPUT_FILE, metavar="NEW.toml", help="Write the members to a new file.")
@on_option("The date of the import.")
@format_option
@debug_option
def importing(
    directory_source: str,
    needs: tuple[str, ...],
    meets: "Mapping[str, Sequence[str]]",
    areas: tuple[str, ...],
    ages: tuple[int, ...],
    unstated: bool,
    inactive: bool,
    directory: str | None,
    into: str | None,
    output: str | None,
    on: date,
    form: str,
) -> None:
    """Take members of the network from a directory of services, and say what the directory does not state.

    SOURCE is what Open Referral UK or HSDS 3 publish: a JSON file (a page of services, a list, or one service),
    JSON lines, a folder of them, a data package of CSV, or - for standard input. Without --into or -o nothing is
    written; you see what would be. What is missing is counted, and nothing is made up.

    The exit status is 0 if all of it could be read, 1 if some could not, and 2 if nothing was done.
    """
    from mentorkit.directories.entry import one_line
    from mentorkit.directories.selection import SelectionCriteria

    if into and output:
        raise click.UsageError("--into and -o cannot go together; give only one")
    wanted = SelectionCriteria(needs=needs, areas=areas, ages=ages, unstated=unstated, inactive=inactive, meets=meets)
    name = "standard input" if directory_source == "-" else os.path.basename(os.path.realpath(directory_source))
    name = one_line(directory or name) or "a directory"
    with all_or_nothing("nothing done"):
        _import(directory_source, wanted, name, into, output, on, form)


def _import(
    source: str, wanted: "SelectionCriteria", name: str, into: str | None, output: str | None, on: date, form: str
) -> None:
    from mentorkit.cli.atomic_write import new_file, replace_text
    from mentorkit.directories.entry import ServiceReader, UnreadValue
    from mentorkit.directories.files import FETCH_SERVICES
    from mentorkit.directories.members import known_already, with_members
    from mentorkit.directories.reading import read_directory
    from mentorkit.directories.selection import choose
    from mentorkit.toml.document import CannotJudgeError, read_document

    before = read_bytes(into) if into else b""
    programme = read_document(before, into) if into else None
    if programme:
        _require_own_network(programme)
        _require_needs(programme, wanted.meets)
    reader = ServiceReader(on)
    choice = choose(_counted(read_directory(_files(source), reader)), wanted, name, reader.differing.keys)
    for kind, key in reader.differing.keys:
        message = f'records of the {kind} "{key}" say different things, so none of them is used'
        fix = "ask the directory which is right, and keep only that one"
        reader.unread.append(UnreadValue(name, "", message, fix, lost=False))
    for key in choice.differing:
        message = f'records of the service "{key}" say different things, so none of them is selected'
        reader.unread.append(UnreadValue(name, "", message, "ask the directory which is right, and keep only that one"))
    _say_unread(reader.unread)
    if not choice.read:
        raise CannotJudgeError(source, "there is no service here that can be read", FETCH_SERVICES)
    known = known_already(programme, choice.entries) if programme else {}
    fresh = [entry for entry in choice.entries if entry.member.id not in known]
    text = ""
    if into or output or form != "json":
        text = _toml(fresh, _summary(choice, known, name, mark="# "), output or into or source)
    if programme and into and fresh:
        replace_text(into, with_members(programme, fresh), before)
    elif output and fresh:
        new_file(output, text.encode())
    if form == "json":
        say(_json(choice, known, reader.unread, name))
    elif into or output:
        say(_summary(choice, known, name))
    else:
        say(text)
    if into or output:
        click.echo(f"{len(fresh):,} written to {into or output}" if fresh else "nothing written", err=True)
    if any(unread.lost for unread in reader.unread):
        raise AttentionNeeded


def _toml(entries: "Sequence[DirectoryEntry]", summary: str, where: str) -> str:
    """A summary and the members under it, made only as far as a command would read it again.

    Raises:
        CannotJudgeError: where that is too long.
    """
    from mentorkit.directories.members import member_toml
    from mentorkit.toml.document import MOST_BYTES, CannotJudgeError

    parts, size = [summary], len(summary.encode())
    for entry in entries:
        parts.append(member_toml(entry))
        size += len(parts[-1].encode()) + 1
        if size > MOST_BYTES:
            message = f"{len(entries):,} members are more than {MOST_BYTES:,} bytes, which no command would read again"
            raise CannotJudgeError(where, message, "select fewer, with --need, --area or --age")
    return "\n".join(parts)


def _files(source: str) -> "Files":
    """The files of a directory by name, each with what reads it.

    Raises:
        CannotJudgeError: where there are none.
    """
    from functools import partial

    from mentorkit.cli.os_errors import why_not_read
    from mentorkit.directories.files import JSON_LINES, MOST_DIRECTORY_BYTES, PACKAGE_FILE, PACKED
    from mentorkit.toml.document import CannotJudgeError

    if source.startswith(("http://", "https://")):
        message = "mentorkit does not fetch anything itself"
        raise CannotJudgeError(
            source, message, "save the page as a file, for example with a browser, and name the file"
        )
    path = Path(source)
    of_tables = path.name == PACKAGE_FILE or path.suffix == ".csv"
    if of_tables:  # who names one table means the package that it belongs to, and not what else lies beside it
        path = path.parent
    try:
        in_one = source == "-" or not stat.S_ISDIR(path.stat().st_mode)
    except OSError as problem:
        raise CannotJudgeError(source, *why_not_read(source, problem)) from None
    if in_one:
        return {source: partial(read_bytes, source, MOST_DIRECTORY_BYTES)}

    def refuse(problem: OSError) -> None:
        raise CannotJudgeError(
            str(problem.filename), "you do not have permission to read this folder", "ask its owner for permission"
        )

    files = []
    for folder, within, names in os.walk(path, onerror=refuse):
        within[:] = [name for name in within if not name.startswith(".")]
        files += [Path(folder, name) for name in names if not name.startswith(".")]
    if of_tables:
        files = [file for file in files if file.name == PACKAGE_FILE or file.suffix.lower() == ".csv"]
    files = [file for file in sorted(files) if file.suffix.lower() in (".json", ".csv", *JSON_LINES, *PACKED)]
    if not files:
        raise CannotJudgeError(
            source,
            "no file in this folder ends in .json, .jsonl, .ndjson or .csv",
            "name a folder with what a directory publishes",
        )
    return {file.relative_to(path).as_posix(): partial(read_bytes, str(file), MOST_DIRECTORY_BYTES) for file in files}


def _require_own_network(programme: "Document") -> None:
    """Refuses a file whose network is that of a larger service: members that are added would hide all of it."""
    from mentorkit.validation.part_of import PART_OF, is_stated

    if not is_stated(programme.data, ("network",)) and is_stated(programme.data, PART_OF):
        message = "this programme has the network of the larger service that it is part of, and would lose it"
        raise programme.refusal(PART_OF, message, "add the members to the file of that service")


def _require_needs(programme: "Document", meets: "Mapping[str, Sequence[str]]") -> None:
    """Refuses needs that the programme does not declare."""
    from mentorkit.directories.members import needs_of
    from mentorkit.text.did_you_mean import asks, did_you_mean
    from mentorkit.toml.document import CannotJudgeError

    declared = needs_of(programme)
    for need in meets:
        if need not in declared:
            message = f'this programme declares no need "{shortened(need)}"{asks(did_you_mean(need, declared))}'
            raise CannotJudgeError(
                programme.name, message, "write the id of a need under [[network.needs]], or add it there"
            )


def _counted(items: "Iterable[_Item]") -> "Iterator[_Item]":
    """The same, with a count on the terminal once it takes a while."""
    if not sys.stderr.isatty():
        yield from items
        return
    terminal = own_stream(sys.stderr)
    due, shown = monotonic() + _FIRST_PROGRESS, False
    try:
        for number, item in enumerate(items, 1):
            if monotonic() >= due:
                terminal.write(f"\r{number:,} service{'s' if number > 1 else ''} read")
                terminal.flush()
                due, shown = monotonic() + _PROGRESS_EVERY, True
            yield item
    finally:
        if shown:
            terminal.write("\r\x1b[K")
            terminal.flush()


def _say_unread(unread: "UnreadValues") -> None:
    from mentorkit.text.words import visible

    alike: dict[tuple[str, str], list[UnreadValue]] = {}
    for problem in unread:
        alike.setdefault((problem.file, problem.message), []).append(problem)
    for problems in list(alike.values())[:_MOST_PROBLEMS]:
        alike_too = len(problems) - 1 + unread.left_out[problems[0].file, problems[0].message]
        more = f" ({alike_too:,} more like it in this file)" if alike_too else ""
        click.echo(f"{visible(str(problems[0]))}{more}", err=True)
        if problems[0].fix:
            click.echo(f"       do:     {problems[0].fix}", err=True)
    if len(alike) > _MOST_PROBLEMS:
        click.echo(f"and {len(alike) - _MOST_PROBLEMS} kinds of problem more; --format json has all", err=True)


def _summary(choice: "Selection", known: "Mapping[str, ExistingMember]", name: str, *, mark: str = "") -> str:
    """What was read, what is taken over, and what the directory does not say; each line begins with the mark."""
    from mentorkit.text.words import visible

    taken = len(choice.entries)
    lines = [f"{name}: {_services(choice.read)} read, {taken:,} selected"]
    lines += [f"  {count:>7,} left out: {reason}" for reason, count in sorted(choice.left_out.items())]
    for made, there in known.items():
        same = "from the same record" if there.same_source else "under the same id"
        renamed = f" as {there.id}" if there.id != made else ""
        changed = f"; the directory now says otherwise: {', '.join(there.changed)}" if there.changed else ""
        lines.append(f"  {made}: there already {same}{renamed}, left alone{changed}")
    missing = {key: count for key, count in choice.missing.items() if count}
    if missing:
        lines.append("what the directory does not say:")
    for key, count in missing.items():
        why = ", ".join(f"{reason}: {number:,}" for reason, number in choice.reasons(key).items())
        lines.append(f"  {key:<12} {count:>6,} of {taken:,}{f' ({why})' if why else ''}")
    if utc := sum(entry.utc for entry in choice.entries):
        lines.append(f"opening times of {_services(utc)} are marked as UTC; they are taken as the clock on the wall")
    return "".join(f"{mark}{visible(line)}\n" for line in lines)


def _services(count: int) -> str:
    return f"{count:,} service{'' if count == 1 else 's'}"


def _json(choice: "Selection", known: "Mapping[str, ExistingMember]", unread: "UnreadValues", name: str) -> str:
    from mentorkit.reports.findings_json import JSON_VERSION, to_json
    from mentorkit.toml.structure import converter

    def plain(entry: "DirectoryEntry") -> dict[str, object]:
        data = converter().unstructure(entry.member)
        return {key: value.isoformat() if isinstance(value, date) else value for key, value in data.items()}

    members = [plain(entry) for entry in choice.entries]
    return to_json(
        {
            "version": JSON_VERSION,
            "directory": name,
            "members": members,
            "known": [
                {"id": made, "as": there.id, "same_source": there.same_source, "changed": list(there.changed)}
                for made, there in known.items()
            ],
            "read": choice.read,
            "left_out": dict(sorted(choice.left_out.items())),
            "missing": {key: {"count": count, "why": choice.reasons(key)} for key, count in choice.missing.items()},
            "unread": [
                {
                    "file": problem.file,
                    "place": problem.place,
                    "message": problem.message,
                    "fix": problem.fix,
                    "lost": problem.lost,
                }
                for problem in unread
            ],
            **({"unread_left_out": unread.left_out.total()} if unread.left_out else {}),
        }
    )
