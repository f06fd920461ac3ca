"""The two sheets: which columns people and slots have."""

from datetime import date, datetime
from typing import Any

from mentorkit.core.case_reading import required_before
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.matching.sheet_columns import all_columns
from mentorkit.matching.slots.kinds import KINDS, usual_needs
from mentorkit.programme.kept_columns import (
    AVAILABLE,
    AWAY_FROM,
    AWAY_TO,
    CAPACITY,
    NEEDS,
    NOT_WITH,
    SLOT_VETOES,
)
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.columns import Column, columns_of
from mentorkit.records.incident_sheet import incident_columns
from mentorkit.values.opening_hours import Hours
from mentorkit.values.zoned_time import zone_of_nation

ENDS_AT = "ends_at"
"""The column of a sheet of sessions or shifts that says when each ends."""

_IDS: Any = tuple[str, ...]


def people_columns(rulebook: Rulebook, programme: Programme, way: Way) -> dict[str, Column]:
    """Every column that the sheet of people may have, by name; also those of other ways, so that one sheet does."""
    own = (column for each in (*KINDS, way) for column in own_columns(each))
    return columns_of_people(rulebook, programme) | {column.name: column for column in own}


def columns_of_people(rulebook: Rulebook, programme: Programme) -> dict[str, Column]:
    """Every column that some sheet of people may have, by name: for any stage, and for matching in each way offered."""
    own = (column for way in KINDS if programme.may_offer({way}) for column in own_columns(way))
    return {column.name: column for column in own} | all_columns(rulebook, programme)


def needed_people_columns(rulebook: Rulebook, programme: Programme, way: Way) -> list[Column]:
    """The columns that the sheet of people needs: for rules and earlier stages, and to find who can take what."""
    known = columns_of(rulebook, programme)
    names: dict[str, None] = {}
    rules = asked_rules(rulebook, programme)
    for stage in (*required_before(programme, Stage.MATCHING), Stage.MATCHING):
        asked = [[fact.name for fact in rule.facts] for rule in rules if rule.stage is stage]
        of_people = [facts for facts in asked if not any(name.startswith("mentee_") for name in facts)]
        names |= dict.fromkeys(sorted(set().union(*of_people)))
    return [*(known[name] for name in names), *own_columns(way)]


def asked_rules(rulebook: Rulebook, programme: Programme) -> list[Rule]:
    """The rules that are asked: at matching, and at the earlier stages that the design requires there."""
    stages = (*required_before(programme, Stage.MATCHING), Stage.MATCHING)
    return [rule for rule in rulebook.rules_for(programme) if rule.area.stage in stages and not rule.searches]


def own_columns(way: Way) -> list[Column]:
    """The columns of the sheet of people that are there for matching itself."""
    kind = KINDS[way]
    columns = [Column(CAPACITY, int, f"how many {kind.name}s of the sheet this person can take", ())]
    if kind.timed:
        when = 'the hours of the week at which this person can be there, or "at any hour"'
        columns.append(Column(AVAILABLE, Hours, when, ()))
    apart = "the ids of people with whom this person must not be together; no reason is needed"
    return [
        *columns,
        Column(AWAY_FROM, date, "the first day on which this person is away", ()),
        Column(AWAY_TO, date, "the last day on which this person is away", (), bounds=(AWAY_FROM, "")),
        Column(NOT_WITH, _IDS, apart, ()),
    ]


def slot_columns(programme: Programme, way: Way) -> dict[str, Column]:
    """Every column that the sheet of sessions, shifts or incidents may have, by name."""
    if way is Way.INCIDENT:
        return incident_columns(programme)
    return {column.name: column for column in (*needed_slot_columns(programme, way), *KINDS[way].passed_over)}


def needed_slot_columns(programme: Programme, way: Way) -> list[Column]:
    """The columns that the sheet of sessions or shifts needs."""
    kind, zone = KINDS[way], zone_of_nation(programme.programme.nation)
    usual = usual_needs(programme, way)
    otherwise = "" if usual is None else f"; {usual} if the cell is empty"
    needs = Column(NEEDS, int, f"how many people this {kind.name} needs{otherwise}", ())
    settled = Column(kind.settled, _IDS, f"the ids of people who have this {kind.name} already", ())
    ends = f"when the {kind.name} ends"
    length = programme.group_sessions.length
    if way is Way.GROUP_SESSIONS and length is not None:
        ends += f"; {length} after it starts if the cell is empty"
    not_wanted = "the ids of people whom somebody who comes does not want there; no reason is needed"
    staff = [Column(kind.staff, _IDS, "the ids of the members of staff who are there", ())] if kind.staff else []
    return [
        Column(kind.moment, datetime, f"when the {kind.name} starts", (), zone=zone),
        Column(ENDS_AT, datetime, ends, (), bounds=(kind.moment, ""), zone=zone),
        needs,
        Column(SLOT_VETOES, _IDS, not_wanted, ()),
        settled,
        *staff,
    ]
