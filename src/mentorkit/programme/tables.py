"""The tables that every programme shares, as they stand in the file.

Everything may be left out: what a design does not say yet is a finding of the rule that needs it, not a fault of the
file. None is 'not stated'; an empty list is a statement. A sector's own parameters stand beside the shared keys, one
table a sector ([screening.substance]), and are kept in `Programme.sector_values`.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

import attrs

from mentorkit.programme.about_file import AboutFile
from mentorkit.programme.design import Design, Recruitment, Role, StaffRole
from mentorkit.programme.for_whom import ForWhom
from mentorkit.programme.governance import Governance, WaiverEntry
from mentorkit.programme.group_sessions import GroupSessions
from mentorkit.programme.incidents import Incidents
from mentorkit.programme.key import DecideBy, key, key_to_field, outside_tables
from mentorkit.programme.matching import Matching
from mentorkit.programme.mutual_aid import MutualAid
from mentorkit.programme.network import ReferralNetwork
from mentorkit.programme.open_lists import outermost
from mentorkit.programme.organisation import Organisation
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.preparation import Screening, Training
from mentorkit.programme.results import Graduation, Outcomes, Party, Progression
from mentorkit.programme.rota import DropIn, OnCall, Online
from mentorkit.programme.support import Relationship, Safeguarding, Supervision
from mentorkit.programme.ways import OVER_TIME, WITH_MENTORS, Way
from mentorkit.values.by_fields import ByFields
from mentorkit.values.own_name import OTHER, OwnName


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Programme(ByFields):
    """The design of one mentoring programme, read from TOML; immutable.

    The tables stand in the order in which a service usually settles them.
    """

    programme: Design = attrs.field(factory=Design)
    for_whom: ForWhom = attrs.field(factory=ForWhom)
    organisation: Organisation = attrs.field(factory=Organisation)
    role: Role = attrs.field(factory=Role)
    staff: tuple[StaffRole, ...] | None = key(
        "the roles around the {mentors}",
        '[{ role = "coordinator", paid = true }]',
        question="Which roles are there around the {mentors}?",
        decide_by=DecideBy.RECRUITMENT,
        ways=WITH_MENTORS,
    )
    recruitment: Recruitment = attrs.field(factory=Recruitment)
    screening: Screening = attrs.field(factory=Screening)
    training: Training = attrs.field(factory=Training)
    matching: Matching = attrs.field(factory=Matching)
    relationship: Relationship = attrs.field(factory=Relationship)
    group_sessions: GroupSessions = attrs.field(factory=GroupSessions)
    drop_in: DropIn = attrs.field(factory=DropIn)
    on_call: OnCall = attrs.field(factory=OnCall)
    mutual_aid: MutualAid = attrs.field(factory=MutualAid)
    incidents: Incidents = attrs.field(factory=Incidents)
    online: Online = attrs.field(factory=Online)
    supervision: Supervision = attrs.field(factory=Supervision)
    safeguarding: Safeguarding = attrs.field(factory=Safeguarding)
    network: ReferralNetwork = attrs.field(factory=ReferralNetwork)
    graduation: Graduation = attrs.field(factory=Graduation)
    progression: Progression = attrs.field(factory=Progression)
    outcomes: Outcomes = attrs.field(factory=Outcomes)
    governance: Governance = attrs.field(factory=Governance)
    file: AboutFile = attrs.field(factory=AboutFile)
    waivers: tuple[WaiverEntry, ...] | None = key(
        "decisions not to follow a rule",
        '[{ rule = "SUB101" }]',
        question="Which rules have you decided not to follow?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    format: int = outside_tables(default=1)
    """The version of the file format that the design is read as; what is made in Python is read as the first."""
    sector_values: Mapping[Path, Any] = outside_tables(factory=dict)
    """The sectors' own parameters by path, such as ("screening", "substance", "abstinence")."""

    def value(self, path: Path) -> Any:
        """What the design states at a path of keys, or None where it states nothing."""
        if path in self.sector_values:
            return self.sector_values[path]
        found: Any = self
        for part in path:
            if found is None:
                return None
            if isinstance(part, int):
                found = found[part] if part < len(found) else None
            else:
                table = found.about if isinstance(found, OwnName) else found
                found = getattr(table, key_to_field(part), None)
        return found

    def offers(self, way: Way) -> bool | None:
        """Whether the programme offers a way of support; None where it does not say.

        A design of format 1 is about pairs, unless `relationship.pairs` is false: then it does not say which others.

        Examples:
            >>> Programme().offers(Way.PAIR), Programme().offers(Way.ON_CALL)
            (True, False)
        """
        stated = self.programme.ways
        if stated:  # a programme that offers no way of support is none yet
            return way.value in stated
        if self.format > 1:
            return None
        if self.relationship.pairs is False:
            return False if way is Way.PAIR else None
        return way is Way.PAIR

    def may_offer(self, ways: Collection[Way]) -> bool:
        """Whether the programme offers one of these ways, or does not say; what is for no way is for all of them."""
        return not ways or any(self.offers(way) is not False for way in ways)

    def can_measure(self, party: Party) -> bool:
        """Whether something can be measured of these people again: they are known for some time, and not as a contact.

        Examples:
            >>> on_call = Programme().in_way(Way.ON_CALL)
            >>> on_call.can_measure("mentor"), on_call.can_measure("mentee"), on_call.can_measure("member")
            (True, False, False)
        """
        if party == "member":
            return self.offers(Way.MUTUAL_AID) is True or self.offers(Way.ONLINE) is True
        return self.may_offer(WITH_MENTORS if party == "mentor" else {*OVER_TIME, Way.INCIDENT})

    def in_way(self, way: Way) -> "Programme":
        """The programme as if it offered this way of support alone, so that only what makes sense for it is asked.

        Examples:
            >>> Programme().in_way(Way.ON_CALL).offers(Way.PAIR)
            False
        """
        return attrs.evolve(self, programme=attrs.evolve(self.programme, ways=(way.value,)))

    def leaves_open(self, path: Path) -> bool:
        """Whether a list has an entry under the service's own name that is other than all that rules know.

        What is listed as complete in `file.complete` leaves nothing open: then it is none of what rules are about.
        """
        stated = self.value(path)
        other = isinstance(stated, tuple) and any(isinstance(each, OwnName) and each == OTHER for each in stated)
        return other and not self.says_all(path)

    def says_all(self, path: Path) -> bool:
        """Whether a list that the design states names all that there is: every list in format 1, and an empty one.

        A list of tables that is complete has entries whose lists are complete too.
        """
        if self.format == 1 or self.value(path) == ():
            return True
        return dotted(outermost(path)) in (self.file.complete or ())


@lru_cache(maxsize=4096)
def settling_order(path: Path) -> tuple[int, bool, str, int, str]:
    """Sorts places of the file as a service settles them: table by table, in each the shared keys in their order."""
    tables = list(attrs.fields_dict(Programme))
    if not path or path[0] not in tables:
        return (-1, False, "", 0, "")
    within = attrs.fields_dict(Programme)[str(path[0])].type
    keys = list(attrs.fields_dict(within)) if within is not None and attrs.has(within) else []
    name = key_to_field(str(path[-1]))
    table = ".".join(str(part) for part in path[:-1])
    order = keys.index(name) if len(path) == 2 and name in keys else len(keys)
    return (tables.index(str(path[0])), len(path) > 2, table, order, name)
