"""Logic with three answers, true, false and None for unknown, in which unknown stays unknown (after S. C. Kleene)."""

from collections.abc import Iterable

Answer = bool | None
"""True, False, or None: nobody has said."""


def all_true(answers: Iterable[Answer]) -> Answer:
    """Whether all answers are true.

    Examples:
        >>> all_true([True, None]), all_true([False, None])
        (None, False)
    """
    given = set(answers)
    return False if False in given else None if None in given else True


def any_true(answers: Iterable[Answer]) -> Answer:
    """Whether an answer is true.

    Examples:
        >>> any_true([True, None]), any_true([False, None])
        (True, None)
    """
    given = set(answers)
    return True if True in given else None if None in given else False


def not_true(answers: Iterable[Answer]) -> Answer:
    """The contrary of the one answer.

    Examples:
        >>> not_true([True]), not_true([None])
        (False, None)
    """
    (answer,) = answers
    return None if answer is None else not answer
