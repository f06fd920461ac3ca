"""A first file from blanks: every key that the rules ask for, commented out, in the order in which to settle it."""

import tomllib
from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin

import attrs

from mentorkit.core.rulebook import Rulebook, example_at
from mentorkit.core.stage import Stage
from mentorkit.first_file.answers import FirstFileAnswers
from mentorkit.first_file.key_comment import KeyComments, wrapped_comment
from mentorkit.first_file.starters import STARTERS
from mentorkit.programme.formats import FORMAT
from mentorkit.programme.key import KEY, field_to_key, is_in_file
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_key, ways_of_shared
from mentorkit.programme.tables import Programme, settling_order
from mentorkit.text.values_in_text import written
from mentorkit.toml.outline import Outline
from mentorkit.validation.newly_asked import edition_of
from mentorkit.values.text_value import is_text_value

_WIDTH = 120
_COMPARED: Path = ("matching", "collects")
"""Where the facts that starters compare are asked for."""
_PASSED_ON: Path = ("network", "basis")
"""On what ground the members of the starting network pass on what they know."""
_HEAD = """\
# The design of a mentoring programme, for mentorkit; begun from blanks.
#
# Above each key you see a question, what the answer has to be or should be, and which rules ask for it.
# Remove the # right before a key, and replace the example with your own value. Also remove the # of a header
# such as #[training.award]. Leave what you have not settled yet as it is.
#
#   mentorkit validate FILE     says what is not settled, in this order, and what falls short
#   mentorkit explain STD301    says why a rule is there
#
# People and services to turn to go in [network], which begins with a small one to change and to add to.
"""


def from_blanks(book: Rulebook, answers: FirstFileAnswers) -> str:
    """A first file that states the answers and nothing else.

    Args:
        book: the rules of the sectors, in the words of the programme's setting.
        answers: what the service has said.
    """
    comments = KeyComments(book, answers.programme)
    stated = answers.written()
    asked = {
        *comments.asked,
        *comments.needed,
        *_collected(comments),
        *comments.of_ways,
        *(path for path in (_COMPARED, _PASSED_ON, *STARTERS) if answers.programme.may_offer(ways_of_shared(path))),
        *(("programme", name) for name in stated),
    }
    tables = [name for name, field in attrs.fields_dict(Programme).items() if is_in_file(field)]
    parts = [_HEAD, f"format = {FORMAT}\n"]
    for table in tables:
        keys = sorted((path for path in asked if path[0] == table), key=_order)
        if keys:
            parts += _table(comments, table, keys, stated if table == "programme" else {})
    if edition := edition_of(book):
        until = [*comments.of_key(("file", "asked_until")), f'asked_until = "{edition}"']
        parts.append("\n".join(["[file]", *until, ""]))
    cited = "\n".join(["# Cited above in short:", *comments.sources()])
    return "\n".join([*parts, f"{cited}\n"])


def _collected(comments: KeyComments) -> Iterator[Path]:
    yield from ((stage.value, "collects") for stage in Stage if comments.facts(stage))


def _order(path: Path) -> tuple[Any, ...]:
    """As a service settles them; the facts of a stage come once all its keys are settled."""
    return (len(path) > 2, path[-1] == "collects" and len(path) == 2, settling_order(path))


def _table(comments: KeyComments, table: str, keys: Iterable[Path], stated: dict[str, str]) -> Iterator[str]:
    """A table with its keys, then those within it: a table of its own each."""
    groups: dict[Path, list[Path]] = {}
    lists: list[Path] = []
    for path in keys:
        if _columns(path):
            lists.append(path)
        else:
            groups.setdefault(path[:-1], []).append(path)
    if lists != [(table,)]:
        groups = {(table,): [], **groups}  # the header stands there for those who add keys of their own
    for header, within in groups.items():
        live = len(header) == 1 or header[1] in comments.book.sectors
        lines = [f"{'' if live else '#'}[{dotted(header)}]"]
        for path in within:
            value = stated.get(str(path[-1]))
            lines += ["", *comments.of_key(path)] if len(lines) > 1 else comments.of_key(path)
            lines += [f"{path[-1]} = {value}"] if value else _blank(path, _example(comments, path))
        yield "\n".join(lines) + "\n"
    for path in lists:
        yield "\n".join(_list_of_tables(comments, path)) + "\n"


def with_blanks(text: str, programme: Programme, comments: KeyComments) -> str:
    """The text of a file with a blank for each key that its rules ask for and that it does not state.

    Each stands right under the header of its table; tables that are not there come at the end.

    Args:
        text: of the file.
        programme: the design in it.
        comments: what the rules say of its keys.
    """
    outline = Outline(text, accepted=True)
    under: dict[int, list[str]] = {}
    behind: dict[Path, list[str]] = {}
    for path in sorted({*comments.asked, *comments.needed, *comments.read, *comments.of_ways}, key=_order):
        if programme.value(path) is not None:
            continue
        table, columns = path[:-1], _columns(path)
        header = outline.get(table)
        if columns and table:
            behind[path] = list(_list_of_tables(comments, path))
        elif header is None:
            behind.setdefault(
                table, [f"{'' if table[1:] in {(s,) for s in comments.book.sectors} else '#'}[{dotted(table)}]"]
            )
            behind[table] += [*comments.of_key(path), *_blank(path, _example(comments, path))]
        elif text[header.value[0]] == "[":
            at = text.index("\n", header.value[1]) + 1
            under.setdefault(at, []).extend([*comments.of_key(path), *_blank(path, _example(comments, path)), ""])
    for at, lines in sorted(under.items(), reverse=True):
        text = text[:at] + "".join(f"{line}\n" for line in lines) + text[at:]
    return text + "".join("\n" + "".join(f"{line}\n" for line in lines) for lines in behind.values())


def _columns(path: Path) -> Any:
    """The class of the tables in a list of tables, or None."""
    known = shared_key(path, in_lists=True)
    inner = get_args(known.type)[0] if known and get_origin(known.type) is tuple else None
    return inner if inner is not None and attrs.has(inner) and not is_text_value(inner) else None


def _list_of_tables(comments: KeyComments, path: Path) -> Iterator[str]:
    """A list of tables: what its tables may begin with, or one of them with each of its keys."""
    yield from comments.of_key(path)
    if path in STARTERS:
        yield from _starters(comments, path)
    else:
        yield f"#[[{dotted(path)}]]"
        yield from _entry(comments, path)


def _starters(comments: KeyComments, path: Path) -> Iterator[str]:
    """What the tables of a list may begin with; the question of a key is above the first that has it."""
    about, entries = STARTERS[path]
    yield from wrapped_comment(about)
    explained: set[str] = set()
    for entry in entries:
        yield f"#[[{dotted(path)}]]"
        for name, value in entry.items():
            if name not in explained:
                yield from comments.of_key((*path, name))
            explained.add(name)
            yield f"#{name} = {written(value)}"


def _entry(comments: KeyComments, path: Path) -> Iterator[str]:
    """The keys of one table of a list, each with its comments and the example of its class."""
    for name, field in attrs.fields_dict(_columns(path)).items():
        inner = (*path, field_to_key(name))
        yield from comments.of_key(inner)
        yield from _blank(inner, field.metadata[KEY].example)


def _example(comments: KeyComments, path: Path) -> str:
    if path[-1] == "collects" and len(path) == 2 and (facts := comments.facts(Stage(str(path[0])))):
        return written(tuple(facts))
    return example_at(path, comments.asked.get(path, ()))


def _blank(path: Path, example: str) -> list[str]:
    """A key commented out with an example where there is one, over several lines where it is a long list."""
    line = f"#{path[-1]} = {example}"
    if not example:
        return [line.rstrip()]
    value = tomllib.loads(f"x = {example}")["x"]
    if len(line) <= _WIDTH or not isinstance(value, list):
        return [line]
    return [f"#{path[-1]} = [", *(f"#  {written(entry)}," for entry in value), "#]"]
