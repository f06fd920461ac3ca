"""The works that only this sector cites, and places that several of its rules cite."""

from mentorkit.api import Evidence, Source
from mentorkit.works import BRIGHT, TURNING_POINT

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
AA_TORONTO = Source(
    author="Alcoholics Anonymous, Toronto",
    title="Questions and answers on sponsorship (P-15)",
    address="https://www.aatoronto.org/product/questions-answers-on-sponsorship/",
    evidence=Evidence.GUIDANCE,
)
ICRC = Source(
    author="IC&RC",
    title="Peer Recovery",
    address="https://internationalcredentialing.org/icrc-credentials/pr",
    evidence=Evidence.GUIDANCE,
)
ICRC_SUPERVISORS = Source(
    author="Faces & Voices of Recovery",
    title="IC&RC Peer Recovery credential",
    address=(
        "https://facesandvoicesofrecovery.org/training-and-technical-assistance-center/national-credentials/"
        "icrc-peer-recovery.html"
    ),
    evidence=Evidence.GUIDANCE,
)
AURORA = Source(
    author="Drink and Drugs News",
    title="May 2012, page 21 (on the Aurora Project)",
    year=2012,
    address="http://cjwellings.com/ddn/DDNMay12/files/assets/seo/page21.html",
    evidence=Evidence.PRACTICE,
)
MAP_TRIAL = Source(
    author="K. Tracy and others",
    title="Mentorship for Addiction Problems (MAP), randomised trial",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC8076492",
    evidence=Evidence.RESEARCH,
)
MAP_GRANT = Source(
    author="National Institutes of Health",
    title="Grant R34-DA034898 (Mentorship for Addiction Problems)",
    address="http://grantome.com/grant/NIH/R34-DA034898-02",
    evidence=Evidence.RESEARCH,
)
ANCHORED = Source(
    author="K. M. Waye and others",
    title=(
        "Implementing peer recovery services for overdose prevention in Rhode Island: an examination of two "
        "outreach-based approaches"
    ),
    year=2019,
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC6240389",
    evidence=Evidence.PRACTICE,
)
WDP = Source(
    author="WDP",
    title="Peer mentoring",
    address="https://www.wdp.org.uk/how-we-help/service-types/aftercare-and-reintegration/peer-mentoring",
    evidence=Evidence.PRACTICE,
)
TOP_FORM = Source(
    author="National Treatment Agency",
    title="Treatment Outcomes Profile (form)",
    address="https://studyres.com/doc/1236685/top-form",
    evidence=Evidence.GUIDANCE,
)
TOP_NEWCASTLE = Source(
    author="treatment services in Newcastle",
    title="Treatment Outcome Profile (TOP): process",
    address="http://studylib.net/doc/6793158/treatment-outcome-profile--top--process",
    evidence=Evidence.PRACTICE,
)
BARC_10 = Source(
    author="C. L. Vilsaint and others",
    title="Development and validation of a Brief Assessment of Recovery Capital (BARC-10) for alcohol and drug use",
    year=2017,
    address=(
        "https://scholar.harvard.edu/johnfkelly/publications/"
        "development-and-validation-brief-assessment-recovery-capital-barc-10-alcohol"
    ),
    evidence=Evidence.RESEARCH,
)
BARC_10_TOTALS = BARC_10.at("totals go from 10 to 60")
OHID_SYSTEMS = Source(
    author="Office for Health Improvement and Disparities",
    title="Recovery support services and lived experience initiatives, part 3",
    address=(
        "https://www.gov.uk/government/publications/recovery-support-services-and-lived-experience-initiatives/"
        "part-3-how-to-develop-systems-of-care-that-support-recovery"
    ),
    evidence=Evidence.GUIDANCE,
)
PEER_VOLUNTEERS = Source(
    author="Drink and Drugs News",
    title="New guidance on peer volunteers (citing the Black review)",
    address="https://www.drinkanddrugsnews.com/new-guidance-on-peer-volunteers/",
    evidence=Evidence.GUIDANCE,
)

# Places that several rules cite.
NO_END_DATE = BRIGHT.at("interviewees objected to an end date for mentoring", Evidence.OPINION)
NO_DIFFERENCE = BRIGHT.at("whether helpers had been there themselves made no difference, citing Najavits 2000")
THREE_MONTHS_BEFORE = TURNING_POINT.at("three months before a placement starts")
DRUGS_AND_ALCOHOL = TURNING_POINT.at("abstinence is counted for drugs and for alcohol")
