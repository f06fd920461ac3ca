"""Entries under a service's own name, of which rules have to know whether they are what the rules are about."""

from collections.abc import Iterator

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.path import dotted
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written, written_list
from mentorkit.validation.file_checks import check_finding
from mentorkit.validation.known_entries import known_entries
from mentorkit.values.own_name import OTHER, OwnName


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
    """A finding for each entry that is stated to be none that rules know, under a name that is close to one of them."""
    for path, value in stated_keys(reading.programme):
        for place, entry in enumerate(value) if isinstance(value, tuple) else ():
            if isinstance(entry, OwnName) and entry == OTHER:
                meant = did_you_mean(entry.called, known_entries(reading.book, path))
                if meant and meant not in value:  # one that is there as well is another one
                    message = f"{written(entry.called)} is stated as none that rules know{asks(meant)}"
                    fix = f"if so, write {written(meant)}"
                    yield check_finding("implausible", (*path, place), message, fix)
