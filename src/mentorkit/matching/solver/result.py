"""What an assignment says, and how it proves that there is no better one."""

import attrs

from mentorkit.matching.solver.input import Sense

UNMATCHED = -1


class ProofError(AssertionError):
    """A result that does not prove itself: a fault in a solver, or a result that was changed."""


@attrs.frozen
class Prices:
    """Why no assignment is better: a price for every mentee and for every mentor's place.

    A price has two parts, compared as words in a dictionary are: first how many mentees matched it stands for, then how
    much gain. No price is below (0, 0), and the prices of the two in a pair come to at least (1, gain of the pair). So
    the pairs of any assignment come to no more than the prices of all mentees and of all places together, and the
    result comes to exactly that. The first parts alone are the vertex cover of König's theorem.

    Of all prices that prove it, these ask least of mentors and most of mentees. So a mentor's price is what one more
    place there would add, and a mentee's is what would be lost without that mentee.

    Attributes:
        secure: the first part of each mentee's price; False where mentees compete for places that do not suffice.
        mentee: the second.
        scarce: the first part of each mentor's price; True where one more place would match one more mentee.
        mentor: the second.
    """

    secure: list[bool]
    mentee: list[int]
    scarce: list[bool]
    mentor: list[int]


@attrs.frozen
class Bottleneck:
    """Why the worst-off pair cannot be raised further: people who have to be matched and have too few to go to.

    Counting only pairs that best assignments use, and of these only those better than the worst, the people on one side
    have nobody but those on the other. Either all of `mentees` have to be matched and `mentors` have fewer places
    than that, or all places of `mentors` have to be taken and there are fewer `mentees` than places.

    Attributes:
        few_places: which of the two it is.
        mentees: by index.
        mentors: by index.
    """

    few_places: bool
    mentees: list[int]
    mentors: list[int]


@attrs.frozen
class Assignment:
    """Who mentors whom: as many mentees as possible, then the best total, then (if asked) the worst-off pair raised.

    Where several assignments are equally good, this is the one that gives mentee 0 the mentor with the lowest number
    that any of them does, being unmatched last of all; among those likewise mentee 1; and so on. It depends
    neither on the order of the pairs nor on the solver.

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        matched: how many mentees have one.
        total: the weight of all pairs made.
        worst: the weight of the worst pair made; None where there is none.
        sense: whether a greater or a smaller weight is better.
        prices: the proof; gains are weights, or weights with the sign changed where smaller is better.
        bottleneck: the proof that the worst-off pair cannot be raised; None where that was not asked, or
            nobody is matched.
    """

    mentor_of: list[int]
    matched: int
    total: int
    worst: int | None
    sense: Sense
    prices: Prices
    bottleneck: Bottleneck | None = None
