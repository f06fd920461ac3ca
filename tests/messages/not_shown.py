"""Places in the code that make a message which no service is told by a command, each with the reason."""

from collections.abc import Mapping

_AUTHOR = "told to whoever writes a plugin, as the module is loaded; tests/declaring, programme and registry have them"
_PROOF = "a proof that fails is a slip of ours; tests/matching/solver/test_proof.py breaks each of them"
_KIT = "told to whoever writes a plugin, as its tests run; tests/testing has what each check says"
_CALLER = "told to programs that call the solver, which our commands call rightly; tests/matching has them"

NOT_SHOWN: Mapping[str, str] = {
    "declaring/checks.py": _AUTHOR,
    "declaring/decorator.py": _AUTHOR,
    "declaring/example.py": _AUTHOR,
    "declaring/plain_function.py": _AUTHOR,
    "declaring/signature.py": _AUTHOR,
    "values/duration.py:Duration.__rsub__": "nothing that a command reads is taken from a date",
    "core/limit.py": _AUTHOR,
    "toml/lines.py:Lines.text": "asked of lines that a file has",
    "values/edition.py:as_edition": _AUTHOR,
    "validation/record_waiver.py:_thing_at": "one of its two is of a place at which a rule speaks of several entries",
    "validation/waivers.py:_not_clear": "one of its two is of a rule of others that says two things of one place",
    "core/arguments.py": _AUTHOR,
    "core/rule.py:Rule.__call__": "only rules that have a function are asked",
    "core/rule.py:Rule.answer": _AUTHOR,
    "core/rule.py:Rule.search": _AUTHOR,
    "registry/rulebook_of.py": _AUTHOR,
    "core/source.py": _AUTHOR,
    "programme/at.py": _AUTHOR,
    "programme/key.py": _AUTHOR,
    "programme/path.py:path_of": _AUTHOR,
    "programme/path.py:text_of_place": _AUTHOR,
    "values/duration.py:Duration.__attrs_post_init__": _AUTHOR,
    "programme/ways.py:as_ways": _AUTHOR,
    "text/did_you_mean.py:refuse_no_text": _AUTHOR,
    "programme/shared_keys.py": _AUTHOR,
    "values/days.py": _AUTHOR,
    "values/declared.py": _AUTHOR,
    "vocabulary.py:_check_names": _AUTHOR,
    "core/condition.py": _AUTHOR,
    "vocabulary.py:_check_values": _AUTHOR,
    "cli/held_signals.py": "ends the run as the signal asks, in silence",
    "cli/lazy.py:LazyGroup.parse_args": "the help of a group, which differs between releases of click",
    "testing/cases.py": _KIT,
    "testing/conformance.py": _KIT,
    "testing/laws.py": _KIT,
    "testing/purity.py": _KIT,
    "testing/plugin_under_test.py": _KIT,
    "testing/template.py": _KIT,
    "matching/cohort.py:_in_order": "sheets in which an id stands twice are refused before",
    "matching/cohort.py:_fast_rules": "STD304, a shared standard, asks about every pair",
    "matching/solver/or_tools.py": _PROOF,
    "matching/solver/raise_worst.py": _PROOF,
    "matching/solver/stable.py": _PROOF,
    "matching/solver/optimality.py": _PROOF,
    "matching/solver/input.py": _CALLER,
    "matching/solver/augment.py": _CALLER,
    "matching/solver/places.py": _CALLER,
}
