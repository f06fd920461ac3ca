"""How mentors and mentees are chosen (SCH107 to SCH117). What is asked of records stands in record_checks.py."""

from datetime import date
from typing import Annotated

from mentorkit.api import Duration, Fact, Parameter, Strength, at_least, includes, one_of, rule
from mentorkit_schools.record_checks import RECORDS_CHECKED, RISK_ASSESSED, WITH_CHILDREN
from mentorkit_schools.roles import IN_PAIRS
from mentorkit_schools.sources import (
    ASSIST_CRIMESOLUTIONS,
    EEPM_SCREENING,
    MENTOR_SCREENING,
    ONTARIO_SCREENING,
    SCHOOLS_WEEK,
    TURNING_POINT,
    WIKI_PEER_MENTORING,
)
from mentorkit_schools.vocabulary import MenteesChosenFor, RoleKind, YoungestMentor, in_roles

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
LACK_OF_SUPPORT = WIKI_PEER_MENTORING.at("mentees may be chosen for a lack of social support")

WHO_APPLY = in_roles("cross-age mentor", "peer listener", "peer mediator", "student mentor")


@rule(
    "SCH107",
    strength=Strength.MUST,
    sources=[APPLICATION, INTERVIEW, REFERENCES],
    applies=in_roles("youth mentor"),
)
def adults_go_through_every_step(
    steps: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.steps",
            limits=[
                includes("application", strength=Strength.MUST, source=APPLICATION),
                includes("interview", strength=Strength.MUST, source=INTERVIEW),
                includes("orientation", strength=Strength.SHOULD, source=EIGHT_STEPS),
                includes("check of other records", strength=Strength.SHOULD, source=RECORDS_CHECKED),
            ],
        ),
    ],
    references: Annotated[
        int,
        Parameter(
            "how many adults who know an applicant are asked about them",
            limits=[at_least(2, Strength.MUST, source=REFERENCES)],
            example="2",
        ),
    ],
) -> None:
    """Each step shows something that the others miss, and those who should not work with children avoid them all.

    Training, matching and support, which complete the eight steps of the source, are asked for elsewhere.
    """


@rule("SCH108", strength=Strength.SHOULD, sources=[APPLICATION, INTERVIEW], applies=WHO_APPLY)
def mentors_apply_and_are_interviewed(
    steps: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.steps",
            limits=[
                includes("application", strength=Strength.SHOULD, source=APPLICATION),
                includes("interview", strength=Strength.SHOULD, source=INTERVIEW),
            ],
        ),
    ],
) -> None:
    """To apply and to be asked why makes the role a choice, and shows who is ready for it.

    The standard speaks of adults, so here it is no more than should; pupils whom others name do not apply at all.
    """


@rule("SCH109", strength=Strength.SHOULD, sources=[WRITTEN_POLICY, FIXED_CRITERIA, SCREENED])
def how_mentors_are_selected_is_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("selection policy", strength=Strength.SHOULD, sources=[WRITTEN_POLICY, FIXED_CRITERIA])],
        ),
    ],
) -> None:
    """It says what is looked for, what rules somebody out and who decides, so that no exception is made for a friend.

    SCH110 requires it where adults mentor.
    """


@rule(
    "SCH110",
    strength=Strength.MUST,
    sources=[WRITTEN_POLICY, FIXED_CRITERIA],
    applies=in_roles("youth mentor"),
)
def how_adults_are_selected_is_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("selection policy", strength=Strength.MUST, sources=[WRITTEN_POLICY, FIXED_CRITERIA])],
        ),
    ],
) -> None:
    """What accepts and what rules out an adult has to be fixed before anybody applies, and to hold for everybody."""


@rule("SCH111", strength=Strength.CAUTION, sources=[MORE_THAN_RECORDS], applies=in_roles("youth mentor"))
def an_adult_is_more_than_a_clean_record(
    criteria: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.criteria",
            limits=[
                includes(
                    "motives",
                    "beliefs that do no harm",
                    "no discrimination",
                    strength=Strength.CAUTION,
                    source=MORE_THAN_RECORDS,
                )
            ],
        ),
    ],
) -> None:
    """A record shows only what came to light; why somebody wants the role, and how they speak of others, says more."""


@rule("SCH112", strength=Strength.SHOULD, sources=[PRE_SCREENED], applies=in_roles("cross-age mentor"))
def cross_age_mentors_are_chosen_for_schoolwork_and_attitudes(
    criteria: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.criteria",
            limits=[includes("academic proficiency", "attitudes", strength=Strength.SHOULD, source=PRE_SCREENED)],
        ),
    ],
) -> None:
    """The younger ones copy what they see, and time given to mentoring must not cost the older ones their own work.

    The source is a review that names no study for it, hence should and not must.
    """


@rule(
    "SCH113",
    strength=Strength.SHOULD,
    sources=[COMMITMENT],
    unmet="the applicant has not agreed in writing to {shortest} as a {mentor}",
    fix="talk through what the role takes, and have the agreement signed",
    applies=IN_PAIRS,
)
def the_time_it_takes_is_agreed_in_writing(
    shortest: Annotated[Duration, Parameter(at="relationship.shortest")],
    commitment_signed_on: Annotated[date, Fact("date on which the applicant agreed in writing to the time it takes")],
    on: date,
) -> bool:
    """A mentor who leaves early may do more harm than one who never came: applicants should know what they promise."""
    return commitment_signed_on <= on


@rule(
    "SCH114",
    strength=Strength.SHOULD,
    sources=[YEAR_11],
    unmet="the youngest peer educators are {youngest_mentor}, and in the documented scheme they are in Year 11",
    fix="take pupils of 15 and over, or agree with the {lead_worker} why younger ones are ready to teach this",
    applies=in_roles("peer educator"),
)
def peer_educators_are_old_enough(youngest_mentor: YoungestMentor, role_kind: RoleKind) -> bool:
    """Who teaches about drugs and sexual health will be asked hard questions by pupils who are hardly younger."""
    return role_kind != "peer educator" or youngest_mentor >= 15


@rule("SCH115", strength=Strength.SHOULD, sources=[NOMINATED], applies=in_roles("peer supporter"))
def peer_supporters_are_named_by_their_year(
    route: Annotated[
        str,
        Parameter(
            at="recruitment.route", limits=[one_of("peer nomination", strength=Strength.SHOULD, source=NOMINATED)]
        ),
    ],
    percent_invited: Annotated[
        int,
        Parameter(
            "how many in a hundred of a year group are invited",
            limits=[at_least(20, Strength.SHOULD, source=NOMINATED)],
            example="20",
        ),
    ],
) -> None:
    """Staff pick those whom staff listen to; the pupils themselves know to whom the others listen.

    Two years on no effect was found, so what is followed here is a scheme that works for a time.
    """


@rule("SCH116", strength=Strength.SHOULD, sources=[LACK_OF_SUPPORT])
def what_mentees_are_chosen_for_is_stated(mentees_chosen_for: MenteesChosenFor) -> None:
    """Those who have nobody to turn to gain most from somebody, and they are not the ones who push to the front."""


@rule(
    "SCH117",
    strength=Strength.MUST,
    sources=[RISK_ASSESSED],
    fix="write down what can go wrong in what {mentors} do, and what is done about it, and then list it",
    applies=WITH_CHILDREN,
)
def the_risks_of_the_role_are_assessed(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("risk assessment of the role", strength=Strength.MUST, source=RISK_ASSESSED)],
        ),
    ],
) -> None:
    """What mentors do, with whom and where decides on checks and on who has to be there, and others have to read it.

    The guidance is England's, of volunteers, and its current edition was not read: a person must check it. For the
    other nations nothing was read; there it is required on grounds of safety, since a text on risks harms nobody.
    """
