"""What a matching says: proposals, who has none and why, and what would help. A person confirms, or does not."""

from datetime import date
from typing import Any, Literal, NamedTuple

import attrs

from mentorkit.core.case_reading import Verdict
from mentorkit.core.rule import Rule


class MatchingError(Exception):
    """Pairs cannot be looked for; the message says why, and `fix` what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


class Sides(NamedTuple):
    """What the two people of a pair are called in an answer.

    Attributes:
        mentor: who helps.
        mentee: who is helped.
    """

    mentor: str
    mentee: str


MENTOR_AND_MENTEE = Sides("mentor", "mentee")
SPONSOR_AND_MEMBER = Sides("sponsor", "member")
"""In a list of members, each of whom may be both."""


@attrs.frozen
class Term:
    """A part of a score.

    Attributes:
        label: what it is for, such as "same language".
        points: how many.
        shared: what it is that the two have in common; a value of theirs, shown only if asked for.
    """

    label: str
    points: int
    shared: str = attrs.field(default="", repr=False)


@attrs.frozen
class Proposal:
    """Two people who could be matched.

    Attributes:
        mentee: by id.
        mentor: by id.
        score: the sum of the terms.
        terms: what the two have in common that counts, in the order of the design.
        notes: what rules note about the two; they do not stand in the way.
        kept: whether it was locked, so that nobody looked for anything better.
        despite: what stands against a pair that is kept.
    """

    mentee: str
    mentor: str
    score: int
    terms: tuple[Term, ...]
    notes: tuple[Verdict, ...] = ()
    kept: bool = False
    despite: tuple[str, ...] = ()


@attrs.frozen
class Barrier:
    """Something that rules mentors out for a mentee.

    Attributes:
        label: what it is: a rule with its id, a requirement, an exclusion, a veto.
        mentors: how many it rules out; several may rule out the same.
        only: the ids of those whom nothing else rules out.
    """

    label: str
    mentors: int
    only: tuple[str, ...]


@attrs.frozen
class Remedy:
    """A change that would give a mentee somebody; the smallest come first.

    Attributes:
        change: what to do.
        mentors: the ids of those who then could be had.
    """

    change: str
    mentors: tuple[str, ...] = ()


@attrs.frozen
class Unmatched:
    """A mentee for whom there is no proposal.

    Attributes:
        mentee: by id.
        own: what is in the way of any match, with any mentor.
        why: where it is no rule about the mentee and nothing about single mentors.
        full: the ids of mentors who could be had, and whose places or hours are taken.
        barriers: what rules out the others.
        remedies: what would help.
        looked_into: False where so many have no proposal that only the first of them are looked into.
    """

    mentee: str
    own: tuple[Verdict, ...] = ()
    why: str = ""
    full: tuple[str, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    looked_into: bool = True


@attrs.frozen
class ScarceKind:
    """A kind of mentor, and what one more of them would add who otherwise suits everybody.

    Attributes:
        what: that is required, such as "language"; empty for a mentor who suits everybody in this too.
        value: of it.
        adds: how many more people would be matched.
        waiting: how many of those without a proposal could have such a mentor.
    """

    what: str
    value: Any = attrs.field(repr=False)
    adds: int
    waiting: int


@attrs.frozen
class UnmatchableMentor:
    """A mentor who cannot be matched with anybody.

    Attributes:
        mentor: by id.
        own: what stands in the way.
        why: where it is no rule.
    """

    mentor: str
    own: tuple[Verdict, ...] = ()
    why: str = ""


@attrs.frozen
class NotFound:
    """Two who are to be kept apart, of whom one is not in the sheets: somebody who has left, or a misspelt id.

    Attributes:
        mentee: by id.
        mentor: by id; whom a mentee does not want is a value of theirs, shown only if asked for.
        by: what keeps them apart.
        meant: the id of the sheet that is closest, or an empty text; of a veto, shown as the mentor is.
        marked_away: whether somebody has marked the pair as away, though its ids are easily mixed up with others.
    """

    mentee: str
    mentor: str = attrs.field(repr=False)
    by: Literal["veto", "never"]
    meant: str = attrs.field(default="", repr=False)
    marked_away: bool = False


@attrs.frozen
class MatchingAnswer:
    """The proposals for one cohort.

    Attributes:
        on: the date.
        objective: what is best.
        proposals: by the mentee's id, then the mentor's.
        unmatched: by id.
        total: the sum of all scores.
        worst: the lowest score among the pairs that were looked for; None where there are none.
        proof: why there is nothing better, in one line.
        proven: whether that is certain.
        compared: whether the design states preferences or exclusions; if not, who has whom means nothing.
        criteria: what the design names as what a pair should have in common; nobody looks at it by itself.
        pairs: how many pairs could be made.
        places: how many mentees (or minutes) all mentors who can be matched have room for.
        place_helps: the ids of mentors with whom one more place would match one more person.
        kinds: those of which one more would help, the scarcest first.
        kinds_exact: False where more than that may be added by moving others.
        kind_places: how many places one more mentor is taken to have.
        outside: mentors who cannot be matched with anybody.
        changed: earlier pairs that are not proposed again, as (mentee, mentor).
        everyone: what rules about nobody in particular say of everybody: what stops all, or a note.
        not_found: vetoes and locks that keep nobody apart.
        look_alike: ids that look alike, in groups; who could be one person, or barred, is not proposed.
        never: those who are never to be matched with each other, as (mentee, mentor), whether they are there or not.
        away: those of never of whom somebody is away this time, as is marked.
        notes: how many notes of SHOULD rules the proposals have; waived rules do not count.
        decided: the rules whose notes decided between equally good pairs: if these did not count, there would be more.
        sides: what the two people of a pair are called.
    """

    on: date
    objective: str
    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    total: int
    worst: int | None
    proof: str
    proven: bool
    pairs: int
    places: int
    compared: bool = True
    criteria: tuple[str, ...] = ()
    place_helps: tuple[str, ...] = ()
    kinds: tuple[ScarceKind, ...] = ()
    kinds_exact: bool = True
    kind_places: int = 1
    outside: tuple[UnmatchableMentor, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    everyone: tuple[Verdict, ...] = ()
    not_found: tuple[NotFound, ...] = ()
    look_alike: tuple[tuple[str, ...], ...] = ()
    never: tuple[tuple[str, str], ...] = ()
    away: tuple[tuple[str, str], ...] = ()
    notes: int = 0
    decided: tuple[Rule, ...] = ()
    sides: Sides = MENTOR_AND_MENTEE

    @property
    def matched(self) -> int:
        """How many mentees have a proposal, be it for one mentor or several."""
        return len({proposal.mentee for proposal in self.proposals})
