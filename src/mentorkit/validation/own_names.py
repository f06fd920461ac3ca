"""Entries under a service's own name, of which rules have to know whether they are what the rules are about."""

from collections.abc import Iterable, Iterator

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.path import dotted
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written, written_list
from mentorkit.validation.file_checks import check_finding
from mentorkit.validation.known_entries import known_entries
from mentorkit.values.own_name import OTHER, OwnName
from mentorkit.values.same_entry import words_of


def not_known(reading: DesignReading) -> Iterator[Finding]:
    """A finding for each list whose entries decide whether rules apply, where rules do not know what one of them is."""
    for path, rules in reading.waiting.items():
        if not reading.programme.leaves_open(path):
            continue
        own = [each for each in reading.programme.value(path) if isinstance(each, OwnName) and each == OTHER]
        brief = f"whether {written_list(own, 'or')} is one that rules know under another name"
        example = f'{{ is = "…", called = {written(own[0])} }}'
        fix = f'if it is, write which, as in {example}; if not, add "{dotted(path)}" to complete in [file]'
        message = f"the programme does not state {brief}"
        yield reading.finding(rules, path, FindingKind.NOT_SETTLED, message, fix, brief=brief)


def perhaps_known(reading: DesignReading) -> Iterator[Finding]:
    """A finding for each entry that is close to one that rules know, and is stated as none, or as what they do not."""
    for path, value in stated_keys(reading.programme):
        for place, entry in enumerate(value) if isinstance(value, tuple) else ():
            if not isinstance(entry, OwnName) or entry == entry.called:
                continue
            known = [*known_entries(reading.book, path)]
            is_, at = str(entry), (*path, place)
            if is_ == OTHER and (meant := did_you_mean(entry.called, known)) and meant not in value:
                message = f"{written(entry.called)} is stated as none that rules know{asks(meant)}"
                yield check_finding("implausible", at, message, f"if so, write {written(meant)}")
            elif is_ not in (OTHER, *known) and (meant := _close_to(is_, known)) and meant not in value:
                message = f"{written(is_)} is not an entry that rules know{asks(meant)}"
                fix = f"if so, write is = {written(meant)}; if not, write {written(entry.called)} alone"
                yield check_finding("implausible", at, message, fix)


def _close_to(is_: str, known: Iterable[str]) -> str | None:
    """The known entry that a text holds all the words of, or is misspelt from."""
    words = {*words_of(is_)}
    held = [entry for entry in known if words.issuperset(words_of(entry))]
    return max(held, key=len, default=None) or did_you_mean(is_, known)
