"""The cases of all rules that are shipped, read once for all tests that try something on each."""

from mentorkit.registry.find import find_plugins
from mentorkit.testing import rule_cases

CASES = tuple(case for found in find_plugins() for case in rule_cases(found.module))
OF_PEOPLE = tuple(case for case in CASES if "facts" in case.data)
