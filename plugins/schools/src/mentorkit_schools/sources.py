"""The works that only this sector cites, and places that several of its rules cite."""

from mentorkit.api import Evidence, Source
from mentorkit.works import SCHOOLS_WEEK, WIKI_PEER_MENTORING

# MENTOR (United States), Elements of Effective Practice for Mentoring (EEPM), fifth edition of 2025. Of its sixteen
# elements only these were read; of the fourth edition and its training hours nothing is confirmed here.
EEPM_DESIGN = Source(
    author="MENTOR",
    title="Elements of Effective Practice for Mentoring, 5th edition, element 02: Strong Program Design",
    year=2025,
    address="https://eepm.mentoring.org/?p=740",
    evidence=Evidence.GUIDANCE,
)
EEPM_SCREENING = Source(
    author="MENTOR",
    title="Elements of Effective Practice for Mentoring, 5th edition, element 06: Mentor Screening and Enrollment",
    year=2025,
    address="https://eepm.mentoring.org/element/mentor-screening-and-enrollment/",
    evidence=Evidence.GUIDANCE,
)
EEPM_MATCHING = Source(
    author="MENTOR",
    title="Elements of Effective Practice for Mentoring, 5th edition, element 09: Establishing Mentoring Relationships",
    year=2025,
    address="https://eepm.mentoring.org/element/establishing-mentoring-relationships/",
    evidence=Evidence.GUIDANCE,
)
EEPM_SUPPORT = Source(
    author="MENTOR",
    title="Elements of Effective Practice for Mentoring, 5th edition, element 11: Supporting Mentoring Relationships",
    year=2025,
    address="https://eepm.mentoring.org/element/supporting-mentoring-relationships/",
    evidence=Evidence.GUIDANCE,
)
EEPM_CLOSURE = Source(
    author="MENTOR",
    title=(
        "Elements of Effective Practice for Mentoring, 5th edition, element 12: Relationship Celebration and "
        "Program Exit"
    ),
    year=2025,
    address="https://eepm.mentoring.org/?p=750",
    evidence=Evidence.GUIDANCE,
)
EEPM_STAFFING = Source(
    author="MENTOR",
    title="Elements of Effective Practice for Mentoring, 5th edition, element 13: Program Leadership and Staffing",
    year=2025,
    address="https://eepm.mentoring.org/element/program-leadership-and-staffing/",
    evidence=Evidence.GUIDANCE,
)
EEPM_EVALUATION = Source(
    author="MENTOR",
    title="Elements of Effective Practice for Mentoring, 5th edition, element 16: Program Evaluation",
    year=2025,
    address="https://eepm.mentoring.org/element/program-evaluation/",
    evidence=Evidence.GUIDANCE,
)
EEPM_RELEASE = Source(
    author="MENTOR",
    title="MENTOR Releases 5th Edition of the Elements of Effective Practice for Mentoring (press release)",
    year=2025,
    address=(
        "http://business.borgernewsherald.com/borgernewsherald/article/"
        "accwirecq-2025-1-13-mentor-releases-5th-edition-of-the-elements-of-effective-practice-for-"
        "mentoringtm-highlighting-new-evidence-based-recommendations-for-mentoring-programs"
    ),
    evidence=Evidence.GUIDANCE,
)

# Older pages of MENTOR, from before the fifth edition.
MENTOR_SCREENING = Source(
    author="MENTOR",
    title="Screening",
    address="https://www.mentoring.org/resource/screening",
    evidence=Evidence.GUIDANCE,
)
MENTOR_MONITORING = Source(
    author="MENTOR",
    title="Starting a Youth Mentoring Program: Monitoring",
    address="http://www.mentoring.org/program-resources/starting-youth-mentoring-program/monitoring/",
    evidence=Evidence.GUIDANCE,
)
MENTOR_GOOD_START = Source(
    author="MENTOR",
    title="Building Your Capacity for Match Support 2: Getting Matches Off to a Good Start",
    address=(
        "https://www.mentoring.org/resource/"
        "building-your-capacity-for-match-support-2-getting-matches-off-to-a-good-start"
    ),
    evidence=Evidence.GUIDANCE,
)
MENTOR_GLOSSARY = Source(
    author="MENTOR",
    title="Elements and Toolkits (glossary)",
    address="http://www.mentoring.org/program_resources/elements_and_toolkits",
    evidence=Evidence.GUIDANCE,
)
MSU_EXTENSION = Source(
    author="Michigan State University Extension, with MENTOR",
    title="What should a case manager do once the mentoring match has been made?",
    address="https://www.canr.msu.edu/news/what_should_a_case_manager_do_once_the_mentoring_match_has_been_made",
    evidence=Evidence.GUIDANCE,
)
YOUTHBUILD = Source(
    author="YouthBuild Mentoring Alliance",
    title="Training Your Mentors",
    address="http://youthbuildmentoringalliance.org/content/training-your-mentors",
    evidence=Evidence.GUIDANCE,
)
ONTARIO_SCREENING = Source(
    author="Ontario Mentoring Coalition",
    title="Selecting and Screening Mentors",
    address=(
        "https://ontariomentoringcoalition.ca/mentoringyouthfacingbarriers/"
        "effective-mentoring-program-components-implementation/selecting-screening-mentors/"
    ),
    evidence=Evidence.GUIDANCE,
)
ONTARIO_CLOSURE = Source(
    author="Ontario Mentoring Coalition",
    title="Closing The Match and Re-Matching",
    address=(
        "https://ontariomentoringcoalition.ca/mentoringyouthfacingbarriers/"
        "effective-mentoring-program-components-implementation/closing-match-re-matching/"
    ),
    evidence=Evidence.GUIDANCE,
)
ALBERTA_CLOSURE = Source(
    author="Alberta Mentoring Partnership",
    title="Match Closure",
    address="https://albertamentors.ca/peer-mentoring/match-closure/",
    evidence=Evidence.GUIDANCE,
)
IMENTOR_CLOSURE = Source(
    author="iMentor",
    title="Taking the right steps for healthy closure",
    address="https://partners.imentor.org/help/taking-the-right-steps-for-healthy-closure",
    evidence=Evidence.PRACTICE,
)
TIERED_SUPPORT = Source(
    author="The Chronicle of Evidence-Based Mentoring",
    title="Creating tiered levels of support to sustainably reduce coordinator burn-out",
    address=(
        "https://www.evidencebasedmentoring.org/"
        "creating-tiered-levels-of-support-to-sustainably-reduce-coordinator-burn-out/"
    ),
    evidence=Evidence.OPINION,
)
EVERYDAY_MENTOR = Source(
    author="Everyday Mentor",
    title="Don't Disappoint",
    address="https://everydaymentor.org/faq/dont-disappoint/",
    evidence=Evidence.RESEARCH,
)

# Research, and those who rate it.
DUBOIS = Source(
    author="D. L. DuBois and others",
    title="Effectiveness of Mentoring Programs for Youth: a meta-analytic review",
    year=2002,
    address="https://ja.scribd.com/document/235256652/Effectiveness-of-Mentoring-Programs-for-Youth",
    evidence=Evidence.RESEARCH,
)
GROSSMAN_RHODES = Source(
    author="J. B. Grossman and J. E. Rhodes",
    title="The Test of Time: Predictors and Effects of Duration in Youth Mentoring Relationships",
    year=2002,
    address=(
        "https://www.researchgate.net/publication/"
        "11369219_The_Test_of_Time_Predictors_and_Effects_of_Duration_in_Youth_Mentoring_Relationships"
    ),
    evidence=Evidence.RESEARCH,
)
DISHION = Source(
    author="T. J. Dishion, J. McCord and F. Poulin",
    title="When interventions harm: peer groups and problem behavior",
    year=1999,
    address="https://pubmed.ncbi.nlm.nih.gov/10510665/?dopt=Abstract",
    evidence=Evidence.RESEARCH,
)
DODGE = Source(
    author="K. A. Dodge, T. J. Dishion and J. E. Lansford",
    title="Deviant Peer Influences in Intervention and Public Policy for Youth",
    year=2006,
    address=(
        "https://zlibrary.cc/dl/"
        "eric-ed521749-deviant-peer-influences-in-intervention-and-public-policy-for-youth-social-policy-"
        "report-volume-20-number-1"
    ),
    evidence=Evidence.RESEARCH,
)
EARLY_TERMINATION = Source(
    author="US Department of Education, Mentoring Resource Center",
    title="Fact sheet 18: Avoiding Early Match Termination",
    address="https://kipdf.com/avoiding-early-match-termination_5ae7dc387f8b9a0f3d8b457f.html",
    evidence=Evidence.RESEARCH,
)
NMRC_ACTIVITIES = Source(
    author="National Mentoring Resource Center",
    title="Mentor-Mentee Activity Guidance",
    address=(
        "http://www.nationalmentoringresourcecenter.org/index.php/what-works-in-mentoring/"
        "reviews-of-mentoring-practices.html?id=133"
    ),
    evidence=Evidence.RESEARCH,
)
NMRC_PEER_PROGRAMMES = Source(
    author="National Mentoring Resource Center",
    title="Building Effective Peer Mentoring Programs in Schools",
    address=(
        "https://nationalmentoringresourcecenter.org/index.php/what-works-in-mentoring/"
        "resources-for-mentoring-programs.html?id=376"
    ),
    evidence=Evidence.RESEARCH,
)
ASSIST_BLUEPRINTS = Source(
    author="Blueprints for Healthy Youth Development",
    title="A Stop Smoking in Schools Trial (ASSIST)",
    address="https://www.blueprintsprograms.org/a-stop-smoking-in-schools-trial-assist/",
    evidence=Evidence.RESEARCH,
)
ASSIST_CRIMESOLUTIONS = Source(
    author="CrimeSolutions",
    title="ASSIST",
    address="https://crimesolutions.gov/ProgramDetails.aspx?ID=481",
    evidence=Evidence.RESEARCH,
)
CAMP_CHILD_TRENDS = Source(
    author="Child Trends",
    title="Cross-Age Mentoring Program (CAMP)",
    address="https://www.childtrends.org/programs/cross-age-mentoring-program-camp/",
    evidence=Evidence.RESEARCH,
)
CAMP_NREPP = Source(
    author="NREPP",
    title="Cross-Age Mentoring Program (CAMP)",
    address="https://nreppadmin.net/viewintervention_id_356.html",
    evidence=Evidence.RESEARCH,
)

# The United Kingdom.
DFE_PEER_SUPPORT = Source(
    author="Department for Education",
    title="Setting-up and delivering peer support for mental health and wellbeing in schools",
    year=2020,
    address=(
        "https://pdfslide.us/documents/"
        "setting-up-and-delivering-peer-support-for-mental-health-wellbeing-in-schools.html"
    ),
    evidence=Evidence.RESEARCH,
)
FIRS_PRIMARY = Source(
    author="Firs Primary School",
    title="Peer Mentor Programme",
    address="https://firsprimary.derby.sch.uk/peer-mentor-programme",
    evidence=Evidence.PRACTICE,
)
ST_DUNSTANS = Source(
    author="St Dunstan's School",
    title="Peer Mentoring",
    address="http://www.st-dunstans.somerset.sch.uk/students/peer-mentoring/",
    evidence=Evidence.PRACTICE,
)
TES = Source(
    author="Tes",
    title="Lack of teacher time hampers DfE mental health scheme",
    address="https://www.tes.com/news/lack-teacher-time-hampers-dfe-mental-health-scheme",
    evidence=Evidence.RESEARCH,
)
KIDSCAPE = Source(
    author="Kidscape",
    title="article on peer mentoring in Teach Middle East, September and October",
    year=2017,
    address=(
        "https://viewer.joomag.com/teach-middle-east-magazine-sep-oct-2017-issue-1-volume-5/0530229001504552815/p31"
    ),
    evidence=Evidence.GUIDANCE,
)

# Checks on people. The current edition of KCSIE and the texts of the DBS were not read: what rests on them needs a
# person's check, and each rule says so.
KCSIE_COPIES = Source(
    author="Department for Education",
    title="Keeping children safe in education 2022, paragraph 276 (copy)",
    year=2022,
    address="https://issuu.com./fsedesign/docs/keeping_children_safe_in_education_2022/s/16737496",
    evidence=Evidence.GUIDANCE,
)
KCSIE_LEAD = Source(
    author="Department for Education",
    title="Keeping children safe in education, Annex B: role of the designated safeguarding lead (copy)",
    address="https://online.flipbuilder.com/ruih/lrev/files/basic-html/page60.html",
    evidence=Evidence.GUIDANCE,
)
WALES_LEARNERS = Source(
    author="Welsh Government",
    title="Keeping learners safe (as The Safeguarding Company sums it up)",
    year=2021,
    address="https://www.thesafeguardingcompany.com/safeguarding/keeping-learners-safe/",
    evidence=Evidence.GUIDANCE,
)
SCOTTISH_SCHOOL = Source(
    author="Balmullo Primary School, Fife",
    title="Child protection and safeguarding",
    address="https://blogs.glowscotland.org.uk/fi/balmullopns/child-protection",
    evidence=Evidence.PRACTICE,
)
EDUCATION_AUTHORITY = Source(
    author="Education Authority, Northern Ireland",
    title="Safeguarding and Child Protection",
    address="http://www.eani.org.uk/schools/safeguarding-and-child-protection/",
    evidence=Evidence.GUIDANCE,
)

# Places that several rules cite.
REWARDS = WIKI_PEER_MENTORING.at("mentors may be paid, or get credit, priority or references")
STRUCTURE = WIKI_PEER_MENTORING.at("cross-age programmes work with structure", Evidence.RESEARCH)
SPACE_AND_BACKING = DFE_PEER_SUPPORT.at("a space of its own and backing from the top help peer support to work")
STAFF_WITH_TIME = SCHOOLS_WEEK.at("somebody on the staff has the programme as their task, and the time for it")
LITTLE_SUPPORT = WIKI_PEER_MENTORING.at("mentees may be chosen for a lack of social support")
