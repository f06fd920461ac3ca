"""The two sheets of mentors and mentees, and the one of members who are both: which columns they have."""

from typing import Any, Literal, get_args

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.kept_columns import CAPACITY, HOURS_NEEDED, VETOES, WANTS_SPONSOR
from mentorkit.programme.matching import THEMSELVES, Preference, compared_facts, placed_comparisons
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.columns import Column, columns_of, needed_at
from mentorkit.records.facts_by_way import ways_of_facts
from mentorkit.values.duration import TimeSpent
from mentorkit.values.inexact import Inexact, lowest

Side = Literal["mentors", "mentees"]
_COMPARED = (
    "since an exclusion compares it; put it in double quotes if it is one, or compare with "
    'kind = "overlap" if there can be several'
)


def sheet_columns(rulebook: Rulebook, programme: Programme, side: Side) -> dict[str, Column]:
    """Every column that the sheet of a side may have, by name."""
    return {name: column for name, column in all_columns(rulebook, programme).items() if side_of(name) == side}


def all_columns(rulebook: Rulebook, programme: Programme) -> dict[str, Column]:
    """Every column that a sheet about people may have, by name: for any stage, or for either side of matching."""
    return columns_of(rulebook, programme) | {each.name: each for each in _of_matching(rulebook, programme)}


def needed_columns(rulebook: Rulebook, programme: Programme, side: Side) -> list[Column]:
    """The columns that the sheet of a side needs: for rules and earlier stages, preferences, and what is shared."""
    of_rules = {column.name: column for column in needed_at(rulebook, programme, Stage.MATCHING)}
    of_matching = {column.name: column for column in _of_matching(rulebook, programme)}
    if programme.matching.mentee_veto is False:
        del of_matching[VETOES]
    return [column for name, column in (of_rules | of_matching).items() if side_of(name) == side]


def member_columns(rulebook: Rulebook, programme: Programme) -> dict[str, Column]:
    """Every column that a sheet of members may have, by name: both sides of matching, and who looks for a sponsor.

    A fact that only rules of other ways need is not among them: nothing would read what a member answers.
    """
    ways = ways_of_facts(rulebook, programme)
    others = {name for name in rulebook.facts() if Way.MUTUAL_AID not in ways[name]}
    known = {name: column for name, column in all_columns(rulebook, programme).items() if name not in others}
    return known | _of_members(rulebook, programme)


def needed_member_columns(rulebook: Rulebook, programme: Programme) -> list[Column]:
    """The columns that a sheet of members needs."""
    of_members = _of_members(rulebook, programme)
    both = [column for side in get_args(Side) for column in needed_columns(rulebook, programme, side)]
    names = (WANTS_SPONSOR, CAPACITY, *(column.name for column in both))
    by_name = {column.name: column for column in both} | of_members
    return [by_name[name] for name in dict.fromkeys(names)]


def _of_members(rulebook: Rulebook, programme: Programme) -> dict[str, Column]:
    of_matching = {column.name: column for column in _of_matching(rulebook, programme)}
    hours = programme.matching.capacity_in == "hours"
    room = "how many hours (or minutes) this member has" if hours else "how many members this member can sponsor"
    described = {
        CAPACITY: f"{room}; 0 for nobody",
        VETOES: "the ids of members whom this member does not want as a sponsor, or to sponsor; no reason is needed",
    }
    wants = Column(WANTS_SPONSOR, bool, "whether this member looks for a sponsor", ())
    return {WANTS_SPONSOR: wants} | {
        name: attrs.evolve(of_matching[name], description=text)
        for name, text in described.items()
        if name != VETOES or programme.matching.mentee_veto is not False
    }


def side_of(name: str) -> Side:
    """Which of the two sheets of matching has a column."""
    return "mentees" if name.startswith("mentee_") or name in (HOURS_NEEDED, WANTS_SPONSOR) else "mentors"


def _of_matching(rulebook: Rulebook, programme: Programme) -> list[Column]:
    """The columns that are there for matching itself."""
    declared = {name: (users, users[0][1].type) for name, users in rulebook.facts().items()}
    columns = []
    excluded = {
        fact
        for each in placed_comparisons(programme.matching)
        if not isinstance(each.comparison, Preference) and each.comparison.kind == "same"
        for fact in each.facts(())
    }
    for name, type_ in compared_facts(programme.matching).items():
        if name in declared:
            users, type_ = declared[name]
            rule, fact = users[0]
            rules = tuple(rule.id for rule, _ in users)
            columns.append(Column(name, type_, rulebook.describe(rule, fact), rules, fact.declared.was, fact.bounds))
        else:
            columns.append(Column(name, type_, _described(name, type_), ()))
        if name in excluded and type_ is str:
            columns[-1] = attrs.evolve(columns[-1], one_text=_COMPARED)
    people = tuple[str, ...]
    columns.append(Column(VETOES, people, "the ids of mentors who this mentee does not want; no reason is needed", ()))
    if programme.matching.capacity_in == "hours":
        columns.append(Column(CAPACITY, TimeSpent, "how many hours (or minutes) the mentor has for mentees", ()))
        columns.append(
            Column(HOURS_NEEDED, TimeSpent, "how many of a mentor's hours (or minutes) this mentee needs", ())
        )
    else:
        stated = programme.matching.mentees_per_mentor
        of_range = f", the fewest of {stated}," if isinstance(stated, Inexact) else ""
        usual = f"; {lowest(stated)}{of_range} if the cell is empty" if stated is not None else ""
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
