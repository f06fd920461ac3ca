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
IMH_IMROC = Source(
    author="Institute of Mental Health and ImROC",
    title="Peer Support Worker training (slides)",
    address="https://imroc.org/why-imroc/peer-support/",
    evidence=Evidence.GUIDANCE,
)
SCHOOLS_WEEK = Source(
    author="Schools Week",
    title="Six steps for delivering a mental health peer support programme",
    address="https://schoolsweek.co.uk/six-steps-for-delivering-a-mental-health-peer-support-programme",
    evidence=Evidence.OPINION,
)
LISTENERS_TRAINED = Source(
    author="The Guardian",
    title="On prisoners who become Listeners",
    year=2002,
    address="http://www.theguardian.com/society/2002/aug/03/publicvoices",
    evidence=Evidence.PRACTICE,
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
MENTOR_TRAINING = Source(
    author="MENTOR",
    title="Training, in Starting a Youth Mentoring Program",
    address="https://www.mentoring.org/program-resources/starting-youth-mentoring-program/training/",
    evidence=Evidence.GUIDANCE,
)
NMRC_TRAINING = Source(
    author="National Mentoring Resource Center",
    title="Pre-match mentor training",
    address=(
        "https://nationalmentoringresourcecenter.org/index.php/what-works-in-mentoring/"
        "reviews-of-mentoring-practices.html?id=108"
    ),
    evidence=Evidence.RESEARCH,
)

# Quality standards and guidance. The excerpts read of them say what is cited, and no more is claimed.
APPROVED_PROVIDER = Source(
    author="NCVO",
    title="Approved Provider Standard",
    address="https://www.ncvo.org.uk/practical-support/quality-and-standards/approved-provider-standard",
    evidence=Evidence.GUIDANCE,
)
OCCUPATIONAL_STANDARD = Source(
    author="Skills for Justice",
    title="National occupational standard SFJ HF37: develop and embed mentoring and befriending policies and practice",
    address="https://docsbay.net/sfj-hf37develop-and-embed-mentoring-befriending-policies-and-practice1",
    evidence=Evidence.GUIDANCE,
)
LERO_STANDARDS = Source(
    author="CLERO",
    title="National LERO Standards",
    address="https://www.clero.co.uk/clero-standards",
    evidence=Evidence.GUIDANCE,
)
SAMHSA_AREAS = Source(
    author="PsychU",
    title="SAMHSA unveils national model standards for peer support certification",
    address=(
        "https://psychu.org/samhsa-unveils-national-model-standards-for-peer-support-certification/"
        "?collection_id=1053482"
    ),
    evidence=Evidence.GUIDANCE,
)
SAMHSA_ATTESTATION = Source(
    author="Vermont Psychiatric Survivors",
    title="on SAMHSA's national model standards for peer support certification",
    address="https://vermontpsychiatricsurvivors.org/?p=2550",
    evidence=Evidence.GUIDANCE,
)
SAMHSA_SUPERVISORS = Source(
    author="CAL-SMI",
    title="What are SAMHSA's national model standards for peer support certification?",
    address=(
        "https://cali-smi.launchpaddev.com/knowledge_post/"
        "what-are-samhsas-national-model-standards-for-peer-support-certification"
    ),
    evidence=Evidence.GUIDANCE,
)
COUNSELOR = Source(
    author="Counselor Magazine",
    title="Supervising the peer workforce while observing professional scope boundaries",
    address=(
        "https://counselormagazine.com/article/"
        "supervising-the-peer-workforce-while-observing-professional-scope-boundaries"
    ),
    evidence=Evidence.OPINION,
)
PEERS_FOR_PROGRESS = Source(
    author="Peers for Progress",
    title="Ongoing monitoring, supervision and support",
    address="https://peersforprogress.org/resource-guide/ongoing-monitoring-supervision-and-support/",
    evidence=Evidence.GUIDANCE,
)
PEER_VOLUNTEERS_TRAINING = Source(
    author="Peer volunteers guide",
    title="Training peer volunteers",
    address="https://peervols.russellwebster.com/training-peer-volunteers/",
    evidence=Evidence.GUIDANCE,
)
PEER_VOLUNTEERS_SUPPORT = Source(
    author="Peer volunteers guide",
    title="Supporting peer volunteers",
    address="https://peervols.russellwebster.com/supporting-peer-volunteers/",
    evidence=Evidence.RESEARCH,
)
DDN_SUPPORT = Source(
    author="Drink and Drugs News",
    title="September 2023, page 11 (on a consultation of OHID)",
    year=2023,
    address="https://viewer.joomag.com/ddn-september-2023-ddn-september-2023-v2/0786284001693824070/p11",
    evidence=Evidence.RESEARCH,
)
APPRENTICESHIP = Source(
    author="PIER Training",
    title="Level 3 Peer Worker",
    address="https://piertraining.co.uk/l3-peer-worker",
    evidence=Evidence.GUIDANCE,
)
REFERRAL_STANDARD = Source(
    author="PRSB",
    title="Social Prescribing Information Standard",
    address="https://theprsb.org/standards/social-prescribing-standard/",
    evidence=Evidence.GUIDANCE,
)

# The network of referral and support.
OPEN_REFERRAL = Source(
    author="Open Referral UK",
    title="Compliance criteria",
    address="https://openreferraluk.org/developers/compliance",
    evidence=Evidence.GUIDANCE,
)
ALCOHOL_GUIDELINES = Source(
    author="UK clinical guidelines for alcohol treatment",
    title="6. Recovery support services and lived experience initiatives",
    address=(
        "https://www.gov.uk/guidance/clinical-guidelines-for-alcohol-treatment/"
        "6-recovery-support-services-and-lived-experience-initiatives"
    ),
    evidence=Evidence.GUIDANCE,
)
TRIM_TEAMS = Source(
    author="March on Stress",
    title="TRiM: frequently asked questions",
    address="https://www.marchonstress.com/index.php/page/p/trim_faqs",
    evidence=Evidence.GUIDANCE,
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
RM = Source(
    author="RM",
    title="Building a safe and successful mentoring programme",
    year=2017,
    address="https://www.rm.com/blog/2017/february/building-a-safe-and-successful-mentoring-programme",
    evidence=Evidence.GUIDANCE,
)

# Safety, money and data.
TRUSTEES = Source(
    author="Charity Commission",
    title="Safeguarding duties for charity trustees",
    address="https://www.gov.uk/guidance/safeguarding-duties-for-charity-trustees",
    evidence=Evidence.GUIDANCE,
)
POSITIVELY_UK = Source(
    author="Positively UK",
    title="Structuring your project",
    address="https://positivelyuk.org/project-100-2/project-100-starting-your-own-project/structuring-your-project/",
    evidence=Evidence.GUIDANCE,
)
STOCKTON = Source(
    author="Stockton Volunteers",
    title="Volunteer expenses",
    address=(
        "https://www.stocktonvolunteers.co.uk/kitemark/the-award-for-good-practice-in-volunteering/volunteer-expenses/"
    ),
    evidence=Evidence.GUIDANCE,
)
KIRKLEES = Source(
    author="Volunteering Kirklees",
    title="Out of pocket expenses",
    address="http://volunteeringkirklees.org.uk/organisations/know-how-1-toolkit/out-of-pocket-expenses/",
    evidence=Evidence.GUIDANCE,
)
ICO_OFFENCES = Source(
    author="Information Commissioner's Office",
    title="What are the conditions for processing criminal offence data?",
    address="https://ico.org.uk/for-organisations/criminal-offence-data/what-are-the-conditions-for-processing/",
    evidence=Evidence.GUIDANCE,
)
ICO_SAFEGUARDS = Source(
    author="Information Commissioner's Office",
    title="Our processing of special categories of personal data and criminal offence data (its own policy document)",
    address=(
        "https://ico.org.uk/about-the-ico/our-information/safeguards-policy/"
        "policy-document-our-processing-of-special-categories-of-personal-data-and-criminal-offence-data"
    ),
    evidence=Evidence.GUIDANCE,
)
SAVVI = Source(
    author="SAVVI",
    title="Information Governance Framework: special category or criminal offence data",
    address="https://coda.io/@savvi/welcome/special-category-or-criminal-offence-data-244",
    evidence=Evidence.GUIDANCE,
)

# The scales of wellbeing.
WEMWBS = Source(
    author="University of Warwick",
    title="Collect, score, analyse and interpret WEMWBS",
    address="https://warwick.ac.uk/fac/sci/med/research/platform/wemwbs/using/howto",
    evidence=Evidence.GUIDANCE,
)
SWEMWBS_SCORING = Source(
    author="University of Warwick",
    title="Guidance on scoring",
    address="https://warwick.ac.uk/fac/med/research/platform/wemwbs/researchers/guidance/",
    evidence=Evidence.GUIDANCE,
)
SWEMWBS_CHANGE = Source(
    author="Health and Quality of Life Outcomes",
    title="Responsiveness of the Short Warwick-Edinburgh Mental Well-Being Scale in a clinical sample",
    year=2018,
    address="https://hqlo.biomedcentral.com/articles/10.1186/s12955-018-1060-2",
    evidence=Evidence.RESEARCH,
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
DBS_CHARITIES = Source(
    author="Disclosure and Barring Service",
    title="DBS guidance leaflet: working with adults in the charity sector and overseas aid organisations",
    address=(
        "https://www.gov.uk/government/publications/dbs-guidance-leaflets/"
        "working-with-adults-in-the-charity-sector-and-overseas-aid-organisations"
    ),
    evidence=Evidence.GUIDANCE,
)
KCSIE_VOLUNTEERS = Source(
    author="Department for Education",
    title="Keeping children safe in education, paragraphs 287 to 291 (copy in a school's staff handbook)",
    address="https://user-s7hizqk.cld.bz/1-General-Information/114",
    evidence=Evidence.GUIDANCE,
)
NHS_HR_TOOLKIT = Source(
    author="NHS HR toolkit",
    title="Employment checks for young people: DBS checks",
    address="https://hr-toolkit.nhsethinkfuture.org/post-offer/faqs-on-employment-checks-for-young-people/dbs-checks/",
    evidence=Evidence.GUIDANCE,
)
CRB_ONLINE = Source(
    author="CRB Online",
    title="Who is eligible to access the DBS service?",
    address="https://crb-online.org.uk/eligibility",
    evidence=Evidence.OPINION,
)
PERSONNEL_CHECKS = Source(
    author="Personnel Checks",
    title="Eligibility advice (adults)",
    address="https://www.personnelchecks.co.uk/info-centre/eligibility-advice-adults/",
    evidence=Evidence.OPINION,
)
CLEARCHECK = Source(
    author="ClearCheck",
    title="Under 18s and DBS checks",
    address="https://clearcheck.co.uk/under-18s-and-dbs-checks/",
    evidence=Evidence.OPINION,
)
AMPUTEE_COALITION = Source(
    author="Amputee Coalition",
    title="Peer visitor recertification",
    address="http://www.amputee-coalition.org/peer-visitor-recertification-now-available/",
    evidence=Evidence.PRACTICE,
)
EQUALITY_ACT = Source(
    author="Parliament of the United Kingdom",
    title="Equality Act 2010",
    year=2010,
    address="https://www.legislation.gov.uk/ukpga/2010/15/contents",
    evidence=Evidence.GUIDANCE,
)
