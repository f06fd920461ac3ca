"""Who has to agree to a waiver: of every must that answers a risk, is on children or on supervision, somebody named."""

import pytest

from mentorkit.core.rule import Rule
from mentorkit.core.stage import Area
from mentorkit.core.strength import Strength
from mentorkit.registry.load import Plugins
from mentorkit.validation.who_may_agree import may_agree, who_may_agree

PLUGINS = Plugins()
RULES = PLUGINS.rulebook(tuple(found.name for found in PLUGINS.found)).rules
ON_CHILDREN_AND_NOT_ON_THEIR_SAFETY = {
    "SCH301": "how pairs are found",
    "SCH333": "how often pairs meet",
    "SCH501": "what a policy on endings covers",
    "SCH804": "which certificates are kept",
    "SCH808": "how long certificates are kept",
}
"""The musts for schools of which anybody may decide, each with what it is about."""
ON_SUPERVISION_IN_THE_NETWORK = {"STD712", "STD718"}
"""Those that are no musts: deputies of supervisors, and how many people each has."""
ANSWERS_A_RISK_ELSEWHERE = {"SUB105", "SUB505", "STD106", "STD107", "STD108", "STD109", "STD110"}
"""What is not in the network: risk is screened, nobody leaves with nowhere to go, who is near children is checked."""


def keeps_people_safe(rule: Rule) -> bool:
    of_schools = rule.owner == "schools" and rule.id not in ON_CHILDREN_AND_NOT_ON_THEIR_SAFETY
    return rule.area in (Area.SUPERVISION, Area.NETWORK) or of_schools or rule.id in ANSWERS_A_RISK_ELSEWHERE


@pytest.mark.parametrize("owner", sorted({rule.owner for rule in RULES}))
def test_what_keeps_people_safe_names_who_has_to_agree_or_cannot_be_waived(owner: str) -> None:
    musts = [rule for rule in RULES if rule.owner == owner and rule.strength is Strength.MUST]
    asked = [rule for rule in musts if keeps_people_safe(rule)]
    asked += [rule for rule in RULES if rule.owner == owner and rule.id in ON_SUPERVISION_IN_THE_NETWORK]
    asked += [rule for rule in RULES if rule.owner == owner and rule.area is Area.SUPERVISION]
    asked += [
        rule for rule in RULES if (rule.owner, rule.area, rule.strength) == (owner, Area.NETWORK, Strength.SHOULD)
    ]
    assert [rule.id for rule in asked if rule.waivable and not who_may_agree(rule)] == []


def test_a_role_is_compared_as_a_person_sees_it() -> None:
    rule = next(rule for rule in RULES if rule.id == "SCH401")
    for role in ("Head-teacher", " head teacher", "designated\u00a0safeguarding lead", "Designated safeguarding lead."):
        assert may_agree(role, rule), role
    for role in ("", "lead", "deputy headteacher", "headteacher and board", "safeguarding lead"):
        assert not may_agree(role, rule), role


def test_who_leads_the_service_may_agree_to_what_only_should_be_so_in_the_network() -> None:
    should, must = (next(rule for rule in RULES if rule.id == each) for each in ("STD706", "STD702"))
    assert [may_agree(role, should) for role in ("Head", "board", "service manager", "mentor")] == [
        True,
        True,
        True,
        False,
    ]
    assert [may_agree(role, must) for role in ("Head", "board", "service manager", "mentor")] == [
        False,
        False,
        True,
        False,
    ]
