"""The works that several sectors cite, and the places in them that several cite, each declared once.

So all of them call a work the same, and a change to its words is one change. Rules cite a place in one:

    >>> nobody_left = BRIGHT.at("nobody who had left was asked")
    >>> nobody_left.year, nobody_left.evidence
    (2015, <Evidence.RESEARCH: 'research'>)

A work that the rules of one distribution cite is in its own `sources.py`.
"""

from mentorkit.core.source import Evidence, ReadIn, Source

TURNING_POINT = Source(
    author="Turning Point",
    title="Peer Mentoring",
    address="https://www.nationalvoices.org.uk/wellbeing-our-way/wow-exchange/peer-mentoring",
    evidence=Evidence.PRACTICE,
    read_in=ReadIn.PRIMARY,
)
TURNING_POINT_HOSPITAL = TURNING_POINT.at("help matters most at the move from hospital to community")
BRIGHT = Source(
    author="J. Bright (Howard League for Penal Reform)",
    title="Takes one to know one? An evaluation of peer mentoring in the drug dependency treatment sector",
    year=2015,
    address="http://www.drugsandalcohol.ie/24565/",
    evidence=Evidence.RESEARCH,
    read_in=ReadIn.PRIMARY,
)
BRIGHT_RISK_PASSED_ON = BRIGHT.at(
    "what a mentor is told about risk goes to the member of staff concerned", Evidence.OPINION
)
BRIGHT_BEFORE_RELEASE = BRIGHT.at("support can begin before the release, when risk is high")
BRIGHT_TWELVE_WEEKS = BRIGHT.at("at least twelve weeks of support, citing Finnegan and others 2010")
BRIGHT_A_YEAR = BRIGHT.at("a year is what to aim for, citing Finnegan and others 2010")
HUMPHRIS = Source(
    author="B. Humphris (DLNR Community Rehabilitation Company)",
    title="Probation peer mentors' lived examples of positive change",
    address="https://www.russellwebster.com/probation-transition-hope/",
    evidence=Evidence.PRACTICE,
    read_in=ReadIn.PRIMARY,
)
HUMPHRIS_CHALLENGE = HUMPHRIS.at(
    "in Transition and Hope mentors challenge those who attend, out of their own experience"
)
IMH_IMROC = Source(
    author="Institute of Mental Health and ImROC",
    title="Peer Support Worker training (slides)",
    address="https://imroc.org/why-imroc/peer-support/",
    evidence=Evidence.GUIDANCE,
    read_in=ReadIn.PRIMARY,
)
WIKI_PEER_MENTORING = Source(
    author="Wikipedia contributors",
    title="Peer mentoring",
    address="https://en.wikipedia.org/wiki/Peer_mentoring",
    evidence=Evidence.REVIEW,
)
WIKI_PEER_SUPPORT = Source(
    author="Wikipedia contributors",
    title="Peer support",
    address="https://en.wikipedia.org/wiki/Peer_support",
    evidence=Evidence.REVIEW,
)
WIKI_PEER_SUPPORT_SPECIALIST = Source(
    author="Wikipedia contributors",
    title="Peer support specialist",
    address="https://en.wikipedia.org/wiki/Peer_support_specialist",
    evidence=Evidence.REVIEW,
)
WIKI_RECOVERY_COACHING = Source(
    author="Wikipedia contributors",
    title="Recovery coaching",
    address="https://en.wikipedia.org/wiki/Recovery_coaching",
    evidence=Evidence.REVIEW,
)
LISTENERS = Source(
    author="Samaritans",
    title="Listener scheme",
    address="https://samaritans.org/your-community/our-work-prisons/listener-scheme",
    evidence=Evidence.PRACTICE,
)
LISTENERS_GUARDIAN = Source(
    author="The Guardian",
    title="On prisoners who become Listeners",
    year=2002,
    address="http://www.theguardian.com/society/2002/aug/03/publicvoices",
    evidence=Evidence.PRACTICE,
)
SCHOOLS_WEEK = Source(
    author="Schools Week",
    title="Six steps for delivering a mental health peer support programme",
    address="https://schoolsweek.co.uk/six-steps-for-delivering-a-mental-health-peer-support-programme",
    evidence=Evidence.OPINION,
)
# A page of low standing, which quotes what was usual at the time.
EXPERTS123 = Source(
    author="experts123",
    title="Why does mentoring require several months to at least one year's commitment?",
    address=(
        "https://experts123.com/q/"
        "why-does-mentoring-require-several-months-to-at-least-one-years-commitment-3170080.html"
    ),
    evidence=Evidence.GUIDANCE,
)
EXPERTS123_A_YEAR = EXPERTS123.at("four hours a month or more for a year; schemes within a school are excepted")
RM = Source(
    author="RM",
    title="Building a safe and successful mentoring programme",
    year=2017,
    address="https://www.rm.com/blog/2017/february/building-a-safe-and-successful-mentoring-programme",
    evidence=Evidence.GUIDANCE,
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
RESETTLEMENT = Source(
    author="HMPPS Welcome Hub",
    title="Commissioned rehabilitative services that support resettlement for people in prison",
    address=(
        "https://welcome-hub.hmppsintranet.org.uk/my-work/my-service/"
        "interventions-unpaid-work-and-crs/commissioned-rehabilitative-services/"
        "crs-deliver-services-to-support-resettlement-for-individuals-in-prison/"
    ),
    evidence=Evidence.GUIDANCE,
)
RESETTLEMENT_BEFORE_RELEASE = RESETTLEMENT.at(
    "referrals to social inclusion mentoring come before the release where they can"
)

MENTOR_TRAINING = Source(
    author="MENTOR",
    title="Starting a Youth Mentoring Program: Training",
    address="https://www.mentoring.org/program-resources/starting-youth-mentoring-program/training/",
    evidence=Evidence.GUIDANCE,
)
CAL_SMI = Source(
    author="CAL-SMI",
    title="What are SAMHSA's national model standards for peer support certification?",
    address=(
        "https://cali-smi.launchpaddev.com/knowledge_post/"
        "what-are-samhsas-national-model-standards-for-peer-support-certification"
    ),
    evidence=Evidence.GUIDANCE,
)
ALCOHOL_GUIDELINES = Source(
    author="Office for Health Improvement and Disparities",
    title="UK clinical guidelines for alcohol treatment, chapter 6",
    address=(
        "https://www.gov.uk/guidance/clinical-guidelines-for-alcohol-treatment/"
        "6-recovery-support-services-and-lived-experience-initiatives"
    ),
    evidence=Evidence.GUIDANCE,
)

# Checks on people. The law, the texts of the DBS on roles with adults and the current edition of Keeping children safe
# in education were not read: what rests on them needs a person's check, and each rule says so.
DBS_TOOL = Source(
    author="Disclosure and Barring Service",
    title="Find out which DBS check is right for your employee",
    address="https://www.gov.uk/find-out-dbs-check",
    evidence=Evidence.GUIDANCE,
)
DBS_EMPLOYERS = Source(
    author="Disclosure and Barring Service",
    title="DBS checks: guidance for employers (copy)",
    address="http://govwire.co.uk/news/home-office/guidance-dbs-checks-guidance-for-employers-111023",
    evidence=Evidence.GUIDANCE,
)
KCSIE_VOLUNTEERS = Source(
    author="Department for Education",
    title="Keeping children safe in education, paragraphs 287 to 291 (copy in a school's staff handbook)",
    address="https://user-s7hizqk.cld.bz/1-General-Information/114",
    evidence=Evidence.GUIDANCE,
)
KCSIE_NEVER_UNSUPERVISED = KCSIE_VOLUNTEERS.at("in England, volunteers without checks are never left unsupervised")
KCSIE_REGULATED_VOLUNTEERS = KCSIE_VOLUNTEERS.at("new volunteers in regulated activity: enhanced, with the barred list")
KCSIE_SUPERVISED_VOLUNTEERS = KCSIE_VOLUNTEERS.at(
    "of a supervised volunteer, barred list information may not be asked for"
)
CLEARCHECK_UNDER_SIXTEEN = Source(
    author="ClearCheck",
    title="Under 18s DBS checks",
    address="https://clearcheck.co.uk/under-18s-dbs-checks/",
    evidence=Evidence.OPINION,
).at("those under 16 do not volunteer without direct supervision")
PERSONNEL_CHECKS = Source(
    author="Personnel Checks",
    title="Eligibility advice (adults)",
    address="https://www.personnelchecks.co.uk/info-centre/eligibility-advice-adults/",
    evidence=Evidence.OPINION,
)
PERSONNEL_CHECKS_SIX_CATEGORIES = PERSONNEL_CHECKS.at(
    "regulated activity with adults has six categories; mentoring is not named"
)

# Peers at workplaces and after life events.
TRIM_FAQS = Source(
    author="March on Stress",
    title="TRiM: frequently asked questions",
    address="https://www.marchonstress.com/index.php/page/p/trim_faqs",
    evidence=Evidence.GUIDANCE,
)
# An encyclopaedia's account of the method, hence a review, although the method itself is guidance to those who use it.
MDWIKI_TRIM = Source(
    author="MDWiki contributors",
    title="Trauma risk management",
    address="https://mdwiki.org/wiki/Trauma_risk_management",
    evidence=Evidence.REVIEW,
)
TRIM_AFTER_72_HOURS = MDWIKI_TRIM.at("the first interview takes place 72 hours after the event")
TRIM_AFTER_A_MONTH = MDWIKI_TRIM.at("a second interview follows after about a month")
TRIM_TO_A_PROFESSIONAL = MDWIKI_TRIM.at(
    "anybody who still struggles at the second interview is helped to see a professional"
)
STRONGMIND = Source(
    author="Strongmind Resilience",
    title="TRiM: an overview",
    address="https://strongmindresilience.co.uk/courses/trim-trauma-risk-management-an-overview/",
    evidence=Evidence.GUIDANCE,
)
TRIM_PLANNED = STRONGMIND.at("a planning meeting in the first 24 to 48 hours agrees who was involved and what is done")
AMPUTEE_COALITION_RECERTIFICATION = Source(
    author="Amputee Coalition",
    title="Peer visitor recertification",
    address="http://www.amputee-coalition.org/peer-visitor-recertification-now-available/",
    evidence=Evidence.PRACTICE,
)
AMPUTEE_COALITION_TWO_YEARS = AMPUTEE_COALITION_RECERTIFICATION.at("visitors are certified again every two years")
AMPUTEE_COALITION_FOUR_YEARS = AMPUTEE_COALITION_RECERTIFICATION.at(
    "the check on a visitor's background is done again every four years"
)
