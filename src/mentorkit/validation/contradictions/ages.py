"""Ages that two places of a file state otherwise."""

from collections.abc import Iterator

from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions.contradiction import Contradiction, is_more
from mentorkit.values.three_valued import any_true

_AN_ADULT = 18
"""From this age on, in years, somebody is an adult, and until then a child."""


def ages_of_people_supported(programme: Programme) -> Iterator[Contradiction]:
    """Nobody is younger than the youngest, and mentors work with the people who are supported."""
    ages, works_with = programme.for_whom.ages, programme.role.works_with
    if ages is None:
        return
    turned = is_more(ages.from_, ages.to)
    if turned is not False:
        includes = "includes" if turned else "may include"
        message = f"the youngest are {ages.from_} and for_whom.ages.to is {ages.to}, so this {includes} nobody"
        fix = "state the lower age as from and the higher as to"
        yield Contradiction(("for_whom", "ages", "from"), message, fix, turned is True)
    if turned:
        return
    youngest, oldest = (("from", ages.from_), ("to", ages.to))
    for group, there in (
        ("children", [(key, age, is_more(_AN_ADULT, age)) for key, age in (youngest, oldest)]),
        ("adults", [(key, age, is_more(age, _AN_ADULT - 1)) for key, age in (oldest, youngest)]),
    ):
        found = sorted((each for each in there if each[2] is not False), key=lambda each: each[2] is None)
        if found and works_with and group not in works_with:
            key, age, certain = found[0]
            are = "are" if certain else "may be"
            message = f"this is {age}, so some of those supported {are} {group}, and role.works_with does not list them"
            fix = f'add "{group}" to role.works_with, or correct the age'
            yield Contradiction(("for_whom", "ages", key), message, fix, certain is True)


def ages_in_network(programme: Programme) -> Iterator[Contradiction]:
    """The ages of the people supported are one fact, wherever the file states them."""
    ages, network = programme.for_whom.ages, programme.network
    if ages is None:
        return
    for key, here, there in (("youngest", network.youngest, ages.from_), ("oldest", network.oldest, ages.to)):
        differ = any_true((is_more(here, there), is_more(there, here)))
        if differ is not False:
            at = "for_whom.ages.from" if key == "youngest" else "for_whom.ages.to"
            message = f"this is {here}, and {at} is {there}: both are how old the {key} person supported is"
            yield Contradiction(("network", key), message, f"take this one out, once {at} is right", differ is True)
