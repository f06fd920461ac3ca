"""Which dangers the words of a need name, as people write them.

Words count for a danger unless those around them say that it is none: help long after it (a group for people bereaved
by suicide), help long before it (a course on knife crime), the past, a denial, or another sense (dog grooming).
"""

import re

from mentorkit.api import as_seen

SUICIDE, ABUSE, CRISIS = "suicide or self-harm", "abuse or neglect", "a crisis"
OVERDOSE, ILLNESS = "overdose", "acute illness"
FROM_OTHERS = "harm to somebody at risk"
"""What safeguarding is about, in words that do not say which harm; it is done by others, so no word for suicide."""
ANY = "any danger"

_ONESELF = r"(themsel\w+|himself|herself|yoursel\w+|myself|oneself|their own|self\b)"
_WHOSE = r"(their|his|her|your|my|one's|the|a|an)"
_HURTS = r"(hurt|hit|beat|beaten|kick|punch|slap|chok|strangl|burn)\w*"
_DANGERS: dict[str, tuple[str, ...]] = {
    SUICIDE: (
        r"suicid",
        r"\bself ?(harm|injur|mutilat|poison|wound)",
        r"(want|wish|wait|rather|plan)\w* to (die|be dead)|better off dead|thoughts of (death|dying)",
        rf"\b(tak|took|end|los)\w* {_WHOSE} own (life|lives)|\bend(s|ing)? {_WHOSE} (life|lives)\b",
        r"\bwish\w* (they|he|she|i) (was|were) dead|\bligature",
        rf"\btak(e|es|ing) {_WHOSE} (life|lives)$",
        r"\bjump(s|ed|ing)? (from|off) (a|the) (bridge|building|roof)",
        r"\bend(s|ing)? it( all)?$",
        rf"\b(kill|harm|hurt|cut|burn|injur)\w* {_ONESELF}|\b(harm|risk|danger) to {_ONESELF}",
        rf"\b(cut(s|ting)?|burn(s|ing)?|scratch(es|ing)?) {_WHOSE} (arms?|wrists?|legs?|skin)|^cutting$",
        rf"\b(starv|scratch)\w* {_ONESELF}|\brefus\w+ (food|to eat)|\bnot (eaten|eating) for (days|a week|weeks)",
    ),
    ABUSE: (
        r"\babus(e|es|ed|er|ers|ive|ing)\b",
        r"neglect|domestic violence|violence at home",
        r"harm(s|ed|ing)? (to |of )?(a |an |the )?(child|pupil|young person|adult at risk)|harm(ful)? (at home|sexual)",
        r"forced marriage|honou?r based|genital (mutilation|cutting)|\bfg[mc]\b",
        r"coerci(ve|on)|controlling (partner|relationship|parent|behaviour)|controlled by",
        r"disclos\w+ (of )?harm|upskirt",
        r"\b(beaten|hit|kicked) (at home|by (a|their|his|her|the)? ?(partner|husband|wife|parent))",
        r"molest|\brap(e|ed|es|ing|ist)\b|\bsexual(ly)? (harm|touch|assault|harass)\w*|\bindecent",
        rf"\b(being|been|gets?|getting|is|are|was|were) {_HURTS} (by|at home)|\bhurt(ing)? at home|"
        rf"\b(being|gets?|getting) (hurt|hit|beaten)\b|\b(hurts?|beats?|hits) (them|him|her)\b|\bbeaten by",
        r"\b(afraid|scared|frightened|terrified|fear\w*) (of|to go) "
        r"(a |an |the |their |his |her )?"
        r"(partner|husband|wife|father|mother|parents?|carers?|boyfriend|girlfriend|home)",
    ),
    OVERDOSE: (
        r"\boverdos|\b(tak\w+|took) too many (pills|tablets)",
        r"\bod(s|'s|'d|ing|ed)?\b",
        r"(drug|alcohol|opioid|opiate|heroin) poisoning",
    ),
    "violence": (
        r"violen(t|ce)|\bdv\b|\bassault|\battack(s|ed|er)?\b(?! of nerves)|kidnap|fire ?setting|\bmurder",
        r"\bweapons?\b|\bkni(fe|ves)\b|\bstabb|\bguns?\b|\bfirearm|\bmachete|\bblades?\b|\barmed\b(?! forces)",
        r"\bthrow\w* acid|\bhostage|\bcell fire|\bfire in (a|the|their) cell|\barson\b",
        r"\bhate crimes?\b|\b(drinks?|being) spik(ed|ing)|\bspiked drinks?\b",
        r"\bharm(s|ed|ing)? (to|somebody|someone|others|people)\b|serious(ly)? harm|risk of harm|\bbeing harmed",
        r"\b(danger|risk) to (others|other people|the public|children|a child|staff)",
        r"threat\w* (to|of) ([\w']+ ){0,2}(li(fe|ves)|kill|hurt|harm|violence)\b",
        r"threat\w* (to )?(somebody|someone|people|others)\b",
        r"death threat|threats? (from|by)\b|threats? against|^threats$|\b(and|or) threats$",
        r"\b(being|been|feel\w*|is|are) threatened\b(?! with)",
        r"\bthreatened by (a |the |an )?(gang|dealer|partner|ex|rival)",
        r"\bstalk(s|ed|ing|er|ers)?\b(?! horse)",
    ),
    "exploitation": (
        r"exploit(ation|ed|ative|ing)|\bc[cs]e\b|county lines|cuckoo(ing|ed)",
        r"\bgroom(s|ed|ing|er|ers)\b|sextortion|blackmail",
        r"\bsexting\b|\bnudes\b|\b(nude|naked|intimate) (image|photo|picture)s?",
        r"\b(carr|deal|sell|hold|mov)\w* (drugs|packages) for\b|\bmade to (carry|deal|sell|hold)\b",
        r"traffick|slavery|forced labour|debt bondage",
        r"radicali[sz]|extremis|terroris|\bprevent (concern|referral)",
    ),
    "a missing person": (
        r"\bmissing (persons?|child|children|people|adult|pupil|patient|overnight|"
        r"from (home|care|the (ward|unit|hostel|hospital|placement|house)|hospital))\b|^missing$",
        r"\b(go|goes|going|gone|went|is|are|been) missing\b(?! (appointment|school|lesson|work|out|their|his|her))",
        r"\b(run|runs|ran|running) away|\brunaways?\b|\babscond|\bawol\b|\babsent without leave",
        r"\bfail(s|ed)? to return (to|from) (the |a )?(ward|unit|hospital|hostel|home|leave)",
        r"\bleft the (ward|unit|hospital|hostel) without",
        r"\b(not|n't|never) (come|came|returned) home|\bnot (been )?seen for (days|a day|a week)",
        r"\bmissing for (a|some|several|days|hours)\b",
        r"\b(child|pupil|person|somebody|someone|who|has|have) disappeared\b",
    ),
    ILLNESS: (
        r"psychosis|psychotic|delirium|unconscious|unresponsive|heart attack|chest pains?",
        r"voices (that )?tell|\bmanic episode",
        r"\bseizures?\b|withdrawal fits|\bcollaps(ed|es)\b|anaphyla|severe allergic|\bserious(ly)? injur",
    ),
    CRISIS: (r"\bcris[ie]s\b",),
    FROM_OTHERS: (
        r"\b(in )?danger (at|from)\b|in need of protection|"
        r"\b(child|children|adults?|pupils?|person|somebody|someone|people) (who (is|are) )?at risk\b(?! of\b)",
        r"^safeguarding$|safeguarding (concern|issue|alert|matter)|child protection",
    ),
    ANY: (
        r"\bin (\w+ )?danger\b(?! (of|at|from)\b)|\b(immediate|serious) danger|\bdanger to\b",
        r"\bin danger of (being )?(harm|hurt|kill|death|dying)|\bunsafe\b|\bemergenc",
        r"risk to (somebody|someone|life)|\bat risk of (serious )?harm|^(harm|danger|safety)$",
    ),
}
_SUBSTANCES = (
    r"(alcohol|drugs?|drink|substances?|solvents?|steroids?|medicines?|medication|prescri\w+|laxatives?|use and)"
)
_OTHER_SENSES = (
    rf"{_SUBSTANCES} abus\w+|abus\w+ (of )?{_SUBSTANCES}|abuse of (the )?(\w+ )?(benefits?|system|forms?|funds?|power)",
    r"neglect\w* (of )?(the |their |his |her |your |an? )?"
    r"(garden|home|house|flat|homework|stud\w+|school ?work|revision|friends|hobb\w+|teeth|diet|fitness|work|"
    r"bills|paperwork)",
    r"(housing|financial|money|cash|energy|fuel|climate|cost of living|debt) cris[ie]s",
    r"cris[ie]s (loan|grant|fund|payment|plan|planning|card)s?",
    r"emergency (housing|accommodation|food|loan|grant|payment|fund|contact|exit|shelter|bed|number|planning|"
    r"tax|travel|money|cash|electricity|credit|gas|meter)\w*",
    r"(panic|anxiety|asthma) attacks?",
    r"(dog|pet|horse|hair|cat|personal|self) grooming|grooming (and|or) hygiene|hygiene (and|or) grooming",
    r"kni(fe|ves) (skills|for cooking)|kitchen kni(fe|ves)",
    r"drugs? traffick\w+|traffick\w+ (in |of )?drugs",
    r"harm (reduction|minimi[sz]ation)|reduc\w+ harm",
    r"violent (films?|games?|video games?)|non ?violen\w+",
    r"(papers?|documents?|post|payments?|money|letters?|medication|belongings|property|phone) (that |which )?"
    r"(go|goes|going|gone|went|is|are) missing",
    r"missing from (lessons?|class|work|college|the (file|form))|(?<!goes )(?<!going )(?<!gone )missing from school",
    r"unsafe (wiring|boiler|repairs?|building|stairs)",
    r"exploiting (opportunit|chance|talent|strength)\w+",
)
_UNDONE = (
    (r"\bnot breathing", "unresponsive"),
    (r"\b(not|never|n't|no longer) (feel(s|ing)? |be(ing)? )?safe\b", "unsafe"),
    (r"n't (feel )?safe\b", " unsafe"),
    (
        r"(\bnot|n't|no longer) want(s|ing)? to (live|be alive|be here|go on)|no reason to live|not worth living",
        "suicidal",
    ),
)
"""Dangers that begin with a denial, in words that do not."""
_HEADS = re.compile(
    r"\b(bereave\w*|grie[fv]\w*|mourn\w*|prevent\w*|awareness|training|trained|courses?|workshops?|lessons?|class(es)?|"
    r"(?<!in a )groups?|counselling|therap\w+|recover\w*|surviv\w+|history|education|convict\w+|sentenced?|offences?) "
    r"(\w+ ){0,2}?(by|to|from|of|for|on|in|about|after|with|around|against|following)\b"
    r"|\b(prevent\w*|surviv\w+)\b|\b(lo(st|ss|sing)( of)?|remember\w*) (\w+ ){1,4}(to|by|through)\b"
)
"""Before a danger: help against it, or after it."""
_AFTERWARDS = re.compile(
    r"\b(after|following|since|past|previous|childhood|historic(al)?|former|earlier)"
    r"( an?| the| their| his| her)?( \w+)? $"
)
_DENIED = re.compile(
    r"\b(no|not|nobody|no one|nothing|without|never|neither|nor|free from|free of)"
    r"( (is|are|was|to|any|of|immediate|present|current|thoughts?|signs?|risks?|feeling|actively|known|being|"
    r"plans?|about))* $"
)
_HELP_AGAINST_IT = re.compile(
    r"\w*( (?!and\b|or\b)\w+)?( (and|or)( \w+){1,2})? (prevent\w*|awareness|training|first aid|courses?|"
    r"workshops?|lessons?|groups?|counselling|counsellors?|therap\w+|recovery|surviv\w+|reduction|"
    r"bereave\w*|education)\b"
    r"|\w*( \w+)? (in the past|long ago|(some )?years ago|in childhood|as a child|as children)\b"
)


def dangers(text: str) -> tuple[str, ...]:
    """The dangers that the words of a need name.

    Args:
        text: the title or the id of a need.

    Examples:
        >>> dangers("feeling suicidal, or neglect at home")
        ('suicide or self-harm', 'abuse or neglect')
        >>> dangers("a group for people bereaved by suicide"), dangers("company, with nobody in danger")
        ((), ())
    """
    said = _plain(text)
    for other in _OTHER_SENSES:
        said = re.sub(rf"\b(?:{other})\b", "…", said)
    clauses = [clause.strip() for clause in re.split(r"[,;:()./…]", said)]
    return tuple(danger for danger, words in _DANGERS.items() if any(_names(clause, words) for clause in clauses))


def speaks_of_danger(text: str) -> bool:
    """Whether words of a danger are there at all, be it none."""
    said = _plain(text)
    return any(re.search(word, said) for words in _DANGERS.values() for word in words)


def _plain(text: str) -> str:
    said = re.sub(r"[-_ ]+", " ", as_seen(text))
    for denied, meant in _UNDONE:
        said = re.sub(denied, meant, said)
    return said


def _names(clause: str, words: tuple[str, ...]) -> bool:
    return any(
        _is_meant(clause[: found.start()], clause[found.end() :])
        for each in words
        for found in re.finditer(each, clause)
    )


def _is_meant(before: str, after: str) -> bool:
    harmless = _HEADS.search(before) or _AFTERWARDS.search(before) or _DENIED.search(before)
    return not (harmless or _HELP_AGAINST_IT.match(after))
