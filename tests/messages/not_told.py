"""Places in the code that make a message which no service is told by a command, each with the reason."""

from collections.abc import Mapping

_AUTHOR = "told to whoever writes a plugin, as the module is loaded; tests/core and tests/registry have them"
_PROOF = "a proof that fails is a slip of ours; tests/matching/test_proof.py breaks each of them"
_KIT = "told to whoever writes a plugin, as its tests run; tests/testing has what each check says"
_CALLER = "told to programs that call the solver, which our commands call rightly; tests/matching has them"

NOT_TOLD: Mapping[str, str] = {
    "core/decorator.py": _AUTHOR,
    "values/duration.py:Duration.__rsub__": "nothing that a command reads is taken from a date",
    "core/limit.py": _AUTHOR,
    "toml/positions.py": "asked of files that could be read, in which it finds all that there is",
    "core/rule.py:_as_limits": _AUTHOR,
    "core/rule.py:Rule._call": "only rules that have a function are asked",
    "core/rule.py:Rule.answer": _AUTHOR,
    "core/rule.py:Rule.search": _AUTHOR,
    "core/clashes.py": _AUTHOR,
    "core/source.py": _AUTHOR,
    "cli/lazy.py:LazyGroup.parse_args": "the help of a group, which differs between releases of click",
    "testing/cases.py": _KIT,
    "testing/conformance.py": _KIT,
    "testing/laws.py": _KIT,
    "testing/quiet.py": _KIT,
    "testing/subject.py": _KIT,
    "testing/template.py": _KIT,
    "matching/people/cohort.py:_in_order": "sheets in which an id stands twice are refused before",
    "matching/people/cohort.py:_questions": "STD304, a shared standard, asks about every pair",
    "matching/flow.py": _PROOF,
    "matching/lift.py": _PROOF,
    "matching/stable.py": _PROOF,
    "matching/tight.py": _PROOF,
    "matching/pairs.py": _CALLER,
    "matching/paths.py": _CALLER,
    "matching/solve.py": _CALLER,
    "matching/whatif.py": _CALLER,
}
