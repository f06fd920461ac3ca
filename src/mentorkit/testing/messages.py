"""What rules say: in words that a coordinator reads, and with what to do."""

import re
from collections.abc import Iterator

from mentorkit.core.rule import Rule
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import WORDS, placeholders_of

_PYTHON = re.compile(
    r"<[\w.]+ object at 0x\w+>"
    r"|<(?:class|function|module|bound method|generator)\b[^>]*>"
    r"|<\w+\.\w+: [^>]+>"  # a member of an enumeration
    r"|\b(?:None(?! of\b)|True|False)\b"
    r"|\b(?:datetime\.)?date\(\d[^)]*\)|\bDuration\(\"[^)]*\)|\bDecimal\('[^)]*\)"
    r"|\b(?:frozenset|set|dict|tuple|list)\((?:[\[{('][^)]*)?\)"
    r"|\b[A-Z]\w*\(\w+=[^)]*\)"  # a record
    r"|\['[^']*'(?:, '[^']*')*\]|\{'[^']*'[^{}]*\}|\('[^']*',(?: '[^']*',?)*\)"
)
"""How Python writes values for programmers."""


def messages(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Messages say what is wrong and what to do, with nothing in them that was meant for programmers."""
    by_rule: dict[str, list[RuleCase]] = {}
    for case in under_test.cases:
        by_rule.setdefault(case.rule.id, []).append(case)
    for rule in under_test.plugin.rules:
        place = under_test.place(rule)
        texts = dict.fromkeys(_described(under_test, rule), "")
        without_fix = rule.has_function and not rule.searches and not rule.fix
        for case in by_rule.get(rule.id, ()):
            for message, fix in _said(case):
                texts |= {text: f" ({case.why})" for text in (message, fix) if text not in texts}
                without_fix |= bool(message) and not fix
        if without_fix:
            yield Advice("messages", place, "it says what is wrong, and not what to do", "give it a fix")
        for text, when in texts.items():
            for message, remedy in _wrong_with(text):
                yield Advice("messages", place, f"{message}{when}", remedy)


def _described(under_test: PluginUnderTest, rule: Rule) -> Iterator[str]:
    """What a rule says and of what it asks, whether or not it is met."""
    for argument in (*rule.parameters, *rule.facts):
        yield under_test.book.describe(rule, argument)
    yield rule.reason
    if rule.applies is not None:
        yield rule.applies.words.replace("{", "").replace("}", "")
    for text in (rule.unmet, rule.fix):
        yield placeholders_of(text)[1]


def _said(case: RuleCase) -> Iterator[tuple[str, str]]:
    """The messages of a rule about a case, each with what it says to do."""
    if "facts" not in case.data:
        yield from ((finding.message, finding.fix) for finding in case.findings())
        return
    for verdict in case.decision().verdicts:
        for shown in (False, True):
            yield verdict.message(show_values=shown), verdict.fix(show_values=shown)


def _wrong_with(text: str) -> Iterator[tuple[str, str]]:
    for name in sorted(placeholders_of(text)[0]):
        meant = did_you_mean(name, WORDS)
        fix = f"write {{{meant}}}" if meant else "write the value into the text, or take the braces out"
        yield f"its message still has {{{name}}} in it{asks(meant)}", fix
    if "does not state the programme does not state" in text:
        fix = "leave 'the programme does not state' out: not_settled says that"
        yield "its message says twice that something is not stated", fix
    if found := _PYTHON.search(text):
        message = f"its message speaks Python: {found[0]}"
        yield message, "write it in words: listed() for lists, str() for dates and lengths of time"
