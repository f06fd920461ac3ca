"""On what basis in law data about people are kept or passed on, as people write it."""

import re
from enum import Enum

from mentorkit.values.seen_text import as_seen


class BasisInLaw(Enum):
    """What a text says of the basis on which data about people are kept or passed on.

    Examples:
        >>> BasisInLaw.CONDITION.value
        'a condition for special categories of data or for data on offences'
    """

    CONDITION = "a condition for special categories of data or for data on offences"
    LAWFUL_BASIS = "a lawful basis of Article 6 alone"
    NONE_KEPT = "no such data are kept"
    NO_BASIS = "there is none"
    NOT_KNOWN = "nothing that is known here"


_CONDITIONS = re.compile(
    r"""
    (?<!\w) (?: art(?:icle)?\.?\ *)? 9 \ * \( \ * 2 \ * \) | \bart(?:icle)?\.?\ *(?: 9 | 10 )\b
    | \bsch(?:edule)?\.?\ *1\b
    | (?<!without\ )(?<!without\ the\ )(?<!without\ their\ )(?<!no\ )(?<!not\ ) \bconsent
    | \b (?: agree | permission ) (?!ment)
    | \b employment\b .* \b(?:law|social)\b | \b social\ (?: security | protection ) \b
    | \b vital\ interest | \b (?: protect | save ) \w* \b .* \b (?: life | lives ) \b
    | \b not[ -]for[ -]profit\b | \b non[ -]profit\b | \b member \w* \ of \ (?: a | the ) \ (?: body | association )
    | \b made\ public\b | \b public\ domain\b
    | \b legal\ claim | \b judicial | \b court\b
    | \b substantial\ public\ interest
    | \b (?: health | care ) \b .* \b (?: care | treatment | purpose ) | \b (?: social\ | health ) care\b
    | \b (?: preventi (?: ve | on )\ .* medicine | occupational\ (?: medicine | health ) | medical )
    | \b public\ health\b
    | \b archiv | \b research\b | \b statistic
    | \b safeguard | \b child\ protection\b | \b (?: children | individuals | adults | people ) \ at \ risk\b
    | \b counselling\b | \b equality\b | \b legitimate\ activit
    | \b (?: disability | medical\ condition )
    | \b (?: statutory | government ) \b .* \b purpose | \b administration\ of\ justice
    | \b (?: prevent | detect ) \w* \b .* \b (?: crime | unlawful | offen[cd] | fraud )
    | \b protect \w* \ the\ public\b | \b regulatory\ requirement | \b official\ authority\b | \b insurance\b
    """,
    re.VERBOSE,
)
"""The conditions of Article 9(2) of the UK GDPR and of Schedule 1 to the Data Protection Act 2018."""

_LAWFUL_BASES = re.compile(
    r"""
    \b legitimate\ interest | \b public\ (?: task | interest ) | \b task \b .* \b public\b
    | \b contract | \b (?: legal | statutory ) \ (?: obligation | dut (?: y | ies ) ) | \b duty\ in\ law\b
    | (?<!\w) (?: art(?:icle)?\.?\ *)? 6 \ * \( \ * 1 \ * \) | \bart(?:icle)?\.?\ *6\b
    """,
    re.VERBOSE,
)
"""The lawful bases of Article 6 that are no condition of Article 9 or Schedule 1; consent and vital interests are."""

_NOTHING = r"(?: (?:data|records?|information) )?(?: (?:is|are|will be|of it|of them))?"
_NONE_KEPT = re.compile(
    rf"(?:we )?(?:keep|hold|record|store) (?:none|nothing|no .*)|(?:none|nothing|no .*?){_NOTHING} "
    r"(?:kept|held|recorded|stored|collected)|(?:is |are )?not (?:kept|held|recorded|stored|collected)"
)
_NO_BASIS = re.compile(
    r"none|nothing|nil|n/?a|no|not (?:applicable|needed|necessary|required|stated|decided|known|sure)|unknown|tbc|tbd"
    r"|to be (?:confirmed|decided)|(?:no|without(?: a| any)?) (?:lawful |legal )?(?:basis|ground|reason)s?\b.*|-+|\?+"
)


def basis_in_law(text: str) -> BasisInLaw:
    """What a text says of the basis on which data about people are kept or passed on.

    A text that names several is what the strictest of them is. Which condition is the right one, nobody can tell from
    its name.

    Args:
        text: as people write it, such as "explicit consent" or "Article 9(2)(h)".

    Examples:
        >>> basis_in_law("Explicit consent, under Article 9(2)(a)") is BasisInLaw.CONDITION
        True
        >>> basis_in_law("legitimate interests") is BasisInLaw.LAWFUL_BASIS
        True
        >>> basis_in_law("None kept").value
        'no such data are kept'
    """
    seen = as_seen(text).rstrip(".! ")
    if _NONE_KEPT.fullmatch(seen):
        return BasisInLaw.NONE_KEPT
    if _NO_BASIS.fullmatch(seen):
        return BasisInLaw.NO_BASIS
    if _CONDITIONS.search(seen):
        return BasisInLaw.CONDITION
    return BasisInLaw.LAWFUL_BASIS if _LAWFUL_BASES.search(seen) else BasisInLaw.NOT_KNOWN
