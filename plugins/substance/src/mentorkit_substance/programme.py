"""What the programme is (SUB001 to SUB004)."""

from mentorkit.api import WITH_MENTORS, Evidence, Strength, at_least, in_roles, includes, includes_one_of, requires
from mentorkit.works import ALCOHOL_GUIDELINES, BRIGHT, WIKI_RECOVERY_COACHING

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

SUB001 = requires(
    "SUB001",
    "no one route to recovery is prescribed",
    {"programme.principles": includes("many routes to recovery")},
    strength=Strength.SHOULD,
    sources=[ANY_METHOD],
    reason="A mentor who knows only their own route to recovery loses everyone who needs another one.",
    ways=WITH_MENTORS,
)

SUB002 = requires(
    "SUB002",
    "the parts of the role are named",
    {"role.competencies": includes_one_of(*WHITES_COMPETENCIES)},
    strength=Strength.SHOULD,
    sources=[SIXTEEN_PARTS],
    reason="Sixteen parts are too many for one person. Naming the parts that this service means tells mentors which "
    "are theirs. The parts were found in the role of the recovery coach, so other mentors are not asked for them.",
    applies=in_roles("recovery coach", "recovery support specialist"),
)

SUB003 = requires(
    "SUB003",
    "mentoring runs alongside other help",
    {"programme.alongside": at_least(1)},
    strength=Strength.SHOULD,
    sources=[SIDE_BY_SIDE],
    reason="Mentoring and professional help each do what the other cannot. Neither should have to replace the other.",
)

SUB004 = requires(
    "SUB004",
    "support goes on after treatment",
    {"programme.principles": includes("support goes on after treatment")},
    strength=Strength.SHOULD,
    sources=[GOES_ON],
    reason="When treatment ends, most other help ends too. The guidelines are on alcohol and require it of treatment "
    "services; of a mentoring programme it is recommended.",
    ways=WITH_MENTORS,
)
