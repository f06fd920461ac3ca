"""The works that only this sector cites, and places that several of its rules cite."""

from mentorkit.api import Evidence, Source
from mentorkit.works import BRIGHT

JOLLIFFE_FARRINGTON = Source(
    author="D. Jolliffe and D. P. Farrington",
    title="A rapid evidence assessment of the impact of mentoring on re-offending",
    year=2007,
    address="https://www.ncjrs.gov/App/Publications/abstract.aspx?ID=240587",
    evidence=Evidence.RESEARCH,
)
TAYLOR = Source(
    author="J. Taylor and others (RAND Europe)",
    title="Intermediate outcomes of mentoring interventions: a rapid evidence assessment",
    year=2013,
    address="https://www.rand.org/pubs/external_publications/EP67821.html",
    evidence=Evidence.RESEARCH,
)
WHAT_WORKS = Source(
    author="What Works Centre for Crime Reduction (College of Policing)",
    title="Mentoring",
    address="http://whatworks.college.police.uk/toolkit/Pages/Intervention.aspx?InterventionID=44",
    evidence=Evidence.RESEARCH,
)
IOMI_REPORT = Source(
    author="University of South Wales",
    title="Developing a toolkit to measure intermediate outcomes to reduce reoffending (IOMI)",
    address="https://pure.southwales.ac.uk/en/publications/developing-a-toolkit-to-measure-intermediate-outcomes-to-reduce-r",
    evidence=Evidence.RESEARCH,
)
NHS_LIAISON = Source(
    author="NHS England",
    title="Liaison and Diversion: peer support",
    address="https://www.england.nhs.uk/commissioning/health-just/liaison-and-diversion/news/peer-support/",
    evidence=Evidence.GUIDANCE,
)
RAR_GUIDANCE = Source(
    author="GOV.UK",
    title="The rehabilitation activity requirement in probation: guidance",
    address="https://www.gov.uk/government/publications/the-rehabilitation-activity-requirement-in-probation/rar-guidance",
    evidence=Evidence.GUIDANCE,
)
SENTENCING_COUNCIL = Source(
    author="Sentencing Council",
    title="Imposition of community and custodial sentences: rehabilitation activity requirement (draft)",
    address="https://sentencingcouncil.org.uk/droppable/item/imposition-rar",
    evidence=Evidence.GUIDANCE,
)
HMPPS_EAST = Source(
    author="HMPPS",
    title="In-house peer mentoring in the East of England probation region",
    address="https://www.gov.uk/government/publications/in-house-peer-mentoring-in-the-east-of-england-probation-region",
    evidence=Evidence.PRACTICE,
)
VOICE_FOR_CONS = Source(
    author="Voice for Cons (blog)",
    title="On the HMPPS framework for risk-assessed access",
    year=2026,
    address="http://voiceforcons.blogspot.com/2026/03/new-vetting-guidelines-ban-many-ex.html",
    evidence=Evidence.OPINION,
)
WRITTEN_QUESTION = Source(
    author="Ministry of Justice",
    title="Answer to written question 28199",
    year=2025,
    address="https://parallelparliament.co.uk/question/28199/criminal-proceedings-training",
    evidence=Evidence.GUIDANCE,
)
DATA_LAB = Source(
    author="R. Webster",
    title="On the Justice Data Lab of the Ministry of Justice",
    address="http://www.russellwebster.com/will-the-data-lab-does-us-justice/",
    evidence=Evidence.GUIDANCE,
)
PACT = Source(
    author="Pact (Prison Advice and Care Trust)",
    title="Through the Gate mentoring",
    address="https://www.prisonadvice.org.uk/through-the-gate-mentoring",
    evidence=Evidence.PRACTICE,
)
BGSW_CRC = Source(
    author="Bristol, Gloucestershire, Somerset and Wiltshire Community Rehabilitation Company",
    title="Mentoring",
    address="http://bgswcrc.co.uk/content/view/mentoring",
    evidence=Evidence.PRACTICE,
)
MERSEYSIDE_CRC = Source(
    author="Merseyside Community Rehabilitation Company",
    title="Peer mentors helping prisoners through the gate",
    address="http://www.merseysidecrc.co.uk/peer-mentors-helping-prisoners-gate/",
    evidence=Evidence.PRACTICE,
)
ST_GILES = Source(
    author="National Lottery Good Causes",
    title="St Giles Trust Peer Advisors",
    address="http://www.lotterygoodcauses.org.uk/project/st-giles-trust-peer-advisors",
    evidence=Evidence.PRACTICE,
)
LISTENERS_DARTMOOR = Source(
    author="Samaritans of Plymouth, East Cornwall and South West Devon",
    title="Dartmoor prison",
    address="https://www.samaritans.org/branches/samaritans-plymouth-east-cornwall-and-south-west-devon/dartmoor-prison",
    evidence=Evidence.PRACTICE,
)
LISTENERS_SCOTLAND = Source(
    author="Scottish Prison Service",
    title="Listener scheme",
    address="http://www.sps.gov.uk/Corporate/News/News-8595.aspx?text=small",
    evidence=Evidence.PRACTICE,
)

# Places that several rules cite.
PRINCES_TRUST = BRIGHT.at("the Prince's Trust mentors for six months, from prison on, 2011", Evidence.PRACTICE)
LAST_WEEKS = PACT.at("people are referred in the last six to twelve weeks of the sentence")
