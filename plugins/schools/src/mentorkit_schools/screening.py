"""How mentors and mentees are chosen (SCH107 to SCH117). What is asked of records stands in record_checks.py."""

from datetime import date
from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    DecideBy,
    Fact,
    Parameter,
    RoleKind,
    Strength,
    Youngest,
    at_least,
    in_writing,
    includes,
    one_of,
    requires,
    rule,
)
from mentorkit.works import SCHOOLS_WEEK, TURNING_POINT, WIKI_PEER_MENTORING
from mentorkit_schools.record_checks import RECORDS_CHECKED, RISK_ASSESSED, WITH_CHILDREN
from mentorkit_schools.roles import MEETS_IN_PAIRS
from mentorkit_schools.sources import (
    ASSIST_CRIMESOLUTIONS,
    EEPM_SCREENING,
    LITTLE_SUPPORT,
    MENTOR_SCREENING,
    ONTARIO_SCREENING,
)
from mentorkit_schools.vocabulary import ANSWERS_FOR_CHILDREN, MenteesChosenFor, in_roles

APPLICATION = EEPM_SCREENING.at("a formal application of each mentor")
INTERVIEW = EEPM_SCREENING.at("an interview face to face, in person or online, that is the same for all")
WRITTEN_POLICY = EEPM_SCREENING.at("it is written down how safety and suitability are judged, and who is accepted")
SCREENED = SCHOOLS_WEEK.at("a screening shows that peer mentors are suitable")
FIXED_CRITERIA = ONTARIO_SCREENING.at("what accepts and what rules out an applicant is fixed, without exceptions")
REFERENCES = ONTARIO_SCREENING.at("several adults who know the applicant are asked")
COMMITMENT = ONTARIO_SCREENING.at("applicants agree in writing to the shortest time")
EIGHT_STEPS = MENTOR_SCREENING.at(
    "of about eight steps, the first is an orientation, the last the support of the match"
)
MORE_THAN_RECORDS = EEPM_SCREENING.at("a look at criminal history alone can hide what matters as much")
PRE_SCREENED = WIKI_PEER_MENTORING.at("cross-age mentors are chosen for academic proficiency and for their attitudes")
YEAR_11 = TURNING_POINT.at("the peer educators are in Year 11, and so 15 or 16 years old")
NOMINATED = ASSIST_CRIMESOLUTIONS.at("pupils name whom they look up to; about 20 per cent of the year are invited")

WHO_APPLY = in_roles("cross-age mentor", "peer listener", "peer mediator", "student mentor")


SCH107 = requires(
    "SCH107",
    "adults go through every step",
    {
        "screening.steps": [
            includes("application", sources=[APPLICATION]),
            includes("interview", sources=[INTERVIEW]),
            includes("orientation", strength=Strength.SHOULD, sources=[EIGHT_STEPS]),
            includes("check of other records", strength=Strength.SHOULD, sources=[RECORDS_CHECKED]),
        ],
        "references": Annotated[
            int,
            Parameter(
                "how many adults who know an applicant are asked about them",
                limits=[at_least(2, sources=[REFERENCES])],
                example="2",
                question="How many adults who know an applicant do you ask about them?",
                decide_by=DecideBy.RECRUITMENT,
                plausible=(0, 6),
            ),
        ],
    },
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[APPLICATION, INTERVIEW, REFERENCES],
    reason="Each step shows something that the others miss. People who should not work with children avoid all of "
    "them. Training, matching and support, which complete the eight steps of the source, are asked for by other rules.",
    applies=in_roles("youth mentor"),
)

SCH108 = requires(
    "SCH108",
    "mentors apply and are interviewed",
    {"screening.steps": [includes("application", sources=[APPLICATION]), includes("interview", sources=[INTERVIEW])]},
    strength=Strength.SHOULD,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[APPLICATION, INTERVIEW],
    reason="Applying, and being asked why, makes the role a choice and shows who is ready for it. The standard is "
    "about adults, so this is only a SHOULD. Pupils whom others name do not apply at all.",
    applies=WHO_APPLY,
)

SCH109 = requires(
    "SCH109",
    "how mentors are selected is written down",
    in_writing("selection policy", sources=[WRITTEN_POLICY, FIXED_CRITERIA]),
    strength=Strength.SHOULD,
    sources=[WRITTEN_POLICY, FIXED_CRITERIA, SCREENED],
    reason="It says what is looked for, what rules somebody out and who decides, so that nobody makes an exception "
    "for a friend. SCH110 requires it if adults mentor.",
)

SCH110 = requires(
    "SCH110",
    "how adults are selected is written down",
    in_writing("selection policy"),
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[WRITTEN_POLICY, FIXED_CRITERIA],
    reason="What accepts an adult and what rules one out has to be decided before anybody applies, and be the same "
    "for all.",
    applies=in_roles("youth mentor"),
)

SCH111 = requires(
    "SCH111",
    "adults are selected by more than a record check",
    {"screening.criteria": includes("motives", "beliefs that do no harm", "no discrimination")},
    strength=Strength.CAUTION,
    sources=[MORE_THAN_RECORDS],
    reason="A record only shows what was found out. Why people want the role, and how they speak of others, says more.",
    applies=in_roles("youth mentor"),
)

SCH112 = requires(
    "SCH112",
    "cross-age mentors are chosen for schoolwork and attitudes",
    {"screening.criteria": includes("academic proficiency", "attitudes")},
    strength=Strength.SHOULD,
    sources=[PRE_SCREENED],
    reason="The younger ones copy what they see, and mentoring must not harm the older ones' own work. The source is "
    "a review that names no study for it, so this is a SHOULD and not a MUST.",
    applies=in_roles("cross-age mentor"),
)


@rule(
    "SCH113",
    strength=Strength.SHOULD,
    sources=[COMMITMENT],
    unmet="the applicant has not agreed in writing to {shortest} as a {mentor}",
    fix="talk through what the role takes, and have the agreement signed",
    requires={"relationship.shortest": ()},
    applies=MEETS_IN_PAIRS,
    ways=OVER_TIME,
)
def the_time_it_takes_is_agreed_in_writing(
    commitment_signed_on: Annotated[
        date,
        Fact(
            "date on which the applicant agreed in writing to the time it takes",
            question="On which day did the applicant agree in writing to the time it takes?",
        ),
    ],
    on: date,
) -> bool:
    """A mentor who leaves early may do more harm than one who never came. Applicants should know what they promise."""
    return commitment_signed_on <= on


@rule(
    "SCH114",
    strength=Strength.SHOULD,
    sources=[YEAR_11],
    unmet="the youngest peer educators are {youngest_mentor}, and in the documented scheme they are in Year 11",
    fix="take pupils of 15 and over, or agree with the {lead_worker} why younger ones are ready to teach this",
    applies=in_roles("peer educator"),
)
def peer_educators_are_old_enough(youngest_mentor: Youngest, role_kind: RoleKind) -> bool:
    """Pupils who teach about drugs and sexual health are asked hard questions by others who are hardly younger."""
    return role_kind != "peer educator" or youngest_mentor >= 15


SCH115 = requires(
    "SCH115",
    "peer supporters are named by their year",
    {
        "recruitment.route": one_of("peer nomination"),
        "percent_invited": Annotated[
            int,
            Parameter(
                "what percentage of a year group is invited",
                limits=[at_least(20)],
                example="20",
                question="What percentage of a year group do you invite?",
                decide_by=DecideBy.RECRUITMENT,
                plausible=(1, 100),
            ),
        ],
    },
    strength=Strength.SHOULD,
    sources=[NOMINATED],
    reason="Staff choose pupils whom staff listen to. Pupils themselves know whom other pupils listen to. Two years "
    "later no effect was found, so this follows a scheme that works for a time.",
    applies=in_roles("peer supporter"),
)

SCH116 = requires(
    "SCH116",
    "what mentees are chosen for is stated",
    {"recruitment.schools.mentees_chosen_for": MenteesChosenFor},
    strength=Strength.SHOULD,
    sources=[LITTLE_SUPPORT],
    reason="People who have nobody to turn to gain most from a mentor, and they are not the ones who ask first.",
    ways=OVER_TIME,
)

SCH117 = requires(
    "SCH117",
    "the risks of the role are assessed",
    in_writing("risk assessment of the role"),
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[RISK_ASSESSED],
    reason="What mentors do, with whom and where decides on checks and on who has to be there. Others have to be able "
    "to read it. The guidance is England's, on volunteers, and its current edition was not read: a person must check "
    "this. Nothing was read for the other nations. There it is required on grounds of safety, since a text on risks "
    "harms nobody.",
    fix="write down what can go wrong in what {mentors} do, and what is done about it, and then list it",
    applies=WITH_CHILDREN,
)
