"""What the rules of this sector stand on; rules cite a place in one of these with `.at(…)`."""

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
WIKI_RECOVERY_COACHING = Source(
    author="Wikipedia contributors",
    title="Recovery coaching",
    address="https://en.wikipedia.org/wiki/Recovery_coaching",
    evidence=Evidence.REVIEW,
)
WIKI_PEER_MENTORING = Source(
    author="Wikipedia contributors",
    title="Peer mentoring",
    address="https://en.wikipedia.org/wiki/Peer_mentoring",
    evidence=Evidence.REVIEW,
)
WIKI_PEER_SUPPORT_SPECIALIST = Source(
    author="Wikipedia contributors",
    title="Peer support specialist",
    address="https://en.wikipedia.org/wiki/Peer_support_specialist",
    evidence=Evidence.REVIEW,
)
WIKI_PEER_SUPPORT = Source(
    author="Wikipedia contributors",
    title="Peer support",
    address="https://en.wikipedia.org/wiki/Peer_support",
    evidence=Evidence.REVIEW,
)
MAGURA = Source(
    author="S. Magura and others",
    title="Dual-focus mutual aid",
    year=2008,
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC3525112",
    evidence=Evidence.RESEARCH,
)
AA_SPONSORSHIP = Source(
    author="Alcoholics Anonymous",
    title="Questions and Answers on Sponsorship (extract)",
    address="https://e-aameetings.org/beginners/beginners_meeting_content/09_sponsorship.txt",
    evidence=Evidence.GUIDANCE,
)
DBS_TOOL = Source(
    author="Disclosure and Barring Service",
    title="Find out which DBS check is right for your employee",
    address="https://www.gov.uk/find-out-dbs-check",
    evidence=Evidence.GUIDANCE,
)
