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
        means: what is decided or told; where the way does not have the stage, why not.
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
        "outcomes": _none("nothing is measured about a member; what the group measures, 'mentorkit outcomes' tells"),
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
        "screening": WayStage("a moderator or a mentor", _SCREENING),
        "training": WayStage("a moderator or a mentor", _TRAINING),
        "matching": WayStage("a mentor and a mentee, or a shift of a moderator", "who could be matched with whom"),
        "supervision": WayStage("a moderator or a mentor", _SUPERVISION),
        "graduation": WayStage("a moderator or a mentor", _LEAVES),
        "outcomes": WayStage("a member, or a report", "what has changed, and how soon reports were answered"),
    },
}
"""By way and by the name of the stage."""


def why_nothing_is_decided(programme: Programme, stage: str, *, asked: bool) -> str:
    """Why no record is decided on at a stage, whatever the facts; empty where one may be.

    Args:
        programme: the design.
        stage: the name of the stage.
        asked: whether a rule asks something at this stage in this design.

    Examples:
        >>> import attrs
        >>> fellowship = Programme().in_way(Way.MUTUAL_AID)
        >>> why_nothing_is_decided(fellowship, "screening", asked=False)
        'mutual aid has no screening: nobody decides who may be a member'
        >>> why_nothing_is_decided(fellowship, "matching", asked=False)
        "in mutual aid, matching is what 'mentorkit match' does: who could be whose sponsor; members choose each other"
        >>> why_nothing_is_decided(Programme(), "screening", asked=True)
        ''
    """
    offered = [way for way in Way if programme.may_offer({way})]
    reasons = [_why(way, stage) for way in offered]
    if all(reasons):
        return "; ".join(reasons)
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


def _why(way: Way, stage: str) -> str:
    found = STAGES[way][stage]
    if not found.command:
        return f"{way.value} has no {stage}: {found.means}"
    if found.command != "decide":
        return f"in {way.value}, {stage} is what 'mentorkit {found.command}' does: {found.means}"
    return ""
