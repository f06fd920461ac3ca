"""Waivers: recorded, dated, signed decisions not to follow a rule, each about one thing that the rule finds.

A waiver counts through its last day, which is within a year of the day on which it was agreed. It sets aside the
finding that it is about and no other of its rule: the one at its place, or the only one where it names none, as long as
that says what was found when it was agreed. One that says nothing of the design is about people, if its rule asks
something of them. A finding of several rules is set aside only where each of them is waived for it. Never set aside are
findings about waivers or about the file, of a rule that crashed, or of one that its owner declared not waivable.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding, FindingKind, Thing
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import SEVERITIES, Strength
from mentorkit.programme.entries import place_by_names
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written_list
from mentorkit.text.words import listed, shortened
from mentorkit.toml.faults import MOST_TOLD
from mentorkit.validation.file_checks import FILE_CHECKS, check_finding
from mentorkit.validation.open_point import label, label_as
from mentorkit.validation.who_may_agree import may_agree, who_may_agree
from mentorkit.values.by_fields import ByFields
from mentorkit.values.duration import Duration, day_after
from mentorkit.values.seen_text import as_seen

_NEEDED = ("rule", "reason", "agreed_by", "until")
_LONGEST = Duration(1, "year")
"""A decision is looked at again within a year; our own figure."""
_MAY_BE_MENDED = ("waiver-dates", "waiver-too-long", "waiver-not-agreed")
"""What is wrong with a waiver that is otherwise whole, so that what it is about can be asked at the same time."""


_Numbered = tuple[int, WaiverEntry]
"""A waiver with its place among those of the file."""


@attrs.frozen
class FoundThing:
    """Something that a rule says of a design, which a waiver can be about.

    Attributes:
        path: the place, and behind it what the finding names there.
        names: by which a waiver may call it, the shortest first.
        finding: that says so.
        seen: the names as they are compared.
    """

    path: Path
    names: tuple[str, ...]
    finding: Finding
    seen: tuple[str, ...] = attrs.field(init=False)

    @seen.default
    def _seen(self) -> tuple[str, ...]:
        return tuple(map(as_seen, self.names))

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
        return as_seen(name) in self.seen

    def agreed_to(self, at: str) -> dict[str, Any]:
        """What a waiver of it states, by key: the place, by one of its names, and what is found there now."""
        stated = {
            "at": self.names[self.seen.index(as_seen(at))],
            "leaves_open": self.finding.kind is FindingKind.NOT_SETTLED,
            "severity": self.finding.severity,
            "found": what_is_said(self.finding, self.path),
        }
        return {key: value for key, value in stated.items() if value}


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
        in_force: what is set aside, with the waivers that do so and their places among those of the file: several where
            a rule says several things of one place. A rule with no place is set aside where it is asked of people.
        for_decisions: those of which nothing that has to be so is left open at the same place: a limit of the design
            that is set aside lets people through, and another one of its rule must still hold them. Nor does a waiver
            let anybody through that may have been agreed for people, and not for what is found in the design.
        faults: why others do not count, or have nothing to do.
    """

    in_force: Mapping[Thing, Sequence[_Numbered]] = attrs.field(factory=dict)
    for_decisions: frozenset[Thing] = frozenset()
    faults: tuple[Finding, ...] = ()

    @classmethod
    def of(
        cls, reading: DesignReading, more: Sequence[WaiverEntry] = (), unreadable: Collection[int] = ()
    ) -> "Waivers":
        """The waivers of a programme, compared with what the rules find in it.

        Args:
            reading: the programme, by the rules of the day.
            more: waivers that come behind those of the file.
            unreadable: the places of those that have a key which cannot be read: it may say what they are not about.
        """
        rulebook, on = reading.book, reading.on
        in_force: dict[Thing, list[_Numbered]] = {}
        faults: list[Finding] = []
        found: dict[str, list[FoundThing]] | None = None
        unsure: set[Thing] = set()
        entries = enumerate((*(reading.programme.waivers or ()), *more))
        # Those that say nothing of the design come last: they are about what the others leave.
        for index, entry in sorted(entries, key=lambda each: _may_be_for_people(rulebook, each[1])):
            if index in unreadable:
                continue
            place: Path = ("waivers", index)
            suggest = len(faults) < MOST_TOLD  # the rest is counted, and comparing it with all rules takes long
            not_counting = faults_of(rulebook, entry, on, place, suggest=suggest)
            faults += not_counting
            if all(fault.rule in _MAY_BE_MENDED for fault in not_counting):
                if found is None:
                    found = found_things(reading.findings(), reading.programme)
                named, for_people = str(entry.rule), _may_be_for_people(rulebook, entry)
                of_rule = [
                    thing
                    for thing in found.get(named, [])
                    if not for_people or (named, thing.path) in unsure or not _set_aside_by(in_force, named, thing)
                ]
                about, fault = _about(rulebook, entry, of_rule, place, on)
                if about and not not_counting:
                    earlier = [_counting(in_force.get(thing, ()), thing, finding) for thing, finding in about]
                    if None not in earlier:
                        fault = _again(entry, earlier[0], place)
                    for thing, _ in about:
                        in_force.setdefault(thing, []).append((index, entry))
                    unsure |= {thing for thing, finding in about if for_people and finding}
                if fault and not (about and not_counting):
                    faults.append(fault)
        open_ = {
            (rule, thing.finding.path)
            for rule, things in (found or {}).items()
            for thing in things
            if thing.finding.strength is Strength.MUST and _set_aside_by(in_force, rule, thing) is None
        }
        return cls(in_force, frozenset(in_force) - open_ - unsure, tuple(faults))

    def applied_to(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings, those marked that are set aside, and what is wrong with the waivers themselves."""
        return [*map(self._mark, findings), *self.faults]

    def counting(self, thing: Thing, finding: Finding) -> WaiverEntry | None:
        """The waiver that sets aside what a finding says of a thing; None where none does."""
        found = _counting(self.in_force.get(thing, ()), thing, finding)
        return found[1] if found else None

    def _mark(self, finding: Finding) -> Finding:
        reasons = []
        for thing in finding.things:
            entry = self.counting(thing, finding)
            if entry is None:
                return finding
            reasons.append(f"{entry.reason} (agreed by {entry.agreed_by}, until {entry.until})")
        return attrs.evolve(finding, waived="; ".join(dict.fromkeys(reasons)))


def _counting(numbered: Iterable[_Numbered], thing: Thing, finding: Finding | None) -> _Numbered | None:
    """The first of the waivers of a thing that is about what a finding says of it, or of people where there is none."""
    is_about = (each for each in numbered if finding is None or not why_not_about(each[1], finding, thing[1]))
    return next(is_about, None)


def _set_aside_by(in_force: Mapping[Thing, Sequence[_Numbered]], rule: str, thing: FoundThing) -> _Numbered | None:
    """The first waiver of a rule that sets aside what is found."""
    return _counting(in_force.get((rule, thing.path), ()), (rule, thing.path), thing.finding)


def found_things(findings: Iterable[Finding], programme: Programme) -> dict[str, list[FoundThing]]:
    """What each rule, by its id, says of a design that a waiver can be about."""
    found: dict[str, list[FoundThing]] = {}
    for finding in findings:
        for rule, path in finding.things if _is_on_design(finding) else ():
            found.setdefault(rule, []).append(FoundThing.of(programme, path, finding))
    return found


def is_of_kind(entry: WaiverEntry, finding: Finding) -> bool:
    """Whether a waiver is about what falls short, or what is left open, as a finding is; what a list lacks is both."""
    if entry.leaves_open or finding.open_list:
        return finding.kind is FindingKind.NOT_SETTLED
    return finding.kind is FindingKind.FALLS_SHORT


def what_is_said(finding: Finding, path: Path) -> str:
    """What a finding says of the thing at a path; empty of an entry that a list lacks, whose path says it all."""
    return "" if len(path) == len(finding.path) + 1 else finding.message


def why_not_about(entry: WaiverEntry, finding: Finding, path: Path) -> str:
    """Why a waiver is not about what a finding says of the thing at a path; empty where it is.

    It is about what falls short or about what is left open, and about nothing but what was found when it was agreed.
    """
    found = f"what {entry.rule} finds here"
    if not is_of_kind(entry, finding):
        if entry.leaves_open:
            return f"{found} falls short, and this waiver is about what is left open"
        return f"{found} is not settled, and this waiver is about what falls short"
    if entry.severity and SEVERITIES.index(finding.severity) < SEVERITIES.index(entry.severity):
        return f"{found} is graver now ({label(finding)}) than agreed ({label_as(finding, entry.severity)})"
    if entry.found and (said := what_is_said(finding, path)) and as_seen(said) != as_seen(entry.found):
        return f"{found} has changed since this was agreed"
    return ""


def _is_on_design(finding: Finding) -> bool:
    return finding.kind in (FindingKind.FALLS_SHORT, FindingKind.NOT_SETTLED) and finding.rule not in FILE_CHECKS


def _may_be_for_people(rulebook: Rulebook, entry: WaiverEntry) -> bool:
    """Whether a waiver says nothing of the design, and its rule asks something of people."""
    rule = rulebook.rule(str(entry.rule))
    return bool(rule and rule.stage and not (entry.at or entry.found or entry.severity))


def _about(
    rulebook: Rulebook, entry: WaiverEntry, found: list[FoundThing], path: Path, on: date
) -> tuple[list[tuple[Thing, Finding | None]], Finding | None]:
    """What a waiver sets aside, each with the finding unless it is asked of people, and what is wrong with it.

    A waiver with the day on which it was agreed, and without what was found then, was agreed when nothing was found.
    """
    named = str(entry.rule)
    rule = (rulebook.whole or rulebook).rule(named)  # with the limits of later days
    there = [thing for thing in found if thing.has_name(entry.at)] if entry.at else found
    meant = [thing for thing in there if not why_not_about(entry, thing.finding, thing.path)]
    if _may_be_for_people(rulebook, entry):
        if not found:
            return [((named, ()), None)], _vague(entry, [], path)
        if entry.agreed_on:
            return [], _design_or_people(entry, found, path)
    if len(meant) > 1:
        return [], _not_clear(entry, meant, path)
    if meant:
        return [((named, thing.path), thing.finding) for thing in meant], _vague(entry, meant, path)
    if there:
        return [], _about_something_else(entry, there, path)
    if rule is not None and any(day > on for day in rule.changes):
        return [], None  # the rule may find it then
    message, fix = _nothing_to_do(entry, found)
    return [], check_finding("waiver-unused", path, message, fix)


def _vague(entry: WaiverEntry, meant: list[FoundThing], path: Path) -> Finding | None:
    """That a waiver counts, and does not say when it was agreed and what was found then."""
    said = next((said for thing in meant if (said := what_is_said(thing.finding, thing.path))), "")
    missing = ["agreed_on"] * (entry.agreed_on is None) + ["found"] * (bool(said) and entry.found is None)
    if not missing:
        return None
    message = (
        f"this waiver for {entry.rule} does not state {listed(missing, 'and')}, so it may cover more than was agreed"
    )
    fix = ""
    if "found" in missing:
        from mentorkit.toml.edits import key_line  # a design without such a waiver needs no reader of places

        fix = f"if this is what was agreed, state {key_line('found', said)}"
    day = "state the day in agreed_on" if "agreed_on" in missing else ""
    return check_finding("waiver-vague", path, message, "; ".join(filter(None, (fix, day))))


def _again(entry: WaiverEntry, first: _Numbered | None, path: Path) -> Finding:
    index, _ = first or (0, entry)
    message = f"this is already waived by waivers[{index}], so this waiver for {entry.rule} sets nothing aside"
    return check_finding("waiver-unused", path, message, "take one of the two out")


def _not_clear(entry: WaiverEntry, meant: list[FoundThing], path: Path) -> Finding:
    places = names_of(meant)
    if len(places) == 1:
        message = f"{entry.rule} finds {len(meant)} things at one place, and this waiver does not say which it is about"
        return check_finding("waiver-unclear", path, message, "state found as it was when this was agreed")
    message = f"{entry.rule} finds {len(meant)} things, and this waiver does not say which of them it is about"
    fix = f"state at as {written_list(places, 'or')}, and have one waiver for each that was agreed"
    return check_finding("waiver-unclear", path, message, fix)


def _design_or_people(entry: WaiverEntry, found: list[FoundThing], path: Path) -> Finding:
    message = f"{entry.rule} finds something in this design, and this waiver may be about people instead"
    fix = f"follow the rule; or, if that was agreed, state at as {written_list(names_of(found), 'or')}, and found"
    return check_finding("waiver-unclear", path, message, fix)


def _about_something_else(entry: WaiverEntry, there: list[FoundThing], path: Path) -> Finding:
    """That a waiver is not about what is found at its place, of which what is nearest to it is told."""
    nearest = min(there, key=lambda thing: not is_of_kind(entry, thing.finding))
    message = why_not_about(entry, nearest.finding, nearest.path)
    if is_of_kind(entry, nearest.finding):
        return check_finding("waiver-outdated", path, message, "follow the rule, or decide again")
    fix = "settle it; or state leaves_open = true, if leaving it open is what was agreed"
    fix = "follow the rule; or take leaves_open out, if that is what was agreed" if entry.leaves_open else fix
    return check_finding("waiver-unused", path, message, fix)


def _nothing_to_do(entry: WaiverEntry, found: list[FoundThing]) -> tuple[str, str]:
    """Why a waiver for whose place nothing is found sets nothing aside, and what to do."""
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
    missing = [name for name in _NEEDED if not as_seen(str(getattr(entry, name) or ""))]
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
        message = f'"{shortened(named)}" is not among the rules that apply here{asks(meant)}'
        fix = f"write {meant}" if meant else "'mentorkit rules' lists the ids"
        yield check_finding("waiver-unknown", (*path, "rule"), message, fix)
    elif not rule.waivable:
        message = f"{rule.id} protects people, and no service may set it aside"
        yield check_finding("waiver-refused", (*path, "rule"), message, "take the waiver out and follow the rule")
    else:
        yield from _not_agreed(rule, str(entry.agreed_by), path)
        if entry.until is not None:
            yield from _wrong_days(rule.id, entry.agreed_on, entry.until, path, on)


def _wrong_days(rule: str, agreed_on: date | None, until: date, path: Path, on: date) -> Iterator[Finding]:
    """Why a waiver does not count on a day; where it does not say when it was agreed, its year begins today."""
    does_not_count = f"this waiver for {rule} does not count, because it"
    if agreed_on is not None and agreed_on > on:
        message = f"{does_not_count} was agreed on {agreed_on}, which is in the future"
        yield check_finding("waiver-dates", (*path, "agreed_on"), message, "state the day on which it was agreed")
    elif agreed_on is not None and agreed_on > until:
        message = f"{does_not_count} ended on {until}, before it was agreed on {agreed_on}"
        yield check_finding("waiver-dates", (*path, "until"), message, "correct the day that is wrong, or decide again")
    elif on > until:
        message = f"this waiver for {rule} ended on {until}"
        yield check_finding("waiver-expired", (*path, "until"), message, "follow the rule, or decide again")
    elif until > day_after(agreed_on or on, _LONGEST):
        after = "after it was agreed" if agreed_on else "from now"
        fix = f"decide again, and let it end by {day_after(on, _LONGEST)}"
        yield check_finding("waiver-too-long", (*path, "until"), f"{does_not_count} ends more than a year {after}", fix)


def _not_agreed(rule: Rule, role: str, path: Path) -> Iterator[Finding]:
    if not may_agree(role, rule):
        roles = listed(who_may_agree(rule), "or")
        message = f'{rule.id} protects people, and "{role}" alone cannot agree to set it aside'
        fix = f"follow the rule, or have it agreed by one of these: {roles}"
        yield check_finding("waiver-not-agreed", (*path, "agreed_by"), message, fix)
