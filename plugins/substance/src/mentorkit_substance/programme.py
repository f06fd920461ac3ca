"""What the programme is (SUB001 to SUB004)."""

from typing import Annotated

from mentorkit.api import Evidence, Parameter, Strength, at_least, in_roles, includes, includes_one_of, rule
from mentorkit_substance.sources import ALCOHOL_GUIDELINES, BRIGHT, WIKI_RECOVERY_COACHING

ANY_METHOD = WIKI_RECOVERY_COACHING.at("recovery coaches serve no single method or route of recovery")
SIXTEEN_PARTS = WIKI_RECOVERY_COACHING.at("the sixteen parts that W. L. White found in the role")
GOES_ON = ALCOHOL_GUIDELINES.at("recovery support matters most once structured treatment has ended")
SIDE_BY_SIDE = BRIGHT.at("peer and professional help need not exclude each other", Evidence.OPINION)

WHITES_COMPETENCIES = (
    "outreach worker",
    "motivator",
    "resource",
    "ally and confidant",
    "truth-teller",
    "role model and mentor",
    "planner",
    "problem solver",
    "resource broker",
    "monitor and companion",
    "tour guide",
    "advocate",
    "educator",
    "community organiser",
    "lifestyle consultant",
    "friend",
)


@rule("SUB001", strength=Strength.SHOULD, sources=[ANY_METHOD])
def no_one_route_to_recovery_is_prescribed(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[includes("many routes to recovery", strength=Strength.SHOULD, source=ANY_METHOD)],
        ),
    ],
) -> None:
    """A mentor who knows only the route they took themselves loses everyone who needs another one."""


@rule(
    "SUB002",
    strength=Strength.SHOULD,
    sources=[SIXTEEN_PARTS],
    applies=in_roles("recovery coach", "recovery support specialist"),
)
def the_role_is_described_by_what_it_takes(
    competencies: Annotated[
        tuple[str, ...],
        Parameter(
            at="role.competencies",
            limits=[includes_one_of(*WHITES_COMPETENCIES, strength=Strength.SHOULD, source=SIXTEEN_PARTS)],
        ),
    ],
) -> None:
    """Sixteen parts are too many for one person; naming those that this service means tells mentors what is theirs.

    They were found in the role of the recovery coach, so other mentors are not asked for them.
    """


@rule("SUB003", strength=Strength.SHOULD, sources=[SIDE_BY_SIDE])
def mentoring_runs_beside_other_help(
    alongside: Annotated[
        tuple[str, ...],
        Parameter(at="programme.alongside", limits=[at_least(1, Strength.SHOULD, source=SIDE_BY_SIDE)]),
    ],
) -> None:
    """Mentoring and professional help each do what the other cannot; neither should have to stand in for both."""


@rule("SUB004", strength=Strength.SHOULD, sources=[GOES_ON])
def support_goes_on_after_treatment(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[includes("support goes on after treatment", strength=Strength.SHOULD, source=GOES_ON)],
        ),
    ],
) -> None:
    """The day on which treatment ends is the day on which most other help ends too.

    The guidelines are on alcohol and require it of treatment services; of a mentoring programme it is recommended.
    """
