"""What is written down about peer roles (MHL801, MHL803 and MHL804)."""

from mentorkit.api import WITH_MENTORS, Evidence, Strength, in_writing, requires
from mentorkit.works import IMH_IMROC
from mentorkit_mental_health.sources import IMROC_GUIDE, IMROC_THEORY

# What the slides only ask of services is the practice of one course, and no guidance.
_PRACTICE = Evidence.PRACTICE
_ROLE = IMROC_THEORY.at(
    "ten points of good practice: job descriptions that workers and staff understand; a code of conduct for peers"
)
_CLARITY = IMH_IMROC.at("a clear role goes with satisfaction in the job; unclear ones are a barrier", Evidence.RESEARCH)
_SHARING = IMH_IMROC.at("what workers tell of themselves, confidentiality and boundaries are matters to be settled")
_SAFETY = IMH_IMROC.at("asks services what part peer support workers have in keeping people safe", _PRACTICE)
_WORKING_DAY = IMH_IMROC.at(
    "asks services for a usual day, an induction, contact and its length, team meetings, notes and medication",
    _PRACTICE,
)
_FRIEND = IMH_IMROC.at("whether a peer is friend or worker, and who has power, are questions")
_OPEN = IMROC_THEORY.at(
    "ten points of good practice: staff may be open about their own experience, and peer roles are a model for them"
)
_STRATEGY = IMH_IMROC.at("a strategy for peer work as a whole, and parity for other support staff", _PRACTICE)
_PHASES = IMROC_GUIDE.at("peer support comes to an organisation in four phases")


MHL801 = requires(
    "MHL801",
    "the peer role is written down",
    in_writing("job description", "code of conduct"),
    in_writing("policy on sharing lived experience", sources=[_SHARING]),
    in_writing("role in keeping people safe", sources=[_SAFETY, _ROLE]),
    strength=Strength.MUST,
    sources=[_ROLE, _CLARITY],
    reason="Nobody on the team has seen such a role before, so each person makes up what is not written down. This "
    "rule asks what a text is about, and nobody checks what it says. Several texts may be parts of one document. The "
    "slides only ask about the part in keeping people safe; it is required on grounds of safety.",
    ways=WITH_MENTORS,
)

MHL803 = requires(
    "MHL803",
    "the working day of a peer is described",
    in_writing("working arrangements"),
    strength=Strength.SHOULD,
    sources=[_WORKING_DAY, _FRIEND, _ROLE],
    reason="There are good reasons for most answers. It hurts to find out only on the first day. The slides ask these "
    "questions of services and do not answer them. In the catalogue some are requirements; as questions they are only "
    "a SHOULD.",
    fix="say in them what a usual day and the first weeks look like, how {mentees} are contacted and for how long, "
    "whether {mentors} go to team meetings and may read or write case notes, how they answer questions about "
    "medication, and where they are worker and not friend",
    ways=WITH_MENTORS,
)

MHL804 = requires(
    "MHL804",
    "peer roles have a place in the organisation",
    in_writing("strategy for peer work"),
    strength=Strength.SHOULD,
    sources=[_STRATEGY, _PHASES, _OPEN],
    reason="Most of what goes wrong with peer roles goes wrong before the first day, or after the first year.",
    fix="plan in it for preparation, recruitment, employment and the time after; say what staff may tell of "
    "experience of their own, and what peer roles mean for other staff",
    ways=WITH_MENTORS,
)
