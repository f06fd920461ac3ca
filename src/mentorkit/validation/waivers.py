"""Waivers: recorded, dated, signed decisions not to follow a rule, each about one thing that the rule finds.

A waiver counts through its last day, which is within a year. It sets aside the finding that it is about and no other of
its rule: the one at its place, or the only one where it names none. A finding of several rules is set aside only where
each of them is waived for it. Never set aside are findings about waivers or about the file, of a rule that crashed, or
of one that its owner declared not waivable.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding, FindingKind, Thing
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.entries import place_by_names
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written_list
from mentorkit.text.words import listed
from mentorkit.toml.structure import MOST_TOLD
from mentorkit.validation.file_checks import FILE_CHECKS, check_finding
from mentorkit.validation.who_may_agree import may_agree, who_may_agree
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration, day_after
from mentorkit.values.seen_text import as_seen

_NEEDED = ("rule", "reason", "agreed_by", "until")
_LONGEST = Duration(1, "year")
"""A decision is looked at again within a year; our own figure."""
_MAY_BE_MENDED = ("waiver-too-long", "waiver-not-agreed")
"""What is wrong with a waiver that is otherwise whole, so that what it is about can be asked at the same time."""


@attrs.frozen
class FoundThing:
    """Something that a rule says of a design, which a waiver can be about.

    Attributes:
        path: the place, and behind it what the finding names there.
        names: by which a waiver may call it, the shortest first.
        finding: that says so.
    """

    path: Path
    names: tuple[str, ...]
    finding: Finding

    @classmethod
    def of(cls, programme: Programme, path: Path, finding: Finding) -> "FoundThing":
        """A thing of a finding: an entry that a list lacks goes by its name, another entry of the file by its place."""
        rest = path[len(finding.path) :]
        place = place_by_names(programme, finding.path)
        if len(rest) < 2:
            return cls(path, (".".join((place, *map(str, rest))),), finding)
        about = place_by_names(programme, rest)
        return cls(path, (about, place, f"{place} about {about}"), finding)

    def has_name(self, name: str) -> bool:
        """Whether a waiver that names a place is about it."""
        return as_seen(name) in map(as_seen, self.names)


def names_of(things: Collection[FoundThing]) -> list[str]:
    """What to call some things so that each is told from the others, by alphabet."""
    called = Counter(as_seen(name) for thing in things for name in set(thing.names))
    return sorted(
        {next((name for name in thing.names if called[as_seen(name)] == 1), thing.names[-1]) for thing in things}
    )


@attrs.frozen(eq=False, repr=False)
class Waivers(ByFields):
    """The waivers of a programme on one day.

    Attributes:
        in_force: what is set aside, with the waiver that does so and its place among those of the file. A rule with no
            place is set aside where it is asked of people.
        faults: why others do not count, or have nothing to do.
    """

    in_force: Mapping[Thing, tuple[int, WaiverEntry]] = attrs.field(factory=dict)
    faults: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, reading: DesignReading, more: Sequence[WaiverEntry] = ()) -> "Waivers":
        """The waivers of a programme, and more that come behind them, compared with what the rules find in it."""
        rulebook, on = reading.book, reading.on
        in_force: dict[Thing, tuple[int, WaiverEntry]] = {}
        faults: list[Finding] = []
        found: dict[str, list[FoundThing]] | None = None
        for index, entry in enumerate((*(reading.programme.waivers or ()), *more)):
            place: Path = ("waivers", index)
            suggest = len(faults) < MOST_TOLD  # the rest is counted, and comparing it with all rules takes long
            not_counting = faults_of(rulebook, entry, on, place, suggest=suggest)
            faults += not_counting
            if all(fault.rule in _MAY_BE_MENDED for fault in not_counting):
                if found is None:
                    found = found_things(reading.findings(), reading.programme)
                about, fault = _about(rulebook, entry, found.get(str(entry.rule), []), place, on)
                faults += [fault] if fault else []
                if not not_counting:
                    for thing in about:
                        in_force.setdefault(thing, (index, entry))
        return cls(in_force, tuple(faults))

    def applied_to(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings, those marked that are set aside, and what is wrong with the waivers themselves."""
        return [*map(self._mark, findings), *self.faults]

    def _mark(self, finding: Finding) -> Finding:
        entries = [self.in_force.get(thing, (0, None))[1] for thing in finding.things]
        counting = [entry for entry in entries if entry is not None and is_about(entry, finding)]
        if len(counting) < len(entries):
            return finding
        reasons = [f"{entry.reason} (agreed by {entry.agreed_by}, until {entry.until})" for entry in counting]
        return attrs.evolve(finding, waived="; ".join(dict.fromkeys(reasons)))


def found_things(findings: Iterable[Finding], programme: Programme) -> dict[str, list[FoundThing]]:
    """What each rule, by its id, says of a design that a waiver can be about."""
    found: dict[str, list[FoundThing]] = {}
    for finding in findings:
        for rule, path in finding.things if _is_on_design(finding) else ():
            found.setdefault(rule, []).append(FoundThing.of(programme, path, finding))
    return found


def kind_of(entry: WaiverEntry) -> FindingKind:
    """What a waiver is about: what falls short, or what is left open."""
    return FindingKind.NOT_SETTLED if entry.leaves_open else FindingKind.FALLS_SHORT


def is_about(entry: WaiverEntry, finding: Finding) -> bool:
    """Whether a waiver is about what a finding says."""
    return not why_not_about(entry, finding)


def why_not_about(entry: WaiverEntry, finding: Finding) -> str:
    """Why a waiver is not about what its rule says at its place; empty where it is.

    It is about what falls short or about what is left open, and about nothing that is graver than what was agreed.
    """
    found = f"what {entry.rule} finds here"
    if finding.kind is not kind_of(entry):
        if entry.leaves_open:
            return f"{found} falls short, and this waiver is about what is left open"
        return f"{found} is not settled, and this waiver is about what falls short"
    if entry.severity and SEVERITIES.index(finding.severity) < SEVERITIES.index(entry.severity):
        return f"{found} is graver now ({finding.severity}) than agreed ({entry.severity})"
    return ""


def _is_on_design(finding: Finding) -> bool:
    return finding.kind in (FindingKind.FALLS_SHORT, FindingKind.NOT_SETTLED) and finding.rule not in FILE_CHECKS


def _about(
    rulebook: Rulebook, entry: WaiverEntry, found: list[FoundThing], path: Path, on: date
) -> tuple[list[Thing], Finding | None]:
    """What a waiver sets aside, and what is wrong where it is not clear what, or is nothing."""
    named = str(entry.rule)
    rule = (rulebook.whole or rulebook).rule(named)  # with the limits of later days
    there = [thing for thing in found if thing.has_name(entry.at)] if entry.at else found
    meant = [thing for thing in there if is_about(entry, thing.finding)]
    for_people: list[Thing] = [(named, ())] if rule and rule.stage and not entry.at else []
    if len(meant) == 1:
        return [(named, meant[0].path), *for_people], None
    if meant:
        return [], _not_clear(entry, meant, path)
    if for_people or _may_come(rule, on):
        return for_people, None
    message, fix = _nothing_to_do(entry, there, found)
    return [], check_finding("waiver-unused", path, message, fix)


def _may_come(rule: Rule | None, on: date) -> bool:
    return rule is not None and any(day > on for day in rule.changes)


def _not_clear(entry: WaiverEntry, meant: list[FoundThing], path: Path) -> Finding:
    places = names_of(meant)
    if len(places) == 1:
        message = f"{entry.rule} finds {len(meant)} things at one place, and this waiver cannot tell which it is about"
        return check_finding("waiver-unclear", path, message, "put right all but one of them")
    message = f"{entry.rule} finds {len(meant)} things, and this waiver does not say which of them it is about"
    fix = f"state at as {written_list(places, 'or')}, and have one waiver for each that was agreed"
    return check_finding("waiver-unclear", path, message, fix)


def _nothing_to_do(entry: WaiverEntry, there: list[FoundThing], found: list[FoundThing]) -> tuple[str, str]:
    """Why a waiver sets nothing aside, and what to do."""
    if there:
        nearest = min((thing.finding for thing in there), key=lambda finding: finding.kind is not kind_of(entry))
        message = why_not_about(entry, nearest)
        if nearest.kind is kind_of(entry):
            return message, "follow the rule, or decide again"
        if entry.leaves_open:
            return message, "follow the rule; or take leaves_open out, if that is what was agreed"
        return message, "settle it; or state leaves_open = true, if leaving it open is what was agreed"
    if entry.at and found:
        places = names_of(found)
        by_index = (thing.names[0] for thing in found if entry.at == dotted(thing.finding.path))
        close = next(by_index, None) or did_you_mean(entry.at, places)
        message = f'{entry.rule} finds nothing at "{entry.at}"{asks(close)}'
        return (
            message,
            f'write at = "{close}"' if close else f"take it out; the rule finds {written_list(places, 'and')}",
        )
    place = f' at "{entry.at}"' if entry.at else ""
    return f"nothing in this design needs the waiver for {entry.rule}{place}", "take it out"


def faults_of(
    rulebook: Rulebook, entry: WaiverEntry, on: date, path: Path = (), *, suggest: bool = True
) -> list[Finding]:
    """Why a waiver that stands at a path does not count on a day, whatever the design; nothing where it does.

    With `suggest`, a rule that there is not comes with the one that is meant.
    """
    missing = [name for name in _NEEDED if getattr(entry, name) is None]
    if missing:
        message = f"this waiver does not count, because it does not state {listed(missing, 'and')}"
        fix = f"state {listed(missing, 'and')}, or take it out"
        return [check_finding("waiver-incomplete", path, message, fix)]
    return list(_faults(rulebook, entry, path, on, suggest=suggest))


def _faults(rulebook: Rulebook, entry: WaiverEntry, path: Path, on: date, *, suggest: bool) -> Iterator[Finding]:
    named = str(entry.rule)
    rule = rulebook.rule(named)
    if rule is None and (check := named.lower()) in FILE_CHECKS:
        message = f"{check} is a check of the file itself, which nobody can set aside"
        yield check_finding("waiver-unknown", (*path, "rule"), message, "fix what it finds instead")
    elif rule is None:
        meant = did_you_mean(named, (rule.id for rule in rulebook.rules if suggest))
        message = f'"{named}" is not among the rules that apply here{asks(meant)}'
        fix = f"write {meant}" if meant else "'mentorkit rules' lists the ids"
        yield check_finding("waiver-unknown", (*path, "rule"), message, fix)
    elif not rule.waivable:
        message = f"{rule.id} protects people, and no service may set it aside"
        yield check_finding("waiver-refused", (*path, "rule"), message, "take the waiver out and follow the rule")
    else:
        yield from _not_agreed(rule, str(entry.agreed_by), path)
        if entry.until is not None and on > entry.until:
            message = f"this waiver for {rule.id} ended on {entry.until}"
            yield check_finding("waiver-expired", (*path, "until"), message, "follow the rule, or decide again")
        elif entry.until is not None and entry.until > (latest := day_after(on, _LONGEST)):
            message = f"this waiver for {rule.id} does not count, because it ends more than a year from now"
            fix = f"decide again, and let it end by {latest}"
            yield check_finding("waiver-too-long", (*path, "until"), message, fix)


def _not_agreed(rule: Rule, role: str, path: Path) -> Iterator[Finding]:
    if not may_agree(role, rule):
        roles = listed(who_may_agree(rule), "or")
        message = f'{rule.id} protects people, and "{role}" alone cannot agree to set it aside'
        fix = f"follow the rule, or have it agreed by one of these: {roles}"
        yield check_finding("waiver-not-agreed", (*path, "agreed_by"), message, fix)
