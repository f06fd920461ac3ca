"""The works on children and people at risk that the shared standards cite, and places of them.

Each was read in part, and says what is cited. None of it is legal advice: the Acts themselves were not read.
"""

from mentorkit.api import Evidence, Source

NSPCC_LONE_WORKING = Source(
    author="NSPCC Learning",
    title="Lone working",
    year=2022,
    address="https://learning.nspcc.org.uk/safeguarding-child-protection/lone-working",
    evidence=Evidence.GUIDANCE,
)
NSPCC_ONLINE = Source(
    author="NSPCC Learning",
    title="Online safety for organisations and groups",
    address="https://learning.nspcc.org.uk/safeguarding-child-protection/online-safety-for-organisations-and-groups/",
    evidence=Evidence.GUIDANCE,
)
NSPCC_WHISTLEBLOWING = Source(
    author="NSPCC",
    title="Whistleblowing Advice Line",
    address=(
        "https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/dedicated-helplines/whistleblowing-advice-line/"
    ),
    evidence=Evidence.GUIDANCE,
)
PROTECT = Source(
    author="Protect",
    title="Complaints and improving our service (on its advice line)",
    address="https://protect-advice.org.uk/complaints-and-improving-our-service/",
    evidence=Evidence.GUIDANCE,
)
KCSIE_AVAILABLE = Source(
    author="Department for Education",
    title="Keeping children safe in education, Part two and Annex B (a copy of an earlier edition)",
    address="https://online.flipbuilder.com/ruih/lrev/files/basic-html/page62.html",
    evidence=Evidence.GUIDANCE,
)
SAFE_NETWORK = Source(
    author="Safe Network",
    title="Managing staff allegations",
    address="http://www.safenetwork.org.uk/help_and_advice/Pages/managing_staff_allegations.aspx",
    evidence=Evidence.GUIDANCE,
)
NATIONAL_YOUTH_AGENCY = Source(
    author="National Youth Agency",
    title="Informed consent",
    address="https://www.nya.org.uk/safeguarding-asset/informed-consent/",
    evidence=Evidence.GUIDANCE,
)
OPEN_UNIVERSITY_CONSENT = Source(
    author="The Open University",
    title="Applying social work skills: consent",
    address=(
        "https://modules.oc4d.org/219cc220-30de-40c5-9c1d-8d4306e0ce50/"
        "applying_social_work%20for%20children%20/Items/x_8_k271_3_3_2.html"
    ),
    evidence=Evidence.REVIEW,
)
DISCLOSURE_SCOTLAND = Source(
    author="Disclosure Scotland",
    title="Regulated roles and the PVG scheme",
    year=2025,
    address="https://www.disclosure.gov.scot/news/2025/02/regulated-roles-and-pvg",
    evidence=Evidence.GUIDANCE,
)
RDA_SCOTLAND = Source(
    author="Riding for the Disabled Association",
    title="PVG scheme",
    address="https://myrda.org.uk/runningyourgroup/safeguarding/pvg-scheme",
    evidence=Evidence.GUIDANCE,
)
ACCESSNI = Source(
    author="Department of Justice, Northern Ireland",
    title="Regulated activity and enhanced checks",
    address="https://www.justice-ni.gov.uk/articles/regulated-activity-and-enhanced-checks",
    evidence=Evidence.GUIDANCE,
)
FOSTERING_NETWORK = Source(
    author="The Fostering Network",
    title="Criminal record checks in Northern Ireland",
    address=(
        "https://thefosteringnetwork.org.uk./policy-practice/practice-information/criminal-record-checks/"
        "criminal-record-checks-in-northern"
    ),
    evidence=Evidence.GUIDANCE,
)
PRISON_VETTING = Source(
    author="Unlock",
    title="Recruiting people with criminal records to work in prisons",
    address="https://recruit.unlock.org.uk/knowledgebase/prison-vetting/",
    evidence=Evidence.GUIDANCE,
)
WALES_ALLEGATIONS = Source(
    author="Wales Safeguarding Procedures",
    title="Safeguarding allegations about practitioners and those in positions of trust",
    address="https://safeguarding.wales/en/adu-i/adu-i-a5/a5-p3",
    evidence=Evidence.GUIDANCE,
)
CATCH22_GANGS = Source(
    author="Catch22",
    title="Gangs in prison: the nature and impact of gang involvement among prisoners (as its publisher sums it up)",
    year=2014,
    address="https://www.catch-22.org.uk/news/dawes-unit-launches-report-gangs-in-prison/",
    evidence=Evidence.RESEARCH,
)
THAMESIDE = Source(
    author="The Guardian",
    title="The jail that has reduced violence by helping inmates escape from the gang",
    year=2014,
    address="https://www.theguardian.com/society/2014/nov/19/gang-violence-young-offender-institutes-prisons",
    evidence=Evidence.PRACTICE,
)

TWO_ADULTS = NSPCC_LONE_WORKING.at("in most situations at least two adults are there when people work with children")
REGULAR_CONTACT = FOSTERING_NETWORK.at("an enhanced check for any position with regular contact with children")
PVG_REQUIRED = DISCLOSURE_SCOTLAND.at("since 1 April 2025 the law asks everybody in a regulated role to be a member")
LEVELS_IN_SCOTLAND = RDA_SCOTLAND.at(
    "since 1 April 2025: Level 1, Level 2, Level 2 with barred lists, and the PVG scheme"
)
NATION_CHECKS = ACCESSNI.at("in Northern Ireland AccessNI checks; barred lists only for regulated activity")
VETTED = PRISON_VETTING.at("organisations make their own checks, and the prison service vets who works in a prison")
LEAD_AVAILABLE = KCSIE_AVAILABLE.at("the lead or a deputy is always available at the hours of the school")
LEAD_REFERS = KCSIE_AVAILABLE.at("the lead refers suspected abuse to the local authority's children's social care")
WITHIN_A_WORKING_DAY = SAFE_NETWORK.at("the local authority is told of an allegation within one working day")
ANOTHER_OFFICER = SAFE_NETWORK.at("if it is about a senior member of staff, another designated officer is told")
EVERYBODY_WHO_WORKS = WALES_ALLEGATIONS.at(
    "volunteers and staff alike, whom children and adults at risk are kept safe from"
)
ORGANISATION_ACCOUNTS = NSPCC_ONLINE.at(
    "adults write to children from accounts of the organisation, never from their own"
)
OBSERVED = NSPCC_ONLINE.at("live contact takes place where a trusted adult can see it")
PARENTS_CONSENT = NATIONAL_YOUTH_AGENCY.at("for those under 18 parents or carers consent, once they know the risks")
GILLICK = OPEN_UNIVERSITY_CONSENT.at("Gillick: what parents decide gives way as a child becomes able to decide")
SIXTEEN_IN_SCOTLAND = OPEN_UNIVERSITY_CONSENT.at("Age of Legal Capacity (Scotland) Act 1991: capacity from 16 on")
LINE_OUTSIDE = NSPCC_WHISTLEBLOWING.at("people concerned about their own organisation can ask the NSPCC in confidence")
PROTECT_ADVISES = PROTECT.at("confidential advice on abuse in care and other wrongdoing at work")
GANGS_APART = THAMESIDE.at("new arrivals are seen within 12 hours, and members of hostile gangs kept apart")
GANGS_ESCALATE = CATCH22_GANGS.at("conflict between gangs grows quickly, as more prisoners show loyalty")
