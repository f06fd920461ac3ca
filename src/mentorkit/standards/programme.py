"""What the programme is, who it is for, who runs it, what the role is and how people come to it (STD001 to STD017)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    RESPONSIBLE_FOR_SAFETY,
    WITH_MENTORS,
    At,
    Mentees,
    Mentors,
    Parameter,
    Problem,
    Programme,
    Strength,
    Way,
    at_least,
    did_you_mean,
    falls_short,
    in_writing,
    includes,
    key_is,
    not_settled,
    only_if_stated,
    requires,
    rule,
)
from mentorkit.standards.sources import (
    APPROVED_PROVIDER,
    DBS_CHARITIES,
    EMPLOY_THEN_TRAIN,
    MONITORED,
    SUPPLY_KEEPS_UP,
    THEIRS_TO_DECIDE,
)
from mentorkit.works import (
    HUMPHRIS,
    IMH_IMROC,
    TURNING_POINT,
    WIKI_PEER_MENTORING,
    WIKI_PEER_SUPPORT,
    WIKI_PEER_SUPPORT_SPECIALIST,
    WIKI_RECOVERY_COACHING,
)

_SHOWN = {
    Way.GROUP_SESSIONS: ("attendance",),
    Way.DROP_IN: ("visitors seen in time", "hours covered"),
    Way.ON_CALL: ("calls answered in time", "hours covered"),
    Way.INCIDENT: ("steps taken in time",),
    Way.ONLINE: ("reports answered in time", "hours covered"),
}
"""What 'mentorkit outcomes' and 'rota' say of a way of support from its own sheets, without a measure."""
_EQUALS = WIKI_PEER_SUPPORT.at("the two people meet as equals")
_ADAPTED = TURNING_POINT.at("the same scheme is adapted to each sector")
_MEASURABLE = WIKI_PEER_MENTORING.at("objectives are clear and can be measured")
_LOCAL_LAW = WIKI_PEER_SUPPORT_SPECIALIST.at("what the role may do differs by law, so local law is looked up")
_GROUPS = TURNING_POINT.at("names the groups of people that the scheme is for")
_NICHES = WIKI_RECOVERY_COACHING.at("some work only with families, others with people who left prison or are divorced")
_TARGETED = WIKI_PEER_MENTORING.at("programmes usually aim at certain groups, which can be seen as a lack in them")
_CLEAR_ROLE = IMH_IMROC.at("a clear job description is good practice, and confusion about the role a challenge")
_OCCASIONS = WIKI_RECOVERY_COACHING.at("a companion begins at discharge, others are called after an overdose")
_RUN_BY = HUMPHRIS.at("names the partnership that runs the service, and in which two areas")
_BY_PEERS = WIKI_PEER_SUPPORT.at("staff are trained too, often by psychiatric survivors")
_CERTIFIED = WIKI_PEER_SUPPORT_SPECIALIST.at("in publicly funded services peers hold the certificate that is required")
_BLENDED = WIKI_RECOVERY_COACHING.at("approaches are adapted from one model, or blended from several")
_KINDS = WIKI_PEER_SUPPORT.at("tells four kinds of social support apart")


STD001 = requires(
    "STD001",
    "the settings are stated",
    {"programme.settings": at_least(1)},
    strength=Strength.SHOULD,
    sources=[_ADAPTED],
    reason="What is safe in one place may not be safe in another, so many rules depend on where the programme is "
    "delivered.",
)

STD002 = requires(
    "STD002",
    "the nation is stated",
    {"programme.nation": ()},
    strength=Strength.MUST,
    sources=[
        _LOCAL_LAW,
        DBS_CHARITIES.at("England and Wales, Scotland, and Northern Ireland check people in different ways"),
    ],
    reason="Checks on people, awards and safeguarding duties differ between the nations of the United Kingdom. This "
    "rule only asks whether the nation is named; no tool can answer for the law itself.",
)

STD003 = requires(
    "STD003",
    "decisions stay with the person supported",
    {
        "programme.principles": [
            includes("self-determination", sources=[THEIRS_TO_DECIDE]),
            includes("equality", strength=Strength.SHOULD, sources=[_EQUALS]),
        ]
    },
    strength=Strength.MUST,
    sources=[THEIRS_TO_DECIDE, _EQUALS],
    reason="A mentor who decides for somebody takes away what peer support is meant to give back.",
    fix="write down that decisions stay with the {mentee} and that the pair meet as equals, then list both",
)

STD004 = requires(
    "STD004",
    "the kinds of support are stated",
    {"programme.support": at_least(1)},
    strength=Strength.SHOULD,
    sources=[_KINDS],
    reason="Mentors, mentees and staff need to know what help to expect, and what not to expect.",
)


@rule(
    "STD005",
    strength=Strength.SHOULD,
    sources=[SUPPLY_KEEPS_UP],
    unmet="{active} {mentors} who support {each} at a time cannot support {expected} {mentees}",
    fix="recruit more {mentors}, or take on fewer {mentees} at a time",
    ways=[Way.PAIR],
)
def there_are_enough_mentors(
    active: Mentors, each: Annotated[int, Parameter(at="matching.mentees_per_mentor")], expected: Mentees
) -> bool:
    """If there are too few mentors, people wait, or mentors carry more than they can."""
    return active * each >= expected


STD006 = requires(
    "STD006",
    "the objectives are stated",
    {"programme.objectives": at_least(1, sources=[_MEASURABLE])},
    strength=Strength.MUST,
    sources=[_MEASURABLE, APPROVED_PROVIDER.at("1 of 10: clear aims")],
    reason="Without a stated aim nobody can tell whether the programme helps or harms.",
)


@rule(
    "STD007",
    strength=Strength.MUST,
    reads=[At.outcomes.measures, At.programme.objectives],
    sources=[_MEASURABLE, MONITORED],
    fix="name one of the measures in outcomes.measures",
)
def every_objective_has_a_measure(programme: Programme) -> Iterator[Problem]:
    """If nothing measures an objective, nobody can tell whether it is met.

    In some ways of support it is shown by what 'mentorkit outcomes' and 'rota' say: "visitors seen in time" in a
    drop-in, "calls answered in time" on call, "reports answered in time" online, "hours covered" in each of these,
    "steps taken in time" after incidents, and "attendance" of group sessions. A fellowship needs no objectives. If it
    states one, and names a measure, that measure has to be there as well.
    """
    measures = programme.outcomes.measures
    shown = [name for way, names in _SHOWN.items() if programme.offers(way) for name in names]
    needed = programme.may_offer(WITH_MENTORS)
    for place, objective in enumerate(programme.programme.objectives or ()):
        at = ("programme", "objectives", place)
        if not objective.text and needed:
            yield not_settled((*at, "text"), "what is to be achieved", "write it down")
        if not objective.measure:
            if needed:
                yield not_settled((*at, "measure"), "how anybody will know whether this is achieved")
        elif (
            objective.measure not in shown
            and not any(measure.is_called(objective.measure) for measure in measures or ())
            and (measures is not None or not programme.may_offer(OVER_TIME))
        ):
            fix = f'name a measure, or what shows it: "{shown[0]}"' if shown else ""
            close = did_you_mean(objective.measure, [*shown, *(each.name for each in measures or () if each.name)])
            meant = f'; did you mean "{close}"?' if close else ""
            message = f'outcomes.measures has none called "{objective.measure}"{meant}'
            yield (falls_short if measures is not None else not_settled)((*at, "measure"), message, fix)


STD008 = requires(
    "STD008",
    "clinical work is named as clinical",
    {"role.clinical": ()},
    strength=Strength.MUST,
    sources=[WIKI_RECOVERY_COACHING.at("the role is not a clinical one")],
    reason="People must know whether they are getting treatment or support from a peer.",
)

STD009 = requires(
    "STD009",
    "clinical work has a licence",
    {"role.licence": ()},
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[WIKI_RECOVERY_COACHING.at("those without a licence neither diagnose nor treat")],
    reason="Diagnosis and treatment by people without a licence for it can do serious harm.",
    applies=key_is("if the role includes clinical work", At.role.clinical, True),
)

STD010 = requires(
    "STD010",
    "it is stated who the programme is for",
    {"for_whom.who": at_least(1), "for_whom.needs": at_least(1)},
    strength=Strength.SHOULD,
    sources=[_GROUPS, _NICHES],
    reason="People have to see whether a programme is for them, and those who refer somebody whether it is for that "
    "person.",
    asked_since="2026-11",
)

STD011 = requires(
    "STD011",
    "groups and ages are stated",
    {"for_whom.groups": (), "for_whom.ages": ()},
    strength=Strength.CAUTION,
    sources=[_GROUPS, _TARGETED],
    reason="If a programme is for some groups or ages alone, the others have to know. A group is chosen for what it "
    "shares, and not for what it lacks.",
    asked_since="2026-11",
)

STD012 = requires(
    "STD012",
    "it is stated what mentors do",
    {"role.tasks": at_least(1)},
    strength=Strength.SHOULD,
    sources=[_CLEAR_ROLE],
    reason="Mentors, staff and the people supported each have a picture of the role, and they are not the same until "
    "somebody writes it down.",
    asked_since="2026-11",
)

STD013 = requires(
    "STD013",
    "it is stated on which occasions, and by which methods, mentors support people",
    {"role.occasions": at_least(1), "programme.models": ()},
    strength=Strength.CAUTION,
    sources=[_OCCASIONS, _BLENDED],
    reason="Support that begins at discharge, before release or after an incident has to be ready on that day. Who "
    "knows the model that a programme follows knows what else to expect of it.",
    asked_since="2026-11",
)

STD014 = requires(
    "STD014",
    "it is stated who runs the programme",
    {"organisation.name": (), "organisation.kind": (), "organisation.partners": ()},
    strength=Strength.CAUTION,
    sources=[_RUN_BY],
    reason="People want to know who they are dealing with, and who answers if something goes wrong. With partners, "
    "that has to be agreed first.",
    asked_since="2026-11",
)

STD015 = requires(
    "STD015",
    "the law of another nation is looked up",
    {"programme.nation_name": ()},
    in_writing("what local law asks"),
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[_LOCAL_LAW],
    reason="No rule here knows the law outside the United Kingdom, so none of those that rest on law is asked of such "
    "a programme. This rule stands for all of them: somebody who knows the law there finds out.",
    fix="ask somebody who knows the law there what it asks of checks on people, work with children, data on health and "
    "offences, and equality, and write it down",
    applies=only_if_stated(
        key_is("if the programme is outside the United Kingdom", At.programme.nation, "other"),
        "STD002 asks for the nation",
    ),
    asked_since="2026-11",
)

# These are about the programme and not about a person, so no decision on a person depends on them.
STD016 = requires(
    "STD016",
    "it is stated how, when and by whom mentors are trained",
    {"training.given": at_least(1), "training.comes": (), "training.taught_by": at_least(1)},
    strength=Strength.CAUTION,
    sources=[EMPLOY_THEN_TRAIN, _BY_PEERS],
    reason="A course at home, one in a college and one by other mentors ask for different things. Who trains in the "
    "role has people in it who are not trained yet.",
    asked_since="2026-11",
)

STD017 = requires(
    "STD017",
    "the credentials of mentors are stated",
    {"role.credentials": ()},
    strength=Strength.CAUTION,
    sources=[_CERTIFIED],
    reason="Some work may only be done with a certificate, and others want to know whether there is one. An empty list "
    "says that there is none.",
    asked_since="2026-11",
)
