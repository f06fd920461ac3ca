"""Which services of a directory a programme takes over, and what each is called in its network."""

import itertools
import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

import attrs

from mentorkit.directories.entry import DIFFERING, STATED, DirectoryEntry
from mentorkit.directories.parts import PartKey
from mentorkit.programme.network import Member

BY_STATUS, BY_NEED, BY_AREA, BY_AGE = "not active", "another need", "another area", "another age"
NO_AREA, NO_AGE = "area not stated", "ages not stated"


@attrs.frozen(kw_only=True)
class SelectionCriteria:
    """What is asked of services.

    Attributes:
        needs: words or terms of a taxonomy; a service has to have one of them in its terms, name or description.
        areas: a service has to take people from one of them.
        ages: in years; a service has to take people of every one of them.
        unstated: whether services that do not state what is asked of area and age are kept.
        inactive: whether services that are not active are kept.
        meets: by a need of the programme, the terms of which a service has to bear one to meet it.
    """

    needs: Sequence[str] = ()
    areas: Sequence[str] = ()
    ages: Sequence[int] = ()
    unstated: bool = False
    inactive: bool = False
    meets: Mapping[str, Sequence[str]] = attrs.field(factory=dict)


@attrs.frozen
class Selection:
    """What is taken over of a directory.

    Attributes:
        entries: with their members named, sorted by id.
        read: how many services there were.
        left_out: how many are left out for which reason, each for the first that holds.
        differing: the keys of services of which two records say different things; none of these is kept.
    """

    entries: Sequence[DirectoryEntry]
    read: int
    left_out: Mapping[str, int]
    differing: Sequence[str] = ()

    @property
    def missing(self) -> Mapping[str, int]:
        """Of how many members the directory does not say what, in the order of the file."""
        return {name: sum(getattr(entry.member, name) is None for entry in self.entries) for name in STATED}

    def reasons(self, name: str) -> Mapping[str, int]:
        """Why something is missing, and of how many, where there is more to say than that it is."""
        reasons = (
            entry.why[name] for entry in self.entries if name in entry.why and getattr(entry.member, name) is None
        )
        return dict(sorted(Counter(reasons).items()))


def choose(
    entries: Iterable[DirectoryEntry],
    wanted: SelectionCriteria,
    directory: str,
    differing_parts: Container[PartKey] = (),
) -> Selection:
    """Chooses services, gives each an id, and says which needs it meets.

    Records of one service are taken together where none says otherwise than another; where one does, the service is
    left out, since nobody can tell which is right. Ids come from names and do not
    depend on what is asked, so that a later import finds the same.

    Args:
        entries: every service of the directory.
        wanted: what is asked of them.
        directory: what to call it in the source of each member.
        differing_parts: what says different things under one id inside services, once all of them are read.
    """
    together: dict[str, DirectoryEntry] = {}
    differing: dict[str, None] = {}
    for entry in entries:
        if entry.key in together and together[entry.key].differs(entry):
            differing[entry.key] = None
        together[entry.key] = together[entry.key].and_(entry) if entry.key in together else entry
    together = {key: entry.without(differing_parts) for key, entry in together.items()}
    ids = _ids(together.values())
    filter_ = _Filter(wanted)
    left_out: Counter[str] = Counter()
    kept = []
    for key, entry in together.items():
        reason = DIFFERING if key in differing else filter_.reason_against(entry)
        if reason:
            left_out[reason] += 1
            continue
        named = attrs.evolve(entry.member, id=ids[key], meets=filter_.met(entry), source=source(directory, key))
        kept.append(attrs.evolve(entry, member=named))
    return Selection(
        sorted(kept, key=lambda entry: str(entry.member.id)), len(together), dict(left_out), tuple(differing)
    )


def source(directory: str, key: str) -> str:
    """What a member says of where it comes from; by it a later import knows the service again."""
    return f"{directory}, service {key}"


class _Filter:
    """What is asked of services, made ready to be asked of many."""

    def __init__(self, wanted: SelectionCriteria) -> None:
        self._wanted = wanted
        self._needs = _any_of(wanted.needs)
        self._areas = _any_of(wanted.areas)
        self._meets = {need: _any_of(terms) for need, terms in wanted.meets.items()}

    def reason_against(self, entry: DirectoryEntry) -> str:
        """Why a service is left out; empty where it is kept."""
        wanted, member = self._wanted, entry.member
        if not wanted.inactive and member.status not in (None, "active"):
            return BY_STATUS
        if wanted.needs and not any(self._needs.search(text) for text in (*entry.terms, entry.text)):
            return BY_NEED
        if wanted.areas and member.areas is None and not wanted.unstated:
            return NO_AREA
        if wanted.areas and member.areas is not None and not any(self._areas.search(area) for area in member.areas):
            return BY_AREA
        if wanted.ages and not _takes(member, wanted.ages):
            return BY_AGE
        if wanted.ages and member.youngest is None and member.oldest is None and not wanted.unstated:
            return NO_AGE
        return ""

    def met(self, entry: DirectoryEntry) -> tuple[str, ...] | None:
        """The needs of the programme that a service meets by its terms, in the order in which they were given."""
        met = (need for need, terms in self._meets.items() if any(terms.search(term) for term in entry.terms))
        return tuple(met) or None


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some phrases as whole words, whatever their case."""
    pattern = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def _takes(member: Member, ages: Iterable[int]) -> bool:
    """Whether nothing is said against any of the ages."""
    youngest = 0 if member.youngest is None else member.youngest
    return all(youngest <= age and (member.oldest is None or age <= member.oldest) for age in ages)


def _ids(entries: Iterable[DirectoryEntry]) -> dict[str, str]:
    """An id for each service: its name; with the beginning of its key, or all of it, where two have the same name."""
    left = list(entries)
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for length in (0, 8, None):
        made = {entry.key: _slug(f"{entry.member.title} {entry.key[:length]}".rstrip()) for entry in left}
        count = Counter(made.values())
        fresh = {key: slug for key, slug in made.items() if slug and count[slug] == 1 and slug not in taken}
        ids.update(fresh)
        taken.update(fresh.values())
        left = [entry for entry in left if entry.key not in fresh]
    for entry in sorted(left, key=lambda entry: entry.key):  # their keys differ only in what an id cannot show
        slug = _slug(f"{entry.member.title} {entry.key}")
        ids[entry.key] = next(name for number in itertools.count(1) if (name := f"{slug}-{number}") not in taken)
        taken.add(ids[entry.key])
    return ids


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
