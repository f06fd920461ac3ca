"""In which format the design of a case is read."""

import attrs

from mentorkit.core.finding import FindingKind
from mentorkit.registry.load import Plugins
from mentorkit.testing.cases import cases_of

ON_DIVERSITY = "STD206"


def test_a_case_is_read_in_the_first_format_unless_it_states_another() -> None:
    plugins = Plugins()
    (standards,) = (plugins.plugin(found) for found in plugins.found if found.name == "standards")
    (rule,) = (each for each in standards.rules if each.id == ON_DIVERSITY)
    case = next(each for each in cases_of(standards, rule) if each.outcome == "warning")
    in_format_2 = attrs.evolve(case, data={**case.data, "design": {"format": 2, **case.data["design"]}})
    assert (case.programme.format, in_format_2.programme.format) == (1, 2)
    assert case.answer().outcome == in_format_2.answer().outcome == "warning"
    ((_, shown),), ((_, stated),) = case.written, in_format_2.written
    assert stated == f"format = 2\n\n{shown}"
    assert [each.kind for each in in_format_2.findings()] == [FindingKind.NOT_SETTLED]
