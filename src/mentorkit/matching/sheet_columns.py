"""The two sheets: which columns mentors and mentees have, and what has to be right in the design before any is read."""

from datetime import date
from typing import Any, Literal, get_args, get_origin

from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.matching.result import MatchingError
from mentorkit.programme.matching import CAPACITY, HOURS_NEEDED, THEMSELVES, VETOES, Comparison, compared, needed_facts
from mentorkit.programme.matching_checks import slips, unjustified
from mentorkit.programme.path import dotted
from mentorkit.programme.tables import Programme
from mentorkit.records.columns import Column, columns_of, needed_at
from mentorkit.values.duration import Duration

Side = Literal["mentors", "mentees"]


def sheet_columns(rulebook: Rulebook, programme: Programme, side: Side) -> dict[str, Column]:
    """Every column that the sheet of a side may have, by name."""
    known = {**columns_of(rulebook, programme), **{column.name: column for column in _of_matching(rulebook, programme)}}
    return {name: column for name, column in known.items() if _side(name) == side}


def needed_columns(rulebook: Rulebook, programme: Programme, side: Side) -> list[Column]:
    """The columns that the sheet of a side needs: for rules and earlier stages, preferences, and what is shared."""
    of_rules = {column.name: column for column in needed_at(rulebook, programme, Stage.MATCHING)}
    of_matching = {column.name: column for column in _of_matching(rulebook, programme)}
    if programme.matching.mentee_veto is False:
        del of_matching[VETOES]
    return [column for name, column in (of_rules | of_matching).items() if _side(name) == side]


def _side(name: str) -> Side:
    return "mentees" if name.startswith("mentee_") or name == HOURS_NEEDED else "mentors"


def _of_matching(rulebook: Rulebook, programme: Programme) -> list[Column]:
    """The columns that are there for matching itself."""
    declared = {name: (users, users[0][1].type) for name, users in rulebook.facts().items()}
    columns = []
    for name, type_ in needed_facts(programme.matching).items():
        users, type_ = declared.get(name, ([], type_))
        rules = tuple(rule.id for rule, _ in users)
        described = rulebook.describe(*users[0]) if users else _described(name, type_)
        columns.append(Column(name, type_, described, rules, users[0][1].declared.was if users else ""))
    people = tuple[str, ...]
    columns.append(Column(VETOES, people, "the ids of mentors whom this mentee does not want; no reason is asked", ()))
    if programme.matching.capacity_in == "hours":
        columns.append(Column(CAPACITY, Duration, "how many hours (or minutes) the mentor has for mentees", ()))
        columns.append(
            Column(HOURS_NEEDED, Duration, "how many of a mentor's hours (or minutes) this mentee needs", ())
        )
    else:
        default = programme.matching.mentees_per_mentor
        usual = f"; {default} where the cell is empty" if default is not None else ""
        columns.append(Column(CAPACITY, int, f"how many mentees the mentor can take{usual}", ()))
    return columns


def _described(name: str, type_: Any) -> str:
    side, _, what = name.partition("_")
    other = "mentee" if side == "mentor" else "mentor"
    if what.startswith("prefers_"):
        wished = what.removeprefix("prefers_").replace("_", " ")
        named = f"the ids of {other}s" if wished == THEMSELVES else f"{wished} of the {other}"
        return f'{named} that the {side} wishes for, best liked first, or "any"'
    several = ', or "none"' if type_ in (str, tuple[str, ...]) else ""
    return f"{what.replace('_', ' ')} of the {side}, compared with the {other}'s{several}"


def check_design(rulebook: Rulebook, programme: Programme) -> None:
    """Refuses designs whose pairs could not be compared, or should not be in this way.

    Raises:
        MatchingError: naming the place.
    """
    if programme.relationship.pairs is False:
        message = "relationship.pairs is false: nobody meets as a pair here"
        raise MatchingError(message, "take it out where people do meet as pairs")
    for slip in (*unjustified(programme.matching), *slips(programme.matching)):
        raise MatchingError(f"{dotted(slip.path)}: {slip.message}", slip.fix)
    declared = {name: users[0][1].type for name, users in rulebook.facts().items()}
    for path, stated in compared(programme.matching):
        for name in (f"mentor_{stated.what}", f"mentee_{stated.what}"):
            if name in declared and not _fits(declared[name], stated):
                message = f"{dotted(path)}: {name} cannot be compared as {stated.kind}: it is of another kind"
                raise MatchingError(message, "compare it in another way, or compare something else")


def _fits(type_: Any, stated: Comparison) -> bool:
    """Whether values of a fact that rules have declared can be compared in this way."""
    of_text = get_args(type_)[0] if get_origin(type_) is tuple else type_
    text = of_text is str or get_origin(of_text) is Literal
    if stated.kind == "near":
        return type_ is (int if stated.within is None else date)
    return text or stated.kind == "same"
