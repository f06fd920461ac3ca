"""Preferences and exclusions made ready: what is compared, whether it holds, and how many points it gives.

What is not known helps nobody: it gives no points, does not meet what is required, and counts as what is excluded.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import attrs

from mentorkit.core.case_reading import Case
from mentorkit.matching.answer_table import AnswerTable, CodedValues
from mentorkit.programme.matching import THEMSELVES, PlacedComparison, Preference, nearest
from mentorkit.programme.path import Path
from mentorkit.values.duration import Duration, day_after
from mentorkit.values.seen_text import as_seen

ANY = "any"
"""What somebody writes who has no wish."""

NONE = "none"
"""What somebody writes who has none of it; it is shared with nobody."""

_Entries = frozenset[str]


class OwnAndWish(NamedTuple):
    """What is compared of one person; None is not known.

    Attributes:
        own: texts, or a date or number.
        wish: what they wish for in the other, best liked first; (ANY,) for no wish.
    """

    own: Any
    wish: tuple[str, ...] | None = None


@attrs.frozen(eq=False)
class PairComparison:
    """A preference or an exclusion, with the values of everybody.

    Attributes:
        stated: in the design.
        path: where.
        both_wish: whether mentors' wishes count too.
        mentors: their values.
        mentees: their values.
        kind: how they are compared.
        weight: the points that it gives at most.
        label: what people call it, such as "same language".
    """

    placed: PlacedComparison
    both_wish: bool
    mentors: CodedValues
    mentees: CodedValues
    _reach: dict[date, tuple[int, int]] = attrs.field(factory=dict, init=False)
    kind: str = attrs.field(init=False)
    weight: int = attrs.field(init=False)
    label: str = attrs.field(init=False)

    @kind.default
    def _find_kind(self) -> str:
        return str(self.placed.comparison.kind)

    @weight.default
    def _find_weight(self) -> int:
        return (self.placed.comparison.weight or 0) if isinstance(self.placed.comparison, Preference) else 0

    @label.default
    def _find_label(self) -> str:
        what = str(self.placed.comparison.what).replace("_", " ")
        if self.placed.comparison.what == THEMSELVES:
            return "wished-for person"
        if ahead := self.placed.comparison.ahead:
            return f"{ahead} ahead in {what}"
        words = {"same": f"same {what}", "overlap": f"{what} in common", "near": f"near in {what}"}
        return words.get(self.kind, f"wished-for {what}")

    @classmethod
    def of(
        cls, stated: PlacedComparison, collects: tuple[str, ...], mentors: Sequence[Case], mentees: Sequence[Case]
    ) -> "PairComparison":
        """Reads what is compared from the people's facts."""
        what, wished = stated.comparison.what, stated.comparison.kind == "prefer"
        both = wished and f"mentor_prefers_{what}" in collects
        people = what == THEMSELVES
        kind = str(stated.comparison.kind)

        def values(cases: Sequence[Case], side: str, *, wishes: bool) -> CodedValues:
            name, wish = f"{side}_{what}", f"{side}_prefers_{what}"
            return CodedValues.of(
                OwnAndWish(
                    frozenset({as_seen(case.id)}) if people else _own(case.facts.get(name), kind),
                    _wish(case.facts.get(wish)) if wishes else None,
                )
                for case in cases
            )

        return cls(stated, both, values(mentors, "mentor", wishes=both), values(mentees, "mentee", wishes=wished))

    @property
    def path(self) -> Path:
        """Where it stands in the file."""
        return self.placed.path

    @property
    def required(self) -> bool:
        """Whether no pair is made without it."""
        return isinstance(self.placed.comparison, Preference) and self.placed.comparison.required is True

    @property
    def excludes(self) -> bool:
        """Whether no pair is made with it."""
        return not isinstance(self.placed.comparison, Preference)

    @property
    def indexed(self) -> bool:
        """Whether mentors can be looked up by it, once it is required."""
        return self.required and self.kind != "near"

    def filters(self) -> AnswerTable | None:
        """1 where a pair may be made as far as this goes, 0 where not; None where this rules nobody out."""
        if self.required:
            return AnswerTable(lambda mentor, mentee: self.holds(mentor, mentee) is True, self.mentors, self.mentees)
        if self.excludes:
            return AnswerTable(lambda mentor, mentee: self.holds(mentor, mentee) is False, self.mentors, self.mentees)
        return None

    def holds(self, mentor: OwnAndWish, mentee: OwnAndWish) -> bool | None:
        """Whether two people have it; None where that is not known."""
        if self.kind == "prefer":
            wishes = [_granted(mentee.wish, mentor.own), _granted(mentor.wish, mentee.own) if self.both_wish else True]
            return False if False in wishes else None if None in wishes else True
        if mentor.own is None or mentee.own is None:
            return None
        if self.kind == "near":
            distance, least, most = self._distance(mentor.own, mentee.own)
            return least <= distance <= most
        if self.kind == "overlap":
            return bool(mentor.own & mentee.own)
        return bool(mentor.own == mentee.own and mentor.own != frozenset())

    def points(self, mentor: OwnAndWish, mentee: OwnAndWish) -> int:
        """What it adds to the fit of two people."""
        kind = self.kind
        if kind == "prefer":
            return self.points_for_mentee(mentor, mentee) + self.points_for_mentor(mentor, mentee)
        if mentor.own is None or mentee.own is None:
            return 0
        if kind == "overlap":
            return self.weight * len(mentor.own & mentee.own)
        if kind == "near":
            distance, least, most = self._distance(mentor.own, mentee.own)
            return self.weight * (most + 1 - distance) // (most + 1 - least) if least <= distance <= most else 0
        return self.weight if self.holds(mentor, mentee) else 0

    def points_for_mentee(self, mentor: OwnAndWish, mentee: OwnAndWish) -> int:
        """What it is worth to the mentee."""
        wished = self.kind == "prefer"
        return self._liked(mentee.wish, mentor.own) if wished else self.points(mentor, mentee)

    def points_for_mentor(self, mentor: OwnAndWish, mentee: OwnAndWish) -> int:
        """What it is worth to the mentor."""
        wished = self.kind == "prefer"
        return self._liked(mentor.wish, mentee.own) if wished else self.points(mentor, mentee)

    def shared(self, mentor: int, mentee: int) -> str:
        """What gives two people points, as people write it: a value of theirs."""
        theirs, mine = self.mentors.of_person(mentor), self.mentees.of_person(mentee)
        if self.kind == "near":
            distance, _, _ = self._distance(theirs.own, mine.own)
            return f"{distance} days apart" if self.placed.comparison.within else f"{distance} apart"
        if self.kind == "prefer":
            granted = [*(mine.wish or ()), *(theirs.wish or ())]
            return "; ".join(each for each in granted if each in (theirs.own or ()) or each in (mine.own or ()))
        both = theirs.own & mine.own if isinstance(theirs.own, frozenset) else {str(theirs.own)}
        return "; ".join(sorted(both))

    def _liked(self, wish: tuple[str, ...] | None, own: _Entries | None) -> int:
        """All points for what is named first, and in equal steps fewer for each that follows."""
        for place, entry in enumerate(wish or ()):
            if own and entry in own:
                return self.weight * (len(wish or ()) - place) // len(wish or ())
        return 0

    def _distance(self, mentor: Any, mentee: Any) -> tuple[int, int, int]:
        """How far apart two dates or numbers are, and how far they have to be and may be.

        The first is below 0 where the wrong one is ahead; of dates, the earlier one is.
        """
        stated = self.placed.comparison
        first, second = (mentor, mentee) if mentor <= mentee else (mentee, mentor)
        if stated.within is None:
            distance, (least, most) = second - first, (nearest(stated), stated.difference or 0)
            mentor_ahead = mentor >= mentee
        else:
            distance, (least, most) = (second - first).days, self._days(first)
            mentor_ahead = mentor <= mentee
        right = stated.ahead is None or not distance or mentor_ahead == (stated.ahead == "mentor")
        return (distance if right else -distance), least, most

    def _days(self, first: date) -> tuple[int, int]:
        """How many days after a date the other has to be, and may be."""
        stated = self.placed.comparison
        found = self._reach.get(first)
        if found is None:
            lengths = (stated.at_least, stated.within)
            least, most = ((day_after(first, each) - first).days if each else 0 for each in lengths)
            found = self._reach[first] = (least or int(stated.ahead is not None), most)
        return found

    def suiting(self, mentee: Any) -> Any:
        """The date or number of a mentor that is nearest to a mentee's and suits it; None where the calendar ends."""
        stated = self.placed.comparison
        if stated.within is None:
            return mentee + (-nearest(stated) if stated.ahead == "mentee" else nearest(stated))
        least = stated.at_least or (Duration(1, "day") if stated.ahead else None)
        if least is None or stated.ahead == "mentee":
            return mentee if least is None else day_after(mentee, least)
        try:
            day = mentee - least
            while day_after(day, least) > mentee:
                day -= timedelta(days=1)
        except OverflowError:
            return None
        return day

    def keys_of_mentor(self, mentor: int) -> Collection[Any]:
        """The keys under which a mentor is looked up; see `keys_of_mentee`."""
        own = self.mentors.of_person(mentor).own
        return () if own is None else self._keys(own)

    def keys_of_mentee(self, mentee: int) -> Collection[Any] | None:
        """The keys of the mentors who suit a mentee: one of theirs has to be among them; None for all mentors."""
        value = self.mentees.of_person(mentee)
        if self.kind == "prefer":
            return None if value.wish == (ANY,) else tuple(dict.fromkeys(value.wish or ()))
        return () if value.own is None else self._keys(value.own)

    def _keys(self, own: Any) -> Collection[Any]:
        if self.kind == "same":
            return () if own == frozenset() else (own,)
        return tuple(sorted(own))

    def unknown_facts(self, mentor: int, mentee: int) -> list[str]:
        """The facts that keep two people from being compared."""
        what = self.placed.comparison.what
        theirs, mine = self.mentors.of_person(mentor), self.mentees.of_person(mentee)
        if self.kind != "prefer":
            return [f"{side}_{what}" for side, value in (("mentor", theirs), ("mentee", mine)) if value.own is None]
        names = []
        sides = [("mentee", mine, "mentor", theirs), ("mentor", theirs, "mentee", mine)]
        for wishing, wishes, wished, other in sides[: 2 if self.both_wish else 1]:
            if wishes.wish is None:
                names.append(f"{wishing}_prefers_{what}")
            elif wishes.wish != (ANY,) and other.own is None:
                names.append(f"{wished}_{what}")
        return names


def _granted(wish: tuple[str, ...] | None, own: _Entries | None) -> bool | None:
    """Whether somebody is what another wishes for; None where that is not known."""
    if wish is None:
        return None
    if wish == (ANY,):
        return True
    return None if own is None else not own.isdisjoint(wish)


def _own(value: Any, kind: str) -> Any:
    """A fact as it is compared: texts as a person sees them; None for what is not known or of no use."""
    if kind == "near":
        return value if type(value) in (date, int) else None
    if isinstance(value, str):
        return frozenset({seen}) - {NONE} if (seen := as_seen(value)) else None
    if isinstance(value, list | tuple):
        entries = frozenset(map(as_seen, map(str, value))) - {""}
        return entries - {NONE} if entries or not value else None
    return value if kind == "same" and isinstance(value, bool | int | date) else None


def _wish(value: Any) -> tuple[str, ...] | None:
    """What somebody wishes for, in order."""
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list | tuple):
        return None
    wish = tuple(dict.fromkeys(seen for entry in entries if (seen := as_seen(str(entry)))))
    return (ANY,) if ANY in wish else wish or None
