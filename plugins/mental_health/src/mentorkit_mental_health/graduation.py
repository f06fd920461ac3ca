"""How a placement ends, and what comes after it (MHL501 to MHL503)."""

from typing import Annotated

from mentorkit.api import Evidence, Parameter, Party, Strength, at_least, rule
from mentorkit_mental_health.sources import IMH_IMROC, IMROC_THEORY

_CELEBRATION = IMH_IMROC.at("celebration has a place of its own", Evidence.PRACTICE)
_CAREER = IMROC_THEORY.at("ten points of good practice: a career structure in which people can be promoted")
_NEXT = IMH_IMROC.at("what comes next was a question that trainees were left with", Evidence.PRACTICE)


@rule("MHL501", strength=Strength.SHOULD, sources=[_CELEBRATION])
def what_people_achieve_is_celebrated(
    ceremony_for: Annotated[
        tuple[Party, ...],
        Parameter(at="graduation.ceremony_for", limits=[at_least(1, Strength.SHOULD, source=_CELEBRATION)]),
    ],
) -> None:
    """Many have been told for years what they cannot do. The source gives no more than the word, the rest is ours."""


@rule("MHL502", strength=Strength.SHOULD, sources=[_CAREER])
def peer_support_workers_can_be_promoted(
    grades: Annotated[
        tuple[str, ...],
        Parameter(
            "the steps of a {mentor}'s career, lowest first",
            at="progression.mental_health.grades",
            limits=[at_least(2, Strength.SHOULD, source=_CAREER)],
            example='["peer support worker", "senior peer support worker"]',
        ),
    ],
) -> None:
    """A role without a next step keeps people at the lowest grade, or loses them."""


@rule("MHL503", strength=Strength.CAUTION, sources=[_NEXT])
def there_is_something_after_the_course(
    routes: Annotated[
        tuple[str, ...],
        Parameter(at="progression.routes", limits=[at_least(1, Strength.CAUTION, source=_NEXT)]),
    ],
) -> None:
    """Not everyone who completes the course gets a post, and a door that shuts then hurts the more."""
