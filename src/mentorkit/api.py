"""All that a plugin may import."""

from mentorkit.core.condition import Condition, in_roles, in_settings, is_role, when
from mentorkit.core.declare import RuleError, rule
from mentorkit.core.duration import Duration, UnitsDifferError
from mentorkit.core.hooks import Sector, hookimpl
from mentorkit.core.limit import Limit, at_least, at_most, includes, includes_one_of, one_of
from mentorkit.core.pairs import Comparison, Exclusion, Preference, slips, unjustified
from mentorkit.core.programme import (
    Award,
    Format,
    Measure,
    Nation,
    Objective,
    Party,
    Phase,
    Programme,
    Setting,
    StaffRole,
    Support,
)
from mentorkit.core.referral import Link, Member, Need
from mentorkit.core.rule import (
    Fact,
    Parameter,
    Problem,
    Rule,
    View,
    falls_short,
    not_settled,
    rules_in,
)
from mentorkit.core.source import Evidence, Source
from mentorkit.core.stage import Stage
from mentorkit.core.strength import Strength
from mentorkit.core.suggest import did_you_mean
from mentorkit.core.week import hours_in_words, time_in_words
from mentorkit.core.words import listed
from mentorkit.network import Network

__all__ = [
    "Award",
    "Comparison",
    "Condition",
    "Duration",
    "Evidence",
    "Exclusion",
    "Fact",
    "Format",
    "Limit",
    "Link",
    "Measure",
    "Member",
    "Nation",
    "Need",
    "Network",
    "Objective",
    "Parameter",
    "Party",
    "Phase",
    "Preference",
    "Problem",
    "Programme",
    "Rule",
    "RuleError",
    "Sector",
    "Setting",
    "Source",
    "StaffRole",
    "Stage",
    "Strength",
    "Support",
    "UnitsDifferError",
    "View",
    "at_least",
    "at_most",
    "did_you_mean",
    "falls_short",
    "hookimpl",
    "hours_in_words",
    "in_roles",
    "in_settings",
    "includes",
    "includes_one_of",
    "is_role",
    "listed",
    "not_settled",
    "one_of",
    "rule",
    "rules_in",
    "slips",
    "time_in_words",
    "unjustified",
    "when",
]
