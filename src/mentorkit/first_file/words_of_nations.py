"""What is called otherwise in another nation: words of England that a template has, and those of the other nations.

A template is written in the words of one nation. A first file has those of the nation that its service named, so that
nobody who begins with it has a "Year 10" in Scotland.
"""

import re
from collections.abc import Mapping

import attrs

from mentorkit.programme.design import Nation
from mentorkit.programme.leads_of_nations import LEADS

_SCOTTISH_STAGES = "https://liquisearch.com/education_in_scotland/school_years"
_YEARS_OF_NORTHERN_IRELAND = "http://nevergotolawschool.blogspot.com/2012/09/"
_KEEPING_LEARNERS_SAFE = "https://www.thesafeguardingcompany.com/safeguarding/keeping-learners-safe/"
_SCOTTISH_SCHOOL = "https://blogs.glowscotland.org.uk/fi/balmullopns/child-protection"
_COMPLAINTS_OF_SCOTLAND = (
    "https://beta.gov.scot/publications/guidance-scottish-schools-parental-involvement-act-2006/pages/9/"
)
_EDUCATION_AUTHORITY = "http://www.eani.org.uk/schools/safeguarding-and-child-protection/"
_HEALTH_BODIES = "http://www.monetos.co.uk/insurance/health-insurance/nhs/structure/scotland-wales-n-ireland/"
_JUSTICE_SOCIAL_WORK = "https://aberdeenshire.gov.uk/social-care-and-health/criminal-justice/community-sentencing"
_PROBATION_BOARD = "https://nidirect.gov.uk/node/4821"
_COUNCIL_AREAS = "https://www.ons.gov.uk/methodology/geography/ukgeographies/administrativegeography/scotland"
_LEVELS_OF_SCOTLAND = "https://myrda.org.uk/runningyourgroup/safeguarding/pvg-scheme"
_DISTRICTS = "https://wikisum.wiki/wiki/Unitary_Authority"
_HOUSING_EXECUTIVE = "https://www.housingadviceni.org/housing-executives-responsibilities-homeless-people"
_PUBLIC_HEALTH_AGENCY = (
    "http://www.publichealth.hscni.net/news/"
    "public-consultation-substance-use-strategic-commissioning-and-implementation-plan"
)


@attrs.frozen
class NationWords:
    """One thing, and what it is called.

    Attributes:
        england: in a template, which has the words of England.
        elsewhere: in other nations, where it is called otherwise.
        sources: the addresses of pages that use these words.
    """

    england: str
    elsewhere: Mapping[Nation, str]
    sources: tuple[str, ...]


def _called(scotland: str, northern_ireland: str = "", wales: str = "") -> Mapping[Nation, str]:
    said: dict[Nation, str] = {"scotland": scotland, "northern ireland": northern_ireland, "wales": wales}
    return {nation: word for nation, word in said.items() if word}


_LEADS = (_KEEPING_LEARNERS_SAFE, _SCOTTISH_SCHOOL, _EDUCATION_AUTHORITY)
_PROBATION = (_JUSTICE_SOCIAL_WORK, _PROBATION_BOARD)

WORDS_OF_NATIONS = (
    NationWords('record_check = "basic"', _called('record_check = "level 1"'), (_LEVELS_OF_SCOTLAND,)),
    NationWords('record_check = "enhanced"', _called('record_check = "level 2"'), (_LEVELS_OF_SCOTLAND,)),
    NationWords("Year 10", _called("S4", "Year 11"), (_SCOTTISH_STAGES, _YEARS_OF_NORTHERN_IRELAND)),
    *(
        NationWords(title, {nation: titles[place] for nation, titles in LEADS.items() if nation != "england"}, _LEADS)
        for place, title in enumerate(LEADS["england"])
    ),
    NationWords('"chair of governors"', _called('"the council\'s education service"'), (_COMPLAINTS_OF_SCOTLAND,)),
    NationWords("NHS trust", _called("NHS board", "health and social care trust", "health board"), (_HEALTH_BODIES,)),
    NationWords("NHS Trust", _called("NHS Board", "Health and Social Care Trust", "Health Board"), (_HEALTH_BODIES,)),
    NationWords(
        "mental health trust", _called("NHS board", "health and social care trust", "health board"), (_HEALTH_BODIES,)
    ),
    NationWords(
        "community health trust",
        _called("NHS board", "health and social care trust", "health board"),
        (_HEALTH_BODIES,),
    ),
    NationWords("borough council", _called("council", "Housing Executive", "council"), (_HOUSING_EXECUTIVE,)),
    NationWords('"the borough"', _called('"the council area"', '"the district"'), (_COUNCIL_AREAS, _DISTRICTS)),
    NationWords('"the county"', _called('"the council area"'), (_COUNCIL_AREAS,)),
    NationWords("the local authority", _called("", "the health and social care trust"), (_HEALTH_BODIES,)),
    NationWords('"local authority"', _called("", '"Public Health Agency"'), (_PUBLIC_HEALTH_AGENCY,)),
    NationWords("probation practitioner", _called("justice social worker", "probation officer"), _PROBATION),
    NationWords("probation service", _called("justice social work service", "Probation Board"), _PROBATION),
    NationWords("probation supervision", _called("justice social work supervision"), (_JUSTICE_SOCIAL_WORK,)),
    NationWords("probation office", _called("justice social work office"), (_JUSTICE_SOCIAL_WORK,)),
    NationWords("commissioned by probation", _called("commissioned by justice social work"), (_JUSTICE_SOCIAL_WORK,)),
    NationWords("person on probation", _called("person on an order or licence"), (_JUSTICE_SOCIAL_WORK,)),
    NationWords(
        '"tell of support after probation"',
        _called('{ is = "tell of support after probation", called = "tell of support after the order or licence" }'),
        (_JUSTICE_SOCIAL_WORK,),
    ),
    NationWords(
        "commissioned rehabilitative services",
        _called("programmes of justice social work", "programmes of the Probation Board"),
        _PROBATION,
    ),
)
"""Longer words that contain others stand before those."""


def in_words_of(nation: Nation, text: str) -> str:
    """A text with the words of a nation in the place of those of England; a capital stays one.

    Examples:
        >>> in_words_of("scotland", "Designated safeguarding lead, and form time in Year 10")
        'Child protection coordinator, and form time in S4'
    """
    there = {each.england: each.elsewhere[nation] for each in WORDS_OF_NATIONS if nation in each.elsewhere}
    if not there:
        return text
    any_word = "|".join(f"{re.escape(word)}|{re.escape(_capital(word))}" for word in there)

    def other(found: re.Match[str]) -> str:
        word = found[0]
        return there[word] if word in there else _capital(there[word[0].lower() + word[1:]])

    return re.sub(rf"(?<!\w)(?:{any_word})(?!\w)", other, text)


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]
