"""What each of the six stages means in each way of support, or that the way does not have it."""

from collections.abc import Mapping
from typing import NamedTuple

from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.text.words import listed


class WayStage(NamedTuple):
    """A stage as one way of support has it.

    Attributes:
        about: who or what a record at this stage is about, such as "a person on the rota"; empty where the way does not
            have the stage.
        means: what is decided or said; where the way does not have the stage, why not.
        command: the command that does it: decide, match, due or outcomes; empty where the way does not have the stage.
    """

    about: str
    means: str
    command: str = "decide"


def _none(why: str) -> WayStage:
    return WayStage("", why, "")


_SCREENING = "whether this person may begin"
_TRAINING = "what this person has learned"
_SUPERVISION = "how this person is looked after"
_LEAVES = "how this person leaves, and what comes next"
_ROTA = "a person on the rota"

STAGES: Mapping[Way, Mapping[str, WayStage]] = {
    Way.PAIR: {
        "screening": WayStage("an applicant", _SCREENING),
        "training": WayStage("a trainee", _TRAINING),
        "matching": WayStage("a mentor and a mentee", "who could be matched with whom"),
        "supervision": WayStage("a mentor", _SUPERVISION),
        "graduation": WayStage("a mentor, or a placement that ends", "how it ends, and what comes next"),
        "outcomes": WayStage("a mentor or a mentee", "what has changed"),
    },
    Way.GROUP_SESSIONS: {
        "screening": WayStage("a person who delivers sessions", _SCREENING),
        "training": WayStage("a person who delivers sessions", _TRAINING),
        "matching": WayStage("a session", "who delivers which session", "match"),
        "supervision": WayStage("a person who delivers sessions", _SUPERVISION),
        "graduation": WayStage("a person who delivers sessions", _LEAVES),
        "outcomes": WayStage("a person who attends", "what has changed"),
    },
    Way.DROP_IN: {
        "screening": WayStage(_ROTA, _SCREENING),
        "training": WayStage(_ROTA, _TRAINING),
        "matching": WayStage("a shift", "who is on duty when", "match"),
        "supervision": WayStage(_ROTA, _SUPERVISION),
        "graduation": WayStage(_ROTA, _LEAVES),
        "outcomes": WayStage("a contact, without a name", "how many came, and how soon they were seen", "outcomes"),
    },
    Way.ON_CALL: {
        "screening": WayStage(_ROTA, _SCREENING),
        "training": WayStage(_ROTA, _TRAINING),
        "matching": WayStage("a shift", "who is on call when", "match"),
        "supervision": WayStage(_ROTA, _SUPERVISION),
        "graduation": WayStage(_ROTA, _LEAVES),
        "outcomes": WayStage("a call", "how soon calls were answered", "outcomes"),
    },
    Way.MUTUAL_AID: {
        "screening": _none("nobody decides who may be a member"),
        "training": _none("members learn from each other, and nobody is trained first"),
        "matching": WayStage("a member", "who could be whose sponsor; members choose each other", "match"),
        "supervision": _none("each member has other members to turn to"),
        "graduation": _none("being a member does not have to end"),
        "outcomes": _none(
            "nothing is decided about a member; what is measured of members who agree, 'mentorkit outcomes' says"
        ),
    },
    Way.INCIDENT: {
        "screening": WayStage("a practitioner", _SCREENING),
        "training": WayStage("a practitioner", _TRAINING),
        "matching": WayStage("an incident", "which practitioner, who was not part of it, takes the steps", "match"),
        "supervision": WayStage("a practitioner", _SUPERVISION),
        "graduation": WayStage("an incident", "which steps are left to take, and by when", "due"),
        "outcomes": WayStage("an incident", "whether the steps were taken in time", "outcomes"),
    },
    Way.ONLINE: {
        "screening": WayStage("a moderator", _SCREENING),
        "training": WayStage("a moderator", _TRAINING),
        "matching": WayStage("a shift of a moderator", "who is on duty when", "match"),
        "supervision": WayStage("a moderator", _SUPERVISION),
        "graduation": WayStage("a moderator", _LEAVES),
        "outcomes": WayStage("a report", "how soon reports were answered", "outcomes"),
    },
}
"""By way and by the name of the stage."""


def ways_with(stage: str) -> frozenset[Way]:
    """The ways of support that have a stage.

    Examples:
        >>> Way.MUTUAL_AID in ways_with("screening")
        False
    """
    return frozenset(way for way in Way if STAGES[way][stage].command)


def ways_that_decide(stage: str) -> frozenset[Way]:
    """The ways of support in which people are decided on at a stage, from facts about them.

    Examples:
        >>> Way.INCIDENT in ways_that_decide("screening"), Way.INCIDENT in ways_that_decide("graduation")
        (True, False)
    """
    return frozenset(way for way in Way if STAGES[way][stage].command == "decide")


def why_no_stage(programme: Programme, stage: str) -> str:
    """Why a programme does not have a stage, in none of its ways of support; empty where it may have it.

    Examples:
        >>> why_no_stage(Programme().in_way(Way.MUTUAL_AID), "graduation")
        'mutual aid has no graduation: being a member does not have to end'
        >>> why_no_stage(Programme().in_way(Way.MUTUAL_AID), "matching")
        ''
    """
    offered = _offered(programme)
    return "" if ways_with(stage).intersection(offered) else "; ".join(_why(way, stage) for way in offered)


def why_nothing_is_decided(programme: Programme, stage: str, *, asked: bool) -> str:
    """Why no record is decided on at a stage, whatever the facts; empty where one may be.

    Args:
        programme: the design.
        stage: the name of the stage.
        asked: whether a rule asks something about people at this stage, or at an earlier one that the design requires.

    Examples:
        >>> import attrs
        >>> fellowship = Programme().in_way(Way.MUTUAL_AID)
        >>> why_nothing_is_decided(fellowship, "screening", asked=False)
        'mutual aid has no screening: nobody decides who may be a member'
        >>> why_nothing_is_decided(fellowship, "matching", asked=False).partition("; ")[0]
        "for the way of support mutual aid, 'mentorkit match' says who could be whose sponsor"
        >>> why_nothing_is_decided(Programme(), "screening", asked=True)
        ''
    """
    offered = _offered(programme)
    if not ways_that_decide(stage).intersection(offered):
        return "; ".join(_why(way, stage) for way in offered)
    return "" if asked else f"no rule asks anything about a person at {stage}"


def why_nothing_is_due(programme: Programme) -> str:
    """Why nothing is ever due for anybody in the ways of support of a programme; empty where something may be.

    Examples:
        >>> why_nothing_is_due(Programme().in_way(Way.MUTUAL_AID))
        'mutual aid has no screening, training, supervision, graduation or outcomes of a member'
        >>> why_nothing_is_due(Programme())
        ''
    """
    reasons = []
    for way in (way for way in Way if programme.may_offer({way})):
        stages = STAGES[way]
        if any(stage.command in ("decide", "due") for stage in stages.values()):
            return ""
        about = next(stage.about for stage in stages.values() if stage.about)
        missing = listed([name for name, stage in stages.items() if not stage.command], "or")
        reasons.append(f"{way.value} has no {missing} of {about}")
    return "; ".join(reasons)


def what_to_do_instead(programme: Programme, stage: str) -> str:
    """What to do where no record is decided on at a stage: the command that is for it, or the stages that there are.

    Where people are decided on and no rule asks anything about them, a service can ask for what earlier stages ask.

    Examples:
        >>> what_to_do_instead(Programme().in_way(Way.DROP_IN), "graduation")
        'a person decides; rules can if you name sectors, or the earlier stages to be met in graduation.requires'
        >>> what_to_do_instead(Programme().in_way(Way.DROP_IN), "matching")
        "run 'mentorkit match'"
        >>> what_to_do_instead(Programme().in_way(Way.MUTUAL_AID), "screening")
        "name a stage that it has: matching, by 'mentorkit match'"
    """
    offered = _offered(programme)
    if ways_that_decide(stage).intersection(offered):
        earlier = "" if stage == "screening" else f"the earlier stages to be met in {stage}.requires"
        more = ", or ".join(filter(None, ("" if programme.programme.sectors else "sectors", earlier)))
        return f"a person decides; rules can if you name {more}" if more else "a person decides"
    commands = dict.fromkeys(STAGES[way][stage].command for way in offered)
    if quoted := [f"'mentorkit {command}'" for command in commands if command]:
        return f"run {listed(quoted, 'or')}"
    there = [
        f"{name}, by 'mentorkit {has.command}'" for way in offered for name, has in STAGES[way].items() if has.command
    ]
    return f"name a stage that it has: {listed(dict.fromkeys(there))}"


def _offered(programme: Programme) -> list[Way]:
    return [way for way in Way if programme.may_offer({way})]


def _why(way: Way, stage: str) -> str:
    found = STAGES[way][stage]
    if not found.command:
        return f"{way.value} has no {stage}: {found.means}"
    return f"for the way of support {way.value}, 'mentorkit {found.command}' says {found.means}"
