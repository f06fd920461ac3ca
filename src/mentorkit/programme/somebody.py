"""Who a text of the file names: a member of the network or an entry of [[staff]], by its id or by its title.

Both are one namespace: what has the same id is the same somebody, and so is an entry of [[staff]] without an id whose
role is the title or id of one member. Words in common name nobody: a "housing coordinator" is no "coordinator".
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from mentorkit.programme.design import StaffRole
from mentorkit.programme.network import Member
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import did_you_mean
from mentorkit.values.seen_text import as_seen

_Found = TypeVar("_Found")
_ARTICLE = re.compile(r"(?:the|an?) (?=\w)")
_POSTS = frozenset({"lead", "head", "officer", "manager", "worker", "member", "team", "staff", "service", "deputy"})
"""Words that many titles have: alone they say nothing of who is meant."""
_MENTORS = frozenset({"mentor", "mentors", "peer mentor", "peer mentors"})
_NOBODY = re.compile(
    r"(?:nobody|no[ -]?one|none|nothing|not applicable|n/?a)"
    r"(?:,? (?:as )?(?:yet|so far|at (?:present|the moment)|for now|currently|in particular)| ?\(.*\))?|[-\u2013\u2014]"
)
"""What people write where nobody does it, or a list has nothing; what is in brackets says why."""


class Somebody(NamedTuple):
    """A member of the network, an entry of [[staff]], or both.

    Attributes:
        id: by which keys name them; the title, where an entry of [[staff]] has no id.
        title: what they are called.
        member: of the network.
        role: the entry of [[staff]].
    """

    id: str
    title: str
    member: Member | None
    role: StaffRole | None


def everybody(programme: Programme) -> list[Somebody]:
    """All whom a key can name, members of the network first, in the order of the file."""
    found = [
        Somebody(member.id, member.title or member.id, member, None)
        for member in programme.network.members or ()
        if member.id
    ]
    by_id: dict[str, set[int]] = {}
    by_name: dict[str, set[int]] = {}

    def known_by(place: int) -> None:
        id_, title = _as_name(found[place].id), _as_name(found[place].title)
        by_id.setdefault(id_, set()).add(place)
        for name in (id_, title):
            by_name.setdefault(name, set()).add(place)

    for place in range(len(found)):
        known_by(place)
    for role in programme.staff or ():
        name = role.id or role.role
        if name is None:
            continue
        same = _only([*(by_name if role.id is None else by_id).get(_as_name(name), ())])
        if same is None:
            found.append(Somebody(name, role.role or name, None, role))
            known_by(len(found) - 1)
        else:
            found[same] = found[same]._replace(role=found[same].role or role)
    return found


def _as_name(text: str) -> str:
    """A name as people see it, without an article before it: "the patient" is the patient."""
    return _ARTICLE.sub("", as_seen(text), count=1) if _ARTICLE.match(as_seen(text)) else as_seen(text)


def who_is(programme: Programme, name: str) -> Somebody | None:
    """The one whom a text names: by an id, or by a title that only one has; None where nobody knows who is meant.

    Args:
        programme: the design.
        name: what a key says; of an entry under a service's own name, that name.

    Examples:
        >>> from mentorkit.programme.network import ReferralNetwork
        >>> lead = Member(id="dsl", title="Designated safeguarding lead")
        >>> design = Programme(network=ReferralNetwork(members=(lead,)))
        >>> who_is(design, "DSL").title, who_is(design, "designated safeguarding lead").id
        ('Designated safeguarding lead', 'dsl')
        >>> who_is(design, "safeguarding lead") is None
        True
    """
    there = everybody(programme)
    for text in (_as_name(getattr(name, "called", name)), _as_name(name)):
        by_id = _only([each for each in there if _as_name(each.id) == text])
        found = by_id or _only([each for each in there if text in _titles(each)])
        if found:
            return found
    return None


def _titles(somebody: Somebody) -> set[str]:
    return {_as_name(somebody.title), _as_name(somebody.role.role or "") if somebody.role else ""}


def has_a_double(programme: Programme, name: str) -> bool:
    """Whether two members have this id, so that nobody can say which of them is meant."""
    members = programme.network.members or ()
    return sum(_as_name(member.id or "") == _as_name(name) for member in members) > 1


def likely(programme: Programme, name: str) -> Somebody | None:
    """Somebody who may be meant by a text that names nobody: staff with most words in common, or a close spelling."""
    staff = [
        each
        for each in everybody(programme)
        if each.member is None or each.member.part in (None, "programme", "partner")
    ]
    shared = [_words([name]) & _words([each.id, each.title]) for each in staff]
    in_common = [0 if words <= _POSTS else len(words) for words in shared]
    if most := max(in_common, default=0):
        return staff[in_common.index(most)]
    close = did_you_mean(name, (text for each in staff for text in (each.id, each.title)))
    return next((each for each in staff if close in (each.id, each.title)), None)


def is_staff(programme: Programme, name: str) -> bool | None:
    """Whether a text names staff of the programme or of a partner; None where nobody knows who is meant.

    Mentors, mentees and the emergency services are not staff, nor is "nobody".

    Examples:
        >>> design = Programme(staff=(StaffRole(role="coordinator"),))
        >>> [is_staff(design, name) for name in ("coordinator", "peer mentor", "nobody", "duty manager")]
        [True, False, False, None]
    """
    found = who_is(programme, name)
    if found is None:
        return False if names_nobody(name) or names_mentors(programme, name) else None
    if found.member is None:
        return True
    return None if found.member.part is None else found.member.part in ("programme", "partner")


def names_nobody(name: str) -> bool:
    """Whether a text says that there is nobody, or nothing in a list.

    Examples:
        >>> [names_nobody(name) for name in ("nobody", "No-one yet", "n/a", "none (post is vacant)")]
        [True, True, True, True]
        >>> [names_nobody(name) for name in ("nobody but the coordinator", "no one left behind")]
        [False, False]
    """
    return _NOBODY.fullmatch(_as_name(name)) is not None


def names_mentors(programme: Programme, name: str) -> bool:
    """Whether a text means the mentors themselves, of whom nobody in particular is called."""
    title = _as_name(programme.role.title or "mentor")
    return _as_name(name) in {*_MENTORS, title, f"{title}s"}


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in re.findall(r"\w{3,}", as_seen(text))) - {"and", "for", "the"}


def _only(found: list[_Found]) -> _Found | None:
    return found[0] if len(found) == 1 else None
