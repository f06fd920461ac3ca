"""What has to be right in a design before anybody is compared with anybody."""

from datetime import date
from typing import Any, Literal, get_args, get_origin

from mentorkit.core.rulebook import Rulebook
from mentorkit.matching.result import MatchingError
from mentorkit.programme.matching import Comparison, Preference, placed_comparisons
from mentorkit.programme.matching_checks import comparison_faults, unjustified_comparisons
from mentorkit.programme.path import dotted
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way


def check_pairs_are_met(programme: Programme) -> None:
    """Refuses designs in which nobody meets as a pair.

    Raises:
        MatchingError: naming the key that says so.
    """
    if not programme.may_offer({Way.PAIR}):
        if programme.format == 1:
            message = "relationship.pairs is false: nobody meets in pairs here"
            raise MatchingError(message, "remove it if people do meet as pairs")
        raise MatchingError("programme.ways does not list pair: nobody meets in pairs here", "add it if people do")


def check_members_have_sponsors(programme: Programme) -> None:
    """Refuses designs in which no member has another one as a sponsor.

    Raises:
        MatchingError: naming the key that says so.
    """
    if not programme.may_offer({Way.MUTUAL_AID}):
        message = "programme.ways does not list mutual aid: members are not each other's sponsors here"
        raise MatchingError(message, "add it if they are")
    if programme.mutual_aid.sponsors is False:
        message = "mutual_aid.sponsors is false: nobody has a sponsor here"
        raise MatchingError(message, "change it if members can have one")


def check_design(rulebook: Rulebook, programme: Programme) -> None:
    """Refuses designs whose pairs could not be compared, or should not be in this way.

    Raises:
        MatchingError: naming the place.
    """
    for fault in (*unjustified_comparisons(programme.matching), *comparison_faults(programme.matching)):
        raise MatchingError(f"{dotted(fault.path)}: {fault.message}", fault.fix)
    declared = {name: users[0][1].type for name, users in rulebook.facts().items()}
    for path, stated in placed_comparisons(programme.matching):
        for name in (f"mentor_{stated.what}", f"mentee_{stated.what}"):
            if name in declared and not _fits(declared[name], stated):
                message = f"{dotted(path)}: {name} cannot be compared as {stated.kind}: it is another kind of value"
                raise MatchingError(message, "compare it in another way, or compare something else")
            excludes = not isinstance(stated, Preference)
            if excludes and stated.kind == "same" and get_origin(declared.get(name)) is tuple:
                message = f"{dotted(path)}: {name} is a list, and two lists that share an entry would not be the same"
                raise MatchingError(message, 'write kind = "overlap"')


def _fits(type_: Any, stated: Comparison) -> bool:
    """Whether values of a fact that rules have declared can be compared in this way."""
    of_text = get_args(type_)[0] if get_origin(type_) is tuple else type_
    text = of_text is str or get_origin(of_text) is Literal
    if stated.kind == "near":
        return type_ is (int if stated.within is None else date)
    return text or stated.kind == "same"
