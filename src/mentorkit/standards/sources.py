"""The works that only the shared standards cite, and places that several of their rules cite."""

from mentorkit.api import Evidence, ReadIn, Source
from mentorkit.works import (
    ALCOHOL_GUIDELINES,
    BRIGHT,
    DBS_TOOL,
    IMH_IMROC,
    RM,
    WIKI_PEER_MENTORING,
    WIKI_PEER_SUPPORT,
    WIKI_RECOVERY_COACHING,
)

NMRC = Source(
    author="National Mentoring Resource Center",
    title="Match support for mentors",
    address=("http://www.nationalmentoringresourcecenter.org/index.php/what-works-in-mentoring/key-topics.html?id=117"),
    evidence=Evidence.RESEARCH,
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

# Online places.
ONLINE_FORUMS = Source(
    author="P. Marshall and others",
    title="Understanding the impacts of online mental health peer support forums: realist synthesis",
    year=2024,
    address="https://mental.jmir.org/2024/1/e55750",
    evidence=Evidence.RESEARCH,
)
MODERATORS_STUDY = Source(
    author="Journal of Technology in Behavioral Science",
    title="The role of moderators in facilitating and encouraging peer-to-peer support in an online mental health "
    "community: a qualitative exploratory study",
    year=2023,
    address="https://doi.org/10.1007/s41347-023-00302-9",
    evidence=Evidence.OPINION,  # a sentence of its introduction, and not what it found
)
NSPA_ONLINE = Source(
    author="National Suicide Prevention Alliance",
    title="Responding to suicidal content online: best-practice guidelines",
    address="https://www.nspa.org.uk/responding-suicidal-content-online/",
    evidence=Evidence.GUIDANCE,
)
LIFELINE_ONLINE = Source(
    author="Zero Attempts",
    title="Best practices for online technologies",
    address="http://www.zeroattempts.org/best-practices.html",
    evidence=Evidence.GUIDANCE,
)
PANDORAS_GUIDELINES = Source(
    author="Pandora's Project",
    title="Pandora's Aquarium community guidelines",
    year=2022,
    address="https://forums.pandys.org/topic/316776-guidelines-please-read/",
    evidence=Evidence.PRACTICE,
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
ICO_SPECIAL = Source(
    author="Information Commissioner's Office",
    title="Special category data: what are the conditions for processing?",
    address=(
        "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/special-category-data/"
        "what-are-the-conditions-for-processing"
    ),
    evidence=Evidence.GUIDANCE,
)
ICO_STORAGE = Source(
    author="Information Commissioner's Office",
    title="Principle (e): storage limitation",
    address=(
        "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/data-protection-principles/"
        "a-guide-to-the-data-protection-principles/storage-limitation"
    ),
    evidence=Evidence.GUIDANCE,
)
ICO_REVIEW = Source(
    author="Information Commissioner's Office",
    title="Accountability framework: review and approval of policies and procedures",
    address="https://ico.org.uk/for-organisations/accountability-framework/policies-and-procedures/review-and-approval/",
    evidence=Evidence.GUIDANCE,
)
DBS_HANDLING = Source(
    author="University of Bristol",
    title="Policy statement on the secure storage, handling, use, retention and disposal of DBS certificates",
    address="http://www.bristol.ac.uk/secretary/legal/dbs/storage/",
    evidence=Evidence.GUIDANCE,
)
ICO_PRINCIPLES = Source(
    author="Information Commissioner's Office",
    title="Principles and definitions (for small organisations)",
    address=(
        "https://ico.org.uk/for-organisations/data-protection-advice-for-small-organisations/"
        "frequently-asked-questions/principles-and-definitions/"
    ),
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
WEMWBS_TOTALS = WEMWBS.at("fourteen answers from 1 to 5 add up to a total from 14 to 70")
SWEMWBS_ANSWERS = Source(
    author="What Works Centre for Wellbeing",
    title="Measures bank: Shorter Warwick-Edinburgh Mental Wellbeing Scale (SWEMWBS)",
    address="https://measure.whatworkswellbeing.org/measures-bank/swemwbs/",
    evidence=Evidence.GUIDANCE,
    read_in=ReadIn.PRIMARY,
).at("seven answers from 1 (none of the time) to 5 (all of the time)")
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
DBS_CHARITIES = Source(
    author="Disclosure and Barring Service",
    title="DBS guidance leaflet: working with adults in the charity sector and overseas aid organisations",
    address=(
        "https://www.gov.uk/government/publications/dbs-guidance-leaflets/"
        "working-with-adults-in-the-charity-sector-and-overseas-aid-organisations"
    ),
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
CLEARCHECK = Source(
    author="ClearCheck",
    title="Under 18s and DBS checks",
    address="https://clearcheck.co.uk/under-18s-and-dbs-checks/",
    evidence=Evidence.OPINION,
)
EQUALITY_ACT = Source(
    author="Parliament of the United Kingdom",
    title="Equality Act 2010",
    year=2010,
    address="https://www.legislation.gov.uk/ukpga/2010/15/contents",
    evidence=Evidence.GUIDANCE,
)

# Places that several rules cite.
WHO_IS_THERE = ALCOHOL_GUIDELINES.at("keyworkers know which services and what support there are nearby")
RESOURCES = APPROVED_PROVIDER.at("2 of 10: an appropriate level of resources")
ARTICLE_9 = SAVVI.at("special category data take one of the conditions of Article 9, citing the ICO")
TOLD_BACK = REFERRAL_STANDARD.at("a summary goes back to the person who made the referral, and to the GP")
LATE_EFFECTS = BRIGHT.at("what it changes may show only half a year later, or a year", Evidence.OPINION)
THEIRS_TO_DECIDE = WIKI_PEER_SUPPORT.at("people decide about their own lives")
EVERYBODY_SAFE = APPROVED_PROVIDER.at("3 of 10: staff, those supported and mentors are all to be safe")
STEADY_PROCESS = APPROVED_PROVIDER.at("9 of 10: people are matched by a clear and steady process")
ROUTE = RM.at("the way up for a concern is plain to mentors")
CLEAR_WAY = TRUSTEES.at("charities have a clear way of reporting to the agencies concerned")
REFERRAL_IS_CLEAR = APPROVED_PROVIDER.at("4 of 10: how people are found for the project and referred is clear")
UNMODERATED = MODERATORS_STUDY.at("places that nobody moderates can harm those who use them")
RIGHT_TIME = NSPA_ONLINE.at("the right answer at the right time can save a life")
WITHIN_A_DAY = LIFELINE_ONLINE.at("platforms answer reports of suicidal content within 24 hours, 12 hours or at once")
WHICH_CHECK = DBS_TOOL.at("says which level of check a role may ask for, in England and Wales")
FIRST_HOURS = WIKI_RECOVERY_COACHING.at("the first hours after an overdose are dangerous, and an opportunity")
ANY_HOUR = PEERS_FOR_PROGRESS.at("peer supporters have somebody behind them day and night")
EARLY = BRIGHT.at("mentors can reach people early, before things get worse")
NO_OWN_DATA = BRIGHT.at("neither service in the study kept data on its mentoring")
MONITORED = WIKI_PEER_MENTORING.at("results are watched to see whether the objectives are met")
SUITABLE = TRUSTEES.at("trustees have people checked as suitable for their roles")
EMPLOY_THEN_TRAIN = IMH_IMROC.at("some employ people and then train them; good practice is to train first")
ONGOING = PEER_VOLUNTEERS_TRAINING.at("training goes on, and is not over after one course")
SUPERVISION_NEEDED = BRIGHT.at("there should be no peer mentoring without good supervision", Evidence.OPINION)
BY_STAFF = BRIGHT.at("formal sessions with somebody on the staff who has more experience")
UNRELIABLE = WIKI_PEER_MENTORING.at("students who mentor may guide others unreliably")
THIRTY_TWICE = WEMWBS.at("a rule of thumb: thirty people or more, each asked at two points in time")
FIXED_IN_ADVANCE = WIKI_PEER_MENTORING.at("how many meetings there are, and over what time, is fixed in advance")
LOOKED_AT_REGULARLY = APPROVED_PROVIDER.at("10 of 10: relationships are looked at regularly, for progress and outcomes")
CONTACT_A_MONTH = WIKI_PEER_MENTORING.at(
    "pairs are in contact from about once a month to three or four times a month and more"
)
SUPPLY_KEEPS_UP = BRIGHT.at("the supply of mentors has to keep up", Evidence.OPINION)
