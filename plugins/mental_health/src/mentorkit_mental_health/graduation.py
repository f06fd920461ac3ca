"""How a placement ends, and what comes after it (MHL501 and MHL502)."""

from mentorkit.api import Evidence, Strength, at_least, includes, requires
from mentorkit.works import IMH_IMROC
from mentorkit_mental_health.sources import IMROC_THEORY

_CELEBRATION = IMH_IMROC.at("celebration has a place of its own", Evidence.PRACTICE)
_CAREER = IMROC_THEORY.at("ten points of good practice: a career structure in which people can be promoted")
_NEXT = IMH_IMROC.at("what comes next was a question that trainees were left with", Evidence.PRACTICE)


MHL501 = requires(
    "MHL501",
    "what people achieve is celebrated",
    {"graduation.ceremony_for": at_least(1)},
    strength=Strength.SHOULD,
    sources=[_CELEBRATION],
    reason="Many have been told for years what they cannot do. The source only has the word; the rest is ours.",
)

MHL502 = requires(
    "MHL502",
    "there is a next step",
    {"progression.routes": includes("promotion")},
    strength=Strength.SHOULD,
    sources=[_CAREER, _NEXT],
    reason="A role without a next step keeps people at the lowest grade, or loses them. Not everyone who completes "
    "the course gets a post, and then it hurts more to find no way on.",
)
