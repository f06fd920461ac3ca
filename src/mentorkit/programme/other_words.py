"""Other words for entries of long lists of a design, each for exactly the same: what keys of `design` declare."""

from collections.abc import Mapping, Sequence

PRINCIPLES: Mapping[str, Sequence[str]] = {
    "bridge to other services": [
        "link to other services",
        "bridging to other services",
        "bridge into other services",
        "bridge to services",
    ],
    "equality": [
        "treating each other as equals",
        "meeting as equals",
        "equality and diversity",
        "equal",
        "equal relationship",
    ],
    "mutual": ["mutuality"],
    "progressive": ["helps people progress", "progression"],
    "safe": ["safety"],
    "reciprocal": ["reciprocity"],
    "inclusive": ["inclusion"],
    "strengths-based": ["building on strengths", "strength-based"],
    "recovery-focused": ["recovery-oriented"],
    "honest and direct": ["honesty and directness"],
    "transparent": ["transparency"],
    "mutual aid by choice": ["choice of mutual aid", "mutual aid is a choice", "mutual aid is optional"],
    "voluntary": ["by choice"],
    "empathetic": ["empathy"],
    "respectful": ["respect"],
    "hopeful": ["hope"],
    "many routes to recovery": ["multiple pathways of recovery", "many pathways to recovery"],
    "self-determination": [
        "autonomy",
        "choice and control",
        "people decide for themselves",
        "self-directed support",
    ],
    "designed and delivered with mentors": [
        "co-produced with mentors",
        "co-designed and co-delivered with mentors",
    ],
    "continuity through the gate": ["continuity from prison to community", "the same mentor through the gate"],
    "strengths before deficits": [
        "strengths, not deficits",
        "strengths over deficits",
        "strengths rather than deficits",
        "strengths first",
    ],
    "whole person": ["holistic", "the person as a whole", "whole-person approach"],
    "nobody has to fit in": ["no one has to fit in", "no pressure to fit in", "nobody needs to fit in"],
    "guide, do not do for": [
        "guiding, not doing for",
        "guide rather than do for",
        "doing with, not for",
        "guide, not do for",
    ],
    "small realistic goals": ["small achievable goals", "small steps", "small realistic steps"],
    "support goes on after treatment": [
        "support carries on after treatment",
        "support continues after treatment",
        "support after treatment",
        "aftercare",
    ],
    "a group that suits the person": [
        "the right group for the person",
        "a group that fits the person",
        "a choice of groups",
    ],
    "direct challenge": ["challenge directly"],
}
EXCLUDES: Mapping[str, Sequence[str]] = {
    "diagnosis": ["diagnosing"],
    "discussing mentees outside supervision": [
        "talking about mentees outside supervision",
        "discussion of mentees outside supervision",
    ],
    "replacing staff": [
        "substituting for staff",
        "replacing paid staff",
        "standing in for staff",
        "replacement of staff",
        "doing staff's jobs",
        "covering for staff",
        "filling staff posts",
    ],
    "statutory duties": [
        "statutory work",
        "statutory tasks",
        "statutory responsibilities",
        "statutory functions",
    ],
    "using a lapse as an example": ["making an example of a lapse", "holding up a lapse as an example"],
    "trauma work": ["trauma therapy", "trauma counselling"],
}
