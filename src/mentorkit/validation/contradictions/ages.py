"""Ages that two places of a file state otherwise."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from mentorkit.programme.children import ADULT
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, differ, is_more
from mentorkit.values.inexact import as_compared, highest, lowest

PUPILS_UP_TO = 20
"""The highest age, in years, of somebody who is in a school year."""
_AN_AGE_GROUP = 20
"""Years; people who are further apart have no age group in common."""
_YEAR_GAPS = (("matching", "schools", "year_gap"), ("matching", "schools", "audience_year_gap"))


def ages_of_people_supported(programme: Programme) -> Iterator[Contradiction]:
    """Nobody is younger than the youngest, and mentors work with the people who are supported."""
    ages, works_with = programme.for_whom.ages, programme.role.works_with
    if ages is not None:
        turned = is_more(ages.from_, ages.to)
        if turned is not False:
            includes = "includes" if turned else "may include"
            message = f"the youngest are {ages.from_} and for_whom.ages.to is {ages.to}, so this {includes} nobody"
            fix = "state the lower age as from and the higher as to"
            yield Contradiction(("for_whom", "ages", "from"), message, fix, turned is True)
        if turned:
            return
    youngest, oldest = youngest_mentee(programme), oldest_mentee(programme)
    for group, there in (
        ("children", [(place, is_more(ADULT, place.age)) for place in (youngest, oldest)]),
        ("adults", [(place, is_more(place.age, place.a_child_up_to)) for place in (oldest, youngest)]),
    ):
        found = sorted((each for each in there if each[1] is not False), key=lambda each: each[1] is None)
        if found and works_with and group not in works_with:
            place, certain = found[0]
            are = "are" if certain else "may be"
            message = (
                f"this is {place.age}, so some of those supported {are} {group}, and role.works_with does not list them"
            )
            fix = f'add "{group}" to role.works_with, or correct the age'
            yield Contradiction(place.path, message, fix, certain is True)


def groups_of_ages(programme: Programme) -> Iterator[Contradiction]:
    """Mentors who work with nobody but the people supported work with nobody of other ages."""
    youngest, oldest = youngest_mentee(programme), oldest_mentee(programme)
    if programme.for_whom.who != ("the person",):
        return
    for index, group in enumerate(programme.role.works_with or ()):
        if group == "children":
            place, none = youngest, is_more(youngest.age, youngest.a_child_up_to)
        else:
            place, none = oldest, is_more(ADULT, oldest.age)
        if none:
            message = f'this is "{group}", and {dotted(place.path)} is {place.age}: none of those supported are {group}'
            yield Contradiction(("role", "works_with", index), message, "take it out, or correct the age")


def ages_in_network(programme: Programme) -> Iterator[Contradiction]:
    """The ages of the people supported are one fact, wherever the file states them."""
    ages, network = programme.for_whom.ages, programme.network
    if ages is None:
        return
    for key, here, there in (("youngest", network.youngest, ages.from_), ("oldest", network.oldest, ages.to)):
        apart = differ(here, there)
        if apart is not False:
            at = "for_whom.ages.from" if key == "youngest" else "for_whom.ages.to"
            message = f"this is {here}, and {at} is {there}: both are how old the {key} person supported is"
            yield Contradiction(("network", key), message, f"take this one out, once {at} is right", apart is True)


def ages_of_members_supported(programme: Programme) -> Iterator[Contradiction]:
    """Those supported who are in the network are of the ages of those who are supported."""
    youngest, oldest = youngest_mentee(programme), oldest_mentee(programme)
    for place, member in enumerate(programme.network.members or ()):
        if member.part != "mentee":
            continue
        for key, age, other, outside in (
            ("youngest", member.youngest, oldest, is_more(member.youngest, oldest.age)),
            ("oldest", member.oldest, youngest, is_more(youngest.age, member.oldest)),
        ):
            if outside is not False:
                message = f"the {key} person supported here is {age}, and {dotted(other.path)} is {other.age}"
                yield Contradiction(("network", "members", place, key), message, CORRECT, outside is True)


def mentors_ahead_by_years(programme: Programme) -> Iterator[Contradiction]:
    """Mentors who are some school years ahead are pupils, and older than the people they support."""
    mentor, mentee = programme.role.youngest, youngest_mentee(programme)
    for path in _YEAR_GAPS:
        gap = programme.value(path)
        if gap is None:
            continue
        if (older := is_more(mentor, PUPILS_UP_TO)) is not False:
            message = f"role.youngest is {mentor}, and this counts the school years of mentors, who are pupils"
            yield Contradiction(path, message, "correct the age, or take this out", older is True)
        if None in map(as_compared, (mentor, mentee.age)):
            continue
        # Two people who are some school years apart are at least one year less apart by their birthdays.
        certain = highest(mentor) < lowest(mentee.age) + lowest(gap) - 1
        if certain:
            message = (
                f"this is {mentee.age}, role.youngest is {mentor} and {dotted(path)} is {gap}: "
                "the youngest mentor is not so many school years ahead of anybody"
            )
            yield Contradiction(mentee.path, message, "correct the ages, or the years")


def ages_in_common(programme: Programme) -> Iterator[Contradiction]:
    """People who share their age group are not a generation apart, and pairs that have to be near in age can be."""
    mentor, mentee = programme.role.youngest, oldest_mentee(programme)
    if None in map(as_compared, (mentor, mentee.age)):
        return
    apart = lowest(mentor) - highest(mentee.age)
    ages = f"role.youngest is {mentor} and {dotted(mentee.path)} is {mentee.age}"
    for place, shared in enumerate(programme.recruitment.shares_with_mentees or ()):
        if shared == "age group" and apart > _AN_AGE_GROUP:
            message = f'this is "age group", and all mentors are over {apart - 1} years older: {ages}'
            yield Contradiction(
                ("recruitment", "shares_with_mentees", place), message, "take it out, or correct the ages"
            )
    for place, preference in enumerate(programme.matching.preferences or ()):
        most = preference.difference
        if preference.what == "age" and preference.required and most is not None and apart > highest(most):
            message = f"every pair has to be within {most} years of age, and no pair is: {ages}"
            yield Contradiction(
                ("matching", "preferences", place, "difference"), message, "correct the difference, or the ages"
            )


class Age(NamedTuple):
    """An age of people who are supported, and where the file states it."""

    path: Path
    age: Any

    @property
    def a_child_up_to(self) -> int:
        """In [network] pupils of 18 may be meant, who are in school with children."""
        return ADULT if self.path[0] == "network" else ADULT - 1


def youngest_mentee(programme: Programme) -> Age:
    """How old the youngest person supported is."""
    ages = programme.for_whom.ages
    if ages is not None and ages.from_ is not None:
        return Age(("for_whom", "ages", "from"), ages.from_)
    return Age(("network", "youngest"), programme.network.youngest)


def oldest_mentee(programme: Programme) -> Age:
    """How old the oldest person supported is."""
    ages = programme.for_whom.ages
    if ages is not None and ages.to is not None:
        return Age(("for_whom", "ages", "to"), ages.to)
    return Age(("network", "oldest"), programme.network.oldest)
