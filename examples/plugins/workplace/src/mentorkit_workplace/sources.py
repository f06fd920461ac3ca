"""The works that only this sector cites, and places that several of its rules cite."""

from mentorkit.api import Evidence, Source

TAPS = Source(
    author="TAPS",
    title="Become a Peer Mentor",
    address="https://www.taps.org/becomeapeermentor",
    evidence=Evidence.PRACTICE,
)
TAPS_TRAINING = Source(
    author="TAPS",
    title="Discover a New Sense of Meaning and Purpose by Becoming a TAPS Peer Mentor",
    year=2022,
    address=(
        "http://www.taps.org/stories/2022/discover-a-new-sense-of-meaning-and-purpose-by-becoming-a-taps-peer-mentor/"
    ),
    evidence=Evidence.PRACTICE,
)
AMPUTEE_COALITION = Source(
    author="Amputee Coalition",
    title="Connecting with the Limb Loss and Limb Difference Community",
    year=2020,
    address=(
        "https://blog.amputee-coalition.org/inmotion/connecting-with-the-limb-loss-and-limb-difference-community/"
    ),
    evidence=Evidence.PRACTICE,
)
AMPUTEE_COALITION_COURSE = Source(
    author="Amputee Coalition",
    title="Become a CPV",
    address=(
        "https://www.amputee-coalition.org/support-groups-peer-support/certified-peer-visitor-program/become-a-cpv/"
    ),
    evidence=Evidence.PRACTICE,
)
NICE_HOMELESSNESS = Source(
    author="National Institute for Health and Care Excellence",
    title="Integrated health and social care for people experiencing homelessness (NG214)",
    year=2022,
    address="https://www.nice.org.uk/guidance/ng214/chapter/Recommendations",
    evidence=Evidence.GUIDANCE,
)
HOMELESSNESS_REVIEW = Source(
    author="BMC Public Health",
    title="Provision of peer support at the intersection of homelessness and problem substance use",
    year=2020,
    address="https://bmcpublichealth.biomedcentral.com/articles/10.1186/s12889-020-8407-4",
    evidence=Evidence.RESEARCH,
)
