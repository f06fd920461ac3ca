"""Proposals for pairs as text, CSV and JSON: whom each mentee could have and why, who has nobody, and what would help.

They are proposals, to be confirmed by a person. People are named by their ids; what is known of them is shown only if
asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mentorkit.core.case_reading import Outcome, Verdict
from mentorkit.matching import MatchingAnswer, ScarceKind, Term, Unmatched
from mentorkit.matching.result import SPONSOR_AND_MEMBER, Sides
from mentorkit.programme.ways import Way
from mentorkit.reports.findings_json import JSON_VERSION, sources_data, to_json
from mentorkit.reports.proposals import MOST_IDS, ProposalsReport, first_ids
from mentorkit.reports.verdicts import verdict_line, verdicts_data
from mentorkit.text.csv_row import row
from mentorkit.text.did_you_mean import asks
from mentorkit.text.values_in_text import written_list
from mentorkit.text.words import shortened, visible, with_fix

A_PERSON_CONFIRMS = "These are proposals. A person confirms each pair with both people, or rejects it."
MEMBERS_CHOOSE = "These are proposals. Members choose each other: ask both of each pair, and let them decide."


MatchingReport = ProposalsReport[MatchingAnswer]
"""Of pairs."""


def matching_text(report: MatchingReport) -> str:
    """Who could have whom, who has nobody and why, and which mentors are scarce."""
    matching, show_values, style = report.answer, report.show_values, report.style
    blocks = [_text_block("Proposed", "strong", _proposals(matching, show_values))]
    blocks.append(_text_block("Without a proposal", "error", _unmatched(matching, show_values)))
    cannot = f"{matching.sides.mentor.capitalize()}s who cannot be matched yet"
    blocks.append(_text_block(cannot, "warning", _outside(matching, show_values)))
    blocks.append(_text_block("Scarce", "warning", _scarce(matching, show_values)))
    blocks.append(_text_block("Earlier pairs that would change", "warning", _changed(matching)))
    never = (
        f"  {mentee} with {mentor}{' (away)' if (mentee, mentor) in matching.away else ''}"
        for mentee, mentor in matching.never
    )
    blocks.append(_text_block("Never to be matched", "warning", never))
    noted = (each for each in matching.everyone if each.outcome is Outcome.NOTE)
    blocks.append(
        _text_block("Noted about everybody", "warning", (f"  {verdict_line(each, show_values)}" for each in noted))
    )
    closed = (each for each in matching.everyone if each.outcome is not Outcome.NOTE)
    blocks.append(
        _text_block("What stops everybody", "error", (f"  {verdict_line(each, show_values)}" for each in closed))
    )
    sections = [
        (f"{style(heading, name)}\n" + "\n".join(visible(line) for line in lines))
        for heading, name, lines in blocks
        if lines
    ]
    warning = [visible(line) for line in nothing_compared(matching)]
    return "\n\n".join([*warning, *sections, f"{matching_summary(matching)}\n{who_decides(matching)}"]) + "\n"


def who_decides(matching: MatchingAnswer) -> str:
    """Who makes of a proposal a pair."""
    return MEMBERS_CHOOSE if matching.sides == SPONSOR_AND_MEMBER else A_PERSON_CONFIRMS


def nothing_compared(matching: MatchingAnswer) -> Iterator[str]:
    """That the proposals compare nobody with anybody, in one line; nothing where they do."""
    if not matching.compared:
        named = written_list(map(shortened, matching.criteria), "and")
        criteria = f" The criteria that it names ({named}) have not been looked at." if matching.criteria else ""
        yield (
            f"Nothing was compared: the design states no matching.preferences and no matching.exclusions.{criteria} "
            "A person has to see who suits whom, and who must not meet."
        )


def _text_block(heading: str, name: str, lines: Iterable[str]) -> tuple[str, str, list[str]]:
    return heading, name, list(lines)


def matching_summary(matching: MatchingAnswer) -> str:
    """How many there are, and why nobody could do better, in two lines."""
    people = matching.matched + len(matching.unmatched)
    kept = sum(1 for proposal in matching.proposals if proposal.kept)
    parts = [f"{len(matching.proposals)} pairs"] if len(matching.proposals) > matching.matched else []
    parts += [f"{kept} kept"] if kept else []
    among = f" ({', '.join(parts)})" if parts else ""
    whom = f"{matching.sides.mentee}{'' if people == 1 else 's'}"
    if matching.sides == SPONSOR_AND_MEMBER:
        whom += f" who {'looks' if people == 1 else 'look'} for a sponsor"
    possible = "1 pair was" if matching.pairs == 1 else f"{matching.pairs} pairs were"
    return (
        f"Proposals for {matching.matched} of {people} {whom}{among} on {matching.on}; {possible} possible.\n"
        f"{matching.objective}; {matching.proof}"
    )


def _proposals(matching: MatchingAnswer, show_values: bool) -> Iterator[str]:
    role = " as sponsor" if matching.sides == SPONSOR_AND_MEMBER else ""
    for proposal in matching.proposals:
        points = f"{proposal.score} {'point' if proposal.score == 1 else 'points'}"
        terms = f": {_terms(proposal.terms, show_values)}" if proposal.terms else ""
        yield f"  {proposal.mentee} with {proposal.mentor}{role}{' (kept)' if proposal.kept else ''}, {points}{terms}"
        for reason in proposal.despite:
            yield f"       kept, despite: {reason}"
        yield from (f"       note: {verdict_line(verdict, show_values)}" for verdict in proposal.notes)


def _terms(terms: Iterable[Term], show_values: bool) -> str:
    return ", ".join(
        f"{term.label} {term.points}{f' ({term.shared})' if show_values and term.shared else ''}" for term in terms
    )


def _unmatched(matching: MatchingAnswer, show_values: bool) -> Iterator[str]:
    for person in matching.unmatched:
        yield f"  {person.mentee}: {_why(person, matching.sides, show_values) or 'not looked into'}"
        yield from (f"       would help: {_remedy(change, mentors)}" for change, mentors in _remedies(person))


def _why(person: Unmatched, sides: Sides, show_values: bool) -> str:
    parts = [verdict_line(verdict, show_values) for verdict in person.own]
    parts += [person.why] if person.why else []
    if person.full:
        parts.append(
            f"{first_ids(person.full)} would suit, but {'has' if len(person.full) == 1 else 'have'} no room left"
        )
    parts += [f"{barrier.label}: {_counted(barrier.mentors, sides)}" for barrier in person.barriers]
    return "; ".join(parts)


def _counted(mentors: int, sides: Sides) -> str:
    return f"{mentors} {sides.mentor}{'' if mentors == 1 else 's'}"


def _remedies(person: Unmatched) -> list[tuple[str, tuple[str, ...]]]:
    return [(remedy.change, remedy.mentors) for remedy in person.remedies]


def _remedy(change: str, mentors: Sequence[str]) -> str:
    return f"{change} {first_ids(mentors)}" if mentors else change


def _outside(matching: MatchingAnswer, show_values: bool) -> Iterator[str]:
    for mentor in matching.outside:
        reasons = [
            *(verdict_line(verdict, show_values) for verdict in mentor.own),
            *([mentor.why] if mentor.why else []),
        ]
        yield f"  {mentor.mentor}: {'; '.join(reasons)}"


def _scarce(matching: MatchingAnswer, show_values: bool) -> Iterator[str]:
    if matching.place_helps:
        yield f"  one more place would match one more person with {first_ids(matching.place_helps)}"
    if not matching.kinds:
        return
    places = f"{matching.kind_places} {'place' if matching.kind_places == 1 else 'places'}"
    how_many = "this many" if matching.kinds_exact else "at least this many"
    who = matching.sides.mentor
    mentor = f"one more {who} with {places}, who suits everybody in everything else,"
    yield f"  {mentor} would match {how_many} more people:"
    hidden: dict[str, list[int]] = {}
    for kind in matching.kinds:
        if not kind.what:
            yield f"       {kind.adds}  a {who} who suits everybody"
        elif show_values:
            yield f"       {kind.adds}  {kind.what.replace('_', ' ')}: {kind.value}"
        else:
            hidden.setdefault(kind.what, []).append(kind.adds)
    for what, adds in hidden.items():
        each = ", ".join(map(str, adds[:MOST_IDS])) + (" …" if len(adds) > MOST_IDS else "")
        values = "a certain value" if len(adds) == 1 else f"one of {len(adds)} values"
        yield f"       {each}  a {who} with {values} of {what.replace('_', ' ')} (--show-values shows which)"


def _changed(matching: MatchingAnswer) -> Iterator[str]:
    yield from (f"  {mentee} with {mentor}" for mentee, mentor in matching.changed)


def not_found(matching: MatchingAnswer, *, show_values: bool) -> Iterator[str]:
    """What keeps nobody apart, because it names somebody who is not in the sheets; then how many are away."""
    for each in matching.not_found:
        fix = "check the id; if they are away this time, write yes under away on this row"
        if each.marked_away:
            message = (
                f"{each.mentee} and {each.mentor} are marked as away, but somebody has an id that looks like theirs"
            )
            fix = "correct the id, or give each an id that nobody takes for another"
        elif each.by == "never":
            message = f"{each.mentee} and {each.mentor} are locked as never, but one of them is not in the sheets"
        else:
            named = f"{each.mentor}, who" if show_values else "somebody who"
            message = f"mentee_vetoes of {each.mentee} names {named} is not in the sheets"
            check = "check the id" if show_values else "check the id (--show-values shows it, and the closest one)"
            fix = f"{check}; if they are away this time, lock the pair as never, with yes under away"
        meant = each.meant if show_values or each.by == "never" else ""
        yield visible(with_fix(f"{message}{asks(meant)}", fix))
    if matching.away:
        kept = "1 pair kept apart is" if len(matching.away) == 1 else f"{len(matching.away)} pairs kept apart are"
        yield f"{kept} about people who are away"


def matching_csv(report: MatchingReport) -> str:
    """One row a mentee, then one for each two who are never to be matched; `--lock` reads the sheet.

    In it somebody marks what stays.
    """
    matching, show_values = report.answer, report.show_values
    rows = [row(["mentee", "mentor", "lock", "away", "score", "terms", "notes", "why_not", "would_help"])]
    for proposal in matching.proposals:
        notes = [f"kept, despite: {reason}" for reason in proposal.despite]
        notes += [verdict_line(verdict, show_values) for verdict in proposal.notes]
        lock, terms = "keep" if proposal.kept else "", _terms(proposal.terms, show_values)
        rows.append(
            row([proposal.mentee, proposal.mentor, lock, "", str(proposal.score), terms, "; ".join(notes), "", ""])
        )
    for person in matching.unmatched:
        helps = "; ".join(f"{change} {' '.join(mentors)}".strip() for change, mentors in _remedies(person))
        why_not = _why(person, matching.sides, show_values) or "not looked into"
        rows.append(row([person.mentee, "", "", "", "", "", "", why_not, helps]))
    rows += [
        row([mentee, mentor, "never", "yes" if (mentee, mentor) in matching.away else "", "", "", "", "", ""])
        for mentee, mentor in matching.never
    ]
    return "".join(rows)


def matching_json(report: MatchingReport) -> str:
    """One object; docs/json.md documents it."""
    matching, show_values = report.answer, report.show_values
    decided = {rule.id: rule for rule in matching.decided}
    rules = {verdict.rule.id: verdict.rule for verdict in _all_verdicts(matching)} | decided
    data: dict[str, Any] = {
        "version": JSON_VERSION,
        "on": matching.on.isoformat(),
        **({"way": Way.MUTUAL_AID.value} if matching.sides == SPONSOR_AND_MEMBER else {}),
        "objective": matching.objective,
        "proof": matching.proof,
        "proven": matching.proven,
        "compared": matching.compared,
        "criteria": list(matching.criteria),
        "pairs": [
            {
                "mentee": proposal.mentee,
                "mentor": proposal.mentor,
                "score": proposal.score,
                "terms": [
                    {"label": term.label, "points": term.points}
                    | ({"shared": term.shared or None} if show_values else {})
                    for term in proposal.terms
                ],
                "notes": verdicts_data(proposal.notes, show_values),
                "kept": proposal.kept,
                "despite": list(proposal.despite),
            }
            for proposal in matching.proposals
        ],
        "unmatched": [
            {
                "mentee": person.mentee,
                "own": verdicts_data(person.own, show_values),
                "why": person.why or None,
                "full": list(person.full),
                "barriers": [
                    {"what": barrier.label, "mentors": barrier.mentors, "only": list(barrier.only)}
                    for barrier in person.barriers
                ],
                "would_help": [
                    {"change": remedy.change, "mentors": list(remedy.mentors)} for remedy in person.remedies
                ],
                "looked_into": person.looked_into,
            }
            for person in matching.unmatched
        ],
        "outside": [
            {"mentor": each.mentor, "own": verdicts_data(each.own, show_values), "why": each.why or None}
            for each in matching.outside
        ],
        "everyone": verdicts_data(matching.everyone, show_values),
        "scarce": {
            "one_more_place": list(matching.place_helps),
            "places": matching.kind_places,
            "exact": matching.kinds_exact,
            "kinds": [_kind_data(kind, show_values) for kind in matching.kinds],
        },
        "changed": [{"mentee": mentee, "mentor": mentor} for mentee, mentor in matching.changed],
        "never": [
            {"mentee": mentee, "mentor": mentor, "away": (mentee, mentor) in matching.away}
            for mentee, mentor in matching.never
        ],
        "look_alike": [list(ids) for ids in matching.look_alike],
        "not_found": [
            {"mentee": each.mentee, "by": each.by}
            | ({"mentor": each.mentor, "closest": each.meant or None} if show_values or each.by == "never" else {})
            for each in matching.not_found
        ],
        "rules": [
            {
                "id": rule.id,
                "name": rule.name,
                "reason": rule.reason,
                "sources": sources_data(rule.sources),
                "decided": rule.id in decided,
            }
            for _, rule in sorted(rules.items())
        ],
        "summary": {
            "matched": matching.matched,
            "unmatched": len(matching.unmatched),
            "total": matching.total,
            "worst": matching.worst,
            "notes": matching.notes,
            "admissible": matching.pairs,
        },
    }
    return to_json(data)


def _kind_data(kind: ScarceKind, show_values: bool) -> dict[str, Any]:
    shown = {"value": str(kind.value) if kind.what else None} if show_values else {}
    return {"what": kind.what or None, **shown, "adds": kind.adds, "waiting": kind.waiting}


def _all_verdicts(matching: MatchingAnswer) -> Iterator[Verdict]:
    yield from matching.everyone
    for proposal in matching.proposals:
        yield from proposal.notes
    for person in matching.unmatched:
        yield from person.own
    for mentor in matching.outside:
        yield from mentor.own
