"""Who may become a mentor, and how mentors and mentees come to the programme (SUB101 to SUB105, SUB107 to SUB114).

That a criminal record check is decided on, and that it is no more than the law allows, is for the shared standards.
"""

from datetime import date
from typing import Annotated

from mentorkit.api import (
    UNDER_UK_LAW,
    At,
    DecideBy,
    Duration,
    Evidence,
    Fact,
    Parameter,
    Programme,
    RecordCheck,
    Strength,
    day_after,
    in_roles,
    includes,
    key_is,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT, DBS_TOOL, PERSONNEL_CHECKS_SIX_CATEGORIES, TURNING_POINT, WIKI_PEER_SUPPORT
from mentorkit_substance.sources import AA_SPONSORSHIP, DRUGS_AND_ALCOHOL, NO_DIFFERENCE, THREE_MONTHS_BEFORE
from mentorkit_substance.vocabulary import FOR_ALCOHOL_ALONE, Abstinence, AbstinentSince, RiskDomains, Substances

SIX_MONTHS = Duration.parse("6 months")
ONE_YEAR = Duration.parse("1 year")
RISK_DOMAINS = ("substance misuse", "wellbeing", "offending history", "support networks", "boundaries")

MAP_IN_BRIGHT = BRIGHT.at(
    "reports a trial of alcohol mentoring (MAP) that took mentors after six months; the length was not tested"
)
ENHANCED = BRIGHT.at("Service A asks for enhanced checks on its mentors", Evidence.PRACTICE)
WHICH_CHECK = DBS_TOOL.at("says which level of check a role may ask for")
LOOK_UP = "put the duties of the role through the DBS tool, or ask Disclosure Scotland or AccessNI in their nations"
JUDGED = BRIGHT.at("mentees describe poor mentors as those who judged them", Evidence.OPINION)
BEEN_THERE = BRIGHT.at("both services studied take mentors who have been through treatment there", Evidence.PRACTICE)
BY_CHOICE = BRIGHT.at("mentees took part of their own choice", Evidence.OPINION)


def _is_shorter(abstinence: Duration, least: Duration) -> bool:
    """Whether a time is too short, however people round; one in hours is no time passed, and SUB101 says so."""
    return not abstinence.minutes and abstinence.is_shorter_than(least)


@rule(
    "SUB101",
    strength=Strength.MUST,
    sources=[
        THREE_MONTHS_BEFORE,
        BRIGHT.at("mentoring too early in recovery adds pressure and can bring on a lapse", Evidence.OPINION),
    ],
    unmet="free of dependence since {abstinent_since}: less than the {abstinence} this programme asks for",
    fix="offer a role without a caseload until {eligible_from}",
)
def free_of_dependence_before_placement(abstinence: Abstinence, abstinent_since: AbstinentSince, on: date) -> bool:
    """If somebody takes on the role too soon, the role itself can bring on a lapse.

    Services differ: the shortest time that is documented is 30 days, in a house run by peers; services in the community
    ask for three months.
    """
    return on >= day_after(abstinent_since, abstinence)


@rule(
    "SUB102",
    strength=Strength.SHOULD,
    sources=[MAP_IN_BRIGHT],
    unmet="{abstinence} is less than the six months of the one trial of mentoring for alcohol alone",
    fix='ask for "6 months", or agree with your clinical lead why less is safe here, and record it in a waiver',
    applies=FOR_ALCOHOL_ALONE,
)
def six_months_free_of_dependence_for_alcohol_alone(abstinence: Abstinence, substances: Substances) -> bool:
    """The one reported trial of this kind asked mentors for twice as long as mixed services do.

    A service for drugs and alcohol together may keep to three months, as Turning Point does.
    """
    return "drugs" in substances or not _is_shorter(abstinence, SIX_MONTHS)


@rule(
    "SUB103",
    strength=Strength.SHOULD,
    sources=[
        WIKI_PEER_SUPPORT.at("a sponsor has come some way in recovery", Evidence.GUIDANCE),
        AA_SPONSORSHIP.at("at least a year without drink"),
    ],
    unmet="{abstinence} is less than the year that the fellowships look for in a sponsor",
    fix='ask for "1 year" of sponsors',
    applies=in_roles("sponsor"),
)
def a_sponsor_has_a_year_of_recovery(abstinence: Abstinence) -> bool:
    """A sponsor supports somebody alone, with no end and no supervision, so needs to be further on than a mentor."""
    return not _is_shorter(abstinence, ONE_YEAR)


@rule(
    "SUB104",
    strength=Strength.CAUTION,
    sources=[BRIGHT.at("experience from too long ago loses credibility", Evidence.OPINION)],
    unmet="free of dependence since {abstinent_since}: longer ago than the {experience_within} this programme allows",
    fix="ask what the applicant knows of today's substances and services before deciding",
)
def experience_is_recent_enough_to_be_recognised(
    experience_within: Annotated[
        Duration,
        Parameter(
            "how long ago an applicant's own dependence may be",
            example='"10 years"',
            question="How long ago may an applicant's own dependence be?",
            decide_by=DecideBy.RECRUITMENT,
            plausible=("6 months", "50 years"),
        ),
    ],
    abstinent_since: AbstinentSince,
    on: date,
) -> bool:
    """People believe a mentor's experience if it is recent enough to recognise.

    No source gives a number: set your own.
    """
    return on <= day_after(abstinent_since, experience_within)


@rule(
    "SUB105",
    strength=Strength.MUST,
    sources=[TURNING_POINT.at("every applicant goes through a risk screen of five domains before acceptance")],
    unmet="the risk screen is not done yet, or does not cover all that this programme looks at: {risk_domains}",
    fix="complete the risk screen, then decide",
    waivable=False,
)
def risk_is_screened_before_acceptance(
    risk_domains: RiskDomains,
    risk_screen_on: Annotated[
        date, Fact("date of the applicant's risk screen", question="On which day was the applicant's risk screen?")
    ],
    risk_screen_domains: Annotated[
        tuple[str, ...],
        Fact("what the applicant's risk screen covered", question="What did the applicant's risk screen cover?"),
    ],
    on: date,
) -> bool:
    """Mentors meet people at risk, and are at risk themselves.

    The source is one programme's practice. This is still a MUST that nobody may set aside, on grounds of safety. SUB114
    says what the screen should cover.
    """
    screened = set(risk_screen_domains)  # records have the words of the file, which may be other ones than of rules
    return risk_screen_on <= on and all({each, getattr(each, "called", each)} & screened for each in risk_domains)


def _old_enough(programme: Programme) -> bool | None:
    youngest = programme.role.youngest
    return None if youngest is None else youngest >= 16


_OLD_ENOUGH = when("if all mentors are old enough to be checked", _old_enough)
"""STD107 says that nobody under 16 can be."""


@rule(
    "SUB107",
    strength=Strength.SHOULD,
    sources=[ENHANCED, TURNING_POINT.at("asks about offending history in the risk screen and names no check")],
    unmet="no criminal record check is asked for; a documented service asks for the enhanced one",
    fix=f"{LOOK_UP}, and ask for the level that they give; outside the United Kingdom, ask what local law allows",
    applies=_OLD_ENOUGH,
)
def some_criminal_record_check_is_asked_for(record_check: RecordCheck) -> bool:
    """A check shows what an applicant may leave out.

    A record is a reason to talk, not a reason to refuse. The law on roles with adults was not confirmed for this rule:
    a person must check it.
    """
    return record_check != "none"


@rule(
    "SUB108",
    strength=Strength.CAUTION,
    sources=[PERSONNEL_CHECKS_SIX_CATEGORIES, WHICH_CHECK],
    unmet="a check of the barred lists may only be asked for if the law entitles the role to it",
    fix=f"{LOOK_UP}; if the role is not entitled to the barred lists, state the level that it is entitled to",
    applies=UNDER_UK_LAW,
)
def the_barred_lists_are_only_checked_if_the_role_is_entitled(record_check: RecordCheck) -> bool:
    """Mentoring adults is not by itself one of the six kinds of work with them that allow a check of the barred lists.

    The law was not confirmed for this rule: a person must check it. Work with children has rules of its own.
    """
    return record_check != "enhanced with barred list"


SUB109 = requires(
    "SUB109",
    "selection looks at more than abstinence",
    {"screening.criteria": includes("non-judgemental attitude", sources=[JUDGED])},
    strength=Strength.SHOULD,
    sources=[BRIGHT.at("abstinence alone is not selection enough", Evidence.OPINION), JUDGED],
    reason="Time in recovery does not make a mentor. A mentor who judges does harm, so attitude is looked at as well.",
)

SUB110 = requires(
    "SUB110",
    "mentors have lived experience",
    {"recruitment.lived_experience": one_of("required", "preferred", sources=[BEEN_THERE])},
    strength=Strength.SHOULD,
    sources=[
        BEEN_THERE,
        NO_DIFFERENCE,
    ],
    reason="Lived experience is the point of a peer. It does not prove that the mentoring works.",
    fix="look for {mentors} with lived experience, and say so when you recruit",
)


@rule(
    "SUB111",
    strength=Strength.SHOULD,
    sources=[BRIGHT.at("mentors went through rehabilitation in that same service", Evidence.PRACTICE)],
    unmet="the applicant has not used this same service",
    fix="ask the service that the applicant has used about them, or suggest mentoring there",
    applies=key_is(
        'if "has used this service" is among the criteria for mentors', At.screening.criteria, "has used this service"
    ),
)
def the_mentor_has_used_the_same_service(
    used_same_service: Annotated[
        bool,
        Fact("whether the applicant has used this same service", question="Has the applicant used this same service?"),
    ],
) -> bool:
    """A mentor who has been through the same process shows that it is possible.

    Each service chooses whether to ask for it.
    """
    return used_same_service


SUB112 = requires(
    "SUB112",
    "mentees choose to take part",
    {"recruitment.mentees_volunteer": one_of(True, sources=[BY_CHOICE])},
    strength=Strength.SHOULD,
    sources=[
        BY_CHOICE,
        BRIGHT.at("people who were ordered into treatment did as well or better, citing McSweeney 2008"),
    ],
    reason="Trust grows when people come by choice. Studies of ordered treatment differ, so this is only a SHOULD.",
    fix="let {mentees} decide for themselves whether to take part, no matter who refers them",
)

SUB113 = requires(
    "SUB113",
    "what mentees depend on is stated",
    {"substances": Substances},
    strength=Strength.SHOULD,
    sources=[DRUGS_AND_ALCOHOL, MAP_IN_BRIGHT],
    reason="How long a mentor should be free of dependence differs between alcohol alone and drugs with alcohol.",
)


@rule(
    "SUB114",
    strength=Strength.SHOULD,
    met_by_more=["risk_domains"],
    sources=[TURNING_POINT.at("the five domains of the risk screen")],
    unmet="the risk screen covers {risk_domains}: the documented one has substance misuse, wellbeing, offending "
    "history, support networks and boundaries",
    fix="add what is missing, or record in a waiver what else looks at it",
)
def the_risk_screen_looks_at_the_whole_person(risk_domains: RiskDomains) -> bool:
    """Each domain shows a risk that the others do not. The five are one programme's practice, so this is a SHOULD."""
    return not risk_domains or set(RISK_DOMAINS) <= set(risk_domains)
