"""What rules of more than one sector read and ask, written once: keys of the shared tables, conditions, texts.

A rule that answers takes a key of the shared tables as an argument. Its alias has the type, and the place in the file:

    >>> from mentorkit.api import *
    >>> handbook = Source(author="A", title="A book", address="https://example.org", evidence=Evidence.PRACTICE)
    >>> @rule("HSG001", strength=Strength.SHOULD, sources=[handbook], unmet="{youngest} is too young", fix="ask adults")
    ... def mentors_have_a_tenancy(youngest: Youngest) -> bool:
    ...     '''Nobody under 18 can sign one.'''
    ...     return youngest >= 18
    >>> [mentors_have_a_tenancy.path(argument) for argument in mentors_have_a_tenancy.parameters]
    [('role', 'youngest')]
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, get_args, get_origin

from mentorkit.core.arguments import Fact, Parameter
from mentorkit.core.condition import Condition, when
from mentorkit.core.limit import Limit, includes
from mentorkit.core.source import Source
from mentorkit.core.strength import Strength
from mentorkit.programme.children import children_supported, children_take_part
from mentorkit.programme.design import AgeGroup, RegulatedActivityAnswer, Setting, StaffRole, UkNation
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import Path, Place, path_of
from mentorkit.programme.preparation import RecordCheckLevel
from mentorkit.programme.results import Measure
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import OVER_TIME, WITH_MENTORS, Way
from mentorkit.text.did_you_mean import refuse_no_text, refuse_unknown
from mentorkit.text.words import listed
from mentorkit.values.days import ALWAYS, Days
from mentorkit.values.declared import kind_of
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import lowest
from mentorkit.values.seen_text import as_seen

FollowUps = Annotated[tuple[Duration, ...], Parameter(at="outcomes.follow_ups")]
Measures = Annotated[tuple[Measure, ...], Parameter(at="outcomes.measures")]
Mentees = Annotated[int, Parameter(at="programme.mentees")]
Mentors = Annotated[int, Parameter(at="programme.mentors")]
Principles = Annotated[tuple[str, ...], Parameter(at="programme.principles")]
RecordCheck = Annotated[RecordCheckLevel, Parameter(at="screening.record_check")]
RegulatedActivity = Annotated[RegulatedActivityAnswer, Parameter(at="role.regulated_activity")]
RoleKind = Annotated[str, Parameter(at="role.kind")]
Shortest = Annotated[Duration, Parameter(at="relationship.shortest")]
Staff = Annotated[tuple[StaffRole, ...], Parameter(at="staff")]
Supervised = Annotated[bool, Parameter(at="role.supervised")]
Topics = Annotated[tuple[str, ...], Parameter(at="training.topics")]
WorksWith = Annotated[tuple[AgeGroup, ...], Parameter(at="role.works_with")]
Youngest = Annotated[int, Parameter(at="role.youngest")]

FEWER_THAN_30: str = "no change of the group is told from fewer than 30"
"""The entry of outcomes.states that keeps to the rule of thumb of WEMWBS: a summary then shows no such change."""

RESPONSIBLE_FOR_SAFETY: tuple[str, ...] = (
    "safeguarding lead",
    "designated safeguarding lead",
    "clinical lead",
    "service manager",
    "registered manager",
    "head of service",
    "headteacher",
)
"""Who is responsible for the safety of people in a service, and so has to agree to a waiver of what keeps them safe.

Our own list, as no source names one for all settings.
"""

SelectedOn = Annotated[
    date,
    Fact(
        "date on which the {mentor} was selected", question="On which day was the {mentor} selected?", ways=WITH_MENTORS
    ),
]
TrainingCompletedOn = Annotated[
    date,
    Fact(
        "date on which the {mentor} completed the training",
        question="On which day did the {mentor} complete the training?",
        not_before="selected_on",
        ways=WITH_MENTORS,
    ),
]
MenteeAgreesToMatch = Annotated[
    bool,
    Fact(
        "whether the {mentee} agrees to this match", question="Does the {mentee} agree to this match?", ways=[Way.PAIR]
    ),
]
PlacedOn = Annotated[
    date,
    Fact(
        "first day of the {mentor}'s placement",
        question="What was the first day of the {mentor}'s placement?",
        ways=WITH_MENTORS,
    ),
]
SupervisedOn = Annotated[
    date,
    Fact(
        "date of the {mentor}'s last supervision; if there was none yet, the first day of the placement",
        question="When was the last supervision of the {mentor}, or the first day of the placement if there was none?",
        not_before="placed_on",
        not_after="on",
        ways=WITH_MENTORS,
    ),
]
RelationshipStartedOn = Annotated[
    date,
    Fact(
        "date on which the {mentor} and the {mentee} first met as a pair",
        question="On which day did the {mentor} and the {mentee} first meet as a pair?",
        not_after="on",
        ways=[Way.PAIR],
    ),
]
RelationshipEndedOn = Annotated[
    date,
    Fact(
        "date on which their relationship ended",
        question="On which day did their relationship end?",
        not_before="relationship_started_on",
        not_after="on",
        ways=[Way.PAIR],
    ),
]
WelfareFollowUpAgreed = Annotated[
    bool,
    Fact(
        "whether somebody will ask how the {mentee} is once the relationship has ended",
        question="Will somebody ask how the {mentee} is once the relationship has ended?",
        ways=[Way.PAIR],
    ),
]
ReviewedOn = Annotated[
    date,
    Fact(
        "date of the last review of the {mentee}; if there was none yet, the day of the first measurement",
        question="When was the last review of the {mentee}, or the first measurement if there was none yet?",
        not_after="on",
        ways=OVER_TIME,
    ),
]
RefreshedOn = Annotated[
    date,
    Fact(
        "date of the {mentor}'s last training: the course, or training after it",
        question="When was the last training of the {mentor}, the course or training after it?",
        not_before="training_completed_on",
        not_after="on",
        ways=WITH_MENTORS,
    ),
]
RecordCheckOn = Annotated[
    date,
    Fact(
        "date of the last criminal record check on the {mentor}",
        question="When was the last criminal record check on the {mentor}?",
        not_after="on",
        ways=WITH_MENTORS,
    ),
]
FollowedUpOn = Annotated[
    date,
    Fact(
        "date of the last follow-up; if there was none yet, the day on which the relationship ended",
        question="When was the last follow-up, or the end of the relationship if there was none yet?",
        not_before="relationship_ended_on",
        not_after="on",
        ways=[Way.PAIR],
    ),
]


def in_writing(
    *documents: str, strength: Strength | None = None, sources: Iterable[Source] = (), days: Days = ALWAYS
) -> Mapping[str, Limit]:
    """What `requires` asks for where these texts have to exist: entries of `documents` in [governance].

    Args:
        documents: the texts, as the file names them.
        strength: how binding this is; as binding as its rule where left out.
        sources: who says so; those of its rule where left out.
        days: when this is asked, such as Days(first=date(2027, 4, 1)); always where left out.

    Raises:
        ValueError: without a document.

    Examples:
        >>> in_writing("boundaries policy")["governance.documents"].words
        'a list with "boundaries policy"'
    """
    return {"governance.documents": includes(*documents, strength=strength, sources=sources, days=days)}


def is_role(stated: str, *kinds: str) -> bool:
    """Whether a role that a design states is one of these kinds, however it is capitalised or hyphened.

    Mentors who are two things at once state both: "mentor and listener", or three: "mentor, listener and sponsor".

    Examples:
        >>> is_role("Peer-Mentor and listener", "peer mentor")
        True
    """
    parts = re.split(r",|\band\b", as_seen(stated).replace("-", " "))
    return bool({" ".join(part.split()) for part in parts} & {as_seen(kind).replace("-", " ") for kind in kinds})


def _check_names(what: str, names: Sequence[object], known: Sequence[str] = ()) -> None:
    """Refuses a condition that names nothing, or what no file can state: it would never hold, and nobody would see."""
    if not names:
        raise ValueError(f"name at least one {what}")
    if known:
        refuse_unknown(what, names, known)
    for name in names:
        refuse_no_text(what, name)


def in_roles(*kinds: str) -> Condition:
    """Applies where the mentors' role is one of these kinds, or the design does not say which it is.

    Raises:
        ValueError: at import, for no role at all.

    Examples:
        >>> in_roles("listener", "sponsor").words
        'if the role is listener or sponsor'
    """
    _check_names("role", kinds)

    def test(programme: Programme) -> bool | None:
        stated = programme.role.kind
        return None if stated is None else is_role(stated, *kinds)

    return Condition(f"if the role is {listed(kinds, 'or')}", test, "role.kind")


def _in_list(programme: Programme, path: Path, test: Callable[[tuple[str, ...]], bool]) -> bool | None:
    """What a list says; where it says no, and has an entry of which rules do not know what it is, it does not say."""
    stated = programme.value(path)
    if stated is None:
        return None
    return test(stated) or (None if programme.leaves_open(path) else False)


def in_settings(*settings: str) -> Condition:
    """Applies where the programme is delivered in one of these settings, or does not say where.

    Raises:
        ValueError: at import, for no setting at all, or one that no file can state.

    Examples:
        >>> in_settings("custody").holds(Programme())
        True
    """
    _check_names("setting", settings, get_args(Setting))

    def test(programme: Programme) -> bool | None:
        return _in_list(programme, ("programme", "settings"), lambda stated: bool(set(stated) & set(settings)))

    return Condition(f"if the setting is {listed(settings, 'or')}", test, "programme.settings")


def in_all_settings(*settings: str) -> Condition:
    """Applies where the programme is delivered in each of these settings, such as before and after a release.

    Raises:
        ValueError: at import, for no setting at all, or one that no file can state.

    Examples:
        >>> in_all_settings("custody", "community").words
        'if the settings are custody and community'
    """
    _check_names("setting", settings, get_args(Setting))

    def test(programme: Programme) -> bool | None:
        return _in_list(programme, ("programme", "settings"), lambda stated: set(settings) <= set(stated))

    return Condition(f"if the settings are {listed(settings)}", test, "programme.settings")


def in_nations(*nations: str) -> Condition:
    """Applies where the law of one of these nations does, or the design does not say whose does.

    Raises:
        ValueError: at import, for no nation at all, or one that no file can state.

    Examples:
        >>> in_nations("england", "wales").words
        'if the nation is England or Wales'
    """
    _check_names("nation", nations, get_args(UkNation))

    def test(programme: Programme) -> bool | None:
        stated = programme.programme.nation
        return None if stated is None else stated in nations

    named = listed((nation.title() for nation in nations), "or")
    return Condition(f"if the nation is {named}", test, "programme.nation")


def _is_under_uk_law(programme: Programme) -> bool | None:
    nation = programme.programme.nation
    return None if nation is None else nation in get_args(UkNation)


UNDER_UK_LAW: Condition = Condition("if the law of the United Kingdom applies", _is_under_uk_law)
"""Applies unless the design names a nation outside the United Kingdom: for rules that rest on the law here."""

CHILDREN_SUPPORTED: Condition = when("if children are supported", children_supported)
"""Applies where some of those supported are under 18, wherever the design says so, or it leaves that open."""
CHILDREN_TAKE_PART: Condition = when("if children take part", children_take_part)
"""Applies where somebody under 18 is supported or mentors, or the design leaves it open."""


def _check_values(key: str, values: Sequence[object], path: Path) -> None:
    """Refuses values that a key cannot have: no condition on them would ever hold."""
    if wrong := [value for value in values if type(value) not in (str, int, bool)] or not values:
        said = kind_of(wrong[0]) if isinstance(wrong, list) else "nothing"
        raise ValueError(f"key_is() takes the values that the file may say, not {said}")
    shared = shared_key(path)
    if shared is None:
        return
    type_ = get_args(shared.type)[0] if get_origin(shared.type) is tuple else shared.type
    if get_origin(type_) is Literal:
        refuse_unknown(f"value of {key}", values, get_args(type_))
    elif other := [value for value in values if type(value) is not type_]:
        raise ValueError(
            f"{key} is {kind_in_words(shared.type)}, and never {kind_of(other[0])}; when() can test any value"
        )


def key_is(words: str, at: str | Place, *values: object) -> Condition:
    """Applies where a key of the file has one of these values, or is a list with one; unknown where it is not stated.

    Args:
        words: complete the sentence 'applies …'.
        at: the key, such as At.supervision.led_by; one of a sector's own as text, "screening.housing.tenure".
        values: as the file states them: texts, whole numbers, true or false.

    Raises:
        ValueError: at import, for no value at all, or one that no file can state.

    Examples:
        >>> clinical = key_is("if clinicians supervise", At.supervision.led_by, "clinician")
        >>> clinical.answer(Programme()) is None, clinical.waits_for(Programme())
        (True, ['supervision.led_by'])
    """
    path = path_of(at)
    _check_values(str(at), values, path)

    def test(programme: Programme) -> bool | None:
        stated = programme.value(path)
        if isinstance(stated, tuple):
            return _in_list(programme, path, lambda said: any(map(is_one, said)))
        return None if stated is None else is_one(stated)

    def is_one(each: object) -> bool:
        # True is no 1. A range is asked too, and answers only if all of it does.
        kind = str if isinstance(each, str) else type(lowest(each))
        return any(kind is type(value) and each == value for value in values)

    return Condition(words, test, str(at))


def uses_tool(tool: str) -> Condition:
    """Applies where a measure is taken with this tool, or nothing is said yet of what is measured.

    Raises:
        ValueError: at import, for a tool that is no text.

    Examples:
        >>> uses_tool("BARC-10").words
        'if a measure is taken with BARC-10'
    """
    _check_names("tool", [tool])

    def test(programme: Programme) -> bool | None:
        measures = programme.outcomes.measures
        return None if measures is None else any(measure.uses(tool) for measure in measures)

    return Condition(f"if a measure is taken with {tool}", test, "outcomes.measures")
