"""The works that only this sector cites, and places that several of its rules cite."""

from mentorkit.api import Evidence, ReadIn, Source

IMROC_THEORY = Source(
    author="J. Repper (ImROC)",
    title="Peer support workers: theory and practice",
    year=2013,
    address="https://imroc.org/resource/5-peer-support-workers-theory-and-practice/",
    evidence=Evidence.GUIDANCE,
)
IMROC_GUIDE = Source(
    author="ImROC",
    title="Peer support workers: a practical guide to implementation",
    year=2013,
    address="https://imroc.org/resource/7-peer-support-workers-a-practical-guide-to-implementation/",
    evidence=Evidence.GUIDANCE,
)
IMROC_TRAINING = Source(
    author="ImROC",
    title="Peer Support Training",
    address="https://imroc.org/?s=peer+support&post_type=resources",
    evidence=Evidence.PRACTICE,
)
IMROC_PEER_SUPPORT = Source(
    author="ImROC",
    title="Peer Support",
    address="https://imroc.org/why-imroc/peer-support/",
    evidence=Evidence.GUIDANCE,
)
NAPS = Source(
    author="National Association of Peer Supporters",
    title="National Practice Guidelines for Peer Specialists and Supervisors",
    address="https://vdocuments.net/national-practice-guidelines-for-peer-specialists-and-ratified-by-peer-supporters.html",
    evidence=Evidence.GUIDANCE,
)
CASAT = Source(
    author="CASAT (University of Nevada, Reno)",
    title="Practice Guidelines for Peer Support Specialists",
    address="https://www.mycasat.org/topic/13840-2/",
    evidence=Evidence.GUIDANCE,
)
COMPETENCES = Source(
    author="peersupport.org.uk",
    title="Competences for organisations",
    address="https://peersupport.org.uk/competencies",
    evidence=Evidence.GUIDANCE,
)
HEE_SUPPORTING = Source(
    author="Health Education England",
    title="The Competence Framework for Mental Health Peer Support Workers, Part 1 (as quoted at Hodges Model)",
    year=2020,
    address="https://hodges-model.blogspot.com/2020/10",
    evidence=Evidence.GUIDANCE,
)
HEE_COMPETENCES = Source(
    author="Health Education England",
    title="The Competence Framework for Mental Health Peer Support Workers, Part 2",
    year=2020,
    address="https://fdokumen.com/files/the-competence-framework-for-mental-health-peer-support-.html",
    evidence=Evidence.GUIDANCE,
)
NICE_PSYCHOSIS = Source(
    author="National Institute for Health and Care Excellence",
    title="Psychosis and schizophrenia in adults (CG178), information for the public",
    address="https://www.nice.org.uk/guidance/cg178/ifp/chapter/Peer-support-and-self-management",
    evidence=Evidence.GUIDANCE,
)
ENRICH_TRIAL = Source(
    author="ENRICH trial, Lancet Psychiatry",
    title="Peer support for discharge from inpatient to community mental health care",
    year=2022,
    address="https://www.thelancet.com/journals/lanpsy/article/PIIS2215-0366(21)00398-9/fulltext",
    evidence=Evidence.RESEARCH,
)
ENRICH_PROGRAMME = Source(
    author="ENRICH programme (NIHR)",
    title="Peer support for discharge from inpatient to community mental health care: research programme (abstract)",
    address="https://pubmed.gov/38127694/",
    evidence=Evidence.RESEARCH,
)
ARC_YH = Source(
    author="NIHR Applied Research Collaboration Yorkshire and Humber",
    title="Why the NHS recommends ReQoL-10 for community mental health services",
    address=(
        "https://arc-yh.nihr.ac.uk/resources/blogs/"
        "why-the-nhs-recommends-recovering-quality-of-life-reqol-10-for-use-in-community-mental-health-services/"
    ),
    evidence=Evidence.GUIDANCE,
)

# The tools that MHL604 names.
REQOL_10_TOTALS = Source(
    author="M. Franklin and others",
    title=(
        "Psychometric assessment of EQ-5D-5L and ReQoL measures in patients with anxiety and depression: construct "
        "validity and responsiveness"
    ),
    year=2021,
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC8034045/",
    evidence=Evidence.RESEARCH,
    read_in=ReadIn.EXTRACT,
).at("ten answers from 0 to 4; 0 is the worst total, and 40 the best")
GBO_SCORES = Source(
    author="Child Outcomes Research Consortium",
    title=(
        "New research allows us to be increasingly confident that measuring goal progress is a robust way of assessing "
        "change"
    ),
    address=(
        "https://www.corc.uk.net/news-and-blogs/new-research-allows-us-to-be-increasingly-confident-that-measuring-"
        "goal-progress-is-a-robust-way-of-assessing-change/"
    ),
    evidence=Evidence.GUIDANCE,
    read_in=ReadIn.EXTRACT,
).at("progress towards a goal goes from 0 to 10")
DIALOG_MEANS = Source(
    author="East London NHS Foundation Trust",
    title="DIALOG scale",
    address="https://dialog.elft.nhs.uk/DIALOG-scale",
    evidence=Evidence.GUIDANCE,
    read_in=ReadIn.PRIMARY,
).at("the score is the mean of answers from 1 to 7; below four is dissatisfied, above four satisfied")

# Places that several rules cite.
FROM_ADMISSION_ON = ENRICH_TRIAL.at("support began during the admission and went on for four months after discharge")
