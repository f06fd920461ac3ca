"""How a placement ends, and what comes after it (MHL501 and MHL502)."""

from typing import Annotated

from mentorkit.api import Evidence, Parameter, Party, Strength, at_least, includes, rule
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


@rule("MHL502", strength=Strength.SHOULD, sources=[_CAREER, _NEXT])
def there_is_a_next_step(
    routes: Annotated[
        tuple[str, ...],
        Parameter(
            at="progression.routes",
            limits=[includes("promotion", strength=Strength.SHOULD, sources=[_CAREER, _NEXT])],
        ),
    ],
) -> None:
    """A role without a next step keeps people at the lowest grade, or loses them.

    Not everyone who completes the course gets a post, either, and a door that shuts then hurts the more.
    """
