"""The works that the shared standards cite."""

from mentorkit.api import Evidence, Source

TURNING_POINT = Source(
    author="Turning Point",
    title="Peer Mentoring",
    address="https://www.nationalvoices.org.uk/wellbeing-our-way/wow-exchange/peer-mentoring",
    evidence=Evidence.PRACTICE,
)
BRIGHT = Source(
    author="J. Bright (Howard League for Penal Reform)",
    title="Takes one to know one? An evaluation of peer mentoring in the drug dependency treatment sector",
    year=2015,
    address="http://www.drugsandalcohol.ie/24565/",
    evidence=Evidence.RESEARCH,
)
PEER_MENTORING = Source(
    author="Wikipedia contributors",
    title="Peer mentoring",
    address="https://en.wikipedia.org/wiki/Peer_mentoring",
    evidence=Evidence.REVIEW,
)
PEER_SUPPORT = Source(
    author="Wikipedia contributors",
    title="Peer support",
    address="https://en.wikipedia.org/wiki/Peer_support",
    evidence=Evidence.REVIEW,
)
PEER_SUPPORT_SPECIALIST = Source(
    author="Wikipedia contributors",
    title="Peer support specialist",
    address="https://en.wikipedia.org/wiki/Peer_support_specialist",
    evidence=Evidence.REVIEW,
)
RECOVERY_COACHING = Source(
    author="Wikipedia contributors",
    title="Recovery coaching",
    address="https://en.wikipedia.org/wiki/Recovery_coaching",
    evidence=Evidence.REVIEW,
)
SAMARITANS = Source(
    author="Samaritans",
    title="Listener scheme",
    address="https://samaritans.org/your-community/our-work-prisons/listener-scheme",
    evidence=Evidence.PRACTICE,
)
SCOTTISH_GOVERNMENT = Source(
    author="Scottish Government",
    title="Evaluation of the Reducing Reoffending Change Fund: research findings",
    address=(
        "https://www.gov.scot/publications/evaluation-reducing-reoffending-change-fund-research-findings/pages/11/"
    ),
    evidence=Evidence.RESEARCH,
)
WALES_CRC = Source(
    author="Wales Community Rehabilitation Company",
    title="The impact of mentoring",
    address="http://walescrc.co.uk/content/view/news+the+impact+of+mentoring+case+study",
    evidence=Evidence.PRACTICE,
)
NMRC = Source(
    author="National Mentoring Resource Center",
    title="Match support for mentors",
    address=("http://www.nationalmentoringresourcecenter.org/index.php/what-works-in-mentoring/key-topics.html?id=117"),
    evidence=Evidence.RESEARCH,
)
